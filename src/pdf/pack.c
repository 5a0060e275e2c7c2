#include "pdf/pack.h"

#include <libdeflate.h>

enum { LEVEL = 6 };

struct pack {
    struct libdeflate_compressor *handle;
    struct arena *arena;
    char *room;
    size_t cap;
};

struct pack *pack_new(struct arena *a)
{
    struct pack *p = ARENA_ONE(a, struct pack);
    p->arena = a;
    p->handle = libdeflate_alloc_compressor(LEVEL);
    return p->handle ? p : NULL;
}

void pack_free(struct pack *p)
{
    if (p) libdeflate_free_compressor(p->handle);
}

struct str pack_bytes(struct pack *p, struct str raw)
{
    size_t most = libdeflate_zlib_compress_bound(p->handle, raw.n);
    if (most > p->cap) {
        p->cap = most + most / 2;
        p->room = arena_get(p->arena, p->cap);
    }
    size_t n = libdeflate_zlib_compress(p->handle, raw.s, raw.n, p->room, p->cap);
    return (struct str){p->room, n};
}
