#include "compose/annex/answer_list.h"

#include "compose/annex/annex_order.h"
#include "compose/charts.h"
#include "compose/quotes.h"
#include "khmer/number.h"

#include <limits.h>
#include <stdlib.h>

enum { THEMES_MOST = 63, SHOWN_MOST = 40 /* of a theme: about a page */ };

/* The first row of the themes' table that an answer is about, as a bit. */
static uint64_t row_of(const struct tally *themes, uint64_t about)
{
    for (size_t i = 0; i < themes->nrows && i < THEMES_MOST; i++)
        if (about >> themes->rows[i].at & 1) return (uint64_t)1 << i;
    return (uint64_t)1 << THEMES_MOST;
}

struct answer_list answer_list_of(struct builder *p, const struct survey_form *form)
{
    size_t n = form->form->nreplies * form->form->nprompts;
    struct answer_list v = {.form = form, .about = ARENA_MANY(p->a, uint64_t, n)};
    for (size_t i = 0; i < n; i++) v.about[i] = row_of(&form->themes, form->about[i]);
    return v;
}

/* -- the table: an answer a row, in both languages or two on a line ---------------------------------------
 */

struct answer_table {
    struct builder *p;
    struct node *table;
    bool numbers; /* some sheet's number may show */
};

/* In each language shown: how many answered. */
static void head_row(const struct answer_table *t, struct bi said)
{
    struct builder *p = t->p;
    struct node *head = builder_row(p, t->table, true);
    struct bi name = words_of(t->numbers ? WORD_ANSWER : WORD_ANSWERS),
              over = builder_say(p, WORD_ASKED, name, said);
    for (size_t k = 0; k < p->nlangs; k++) {
        enum lang l = p->langs[k];
        if (t->numbers) builder_cell_in(p, head, words_of(WORD_FORM_SHORT), l);
        struct node *cell = builder_cell_in(p, head, over, l);
        if (t->table->two_up) cell->low = builder_cell_in(p, NULL, name, l)->spans;
    }
}

static struct answer_table new_table(struct builder *p, struct node *parent, struct bi said, bool numbers)
{
    struct answer_table t = {.p = p, .numbers = numbers};
    size_t each = numbers ? 2 : 1;
    t.table = builder_table(p, parent, p->nlangs * each);
    t.table->fine = true;
    t.table->parallel = p->both;
    t.table->two_up = p->both ? TWO_UP_NO : TWO_UP_ALONG;
    for (size_t k = 0; k < p->nlangs; k++) t.table->columns[k * each].heads_row = numbers;
    head_row(&t, said);
    return t;
}

/* A cell over the whole table. */
static struct node *whole_row(const struct answer_table *t, struct bi text)
{
    struct node *row = builder_row(t->p, t->table, false), *cell = builder_cell_line(t->p, row, text);
    row->remark = true;
    cell->across = (unsigned)t->table->ncolumns;
    return row;
}

/* Heads the answers about it: its name, and once how many they are. */
static void theme_row(const struct answer_table *t, struct bi name, size_t n)
{
    struct builder *p = t->p;
    struct str digits = number_write(p->a, (long)n, tree_numerals(p->tree));
    struct bi count = {0};
    name = builder_filled(name);
    count.t[p->langs[p->nlangs - 1]] = digits;
    if (bi_is_same(name)) count = bi_same(digits);
    struct node *row = whole_row(t, builder_join(p, name, " · ", count));
    row->quiet = true;
    row->low = builder_goes_on(p);
}

static bool is_pair(const struct builder *p, const struct quote *q)
{
    return q->text.t[p->langs[0]].n && q->text.t[p->langs[p->nlangs - 1]].n;
}

static enum lang shown_in(const struct builder *p, const struct quote *q)
{
    enum lang l = q->lang;
    bi_get(q->text, p->langs[0], &l);
    return l;
}

/* In each language, its number in that language's digits; what is not translated into it says so. */
static void cells_in_both(const struct answer_table *t, struct node *row, const struct quote *q)
{
    struct builder *p = t->p;
    for (size_t k = 0; k < p->nlangs; k++) {
        enum lang l = p->langs[k];
        if (t->numbers) builder_cell_in(p, row, q->number, l);
        builder_cell_in(p, row, q->text.t[l].n ? q->text : words_of(WORD_UNTRANSLATED), l);
    }
}

