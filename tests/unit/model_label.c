/* What figures and tables are called, in captions and in text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "model/label.h"

static void labels_are_spelt_one_way(void **state)
{
    struct arena *a = *state;
    assert_true(str_is(label_name(a, STR("fig:bridge")), "fig:bridge"));
    assert_true(str_is(label_name(a, STR("Tbl:one} more")), "tab:one"));
    assert_true(str_is(label_name(a, STR("tab:ក-១ width=3")), "tab:ក-១"));
    assert_int_equal(label_name(a, STR("fig:")).n, 0);
    assert_int_equal(label_name(a, STR("figure:a")).n, 0);
    assert_int_equal(label_name(a, STR("")).n, 0);
}

static void braces_end_a_caption(void **state)
{
    (void)state;
    assert_int_equal(label_braces(STR("A bridge {#fig:bridge}")), 9);
    assert_int_equal(label_braces(STR("A bridge {#fig:bridge .wide}  ")), 9);
    assert_int_equal(label_braces(STR("{#tab:a}")), 0);
    assert_true(label_braces(STR("A bridge {#sec:bridge}")) == SIZE_MAX);
    assert_true(label_braces(STR("{#fig:a} in the middle")) == SIZE_MAX);
    assert_true(label_braces(STR("}")) == SIZE_MAX);
    assert_true(label_braces((struct str){0}) == SIZE_MAX);
}

static void references_stand_in_text(void **state)
{
    (void)state;
    size_t end = 0;
    struct str text = STR("[@x] see [@fig:a] and [@tab:b_c].");
    size_t first = label_reference(text, 0, &end);
    assert_int_equal(first, 9);
    assert_int_equal(end, 17);
    assert_int_equal(label_reference(text, end, &end), 22);
    assert_int_equal(end, 32);
    assert_true(label_reference(text, end, &end) == SIZE_MAX);
    assert_true(label_reference(STR("[@fig:a"), 0, &end) == SIZE_MAX);
    assert_true(label_reference(STR("[@fig:a b]"), 0, &end) == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_spelt_one_way),
        cmocka_unit_test(braces_end_a_caption),
        cmocka_unit_test(references_stand_in_text),
    };
    return cmocka_run_group_tests(tests, arena_start, arena_end);
}
