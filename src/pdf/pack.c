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

void pack_all(struct pack *p, struct pack_job *jobs, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++) most += libdeflate_zlib_compress_bound(p->handle, jobs[i].raw.n);
    if (most > p->cap) {
        p->cap = most + most / 2;
        p->room = arena_get(p->arena, p->cap);
    }
    char *to = p->room;
    for (size_t i = 0; i < n; i++) {
        size_t bound = libdeflate_zlib_compress_bound(p->handle, jobs[i].raw.n);
        jobs[i].packed =
            (struct str){to, libdeflate_zlib_compress(p->handle, jobs[i].raw.s, jobs[i].raw.n, to, bound)};
        to += bound;
    }
}

struct str pack_bytes(struct pack *p, struct str raw)
{
    struct pack_job job = {.raw = raw};
    pack_all(p, &job, 1);
    return job.packed;
}
