#include "read_help.h"

#include "read/form/answers.h"
#include "read/form/form.h"
#include "read/form/reflections.h"

static const char FORM[] =
    "id: box\ntitle: Box\nprompts:\n"
    "  - {id: q1, type: open, en: What did you notice?, km: តើលោកអ្នកសង្កេតឃើញអ្វី?}\n"
    "  - {id: q2, type: choice, en: Was it useful?, km: តើមានប្រយោជន៍ឬទេ?, options: [{id: very, en: Very "
    "useful, km: មានប្រយោជន៍ណាស់}, "
    "{id: some, en: Somewhat, km: ខ្លះ}]}\n"
    "  - {id: q3, type: scale, points: 5, en: The pace was right, km: ល្បឿនសមស្រប, low_en: no, high_en: "
    "fully}\n"
    "  - {id: q4, type: yesno, en: Would you come again?, km: តើចង់មកម្តងទៀតឬទេ?}\n"
    "  - {id: q5, type: choices, en: Which parts were good?, km: តើផ្នែកណាល្អ?, options: "
    "[{id: talks, en: 'Talks, panels', km: បទបង្ហាញ}, {id: visits, en: Visits, km: ទស្សនកិច្ច}, {id: other, en: "
    "Other, km: ផ្សេងៗ}]}\n"
    "themes:\n  - {id: time, en: Time, km: ពេលវេលា}\n  - {id: labs, en: Laboratories, km: បន្ទប់ពិសោធន៍}\n";

static struct form *replies(struct bench *b, struct corpus *c, const char *name, const char *csv)
{
    struct str path = str_fmt(b->job.keep, "reflections/%s", name);
    struct form *f = ARENA_ONE(b->job.keep, struct form);
    form_read(&b->job, bench_source(b, FORM), STR("box"), f);
    bench_text(b, path.s, csv);
    *c = (struct corpus){.forms = f, .nforms = 1, .sessions = c->sessions, .nsessions = c->nsessions};
    reflections_read(&b->job, (struct files_names){&path, 1}, c);
    assert_int_equal(f->rows_read, f->nreplies + f->rows_left_out + f->rows_blank);
    return f;
}

static void by_id(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(
        b, &c, "box.csv",
        "form_no,session,lang,role,q1,q2,q3,q4,q5,themes,quote_ok,legible,q1_en,q1_km\n"
        "៧,1-02,km,គ្រូ,\"ពីរ\nបន្ទាត់\",very,៤,ចាស,\"Talks, panels, Visits\",time; បន្ទប់ពិសោធន៍,yes,yes,Two lines,\n"
        "8,d1s02,en,,Fine,Somewhat,fully,no,a;c,,,,,\n"
        "9,,,,,ខ,4 - good,,Other: x,,,,,\n");
    bench_silent(b);
    assert_int_equal(f->nreplies, 3);
    struct reply *r = &f->replies[0];
    bench_str(r->number, "៧");
    bench_str(r->session, "d1s02");
    bench_str(r->answers[0].text, "ពីរ\nបន្ទាត់");
    bench_str(r->answers[0].translation[LANG_EN], "Two lines");
    assert_int_equal(r->answers[1].closed.chosen, 1);
    assert_int_equal(r->answers[2].closed.scale, 4);
    assert_int_equal(r->answers[3].closed.yes, 1);
    assert_int_equal(r->answers[4].closed.chosen, 3);
    assert_int_equal(r->themes, 3);
    assert_true(r->quote_ok && r->legible);
    assert_int_equal(r->lang, LANG_KM);
    r = &f->replies[1];
    assert_int_equal(r->answers[1].closed.chosen, 2);
    assert_int_equal(r->answers[2].closed.scale, 5);
    assert_true(r->answers[3].given && !r->answers[3].closed.yes);
    assert_int_equal(r->answers[4].closed.chosen, 5);
    assert_false(r->quote_ok || r->legible);
    r = &f->replies[2];
    assert_int_equal(r->answers[1].closed.chosen, 2);
    assert_int_equal(r->answers[2].closed.scale, 4);
    assert_int_equal(r->answers[4].closed.chosen, 4);
    assert_false(r->answers[0].given || r->answers[3].given);
    assert_int_equal(r->lang, LANG_NONE);
    struct position p = place_position(r->answers[2].place);
    assert_int_equal(p.line, 5);
    assert_int_equal(p.column, 9);
}

