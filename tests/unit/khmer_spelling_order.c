/* khmer: spelling order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "khmer/spelling_order.h"
#include "khmer_help.h"

static int wrong;

static void compare(struct arena *a, struct str kind, struct str typed, struct str normal)
{
    struct str mended = spelling_order_mend(a, typed),
               got = str_of(spelling_order_kind_name(spelling_order_kind_of(a, typed)));
    if (str_eq(mended, normal) && str_eq(got, kind)) return;
    print_error("%.*s: %.*s %.*s, not %.*s %.*s\n", STR_ARGS(typed), STR_ARGS(mended), STR_ARGS(got),
                STR_ARGS(normal), STR_ARGS(kind));
    wrong++;
}

static void own_row(struct arena *a, struct str line)
{
    compare(a, field(line, 0), field(line, 1), field(line, 2));
    /* The same amid other text: only its own cluster changes. */
    struct str typed = str_fmt(a, "ខ្មែរ %.*s ខ្មែរ", STR_ARGS(field(line, 1)));
    struct str normal = str_fmt(a, "ខ្មែរ %.*s ខ្មែរ", STR_ARGS(field(line, 2)));
    compare(a, field(line, 0), typed, normal);
}

static void shared_row(struct arena *a, struct str line)
{
    compare(a, field(line, 1), field(line, 2), field(line, 4));
}

static void order_cases(void **state)
{
    wrong = 0;
    assert_true(each_row(*state, "tests/shape/order.tsv", own_row));
    each_row(*state, "../shared/khmer/dotted-circle-cases.tsv", shared_row);
    assert_int_equal(wrong, 0);
}

static void order_same_slice(void **state)
{
    struct str t = STR("ក្រសួងអប់រំ យុវជន និងកីឡា, STEM 2023 "
                       "«ការ​សិក្សា»។");
    assert_ptr_equal(spelling_order_mend(*state, t).s, t.s);
}

struct told {
    size_t n;
    struct spelling_order_fault at[8];
};

static void tell(void *with, const struct spelling_order_fault *fault)
{
    struct told *t = with;
    if (t->n < 8) t->at[t->n] = *fault;
    t->n++;
}

static void order_faults(void **state)
{
    struct told t = {0};
    struct str text = STR("លេាក ស្រ្តី ក្ aា កណ្ដាល ក​ារ");
    spelling_order_check(*state, text, tell, &t);
    assert_int_equal(t.n, 5);
    assert_int_equal(t.at[0].kind, SPELLING_ORDER_COMPOUND);
    assert_int_equal(t.at[0].from, 0);
    assert_int_equal(t.at[0].to, 9);
    assert_true(str_is(t.at[0].normal, "លោ"));
    assert_false(t.at[0].shows_circle);
    assert_int_equal(t.at[1].kind, SPELLING_ORDER_ORDER);
    assert_false(t.at[1].shows_circle);
    assert_int_equal(t.at[2].kind, SPELLING_ORDER_BROKEN);
    assert_true(t.at[2].shows_circle);
    assert_int_equal(t.at[2].normal.n, 0);
    assert_int_equal(t.at[3].from, str_find(text, STR("a"), 0) + 1);
    assert_int_equal(t.at[4].kind, SPELLING_ORDER_ZW);
    assert_true(t.at[4].shows_circle);
}

/* What would change the picture is told as such, whatever its kind. */
static void order_looks(void **state)
{
    static const struct {
        const char *typed;
        bool differs;
    } rows[] = {{"លេាក", false},
                {"ស្រ្តី", false},
                {"ស្វ៌ា", false},
                {"បុី", false},
                {"សុី", false},
                {"ញុាំ", false},
                {"គំុ", false},
                {"ចំា", true},
                {"ម៉្យាង", true},
                {"កុី", true},
                {"ណុី", true},
                {"បុើ", true},
                {"ស៊៊ី", true},
                {"ក\xE2\x80\x8Bា", true},
                {"អ\xE2\x80\x8C៊ី", false},
                {"ប៉ិ\xE2\x80\x8C", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct told t = {0};
        spelling_order_check(*state, str_of(rows[i].typed), tell, &t);
        assert_int_equal(t.n, 1);
        if (t.at[0].shows_circle != rows[i].differs) print_error("%s\n", rows[i].typed);
        assert_int_equal(t.at[0].shows_circle, rows[i].differs);
    }
}

static bool mendable(enum spelling_order_kind kind)
{
    return kind >= SPELLING_ORDER_ORDER && kind <= SPELLING_ORDER_DOUBLED;
}

/* Mending twice changes nothing more; what is mended has no fault that a mend could take away. */
static void order_settles(void **state)
{
    static const char *const bits[] = {"ក",
                                       "រ",
                                       "្",
                                       "ា",
                                       "េ",
                                       "ី",
                                       "ុ",
                                       "ំ",
                                       "៉",
                                       "៊",
                                       "៌",
                                       "័",
                                       "ះ",
                                       "\xE2\x80\x8B",
                                       "\xE2\x80\x8C",
                                       "\xE2\x81\xA0",
                                       " ",
                                       "a",
                                       "៓",
                                       "១",
                                       "\xFF",
                                       "៝",
                                       "ឥ",
                                       "◌"};
    uint32_t seed = 11;
    for (int round = 0; round < 20000; round++) {
        struct arena *a = arena_new();
        struct buf text = BUF(a);
        for (int i = 0; i < 10; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_put(&text, bits[(seed >> 16) % (sizeof bits / sizeof *bits)]);
        }
        struct str once = spelling_order_mend(a, buf_str(&text)), twice = spelling_order_mend(a, once);
        if (!str_eq(once, twice))
            print_error("%.*s: %.*s, then %.*s\n", STR_ARGS(buf_str(&text)), STR_ARGS(once), STR_ARGS(twice));
        assert_true(str_eq(once, twice));
        assert_false(mendable(spelling_order_kind_of(a, once)));
        assert_false(mendable(spelling_order_kind_of(a, buf_str(&text))) && str_eq(once, buf_str(&text)));
        arena_free(a);
    }
    (void)state;
}

static void order_folds(void **state)
{
    struct arena *a = *state;
    assert_true(str_is(spelling_order_fold(a, STR("កណ្ដាល")), "កណ្តាល"));
    assert_true(str_is(spelling_order_fold(a, STR(" Chan\xC2\xA0ROATH ")), "chanroath"));
    assert_true(str_is(spelling_order_fold(a, STR("លេាក​ ស្រ្តី")), "លោកស្ត្រី"));
    assert_int_equal(spelling_order_fold(a, STR("")).n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_cases),   cmocka_unit_test(order_same_slice), cmocka_unit_test(order_faults),
        cmocka_unit_test(order_settles), cmocka_unit_test(order_looks),      cmocka_unit_test(order_folds),
    };
    return cmocka_run_group_tests(tests, arena_start, arena_end);
}
