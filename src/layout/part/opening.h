/* opening: where a session begins: a rule; its number, large, and its kind with a drawn sign; its title; its
 * facts as a grid of labels and values. In two languages each in its column; in one the number hangs. */
#ifndef SASTRA_LAYOUT_PART_OPENING_H
#define SASTRA_LAYOUT_PART_OPENING_H

#include "layout/area.h"

void opening_put(struct layout_context *lay, struct area *area, const struct node *opening);
/* Labels in a column of their own; a label stays on the line of its value. */
void opening_facts(struct layout_context *lay, struct area *area, const struct node *facts);

#endif
