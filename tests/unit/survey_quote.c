/* survey: forms: what is counted, what is quoted, and what never is; the blank form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/report/attachments.h"

enum { OPEN, CHOICE, SCALE, YESNO, PROMPTS };

static void add_prompts(struct hand *h, struct form *f)
{
    f->prompts = ARENA_MANY(h->keep, struct prompt, PROMPTS);
    f->nprompts = PROMPTS;
    f->prompts[OPEN] = (struct prompt){.id = STR("q1"), .type = PROMPT_OPEN, .lines = 6};
    f->prompts[OPEN].text = hand_bi("តើឃើញអ្វី?", "What did you notice?");
    f->prompts[CHOICE] = (struct prompt){.id = STR("q2"), .type = PROMPT_CHOICE, .noptions = 2};
    f->prompts[CHOICE].text = hand_bi("ជ្រើស", "Choose");
    struct option *o = f->prompts[CHOICE].options = ARENA_MANY(h->keep, struct option, 2);
    o[0].text = hand_bi("ល្អ", "Good");
    o[1].text = hand_bi("អន់", "Poor");
    f->prompts[SCALE] = (struct prompt){.id = STR("q3"), .type = PROMPT_SCALE, .points = 5};
    f->prompts[SCALE].text = hand_bi("កម្រិត", "How much");
    f->prompts[SCALE].low = hand_bi("តិច", "little");
    f->prompts[YESNO] = (struct prompt){.id = STR("q4"), .type = PROMPT_YESNO};
    f->prompts[YESNO].text = hand_bi("មែនទេ", "Is it so");
}

static struct reply *reply(struct hand *h, struct form *f, enum lang lang, const char *text)
{
    struct reply *r = &f->replies[f->nreplies++];
    r->number = str_fmt(h->keep, "%zu", f->nreplies);
    r->role = STR("a mentor");
    r->lang = lang;
    r->quote_ok = r->legible = true;
    r->answers = ARENA_MANY(h->keep, struct answer, PROMPTS);
    r->answers[OPEN] = (struct answer){.given = true, .text = str_of(text), .lang = lang};
    f->rows_read++;
    return r;
}

static struct hand *with_form(struct form **f)
{
    struct hand *h = hand_open();
    *f = ARENA_ONE(h->keep, struct form);
    (*f)->id = STR("comments");
    (*f)->source = source_new(h->keep, STR("forms/comments.yml"), STR("id: comments\n"));
    (*f)->title = hand_bi("មតិយោបល់", "Comments");
    (*f)->replies = ARENA_MANY(h->keep, struct reply, 64);
    add_prompts(h, *f);
    h->corpus.event.least_group = 1;
    h->corpus.event.attach_sources = true;
    h->corpus.forms = *f;
    h->corpus.nforms = 1;
    return h;
}

static struct str digest(struct hand *h)
{
    struct tree *t = hand_compose(h, "handouts/reflections-digest");
    assert_null(tree_check(t));
    return hand_dump(h, t);
}

static struct str report(struct hand *h)
{
    struct tree *t = hand_compose(h, "report");
    assert_null(tree_check(t));
    return hand_dump(h, t);
}

static void quotes_need_a_yes(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    reply(h, f, LANG_EN, "I liked the paper bridge.");
    reply(h, f, LANG_EN, "Do not quote this one.")->quote_ok = false;
    reply(h, f, LANG_EN, "Nobody can read this one.")->legible = false;
    struct str d = digest(h);
    assert_true(hand_has(d, "p en \"I liked the paper bridge.\""));
    assert_true(hand_has(d, "source en \"form\u00a01, a mentor\""));
    assert_false(hand_has(d, "Do not quote"));
    assert_false(hand_has(d, "Nobody can read"));
    hand_close(h);
}

static void names_are_masked_and_told(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    struct participant *who = ARENA_MANY(h->keep, struct participant, 2);
    who[0].name = hand_bi("ចាន់ សុភា", "Chan Sophea");
    who[1].name = hand_bi("", "Sok Dara");
    h->corpus.participants = who;
    h->corpus.nparticipants = 2;
    reply(h, f, LANG_EN, "Thanks to SOPHEA CHAN for this talk.");
    reply(h, f, LANG_KM, "សូមអរគុណលោកស្រីចាន់សុភាដែលបានបង្ហាញ។");
    reply(h, f, LANG_EN, "The bridge was good to see.")->role = STR("Sok Dara");
    struct str d = report(h);
    assert_false(hand_has(d, "Dara"));
    assert_false(hand_has(d, "SOPHEA"));
    assert_false(hand_has(d, "ចាន់"));
    assert_true(hand_has(d, "cell en \"Thanks to [name] for this talk.\""));
    assert_true(hand_has(d, "p km \"សូមអរគុណលោកស្រី[ឈ្មោះ]ដែលបានបង្ហាញ។\""));
    assert_true(hand_has(d, "source en \"form\u00a03, [name]\""));
    size_t names = 0;
    for (size_t i = 0; i < h->job.diags->list.n; i++)
        names += h->job.diags->list.at[i].code == DIAG_QUOTE_NAME;
    assert_true(names >= 3);
    hand_close(h);
}

static void quotes_take_turns_and_translations_pair(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    for (int i = 0; i < 2; i++) reply(h, f, LANG_EN, "An answer in English words.");
    for (int i = 0; i < 6; i++) reply(h, f, LANG_EN, str_fmt(h->keep, "Another answer, number %d.", i).s);
    struct reply *r = reply(h, f, LANG_KM, "ចម្លើយមួយជាភាសាខ្មែរវែងល្មម");
    r->answers[OPEN].translation[LANG_EN] = STR("An answer, put into English.");
    struct str d = report(h);
    assert_int_equal(hand_count(d, "p en \"An answer in English words."), 1); /* none is quoted twice */
    assert_int_equal(hand_count(d, "p en \"An"), 2);                          /* a translation besides */
    assert_true(hand_has(d, "9\u00a0may be quoted (annex A)"));
    assert_int_equal(hand_count(d, "cell en \"An answer in English words."), 2);
    assert_int_equal(hand_count(d, "cell en \"Another answer, number"), 6);
    assert_true(hand_has(d, "source km \"ទម្រង់លេខ\u00a0៩ · គ្រូប្រឹក្សាគរុកោសល្យម្នាក់\""));
    assert_true(hand_has(d, "source en \"form\u00a09, a mentor (translated from Khmer)\""));
    hand_close(h);
}

