/* layout: footnotes, to the pages of their marks. */
#include "layout_help.h"

#include "layout/style.h"

static struct node *note_for(struct rig *r, struct node *text, const char *label, const char *words)
{
    struct footnote *f = ARENA_ONE(r->keep, struct footnote);
    struct span *s = node_text(r->keep, text, STR(""), text->lang, NOWHERE);
    s->kind = SPAN_NOTE;
    s->note = f;
    struct node *n = put(r, NULL, ROLE_NOTE, text->lang, NULL);
    n->note = f;
    n->label = str_of(label);
    put(r, n, ROLE_P, text->lang, words);
    struct node **end = &r->tree.notes;
    while (*end) end = &(*end)->next;
    *end = n;
    return n;
}

static void notes_stand_on_the_page_of_their_mark(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.both = true;
    struct node *marked[30], *notes[30];
    for (int i = 0; i < 30; i++) {
        struct node *p = pair(&r, r.tree.root, ROLE_P, KM_LONG, EN_LONG);
        marked[i] = i % 2 ? p->first->first : p->last->first;
        notes[i] = note_for(&r, marked[i], i % 2 ? "១" : "1", i % 2 ? KM_LONG : EN_LONG);
    }
    struct pages *p = rig_pages(&r);
    for (int i = 0; i < 30; i++) {
        size_t of_note = 0, of_mark = SIZE_MAX;
        assert_non_null(first_of(p, notes[i]->first, &of_note));
        for (size_t k = 0; k < p->list.n; k++)
            for (size_t m = 0; m < p->list.at[k].items.n; m++) {
                const struct item *it = &p->list.at[k].items.at[m];
                if (it->kind == ITEM_TEXT && it->part == PART_MARK && it->node == marked[i]) of_mark = k;
            }
        assert_int_equal(of_note, of_mark);
    }
    nothing_leaves_the_page(p);
    for (const struct node *n = r.tree.notes; n; n = n->next) all_text_is_there(&r, p, n->first);
    rig_close(&r);
}

static const struct item *mark_of(const struct pages *p, const struct node *marked, size_t *page)
{
    for (*page = 0; *page < p->list.n; ++*page)
        for (size_t m = 0; m < p->list.at[*page].items.n; m++) {
            const struct item *it = &p->list.at[*page].items.at[m];
            if (it->kind == ITEM_TEXT && it->part == PART_MARK && it->node == marked) return it;
        }
    return NULL;
}

/* However full a page is, its notes come with the space above them, or the text that calls them goes on. */
static void notes_have_their_space(void **state)
{
    (void)state;
    size_t here = 0, next = 0;
    for (int fill = 6; fill < 28; fill++) {
        struct rig r;
        rig_open(&r);
        for (int i = 0; i < 21; i++) put(&r, r.tree.root, ROLE_P, LANG_EN, "A line.");
        for (int i = 0; i < fill; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "A line.");
        struct node *marked = put(&r, r.tree.root, ROLE_P, LANG_EN, "Marked.");
        struct node *note = note_for(&r, marked, "1", "A note.");
        struct pages *p = rig_pages(&r);
        size_t of_note = 0, of_mark = 0;
        const struct item *mark = mark_of(p, marked, &of_mark), *words = first_of(p, note->first, &of_note);
        assert_true(mark && words);
        assert_int_equal(of_note, of_mark);
        assert_true(words->y - mark->y > 20000);
        here += of_mark == 0;
        next += of_mark == 1;
        rig_close(&r);
    }
    assert_true(here > 1 && next > 1);
}

static void put_table(struct rig *r, int rows)
{
    struct node *t = put(r, r->tree.root, ROLE_TABLE, LANG_NONE, NULL);
    t->ncolumns = 2;
    t->columns = ARENA_MANY(r->keep, struct column, 2);
    for (int i = 0; i < rows; i++) {
        struct node *row = put(r, t, ROLE_ROW, LANG_NONE, NULL);
        row->head = i == 0;
        for (int k = 0; k < 2; k++) put(r, row, ROLE_CELL, LANG_EN, "Words");
    }
}

