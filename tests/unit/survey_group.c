/* survey: groups of writers, and that no small one shows or comes out by subtraction; totals that add up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/annex/cross_table.h"
#include "compose/charts.h"

enum { SESSIONS = 6 };

static const char *const WRITERS[] = {"teacher",       "a mentor",           "គ្រូបង្រៀន",
                                      "school leader", "the only astronaut", ""};

/* Random enough, the same everywhere. */
static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7FFF;
}

static void add_sessions(struct hand *h)
{
    struct session *s = h->corpus.sessions = ARENA_MANY(h->keep, struct session, SESSIONS);
    for (int i = 0; i < SESSIONS; i++) {
        s[i].day = i < 3 ? 1 : 2;
        s[i].id = str_fmt(h->keep, "d%ds%02d", s[i].day, i % 3 + 1);
        s[i].title = hand_bi("វគ្គ", "Session");
    }
    h->corpus.nsessions = SESSIONS;
}

static struct hand *made(size_t rows, unsigned seed, struct form **form)
{
    struct hand *h = hand_open();
    struct form *f = *form = ARENA_ONE(h->keep, struct form);
    add_sessions(h);
    f->id = STR("f");
    f->source = source_new(h->keep, STR("forms/f.yml"), STR("id: f\n"));
    f->prompts = ARENA_MANY(h->keep, struct prompt, 2);
    f->nprompts = 2;
    f->prompts[0] = (struct prompt){.id = STR("q1"), .type = PROMPT_SCALE, .points = 5};
    f->prompts[1] = (struct prompt){.id = STR("q2"), .type = PROMPT_YESNO};
    f->replies = ARENA_MANY(h->keep, struct reply, rows);
    f->nreplies = f->rows_read = rows;
    for (size_t i = 0; i < rows; i++) {
        struct reply *r = &f->replies[i];
        unsigned skew = next(&seed) % 40;
        r->role = str_of(WRITERS[skew ? next(&seed) % 4 : 4 + next(&seed) % 2]);
        r->lang = skew == 1 ? LANG_NONE : (enum lang)(next(&seed) % 2);
        size_t k = next(&seed) % (SESSIONS + 1) * (next(&seed) % 3 != 0);
        if (k < SESSIONS) r->session = h->corpus.sessions[k].id;
        r->answers = ARENA_MANY(h->keep, struct answer, 2);
        r->answers[0] =
            (struct answer){.given = next(&seed) % 9 != 0, .closed.scale = 1 + (int)(next(&seed) % 5)};
        r->answers[1] = (struct answer){.given = next(&seed) % 9 != 0, .closed.yes = (int)(next(&seed) % 2)};
    }
    h->corpus.forms = f;
    h->corpus.nforms = 1;
    return h;
}

enum { GROUP_ALL = -1 }; /* sheets, whatever they answer */

static struct groups groups_of(const struct survey_form *s, enum group_way way, int prompt)
{
    return prompt == GROUP_ALL ? s->groups[way] : s->prompts[prompt].groups[way];
}

/* Every group is large enough, and so is what is left of a day when its sessions that show are taken off. */
static void none_is_small(struct hand *h, const struct survey_form *form_said, int prompt)
{
    long all = 0, least = group_least(&h->corpus);
    const struct form *f = form_said->form;
    for (size_t i = 0; i < f->nreplies; i++)
        all += prompt == GROUP_ALL || f->replies[i].answers[prompt].given;
    for (int w = 0; w < GROUP_WAYS; w++) {
        struct groups g = groups_of(form_said, (enum group_way)w, prompt);
        long sum = 0, *seen = ARENA_MANY(h->keep, long, g.n + 1);
        for (size_t i = 0; i < f->nreplies; i++)
            if (g.of[i] != SIZE_MAX) seen[g.of[i]]++;
        for (size_t i = 0; i < g.n; i++) {
            sum += g.at[i].n;
            assert_int_equal(seen[i], g.at[i].n);
            assert_true(g.at[i].n >= least || g.n == 1);
        }
        assert_int_equal(sum, all);
    }
    struct groups days = groups_of(form_said, GROUP_DAY, prompt),
                  sessions = groups_of(form_said, GROUP_SESSION, prompt);
    for (size_t d = 0; d < days.n; d++) {
        long rest = days.at[d].n; /* what is left when the sessions that show are taken off */
        for (size_t s = 0; s < sessions.n; s++) {
            bool inside = !sessions.at[s].pooled;
            for (size_t i = 0; i < f->nreplies && inside; i++)
                if (sessions.of[i] == s) inside = days.of[i] == d;
            if (inside) rest -= sessions.at[s].n;
        }
        assert_true(rest == 0 || rest >= least || days.n == 1);
    }
}

