/* scan: a text as it is compared: letters alone, folded, each with the bytes that it came from.
 *
 * Khmer clusters are put in normal order, coeng da is coeng ta, Latin letters are small and bare of marks;
 * spaces, zero-width signs and punctuation are left out, and leave a mark on what follows them. */
#ifndef SASTRA_PRIVACY_FOLDED_TEXT_H
#define SASTRA_PRIVACY_FOLDED_TEXT_H

#include "base/str.h"

enum scan_mark {
    SCAN_START = 1, /* begins a cluster, or is a letter of its own */
    SCAN_GAP = 2,   /* something was left out before it, or it is the first */
    SCAN_STOP = 4,  /* and that ends a sentence, or a line */
    SCAN_UPPER = 8  /* was a capital */
};

struct scan_letter {
    uint32_t cp;
    uint32_t from, to; /* bytes of its cluster */
    unsigned marks;
};

struct scan {
    struct scan_letter *at;
    size_t n;
};

/* In the arena. */
struct scan scan_text(struct arena *a, struct str text);
/* What stays of them where spelling wavers, in the arena: Khmer without register shifters, coeng and the
 * signs above, vowels and letters of one sound as one; Latin without doubled letters and the h that ends a
 * word. */
struct scan scan_bones(struct arena *a, struct scan s);
/* The letters as text. */
struct str scan_str(struct arena *a, struct scan s);
bool scan_latin(uint32_t cp);
/* A word may begin, or end, at letter i: for Latin letters where no other is beside it; for Khmer at a
 * cluster. */
bool scan_begins(struct scan s, size_t i);
bool scan_ends(struct scan s, size_t i);

#endif
