/* compose: the report in its editions, and the handouts made of the programme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "compose/figure/qr.h"

/* -- a corpus with a little of everything -- */

static struct session sessions[] = {
    {.day = 1,
     .start = 510,
     .end = 540,
     .id = STR_INIT("d1s01"),
     .type = SESSION_OPENING,
     .room = STR_INIT("Hall")},
    {.day = 1, .start = 540, .end = 600, .type = SESSION_BREAK},
    {.day = 2, .start = 510, .end = -1, .id = STR_INIT("d2s01"), .type = SESSION_VISIT},
};

static struct participant people[] = {
    {.sex = SEX_FEMALE, .consent_name = true},
    {.sex = SEX_MALE, .consent_name = false},
    {.sex = SEX_UNKNOWN, .consent_name = false},
};

static void add_note(struct hand *h, struct note *n, const char *stem, enum note_kind kind,
                     const char *session)
{
    n->kind = kind;
    n->stem = str_of(stem);
    n->session = str_of(session);
    h->corpus.notes = n;
}

static void add_text(struct hand *h, struct note *n, enum lang l, const char *path, const char *title,
                     const char *body)
{
    struct doc *d = hand_doc(h, l, path);
    hand_block(h, d->root, BLOCK_HEADING, title)->level = 1;
    hand_block(h, d->root, BLOCK_PARA, body);
    n->doc[l] = d;
}

static struct hand *full(void)
{
    struct hand *h = hand_open();
    struct corpus *c = &h->corpus;
    static struct date dates[] = {{2023, 4, 4}, {2023, 4, 5}};
    c->event.dates = dates;
    c->event.ndates = 2;
    sessions[0].title = hand_bi("ពិធីបើក", "Opening");
    sessions[1].title = hand_bi("សម្រាក", "Break");
    sessions[2].title = hand_bi("ទស្សនកិច្ច", "A visit");
    c->sessions = sessions;
    c->nsessions = 3;
    c->ndays = 2;
    people[0].name = hand_bi("សុខ ដារ៉ា", "Sok Dara");
    people[1].name = hand_bi("ចាន់ សុភា", "Chan Sophea");
    people[2].name = hand_bi("", "Third Person");
    c->participants = people;
    c->nparticipants = 3;
    struct note *n = ARENA_MANY(h->keep, struct note, 2);
    add_note(h, &n[1], "d1s01-opening", NOTE_SESSION, "d1s01");
    add_note(h, &n[0], "foreword", NOTE_SUMMARY, "");
    add_text(h, &n[0], LANG_KM, "summaries/foreword.km.md", "អារម្ភកថា", "អត្ថបទមួយ");
    add_text(h, &n[0], LANG_EN, "summaries/foreword.en.md", "Foreword", "A text");
    add_text(h, &n[1], LANG_EN, "sessions/d1s01-opening.en.md", "Opening", "Only in English");
    hand_pair(h, &n[0]);
    hand_pair(h, &n[1]);
    c->nnotes = 2;
    return h;
}

/* -- tests -- */

static void every_document_nests_as_its_roles_may(void **state)
{
    (void)state;
    struct hand *h = full();
    size_t n;
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    assert_int_equal(n, 8);
    for (size_t i = 0; i < n; i++) {
        struct tree *t = compose(&h->job, hand_survey(h), &w[i]);
        assert_null(tree_check(t));
        assert_true(str_eq(t->name, w[i].name));
    }
    hand_close(h);
}

static void an_event_with_a_title_alone_makes_a_cover(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct tree *t = hand_compose(h, "report");
    struct str d = hand_dump(h, t);
    assert_null(tree_check(t));
    assert_true(hand_has(d, "cover-title en \"The forum\""));
    assert_false(t->toc);
    assert_false(hand_has(d, "toc"));
    assert_false(hand_has(d, "h1"));
    hand_close(h);
}

