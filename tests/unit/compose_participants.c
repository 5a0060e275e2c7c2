/* compose/annex: counts of participants that tell on nobody, whatever is worked out of them by subtraction.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/annex/participant_counts.h"

enum { LEAST = 5, MOST = 8, ROUNDS = 4000 };

/* Random enough, the same everywhere. */
static long next(unsigned *seed, long below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (long)(*seed >> 16 & 0x7FFF) % below;
}

static struct participant_count group(long n, long women, long unknown)
{
    return (struct participant_count){.n = n, .women = women, .unknown = unknown};
}

static void small_ones_are_put_together(void **state)
{
    (void)state;
    struct participant_count few[] = {group(9, 4, 0), group(1, 1, 0), group(6, 2, 0), group(2, 0, 1)};
    assert_int_equal(participant_counts_pool(few, 4, LEAST), 2);
    assert_int_equal(few[0].n, 9);
    assert_int_equal(few[1].n, 9); /* three are too few by themselves: six more join them */
    assert_int_equal(few[1].women, 3);
    assert_int_equal(few[1].unknown, 1);
    struct participant_count small[] = {group(2, 1, 0), group(1, 0, 0)};
    assert_int_equal(participant_counts_pool(small, 2, LEAST), 1);
    assert_int_equal(participant_counts_pool(small, 0, LEAST), 0);
    struct participant_count large[] = {group(5, 1, 0), group(7, 0, 0)};
    assert_int_equal(participant_counts_pool(large, 2, LEAST), 2);
    assert_int_equal(large[0].n, 7);
}

static void women_are_told_where_that_tells_on_nobody(void **state)
{
    (void)state;
    struct participant_count g[] = {group(9, 4, 0), group(8, 8, 0), group(7, 3, 1), group(6, 2, 0)};
    participant_counts_settle(g, 4, group(30, 17, 1), LEAST);
    assert_true(g[0].tells && g[3].tells);
    assert_false(g[1].tells); /* all of them women */
    assert_false(g[2].tells); /* somebody's sex is not known */
    /* Two who are in no group would come out: the smaller group is not told either. */
    participant_counts_settle(g, 1, group(11, 5, 0), LEAST);
    assert_false(g[0].tells);
    participant_counts_settle(g, 1, group(9, 4, 0), LEAST);
    assert_true(g[0].tells);
    participant_counts_settle(NULL, 0, group(3, 1, 0), LEAST);
}

/* Whatever the numbers: what is told, and what is left, is enough people of both sexes. */
static void nothing_comes_out_by_subtraction(void **state)
{
    (void)state;
    unsigned seed = 7;
    long told = 0;
    for (int r = 0; r < ROUNDS; r++) {
        struct participant_count g[MOST], all = group(next(&seed, 4), 0, 0), rest;
        size_t n = (size_t)next(&seed, MOST + 1);
        for (size_t i = 0; i < n; i++) {
            long size = 1 + next(&seed, 12), women = next(&seed, size + 1);
            g[i] = group(size, women, next(&seed, 3) ? 0 : next(&seed, size - women + 1));
            all = group(all.n + size, all.women + women, all.unknown + g[i].unknown);
        }
        participant_counts_settle(g, n, all, LEAST);
        rest = all;
        for (size_t i = 0; i < n; i++) {
            if (!g[i].tells) continue;
            assert_true(g[i].n >= LEAST && !g[i].unknown && g[i].women && g[i].women < g[i].n);
            rest = group(rest.n - g[i].n, rest.women - g[i].women, rest.unknown - g[i].unknown);
            told++;
        }
        if (rest.n && rest.n < all.n)
            assert_true(rest.n >= LEAST && rest.women && rest.women + rest.unknown < rest.n);
    }
    assert_true(told > ROUNDS / 2);
}

/* Rows to sign on, the head aside. */
static long rows_of(struct hand *h, size_t n, size_t named, int days)
{
    struct corpus *c = &h->corpus;
    c->nparticipants = n;
    c->participants = ARENA_MANY(h->keep, struct participant, n);
    for (size_t i = 0; i < named; i++) c->participants[i].consent_name = true;
    c->ndays = days;
    struct tree *t = hand_compose(h, "handouts/attendance");
    long rows = 0;
    for (const struct node *sect = t->root->first; sect; sect = sect->next)
        for (const struct node *x = sect->first ? sect->first->first : NULL; x && sect->role == ROLE_SECT;
             x = x->next)
            rows += x->role == ROLE_ROW && !x->head;
    return rows;
}

/* A row for each who agreed and each who did not, and some to spare; a list gone wrong fills no thousand
 * pages. */
static void rows_to_sign_on_are_bounded(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    assert_int_equal(rows_of(h, 12, 3, 1), 12 + 8);
    assert_int_equal(rows_of(h, 500, 500, 1), 500 + 8);
    assert_int_equal(rows_of(h, 5000, 10, 1), 10 + 400);
    assert_int_equal(rows_of(h, 12, 3, 9), 3 * (12 + 8));
    assert_int_equal(rows_of(h, 12, 3, 900), 28 / 4 * (12 + 8));
    hand_close(h);
}

/* The largest first, ties as they came; what tells nothing last, then what is put together. */
static void rows_are_in_order(void **state)
{
    (void)state;
    struct participant_count g[] = {group(1, 0, 0), group(5, 0, 0), group(9, 0, 0), group(1, 0, 0),
                                    group(7, 0, 0)};
    for (size_t i = 0; i < 5; i++) g[i].at = i;
    g[1].kind = PARTICIPANT_COUNT_UNTOLD;
    g[2].kind = PARTICIPANT_COUNT_OTHERS;
    participant_counts_order(g, 5);
    static const size_t want[] = {4, 0, 3, 1, 2};
    for (size_t i = 0; i < 5; i++) assert_int_equal(g[i].at, want[i]);
    participant_counts_order(NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(small_ones_are_put_together),
                                       cmocka_unit_test(women_are_told_where_that_tells_on_nobody),
                                       cmocka_unit_test(nothing_comes_out_by_subtraction),
                                       cmocka_unit_test(rows_are_in_order),
                                       cmocka_unit_test(rows_to_sign_on_are_bounded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
