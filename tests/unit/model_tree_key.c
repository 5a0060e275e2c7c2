/* model/tree_key: each field that shows changes a document's key; where it was born does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "model/tree_key.h"

struct sample {
    struct tree tree;
    struct node *list, *item, *mark, *figure, *chart, *table, *note, *qr;
    struct footnote *footnote;
    struct picture *picture;
    struct bar *bar;
    bool *dark;
};

static struct sample sample_new(struct arena *a)
{
    struct place nowhere = {0};
    struct sample s = {.tree = {.name = STR("t"), .epoch = -1}};
    struct node *root = s.tree.root = node_new(a, NULL, ROLE_ROOT, LANG_KM, nowhere);
    s.list = node_new(a, root, ROLE_LIST, LANG_EN, nowhere);
    s.item = node_new(a, s.list, ROLE_ITEM, LANG_EN, nowhere);
    node_text(a, s.item, STR("one"), LANG_EN, nowhere);
    s.mark = node_new(a, root, ROLE_P, LANG_EN, nowhere);
    node_text(a, s.mark, STR("two"), LANG_EN, nowhere);
    s.footnote = ARENA_ONE(a, struct footnote);
    s.footnote->label = STR("1");
    s.mark->spans.at[0].note = s.footnote;
    s.figure = node_new(a, root, ROLE_FIGURE, LANG_EN, nowhere);
    s.picture = ARENA_ONE(a, struct picture);
    s.picture->data = STR("bytes of a picture");
    s.figure->picture = s.picture;
    s.chart = node_new(a, root, ROLE_CHART, LANG_EN, nowhere);
    struct chart *chart = ARENA_ONE(a, struct chart);
    s.bar = chart->bars = ARENA_ONE(a, struct bar);
    chart->nbars = 1;
    s.chart->chart = chart;
    s.table = node_new(a, root, ROLE_TABLE, LANG_EN, nowhere);
    s.table->columns = ARENA_MANY(a, struct column, 2);
    s.table->ncolumns = 2;
    s.qr = node_new(a, root, ROLE_QR, LANG_EN, nowhere);
    struct qr *qr = ARENA_ONE(a, struct qr);
    qr->dark = s.dark = ARENA_MANY(a, bool, 4);
    qr->width = 2;
    s.qr->qr = qr;
    s.note = node_new(a, NULL, ROLE_NOTE, LANG_EN, nowhere);
    s.note->note = s.footnote;
    s.tree.notes = s.note;
    return s;
}

static struct memo_key key_of(struct arena *a, const struct tree *t)
{
    struct memo_key k = memo_begin(MEMO_TREE);
    tree_key_add(&k, a, t);
    return k;
}

static void the_same_tree_has_the_same_key(void **state)
{
    struct sample a = sample_new(*state), b = sample_new(*state);
    assert_true(memo_same(key_of(*state, &a.tree), key_of(*state, &b.tree)));
    b.item->place = (struct place){.offset = 7};
    b.item->spans.at[0].place = (struct place){.offset = 9};
    assert_true(memo_same(key_of(*state, &a.tree), key_of(*state, &b.tree)));
}

#define CHANGES(what)                                                                                        \
    do {                                                                                                     \
        struct sample s = sample_new(*state);                                                                \
        what;                                                                                                \
        if (memo_same(first, key_of(*state, &s.tree))) fail_msg("%s", #what);                                \
    } while (0)

static void what_shows_changes_it(void **state)
{
    struct sample plain = sample_new(*state);
    struct memo_key first = key_of(*state, &plain.tree);
    struct spans more = plain.item->spans;
    CHANGES(s.tree.name = STR("u"));
    CHANGES(s.tree.mark.t[LANG_EN] = STR("DRAFT"));
    CHANGES(s.tree.epoch = 1);
    CHANGES(s.tree.has_colour = true);
    CHANGES(s.tree.toc = true);
    CHANGES(s.tree.system_faces = true);
    CHANGES(s.tree.date.day = 3);
    CHANGES(s.item->spans.at[0].text = STR("One"));
    CHANGES(s.item->spans.at[0].style = SPAN_STRONG);
    CHANGES(s.item->spans.at[0].lang = LANG_KM);
    CHANGES(s.item->spans.at[0].href = STR("#x"));
    CHANGES(s.item->label = STR("1."));
    CHANGES(s.item->count = 1);
    CHANGES(s.list->role = ROLE_LINES);
    CHANGES(s.list->breaks = true);
    CHANGES(s.list->again = true);
    CHANGES(s.list->tab = 1);
    CHANGES(s.list->anchor = STR("a"));
    CHANGES(s.list->target = s.figure);
    CHANGES(s.list->target = s.chart);
    CHANGES(s.list->low = more);
    CHANGES(s.list->high = more);
    CHANGES(s.list->alt[LANG_KM] = STR("a"));
    CHANGES(s.mark->spans.at[0].note = NULL);
    CHANGES(s.picture->turn = 90);
    CHANGES(s.picture->data = STR("bytes of a Picture"));
    CHANGES(s.picture->alt[LANG_EN] = STR("hall"));
    CHANGES(s.bar->value = 2);
    CHANGES(s.bar->row = s.item);
    CHANGES(s.bar->share[LANG_EN] = STR("2 %"));
    CHANGES(s.table->columns[1].width = 5);
    CHANGES(s.table->columns[1].whole = true);
    CHANGES(s.table->across = 2);
    CHANGES(s.table->down = 2);
    CHANGES(s.dark[3] = true);
    CHANGES(s.note->label = STR("2"));
    CHANGES(node_new(*state, s.item, ROLE_P, LANG_EN, (struct place){0}));
}

/* A paragraph in a list's item, or behind the list: the same nodes in the same order. */
static void nesting_counts(void **state)
{
    struct sample in = sample_new(*state), behind = sample_new(*state);
    struct node *p = in.mark;
    in.list->next = p->next;
    p->next = NULL;
    in.item->next = p;
    assert_false(memo_same(key_of(*state, &in.tree), key_of(*state, &behind.tree)));
}

static void paper_counts(void **state)
{
    (void)state;
    struct print a = {.sheet = {.width = 1}}, b = a;
    struct memo_key first = memo_begin(MEMO_TREE), second = first, third = first;
    tree_key_add_print(&first, &a);
    tree_key_add_print(&second, &b);
    assert_true(memo_same(first, second));
    b.close = true;
    tree_key_add_print(&third, &b);
    assert_false(memo_same(first, third));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_tree_has_the_same_key, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(what_shows_changes_it, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(nesting_counts, arena_start, arena_end),
        cmocka_unit_test(paper_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
