/* level_turns: what stands side by side in both languages is level in the other one, too.
 *
 * Takes: columns whose first baselines will be level. Promises: where their texts go on in the other language
 * (box.turns) nearly level, they do so on one line: that of the lowest. beside: one more, which joins them
 * where it is as near; or NULL. Before the columns are closed. */
#ifndef SASTRA_LAYOUT_LEVEL_TURNS_H
#define SASTRA_LAYOUT_LEVEL_TURNS_H

#include "layout/galley.h"

void level_turns(struct galley *beside, struct galley *const *columns, size_t n);

#endif
