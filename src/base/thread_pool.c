#include "base/thread_pool.h"

#include "base/arena.h"

#include <stdatomic.h>

enum { MOST = 64 };

struct thread_pool {
    atomic_int idle; /* threads that may still be started */
};

struct thread_pool *thread_pool_new(struct arena *a, int threads)
{
    struct thread_pool *c = ARENA_ONE(a, struct thread_pool);
    atomic_init(&c->idle, threads - 1);
    return c;
}

static bool take(struct thread_pool *c)
{
    int n = atomic_load(&c->idle);
    while (n > 0)
        if (atomic_compare_exchange_weak(&c->idle, &n, n - 1)) return true;
    return false;
}

/* Who has no more to do is free for others, before the last has ended. */
static void *work(void *of)
{
    struct thread_pool_task *t = of;
    t->hand(t->with);
    atomic_fetch_add(&t->pool->idle, 1);
    return NULL;
}

bool thread_pool_start(struct thread_pool *c, struct thread_pool_task *t, void (*hand)(void *with),
                       void *with)
{
    if (!c || !take(c)) return false;
    *t = (struct thread_pool_task){.pool = c, .hand = hand, .with = with};
    if (!pthread_create(&t->id, NULL, work, t)) return true;
    atomic_fetch_add(&c->idle, 1); /* one that cannot be started is done without */
    return false;
}

/* Who waits is free for others. */
void thread_pool_join(struct thread_pool_task *t)
{
    atomic_fetch_add(&t->pool->idle, 1);
    pthread_join(t->id, NULL);
    atomic_fetch_sub(&t->pool->idle, 1);
}

void thread_pool_run(struct thread_pool *c, size_t most, void (*hand)(void *with), void *with)
{
    struct thread_pool_task tasks[MOST];
    size_t started = 0;
    while (started + 1 < most && started < MOST && thread_pool_start(c, &tasks[started], hand, with))
        started++;
    hand(with);
    if (started) atomic_fetch_add(&c->idle, 1); /* this one only waits now */
    for (size_t i = 0; i < started; i++) pthread_join(tasks[i].id, NULL);
    if (started) atomic_fetch_sub(&c->idle, 1);
}

/* -- latch ----------------------------------------------------------------------------------------------- */

void latch_new(struct latch *l)
{
    pthread_mutex_init(&l->lock, NULL);
    pthread_cond_init(&l->opened, NULL);
    l->open = false;
}

void latch_free(struct latch *l)
{
    pthread_cond_destroy(&l->opened);
    pthread_mutex_destroy(&l->lock);
}

void latch_open(struct latch *l)
{
    pthread_mutex_lock(&l->lock);
    l->open = true;
    pthread_cond_broadcast(&l->opened);
    pthread_mutex_unlock(&l->lock);
}

void latch_wait(struct latch *l)
{
    pthread_mutex_lock(&l->lock);
    while (!l->open) pthread_cond_wait(&l->opened, &l->lock);
    pthread_mutex_unlock(&l->lock);
}
