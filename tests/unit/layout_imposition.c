/* layout: pages two to a sheet. */
#include "layout_help.h"

#include "layout/imposition.h"

enum { HALF = 420945 };

static struct pages *laid_on(struct rig *r, int chapters)
{
    r->print.up = 2;
    r->print.sheet = (struct sheet){HALF, 595276, 34016, 34016, 62362, 65197, false, 0};
    for (int i = 0; i < chapters; i++) {
        struct node *sect = put(r, r->tree.root, ROLE_SECT, LANG_EN, NULL);
        sect->breaks = i > 0;
        struct node *h = put(r, sect, ROLE_H1, LANG_EN, "A chapter");
        h->anchor = str_fmt(r->keep, "c%d", i);
        put(r, sect, ROLE_P, LANG_EN, EN_LONG);
    }
    return rig_pages(r);
}

static struct pages *laid(struct rig *r, int chapters)
{
    rig_open(r);
    return laid_on(r, chapters);
}

static size_t count(const struct page *p, enum item_kind kind, bool right, bool artifacts)
{
    size_t n = 0;
    for (size_t i = 0; i < p->items.n; i++) {
        const struct item *it = &p->items.at[i];
        n += it->kind == kind && (it->x >= HALF) == right && (it->artifact != ARTIFACT_NONE) == artifacts;
    }
    return n;
}

static void three_pages_are_two_sheets(void **state)
{
    (void)state;
    struct rig r;
    struct pages *p = laid(&r, 3);
    assert_int_equal(p->list.n, 2);
    assert_int_equal(p->list.at[0].width, 2 * HALF);
    assert_true(count(&p->list.at[0], ITEM_TEXT, false, false) > 0);
    assert_int_equal(count(&p->list.at[0], ITEM_TEXT, false, false),
                     count(&p->list.at[0], ITEM_TEXT, true, false));
    assert_int_equal(count(&p->list.at[1], ITEM_TEXT, true, false), 0);
    assert_int_equal(p->destinations.n, 3);
    assert_int_equal(p->destinations.at[1].page, 0);
    assert_true(p->destinations.at[1].x >= HALF);
    assert_int_equal(p->destinations.at[2].page, 1);
    assert_true(p->destinations.at[2].x < HALF);
    for (size_t i = 0; i < p->bookmarks.n; i++) assert_true(p->bookmarks.at[i].page < 2);
    rig_close(&r);
}

static void a_booklet_folds(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.print.booklet = true;
    struct pages *p = laid_on(&r, 5);
    static const size_t SHEET[] = {0, 1, 2, 3, 3};
    static const bool RIGHT[] = {true, false, true, false, true};
    assert_int_equal(p->list.n, 4); /* sides of two leaves */
    assert_int_equal(p->sides, 5);
    assert_int_equal(p->duplex, DUPLEX_SHORT_EDGE);
    assert_int_equal(p->destinations.n, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(p->destinations.at[i].page, SHEET[i]);
        assert_int_equal(p->destinations.at[i].x >= HALF, RIGHT[i]);
    }
    for (size_t i = 0; i < p->bookmarks.n; i++) assert_int_equal(p->bookmarks.at[i].page, SHEET[i]);
    assert_int_equal(count(&p->list.at[0], ITEM_TEXT, false, false), 0);
    rig_close(&r);
}

static void two_pages_of_a_booklet_stay_on_one_side(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.print.booklet = true;
    struct pages *p = laid_on(&r, 2);
    assert_int_equal(p->list.n, 1);
    assert_int_equal(p->duplex, DUPLEX_ANY);
    rig_close(&r);
}

static void a_lone_page_stands_twice(void **state)
{
    (void)state;
    struct rig r;
    struct pages *p = laid(&r, 1);
    assert_int_equal(p->list.n, 1);
    assert_int_equal(count(&p->list.at[0], ITEM_TEXT, true, false), 0);
    assert_true(count(&p->list.at[0], ITEM_TEXT, true, true) >=
                count(&p->list.at[0], ITEM_TEXT, false, false));
    rig_close(&r);
}

/* Cut through the middle, its front and back are two of it. */
static void a_leaf_stands_twice(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.print.leaf = true;
    struct pages *p = laid_on(&r, 2);
    assert_int_equal(p->list.n, 2);
    assert_int_equal(p->duplex, DUPLEX_SHORT_EDGE);
    for (size_t i = 0; i < 2; i++) {
        const struct page *sheet = &p->list.at[i];
        assert_int_equal(count(sheet, ITEM_TEXT, true, false), 0);
        assert_true(count(sheet, ITEM_TEXT, true, true) >= count(sheet, ITEM_TEXT, false, false));
        assert_int_equal(p->destinations.at[i].page, i);
        assert_true(p->destinations.at[i].x < HALF);
    }
    rig_close(&r);
}

static void others_stay_as_they_are(void **state)
{
    (void)state;
    struct rig r;
    struct pages *p = laid(&r, 2);
    assert_int_equal(p->list.n, 1);
    r.print.up = 0;
    assert_int_equal(rig_pages(&r)->list.n, 2);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_pages_are_two_sheets),
        cmocka_unit_test(a_booklet_folds),
        cmocka_unit_test(two_pages_of_a_booklet_stay_on_one_side),
        cmocka_unit_test(a_lone_page_stands_twice),
        cmocka_unit_test(a_leaf_stands_twice),
        cmocka_unit_test(others_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
