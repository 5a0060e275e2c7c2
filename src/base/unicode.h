/* unicode: what the Unicode Character Database says of a character. The copy asked is HarfBuzz's, which the
 * program carries anyway. */
#ifndef SASTRA_BASE_UNICODE_H
#define SASTRA_BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/* Written on, around or beside the character before it (categories Mn, Mc, Me); without a width of its own
 * (Mn alone). */
bool unicode_mark(uint32_t cp);
bool unicode_nonspacing(uint32_t cp);
/* A nonspacing mark that belongs to no one script: an accent. */
bool unicode_accent(uint32_t cp);
/* A Latin letter without its accents, capital or small as it was: e for ế; of one that Unicode does not part
 * (ł, đ, ø) what stands for it where one's keyboard lacks it; a full-width one at its usual width. Anything
 * else as it is. */
uint32_t unicode_bare(uint32_t cp);

#endif
