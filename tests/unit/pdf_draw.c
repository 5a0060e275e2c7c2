#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/draw.h"
#include "pdf_hand.h"

/* What a reader makes of a page's content: marks, and where its pen stands. */
static struct hand h;
static struct haru *haru;
static struct tags tags;
static struct pictures pictures;
static struct draw draw;

static int open_hand(void **state)
{
    (void)state;
    hand_open(&h);
    haru = haru_open(h.keep, NULL, NULL);
    return h.fonts && haru ? 0 : -1;
}

static int close_hand(void **state)
{
    (void)state;
    haru_close(haru);
    hand_close(&h);
    return 0;
}

static struct str drawn(void)
{
    static unsigned ids[8];
    for (size_t i = 0; i < h.pages.list.n; i++) ids[i] = haru_page(haru);
    tags = tags_new(h.keep, haru, &h.tree, ids, h.pages.list.n);
    pictures = pictures_new(&h.job, haru, NULL);
    draw = draw_new(h.keep, &tags, h.fonts, &pictures, &h.pages);
    draw_page(&draw, &h.pages.list.at[0], 0);
    return buf_str(&draw.out);
}

/* Codes hold NUL bytes: no C strings here. */
static size_t count(struct str in, const char *what)
{
    size_t n = 0;
    for (size_t at = 0; (at = str_find(in, str_of(what), at)) != SIZE_MAX; at++) n++;
    return n;
}

static void pieces_of_one_element_share_a_mark(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
    for (int i = 0; i < 3; i++) {
        hand_text(&h, p, NULL, 60000, "ការ", LANG_KM, FONT_BODY, i == 1);
        hand_item(&h, (struct item){.kind = ITEM_LINK, .node = p, .width = 1000, .height = 1000});
        hand_down(&h);
    }
    hand_line(&h, h.tree.root, ROLE_P, LANG_KM, "អប់រំ");
    struct str s = drawn();
    assert_int_equal(count(s, "/P<</MCID 0>>BDC\n"), 1);
    assert_int_equal(count(s, "/P<</MCID 1>>BDC\n"), 1);
    assert_int_equal(count(s, "BDC"), 2);
    assert_int_equal(count(s, "EMC"), 2);
    assert_int_equal(count(s, "BT\n"), 1);
    assert_int_equal(count(s, " Tf\n"), 3); /* regular, bold, regular */
    assert_int_equal(count(s, " rg\n"), 1);
}

