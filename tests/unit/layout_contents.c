/* layout: a contents' entries, their dots and numbers; what a page's foot does not leave behind. */
#include "layout_help.h"

#include "layout/style.h"

static void spans_of(struct rig *r, struct node *item, const char *km, const char *en)
{
    node_text(r->keep, item, str_of(km), LANG_KM, NOWHERE);
    if (!en) return;
    struct span *more = ARENA_MANY(r->keep, struct span, 3);
    struct node *other = put(r, NULL, ROLE_P, LANG_EN, en);
    more[0] = item->spans.at[0];
    more[1] = (struct span){.kind = SPAN_BREAK};
    more[2] = other->spans.at[0];
    for (int i = 0; i < 3; i += 2) more[i].lang = i ? LANG_EN : LANG_KM;
    item->spans = (struct spans){more, 3};
}

static struct node *entry(struct rig *r, struct node *toc, int level, const char *km, const char *en)
{
    struct node *item = put(r, toc, ROLE_TOC_ITEM, LANG_NONE, NULL);
    spans_of(r, item, km, en);
    item->count = level;
    return item;
}

/* What an entry leads to. */
static void lead_to(struct rig *r, struct node *toc)
{
    struct node *sect = put(r, r->tree.root, ROLE_SECT, LANG_NONE, NULL);
    put(r, sect, ROLE_P, LANG_EN, "Text.");
    for (struct node *n = toc->first; n; n = n->next) n->target = sect;
}

/* An entry's numbers, in the order of their languages. Returns how many. */
static size_t numbers_of(const struct pages *p, const struct node *item, const struct item *at[2])
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (it->node == item && it->part == PART_PAGE_NUMBER && n < 2) at[n++] = it;
    }
    return n;
}

/* Of one language: its last words, and on how many lines they are. */
static const struct item *last_words(const struct pages *p, const struct node *item, enum lang lang,
                                     size_t *lines)
{
    const struct item *last = NULL;
    *lines = 0;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (it->node != item || it->kind != ITEM_TEXT || it->part != PART_SELF || it->lang != lang) continue;
        *lines += !last || it->y > last->y;
        last = it;
    }
    return last;
}

/* Numbers stand by words, never on a line of dots; those of a pair are level where both languages' words can
 * take as many lines, the last of which is more than one word. */
static void numbers_stand_by_the_last_words(void **state)
{
    (void)state;
    static const struct {
        const char *title[2];
        bool level;
    } ENTRIES[] = {
        {{"គោលដៅ", "Goals"}, true},
        {{"គោលដៅ", "What mentors learn from watching the lessons of teachers in lower secondary school"},
         false},
        {{KM_LONG, "Goals"}, false},
        {{"ស្ថាប័ន និងអង្គការដែលបានចូលរួមក្នុងវេទិកានេះទាំងអស់", "Participating organizations"}, false},
        {{"ការបង្រៀនវិទ្យាសាស្ត្រ ពេលគ្មានបន្ទប់ពិសោធន៍ នៅសាលារៀន", "Science without a laboratory"}, true},
        {{"គោលដៅនៃវេទិកា និងកម្មវិធី", "What mentors learn from watching other people's lessons"}, true},
        {{"ការប្រឹក្សាគរុកោសល្យជាទម្លាប់របស់សាលារៀន៖ ទស្សនៈពីប្រទេសថៃ",
          "Mentoring as a school habit: a view from Thailand, and one more"},
         true}};
    enum { N = sizeof ENTRIES / sizeof *ENTRIES };
    struct rig r;
    rig_open(&r);
    r.tree.both = r.tree.toc = true;
    struct node *toc = put(&r, r.tree.root, ROLE_TOC, LANG_NONE, NULL);
    for (size_t i = 0; i < N; i++) entry(&r, toc, 2, ENTRIES[i].title[0], ENTRIES[i].title[1]);
    lead_to(&r, toc);
    struct pages *p = rig_pages(&r);
    size_t i = 0;
    for (const struct node *n = toc->first; n; n = n->next, i++) {
        const struct item *at[2];
        assert_int_equal(numbers_of(p, n, at), 2);
        for (int l = 0; l < 2; l++) {
            size_t lines;
            const struct item *words = last_words(p, n, l ? LANG_EN : LANG_KM, &lines);
            assert_true(at[l]->y - words->y < 4000 && words->y - at[l]->y < 4000);
            bool several = memchr(text_of(&r, words).s, ' ', text_of(&r, words).n) != NULL;
            assert_true(l == 0 || lines == 1 || several);
        }
        if (ENTRIES[i].level) assert_int_equal(at[0]->y, at[1]->y);
    }
    nothing_leaves_the_page(p);
    rig_close(&r);
}

