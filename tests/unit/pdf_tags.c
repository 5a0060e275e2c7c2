#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_hand.h"

#include "pdf/structure/description.h"

static struct hand h;

static int open_hand(void **state)
{
    (void)state;
    hand_open(&h);
    return h.fonts ? 0 : -1;
}

static int close_hand(void **state)
{
    (void)state;
    hand_close(&h);
    return 0;
}

static size_t count(struct str bytes, const char *what)
{
    size_t n = 0;
    for (size_t at = 0; (at = str_find(bytes, str_of(what), at)) != SIZE_MAX; at++) n++;
    return n;
}

/* The keys of the first object, from an offset on, that hold a piece of text. */
static struct str object(struct str bytes, const char *what, size_t from)
{
    size_t at = str_find(bytes, str_of(what), from);
    if (at == SIZE_MAX) return (struct str){0};
    while (at && bytes.s[at - 1] != '\n') at--;
    size_t end = str_find(bytes, STR(">>\nendobj"), at);
    return str_sub(bytes, at, end);
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    struct node *root = h.tree.root;
    hand_line(&h, root, ROLE_H2, LANG_EN, "Two");
    hand_line(&h, root, ROLE_H4, LANG_EN, "Four");
    hand_line(&h, root, ROLE_H4, LANG_EN, "Four again");
    hand_line(&h, root, ROLE_H3, LANG_EN, "Three");
    hand_line(&h, root, ROLE_H1, LANG_EN, "One");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/H1/"), 2);
    assert_int_equal(count(b, "/S/H2/"), 3);
    assert_int_equal(count(b, "/S/H3/"), 0);
}

static void the_covers_title_is_the_first_heading(void **state)
{
    (void)state;
    struct node *cover = hand_node(&h, h.tree.root, ROLE_COVER, LANG_KM);
    hand_line(&h, cover, ROLE_COVER_MINISTRY, LANG_EN, "Ministry");
    hand_line(&h, cover, ROLE_COVER_TITLE, LANG_KM, "វេទិកា");
    hand_line(&h, cover, ROLE_COVER_TITLE, LANG_EN, "Forum");
    hand_line(&h, h.tree.root, ROLE_H1, LANG_EN, "Chapter");
    hand_line(&h, h.tree.root, ROLE_H2, LANG_EN, "Part");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/H1/"), 2);
    assert_int_equal(count(b, "/S/H2/"), 1);
    assert_int_equal(count(b, "/S/H3/"), 1);
}

