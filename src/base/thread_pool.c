#include "base/thread_pool.h"

#include "base/arena.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

enum { MOST = 64 };

struct thread_pool {
    atomic_int idle; /* threads that may still be started */
};

struct crew_task {
    struct thread_pool *pool;
    void (*hand)(void *with);
    void *with;
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
    struct crew_task *t = of;
    t->hand(t->with);
    atomic_fetch_add(&t->pool->idle, 1);
    return NULL;
}

void thread_pool_run(struct thread_pool *c, size_t most, void (*hand)(void *with), void *with)
{
    struct crew_task task = {c, hand, with};
    pthread_t ids[MOST];
    size_t started = 0;
    while (c && started + 1 < most && started < MOST && take(c)) {
        if (pthread_create(&ids[started], NULL, work,
                           &task)) { /* one that cannot be started is done without */
            atomic_fetch_add(&c->idle, 1);
            break;
        }
        started++;
    }
    hand(with);
    if (started) atomic_fetch_add(&c->idle, 1); /* this one only waits now */
    for (size_t i = 0; i < started; i++) pthread_join(ids[i], NULL);
    if (started) atomic_fetch_sub(&c->idle, 1);
}
