/* base/map: keys of each kind find their values, and nothing else, however the map grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "base/map.h"

#include <stdio.h>

enum { MANY = 5000 };

static void numbers_find_their_values(void **state)
{
    struct map m = MAP(*state);
    assert_null(map_get(&m, 7));
    assert_int_equal(map_number(&m, 7), 0);
    for (size_t i = 1; i <= MANY; i++) map_put_number(&m, i << 21, i);
    for (size_t i = 1; i <= MANY; i++) assert_int_equal(map_number(&m, i << 21), i);
    assert_null(map_get(&m, 7));
    map_put_number(&m, 3 << 21, 9);
    assert_int_equal(map_number(&m, 3 << 21), 9);
    assert_int_equal(m.used, MANY);
}

/* 0 and the largest number are keys like any other. */
static void the_ends_of_numbers_are_keys(void **state)
{
    struct map m = MAP(*state);
    map_put_number(&m, 0, 1);
    map_put_number(&m, UINT64_MAX, 2);
    assert_int_equal(map_number(&m, 0), 1);
    assert_int_equal(map_number(&m, UINT64_MAX), 2);
    assert_null(map_get(&m, 1));
}

static void pointers_are_keys(void **state)
{
    struct map m = MAP(*state);
    char *all = arena_get(*state, MANY);
    for (size_t i = 0; i < MANY; i += 2) *map_at(&m, map_pointer(all + i)) = all + MANY - 1 - i;
    for (size_t i = 0; i < MANY; i++) {
        const char *value = map_get(&m, map_pointer(all + i));
        assert_ptr_equal(value, i % 2 ? NULL : all + MANY - 1 - i);
    }
    assert_null(map_get(&m, map_pointer(NULL)));
}

/* The key is the map's own: what it was made from may change. */
static void strings_are_copied(void **state)
{
    struct map m = MAP(*state);
    char name[8];
    for (size_t i = 0; i < MANY; i++) {
        int n = snprintf(name, sizeof name, "%zu", i);
        *map_at_str(&m, (struct str){name, (size_t)n}) = *state;
    }
    assert_ptr_equal(map_get_str(&m, STR("0")), *state);
    assert_ptr_equal(map_get_str(&m, STR("4999")), *state);
    assert_null(map_get_str(&m, STR("5000")));
    assert_null(map_get_str(&m, STR("")));
    *map_at_str(&m, STR("17")) = &m;
    assert_ptr_equal(map_get_str(&m, STR("17")), &m);
}

static void a_set_knows_what_was_in(void **state)
{
    struct map set = MAP(*state);
    assert_false(map_add_str(&set, STR("")));
    assert_false(map_add_str(&set, STR("a")));
    assert_false(map_add_str(&set, STR("aa")));
    assert_true(map_add_str(&set, STR("a")));
    assert_true(map_add_str(&set, STR("")));
    assert_int_equal(set.used, 3);
}

static bool same_remainder(const void *value, const void *wanted)
{
    return *(const int *)value % 1000 == *(const int *)wanted % 1000;
}

/* All under one hash, and as many hashes as there are remainders: the caller alone tells them apart. */
static void callers_compare(void **state)
{
    struct map one = MAP(*state), many = MAP(*state);
    for (int i = 0; i < 3000; i++) {
        uint64_t hash = (uint64_t)i % 1000;
        int *v = ARENA_ONE(*state, int);
        void **a = map_at_by(&one, 42, same_remainder, &i), **b = map_at_by(&many, hash, same_remainder, &i);
        *v = i;
        assert_true((i >= 1000) == (*a != NULL) && (i >= 1000) == (*b != NULL));
        if (!*a) *a = *b = v;
    }
    int wanted = 7999, *x = map_get_by(&one, 42, same_remainder, &wanted);
    assert_int_equal(*x, 999);
    assert_ptr_equal(map_get_by(&many, 999, same_remainder, &wanted), x);
    assert_null(map_get_by(&many, 998, same_remainder, &wanted));
    assert_int_equal(one.used, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_find_their_values, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(the_ends_of_numbers_are_keys, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(pointers_are_keys, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(strings_are_copied, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(a_set_knows_what_was_in, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(callers_compare, arena_start, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
