#include "read_help.h"

#include "privacy/gate.h"
#include "read/folder/input.h"
#include "read/format/session_id.h"
#include "read/read.h"

static void session_numbers(void **state)
{
    static const struct {
        const char *typed, *id;
        size_t used;
    } CASES[] = {{"d1s02", "d1s02", 5},
                 {"D1S2-opening", "d1s02", 4},
                 {"1-02", "d1s02", 4},
                 {"d12s034", "", 0},
                 {"day 2 session 3", "d2s03", 15},
                 {"Day2_Session3.en", "d2s03", 13},
                 {"១-០២", "d1s02", 10},
                 {"1.2", "d1s02", 3},
                 {"12", "", 0},
                 {"d1", "", 0},
                 {"2023-04", "", 0},
                 {"d1s02x", "", 0},
                 {"", "", 0},
                 {"d0s01", "", 0},
                 {"d1-s02 x", "d1s02", 6}};
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t used = 0;
        struct str id = session_id_read(b->job.keep, str_of(CASES[i].typed), &used);
        bench_str(id, CASES[i].id);
        assert_int_equal(used, CASES[i].used);
    }
}

static void names_as_they_come(void **state)
{
    struct bench *b = *state;
    bench_text(b, "event.yml", "en: {title: T}\nkm: {title: ត}\n");
    bench_text(b, "programme.csv", "day,session,title_en,title_km\n1,d1s01,A,ក\n1,d1s02,B,ខ\n2,d2s01,C,គ\n");
    bench_text(b, "sessions/d2s01-last.en.md", "Last");
    bench_text(b, "sessions/d2s01-last.km.md", "ចុង");
    bench_text(b, "sessions/D1S2 Policy-eng.MD", "Policy");
    bench_text(b, "sessions/1-02_policy_km.md", "ក");
    bench_text(b, "sessions/d1s01.kh.txt", "ក");
    bench_text(b, "sessions/d1s01.en.md.txt", "One");
    bench_text(b, "summaries/Goals.md", "គោលដៅ");
    bench_text(b, "summaries/goals.EN.md", "Goals");
    struct corpus *c = read_corpus(&b->job);
    assert_int_equal(c->nnotes, 4);
    bench_str(c->notes[0].stem, "goals");
    bench_str(c->notes[1].stem, "d1s01");
    bench_str(c->notes[2].stem, "d1s02-policy");
    bench_str(c->notes[3].stem, "d2s01-last");
    for (size_t i = 0; i < 4; i++) assert_true(c->notes[i].doc[LANG_KM] && c->notes[i].doc[LANG_EN]);
    bench_str(c->notes[2].session, "d1s02");
    assert_int_equal(bench_told(b, DIAG_NAME_LANGUAGE), 1);
    assert_int_equal(bench_told(b, DIAG_NAME_READ_AS), 5);
    assert_int_equal(diag_count(b->job.diags, SEVERITY_WARNING), 0);
    assert_int_equal(diag_count(b->job.diags, SEVERITY_ERROR), 0);
}

/* Which lists of participants are read, and which only look like one. */
static void rosters(void **state)
{
    static const struct {
        const char *name, *text;
        enum roster roster;
    } CASES[] = {{"participants.csv", "name_en\nSok Dara\n", ROSTER_READ},
                 {"PARTICIPANTS.CSV", "name_km\nក ខ\n", ROSTER_READ},
                 {"participants.csv", "Sok Dara,no\n", ROSTER_UNREAD},
                 {"participants.csv", "id,name_en\np1,\n", ROSTER_UNREAD},
                 {"participants.csv", "name_en\n", ROSTER_READ},
                 {"participants.csv", "", ROSTER_UNREAD},
                 {"Participants (1).csv", "name_en\nSok Dara\n", ROSTER_READ},
                 {"Copy of participants.tsv", "name_en\tsex\nSok Dara\tf\n", ROSTER_READ},
                 {"List of participants - final v2.csv", "Full name\nSok Dara\n", ROSTER_READ},
                 {"particpants.csv", "name_en\nSok Dara\n", ROSTER_READ},
                 {"បញ្ជីអ្នកចូលរួម.csv", "ឈ្មោះ,ភេទ\nសុខ ដារ៉ា,ស\n", ROSTER_READ},
                 {"people.csv", "name_en,consent_name\nSok Dara,no\n", ROSTER_READ},
                 {"participants-v2.csv", "Sok Dara,no\n", ROSTER_UNREAD},
                 {"participants.csv", "No,Surname,Sex\n1,Sok,f\n", ROSTER_UNREAD},
                 {"participants.csv", "1,Sok Dara,Participant,no\n", ROSTER_UNREAD},
                 {"participants.pdf", "%PDF", ROSTER_UNREAD},
                 {"participants.jpg", "x", ROSTER_NONE},
                 {"budget.csv", "name_en\nSok Dara\n", ROSTER_NONE}};
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\nlanguages: [en]\n");
    bench_text(b, "forms/f.yml", "id: f\ntitle: F\nprompts:\n  - {id: q1, type: open, en: What?}\n");
    bench_text(b, "reflections/f.csv", "q1,quote_ok\nWords,yes\n");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        b->job.diags = diags_new(b->job.keep);
        bench_text(b, CASES[i].name, CASES[i].text);
        struct corpus *c = read_corpus(&b->job);
        assert_int_equal(c->roster, CASES[i].roster);
        const struct said *said = gate_pass(&b->job, c, &(struct said_words){0});
        assert_int_equal(said->forms[0].replies[0].quotable, CASES[i].roster != ROSTER_UNREAD);
        assert_int_equal(bench_told(b, DIAG_PARTICIPANTS_UNREAD), CASES[i].roster == ROSTER_UNREAD);
        assert_int_equal(bench_told(b, DIAG_PARTICIPANTS_NONE),
                         CASES[i].roster != ROSTER_UNREAD && !c->nparticipants);
        assert_int_equal(unlink(str_fmt(b->job.keep, "%s/%s", b->folder, CASES[i].name).s), 0);
    }
}

