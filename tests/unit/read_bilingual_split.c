/* One file that holds both languages, or does not. All texts are made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/note/note.h"
#include "read/pair/bilingual_judge.h"
#include "read/pair/bilingual_split.h"

struct bench {
    struct options options;
    struct job job;
    struct doc *sides[LANG_N];
    enum bilingual_form form;
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

static bool split(struct bench *b, const char *text, enum note_format_kind format)
{
    const struct doc *d =
        note_read(&b->job, source_new(b->job.keep, STR("sessions/n.md"), str_of(text)), LANG_KM, format);
    struct bilingual_judge s = bilingual_judge_new(&b->job, d);
    b->form = bilingual_judge(&s);
    assert_int_equal(bilingual_split_can(&b->job, d), b->form != BILINGUAL_NONE);
    return bilingual_split(&b->job, d, b->sides);
}

static void put_block(struct bench *b, struct buf *out, const struct block *block)
{
    struct str text = spans_text(b->job.keep, block->spans);
    if (out->n && out->s[out->n - 1] != '(') buf_byte(out, ' ');
    if (block->kind == BLOCK_HEADING) buf_fmt(out, "h%d:", block->level);
    if (block->first) buf_fmt(out, "%s(", block_name(block->kind));
    if (block->kind == BLOCK_FIGURE || block->kind == BLOCK_RULE) buf_put(out, block_name(block->kind));
    for (size_t i = 0; i < block->spans.n; i++)
        if (block->spans.at[i].note) buf_fmt(out, "^%.*s", STR_ARGS(block->spans.at[i].note->label));
    buf_add(out, text);
    for (const struct block *c = block->first; c; c = c->next) put_block(b, out, c);
    if (block->first) buf_byte(out, ')');
}

static const char *shown(struct bench *b, enum lang lang)
{
    struct buf out = BUF(b->job.keep);
    for (const struct block *c = b->sides[lang]->root->first; c; c = c->next) put_block(b, &out, c);
    return buf_str(&out).s;
}

static void assert_sides_as(const char *text, enum note_format_kind format, enum bilingual_form form,
                            const char *km, const char *en)
{
    struct bench b;
    open_bench(&b);
    assert_true(split(&b, text, format));
    assert_int_equal(b.form, form);
    assert_string_equal(shown(&b, LANG_KM), km);
    assert_string_equal(shown(&b, LANG_EN), en);
    close_bench(&b);
}

static void assert_sides(const char *text, enum bilingual_form form, const char *km, const char *en)
{
    assert_sides_as(text, NOTE_FORMAT_MARKDOWN, form, km, en);
}

static void assert_one(const char *text)
{
    struct bench b;
    open_bench(&b);
    assert_false(split(&b, text, NOTE_FORMAT_MARKDOWN));
    assert_int_equal(b.form, BILINGUAL_NONE);
    close_bench(&b);
}

#define K1 "គ្រូប្រឹក្សាម្នាក់បានជួបគ្រូថ្មីរៀងរាល់សប្តាហ៍នៅសាលារៀន។"
#define E1 "A mentor met the new teachers every week at the school."
#define K2 "ការប្រជុំទាំងនោះមានរយៈពេលមួយម៉ោង ហើយអ្នកទាំងអស់បានចូលរួម។"
#define E2 "These meetings took one hour, and all of them took part."
#define K3 "គម្រោង STEM នឹងបន្តនៅឆ្នាំក្រោយ ប្រសិនបើមានថវិកា។"
#define E3 "The STEM project goes on next year if there is money for it."

static void paragraphs_in_turn(void **state)
{
    (void)state;
    assert_sides("# ការប្រឹក្សា\n\n# Mentoring\n\n" K1 "\n\n" E1 "\n\n" K2 "\n\n" E2 "\n\n![](a.png)\n",
                 BILINGUAL_TURNS, "h1:ការប្រឹក្សា " K1 " " K2 " a.png", "h1:Mentoring " E1 " " E2 " a.png");
    assert_sides_as("ការប្រឹក្សា\nMentoring\n" K1 "\n" E1 "\n" K2 "\n" E2 "\n", NOTE_FORMAT_PLAIN,
                    BILINGUAL_TURNS, "ការប្រឹក្សា " K1 " " K2, "Mentoring " E1 " " E2);
}

static void sections_in_turn_with_lists_and_quotes(void **state)
{
    (void)state;
    assert_sides("## បញ្ហា\n\n- " K1 "\n- " K2 "\n\n## Key issues\n\n- " E1 "\n- " E2 "\n\n## សំណួរ\n\n> " K3
                 "\n\n## Questions\n\n> " E3 "\n",
                 BILINGUAL_TURNS, "h2:បញ្ហា list(item(" K1 ") item(" K2 ")) h2:សំណួរ quote(" K3 ")",
                 "h2:Key issues list(item(" E1 ") item(" E2 ")) h2:Questions quote(" E3 ")");
}

static void items_in_turn(void **state)
{
    (void)state;
    assert_sides("# ការប្រឹក្សា / Mentoring\n\n- " K1 "\n- " E1 "\n- " K2 "\n- " E2 "\n", BILINGUAL_TURNS,
                 "h1:ការប្រឹក្សា list(item(" K1 ") item(" K2 "))",
                 "h1:Mentoring list(item(" E1 ") item(" E2 "))");
}

static void lines_that_hold_both(void **state)
{
    (void)state;
    assert_sides("# ការប្រឹក្សា / Mentoring\n\n" K1 "\n" E1 "\n\n- " K2 " / " E2 "\n- " K3 "\\\n  " E3 "\n",
                 BILINGUAL_TURNS, "h1:ការប្រឹក្សា " K1 " list(item(" K2 ") item(" K3 "))",
                 "h1:Mentoring " E1 " list(item(" E2 ") item(" E3 "))");
}

static void two_halves(void **state)
{
    (void)state;
    assert_sides("# ការប្រឹក្សា\n\n" K1 "[^1]\n\n> Every week we met and talked.\n\n" K2 "\n\n" K3
                 "\n\n---\n\n# Mentoring\n\n" E1 "[^2]\n\n" E2 "\n\n" E3 "\n\n[^1]: ក\n[^2]: a\n",
                 BILINGUAL_HALVES, "h1:ការប្រឹក្សា ^1" K1 " quote(Every week we met and talked.) " K2 " " K3,
                 "h1:Mentoring ^2" E1 " " E2 " " E3);
    assert_sides("# ការប្រឹក្សា / Mentoring\n\n## ភាសាខ្មែរ\n\n### គោលដៅ\n\n" K1
                 "\n\n## English\n\n### GOALS\n\n" E1 "\n",
                 BILINGUAL_LABELS, "h1:ការប្រឹក្សា h2:គោលដៅ " K1, "h1:Mentoring h2:GOALS " E1);
}

static void a_table_with_a_language_a_column(void **state)
{
    (void)state;
    assert_sides("| ភាសាខ្មែរ | English |\n|---|---|\n| **ការប្រឹក្សា** | **Mentoring** |\n| " K1 " | " E1
                 " |\n| " K2 " | " E2 " |\n| " K3 " | " E3 " |\n",
                 BILINGUAL_TURNS, "h1:ការប្រឹក្សា " K1 " " K2 " " K3, "h1:Mentoring " E1 " " E2 " " E3);
    assert_sides("# ការប្រឹក្សា / Mentoring\n\n| " E1 " | " K1 " |\n|---|---|\n| " E2 " | " K2 " |\n",
                 BILINGUAL_TURNS, "h1:ការប្រឹក្សា " K1 " " K2, "h1:Mentoring " E1 " " E2);
}

static void cells_that_hold_both(void **state)
{
    (void)state;
    assert_sides("# ការប្រឹក្សា / Mentoring\n\n| ឆ្នាំ / Year | សាលារៀន / Schools | ចំនួន / Number "
                 "|\n|---|---|---|\n| ២០២២ | វិទ្យាល័យ / High school | 4 |\n\n" K1 "\n\n" E1 "\n",
                 BILINGUAL_TURNS, "h1:ការប្រឹក្សា table(row(ឆ្នាំ សាលារៀន ចំនួន) row(២០២២ វិទ្យាល័យ 4)) " K1,
                 "h1:Mentoring table(row(Year Schools Number) row(២០២២ High school 4)) " E1);
}

static void front_matter_serves_both(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_true(split(&b,
                      "---\ntitle: ការប្រឹក្សា / Mentoring\nrapporteur: គ្រូ / A teacher\n---\n\n" K1 "\n\n" E1
                      "\n\n" K2 "\n\n" E2 "\n",
                      NOTE_FORMAT_MARKDOWN));
    assert_true(str_is(b.sides[LANG_KM]->front.title, "ការប្រឹក្សា") &&
                str_is(b.sides[LANG_EN]->front.title, "Mentoring"));
    assert_true(str_is(b.sides[LANG_EN]->front.rapporteur, "A teacher"));
    assert_true(split(
        &b, "---\ntitle_km: ការប្រឹក្សា\ntitle_en: Mentoring\n---\n\n" K1 "\n\n" E1 "\n\n" K2 "\n\n" E2 "\n",
        NOTE_FORMAT_MARKDOWN));
    assert_true(str_is(b.sides[LANG_KM]->front.title, "ការប្រឹក្សា") &&
                str_is(b.sides[LANG_EN]->front.title, "Mentoring"));
    assert_int_equal(b.job.diags->list.n, 0);
    close_bench(&b);
}

static void places_and_footnotes_stay(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_true(
        split(&b, "# ក្បាល / Head\n\n" K1 "[^1]\n\n" E1 "[^2]\n\n" K2 "\n\n" E2 "\n\n[^1]: ចំណាំ\n[^2]: note\n",
              NOTE_FORMAT_MARKDOWN));
    const struct block *head = b.sides[LANG_EN]->root->first;
    assert_int_equal(place_position(head->place).line, 1);
    assert_int_equal(place_position(head->spans.at[0].place).column, 11);
    assert_int_equal(place_position(head->next->place).line, 5);
    assert_true(str_is(b.sides[LANG_EN]->notes->label, "2") && !b.sides[LANG_EN]->notes->next);
    assert_true(str_is(b.sides[LANG_KM]->notes->label, "1") && !b.sides[LANG_KM]->notes->next);
    close_bench(&b);
}

/* Numbers are the same in both languages of a translation, whichever their digits. */
static void other_numbers_are_no_translation(void **state)
{
    (void)state;
    assert_one(E1 " They counted 45 trees in 2021.\n\n" K1 " ឪពុកម្តាយ ៣០០ នាក់។\n\n" E2
                  " The bus left at 13:30.\n\n" K2 " ភ្ញៀវ ២៥ នាក់។\n");
    assert_one(E1 " They counted 45 trees in 2021.\n\n" E2 " The bus left at 13:30.\n\n" K1
                  " ឪពុកម្តាយ ៣០០ នាក់។\n\n" K2 " ភ្ញៀវ ២៥ នាក់។\n");
    assert_sides(E1 " 45, 2021.\n\n" K1 " ៤៥, ២០២១។\n\n" E2 " 13:30.\n\n" K2 " ១៣:៣០។\n", BILINGUAL_TURNS,
                 K1 " ៤៥, ២០២១។ " K2 " ១៣:៣០។", E1 " 45, 2021. " E2 " 13:30.");
}