static void no_small_group_shows(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 60; seed++) {
        struct form *f;
        struct hand *h = made(1 + seed * seed % 97, seed, &f);
        const struct survey *s = hand_survey(h);
        for (int prompt = GROUP_ALL; prompt < 2; prompt++) none_is_small(h, &s->forms[0], prompt);
        hand_close(h);
    }
}

/* Those who answered are grouped as all are, or more coarsely: no two groupings overlap. */
static void groups_nest(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 60; seed++) {
        struct form *f;
        struct hand *h = made(1 + seed * seed % 97, seed, &f);
        const struct survey_form *s = &hand_survey(h)->forms[0];
        for (int w = 0; w < GROUP_WAYS; w++)
            for (int prompt = 0; prompt < 2; prompt++) {
                struct groups all = s->groups[w], some = groups_of(s, (enum group_way)w, prompt);
                size_t *in = ARENA_MANY(h->keep, size_t, all.n); /* its group and 1 */
                for (size_t i = 0; i < f->nreplies; i++) {
                    if (some.of[i] == SIZE_MAX) continue;
                    size_t *mine = &in[all.of[i]];
                    assert_true(!*mine || *mine == some.of[i] + 1);
                    *mine = some.of[i] + 1;
                }
            }
        for (int prompt = GROUP_ALL; prompt < 2; prompt++) {
            struct groups sessions = groups_of(s, GROUP_SESSION, prompt),
                          days = groups_of(s, GROUP_DAY, prompt);
            size_t *in = ARENA_MANY(h->keep, size_t, sessions.n);
            for (size_t i = 0; i < f->nreplies; i++) {
                if (sessions.of[i] == SIZE_MAX) continue;
                size_t *mine = &in[sessions.of[i]];
                assert_true(!*mine || *mine == days.of[i] + 1);
                *mine = days.of[i] + 1;
            }
        }
        hand_close(h);
    }
}

static bool same_row(const struct said_reply *x, const struct said_reply *y)
{
    return str_eq(x->session, y->session) && x->lang == y->lang && bi_cmp(x->role, y->role) == 0;
}

/* The attached table: of as many as the least number each combination, or no ticks. */
static void tables_are_anonymous(void **state)
{
    (void)state;
    size_t micro = 0, tables = 0;
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct form *f;
        struct hand *h = made(seed * 53, seed, &f);
        h->corpus.event.attach_sources = true;
        for (size_t i = 0; i < f->nreplies && seed % 2; i++) f->replies[i].session = STR("");
        const struct survey_form *s = &hand_survey(h)->forms[0];
        *(s->microdata ? &micro : &tables) += 1;
        for (size_t i = 0; i < f->nreplies; i++) {
            size_t same = 0;
            for (size_t k = 0; k < f->nreplies; k++) same += same_row(&s->attached[i], &s->attached[k]);
            assert_true(same >= 5);
            assert_true(s->microdata || (!s->attached[i].answers[0].given && !s->attached[i].session.n));
            assert_true(!s->recoded || bi_empty(s->attached[i].number));
        }
        hand_close(h);
    }
    assert_true(micro > 5);
    assert_true(tables > 5);
}