/* Two that thank two people read alike where the names are masked. */
static void none_is_quoted_twice_by_what_is_read(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    struct participant *who = ARENA_MANY(h->keep, struct participant, 2);
    who[0].name = hand_bi("", "Chan Sophea");
    who[1].name = hand_bi("", "Sok Dara");
    h->corpus.participants = who;
    h->corpus.nparticipants = 2;
    reply(h, f, LANG_EN, "We thank Chan Sophea for it.");
    reply(h, f, LANG_EN, "We thank Sok Dara for it.");
    struct str d = report(h);
    assert_int_equal(hand_count(d, "p en \"We thank [name] for it."), 1);
    assert_int_equal(hand_count(d, "cell en \"We thank [name] for it."), 2);
    assert_true(hand_has(d, "2\u00a0may be quoted (annex B)"));
    hand_close(h);
}

static void answers_stand_under_their_themes(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    struct theme themes[] = {{.id = STR_INIT("time"), .nwords = {[LANG_EN] = 1}},
                             {.id = STR_INIT("labs"), .nwords = {[LANG_EN] = 1}}};
    struct str words[] = {STR_INIT("hour"), STR_INIT("bench")};
    for (int i = 0; i < 2; i++) {
        themes[i].words[LANG_EN] = &words[i];
        themes[i].name = hand_bi("", i ? "Labs" : "Time");
    }
    f->themes = themes;
    f->nthemes = 2;
    f->prompts[YESNO].type = PROMPT_OPEN; /* a second open one */
    struct reply *r = reply(h, f, LANG_EN, "The students did the explaining.");
    r->themes = 1;
    r->answers[YESNO] = (struct answer){.given = true, .text = STR("Two more hours."), .lang = LANG_EN};
    reply(h, f, LANG_EN, "Too few of these.")->themes = 1; /* the only answer of its sheet */
    reply(h, f, LANG_EN, "A bench for each.");
    for (int i = 0; i < 10; i++) reply(h, f, LANG_EN, "Not to be shown")->quote_ok = false;
    for (int i = 0; i < 45; i++) reply(h, f, LANG_EN, "Nothing of the kind, call 012 345 678");
    struct str d = report(h);
    size_t annex = str_find(d, STR("Form results in numbers"), str_find(d, STR("h1 #annex-results"), 0));
    d = str_sub(d, annex, d.n);
    size_t time = str_find(d, STR("Time · 1"), 0), labs = str_find(d, STR("Labs · 1"), 0);
    size_t none = str_find(d, STR("Without a theme · 46"), 0);
    size_t few = str_find(d, STR("Too few of these."), 0), did = str_find(d, STR("The students did"), 0);
    assert_true(time < few && few < labs && labs < none && none < did);
    assert_true(hand_has(d, "6\u00a0more are in the table") || hand_has(d, "6\u00a0more are not printed"));
    assert_int_equal(hand_count(d, "cell en \"Nothing of the kind, call [telephone]\""), 39);
    assert_false(hand_has(d, "Not to be shown"));
    assert_false(hand_has(d, "012 345"));
    d = digest(h);
    size_t more = str_find(d, STR("Two more hours."), 0);
    assert_true(more < str_find(d, STR("Too few of these."), 0));
    assert_false(hand_has(d, "The students did"));
    hand_close(h);
}