static void artifacts_have_types(void **state)
{
    (void)state;
    static const enum artifact kinds[] = {ARTIFACT_HEADER, ARTIFACT_LAYOUT, ARTIFACT_LAYOUT, ARTIFACT_FOOTER};
    for (int i = 0; i < 4; i++)
        hand_item(&h, (struct item){.kind = ITEM_RECT,
                                    .artifact = kinds[i],
                                    .x = 1000 * i,
                                    .y = 2000,
                                    .width = 500,
                                    .height = 250});
    struct str s = drawn();
    assert_true(hand_has(s, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"));
    assert_true(
        hand_has(s, "/Artifact<</Type/Layout>>BDC\n1 839.64 .5 .25 re\n2 839.64 .5 .25 re\nf\nEMC\n"));
    assert_true(hand_has(s, "/Subtype/Footer"));
    assert_int_equal(count(s, "BDC"), 3);
}

/* Reads the TJ arrays of a content stream the way a reader does, and compares the pen with each cluster's
 * place: no cluster stands before the empty code of the one before it. Returns how many stand behind it, not
 * at it. */
static size_t check_pen(const char *at, const struct item *it)
{
    const struct placed *first = &it->clusters[0];
    const struct codes *coding = &draw.codes[first->glyphs->face];
    double pen = it->x, size = first->size, empty = pen, space = 0;
    size_t i = 0, behind = 0;
    const char *spaces = strstr(at, " Tw\n");
    assert_non_null(at = strstr(at, " Td[("));
    if (spaces && spaces < at) {
        while (spaces[-1] != '\n') spaces--;
        space = strtod(spaces, NULL) * 1000;
    }
    for (at += 4; *at != ']';) {
        if (*at == '(') {
            for (at++; *at != ')';) {
                unsigned code = (unsigned char)*at++;
                if (code <= coding->last) code = code << 8 | (unsigned char)*at++;
                const struct subset_entry *e = subset_find(draw.subsets.at[0], it->clusters[i].glyphs);
                assert_non_null(e);
                bool starts = e->written[0] == code, ends = e->written[e->n - 1] == code;
                assert_true(starts || ends);
                assert_int_equal(codes_cid(coding, e->codes[starts ? 0 : 1]), code);
                assert_true(!starts || pen > empty - 1);
                behind += starts && empty > it->x && pen > empty + 1;
                empty = ends && !starts ? pen : it->x;
                if (starts)
                    assert_true(pen - it->x - it->clusters[i].x < 25 && it->x + it->clusters[i].x - pen < 25);
                if (ends) i++;
                if (starts) pen += e->advance * size / 1000;
                if (code == ' ') pen += space;
            }
            at++;
        } else {
            char *end;
            pen -= (double)strtol(at, &end, 10) * size / 1000;
            at = end;
        }
    }
    assert_int_equal(i, it->nclusters);
    return behind;
}

static void pens_stand_where_clusters_do(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
    struct item *it =
        hand_text(&h, p, NULL, 61234, "ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ", LANG_KM, FONT_BODY, false);
    for (size_t i = 0, more = 0; i < it->nclusters; i++) {
        it->clusters[i].x += (int32_t)more; /* as justified */
        if (str_is(it->clusters[i].glyphs->text, " ")) more += 1377;
        if (it->clusters[i].glyphs->khmer) more += 113;
    }
    check_pen(drawn().s, it);
}

static void kerned_latin_too(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    struct item *it =
        hand_text(&h, p, NULL, 60000, "AVATAR To Ty. (WAVE) \\ office", LANG_EN, FONT_SANS, true);
    check_pen(drawn().s, it);
}

/* Words that stand apart as a justified line's do: one Tw, and no number after any of the spaces; the next
 * line's own, if it has three. */
static void spaces_are_widened_at_once(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    static const struct {
        const char *text, *tw;
        int more;
    } lines[] = {
        {"one by one by one", "\n3.21 Tw\n", 3210}, {"so on", NULL, 0}, {"it is in us", "\n0 Tw\n", 0}};
    for (size_t i = 0; i < 3; i++) {
        struct item *it = hand_text(&h, p, NULL, 60000, lines[i].text, LANG_EN, FONT_SANS, false);
        for (size_t k = 0, more = 0; k < it->nclusters; k++) {
            it->clusters[k].x += (int32_t)more;
            if (str_is(it->clusters[k].glyphs->text, " ")) more += (size_t)lines[i].more;
        }
        if (!i) check_pen(drawn().s, it);
        hand_down(&h);
    }
    struct str s = drawn();
    assert_int_equal(count(s, " Tw\n"), 2);
    for (size_t i = 0; i < 3; i++) assert_true(!lines[i].tw || count(s, lines[i].tw) == 1);
    assert_int_equal(count(s, " )321("), 1); /* the second line takes the first one's back */
}

/* Poppler takes a letter that stands twice in one place for fake bold: ជី must not touch the empty code of
 * ជ្ជា, nor ន that of ន្ន; រ may touch that of ក្ក. */
static void letters_that_repeat_do_not_touch(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t behind;
    } lines[] = {{"វិជ្ជាជីវៈ", 1}, {"ឧត្តមទុន្ននន", 1}, {"ឯក្ករាជ", 0}, {"និស្សិតត្រីរូប", 1}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
        struct item *it = hand_text(&h, p, NULL, 61234, lines[i].text, LANG_KM, FONT_BODY, false);
        assert_int_equal(check_pen(drawn().s, it), lines[i].behind);
        h.page->items.n = 0;
    }
}

/* The same where the letter that repeats is of another face, size or item. */
static void nor_over_a_change_of_face(void **state)
{
    (void)state;
    for (int bold = 0; bold < 2; bold++) {
        struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
        struct item *it = hand_text(&h, p, NULL, 60000, "វិជ្ជា", LANG_KM, FONT_BODY, !bold);
        int32_t end = 60000 + it->width;
        hand_text(&h, p, NULL, end, bold ? "ជីវៈ" : "គំនិត", LANG_KM, FONT_BODY, bold);
        struct str s = drawn();
        assert_int_equal(count(s, ")2("), bold);
        assert_int_equal(count(s, "[-2("), bold);
        h.page->items.n = 0;
    }
}

/* What is set nearer than its place moves the empty code before it too: readers sort by place. */
static void empty_codes_move_with_what_follows(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
    struct item *it = hand_text(&h, p, NULL, 61234, "ស្រីវិជ្ជាការ", LANG_KM, FONT_BODY, false);
    for (size_t i = 0; i < it->nclusters; i++) it->clusters[i].x -= (int32_t)i * 150;
    assert_int_equal(check_pen(drawn().s, it), 0);
}

static void raised_text(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    hand_text(&h, p, NULL, 60000, "a", LANG_EN, FONT_BODY, false);
    hand_text(&h, p, NULL, 66000, "b", LANG_EN, FONT_BODY, false)->rise = 3500;
    assert_int_equal(count(drawn(), " 3.5 Td["), 1);
}

static void frames_stay_inside(void **state)
{
    (void)state;
    hand_item(&h, (struct item){.kind = ITEM_FRAME,
                                .artifact = ARTIFACT_LAYOUT,
                                .x = 10000,
                                .y = 41890,
                                .width = 12000,
                                .height = 12000,
                                .line_width = 1000,
                                .colour = 0xFF0000});
    assert_true(hand_has(drawn(), "1 0 0 RG\n1 w 10.5 788.5 11 11 re S\n"));
}

/* ISO 32000-1, 9.3.4: per cent, and it stays until it is changed. */
static void letters_drawn_wider_are_no_gaps(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_KM);
    for (int i = 0; i < 3; i++) {
        struct item *it = hand_text(&h, p, NULL, 60000, "ការអប់រំ", LANG_KM, FONT_BODY, false);
        it->widen = i < 2 ? 1250 : 0;
        for (size_t k = 0; k < it->nclusters; k++)
            it->clusters[k].x += it->clusters[k].x * it->widen / 100000;
        hand_down(&h);
    }
    struct str s = drawn();
    assert_int_equal(count(s, "101.25 Tz\n"), 1);
    assert_int_equal(count(s, "100 Tz\n"), 1);
    assert_int_equal(count(s, " Tz"), 2);
    assert_int_equal(count(s, ")]TJ"), 3);
    assert_int_equal(count(s, ")-"), 0);
}

