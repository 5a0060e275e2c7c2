/* layout: a scale's answers as one bar over the whole measure. */
#include "layout/style.h"
#include "layout_help.h"

static int32_t measure_of(const struct rig *r)
{
    const struct sheet *s = &r->print.sheet;
    return s->width - s->inside - s->outside;
}

static struct spans words(struct rig *r, const char *text)
{
    return put(r, NULL, ROLE_P, LANG_EN, text)->spans;
}

static struct chart *scale_of(struct rig *r, const long *values, size_t n)
{
    struct chart *c = ARENA_ONE(r->keep, struct chart);
    *c = (struct chart){.nbars = n, .scale = true};
    c->bars = ARENA_MANY(r->keep, struct bar, n);
    for (size_t i = 0; i < n; i++)
        c->bars[i] = (struct bar){
            .value = values[i],
            .share = {str_fmt(r->keep, "%ld%%", values[i]), str_fmt(r->keep, "%ld%%", values[i])},
            .point = {str_fmt(r->keep, "k%zu", i + 1), str_fmt(r->keep, "e%zu", i + 1)}};
    struct node *node = put(r, r->tree.root, ROLE_CHART, LANG_NONE, NULL);
    node->chart = c;
    node->low = words(r, "little");
    node->high = words(r, "much");
    return c;
}

/* The parts' rectangles in order; the legend's are artifacts. Returns how many. */
static size_t parts_of(const struct pages *p, const struct item **at, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        if (it->kind != ITEM_RECT || !it->node || it->node->role != ROLE_CHART) continue;
        if (it->artifact == ARTIFACT_NONE && n < most) at[n++] = it;
    }
    return n;
}

/* Whatever was chosen, the parts are the whole measure in their order, each as long as its part of all. */
static void the_parts_fill_the_measure(void **state)
{
    (void)state;
    static const long CHOSEN[][5] = {{2, 0, 4, 6, 8}, {0, 0, 0, 1, 19}, {19, 1, 0, 0, 0}};
    for (size_t k = 0; k < sizeof CHOSEN / sizeof *CHOSEN; k++) {
        const struct item *at[8];
        size_t n = 0, chosen = 0;
        int32_t width;
        struct rig r;
        rig_open(&r);
        scale_of(&r, CHOSEN[k], 5);
        struct pages *p = rig_pages(&r);
        n = parts_of(p, at, 8);
        width = at[n - 1]->x + at[n - 1]->width - at[0]->x;
        assert_int_equal(at[0]->x, r.print.sheet.inside);
        assert_int_equal(width, measure_of(&r));
        for (size_t i = 0; i < 5; i++) {
            if (!CHOSEN[k][i]) continue;
            assert_in_range(at[chosen]->width - width / 20 * CHOSEN[k][i] + 2000, 0, 4000);
            if (chosen) assert_true(at[chosen]->x >= at[chosen - 1]->x + at[chosen - 1]->width);
            if (chosen) assert_int_not_equal(at[chosen]->colour, at[chosen - 1]->colour);
            chosen++;
        }
        assert_int_equal(chosen, n);
        rig_close(&r);
    }
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
    scale_of(&r, (const long[]){1, 1, 1, 1, 1000, 1, 1}, 7);
    scale_of(&r, (const long[]){1, 0, 1, 0, 9, 1, 1, 0, 5, 2, 40}, 11);
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
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){1, 2, 100, 200, 150}, 5);
    struct pages *p = rig_pages(&r);
    assert_int_equal(parts_of(p, at, 8), 5);
    for (size_t i = 0; i < 5; i++) {
        const struct item *a = at[i], *on = text_at(p, a->x, a->x + a->width, a->y, a->y + a->height);
        assert_int_equal(on != NULL, i > 1);
        if (on) assert_in_range(2 * on->x + on->width - 2 * a->x - a->width + 3000, 0, 6000);
    }
    rig_close(&r);
}

/* Across a hall every part of five per cent or more has its number. */
static void on_a_slide_small_parts_have_their_shares(void **state)
{
    (void)state;
    const struct item *at[8];
    struct rig r;
    rig_open(&r);
    r.print =
        (struct print){.type = TYPE_SLIDES, .sheet = {960000, 540000, 54000, 54000, 26000, 42000, false, 0}};
    scale_of(&r, (const long[]){5, 6, 9, 78, 2}, 5);
    struct pages *p = rig_pages(&r);
    assert_int_equal(parts_of(p, at, 8), 5);
    for (size_t i = 0; i < 5; i++) {
        const struct item *a = at[i], *on = text_at(p, a->x, a->x + a->width, a->y, a->y + a->height);
        assert_int_equal(on != NULL, i < 4);
    }
    rig_close(&r);
}

