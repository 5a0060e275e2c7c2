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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_to_the_caller),
        cmocka_unit_test(sizes_that_overflow_are_no_memory),
        cmocka_unit_test(one_like_another_fails_like_it_and_has_its_own_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