/* A mark that begins inside of BT ends inside of it; what is no text has a mark of its own then. */
static void text_and_boxes_of_one_element(void **state)
{
    (void)state;
    struct node *figure = hand_node(&h, h.tree.root, ROLE_CHART, LANG_EN);
    figure->alt[LANG_EN] = STR("Bars");
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "Before");
    for (int i = 0; i < 3; i++) {
        hand_text(&h, figure, NULL, 60000, "label", LANG_EN, FONT_BODY, false);
        hand_item(
            &h,
            (struct item){
                .kind = ITEM_RECT, .node = figure, .x = 1000 * i, .y = 2000, .width = 500, .height = 250});
        hand_down(&h);
    }
    struct str s = drawn();
    assert_true(hand_has(s, "EMC\nET\n/Figure<</MCID 2>>BDC\n"));
    assert_int_equal(count(s, "/Figure<<"), 2);
    assert_int_equal(count(s, "BDC"), count(s, "EMC"));
    assert_int_equal(count(s, "BT\n"), count(s, "ET\n"));
    assert_true(str_ends(s, "f\nEMC\n"));
}

/* Words of two faces on one line: the second goes on where the first ended; the next line starts anew. */
static void a_line_goes_on(void **state)
{
    (void)state;
    struct node *p = hand_node(&h, h.tree.root, ROLE_P, LANG_EN);
    for (int line = 0; line < 2; line++) {
        struct item *first = hand_text(&h, p, NULL, 60000, "One ", LANG_EN, FONT_BODY, false);
        hand_text(&h, p, NULL, 60000 + first->width, "two", LANG_EN, FONT_BODY, true);
        hand_text(&h, p, NULL, 300000, "far", LANG_EN, FONT_BODY, true);
        hand_down(&h);
    }
    struct str s = drawn();
    assert_int_equal(count(s, ")]TJ"), 6);
    assert_int_equal(count(s, " Td["), 4);
    assert_true(hand_has(s, "-240 -20 Td["));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_hand, close_hand)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(letters_drawn_wider_are_no_gaps),
        TEST(pieces_of_one_element_share_a_mark),
        TEST(artifacts_have_types),
        TEST(pens_stand_where_clusters_do),
        TEST(kerned_latin_too),
        TEST(spaces_are_widened_at_once),
        TEST(letters_that_repeat_do_not_touch),
        TEST(nor_over_a_change_of_face),
        TEST(empty_codes_move_with_what_follows),
        TEST(raised_text),
        TEST(frames_stay_inside),
        TEST(text_and_boxes_of_one_element),
        TEST(a_line_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
