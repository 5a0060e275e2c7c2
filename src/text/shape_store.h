/* shape_store: what was shaped in a run, for all its documents on all their threads: words in a style, and
 * paragraphs as they are parted into words. The same paragraph stands in an edition of both languages, in
 * those of one, and on a session's sheet: it is itemised once.
 *
 * What is in it never changes, so that who found it reads it without a lock; whether something was in it
 * before shows nowhere. Where memory runs out, the arena of who asked fails. */
#ifndef SASTRA_TEXT_SHAPE_STORE_H
#define SASTRA_TEXT_SHAPE_STORE_H

#include "text/itemise.h"
#include "text/shape_cache.h"

struct shape_word { /* a piece's text in a style */
    struct str text;
    struct shape_cache_style style;
    struct cached_clusters clusters;
};

struct shape_parted { /* a paragraph's runs */
    struct itemised it;
    const struct shape_word **words; /* one a piece */
};

struct shape_store;

/* Fails as the arena does. */
struct shape_store *shape_store_new(struct arena *like, const struct font_set *fonts,
                                    const struct words *words);
void shape_store_free(struct shape_store *s); /* NULL is none */
/* No paragraph more is taken in. */
bool shape_store_is_full(const struct shape_store *s);
const struct font_set *shape_store_fonts(const struct shape_store *s);
const struct words *shape_store_breaks(const struct shape_store *s);

/* What words are told apart by. */
uint64_t shape_store_hash(const struct shape_cache_style *style, struct str text);
bool shape_store_same(const void *word, const void *wanted);
const struct shape_word *shape_store_word(struct shape_store *s, struct arena *who,
                                          const struct shape_word *wanted, bool space);

/* What the runs are told apart by: their text and styles, not their sizes. */
uint64_t shape_store_runs_hash(const struct text_run *runs, size_t n);
/* NULL: not there. */
const struct shape_parted *shape_store_find(struct shape_store *s, uint64_t hash, const struct text_run *runs,
                                            size_t n);
/* Copies them, while there is room. */
void shape_store_keep(struct shape_store *s, struct arena *who, uint64_t hash, const struct text_run *runs,
                      size_t n, const struct shape_parted *parted);

#endif
