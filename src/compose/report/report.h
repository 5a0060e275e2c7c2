/* report: the final report, in the builder's languages. */
#ifndef SASTRA_COMPOSE_REPORT_REPORT_H
#define SASTRA_COMPOSE_REPORT_REPORT_H

#include "compose/builder.h"

void report_write(struct builder *p);

#endif
