/* pull_quotes: quotations set large, with their language's marks where the writer typed none. */
#ifndef SASTRA_COMPOSE_SESSION_PULL_QUOTES_H
#define SASTRA_COMPOSE_SESSION_PULL_QUOTES_H

#include "compose/builder.h"

/* A ROLE_QUOTE becomes a ROLE_PULL_QUOTE. */
void pull_quotes_set(struct builder *p, struct node *quote);
/* Those that stand under a note's heading "Quotes". */
void pull_quotes_under(struct builder *p, struct node *part);

#endif
