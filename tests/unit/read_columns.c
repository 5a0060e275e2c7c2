#include "read_help.h"

#include "khmer/number.h"

#include "read/table/columns.h"
#include "read/table/participants.h"
#include "read/table/registers.h"
#include "read/table/row_fit.h"
#include "read/table/row_kind.h"
#include "read/table/row_shift.h"
#include "read/table/tables.h"

/* -- one way alone --------------------------------------------------------------------------------------- */

static const struct column_type PERSON[] = {{.kind = COLUMN_ID},
                                            {.kind = COLUMN_WRITTEN, .lang = LANG_EN},
                                            {.kind = COLUMN_WRITTEN, .lang = LANG_KM},
                                            {.kind = COLUMN_WRITTEN, .lang = LANG_EN},
                                            {.kind = COLUMN_EMAIL},
                                            {.kind = COLUMN_CONSENT},
                                            {.kind = COLUMN_CONSENT}};
enum { PERSON_WIDE = sizeof PERSON / sizeof *PERSON };

/* The columns of its filled cells, as digits, and how sure they are. */
static const char *fit(struct bench *b, const char *line, bool joins)
{
    static const char *const HOW[] = {"none", "several", "counted", "sure"};
    struct source *s = bench_source(b, line);
    struct csv_rows rows = csv_read(&b->job, s, 0, s->text.n);
    const struct csv_row *row = &rows.at[0];
    size_t *to = ARENA_MANY(b->job.keep, size_t, row->n);
    enum row_fit f = row_fit_find(b->job.scratch, PERSON, PERSON_WIDE, &row, 1, joins, to);
    struct buf out = BUF(b->job.keep);
    buf_put(&out, HOW[f]);
    for (size_t i = 0; i < row->n && f >= ROW_FIT_COUNTED; i++)
        if (row->cells[i].text.n) buf_byte(&out, (char)('0' + to[i]));
    return buf_str(&out).s;
}

static void rows_fit_in_one_way(void **state)
{
    struct bench *b = *state;
    assert_string_equal(fit(b, "p1,A B,ក,Mentor,a@example.org,yes", true), "counted012345");
    assert_string_equal(fit(b, "A B,ក,Mentor,a@example.org,yes,no", true), "sure123456");
    assert_string_equal(fit(b, "p1,A B,ក,a@example.org,yes,no", true),
                        "several"); /* words may be an address */
    assert_string_equal(fit(b, "p1,ក,Mentor,a@example.org,yes,no", true), "several"); /* p1 may be a name */
    assert_string_equal(fit(b, "p1,A B,Mentor,a@example.org,yes,no", true), "sure013456");
    assert_string_equal(fit(b, "1,A B,ក,Mentor,yes,no", true), "sure012356");
    assert_string_equal(fit(b, "p1,Mentor,a@example.org,yes,no", true), "several"); /* a name, or a role */
    assert_string_equal(fit(b, "p1,A B,ក,Mentor,physics,a@example.org,yes,no", true), "sure01233456");
    assert_string_equal(fit(b, "p1,A B,ក,Mentor,physics,a@example.org,yes,no", false), "none");
    assert_string_equal(fit(b, "p1,A,B,ក,,Mentor,a@example.org,yes,no", true), "sure01123456");
    assert_string_equal(fit(b, "p1,A B,ក,Mentor,a@example.org,yes,no,yes", true), "none");
    assert_string_equal(fit(b, "p1,A B,ក,Mentor,a@example.org,yes,,no", true), "sure0123456");
    assert_string_equal(fit(b, "p1,A B", true), "several");
}

/* Filled up by a spreadsheet: what its cells hold tells all the same that they have moved. */
static const char *shifted(struct bench *b, const char *line)
{
    struct source *s = bench_source(b, line);
    struct csv_rows rows = csv_read(&b->job, s, 0, s->text.n);
    const struct csv_row *row = &rows.at[0];
    size_t *to = ARENA_MANY(b->job.keep, size_t, row->n);
    assert_int_equal(row->n, PERSON_WIDE);
    struct row_shift found = row_shift_find(b->job.scratch, PERSON, PERSON_WIDE, row, to);
    struct buf out = BUF(b->job.keep);
    buf_put(&out, !found.aside ? "no" : found.sure ? "sure" : "perhaps");
    for (size_t i = 0; i < row->n && found.sure; i++)
        if (row->cells[i].text.n) buf_byte(&out, (char)('0' + to[i]));
    return buf_str(&out).s;
}

