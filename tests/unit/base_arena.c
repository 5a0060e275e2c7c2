/* arena: what happens where memory is exhausted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

struct told {
    int times;
    size_t bytes;
};

static void tell(void *with, size_t bytes)
{
    struct told *t = with;
    t->times++;
    t->bytes = bytes;
}

static void comes_back_to_the_caller(void **state)
{
    (void)state;
    jmp_buf back;
    struct told told = {0};
    struct arena *a = arena_new_with((struct arena_failure){tell, &told, &back});
    if (!setjmp(back)) {
        arena_raw(a, SIZE_MAX - 40);
        fail_msg("there cannot be so much memory");
    }
    assert_int_equal(told.times, 1);
    assert_true(told.bytes >= SIZE_MAX - 40);
    arena_free(a);
}

static void sizes_that_overflow_are_no_memory(void **state)
{
    (void)state;
    jmp_buf back;
    struct told told = {0};
    struct arena *a = arena_new_with((struct arena_failure){tell, &told, &back});
    if (!setjmp(back)) {
        arena_raw(a, SIZE_MAX);
        fail_msg("there cannot be so much memory");
    }
    assert_int_equal(told.times, 1);
    arena_free(a);
}

static void one_like_another_fails_like_it_and_has_its_own_way_back(void **state)
{
    (void)state;
    jmp_buf back, own;
    struct told told = {0};
    struct arena *a = arena_new_with((struct arena_failure){tell, &told, &back}), *b = arena_new_like(a);
    arena_back(b, &own);
    if (setjmp(back)) fail_msg("came back to the wrong place");
    if (!setjmp(own)) arena_fail(b, 7);
    assert_int_equal(told.bytes, 7);
    arena_free(a);
    arena_free(b);
}

/* Large blocks change hands, small bytes are copied; either outlives the arena that it came from. */
static void bytes_are_handed_over(void **state)
{
    (void)state;
    enum { LARGE = 9 << 20 };
    struct arena *from = arena_new(), *to = arena_new();
    char *first = arena_get(to, 10), *small = arena_get(from, 10);
    struct arena_mark mark = arena_mark(from);
    char *large = arena_get(from, LARGE);
    strcpy(first, "first");
    strcpy(small, "small");
    large[LARGE - 1] = 'x';
    char *copied = arena_hand_over(from, to, small, 10), *moved = arena_hand_over(from, to, large, LARGE);
    assert_ptr_equal(moved, large);
    assert_ptr_not_equal(copied, small);
    arena_reset(from, mark);
    strcpy(arena_get(from, 10), "again");
    arena_free(from);
    for (int i = 0; i < 1000; i++) arena_get(to, 5000);
    assert_string_equal(first, "first");
    assert_string_equal(copied, "small");
    assert_int_equal(moved[LARGE - 1], 'x');
    arena_free(to);
    struct arena *empty = arena_new();
    from = arena_new();
    large = arena_get(from, LARGE);
    assert_ptr_equal(arena_hand_over(from, empty, large, LARGE), large);
    arena_free(from);
    large[0] = 'y';
    arena_free(empty);
}

/* Memory checkers see one that is left, or freed twice. */
static void one_within_another_goes_with_it(void **state)
{
    (void)state;
    struct arena *outer = arena_new(), *first = arena_new_within(outer), *second = arena_new_within(outer),
                 *deeper = arena_new_within(second);
    char *kept = arena_get(first, 10);
    strcpy(arena_get(deeper, 10), "deeper");
    arena_free(second);
    strcpy(kept, "kept");
    strcpy(arena_get(arena_new_within(outer), 10), "third");
    assert_string_equal(kept, "kept");
    arena_free(outer);
}

/* What lay in one lies in the other, whichever had the larger blocks, and the other goes on. */
static void arenas_are_joined(void **state)
{
    (void)state;
    struct arena *to = arena_new(), *from = arena_new(), *empty = arena_new();
    char *own = arena_get(to, 10), *small = arena_get(from, 10), *large = arena_get(from, 9 << 20);
    strcpy(own, "own");
    strcpy(small, "small");
    large[0] = 'x';
    arena_join(to, from);
    arena_join(to, arena_new());
    for (int i = 0; i < 1000; i++) memset(arena_get(to, 5000), 'z', 5000);
    assert_string_equal(own, "own");
    assert_string_equal(small, "small");
    assert_int_equal(large[0], 'x');
    arena_join(empty, to);
    memset(arena_get(empty, 5000), 'z', 5000);
    assert_string_equal(own, "own");
    arena_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_to_the_caller),
        cmocka_unit_test(sizes_that_overflow_are_no_memory),
        cmocka_unit_test(one_like_another_fails_like_it_and_has_its_own_way_back),
        cmocka_unit_test(bytes_are_handed_over),
        cmocka_unit_test(one_within_another_goes_with_it),
        cmocka_unit_test(arenas_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
