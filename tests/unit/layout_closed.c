/* layout: a galley whose groups are remembered gives the pages that one gives whose groups are looked at
 * anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "layout/fit/copyfit.h"

enum { LINE = 10000, PAGE = 40 * LINE, BOXES = 220, ROUNDS = 20, DEPTH = 3 };

static uint32_t drawn(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static struct box line(struct arena *a, uint32_t *seed)
{
    struct box b = {.kind = BOX_BAND, .height = LINE + (int32_t)drawn(seed, 4) * 700, .first = 7000};
    b.keep = !drawn(seed, 5);
    b.mild = (enum box_mild)drawn(seed, 3);
    b.hyphenated = !drawn(seed, 9);
    if (!drawn(seed, 12)) b.asks = 3 * LINE;
    if (!drawn(seed, 15)) b.least = b.height, b.height *= 6;
    if (!drawn(seed, 14)) {
        b.notes = ARENA_ONE(a, struct box_note);
        b.notes->height = LINE;
        b.notes->galley = galley_new(a, 0, 1000);
    }
    return b;
}

static void fill(struct arena *a, struct galley *s, uint32_t *seed, uint32_t n, int depth)
{
    for (uint32_t i = 0; i < n; i++) {
        struct box b = line(a, seed);
        if (depth < DEPTH && !drawn(seed, 3)) {
            b = (struct box){.kind = BOX_GROUP,
                             .level = drawn(seed, 2),
                             .whole = !drawn(seed, 3),
                             .keep = !drawn(seed, 6)};
            b.row = !depth && !drawn(seed, 3);
            if (b.row) b.height = 3000;
            b.ncolumns = 2 + drawn(seed, 2);
            b.columns = ARENA_MANY(a, struct galley *, b.ncolumns);
            for (size_t k = 0; k < b.ncolumns; k++) {
                b.columns[k] = galley_new(a, 0, 1000);
                fill(a, b.columns[k], seed, drawn(seed, 7), depth + 1);
            }
        }
        if (!depth && i && !drawn(seed, 40)) {
            s->new_page = true;
            s->shares = s->opens = drawn(seed, 2);
        }
        galley_add(a, s, b, (int32_t)drawn(seed, 5) * 2000);
    }
}

static bool is_untouched(const struct galley *s)
{
    for (size_t i = 0; i < s->boxes.n; i++)
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) {
            const struct galley *c = s->boxes.at[i].columns[k];
            if (c->from || c->partial || !is_untouched(c)) return false;
        }
    return true;
}

static void go_on(struct galley *s)
{
    for (size_t i = s->from; i < s->to + s->partial; i++)
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) go_on(s->boxes.at[i].columns[k]);
    s->from = s->to;
    s->partial = false;
}

/* What each page takes of each galley, as a number. */
static uint64_t trace(const struct galley *s, uint64_t h)
{
    h = (h ^ (s->to * 31 + s->partial)) * UINT64_C(1099511628211);
    h = (h ^ (uint64_t)(s->used * 7 + s->notes * 3 + s->shift)) * UINT64_C(1099511628211);
    for (size_t i = s->from; i < s->to + s->partial; i++) {
        h = (h ^ (uint64_t)s->boxes.at[i].before) * UINT64_C(1099511628211);
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) h = trace(s->boxes.at[i].columns[k], h);
    }
    return h;
}

static uint64_t pages_of(uint32_t seed, bool closed)
{
    struct arena *a = arena_new(), *scratch = arena_new();
    struct galley *s = galley_new(a, 0, 100000);
    uint64_t h = UINT64_C(14695981039346656037);
    fill(a, s, &seed, BOXES, 0);
    if (closed) galley_close(s);
    copyfit_chapters(&(struct copyfit){s, scratch, PAGE, 0});
    assert_true(is_untouched(s));
    for (struct galley_room room = {.height = PAGE, .force = true}; !galley_done(s); go_on(s)) {
        galley_shrink(s, room);
        galley_take(s, room);
        h = trace(s, h);
    }
    arena_free(scratch);
    arena_free(a);
    return h;
}

static void what_is_remembered_is_what_it_was(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        uint64_t anew = pages_of(seed, false), remembered = pages_of(seed, true);
        if (anew != remembered) fprintf(stderr, "seed %u\n", (unsigned)seed);
        assert_true(anew == remembered);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_remembered_is_what_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
