/* layout: galleys of boxes, without a tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/fit/feathering.h"
#include "layout/galley.h"
#include "layout/page.h"

enum { LINE = 10000 };

struct bench {
    struct arena *a;
    struct galley *text;
    struct galley_output out;
};

static void open(struct bench *b)
{
    *b = (struct bench){.a = arena_new()};
    b->text = galley_new(b->a, 0, 100000);
    b->out = (struct galley_output){.pages = b->a, .arena = b->a, .notes = galley_new(b->a, 0, 100000)};
}

/* A line with one item, told by its colour. */
static struct box line(struct bench *b, uint32_t id)
{
    struct item *it = ARENA_ONE(b->a, struct item);
    *it = (struct item){.kind = ITEM_RECT, .colour = id, .width = 1000, .height = LINE};
    return (struct box){.kind = BOX_BAND, .height = LINE, .first = -1, .items = it, .nitems = 1};
}

static void lines(struct bench *b, struct galley *s, uint32_t first, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) galley_add(b->a, s, line(b, first + i), 0);
}

static struct page *emit(struct bench *b, struct galley *s, int32_t height)
{
    struct page *p = ARENA_ONE(b->a, struct page);
    assert_true(galley_take(s, (struct galley_room){.height = height, .force = true}));
    b->out.page = p;
    galley_emit(&b->out, s, 0, 0, height);
    b->out.number++;
    return p;
}

static void boxes_fill_a_page(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 10);
    struct page *p = emit(&b, b.text, 4 * LINE);
    assert_int_equal(p->items.n, 4);
    assert_int_equal(p->items.at[3].y, 3 * LINE);
    assert_int_equal(emit(&b, b.text, 100 * LINE)->items.n, 6);
    assert_true(galley_done(b.text));
    arena_free(b.a);
}

static void what_keeps_moves_on_together(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 6);
    b.text->boxes.at[2].keep = b.text->boxes.at[3].keep = true;
    assert_int_equal(emit(&b, b.text, 4 * LINE)->items.n, 2);
    b.text->boxes.at[4].new_page = true;
    assert_int_equal(emit(&b, b.text, 9 * LINE)->items.n, 2);
    assert_int_equal(emit(&b, b.text, 9 * LINE)->items.n, 2);
    arena_free(b.a);
}

static void no_page_ends_in_a_hyphen_where_it_need_not(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 6);
    b.text->boxes.at[3].hyphenated = true;
    assert_int_equal(emit(&b, b.text, 4 * LINE)->items.n, 3);
    arena_free(b.a);
}

static void columns_stand_level_and_flow_on(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    struct galley *columns[] = {galley_new(b.a, 0, 40000), galley_new(b.a, 50000, 40000)};
    lines(&b, columns[0], 0, 6);
    lines(&b, columns[1], 100, 3);
    columns[0]->boxes.at[0].first = 7000;
    columns[1]->boxes.at[0].first = 5000;
    struct box group = {.kind = BOX_GROUP, .columns = columns, .ncolumns = 2, .first = -1};
    galley_add(b.a, b.text, group, 0);
    struct page *p = emit(&b, b.text, 4 * LINE);
    assert_int_equal(p->items.n, 4 + 3);
    assert_int_equal(p->items.at[4].x, 50000);
    assert_int_equal(p->items.at[4].y, 2000);
    p = emit(&b, b.text, 4 * LINE);
    assert_int_equal(p->items.n, 2);
    assert_int_equal(p->items.at[0].colour, 4);
    arena_free(b.a);
}

/* A table's head under its rule, and a line beside it; what holds nothing is no rule. */
static void under_a_rule_a_line_is_level(void **state)
{
    (void)state;
    for (int rule = 1; rule >= 0; rule--) {
        struct bench b;
        open(&b);
        struct galley *columns[] = {galley_new(b.a, 0, 40000), galley_new(b.a, 50000, 40000)};
        struct box over = line(&b, 0), head = line(&b, 1), text = line(&b, 2);
        over.height = 1000;
        if (!rule) over.nitems = 0;
        head.first = text.first = 5000;
        galley_add(b.a, columns[0], over, 0);
        galley_add(b.a, columns[0], head, 2000);
        galley_add(b.a, columns[1], text, 0);
        galley_add(b.a, b.text,
                   (struct box){.kind = BOX_GROUP, .columns = columns, .ncolumns = 2, .first = -1}, 0);
        struct page *p = emit(&b, b.text, 10 * LINE);
        assert_int_equal(p->items.at[p->items.n - 2].y, 3000);
        assert_int_equal(p->items.at[p->items.n - 1].y, rule ? 3000 : 0);
        arena_free(b.a);
    }
}

