/* compose: the table of documents: names, families, when each row is wanted, how it is printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/documents.h"
#include "publish/publish.h"
#include "read/event.h"

static struct session sessions[] = {{.day = 1, .start = 510, .end = 540, .id = STR_INIT("d1s01")},
                                    {.day = 1, .start = 540, .end = 600, .type = SESSION_BREAK}};
static struct participant participants[] = {{.sex = SEX_FEMALE}};
static struct handed_in handed_in[] = {{.session = STR_INIT("d1s01"), .file = STR_INIT("x.pdf")}};

/* Of everything something: two forms, with a reply each. */
static struct hand *full(void)
{
    struct hand *h = hand_open();
    struct corpus *c = &h->corpus;
    struct reply *replies = ARENA_MANY(h->keep, struct reply, 1);
    c->sessions = sessions;
    c->nsessions = 2;
    c->ndays = 1;
    c->documents = handed_in;
    c->ndocuments = 1;
    c->participants = participants;
    c->nparticipants = 1;
    c->forms = ARENA_MANY(h->keep, struct form, 2);
    c->nforms = 2;
    for (size_t i = 0; i < 2; i++)
        c->forms[i] = (struct form){.id = i ? STR("b") : STR("a"),
                                    .source = source_new(h->keep, STR("forms/x.csv"), STR("")),
                                    .replies = replies,
                                    .nreplies = 1,
                                    .rows_read = 1};
    return h;
}

/* The names of all that is made, a space after each. */
static const char *names(struct hand *h)
{
    size_t n;
    struct buf b = BUF(h->keep);
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    for (size_t i = 0; i < n; i++) {
        struct str name = w[i].name;
        if (str_starts(name, "handouts/")) name = str_sub(name, 9, name.n);
        buf_fmt(&b, "%.*s ", STR_ARGS(name));
    }
    return buf_str(&b).s;
}

#define REPORTS     "report report.km report.en "
#define PROGRAMMES  "programme programme-a5 "
#define FORMS       "form-a form-a-a5 form-b form-b-a5 "
#define SHEETS      "session-sheets "
#define REGISTER    "documents "
#define GUIDE       "guide "
#define ATTENDANCE  "attendance "
#define REFLECTIONS "reflections-digest reflections-slides reflections-wall "

static void documents_are_made_in_their_tables_order(void **state)
{
    (void)state;
    struct hand *h = full();
    assert_string_equal(names(h), REPORTS PROGRAMMES FORMS SHEETS REGISTER REFLECTIONS GUIDE ATTENDANCE);
    hand_close(h);
}

static void a_document_with_nothing_to_show_is_not_made(void **state)
{
    (void)state;
    struct hand *h = full();
    struct corpus *c = &h->corpus;
    c->nforms = 0;
    assert_string_equal(names(h), REPORTS PROGRAMMES SHEETS REGISTER GUIDE ATTENDANCE);
    c->ndocuments = 0;
    assert_string_equal(names(h), REPORTS PROGRAMMES SHEETS GUIDE ATTENDANCE);
    c->sessions++; /* the break alone */
    c->nsessions = 1;
    assert_string_equal(names(h), REPORTS PROGRAMMES GUIDE ATTENDANCE);
    c->nsessions = 0;
    assert_string_equal(names(h), REPORTS GUIDE ATTENDANCE);
    c->nparticipants = 0;
    assert_string_equal(names(h), REPORTS GUIDE);
    hand_close(h);
}

static void editions_are_those_that_are_asked_for(void **state)
{
    (void)state;
    struct hand *h = full();
    struct event *e = &h->corpus.event;
    static const char *const WANTED[] = {[1 << EDITION_BOTH] = "report ",
                                         [1 << EDITION_KM] = "report.km ",
                                         [1 << EDITION_EN] = "report.en ",
                                         [1 << EDITION_KM | 1 << EDITION_EN] = "report.km report.en "};
    e->documents = DOCUMENT_REPORT;
    for (unsigned i = 1; i < sizeof WANTED / sizeof *WANTED; i++) {
        e->editions = i;
        e->nlangs = 2;
        if (WANTED[i]) assert_string_equal(names(h), WANTED[i]);
        e->nlangs = 1; /* then the only one is the report, whichever is asked for */
        assert_string_equal(names(h), "report ");
    }
    hand_close(h);
}

