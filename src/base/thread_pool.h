/* thread_pool: the threads that -j allows, lent to whoever has work that can be shared out.
 *
 * One count for the whole run: documents take threads from it, and a document's pages take those that are
 * free. What is made never depends on how many there were. */
#ifndef SASTRA_BASE_THREAD_POOL_H
#define SASTRA_BASE_THREAD_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct thread_pool;

/* So many threads, the caller's among them. */
struct thread_pool *thread_pool_new(struct arena *a, int threads);
/* Runs hand(with) here and at once in as many threads more as are free, at most most in all; returns when all
 * have ended. They share the work out among themselves, by an atomic counter in with. pool NULL: here alone.
 */
void thread_pool_run(struct thread_pool *c, size_t most, void (*hand)(void *with), void *with);

struct thread_pool_task { /* what a thread does beside the one that started it */
    struct thread_pool *pool;
    void (*hand)(void *with);
    void *with;
    pthread_t id;
};

/* Runs hand(with) in a thread that is free, from now on. False: none is, and nothing runs. */
bool thread_pool_start(struct thread_pool *c, struct thread_pool_task *t, void (*hand)(void *with),
                       void *with);
/* Returns when it has ended. */
void thread_pool_join(struct thread_pool_task *t);

struct latch { /* what threads wait at until another opens it; open it stays so */
    pthread_mutex_t lock;
    pthread_cond_t opened;
    bool open;
};

void latch_new(struct latch *l); /* shut */
void latch_free(struct latch *l);
void latch_open(struct latch *l);
void latch_wait(struct latch *l);

#endif
