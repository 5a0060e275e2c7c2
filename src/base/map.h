/* map: the one hash map: open addressing, in an arena, nothing taken out.
 *
 * A key is a number (a pointer is one), a string of bytes, or whatever the caller can compare; one map holds
 * keys of one kind. A value is a pointer, or a number from 1 on: NULL or 0 says that there is none. A map is
 * never walked, so that no order of addresses reaches a file: who needs an order keeps a list beside it. */
#ifndef SASTRA_BASE_MAP_H
#define SASTRA_BASE_MAP_H

#include "base/str.h"

struct map_slot {
    uint64_t hash; /* of a number: stands for that number and no other */
    void *value;   /* NULL: free */
};

struct map {
    struct arena *arena;
    struct map_slot *at;
    size_t size, used; /* size: a power of two, at least twice as many as are used; or 0 */
};

#define MAP(a) ((struct map){.arena = (a)})

/* The value, or NULL. */
void *map_get(const struct map *m, uint64_t key);
/* The value's place, NULL where there was none: to be filled at once, and valid until the next map_at. */
void **map_at(struct map *m, uint64_t key);
/* Numbers as values. 0: there is none. */
size_t map_number(const struct map *m, uint64_t key);
void map_put_number(struct map *m, uint64_t key, size_t number);

static inline uint64_t map_pointer(const void *p)
{
    return (uint64_t)(uintptr_t)p;
}

/* The same by bytes: a new key is copied. */
void *map_get_str(const struct map *m, struct str key);
void **map_at_str(struct map *m, struct str key);
/* A set of strings: puts one in; true where it was in before. */
bool map_add_str(struct map *m, struct str key);
bool map_has_str(const struct map *m, struct str key);

/* The same by what the caller calls alike: same(value, wanted), asked of values under the same hash. Inline,
 * so that the comparison is: two million clusters of a large report are looked up so. */
static inline void *map_get_by(const struct map *m, uint64_t hash,
                               bool (*same)(const void *value, const void *wanted), const void *wanted)
{
    if (!m->size) return NULL;
    for (size_t i = (size_t)hash & (m->size - 1); m->at[i].value; i = (i + 1) & (m->size - 1))
        if (m->at[i].hash == hash && same(m->at[i].value, wanted)) return m->at[i].value;
    return NULL;
}
void **map_at_by(struct map *m, uint64_t hash, bool (*same)(const void *value, const void *wanted),
                 const void *wanted);

/* A hash of what was hashed before and of one number more. */
static inline uint64_t map_hash(uint64_t before, uint64_t more)
{
    uint64_t h = (before ^ more) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 29;
}

#endif