static void numbers_are_counted(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    for (int i = 0; i < 4; i++) {
        struct reply *r = reply(h, f, LANG_EN, "");
        r->answers[OPEN].given = false;
        r->answers[CHOICE] = (struct answer){.given = true, .closed.chosen = i == 0 ? 2 : 1};
        r->answers[SCALE] = (struct answer){.given = i != 3, .closed.scale = i + 3};
        r->answers[YESNO] = (struct answer){.given = i < 3, .closed.yes = i < 2};
    }
    f->rows_read = 6;
    f->rows_blank = f->rows_left_out = 1;
    struct str d = digest(h);
    assert_true(hand_has(d, "5\u00a0forms received: 4\u00a0read and counted, 1\u00a0left out. "
                            "Left out are forms where it is unclear"));
    assert_true(hand_has(d, "Forms that may be quoted: 4."));
    assert_true(hand_has(d, "0\u00a0of 4\u00a0answered"));
    assert_true(hand_has(d, "3\u00a0of 4\u00a0answered · mean 4.0\u00a0of\u00a05"));
    assert_true(hand_has(d, "alt-en \"Bar chart: Choose – Good 75% (3); Poor 25% (1)\""));
    assert_true(hand_has(d, "(little): 0% (0); 2: 0% (0); 3: 33% (1); 4: 33% (1); 5: 33% (1)"));
    assert_true(hand_has(d, "alt-en \"Bar chart: Is it so – Yes 67% (2); No 33% (1)\""));
    assert_true(hand_has(d, "\"ល្អ\"@km | \"Good\"@en 3 of 4; bar \"អន់\"@km | \"Poor\"@en 1 of 4"));
    hand_close(h);
}

static void rows_left_out_are_counted_out(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    f->rows_read = f->rows_left_out = 8;
    static const char SAID[] = "None of the forms received (8) could be counted.",
                      WHY[] = "Left out are forms where it is unclear";
    assert_true(hand_has(digest(h), SAID) && hand_has(digest(h), WHY));
    assert_true(hand_has(report(h), SAID) && hand_has(report(h), WHY));
    hand_close(h);
}