static void lists(void **state)
{
    (void)state;
    static const struct {
        const char *label, *how;
    } kinds[] = {
        {"១.", "Decimal"}, {"ក.", "LowerAlpha"}, {"•", "Disc"}, {"(b)", "LowerAlpha"}, {"3)", "Decimal"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct node *list = hand_node(&h, h.tree.root, ROLE_LIST, LANG_KM);
        struct node *item = hand_node(&h, list, ROLE_ITEM, LANG_KM);
        item->label = str_of(kinds[i].label);
        hand_text(&h, item, NULL, 40000, kinds[i].label, LANG_KM, FONT_BODY, false)->part = PART_LABEL;
        hand_line(&h, item, ROLE_P, LANG_KM, "ការអប់រំ");
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/LI/"), 5);
    assert_int_equal(count(b, "/S/Lbl/"), 5);
    assert_int_equal(count(b, "/S/LBody/"), 5);
    assert_int_equal(count(b, "/ListNumbering/Decimal"), 2);
    assert_int_equal(count(b, "/ListNumbering/LowerAlpha"), 2);
    assert_int_equal(count(b, "/ListNumbering/Disc"), 1);
}

static void merged_cells_tell_what_they_cover(void **state)
{
    (void)state;
    struct node *table = hand_node(&h, h.tree.root, ROLE_TABLE, LANG_EN);
    table->ncolumns = 2;
    table->columns = ARENA_MANY(h.keep, struct column, 2);
    for (int r = 0; r < 3; r++) {
        struct node *row = hand_node(&h, table, ROLE_ROW, LANG_EN);
        row->head = r == 0;
        for (int c = 0; c < 2; c++) hand_line(&h, row, ROLE_CELL, LANG_EN, "cell");
        if (r == 0) row->first->across = 2;
        if (r == 1) row->first->down = 2;
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/TR/"), 3);
    assert_int_equal(count(b, "/S/TH/"), 2);
    assert_int_equal(count(b, "/A<</O/Table/Scope/Column/ColSpan 2>>"), 1);
    assert_int_equal(count(b, "/A<</O/Table/Scope/Column>>"), 1);
    assert_int_equal(count(b, "/A<</O/Table/RowSpan 2/Headers[(head00000001)]>>"), 1);
    assert_int_equal(count(b, "/Headers[(head00000001)]"), 3); /* the last, under neither, has its own */
    assert_int_equal(count(b, "/S/TD/"), 4);
}

/* All | Women, men, under one head: each number names what stands above it, and its row. */
static void heads_of_two_rows_are_both_named(void **state)
{
    (void)state;
    struct node *table = hand_node(&h, h.tree.root, ROLE_TABLE, LANG_EN);
    table->ncolumns = 3;
    table->columns = ARENA_MANY(h.keep, struct column, 3);
    table->columns[0].heads_row = true;
    static const int cells[] = {2, 2, 3};
    for (int r = 0; r < 3; r++) {
        struct node *row = hand_node(&h, table, ROLE_ROW, LANG_EN);
        row->head = r < 2;
        for (int c = 0; c < cells[r]; c++) hand_line(&h, row, ROLE_CELL, LANG_EN, "cell");
        if (r == 0) row->first->down = row->last->across = 2;
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/TH/"), 5);
    assert_int_equal(count(b, "/Headers[(head00000002)(head00000003)(head00000005)]"), 1);
    assert_int_equal(count(b, "/Headers[(head00000002)(head00000004)(head00000005)]"), 1);
}

static void table_without_head_has_row_headers(void **state)
{
    (void)state;
    struct node *table = hand_node(&h, h.tree.root, ROLE_TABLE, LANG_EN);
    table->ncolumns = 2;
    table->columns = ARENA_MANY(h.keep, struct column, 2);
    for (int r = 0; r < 2; r++) {
        struct node *row = hand_node(&h, table, ROLE_ROW, LANG_EN);
        for (int c = 0; c < 2; c++) hand_line(&h, row, ROLE_CELL, LANG_EN, "cell");
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/Scope/Row"), 2);
    assert_int_equal(count(b, "/S/TD/"), 2);
}

/* Rows of a table from a picture of it, as ^ab|cd: a letter a cell, ^ begins a row of the head, = a cell
 * across it all. */
static struct node *drawn_table(const char *rows, size_t ncolumns)
{
    struct node *table = hand_node(&h, h.tree.root, ROLE_TABLE, LANG_EN), *row = NULL;
    table->columns = ARENA_MANY(h.keep, struct column, ncolumns);
    table->ncolumns = ncolumns;
    for (const char *c = rows; *c; c++) {
        if (c == rows || *c == '|') row = hand_node(&h, table, ROLE_ROW, LANG_EN);
        if (*c == '|') continue;
        if (*c == '^')
            row->head = true;
        else
            hand_line(&h, row, ROLE_CELL, LANG_EN, *c == '=' ? "theme" : (char[]){*c, 0})->across =
                *c == '=' ? (unsigned)ncolumns : 1;
    }
    return table;
}

static void names_are_row_headers(void **state)
{
    (void)state;
    struct node *table = drawn_table("^abc|dxy|exy", 3);
    table->columns[0].heads_row = true;
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/Scope/Row"), 2);
    assert_int_equal(count(b, "/Scope/Column"), 3);
    assert_int_equal(count(b, "/S/TD/"), 4);
    assert_int_equal(count(b, "/Headers"), 0);
    assert_int_equal(count(b, "/ID("), 0);
}

static void names_below_a_cell_that_reaches_down(void **state)
{
    (void)state;
    struct node *table = drawn_table("^abc|dxy|zy|exy", 3);
    table->columns[0].heads_row = true;
    table->first->next->first->down = 2; /* d heads two rows: z is no first cell */
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/Scope/Row"), 2);
    assert_int_equal(count(b, "/S/TD/"), 6);
}

static void themes_are_named_by_their_cells(void **state)
{
    (void)state;
    struct node *table = drawn_table("^ab|=|1x|2y|=|3z|=|=", 2);
    table->columns[0].heads_row = true;
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/Scope/Column/ColSpan 2"), 2);
    assert_int_equal(count(b, "/A<</O/Table/ColSpan 2>>"), 2); /* they head nothing */
    assert_int_equal(count(b, "/Headers["), 3);
    assert_int_equal(count(b, "/Headers[(head00000002)(head00000003)(head00000004)]"), 1);
    assert_int_equal(count(b, "/Headers[(head00000002)(head00000003)(head00000005)]"), 1);
    assert_int_equal(count(b, "/Headers[(head00000002)(head00000006)(head00000007)]"), 1);
    assert_true(hand_has(b, "/Limits[(head00000001)(head00000007)]/Names[(head00000001)"));
}

static void note_follows_its_block(void **state)
{
    (void)state;
    struct footnote *f = ARENA_ONE(h.keep, struct footnote);
    struct node *note = hand_node(&h, NULL, ROLE_NOTE, LANG_EN);
    note->note = f;
    note->label = STR("1");
    h.tree.notes = note;
    struct node *p = hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "Before the mark");
    struct span mark = {.kind = SPAN_NOTE, .lang = LANG_NONE, .note = f};
    p->spans.at = ARENA_MANY(h.keep, struct span, 1);
    p->spans.at[0] = mark;
    p->spans.n = 1;
    struct item *m = hand_text(&h, p, &p->spans.at[0], 200000, "1", LANG_EN, FONT_BODY, false);
    m->part = PART_MARK;
    hand_link(&h, m, NULL, note);
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "The next block");
    hand_text(&h, note, NULL, 40000, "1", LANG_EN, FONT_BODY, false)->part = PART_LABEL;
    hand_line(&h, note, ROLE_P, LANG_EN, "The note");
    struct str b = hand_write(&h);
    struct str first = object(b, "/S/P/", 0);
    size_t at = str_find(b, STR("/S/Note/"), 0);
    assert_true(first.n && at != SIZE_MAX && first.s < b.s + at);
    assert_int_equal(count(b, "/S/P/"), 3);
    assert_int_equal(count(b, "/S/Reference/"), 1);
    assert_int_equal(count(b, "/S/Link/"), 1);
    assert_int_equal(count(b, "/S/Lbl/"), 1);
    assert_true(hand_has(object(b, "/S/Note/", 0), "/ID(note000001)"));
    assert_true(hand_has(b, "/IDTree "));
    assert_true(hand_has(object(b, "/Subtype/Link", 0), "/Contents(Note 1)/Dest["));
}

static struct span *link_span(struct node *p, const char *href)
{
    struct span *span = node_text(h.keep, p, STR("a link"), LANG_EN, (struct place){0});
    span->href = str_of(href);
    return span;
}

static void link_run(struct node *p, const struct span *span, int32_t x, const char *text)
{
    hand_link(&h, hand_text(&h, p, span, x, text, LANG_EN, FONT_BODY, false), span->href.s, NULL);
}

static void a_link_over_two_lines_is_one_element(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    struct span *span = link_span(p, "https://example.org/ខ្មែរ?a=(b)");
    link_run(p, span, 60000, "a link ");
    hand_down(&h);
    link_run(p, span, 50000, "in two");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Link/"), 1);
    assert_int_equal(count(b, "/Type/OBJR"), 1);
    assert_int_equal(
        count(b, "/URI(https://example.org/%E1%9E%81%E1%9F%92%E1%9E%98%E1%9F%82%E1%9E%9A?a=\\(b\\))"), 1);
    assert_int_equal(count(b, "/StructParent 1/"), 1);
    assert_int_equal(count(b, "/QuadPoints[60 "), 1);
    assert_true(hand_has(object(b, "/Subtype/Link", 0), "/Rect[50 "));
}

static void runs_of_a_link_are_one_box(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    struct span *plain = link_span(p, "https://example.org/"), *bold = link_span(p, "https://example.org/");
    struct item *it = hand_text(&h, p, plain, 60000, "a link ", LANG_EN, FONT_BODY, false);
    int32_t end = it->x + it->width;
    hand_link(&h, it, plain->href.s, NULL);
    link_run(p, bold, end, "in two");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Link/"), 1);
    assert_int_equal(count(b, "/Subtype/Link"), 1);
    assert_int_equal(count(b, "/QuadPoints"), 0);
}

static void a_link_over_two_pages_is_one_element(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    struct span *span = link_span(p, "https://example.org/");
    link_run(p, span, 60000, "a link ");
    hand_page(&h, "2");
    link_run(p, span, 60000, "in two");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Link/"), 1);
    assert_int_equal(count(b, "/Type/OBJR"), 2);
    assert_int_equal(count(b, "/Subtype/Link"), 2);
    assert_int_equal(count(b, "/QuadPoints"), 0);
}

static void two_links_are_two(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    link_run(p, link_span(p, "https://example.org/a"), 60000, "one ");
    link_run(p, link_span(p, "https://example.org/b"), 160000, "two ");
    hand_text(&h, p, node_text(h.keep, p, STR("and"), LANG_EN, (struct place){0}), 200000, "and ", LANG_EN,
              FONT_BODY, false);
    link_run(p, link_span(p, "https://example.org/b"), 260000, "two again");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Link/"), 3);
    assert_int_equal(count(b, "/Subtype/Link"), 3);
    assert_int_equal(count(b, "/QuadPoints"), 0);
}

static void bad_links_are_text(void **state)
{
    (void)state;
    static const char *const bad[] = {"javascript:alert(1)", "#nowhere", "file:///etc/passwd",
                                      "data:text/html,x"};
    for (int i = 0; i < 4; i++) {
        struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
        struct span *span = node_text(h.keep, p, STR("link"), LANG_EN, (struct place){0});
        span->href = str_of(bad[i]);
        hand_link(&h, hand_text(&h, p, span, 60000, "link", LANG_EN, FONT_BODY, false), bad[i], NULL);
        hand_down(&h);
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Link/"), 0);
    assert_int_equal(count(b, "/Annots"), 0);
    assert_int_equal(count(b, "/S/P/"), 4);
}

static void contents_nest(void **state)
{
    (void)state;
    struct node *toc = hand_node(&h, h.tree.root, ROLE_TOC, LANG_EN);
    struct node *to = hand_line(&h, h.tree.root, ROLE_H1, LANG_EN, "Chapter");
    to->anchor = STR("chapter");
    VEC_ADD(h.keep, h.pages.destinations, (struct destination){to->anchor, to, 0, 60000, 50000});
    for (int i = 0; i < 3; i++) {
        struct node *item = hand_node(&h, toc, ROLE_TOC_ITEM, LANG_EN);
        item->count = i == 1 ? 2 : 1;
        item->target = to;
        struct span *s = node_text(h.keep, item, STR("Chapter"), LANG_EN, (struct place){0});
        struct item *it = hand_text(&h, item, s, 60000, "Chapter", LANG_EN, FONT_BODY, false);
        hand_link(&h, it, NULL, to);
        hand_text(&h, item, NULL, 300000, "12", LANG_EN, FONT_BODY, false)->part = PART_PAGE_NUMBER;
        hand_down(&h);
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/TOC/"), 2);
    assert_int_equal(count(b, "/S/TOCI/"), 3);
    assert_int_equal(count(b, "/S/Link/"), 3);
    assert_int_equal(count(b, "/Dest(chapter)"), 3);
    assert_true(hand_has(b, "/Names[(chapter)["));
}

static void languages(void **state)
{
    (void)state;
    hand_line(&h, h.tree.root, ROLE_P, LANG_KM, "ការអប់រំ STEM នៅកម្ពុជា");
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "Plain English, 12.");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Span/"), 1);
    assert_true(hand_has(object(b, "/S/Span/", 0), "/Lang(en)"));
    assert_int_equal(count(b, "/Lang(en)"), 2);
    assert_int_equal(count(b, "/Lang(km)"), 2); /* the catalog's and the document's */
}

static void other_scripts_have_their_languages(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tags; /* tags: of the Spans, in their order; + for one in English */
    } cases[] = {
        {"ស្រី ภาษาไทย និង", "th"},     {"ស្រី ภาษาไทย and ไทย", "th+th"},
        {"ឃ្លា Tiếng Việt", "vi"},    {"ក្រុង Hà Nội, Đà Nẵng", "vi"}, /* words with accents beside sure ones */
        {"ឈ្មោះ Hồ Chí Minh", "vi+"}, {"ឈ្មោះ café Đà", "+"},         /* nothing that is sure */
        {"ឃ្លា 中文", "zh"},          {"ឃ្លា 日本の本", "ja"},
        {"ឃ្លា Ελληνικά το", "el"},   {"ឃ្លា Δt និង π", "+"}, /* formulas */
        {"ឃ្លា Русский", "und-Cyrl"}, {"ឃ្លា 2023 (ពាក្យ)", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        h.tree.root = node_new(h.keep, NULL, ROLE_ROOT, LANG_KM, (struct place){0});
        h.page->items.n = 0;
        hand_line(&h, h.tree.root, ROLE_P, LANG_KM, cases[i].text);
        struct str b = hand_write(&h);
        struct buf got = BUF(h.keep);
        for (size_t at = 0; (at = str_find(b, STR("/S/Span/"), at)) != SIZE_MAX; at++) {
            struct str o = object(b, "/S/Span/", at);
            size_t from = str_find(o, STR("/Lang("), 0) + strlen("/Lang("), to = str_find(o, STR(")"), from);
            struct str tag = str_sub(o, from, to);
            buf_add(&got, str_is(tag, "en") ? STR("+") : tag);
        }
        if (!str_is(buf_str(&got), cases[i].tags))
            print_error("%s: %.*s\n", cases[i].text, (int)got.n, got.s);
        assert_true(str_is(buf_str(&got), cases[i].tags));
    }
}

static void private_use_is_told(void **state)
{
    (void)state;
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "a \xEE\x80\x80 b \xEE\x80\x80");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/ActualText(\xFE\xFF\xE0"), 2);
    assert_int_equal(count(b, "/S/Span/"), 2);
}

static void figures_are_described(void **state)
{
    (void)state;
    static const char pixels[12] = {0};
    struct picture *pic = ARENA_ONE(h.keep, struct picture);
    *pic = (struct picture){.path = STR("photos/a.png"),
                            .form = PICTURE_RAW,
                            .width = 2,
                            .height = 2,
                            .channels = 3,
                            .data = {pixels, 12},
                            .alpha = {pixels, 4}};
    for (int i = 0; i < 3; i++) {
        struct node *fig = hand_node(&h, h.tree.root, ROLE_FIGURE, LANG_EN);
        fig->picture = pic;
        if (i) fig->alt[LANG_EN] = STR("Two teachers");
        if (i == 2) fig->alt[LANG_KM] = STR("គ្រូពីរនាក់");
        hand_item(&h, (struct item){.kind = ITEM_PICTURE,
                                    .node = fig,
                                    .picture = pic,
                                    .x = 60000,
                                    .y = h.y,
                                    .width = 90000,
                                    .height = 60000});
        h.y += 80000;
        hand_line(&h, fig, ROLE_CAPTION, LANG_EN, "A caption");
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Figure/"), 3);
    assert_int_equal(count(b, "/S/Div/"), 0); /* captions stand inside */
    assert_int_equal(count(b, "/S/Caption/"), 3);
    unsigned long before = 0;
    for (size_t at = 0; (at = str_find(b, STR("/S/Caption/"), at)) != SIZE_MAX; at++) {
        struct str caption = object(b, "/S/Caption/", at);
        unsigned long parent = strtoul(caption.s + str_find(caption, STR("/P "), 0) + 3, NULL, 10);
        assert_true(hand_has(b, str_fmt(h.keep, "\n%lu 0 obj\n<<\n/S/Figure/", parent).s));
        assert_int_not_equal(parent, before); /* each in its own */
        before = parent;
    }
    assert_int_equal(count(b, "/Alt("), 3);
    assert_int_equal(count(b, "/Alt(Two teachers)"), 1);
    assert_int_equal(count(b, "/BBox["), 3);
    assert_int_equal(count(b, "/Subtype/Image"), 2); /* the picture and its mask, once */
    assert_true(hand_has(b, "/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>"));
}

static struct item box_to_tick(const struct node *n, int32_t x)
{
    return (struct item){.kind = ITEM_FRAME,
                         .node = n,
                         .x = x,
                         .y = h.y - 9000,
                         .width = 9000,
                         .height = 9000,
                         .line_width = 500};
}

static struct node *add_options(int choice)
{
    static const char *const names[] = {"Yes", "No"};
    struct node *options = hand_node(&h, h.tree.root, ROLE_OPTIONS, LANG_EN);
    options->count = choice;
    for (int i = 0; i < 2; i++) {
        struct node *o = hand_node(&h, options, ROLE_OPTION, LANG_EN);
        node_text(h.keep, o, str_of(names[i]), LANG_EN, (struct place){0});
        hand_item(&h, box_to_tick(o, 60000));
        hand_text(&h, o, NULL, 80000, names[i], LANG_EN, FONT_BODY, false);
        hand_down(&h);
    }
    return options;
}

/* What is asked in one language alone is said in it. */
static void a_blank_tells_its_language(void **state)
{
    (void)state;
    struct node *fields = hand_node(&h, h.tree.root, ROLE_FIELDS, LANG_NONE);
    for (int l = 0; l < LANG_N; l++) {
        struct node *field = hand_node(&h, fields, ROLE_FIELD, LANG_NONE);
        node_text(h.keep, field, l ? STR("Name") : STR("ឈ្មោះ"), (enum lang)l, (struct place){0});
        hand_item(&h,
                  (struct item){
                      .kind = ITEM_RECT, .node = field, .x = 60000, .y = h.y, .width = 90000, .height = 500});
        hand_down(&h);
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Form/"), 2);
    assert_false(hand_has(object(b, "/S/Form/", 0), "/Lang("));
    assert_true(hand_has(object(b, "/Desc(Name)", 0), "/Lang(en)"));
}

static void blanks_are_fields(void **state)
{
    (void)state;
    add_options(CHOICE_ANY);
    hand_line(&h, h.tree.root, ROLE_PROMPT, LANG_EN, "Which?");
    add_options(CHOICE_ONE);
    hand_line(&h, h.tree.root, ROLE_PROMPT, LANG_EN, "In which order?");
    add_options(CHOICE_RANKED);
    hand_line(&h, h.tree.root, ROLE_H3, LANG_EN, "Why?");
    struct node *lines = hand_node(&h, h.tree.root, ROLE_LINES, LANG_EN); /* under a heading */
    for (int i = 0; i < 4; i++) {
        hand_item(
            &h, (struct item){
                    .kind = ITEM_RECT, .node = lines, .x = 60000, .y = h.y, .width = 400000, .height = 500});
        hand_down(&h);
    }
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/Form/"), 7);
    assert_int_equal(count(b, "/S/H1/"), 2);
    assert_int_equal(count(b, "/S/H2/"), 1);
    assert_int_equal(count(b, "/Role/cb/checked/off/Desc(Yes)"), 1);
    assert_int_equal(count(b, "/Role/cb/checked/off/Desc(No)"), 1);
    assert_int_equal(count(b, "/Role/rb/checked/off"), 2);
    assert_int_equal(count(b, "/Role/tv"), 3);
    assert_int_equal(count(b, "/Role/tv/Desc(Why?)"), 1);
}

static void blanks_tell_their_prompt_in_both_languages(void **state)
{
    (void)state;
    struct node *prompt = hand_node(&h, h.tree.root, ROLE_PROMPT, LANG_NONE);
    node_text(h.keep, prompt, STR("A?"), LANG_KM, (struct place){0});
    node_text(h.keep, prompt, STR(" · "), LANG_KM, (struct place){0});
    node_text(h.keep, prompt, STR("B?"), LANG_EN, (struct place){0});
    struct node *scale = hand_node(&h, h.tree.root, ROLE_SCALE, LANG_NONE), *end;
    scale->count = 12;
    end = hand_node(&h, NULL, ROLE_P, LANG_NONE);
    node_text(h.keep, end, STR("much"), LANG_EN, (struct place){0});
    scale->high = end->spans;
    for (int i = 0; i < 12; i++) hand_item(&h, box_to_tick(scale, 60000 + i * 20000));
    struct description said = description_blank(h.keep, &h.tree, prompt, scale, 12);
    assert_true(str_is(said.text, "A? – ១២ / B? – 12 (much)"));
    h.tree.both = false;
    scale->lang = h.tree.lang = LANG_EN;
    assert_true(str_is(description_blank(h.keep, &h.tree, prompt, scale, 3).text, "B? – 3"));
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/Role/rb/checked/off/Desc("), 12);
    struct node *none = hand_node(&h, h.tree.root, ROLE_LINES, LANG_NONE);
    assert_true(str_is(description_blank(h.keep, &h.tree, NULL, none, 0).text, "space to fill in"));
}

static void described_in_the_language_that_there_is(void **state)
{
    (void)state;
    struct node *chart = hand_node(&h, h.tree.root, ROLE_CHART, LANG_EN);
    chart->alt[LANG_KM] = STR("ក");
    chart->alt[LANG_EN] = STR("Bars");
    struct description said = description_shown(h.keep, &h.tree, chart);
    assert_true(str_is(said.text, "ក / Bars") && said.lang == LANG_KM);
    h.tree.lang = LANG_EN;
    said = description_shown(h.keep, &h.tree, chart);
    assert_true(str_is(said.text, "Bars / ក") && said.lang == LANG_EN);
    h.tree.both = false;
    chart->alt[LANG_EN] = (struct str){0};
    said = description_shown(h.keep, &h.tree, chart);
    assert_true(str_is(said.text, "ក") && said.lang == LANG_KM);
}

static void misplaced_nodes_are_wrapped(void **state)
{
    (void)state;
    struct node *list = hand_node(&h, h.tree.root, ROLE_LIST, LANG_EN);
    hand_line(&h, list, ROLE_P, LANG_EN, "a paragraph in a list");
    hand_line(&h, h.tree.root, ROLE_CELL, LANG_EN, "a cell in a document");
    struct node *row = hand_node(&h, h.tree.root, ROLE_TABLE, LANG_EN);
    hand_line(&h, row, ROLE_H1, LANG_EN, "a heading in a table");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/LI/"), 1);
    assert_int_equal(count(b, "/S/LBody/"), 1);
    assert_int_equal(count(b, "/S/Table/"), 2);
    assert_int_equal(count(b, "/S/TR/"), 2);
    assert_int_equal(count(b, "/S/TD/"), 2);
}

static void what_is_nobodys_is_an_artifact(void **state)
{
    (void)state;
    struct node *rule = hand_node(&h, h.tree.root, ROLE_RULE, LANG_NONE);
    hand_item(&h, (struct item){
                      .kind = ITEM_RECT, .node = rule, .x = 60000, .y = h.y, .width = 9000, .height = 500});
    hand_text(&h, NULL, NULL, 60000, "12", LANG_EN, FONT_BODY, false)->artifact = ARTIFACT_FOOTER;
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/"), 2); /* the document, and the output intent */
}

static void deep_nesting(void **state)
{
    (void)state;
    struct node *at = h.tree.root;
    for (int i = 0; i < 20000; i++) {
        at = hand_node(&h, at, i % 2 ? ROLE_ITEM : ROLE_LIST, LANG_EN);
        at->label = STR("•");
    }
    hand_line(&h, at, ROLE_P, LANG_EN, "deep down");
    struct str b = hand_write(&h);
    assert_int_equal(count(b, "/S/LBody/"), 10000);
}

static void attachments_and_names(void **state)
{
    (void)state;
    struct attachment files[] = {
        {STR_INIT("sessions/b.km.md"), STR_INIT("text/markdown"), STR_INIT("# ខ\n"), STR_INIT("កំណត់ត្រា")},
        {STR_INIT("forms/a.csv"), STR_INIT("text/csv"), STR_INIT("a,b\n"), {0}},
    };
    h.tree.attachments = files;
    h.tree.nattachments = 2;
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "text");
    struct str b = hand_write(&h);
    assert_true(hand_has(b, "/Names[(forms/a.csv)"));
    assert_true(hand_has(b, "/Subtype/text#2Fcsv/Params<</Size 4/"));
    assert_int_equal(count(b, "/AFRelationship/Data"), 1);
    assert_int_equal(count(b, "/AFRelationship/Source"), 1);
    assert_true(hand_has(b, "/AF["));
}

static void the_same_bytes(void **state)
{
    (void)state;
    hand_line(&h, h.tree.root, ROLE_H1, LANG_KM, "ព្រះរាជាណាចក្រកម្ពុជា");
    VEC_ADD(h.keep, h.pages.bookmarks, (struct bookmark){.level = 1, .title = STR("ព្រះរាជាណាចក្រកម្ពុជា")});
    struct str one = hand_write(&h), two = hand_write(&h);
    assert_true(one.n > 1000 && str_eq(one, two));
    assert_true(hand_has(one, "D:20230405000000Z"));
    h.tree.epoch = 1700000000;
    assert_true(hand_has(hand_write(&h), "D:20231114221320Z"));
    h.tree.epoch = 951868799;
    assert_true(hand_has(hand_write(&h), "D:20000229235959Z"));
    h.tree.epoch = 253402300800; /* five digits of a year would be no date */
    assert_true(hand_has(hand_write(&h), "D:99991231235959Z"));
    assert_int_equal(h.job.diags->list.n, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_hand, close_hand)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(headings_skip_no_level),
        TEST(the_covers_title_is_the_first_heading),
        TEST(lists),
        TEST(merged_cells_tell_what_they_cover),
        TEST(heads_of_two_rows_are_both_named),
        TEST(table_without_head_has_row_headers),
        TEST(names_are_row_headers),
        TEST(names_below_a_cell_that_reaches_down),
        TEST(themes_are_named_by_their_cells),
        TEST(note_follows_its_block),
        TEST(a_link_over_two_lines_is_one_element),
        TEST(runs_of_a_link_are_one_box),
        TEST(a_link_over_two_pages_is_one_element),
        TEST(two_links_are_two),
        TEST(bad_links_are_text),
        TEST(contents_nest),
        TEST(languages),
        TEST(other_scripts_have_their_languages),
        TEST(private_use_is_told),
        TEST(figures_are_described),
        TEST(a_blank_tells_its_language),
        TEST(blanks_are_fields),
        TEST(blanks_tell_their_prompt_in_both_languages),
        TEST(described_in_the_language_that_there_is),
        TEST(misplaced_nodes_are_wrapped),
        TEST(what_is_nobodys_is_an_artifact),
        TEST(deep_nesting),
        TEST(attachments_and_names),
        TEST(the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
