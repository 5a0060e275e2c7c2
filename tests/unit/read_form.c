#include "read_help.h"

#include "read/form/form.h"

static struct form read_form(struct bench *b, const char *text)
{
    struct form f;
    form_read(&b->job, bench_source(b, text), STR("comments"), &f);
    return f;
}

static void all_of_it(void **state)
{
    struct bench *b = *state;
    struct form f = read_form(
        b, "id: comments\nen: {title: Comments, intro: Please}\nkm: {title: មតិ}\nprompts:\n"
           "  - {id: q1, type: open, lines: 6, en: What?, km: អ្វី?}\n"
           "  - {id: q2, type: choice, en: Which?, options: [{id: x, en: Yes, km: បាទ}, Perhaps]}\n"
           "  - {id: q3, type: scale, points: ៧, en: How?, low_en: bad, high_km: ល្អ}\n"
           "  - {type: yesno, en: Sure?}\n  - {id: q5, type: choices, en: All?, options: [a, b]}\n"
           "themes:\n  - {id: time, en: Time, km: ពេល, words_en: [schedule, hours], words_km: [ម៉ោង]}\n");
    bench_silent(b);
    bench_str(f.title.t[LANG_KM], "មតិ");
    bench_str(f.intro.t[LANG_EN], "Please");
    assert_int_equal(f.nprompts, 5);
    assert_int_equal(f.prompts[0].lines, 6);
    assert_int_equal(f.prompts[1].type, PROMPT_CHOICE);
    assert_int_equal(f.prompts[1].noptions, 2);
    bench_str(f.prompts[1].options[0].text.t[LANG_KM], "បាទ");
    bench_str(f.prompts[1].options[1].id, "b");
    assert_int_equal(f.prompts[2].points, 7);
    bench_str(f.prompts[2].high.t[LANG_KM], "ល្អ");
    bench_str(f.prompts[3].id, "q4");
    assert_int_equal(f.prompts[4].type, PROMPT_CHOICES);
    assert_int_equal(f.nthemes, 1);
    assert_int_equal(f.themes[0].nwords[LANG_EN], 2);
    bench_str(f.themes[0].words[LANG_KM][0], "ម៉ោង");
    assert_int_equal(place_position(f.prompts[1].place).line, 6);
}

static void faults(void **state)
{
    struct bench *b = *state;
    struct form f = read_form(b, "id: other\ntitle: T\nprompts:\n"
                                 "  - {id: q1, type: opne, en: A}\n"
                                 "  - {id: q1, type: choice, en: B}\n"
                                 "  - {id: q3, type: scale, points: 50, en: C, oint: 1}\n"
                                 "  - {id: q4}\n  - loose\n");
    bench_at(b, DIAG_FORM_ID, 1, 5);
    bench_at(b, DIAG_VALUE_WORD, 4, 20);
    bench_at(b, DIAG_ID_TWICE, 5, 5);
    bench_at(b, DIAG_FORM_OPTIONS, 5, 5);
    bench_at(b, DIAG_FORM_POINTS, 6, 5);
    bench_at(b, DIAG_KEY_UNKNOWN_NEAR, 6, 46);
    bench_at(b, DIAG_VALUE_MISSING, 7, 5);
    bench_at(b, DIAG_YAML_KIND, 8, 5);
    assert_int_equal(b->job.diags->list.n, 8);
    assert_int_equal(f.nprompts, 4);
    assert_int_equal(f.prompts[2].points, 5);
}

