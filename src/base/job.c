#include "base/job.h"

#include "base/arena.h"

#include <stdatomic.h>

struct hand { /* a thread's */
    struct arena *keep, *scratch;
};

struct job_shares {
    const struct job *job;
    void (*each)(struct job *own, void *with, size_t i);
    void *with;
    size_t n;
    struct diags *told; /* of each item */
    struct hand *hands;
    atomic_size_t next, nhands;
    atomic_bool exhausted;
};

static void do_one(struct job_shares *s, struct job *own, size_t i)
{
    struct arena_mark mark = arena_mark(own->scratch);
    s->told[i].arena = own->keep;
    own->diags = &s->told[i];
    s->each(own, s->with, i);
    arena_reset(own->scratch, mark);
}

static void take(void *with)
{
    struct job_shares *s = with;
    struct hand *hand = &s->hands[atomic_fetch_add(&s->nhands, 1)];
    struct job own = *s->job;
    jmp_buf back;
    own.keep = hand->keep;
    own.scratch = hand->scratch;
    arena_back(own.keep, &back);
    arena_back(own.scratch, &back);
    if (setjmp(back)) {
        atomic_store(&s->exhausted, true);
        return;
    }
    for (size_t i; (i = atomic_fetch_add(&s->next, 1)) < s->n;) do_one(s, &own, i);
}

static void share_out(struct job *job, struct job_shares *s, size_t most)
{
    s->hands = ARENA_MANY(job->scratch, struct hand, most);
    for (size_t i = 0; i < most; i++)
        s->hands[i] = (struct hand){arena_new_like(job->keep), arena_new_like(job->keep)};
    thread_pool_run(job->pool, most, take, s);
    for (size_t i = 0; i < most; i++) {
        arena_join(job->keep, s->hands[i].keep);
        arena_free(s->hands[i].scratch);
    }
    if (atomic_load(&s->exhausted)) arena_fail(job->keep, 0);
}

void job_share(struct job *job, size_t n, void (*each)(struct job *own, void *with, size_t i), void *with)
{
    struct arena_mark mark = arena_mark(job->scratch);
    size_t threads = job->pool ? (size_t)job->options->threads : 1, most = threads < n ? threads : n;
    struct job_shares s = {.job = job, .each = each, .with = with, .n = n};
    struct job own = *job;
    s.told = ARENA_MANY(job->scratch, struct diags, n + 1);
    if (most > 1)
        share_out(job, &s, most);
    else
        for (size_t i = 0; i < n; i++) do_one(&s, &own, i);
    for (size_t i = 0; i < n; i++) diag_merge(job->diags, &s.told[i]);
    arena_reset(job->scratch, mark);
}
