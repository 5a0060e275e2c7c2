/* Tables drawn with |. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/note/pipe_table.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* "a/b c/d": the cells of the table in a whole text; "-" where there is none. */
static const char *cells(const char *text, struct pipe_table *t)
{
    const struct source *s = source_new(arena, STR("t.md"), str_of(text));
    struct buf out = BUF(arena);
    if (!pipe_table_find(arena, s, 0, s->nlines, t)) return "-";
    for (size_t i = 0; i < t->nrows; i++) {
        for (size_t c = 0; c < t->rows[i].n; c++) {
            if (c) buf_byte(&out, '/');
            buf_add(&out, pipe_table_text(arena, s, t->rows[i].cells[c]));
        }
        if (i + 1 < t->nrows) buf_byte(&out, ' ');
    }
    return buf_str(&out).s;
}

static void bars_part_cells(void **state)
{
    (void)state;
    struct pipe_table t;
    assert_string_equal(cells("| a | b |\n|---|---|\n| c | d |", &t), "a/b c/d");
    assert_string_equal(cells("a|b\n-|-\nc|d", &t), "a/b c/d");
    assert_string_equal(cells("|a|\n|-|\n||", &t), "a ");
    assert_string_equal(cells("| a \\| b | `c\\|d` |\n|---|---|", &t), "a | b/`c|d`");
    assert_string_equal(cells("| a\\\\ | b |\n|---|---|", &t), "a\\\\/b");
}

static void a_rule_sets_columns_apart(void **state)
{
    (void)state;
    struct pipe_table t;
    cells("|a|b|c|d|\n|:--|:-:|--:|-|", &t);
    assert_int_equal(t.columns, 4);
    assert_int_equal(t.aligns[0], ALIGN_LEFT);
    assert_int_equal(t.aligns[1], ALIGN_CENTRE);
    assert_int_equal(t.aligns[2], ALIGN_RIGHT);
    assert_int_equal(t.aligns[3], ALIGN_DEFAULT);
    assert_string_equal(cells("| a | b |\n|––|———|\n| c | d |", &t), "a/b c/d");
}

static void ragged_rows_are_counted(void **state)
{
    (void)state;
    struct pipe_table t;
    assert_string_equal(cells("|a|b|\n|-|-|\n|c|\n|d|e|f|\n|g|h|", &t), "a/b c d/e/f g/h");
    assert_int_equal(t.expected, 2);
    assert_int_equal(t.columns, 3);
    assert_int_equal(t.ragged, 2);
    assert_int_equal(t.aligns[2], ALIGN_DEFAULT);
}

static void text_may_stand_before_a_table(void **state)
{
    (void)state;
    struct pipe_table t;
    assert_string_equal(cells("text\na | b\n--|--", &t), "a/b");
    assert_int_equal(t.head, 2);
}

static void a_rule_may_be_missing(void **state)
{
    (void)state;
    struct pipe_table t;
    assert_string_equal(cells("| a | b |\n| c | d |", &t), "a/b c/d");
    assert_false(t.ruled);
}

static void what_is_no_table(void **state)
{
    (void)state;
    struct pipe_table t;
    assert_string_equal(cells("a | b\nc | d", &t), "-");
    assert_string_equal(cells("| a | b |", &t), "-");
    assert_string_equal(cells("a\n---", &t), "-");
    assert_string_equal(cells("a\n|-|-|", &t), "-");
    assert_string_equal(cells("| a |\n| b |", &t), "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_part_cells),         cmocka_unit_test(a_rule_sets_columns_apart),
        cmocka_unit_test(ragged_rows_are_counted), cmocka_unit_test(text_may_stand_before_a_table),
        cmocka_unit_test(a_rule_may_be_missing),   cmocka_unit_test(what_is_no_table),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
