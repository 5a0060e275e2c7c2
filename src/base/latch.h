/* latch: what one thread waits at until another opens it. Once open it stays so. */
#ifndef SASTRA_BASE_LATCH_H
#define SASTRA_BASE_LATCH_H

#include <pthread.h>
#include <stdbool.h>

struct latch {
    pthread_mutex_t lock;
    pthread_cond_t opened;
    bool open;
};

void latch_new(struct latch *l); /* shut */
void latch_free(struct latch *l);
void latch_open(struct latch *l);
void latch_wait(struct latch *l);

#endif
