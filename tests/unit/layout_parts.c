#include "layout_help.h"

#include "layout/style.h"

/* -- finding items -- */

struct found {
    const struct item *at[400];
    size_t page[400];
    size_t n;
};

static struct found find(const struct pages *p, enum item_kind kind, enum role role, enum artifact artifact)
{
    struct found f = {.n = 0};
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n && f.n < 400; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (it->kind != kind || it->artifact != artifact || !it->node || it->node->role != role) continue;
            f.page[f.n] = i;
            f.at[f.n++] = it;
        }
    return f;
}

static struct str words_of(struct rig *r, const struct item *it)
{
    struct buf b = BUF(r->keep);
    for (size_t i = 0; i < it->nclusters; i++) buf_add(&b, it->clusters[i].glyphs->text);
    return buf_str(&b);
}

/* All text of a page's heads or feet. */
static struct str around(struct rig *r, const struct page *page, enum artifact artifact)
{
    struct buf b = BUF(r->keep);
    for (size_t k = 0; k < page->items.n; k++)
        if (page->items.at[k].kind == ITEM_TEXT && page->items.at[k].artifact == artifact)
            buf_add(&b, words_of(r, &page->items.at[k]));
    return buf_str(&b);
}

static struct spans words(struct rig *r, const char *km, const char *en)
{
    struct span *s = ARENA_MANY(r->keep, struct span, 3);
    s[0] = (struct span){.lang = LANG_KM, .text = str_of(km)};
    s[1] = (struct span){.kind = SPAN_BREAK, .lang = LANG_NONE};
    s[2] = (struct span){.lang = LANG_EN, .text = str_of(en)};
    return (struct spans){s, 3};
}

static struct picture *picture(struct rig *r, uint32_t width, uint32_t height)
{
    struct picture *p = ARENA_ONE(r->keep, struct picture);
    *p = (struct picture){.path = STR("photos/a.jpg"), .width = width, .height = height, .channels = 3};
    return p;
}

/* -- tests -- */

static void pictures_fit_and_keep_their_caption(void **state)
{
    (void)state;
    for (int filler = 0; filler < 12; filler++) {
        struct rig r;
        rig_open(&r);
        for (int i = 0; i < filler * 4; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
        struct node *f = put(&r, r.tree.root, ROLE_FIGURE, LANG_NONE, NULL);
        f->picture = picture(&r, 3000, 4000);
        put(&r, f, ROLE_CAPTION, LANG_EN, "A caption");
        struct pages *p = rig_pages(&r);
        struct found pic = find(p, ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE);
        struct found caption = find(p, ITEM_TEXT, ROLE_CAPTION, ARTIFACT_NONE);
        assert_int_equal(pic.n, 1);
        assert_int_equal(pic.page[0], caption.page[0]);
        assert_true(caption.at[0]->y > pic.at[0]->y + pic.at[0]->height);
        assert_true(pic.at[0]->height <= (841890 - 70866 - 73701) * 45 / 100);
        assert_in_range(pic.at[0]->width * 4 - pic.at[0]->height * 3 + 10, 0, 20);
        rig_close(&r);
    }
}

static void a_picture_shrinks_into_the_rest_of_a_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    for (int i = 0; i < 24; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
    struct node *f = put(&r, r.tree.root, ROLE_FIGURE, LANG_NONE, NULL);
    f->picture = picture(&r, 3000, 4000);
    put(&r, f, ROLE_CAPTION, LANG_EN, "A caption");
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 1);
    const struct item *pic = find(p, ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE).at[0];
    assert_in_range(pic->height, 190000, 310000);
    assert_in_range(pic->width * 4 - pic->height * 3 + 10, 0, 20);
    assert_in_range(find(p, ITEM_TEXT, ROLE_CAPTION, ARTIFACT_NONE).at[0]->y, 0, 841890 - 73701);
    rig_close(&r);
}

static void a_turned_picture_swaps_its_sides(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *f = put(&r, r.tree.root, ROLE_FIGURE, LANG_NONE, NULL);
    struct picture *pic = picture(&r, 400, 200);
    pic->turn = 90;
    f->picture = pic;
    const struct item *it = find(rig_pages(&r), ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE).at[0];
    assert_int_equal(it->width, 150000);
    assert_int_equal(it->height, 300000);
    rig_close(&r);
}

static void a_grid_stands_in_rows(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *g = put(&r, r.tree.root, ROLE_GRID, LANG_NONE, NULL);
    g->count = 2;
    for (int i = 0; i < 3; i++) put(&r, g, ROLE_FIGURE, LANG_NONE, NULL)->picture = picture(&r, 900, 600);
    struct found f = find(rig_pages(&r), ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE);
    assert_int_equal(f.n, 3);
    assert_int_equal(f.at[0]->y, f.at[1]->y);
    assert_true(f.at[1]->x >= f.at[0]->x + f.at[0]->width);
    assert_int_equal(f.at[2]->x, f.at[0]->x);
    assert_true(f.at[2]->y >= f.at[0]->y + f.at[0]->height);
    rig_close(&r);
}

static void a_quote_has_its_rule_on_every_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *q = put(&r, r.tree.root, ROLE_QUOTE, LANG_KM, NULL);
    for (int i = 0; i < 16; i++) put(&r, q, ROLE_P, LANG_KM, KM_LONG);
    put(&r, q, ROLE_SOURCE, LANG_KM, "គ្រូបង្រៀន");
    struct pages *p = rig_pages(&r);
    assert_true(p->list.n > 1);
    struct found rules = find(p, ITEM_RECT, ROLE_QUOTE, ARTIFACT_LAYOUT);
    assert_int_equal(rules.n, p->list.n);
    struct found text = find(p, ITEM_TEXT, ROLE_P, ARTIFACT_NONE);
    for (size_t i = 0; i < text.n; i++) {
        const struct item *rule = rules.at[text.page[i]];
        assert_true(text.at[i]->x > rule->x + rule->width);
        assert_in_range(text.at[i]->y, rule->y, rule->y + rule->height);
    }
    rig_close(&r);
}

static void a_quote_does_not_leave_its_source_behind(void **state)
{
    (void)state;
    for (int filler = 24; filler < 40; filler++) {
        struct rig r;
        rig_open(&r);
        for (int i = 0; i < filler; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
        struct node *q = put(&r, r.tree.root, ROLE_QUOTE, LANG_EN, NULL);
        put(&r, q, ROLE_P, LANG_EN, EN_LONG);
        put(&r, q, ROLE_SOURCE, LANG_EN, "a teacher");
        struct pages *p = rig_pages(&r);
        struct found words_said = find(p, ITEM_TEXT, ROLE_P, ARTIFACT_NONE);
        assert_int_equal(words_said.page[words_said.n - 1],
                         find(p, ITEM_TEXT, ROLE_SOURCE, ARTIFACT_NONE).page[0]);
        rig_close(&r);
    }
}

static void labels_hang_on_the_first_line(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *list = put(&r, r.tree.root, ROLE_LIST, LANG_KM, NULL);
    for (int i = 0; i < 3; i++) {
        struct node *item = put(&r, list, ROLE_ITEM, LANG_KM, NULL);
        item->label = STR("ក.");
        put(&r, item, ROLE_P, LANG_KM, KM_LONG);
    }
    struct pages *p = rig_pages(&r);
    struct found labels = find(p, ITEM_TEXT, ROLE_ITEM, ARTIFACT_NONE),
                 text = find(p, ITEM_TEXT, ROLE_P, ARTIFACT_NONE);
    assert_int_equal(labels.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(labels.at[i]->part, PART_LABEL);
        bool level = false;
        for (size_t k = 0; k < text.n; k++) {
            assert_true(text.at[k]->x > labels.at[i]->x);
            level = level || text.at[k]->y == labels.at[i]->y;
        }
        assert_true(level);
    }
    rig_close(&r);
}

static void bars_are_as_long_as_their_values(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct chart c = {.nbars = 3, .most = 40};
    c.bars = ARENA_MANY(r.keep, struct bar, 3);
    const long value[] = {40, 20, 0};
    for (int i = 0; i < 3; i++)
        c.bars[i] =
            (struct bar){.label = words(&r, "ពេលវេលា", "Time"), .value = value[i], .count = {STR("៤០")}};
    put(&r, r.tree.root, ROLE_CHART, LANG_NONE, NULL)->chart = &c;
    struct pages *p = rig_pages(&r);
    struct found bars = find(p, ITEM_RECT, ROLE_CHART, ARTIFACT_NONE);
    assert_int_equal(bars.n, 3);
    assert_in_range(bars.at[0]->width - 2 * bars.at[1]->width + 5, 0, 10);
    assert_true(bars.at[2]->width < 1000);
    struct found text = find(p, ITEM_TEXT, ROLE_CHART, ARTIFACT_NONE);
    size_t numbers = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!str_is(words_of(&r, text.at[i]), "៤០")) continue;
        assert_true(text.at[i]->x > bars.at[numbers]->x + bars.at[numbers]->width);
        numbers++;
    }
    assert_int_equal(numbers, 3);
    rig_close(&r);
}

/* In a book a bar has the whole measure; its name and its number stand over it, nearer than the bar before.
 */
