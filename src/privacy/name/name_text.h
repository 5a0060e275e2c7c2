/* name_text: a text in which names are looked for: its letters, its words, and the spellings that begin at a
 * letter. Letters are counted in .s; an end is the letter behind. */
#ifndef SASTRA_PRIVACY_NAME_TEXT_H
#define SASTRA_PRIVACY_NAME_TEXT_H

#include "privacy/name/name_index.h"

struct name_text {
    const struct name_index *index;
    const struct indexed_name *spellings;
    struct arena *scratch;
    struct folded_text s;
    struct str text;
    unsigned char *brk; /* where its words may part, once that is asked for */
};

bool name_text_latin(const struct name_text *x, size_t i);
bool name_text_upper(const struct name_text *x, size_t i);
/* Is anything left out before a letter (folded_text.h), a sentence's end even? Behind the last one it is. */
bool name_text_gap(const struct name_text *x, size_t i);
bool name_text_stop(const struct name_text *x, size_t i);
/* An everyday word? */
bool name_text_common(const struct name_text *x, size_t from, size_t end);
/* Of Khmer its syllables, roughly (folded_text.h). */
size_t name_text_clusters(const struct name_text *x, size_t from, size_t end);
struct str name_text_bytes(const struct name_text *x, size_t from, size_t end);
/* The Latin word before a letter, if blanks alone part them; else empty. */
struct str name_text_word_before(const struct name_text *x, size_t i);
/* The end of the longest spelling with one of the flags that begins at i; 0 where none does. */
size_t name_text_longest(const struct name_text *x, size_t i, unsigned flags, unsigned *found);

/* Of Khmer, by the words that it is made of. */
bool name_text_begins_word(struct name_text *x, size_t i);
/* Does a word end before i? Behind a name that no list holds words are parted wrongly: an everyday one that
 * begins there is one. */
bool name_text_ends_word(struct name_text *x, size_t i);
/* The end of the word that begins at i. */
size_t name_text_word_end(struct name_text *x, size_t i);
/* Are these the letters of other words, or of the beginning of one? */
bool name_text_cuts_word(struct name_text *x, size_t from, size_t end);
/* A name of several parts is more than the letters of two words. */
bool name_text_whole(struct name_text *x, size_t from, size_t end, unsigned kinds);

#endif
