/* feathering: what a page has left, shared among its questions, its lines to write on, its parts. */
#ifndef SASTRA_LAYOUT_FIT_FEATHERING_H
#define SASTRA_LAYOUT_FIT_FEATHERING_H

#include "layout/galley.h"

/* Before galley_take, of a form whose rest takes two pages: the height that the first should take, so that
 * both are filled as well as can be, and blanks have as much room on one as on the other; else all of the
 * room's. next: the second page's height. */
int32_t feathering_balance(struct galley *s, struct galley_room room, int32_t next, int32_t most);
/* After galley_take: what the page has left goes to a form's questions, so that they stand apart by least;
 * then to lines to write on, as many as there is room for; the rest to the questions again, up to most. */
void feathering_fill(struct galley *s, struct galley_room room, int32_t least, int32_t most);
/* Before all of them, of a set of sheets that begin a page each: what is asked first stands by least under
 * each one's head; what is asked next equally far down on all of them, and the first has the lines between. A
 * head that is by more than most taller than the lowest does not count, nor does a sheet whose lines would no
 * longer fit its page. */
void feathering_level_heads(struct arena *a, struct galley *s, int32_t page, int32_t least, int32_t most);
/* After that: what is left still is shared among the spaces above the page's parts, so much each at most. */
void feathering_spread(struct galley *s, struct galley_room room, int32_t most);

#endif