/* In a document of one language: an answer in another is told to be that. */
static void cells_in_one(const struct answer_table *t, struct node *row, const struct quote *q)
{
    struct builder *p = t->p;
    enum lang own = p->langs[0], shown = shown_in(p, q);
    if (t->numbers) builder_cell_in(p, row, q->number, own);
    struct node *cell = builder_cell_in(p, row, q->text, shown);
    if (shown == own) return;
    node_text(p->a, cell, STR(" "), shown, q->place);
    node_text(p->a, cell, words_in(WORD_UNTRANSLATED, own), own, q->place);
}

static void answer_row(const struct answer_table *t, const struct quote *q)
{
    struct node *row = builder_row(t->p, t->table, false);
    row->place = q->place;
    if (t->p->both)
        cells_in_both(t, row, q);
    else
        cells_in_one(t, row, q);
}

/* -- their order ----------------------------------------------------------------------------------------- */

struct numbered {
    struct quote quote;
    long number; /* of its sheet; LONG_MAX: none that may show */
    size_t at;   /* among the sheets as they were typed */
};

static int numbered_cmp(const void *a, const void *b)
{
    const struct numbered *x = a, *y = b;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* By the numbers that stand before them, whatever the order in which the sheets were typed. */
static void sort_answers(struct builder *p, struct quote *list, size_t n)
{
    struct numbered *all = ARENA_MANY(p->a, struct numbered, n);
    for (size_t i = 0; i < n; i++) {
        all[i] = (struct numbered){list[i], LONG_MAX, i};
        if (!number_read(bi_get(list[i].number, p->langs[0], NULL), &all[i].number)) all[i].number = LONG_MAX;
    }
    qsort(all, n, sizeof *all, numbered_cmp);
    for (size_t i = 0; i < n; i++) list[i] = all[i].quote;
}

/* -- the rows -------------------------------------------------------------------------------------------- */

/* In a document of both languages those that are in both come first. */
static void answer_rows(const struct answer_table *t, const struct quote *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!t->p->both || is_pair(t->p, &list[i])) answer_row(t, &list[i]);
    for (size_t i = 0; i < n && t->p->both; i++)
        if (!is_pair(t->p, &list[i])) answer_row(t, &list[i]);
}

static void theme_part(const struct answer_list *v, const struct answer_table *t, size_t prompt, size_t row)
{
    struct builder *p = t->p;
    const struct tally *themes = &v->form->themes;
    struct quote_wish wish = quotes_wish(p, v->form, prompt, SIZE_MAX);
    wish.theme = v->about;
    wish.theme_bit = (uint64_t)1 << row;
    size_t all = quote_list(&wish, NULL);
    if (!all) return;
    struct quote *list = ARENA_MANY(p->a, struct quote, all);
    size_t n = all < SHOWN_MOST ? all : SHOWN_MOST;
    quote_list(&wish, list);
    sort_answers(p, list, all);
    struct bi name = row < THEMES_MOST ? charts_row(p, themes, &themes->rows[row]) : words_of(WORD_NO_THEME);
    if (themes->answered) theme_row(t, name, all);
    answer_rows(t, list, n);
    enum word more = p->corpus->event.attach_sources ? WORD_MORE_ATTACHED : WORD_MORE_LEFT;
    if (all > n) whole_row(t, builder_say(p, more, builder_number(p, (long)(all - n))));
}

bool answer_list_has_themes(const struct builder *p, const struct survey_form *form)
{
    for (size_t i = 0; i < form->form->nprompts && form->themes.answered; i++) {
        struct quote_wish wish = quotes_wish(p, form, i, SIZE_MAX);
        if (prompt_is_open(&form->form->prompts[i]) && quote_list(&wish, NULL)) return true;
    }
    return false;
}

/* -- the list of a prompt -------------------------------------------------------------------------------- */

static bool any_number(struct builder *p, const struct quote_wish *wish, size_t n)
{
    struct quote *list = ARENA_MANY(p->a, struct quote, n);
    n = quote_list(wish, list);
    for (size_t i = 0; i < n; i++)
        if (builder_has(list[i].number)) return true;
    return false;
}

void answer_list_put(const struct answer_list *v, struct builder *p, struct node *parent, size_t prompt,
                     struct bi said)
{
    struct quote_wish wish = quotes_wish(p, v->form, prompt, SIZE_MAX);
    quotes_withheld(p, parent, v->form, prompt);
    size_t n = quote_list(&wish, NULL);
    if (!n) {
        builder_line(p, parent, ROLE_SMALL, said);
        return;
    }
    struct answer_table t = new_table(p, parent, said, any_number(p, &wish, n));
    for (size_t i = 0; i < v->form->themes.nrows && i < THEMES_MOST; i++) theme_part(v, &t, prompt, i);
    theme_part(v, &t, prompt, THEMES_MOST);
}