/* A theme may be its name alone, in either script; what is no text is told, as an option is. */
static void themes(void **state)
{
    struct bench *b = *state;
    struct form f =
        read_form(b, "title: T\nprompts:\n  - {id: q, en: Q}\nthemes:\n  - Time\n  - ពេល\n  - [a]\n");
    assert_int_equal(f.nthemes, 3);
    bench_str(f.themes[0].id, "Time");
    bench_str(f.themes[0].name.t[LANG_EN], "Time");
    bench_str(f.themes[1].id, "ពេល");
    bench_str(f.themes[1].name.t[LANG_KM], "ពេល");
    bench_at(b, DIAG_YAML_KIND, 7, 5);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void too_many(void **state)
{
    struct bench *b = *state;
    struct buf t = BUF(b->job.keep);
    buf_put(&t, "title: T\nprompts:\n  - id: q\n    en: Q\n    type: choices\n    options:\n");
    for (int i = 0; i < 100; i++) buf_fmt(&t, "      - {id: o%d, en: O%d}\n", i, i);
    struct form f = read_form(b, buf_str(&t).s);
    assert_int_equal(f.prompts[0].noptions, 64);
    bench_at(b, DIAG_FORM_MANY, 71, 9);
    read_form(b, "");
    assert_int_equal(bench_told(b, DIAG_VALUE_MISSING), 1);
}

static struct form read_named(struct bench *b, const char *id, const char *stem)
{
    struct form f;
    struct str text = str_fmt(b->job.keep, "%s%s\ntitle: T\nprompts:\n  - {id: q, en: Q}\n", id ? "id: " : "",
                              id ? id : "");
    form_read(&b->job, bench_source(b, text.s), str_of(stem), &f);
    return f;
}

static void ids_name_files(void **state)
{
    struct bench *b = *state;
    struct form f = read_named(b, "../../victim/thesis", "g");
    bench_str(f.id, "victim-thesis");
    bench_str(f.typed, "../../victim/thesis");
    bench_at(b, DIAG_FORM_NAME, 1, 5);
    assert_int_equal(bench_told(b, DIAG_FORM_ID), 0);
    b->job.diags->list.n = 0;
    bench_str(read_named(b, "\"a\\nb\\e[31mc\"", "g").id, "a-b-31mc");
    struct buf out = BUF(b->job.keep);
    diag_print(&out, bench_diag(b, DIAG_FORM_NAME), LANG_EN, false);
    diag_json(&out, b->job.diags);
    assert_null(memchr(out.s, '\033', out.n));
    assert_null(memchr(bench_diag(b, DIAG_FORM_NAME)->args[0].s, '\n', 4));
    b->job.diags->list.n = 0;
    bench_str(read_named(b, "\"/ . /\"", "a (1)").id, "a-1");
    bench_str(read_named(b, NULL, "...").id, "form");
    assert_int_equal(bench_told(b, DIAG_FORM_NAME), 2);
    b->job.diags->list.n = 0;
    bench_str(read_named(b, "មតិ_២", "មតិ_២").id, "មតិ_២");
    bench_silent(b);
}

static void ids_are_settled(void **state)
{
    static const struct {
        const char *id, *wanted;
    } FORMS[] = {{"x", "x"},       {"X", "X-2"}, {"x-a5", "x-a5-3"}, {"x-2", "x-2-2"},
                 {"y-a5", "y-a5"}, {"y", "y-2"}, {"z/1", "z-1"},     {"z 1", "z-1-2"}};
    enum { N = sizeof FORMS / sizeof *FORMS };
    struct bench *b = *state;
    struct form f[N];
    for (size_t i = 0; i < N; i++) {
        f[i] = read_named(b, FORMS[i].id, FORMS[i].id);
        form_settle(&b->job, f, i, &f[i]);
        bench_str(f[i].id, FORMS[i].wanted);
    }
    assert_int_equal(bench_told(b, DIAG_FORM_TWICE), 5);
}

/* How many may be given a place: all where none is told, or what cannot be. */
static void a_ranking_has_most(void **state)
{
    struct bench *b = *state;
    struct form f = read_form(b, "title: T\nprompts:\n"
                                 "  - {type: ranking, en: A, most: 2, options: [a, b, c]}\n"
                                 "  - {type: ranking, en: B, options: [a, b, c]}\n"
                                 "  - {type: ranking, en: C, most: 4, options: [a, b, c]}\n"
                                 "  - {type: ranking, en: D}\n");
    assert_int_equal(f.prompts[0].type, PROMPT_RANKING);
    assert_int_equal(f.prompts[0].most, 2);
    assert_int_equal(f.prompts[1].most, 3);
    assert_int_equal(f.prompts[2].most, 3);
    assert_int_equal(bench_told(b, DIAG_FORM_MOST), 1);
    bench_str(bench_diag(b, DIAG_FORM_MOST)->args[1], "3");
    bench_str(bench_diag(b, DIAG_FORM_OPTIONS)->args[0], "q4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH(all_of_it), BENCH(a_ranking_has_most), BENCH(faults),         BENCH(themes),
        BENCH(too_many),  BENCH(ids_name_files),     BENCH(ids_are_settled)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
