/* paragraph_lines: a paragraph's lines as boxes of an area: their leading, their spaces, and where a page may
 * end among them. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_LINES_H
#define SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_LINES_H

#include "layout/paragraph/paragraph.h"

void paragraph_lines_put(struct layout_context *lay, struct area *area, struct paragraph *p);

#endif