static void bars_of_a_book_take_the_measure(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = r.tree.both = true;
    struct chart c = {.nbars = 2, .most = 40};
    c.bars = ARENA_MANY(r.keep, struct bar, 2);
    for (int i = 0; i < 2; i++)
        c.bars[i] = (struct bar){.label = words(&r, "ពេលវេលា", "Time"), .value = 40, .count = {STR("៤០")}};
    put(&r, r.tree.root, ROLE_CHART, LANG_NONE, NULL)->chart = &c;
    struct pages *p = rig_pages(&r);
    struct found bars = find(p, ITEM_RECT, ROLE_CHART, ARTIFACT_NONE),
                 text = find(p, ITEM_TEXT, ROLE_CHART, ARTIFACT_NONE);
    const struct sheet *s = &r.print.sheet;
    assert_int_equal(bars.n, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(bars.at[i]->x, s->inside);
        assert_int_equal(bars.at[i]->width, s->width - s->inside - s->outside);
    }
    for (size_t i = 0; i < text.n; i++) {
        bool second = text.at[i]->y > bars.at[0]->y;
        int32_t under = bars.at[second]->y - text.at[i]->y;
        assert_true(under > 0);
        if (second) assert_true(under < text.at[i]->y - bars.at[0]->y - bars.at[0]->height);
    }
    rig_close(&r);
}

/* Each dark square is covered, no light one is, and four squares around are white. */
static void a_code_is_drawn_square_by_square(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    enum { N = 21 };
    bool dark[N * N];
    for (int i = 0; i < N * N; i++) dark[i] = i / N % 3 == 0 || i % 5 < 2;
    const struct qr code = {N, dark};
    put(&r, r.tree.root, ROLE_QR, LANG_NONE, NULL)->qr = &code;
    put(&r, r.tree.root, ROLE_P, LANG_EN, "Behind it");
    struct pages *p = rig_pages(&r);
    struct found squares = find(p, ITEM_RECT, ROLE_QR, ARTIFACT_NONE),
                 ground = find(p, ITEM_RECT, ROLE_QR, ARTIFACT_LAYOUT);
    assert_int_equal(ground.n, 1);
    int32_t step = ground.at[0]->width / (N + 8), left = ground.at[0]->x + 4 * step,
            top = ground.at[0]->y + 4 * step;
    assert_true(step * N >= STYLE_MM(20));
    assert_int_equal(left, r.print.sheet.inside);
    bool seen[N * N] = {0};
    for (size_t i = 0; i < squares.n; i++) {
        const struct item *it = squares.at[i];
        for (int y = (it->y - top) / step; y < (it->y - top + it->height) / step; y++)
            for (int x = (it->x - left) / step; x < (it->x - left + it->width) / step; x++) {
                assert_false(seen[y * N + x]);
                seen[y * N + x] = true;
            }
    }
    assert_memory_equal(seen, dark, sizeof seen);
    assert_true(find(p, ITEM_TEXT, ROLE_P, ARTIFACT_NONE).at[0]->y > ground.at[0]->y + ground.at[0]->height);
    rig_close(&r);
}

/* So many bars under a heading, after so many lines: the page that each is on. The heading stands with the
 * first. */
static struct found bars_after(struct rig *r, int filler, struct chart *c)
{
    rig_open(r);
    for (int i = 0; i < filler; i++) put(r, r->tree.root, ROLE_SMALL, LANG_EN, "Filler.");
    struct node *keep = put(r, r->tree.root, ROLE_KEEP, LANG_NONE, NULL);
    const struct node *heading = put(r, keep, ROLE_H3, LANG_EN, "What helped?");
    c->bars = ARENA_MANY(r->keep, struct bar, c->nbars);
    for (size_t i = 0; i < c->nbars; i++)
        c->bars[i] = (struct bar){.label = words(r, "ពេល", "Time"), .value = 8, .count = {STR("៨")}};
    put(r, keep, ROLE_CHART, LANG_NONE, NULL)->chart = c;
    for (int i = 0; i < 40; i++) put(r, r->tree.root, ROLE_SMALL, LANG_EN, "Filler.");
    struct pages *p = rig_pages(r);
    struct found bars = find(p, ITEM_RECT, ROLE_CHART, ARTIFACT_NONE);
    size_t page = SIZE_MAX;
    assert_int_equal(bars.n, c->nbars);
    assert_non_null(first_of(p, heading, &page));
    assert_int_equal(page, bars.page[0]);
    return bars;
}

static void a_chart_stays_on_one_page(void **state)
{
    (void)state;
    int stayed = 0, went = 0;
    for (int filler = 6; filler < 42; filler += 2) {
        struct rig r;
        struct chart c = {.nbars = 8, .most = 8};
        struct found bars = bars_after(&r, filler, &c);
        assert_int_equal(bars.page[0], bars.page[7]);
        print_error("%d:%zu ", filler, bars.page[0]);
        if (bars.page[0])
            went++;
        else
            stayed++;
        rig_close(&r);
    }
    assert_true(stayed && went);
}

/* Two bars at least on either side, and two with what they are kept with. */
static void charts_longer_than_a_page_go_on_overleaf(void **state)
{
    (void)state;
    int began = 0, went = 0;
    for (int filler = 0; filler < 48; filler += 6) {
        struct rig r;
        struct chart c = {.nbars = 60, .most = 8};
        struct found bars = bars_after(&r, filler, &c);
        assert_int_equal(bars.page[0], bars.page[1]);
        assert_int_equal(bars.page[58], bars.page[59]);
        assert_true(bars.page[0] < bars.page[59]);
        if (bars.page[0])
            went++;
        else
            began++;
        rig_close(&r);
    }
    assert_true(began && went);
}

/* A paler part at the bar's end, as long as what is not certain, and a key to it on the same page. */
static void what_is_suggested_is_paler(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct chart c = {.nbars = 1, .most = 40};
    struct bar bar = {.label = words(&r, "ពេល", "Time"), .value = 40, .lighter = 10, .count = {STR("៤០")}};
    c.bars = &bar;
    struct node *n = put(&r, r.tree.root, ROLE_CHART, LANG_NONE, NULL);
    n->chart = &c;
    n->low = words(&r, "បញ្ជាក់", "named");
    n->high = words(&r, "ស្នើ", "suggested");
    struct pages *p = rig_pages(&r);
    struct found full = find(p, ITEM_RECT, ROLE_CHART, ARTIFACT_NONE);
    struct found pale = find(p, ITEM_FRAME, ROLE_CHART, ARTIFACT_LAYOUT);
    assert_int_equal(full.n, 1);
    assert_int_equal(pale.n, 3); /* all that a bar could be, the bar's part, the key's */
    assert_int_equal(pale.at[0]->x, full.at[0]->x);
    assert_int_equal(pale.at[1]->x, full.at[0]->x + full.at[0]->width);
    assert_in_range(full.at[0]->width - 3 * pale.at[1]->width + 5, 0, 10);
    assert_true(pale.at[2]->y > pale.at[1]->y + pale.at[1]->height);
    rig_close(&r);
}

/* A line that tells of the paler part begins with a square of it, as high as its letters at the most; on a
 * second line words stand under words. Others have none. */
static void words_about_the_paler_part_show_it(void **state)
{
    (void)state;
    for (int paler = 0; paler < 2; paler++) {
        struct rig r;
        rig_open(&r);
        struct node *n = put(&r, r.tree.root, ROLE_DETAIL, LANG_EN, EN_LONG EN_LONG);
        n->paler = paler;
        struct pages *p = rig_pages(&r);
        struct found square = find(p, ITEM_FRAME, ROLE_DETAIL, ARTIFACT_LAYOUT),
                     filled = find(p, ITEM_RECT, ROLE_DETAIL, ARTIFACT_LAYOUT),
                     text = find(p, ITEM_TEXT, ROLE_DETAIL, ARTIFACT_NONE);
        const struct item *first = text.at[0], *last = text.at[text.n - 1];
        assert_int_equal(square.n, paler);
        assert_int_equal(filled.n, paler);
        assert_true(last->y > first->y);
        assert_int_equal(last->x, first->x);
        for (size_t i = 0; i < square.n; i++) {
            assert_int_equal(filled.at[i]->colour, STYLE_PALE);
            assert_int_equal(square.at[i]->width, square.at[i]->height);
            assert_true(square.at[i]->x + square.at[i]->width < first->x);
            assert_true(square.at[i]->y + square.at[i]->height <= first->y);
            assert_true(square.at[i]->y > first->y - 12000);
        }
        rig_close(&r);
    }
}

/* How many of lists of so many items, each of so many words, that begin ever lower on their page go on
 * overleaf although less than a tenth of the page is under their beginning. */