/* Who answered 5 alone was in that session, of that role, of that language: three rows of enough each. */
static void a_lone_answer_is_not_told(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = made(40, 1, &f);
    for (size_t i = 0; i < 40; i++) {
        struct reply *r = &f->replies[i];
        r->session = h->corpus.sessions[i / 20].id;
        r->role = str_of(WRITERS[i / 10 % 2]);
        r->lang = (enum lang)(i % 10 < 8);
        r->answers[0] = (struct answer){.given = true, .closed.scale = i == 8 ? 5 : (int)(2 + i % 3)};
        r->answers[1] = (struct answer){.given = true, .closed.yes = i % 4 < 2};
    }
    const struct survey_form *s = &hand_survey(h)->forms[0];
    assert_int_equal(s->prompts[0].groups[GROUP_SESSION].n, 2);
    assert_int_equal(s->prompts[0].groups[GROUP_LANGUAGE].n, 2);
    unsigned shown = s->prompts[0].shown & ~(1u << GROUP_DAY);
    assert_true(shown && shown != (1u << GROUP_SESSION | 1u << GROUP_ROLE | 1u << GROUP_LANGUAGE));
    assert_true(s->prompts[1].shown >> GROUP_LANGUAGE & 1);
    struct builder *p = builder_new(&h->job, hand_survey(h), STR("x"), EDITION_BOTH);
    struct node *at = builder_node(p, p->tree->root, ROLE_SECT);
    cross_table_put(p, at, s, 0);
    assert_true(hand_has(hand_dump(h, p->tree), "not printed here"));
    h->corpus.event.least_group = 1;
    s = &hand_survey(h)->forms[0];
    assert_int_equal(~s->prompts[0].shown & ((1u << GROUP_WAYS) - 1), 0);
    hand_close(h);
}

static void roles_are_one_in_both_languages(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = made(400, 7, &f);
    const struct survey_form *s = &hand_survey(h)->forms[0];
    struct groups g = s->groups[GROUP_ROLE];
    assert_true(str_is(g.at[0].role.t[LANG_EN], "a teacher"));
    for (size_t i = 1; i < g.n; i++) assert_false(str_is(g.at[i].role.t[LANG_KM], "គ្រូបង្រៀនម្នាក់"));
    long few = 0;
    for (size_t i = 0; i < f->nreplies; i++) {
        bool astronaut = str_is(f->replies[i].role, WRITERS[4]);
        if (astronaut && ++few > 4) f->replies[i].role = str_of(WRITERS[0]);
    }
    assert_int_equal(few > 4, true);
    s = &hand_survey(h)->forms[0];
    size_t named = 0;
    for (size_t i = 0; i < f->nreplies; i++) {
        struct bi role = survey_role(s, i);
        if (str_is(f->replies[i].role, WRITERS[4])) assert_true(bi_empty(role));
        if (str_is(f->replies[i].role, WRITERS[1]) && !bi_empty(role)) {
            assert_true(str_is(role.t[LANG_EN], "a mentor"));
            named++;
        }
    }
    assert_true(named > 20);
    hand_close(h);
}

static void totals_add_up(void **state)
{
    (void)state;
    struct form *f;
    struct hand *h = made(2000, 3, &f);
    const struct survey *s = hand_survey(h);
    none_is_small(h, &s->forms[0], GROUP_ALL);
    for (size_t q = 0; q < 2; q++) {
        struct tally t = s->forms[0].prompts[q].tally;
        long sum = 0;
        for (size_t i = 0; i < t.nrows; i++) sum += t.rows[i].count;
        assert_int_equal(sum, t.answered);
        assert_int_equal(t.of, 2000);
        none_is_small(h, &s->forms[0], (int)q);
    }
    f->rows_read = 2013;
    f->rows_blank = 9;
    f->rows_left_out = 4;
    struct builder *p = builder_new(&h->job, s, STR("x"), EDITION_BOTH);
    struct str said = charts_sheets(p, &s->forms[0]).t[LANG_EN];
    assert_true(hand_has(said, "2,004\u00a0forms received: 2,000\u00a0read and counted, 4\u00a0left out."));
    assert_true(hand_has(said, "Empty rows in the tables, not counted as forms: 9."));
    f->rows_read = 2000;
    f->rows_blank = f->rows_left_out = 0; /* of what is none nothing is said */
    said = charts_sheets(p, &s->forms[0]).t[LANG_EN];
    assert_true(str_is(said, "2,000\u00a0forms received, 2,000\u00a0read and counted."));
    hand_close(h);
}

