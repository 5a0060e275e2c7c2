/* even_lines: of all ways to set text in as many lines, the one whose lines are nearest to one length and end
 * where phrases do.
 *
 * Takes: breaks that are chosen (line_breaks.h). Promises: as many lines as before between forced ends, none
 * wider than the measure that was not; text of more lines than a heading has stays as it was. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_EVEN_LINES_H
#define SASTRA_LAYOUT_PARAGRAPH_EVEN_LINES_H

#include "layout/paragraph/line_breaks.h"

/* Whether a phrase ends before a cluster: at a space in Khmer, behind punctuation. */
bool even_lines_phrase(const struct paragraph *p, size_t at);
void even_lines_choose(struct line_breaks *k, const struct paragraph *p);

#endif
