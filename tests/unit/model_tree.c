/* model: the tree's own check finds each kind of wrong nesting; the dump tells all of a node. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "model/dump.h"

static struct tree *tree_new(struct arena *a)
{
    struct tree *t = ARENA_ONE(a, struct tree);
    t->name = STR("t");
    t->root = node_new(a, NULL, ROLE_ROOT, LANG_KM, (struct place){0});
    return t;
}

static struct node *add(struct arena *a, struct node *parent, enum role role)
{
    return node_new(a, parent, role, LANG_NONE, (struct place){0});
}

static struct node *text(struct arena *a, struct node *parent, enum role role, const char *s)
{
    struct node *n = add(a, parent, role);
    node_text(a, n, str_of(s), LANG_EN, (struct place){0});
    return n;
}

static struct node *table(struct arena *a, struct node *parent, size_t columns)
{
    struct node *t = add(a, parent, ROLE_TABLE);
    t->columns = ARENA_MANY(a, struct column, columns);
    t->ncolumns = columns;
    return t;
}

static void good_trees_pass(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    assert_null(tree_check(t));
    struct node *sect = add(a, t->root, ROLE_SECT);
    text(a, sect, ROLE_H1, "one");
    struct node *pair = add(a, sect, ROLE_PAIR);
    text(a, add(a, pair, ROLE_SIDE), ROLE_H2, "two");
    text(a, add(a, pair, ROLE_SIDE), ROLE_P, "text");
    struct node *tab = table(a, sect, 2);
    text(a, tab, ROLE_CAPTION, "caption");
    for (int r = 0; r < 2; r++) {
        struct node *row = add(a, tab, ROLE_ROW);
        row->head = !r;
        text(a, row, ROLE_CELL, "a");
        text(a, add(a, row, ROLE_CELL), ROLE_P, "a block in a cell");
    }
    assert_null(tree_check(t));
}

static void a_pair_has_two_sides(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *pair = add(a, t->root, ROLE_PAIR);
    add(a, pair, ROLE_SIDE);
    assert_ptr_equal(tree_check(t), pair);
    add(a, pair, ROLE_SIDE);
    assert_null(tree_check(t));
    add(a, pair, ROLE_SIDE);
    assert_ptr_equal(tree_check(t), pair);
}

static void no_pair_in_a_side_no_section_in_a_cell(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *pair = add(a, t->root, ROLE_PAIR), *side = add(a, pair, ROLE_SIDE);
    add(a, pair, ROLE_SIDE);
    struct node *inner = add(a, side, ROLE_PAIR);
    add(a, inner, ROLE_SIDE);
    add(a, inner, ROLE_SIDE);
    assert_ptr_equal(tree_check(t), side);
}

static void headings_skip_no_level(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    text(a, t->root, ROLE_TITLE, "title");
    text(a, t->root, ROLE_H2, "two");
    assert_null(tree_check(t));
    struct node *four = text(a, t->root, ROLE_H4, "four");
    assert_ptr_equal(tree_check(t), four);
}

static void rows_fill_their_table(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *tab = table(a, t->root, 2), *row = add(a, tab, ROLE_ROW);
    add(a, row, ROLE_CELL);
    assert_ptr_equal(tree_check(t), tab);
    add(a, row, ROLE_CELL);
    assert_null(tree_check(t));
    struct node *late = add(a, tab, ROLE_ROW);
    add(a, late, ROLE_CELL);
    add(a, late, ROLE_CELL);
    assert_null(tree_check(t));
    late->head = true;
    assert_ptr_equal(tree_check(t), tab);
}

static void what_stands_first_or_last(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *q = add(a, t->root, ROLE_QUOTE);
    text(a, q, ROLE_SOURCE, "who");
    assert_null(tree_check(t));
    text(a, q, ROLE_P, "what");
    assert_ptr_equal(tree_check(t), q);
}

static void text_or_blocks_in_a_cell(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *row = add(a, table(a, t->root, 1), ROLE_ROW), *cell = text(a, row, ROLE_CELL, "text");
    assert_null(tree_check(t));
    text(a, cell, ROLE_P, "and a block");
    assert_ptr_equal(tree_check(t), cell);
}

static void things_need_what_makes_them(void **state)
{
    struct arena *a = *state;
    static const enum role bare[] = {ROLE_FIGURE, ROLE_CHART, ROLE_GRID, ROLE_SCALE,
                                     ROLE_LIST,   ROLE_SECT,  ROLE_KEEP, ROLE_TOC};
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++) {
        struct tree *t = tree_new(a);
        const struct node *n = add(a, t->root, bare[i]);
        assert_ptr_equal(tree_check(t), n);
    }
    struct tree *t = tree_new(a);
    node_text(a, t->root, STR("loose"), LANG_EN, (struct place){0});
    assert_ptr_equal(tree_check(t), t->root);
}

static void notes_are_checked(void **state)
{
    struct arena *a = *state;
    static const struct footnote f = {0};
    struct tree *t = tree_new(a);
    t->notes = add(a, NULL, ROLE_NOTE);
    assert_ptr_equal(tree_check(t), t->notes);
    t->notes->note = &f;
    t->notes->label = STR("1");
    assert_null(tree_check(t));
    t->notes->next = add(a, NULL, ROLE_P);
    assert_ptr_equal(tree_check(t), t->notes->next);
}

static void languages_are_inherited(void **state)
{
    struct arena *a = *state;
    struct tree *t = tree_new(a);
    struct node *sect = add(a, t->root, ROLE_SECT);
    assert_int_equal(node_lang(sect), LANG_KM);
    sect->lang = LANG_EN;
    assert_int_equal(node_lang(text(a, sect, ROLE_P, "x")), LANG_EN);
}

static void every_role_has_a_name(void **state)
{
    (void)state;
    for (int i = 0; i < ROLES; i++)
        for (int k = 0; k < i; k++) assert_string_not_equal(role_name(i), role_name(k));
}

static void a_dump_tells_all(void **state)
{
    struct arena *a = *state;
    const struct source *s = source_new(a, STR("sessions/x.km.md"), STR("one\ntwo\n"));
    struct tree *t = tree_new(a);
    t->title.t[LANG_EN] = STR("T");
    struct node *h = node_new(a, t->root, ROLE_H1, LANG_KM, place_in(s, 4));
    h->anchor = STR("here");
    h->quiet = true;
    struct span *span = node_text(a, h, STR("say \"hi\""), LANG_EN, h->place);
    span->style = SPAN_STRONG | SPAN_CODE;
    span->href = STR("#there");
    node_text(a, h, STR(""), LANG_NONE, h->place)->kind = SPAN_BREAK;
    node_text(a, h, STR("ពាក្យ"), LANG_KM, h->place);
    struct bar bar = {.value = 8, .lighter = 3};
    const struct chart bars = {.bars = &bar, .nbars = 1, .most = 9}, points = {.scale = true};
    node_new(a, t->root, ROLE_CHART, LANG_NONE, (struct place){0})->chart = &bars;
    node_new(a, t->root, ROLE_CHART, LANG_NONE, (struct place){0})->chart = &points;
    t->has_colour = true;
    t->colour = 0xAB;
    struct buf out = BUF(a);
    dump_tree(&out, t);
    assert_string_equal(
        buf_str(&out).s,
        "tree t km title-en \"T\" colour #0000AB\n"
        "root km\n"
        "  h1 km #here quiet \"say \\\"hi\\\"\"*`@en<#there> | \"ពាក្យ\" (sessions/x.km.md:2)\n"
        "  chart bar 8 of 9, lighter 3\n"
        "  chart scale\n");
}

static void a_number_for_both_is_latin(void **state)
{
    (void)state;
    assert_int_equal(tree_numerals(&(struct tree){.lang = LANG_KM}), LANG_KM);
    assert_int_equal(tree_numerals(&(struct tree){.lang = LANG_EN}), LANG_EN);
    assert_int_equal(tree_numerals(&(struct tree){.lang = LANG_NONE}), LANG_KM);
    assert_int_equal(tree_numerals(&(struct tree){.lang = LANG_KM, .both = true}), LANG_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(good_trees_pass, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(a_pair_has_two_sides, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(no_pair_in_a_side_no_section_in_a_cell, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(headings_skip_no_level, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(rows_fill_their_table, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(what_stands_first_or_last, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(text_or_blocks_in_a_cell, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(things_need_what_makes_them, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(notes_are_checked, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(languages_are_inherited, arena_start, arena_end),
        cmocka_unit_test(every_role_has_a_name),
        cmocka_unit_test(a_number_for_both_is_latin),
        cmocka_unit_test_setup_teardown(a_dump_tells_all, arena_start, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
