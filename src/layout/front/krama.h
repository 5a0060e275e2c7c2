/* krama: a quiet pattern of crossed lines, after the checked scarf, on a field of colour. */
#ifndef SASTRA_LAYOUT_FRONT_KRAMA_H
#define SASTRA_LAYOUT_FRONT_KRAMA_H

#include "layout/area.h"

enum { KRAMA_MOST = 400 }; /* items */

/* The lines that lie in a field, KRAMA_MOST of them at the most; returns how many. */
size_t krama_items(const struct item *field, struct item *it);

#endif
