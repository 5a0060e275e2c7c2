/* legacy_font: fonts from before Unicode, in which Latin letters look like Khmer ones. Pure. */
#ifndef SASTRA_READ_OFFICE_LEGACY_FONT_H
#define SASTRA_READ_OFFICE_LEGACY_FONT_H

#include "base/str.h"

/* By the font's name: Limon S1, ABC-TEXT-05, Khek … */
bool legacy_font_is(struct str name);
/* Can this be text that was typed for one? Letters, and none that is Khmer. */
bool legacy_font_text(struct str text);

#endif