static unsigned asked_in(struct hand *h, const char *word)
{
    struct event e;
    struct str text = str_fmt(h->keep, "title: x\ndocuments: [%s]\n", word);
    event_read(&h->job, source_new(h->keep, STR("event.yml"), text), &e);
    assert_int_equal(h->job.diags->list.n, 0);
    return e.documents;
}

/* event.yml's word makes its family's documents, and no others. */
static void families_are_the_words_of_event_yml(void **state)
{
    (void)state;
    struct hand *h = full();
    size_t nwords, n;
    const char *const *words = corpus_document_words(&nwords);
    static const char *const MADE[] = {REPORTS,     PROGRAMMES, FORMS, SHEETS,
                                       REFLECTIONS, REGISTER,   GUIDE, ATTENDANCE};
    assert_int_equal(nwords, sizeof MADE / sizeof *MADE);
    for (size_t i = 0; i < nwords; i++) {
        h->corpus.event.documents = asked_in(h, words[i]);
        assert_string_equal(names(h), MADE[i]);
        struct wanted *w = compose_list(h->keep, &h->corpus, &n);
        for (size_t k = 0; k < n; k++) assert_string_equal(compose_family(&w[k]), words[i]);
    }
    struct wanted problems = compose_named(h->keep, "problems", NULL);
    assert_string_equal(compose_family(&problems), "");
    assert_true(str_is(problems.name, "problems"));
    hand_close(h);
}

static void each_row_has_a_writer_a_page_and_a_name_of_its_own(void **state)
{
    (void)state;
    size_t n;
    const struct document *d = documents_all(&n);
    for (size_t i = 0; i < n; i++) {
        const struct sheet *s = &d[i].print->sheet;
        assert_non_null(d[i].write);
        assert_true(!d[i].family || d[i].wanted || d[i].written);
        assert_true(s->width > s->inside + s->outside && s->height > s->top + s->bottom);
        assert_true(d[i].pages[0] <= d[i].pages[1]);
        assert_true(d[i].pages[0] || d[i].version || !d[i].shorter);
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(d[i].name, d[k].name);
            assert_true(d[k].family != d[i].family || d[i - 1].family == d[i].family);
        }
    }
}

/* What the download page does not know is made, and found by nobody; the sheet to sign is for the room. */
static void the_download_page_links_each_document(void **state)
{
    (void)state;
    struct hand *h = full();
    size_t n;
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    for (size_t i = 0; i < n; i++) {
        struct str file = str_fmt(h->keep, "%.*s.pdf", STR_ARGS(w[i].name));
        struct str link = str_fmt(h->keep, "href=\"%.*s\"", STR_ARGS(file));
        struct output made = {.name = file, .digits = STR("0123")};
        struct publish_facts facts = {0};
        bool linked = hand_has(publish_index(h->keep, &h->corpus, &facts, &made, 1), link.s);
        if (linked == str_is(file, PUBLISH_ATTENDANCE)) fail_msg("%s: %d", link.s, linked);
    }
    hand_close(h);
}

/* -- how a version is printed ---------------------------------------------------------------------------- */

static struct print printed(struct hand *h, const char *row, int less)
{
    struct wanted w = compose_named(h->keep, row, h->corpus.forms);
    w.less = less;
    return compose_print(&h->corpus, &w);
}

static int shorter(struct hand *h, const char *row)
{
    struct wanted w = compose_named(h->keep, row, h->corpus.forms);
    return compose_shorter(&h->corpus, &w);
}

