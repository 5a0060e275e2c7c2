/* privacy: the gate that all that people wrote passes: each text once a run, and nothing raw behind it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"

enum { OPEN, YESNO, LAST, PROMPTS };

static struct reply *reply(struct hand *h, struct form *f, const char *role, const char *text)
{
    struct reply *r = &f->replies[f->nreplies++];
    r->place = place_in(f->source, f->nreplies);
    r->number = str_fmt(h->keep, "%zu", f->nreplies);
    r->role = str_of(role);
    r->lang = LANG_EN;
    r->quote_ok = r->legible = true;
    r->answers = ARENA_MANY(h->keep, struct answer, PROMPTS);
    r->answers[OPEN] = (struct answer){.given = true, .text = str_of(text), .lang = LANG_EN};
    r->answers[YESNO] = (struct answer){.given = true, .closed.yes = 1, .lang = LANG_NONE};
    r->answers[LAST] = (struct answer){.lang = LANG_NONE};
    f->rows_read++;
    return r;
}

static struct hand *with_form(struct form **form)
{
    struct hand *h = hand_open();
    struct form *f = *form = ARENA_ONE(h->keep, struct form);
    struct participant *who = ARENA_ONE(h->keep, struct participant);
    who->name = hand_bi("កែវ មណ្ឌា", "Keo Mandara");
    h->corpus.participants = who;
    h->corpus.nparticipants = 1;
    f->id = STR("f");
    f->source = source_new(h->keep, STR("forms/f.yml"), STR("id: f and more bytes\n"));
    f->prompts = ARENA_MANY(h->keep, struct prompt, PROMPTS);
    f->nprompts = PROMPTS;
    f->prompts[OPEN] = (struct prompt){.id = STR("q1"), .type = PROMPT_OPEN};
    f->prompts[YESNO] = (struct prompt){.id = STR("q2"), .type = PROMPT_YESNO};
    f->prompts[LAST] = (struct prompt){.id = STR("q3"), .type = PROMPT_OPEN};
    f->replies = ARENA_MANY(h->keep, struct reply, 16);
    h->corpus.event.attach_sources = true;
    h->corpus.forms = f;
    h->corpus.nforms = 1;
    return h;
}

/* Nine texts: four answers, a translation, three numbers … and of each role as it is typed one. */
static void each_text_is_looked_through_once(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    reply(h, f, "a mentor", "Keo Mandara spoke first.")->answers[OPEN].translation[LANG_KM] = STR("កែវ មណ្ឌា");
    reply(h, f, "a mentor", "Call 012 345 678.")->quote_ok = false;
    reply(h, f, "", "Nothing of the kind was said.");
    reply(h, f, "Keo Mandara", "Why not?")->number = (struct str){0};
    const struct survey *s = hand_survey(h);
    assert_int_equal(s->said->texts, 4 + 1 + 3 + 2);
    size_t n;
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    assert_true(n > 6);
    for (size_t i = 0; i < n; i++) compose(&h->job, s, &w[i]);
    assert_int_equal(s->said->texts, 4 + 1 + 3 + 2);
    hand_close(h);
}

static size_t told(const struct hand *h, enum diag_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < h->job.diags->list.n; i++) n += h->job.diags->list.at[i].code == code;
    return n;
}

/* Told by place whether it may be quoted or not, once, and by nobody later. */
static void what_is_masked_is_told_once(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    h->corpus.event.documents &= ~(unsigned)DOCUMENT_REFLECTIONS;
    reply(h, f, "a mentor", "Keo Mandara, a@b.org")->quote_ok = false;
    reply(h, f, "a mentor", "Call 012 345 678.");
    const struct survey *s = hand_survey(h);
    struct wanted w = compose_named(h->keep, "report", NULL);
    compose(&h->job, s, &w);
    assert_int_equal(told(h, DIAG_QUOTE_NAME), 1);
    assert_int_equal(told(h, DIAG_QUOTE_MAIL), 1);
    assert_int_equal(told(h, DIAG_QUOTE_PHONE), 1);
    assert_int_equal(told(h, DIAG_QUOTE_NOT_OK), 1);
    assert_int_equal(told(h, DIAG_GROUP_SMALL), 0);
    compose_tell(&h->job, s);
    assert_int_equal(told(h, DIAG_GROUP_SMALL), 1);
    hand_close(h);
}

static void nothing_raw_comes_through(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    reply(h, f, "Keo Mandara", "Keo Mandara spoke first.")->answers[OPEN].translation[LANG_KM] =
        STR("កែវ មណ្ឌា");
    struct reply *secret = reply(h, f, "គ្រូបង្រៀន / Teacher", "Not to be quoted.");
    secret->quote_ok = false;
    secret->number = STR("012 345 678");
    secret->answers[OPEN].translation[LANG_KM] = STR("មិនឲ្យ");
    const struct said_reply *r = hand_survey(h)->said->forms[0].replies;
    assert_true(str_is(r[0].answers[OPEN].text, "[name] spoke first."));
    assert_true(str_is(r[0].answers[OPEN].translation[LANG_KM], "[ឈ្មោះ]"));
    assert_true(r[0].answers[OPEN].masked);
    assert_int_equal(r[0].answers[OPEN].left, strlen(" spoke first."));
    assert_true(str_is(r[0].role.t[LANG_KM], "[ឈ្មោះ]") && str_is(r[0].role.t[LANG_EN], "[name]"));
    assert_true(str_is(r[0].number.t[LANG_KM], "១") && str_is(r[0].number.t[LANG_EN], "1"));
    assert_false(r[1].quotable);
    assert_true(r[1].answers[OPEN].given && r[1].answers[YESNO].closed.yes);
    assert_int_equal(r[1].answers[OPEN].text.n + r[1].answers[OPEN].translation[LANG_KM].n, 0);
    assert_true(bi_empty(r[1].number));
    assert_true(str_is(r[1].role.t[LANG_KM], "គ្រូបង្រៀន") && str_is(r[1].role.t[LANG_EN], "Teacher"));
    hand_close(h);
}

/* Whose names they may hold is not known: no open answer comes through, all else does. */
static void without_the_list_nothing_is_quoted(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = with_form(&f);
    h->corpus.roster = ROSTER_UNREAD;
    reply(h, f, "a mentor", "Zorba Quixley spoke first.")->answers[OPEN].translation[LANG_KM] = STR("ហ្សូបា");
    const struct said_reply *r = hand_survey(h)->said->forms[0].replies;
    assert_false(r->quotable);
    assert_true(r->answers[OPEN].given && r->answers[YESNO].closed.yes);
    assert_int_equal(r->answers[OPEN].text.n + r->answers[OPEN].translation[LANG_KM].n, 0);
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_is_looked_through_once),
        cmocka_unit_test(what_is_masked_is_told_once),
        cmocka_unit_test(nothing_raw_comes_through),
        cmocka_unit_test(without_the_list_nothing_is_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