static void by_words(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(
        b, &c, "box-online.csv",
        "វគ្គ / Session;\"១. តើលោកអ្នកសង្កេតឃើញអ្វី? / 1. What did you notice? (one line)\";Was it useful?;"
        "២. ការយល់ឃើញ [ល្បឿនសមស្រប / The pace was right];តើចង់មកម្តងទៀតឬទេ?;Which  parts were good?\n"
        "15/01;ល្អ;មានប្រយោជន៍ណាស់ / Very useful;5;បាទ / Yes;ទស្សនកិច្ច (Visits), ផ្សេងៗ (Other: robotics, "
        "drones)\n");
    assert_int_equal(bench_told(b, DIAG_REPLY_COLUMN), 0);
    bench_silent(b);
    struct reply *r = &f->replies[0];
    bench_str(r->answers[0].text, "ល្អ");
    assert_int_equal(r->answers[1].closed.chosen, 1);
    assert_int_equal(r->answers[2].closed.scale, 5);
    assert_int_equal(r->answers[3].closed.yes, 1);
    assert_int_equal(r->answers[4].closed.chosen, 6);
    assert_true(r->legible);
    assert_false(r->quote_ok);
    assert_int_equal(r->lang, LANG_KM);
}

static void faults_are_told_without_answers(void **state)
{
    struct bench *b = *state;
    struct session one = {.id = STR_INIT("d1s02"), .day = 1};
    struct corpus c = {.sessions = &one, .nsessions = 1};
    struct form *f = replies(b, &c, "box.csv",
                             "form_no,session,lang,rol,q1,q2,q3,q4,q5,themes,quote_ok\n"
                             "1,d9s09,fr,x,secret,Very usefull,6,secret,visits; secret,tme,secret\n"
                             ",,,,,,,,,,\n"
                             "១,d1s02,en,x,ok,very;some,secret,yes,,secret,no\n"
                             "form_no,session,lang,rol,q1,q2,q3,q4,q5,themes,quote_ok\n");
    bench_at(b, DIAG_REPLY_COLUMN_NEAR, 1, 22);
    bench_at(b, DIAG_REPLY_SESSION, 2, 3);
    bench_at(b, DIAG_REPLY_LANGUAGE, 2, 9);
    bench_at(b, DIAG_ANSWER_OPTION_NEAR, 2, 21);
    assert_int_equal(bench_told(b, DIAG_ANSWER_RANGE), 2);
    bench_at(b, DIAG_ANSWER_YESNO, 2, 36);
    bench_at(b, DIAG_ANSWER_OPTION, 2, 43);
    bench_at(b, DIAG_THEME_UNKNOWN_NEAR, 2, 58);
    bench_at(b, DIAG_VALUE_YESNO, 2, 62);
    bench_at(b, DIAG_ANSWER_SEVERAL, 4, 17);
    bench_at(b, DIAG_THEME_UNKNOWN, 4, 39);
    bench_at(b, DIAG_REPLY_TWICE, 4, 1);
    bench_at(b, DIAG_REPLY_REPEATS_HEAD, 5, 1);
    assert_int_equal(bench_told(b, DIAG_REPLY_BLANK), 1);
    assert_int_equal(b->job.diags->list.n, 15);
    assert_int_equal(f->nreplies, 2);
    assert_int_equal(f->rows_read, 3); /* the names of the columns are no form */
    assert_int_equal(f->rows_blank, 1);
    assert_int_equal(f->replies[0].session.n, 0);
    assert_int_equal(f->replies[0].answers[4].closed.chosen, 2);
    assert_false(f->replies[0].answers[2].given);
    assert_false(f->replies[1].answers[1].given);
    struct buf out = BUF(b->job.keep);
    diag_json(&out, b->job.diags);
    assert_int_equal(str_find(buf_str(&out), STR("secret"), 0), SIZE_MAX);
}

