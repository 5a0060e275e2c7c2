#include "base/arena.h"

#include <errno.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    FIRST_BLOCK = 1 << 16,
    LARGEST_STEP = 1 << 22,
    ASKED_FROM = 1 << 18, /* a block so large asks for its pages, */
    ASKED_AT_ONCE = 1 << 17,
    PAGE = 1 << 12
};

struct arena_block {
    struct arena_block *prev;
    size_t cap, used;
    size_t ready; /* so much of it has its pages, or may have them one by one */
    bool marked;  /* a mark stands at it: it stays where it is */
    alignas(max_align_t) unsigned char at[];
};

struct arena {
    struct arena_block *top;
    struct arena_block
        *spare; /* the largest step that a reset took off: marks come and go a thousand times a page */
    size_t step;
    struct arena_failure failure;
    struct arena *outer, *inner, *next; /* inner: the first of those within it; next: another within outer */
};

static _Noreturn void fail(const struct arena_failure *f, size_t n)
{
    if (f->tell) f->tell(f->with, n);
    if (f->back) longjmp(*f->back, 1);
    __builtin_trap(); /* only where nobody said what is to be done: tests */
}

_Noreturn void arena_fail(struct arena *a, size_t n)
{
    fail(&a->failure, n);
}

static void *need(const struct arena_failure *f, size_t n)
{
    void *p = malloc(n);
    if (!p) fail(f, n);
    return p;
}

static size_t aligned(struct arena *arena, size_t n)
{
    size_t a = alignof(max_align_t);
    if (n > SIZE_MAX - a) arena_fail(arena, n);
    return (n + a - 1) / a * a;
}

struct arena *arena_new_with(struct arena_failure failure)
{
    struct arena *a = need(&failure, sizeof *a);
    *a = (struct arena){.step = FIRST_BLOCK, .failure = failure};
    return a;
}

struct arena *arena_new(void)
{
    return arena_new_with((struct arena_failure){0});
}

struct arena *arena_new_like(const struct arena *a)
{
    return arena_new_with(a->failure);
}

struct arena *arena_new_within(struct arena *outer)
{
    struct arena *a = arena_new_like(outer);
    a->outer = outer;
    a->next = outer->inner;
    return outer->inner = a;
}

void arena_back(struct arena *a, jmp_buf *back)
{
    a->failure.back = back;
}

static void leave(struct arena *a)
{
    if (!a->outer) return;
    struct arena **at = &a->outer->inner;
    while (*at != a) at = &(*at)->next;
    *at = a->next;
}

void arena_free(struct arena *a)
{
    if (!a) return;
    for (struct arena *inner = a->inner, *next; inner; inner = next) {
        next = inner->next;
        inner->outer = NULL;
        arena_free(inner);
    }
    leave(a);
    for (struct arena_block *b = a->top, *prev; b; b = prev) {
        prev = b->prev;
        free(b);
    }
    free(a->spare);
    free(a);
}

static struct arena_block *new_block(struct arena *a, size_t n)
{
    size_t cap = n > a->step ? n : a->step;
    if (cap > SIZE_MAX - sizeof(struct arena_block)) arena_fail(a, n);
    struct arena_block *b = need(&a->failure, sizeof *b + cap);
    if (a->step < LARGEST_STEP) a->step *= 2;
    b->cap = cap;
    b->ready = cap < ASKED_FROM ? cap : 0;
    return b;
}

static void add_block(struct arena *a, size_t n)
{
    struct arena_block *b = a->spare && a->spare->cap >= n ? a->spare : new_block(a, n);
    if (b == a->spare) a->spare = NULL;
    b->prev = a->top;
    b->used = 0;
    b->marked = false;
    a->top = b;
}

static void set_aside(struct arena *a, struct arena_block *b)
{
    if (b->cap > LARGEST_STEP || (a->spare && a->spare->cap > b->cap)) {
        free(b);
        return;
    }
    free(a->spare);
    a->spare = b;
}

/* The kernel gives the pages that are written next all together: one fault each took nearly twice the
 * time, on a virtual machine. Where it cannot, they come one by one. */