static struct box_note *note(struct bench *b, struct box *at, uint32_t id, uint32_t n)
{
    struct box_note *f = ARENA_ONE(b->a, struct box_note), **end = &at->notes;
    f->galley = galley_new(b->a, 0, 100000);
    lines(b, f->galley, id, n);
    f->height = galley_height(f->galley);
    while (*end) end = &(*end)->next;
    *end = f;
    return f;
}

static void a_line_moves_on_with_the_notes_it_brings(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 5);
    note(&b, &b.text->boxes.at[3], 50, 2);
    int32_t room = 5 * LINE + GALLEY_NOTES_GAP;
    assert_int_equal(emit(&b, b.text, room)->items.n, 3);
    assert_int_equal(b.out.notes->boxes.n, 0);
    assert_int_equal(emit(&b, b.text, room)->items.n, 2);
    assert_int_equal(b.out.notes->boxes.n, 2);
    assert_int_equal(galley_height_within(b.out.notes, LINE), LINE);
    assert_int_equal(galley_height_within(b.out.notes, 9 * LINE), 2 * LINE);
    arena_free(b.a);
}

/* A note's notes follow it, those inside a group of its too, and each but once. */
static void notes_bring_their_own(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 2);
    struct box_note *first = note(&b, &b.text->boxes.at[0], 50, 1);
    note(&b, &b.text->boxes.at[0], 51, 1);
    note(&b, &b.text->boxes.at[1], 54, 1);
    struct galley **columns = ARENA_ONE(b.a, struct galley *);
    columns[0] = galley_new(b.a, 0, 40000);
    lines(&b, columns[0], 500, 1);
    struct box_note *inner = note(&b, &columns[0]->boxes.at[0], 52, 1);
    note(&b, &inner->galley->boxes.at[0], 53, 1);
    struct box group = {.kind = BOX_GROUP, .columns = columns, .ncolumns = 1, .first = -1};
    galley_add(b.a, first->galley, group, 0);
    assert_int_equal(galley_notes_height(first->galley), LINE);
    assert_int_equal(galley_notes_height(inner->galley), LINE);
    emit(&b, b.text, 99 * LINE);
    struct page *p = emit(&b, b.out.notes, 99 * LINE);
    const uint32_t want[] = {50, 500, 51, 52, 53, 54};
    assert_int_equal(p->items.n, sizeof want / sizeof *want);
    for (size_t i = 0; i < p->items.n; i++) assert_int_equal(p->items.at[i].colour, want[i]);
    assert_true(galley_done(b.out.notes));
    arena_free(b.a);
}

enum { MANY = 70000, FAN = 8 };

/* Note i marks notes FAN * i + 1 … FAN * i + FAN. */
static void many_notes(struct bench *b)
{
    struct box_note *all = ARENA_MANY(b->a, struct box_note, MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        all[i] = (struct box_note){.galley = galley_new(b->a, 0, 100000), .height = LINE};
        lines(b, all[i].galley, i, 1);
        if (i) all[i].next = i % FAN && i + 1 < MANY ? &all[i + 1] : NULL;
    }
    for (uint32_t i = 0; FAN * i + 1 < MANY; i++) all[i].galley->boxes.at[0].notes = &all[FAN * i + 1];
    b->text->boxes.at[0].notes = all;
}

/* So many that the galley of notes moves in memory as it grows. */
static void seventy_thousand_notes_are_put_once_and_in_order(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 1);
    many_notes(&b);
    emit(&b, b.text, 99 * LINE);
    uint32_t next = 0;
    while (!galley_done(b.out.notes)) {
        struct page *p = emit(&b, b.out.notes, 1000 * LINE);
        for (size_t i = 0; i < p->items.n; i++) assert_int_equal(p->items.at[i].colour, next++);
    }
    assert_int_equal(next, MANY);
    assert_int_equal(b.out.number, 1 + MANY / 1000);
    arena_free(b.a);
}

static void what_begins_is_told_with_its_place(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 6);
    const struct node *thing = (const struct node *)&b; /* never looked into */
    struct box_start start = {.owner = thing};
    b.text->boxes.at[4].starts = &start;
    emit(&b, b.text, 3 * LINE);
    assert_int_equal(b.out.starts.n, 0);
    emit(&b, b.text, 3 * LINE);
    assert_int_equal(b.out.starts.n, 1);
    assert_ptr_equal(b.out.starts.at[0].owner, thing);
    assert_int_equal(b.out.starts.at[0].page, 1);
    assert_int_equal(b.out.starts.at[0].y, LINE);
    arena_free(b.a);
}

