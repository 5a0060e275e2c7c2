/* word_font: fonts in which a letter shows as another one. Pure. */
#ifndef SASTRA_READ_WORD_WORD_FONT_H
#define SASTRA_READ_WORD_WORD_FONT_H

#include "base/buf.h"

/* Does the font show Latin letters as Khmer (Limon, ABC, Khek …)? */
bool word_font_is_legacy(struct str font);
/* Would such a font show the text as Khmer: are there Latin letters in it, and none that are Khmer already?
 */
bool word_font_shows_khmer(struct str text);
/* Is it a font of signs (Symbol, Wingdings)? */
bool word_font_is_signs(struct str font);
/* Adds what a font of signs shows for each character; false where that is not known of one: a white square.
 */
bool word_font_add_signs(struct buf *out, struct str font, struct str text);

#endif