static void columns_nearly_asked_are_told(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    replies(b, &c, "box.csv",
            "Timestamp,Wat did you notise?,Notes,2. Was it usefull,Empty,q3,q4,q5\n"
            "x,secret,secret,very,,1,yes,a\nx,secret,secret,very,,1,yes,a\nx,secret,secret,very,,1,yes,a\n");
    assert_int_equal(bench_told(b, DIAG_REPLY_COLUMN), 1);
    assert_int_equal(bench_told(b, DIAG_REPLY_SERVICE), 1);
    assert_int_equal(bench_told(b, DIAG_REPLY_COLUMN_NEAR), 2);
    bench_at(b, DIAG_REPLY_COLUMN_FULL, 1, 31);
    bench_str(bench_diag(b, DIAG_REPLY_COLUMN_NEAR)->args[0], "What did you notice?");
    bench_str(bench_diag(b, DIAG_REPLY_COLUMN_FULL)->args[0], "3");
}

/* A prompt that has its column is not what another column is meant for. */
static void a_taken_prompt_is_not_meant(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    replies(b, &c, "box.csv", "q1,q2,q3,q4,q5,q6\nx,,,,,y\n");
    bench_at(b, DIAG_REPLY_COLUMN_FULL, 1, 16);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void rows_and_totals(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f =
        replies(b, &c, "box.csv",
                "Results of day 1,,\n\nform_no,q1,notes,q3,quote_ok,lang\n"
                "1,x,,4.0,X,English (United States)\n2,,,,,\n,,hello,,,\n,y,,\"4,5\",yes,km-KH\n");
    assert_int_equal(f->rows_read, 4);
    assert_int_equal(f->nreplies, 2);
    assert_int_equal(f->rows_blank, 2);
    assert_int_equal(f->replies[0].answers[2].closed.scale, 4);
    assert_int_equal(f->replies[0].lang, LANG_EN);
    assert_int_equal(f->replies[1].lang, LANG_KM);
    assert_true(f->replies[0].quote_ok);
    bench_at(b, DIAG_REPLY_ABOVE, 1, 1);
    bench_at(b, DIAG_REPLY_NUMBER, 7, 1);
    bench_at(b, DIAG_ANSWER_RANGE, 7, 6);
}

static void a_first_row_alone_is_told(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    replies(b, &c, "box.csv", "form_no,q1\n");
    assert_int_equal(bench_told(b, DIAG_REPLY_NONE), 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

/* The names of columns are no form. */
static void names_without_prompts_are_no_row(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(b, &c, "box.csv", "form_no,p1,p2\n1,x,y\n2,x,y\n");
    assert_int_equal(f->rows_read, 2);
    assert_int_equal(f->rows_left_out, 2);
    bench_str(bench_diag(b, DIAG_REPLY_HEAD)->args[0], "2");
}

static struct answer read_cell(struct bench *b, const struct answer_key *k, struct str text)
{
    return answers_read(&(struct answer_cell){.job = &b->job, .key = k, .cell = {.text = text}});
}

static void choices_may_hold_semicolons(void **state)
{
    struct bench *b = *state;
    struct option o[] = {{.id = STR_INIT("cups"), .text.t[LANG_EN] = STR_INIT("Cups, coloured")},
                         {.id = STR_INIT("rope"), .text.t[LANG_EN] = STR_INIT("Rope")},
                         {.id = STR_INIT("rice"), .text.t[LANG_EN] = STR_INIT("Rice, beans; sand")}};
    struct prompt p = {.id = STR_INIT("q"), .type = PROMPT_CHOICES, .options = o, .noptions = 3};
    struct answer_key k = answer_key(b->job.keep, &p);
    static const struct {
        const char *typed;
        uint64_t chosen;
    } CASES[] = {{"Rice, beans; sand", 4},
                 {"Rice, beans; sand;Cups, coloured", 5},
                 {"Rope;Rice, beans; sand", 6},
                 {"Rope;Rice, beans; sand;Cups, coloured;", 7},
                 {"Cups, coloured, Rope, Rice, beans; sand", 7},
                 {"rope\nCups, coloured", 3}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct csv_cell cell = {.text = str_of(CASES[i].typed)};
        assert_int_equal(read_cell(b, &k, cell.text).closed.chosen, CASES[i].chosen);
    }
    bench_silent(b);
    o[1].id = o[0].id;
    read_cell(b, &k, STR("a long way off"));
    bench_str(bench_diag(b, DIAG_ANSWER_OPTION)->args[1], "cups, rice");
}

/* The letters of the alphabet, the two of old Sanskrit not counted: ស is the thirtieth. */
static void options_by_letter(void **state)
{
    struct bench *b = *state;
    struct option o[33] = {0};
    struct prompt p = {.id = STR_INIT("q"), .type = PROMPT_CHOICE, .options = o, .noptions = 33};
    for (int i = 0; i < 33; i++) o[i].id = str_fmt(b->job.keep, "option%d", i + 1);
    struct answer_key k = answer_key(b->job.keep, &p);
    static const struct {
        const char *typed;
        int option;
    } CASES[] = {{"ក", 1}, {"វ", 29}, {"ស", 30}, {"ហ", 31}, {"អ", 33}, {"z", 26}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct csv_cell cell = {.text = str_of(CASES[i].typed)};
        assert_int_equal(read_cell(b, &k, cell.text).closed.chosen, 1ull << (CASES[i].option - 1));
    }
    bench_silent(b);
    assert_false(read_cell(b, &k, STR("ឞ")).given);
    assert_int_equal(bench_told(b, DIAG_ANSWER_OPTION), 1);
}

/* Ids or words in either language, parted by > › ; or a line's end; words may hold those signs. */
static void an_order_of_options(void **state)
{
    struct bench *b = *state;
    struct option o[] = {{.id = STR_INIT("cups"),
                          .text.t = {[LANG_EN] = STR_INIT("Cups, coloured"), [LANG_KM] = STR_INIT("ពែង")}},
                         {.id = STR_INIT("rope"), .text.t[LANG_EN] = STR_INIT("Rope")},
                         {.id = STR_INIT("rice"), .text.t[LANG_EN] = STR_INIT("Rice; beans > sand")},
                         {.id = STR_INIT("1"), .text.t[LANG_EN] = STR_INIT("One")},
                         {.id = STR_INIT("2"), .text.t[LANG_EN] = STR_INIT("Two")},
                         {.id = STR_INIT("12"), .text.t[LANG_EN] = STR_INIT("Twelve")}};
    struct prompt p = {.id = STR_INIT("q"), .type = PROMPT_RANKING, .options = o, .noptions = 6, .most = 3};
    struct answer_key k = answer_key(b->job.keep, &p);
    static const struct {
        const char *typed, *order; /* NULL: counted out */
        enum diag_code told;
    } CASES[] = {{"cups>rope>rice", "012", 0},
                 {"Rope > Cups, coloured", "10", 0},
                 {"rope › ពែង", "10", 0},
                 {"rope;Rice; beans > sand;cups;", "120", 0},
                 {"Rice; beans > sand", "2", 0},
                 {"ពែង / Cups, coloured\nrope", "01", 0},
                 {"rope", "1", 0},
                 {"12>1", "53", 0},
                 {"rope>cups>Rope", NULL, DIAG_ANSWER_PLACE_TWICE},
                 {"rope>cups>rice>1", NULL, DIAG_ANSWER_PLACES},
                 {"rope>kettle", NULL, DIAG_ANSWER_OPTION},
                 {"rope, cups", NULL, DIAG_ANSWER_OPTION}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct csv_cell cell = {.text = str_of(CASES[i].typed)};
        size_t before = CASES[i].order ? 0 : bench_told(b, CASES[i].told);
        struct answer x = read_cell(b, &k, cell.text);
        struct buf order = BUF(b->job.keep);
        for (size_t n = 0; n < x.closed.nranked; n++) buf_byte(&order, (char)('0' + x.closed.ranked[n]));
        bench_str(buf_str(&order), CASES[i].order ? CASES[i].order : "");
        assert_true(x.given == (CASES[i].order != NULL) && x.lost != x.given);
        if (CASES[i].order)
            bench_silent(b);
        else
            assert_int_equal(bench_told(b, CASES[i].told), before + 1);
    }
}

/* A cell of a scale says one number, or it is told and counted out. */
static void a_scale_takes_one_number(void **state)
{
    struct bench *b = *state;
    struct prompt p = {.id = STR_INIT("q"),
                       .type = PROMPT_SCALE,
                       .points = 5,
                       .low.t = {[LANG_EN] = STR_INIT("not at all"), [LANG_KM] = STR_INIT("មិនសោះ")},
                       .high.t = {[LANG_EN] = STR_INIT("very"), [LANG_KM] = STR_INIT("ណាស់")}};
    struct answer_key k = answer_key(b->job.keep, &p);
    static const struct {
        const char *typed;
        int value; /* 0: counted out */
    } CASES[] = {{"4", 4},
                 {" ៤", 4},
                 {"4.0", 4},
                 {"4,00 good", 4},
                 {"4.", 4},
                 {"4)", 4},
                 {"4 - agree", 4},
                 {"4 (agree)", 4},
                 {"4: ល្អ", 4},
                 {"4/5", 4},
                 {"៤/៥", 4},
                 {"4 out of 5", 4},
                 {"4 / ៤", 4},
                 {"5 (very) / ៥ (ណាស់)", 5},
                 {"1 - not at all", 1},
                 {"very", 5},
                 {"3-4", 0},
                 {"៣-៤", 0},
                 {"3–4", 0},
                 {"2 or 5", 0},
                 {"2 or five", 0},
                 {"២ ឬប្រាំ", 0},
                 {"2, 5", 0},
                 {"2 5", 0},
                 {"4/10", 0},
                 {"4/4", 0},
                 {"4.5", 0},
                 {"4½", 0},
                 {"4+", 0},
                 {"4?", 0},
                 {"1 - very", 0},
                 {"5 not at all", 0},
                 {"-4", 0},
                 {"6", 0},
                 {"0", 0}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t told = bench_told(b, DIAG_ANSWER_RANGE);
        struct csv_cell cell = {.text = str_trim(str_of(CASES[i].typed))};
        struct answer x = read_cell(b, &k, cell.text);
        bool out = !CASES[i].value;
        if (x.given == out || x.closed.scale != CASES[i].value || x.lost != out)
            fail_msg("%s", CASES[i].typed);
        assert_int_equal(bench_told(b, DIAG_ANSWER_RANGE), told + out);
    }
}

static void without_a_head(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(b, &c, "box.csv", "1,secret,x\n\n2,secret,y\n");
    assert_int_equal(bench_told(b, DIAG_REPLY_HEAD), 1);
    assert_int_equal(b->job.diags->list.n, 1);
    assert_int_equal(f->nreplies, 0);
    assert_int_equal(f->rows_left_out, 2);
    assert_int_equal(f->rows_blank, 1);
}

static void without_a_form(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(b, &c, "other.csv", "q1\nx\n");
    assert_int_equal(f->rows_read, 0);
    assert_int_equal(bench_told(b, DIAG_FORM_MISSING), 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void broken_rows(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(b, &c, "box.csv", "form_no,q1,q3\n1,\"open,2\n2,x,3\n3,y\n4,z,1,more\n");
    bench_at(b, DIAG_CSV_QUOTE, 2, 3);
    bench_at(b, DIAG_CSV_FEWER, 4, 1);
    bench_at(b, DIAG_CSV_MORE, 5, 7);
    bench_at(b, DIAG_CSV_ROW_OUT, 5, 1);
    assert_int_equal(f->nreplies, 3);
    assert_int_equal(f->rows_left_out, 1);
    bench_str(f->replies[0].answers[0].text, "open");
    assert_int_equal(f->replies[0].answers[2].closed.scale, 2);
    assert_int_equal(f->replies[1].answers[2].closed.scale, 3);
    bench_str(f->replies[2].answers[0].text, "y"); /* no scale holds it */
    assert_false(f->replies[2].answers[2].given);
}

/* An unquoted comma in an answer shifts a yes of another column under quote_ok, words under the number. */
static void rows_out_of_step_are_not_quoted(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f =
        replies(b, &c, "box.csv",
                "q1,form_no,q4,quote_ok\nOne, words,1,yes,no\nx,2,yes,yes\nx,3,yes\nx,4,yes,yes,,\n");
    assert_int_equal(f->nreplies, 3); /* of the third row the yes may be either */
    assert_int_equal(f->rows_left_out, 1);
    assert_true(f->replies[1].quote_ok && !f->replies[2].quote_ok);
    bench_str(f->replies[0].number, "1");
    bench_str(f->replies[0].answers[0].text, "One, words");
    assert_true(f->replies[0].answers[3].closed.yes && !f->replies[0].quote_ok);
    assert_int_equal(bench_told(b, DIAG_CSV_MORE), 2);
    assert_int_equal(bench_told(b, DIAG_CONSENT_ROW), 2);
    bench_at(b, DIAG_CSV_FEWER, 4, 1);
    bench_at(b, DIAG_CSV_ROW_OUT, 4, 1);
}

/* Consent is asked in the words of the blank form, in either language or both. */
static void consent_in_the_forms_own_words(void **state)
{
    struct bench *b = *state;
    static const char *const HEADS[] = {
        "May we quote you\xE2\x80\xAF, without your name?",
        "តើយើងអាចដកស្រង់សម្តីរបស់លោកអ្នក ដោយមិនបញ្ចេញឈ្មោះ បានដែរឬទេ?",
        "តើយើងអាចដកស្រង់សម្តីរបស់លោកអ្នក ដោយមិនបញ្ចេញឈ្មោះ បានដែរឬទេ? / May we quote you, without your name?"};
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        struct corpus c = {0};
        struct str csv = str_fmt(b->job.keep, "q1,\"%s\"\nw,បាទ/ចាស\nw,ទេ\nw,Yes\nw,perhaps\n", HEADS[i]);
        struct form *f = replies(b, &c, "box.csv", csv.s);
        assert_true(f->replies[0].quote_ok && f->replies[2].quote_ok);
        assert_false(f->replies[1].quote_ok || f->replies[3].quote_ok);
        assert_int_equal(bench_told(b, DIAG_VALUE_YESNO), i + 1);
    }
}

/* Where the column is there, only a yes in it says so: no empty cell, and no row that ends before it. */
static void legible_is_said_where_it_is_asked(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct form *f = replies(b, &c, "box.csv", "q1,legible\nw,yes\nw,\nw\nw,no\n");
    assert_int_equal(f->nreplies, 4);
    assert_true(f->replies[0].legible);
    for (size_t i = 1; i < 4; i++) assert_false(f->replies[i].legible);
    f = replies(b, &c, "box.csv", "q1,quote_ok\nx,yes\nx,\n");
    assert_true(f->replies[0].legible && f->replies[1].legible);
}

static void many(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct buf t = BUF(b->job.keep);
    for (int i = 0; i < 100000; i++) buf_put(&t, i ? ",q1" : "q1");
    buf_put(&t, "\n");
    for (int i = 0; i < 2000; i++) buf_fmt(&t, "x%d\n", i);
    struct form *f = replies(b, &c, "box.csv", buf_str(&t).s);
    assert_int_equal(f->nreplies, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(by_id),
                                       BENCH(by_words),
                                       BENCH(faults_are_told_without_answers),
                                       BENCH(columns_nearly_asked_are_told),
                                       BENCH(a_taken_prompt_is_not_meant),
                                       BENCH(rows_and_totals),
                                       BENCH(a_first_row_alone_is_told),
                                       BENCH(names_without_prompts_are_no_row),
                                       BENCH(choices_may_hold_semicolons),
                                       BENCH(options_by_letter),
                                       BENCH(an_order_of_options),
                                       BENCH(a_scale_takes_one_number),
                                       BENCH(without_a_head),
                                       BENCH(without_a_form),
                                       BENCH(broken_rows),
                                       BENCH(rows_out_of_step_are_not_quoted),
                                       BENCH(consent_in_the_forms_own_words),
                                       BENCH(legible_is_said_where_it_is_asked),
                                       BENCH(many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
