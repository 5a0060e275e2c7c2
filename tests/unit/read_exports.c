#include "read_help.h"

#include "read/form/answers.h"
#include "read/form/column_use.h"
#include "read/form/form.h"
#include "read/form/no_answer.h"
#include "read/form/reflections.h"

static const char FORM[] =
    "id: fb\ntitle: Feedback\nprompts:\n"
    "  - {id: q1, type: choice, en: Which best describes you?, km: តើលោកអ្នកជានរណា?, options: [{id: teacher, "
    "en: "
    "Teacher, km: គ្រូបង្រៀន}, {id: none, en: None, km: គ្មាន}, {id: other, en: Other, km: ផ្សេងៗ}]}\n"
    "  - {id: q2, type: choices, en: Which parts should be kept?, km: តើផ្នែកណាខ្លះគួររក្សាទុក?, options: [{id: "
    "talks, "
    "en: Talks, km: បទបង្ហាញ}, {id: visits, en: 'School visits, with lunch', km: ទស្សនកិច្ច}, {id: groups, en: "
    "Working "
    "groups, km: ក្រុមការងារ}]}\n"
    "  - {id: q3, type: scale, points: 5, en: The forum was useful, km: វេទិកាមានប្រយោជន៍, low_en: Strongly "
    "disagree, "
    "high_en: Strongly agree}\n"
    "  - {id: q4, type: yesno, en: Would you come again?, km: តើនឹងមកម្តងទៀតទេ?}\n"
    "  - {id: q5, type: open, en: What did you notice?, km: តើលោកអ្នកសង្កេតឃើញអ្វី?}\n"
    "  - {id: q6, type: ranking, en: What comes first?, km: តើអ្វីមុនគេ?, options: [{id: books, en: Books, km: "
    "សៀវភៅ}, "
    "{id: labs, en: Laboratories, km: បន្ទប់ពិសោធន៍}, {id: pay, en: Pay, km: ប្រាក់ខែ}]}\n"
    "  - {id: g1, type: scale, points: 5, en: 'Rooms [Day one]', km: 'បន្ទប់ [ថ្ងៃមួយ]'}\n"
    "  - {id: g2, type: scale, points: 5, en: 'Rooms [Day two]', km: 'បន្ទប់ [ថ្ងៃពីរ]'}\n";

enum { Q1, Q2, Q3, Q4, Q5, Q6, G1, G2, PROMPTS };

struct asked {
    struct form form;
    struct answer_key keys[PROMPTS];
};

static struct asked *form(struct bench *b)
{
    struct asked *f = ARENA_ONE(b->job.keep, struct asked);
    form_read(&b->job, bench_source(b, FORM), STR("fb"), &f->form);
    assert_int_equal(f->form.nprompts, PROMPTS);
    for (int i = 0; i < PROMPTS; i++) f->keys[i] = answer_key(b->job.keep, &f->form.prompts[i]);
    return f;
}

static struct form *replies(struct bench *b, const char *csv)
{
    struct str path = STR("reflections/fb.csv");
    struct form *f = ARENA_ONE(b->job.keep, struct form);
    form_read(&b->job, bench_source(b, FORM), STR("fb"), f);
    bench_text(b, path.s, csv);
    struct corpus c = {.forms = f, .nforms = 1};
    reflections_read(&b->job, (struct files_names){&path, 1}, &c);
    assert_int_equal(f->rows_read, f->nreplies + f->rows_left_out + f->rows_blank);
    return f;
}