/* From slide to slide the middle stays where it is, one hundredth is as long; so do the points under it. */
static void scales_on_slides_share_their_axis(void **state)
{
    (void)state;
    static const long CHOSEN[][5] = {{10, 10, 20, 30, 30}, {30, 20, 40, 5, 5}};
    int32_t middle[2] = {0, 0}, width = 960000 - 2 * 54000;
    for (size_t k = 0; k < 2; k++) {
        const struct item *at[8];
        struct rig r;
        rig_open(&r);
        r.print = (struct print){.type = TYPE_SLIDES,
                                 .sheet = {960000, 540000, 54000, 54000, 26000, 42000, false, 0}};
        scale_of(&r, CHOSEN[k], 5)->reach = 700;
        assert_int_equal(parts_of(rig_pages(&r), at, 8), 5);
        middle[k] = at[2]->x + at[2]->width / 2;
        for (size_t i = 0; i < 5; i++)
            assert_in_range(2000 + at[i]->width - width * CHOSEN[k][i] / 140, 0, 3000);
        rig_close(&r);
    }
    assert_in_range(middle[0] - 54000 - width / 2 + 1000, 0, 2000);
    assert_in_range(middle[0] - middle[1] + 1000, 0, 2000);
}

static size_t words_in(const struct pages *p, int32_t from, int32_t to, int32_t top, int32_t end)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.at[0].items.n; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        n += is_word(it) && it->x >= from && it->x < to && it->y > top && it->y <= end;
    }
    return n;
}

/* The legend's chips. Returns how many. */
static size_t chips_of(const struct pages *p, const struct item **at, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.at[0].items.n && n < most; i++) {
        const struct item *it = &p->list.at[0].items.at[i];
        bool chart = it->kind == ITEM_RECT && it->node && it->node->role == ROLE_CHART;
        if (chart && it->artifact != ARTIFACT_NONE) at[n++] = it;
    }
    return n;
}

/* Nobody chose the ends: the legend tells the points, and nothing over the bar does again; what the ends
 * stand for is by their own number in it. */
static void ends_stand_by_their_numbers(void **state)
{
    (void)state;
    const struct item *at[8], *chips[8];
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){0, 1, 1, 1, 0}, 5);
    struct pages *p = rig_pages(&r);
    size_t n = parts_of(p, at, 8);
    assert_int_equal(n, 3);
    assert_int_equal(words_in(p, 0, INT32_MAX, 0, at[0]->y), 0);
    assert_int_equal(chips_of(p, chips, 8), 5);
    for (size_t i = 0; i < 5; i++) {
        int32_t right = i < 4 ? chips[i + 1]->x : INT32_MAX, top = chips[i]->y, end = top + chips[i]->height;
        size_t shared = words_in(p, chips[i]->x + chips[i]->width, right, top, end);
        assert_int_equal(shared, i == 0 || i == 4 ? 2 : 1);
    }
    rig_close(&r);
}

/* No axis: 4 mm under the bar, from the left edge, each key as near to the one before. */
static void the_legend_flows(void **state)
{
    (void)state;
    const struct item *at[8], *chips[8];
    size_t n = 0;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){100, 2, 30000, 4, 5}, 5);
    struct pages *p = rig_pages(&r);
    parts_of(p, at, 8);
    n = chips_of(p, chips, 8);
    assert_int_equal(n, 5);
    assert_int_equal(chips[0]->x, at[0]->x);
    assert_true(chips[0]->y - at[0]->y - at[0]->height >= 11300);
    for (size_t i = 1; i < 5; i++) assert_int_equal(chips[i]->y, chips[0]->y);
    assert_true(chips[3]->x - chips[2]->x > chips[2]->x - chips[1]->x);
    assert_true(chips[4]->x + chips[4]->width < at[0]->x + measure_of(&r) * 3 / 4);
    rig_close(&r);
}

static struct chart *book_scale(struct rig *r, const long *values, size_t n, long reach)
{
    struct chart *c = scale_of(r, values, n);
    r->tree.toc = r->tree.both = true;
    c->reach = reach;
    return c;
}

/* In a book: the middle of the middle points lies on one line, in the middle of the measure, where one
 * hundredth is equally long on both; under each bar stand the points in columns. */
static void scales_of_a_form_share_their_axis(void **state)
{
    (void)state;
    const struct item *at[12], *chips[24];
    struct rig r;
    rig_open(&r);
    struct chart *c[] = {book_scale(&r, (const long[]){10, 10, 20, 30, 30}, 5, 700),
                         book_scale(&r, (const long[]){30, 20, 40, 5, 5}, 5, 700)};
    struct pages *p = rig_pages(&r);
    int32_t left = r.print.sheet.inside, width = measure_of(&r);
    assert_int_equal(parts_of(p, at, 12), 10);
    for (size_t i = 0; i < 10; i++) { /* a seam is 1 pt */
        assert_in_range(2000 + at[i]->width - width * c[i / 5]->bars[i % 5].value / 140, 0, 3000);
        if (i % 5 == 2) assert_in_range(at[i]->x + at[i]->width / 2 - left - width / 2 + 1000, 0, 2000);
    }
    size_t n = chips_of(p, chips, 24), columns = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            columns += chips[i]->x == chips[k]->x && chips[i]->colour == chips[k]->colour &&
                       chips[i]->colour != STYLE_INK && chips[i]->colour != STYLE_FIRM;
    assert_int_equal(n, 20); /* and under each bar how far it could reach, its middle in four parts */
    assert_int_equal(columns, 5);
    rig_close(&r);
}

