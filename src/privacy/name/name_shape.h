/* name_shape: what a Cambodian name looks like, in either script, whoever bears it.
 *
 * Names are put together from few parts: Sok + Kim + Hong, សុ + ភក្ត្រា. Behind a title that is enough to know
 * one of somebody who is on no list; alone it is not. */
#ifndef SASTRA_PRIVACY_NAME_SHAPE_H
#define SASTRA_PRIVACY_NAME_SHAPE_H

#include "privacy/name/folded_text.h"

struct name_shape; /* what names are put together from, in an arena */

struct name_shape *name_shape_new(struct arena *keep, struct arena *scratch);
/* The letters of a given name, or of a whole one, that begins at the first; the longest of at most so many;
 * else 0. */
size_t name_shape_khmer(const struct name_shape *x, const struct folded_text_letter *at, size_t n,
                        size_t most);
/* Is it a given name by itself, not only put together from parts? */
bool name_shape_given(const struct name_shape *x, const struct folded_text_letter *at, size_t n);
/* The letters of the longest part of one; else 0. */
size_t name_shape_part(const struct name_shape *x, const struct folded_text_letter *at, size_t n);
/* Is a Latin word made of a romanized name's syllables, and no word that often stands behind a title? */
bool name_shape_latin(const struct name_shape *x, const struct folded_text_letter *at, size_t n);

#endif
