/* compose: the fixed words: both languages there, the same holes in both, Khmer in its normal order; dates
 * and days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/calendar.h"
#include "compose/session_facts.h"
#include "khmer/spelling_order.h"

static unsigned holes(struct str s)
{
    unsigned found = 0;
    for (size_t i = 0; i + 2 < s.n; i++)
        if (s.s[i] == '{' && s.s[i + 2] == '}') found |= s.s[i + 1] == 'n' ? 1U : 1U << (s.s[i + 1] - '0');
    return found;
}

static void words_match(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (int w = 0; w < WORDS; w++) {
        struct str km = words_in(w, LANG_KM), en = words_in(w, LANG_EN);
        assert_true(km.n && en.n);
        assert_int_equal(holes(km), holes(en));
        assert_int_equal(lang_of_text(en), LANG_EN);
        if (spelling_order_kind_of(a, km) != SPELLING_ORDER_GOOD)
            print_error("%s: %s\n", en.s, spelling_order_kind_name(spelling_order_kind_of(a, km)));
        assert_int_equal(spelling_order_kind_of(a, km), SPELLING_ORDER_GOOD);
    }
    arena_free(a);
}

static void holes_are_filled_by_language(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct bi args[WORD_ARGS] = {hand_bi("ក", "A"), hand_bi("", "only English")};
    struct bi said = words_fill(a, WORD_ANNEX, args);
    assert_true(str_is(said.t[LANG_EN], "Annex A: only English"));
    assert_true(str_is(said.t[LANG_KM], "ឧបសម្ព័ន្ធ ក៖ only English"));
    arena_free(a);
}

static void numbers_stay_with_their_words(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct bi args[WORD_ARGS] = {hand_bi("២៦", "26"), hand_bi("៣៤", "34"), hand_bi("០", "0"),
                                       hand_bi("១", "1")};
    struct bi said = words_fill(a, WORD_OF_THEMED, args);
    assert_string_equal(said.t[LANG_EN].s, "26" NO_BREAK "of 34" NO_BREAK "with a theme");
    assert_string_equal(said.t[LANG_KM].s, "ទម្រង់" NO_BREAK "២៦ ក្នុងចំណោម" NO_BREAK "៣៤ ដែលមានប្រធានបទ");
    said = words_fill(a, WORD_ROWS_SOME, args);
    assert_string_equal(said.t[LANG_EN].s, "26" NO_BREAK "forms received: 34" NO_BREAK
                                           "read and counted, 0" NO_BREAK "left out.");
    said = words_fill(a, WORD_PROMPT_NUMBER, (const struct bi[WORD_ARGS]){args[3], hand_bi("អ្វី?", "What?")});
    assert_string_equal(said.t[LANG_EN].s, "1." NO_BREAK "What?");
    said = words_fill(a, WORD_ANNEX, args);
    assert_string_equal(said.t[LANG_EN].s, "Annex" NO_BREAK "26: 34");
    arena_free(a);
}

static struct builder *pen(struct hand *h, struct date *dates, size_t n)
{
    h->corpus.event.dates = dates;
    h->corpus.event.ndates = n;
    return builder_new(&h->job, hand_survey(h), STR("x"), EDITION_BOTH);
}

static void dates_in_few_words(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct date d[] = {{2023, 4, 4}, {2023, 4, 5}, {2023, 4, 6}, {2023, 5, 2}};
    assert_true(str_is(calendar_dates(pen(h, d, 1)).t[LANG_EN], "4 April 2023"));
    assert_true(str_is(calendar_dates(pen(h, d, 2)).t[LANG_EN], "4\u00a0and 5 April 2023"));
    assert_true(str_is(calendar_dates(pen(h, d, 2)).t[LANG_KM], "ថ្ងៃទី៤ និងថ្ងៃទី៥ ខែមេសា ឆ្នាំ២០២៣"));
    assert_true(str_is(calendar_dates(pen(h, d, 3)).t[LANG_EN], "4\u00a0to 6 April 2023"));
    assert_true(str_is(calendar_dates(pen(h, d + 2, 2)).t[LANG_EN], "6 April 2023, 2 May 2023"));
    assert_false(builder_has(calendar_dates(pen(h, d, 0))));
    hand_close(h);
}

static void days_are_no_dates(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct date d[] = {{2023, 4, 4}};
    struct builder *p = pen(h, d, 1);
    assert_true(str_is(calendar_day_date(p, 1).t[LANG_KM], "ថ្ងៃទីមួយ៖ ថ្ងៃទី៤ ខែមេសា ឆ្នាំ២០២៣"));
    assert_true(str_is(calendar_day_date(p, 2).t[LANG_EN], "Day\u00a02"));
    assert_true(str_is(calendar_hours(p, 510, 600).t[LANG_KM], "០៨:៣០–១០:០០"));
    assert_true(str_is(calendar_hours(p, 510, -1).t[LANG_EN], "08:30"));
    assert_false(builder_has(calendar_hours(p, -1, 600)));
    hand_close(h);
}

static void sessions_by_number(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct builder *p = pen(h, NULL, 0);
    assert_true(str_is(session_facts_number(p, STR("d1s02")).t[LANG_KM], "១.២"));
    assert_true(str_is(session_facts_number(p, STR("d10s11")).t[LANG_EN], "10.11"));
    assert_true(str_is(session_facts_number(p, STR("d1s")).t[LANG_EN], "d1s"));
    assert_true(str_is(session_facts_number(p, STR("keynote")).t[LANG_KM], "keynote"));
    assert_false(builder_has(session_facts_number(p, STR(""))));
    hand_close(h);
}

static void typed_in_two_languages(void **state)
{
    (void)state;
    struct bi hall = bi_typed(STR("សាល / Hall")), turned = bi_typed(STR("Hall / សាល"));
    assert_true(str_is(hall.t[LANG_KM], "សាល") && str_is(hall.t[LANG_EN], "Hall"));
    assert_true(str_is(turned.t[LANG_KM], "សាល") && str_is(turned.t[LANG_EN], "Hall"));
    struct bi both = bi_typed(STR("A / B"));
    assert_true(str_is(both.t[LANG_KM], "A / B") && str_is(both.t[LANG_EN], "A / B"));
}

static void anchors_are_unique(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct builder *p = pen(h, NULL, 0);
    struct node *n[3];
    for (int i = 0; i < 3; i++) {
        n[i] = builder_node(p, p->tree->root, ROLE_P);
        builder_anchor(p, n[i], STR("here"));
    }
    assert_true(str_is(n[0]->anchor, "here") && str_is(n[1]->anchor, "here-2") &&
                str_is(n[2]->anchor, "here-3"));
    for (int i = 0; i < 500; i++) builder_anchor(p, n[0], str_fmt(h->keep, "more%d", i));
    assert_true(map_add_str(&p->anchors, STR("more499")));
    assert_false(map_add_str(&p->anchors, STR("never")));
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_match),
        cmocka_unit_test(holes_are_filled_by_language),
        cmocka_unit_test(numbers_stay_with_their_words),
        cmocka_unit_test(dates_in_few_words),
        cmocka_unit_test(days_are_no_dates),
        cmocka_unit_test(sessions_by_number),
        cmocka_unit_test(typed_in_two_languages),
        cmocka_unit_test(anchors_are_unique),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
