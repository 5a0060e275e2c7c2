/* note_chart: a note's table of names and numbers as bars: the table stays what it is, for those who listen;
 * its .chart tells how it is drawn. */
#ifndef SASTRA_COMPOSE_NOTE_CHART_H
#define SASTRA_COMPOSE_NOTE_CHART_H

#include "compose/builder.h"

/* Fills .chart of a table whose rows have two cells, a name and a number; anew where it has one. A table in
 * which a number cannot be read (two languages differ) has none. */
void note_chart_draw(struct builder *p, struct node *table);

#endif
