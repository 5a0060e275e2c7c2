/* at_a_glance: the event on one page: how many came, what they wrote about, what is recommended. Nothing,
 * where the corpus knows too little. */
#ifndef SASTRA_COMPOSE_FRONT_AT_A_GLANCE_H
#define SASTRA_COMPOSE_FRONT_AT_A_GLANCE_H

#include "compose/builder.h"

void at_a_glance_page(struct builder *p);

#endif