static void a_head_comes_again_as_an_artifact(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    struct galley *head = galley_new(b.a, 0, 100000);
    lines(&b, head, 77, 1);
    galley_height(head);
    lines(&b, b.text, 0, 4);
    for (size_t i = 0; i < 4; i++) b.text->boxes.at[i].repeat = head;
    emit(&b, b.text, 3 * LINE);
    struct page *p = emit(&b, b.text, 9 * LINE);
    assert_int_equal(p->items.at[0].colour, 77);
    assert_int_equal(p->items.at[0].artifact, ARTIFACT_LAYOUT);
    assert_int_equal(p->items.at[1].y, LINE);
    arena_free(b.a);
}

static void spaces_shrink_to_spare_a_page(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    for (uint32_t i = 0; i < 10; i++) galley_add(b.a, b.text, line(&b, i), LINE);
    struct galley_room room = {.height = 17 * LINE, .force = true};
    galley_shrink(b.text, room);
    assert_int_equal(emit(&b, b.text, room.height)->items.n, 10);
    arena_free(b.a);
}

/* Six lines in ten would stay white, then two. */
static void a_mild_keep_leaves_no_page_white(void **state)
{
    (void)state;
    for (uint32_t above = 4; above <= 8; above += 4) {
        struct bench b;
        open(&b);
        lines(&b, b.text, 0, above + 8);
        for (size_t i = above; i + 1 < b.text->boxes.n; i++)
            b.text->boxes.at[i].keep = true, b.text->boxes.at[i].mild = BOX_MILD;
        assert_int_equal(emit(&b, b.text, 10 * LINE)->items.n, above == 4 ? 10 : above);
        arena_free(b.a);
    }
}

/* Five lines in ten would stay white: what is mildest is given up, and what is milder than nothing stays. */
static void what_is_mildest_is_given_up_first(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 14);
    for (size_t i = 5; i + 1 < b.text->boxes.n; i++) {
        b.text->boxes.at[i].keep = true;
        b.text->boxes.at[i].mild = i < 8 ? BOX_MILDEST : BOX_MILD;
    }
    assert_int_equal(emit(&b, b.text, 10 * LINE)->items.n, 8);
    arena_free(b.a);
}

/* Two lines in ten would stay white: that parts what is kept loosely, and nothing that is kept more firmly.
 */
static void what_is_kept_loosely_is_parted_for_less(void **state)
{
    (void)state;
    for (int loose = 0; loose < 2; loose++) {
        struct bench b;
        open(&b);
        lines(&b, b.text, 0, 16);
        for (size_t i = 8; i + 1 < b.text->boxes.n; i++) {
            b.text->boxes.at[i].keep = true;
            b.text->boxes.at[i].mild = loose ? BOX_LOOSE : BOX_MILDEST;
        }
        assert_int_equal(emit(&b, b.text, 10 * LINE)->items.n, loose ? 10 : 8);
        arena_free(b.a);
    }
}

/* Its last lines miss a page by a little, that would stay half white: its spaces give more than others'. */
static void what_is_kept_mildly_is_pressed_before_it_is_parted(void **state)
{
    (void)state;
    for (int mild = 0; mild < 2; mild++) {
        struct bench b;
        open(&b);
        for (uint32_t i = 0; i < 20; i++) galley_add(b.a, b.text, line(&b, i), LINE / 4);
        for (size_t i = 8; i < 19; i++) {
            b.text->boxes.at[i].keep = mild;
            b.text->boxes.at[i].mild = BOX_MILDEST;
        }
        lines(&b, b.text, 20, 40);
        struct galley_room room = {.height = 23 * LINE - LINE / 8, .force = true};
        galley_shrink(b.text, room);
        assert_int_equal(emit(&b, b.text, room.height)->items.n, mild ? 20 : 18);
        arena_free(b.a);
    }
}

/* It takes its own space above, too, where the page would stay white without it. */
static void a_chapter_that_misses_a_page_is_pressed_into_it(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 12);
    b.text->new_page = b.text->shares = true;
    galley_add(b.a, b.text, line(&b, 12), 4 * LINE);
    lines(&b, b.text, 13, 40);
    for (size_t i = 12; i < 16; i++) b.text->boxes.at[i].keep = true;
    struct galley_room room = {.height = 20 * LINE, .force = true};
    galley_shrink(b.text, room);
    assert_int_equal(emit(&b, b.text, room.height)->items.n, 17);
    arena_free(b.a);
}

/* Four lines of what goes on must find room under a line that asks for them, and else it begins the next page
 * with what keeps it. */
