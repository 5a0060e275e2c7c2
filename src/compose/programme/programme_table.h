/* programme_table: the timetable, day by day: the hours once, beside them what takes place in each of the
 * document's languages; breaks are bands. */
#ifndef SASTRA_COMPOSE_PROGRAMME_TABLE_H
#define SASTRA_COMPOSE_PROGRAMME_TABLE_H

#include "compose/builder.h"

#define PROGRAMME_TABLE_MARK "◆" /* behind what has changed */

/* The first session of the next day behind one; NULL: from the first. NULL where there is none. */
const struct session *programme_table_day(const struct corpus *c, const struct session *after);
/* The day's table. leads: sessions lead to their notes. changed: by session, those that are marked; NULL:
 * none. */
void programme_table_write(struct builder *p, struct node *parent, int day, bool leads, const bool *changed);

#endif
