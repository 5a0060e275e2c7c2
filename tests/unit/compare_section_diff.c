/* What two lists of sections tell: each change once, by the section whose own it is; tables that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compare/event_facts.h"
#include "compare/section_diff.h"

static struct arena *keep;

static int open_arena(void **state)
{
    (void)state;
    keep = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(keep);
    return 0;
}

/* "anchor:level:title:page:text;": a section each; the sum is of the text as it stands there. */
static struct section_list sections(const char *text)
{
    VEC(struct section) all = {0};
    struct str rest = str_of(text), one;
    while (rest.n && str_cut(&rest, ';', &one)) {
        struct str part[5];
        for (int i = 0; i < 5; i++)
            if (!str_cut(&one, ':', &part[i])) part[i] = (struct str){0};
        size_t page = (size_t)(part[3].s[0] - '0');
        char sum[65];
        memset(sum, part[4].n ? part[4].s[0] : '0', 64);
        sum[64] = 0;
        VEC_ADD(keep, all,
                (struct section){.anchor = part[0],
                                 .level = part[1].s[0] - '0',
                                 .title = part[2],
                                 .first = page,
                                 .last = page,
                                 .digits = str_copy(keep, str_of(sum))});
    }
    return (struct section_list){all.at, all.n};
}

static const char *told(const char *was, const char *now)
{
    struct section_diff d = section_diff_of(keep, sections(was), sections(now));
    struct buf b = BUF(keep);
    section_diff_lines(&b, &d, LANG_EN);
    return str_copy(keep, buf_str(&b)).s;
}

static const char *summed(const char *was, const char *now, enum lang lang)
{
    struct section_diff d = section_diff_of(keep, sections(was), sections(now));
    struct buf b = BUF(keep);
    section_diff_sum(&b, &d, lang);
    return str_copy(keep, buf_str(&b)).s;
}

#define BOOK "a:1:A:1:a;b:1:B:2:b;:2:Key:2:c;c:1:C:3:d;:2:Key:4:e"

static void the_same_is_the_same(void **state)
{
    (void)state;
    assert_string_equal(told(BOOK, BOOK), "");
    assert_string_equal(summed(BOOK, BOOK, LANG_EN), "no section changed");
    assert_string_equal(told("", ""), "");
}

static void what_comes_later_in_the_book_has_not_changed(void **state)
{
    (void)state; /* pages alone are no change */
    assert_string_equal(told(BOOK, "a:1:A:1:a;b:1:B:3:b;:2:Key:4:c;c:1:C:5:d;:2:Key:6:e"), "");
}

static void a_title_that_stands_twice_is_found_below_its_own_chapter(void **state)
{
    (void)state;
    assert_string_equal(told(BOOK, "a:1:A:1:a;b:1:B:2:b;:2:Key:2:c;c:1:C:3:d;:2:Key:4:f"),
                        "changed\tp. 4\tC › Key\n");
    assert_string_equal(told(BOOK, "a:1:A:1:a;b:1:B:2:b;c:1:C:3:d;:2:Key:4:e"), "gone\tp. 2\tB › Key\n");
    assert_string_equal(told(BOOK, "a:1:A:1:a;b:1:B:2:b;:2:Key:2:c;:2:Key:3:x;c:1:C:3:d;:2:Key:4:e"),
                        "added\tp. 3\tB › Key\n");
}

static void what_moves_is_told_once_with_all_that_is_in_it(void **state)
{
    (void)state;
    assert_string_equal(told(BOOK, "a:1:A:1:a;c:1:C:2:d;:2:Key:2:e;b:1:B:3:b;:2:Key:4:c"),
                        "moved\tp. 3 → 2\tC\n");
    assert_string_equal(told(BOOK, "a:1:A:1:a;c:1:C:2:d;:2:Key:2:e;b:1:B:3:x;:2:Key:4:c"),
                        "moved\tp. 3 → 2\tC\nchanged\tp. 3\tB\n");
    assert_string_equal(told("a:1:A:1:a;b:1:B:1:b;c:1:C:2:c", "b:1:B:1:b;c:1:C:1:c;a:1:A:2:x"),
                        "changed and moved\tp. 1 → 2\tA\n");
    assert_string_equal(told("a:1:A:1:a;:2:X:1:x;:2:Y:1:y;:2:Z:1:z", "a:1:A:1:a;:2:Z:1:z;:2:X:1:x;:2:Y:1:y"),
                        "moved\tp. 1 → 1\tA › Z\n");
}

static void what_has_another_name_but_the_same_text_is_the_same(void **state)
{
    (void)state;
    assert_string_equal(told("a:1:A:1:a;b:1:B:1:b;c:1:C:2:c", "b:1:B:1:b;c:1:C:1:c;a:1:A:2:x"),
                        "changed and moved\tp. 1 → 2\tA\n");
    assert_string_equal(told("a:1:A:1:a;:2:X:1:x", "a:1:A:1:a;:2:Y:1:x"), "changed\tp. 1\tA › Y\n");
    assert_string_equal(told("old:1:A:1:a;b:1:B:1:b;c:1:C:1:c", "b:1:B:1:b;c:1:C:1:c;new:1:A:2:a"),
                        "moved\tp. 1 → 2\tA\n");
    /* of two that say the same nobody knows which is which */
    assert_string_equal(told("o:1:O:1:x;p:1:P:1:x", "q:1:Q:1:x"),
                        "added\tp. 1\tQ\ngone\tp. 1\tO\ngone\tp. 1\tP\n");
}

