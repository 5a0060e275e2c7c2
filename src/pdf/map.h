/* map: 64-bit keys to pointers; open addressing. Never walked, so that no order of addresses reaches a file.
 */
#ifndef SASTRA_PDF_MAP_H
#define SASTRA_PDF_MAP_H

#include "base/str.h"

struct map {
    struct arena *arena;
    struct map_entry *at;
    size_t n, cap;
};

#define MAP(a) ((struct map){.arena = (a)})

/* The value's place, made (NULL) where there was none; valid until the next map_at. */
void **map_at(struct map *m, uint64_t key);
/* The value, or NULL. */
void *map_get(const struct map *m, uint64_t key);
/* A key from a pointer and a number below 16 (pointers into arenas are aligned to 16, spans to 8: they are
 * mixed). */
uint64_t map_key(const void *p, unsigned kind);
uint64_t map_key2(const void *p, struct str text);

#endif
