/* recommendations: the report's chapter: each with its number, to whom it is addressed, and by when. */
#ifndef SASTRA_COMPOSE_REPORT_RECOMMENDATIONS_H
#define SASTRA_COMPOSE_REPORT_RECOMMENDATIONS_H

#include "compose/builder.h"

/* Nothing where there are none, and no faults of their table. */
void recommendations_write(struct builder *p);

#endif