/* From the page's lowest rule of a table, or where there is none; -1: the notes have no rule. */
static int32_t over_the_notes(struct rig *r, const struct page *page)
{
    int32_t table = 0, rule = -1;
    for (size_t i = 0; i < page->items.n; i++) {
        const struct item *it = &page->items.at[i];
        if (it->kind != ITEM_RECT) continue;
        if (it->node->role == ROLE_TABLE && it->y + it->height > table) table = it->y + it->height;
        if (it->node == r->tree.root) rule = it->y;
    }
    return rule < 0 ? -1 : rule - table;
}

/* Right under a table's rule the notes have none; farther from it they do. */
static void notes_have_one_rule_over_them(void **state)
{
    (void)state;
    int with = 0, without = 0;
    for (int fill = 0; fill < 60; fill++) {
        struct rig r;
        rig_open(&r);
        note_for(&r, put(&r, r.tree.root, ROLE_P, LANG_EN, "Marked."), "1", "A note.");
        for (int i = 0; i < fill; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "A line.");
        put_table(&r, 4);
        int32_t white = over_the_notes(&r, &rig_pages(&r)->list.at[0]);
        assert_true(white == -1 || white >= STYLE_MM(6));
        with += white > 0;
        without += white == -1;
        rig_close(&r);
    }
    assert_true(with > 1 && without > 0 && without < 8);
}

static void a_note_taller_than_a_page_goes_on(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct buf tall = BUF(r.keep);
    for (int i = 0; i < 80; i++) buf_put(&tall, EN_LONG " ");
    buf_byte(&tall, 0);
    struct node *n = note_for(&r, put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG), "1", tall.s);
    for (int i = 0; i < 20; i++) put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG);
    struct pages *p = rig_pages(&r);
    all_text_is_there(&r, p, r.tree.root);
    all_text_is_there(&r, p, n->first);
    nothing_leaves_the_page(p);
    rig_close(&r);
}

/* -- notes marked in notes -- */

struct chain { /* marks and notes, each marked in the one before */
    struct node *marked[3], *notes[3];
};

/* A chain of notes from some text on; the first is marked there. */
static struct chain chain_of(struct rig *r, struct node *text, int depth)
{
    struct chain c = {.marked = {text}};
    for (int i = 0; i < depth; i++) {
        c.notes[i] = note_for(r, c.marked[i], text->lang == LANG_KM ? "១" : "1",
                              text->lang == LANG_KM ? KM_LONG : EN_LONG);
        if (i + 1 < depth) c.marked[i + 1] = c.notes[i]->first;
    }
    return c;
}

static size_t page_of_mark(const struct pages *p, const struct node *marked)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (it->kind == ITEM_TEXT && it->part == PART_MARK && it->node == marked) return i;
        }
    fail_msg("no mark in %s", role_name(marked->role));
    return 0;
}

static size_t page_of_note(const struct pages *p, const struct node *note)
{
    size_t page = 0;
    assert_non_null(first_of(p, note->first, &page));
    return page;
}

static struct node *in_a_paragraph(struct rig *r)
{
    return put(r, r->tree.root, ROLE_P, LANG_EN, EN_LONG);
}

static struct node *in_khmer(struct rig *r)
{
    return put(r, r->tree.root, ROLE_P, LANG_KM, KM_LONG);
}

static struct node *in_a_pair(struct rig *r)
{
    return pair(r, r->tree.root, ROLE_P, KM_LONG, EN_LONG)->first->first;
}

static struct node *in_the_other_side(struct rig *r)
{
    return pair(r, r->tree.root, ROLE_P, KM_LONG, EN_LONG)->last->first;
}

static struct node *in_a_table(struct rig *r)
{
    struct node *t = put(r, r->tree.root, ROLE_TABLE, LANG_NONE, NULL), *cell = NULL;
    for (int i = 0; i < 4; i++)
        cell = put(r, put(r, t, ROLE_ROW, LANG_NONE, NULL), ROLE_CELL, LANG_EN, "Some words in a cell");
    return cell;
}

