/* Pairing the blocks of two languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/note/note.h"

#include <time.h>

struct bench {
    struct options options;
    struct job job;
    struct note note;
};

static void open_bench(struct bench *b)
{
    *b = (struct bench){.options = {.input = STR("."), .lang = LANG_EN, .threads = 1}};
    b->job = (struct job){.keep = arena_new(), .scratch = arena_new(), .options = &b->options};
    b->job.diags = diags_new(b->job.keep);
}

static void close_bench(struct bench *b)
{
    arena_free(b->job.keep);
    arena_free(b->job.scratch);
}

static void pair_texts(struct bench *b, const char *km, const char *en)
{
    struct arena *a = b->job.keep;
    b->note.doc[LANG_KM] =
        note_read(&b->job, source_new(a, STR("n.km.md"), str_of(km)), LANG_KM, NOTE_FORMAT_MARKDOWN);
    b->note.doc[LANG_EN] =
        note_read(&b->job, source_new(a, STR("n.en.md"), str_of(en)), LANG_EN, NOTE_FORMAT_MARKDOWN);
    alignment_pair(&b->job, &b->note);
    alignment_tell(&b->job, &b->note);
}

/* "1-1 3-3 5--": the lines of each pair. */
static struct str lines(struct bench *b)
{
    struct buf out = BUF(b->job.keep);
    for (size_t i = 0; i < b->note.npairs; i++) {
        const struct block *km = b->note.pairs[i].side[LANG_KM], *en = b->note.pairs[i].side[LANG_EN];
        buf_put(&out, i ? " " : "");
        if (km) buf_fmt(&out, "%u", place_position(km->place).line);
        buf_byte(&out, '-');
        if (en) buf_fmt(&out, "%u", place_position(en->place).line);
    }
    return buf_str(&out);
}

static void assert_told(const struct bench *b, size_t i, enum diag_code code, enum lang lang, unsigned line,
                        const char *at)
{
    assert_true(b->job.diags->list.n > i);
    const struct diag *d = &b->job.diags->list.at[i];
    assert_int_equal(d->code, code);
    assert_ptr_equal(d->place.source, b->note.doc[lang]->source);
    assert_int_equal(place_position(d->place).line, line);
    assert_true(str_is(d->args[0], at));
}

#define EN_OPENING                                                                                           \
    "The minister opened the forum and thanked all who came from far away to be there on these two days."
#define KM_OPENING "រដ្ឋមន្ត្រីបានបើកវេទិកា ហើយថ្លែងអំណរគុណដល់អស់អ្នកដែលបានមកពីឆ្ងាយ ដើម្បីចូលរួមរយៈពេលពីរថ្ងៃនេះ។"
#define EN_COUNT   "In 2022 there were 34 mentors."
#define KM_COUNT   "នៅឆ្នាំ២០២២ មានគ្រូប្រឹក្សា ៣៤ នាក់។"

static void same_form_pairs_one_to_one(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, "# ក\n\n" KM_OPENING "\n\n- ក\n- ខ\n\n> គ\n",
               "# A\n\n" EN_OPENING "\n\n- a\n- b\n\n> c\n");
    assert_true(str_is(lines(&b), "1-1 3-3 5-5 8-8"));
    assert_int_equal(b.job.diags->list.n, 0);
    close_bench(&b);
}

static void what_is_missing_is_told_with_both_places(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, "# ក\n\n" KM_OPENING "\n\n## ខ\n\n" KM_COUNT "\n",
               "# A\n\n" EN_OPENING "\n\n" EN_COUNT "\n\n## B\n\n" EN_COUNT "\n");
    assert_true(str_is(lines(&b), "1-1 3-3 -5 5-7 7-9"));
    assert_int_equal(b.job.diags->list.n, 1);
    assert_told(&b, 0, DIAG_PAIR_ALONE, LANG_EN, 5, "n.km.md:5");
    close_bench(&b);
}

static void numbers_find_their_paragraph(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, KM_COUNT "\n", "In 1999 there were 17 schools.\n\n" EN_COUNT "\n\nAnd 8 of 9 came.\n");
    assert_true(str_is(lines(&b), "-1 1-3 -5"));
    close_bench(&b);
}

/* Paragraphs that differ in nothing but their numbers, in whichever digits; the others stand alone. */
static void numbers_alone_tell_them_apart(void **state)
{
    (void)state;
    static const char *const wanted[] = {"1-1 -3 -5", "-1 1-3 -5", "-1 -3 1-5"};
    static const char *const typed[] = {"នៅឆ្នាំ ២០១៩ មានគ្រូប្រឹក្សា ១៧ នាក់។", "នៅឆ្នាំ 2022 មានគ្រូប្រឹក្សា 34 នាក់។",
                                        "នៅឆ្នាំ ២០២៣ មានគ្រូប្រឹក្សា 58 នាក់។"};
    for (int i = 0; i < 3; i++) {
        struct bench b;
        open_bench(&b);
        pair_texts(&b, typed[i],
                   "In 2019 there were 17 mentors.\n\nIn 2022 there were 34 mentors.\n\n"
                   "In 2023 there were 58 mentors.\n");
        assert_true(str_is(lines(&b), wanted[i]));
        close_bench(&b);
    }
}