static void a_programme_takes_more_sides_before_it_shrinks(void **state)
{
    (void)state;
    struct hand *h = full();
    struct print whole = printed(h, "handouts/programme", 0), close = printed(h, "handouts/programme", 1);
    int last = shorter(h, "handouts/programme");
    assert_int_equal(whole.type, TYPE_TIMETABLE);
    assert_false(whole.close);
    assert_true(close.close);
    assert_int_equal(close.type, TYPE_TIMETABLE);
    assert_int_equal(close.fit_pages, 1);
    assert_int_equal(printed(h, "handouts/programme-a5", 0).up, 2);
    assert_int_equal(printed(h, "handouts/programme-a5", 0).type, TYPE_POCKET);
    sessions[1].day = 2;
    assert_int_equal(printed(h, "handouts/programme", 2).fit_pages, 2); /* a side for each of its days */
    assert_int_equal(printed(h, "handouts/programme-a5", 2).fit_pages, 2);
    assert_int_equal(printed(h, "handouts/programme-a5", 4).fit_pages, 4); /* each language on its own */
    assert_int_equal(printed(h, "handouts/programme-a5", 6).fit_pages, 4); /* and both sides of a sheet */
    assert_int_equal(printed(h, "handouts/programme", last).fit_pages, 0); /* as many as it takes */
    for (int less = 0; less <= last; less++) assert_false(printed(h, "handouts/programme", less).shrink);
    sessions[1].day = 1;
    hand_close(h);
}

static void a_digest_says_less_before_it_shrinks(void **state)
{
    (void)state;
    struct hand *h = full();
    int two = shorter(h, "handouts/reflections-digest");
    assert_true(two > 0 && shorter(h, "handouts/reflections-wall") > 0);
    assert_false(printed(h, "handouts/reflections-digest", two - 1).shrink);
    assert_true(printed(h, "handouts/reflections-digest", two).shrink);
    int less_of[] = {two - 1, two - 1};
    struct wanted w = compose_named(h->keep, "handouts/reflections-digest", NULL);
    w.less_of = less_of; /* each form's own: it shrinks where one of them has no shorter one */
    assert_false(compose_print(&h->corpus, &w).shrink);
    less_of[1] = two;
    assert_true(compose_print(&h->corpus, &w).shrink);
    h->corpus.nforms = 1; /* as many for one form as for two */
    assert_int_equal(shorter(h, "handouts/reflections-digest"), two);
    assert_int_equal(shorter(h, "report"), 0);
    hand_close(h);
}

/* One side, the whole and closed up; so on two; at last as many as it takes. Nothing shrinks. */
static void a_form_closes_up_before_it_takes_another_side(void **state)
{
    (void)state;
    struct hand *h = full();
    int last = shorter(h, "handouts/form-*");
    assert_int_equal(last, shorter(h, "handouts/form-*-a5"));
    assert_int_equal(printed(h, "handouts/form-*", 0).fit_pages, 1);
    assert_false(printed(h, "handouts/form-*", 0).close);
    assert_true(printed(h, "handouts/form-*", 1).close);
    assert_int_equal(printed(h, "handouts/form-*", last - 1).fit_pages, 2);
    assert_int_equal(printed(h, "handouts/form-*", last).fit_pages, 0);
    assert_false(printed(h, "handouts/form-*", last).close);
    for (int less = 0; less <= last; less++) {
        assert_false(printed(h, "handouts/form-*", less).shrink);
        assert_int_equal(printed(h, "handouts/form-*-a5", less).up, 2);
    }
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_made_in_their_tables_order),
        cmocka_unit_test(a_document_with_nothing_to_show_is_not_made),
        cmocka_unit_test(editions_are_those_that_are_asked_for),
        cmocka_unit_test(families_are_the_words_of_event_yml),
        cmocka_unit_test(each_row_has_a_writer_a_page_and_a_name_of_its_own),
        cmocka_unit_test(the_download_page_links_each_document),
        cmocka_unit_test(a_programme_takes_more_sides_before_it_shrinks),
        cmocka_unit_test(a_digest_says_less_before_it_shrinks),
        cmocka_unit_test(a_form_closes_up_before_it_takes_another_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
