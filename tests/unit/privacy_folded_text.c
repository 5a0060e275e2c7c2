/* privacy/folded_text: a name is one, whichever way its accents are typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "privacy/name/folded_text.h"

static void folds_to(struct arena *a, const char *typed, const char *folded)
{
    struct str s = folded_text_str(a, folded_text_of(a, str_of(typed)));
    assert_int_equal(s.n, strlen(folded));
    assert_memory_equal(s.s, folded, s.n);
}

static void accents_are_left_out(void **state)
{
    folds_to(*state, "Nguyễn Thế", "nguyenthe");
    folds_to(*state, "Nguye\xCC\x82\xCC\x83n The\xCC\x82\xCC\x81", "nguyenthe"); /* typed one by one */
    folds_to(*state, "ŁUKASZ Sørensen", "lukaszsorensen");
    folds_to(*state, "Əliyev əliyev", "eliyeveliyev");
}

static void an_accent_belongs_to_its_letter(void **state)
{
    struct folded_text t = folded_text_of(*state, str_of("e\xCC\x81z"));
    assert_int_equal(t.n, 2);
    assert_int_equal(t.at[0].to, 3);
    assert_int_equal(t.at[1].from, 3);
}

static void other_scripts_keep_their_signs(void **state)
{
    folds_to(*state, "សុខ​ ដារ៉ា", "សុខដារ៉ា");
    folds_to(*state, "김 ก่", "김ก่");
    folds_to(*state, "Сара", "capa"); /* Cyrillic that looks Latin */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(accents_are_left_out, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(an_accent_belongs_to_its_letter, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(other_scripts_keep_their_signs, arena_start, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
