#include "pdf/map.h"

struct map_entry {
    uint64_t key;
    void *value;
    bool used;
};

static uint64_t mix(uint64_t k)
{
    k *= UINT64_C(0x9E3779B97F4A7C15);
    return k ^ k >> 32;
}

static struct map_entry *find(const struct map *m, uint64_t key)
{
    size_t i = (size_t)mix(key) & (m->cap - 1);
    while (m->at[i].used && m->at[i].key != key) i = (i + 1) & (m->cap - 1);
    return &m->at[i];
}

static void grow(struct map *m)
{
    struct map old = *m;
    m->cap = old.cap ? old.cap * 2 : 64;
    m->at = ARENA_MANY(m->arena, struct map_entry, m->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.at[i].used) *find(m, old.at[i].key) = old.at[i];
}

void **map_at(struct map *m, uint64_t key)
{
    if (m->n * 2 >= m->cap) grow(m);
    struct map_entry *e = find(m, key);
    if (!e->used) {
        *e = (struct map_entry){key, NULL, true};
        m->n++;
    }
    return &e->value;
}

void *map_get(const struct map *m, uint64_t key)
{
    return m->cap ? find(m, key)->value : NULL;
}

uint64_t map_key(const void *p, unsigned kind)
{
    return mix((uint64_t)(uintptr_t)p) ^ (uint64_t)kind << 60;
}

uint64_t map_key2(const void *p, struct str text)
{
    return map_key(p, 0) + str_hash(text) * 3;
}
