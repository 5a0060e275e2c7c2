/* two_up: a list's rows, two to a line, hold the list's own words in the order of the list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/table/two_up.h"

static struct arena *arena;
static const struct place NOWHERE;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void cell(struct node *row, struct str words)
{
    node_text(arena, node_new(arena, row, ROLE_CELL, LANG_EN, NOWHERE), words, LANG_EN, NOWHERE);
}

static struct node *add_row(struct node *table, struct str name, struct str number)
{
    struct node *row = node_new(arena, table, ROLE_ROW, LANG_EN, NOWHERE);
    cell(row, name);
    if (number.n) cell(row, number);
    return row;
}

static struct node *add_remark(struct node *table, struct str words)
{
    struct node *row = add_row(table, words, STR(""));
    row->remark = true;
    row->first->across = (unsigned)table->ncolumns;
    return row;
}

static void add_records(struct node *table, const char *names)
{
    for (size_t i = 0; names[i]; i++)
        add_row(table, str_fmt(arena, "%c", names[i]), str_fmt(arena, "%zu", i + 1));
}

/* Of names and numbers, with a caption and a head. */
static struct node *list(enum two_up order, const char *names)
{
    struct node *t = node_new(arena, NULL, ROLE_TABLE, LANG_EN, NOWHERE);
    t->columns = ARENA_MANY(arena, struct column, 2);
    t->ncolumns = 2;
    t->columns[0].heads_row = t->columns[1].number = true;
    t->two_up = order;
    node_text(arena, node_new(arena, t, ROLE_CAPTION, LANG_EN, NOWHERE), STR("said"), LANG_EN, NOWHERE);
    add_row(t, STR("who"), STR("how many"))->head = true;
    add_records(t, names);
    return t;
}

static void add_words(struct buf *b, struct spans s)
{
    buf_byte(b, ' ');
    buf_add(b, s.n ? s.at[0].text : STR("-"));
}

/* Its lines, each behind a bar; "-" where nothing stands. */
static void assert_set(const struct two_up_table *set, const char *want)
{
    struct buf b = BUF(arena);
    for (const struct node *line = set->table->first; line; line = line->next) {
        size_t covered = 0;
        buf_put(&b, line->sums ? " ||" : " |");
        for (const struct node *c = line->first; c; c = c->next) {
            assert_ptr_equal(c->parent, line);
            covered += node_across(c);
            add_words(&b, c->spans);
        }
        assert_int_equal(covered, set->table->ncolumns);
    }
    assert_string_equal(buf_str(&b).s, want);
}

static void half_the_list_down_each_side(void **state)
{
    (void)state;
    struct two_up_table set = two_up_of(arena, list(TWO_UP_DOWN, "abcde"));
    assert_true(two_up_is(&set));
    assert_set(&set, " | who how many who how many | a 1 d 4 | b 2 e 5 | c 3 - -");
    assert_int_equal(set.table->ncolumns, 4);
    assert_true(set.table->columns[2].heads_row && set.table->columns[3].number);
}

static void or_line_by_line(void **state)
{
    (void)state;
    struct two_up_table set = two_up_of(arena, list(TWO_UP_ALONG, "abcde"));
    assert_set(&set, " | who how many who how many | a 1 b 2 | c 3 d 4 | e 5 - -");
}

static void what_adds_up_stands_under_both_halves(void **state)
{
    (void)state;
    struct node *t = list(TWO_UP_DOWN, "abc");
    add_row(t, STR("named"), STR("4"))->sums = true;
    add_row(t, STR("all"), STR("6"))->sums = true;
    struct two_up_table set = two_up_of(arena, t);
    assert_set(&set, " | who how many who how many | a 1 c 3 | b 2 - - || named 4 || all 6");
    assert_int_equal(node_across(set.table->last->first), 3);
}

static void a_remark_stands_over_both_halves(void **state)
{
    (void)state;
    struct node *t = list(TWO_UP_ALONG, "");
    t->first->next->last->low = add_row(t, STR("short"), STR(""))->first->spans;
    t->last = t->first->next;
    t->last->next = NULL;
    add_remark(t, STR("these"));
    add_records(t, "abc");
    add_remark(t, STR("and those"));
    add_records(t, "d");
    struct two_up_table set = two_up_of(arena, t);
    assert_set(&set, " | who how many who short | these | a 1 b 2 | c 3 - - | and those | d 1 - -");
    assert_int_equal(set.table->first->next->first->across, 4);
}

static void of_one_column_too(void **state)
{
    (void)state;
    struct node *t = node_new(arena, NULL, ROLE_TABLE, LANG_EN, NOWHERE);
    t->columns = ARENA_MANY(arena, struct column, 1);
    t->ncolumns = 1;
    t->two_up = TWO_UP_ALONG;
    add_remark(t, STR("these"));
    for (size_t i = 0; i < 3; i++) add_row(t, str_fmt(arena, "%zu", i), STR(""));
    struct two_up_table set = two_up_of(arena, t);
    assert_set(&set, " | these | 0 1 | 2 -");
}

/* Words are the tree's own, once: of a head that stands twice, those over the left half. */
static void cells_know_their_own(void **state)
{
    (void)state;
    struct node *t = list(TWO_UP_DOWN, "ab");
    struct two_up_table set = two_up_of(arena, t);
    const struct node *head = set.table->first, *line = head->next, *own = t->first->next;
    assert_ptr_equal(two_up_cell(&set, head->first), own->first);
    assert_ptr_equal(two_up_cell(&set, head->last), head->last);
    assert_ptr_equal(two_up_cell(&set, line->first), own->next->first);
    assert_ptr_equal(two_up_cell(&set, line->last), own->next->next->last);
    assert_ptr_equal(set.from, t);
}

static void other_tables_are_set_as_they_are(void **state)
{
    (void)state;
    struct node *t = list(TWO_UP_NO, "ab"), *merged = list(TWO_UP_DOWN, "ab");
    struct two_up_table set = two_up_of(arena, t);
    assert_ptr_equal(set.table, t);
    assert_ptr_equal(two_up_cell(&set, t->last->first), t->last->first);
    merged->last->first->down = 2;
    set = two_up_of(arena, merged);
    assert_false(two_up_is(&set));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_the_list_down_each_side),
        cmocka_unit_test(or_line_by_line),
        cmocka_unit_test(what_adds_up_stands_under_both_halves),
        cmocka_unit_test(a_remark_stands_over_both_halves),
        cmocka_unit_test(of_one_column_too),
        cmocka_unit_test(cells_know_their_own),
        cmocka_unit_test(other_tables_are_set_as_they_are),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