static struct tally scale_of(struct hand *h, const long *counts, size_t n)
{
    struct tally t = {.nrows = n, .rows = ARENA_MANY(h->keep, struct tally_row, n)};
    for (size_t i = 0; i < n; i++) {
        t.rows[i].count = counts[i];
        t.answered += counts[i];
        t.sum += counts[i] * (long)(i + 1);
    }
    return t;
}

/* A mean between two lots is nobody's answer. */
static void a_mean_that_lies_is_left_out(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct builder *p = builder_new(&h->job, hand_survey(h), STR("x"), EDITION_BOTH);
    struct tally split = scale_of(h, (const long[]){9, 2, 1, 3, 8}, 5);
    struct tally one = scale_of(h, (const long[]){0, 1, 3, 15, 14}, 5);
    struct tally none = scale_of(h, (const long[]){0, 0, 0}, 3);
    struct prompt q = {.type = PROMPT_SCALE, .points = 5};
    split.prompt = one.prompt = &q;
    assert_true(tally_split(&split));
    assert_false(tally_split(&one));
    assert_false(tally_split(&none));
    assert_true(hand_has(charts_said(p, &split).t[LANG_EN], "opinions are split"));
    assert_true(hand_has(charts_said(p, &one).t[LANG_EN], "mean 4.3\u00a0of\u00a05"));
    hand_close(h);
}

/* What was given no place is not taken for last; groups count who put it first, by option. */
static void places_are_of_those_who_placed(void **state)
{
    (void)state;
    static const unsigned char ORDERS[][2] = {{2, 0}, {2, 1}, {0, 1}};
    struct form *f;
    struct hand *h = made(20, 9, &f);
    static struct option o[4] = {
        {.id = STR_INIT("a")}, {.id = STR_INIT("b")}, {.id = STR_INIT("c")}, {.id = STR_INIT("d")}};
    f->prompts[1] =
        (struct prompt){.id = STR("q2"), .type = PROMPT_RANKING, .options = o, .noptions = 4, .most = 2};
    for (size_t i = 0; i < f->nreplies; i++)
        f->replies[i].answers[1] =
            (struct answer){.given = i < 3, .closed.ranked = ORDERS[i % 3], .closed.nranked = 2};
    const struct survey *s = hand_survey(h);
    const struct survey_prompt *q = &s->forms[0].prompts[1];
    static const struct tally_row WANT[] = {{.at = 2, .count = 2, .placed = 2, .places = 2},
                                            {.at = 0, .count = 1, .placed = 2, .places = 3},
                                            {.at = 1, .placed = 2, .places = 4},
                                            {.at = 3}};
    assert_int_equal(q->tally.answered, 3);
    assert_int_equal(q->tally.nrows, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct tally_row *r = &q->tally.rows[i];
        assert_int_equal(r->at, WANT[i].at);
        assert_int_equal(r->count, WANT[i].count);
        assert_int_equal(r->placed, WANT[i].placed);
        assert_int_equal(r->places, WANT[i].places);
        long first = 0;
        for (size_t g = 0; g < q->groups[GROUP_LANGUAGE].n; g++)
            first += q->cells[GROUP_LANGUAGE][g * 4 + r->at];
        assert_int_equal(first, r->count);
    }
    struct builder *p = builder_new(&h->job, s, STR("x"), EDITION_BOTH);
    assert_true(hand_has(charts_list(p, &q->tally, "; ").t[LANG_EN],
                         "c (placed by\u00a02, mean place\u00a01.0): 67% (2); a (placed by\u00a02, mean "
                         "place\u00a01.5): 33% (1); "
                         "b (placed by\u00a02, mean place\u00a02.0): 0% (0); d (placed by nobody): 0% (0)"));
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_small_group_shows),
        cmocka_unit_test(groups_nest),
        cmocka_unit_test(tables_are_anonymous),
        cmocka_unit_test(a_lone_answer_is_not_told),
        cmocka_unit_test(roles_are_one_in_both_languages),
        cmocka_unit_test(totals_add_up),
        cmocka_unit_test(a_mean_that_lies_is_left_out),
        cmocka_unit_test(places_are_of_those_who_placed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
