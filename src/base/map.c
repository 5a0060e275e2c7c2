#include "base/map.h"

enum { SIZE_FIRST = 32 };

/* -- slots ----------------------------------------------------------------------------------------------- */

/* Turned round by another multiplication: no two numbers have one hash. */
static uint64_t number_hash(uint64_t key)
{
    uint64_t h = key * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 32;
}

static size_t free_slot(const struct map *m, uint64_t hash)
{
    size_t i = (size_t)hash & (m->size - 1);
    while (m->at[i].value) i = (i + 1) & (m->size - 1);
    return i;
}

static void grow(struct map *m)
{
    struct map old = *m;
    m->size = old.size ? old.size * 2 : SIZE_FIRST;
    m->at = ARENA_MANY(m->arena, struct map_slot, m->size);
    for (size_t i = 0; i < old.size; i++)
        if (old.at[i].value) m->at[free_slot(m, old.at[i].hash)] = old.at[i];
}

/* One place more, at a slot that is free; the map may move. */
static void **take(struct map *m, size_t slot, uint64_t hash)
{
    if (++m->used * 2 > m->size) {
        grow(m);
        slot = free_slot(m, hash);
    }
    m->at[slot].hash = hash;
    return &m->at[slot].value;
}

/* -- numbers --------------------------------------------------------------------------------------------- */

static size_t slot_of(const struct map *m, uint64_t hash)
{
    size_t i = (size_t)hash & (m->size - 1);
    while (m->at[i].value && m->at[i].hash != hash) i = (i + 1) & (m->size - 1);
    return i;
}

void *map_get(const struct map *m, uint64_t key)
{
    return m->size ? m->at[slot_of(m, number_hash(key))].value : NULL;
}

void **map_at(struct map *m, uint64_t key)
{
    uint64_t hash = number_hash(key);
    size_t i = m->size ? slot_of(m, hash) : 0;
    return m->size && m->at[i].value ? &m->at[i].value : take(m, i, hash);
}

size_t map_number(const struct map *m, uint64_t key)
{
    return (size_t)(uintptr_t)map_get(m, key);
}

void map_put_number(struct map *m, uint64_t key, size_t number)
{
    *map_at(m, key) = (void *)(uintptr_t)number; /* never followed */
}

/* -- what the caller compares ---------------------------------------------------------------------------- */

static size_t slot_by(const struct map *m, uint64_t hash, bool (*same)(const void *value, const void *wanted),
                      const void *wanted)
{
    size_t i = (size_t)hash & (m->size - 1);
    while (m->at[i].value && !(m->at[i].hash == hash && same(m->at[i].value, wanted)))
        i = (i + 1) & (m->size - 1);
    return i;
}

void **map_at_by(struct map *m, uint64_t hash, bool (*same)(const void *value, const void *wanted),
                 const void *wanted)
{
    size_t i = m->size ? slot_by(m, hash, same, wanted) : 0;
    return m->size && m->at[i].value ? &m->at[i].value : take(m, i, hash);
}

/* -- bytes ----------------------------------------------------------------------------------------------- */

struct map_word {
    struct str key;
    void *value;
};

static bool same_word(const void *value, const void *wanted)
{
    const struct map_word *w = value;
    return str_eq(w->key, *(const struct str *)wanted);
}

static struct map_word *word_of(struct map *m, struct str key, bool *known)
{
    void **at = map_at_by(m, str_hash(key), same_word, &key);
    *known = *at != NULL;
    if (*known) return *at;
    struct map_word *w = *at = ARENA_ONE(m->arena, struct map_word);
    w->key = str_copy(m->arena, key);
    return w;
}

void *map_get_str(const struct map *m, struct str key)
{
    const struct map_word *w = map_get_by(m, str_hash(key), same_word, &key);
    return w ? w->value : NULL;
}

void **map_at_str(struct map *m, struct str key)
{
    bool known;
    return &word_of(m, key, &known)->value;
}

bool map_add_str(struct map *m, struct str key)
{
    bool known;
    word_of(m, key, &known);
    return known;
}

bool map_has_str(const struct map *m, struct str key)
{
    return map_get_by(m, str_hash(key), same_word, &key) != NULL;
}
