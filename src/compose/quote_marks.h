/* quote_marks: the marks that a quote stands between where no rule beside it says that it is one. */
#ifndef SASTRA_COMPOSE_QUOTE_MARKS_H
#define SASTRA_COMPOSE_QUOTE_MARKS_H

#include "compose/builder.h"

/* Its language's, around its paragraphs, unless it has some of its own at either end. */
void quote_marks_put(struct builder *p, struct node *quote);

#endif