static size_t parted_low(int items, const char *words)
{
    size_t parted = 0;
    for (int filler = 20; filler < 70; filler++) {
        struct rig r;
        rig_open(&r);
        for (int i = 0; i < filler; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
        struct node *list = put(&r, r.tree.root, ROLE_LIST, LANG_EN, NULL);
        for (int i = 0; i < items; i++) put(&r, list, ROLE_ITEM, LANG_EN, words)->label = STR("–");
        for (int i = 0; i < 30; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
        struct found f = find(rig_pages(&r), ITEM_TEXT, ROLE_ITEM, ARTIFACT_NONE);
        int32_t height = r.print.sheet.height - r.print.sheet.top - r.print.sheet.bottom;
        int32_t under = r.print.sheet.height - r.print.sheet.bottom - f.at[0]->y;
        parted += f.page[0] != f.page[f.n - 1] && under < height * 9 / 100;
        rig_close(&r);
    }
    return parted;
}

/* A list of a few short items goes on whole, where little of a page stays white for that; others are parted.
 */
static void a_short_list_goes_on_whole(void **state)
{
    (void)state;
    assert_int_equal(parted_low(5, "Short."), 0);
    assert_int_equal(parted_low(4, "Short."), 0);
    assert_true(parted_low(6, "Short.") > 0);
}

static void forms_have_lines_boxes_and_scales(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    put(&r, r.tree.root, ROLE_LINES, LANG_NONE, NULL)->count = 2; /* a short answer: as many as asked for */
    struct node *options = put(&r, r.tree.root, ROLE_OPTIONS, LANG_NONE, NULL);
    for (int i = 0; i < 3; i++)
        put(&r, options, ROLE_OPTION, LANG_NONE, NULL)->spans = words(&r, "យល់ព្រម", "Agree");
    struct node *scale = put(&r, r.tree.root, ROLE_SCALE, LANG_NONE, NULL);
    scale->count = 5;
    scale->low = words(&r, "ទេ", "no");
    scale->high = words(&r, "បាទ", "yes");
    struct pages *p = rig_pages(&r);
    struct found lines = find(p, ITEM_RECT, ROLE_LINES, ARTIFACT_NONE);
    assert_int_equal(lines.n, 2);
    assert_true(lines.at[1]->y - lines.at[0]->y >= STYLE_MM(9));
    assert_int_equal(find(p, ITEM_FRAME, ROLE_OPTION, ARTIFACT_NONE).n, 3);
    struct found boxes = find(p, ITEM_FRAME, ROLE_SCALE, ARTIFACT_NONE),
                 text = find(p, ITEM_TEXT, ROLE_SCALE, ARTIFACT_NONE);
    assert_int_equal(boxes.n, 5);
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i]->part == PART_LOW) assert_true(text.at[i]->x < boxes.at[0]->x);
        if (text.at[i]->part == PART_HIGH) assert_true(text.at[i]->x > boxes.at[4]->x);
    }
    rig_close(&r);
}

static void lines_share_what_a_page_has_left(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    for (int i = 0; i < 2; i++) {
        put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
        put(&r, r.tree.root, ROLE_LINES, LANG_NONE, NULL)->count = 3 + 3 * i;
    }
    put(&r, r.tree.root, ROLE_P, LANG_EN, "The end");
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 1);
    struct found lines = find(p, ITEM_RECT, ROLE_LINES, ARTIFACT_NONE);
    size_t first = 0;
    for (size_t i = 0; i < lines.n; i++) first += lines.at[i]->node == lines.at[0]->node;
    assert_true(first > 3 && lines.n - first > 6);
    assert_in_range(lines.n - 2 * first, 2, 4); /* to each as much */
    int32_t foot = 841890 - 73701;
    assert_true(lines.at[lines.n - 1]->y > foot - STYLE_MM(9) - 40000);
    rig_close(&r);
}

static void a_long_blank_goes_on_overleaf(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    put(&r, r.tree.root, ROLE_LINES, LANG_NONE, NULL)->count = 60;
    struct pages *p = rig_pages(&r);
    struct found lines = find(p, ITEM_RECT, ROLE_LINES, ARTIFACT_NONE);
    assert_true(p->list.n > 1 && lines.n >= 60);
    rig_close(&r);
}

static struct node *question(struct rig *r, int boxes)
{
    struct node *q = put(r, r->tree.root, ROLE_QUESTION, LANG_NONE, NULL);
    put(r, q, ROLE_PROMPT, LANG_EN, "Would you come again?");
    struct node *options = put(r, q, ROLE_OPTIONS, LANG_NONE, NULL);
    for (int i = 0; i < boxes; i++)
        put(r, options, ROLE_OPTION, LANG_NONE, NULL)->spans = words(r, "បាទ", "Yes");
    return q;
}

static void few_boxes_stand_beside_their_prompt(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    question(&r, 2);
    question(&r, 6);
    struct pages *p = rig_pages(&r);
    struct found boxes = find(p, ITEM_FRAME, ROLE_OPTION, ARTIFACT_NONE),
                 asked = find(p, ITEM_TEXT, ROLE_PROMPT, ARTIFACT_NONE);
    assert_int_equal(boxes.n, 8);
    assert_int_equal(asked.n, 2);
    assert_true(boxes.at[0]->x > asked.at[0]->x + asked.at[0]->width);
    assert_true(boxes.at[0]->y < asked.at[0]->y);
    assert_true(boxes.at[2]->y > asked.at[1]->y); /* six do not */
    assert_int_equal(boxes.at[2]->x, asked.at[1]->x);
    rig_close(&r);
}

static void lines_go_on_to_the_foot(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    put(&r, r.tree.root, ROLE_LINES, LANG_NONE, NULL);
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->list.n, 1);
    struct found lines = find(p, ITEM_RECT, ROLE_LINES, ARTIFACT_NONE);
    assert_true(lines.n > 20);
    int32_t foot = 841890 - 73701;
    assert_in_range(lines.at[lines.n - 1]->y, foot - STYLE_MM(9) - 1000, foot);
    rig_close(&r);
}

static void fields_leave_room_to_write(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *fields = put(&r, r.tree.root, ROLE_FIELDS, LANG_NONE, NULL);
    for (int i = 0; i < 4; i++)
        put(&r, fields, ROLE_FIELD, LANG_NONE, NULL)->spans = words(&r, "លេខទម្រង់", "Form no.");
    struct pages *p = rig_pages(&r);
    struct found blanks = find(p, ITEM_RECT, ROLE_FIELD, ARTIFACT_NONE),
                 text = find(p, ITEM_TEXT, ROLE_FIELD, ARTIFACT_NONE);
    assert_int_equal(blanks.n, 4);
    for (size_t i = 0; i < blanks.n; i++) {
        assert_true(blanks.at[i]->width >= STYLE_MM(18));
        assert_int_equal(blanks.at[i]->colour, STYLE_INK);
        for (size_t k = 0; k < text.n; k++)
            if (text.at[k]->node == blanks.at[i]->node)
                assert_true(text.at[k]->x + text.at[k]->width <= blanks.at[i]->x);
    }
    rig_close(&r);
}

/* Pages of a report: two chapters of several pages, the second with a session in it. */
static struct pages *chapters(struct rig *r, bool both)
{
    r->tree.both = both;
    r->tree.toc = true;
    r->print.sheet.two_sided = true;
    r->tree.event.t[LANG_KM] = STR("វេទិកា");
    r->tree.event.t[LANG_EN] = STR("The forum");
    r->tree.page_word.t[LANG_KM] = STR("ទំព័រទី {n}");
    r->tree.page_word.t[LANG_EN] = STR("Page {n}");
    for (int i = 0; i < 2; i++) {
        struct node *sect = put(r, r->tree.root, ROLE_SECT, LANG_NONE, NULL);
        sect->breaks = true;
        put(r, sect, ROLE_H1, LANG_NONE, NULL)->spans =
            words(r, i ? "គោលដៅ" : "សាវតារ", i ? "Goals" : "Background");
        for (int k = 0; k < 30; k++) put(r, sect, ROLE_P, LANG_KM, KM_LONG);
    }
    struct node *part = put(r, r->tree.root->last, ROLE_SECT, LANG_NONE, NULL);
    part->tab = 2;
    struct node *opening = put(r, part, ROLE_OPENING, LANG_NONE, NULL);
    put(r, opening, ROLE_H2, LANG_NONE, NULL)->spans = words(r, "១.១ បទបង្ហាញ", "1.1 A talk");
    for (int k = 0; k < 40; k++) put(r, part, ROLE_P, LANG_KM, KM_LONG);
    return rig_pages(r);
}

static bool says(struct rig *r, const struct page *page, enum artifact where, const char *what)
{
    return str_find(around(r, page, where), str_of(what), 0) != SIZE_MAX;
}

static const struct item *at_outer_edge(const struct page *page, bool left)
{
    for (size_t k = 0; k < page->items.n; k++) {
        const struct item *it = &page->items.at[k];
        if (it->kind != ITEM_RECT || it->height != STYLE_MM(24)) continue;
        assert_int_equal(it->artifact, ARTIFACT_LAYOUT);
        assert_int_equal(left ? it->x : page->width - it->x - it->width, 0);
        assert_in_range(it->y, 0, page->height - it->height);
        return it;
    }
    return NULL;
}

/* Left pages name the event; right ones the section in force at their top, and its session. */
static void heads_name_the_section_and_feet_the_page(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct pages *p = chapters(&r, true);
    size_t second = 0, session = 0, last = p->list.n - 1;
    assert_non_null(first_of(p, r.tree.root->first->next->first, &second));
    assert_non_null(first_of(p, r.tree.root->last->last->first->first, &session));
    assert_true(second > 2 && last > session + 2);
    assert_int_equal(around(&r, &p->list.at[0], ARTIFACT_HEADER).n, 0);
    assert_int_equal(around(&r, &p->list.at[second], ARTIFACT_HEADER).n, 0);
    assert_true(says(&r, &p->list.at[1], ARTIFACT_HEADER, "វេទិកាThe forum"));
    assert_true(says(&r, &p->list.at[2], ARTIFACT_HEADER, "សាវតារBackground"));
    size_t right = last % 2 ? last - 1 : last;
    assert_true(says(&r, &p->list.at[right], ARTIFACT_HEADER, "គោលដៅ · ១.១ បទបង្ហាញ"));
    assert_true(says(&r, &p->list.at[right], ARTIFACT_HEADER, "Goals · 1.1 A talk"));
    assert_true(says(&r, &p->list.at[3], ARTIFACT_FOOTER, "៤ · 4"));
    assert_int_equal(p->bookmarks.n, 3);
    assert_true(str_is(p->bookmarks.at[1].title, "គោលដៅ / Goals"));
    rig_close(&r);
}

