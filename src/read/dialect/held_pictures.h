/* held_pictures: pictures that a note holds itself, in data: addresses; each gets a short address, so that no
 * later stage carries the long one. */
#ifndef SASTRA_READ_DIALECT_HELD_PICTURES_H
#define SASTRA_READ_DIALECT_HELD_PICTURES_H

#include "base/str.h"

struct held_pictures {
    VEC(struct str) addresses; /* borrowed */
};

/* The short address for data:…; both in the arena. */
struct str held_pictures_add(struct held_pictures *held, struct arena *a, struct str address);
/* The data: address that a short one stands for; empty: it is none. */
struct str held_pictures_address(const struct held_pictures *held, struct str address);

#endif
