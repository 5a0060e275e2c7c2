#include "read_help.h"

#include "read/table/participants.h"
#include "read/table/registers.h"
#include "read/table/tables.h"

static void programme(void **state)
{
    struct bench *b = *state;
    struct date dates[] = {{2023, 4, 4}, {2023, 4, 5}};
    struct corpus c = {.event = {.dates = dates, .ndates = 2}};
    tables_programme(&b->job,
                     bench_source(b, "Day,START,end,session,type,Title EN,title_km,room\n"
                                     "5 April 2023,08:00,09:00,D2S1,talk,B,,A\n"
                                     ",,,,break,Tea,,\n"
                                     "១,10:00,11:00,1-02,panel,A,ក,A\n"
                                     "1,08:00,08:30,d1s01,opening,O,,A\n"),
                     &c);
    bench_silent(b);
    assert_int_equal(c.nsessions, 4);
    assert_int_equal(c.ndays, 2);
    bench_str(c.sessions[0].id, "d1s01");
    bench_str(c.sessions[1].id, "d1s02");
    bench_str(c.sessions[1].title.t[LANG_KM], "ក");
    assert_int_equal(c.sessions[1].type, SESSION_PANEL);
    assert_int_equal(c.sessions[1].start, 600);
    bench_str(c.sessions[2].id, "d2s01");
    assert_int_equal(c.sessions[3].type, SESSION_BREAK);
    assert_int_equal(c.sessions[3].day, 2);
    assert_ptr_equal(corpus_session(&c, STR("D1S02")), &c.sessions[1]);
}

static void both_times_in_one_cell(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_programme(
        &b->job,
        bench_source(b, "day,time,session,title_en\n1,08:00-09:30,d1s01,A\n1,៩:៣០ – ១០:០០,d1s02,B\n"), &c);
    assert_int_equal(c.sessions[0].start, 480);
    assert_int_equal(c.sessions[0].end, 570);
    assert_int_equal(c.sessions[1].end, 600);
    tables_programme(
        &b->job,
        bench_source(b, "day,start,end,session,title_en\n1,08:00-09:30,,d1s01,A\n1,9:30,10:00,d1s02,B\n"),
        &c);
    assert_int_equal(c.sessions[0].end, 570);
    assert_int_equal(bench_told(b, DIAG_VALUE_CLOCK), 0);
    tables_programme(&b->job,
                     bench_source(b, "day,start,end,session,title_en\n1,08:00-09:30,10:00,d1s01,A\n"), &c);
    bench_at(b, DIAG_VALUE_CLOCK, 2, 3); /* which of the two ends is meant is for its writer to say */
}

static void programme_faults(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_programme(&b->job,
                     bench_source(b, "day,start,end,session,type,title_en,room,chiar\n"
                                     "1,09:00,08:00,d1s01,talk,A,,\n"
                                     "1,25:00,,d1s01,tlak,B,,\n"
                                     "1,10:00,11:00,d2s03,talk,C,R,\n"
                                     "1,10:30,11:00,d1s04,talk,,R,\n"
                                     "1,12:00,,,talk,E,,\n"
                                     "one,13:00,,lunch,talk,F,,\n"
                                     "1,13:30,25:00,d1s06,talk,F,,x,y\n"
                                     "1,14:00\n"),
                     &c);
    bench_at(b, DIAG_COLUMN_UNKNOWN_NEAR, 1, 42);
    bench_at(b, DIAG_SESSION_BACKWARDS, 2, 9);
    bench_at(b, DIAG_VALUE_CLOCK, 3, 3);
    bench_at(b, DIAG_VALUE_WORD, 3, 16);
    bench_at(b, DIAG_ID_TWICE, 3, 1);
    bench_at(b, DIAG_SESSION_DAY, 4, 15);
    bench_at(b, DIAG_PROGRAMME_DAY, 7, 1);
    bench_at(b, DIAG_SESSION_ID, 7, 12);
    bench_at(b, DIAG_CSV_MORE, 8, 31); /* and nothing else of that row */
    bench_at(b, DIAG_CSV_FEWER, 9, 1);
    assert_int_equal(bench_told(b, DIAG_CSV_ROW_OUT), 2);
    assert_int_equal(bench_told(b, DIAG_VALUE_MISSING), 2); /* 5: title; 6: session */
    assert_int_equal(c.nsessions, 6);
}

