/* paragraph_break: a prepared paragraph's lines for a measure: its breaks chosen, each line justified where
 * all can be. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_BREAK_H
#define SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_BREAK_H

#include "layout/paragraph/paragraph.h"

void paragraph_break(struct layout_context *lay, struct paragraph *p, int32_t measure);
/* As many lines, of nearly one length, that end where a phrase does: headings. */
void paragraph_break_balanced(struct layout_context *lay, struct paragraph *p, int32_t measure);

#endif
