/* layout: tables wider than the text, on pages that lie on their long side. */
#include "layout_help.h"

enum { COLUMNS = 12, ROWS = 4 };

static void open(struct rig *r)
{
    rig_open(r);
    r->tree.lang = LANG_EN;
    r->tree.turned_word.t[LANG_EN] = STR("It is on page {n}");
}

static struct node *paragraph(struct rig *r)
{
    return put(r, r->tree.root, ROLE_P, LANG_EN, EN_LONG);
}

static struct node *table(struct rig *r, struct node *parent, size_t columns, size_t rows)
{
    struct node *t = put(r, parent, ROLE_TABLE, LANG_NONE, NULL);
    t->ncolumns = columns;
    t->columns = ARENA_MANY(r->keep, struct column, columns);
    for (size_t i = 0; i < rows; i++) {
        struct node *row = put(r, t, ROLE_ROW, LANG_NONE, NULL);
        row->head = i == 0;
        for (size_t k = 0; k < columns; k++) put(r, row, ROLE_CELL, LANG_EN, i ? "12" : "Organization");
    }
    return t;
}

static size_t page_of(const struct pages *p, const struct node *n)
{
    size_t page = SIZE_MAX;
    assert_non_null(first_of(p, n, &page));
    return page;
}

static void assert_all_within(struct rig *r, const struct pages *p, const struct node *t)
{
    for (const struct node *row = t->first; row; row = row->next)
        for (const struct node *c = row->first; c; c = c->next) {
            const struct page *page = &p->list.at[page_of(p, c)];
            const struct item *it = first_of(p, c, NULL);
            assert_true(it->x >= r->print.sheet.inside);
            assert_true(it->x + it->width <= page->width - r->print.sheet.outside + 5);
            all_text_is_there(r, p, c);
        }
}

static bool says(struct rig *r, const struct page *page, const char *words)
{
    for (size_t i = 0; i < page->items.n; i++)
        if (page->items.at[i].kind == ITEM_TEXT && str_is(text_of(r, &page->items.at[i]), words)) return true;
    return false;
}

/* The text goes on over it, and tells where it is; the page is as high as the others are wide. */
static void a_wide_table_has_a_page_of_its_own(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    const struct node *before = paragraph(&r), *t = table(&r, r.tree.root, COLUMNS, ROWS),
                      *after = paragraph(&r);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 2);
    assert_int_equal(page_of(p, before), 0);
    assert_int_equal(page_of(p, after), 0);
    assert_int_equal(page_of(p, t->first->first), 1);
    assert_int_equal(p->list.at[1].width, r.print.sheet.height);
    assert_int_equal(p->list.at[1].height, r.print.sheet.width);
    assert_int_equal(p->list.at[0].width, r.print.sheet.width);
    assert_true(says(&r, &p->list.at[0], "It is on page 2"));
    assert_all_within(&r, p, t);
    assert_int_equal(r.job.diags->list.at[0].code, DIAG_TABLE_TURNED);
    rig_close(&r);
}

static void what_fits_stays(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    const struct node *t = table(&r, r.tree.root, 5, ROWS);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 1);
    assert_int_equal(p->list.at[0].width, r.print.sheet.width);
    assert_all_within(&r, p, t);
    assert_int_equal(r.job.diags->list.n, 0);
    rig_close(&r);
}

/* Its head comes again, and what begins anew comes after all of it. */
static void a_long_one_goes_on_before_the_next_part(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    const struct node *t = table(&r, r.tree.root, COLUMNS, 60);
    struct node *part = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
    part->breaks = part->flows = true;
    const struct node *after = put(&r, part, ROLE_P, LANG_EN, EN_LONG);
    struct pages *p = rig_pages(&r);
    assert_true(p->list.n > 4);
    for (size_t i = 1; i + 1 < p->list.n; i++) assert_true(p->list.at[i].width > p->list.at[i].height);
    assert_int_equal(page_of(p, after), p->list.n - 1);
    assert_true(p->list.at[p->list.n - 1].width < p->list.at[p->list.n - 1].height);
    size_t again = 0;
    for (size_t i = 0; i < p->list.at[2].items.n; i++)
        again +=
            p->list.at[2].items.at[i].kind == ITEM_TEXT && p->list.at[2].items.at[i].node->parent == t->first;
    assert_true(again >= COLUMNS);
    assert_all_within(&r, p, t);
    rig_close(&r);
}

/* Two short ones share a page. */
static void two_share_a_page(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    const struct node *one = table(&r, r.tree.root, COLUMNS, 3);
    paragraph(&r);
    const struct node *two = table(&r, r.tree.root, COLUMNS, 3);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 2);
    assert_int_equal(page_of(p, one->first->first), 1);
    assert_int_equal(page_of(p, two->first->first), 1);
    rig_close(&r);
}

/* A bookmark, a destination: where it stands, not where its place was left. */
static void others_find_it(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    paragraph(&r);
    struct node *t = table(&r, r.tree.root, COLUMNS, ROWS);
    t->anchor = STR("plan");
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->destinations.n, 1);
    assert_int_equal(p->destinations.at[0].page, 1);
    rig_close(&r);
}

/* Where the page may not turn it is set as well as can be, and told; a handout of given pages never turns. */
static void not_everywhere(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    struct node *quote = put(&r, r.tree.root, ROLE_QUOTE, LANG_NONE, NULL);
    const struct node *t = table(&r, quote, COLUMNS, ROWS);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.at[page_of(p, t->first->first)].width, r.print.sheet.width);
    assert_int_equal(r.job.diags->list.at[0].code, DIAG_TABLE_WIDE);
    rig_close(&r);
    open(&r);
    r.print.fit_pages = 1;
    table(&r, r.tree.root, COLUMNS, ROWS);
    assert_int_equal(rig_pages(&r)->list.n, 1);
    rig_close(&r);
}

/* Wider than any page: told, and nothing lost. */
static void wider_than_any_page(void **state)
{
    (void)state;
    struct rig r;
    open(&r);
    const struct node *t = table(&r, r.tree.root, 60, ROWS);
    struct pages *p = rig_pages(&r);
    bool told = false;
    for (size_t i = 0; i < r.job.diags->list.n; i++) told |= r.job.diags->list.at[i].code == DIAG_TABLE_WIDE;
    assert_true(told);
    assert_all_within(&r, p, t);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wide_table_has_a_page_of_its_own),
        cmocka_unit_test(what_fits_stays),
        cmocka_unit_test(a_long_one_goes_on_before_the_next_part),
        cmocka_unit_test(two_share_a_page),
        cmocka_unit_test(others_find_it),
        cmocka_unit_test(not_everywhere),
        cmocka_unit_test(wider_than_any_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
