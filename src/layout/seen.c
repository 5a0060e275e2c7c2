#include "layout/seen.h"

static size_t slot_of(const struct seen *m, const void *key)
{
    uint64_t h = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    size_t i = (size_t)(h >> 20) & (m->cap - 1);
    while (m->at[i].key && m->at[i].key != key) i = (i + 1) & (m->cap - 1);
    return i;
}

void *seen_get(const struct seen *m, const void *key)
{
    return m->cap ? m->at[slot_of(m, key)].value : NULL;
}

static void grow(struct seen *m, struct arena *a)
{
    struct seen old = *m;
    m->cap = old.cap ? old.cap * 2 : 64;
    m->at = ARENA_MANY(a, struct seen_slot, m->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.at[i].key) m->at[slot_of(m, old.at[i].key)] = old.at[i];
}

void seen_put(struct seen *m, struct arena *a, const void *key, void *value)
{
    if (2 * (m->n + 1) > m->cap) grow(m, a);
    struct seen_slot *s = &m->at[slot_of(m, key)];
    if (!s->key) m->n++;
    s->key = key;
    s->value = value;
}
