/* back_cover: the report's last page: whom to write to, where it is found, how it was made. */
#ifndef SASTRA_COMPOSE_FRONT_BACK_COVER_H
#define SASTRA_COMPOSE_FRONT_BACK_COVER_H

#include "compose/builder.h"

void back_cover_page(struct builder *p);

#endif