static void heads_are_known(void **state)
{
    struct bench *b = *state;
    struct asked *f = form(b);
    struct column_use_form names = {&f->form, f->keys};
    static const struct {
        const char *head;
        enum column_use_field field;
        size_t prompt;
        int option;
    } CASES[] = {
        {"q1", USE_ANSWER, Q1, 0},
        {"Q1", USE_ANSWER, Q1, 0},
        {"group/q1", USE_ANSWER, Q1, 0},
        {"fb-part-q1", USE_ANSWER, Q1, 0},
        {"q1. Which best describes you?", USE_ANSWER, Q1, 0},
        {"* 1. Which best describes you? *", USE_ANSWER, Q1, 0},
        {"Q1: Which best describes you? (required)", USE_ANSWER, Q1, 0},
        {"សំណួរទី១៖ តើលោកអ្នកជានរណា?", USE_ANSWER, Q1, 0},
        {"តើ\u200bលោក\u200bអ្នក\u200bជា\u200bនរណា?", USE_ANSWER, Q1, 0},
        {"តើលោកអ្នកជានរណា? / Which best describes you?", USE_ANSWER, Q1, 0},
        {"\"Which best describes you?\"", USE_ANSWER, Q1, 0},
        {"Which best describes you? - Selected Choice", USE_ANSWER, Q1, 0},
        {"q1 2", USE_ANSWER, Q1, 0},
        {"q1.1", USE_ANSWER, Q1, 0},
        {"Which best describes you?.1", USE_ANSWER, Q1, 0},
        {"q2/talks", USE_OPTION, Q2, 0},
        {"group/q2/visits", USE_OPTION, Q2, 1},
        {"fb-q2/groups", USE_OPTION, Q2, 2},
        {"q2[talks]", USE_OPTION, Q2, 0},
        {"q2[SQ003]", USE_OPTION, Q2, 2},
        {"q2_2", USE_OPTION, Q2, 1},
        {"Q2_2", USE_OPTION, Q2, 1},
        {"Which parts should be kept?/School visits, with lunch", USE_OPTION, Q2, 1},
        {"Which parts should be kept? [Working groups]", USE_OPTION, Q2, 2},
        {"q2[SQ001]. Which parts should be kept? [Talks]", USE_OPTION, Q2, 0},
        {"Which parts should be kept? - Selected Choice - Talks", USE_OPTION, Q2, 0},
        {"តើផ្នែកណាខ្លះគួររក្សាទុក? [ក្រុមការងារ]", USE_OPTION, Q2, 2},
        {"q1[other]", USE_OPTION, Q1, 2},
        {"q1_other", USE_OPTION, Q1, 2},
        {"Which best describes you? - Other - Text", USE_OPTION, Q1, 2},
        {"Which best describes you? [Other (please specify)]", USE_OPTION, Q1, 2},
        {"Which parts should be kept?/Other", USE_OPTION, Q2, -1},
        {"What comes first? [Ranking 2]", USE_OPTION, Q6, 1},
        {"q6[3]", USE_OPTION, Q6, 2},
        {"Rooms [Day two]", USE_ANSWER, G2, 0},
        {"Day two", USE_ANSWER, G2, 0},
        {"q5_en", USE_TRANSLATION, Q5, 0},
        {"form_no", USE_NUMBER, 0, 0},
        {"group/quote_ok", USE_QUOTE, 0, 0},
        {"May we quote you, without your name?", USE_QUOTE, 0, 0},
        {"3. May we quote you, without your name? *", USE_QUOTE, 0, 0},
        {"តើយើងអាចដកស្រង់សម្តីរបស់លោកអ្នក\u200bដោយមិនបញ្ចេញឈ្មោះ បានដែរឬទេ?", USE_QUOTE, 0, 0},
        {"តើយើងអាចដកស្រង់សម្តីរបស់លោកអ្នក ដោយមិនបញ្ចេញឈ្មោះ បានដែរឬទេ? / May we quote you, without your name?",
         USE_QUOTE, 0, 0},
        {"May we quote you, without your name, never?", USE_NONE, 0, 0},
        {"Timestamp", USE_SERVICE, 0, 0},
        {"_uuid", USE_SERVICE, 0, 0},
        {"meta/instanceID", USE_SERVICE, 0, 0},
        {"អ៊ីមែល / Email Address", USE_SERVICE, 0, 0},
        {"Notes", USE_NONE, 0, 0},
        {"Untitled Question", USE_NONE, 0, 0},
        {"?", USE_NONE, 0, 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct column_use use = column_use_of(b->job.scratch, &names, str_of(CASES[i].head));
        bool one = use.field == CASES[i].field && use.prompt == CASES[i].prompt;
        if (!one || (use.field == USE_OPTION && use.option != CASES[i].option))
            fail_msg("%s: %d, prompt %zu, option %d", CASES[i].head, use.field, use.prompt, use.option);
    }
}

static void signs_and_words_that_are_no_answer(void **state)
{
    struct bench *b = *state;
    static const char *const NONE[] = {"N/A",
                                       "n/a",
                                       "NA",
                                       "n.a.",
                                       "-",
                                       "–",
                                       "—",
                                       "--",
                                       ".",
                                       "...",
                                       "…",
                                       "?",
                                       "？",
                                       "none",
                                       "None.",
                                       "nil",
                                       "Not applicable",
                                       "(not applicable)",
                                       "គ្មាន",
                                       "គ្មាន។",
                                       "មិនមាន",
                                       "មិន\u200bមាន",
                                       "[No answer]",
                                       "NaN",
                                       "NULL",
                                       "អត់មាន",
                                       "គ្មានចម្លើយ",
                                       "មិនពាក់ព័ន្ធ",
                                       "មិនមានចម្លើយ",
                                       "មិនបានឆ្លើយ"};
    static const char *const ANSWERS[] = {
        "", "No", "0", "x", "Nothing was missing", "ទេ", "👍", ":)", "none of the talks"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (!no_answer_is(b->job.scratch, str_of(NONE[i]))) fail_msg("an answer: %s", NONE[i]);
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
        if (no_answer_is(b->job.scratch, str_of(ANSWERS[i]))) fail_msg("no answer: %s", ANSWERS[i]);
}

/* value: the option's bits, the point, 1 yes and 2 no; 0: not given. lost: it is told. */
static void cells_of_each_type(void **state)
{
    struct bench *b = *state;
    struct asked *f = form(b);
    static const struct {
        size_t prompt;
        const char *typed;
        uint64_t value;
        bool lost;
        const char *words;
    } CASES[] = {{Q1, "N/A", 0, false, ""},
                 {Q1, "None", 2, false, ""},
                 {Q1, "គ្មាន", 2, false, ""},
                 {Q1, "Other: a journalist", 4, false, "a journalist"},
                 {Q1, "ផ្សេងៗ៖ អ្នកកាសែត", 4, false, "អ្នកកាសែត"},
                 {Q1, "ផ្សេងៗ：អ្នកកាសែត", 4, false, "អ្នកកាសែត"},
                 {Q1, "Other (a journalist)", 4, false, "a journalist"},
                 {Q1, "ផ្សេងៗ (Other)", 4, false, ""},
                 {Q1, "Retired inspector, Kandal", 4, false, "Retired inspector, Kandal"},
                 {Q1, "Teachr", 0, true, ""},
                 {Q1, "A7", 0, true, ""},
                 {Q1, "1. Other", 4, false, ""},
                 {Q2, "a) Talks", 1, false, ""},
                 {Q2, "ក. Working groups; 1) Talks", 5, false, ""},
                 {Q2, "Talks, School visits, with lunch, Working groups", 7, false, ""},
                 {Q2, "Talks School visits, with lunch Working groups", 7, false, ""},
                 {Q2, "School visits, with lunch;Talks;", 3, false, ""},
                 {Q2, "talks groups", 5, false, ""},
                 {Q2, "talks|groups", 5, false, ""},
                 {Q2, "Talks，Working groups", 5, false, ""},
                 {Q2, "[\"Talks\",\"Working groups\"]", 5, false, ""},
                 {Q2, "• Talks\n• Working groups", 5, false, ""},
                 {Q2, "Talks, Singing", 1, true, ""},
                 {Q3, "-", 0, false, ""},
                 {Q3, "3-4", 0, true, ""},
                 {Q3, "Agree", 4, false, ""},
                 {Q3, "Neither agree nor disagree", 3, false, ""},
                 {Q3, "Satisfied", 0, true, ""},
                 {Q4, "គ្មាន", 0, false, ""},
                 {Q4, "No", 2, false, ""},
                 {Q4, "Yes/No", 0, true, ""},
                 {Q4, "Yes, no", 0, true, ""},
                 {Q4, "បាទ ឬ ទេ", 0, true, ""},
                 {Q4, "Yes (always)", 1, false, ""},
                 {Q4, "No, but maybe", 2, false, ""},
                 {Q5, "…", 0, false, ""},
                 {Q6, "books labs", 0x10, false, ""},
                 {Q6, "N/A", 0, false, ""}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct answer_cell cell = {.job = &b->job,
                                   .key = &f->keys[CASES[i].prompt],
                                   .cell.text = str_of(CASES[i].typed),
                                   .free_words = true};
        size_t told = b->job.diags->list.n;
        struct answer x = answers_read(&cell);
        uint64_t value = x.closed.chosen | (uint64_t)x.closed.scale;
        if (CASES[i].prompt == Q4 && x.given) value = x.closed.yes ? 1 : 2;
        for (size_t k = 0; k < x.closed.nranked; k++) value |= (uint64_t)x.closed.ranked[k] << (4 * k);
        bool as_told = (b->job.diags->list.n > told) == CASES[i].lost;
        if (value != CASES[i].value || x.lost != CASES[i].lost || !as_told || !str_is(x.text, CASES[i].words))
            fail_msg("%s: %d, lost %d, words %.*s", CASES[i].typed, (int)value, x.lost, STR_ARGS(x.text));
    }
}

/* Copied from paper by ids, what is no option is a mistake. */
static void sheets_have_no_free_words(void **state)
{
    struct bench *b = *state;
    struct form *either = replies(b, "form_no,q1\n1,Teacher/None\n");
    assert_false(either->replies[0].answers[Q1].given);
    b->job.diags = diags_new(b->job.keep);
    struct asked *f = form(b);
    struct answer_cell cell = {.job = &b->job, .key = &f->keys[Q1], .cell.text = STR("Retired inspector")};
    assert_false(answers_read(&cell).given);
    assert_int_equal(bench_told(b, DIAG_ANSWER_OPTION), 1);
}

/* "No)" behind a stroke in brackets is no number of a sheet. */
static void answers_named_in_a_head_are_no_field(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,Would you come again? (Yes/No)\n1,Yes\n2,No\n");
    assert_int_equal(f->nreplies, 2);
    assert_true(f->replies[0].answers[Q4].given);
    assert_int_equal(f->replies[0].answers[Q4].closed.yes, 1);
    assert_int_equal(f->replies[1].answers[Q4].closed.yes, 0);
    bench_str(f->replies[1].number, "2");
}

static void a_question_asked_again_joins_the_first(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "q5,q3,q5,q3 2\nOne thing,,,4\n,2,Another,\nOne,2,Two,3\nSame,5,Same,5\n");
    assert_int_equal(bench_told(b, DIAG_CSV_HEAD_TWICE), 2);
    bench_str(f->replies[0].answers[Q5].text, "One thing");
    assert_int_equal(f->replies[0].answers[Q3].closed.scale, 4);
    bench_str(f->replies[1].answers[Q5].text, "Another");
    assert_int_equal(f->replies[1].answers[Q3].closed.scale, 2);
    bench_at(b, DIAG_ANSWER_TWO_TEXTS, 4, 7);
    bench_str(f->replies[2].answers[Q5].text, "One");
    bench_at(b, DIAG_ANSWER_DIFFERS, 4, 11);
    assert_true(!f->replies[2].answers[Q3].given && f->replies[2].answers[Q3].lost);
    assert_int_equal(f->replies[3].answers[Q3].closed.scale, 5);
}

/* "Would you come again? Why?" is another question. */
static void words_among_others_join_nothing(void **state)
{
    struct bench *b = *state;
    struct form *f =
        replies(b, "Would you come again?,Would you come again? Why not?\nYes,No\nYes,No\nYes,No\n");
    for (int i = 0; i < 3; i++) assert_true(f->replies[i].answers[Q4].closed.yes == 1);
    bench_at(b, DIAG_REPLY_COLUMN_FULL, 1, 23);
}

static void consent_in_two_columns_must_agree(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "q5,quote_ok,\"May we quote you, without your name?\"\n"
                                "a,yes,yes\nb,yes,no\nc,no,yes\nd,,yes\ne,yes,maybe\n");
    static const bool WANT[] = {true, false, false, true, false};
    for (size_t i = 0; i < 5; i++) assert_int_equal(f->replies[i].quote_ok, WANT[i]);
}