static void people_are_named_only_by_consent(void **state)
{
    (void)state;
    struct hand *h = full();
    for (int e = 0; e < EDITIONS; e++) {
        struct str d = hand_dump(h, hand_report(h, e));
        assert_true(hand_has(d, e == EDITION_KM ? "សុខ ដារ៉ា" : "Sok Dara"));
        assert_false(hand_has(d, "Sophea"));
        assert_false(hand_has(d, "សុភា"));
        assert_false(hand_has(d, "Third"));
    }
    struct str d = hand_dump(h, hand_compose(h, "report.km"));
    assert_true(hand_has(d, "សរុប\u00a0៣\u00a0នាក់ ស្រី\u00a0១\u00a0នាក់"));
    hand_close(h);
}

static void a_notes_heading_is_its_sections_and_not_set_again(void **state)
{
    (void)state;
    struct hand *h = full();
    struct str d = hand_dump(h, hand_compose(h, "report.en"));
    assert_int_equal(hand_count(d, "h1 en #foreword"), 1);
    assert_int_equal(hand_count(d, "\"Foreword\""), 3); /* heading, contents, the annex's list of notes */
    assert_true(hand_has(d, "h2 en #d1s01-opening \"1.1 \"# \"Opening\""));
    assert_false(hand_has(d, "h3 en \"Opening\""));
    hand_close(h);
}

/* The programme's rapporteur, and a note's own where the programme names none. */
static void a_note_names_its_rapporteur(void **state)
{
    (void)state;
    struct hand *h = full();
    struct doc named = *h->corpus.notes[1].doc[LANG_EN];
    named.front.rapporteur = STR("Keo Malis");
    h->corpus.notes[1].doc[LANG_EN] = &named;
    struct str d = hand_dump(h, hand_compose(h, "report.en"));
    assert_true(hand_has(d, "Keo Malis"));
    sessions[0].rapporteur = STR("Lim Rith");
    d = hand_dump(h, hand_compose(h, "report.en"));
    sessions[0].rapporteur = (struct str){0};
    assert_true(hand_has(d, "Lim Rith"));
    assert_false(hand_has(d, "Keo Malis"));
    hand_close(h);
}

static void a_missing_translation_is_told_once_and_in_khmer(void **state)
{
    (void)state;
    struct hand *h = full();
    struct str both = hand_dump(h, hand_compose(h, "report"));
    assert_int_equal(hand_count(both, "missing km \"មិនទាន់មានការបកប្រែ"), 1);
    struct str km = hand_dump(h, hand_compose(h, "report.km"));
    assert_true(hand_has(km, "p en \"Only in English\""));
    assert_int_equal(hand_count(km, "missing km \"មិនទាន់មានការបកប្រែ"), 1);
    struct str en = hand_dump(h, hand_compose(h, "report.en"));
    assert_int_equal(hand_count(en, "Translation missing"), 0);
    hand_close(h);
}

static void contents_list_chapters_and_what_is_in_them(void **state)
{
    (void)state;
    struct hand *h = full();
    struct tree *t = hand_compose(h, "report.en");
    struct str d = hand_dump(h, t);
    assert_true(t->toc);
    assert_true(hand_has(d, "toc-item en 1 \"Foreword\" -> #foreword"));
    assert_true(hand_has(d, "toc-item en 2 \"Day\u00a01: 4 April 2023\" -> #programme-day-1"));
    assert_true(hand_has(d, "toc-item en 2 \"1.1 \" \"Opening\" -> #d1s01-opening"));
    assert_false(hand_has(d, "-> #contents"));
    assert_false(hand_has(d, "Recommendations"));
    hand_close(h);
}

static void an_error_is_told_with_its_line(void **state)
{
    (void)state;
    struct hand *h = full();
    const struct doc *d = h->corpus.notes[1].doc[LANG_EN];
    diag_tell(h->job.diags, DIAG_OUT_WRITE, place_in(d->source, 7), STR("x"), STR("y"));
    struct str en = hand_dump(h, hand_compose(h, "report.en"));
    assert_int_equal(
        hand_count(en, "fault en \"sessions/d1s01-opening.en.md, line\u00a03: cannot write x: y\""), 1);
    struct str both = hand_dump(h, hand_compose(h, "report"));
    assert_true(hand_has(both, "បន្ទាត់ទី\u00a0៣"));
    assert_true(hand_has(both, "line\u00a03"));
    hand_close(h);
}