static void the_cover_is_the_first_bookmark(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    struct node *cover = put(&r, r.tree.root, ROLE_COVER, LANG_KM, NULL);
    put(&r, cover, ROLE_COVER_MINISTRY, LANG_EN, "Ministry");
    put(&r, cover, ROLE_COVER_TITLE, LANG_KM, "វេទិកា");
    put(&r, cover, ROLE_COVER_TITLE, LANG_EN, "Forum");
    struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
    sect->breaks = true;
    put(&r, sect, ROLE_H1, LANG_EN, "Chapter");
    put(&r, sect, ROLE_H2, LANG_EN, "Part");
    struct pages *p = rig_pages(&r);
    assert_int_equal(p->bookmarks.n, 3);
    assert_true(str_is(p->bookmarks.at[0].title, "វេទិកា / Forum"));
    assert_int_equal(p->bookmarks.at[0].page, 0);
    for (int i = 0; i < 3; i++) assert_int_equal(p->bookmarks.at[i].level, i < 2 ? 1 : 2);
    rig_close(&r);
}

static void folios_and_tabs_stand_at_the_outer_edge(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct pages *p = chapters(&r, false);
    size_t session = 0, tabs = 0;
    assert_non_null(first_of(p, r.tree.root->last->last->first->first, &session));
    for (size_t i = 0; i < p->list.n; i++) {
        const struct page *page = &p->list.at[i];
        tabs += at_outer_edge(page, i % 2) != NULL;
        assert_int_equal(at_outer_edge(page, i % 2) != NULL, i >= session);
        for (size_t k = 0; k < page->items.n; k++) {
            const struct item *it = &page->items.at[k];
            if (it->kind != ITEM_TEXT || it->artifact != ARTIFACT_FOOTER) continue;
            assert_int_equal(it->x < page->width / 2, i % 2);
        }
    }
    assert_true(tabs > 1);
    rig_close(&r);
}

/* Under a chapter without a tab, on its page; a part that goes on overleaf has its tab from there on. */
static void a_tab_leaves_the_page_of_the_chapter_above(void **state)
{
    (void)state;
    for (int lines = 1; lines <= 41; lines += 40) {
        struct rig r;
        rig_open(&r);
        r.tree.toc = true;
        struct node *above = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL), *part;
        put(&r, above, ROLE_H1, LANG_EN, "Conclusion");
        put(&r, above, ROLE_P, LANG_EN, EN_LONG);
        part = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
        part->tab = 1;
        put(&r, part, ROLE_H1, LANG_EN, "Annex");
        for (int k = 0; k < lines; k++) put(&r, part, ROLE_P, LANG_EN, EN_LONG);
        struct pages *p = rig_pages(&r);
        assert_true((p->list.n > 1) == (lines > 1));
        for (size_t i = 0; i < p->list.n; i++)
            assert_int_equal(at_outer_edge(&p->list.at[i], i % 2) != NULL, lines == 1 || i > 0);
        rig_close(&r);
    }
}

/* A title that has phrases is shortened at the end of one, and needs no dots. */
static void long_heads_end_with_a_phrase(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = r.tree.toc = true;
    struct node *s = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
    put(&r, s, ROLE_H1, LANG_NONE, NULL)->spans =
        words(&r, "ការប្រឹក្សាគរុកោសល្យជាទម្លាប់របស់សាលារៀននៅកម្ពុជា ទស្សនៈពីប្រទេសថៃ",
              "Mentoring as a habit of the school: a view from Thailand and from other countries");
    for (int i = 0; i < 50; i++) put(&r, s, ROLE_P, LANG_KM, KM_LONG);
    struct pages *p = rig_pages(&r);
    struct str head = around(&r, &p->list.at[2], ARTIFACT_HEADER);
    assert_true(str_is(head, "ការប្រឹក្សាគរុកោសល្យជាទម្លាប់របស់សាលារៀននៅកម្ពុជាMentoring as a habit of the school"));
    rig_close(&r);
}

static const struct item *header_in(const struct page *page, enum lang lang)
{
    for (size_t k = 0; k < page->items.n; k++) {
        const struct item *it = &page->items.at[k];
        if (it->kind == ITEM_TEXT && it->artifact == ARTIFACT_HEADER && it->lang == lang) return it;
    }
    return NULL;
}

/* A handout's further pages tell in both languages what they are of. */
static void handouts_are_headed_in_both_languages(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    r.tree.event.t[LANG_KM] = STR("វេទិកា");
    r.tree.event.t[LANG_EN] = STR("A forum on mentoring teachers of science at the country’s schools");
    for (int i = 0; i < 60; i++) put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG);
    struct pages *p = rig_pages(&r);
    assert_int_equal(around(&r, &p->list.at[0], ARTIFACT_HEADER).n != 0, 1);
    assert_true(str_is(around(&r, &p->list.at[1], ARTIFACT_HEADER),
                       "វេទិកាA forum on mentoring teachers of science at the country’s schools"));
    const struct item *km = header_in(&p->list.at[1], LANG_KM), *en = header_in(&p->list.at[1], LANG_EN);
    assert_true(km && en && en->y - km->y > 9000 && km->y > STYLE_MM(4)); /* a line each, on the paper */
    r.tree.event.t[LANG_KM] = STR("");
    p = rig_pages(&r);
    assert_true(str_starts(around(&r, &p->list.at[1], ARTIFACT_HEADER), "A forum"));
    rig_close(&r);
}

/* Its own name, and what it is of or a blank for what tells it from others. */
static void a_loose_sheet_is_known(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    r.tree.event.t[LANG_KM] = STR("វេទិកា");
    r.tree.running.t[LANG_KM] = STR("ទម្រង់");
    r.tree.running.t[LANG_EN] = STR("A form");
    for (int i = 0; i < 60; i++) put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG);
    struct pages *p = rig_pages(&r);
    assert_true(str_is(around(&r, &p->list.at[1], ARTIFACT_HEADER), "ទម្រង់វេទិកាA form"));
    r.tree.to_fill.t[LANG_KM] = STR("លេខ");
    p = rig_pages(&r);
    assert_true(str_is(around(&r, &p->list.at[1], ARTIFACT_HEADER), "លេខទម្រង់ · A form"));
    int32_t blank = 0;
    for (size_t i = 0; i < p->list.at[1].items.n; i++) {
        const struct item *it = &p->list.at[1].items.at[i];
        if (it->kind == ITEM_RECT && it->artifact == ARTIFACT_HEADER && it->colour == STYLE_INK)
            blank = it->width;
    }
    assert_int_equal(blank, STYLE_MM(22));
    rig_close(&r);
}

/* The session alone rather than it and its section cut; what is too long even so ends in dots. */
static void long_heads_are_not_cut_in_silence(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = r.tree.toc = true;
    struct node *s = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
    put(&r, s, ROLE_H1, LANG_NONE, NULL)->spans =
        words(&r, "សាលារៀន",
              "A forum on mentoring teachers of science and mathematics at the schools of the country");
    for (int i = 0; i < 30; i++) put(&r, s, ROLE_P, LANG_KM, KM_LONG);
    struct node *opening = put(&r, s, ROLE_OPENING, LANG_NONE, NULL);
    put(&r, opening, ROLE_H2, LANG_NONE, NULL)->spans =
        words(&r, "១.១ បទបង្ហាញ", "1.1 A talk at the country’s schools");
    for (int i = 0; i < 50; i++) put(&r, s, ROLE_P, LANG_KM, KM_LONG);
    struct pages *p = rig_pages(&r);
    size_t last = p->list.n - 1, right = last % 2 ? last - 1 : last;
    struct str cut = around(&r, &p->list.at[2], ARTIFACT_HEADER);
    struct str one = around(&r, &p->list.at[right], ARTIFACT_HEADER);
    assert_true(str_starts(cut, "សាលារៀនA forum on mentoring") && str_ends(cut, "…"));
    assert_true(str_is(one, "សាលារៀន · ១.១ បទបង្ហាញ1.1 A talk at the country’s schools"));
    for (size_t k = 0; k < p->list.at[2].items.n; k++) {
        const struct item *it = &p->list.at[2].items.at[k];
        if (it->kind == ITEM_TEXT && it->artifact == ARTIFACT_HEADER)
            assert_true(it->x + it->width <= 595276 - 62362);
    }
    rig_close(&r);
}

/* -- the parts of a session -- */

static struct node *fact(struct rig *r, struct node *facts, const char *label, const char *value)
{
    struct node *n = put(r, facts, ROLE_FACT, facts->lang, value);
    n->label = str_of(label);
    return n;
}

/* An opening in each language, two facts, a title that the number is parted from. */
static struct node *opening_of(struct rig *r, struct node *parent)
{
    struct node *o = put(r, parent, ROLE_OPENING, LANG_NONE, NULL);
    struct node *h = put(r, o, ROLE_H2, LANG_NONE, NULL);
    struct span *s = ARENA_MANY(r->keep, struct span, 5);
    s[0] = (struct span){.lang = LANG_KM, .text = STR("១.២ "), .style = SPAN_NUMBER};
    s[1] = (struct span){.lang = LANG_KM, .text = STR("គោលនយោបាយអប់រំស្ទែម ផែនការជាតិ និងតួនាទីនៃការប្រឹក្សា")};
    s[2] = (struct span){.kind = SPAN_BREAK, .lang = LANG_NONE};
    s[3] = (struct span){.lang = LANG_EN, .text = STR("1.2 "), .style = SPAN_NUMBER};
    s[4] = (struct span){.lang = LANG_EN, .text = STR("Policy")};
    h->spans = (struct spans){s, 5};
    for (int l = 0; l < LANG_N; l++)
        put(r, o, ROLE_KIND, (enum lang)l, l ? "Talk" : "បទបង្ហាញ")->count = SESSION_TALK + 1;
    for (int l = 0; l < LANG_N; l++) {
        struct node *facts = put(r, o, ROLE_FACTS, (enum lang)l, NULL);
        fact(r, facts, l ? "Speakers" : "វាគ្មិន", l ? "One" : KM_LONG);
        fact(r, facts, l ? "Room" : "បន្ទប់", l ? "Hall" : "សាល");
    }
    return o;
}

