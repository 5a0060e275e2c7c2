/* layout: chapters set closer or wider, and where parts of the book begin, on boxes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/fit/copyfit.h"

enum { LINE = 10000, SPACE = 4000, PAGE = 20 * LINE };

struct bench {
    struct arena *a;
    struct galley *s;
};

static struct bench open(void)
{
    struct bench b = {.a = arena_new()};
    b.s = galley_new(b.a, 0, 100000);
    return b;
}

/* Lines apart from each other, the first of which begins a page. */
static size_t chapter(struct bench *b, size_t n, bool opens)
{
    size_t first = b->s->boxes.n;
    b->s->new_page = first > 0;
    b->s->shares = b->s->opens = opens;
    for (size_t i = 0; i < n; i++)
        galley_add(b->a, b->s, (struct box){.kind = BOX_BAND, .height = LINE, .first = -1}, i ? SPACE : 0);
    return first;
}

static void fit(struct bench *b, size_t closing)
{
    struct arena *scratch = arena_new();
    copyfit_chapters(&(struct copyfit){b->s, scratch, PAGE, closing});
    arena_free(scratch);
    assert_int_equal(b->s->from, 0);
}

/* How many pages it takes; last: what the last of them holds. */
static size_t pages(struct bench *b, int32_t *last)
{
    struct galley_room room = {.height = PAGE, .force = true};
    size_t n = 0;
    for (b->s->from = 0; !galley_done(b->s); n++) {
        galley_take(b->s, room);
        *last = b->s->used;
        b->s->from = b->s->to;
    }
    b->s->from = 0;
    return n;
}

/* 14 lines fill a page. */
static void a_few_lines_get_no_page(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last;
    chapter(&b, 73, false);
    assert_int_equal(pages(&b, &last), 6);
    fit(&b, 0);
    assert_int_equal(pages(&b, &last), 5);
    assert_true(b.s->boxes.at[1].before >= SPACE * 6 / 10);
    arena_free(b.a);
}

/* Lines that stay together; the first is so far under what is above. */
static size_t block(struct bench *b, size_t n, int32_t before)
{
    size_t first = b->s->boxes.n;
    for (size_t i = 0; i < n; i++)
        galley_add(b->a, b->s,
                   (struct box){.kind = BOX_BAND, .height = 14000, .first = -1, .keep = i + 1 < n},
                   i ? 0 : before);
    return first;
}

/* 14 such lines fill a page; three would stand on the last. */
static void a_part_begins_a_page_lest_the_last_be_nearly_white(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last;
    block(&b, 9, 0);
    size_t part = block(&b, 4, SPACE);
    block(&b, 7, 0), block(&b, 7, 0), block(&b, 3, 0);
    assert_int_equal(pages(&b, &last), 3);
    assert_int_equal(last, 3 * 14000);
    fit(&b, 0);
    assert_true(b.s->boxes.at[part].new_page);
    assert_int_equal(pages(&b, &last), 3);
    assert_int_equal(last, 10 * 14000);
    arena_free(b.a);
}

static void what_spaces_cannot_give_stays_as_it_is(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last;
    chapter(&b, 22, false);
    assert_int_equal(pages(&b, &last), 2);
    assert_true(last > PAGE * 40 / 100);
    fit(&b, 0);
    assert_int_equal(pages(&b, &last), 2);
    arena_free(b.a);
}

static void half_a_page_becomes_more(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last, was;
    chapter(&b, 64, false);
    size_t n = pages(&b, &was);
    assert_in_range(was, PAGE * 40 / 100, PAGE * 61 / 100);
    fit(&b, 0);
    assert_int_equal(pages(&b, &last), n);
    assert_true(last >= PAGE * 62 / 100 && b.s->boxes.at[1].before > SPACE);
    arena_free(b.a);
}

/* The book's last page is a left one where a chapter can be set on a page less. */
static void the_back_cover_lies_on_a_left_page(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last;
    chapter(&b, 4, false);
    chapter(&b, 64, false);
    size_t closing = chapter(&b, 4, false);
    assert_int_equal(pages(&b, &last), 7);
    fit(&b, closing);
    assert_int_equal(pages(&b, &last), 6);
    arena_free(b.a);
}

static void parts_begin_pages_where_they_are_long(void **state)
{
    (void)state;
    for (size_t n = 3; n <= 39; n += 36) {
        struct bench b = open();
        chapter(&b, 10, false);
        size_t first = chapter(&b, n, true), second = chapter(&b, n, true);
        fit(&b, 0);
        assert_int_equal(b.s->boxes.at[first].shares, n == 3);
        assert_int_equal(b.s->boxes.at[second].shares, n == 3);
        arena_free(b.a);
    }
}

