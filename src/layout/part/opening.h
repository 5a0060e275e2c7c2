/* opening: where a session begins: a rule; its number, large, and its kind with a drawn sign; its title; its
 * facts as a grid of labels and values. In two languages each in its column; in one the number hangs. */
#ifndef SASTRA_LAYOUT_PART_OPENING_H
#define SASTRA_LAYOUT_PART_OPENING_H

#include "layout/area.h"

void opening_put(struct layout_context *lay, struct area *area, const struct node *opening);
/* Labels in a column of their own; a label stays on the line of its value. */
void opening_facts(struct layout_context *lay, struct area *area, const struct node *facts);
/* One by one, where facts in two languages stand level: how wide the column of their labels is (0: there is
 * no room for one, they stand above), whether a value's lines all fit on one, the space before the first and
 * after the last. */
int32_t opening_labels(struct layout_context *lay, const struct node *facts, int32_t measure);
bool opening_fact_joins(struct layout_context *lay, const struct area *area, const struct node *fact,
                        int32_t indent);
void opening_fact(struct layout_context *lay, struct area *area, const struct node *fact, int32_t indent,
                  bool joined);
void opening_facts_begin(struct layout_context *lay, struct area *area, const struct node *facts);
/* Before each of a list but the first. */
void opening_facts_between(struct layout_context *lay, struct area *area, const struct node *facts,
                           const struct node *fact);
void opening_facts_end(struct layout_context *lay, struct area *area, const struct node *facts);

#endif