static const struct item *part_of(const struct pages *p, const struct node *n, enum part part)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (it->node == n && is_text(it) && it->part == part) return it;
        }
    return NULL;
}

/* Wherever it comes on a page an opening is whole, with what follows; its facts are level in both languages,
 * each beside its label. */
static void an_opening_is_whole_and_level(void **state)
{
    (void)state;
    int moved = 0;
    for (int filler = 0; filler < 14; filler++) {
        struct rig r;
        rig_open(&r);
        r.tree.both = r.tree.toc = true;
        for (int i = 0; i < filler * 2; i++) put(&r, r.tree.root, ROLE_P, LANG_KM, "ចម្លើយ។");
        struct node *o = opening_of(&r, r.tree.root);
        struct node *below = put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
        struct pages *p = rig_pages(&r);
        size_t top = 0, foot = 1, next = 2;
        const struct node *km = o->first->next->next->next, *en = o->last;
        const struct item *number = first_of(p, o->first, &top);
        assert_non_null(first_of(p, en->last, &foot));
        assert_non_null(first_of(p, below, &next));
        assert_true(top == foot && foot == next);
        moved += top > 0;
        assert_true(number->clusters[0].size > 2 * STYLE_PT(12));
        for (const struct node *a = km->first, *b = en->first; a; a = a->next, b = b->next) {
            const struct item *value = part_of(p, a, PART_SELF), *label = part_of(p, a, PART_LABEL);
            assert_int_equal(value->y, label->y);
            assert_int_equal(value->y, part_of(p, b, PART_SELF)->y);
            assert_true(label->x + label->width < value->x);
        }
        all_text_is_there(&r, p, o->first);
        rig_close(&r);
    }
    assert_in_range(moved, 1, 13);
}

/* A value's two lines stand on one where both languages have room for them, else on two in both. */
static void lines_of_a_fact_are_as_many_in_both(void **state)
{
    (void)state;
    for (int wide = 0; wide < 2; wide++) {
        struct rig r;
        rig_open(&r);
        r.tree.both = r.tree.toc = true;
        struct node *o = opening_of(&r, r.tree.root), *both[LANG_N];
        struct node *km = o->first->next->next->next;
        for (int l = 0; l < LANG_N; l++) {
            struct node *facts = l ? o->last : km;
            both[l] = fact(&r, facts, l ? "When" : "ពេល", NULL);
            both[l]->spans = words(&r, l ? "4 April" : "ថ្ងៃទី៤", l || !wide ? "08:00" : KM_LONG);
            for (size_t i = 0; i < both[l]->spans.n; i++) both[l]->spans.at[i].lang = (enum lang)l;
        }
        struct pages *p = rig_pages(&r);
        for (int l = 0; l < LANG_N; l++) {
            int32_t first = part_of(p, both[l], PART_SELF)->y, last = first;
            for (size_t k = 0; k < p->list.at[0].items.n; k++) {
                const struct item *it = &p->list.at[0].items.at[k];
                if (it->node == both[l] && is_text(it) && it->y > last) last = it->y;
            }
            assert_int_equal(last > first, wide);
        }
        rig_close(&r);
    }
}

/* A number too wide for the margin stands over its title; none of it is lost. */
static void a_wide_number_is_whole(void **state)
{
    (void)state;
    for (int wide = 0; wide < 2; wide++) {
        struct rig r;
        rig_open(&r);
        r.tree.toc = true;
        struct node *h = opening_of(&r, r.tree.root)->first;
        h->spans.at[0].text = wide ? STR("១២.១១១ ") : STR("១.២ ");
        h->spans.n = 2;
        struct pages *p = rig_pages(&r);
        all_text_is_there(&r, p, h);
        int32_t title = find(p, ITEM_TEXT, ROLE_H2, ARTIFACT_NONE).at[1]->x;
        assert_int_equal(first_of(p, h, NULL)->x < title, !wide);
        rig_close(&r);
    }
}

/* Its caption in the other column, level with its top; in a column itself it has the caption below. */
static void a_picture_alone_has_its_caption_beside(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++) {
        struct rig r;
        rig_open(&r);
        r.tree.toc = true;
        r.tree.both = both;
        struct node *f = put(&r, r.tree.root, ROLE_FIGURE, LANG_NONE, NULL);
        f->picture = picture(&r, 900, 600);
        put(&r, f, ROLE_CAPTION, LANG_EN, "A caption");
        struct pages *p = rig_pages(&r);
        const struct item *pic = find(p, ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE).at[0];
        const struct item *said = find(p, ITEM_TEXT, ROLE_CAPTION, ARTIFACT_NONE).at[0];
        assert_true(said->x > pic->x + pic->width);
        assert_in_range(said->y, pic->y, pic->y + STYLE_PT(20));
        if (both) assert_in_range(pic->width, STYLE_MM(77), STYLE_MM(80));
        rig_close(&r);
    }
}

/* Two to a row, of one height; the third alone, its caption beside it. */
static void pictures_in_a_run_share_rows(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    for (int i = 0; i < 3; i++) {
        struct node *f = put(&r, r.tree.root, ROLE_FIGURE, LANG_NONE, NULL);
        f->picture = picture(&r, 900, i ? 600 : 900);
        put(&r, f, ROLE_CAPTION, LANG_EN, "A caption");
    }
    struct pages *p = rig_pages(&r);
    struct found pic = find(p, ITEM_PICTURE, ROLE_FIGURE, ARTIFACT_NONE);
    struct found said = find(p, ITEM_TEXT, ROLE_CAPTION, ARTIFACT_NONE);
    assert_int_equal(pic.at[0]->y, pic.at[1]->y);
    assert_in_range(pic.at[0]->height - pic.at[1]->height + 10, 0, 20);
    assert_int_equal(said.at[0]->y, said.at[1]->y);
    assert_true(pic.at[2]->y > said.at[1]->y);
    assert_true(said.at[2]->x > pic.at[2]->x + pic.at[2]->width);
    rig_close(&r);
}

/* Where there is a margin a short heading stands in it, level with its text; a long one above. */
/* Larger than running text, and its source small. */
static void a_pull_quote_is_set_large(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = r.tree.both = true;
    for (int l = 0; l < LANG_N; l++) {
        struct node *q = put(&r, r.tree.root, ROLE_PULL_QUOTE, (enum lang)l, NULL);
        struct node *words = put(&r, q, ROLE_P, (enum lang)l, l ? "Said." : "បាននិយាយ។");
        struct node *source = put(&r, q, ROLE_SOURCE, (enum lang)l, l ? "one" : "ម្នាក់");
        struct pages *p = rig_pages(&r);
        assert_in_range(first_of(p, words, NULL)->clusters[0].size, 12500, 14000);
        assert_in_range(first_of(p, source, NULL)->clusters[0].size, 7500, 10000);
    }
    rig_close(&r);
}

static void margins_change_sides(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.print.sheet.two_sided = true;
    for (int k = 0; k < 30; k++) put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG);
    struct found text = find(rig_pages(&r), ITEM_TEXT, ROLE_P, ARTIFACT_NONE);
    assert_true(text.page[text.n - 1] > 0);
    for (size_t i = 0; i < text.n; i++)
        assert_int_equal(text.at[i]->x, text.page[i] % 2 ? r.print.sheet.outside : r.print.sheet.inside);
    rig_close(&r);
}

static void contents_hold_both_languages_on_a_line(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = r.tree.toc = true;
    struct node *toc = put(&r, r.tree.root, ROLE_TOC, LANG_NONE, NULL);
    struct node *item = put(&r, toc, ROLE_TOC_ITEM, LANG_NONE, NULL),
                *sect = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
    item->spans = words(&r, "គោលដៅ", "Goals");
    item->target = sect;
    item->count = 1;
    put(&r, sect, ROLE_P, LANG_EN, EN_LONG);
    struct found text = find(rig_pages(&r), ITEM_TEXT, ROLE_TOC_ITEM, ARTIFACT_NONE);
    assert_int_equal(text.n, 4);
    for (size_t i = 1; i < text.n; i++) assert_int_equal(text.at[0]->y, text.at[i]->y);
    assert_int_equal(text.at[1]->part, PART_PAGE_NUMBER);
    assert_int_equal(text.at[3]->part, PART_PAGE_NUMBER);
    assert_true(str_is(words_of(&r, text.at[1]), "១"));
    assert_true(str_is(words_of(&r, text.at[3]), "1"));
    rig_close(&r);
}