static void neighbours_alone_are_told_once(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, "# ក\n", "# A\n\n" EN_OPENING "\n\n" EN_COUNT "\n\n- a\n");
    assert_true(str_is(lines(&b), "1-1 -3 -5 -7"));
    assert_int_equal(b.job.diags->list.n, 1);
    assert_told(&b, 0, DIAG_PAIR_ALONE_MANY, LANG_EN, 3, "n.km.md:1");
    assert_true(str_is(b.job.diags->list.at[0].args[1], "3"));
    close_bench(&b);
}

static void a_heading_is_never_beside_a_table(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, "## ក\n\n| ក |\n|---|\n| ខ |\n", "| a |\n|---|\n| b |\n\n## A\n");
    for (size_t i = 0; i < b.note.npairs; i++) {
        const struct pair *p = &b.note.pairs[i];
        assert_true(!p->side[LANG_KM] || !p->side[LANG_EN] ||
                    p->side[LANG_KM]->kind == p->side[LANG_EN]->kind);
    }
    assert_int_equal(b.note.npairs, 3);
    close_bench(&b);
}

static void one_language_alone_is_no_fault(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    b.note.doc[LANG_EN] = note_read(&b.job, source_new(b.job.keep, STR("n.en.md"), STR("# A\n\nB\n")),
                                    LANG_EN, NOTE_FORMAT_MARKDOWN);
    alignment_pair(&b.job, &b.note);
    assert_true(str_is(lines(&b), "-1 -3"));
    assert_int_equal(b.job.diags->list.n, 0);
    close_bench(&b);
}

static void a_title_may_stand_in_one_front_matter_only(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    pair_texts(&b, "# ក\n\n" KM_COUNT "\n", "---\ntitle: A\n---\n\n" EN_COUNT "\n");
    assert_true(str_is(lines(&b), "1- 3-5"));
    assert_int_equal(b.job.diags->list.n, 0);
    close_bench(&b);
}

/* Headings before all in one language and behind all in the other: partners stand far from the diagonal. */
static void partners_far_apart_are_found(void **state)
{
    (void)state;
    enum { HEADINGS = 30, PARAGRAPHS = 40 };
    struct bench b;
    open_bench(&b);
    struct buf km = BUF(b.job.keep), en = BUF(b.job.keep);
    for (int i = 0; i < HEADINGS; i++) buf_fmt(&en, "## Part\n\n");
    for (int i = 0; i < PARAGRAPHS; i++) {
        buf_fmt(&km, "មាន %d នាក់បានមក។\n\n", 100 + 7 * i);
        buf_fmt(&en, "There came %d of them.\n\n", 100 + 7 * i);
    }
    for (int i = 0; i < HEADINGS; i++) buf_fmt(&km, "## ផ្នែក\n\n");
    pair_texts(&b, buf_str(&km).s, buf_str(&en).s);
    size_t pairs = 0;
    for (size_t i = 0; i < b.note.npairs; i++) {
        const struct block *left = b.note.pairs[i].side[LANG_KM], *right = b.note.pairs[i].side[LANG_EN];
        if (!left || !right) continue;
        assert_int_equal(place_position(left->place).line + 2 * HEADINGS, place_position(right->place).line);
        pairs++;
    }
    assert_int_equal(pairs, PARAGRAPHS);
    close_bench(&b);
}

static void thousands_of_blocks_are_fast(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct buf km = BUF(b.job.keep), en = BUF(b.job.keep);
    for (int i = 0; i < 6000; i++) {
        if (i != 3000) buf_fmt(&km, "ក្រុមទី %d\n\n", i);
        buf_fmt(&en, "Group no %d\n\n", i);
    }
    clock_t start = clock();
    pair_texts(&b, buf_str(&km).s, buf_str(&en).s);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 3);
    assert_int_equal(b.note.npairs, 6000);
    assert_int_equal(b.job.diags->list.n, 1);
    assert_told(&b, 0, DIAG_PAIR_ALONE, LANG_EN, 6001, "n.km.md:6001");
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_form_pairs_one_to_one),
        cmocka_unit_test(what_is_missing_is_told_with_both_places),
        cmocka_unit_test(numbers_find_their_paragraph),
        cmocka_unit_test(numbers_alone_tell_them_apart),
        cmocka_unit_test(neighbours_alone_are_told_once),
        cmocka_unit_test(a_heading_is_never_beside_a_table),
        cmocka_unit_test(one_language_alone_is_no_fault),
        cmocka_unit_test(a_title_may_stand_in_one_front_matter_only),
        cmocka_unit_test(partners_far_apart_are_found),
        cmocka_unit_test(thousands_of_blocks_are_fast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
