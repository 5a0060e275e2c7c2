/* What stands before names: every title of the list is seen, in any letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "read/check/people.h"

static void titles_are_seen(void **state)
{
    static const char *const texts[] = {"His Excellency Sok",
                                        "Her Excellency Sok",
                                        "H.E. Sok",
                                        "H.E Sok",
                                        "Professor Sok",
                                        "prof Sok",
                                        "Doctor Sok",
                                        "DR Sok",
                                        "Mrs. Sok",
                                        "Mr Sok",
                                        "miss Sok",
                                        "Ms Sok",
                                        "Madam Sok",
                                        "Venerable Sok",
                                        "ឯកឧត្តម សុខ",
                                        "លោកជំទាវ សុខ",
                                        "លោកស្រី សុខ",
                                        "លោកគ្រូ សុខ",
                                        "លោក សុខ",
                                        "អ្នកស្រី សុខ",
                                        "អ្នកគ្រូ សុខ",
                                        "អ្នកនាង សុខ",
                                        "កញ្ញា សុខ",
                                        "បណ្ឌិត សុខ",
                                        "សាស្ត្រាចារ្យ សុខ"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        enum sex sex = SEX_UNKNOWN;
        struct str text = str_of(texts[i]), name = (unsigned char)texts[i][0] < 0x80 ? STR("Sok") : STR("សុខ");
        assert_int_equal(people_title(text, &sex), text.n - name.n);
    }
}

static void other_words_are_none(void **state)
{
    static const char *const texts[] = {"", "D", "Drink", "Most", "គ្រូ", "\xE1", "\xE1\x9E", "5"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        enum sex sex = SEX_UNKNOWN;
        assert_int_equal(people_title(str_of(texts[i]), &sex), 0);
    }
}

/* None begins inside a Latin word; Khmer has no blank before one. */
static void titles_are_found_in_a_text(void **state)
{
    struct str text = STR("xMr. A, (Dr. Sok) thMs B ហើយលោកស្រី សុខ កកញ្ញា");
    static const char *const found[] = {"Dr. ", "លោកស្រី ", "កញ្ញា"};
    size_t at = 0, n;
    (void)state;
    for (size_t i = 0; i < sizeof found / sizeof *found; i++, at += n) {
        enum sex sex = SEX_UNKNOWN;
        at = people_title_next(text, at, &n, &sex);
        assert_true(str_is(str_sub(text, at, at + n), found[i]));
        assert_int_equal(sex, i ? SEX_FEMALE : SEX_UNKNOWN);
    }
    enum sex sex = SEX_UNKNOWN;
    assert_int_equal(people_title_next(text, at, &n, &sex), text.n);
    assert_int_equal(n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_seen),
        cmocka_unit_test(other_words_are_none),
        cmocka_unit_test(titles_are_found_in_a_text),
    };
    return cmocka_run_group_tests(tests, arena_start, arena_end);
}