static void numbers_stand_right_under_their_heads(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = put(&r, r.tree.root, ROLE_TABLE, LANG_NONE, NULL);
    t->ncolumns = 2;
    t->columns = ARENA_MANY(r.keep, struct column, 2);
    t->columns[1].number = true;
    for (int i = 0; i < 3; i++) {
        struct node *row = put(&r, t, ROLE_ROW, LANG_NONE, NULL);
        row->head = i == 0;
        row->quiet = i == 2;
        put(&r, row, ROLE_CELL, LANG_EN, i ? "Key points" : "Answer");
        put(&r, row, ROLE_CELL, LANG_EN, i == 0 ? "Count" : i == 1 ? "7" : "1,234");
    }
    struct found text = find(rig_pages(&r), ITEM_TEXT, ROLE_CELL, ARTIFACT_NONE);
    assert_int_equal(text.n, 6);
    for (size_t i = 3; i < 6; i += 2) {
        assert_in_range(text.at[i]->x + text.at[i]->width - text.at[1]->x - text.at[1]->width + 5, 0, 10);
        assert_int_equal(text.at[i]->y, text.at[i - 1]->y);
    }
    assert_int_equal(text.at[4]->colour, STYLE_FIRM); /* a handout: nothing pale */
    assert_int_equal(text.at[2]->colour, STYLE_INK);
    rig_close(&r);
}

static struct node *cell(struct rig *r, struct node *row, const char *text, unsigned across, unsigned down)
{
    struct node *c = put(r, row, ROLE_CELL, LANG_EN, text);
    c->across = across;
    c->down = down;
    return c;
}

static int32_t right_of(const struct item *it)
{
    return it->x + it->width;
}

/*  wide  | tall
 *  a | b |
 *  c | d | e   */
static void merged_cells_stand_over_what_they_cover(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = put(&r, r.tree.root, ROLE_TABLE, LANG_NONE, NULL), *row[3];
    t->ncolumns = 3;
    t->columns = ARENA_MANY(r.keep, struct column, 3);
    for (int i = 0; i < 3; i++) row[i] = put(&r, t, ROLE_ROW, LANG_NONE, NULL);
    struct node *wide = cell(&r, row[0], "Wide", 2, 1), *tall = cell(&r, row[0], EN_LONG EN_LONG, 1, 2);
    struct node *a = cell(&r, row[1], "a", 0, 0), *b = cell(&r, row[1], "b", 0, 0);
    struct node *c = cell(&r, row[2], "c", 0, 0), *d = cell(&r, row[2], "d", 0, 0),
                *e = cell(&r, row[2], "e", 0, 0);
    assert_null(tree_check(&r.tree));
    struct pages *p = rig_pages(&r);
    const struct item *w = first_of(p, wide, NULL), *l = first_of(p, tall, NULL), *ia = first_of(p, a, NULL),
                      *ib = first_of(p, b, NULL), *ic = first_of(p, c, NULL), *id = first_of(p, d, NULL),
                      *ie = first_of(p, e, NULL);
    assert_int_equal(w->x, ia->x);
    assert_int_equal(ia->x, ic->x);
    assert_int_equal(ib->x, id->x);
    assert_int_equal(l->x, ie->x);
    assert_true(ia->x < ib->x && ib->x < l->x);
    assert_int_equal(w->y, l->y);
    assert_int_equal(ia->y, ib->y);
    assert_int_equal(ic->y, ie->y);
    assert_true(w->y < ia->y && ia->y < ic->y);
    int32_t lowest = 0; /* what is tall ends above the third row */
    struct found text = find(p, ITEM_TEXT, ROLE_CELL, ARTIFACT_NONE),
                 rule = find(p, ITEM_RECT, ROLE_TABLE, ARTIFACT_LAYOUT);
    for (size_t i = 0; i < text.n; i++)
        if (text.at[i]->node == tall && text.at[i]->y > lowest) lowest = text.at[i]->y;
    assert_true(lowest < ie->y);
    size_t within = 0; /* a rule under what is wide, not through what is tall */
    for (size_t i = 0; i < rule.n; i++) {
        const struct item *it = rule.at[i];
        if (it->y <= l->y || it->y >= lowest) continue;
        within++;
        assert_true(right_of(it) < l->x);
        assert_true(it->y > w->y && it->y < ia->y);
    }
    assert_int_equal(within, 1);
    rig_close(&r);
}

static void a_head_stands_in_the_middle_of_its_columns(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = put(&r, r.tree.root, ROLE_TABLE, LANG_NONE, NULL), *row[2];
    t->ncolumns = 2;
    t->columns = ARENA_MANY(r.keep, struct column, 2);
    t->columns[0].number = t->columns[1].number = true;
    for (int i = 0; i < 2; i++) row[i] = put(&r, t, ROLE_ROW, LANG_NONE, NULL);
    row[0]->head = true;
    struct node *head = cell(&r, row[0], "All", 2, 1);
    struct node *a = cell(&r, row[1], "1,000,000", 0, 0), *b = cell(&r, row[1], "2,000,000", 0, 0);
    struct pages *p = rig_pages(&r);
    const struct item *h = first_of(p, head, NULL), *ia = first_of(p, a, NULL), *ib = first_of(p, b, NULL);
    assert_true(h->x > ia->x && right_of(h) < right_of(ib) - ib->width / 2);
    rig_close(&r);
}

/* What is too high for one page goes on overleaf, with all its words. */
static void tall_merged_cells_go_on_overleaf(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = put(&r, r.tree.root, ROLE_TABLE, LANG_NONE, NULL);
    t->ncolumns = 2;
    t->columns = ARENA_MANY(r.keep, struct column, 2);
    for (int i = 0; i < 30; i++) {
        struct node *row = put(&r, t, ROLE_ROW, LANG_NONE, NULL);
        if (!i) cell(&r, row, "All rows", 1, 30);
        cell(&r, row, KM_LONG EN_LONG, 1, 1);
    }
    assert_null(tree_check(&r.tree));
    struct pages *p = rig_pages(&r);
    assert_true(p->list.n > 1);
    for (const struct node *row = t->first; row; row = row->next)
        for (const struct node *c = row->first; c; c = c->next) all_text_is_there(&r, p, c);
    rig_close(&r);
}

static void tables_in_a_row_share_their_columns(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *second[2];
    for (int i = 0; i < 2; i++) {
        struct node *t = put(&r, r.tree.root, ROLE_TABLE, LANG_NONE, NULL);
        struct node *row = put(&r, t, ROLE_ROW, LANG_NONE, NULL);
        put(&r, row, ROLE_CELL, LANG_EN, i ? "A much longer text in the first column" : "Short");
        second[i] = put(&r, row, ROLE_CELL, LANG_EN, "Words");
    }
    struct found text = find(rig_pages(&r), ITEM_TEXT, ROLE_CELL, ARTIFACT_NONE);
    assert_int_equal(text.n, 4);
    assert_ptr_equal(text.at[1]->node, second[0]);
    assert_ptr_equal(text.at[3]->node, second[1]);
    assert_int_equal(text.at[1]->x, text.at[3]->x);
    rig_close(&r);
}

/* -- what stays together -- */

static size_t page_of(const struct pages *p, const struct node *n)
{
    size_t page = SIZE_MAX;
    assert_non_null(first_of(p, n, &page));
    return page;
}

/* Of a node's lines, on a page. */
static size_t lines_on(const struct pages *p, const struct node *n, size_t page)
{
    size_t lines = 0;
    int32_t last = -1;
    for (size_t k = 0; page < p->list.n && k < p->list.at[page].items.n; k++) {
        const struct item *it = &p->list.at[page].items.at[k];
        if (!is_text(it) || it->node != n || it->y == last) continue;
        last = it->y;
        lines++;
    }
    return lines;
}

static void put_lines(struct rig *r, int n)
{
    for (int i = 0; i < n; i++) put(r, r->tree.root, ROLE_SMALL, LANG_EN, "Filler.");
}

/* So many lines above, that the page's end comes anywhere in what follows. */
static struct node *after_lines(struct rig *r, int n)
{
    rig_open(r);
    put_lines(r, n);
    return r->tree.root;
}

static void no_item_stands_alone(void **state)
{
    (void)state;
    for (int n = 2; n < 7; n++)
        for (int filler = 24; filler < 40; filler++) {
            struct rig r;
            struct node *list = put(&r, after_lines(&r, filler), ROLE_LIST, LANG_EN, NULL), *item[7];
            for (int i = 0; i < n; i++) {
                item[i] = put(&r, list, ROLE_ITEM, LANG_EN, NULL);
                item[i] = put(&r, item[i], ROLE_P, LANG_EN, "An item, short.");
            }
            put_lines(&r, 40); /* else what is left over is pressed into the page */
            struct pages *p = rig_pages(&r);
            assert_int_equal(page_of(p, item[0]), page_of(p, item[1]));
            assert_int_equal(page_of(p, item[n - 2]), page_of(p, item[n - 1]));
            rig_close(&r);
        }
}

static void no_item_of_a_pair_stands_alone(void **state)
{
    (void)state;
    for (int filler = 24; filler < 40; filler++) {
        struct rig r;
        struct node *pair = put(&r, after_lines(&r, filler), ROLE_PAIR, LANG_NONE, NULL), *item[2][5];
        for (int k = 0; k < 2; k++) {
            enum lang l = k ? LANG_EN : LANG_KM;
            struct node *side = put(&r, pair, ROLE_SIDE, l, NULL), *list = put(&r, side, ROLE_LIST, l, NULL);
            for (int i = 0; i < 5; i++)
                item[k][i] =
                    put(&r, put(&r, list, ROLE_ITEM, l, NULL), ROLE_P, l, k ? "One more." : "មួយទៀត។");
        }
        put_lines(&r, 40);
        struct pages *p = rig_pages(&r);
        for (int k = 0; k < 2; k++) {
            assert_int_equal(page_of(p, item[k][0]), page_of(p, item[!k][1]));
            assert_int_equal(page_of(p, item[k][3]), page_of(p, item[!k][4]));
        }
        rig_close(&r);
    }
}

