#include "layout_help.h"

/* -- tests -- */

static void pairs_are_level_and_follow_the_longer(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    struct node *a = pair(&r, r.tree.root, ROLE_P, KM_LONG, EN_LONG),
                *b = pair(&r, r.tree.root, ROLE_P, KM_LONG, EN_LONG);
    struct pages *p = rig_pages(&r);
    const struct item *km = first_of(p, a->first->first, NULL), *en = first_of(p, a->last->first, NULL);
    assert_int_equal(km->y, en->y);
    assert_true(en->x > km->x + 200000);
    const struct item *km2 = first_of(p, b->first->first, NULL), *en2 = first_of(p, b->last->first, NULL);
    assert_int_equal(km2->y, en2->y);
    for (size_t k = 0; k < p->list.at[0].items.n; k++) {
        const struct item *it = &p->list.at[0].items.at[k];
        if (is_text(it) && it->node->parent->parent == a) assert_true(it->y < km2->y);
    }
    all_text_is_there(&r, p, r.tree.root);
    rig_close(&r);
}

/* The last line of a page's text, by its role. */
static const struct node *last_on(const struct page *page)
{
    const struct item *last = NULL;
    for (size_t k = 0; k < page->items.n; k++) {
        const struct item *it = &page->items.at[k];
        if (is_text(it) && (!last || it->y >= last->y)) last = it;
    }
    return last ? last->node : NULL;
}

static size_t lines_on(const struct page *page, const struct node *n)
{
    size_t lines = 0;
    int32_t y = -1;
    for (size_t k = 0; k < page->items.n; k++) {
        const struct item *it = &page->items.at[k];
        if (!is_text(it) || it->node != n || it->y == y) continue;
        y = it->y;
        lines++;
    }
    return lines;
}

static void no_heading_ends_a_page_and_no_line_stands_alone(void **state)
{
    (void)state;
    for (int filler = 0; filler < 24; filler++) {
        struct rig r;
        rig_open(&r);
        r.tree.both = filler % 2;
        for (int i = 0; i < filler; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
        struct node *longs[12];
        for (int i = 0; i < 12; i += 2) {
            if (r.tree.both)
                pair(&r, r.tree.root, ROLE_H2, "ចំណុចសំខាន់ៗ", "Key points");
            else
                put(&r, r.tree.root, ROLE_H2, LANG_EN, "Key points");
            struct node *n = pair(&r, r.tree.root, ROLE_P, KM_LONG KM_LONG, EN_LONG);
            longs[i] = n->first->first;
            longs[i + 1] = n->last->first;
        }
        struct pages *p = rig_pages(&r);
        for (size_t i = 0; i + 1 < p->list.n; i++)
            assert_int_not_equal(last_on(&p->list.at[i])->role, ROLE_H2);
        for (size_t i = 0; i < p->list.n; i++)
            for (int k = 0; k < 12; k++) assert_int_not_equal(lines_on(&p->list.at[i], longs[k]), 1);
        all_text_is_there(&r, p, r.tree.root);
        nothing_leaves_the_page(p);
        rig_close(&r);
    }
}

static struct node *table(struct rig *r, int rows, int columns, const char *text)
{
    struct node *t = put(r, r->tree.root, ROLE_TABLE, LANG_NONE, NULL);
    for (int i = 0; i < rows; i++) {
        struct node *row = put(r, t, ROLE_ROW, LANG_NONE, NULL);
        row->head = i == 0;
        for (int k = 0; k < columns; k++) put(r, row, ROLE_CELL, LANG_EN, i ? text : "Head");
    }
    return t;
}

static void a_table_shows_its_head_on_each_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = table(&r, 90, 3, "Some words in a cell");
    struct pages *p = rig_pages(&r);
    assert_true(p->list.n >= 2);
    for (size_t i = 0; i < p->list.n; i++) {
        size_t heads = 0;
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (it->kind != ITEM_TEXT || !it->node || it->node->parent != t->first) continue;
            assert_int_equal(it->artifact, i ? ARTIFACT_LAYOUT : ARTIFACT_NONE);
            heads++;
        }
        assert_int_equal(heads, 3);
    }
    all_text_is_there(&r, p, r.tree.root);
    rig_close(&r);
}

static void a_first_row_taller_than_a_page_has_its_head_again(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct buf b = BUF(r.keep);
    for (int i = 0; i < 60; i++) buf_put(&b, EN_LONG " ");
    buf_byte(&b, 0);
    struct node *t = table(&r, 2, 2, b.s);
    struct pages *p = rig_pages(&r);
    assert_true(p->list.n >= 2);
    for (size_t i = 0; i < p->list.n; i++) {
        size_t heads = 0;
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            heads += it->kind == ITEM_TEXT && it->node && it->node->parent == t->first;
        }
        assert_int_equal(heads, 2);
    }
    all_text_is_there(&r, p, r.tree.root);
    rig_close(&r);
}

