#include "text/cluster_rooms.h"

struct cluster_room { /* in the room itself while it is spare */
    struct cluster_room *next;
};

static size_t size_for(size_t n)
{
    size_t size = 0;
    while (size + 1 < CLUSTER_ROOMS_SIZES && (size_t)1 << size < n) size++;
    return size;
}

struct shaped cluster_rooms_copy(struct cluster_rooms *r, struct shaped text)
{
    size_t size = size_for(text.n);
    struct cluster_room *spare = r->spare[size];
    struct shaped copy = {(struct cluster *)spare, text.n};
    if (spare)
        r->spare[size] = spare->next;
    else
        copy.at = ARENA_RAW(r->arena, struct cluster, (size_t)1 << size);
    if (text.n) memcpy(copy.at, text.at, text.n * sizeof *copy.at);
    return copy;
}

void cluster_rooms_give_back(struct cluster_rooms *r, struct shaped *text)
{
    if (!text->at) return;
    struct cluster_room **at = &r->spare[size_for(text->n)], *spare = (struct cluster_room *)text->at;
    spare->next = *at;
    *at = spare;
    *text = (struct shaped){0};
}