/* Nobody chose the lowest point: its words stand at the axis's end all the same, not over another point's
 * part; over the middle stands its number, or those of the two points it lies between. */
static void ends_and_middle_stand_over_the_axis(void **state)
{
    (void)state;
    static const long CHOSEN[][5] = {{0, 0, 10, 60, 30}, {0, 10, 60, 30, 0}};
    for (size_t k = 0; k < 2; k++) {
        const struct item *at[8], *chips[16], *track;
        struct rig r;
        rig_open(&r);
        book_scale(&r, CHOSEN[k], 5 - k, 950);
        struct pages *p = rig_pages(&r);
        int32_t left = r.print.sheet.inside, width = measure_of(&r), middle = left + width / 2;
        assert_int_equal(parts_of(p, at, 8), 3);
        assert_true(chips_of(p, chips, 16) > 2);
        track = chips[0]; /* behind the parts: the whole measure */
        assert_int_equal(track->colour, STYLE_FIRM);
        assert_int_equal(track->x, left);
        assert_int_equal(track->width, width);
        assert_int_equal(track->y,
                         at[0]->y + at[0]->height); /* a line under them: no band looks like a part */
        assert_int_equal(words_in(p, left, left + 1, 0, at[0]->y), 1);
        assert_int_equal(words_in(p, left, middle - width / 10, 0, at[0]->y), 2);
        assert_int_equal(words_in(p, middle + width / 10, left + width, 0, at[0]->y), 2);
        const struct item *number = text_at(p, middle - width / 10, middle + width / 10, 0, at[0]->y);
        assert_non_null(number);
        assert_in_range(2 * number->x + number->width - 2 * middle + 3000, 0, 6000);
        rig_close(&r);
    }
}

/* Words that are too long for their half take more lines; nothing lies on the middle's number. */
static void long_ends_leave_room_for_the_middle(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct chart *c = book_scale(&r, (const long[]){10, 20, 30}, 3, 800);
    struct node *node = r.tree.root->last;
    assert_ptr_equal(node->chart, c);
    node->low = words(&r, "this was of no use at all for anything that I do at my school, nor will it be so");
    node->high =
        words(&r, "this was of very great use for everything that I do at my school, and will be so");
    check_apart(&rig_pages(&r)->list.at[0]);
    rig_close(&r);
}

/* A digest's legend tells every share, and that of a part that is too short for it alone; what the ends stand
 * for is right under the bar; nothing leaves the measure. */
static void a_digest_tells_small_shares(void **state)
{
    (void)state;
    static const long CHOSEN[][7] = {{1, 2, 1, 90, 3, 2, 1}, {97, 0, 0, 0, 1, 1, 1}, {1, 1, 1, 0, 0, 0, 97}};
    for (size_t k = 0; k < sizeof CHOSEN / sizeof *CHOSEN; k++) {
        const struct item *at[8];
        struct rig r;
        rig_open(&r);
        r.print.type = TYPE_DIGEST;
        scale_of(&r, CHOSEN[k], 7)->reach = 990;
        struct pages *p = rig_pages(&r);
        size_t n = parts_of(p, at, 8), on = 0;
        int32_t foot = at[0]->y + at[0]->height, left = r.print.sheet.inside, end = left + measure_of(&r);
        for (size_t i = 0; i < n; i++)
            on += text_at(p, at[i]->x, at[i]->x + at[i]->width, at[i]->y, foot) != NULL;
        assert_int_equal(on, 1); /* the long one */
        assert_int_equal(words_in(p, left, end, 0, at[0]->y), 0);
        assert_int_equal(words_in(p, left, end, foot, foot + 14000), 4); /* its ends' numbers and words */
        assert_true(words_in(p, left, end, foot + 14000, INT32_MAX / 2) >=
                    14); /* its points and their shares */
        assert_int_equal(words_in(p, left, end, foot, INT32_MAX / 2),
                         words_in(p, 0, INT32_MAX / 2, foot, INT32_MAX / 2));
        check_apart(&p->list.at[0]);
        rig_close(&r);
    }
}

static void nothing_to_show(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    scale_of(&r, (const long[]){0, 0}, 2);
    assert_int_equal(rig_pages(&r)->list.n, 1);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_fill_the_measure),
        cmocka_unit_test(words_stay_apart),
        cmocka_unit_test(shares_stand_on_their_parts),
        cmocka_unit_test(on_a_slide_small_parts_have_their_shares),
        cmocka_unit_test(scales_on_slides_share_their_axis),
        cmocka_unit_test(ends_stand_by_their_numbers),
        cmocka_unit_test(the_legend_flows),
        cmocka_unit_test(scales_of_a_form_share_their_axis),
        cmocka_unit_test(ends_and_middle_stand_over_the_axis),
        cmocka_unit_test(long_ends_leave_room_for_the_middle),
        cmocka_unit_test(a_digest_tells_small_shares),
        cmocka_unit_test(nothing_to_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
