/* column_widths: columns of numbers that are alike, halves that are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/table/column_widths.h"

enum { N = 4, ROOM = 1000, MOST = 150 };

struct measures {
    int32_t min[N], max[N], word[N], width[N];
};

static struct column_widths of(struct measures *m)
{
    return (struct column_widths){N, m->min, m->max, m->word, m->width, NULL};
}

static void are(const struct measures *m, struct measures want)
{
    assert_memory_equal(m->min, want.min, sizeof want.min);
    assert_memory_equal(m->max, want.max, sizeof want.max);
    assert_memory_equal(m->word, want.word, sizeof want.word);
    assert_memory_equal(m->width, want.width, sizeof want.width);
}

static const bool NUMBERS[N] = {false, true, true, true};

/* Numbers are no wider than they may be; what they leave is the names'. */
static void numbers_are_alike(void **state)
{
    (void)state;
    struct measures m = {{50, 20, 40, 60}, {200, 20, 90, 300}, {50, 20, 40, 60}, {0}};
    struct column_widths w = of(&m);
    column_widths_even(&w, NUMBERS, MOST, ROOM);
    for (int i = 1; i < N; i++) assert_int_equal(m.min[i], MOST), assert_int_equal(m.max[i], MOST);
    assert_int_equal(m.max[0], ROOM - 3 * MOST);
}

/* Names that want more than a share leave the rest to the numbers. */
static void long_names_leave_room(void **state)
{
    (void)state;
    struct measures m = {{50, 20, 40, 60}, {900, 20, 90, 300}, {50, 20, 40, 60}, {0}};
    struct column_widths w = of(&m);
    column_widths_even(&w, NUMBERS, 500, ROOM);
    assert_in_range(m.max[1] * 3, 550, 650);
    assert_true(m.max[1] == m.max[2] && m.max[2] == m.max[3]);
}

/* What is left over is the others'. */
static void what_stays_whole_takes_its_own(void **state)
{
    (void)state;
    static const bool hours[N] = {true}, all[N] = {true, true, true, true};
    struct measures m = {{60, 20, 40, 60}, {60, 100, 100, 200}, {60, 20, 40, 60}, {0}};
    struct column_widths w = of(&m);
    w.whole = hours;
    assert_true(column_widths_choose(&w, ROOM));
    assert_int_equal(m.width[0], 60);
    assert_int_equal(m.width[3], 470);
    w.whole = all;
    assert_true(column_widths_choose(&w, ROOM));
    assert_in_range(column_widths_sum(m.width, N), ROOM - N, ROOM);
}

/* A long word has its room, and the others less, but no less than their own. */
static void a_long_word_is_not_cut(void **state)
{
    (void)state;
    struct measures m = {{50, 20, 120, 400}, {900, 20, 120, 400}, {50, 20, 120, 400}, {0}};
    struct column_widths w = of(&m);
    column_widths_even(&w, NUMBERS, 500, ROOM);
    assert_int_equal(m.max[3], 400);
    assert_int_equal(m.max[2], 120);
    assert_in_range(m.max[1], 20, 120);
    assert_true(column_widths_choose(&w, ROOM));
    assert_int_equal(column_widths_sum(m.width, N), ROOM);
}

/* All are as wide as the longest word wants, where names keep room. */
static void columns_of_one_kind_are_alike(void **state)
{
    (void)state;
    struct measures m = {{50, 20, 40, 190}, {400, 20, 90, 190}, {50, 20, 40, 190}, {0}};
    struct column_widths w = of(&m);
    column_widths_even(&w, NUMBERS, MOST, ROOM);
    for (int i = 1; i < N; i++) assert_int_equal(m.min[i], 190), assert_int_equal(m.max[i], 190);
    assert_true(column_widths_choose(&w, ROOM));
    assert_int_equal(m.width[0], ROOM - 3 * 190);
}

/* Names that want much get what numbers leave that want little. */
static void short_numbers_leave_room(void **state)
{
    (void)state;
    struct measures m = {{50, 20, 40, 60}, {700, 20, 90, 90}, {50, 20, 40, 60}, {0}};
    struct column_widths w = of(&m);
    assert_int_equal(column_widths_spare(&w, NUMBERS, ROOM), ROOM - 700 - 3 * 90);
    column_widths_even(&w, NUMBERS, MOST, ROOM);
    assert_true(m.max[0] >= 700 && m.max[1] == m.max[3] && m.max[1] >= 90);
}

static void no_numbers_no_change(void **state)
{
    (void)state;
    static const bool none[N] = {false};
    struct measures m = {{50, 20, 40, 60}, {200, 20, 90, 300}, {0}, {0}};
    struct column_widths w = of(&m);
    column_widths_even(&w, none, MOST, ROOM);
    are(&m, (struct measures){{50, 20, 40, 60}, {200, 20, 90, 300}, {0}, {0}});
}

static void halves_want_what_either_does(void **state)
{
    (void)state;
    struct measures m = {{10, 20, 30, 5}, {100, 20, 30, 400}, {1, 2, 3, 4}, {0}};
    struct column_widths w = of(&m);
    column_widths_alike(&w);
    are(&m, (struct measures){{30, 20, 30, 20}, {100, 400, 100, 400}, {3, 4, 3, 4}, {0}});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_alike),
        cmocka_unit_test(long_names_leave_room),
        cmocka_unit_test(what_stays_whole_takes_its_own),
        cmocka_unit_test(a_long_word_is_not_cut),
        cmocka_unit_test(columns_of_one_kind_are_alike),
        cmocka_unit_test(short_numbers_leave_room),
        cmocka_unit_test(no_numbers_no_change),
        cmocka_unit_test(halves_want_what_either_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
