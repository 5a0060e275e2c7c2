/* sheet_css: the one style sheet (layout/style.h) as CSS, and the fonts that a page carries. The
 * sheet is all of layout/ that web/ sees. */
#ifndef SASTRA_WEB_SHEET_CSS_H
#define SASTRA_WEB_SHEET_CSS_H

#include "web/writing.h"

/* After all text was written. False where a font cannot be made. */
bool sheet_css(struct writing *w, struct buf *css);

#endif