/* In an office program's file the place is a paragraph, and told as one. */
static void an_error_in_an_office_file_is_told_with_its_paragraph(void **state)
{
    (void)state;
    struct hand *h = full();
    struct source *s = (struct source *)h->corpus.notes[1].doc[LANG_EN]->source;
    s->kind = SOURCE_PARAGRAPHS;
    diag_tell(h->job.diags, DIAG_OUT_WRITE, place_in(s, 7), STR("x"), STR("y"));
    struct str en = hand_dump(h, hand_compose(h, "report.en"));
    assert_int_equal(hand_count(en, "fault en \"sessions/d1s01-opening.en.md:¶3: cannot write x: y\""), 1);
    hand_close(h);
}

static void errors_stand_under_the_blocks_they_are_in(void **state)
{
    (void)state;
    struct hand *h = full();
    const struct doc *d = h->corpus.notes[1].doc[LANG_EN];
    d->root->first->next->place.offset = 7;
    struct diags *told = diags_new(h->keep); /* as reading leaves them; the document's own list is empty */
    h->corpus.told = told;
    diag_tell(told, DIAG_OUT_WRITE, place_in(d->source, 9), STR("second"), STR(""));
    diag_tell(told, DIAG_OUT_WRITE, place_in(d->source, 2), STR("first"), STR(""));
    diag_tell(told, DIAG_OUT_WRITE, place_in(d->source, PLACE_WHOLE_FILE), STR("whole"), STR(""));
    for (int e = 0; e < EDITIONS; e++) {
        struct str out = hand_dump(h, hand_report(h, e));
        size_t at[4] = {str_find(out, STR("write whole"), 0), str_find(out, STR("write first"), 0),
                        str_find(out, STR("\"Only in English\""), 0), str_find(out, STR("write second"), 0)};
        for (int i = 0; i < 4 && e != EDITION_KM; i++)
            assert_true(at[i] != SIZE_MAX && (!i || at[i] > at[i - 1]));
        assert_int_equal(hand_count(out, "\n      fault"), 3);
    }
    hand_close(h);
}

static void an_error_outside_every_chapter_is_told_in_the_method(void **state)
{
    (void)state;
    struct hand *h = full();
    const struct source *s = source_new(h->keep, STR("sessions/broken.en.md"), STR("x"));
    diag_tell(h->job.diags, DIAG_OUT_WRITE, place_in(s, 0), STR("this"), STR(""));
    struct str out = hand_dump(h, hand_compose(h, "report.en"));
    size_t method = str_find(out, STR("#annex-method"), str_find(out, STR("#d1s01-opening \""), 0));
    assert_true(str_find(out, STR("sessions/broken.en.md, line\u00a01: cannot write this"), method) !=
                SIZE_MAX);
    hand_close(h);
}

static void the_programme_is_a_table_a_day(void **state)
{
    (void)state;
    struct hand *h = full();
    struct str d = hand_dump(h, hand_compose(h, "handouts/programme"));
    assert_true(hand_has(d, "cell en \"08:30–09:00\"\n")); /* once, in the digits that all read */
    assert_false(hand_has(d, "០៨:៣០"));
    assert_true(hand_has(d, "cell en \"1.1 Opening\"* | \"Hall\""));
    assert_true(hand_has(d, "cell en \"Break\"")); /* its time has a cell of its own */
    assert_int_equal(hand_count(d, "row quiet band"), 1);
    assert_int_equal(hand_count(d, "table"), 2);
    assert_int_equal(hand_count(d, "\n    h2") - hand_count(d, " spare"), 2); /* a day is a heading */
    hand_close(h);
}

static void session_sheets_leave_breaks_out(void **state)
{
    (void)state;
    struct hand *h = full();
    struct str d = hand_dump(h, hand_compose(h, "handouts/session-sheets"));
    assert_int_equal(hand_count(d, "lines"), 4); /* two questions each */
    assert_int_equal(hand_count(d, "sect breaks"), 1);
    assert_false(hand_has(d, "Break"));
    hand_close(h);
}