static void a_note_in_one_language_stays_one(void **state)
{
    (void)state;
    assert_one("# ការប្រឹក្សា (Mentoring)\n\n" K1 "\n\n" K2 "\n\n" E1 "\n\n" K3 "\n"); /* one paragraph */
    assert_one("## Key issues\n\n" K1 "\n\n## Discussion\n\n" K2 "\n\n## Way forward\n\n" K3
               "\n"); /* headings of the form */
    assert_one("# ការប្រឹក្សា\n\n" K1 "\n\n> " E1 "\n\n" K2 "\n\n> " E2 "\n\n" K3 "\n");     /* quotations */
    assert_one("# Mentoring\n\n" E1 "\n\n- លោកគ្រូ សុខ\n- អ្នកគ្រូ ចាន់\n\n" E2 "\n\n" E3 "\n"); /* names */
    assert_one("# វាក្យសព្ទ / Glossary\n\n| Term | ពាក្យ |\n|---|---|\n| mentor | គ្រូប្រឹក្សា |\n| school visit | "
               "ទស្សនកិច្ច |\n| session | វគ្គ |\n");
    assert_one("# ការប្រឹក្សា / Mentoring\n\n## គោលដៅ / Goals\n\n" K1 "\n\n" K2 "\n\n## សំណួរ / Questions\n\n" K3
               "\n"); /* headings alone */
    assert_one("# ការប្រឹក្សា\n\n" K1 " " E1 "\n\n" K2 "\n\n" K3 "\n\n" K1 "\n");
    assert_one("# Languages at school\n\n## English\n\n" E1 "\n\n## Khmer\n\n" E2
               "\n"); /* what it is about */
    assert_one("# សេចក្តីសង្ខេប\n\n" K1 "\n\n" K2 "\n\n" K3 "\n\n" K1 "\n\n" K2 "\n\n## Abstract\n\n" E1
               "\n"); /* an abstract */
    assert_one(K1 "\n");
    assert_one("");
}