static void no_answers_are_told_once_a_column(void **state)
{
    struct bench *b = *state;
    struct form *f =
        replies(b, "role,q1,q3,q4,q5\nteacher,N/A,-,n/a,None\nN/A,teacher,3,yes,.\n-,n/a,.,?,?\n");
    assert_int_equal(bench_told(b, DIAG_ANSWER_NONE), 5);
    assert_int_equal(b->job.diags->list.n, 5);
    bench_str(bench_diag(b, DIAG_ANSWER_NONE)->args[1], "2");
    for (int i = Q1; i <= Q5; i++)
        assert_false(f->replies[2].answers[i].given || f->replies[2].answers[i].lost);
    assert_int_equal(f->replies[1].role.n, 0);
    assert_int_equal(f->replies[1].answers[Q1].closed.chosen, 1);
}

static void options_in_columns(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "q2,q2/talks,q2/visits,q2/groups\n"
                                "talks groups,1,0,1\n,True,False,\n,0,0,0\ntalks,0,1,0\n,maybe,,1\n");
    static const uint64_t WANT[] = {5, 1, 0, 0, 4};
    static const bool LOST[] = {false, false, false, true, true};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(f->replies[i].answers[Q2].closed.chosen, WANT[i]);
        assert_int_equal(f->replies[i].answers[Q2].given, WANT[i] != 0);
        assert_int_equal(f->replies[i].answers[Q2].lost, LOST[i]);
    }
    bench_at(b, DIAG_ANSWER_DIFFERS, 5, 7);
    bench_at(b, DIAG_ANSWER_OPTION, 6, 2);
    assert_int_equal(b->job.diags->list.n, 2);
}