static void an_event_in_one_language_has_one_report(void **state)
{
    (void)state;
    struct hand *h = full();
    h->corpus.event.nlangs = 1;
    h->corpus.event.langs[0] = LANG_EN;
    size_t n;
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    assert_true(str_is(w[0].name, "report"));
    struct tree *t = compose(&h->job, hand_survey(h), &w[0]);
    assert_null(tree_check(t));
    assert_false(t->both);
    assert_int_equal(t->lang, LANG_EN);
    for (size_t i = 1; i < n; i++) assert_false(str_starts(w[i].name, "report"));
    hand_close(h);
}

static size_t count_role(const struct node *top, enum role role)
{
    size_t n = top->role == role;
    for (const struct node *c = top->first; c; c = c->next) n += count_role(c, role);
    return n;
}

static struct tree *report_of(struct hand *h)
{
    size_t n;
    struct wanted *w = compose_list(h->keep, &h->corpus, &n);
    struct tree *t = compose(&h->job, hand_survey(h), &w[0]);
    assert_null(tree_check(t));
    return t;
}

static struct recommendation counsel[2];

static bool says(struct hand *h, const struct tree *t, const char *words)
{
    struct buf b = BUF(h->keep);
    dump_tree(&b, t);
    return str_find(buf_str(&b), str_of(words), 0) != SIZE_MAX;
}

/* A number that is not known stands nowhere: people in rows that nobody can read; whose sex is not told is
 * said beside the number of women, which is left out where that is most of them. */
static void at_a_glance_counts_only_what_is_known(void **state)
{
    (void)state;
    struct hand *h = full();
    struct corpus *c = &h->corpus;
    c->roster = ROSTER_READ;
    static struct organization body[1];
    body[0].acronym = STR("MoEYS");
    body[0].name = hand_bi("ក្រសួង", "Ministry");
    c->organizations = body;
    c->norganizations = 1;
    assert_int_equal(count_role(report_of(h)->root, ROLE_TOTAL), 0); /* nothing is told besides */
    counsel[0].text = hand_bi("ផ្តល់ពេលវេលា", "Give each mentor a fixed half day a week for mentoring, and "
                                            "count it as teaching time of the same worth as any other");
    counsel[1].text = hand_bi("", "Short");
    c->recommendations = counsel;
    c->nrecommendations = 2;
    struct tree *t = report_of(h);
    assert_int_equal(count_role(t->root, ROLE_TOTAL), 5); /* people, women, organizations, sessions, visits */
    assert_true(says(h, t, "woman (1\u00a0unstated)"));
    enum sex told = people[1].sex;
    people[1].sex = SEX_UNKNOWN;
    assert_int_equal(count_role(report_of(h)->root, ROLE_TOTAL), 4);
    people[1].sex = told;
    people[2].sex = SEX_MALE;
    t = report_of(h);
    assert_int_equal(count_role(t->root, ROLE_TOTAL), 5);
    assert_true(says(h, t, "\u00a0woman among them\"") && !says(h, t, "unstated"));
    body[0].acronym = STR("AA / BB"); /* as many as annex A has rows */
    assert_true(says(h, report_of(h), "1\u00a0organization\""));
    body[0].acronym = STR("MoEYS");
    struct buf b = BUF(h->keep);
    dump_tree(&b, t);
    assert_true(str_find(buf_str(&b), STR("teaching time of the same worth as any other\""), 0) != SIZE_MAX);
    static struct recommendation many[9];
    for (size_t i = 0; i < 9; i++) many[i] = counsel[0];
    c->recommendations = many;
    c->nrecommendations = 9; /* each of three lines or so: not all have room, and none is cut */
    b = BUF(h->keep);
    dump_tree(&b, report_of(h));
    assert_true(str_find(buf_str(&b), STR("\"and 2\u00a0more\""), 0) != SIZE_MAX);
    assert_true(str_find(buf_str(&b), STR("…"), 0) == SIZE_MAX);
    c->recommendations = counsel;
    c->nrecommendations = 2;
    c->nparticipants = 2;
    c->nunread = 1;
    assert_int_equal(count_role(report_of(h)->root, ROLE_TOTAL), 3);
    c->nunread = 0;
    c->event.before = true;
    assert_int_equal(count_role(report_of(h)->root, ROLE_TOTAL), 0);
    people[2].sex = SEX_UNKNOWN;
    hand_close(h);
}