static void what_goes_on_has_room_for_more_than_a_beginning(void **state)
{
    (void)state;
    for (uint32_t above = 3; above <= 5; above++) {
        struct bench b;
        open(&b);
        lines(&b, b.text, 0, above + 12);
        b.text->boxes.at[above].keep = true;
        b.text->boxes.at[above + 1].asks = 4 * LINE;
        size_t fit = above <= 4 ? 10 : above;
        assert_int_equal(emit(&b, b.text, 10 * LINE)->items.n, fit);
        if (above > 4) assert_int_equal(emit(&b, b.text, 5 * LINE)->items.n, 5);
        arena_free(b.a);
    }
}

/* What parts two sections shows below one of them, keeps its place at a page's top, and is told to begin
 * there. */
static void what_parts_sections_shows_between_them_alone(void **state)
{
    (void)state;
    static const struct node section;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 2);
    struct box_start start = {.owner = &section};
    for (size_t i = 0; i < 2; i++) b.text->boxes.at[i].between = true;
    b.text->boxes.at[0].starts = &start;
    struct page *p = emit(&b, b.text, 10 * LINE);
    assert_int_equal(p->items.n, 1);
    assert_int_equal(p->items.at[0].colour, 1);
    assert_int_equal(p->items.at[0].y, LINE);
    assert_int_equal(b.out.starts.n, 1);
    arena_free(b.a);
}

/* Above its parts alone, none of them first; no more than the most. */
static void what_a_page_has_left_is_shared(void **state)
{
    (void)state;
    for (int most = LINE; most <= 5 * LINE; most += 4 * LINE) {
        struct bench b;
        open(&b);
        lines(&b, b.text, 0, 4);
        b.text->boxes.at[0].part = b.text->boxes.at[1].part = b.text->boxes.at[3].part = true;
        struct galley_room room = {.height = 8 * LINE, .force = true};
        assert_true(galley_take(b.text, room));
        feathering_spread(b.text, room, most);
        int32_t each = most < 2 * LINE ? most : 2 * LINE;
        assert_int_equal(b.text->boxes.at[0].before, 0);
        assert_int_equal(b.text->boxes.at[1].before, each);
        assert_int_equal(b.text->boxes.at[2].before, 0);
        assert_int_equal(b.text->boxes.at[3].before, each);
        assert_int_equal(b.text->used, 4 * LINE + 2 * each);
        arena_free(b.a);
    }
}

static void borders_run_over_all_their_boxes(void **state)
{
    (void)state;
    struct bench b;
    open(&b);
    lines(&b, b.text, 0, 6);
    struct box_border outer = {.x = 1, .width = 900}, inner = {.x = 2, .width = 900, .outer = &outer};
    for (size_t i = 1; i < 5; i++) b.text->boxes.at[i].border = i == 2 ? &inner : &outer;
    struct page *p = emit(&b, b.text, 9 * LINE);
    assert_int_equal(p->items.n, 6 + 2);
    int32_t of_inner = 0, of_outer = 0;
    for (size_t i = 0; i < p->items.n; i++) {
        if (p->items.at[i].x == 2) of_inner += p->items.at[i].height;
        if (p->items.at[i].x == 1) of_outer += p->items.at[i].height;
    }
    assert_int_equal(of_inner, LINE);
    assert_int_equal(of_outer, 4 * LINE);
    arena_free(b.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_fill_a_page),
        cmocka_unit_test(what_keeps_moves_on_together),
        cmocka_unit_test(no_page_ends_in_a_hyphen_where_it_need_not),
        cmocka_unit_test(columns_stand_level_and_flow_on),
        cmocka_unit_test(under_a_rule_a_line_is_level),
        cmocka_unit_test(a_line_moves_on_with_the_notes_it_brings),
        cmocka_unit_test(notes_bring_their_own),
        cmocka_unit_test(seventy_thousand_notes_are_put_once_and_in_order),
        cmocka_unit_test(what_begins_is_told_with_its_place),
        cmocka_unit_test(a_head_comes_again_as_an_artifact),
        cmocka_unit_test(spaces_shrink_to_spare_a_page),
        cmocka_unit_test(a_mild_keep_leaves_no_page_white),
        cmocka_unit_test(what_is_mildest_is_given_up_first),
        cmocka_unit_test(what_is_kept_loosely_is_parted_for_less),
        cmocka_unit_test(what_is_kept_mildly_is_pressed_before_it_is_parted),
        cmocka_unit_test(a_chapter_that_misses_a_page_is_pressed_into_it),
        cmocka_unit_test(what_goes_on_has_room_for_more_than_a_beginning),
        cmocka_unit_test(what_parts_sections_shows_between_them_alone),
        cmocka_unit_test(what_a_page_has_left_is_shared),
        cmocka_unit_test(borders_run_over_all_their_boxes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