static struct node *in_a_list(struct rig *r)
{
    struct node *list = put(r, r->tree.root, ROLE_LIST, LANG_KM, NULL);
    return put(r, put(r, list, ROLE_ITEM, LANG_KM, NULL), ROLE_P, LANG_KM, KM_LONG);
}

static struct node *(*const PLACES[])(struct rig *) = {in_a_paragraph,    in_khmer,   in_a_pair,
                                                       in_the_other_side, in_a_table, in_a_list};
enum { NPLACES = sizeof PLACES / sizeof *PLACES };

static void notes_in_notes_stand_on_the_page_of_their_mark(void **state)
{
    (void)state;
    for (int depth = 2; depth <= 3; depth++)
        for (size_t place = 0; place < NPLACES; place++)
            for (int filler = 0; filler < 40; filler += 3) {
                struct rig r;
                rig_open(&r);
                r.tree.both = true;
                for (int i = 0; i < filler; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
                struct chain c = chain_of(&r, PLACES[place](&r), depth);
                for (int i = 0; i < 90; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
                struct pages *p = rig_pages(&r);
                assert_true(p->list.n >= 3);
                for (int i = 0; i < depth; i++)
                    assert_int_equal(page_of_note(p, c.notes[i]), page_of_mark(p, c.marked[i]));
                nothing_leaves_the_page(p);
                for (const struct node *n = r.tree.notes; n; n = n->next) all_text_is_there(&r, p, n->first);
                rig_close(&r);
            }
}

/* Notes that no page can hold with their marks go on overleaf; each begins where the one before it ends. */
static void tall_notes_in_notes_follow_each_other(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct chain c = chain_of(&r, put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG), 3);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 20; k++) put(&r, c.notes[i], ROLE_P, LANG_EN, EN_LONG);
    for (int i = 0; i < 200; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
    struct pages *p = rig_pages(&r);
    assert_int_equal(page_of_mark(p, c.marked[0]), page_of_note(p, c.notes[0]));
    for (int i = 1; i < 3; i++) {
        size_t end = 0;
        assert_non_null(first_of(p, c.notes[i - 1]->last, &end));
        assert_in_range(page_of_note(p, c.notes[i]), end, end + 1);
    }
    assert_true(page_of_note(p, c.notes[2]) + 1 < p->list.n);
    for (const struct node *n = r.tree.notes; n; n = n->next)
        for (const struct node *k = n->first; k; k = k->next) all_text_is_there(&r, p, k);
    nothing_leaves_the_page(p);
    rig_close(&r);
}

/* Two notes that mark each other, and one that no text marks. */
static void no_note_is_set_twice_or_lost(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct chain c = chain_of(&r, put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG), 2);
    struct span *back = node_text(r.keep, c.notes[1]->first, STR(""), LANG_EN, NOWHERE);
    back->kind = SPAN_NOTE;
    back->note = c.notes[0]->note;
    struct node *lone = note_for(&r, put(&r, NULL, ROLE_P, LANG_EN, NULL), "3", EN_LONG);
    for (int i = 0; i < 90; i++) put(&r, r.tree.root, ROLE_SMALL, LANG_EN, "Filler.");
    struct pages *p = rig_pages(&r);
    for (const struct node *n = r.tree.notes; n; n = n->next) all_text_is_there(&r, p, n->first);
    assert_int_equal(page_of_note(p, c.notes[1]), 0);
    assert_int_equal(page_of_note(p, lone), p->list.n - 1);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_stand_on_the_page_of_their_mark),
        cmocka_unit_test(notes_have_their_space),
        cmocka_unit_test(notes_have_one_rule_over_them),
        cmocka_unit_test(a_note_taller_than_a_page_goes_on),
        cmocka_unit_test(notes_in_notes_stand_on_the_page_of_their_mark),
        cmocka_unit_test(tall_notes_in_notes_follow_each_other),
        cmocka_unit_test(no_note_is_set_twice_or_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