/* A short part goes on under the one before where both keep most of their spaces, else it has its page. */
static void no_part_is_pressed_under_another(void **state)
{
    (void)state;
    size_t joined = 0;
    for (size_t n = 1; n <= 8; n++) {
        struct bench b = open();
        chapter(&b, 13, false);
        size_t first = chapter(&b, 39, true), second = chapter(&b, n, true);
        fit(&b, 0);
        joined += b.s->boxes.at[second].shares;
        assert_true(!b.s->boxes.at[second].shares || b.s->boxes.at[first + 1].before >= SPACE * 85 / 100);
        arena_free(b.a);
    }
    assert_int_equal(joined, 7);
}

/* Under a part that leaves much of its only page the next one begins, where either of them is short. */
static void a_short_part_is_followed_on_its_page(void **state)
{
    (void)state;
    static const struct {
        size_t part, next;
        bool shares;
    } PARTS[] = {{8, 39, true}, {9, 39, false}, {9, 7, true}, {12, 39, false}, {20, 39, false}};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        struct bench b = open();
        chapter(&b, 10, false);
        chapter(&b, 84, true);
        size_t part = chapter(&b, PARTS[i].part, true), next = chapter(&b, PARTS[i].next, true);
        fit(&b, 0);
        assert_false(b.s->boxes.at[part].shares);
        assert_int_equal(b.s->boxes.at[next].shares, PARTS[i].shares);
        arena_free(b.a);
    }
}

/* What a page leaves for boxes that stay together is shared among its spaces, a quarter of each at most; not
 * where its chapter ends. */
static void pages_that_go_on_end_level(void **state)
{
    (void)state;
    for (size_t kept = 2; kept <= 8; kept++)
        for (int ends = 0; ends < 2; ends++) {
            struct bench b = open();
            struct galley_room room = {.height = PAGE, .force = true};
            chapter(&b, 10, false);
            size_t block = ends ? chapter(&b, kept, false) : b.s->boxes.n;
            for (size_t i = 0; i < kept && !ends; i++)
                galley_add(b.a, b.s,
                           (struct box){.kind = BOX_BAND, .height = LINE, .first = -1, .keep = i + 1 < kept},
                           SPACE);
            galley_take(b.s, room);
            int32_t used = b.s->used;
            copyfit_fill(b.s, room);
            bool filled = !ends && b.s->to == block && b.s->to < b.s->boxes.n;
            assert_int_equal(b.s->used > used, filled);
            assert_in_range(b.s->used, used, PAGE);
            if (filled) assert_true(b.s->used > PAGE - LINE / 10 || b.s->boxes.at[1].before == SPACE * 5 / 4);
            arena_free(b.a);
        }
}

/* Closer or a little wider, where that leaves less of a page white before what stays together. */
static void a_chapter_leaves_less_white(void **state)
{
    (void)state;
    struct bench b = open();
    int32_t last, was;
    chapter(&b, 9, false);
    for (size_t i = 0; i < 12; i++)
        galley_add(b.a, b.s, (struct box){.kind = BOX_BAND, .height = LINE, .first = -1, .keep = i < 11},
                   SPACE);
    size_t n = pages(&b, &was);
    fit(&b, 0);
    assert_int_equal(pages(&b, &last), n);
    assert_true(b.s->boxes.at[1].before > SPACE);
    arena_free(b.a);
}

static void what_a_page_has_left_goes_back(void **state)
{
    (void)state;
    struct bench b = open();
    chapter(&b, 73, false);
    fit(&b, 0);
    assert_true(b.s->boxes.at[1].before < SPACE);
    struct galley_room room = {.height = PAGE, .force = true};
    galley_take(b.s, room);
    b.s->boxes.at[b.s->to].new_page = true; /* the page ends here with room left */
    room.height = PAGE * 2;
    galley_take(b.s, room);
    copyfit_give_back(b.s, room);
    assert_int_equal(b.s->boxes.at[1].before, SPACE);
    arena_free(b.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_few_lines_get_no_page),
        cmocka_unit_test(a_part_begins_a_page_lest_the_last_be_nearly_white),
        cmocka_unit_test(what_spaces_cannot_give_stays_as_it_is),
        cmocka_unit_test(half_a_page_becomes_more),
        cmocka_unit_test(the_back_cover_lies_on_a_left_page),
        cmocka_unit_test(parts_begin_pages_where_they_are_long),
        cmocka_unit_test(no_part_is_pressed_under_another),
        cmocka_unit_test(what_a_page_has_left_goes_back),
        cmocka_unit_test(a_short_part_is_followed_on_its_page),
        cmocka_unit_test(pages_that_go_on_end_level),
        cmocka_unit_test(a_chapter_leaves_less_white),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