/* What stands in one column says nothing of the next. */
static void a_cell_that_is_no_tick_counts_nothing(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,q1/other,q1/teacher,q2/talks,q2/visits\n1,an inspector,perhaps,✓,✓\n"
                                "2,,✓,x,✗\n3,✓,,✓,✓\n");
    const struct answer *one = f->replies[0].answers, *two = f->replies[1].answers;
    assert_int_equal(one[Q1].closed.chosen, 4);
    bench_str(one[Q1].text, "an inspector");
    assert_true(one[Q1].lost);
    assert_int_equal(two[Q1].closed.chosen, 1);
    assert_int_equal(two[Q2].closed.chosen, 0); /* a cross beside ticks may be their opposite */
    assert_true(two[Q2].lost);
    assert_int_equal(f->replies[2].answers[Q2].closed.chosen, 3);
}

static void places_in_columns(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "q6/books,q6/labs,q6/pay\n2,1,3\n1,1,2\n,1,\n,2,\n");
    assert_int_equal(f->replies[0].answers[Q6].closed.ranked[0], 1);
    assert_int_equal(f->replies[0].answers[Q6].closed.nranked, 3);
    assert_true(!f->replies[1].answers[Q6].given && f->replies[1].answers[Q6].lost);
    assert_int_equal(f->replies[2].answers[Q6].closed.nranked, 1);
    assert_false(f->replies[3].answers[Q6].given);
    assert_int_equal(bench_told(b, DIAG_ANSWER_PLACE_TWICE), 2);
}

