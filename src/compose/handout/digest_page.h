/* digest_page: what a form says on one side of paper: three numbers, themes, what was ticked, open questions.
 */
#ifndef SASTRA_COMPOSE_HANDOUT_DIGEST_PAGE_H
#define SASTRA_COMPOSE_HANDOUT_DIGEST_PAGE_H

#include "compose/builder.h"

void digest_page_write(struct builder *p);
/* How many shorter versions there are. */
int digest_page_shorter(const struct corpus *c);

#endif
