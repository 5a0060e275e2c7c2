/* programme: the programme, a table a day, with what changed since its last version. */
#ifndef SASTRA_COMPOSE_HANDOUT_PROGRAMME_H
#define SASTRA_COMPOSE_HANDOUT_PROGRAMME_H

#include "compose/builder.h"

/* Its versions: on one side; closed up; a side for each day; that closed up; each language on sides of its
 * own, one language behind the other; that closed up; as many sides for each day as the sheet has; one day
 * after the other. */
enum programme_version {
    PROGRAMME_ONE_SIDE,
    PROGRAMME_ONE_SIDE_CLOSE,
    PROGRAMME_DAY_A_SIDE,
    PROGRAMME_DAY_A_SIDE_CLOSE,
    PROGRAMME_APART,
    PROGRAMME_APART_CLOSE,
    PROGRAMME_DAY_A_SHEET,
    PROGRAMME_DAYS_FLOW
};

void programme_write(struct builder *p);
int programme_shorter(const struct corpus *c);
int programme_days(const struct corpus *c);

#endif