/* A first sheet that ticks all options is no second row of names: something else is said in its row. */
static void an_answer_is_no_head(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "q1,q2,q5\nteacher,talks,Response to the talks\n");
    assert_int_equal(f->nreplies, 1);
    f = replies(
        b, "Which parts should be kept?,,,What did you notice?\nTalks,\"School visits, with lunch\",Working "
           "groups,\nTalks,,Working groups,Words\n");
    assert_int_equal(f->nreplies, 1);
    assert_int_equal(f->replies[0].answers[Q2].closed.chosen, 5);
}

static void codes_are_told_once_a_column(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "Timestamp,q1,q4\nx,1,1\nx,3,2\n");
    assert_int_equal(f->replies[1].answers[Q1].closed.chosen, 4);
    assert_true(f->replies[0].answers[Q4].closed.yes && !f->replies[1].answers[Q4].closed.yes);
    assert_int_equal(bench_told(b, DIAG_ANSWER_CODES), 2);
    f = replies(b, "Timestamp,q1,q4\nx,1,1\nx,4,0\n");
    assert_false(f->replies[0].answers[Q1].given);
    f = replies(b, "form_no,q1,q4\n1,1,1\n2,3,2\n");
    assert_false(f->replies[1].answers[Q1].given || f->replies[1].answers[Q4].given);
    assert_int_equal(bench_told(b, DIAG_ANSWER_CODES), 2);
}

