#include "base/latch.h"

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