static void labels_are_known(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const struct {
        const char *text;
        enum lang lang;
    } LABELS[] = {{"English", LANG_EN},
                  {"ENGLISH VERSION:", LANG_EN},
                  {"ភាសាខ្មែរ", LANG_KM},
                  {"ខ្មែរ / Khmer", LANG_KM},
                  {"(Khmer)", LANG_KM},
                  {"— English —", LANG_EN},
                  {"English teachers", LANG_NONE},
                  {"English / Khmer", LANG_NONE},
                  {"ភាសា​អង់គ្លេស", LANG_EN},
                  {"", LANG_NONE}};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        struct span span = {.kind = SPAN_TEXT, .lang = LANG_NONE, .text = str_of(LABELS[i].text)};
        struct block b = {.kind = BLOCK_HEADING, .level = 1, .spans = {&span, 1}};
        assert_int_equal(bilingual_text_label(a, &b), LABELS[i].lang);
    }
    arena_free(a);
}

static void what_both_languages_write_alike_is_of_neither(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const struct {
        const char *text;
        enum lang lang;
    } TEXTS[] = {
        {"STEM, MoEYS", LANG_NONE}, {"GeoGebra", LANG_NONE}, {"https://example.org/mentoring", LANG_NONE},
        {"2022–2023", LANG_NONE},   {"teachers", LANG_EN},   {"គ្រូ STEM", LANG_KM},
        {"OPENING", LANG_EN},       {"é", LANG_NONE}};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct span span = {.kind = SPAN_TEXT, .lang = LANG_NONE, .text = str_of(TEXTS[i].text)};
        struct block b = {.kind = BLOCK_PARA, .spans = {&span, 1}};
        assert_int_equal(bilingual_text_read(a, &b).lang, TEXTS[i].lang);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_in_turn),
        cmocka_unit_test(sections_in_turn_with_lists_and_quotes),
        cmocka_unit_test(items_in_turn),
        cmocka_unit_test(lines_that_hold_both),
        cmocka_unit_test(two_halves),
        cmocka_unit_test(a_table_with_a_language_a_column),
        cmocka_unit_test(cells_that_hold_both),
        cmocka_unit_test(front_matter_serves_both),
        cmocka_unit_test(places_and_footnotes_stay),
        cmocka_unit_test(a_note_in_one_language_stays_one),
        cmocka_unit_test(other_numbers_are_no_translation),
        cmocka_unit_test(labels_are_known),
        cmocka_unit_test(what_both_languages_write_alike_is_of_neither),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