static void what_services_add_is_one_line(void **state)
{
    struct bench *b = *state;
    replies(b,
            "Timestamp,Email Address,Name,_id,_uuid,meta/instanceID,q5\nsecret,secret,secret,1,x,x,words\n");
    bench_at(b, DIAG_REPLY_SERVICE, 1, 1);
    bench_str(bench_diag(b, DIAG_REPLY_SERVICE)->args[0], "6");
    assert_int_equal(b->job.diags->list.n, 1);
    struct buf out = BUF(b->job.keep);
    diag_json(&out, b->job.diags);
    assert_int_equal(str_find(buf_str(&out), STR("secret"), 0), SIZE_MAX);
}

static void points_as_codes(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "id,submitdate,q3,q5\n1,x,A5,words\n2,x,A2,more\n");
    assert_int_equal(f->replies[0].answers[Q3].closed.scale, 5);
    assert_int_equal(f->replies[1].answers[Q3].closed.scale, 2);
    bench_at(b, DIAG_ANSWER_CODES, 1, 15);
    f = replies(b, "id,submitdate,q3,q5\n1,x,A5,words\n2,x,A9,more\n");
    assert_false(f->replies[0].answers[Q3].given || f->replies[1].answers[Q3].given);
}

static void a_number_behind_the_words_asks_again(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "Timestamp,Which best describes you?,Which best describes you? 2\n"
                                "x,Teacher,\nx,,None\n");
    assert_int_equal(f->replies[0].answers[Q1].closed.chosen, 1);
    assert_int_equal(f->replies[1].answers[Q1].closed.chosen, 2);
    assert_int_equal(bench_told(b, DIAG_REPLY_COLUMN_FULL), 0);
}

static void crosses_beside_ticks_answer_nothing(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,q4\n1,✓\n2,✗\n3,x\n");
    assert_true(f->replies[0].answers[Q4].closed.yes && f->replies[0].answers[Q4].given);
    assert_true(!f->replies[1].answers[Q4].closed.yes && f->replies[1].answers[Q4].given);
    assert_false(f->replies[2].answers[Q4].given);
    bench_at(b, DIAG_ANSWER_YESNO, 4, 3);
    f = replies(b, "form_no,q4\n1,✗\n2,yes\n");
    assert_false(f->replies[0].answers[Q4].given);
}

