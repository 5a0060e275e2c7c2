/* seen: a map from pointers to pointers. Never walked, so the order of addresses shows nowhere. */
#ifndef SASTRA_LAYOUT_SEEN_H
#define SASTRA_LAYOUT_SEEN_H

#include "base/arena.h"

struct seen_slot {
    const void *key;
    void *value;
};

struct seen {
    struct seen_slot *at;
    size_t n, cap;
};

void *seen_get(const struct seen *m, const void *key);
void seen_put(struct seen *m, struct arena *a, const void *key, void *value);

#endif