static void tables_go_along_and_keep_the_rules(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    h->corpus.event.least_group = 2;
    for (int i = 0; i < 3; i++) reply(h, f, LANG_EN, "Call 012 345 678, \"now\"")->session = STR("d1s01");
    reply(h, f, LANG_EN, "=1+1");
    reply(h, f, LANG_EN, "Secret")->quote_ok = false;
    f->replies[4].session = STR("d2s02");
    f->replies[0].answers[CHOICE] = (struct answer){.given = true, .closed.chosen = 1};
    f->prompts[CHOICE].options[0].id = STR("good");
    f->replies[0].answers[SCALE] = (struct answer){.given = true, .closed.scale = 4};
    f->replies[0].answers[OPEN].translation[LANG_KM] = STR("ទូរសព្ទ");
    const struct survey *s = hand_survey(h);
    struct str t = attachments_table(builder_new(&h->job, s, STR("report"), EDITION_BOTH), &s->forms[0]);
    assert_true(hand_has(t, "\xEF\xBB\xBF"
                            "form_no,session,lang,role,q1,q2,q3,q4,themes,quote_ok,legible,q1_en,q1_km\r\n"));
    assert_true(
        hand_has(t, "\n,,en,\"a mentor\",\"Call [telephone], \"\"now\"\"\",good,4,,,yes,yes,,ទូរសព្ទ\r\n"));
    assert_true(hand_has(t, "\n,,en,\"a mentor\",\"'=1+1\",,,,,yes,yes,,\r\n"));
    assert_true(hand_has(t, "\n,,en,\"a mentor\",,,,,,no,yes,,\r\n"));
    assert_false(hand_has(t, "d2s02") || hand_has(t, "d1s01")); /* of no programme */
    assert_false(hand_has(t, "Secret"));
    hand_close(h);
}

static void the_annex_holds_the_numbers(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    for (int i = 0; i < 3; i++)
        reply(h, f, LANG_EN, "x")->answers[CHOICE] =
            (struct answer){.given = true, .closed.chosen = i ? 1 : 2};
    struct tree *t = hand_compose(h, "report.en");
    assert_null(tree_check(t));
    struct str d = hand_dump(h, t);
    assert_true(hand_has(d, "h1 en #annex-results \"Annex A: Form results in numbers\""));
    assert_true(hand_has(d, "h1 en #reflections"));
    assert_true(hand_has(d, "cell en \"2\"")); /* of three; the chart tells the share */
    assert_true(hand_has(d, "67%"));
    hand_close(h);
}

static void the_blank_form_has_room_for_all(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    struct tree *t = hand_compose(h, "handouts/form-*");
    assert_null(tree_check(t));
    struct str d = hand_dump(h, t);
    assert_true(hand_has(d, "lines 6"));
    assert_true(hand_has(d, "scale 5 low \"តិច\" | \"little\"@en"));
    assert_true(hand_has(d, "\"Good\"@en"));
    assert_true(hand_has(d, "May we quote you"));
    assert_true(hand_has(d, "field quiet \"លេខទម្រង់\" | \"Form no.\"@en"));
    assert_true(hand_has(d, "1.\u00a0What did you notice?"));
    assert_int_equal(hand_count(d, "\n    prompt"), hand_count(d, "\n  question"));
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_need_a_yes),
        cmocka_unit_test(names_are_masked_and_told),
        cmocka_unit_test(quotes_take_turns_and_translations_pair),
        cmocka_unit_test(none_is_quoted_twice_by_what_is_read),
        cmocka_unit_test(answers_stand_under_their_themes),
        cmocka_unit_test(numbers_are_counted),
        cmocka_unit_test(rows_left_out_are_counted_out),
        cmocka_unit_test(tables_go_along_and_keep_the_rules),
        cmocka_unit_test(the_annex_holds_the_numbers),
        cmocka_unit_test(the_blank_form_has_room_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