/* Of one language: where its words begin on each of its lines. Returns on how many they are. */
static size_t starts_of(const struct pages *p, const struct node *item, enum lang lang, int32_t at[8])
{
    size_t n = 0;
    int32_t y = -1;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (it->node != item || it->kind != ITEM_TEXT || it->part != PART_SELF || it->lang != lang) continue;
        if (it->y != y && n < 8) at[n++] = it->x;
        y = it->y;
    }
    return n;
}

/* A line that a numbered title turns over to begins under its words, not under its number, whether that is in
 * a span of its own or not; under a title without one, at its edge. */
static void turned_lines_hang_under_the_words(void **state)
{
    (void)state;
    static const struct {
        const char *number, *title;
        bool hangs;
    } ENTRIES[] = {{"1.2 ", EN_LONG EN_LONG, true},       {"", "1.2 " EN_LONG EN_LONG, true},
                   {"១២.៣\u00a0", EN_LONG EN_LONG, true}, {"", EN_LONG EN_LONG, false},
                   {"2023: ", EN_LONG EN_LONG, false},    {"", "..5 " EN_LONG EN_LONG, false}};
    enum { N = sizeof ENTRIES / sizeof *ENTRIES };
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    struct node *toc = put(&r, r.tree.root, ROLE_TOC, LANG_EN, NULL);
    for (size_t i = 0; i < N; i++) {
        struct node *n = put(&r, toc, ROLE_TOC_ITEM, LANG_EN, NULL);
        if (*ENTRIES[i].number) node_text(r.keep, n, str_of(ENTRIES[i].number), LANG_EN, NOWHERE);
        node_text(r.keep, n, str_of(ENTRIES[i].title), LANG_EN, NOWHERE);
        n->count = 2;
    }
    lead_to(&r, toc);
    struct pages *p = rig_pages(&r);
    size_t i = 0;
    for (const struct node *n = toc->first; n; n = n->next, i++) {
        int32_t at[8];
        size_t lines = starts_of(p, n, LANG_EN, at);
        assert_true(lines > 1);
        for (size_t k = 1; k < lines; k++) {
            assert_true(ENTRIES[i].hangs ? at[k] > at[0] + 8000 : at[k] == at[0]);
            assert_int_equal(at[k], at[1]);
        }
    }
    nothing_leaves_the_page(p);
    rig_close(&r);
}

/* Up to the number, whatever digits it has; fewer than three are none. */
static void dots_lead_to_the_number(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    char title[128] = "";
    struct node *toc = put(&r, r.tree.root, ROLE_TOC, LANG_NONE, NULL);
    for (int i = 0; i < 60; i++) {
        strcat(title, "a");
        entry(&r, toc, 2, str_fmt(r.keep, "%s", title).s, NULL);
    }
    lead_to(&r, toc);
    struct pages *p = rig_pages(&r);
    size_t led = 0;
    for (const struct node *n = toc->first; n; n = n->next) {
        const struct item *number[2], *last = NULL;
        size_t dots = 0;
        if (!numbers_of(p, n, number)) continue;
        for (size_t i = 0; i < p->list.at[0].items.n; i++) {
            const struct item *it = &p->list.at[0].items.at[i];
            if (it->node == n && it->kind == ITEM_RECT) last = it, dots++;
        }
        assert_true(dots == 0 || dots >= 3);
        if (last) assert_in_range(number[0]->x - last->x - last->width, 4000, 8500);
        led += dots > 0;
    }
    assert_true(led > 10);
    rig_close(&r);
}