static struct node *table_of(struct rig *r, struct node *parent, int rows)
{
    struct node *t = put(r, parent, ROLE_TABLE, LANG_NONE, NULL);
    t->ncolumns = 2;
    t->columns = ARENA_MANY(r->keep, struct column, 2);
    t->columns[0].heads_row = true;
    for (int i = 0; i <= rows; i++) {
        struct node *row = put(r, t, ROLE_ROW, LANG_NONE, NULL);
        row->head = i == 0;
        put(r, row, ROLE_CELL, LANG_EN, i ? "Row" : "Head");
        put(r, row, ROLE_CELL, LANG_EN, "Words");
    }
    return t;
}

/* A note's headings of one level have one form: short ones and long ones, over text and over tables. */
static void headings_hang_beside_what_they_head(void **state)
{
    (void)state;
    static const char *const HEADS[] = {"Discussion", "Group 1: What does the programme look like?"};
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    struct node *hung[4], *text[4];
    for (int i = 0; i < 4; i++) {
        hung[i] = put(&r, r.tree.root, ROLE_H3, LANG_EN, HEADS[i % 2]);
        text[i] = i < 2 ? put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG) : table_of(&r, r.tree.root, 3);
        put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    }
    struct node *above = put(&r, r.tree.root, ROLE_H3, LANG_EN, EN_LONG);
    struct node *under = put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    struct pages *p = rig_pages(&r);
    for (int i = 0; i < 4; i++) {
        const struct item *h = first_of(p, hung[i], NULL),
                          *t = first_of(p, i < 2 ? text[i] : text[i]->first->first, NULL);
        assert_int_equal(h->y, t->y);
        assert_true(h->x + h->width < t->x);
    }
    assert_true(first_of(p, above, NULL)->y < first_of(p, under, NULL)->y);
    rig_close(&r);
}

/* One under those of a part stands at the edge of what it heads: its text's, or a wide table's. */
static void headings_below_stand_with_their_text(void **state)
{
    (void)state;
    for (int wide = 0; wide < 2; wide++) {
        struct rig r;
        rig_open(&r);
        r.tree.toc = true;
        put(&r, r.tree.root, ROLE_H3, LANG_EN, "Discussion");
        put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
        struct node *head = put(&r, r.tree.root, ROLE_H4, LANG_EN, "An exercise");
        struct node *under =
            wide ? table_of(&r, r.tree.root, 3) : put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
        under->fine = wide;
        struct pages *p = rig_pages(&r);
        const struct item *h = first_of(p, head, NULL),
                          *t = first_of(p, wide ? under->first->first : under, NULL);
        assert_true(h->y < t->y);
        assert_int_equal(h->x, t->x);
        rig_close(&r);
    }
}

static void few_rows_stay_with_what_leads_to_them(void **state)
{
    (void)state;
    for (int filler = 10; filler < 44; filler++) {
        struct rig r;
        struct node *root = after_lines(&r, filler);
        struct node *lead = put(&r, root, ROLE_P, LANG_EN, "The table shows it:");
        struct node *t = table_of(&r, root, 12);
        t->fine = true;
        struct pages *p = rig_pages(&r);
        assert_int_equal(page_of(p, lead), page_of(p, t->first->first));
        assert_int_equal(page_of(p, lead), page_of(p, t->last->first));
        rig_close(&r);
    }
}

/* Answers, two on a line, begin where the page has room; a list that is looked through stays whole for it. */
static void answers_begin_where_a_page_has_room(void **state)
{
    (void)state;
    int parted[2] = {0, 0};
    for (int filler = 10; filler < 44; filler++)
        for (int two = 0; two < 2; two++) {
            struct rig r;
            struct node *root = after_lines(&r, filler);
            struct node *t = table_of(&r, root, two ? 40 : 20);
            t->fine = true;
            t->two_up = two ? TWO_UP_ALONG : TWO_UP_NO;
            struct pages *p = rig_pages(&r);
            parted[two] += page_of(p, t->first->first) != page_of(p, t->last->first);
            rig_close(&r);
        }
    assert_true(parted[1] > 2 * parted[0]);
}

/* Of the sentence before a table two lines at least, and its last, go with the first rows. */
static void a_paragraph_stays_with_its_table(void **state)
{
    (void)state;
    static const char words[] = "Several of them wished for one page that shows how all of the plans hang "
                                "together; the table was drawn on the flip chart during the discussion "
                                "that followed on the next day, and it was copied by all who had not "
                                "been there on the first day.";
    for (int filler = 20; filler < 44; filler++) {
        struct rig r;
        struct node *root = after_lines(&r, filler), *p = put(&r, root, ROLE_P, LANG_EN, words);
        struct node *t = table_of(&r, root, 5);
        put_lines(&r, 40);
        struct pages *pages = rig_pages(&r);
        size_t page = page_of(pages, t->first->first);
        assert_in_range(lines_on(pages, p, page), 2, 99);
        assert_int_equal(lines_on(pages, p, page + 1), 0);
        rig_close(&r);
    }
}

/* What a page holds above a table, per cent of its text's height. */
static int32_t above_of(const struct rig *r, const struct pages *p, const struct node *t)
{
    int32_t y = first_of(p, t->first->first, NULL)->y - r->print.sheet.top;
    return y * 100 / (r->print.sheet.height - r->print.sheet.top - r->print.sheet.bottom);
}

/* It moves on whole where two fifths of a page stay white at most; else three rows stand on either side. */
static void a_table_is_whole_or_parted_well(void **state)
{
    (void)state;
    enum { MOST = 30 };
    size_t parted = 0, whole = 0;
    for (int rows = 14; rows <= MOST; rows += 4)
        for (int filler = 0; filler < 44; filler++) {
            struct rig r;
            struct node *root = after_lines(&r, filler), *t = table_of(&r, root, rows);
            put_lines(&r, 60);
            struct pages *p = rig_pages(&r);
            size_t page = page_of(p, t->first->first), on[2] = {0};
            for (const struct node *row = t->first->next; row; row = row->next)
                on[page_of(p, row->first) != page]++;
            on[1] ? parted++ : whole++;
            if (!on[1]) {
                rig_close(&r);
                continue;
            }
            assert_in_range(on[0], 3, MOST);
            assert_in_range(on[1], 3, MOST);
            assert_in_range(above_of(&r, p, t), 0, 66); /* to the first row's baseline */
            rig_close(&r);
        }
    assert_true(parted > 10 && whole > 100);
}

/* Under a heading a page shows three lines, or all of what is shorter; in both languages. */
static void a_heading_has_lines_under_it(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++)
        for (int filler = 20; filler < 44; filler++) {
            struct rig r;
            struct node *root = after_lines(&r, filler), *heading = put(&r, root, ROLE_H3, LANG_EN, "A part");
            struct node *pair = both ? put(&r, root, ROLE_PAIR, LANG_NONE, NULL) : NULL, *p[2];
            for (int k = 0; k <= both; k++) {
                enum lang l = k ? LANG_KM : LANG_EN;
                struct node *in = both ? put(&r, pair, ROLE_SIDE, l, NULL) : root;
                p[k] = put(&r, in, ROLE_P, l, k ? KM_LONG KM_LONG : EN_LONG EN_LONG EN_LONG);
            }
            put_lines(&r, 40);
            struct pages *pages = rig_pages(&r);
            for (int k = 0; k <= both; k++)
                assert_in_range(lines_on(pages, p[k], page_of(pages, heading)), 3, 99);
            rig_close(&r);
        }
}

/* The first items of a list, too: so many short ones as make three lines. */
static void a_heading_has_items_under_it(void **state)
{
    (void)state;
    for (int filler = 20; filler < 44; filler++) {
        struct rig r;
        struct node *root = after_lines(&r, filler), *heading = put(&r, root, ROLE_H3, LANG_EN, "A part");
        struct node *list = put(&r, root, ROLE_LIST, LANG_EN, NULL), *item[8];
        for (int i = 0; i < 8; i++)
            item[i] = put(&r, put(&r, list, ROLE_ITEM, LANG_EN, NULL), ROLE_P, LANG_EN, "Short.");
        put_lines(&r, 40);
        struct pages *p = rig_pages(&r);
        assert_int_equal(page_of(p, heading), page_of(p, item[2]));
        rig_close(&r);
    }
}

/* A list of a few figures stays on a page; of a long one three entries stand on either side. */
static void a_list_of_figures_is_not_torn(void **state)
{
    (void)state;
    for (int n = 5; n <= 40; n += 35)
        for (int filler = 20; filler < 44; filler++) {
            struct rig r;
            struct node *root = after_lines(&r, filler), *toc = put(&r, root, ROLE_TOC, LANG_EN, NULL),
                        *entry[40];
            for (int i = 0; i < n; i++) {
                entry[i] = put(&r, toc, ROLE_TOC_ITEM, LANG_EN, "Figure: a thing");
                entry[i]->target = root;
                entry[i]->count = 2;
            }
            put_lines(&r, 40);
            struct pages *p = rig_pages(&r);
            assert_int_equal(page_of(p, entry[0]), page_of(p, entry[n < 10 ? n - 1 : 2]));
            assert_int_equal(page_of(p, entry[n - 3]), page_of(p, entry[n - 1]));
            rig_close(&r);
        }
}

