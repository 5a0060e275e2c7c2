/* document_list: the speakers' documents: what is missing, and the register. */
#ifndef SASTRA_COMPOSE_HANDOUT_DOCUMENT_LIST_H
#define SASTRA_COMPOSE_HANDOUT_DOCUMENT_LIST_H

#include "compose/builder.h"

/* Its versions: on one side; in small type; that closed up; over as many sides as it takes. */
enum document_list_version {
    DOCUMENT_LIST_ONE_SIDE,
    DOCUMENT_LIST_SMALL,
    DOCUMENT_LIST_SMALL_CLOSE,
    DOCUMENT_LIST_FLOWS
};

int document_list_shorter(const struct corpus *c);
void document_list_write(struct builder *p);

#endif
