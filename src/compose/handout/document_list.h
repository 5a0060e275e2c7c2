/* document_list: the speakers' documents: what is missing, and the register. */
#ifndef SASTRA_COMPOSE_HANDOUT_DOCUMENT_LIST_H
#define SASTRA_COMPOSE_HANDOUT_DOCUMENT_LIST_H

#include "compose/builder.h"

void document_list_write(struct builder *p);

#endif
