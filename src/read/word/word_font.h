/* word_font: fonts of signs, in which a letter shows as one. Pure. */
#ifndef SASTRA_READ_WORD_WORD_FONT_H
#define SASTRA_READ_WORD_WORD_FONT_H

#include "base/buf.h"

/* Is it a font of signs (Symbol, Wingdings)? */
bool word_font_is_signs(struct str font);
/* Adds what a font of signs shows for each character; false where that is not known of one: a white square.
 */
bool word_font_add_signs(struct buf *out, struct str font, struct str text);

#endif