static void tables_of_any_shape_stay_on_the_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    table(&r, 3, 9, "Unbreakablewordsofgreatlength and others");
    table(&r, 2, 120, "many");
    struct buf tall = BUF(r.keep);
    for (int i = 0; i < 60; i++) buf_put(&tall, EN_LONG " ");
    buf_byte(&tall, 0);
    table(&r, 3, 2, tall.s);
    struct pages *p = rig_pages(&r);
    all_text_is_there(&r, p, r.tree.root);
    nothing_leaves_the_page(p);
    assert_int_equal(diag_count(r.job.diags, SEVERITY_ERROR), 0);
    rig_close(&r);
}

static void deep_nesting_keeps_the_text(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *at = r.tree.root;
    for (int i = 0; i < 400; i++) {
        struct node *list = put(&r, at, ROLE_LIST, LANG_EN, NULL);
        at = put(&r, list, ROLE_ITEM, LANG_EN, NULL);
        at->label = STR("•");
        put(&r, at, ROLE_P, LANG_EN, "Nested words");
    }
    struct pages *p = rig_pages(&r);
    all_text_is_there(&r, p, r.tree.root);
    nothing_leaves_the_page(p);
    rig_close(&r);
}

static void contents_tell_the_pages(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    struct node *toc = put(&r, put(&r, r.tree.root, ROLE_SECT, LANG_KM, NULL), ROLE_TOC, LANG_KM, NULL);
    for (int i = 0; i < 12; i++) {
        struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_KM, NULL);
        sect->breaks = true;
        sect->anchor = str_fmt(r.keep, "s%d", i);
        put(&r, sect, ROLE_H1, LANG_KM, "វគ្គ");
        struct node *item = put(&r, toc, ROLE_TOC_ITEM, LANG_KM, "វគ្គ");
        item->target = sect;
        item->count = 1;
    }
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 13);
    assert_int_equal(p->bookmarks.n, 12);
    assert_int_equal(p->destinations.n, 12);
    size_t seen = 0;
    for (size_t k = 0; k < p->list.at[0].items.n; k++) {
        const struct item *it = &p->list.at[0].items.at[k];
        if (it->part != PART_PAGE_NUMBER) continue;
        struct str number = text_of(&r, it);
        assert_true(str_eq(number, p->list.at[++seen].label));
    }
    assert_int_equal(seen, 12);
    assert_true(str_is(p->list.at[11].label, "១២"));
    rig_close(&r);
}

/* Sections enough for four digits: each number whole, in its language's digits, left of the margin. */
static void contents_numbers_are_whole(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = r.tree.both = true;
    struct node *toc = put(&r, put(&r, r.tree.root, ROLE_SECT, LANG_KM, NULL), ROLE_TOC, LANG_KM, NULL);
    for (int i = 0; i < 1010; i++) {
        struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_KM, NULL);
        sect->breaks = true;
        put(&r, sect, ROLE_H1, LANG_KM, "វគ្គ");
        if (i % 100 != 99 && i < 1000) continue;
        struct node *item = put(&r, toc, ROLE_TOC_ITEM, LANG_NONE, NULL);
        node_text(r.keep, item, STR("វគ្គ"), LANG_KM, NOWHERE);
        node_text(r.keep, item, STR(""), LANG_NONE, NOWHERE)->kind = SPAN_BREAK;
        node_text(r.keep, item, STR("Section"), LANG_EN, NOWHERE);
        item->target = sect;
        item->count = 1;
    }
    const struct page *page = &rig_pages(&r)->list.at[0];
    size_t n = 0;
    for (size_t k = 0; k < page->items.n; k++) {
        const struct item *it = &page->items.at[k];
        if (it->part != PART_PAGE_NUMBER) continue;
        assert_true(it->x + it->width <= 595276 - 68031 + 1);
        if (n == 0) assert_true(str_is(text_of(&r, it), "១០១"));
        if (n == 1) assert_true(str_is(text_of(&r, it), "101"));
        if (n == 38) assert_true(str_is(text_of(&r, it), "១០១១"));
        if (n == 39) assert_true(str_is(text_of(&r, it), "1011"));
        n++;
    }
    assert_int_equal(n, 40);
    rig_close(&r);
}

static void type_shrinks_until_it_fits(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    for (int i = 0; i < 9; i++) pair(&r, r.tree.root, ROLE_P, KM_LONG, EN_LONG);
    size_t plain = rig_pages(&r)->list.n;
    r.print.fit_pages = 1;
    assert_int_equal(plain, 2);
    assert_int_equal(rig_pages(&r)->list.n, 2);
    r.print.shrink = true;
    assert_int_equal(rig_pages(&r)->list.n, 1);
    rig_close(&r);
}