/* A table under another name is read where it is the only one and its columns tell; of two none is. */
static void tables_under_other_names(void **state)
{
    static const struct {
        const char *one, *two;
        size_t sessions, people;
    } CASES[] = {{"programme (1).csv", NULL, 1, 0},
                 {"Copy of programme.csv", NULL, 1, 0},
                 {"Program final v3.csv", NULL, 1, 0},
                 {"កម្មវិធី.csv", NULL, 1, 0},
                 {"programme (1).csv", "agenda.csv", 0, 0},
                 {"programme budget.csv", NULL, 0, 0},
                 {"programme-2023-04-04.csv", NULL, 0, 0},
                 {"participants (1).csv", NULL, 0, 1},
                 {"participants (1).csv", "participants (2).csv", 0, 0}};
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\nlanguages: [en]\n");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *names[] = {CASES[i].one, CASES[i].two};
        for (int k = 0; k < 2 && names[k]; k++)
            bench_text(b, names[k],
                       strstr(names[k], "part") ? k ? "name_en\nKim\n" : "name_en\nSok Dara\n"
                                                : "day,title_en,session\n1,A,d1s01\n");
        b->job.diags = diags_new(b->job.keep);
        struct corpus *c = read_corpus(&b->job);
        assert_int_equal(c->nsessions, CASES[i].sessions);
        assert_int_equal(c->nparticipants, CASES[i].people);
        assert_int_equal(bench_told(b, DIAG_NAME_READ_AS), CASES[i].sessions + CASES[i].people);
        for (int k = 0; k < 2 && names[k]; k++) unlink(str_fmt(b->job.keep, "%s/%s", b->folder, names[k]).s);
    }
}

