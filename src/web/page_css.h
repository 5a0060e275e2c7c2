/* page_css: what all pages of out/ share: the sheet's colours, by day and by night, links, pictures, codes.
 */
#ifndef SASTRA_WEB_PAGE_CSS_H
#define SASTRA_WEB_PAGE_CSS_H

#include "base/buf.h"

/* field: 0xRRGGBB in place of the house's blue; PAGE_CSS_HOUSE: that. */
enum { PAGE_CSS_HOUSE = 0x0B3C5D };
void page_css(struct buf *css, uint32_t field);
/* The variable that holds one of the sheet's colours; "ink" for others. */
const char *page_css_name(uint32_t colour);

#endif