static void rows_that_were_filled_up_may_have_moved(void **state)
{
    struct bench *b = *state;
    assert_string_equal(shifted(b, "p1,A B,ក,Mentor,a@example.org,yes,no"), "no");
    assert_string_equal(shifted(b, "p1,A B,ក,Mentor,a@example.org,yes,"), "no");
    assert_string_equal(shifted(b, "p1,A B,ក,Mentor,nowhere,yes,"), "no");        /* only misspelt */
    assert_string_equal(shifted(b, "p1,A B,ក,a@example.org,yes,no,"), "perhaps"); /* one says so */
    assert_string_equal(shifted(b, "p1,A B,Mentor,a@example.org,yes,no,"), "sure013456");
    assert_string_equal(shifted(b, "p1,A B,ក,,Mentor,a@example.org,yes"), "sure012345"); /* one was put in */
}

static void types_are_what_the_rows_hold(void **state)
{
    struct bench *b = *state;
    struct source *s = bench_source(b, "p1,Anna,yes\np2,Bo,perhaps\np3,ក,no\nshort\n");
    struct csv_rows rows = csv_read(&b->job, s, 0, s->text.n);
    struct column_type types[] = {
        {.kind = COLUMN_ID}, {.kind = COLUMN_WRITTEN, .lang = LANG_EN}, {.kind = COLUMN_CONSENT}};
    column_type_settle(b->job.scratch, types, 3, rows.at, rows.n);
    assert_int_equal(types[0].kind, COLUMN_ID);
    assert_int_equal(types[1].kind, COLUMN_WORDS);
    assert_int_equal(types[2].kind, COLUMN_WORDS);
}

/* -- rows that are no entries ---------------------------------------------------------------------------- */

static void totals(void **state)
{
    (void)state;
    static const char *const YES[] = {"Total",   "TOTAL:",   "Grand total", "Total: 25", "Total participants",
                                      "sum",     "Average",  "សរុប",         "ចំនួនសរុប",    "សរុប ២៥ នាក់",
                                      "ចំនួនសរុប៖", "Mean =",   "SD",          "Min",       "Std. dev.",
                                      "% yes",   "មធ្យមភាគ៖", "ស្រីសរុប"};
    static const char *const NO[] = {"Max Chan", "Mina",    "Totally new", "Sum Sok", "25",
                                     "",         "A total", "Mean Dara",   "ឈ្មោះ"};
    for (size_t i = 0; i < sizeof YES / sizeof *YES; i++)
        if (!row_kind_is_total(str_of(YES[i]))) fail_msg("%s", YES[i]);
    for (size_t i = 0; i < sizeof NO / sizeof *NO; i++)
        if (row_kind_is_total(str_of(NO[i]))) fail_msg("%s", NO[i]);
}

static const char HEAD[] = "id,name_en,name_km,organization,sex,consent_name\n";

static struct corpus people(struct bench *b, const char *rows)
{
    struct corpus c = {0};
    struct str text = str_fmt(b->job.keep, "%s%s", HEAD, rows);
    participants_read(&b->job, bench_source(b, text.s), &c);
    return c;
}

/* So many rows that are whole, and so many from which the organization was deleted: a yes moved under
 * consent_name. */
static size_t named_of(struct bench *b, int whole, int early)
{
    struct corpus c = {0};
    size_t named = 0;
    struct buf text = BUF(b->job.keep);
    buf_put(&text, "id,name_en,name_km,note,consent_name,consent_photo\n");
    for (int i = 0; i < whole; i++) buf_fmt(&text, "p%d,A A%d,ក,a guest,yes,no\n", i, i);
    for (int i = 0; i < early; i++) buf_fmt(&text, "q%d,B B%d,ខ,a guest,yes,\n", i, i);
    participants_read(&b->job, bench_source(b, buf_str(&text).s), &c);
    for (size_t i = 0; i < c.nparticipants; i++) named += c.participants[i].consent_name;
    return named;
}

static void rows_that_end_early_give_no_consent(void **state)
{
    struct bench *b = *state;
    assert_int_equal(named_of(b, 18, 2), 18);
    assert_int_equal(bench_told(b, DIAG_CSV_EARLY), 2);
    assert_int_equal(named_of(b, 18, 3), 21); /* a habit */
    assert_int_equal(named_of(b, 8, 1), 8);
    assert_int_equal(named_of(b, 2, 1), 2);
    assert_int_equal(bench_told(b, DIAG_CSV_EARLY), 4);
    assert_int_equal(named_of(b, 5, 3), 8); /* of few, too */
    assert_int_equal(named_of(b, 1, 1), 2);
    assert_int_equal(bench_told(b, DIAG_CSV_EARLY), 4);
}

