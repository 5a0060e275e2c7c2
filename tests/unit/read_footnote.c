/* Footnotes by their labels. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/note/footnote.h"

struct bench {
    struct job job;
    struct footnote_table *table;
    struct block *root;
};

static void open_bench(struct bench *b)
{
    b->job = (struct job){.keep = arena_new(), .scratch = arena_new()};
    b->job.diags = diags_new(b->job.keep);
    b->table = footnote_table(&b->job, NULL);
    b->root = block_new(b->job.keep, NULL, BLOCK_ROOT, (struct place){0});
}

static void close_bench(struct bench *b)
{
    arena_free(b->job.keep);
    arena_free(b->job.scratch);
}

static struct footnote *define(struct bench *b, const char *label)
{
    return footnote_define(b->table, str_of(label), (struct place){0});
}

static void call(struct bench *b, struct block *in, const struct footnote *n)
{
    struct block *para = block_new(b->job.keep, in, BLOCK_PARA, (struct place){0});
    struct span *s = ARENA_ONE(b->job.keep, struct span);
    *s = (struct span){.kind = SPAN_NOTE, .note = n};
    para->spans = (struct spans){s, 1};
}

static void labels_fold_case_and_digits(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct footnote *one = define(&b, "1"), *note = define(&b, "Note"), *km = define(&b, "ចំណាំ១");
    assert_ptr_equal(footnote_find(b.table, STR("១")), one);
    assert_ptr_equal(footnote_find(b.table, STR(" nOTE ")), note);
    assert_ptr_equal(footnote_find(b.table, STR("ចំណាំ1")), km);
    assert_null(footnote_find(b.table, STR("2")));
    close_bench(&b);
}

static void what_lacks_a_note_is_said_once(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_true(footnote_lacks(b.table, STR("x")));
    assert_false(footnote_lacks(b.table, STR("X")));
    assert_null(footnote_find(b.table, STR("x")));
    close_bench(&b);
}

static void notes_come_in_the_order_of_their_marks(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct footnote *one = define(&b, "a"), *two = define(&b, "b"), *three = define(&b, "c");
    call(&b, b.root, three);
    call(&b, three->body, two);
    call(&b, b.root, one);
    call(&b, b.root, three);
    struct footnote *n = footnote_finish(b.table, b.root);
    assert_ptr_equal(n, three);
    assert_ptr_equal(n->next, one);
    assert_ptr_equal(n->next->next, two);
    assert_null(two->next);
    assert_int_equal(b.job.diags->list.n, 0);
    close_bench(&b);
}

/* One that calls itself, or that only a note nobody calls calls, is not called. */
static void unused_notes_go_to_the_end(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct footnote *one = define(&b, "a"), *two = define(&b, "b");
    call(&b, one->body, one);
    call(&b, one->body, two);
    call(&b, two->body, one);
    struct footnote *n = footnote_finish(b.table, b.root);
    assert_int_equal(b.job.diags->list.n, 1);
    assert_int_equal(b.job.diags->list.at[0].code, DIAG_FOOTNOTE_UNUSED);
    assert_non_null(b.root->first);
    assert_true(str_is(b.root->first->spans.at[0].text, "[^a]: "));
    assert_ptr_equal(n, two);
    assert_non_null(two->body->first);
    close_bench(&b);
}

static void a_label_twice_is_told_and_kept(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct footnote *one = define(&b, "1"), *again = define(&b, "១");
    call(&b, b.root, footnote_find(b.table, STR("1")));
    assert_ptr_equal(footnote_finish(b.table, b.root), one);
    assert_ptr_not_equal(one, again);
    assert_int_equal(b.job.diags->list.n, 1);
    assert_int_equal(b.job.diags->list.at[0].code, DIAG_FOOTNOTE_TWICE);
    assert_true(str_is(b.root->last->spans.at[0].text, "[^១]: "));
    close_bench(&b);
}

static void thousands_of_labels(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    for (int i = 0; i < 20000; i++) {
        struct str label = str_fmt(b.job.keep, "n%d", i);
        call(&b, b.root, footnote_define(b.table, label, (struct place){0}));
    }
    assert_true(str_is(footnote_find(b.table, STR("N19999"))->label, "n19999"));
    size_t n = 0;
    for (struct footnote *f = footnote_finish(b.table, b.root); f; f = f->next) n++;
    assert_int_equal(n, 20000);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_fold_case_and_digits),
        cmocka_unit_test(what_lacks_a_note_is_said_once),
        cmocka_unit_test(notes_come_in_the_order_of_their_marks),
        cmocka_unit_test(unused_notes_go_to_the_end),
        cmocka_unit_test(a_label_twice_is_told_and_kept),
        cmocka_unit_test(thousands_of_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
