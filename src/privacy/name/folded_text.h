/* folded_text: a text as it is compared: letters alone, folded, each with the bytes that it came from.
 *
 * Khmer clusters are put in normal order, coeng da is coeng ta, Latin letters are small and bare of marks;
 * spaces, zero-width signs and punctuation are left out, and leave a mark on what follows them. */
#ifndef SASTRA_PRIVACY_FOLDED_TEXT_H
#define SASTRA_PRIVACY_FOLDED_TEXT_H

#include "khmer/lexicon.h"

enum folded_text_mark {
    FOLDED_TEXT_START = 1, /* begins a cluster, or is a letter of its own */
    FOLDED_TEXT_GAP = 2,   /* something was left out before it, or it is the first */
    FOLDED_TEXT_STOP = 4,  /* and that ends a sentence, or a line */
    FOLDED_TEXT_UPPER = 8  /* was a capital */
};

struct folded_text_letter {
    uint32_t cp;
    uint32_t from, to; /* bytes of its cluster */
    unsigned marks;
};

struct folded_text {
    struct folded_text_letter *at;
    size_t n;
};

/* In the arena. */
struct folded_text folded_text_of(struct arena *a, struct str text);
/* What stays of them where spelling wavers, in the arena: Khmer without register shifters, coeng and the
 * signs above, vowels and letters of one sound as one; Latin without doubled letters and the h that ends a
 * word. */
struct folded_text folded_text_bones(struct arena *a, struct folded_text s);
/* Letters that begin a cluster, or are one: of Khmer its syllables, roughly. */
size_t folded_text_clusters(struct folded_text s);
/* Are these letters, all of them, one of the words? */
bool folded_text_in(const struct folded_text_letter *at, size_t n, const struct names *words);
/* The letters as text. */
struct str folded_text_str(struct arena *a, struct folded_text s);
bool folded_text_latin(uint32_t cp);
bool folded_text_digit(uint32_t cp);
/* A word may begin, or end, at letter i: for Latin letters where no other is beside it; for Khmer at a
 * cluster. */
bool folded_text_begins(struct folded_text s, size_t i);
bool folded_text_ends(struct folded_text s, size_t i);

#endif