/* The function, room for seal and signature, the name; not alone on a page. */
static void a_foreword_is_signed_in_order(void **state)
{
    (void)state;
    struct hand *h = full();
    static struct person who[1];
    who[0].name = hand_bi("សុខ ដារ៉ា", "Sok Dara");
    who[0].role = hand_bi("ប្រធាន", "Chair");
    h->corpus.event.signatories = who;
    h->corpus.event.nsignatories = 1;
    h->corpus.event.signing.place = hand_bi("ភ្នំពេញ", "Phnom Penh");
    h->corpus.event.signing.date = (struct date){2023, 5, 1};
    struct buf b = BUF(h->keep);
    dump_tree(&b, report_of(h));
    struct str said = buf_str(&b);
    size_t words = str_find(said, STR("\"A text\""), 0),
           day = str_find(said, STR("\"Phnom Penh, 1 May 2023\""), 0);
    size_t role = str_find(said, STR("signer en \"Chair\""), 0), seal = str_find(said, STR("signer 18 "), 0);
    size_t name = str_find(said, STR("signer en \"Sok Dara\""), 0);
    assert_true(words < day && day < role && role < seal && seal < name && name != SIZE_MAX);
    hand_close(h);
}

static void a_code_tells_its_address(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct builder *p = builder_new(&h->job, hand_survey(h), STR("report"), EDITION_BOTH);
    const struct node *n = qr_node(p, p->tree->root, STR("https://x.example/ក"));
    assert_non_null(n);
    assert_int_equal(n->role, ROLE_QR);
    assert_int_equal((n->qr->width - 17) % 4, 0);
    /* three corners hold a square in a square */
    for (int i = 0; i < 7; i++) {
        assert_true(n->qr->dark[i] && n->qr->dark[n->qr->width - 1 - i]);
        assert_true(n->qr->dark[(n->qr->width - 1) * n->qr->width + i]);
    }
    for (int l = 0; l < LANG_N; l++) assert_true(str_ends(n->alt[l], "https://x.example/ក"));
    const struct node *words = qr_words(p, p->tree->root, STR("https://x.example/ក"));
    assert_true(str_is(words->spans.at[words->spans.n - 1].href, "https://x.example/%E1%9E%80"));
    assert_null(tree_check(p->tree));
    assert_null(qr_node(p, p->tree->root, (struct str){0}));
    assert_null(qr_words(p, p->tree->root, (struct str){0}));
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_document_nests_as_its_roles_may),
        cmocka_unit_test(an_event_with_a_title_alone_makes_a_cover),
        cmocka_unit_test(people_are_named_only_by_consent),
        cmocka_unit_test(a_notes_heading_is_its_sections_and_not_set_again),
        cmocka_unit_test(a_note_names_its_rapporteur),
        cmocka_unit_test(a_missing_translation_is_told_once_and_in_khmer),
        cmocka_unit_test(contents_list_chapters_and_what_is_in_them),
        cmocka_unit_test(an_error_is_told_with_its_line),
        cmocka_unit_test(an_error_in_an_office_file_is_told_with_its_paragraph),
        cmocka_unit_test(errors_stand_under_the_blocks_they_are_in),
        cmocka_unit_test(an_error_outside_every_chapter_is_told_in_the_method),
        cmocka_unit_test(the_programme_is_a_table_a_day),
        cmocka_unit_test(session_sheets_leave_breaks_out),
        cmocka_unit_test(an_event_in_one_language_has_one_report),
        cmocka_unit_test(a_code_tells_its_address),
        cmocka_unit_test(at_a_glance_counts_only_what_is_known),
        cmocka_unit_test(a_foreword_is_signed_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