/* A heading, its lead and what is said of the counts under it, then parts that are each kept whole: they are
 * on the page of the first part while less than 38 per cent of the page before is white for it. */
static void a_lead_stays_with_the_first_part(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++) {
        size_t together = 0, apart = 0;
        for (int filler = 10; filler < 50; filler += 2) {
            struct rig r;
            size_t page = SIZE_MAX, next = SIZE_MAX;
            rig_open(&r);
            r.tree.both = both;
            r.tree.toc = true;
            struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
            for (int i = 0; i < filler; i++) put(&r, sect, ROLE_SMALL, LANG_EN, "Filler.");
            struct node *form = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL),
                        *heading = put(&r, form, ROLE_H2, LANG_EN, "Evaluation");
            if (both) {
                pair(&r, form, ROLE_LEAD, "បានទទួលទម្រង់", "Forms received.");
                pair(&r, form, ROLE_DETAIL, "តាមភាសា", "By language.");
            } else {
                put(&r, form, ROLE_LEAD, LANG_EN, "Forms received.");
                put(&r, form, ROLE_DETAIL, LANG_EN, "By language.");
            }
            struct node *keep = put(&r, form, ROLE_KEEP, LANG_NONE, NULL), *last = NULL;
            put(&r, keep, ROLE_H3, LANG_EN, "Themes");
            for (int i = 0; i < 8; i++) last = put(&r, keep, ROLE_SMALL, LANG_EN, "Bar.");
            for (int i = 0; i < 60; i++) put(&r, form, ROLE_SMALL, LANG_EN, "Filler.");
            struct pages *p = rig_pages(&r);
            assert_non_null(first_of(p, heading, &page));
            assert_non_null(first_of(p, last, &next));
            together += page == next && page == 1;
            apart += page != next;
            rig_close(&r);
        }
        assert_true(together > 1);
        assert_int_equal(apart, 0);
    }
}

/* A chapter's small words, be they several blocks, stay with the table that they stand over, and so does its
 * heading. */
static void small_words_stay_with_their_table(void **state)
{
    (void)state;
    for (int filler = 10; filler < 56; filler++) {
        struct rig r;
        size_t at[3];
        rig_open(&r);
        r.tree.toc = true;
        struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
        for (int i = 0; i < filler; i++) put(&r, sect, ROLE_SMALL, LANG_EN, "Filler.");
        struct node *annex = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL),
                    *heading = put(&r, annex, ROLE_H1, LANG_EN, "Annex");
        put(&r, annex, ROLE_LEAD, LANG_EN, "Forty people.");
        struct node *small = put(&r, annex, ROLE_SMALL, LANG_EN, "Of one the sex is not told.");
        put(&r, annex, ROLE_SMALL, LANG_EN, "By organization:");
        struct node *table = put(&r, annex, ROLE_TABLE, LANG_NONE, NULL), *cell = NULL;
        for (int i = 0; i < 8; i++) {
            struct node *row = put(&r, table, ROLE_ROW, LANG_NONE, NULL), *one;
            one = put(&r, row, ROLE_CELL, LANG_EN, "A body");
            put(&r, row, ROLE_CELL, LANG_EN, "5");
            if (!cell) cell = one;
        }
        table->ncolumns = 2;
        table->columns = ARENA_MANY(r.keep, struct column, 2);
        struct pages *p = rig_pages(&r);
        assert_non_null(first_of(p, heading, &at[0]));
        assert_non_null(first_of(p, small, &at[1]));
        assert_non_null(first_of(p, cell, &at[2]));
        assert_int_equal(at[0], at[2]);
        assert_int_equal(at[1], at[2]);
        rig_close(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stand_by_the_last_words),
        cmocka_unit_test(turned_lines_hang_under_the_words),
        cmocka_unit_test(dots_lead_to_the_number),
        cmocka_unit_test(small_words_stay_with_their_table),
        cmocka_unit_test(a_lead_stays_with_the_first_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