static void totals_are_not_counted(void **state)
{
    struct bench *b = *state;
    static const char *const ROWS[] = {
        "Total,,,,,\n",          ",Total,,,2,\n",         "Total: 2\n",  ",សរុប,,,ស្រី ១,\n", ",,,,1,\n",
        ",2 នាក់,,,1 F / 1 M,\n", "3,Total,,,2,1\n",       "Sum,,,,,2\n", "Women,1\n",      "ស្រី,១,,,,\n",
        ",Women,,1,,\n",         ",Of whom women,,1,,\n", "Max,,,,2,\n"};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct str rows = str_fmt(b->job.keep, "p1,A A,ក,NGS,f,yes\np2,B B,ខ,NGS,m,yes\n%s", ROWS[i]);
        struct corpus c = people(b, rows.s);
        if (c.nparticipants != 2 || bench_told(b, DIAG_CSV_TOTALS) != i + 1) fail_msg("%s", ROWS[i]);
    }
    assert_int_equal(b->job.diags->list.n, sizeof ROWS / sizeof *ROWS);
    struct corpus c =
        people(b, "p1,Total,,NGS,f,yes\n2,Sum Sok,,,,\n3,,,,,\n,Man,,,m,1\np5,Max,,,,\n"); /* names, and a
                                                                                              number alone */
    assert_int_equal(c.nparticipants, 5);
}

static void heads_again(void **state)
{
    struct bench *b = *state;
    struct corpus c = people(b, "p1,A A,ក,NGS,f,yes\n"
                                "ID,Name EN,Name KM,Organization,Sex,Consent name\n"
                                "p2,B B,ខ,NGS,m,no\n"
                                "consent_name,id,name_en,sex\n"
                                "yes,p3,C C,f\n"
                                "no,p4,D D\n"
                                "id,name_en,name_km,organization,sex,consent_name\n"
                                "p5,E E,ង,NGS,m,yes\n");
    assert_int_equal(c.nparticipants, 4);
    assert_int_equal(c.nunread, 1);
    assert_int_equal(bench_told(b, DIAG_REPLY_REPEATS_HEAD), 2);
    bench_at(b, DIAG_CSV_HEAD_MOVED, 5, 1);
    bench_at(b, DIAG_CSV_ROW_OUT, 7, 1);
    bench_str(c.participants[2].name.t[LANG_EN], "C C");
    bench_str(c.participants[2].id, "p3");
    assert_true(c.participants[2].consent_name && c.participants[2].sex == SEX_FEMALE);
    assert_true(c.participants[3].consent_name && !c.participants[1].consent_name);
    assert_false(c.participants[4].consent_name);
}

static void labels_under_the_head(void **state)
{
    struct bench *b = *state;
    struct corpus c =
        people(b, "លេខ,ឈ្មោះ,ឈ្មោះខ្មែរ,ស្ថាប័ន,ភេទ,ការយល់ព្រម\n"
                  "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\",,,,\n"
                  "p1,A A,ក,NGS,f,yes\np2,B B,ខ,NGS,m,no\n");
    assert_int_equal(c.nparticipants, 2);
    assert_true(c.participants[0].consent_name);
    assert_int_equal(bench_told(b, DIAG_CSV_HEAD_LABELS), 2);
    c = people(b, "p,A A,ក,NGS,girl,perhaps\nq,B B,ខ,NGS,boy,never\n"); /* cells as typed: no labels */
    assert_int_equal(c.nparticipants, 2);
}

static void titles_above(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    participants_read(
        &b->job,
        bench_source(b, "List of participants, April\n\nid;name_en;sex;consent_name\np1;A A;f;yes\n"
                        "p2;B, B;m;no\n"),
        &c);
    assert_int_equal(c.nparticipants, 2);
    assert_true(c.participants[0].consent_name);
    bench_at(b, DIAG_REPLY_ABOVE, 1, 1);
    assert_int_equal(b->job.diags->list.n, 1);
    registers_glossary(&b->job, bench_source(b, "Glossary\nterm_en\tterm_km\nlab\tបន្ទប់\n"), &c);
    assert_int_equal(c.nterms, 1);
}

static void headings_are_nobody(void **state)
{
    struct bench *b = *state;
    struct corpus c =
        people(b, "Ministry,,,,,\np1,A A,,,,yes\nThe province,,,,,\np2,B B,,,,\nPrepared by:,C C,,,,\n");
    assert_int_equal(c.nparticipants, 2);
    assert_int_equal(bench_told(b, DIAG_CSV_REMARK), 3);
}

static void a_day_stands_above_its_rows(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_programme(&b->job,
                     bench_source(b, "day,start,session,type,title_en\nDay 1,,,,\n,08:00,d1s01,talk,One\n"
                                     "Day 2,,,,\n,08:00,d2s01,talk,Two\n"),
                     &c);
    assert_int_equal(c.nsessions, 2);
    assert_int_equal(c.sessions[0].day, 1);
    assert_int_equal(c.sessions[1].day, 2);
    bench_silent(b);
}