static void order_of_notes(void **state)
{
    static const char *const WANTED[] = {"foreword",   "executive-summary", "goals",   "alpha",   "beta",
                                         "conclusion", "d1s01-x",           "d1s02-x", "d1s02-y", "d9s09-z"};
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\nlanguages: [en]\n");
    bench_text(b, "programme.csv", "day,start,session,title_en\n1,10:00,d1s02,A\n1,08:00,d1s01,B\n");
    for (size_t i = 0; i < 10; i++) {
        const char *folder = i < 4 ? "sessions" : "summaries";
        struct str path = str_fmt(b->job.keep, "%s/%s.en.md", folder, WANTED[9 - i]);
        bench_text(b, path.s, "x");
    }
    struct corpus *c = read_corpus(&b->job);
    assert_int_equal(c->nnotes, 10);
    for (size_t i = 0; i < 10; i++) bench_str(c->notes[i].stem, WANTED[i]);
    assert_int_equal(bench_told(b, DIAG_NOTE_SESSION), 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

/* Each format's files by its endings; a name that an editor made longer is taken for Markdown. */
static void formats_of_notes(void **state)
{
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\nlanguages: [en]\n");
    bench_text(b, "summaries/a.en.markdown", "- x");
    bench_text(b, "summaries/b.en.TXT", "- x");
    bench_text(b, "summaries/c.en.yml.txt", "- x");
    struct corpus *c = read_corpus(&b->job);
    assert_int_equal(c->nnotes, 3);
    static const enum block_kind FIRST[] = {BLOCK_LIST, BLOCK_PARA, BLOCK_LIST};
    static const char *const MEDIA[] = {"text/markdown", "text/plain", "text/markdown"};
    for (size_t i = 0; i < 3; i++) {
        const struct doc *d = c->notes[i].doc[LANG_EN];
        assert_int_equal(d->root->first->kind, FIRST[i]);
        assert_string_equal(d->media, MEDIA[i]);
    }
}

static void partners_and_strangers(void **state)
{
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\n");
    bench_text(b, "programme.csv", "day,session,title_en\n1,d1s01,A\n");
    bench_text(b, "sessions/d1s01-a.en.md", "A");
    bench_text(b, "sessions/d1s01_a_en.md", "B");
    bench_text(b, "sessions/loose.en.md", "C");
    bench_text(b, "sessions/loose.km.md", "គ");
    bench_text(b, "sessions/d1s01-b.docx", "PK\x03\x04");
    bench_text(b, "sessions/picture.bin", "x");
    bench_text(b, "Thumbs.db", "x");
    bench_text(b, "~$note.docx", "x");
    bench_text(b, ".DS_Store", "x");
    bench_text(b, "README.txt", "x");
    bench_text(b, "programm.csv", "x");
    bench_text(b, "plans.xlsx", "PK\x03\x04");
    struct corpus *c = read_corpus(&b->job);
    assert_int_equal(c->nnotes, 2);
    bench_str(bench_diag(b, DIAG_NOTE_PARTNER)->args[0], "d1s01-a.km.md");
    assert_int_equal(bench_told(b, DIAG_NOTE_PARTNER), 1);
    assert_int_equal(bench_told(b, DIAG_NAME_TWICE), 1);
    assert_int_equal(bench_told(b, DIAG_NOTE_NO_SESSION), 1);
    assert_int_equal(bench_told(b, DIAG_OFFICE_DAMAGED), 1);
    assert_int_equal(bench_told(b, DIAG_FILE_UNKNOWN), 2);
    assert_int_equal(bench_told(b, DIAG_FILE_BESIDE), 1);
}

static void nothing_there(void **state)
{
    struct bench *b = *state;
    assert_null(read_corpus(&b->job));
    assert_int_equal(bench_told(b, DIAG_EVENT_MISSING), 1);
    b->options.input = STR("/nowhere/at/all");
    assert_null(read_corpus(&b->job));
    assert_int_equal(bench_told(b, DIAG_INPUT_MISSING), 1);
    assert_int_equal(b->job.diags->list.n, 2);
}

static void the_least(void **state)
{
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\n");
    struct corpus *c = read_corpus(&b->job);
    assert_non_null(c);
    bench_silent(b);
    assert_int_equal(c->nnotes + c->nsessions + c->nforms + c->nphotos, 0);
}

static void hostile_files(void **state)
{
    struct bench *b = *state;
    char path[128];
    bench_text(b, "event.yml", "title: T\n");
    bench_text(b, "programme.csv/inside", "x");
    bench_text(b, "sessions/d1s01.en.md/inside", "x");
    bench_text(b, "glossary.csv", "");
    bench_text(b, "photos", "no folder");
    snprintf(path, sizeof path, "%s/participants.csv", b->folder);
    assert_int_equal(mkfifo(path, 0666), 0);
    snprintf(path, sizeof path, "%s/names.txt", b->folder);
    assert_int_equal(symlink("/etc/hostname", path), 0);
    snprintf(path, sizeof path, "%s/forms", b->folder);
    assert_int_equal(symlink("/etc", path), 0);
    snprintf(path, sizeof path, "%s/documents.csv", b->folder);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fseek(f, 60 << 20, SEEK_SET), 0);
    fputc('x', f);
    fclose(f);
    assert_non_null(read_corpus(&b->job));
    assert_int_equal(bench_told(b, DIAG_FILE_KIND), 2);
    assert_int_equal(bench_told(b, DIAG_FILE_OUTSIDE), 2);
    assert_int_equal(bench_told(b, DIAG_FILE_BIG), 1);
    assert_int_equal(bench_told(b, DIAG_FILE_EMPTY), 1);
    assert_int_equal(bench_told(b, DIAG_FILE_UNKNOWN), 1);
    assert_int_equal(bench_told(b, DIAG_FOLDER_UNREAD), 1);
    assert_int_equal(b->job.diags->list.n, 8);
}

static void spelling(void **state)
{
    struct bench *b = *state;
    bench_text(b, "event.yml", "title: T\nvenue: លេាក\n");
    bench_text(b, "participants.csv", "id,name_km\np1,លេាក\n");
    struct buf t = BUF(b->job.keep);
    buf_put(&t, "term_en,term_km\n");
    for (int i = 0; i < 50; i++) buf_fmt(&t, "t%d,លេាក\n", i);
    bench_write(b, "glossary.csv", buf_str(&t));
    struct corpus *c = read_corpus(&b->job);
    bench_str(c->event.venue.t[LANG_KM], "លោក");
    bench_str(c->terms[49].term.t[LANG_KM], "លោក");
    assert_int_equal(bench_told(b, DIAG_ORDER_SAME), 21);
    assert_int_equal(bench_told(b, DIAG_ORDER_SAME_PLACE), 1);
    assert_int_equal(bench_told(b, DIAG_ORDER_MORE), 1);
    bench_str(bench_diag(b, DIAG_ORDER_MORE)->args[0], "30");
    struct position p = place_position(bench_diag(b, DIAG_ORDER_SAME)->place);
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(session_numbers),
                                       BENCH(names_as_they_come),
                                       BENCH(rosters),
                                       BENCH(tables_under_other_names),
                                       BENCH(order_of_notes),
                                       BENCH(formats_of_notes),
                                       BENCH(partners_and_strangers),
                                       BENCH(nothing_there),
                                       BENCH(the_least),
                                       BENCH(hostile_files),
                                       BENCH(spelling)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