/* Whatever their columns want, tables of a report in one language are as wide as its text. */
static void tables_fill_the_measure(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = true;
    for (int i = 0; i < 3; i++) {
        struct node *t = table_of(&r, r.tree.root, 4);
        t->columns[1].number = i == 1;
        if (i == 2) t->first->first->spans.at[0].text = STR(EN_LONG);
        put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    }
    struct found rule = find(rig_pages(&r), ITEM_RECT, ROLE_TABLE, ARTIFACT_LAYOUT);
    assert_in_range(rule.n, 15, 99);
    for (size_t i = 1; i < rule.n; i++) {
        assert_int_equal(rule.at[i]->x, rule.at[0]->x);
        assert_int_equal(rule.at[i]->width, rule.at[0]->width);
    }
    rig_close(&r);
}

static void a_table_that_wants_it_is_whole(void **state)
{
    (void)state;
    for (int filler = 0; filler < 44; filler += 3) {
        struct rig r;
        struct node *root = after_lines(&r, filler), *heading = put(&r, root, ROLE_H2, LANG_EN, "A day");
        struct node *t = table_of(&r, root, 30);
        t->whole = true;
        struct pages *p = rig_pages(&r);
        assert_int_equal(page_of(p, heading), page_of(p, t->first->first));
        assert_int_equal(page_of(p, heading), page_of(p, t->last->first));
        rig_close(&r);
    }
}

static void a_table_says_what_goes_on(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *t = table_of(&r, r.tree.root, 130);
    t->whole = true;
    t->low = put(&r, NULL, ROLE_P, LANG_EN, "A day (continued)")->spans;
    struct pages *p = rig_pages(&r);
    struct found said = find(p, ITEM_TEXT, ROLE_CAPTION, ARTIFACT_LAYOUT);
    assert_true(p->list.n > 2);
    assert_int_equal(said.n, p->list.n - 1);
    for (size_t i = 0; i < said.n; i++) {
        assert_int_equal(said.page[i], i + 1);
        assert_true(str_is(words_of(&r, said.at[i]), "A day (continued)"));
    }
    rig_close(&r);
}

static void links_lie_over_their_words(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct node *p = put(&r, r.tree.root, ROLE_P, LANG_EN, "See ");
    node_text(r.keep, p, STR("the page"), LANG_EN, NOWHERE)->href = STR("https://example.org/");
    struct pages *pages = rig_pages(&r);
    struct found text = find(pages, ITEM_TEXT, ROLE_P, ARTIFACT_NONE),
                 link = find(pages, ITEM_LINK, ROLE_P, ARTIFACT_NONE);
    assert_int_equal(text.n, 2);
    assert_int_equal(link.n, 1);
    assert_int_equal(link.at[0]->x, text.at[1]->x);
    assert_int_equal(link.at[0]->width, text.at[1]->width);
    assert_in_range(text.at[1]->y, link.at[0]->y, link.at[0]->y + link.at[0]->height);
    assert_true(str_is(link.at[0]->href, "https://example.org/"));
    rig_close(&r);
}

static void slides_are_large(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.print.type = TYPE_SLIDES;
    struct look look = style_look(&r.tree, &r.print, 1000);
    for (int lang = 0; lang < LANG_N; lang++) {
        for (int role = 0; role < ROLES; role++)
            assert_true(style_of(&look, (enum role)role, (enum lang)lang, STYLE_TEXT).size >= 14500);
        assert_true(style_of(&look, ROLE_P, (enum lang)lang, STYLE_TEXT).size >= 24000);
        assert_true(style_of(&look, ROLE_VOICE, (enum lang)lang, STYLE_TEXT).size >= 26000);
        assert_true(style_of(&look, ROLE_H2, (enum lang)lang, STYLE_TEXT).size >= 30000);
    }
    rig_close(&r);
}

/* -- one style of paragraph -- */

static bool is_justified(const struct pages *p, const struct node *par)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (it->node == par && it->kind == ITEM_TEXT && it->widen) return true;
        }
    return false;
}

/* So many clusters that no line parts, twelve times, without a space. */
static const char *uncut(struct rig *r, int clusters)
{
    struct buf b = BUF(r->keep);
    for (int n = 0; n < 12; n++) {
        if (n) buf_put(&b, "\xE2\x80\x8B");
        for (int i = 0; i < clusters; i++) buf_put(&b, i ? "\xE2\x81\xA0ក" : "ក");
    }
    return str_fmt(r->keep, "%.*s", STR_ARGS(buf_str(&b))).s;
}

/* Whatever stands in one section of a document, its paragraphs are all justified or none is. */
static void paragraphs_of_a_document_are_alike(void **state)
{
    (void)state;
    size_t justified = 0, ragged = 0;
    for (int clusters = 8; clusters < 20; clusters++) {
        struct rig r;
        const struct node *pars[3];
        rig_open(&r);
        r.tree.toc = true;
        for (int i = 0; i < 3; i++) {
            struct node *sect = put(&r, r.tree.root, ROLE_SECT, LANG_NONE, NULL);
            put(&r, sect, ROLE_H2, LANG_KM, "វគ្គ");
            pars[i] = put(&r, sect, ROLE_P, LANG_KM, i == 1 ? uncut(&r, clusters) : KM_LONG KM_LONG);
        }
        struct pages *p = rig_pages(&r);
        bool even = is_justified(p, pars[0]);
        assert_int_equal(is_justified(p, pars[1]), even);
        assert_int_equal(is_justified(p, pars[2]), even);
        justified += even;
        ragged += !even;
        rig_close(&r);
    }
    assert_true(justified && ragged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_fit_and_keep_their_caption),
        cmocka_unit_test(a_picture_shrinks_into_the_rest_of_a_page),
        cmocka_unit_test(a_turned_picture_swaps_its_sides),
        cmocka_unit_test(a_grid_stands_in_rows),
        cmocka_unit_test(a_quote_has_its_rule_on_every_page),
        cmocka_unit_test(a_quote_does_not_leave_its_source_behind),
        cmocka_unit_test(labels_hang_on_the_first_line),
        cmocka_unit_test(bars_are_as_long_as_their_values),
        cmocka_unit_test(bars_of_a_book_take_the_measure),
        cmocka_unit_test(a_chart_stays_on_one_page),
        cmocka_unit_test(charts_longer_than_a_page_go_on_overleaf),
        cmocka_unit_test(what_is_suggested_is_paler),
        cmocka_unit_test(a_short_list_goes_on_whole),
        cmocka_unit_test(words_about_the_paler_part_show_it),
        cmocka_unit_test(a_code_is_drawn_square_by_square),
        cmocka_unit_test(forms_have_lines_boxes_and_scales),
        cmocka_unit_test(lines_go_on_to_the_foot),
        cmocka_unit_test(lines_share_what_a_page_has_left),
        cmocka_unit_test(a_long_blank_goes_on_overleaf),
        cmocka_unit_test(few_boxes_stand_beside_their_prompt),
        cmocka_unit_test(fields_leave_room_to_write),
        cmocka_unit_test(heads_name_the_section_and_feet_the_page),
        cmocka_unit_test(margins_change_sides),
        cmocka_unit_test(folios_and_tabs_stand_at_the_outer_edge),
        cmocka_unit_test(a_tab_leaves_the_page_of_the_chapter_above),
        cmocka_unit_test(an_opening_is_whole_and_level),
        cmocka_unit_test(lines_of_a_fact_are_as_many_in_both),
        cmocka_unit_test(a_wide_number_is_whole),
        cmocka_unit_test(pictures_in_a_run_share_rows),
        cmocka_unit_test(a_picture_alone_has_its_caption_beside),
        cmocka_unit_test(headings_hang_beside_what_they_head),
        cmocka_unit_test(a_pull_quote_is_set_large),
        cmocka_unit_test(long_heads_are_not_cut_in_silence),
        cmocka_unit_test(long_heads_end_with_a_phrase),
        cmocka_unit_test(handouts_are_headed_in_both_languages),
        cmocka_unit_test(a_loose_sheet_is_known),
        cmocka_unit_test(contents_hold_both_languages_on_a_line),
        cmocka_unit_test(numbers_stand_right_under_their_heads),
        cmocka_unit_test(merged_cells_stand_over_what_they_cover),
        cmocka_unit_test(a_head_stands_in_the_middle_of_its_columns),
        cmocka_unit_test(tall_merged_cells_go_on_overleaf),
        cmocka_unit_test(tables_in_a_row_share_their_columns),
        cmocka_unit_test(no_item_stands_alone),
        cmocka_unit_test(no_item_of_a_pair_stands_alone),
        cmocka_unit_test(headings_below_stand_with_their_text),
        cmocka_unit_test(few_rows_stay_with_what_leads_to_them),
        cmocka_unit_test(answers_begin_where_a_page_has_room),
        cmocka_unit_test(a_paragraph_stays_with_its_table),
        cmocka_unit_test(a_table_is_whole_or_parted_well),
        cmocka_unit_test(a_heading_has_lines_under_it),
        cmocka_unit_test(a_heading_has_items_under_it),
        cmocka_unit_test(a_list_of_figures_is_not_torn),
        cmocka_unit_test(tables_fill_the_measure),
        cmocka_unit_test(a_table_that_wants_it_is_whole),
        cmocka_unit_test(a_table_says_what_goes_on),
        cmocka_unit_test(links_lie_over_their_words),
        cmocka_unit_test(the_cover_is_the_first_bookmark),
        cmocka_unit_test(slides_are_large),
        cmocka_unit_test(paragraphs_of_a_document_are_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
