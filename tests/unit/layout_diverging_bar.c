/* layout: a scale's answers as one bar on both sides of an axis. */
#include "layout_help.h"

static struct spans words(struct rig *r, const char *text)
{
    return put(r, NULL, ROLE_P, LANG_EN, text)->spans;
}

static struct chart *scale_of(struct rig *r, const long *values, size_t n, long left, long right)
{
    struct chart *c = ARENA_ONE(r->keep, struct chart);
    *c = (struct chart){.nbars = n, .diverging = true, .sides = {left, right}};
    c->bars = ARENA_MANY(r->keep, struct bar, n);
    for (size_t i = 0; i < n; i++)
        c->bars[i] =
            (struct bar){.value = values[i],
                         .share = {str_fmt(r->keep, "%ld", values[i]), str_fmt(r->keep, "%ld", values[i])},
                         .point = str_fmt(r->keep, "p%zu", i + 1)};
    struct node *node = put(r, r->tree.root, ROLE_CHART, LANG_NONE, NULL);
    node->chart = c;
    node->low = words(r, "little");
    node->high = words(r, "much");
    return c;
}

/* The parts' rectangles in order; the axis is an artifact. Returns how many. */
static size_t parts_of(const struct pages *p, const struct item **at, size_t most, int32_t *axis)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (it->kind != ITEM_RECT || !it->node || it->node->role != ROLE_CHART) continue;
        if (it->artifact == ARTIFACT_NONE && n < most) at[n++] = it;
        if (it->artifact != ARTIFACT_NONE) *axis = it->x + it->width / 2;
    }
    return n;
}

static void the_middle_lies_across_the_axis(void **state)
{
    (void)state;
    const struct item *at[8];
    int32_t axis = 0;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){2, 0, 4, 6, 8}, 5, 200, 800);   /* 16 of 20 to the right */
    assert_int_equal(parts_of(rig_pages(&r), at, 8, &axis), 4); /* nobody chose the second point */
    assert_in_range(axis - (at[1]->x + at[1]->width / 2) + 1000, 0, 2000);
    assert_true(at[0]->x + at[0]->width <= at[1]->x);
    assert_in_range(at[3]->width - 4 * at[0]->width + 4000, 0, 8000);
    for (size_t i = 1; i < 4; i++) assert_true(at[i]->x > at[i - 1]->x);
    assert_int_not_equal(at[0]->colour, at[3]->colour);
    rig_close(&r);
}

static void an_even_scale_parts_at_the_axis(void **state)
{
    (void)state;
    const struct item *at[8];
    int32_t axis = 0;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){1, 1, 1, 1}, 4, 0, 0);
    assert_int_equal(parts_of(rig_pages(&r), at, 8, &axis), 4);
    assert_in_range(at[2]->x - axis + 1000, 0, 2000);
    rig_close(&r);
}

static bool is_word(const struct item *it)
{
    return it->kind == ITEM_TEXT && it->node && it->node->role == ROLE_CHART;
}

/* No word of a chart lies on another. */
static void check_apart(const struct page *page)
{
    for (size_t i = 0; i < page->items.n; i++)
        for (size_t k = 0; k < i; k++) {
            const struct item *a = &page->items.at[k], *b = &page->items.at[i];
            if (!is_word(a) || !is_word(b) || a->y != b->y) continue;
            assert_true(a->x + a->width <= b->x || b->x + b->width <= a->x);
        }
}

static void words_stay_apart(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){1, 1, 1, 1, 1000, 1, 1}, 7, 1000, 1000);
    scale_of(&r, (const long[]){1, 0, 1, 0, 9, 1, 1, 0, 5, 2, 40}, 11, 300, 900);
    check_apart(&rig_pages(&r)->list.at[0]);
    rig_close(&r);
}

static const struct item *text_at(const struct pages *p, int32_t from, int32_t to, int32_t top, int32_t end)
{
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (is_word(it) && it->x >= from && it->x + it->width <= to && it->y > top && it->y <= end) return it;
    }
    return NULL;
}

/* A part's share stands on it, in its middle, or nowhere. */
static void shares_stand_on_their_parts(void **state)
{
    (void)state;
    const struct item *at[8];
    int32_t axis = 0;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){1, 2, 100, 200, 150}, 5, 300, 700);
    struct pages *p = rig_pages(&r);
    assert_int_equal(parts_of(p, at, 8, &axis), 5);
    for (size_t i = 0; i < 5; i++) {
        const struct item *a = at[i], *on = text_at(p, a->x, a->x + a->width, a->y, a->y + a->height);
        assert_int_equal(on != NULL, i > 1);
        if (on) assert_in_range(2 * on->x + on->width - 2 * a->x - a->width + 3000, 0, 6000);
    }
    rig_close(&r);
}

/* What the scale's ends stand for is over the room's: no point in its middle is called by an end's name. */
static void poles_stand_over_the_ends(void **state)
{
    (void)state;
    const struct item *at[8];
    int32_t axis = 0;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){0, 1, 1, 1, 0}, 5, 1000, 1000);
    struct pages *p = rig_pages(&r);
    size_t n = parts_of(p, at, 8, &axis);
    int32_t left = at[0]->x, right = at[n - 1]->x + at[n - 1]->width;
    const struct item *low = text_at(p, 0, axis, 0, at[0]->y),
                      *high = text_at(p, axis, INT32_MAX, 0, at[0]->y);
    assert_non_null(low);
    assert_non_null(high);
    assert_true(low->x + low->width < left);
    assert_true(high->x > right);
    rig_close(&r);
}

static void nothing_to_show(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){0, 0}, 2, 0, 0);
    assert_int_equal(rig_pages(&r)->list.n, 1);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_lies_across_the_axis),
        cmocka_unit_test(an_even_scale_parts_at_the_axis),
        cmocka_unit_test(words_stay_apart),
        cmocka_unit_test(shares_stand_on_their_parts),
        cmocka_unit_test(poles_stand_over_the_ends),
        cmocka_unit_test(nothing_to_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
