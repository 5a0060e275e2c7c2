/* elastic: how close and how wide the space above a box may be set.
 *
 * A page is a system of spaces, not what is left of it: what stands by its heading, its label or its facts
 * has one distance everywhere. Spaces above headings, tables, figures and quotes give and take; those among
 * paragraphs, items and rows a little; what is left then stays white at the page's foot. Pure. */
#ifndef SASTRA_LAYOUT_FIT_ELASTIC_H
#define SASTRA_LAYOUT_FIT_ELASTIC_H

#include "layout/box.h"

/* Of a box in a report's galley; in 1/1000 pt. */
int32_t elastic_least(const struct box *b);
int32_t elastic_most(const struct box *b);
/* What it has more than its least, and less than its most; or 0. */
int32_t elastic_gives(const struct box *b);
int32_t elastic_takes(const struct box *b);

#endif