static void the_sum_tells_how_many_and_where(void **state)
{
    (void)state;
    const char *now = "a:1:A:1:A;b:1:B:3:B;n:1:N:4:n;c:1:C:5:d;:2:Key:6:e";
    assert_string_equal(summed(BOOK, now, LANG_EN),
                        "2 sections changed (p. 1, 3), 1 added (p. 4), 1 gone (was p. 2)");
    assert_string_equal(summed(BOOK, now, LANG_KM),
                        "ផ្នែកបានកែ 2 (ទំព័រ 1, 3) បន្ថែម 1 (ទំព័រ 4) ដកចេញ 1 (ពីមុនទំព័រ 2)");
    assert_string_equal(summed("a:1:A:1:a", "a:1:A:1:b", LANG_EN), "1 section changed (p. 1)");
}

static void many_pages_are_not_all_listed(void **state)
{
    (void)state;
    struct section_list was = {ARENA_MANY(keep, struct section, 60), 60},
                        now = {ARENA_MANY(keep, struct section, 60), 60};
    for (size_t i = 0; i < 60; i++) {
        was.at[i] = (struct section){.anchor = str_fmt(keep, "s%zu", i),
                                     .level = 1,
                                     .first = i + 1,
                                     .last = i + 1,
                                     .digits = STR("a")};
        now.at[i] = was.at[i];
        now.at[i].digits = STR("b");
    }
    struct section_diff d = section_diff_of(keep, was, now);
    struct buf b = BUF(keep);
    section_diff_sum(&b, &d, LANG_EN);
    assert_string_equal(str_copy(keep, buf_str(&b)).s,
                        "60 sections changed (p. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …)");
}

static void lists_are_read_as_they_were_written(void **state)
{
    (void)state;
    struct section_list list = sections("a:1:A  B:1:a;:9:ខ្មែរ / K:7:b"), back;
    list.at[0].title = STR("A\tB");
    list.at[1].number = STR("១.២");
    assert_true(section_list_read(keep, section_list_text(keep, list), &back));
    assert_int_equal(back.n, 2);
    assert_true(str_is(back.at[0].title, "A B") && str_is(back.at[1].title, "ខ្មែរ / K"));
    assert_true(str_is(back.at[1].number, "១.២") && back.at[1].level == 9 && back.at[1].first == 7);
    assert_true(str_eq(back.at[1].digits, list.at[1].digits));
    assert_true(section_list_read(keep, section_list_text(keep, (struct section_list){0}), &back) && !back.n);
}

#define SUM  "0000000000000000000000000000000000000000000000000000000000000000"
#define HEAD "anchor\tlevel\tnumber\ttitle\tfirst_page\tlast_page\tsha256"

static void what_is_no_list_is_refused(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "",
        "x",
        HEAD "\na\t1\t\tA\t1\t1\n",
        HEAD "\na\t0\t\tA\t1\t1\t" SUM "\n",
        HEAD "\na\t10\t\tA\t1\t1\t" SUM,
        HEAD "\na\t1\t\tA\t0\t1\t" SUM,
        HEAD "\na\t1\t\tA\t-1\t1\t" SUM,
        HEAD "\na\t1\t\tA\t1\t99999999999999999999\t" SUM,
        HEAD "\na\t1\t\tA\t1\t1\t" SUM "0",
        HEAD "\na\t1\t\tA\t1\t1\txyz",
        HEAD "\na\t1\t\t\xff\t1\t1\t" SUM,
    };
    struct section_list list;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (section_list_read(keep, str_of(BAD[i]), &list)) fail_msg("taken: %s", BAD[i]);
    assert_true(section_list_read(keep, STR(HEAD "\tmore\na\t1\t\tA\t1\t1\t" SUM "\tmore\n"), &list));
}

static void facts_are_read_as_they_were_written(void **state)
{
    (void)state;
    struct event_facts f = {.title = BI("វេទិកា", "A\nforum"),
                            .venue = BI("", "Hall"),
                            .begins = STR("2023-04-04"),
                            .langs = {LANG_EN, LANG_KM},
                            .nlangs = 2,
                            .sample = true,
                            .pages = 12},
                       back;
    assert_true(event_facts_read(event_facts_text(keep, &f), &back));
    assert_true(str_is(back.title.t[LANG_EN], "A forum") && str_is(back.title.t[LANG_KM], "វេទិកា"));
    assert_true(!back.venue.t[LANG_KM].n && str_is(back.venue.t[LANG_EN], "Hall"));
    assert_true(str_is(back.begins, "2023-04-04") && !back.ends.n && back.sample && !back.draft);
    assert_true(back.nlangs == 2 && back.langs[0] == LANG_EN && back.pages == 12);
    assert_false(event_facts_read(STR("what\tlanguage\ttext\ntitle\ten\tA\n"), &back));
    assert_false(event_facts_read(
        STR("what\tlanguage\ttext\nlanguage\t\ten\nlanguage\t\ten\ntitle\ten\tA\npages\t\t1\n"), &back));
    assert_false(
        event_facts_read(STR("what\tlanguage\ttext\nlanguage\t\ten\ntitle\ten\tA\npages\t\t-1\n"), &back));
    assert_false(event_facts_read(STR(""), &back));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_is_the_same),
        cmocka_unit_test(what_comes_later_in_the_book_has_not_changed),
        cmocka_unit_test(a_title_that_stands_twice_is_found_below_its_own_chapter),
        cmocka_unit_test(what_moves_is_told_once_with_all_that_is_in_it),
        cmocka_unit_test(what_has_another_name_but_the_same_text_is_the_same),
        cmocka_unit_test(the_sum_tells_how_many_and_where),
        cmocka_unit_test(many_pages_are_not_all_listed),
        cmocka_unit_test(lists_are_read_as_they_were_written),
        cmocka_unit_test(what_is_no_list_is_refused),
        cmocka_unit_test(facts_are_read_as_they_were_written),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
