/* arena: memory that is given back all at once.
 *
 * Takes: nothing but the C library.
 * Promises: what arena_get returns is zeroed and aligned for any type; where memory is exhausted it does not
 * return: see struct arena_failure. What lives in an arena has no free function.
 * Not shared between threads: each job has its own. */
#ifndef SASTRA_BASE_ARENA_H
#define SASTRA_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;
struct arena_mark {
    void *block;
    size_t used;
};

/* What happens where memory is exhausted: tell is called (it may end the process); if it is NULL or returns,
 * back is jumped to, and the arena is good for nothing but arena_free. */
struct arena_failure {
    void (*tell)(void *with, size_t bytes); /* bytes: what was asked for */
    void *with;
    jmp_buf *back; /* set by a caller of the thread that uses the arena; NULL: the process ends */
};

struct arena *arena_new_with(struct arena_failure failure);
/* Failing as another does. */
struct arena *arena_new_like(const struct arena *a);
/* The same, and freed with it at the latest; for its thread. */
struct arena *arena_new_within(struct arena *outer);
/* Without anything told: for tests. */
struct arena *arena_new(void);
void arena_free(struct arena *a);
/* Another place to come back to: a thread's own. */
void arena_back(struct arena *a, jmp_buf *back);
/* What the arena does when it cannot get n bytes. */
_Noreturn void arena_fail(struct arena *a, size_t n);

/* n zeroed bytes. */
void *arena_get(struct arena *a, size_t n) __attribute__((returns_nonnull));
/* n bytes that hold anything, to be filled at once. */
void *arena_raw(struct arena *a, size_t n) __attribute__((returns_nonnull));
/* Grow the block at p from old to size bytes, in place where it is the last one; else copies. New bytes are
 * zero. */
void *arena_grow(struct arena *a, void *p, size_t old, size_t size) __attribute__((returns_nonnull));
/* The same; new bytes hold anything. */
void *arena_extend(struct arena *a, void *p, size_t old, size_t size) __attribute__((returns_nonnull));

/* The n bytes at p, which lie in from, as ones of to's. What begins a block too large for others is handed
 * over with it, else copied. */
void *arena_hand_over(struct arena *from, struct arena *to, void *p, size_t n)
    __attribute__((returns_nonnull));

/* All that lies in from lies in to, and from is no more. */
void arena_join(struct arena *to, struct arena *from);

/* Remember a point, and drop all that was taken since. */
struct arena_mark arena_mark(struct arena *a);
void arena_reset(struct arena *a, struct arena_mark m);

#define ARENA_ONE(a, T)     ((T *)arena_get((a), sizeof(T)))
#define ARENA_MANY(a, T, n) ((T *)arena_get((a), sizeof(T) * (size_t)(n)))
/* To be filled at once: clearing what is large costs more than filling it. */
#define ARENA_RAW(a, T, n) ((T *)arena_raw((a), sizeof(T) * (size_t)(n)))

/* A growable array in an arena: VEC(struct thing) v = {0}; VEC_ADD(a, v, item); v.at[i], v.n */
#define VEC(T)                                                                                               \
    struct {                                                                                                 \
        T *at;                                                                                               \
        size_t n, cap;                                                                                       \
    }
/* How many places an array has at first: of what is large, few, for many such arrays hold one. */
#define VEC_FIRST(x) (sizeof(x) >= 128 ? 1 : sizeof(x) > 32 ? 256 / sizeof(x) : 8)
#define VEC_ROOM(a, v)                                                                                       \
    do {                                                                                                     \
        if ((v).n == (v).cap || !(v).at) {                                                                   \
            size_t vec_cap_ = (v).cap ? (v).cap * 2 : VEC_FIRST(*(v).at);                                    \
            (v).at = arena_extend((a), (v).at, (v).cap * sizeof *(v).at, vec_cap_ * sizeof *(v).at);         \
            (v).cap = vec_cap_;                                                                              \
        }                                                                                                    \
    } while (0)
#define VEC_ADD(a, v, ...)                                                                                   \
    do {                                                                                                     \
        VEC_ROOM((a), (v));                                                                                  \
        (v).at[(v).n++] = (__VA_ARGS__);                                                                     \
    } while (0)

#endif
