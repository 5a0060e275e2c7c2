#include "pdf/deflate.h"

#include <libdeflate.h>
#include <stdatomic.h>

/* Pages are most of what there is. Of the Universal Declaration's reports in one language: level 1 packs them
 * in half of level 4's time, to 5.3 % more bytes; level 5 packs all else to 10 % fewer than level 4. */
static const int LEVEL[] = {[DEFLATE_FAST] = 1, [DEFLATE_WELL] = 5};

enum { EFFORTS = sizeof LEVEL / sizeof *LEVEL, WORTH_A_THREAD = 1 << 17, WORTH_KEEPING = 256 };

struct deflate {
    struct libdeflate_compressor *handles[EFFORTS];
    struct arena *arena;
    struct thread_pool *pool;
    struct memo *memo;
    char *room;
    size_t cap;
};

struct deflate *deflate_new(struct arena *a, struct thread_pool *pool, struct memo *memo)
{
    struct deflate *p = ARENA_ONE(a, struct deflate);
    p->arena = a;
    p->pool = pool;
    p->memo = memo;
    bool good = true;
    for (size_t i = 0; i < EFFORTS; i++)
        good &= (p->handles[i] = libdeflate_alloc_compressor(LEVEL[i])) != NULL;
    if (good) return p;
    deflate_free(p);
    return NULL;
}

void deflate_free(struct deflate *p)
{
    for (size_t i = 0; p && i < EFFORTS; i++) libdeflate_free_compressor(p->handles[i]);
}

struct shares {               /* what the threads take from */
    struct deflate_job *jobs; /* packed: the room for it */
    size_t n;
    struct memo *memo;
    enum deflate_effort effort;
    struct libdeflate_compressor *handle; /* of whoever comes first; others open their own */
    atomic_bool taken;
    atomic_size_t next;
};

static void pack(struct libdeflate_compressor *handle, const struct shares *s, struct deflate_job *j)
{
    struct memo_key key = memo_begin(MEMO_PACKED);
    bool kept = s->memo && j->raw.n >= WORTH_KEEPING;
    if (kept) memo_add_number(&key, s->effort);
    if (kept) memo_add(&key, j->raw);
    if (kept && memo_find(s->memo, key, &j->packed)) return;
    j->packed.n =
        libdeflate_zlib_compress(handle, j->raw.s, j->raw.n, (char *)(uintptr_t)j->packed.s, j->packed.n);
    if (kept) memo_keep(s->memo, key, j->packed);
}

static void take_shares(void *with)
{
    struct shares *s = with;
    bool first = !atomic_exchange(&s->taken, true);
    struct libdeflate_compressor *handle = first ? s->handle : libdeflate_alloc_compressor(LEVEL[s->effort]);
    for (size_t i; handle && (i = atomic_fetch_add(&s->next, 1)) < s->n;) pack(handle, s, &s->jobs[i]);
    if (!first) libdeflate_free_compressor(handle);
}

/* Each has its place in the room before any thread begins. */
static size_t make_room(struct deflate *p, struct deflate_job *jobs, size_t n)
{
    size_t most = 0, raw = 0;
    for (size_t i = 0; i < n; i++) {
        jobs[i].packed.n = libdeflate_zlib_compress_bound(p->handles[0], jobs[i].raw.n);
        most += jobs[i].packed.n;
        raw += jobs[i].raw.n;
    }
    if (most > p->cap) {
        p->cap = most + most / 2;
        p->room = arena_raw(p->arena, p->cap);
    }
    char *to = p->room;
    for (size_t i = 0; i < n; to += jobs[i++].packed.n) jobs[i].packed.s = to;
    return raw;
}

void deflate_all(struct deflate *p, enum deflate_effort effort, struct deflate_job *jobs, size_t n)
{
    size_t raw = make_room(p, jobs, n), hands = raw / WORTH_A_THREAD + 1;
    struct shares s = {.jobs = jobs, .n = n, .memo = p->memo, .effort = effort, .handle = p->handles[effort]};
    thread_pool_run(p->pool, hands < n ? hands : n, take_shares, &s);
}

struct str deflate_bytes(struct deflate *p, struct str raw)
{
    struct deflate_job job = {.raw = raw};
    deflate_all(p, DEFLATE_WELL, &job, 1);
    return job.packed;
}
