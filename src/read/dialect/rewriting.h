/* rewriting: a source's text once more, parts of it left out or put otherwise, and the way back.
 *
 * Fill it from the start to the end of the source, by rewriting_replace, or by rewriting_keep and
 * rewriting_put. Promises: a place in the new text leads back to where it was typed; what was put in leads to
 * where it was put. Linear in time and memory. */
#ifndef SASTRA_READ_DIALECT_REWRITING_H
#define SASTRA_READ_DIALECT_REWRITING_H

#include "base/buf.h"
#include "base/source.h"

struct rewriting_step {
    uint32_t now, was;
    bool made; /* put in at was: its bytes stand for none of the source */
};

struct rewriting {
    const struct source *from;
    struct buf out;
    size_t done; /* the source up to here is written, or left out */
    VEC(struct rewriting_step) steps;
    bool changed;
};

struct rewriting *rewriting_new(struct arena *a, const struct source *from);
/* The source's bytes from … to, as they are. */
void rewriting_keep(struct rewriting *r, size_t from, size_t to);
/* Other bytes, that stand for what is at was. */
void rewriting_put(struct rewriting *r, struct str text, size_t was);
/* The source up to from as it is, then text in the place of from … to, from being no earlier than what is
 * done: returns to. */
size_t rewriting_replace(struct rewriting *r, size_t from, size_t to, struct str text);
/* The new source, what is left of the old one at its end, in the arena; the one before where nothing is
 * changed. */
const struct source *rewriting_done(struct rewriting *r, struct arena *a);
/* Where a byte of the new text was. */
size_t rewriting_was(const struct rewriting *r, size_t now);

#endif