static void a_cover_has_its_foot_at_the_foot(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.mark.t[LANG_EN] = STR("SAMPLE");
    struct node *cover = put(&r, r.tree.root, ROLE_COVER, LANG_NONE, NULL);
    put(&r, cover, ROLE_COVER_TITLE, LANG_EN, "Title");
    struct node *line =
        put(&r, put(&r, cover, ROLE_COVER_FOOT, LANG_NONE, NULL), ROLE_COVER_LINE, LANG_EN, "Foot");
    put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 2);
    const struct item *it = first_of(p, line, NULL);
    assert_in_range(it->y, 841890 - 73701 - 20000, 841890 - 73701);
    for (size_t i = 0; i < 2; i++) {
        bool marked = false;
        for (size_t k = 0; k < p->list.at[i].items.n; k++)
            marked = marked || (p->list.at[i].items.at[k].artifact == ARTIFACT_FOOTER &&
                                p->list.at[i].items.at[k].kind == ITEM_TEXT);
        assert_int_equal(marked, i > 0); /* the cover says it itself */
    }
    rig_close(&r);
}

static struct ink ink_of(struct rig *r, const struct item *it)
{
    struct cluster *c = ARENA_MANY(r->keep, struct cluster, it->nclusters);
    for (size_t i = 0; i < it->nclusters; i++)
        c[i] = (struct cluster){
            .glyphs = it->clusters[i].glyphs, .size = it->clusters[i].size, .rise = it->rise};
    return shape_ink(r->shaper, c, it->nclusters);
}

/* Any two pieces of text, one over the other: there is white between them. */
static void no_ink_touches(struct rig *r, const struct pages *p)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t a = 0; a < p->list.at[i].items.n; a++)
            for (size_t b = 0; b < p->list.at[i].items.n; b++) {
                const struct item *over = &p->list.at[i].items.at[a], *under = &p->list.at[i].items.at[b];
                if (!is_text(over) || !is_text(under) || over->y >= under->y) continue;
                if (over->x >= under->x + under->width || under->x >= over->x + over->width) continue;
                int32_t white = under->y - ink_of(r, under).above - over->y - ink_of(r, over).below;
                if (white <= 0)
                    fail_msg("%s over %s: %d", role_name(over->node->role), role_name(under->node->role),
                             white);
            }
}

#define STACKED "ញ្ញុំក្រ្តៅស្ត្រូវឆ្ន៉ាំខ្ញុំញ្ញ៉ាំញ្ឆូល្ហុំ "

static void no_line_touches_the_next(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    const enum role roles[] = {ROLE_TITLE, ROLE_H1,    ROLE_H2, ROLE_H3,    ROLE_H4,    ROLE_P,
                               ROLE_LEAD,  ROLE_SMALL, ROLE_P,  ROLE_FAULT, ROLE_SIGNER};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        pair(&r, r.tree.root, roles[i], STACKED STACKED STACKED STACKED STACKED, EN_LONG);
    table(&r, 4, 2, STACKED STACKED STACKED STACKED);
    struct node *list = put(&r, r.tree.root, ROLE_LIST, LANG_KM, NULL);
    for (int i = 0; i < 4; i++)
        put(&r, put(&r, list, ROLE_ITEM, LANG_KM, NULL), ROLE_P, LANG_KM, STACKED STACKED);
    no_ink_touches(&r, rig_pages(&r));
    rig_close(&r);
}

static void nothing_gives_one_empty_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 1);
    struct buf b = BUF(r.keep);
    page_dump(&b, p);
    assert_string_equal(buf_str(&b).s, "page 1 595.276 841.890 \"១\"\n");
    rig_close(&r);
}

static void the_dump_tells_places(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    put(&r, r.tree.root, ROLE_H2, LANG_EN, "Key points");
    struct buf a = BUF(r.keep), b = BUF(r.keep);
    page_dump(&a, rig_pages(&r));
    page_dump(&b, rig_pages(&r));
    assert_true(str_eq(buf_str(&a), buf_str(&b)));
    assert_true(str_find(buf_str(&a), STR("  text h2 62.362 "), 0) != SIZE_MAX);
    assert_true(str_find(buf_str(&a), STR("\"Key points\""), 0) != SIZE_MAX);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_level_and_follow_the_longer),
        cmocka_unit_test(no_heading_ends_a_page_and_no_line_stands_alone),
        cmocka_unit_test(a_table_shows_its_head_on_each_page),
        cmocka_unit_test(tables_of_any_shape_stay_on_the_page),
        cmocka_unit_test(deep_nesting_keeps_the_text),
        cmocka_unit_test(contents_tell_the_pages),
        cmocka_unit_test(contents_numbers_are_whole),
        cmocka_unit_test(a_first_row_taller_than_a_page_has_its_head_again),
        cmocka_unit_test(type_shrinks_until_it_fits),
        cmocka_unit_test(a_cover_has_its_foot_at_the_foot),
        cmocka_unit_test(no_line_touches_the_next),
        cmocka_unit_test(nothing_gives_one_empty_page),
        cmocka_unit_test(the_dump_tells_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