static void ask_for_pages(struct arena_block *b, size_t end)
{
#ifdef MADV_POPULATE_WRITE
    int before = errno;
    size_t to = b->ready + ASKED_AT_ONCE > end ? b->ready + ASKED_AT_ONCE : end;
    if (to > b->cap) to = b->cap;
    uintptr_t first = (uintptr_t)(b->at + b->ready) / PAGE * PAGE;
    madvise((void *)first, (uintptr_t)(b->at + to) - first, MADV_POPULATE_WRITE);
    b->ready = to;
    errno = before;
#else
    (void)end;
    b->ready = b->cap;
#endif
}

static void make_room(struct arena *a, size_t room)
{
    if (!a->top || a->top->cap - a->top->used < room) add_block(a, room);
    if (a->top->ready - a->top->used < room) ask_for_pages(a->top, a->top->used + room);
}

void *arena_raw(struct arena *a, size_t n)
{
    size_t room = aligned(a, n ? n : 1);
    if (!a->top || a->top->ready - a->top->used < room) make_room(a, room);
    void *p = a->top->at + a->top->used;
    a->top->used += room;
    return p;
}

void *arena_get(struct arena *a, size_t n)
{
    return memset(arena_raw(a, n), 0, aligned(a, n ? n : 1));
}

/* The place in the chain of a large block that holds nothing but p; NULL where there is none that may move.
 */
static struct arena_block **alone(struct arena *a, const void *p, size_t had)
{
    if (had <= LARGEST_STEP) return NULL;
    for (struct arena_block **at = &a->top; *at; at = &(*at)->prev)
        if ((*at)->at == p) return (*at)->used == had && !(*at)->marked ? at : NULL;
    return NULL;
}

/* The C library can move pages without copying them; and no older copy is left behind. */
static void *move(struct arena *a, struct arena_block **at, size_t want)
{
    struct arena_block *b = realloc(*at, sizeof *b + want);
    if (b) {
        b->cap = b->used = b->ready = want;
        *at = b;
        return b->at;
    }
    arena_fail(a, want);
}

void *arena_extend(struct arena *a, void *p, size_t old, size_t size)
{
    if (!p) return arena_raw(a, size);
    size_t had = aligned(a, old ? old : 1), want = aligned(a, size);
    struct arena_block *b = a->top;
    if (b && (unsigned char *)p + had == b->at + b->used && want >= had && b->cap - b->used >= want - had) {
        b->used += want - had;
        if (b->used > b->ready) ask_for_pages(b, b->used);
        return p;
    }
    struct arena_block **large = want > had ? alone(a, p, had) : NULL;
    if (large) return move(a, large, want);
    void *q = arena_raw(a, size);
    if (old) memcpy(q, p, old < size ? old : size);
    return q;
}

void *arena_grow(struct arena *a, void *p, size_t old, size_t size)
{
    unsigned char *q = arena_extend(a, p, old, size);
    size_t had = p ? old : 0;
    if (size > had) memset(q + had, 0, size - had);
    return q;
}

/* Below the top one, which goes on serving what is small. */
static void take_in(struct arena *a, struct arena_block *b)
{
    struct arena_block **at = a->top ? &a->top->prev : &a->top;
    b->prev = *at;
    *at = b;
}

void *arena_hand_over(struct arena *from, struct arena *to, void *p, size_t n)
{
    for (struct arena_block **at = &from->top; *at; at = &(*at)->prev) {
        struct arena_block *b = *at;
        if (b->at != p || b->marked || b->cap <= LARGEST_STEP) continue;
        *at = b->prev;
        take_in(to, b);
        return p;
    }
    return memcpy(arena_raw(to, n), p, n);
}

void arena_join(struct arena *to, struct arena *from)
{
    for (struct arena_block *b = from->top, *prev; b; b = prev) {
        prev = b->prev;
        b->marked = false;
        take_in(to, b);
    }
    from->top = NULL;
    arena_free(from);
}

struct arena_mark arena_mark(struct arena *a)
{
    if (a->top) a->top->marked = true;
    return (struct arena_mark){a->top, a->top ? a->top->used : 0};
}

void arena_reset(struct arena *a, struct arena_mark m)
{
    while (a->top && a->top != m.block) {
        struct arena_block *prev = a->top->prev;
        set_aside(a, a->top);
        a->top = prev;
    }
    if (a->top) a->top->used = m.used;
}