static void heads(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    registers_glossary(&b->job, bench_source(b, "acronym,note\nX,y\n"), &c);
    bench_at(b, DIAG_COLUMN_MISSING, 1, 1);
    assert_int_equal(c.nterms, 0);
    registers_glossary(&b->job, bench_source(b, "\n;;;\nTerm-KM;;term_km;acronym\nក;x;y;\nខ;;;\n"), &c);
    bench_at(b, DIAG_CSV_HEAD_EMPTY, 3, 9);
    bench_at(b, DIAG_CSV_HEAD_TWICE, 3, 10);
    assert_int_equal(c.nterms, 2);
    bench_str(c.terms[0].term.t[LANG_KM], "ក");
    c = (struct corpus){0};
    registers_glossary(&b->job, bench_source(b, ""), &c);
}

static void participants_are_not_quoted(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_organizations(
        &b->job, bench_source(b, "acronym,name_en,name_km\nNIE,National Institute,វិទ្យាស្ថាន\nnie,Other,\n"),
        &c);
    assert_int_equal(c.norganizations, 2);
    bench_at(b, DIAG_ID_TWICE, 3, 1);
    participants_read(&b->job,
                      bench_source(b, "id,name_en,organization,sex,consent_name,consent_photo\n"
                                      "p1,Secret One,nie,f,yes,\n"
                                      "p1,Secret Two,National  Institute,ប្រុស,,no\n"
                                      "p3,Secret Three,NIA,Secret,Secret,\n"
                                      "p4,Secret Four,Secret Society,m,,\n"
                                      "p5,Secret Five,NIE / other,m,,\n"),
                      &c);
    assert_int_equal(c.nparticipants, 5);
    bench_str(c.participants[4].organization, "NIE / other");
    bench_str(c.participants[1].organization, "NIE");
    assert_int_equal(c.participants[1].sex, SEX_MALE);
    assert_true(c.participants[0].consent_name);
    assert_false(c.participants[0].consent_photo);
    bench_at(b, DIAG_PERSON_TWICE, 3, 1);
    bench_at(b, DIAG_ORGANIZATION_UNKNOWN_NEAR, 4, 17);
    bench_at(b, DIAG_ORGANIZATION_UNKNOWN, 5, 16);
    bench_at(b, DIAG_PERSON_SEX, 4, 21);
    struct buf out = BUF(b->job.keep);
    diag_json(&out, b->job.diags);
    assert_int_equal(str_find(buf_str(&out), STR("Secret"), 0), SIZE_MAX);
}

static void rows_out_of_step_agree_to_nothing(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    participants_read(&b->job,
                      bench_source(b, "id,honorific_en,name_en,name_km,consent_name,consent_photo\n"
                                      "p1,Mr,Secret One,ក ខ,yes,yes\n"
                                      "p2,Secret Two,គ ឃ,no,yes\n"
                                      "p3,Mr,Secret, Three,ង ច,yes,yes\n"
                                      "p4,Mr,Secret Four,ឆ ជ,yes,yes,,\n"
                                      "p5,Mr,Secret Five,ឈ ញ,yes\n"),
                      &c);
    assert_int_equal(c.nparticipants, 3); /* p1, p4, p5 */
    assert_int_equal(c.nunread, 2);
    for (size_t i = 0; i < 5; i++) {
        bool in_step = i == 0;
        assert_int_equal(c.participants[i].consent_name, in_step);
        assert_int_equal(c.participants[i].consent_photo, in_step);
        assert_int_equal(c.participants[i].nstrays > 0, !in_step);
    }
    bench_str(c.participants[2].name.t[LANG_EN], "Secret Five"); /* which of two consents is missing is all */
    bench_str(c.participants[3].strays[0], "Secret Two");
    bench_str(c.participants[4].strays[3], "Secret Three");
    bench_str(c.participants[1].name.t[LANG_EN],
              "Secret Four"); /* empty cells behind: one may be from before */
    assert_int_equal(bench_told(b, DIAG_CONSENT_ROW), 2);
    assert_int_equal(bench_told(b, DIAG_CSV_ROW_OUT), 2);
    assert_int_equal(bench_told(b, DIAG_CSV_FEWER), 2);
    assert_int_equal(bench_told(b, DIAG_CSV_MORE), 2);
}

