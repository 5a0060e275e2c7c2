/* callout: "> [!note] Title", as Obsidian and GitHub write boxes: a quote with its title. */
#ifndef SASTRA_READ_DIALECT_CALLOUT_H
#define SASTRA_READ_DIALECT_CALLOUT_H

#include "base/lang.h"
#include "base/str.h"

struct callout {
    size_t quote;     /* bytes of the > and blanks before the mark */
    size_t mark, n;   /* where the mark begins, and its bytes up to the title */
    struct str title; /* as typed; may be empty */
    struct str kind;  /* as typed */
    struct str word;  /* for its kind, where it has none */
    bool known, box;  /* its kind is one that is known; it is a box */
};

/* A line, from its first > on. False where it is no callout's first; its kind is there where only ] is not.
 */
bool callout_read(struct str line, enum lang lang, struct callout *c);

#endif