/* Rows of two files are one where a service's time of day says so, and every cell. */
static void a_later_export_counts_no_form_again(void **state)
{
    struct bench *b = *state;
    struct str paths[] = {STR("reflections/fb-1.csv"), STR("reflections/fb-2.csv")};
    static const struct {
        const char *early, *late;
        size_t replies, again;
    } CASES[] = {
        {"Timestamp,q1\n4/5/23 19:12:40,teacher\n",
         "Timestamp,q1\n4/5/23 19:12:40,teacher\n4/5/23 20:00:00,teacher\n", 2, 1},
        {"Timestamp,q1\n4/5/23 19:12:40,teacher\n", "Timestamp,q1,q4\n4/5/23 19:12:40,teacher,\n", 1, 1},
        {"Timestamp,q1\n4/5/23 19:12:40,teacher\n", "Timestamp,q1\n4/5/23 19:12:40,other\n", 2, 0},
        {"Timestamp,q1\n4/5/23 19:12:40,teacher\n4/5/23 19:12:40,teacher\n", "Timestamp,q1\n", 2, 0},
        {"Timestamp,q1\n4/5/23,teacher\n", "Timestamp,q1\n4/5/23,teacher\n", 2, 0},
        {"form_no,q1\n1,teacher\n", "form_no,q1\n1,teacher\n", 2, 0}};
    size_t told = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct form *f = ARENA_ONE(b->job.keep, struct form);
        form_read(&b->job, bench_source(b, FORM), STR("fb"), f);
        bench_text(b, paths[0].s, CASES[i].early);
        bench_text(b, paths[1].s, CASES[i].late);
        struct corpus c = {.forms = f, .nforms = 1};
        reflections_read(&b->job, (struct files_names){paths, 2}, &c);
        assert_int_equal(f->nreplies, CASES[i].replies);
        assert_int_equal(f->rows_read, f->nreplies);
        told += CASES[i].again;
        assert_int_equal(bench_told(b, DIAG_REPLY_AGAIN), told);
    }
}

static void what_is_empty_below_is_no_form(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,q1,q4\n1,teacher,TRUE\n2,,\n3,teacher,FALSE\n,,\n,,\n");
    assert_int_equal(f->rows_read, 3);
    assert_int_equal(f->rows_blank, 1);
    assert_int_equal(f->nreplies, 2);
    f = replies(b, "form_no,q1,q4\n1,teacher,TRUE\n,,FALSE\n,,FALSE\n");
    assert_int_equal(f->nreplies, 1);
}

static void headings_and_remarks_are_no_forms(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,q1,q5\nDay one,,\n1,teacher,secret\nThe second day,,\n2,none,x\n"
                                "Typed by the office\n");
    assert_int_equal(f->rows_read, 2);
    assert_int_equal(f->nreplies, 2);
    assert_int_equal(bench_told(b, DIAG_CSV_REMARK), 3);
    assert_int_equal(bench_told(b, DIAG_CSV_ROW_OUT), 0);
}

static void words_of_other_behind_a_dash(void **state)
{
    struct bench *b = *state;
    struct form *f = replies(b, "form_no,q1\n1,Other - an inspector\n2,ផ្សេងៗ – inspector\n3,Teacher - x\n");
    assert_int_equal(f->replies[0].answers[Q1].closed.chosen, 4);
    assert_int_equal(f->replies[1].answers[Q1].closed.chosen, 4);
    assert_false(f->replies[2].answers[Q1].given);
    bench_str(f->replies[0].answers[Q1].text, "an inspector");
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(points_as_codes),
                                       BENCH(a_number_behind_the_words_asks_again),
                                       BENCH(crosses_beside_ticks_answer_nothing),
                                       BENCH(a_later_export_counts_no_form_again),
                                       BENCH(what_is_empty_below_is_no_form),
                                       BENCH(headings_and_remarks_are_no_forms),
                                       BENCH(words_of_other_behind_a_dash),
                                       BENCH(heads_are_known),
                                       BENCH(signs_and_words_that_are_no_answer),
                                       BENCH(cells_of_each_type),
                                       BENCH(sheets_have_no_free_words),
                                       BENCH(answers_named_in_a_head_are_no_field),
                                       BENCH(a_question_asked_again_joins_the_first),
                                       BENCH(words_among_others_join_nothing),
                                       BENCH(consent_in_two_columns_must_agree),
                                       BENCH(no_answers_are_told_once_a_column),
                                       BENCH(options_in_columns),
                                       BENCH(a_cell_that_is_no_tick_counts_nothing),
                                       BENCH(places_in_columns),
                                       BENCH(an_answer_is_no_head),
                                       BENCH(codes_are_told_once_a_column),
                                       BENCH(what_services_add_is_one_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