/* All rows leave a column out: they are counted, but which of two consents is missing nobody can tell. */
static void a_narrower_table_gives_no_consent(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    participants_read(&b->job,
                      bench_source(b, "name_en,consent_name,consent_photo\nA A,yes\nB B,no\nC C,yes\n"), &c);
    assert_int_equal(c.nparticipants, 3);
    for (size_t i = 0; i < 3; i++)
        assert_false(c.participants[i].consent_name || c.participants[i].consent_photo);
    assert_int_equal(bench_told(b, DIAG_CONSENT_ROW), 3);
    bench_at(b, DIAG_CSV_HEAD_WIDE, 1, 22);
    c = (struct corpus){0};
    participants_read(&b->job, bench_source(b, "name_en,sex,consent_name\nA A,yes\nB B,no\n"), &c);
    assert_true(c.participants[0].consent_name && !c.participants[1].consent_name); /* no sex is a yes */
    assert_int_equal(bench_told(b, DIAG_CONSENT_ROW), 3);
    c = (struct corpus){0};
    registers_glossary(&b->job, bench_source(b, "term_en,term_km,acronym\nmentor,គ្រូ\nlab,បន្ទប់\n"), &c);
    bench_str(c.terms[1].term.t[LANG_KM], "បន្ទប់"); /* by place, where all agree */
}

/* By the rows' names, or by an id where no name is in both; who is another by a name or by sex is another. */
static void what_one_row_refuses_no_row_gives(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    participants_read(&b->job,
                      bench_source(b, "id,name_en,name_km,sex,consent_name,consent_photo\n"
                                      "p1,Secret One,ក ខ,f,yes,yes\n"
                                      "p2,secret  one,,f,no,yes\n"
                                      "p3,,ក ខ,f,yes,no\n"
                                      "p4,Secret Two,គ ឃ,m,yes,yes\n"
                                      "p5,Secret Two,ង ច,m,no,no\n"
                                      "p6,Secret Six,,f,yes,yes\n"
                                      "p7,Secret Six,,m,no,no\n"
                                      "p8,Secret Eight,,m,yes,yes\n"
                                      "p8,,ឆ ជ,m,yes,no\n"
                                      "p9,Secret Nine,,m,yes,yes\n"
                                      "p9,Secret Ten,,m,no,no\n"),
                      &c);
    static const char *const CONSENTS[] = {"--", "-p", "n-", "np", "--", "np", "--", "n-", "n-", "np", "--"};
    for (size_t i = 0; i < c.nparticipants; i++) {
        assert_int_equal(c.participants[i].consent_name, CONSENTS[i][0] == 'n');
        assert_int_equal(c.participants[i].consent_photo, CONSENTS[i][1] == 'p');
    }
    assert_int_equal(bench_told(b, DIAG_CONSENT_TWICE), 2);
}

static void many_of_one_name_are_asked_together(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    struct buf text = BUF(b->job.keep);
    buf_put(&text, "name_en,consent_name\nSecret One,no\n");
    for (int i = 0; i < 300; i++) buf_put(&text, "Secret One,yes\n");
    participants_read(&b->job, source_new(b->job.keep, STR("x"), buf_str(&text)), &c);
    for (size_t i = 0; i < c.nparticipants; i++) assert_false(c.participants[i].consent_name);
}