static void not_yet_is_a_no(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    registers_documents(
        &b->job, bench_source(b, "title_en,received\nA,not yet\nB,មិនទាន់\nC,N/A\nD,yes\nTotal,4 documents\n"),
        &c);
    assert_int_equal(c.ndocuments, 4);
    assert_false(c.documents[0].is_received || c.documents[1].is_received || c.documents[2].is_received);
    assert_true(c.documents[3].is_received);
    bench_at(b, DIAG_CSV_TOTALS, 6, 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static void crosses_among_ticks(void **state)
{
    struct bench *b = *state;
    struct corpus c = people(b, "p1,A A,,,,x\np2,B B,,,,\n");
    assert_true(c.participants[0].consent_name && !c.participants[1].consent_name);
    bench_silent(b);
    c = people(b, "p1,A A,,,,✓\np2,B B,,,,X\np3,C C,,,,✗\n");
    assert_true(c.participants[0].consent_name);
    assert_false(c.participants[1].consent_name || c.participants[2].consent_name);
    bench_at(b, DIAG_VALUE_CROSS, 3, 11);
    assert_int_equal(b->job.diags->list.n, 1); /* a tick's own partner is a no */
    c = people(b, "p1,A A,,,,✗\np2,B B,,,,yes\n");
    assert_false(c.participants[0].consent_name);
    bench_at(b, DIAG_VALUE_YESNO, 2, 11);
}

/* The space bar of Khmer keyboards, no-break spaces, full-width colons. */
static void blanks_are_blank(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    participants_read(
        &b->job,
        bench_source(
            b,
            "id,\xE2\x80\x8Bname_en\xC2\xA0,name\xE2\x80\x8B_km\xEF\xBC\x9A,Consent\xE2\x80\xAFname៖\n"
            "p1,A A,\xE2\x80\x8B,\xC2\xA0yes\xE2\x80\x8B\n\xE2\x80\x8B,\xC2\xA0,\xEF\xBB\xBF,\xE2\x80\xAF\n"
            "p2,B B,ខ,\xE2\x80\x8B\n"),
        &c);
    bench_silent(b);
    assert_int_equal(c.nparticipants, 2);
    assert_true(c.participants[0].consent_name && !c.participants[1].consent_name);
    assert_int_equal(c.participants[0].name.t[LANG_KM].n, 0);
}

static void days_as_spreadsheets_have_them(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    registers_documents(
        &b->job,
        bench_source(b, "title_en,received\nA,04-Apr-23\nB,45020\nC,3/13/2023 08:30\nD,4/5/2023\n"
                        "E,1-Mar\nF,soon\nG,4/4/2023\nH,៤ មេសា ២០២៣\n"),
        &c);
    assert_int_equal(c.ndocuments, 8);
    static const int DAYS[] = {4, 4, 13, 4, 0, 0, 4, 4};
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(c.documents[i].received_on.day, DAYS[i]);
        assert_int_equal(c.documents[i].is_received, i != 5);
    }
    assert_int_equal(c.documents[3].received_on.month, 5);
    bench_at(b, DIAG_VALUE_DATE_EITHER, 5, 3);
    bench_at(b, DIAG_VALUE_DATE_PART, 6, 3);
    bench_at(b, DIAG_VALUE_DATE, 7, 3);
}

/* Of a column in which all times are parts of a day. */
static void times_as_spreadsheets_have_them(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_programme(
        &b->job,
        bench_source(b, "day,start,end,session,title_en\n1,0.3541666,0.375,d1s01,A\n1,0.375,09:30,d1s02,B\n"),
        &c);
    assert_int_equal(c.nsessions, 2);
    assert_int_equal(c.sessions[0].start, 510);
    assert_int_equal(c.sessions[1].start, 540);
    assert_int_equal(c.sessions[1].end, 570);
    bench_at(b, DIAG_VALUE_CLOCK, 2, 13);
    static const struct {
        const char *text;
        int minutes;
    } CASES[] = {{"0.5", 720}, {"0,354166667", 510}, {"0.99930556", 1439}, {"0.3542", 510}, {"0.355", -1},
                 {"1.5", -1},  {"0.", -1},           {"8.30", -1},         {"0.99999", -1}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(clock_serial(str_of(CASES[i].text)), CASES[i].minutes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(rows_fit_in_one_way),
                                       BENCH(rows_that_were_filled_up_may_have_moved),
                                       BENCH(types_are_what_the_rows_hold),
                                       cmocka_unit_test(totals),
                                       BENCH(rows_that_end_early_give_no_consent),
                                       BENCH(totals_are_not_counted),
                                       BENCH(heads_again),
                                       BENCH(labels_under_the_head),
                                       BENCH(headings_are_nobody),
                                       BENCH(a_day_stands_above_its_rows),
                                       BENCH(not_yet_is_a_no),
                                       BENCH(titles_above),
                                       BENCH(crosses_among_ticks),
                                       BENCH(blanks_are_blank),
                                       BENCH(days_as_spreadsheets_have_them),
                                       BENCH(times_as_spreadsheets_have_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
