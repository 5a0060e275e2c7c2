/* cluster_rooms: room for paragraphs' shaped text, used again once its lines are put: the pages hold no more
 * of it than which glyphs stand where. */
#ifndef SASTRA_TEXT_CLUSTER_ROOMS_H
#define SASTRA_TEXT_CLUSTER_ROOMS_H

#include "text/shape.h"

enum { CLUSTER_ROOMS_SIZES = 32 };

struct cluster_room;
struct cluster_rooms {
    struct arena *arena;
    struct cluster_room *spare[CLUSTER_ROOMS_SIZES]; /* by size: each of twice the one before */
};

/* A copy, which stays until it is given back. */
struct shaped cluster_rooms_copy(struct cluster_rooms *r, struct shaped text);
/* What cluster_rooms_copy gave; it is empty then. */
void cluster_rooms_give_back(struct cluster_rooms *r, struct shaped *text);

#endif