static void registers(void **state)
{
    struct bench *b = *state;
    struct corpus c = {0};
    tables_programme(&b->job, bench_source(b, "day,session,title_en\n1,d1s02,A\n"), &c);
    registers_documents(&b->job,
                        bench_source(b, "session,title_en,received,translated_en,translated_km,file\n"
                                        "1-02,Slides,2023-03-30,yes,no,a.pdf\n"
                                        "d1s03,More,yes,,,\n"
                                        "d7s77,None,,,,\n"
                                        ",Late,soon,,,\n"),
                        &c);
    assert_int_equal(c.ndocuments, 4);
    bench_str(c.documents[0].session, "d1s02");
    assert_int_equal(c.documents[0].received_on.day, 30);
    assert_true(c.documents[0].is_received && c.documents[1].is_received && !c.documents[2].is_received);
    assert_true(c.documents[0].translated[LANG_EN]);
    bench_at(b, DIAG_SESSION_UNKNOWN_NEAR, 3, 1);
    bench_at(b, DIAG_SESSION_UNKNOWN, 4, 1);
    bench_at(b, DIAG_VALUE_DATE, 5, 7);
    registers_recommendations(&b->job, bench_source(b, "text_km,horizon\nក,1 year\n,x\n"), &c);
    assert_int_equal(c.nrecommendations, 2);
    bench_at(b, DIAG_VALUE_MISSING, 3, 1);
    registers_glossary(&b->job, bench_source(b, "term_en,term_km\nmentor,គ្រូ\n"), &c);
    registers_names(&b->job, bench_source(b, "# names\nភ្នំពេញ\r\n\n ASEAN \n"), &c);
    assert_int_equal(c.nnames, 4);
    bench_str(c.names[0], "ភ្នំពេញ");
    bench_str(c.names[1], "ASEAN");
    bench_str(c.names[2], "គ្រូ");
}

/* Names as lists of participants head them: whole, in parts, in either language; what a head leaves open the
 * cells tell. */
static void names_in_parts(void **state)
{
    static const struct {
        const char *table, *en, *km;
    } CASES[] = {
        {"No,Full name,Khmer name,consent\n1,Sok Dara,សុខ ដារ៉ា,no\n", "Sok Dara", "សុខ ដារ៉ា"},
        {"Name (Khmer),Name (Latin)\nសុខ ដារ៉ា,Sok Dara\n", "Sok Dara", "សុខ ដារ៉ា"},
        {"ឈ្មោះ,ឈ្មោះជាអក្សរឡាតាំង\nសុខ ដារ៉ា,Sok Dara\n", "Sok Dara", "សុខ ដារ៉ា"},
        {"Name,ឈ្មោះ / Name in Khmer\nSok Dara,សុខ ដារ៉ា\n", "Sok Dara", "សុខ ដារ៉ា"},
        {"Name,Sex\nសុខ ដារ៉ា,f\n", "", "សុខ ដារ៉ា"},
        {"family_name,given_name\nSok,Dara\n", "Sok Dara", ""},
        {"First name,Last name\nDara,Sok\n", "Dara Sok", ""},
        {"Surname,Name\nSok,Dara\n", "Sok Dara", ""},
        {"Given name,Family name\nដារ៉ា,សុខ\n", "", "សុខ ដារ៉ា"},
        {"នាមខ្លួន,នាមត្រកូល,Surname,First name\nដារ៉ា,សុខ,Sok,Dara\n", "Sok Dara", "សុខ ដារ៉ា"},
        {"គោត្តនាម,នាម\nសុខ,ដារ៉ា\n", "", "សុខ ដារ៉ា"},
        {"Surname,First name\n,Dara\n", "Dara", ""},
        {"Full name,Surname,First name\nDara Sok,Sok,Dara\n", "Dara Sok", ""},
    };
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct corpus c = {0};
        participants_read(&b->job, bench_source(b, CASES[i].table), &c);
        assert_int_equal(c.roster, ROSTER_READ);
        assert_int_equal(c.nparticipants, 1);
        bench_str(c.participants[0].name.t[LANG_EN], CASES[i].en);
        bench_str(c.participants[0].name.t[LANG_KM], CASES[i].km);
        assert_false(c.participants[0].consent_name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(names_in_parts),
                                       BENCH(programme),
                                       BENCH(both_times_in_one_cell),
                                       BENCH(programme_faults),
                                       BENCH(heads),
                                       BENCH(participants_are_not_quoted),
                                       BENCH(what_one_row_refuses_no_row_gives),
                                       BENCH(many_of_one_name_are_asked_together),
                                       BENCH(rows_out_of_step_agree_to_nothing),
                                       BENCH(a_narrower_table_gives_no_consent),
                                       BENCH(registers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
