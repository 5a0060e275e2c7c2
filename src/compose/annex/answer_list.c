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

/* -- the table: two halves, an answer in each ------------------------------------------------------------ */

struct answer_table {
    struct builder *p;
    struct node *table;
    bool numbers; /* some sheet's number may show */
};

/* The language of a half's head, which says how many answered: in both languages one a half. */
static enum lang half_lang(const struct builder *p, size_t half)
{
    return p->langs[p->both ? half : 0];
}

static struct answer_table new_table(struct builder *p, struct node *parent, struct bi said, bool numbers)
{
    struct answer_table t = {.p = p, .numbers = numbers};
    size_t half = numbers ? 2 : 1;
    t.table = builder_table(p, parent, 2 * half);
    t.table->fine = t.table->halves = true;
    t.table->by_line = !p->both;
    t.table->columns[0].heads_row = t.table->columns[half].heads_row = numbers;
    struct node *head = builder_row(p, t.table, true);
    for (size_t i = 0; i < 2; i++) {
        struct bi over = words_of(numbers ? WORD_ANSWER : WORD_ANSWERS);
        if (p->both || !i) over = builder_say(p, WORD_ASKED, over, said);
        if (numbers) builder_cell_in(p, head, words_of(WORD_FORM_SHORT), half_lang(p, i));
        builder_cell_in(p, head, over, half_lang(p, i));
    }
    return t;
}

/* A cell over the whole table. */
static struct node *whole_row(const struct answer_table *t, struct bi text)
{
    struct node *cell = builder_cell_line(t->p, builder_row(t->p, t->table, false), text);
    cell->across = (unsigned)t->table->ncolumns;
    return cell;
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
    struct node *row = whole_row(t, builder_join(p, name, " · ", count))->parent;
    row->quiet = true;
    row->low = builder_goes_on(p);
}

/* An answer in a language, its number in that language's digits; what is not translated into it says so. */
static void half(const struct answer_table *t, struct node *row, const struct quote *q, enum lang l)
{
    if (t->numbers) builder_cell_in(t->p, row, q->number, l);
    builder_cell_in(t->p, row, q->text.t[l].n ? q->text : words_of(WORD_UNTRANSLATED), l);
}

static void no_half(const struct answer_table *t, struct node *row)
{
    if (t->numbers) builder_cell(t->p, row, (struct bi){0});
    builder_cell(t->p, row, (struct bi){0});
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

static void pair_row(const struct answer_table *t, const struct quote *q)
{
    struct node *row = builder_row(t->p, t->table, false);
    row->place = q->place;
    for (size_t k = 0; k < t->p->nlangs; k++) half(t, row, q, t->p->langs[k]);
}

/* In a document of one language: an answer in another is told to be that. */
static void one_half(const struct answer_table *t, struct node *row, const struct quote *q)
{
    struct builder *p = t->p;
    enum lang own = p->langs[0], shown = shown_in(p, q);
    if (shown == own) return half(t, row, q, own);
    if (t->numbers) builder_cell_in(p, row, q->number, own);
    struct node *cell = builder_cell_in(p, row, q->text, shown);
    node_text(p->a, cell, STR(" "), shown, q->place);
    node_text(p->a, cell, words_in(WORD_UNTRANSLATED, own), own, q->place);
}

/* In a document of one language, two beside each other. */
static void row_of_two(const struct answer_table *t, const struct quote *left, const struct quote *right)
{
    struct builder *p = t->p;
    struct node *row = builder_row(p, t->table, false);
    row->place = left->place;
    one_half(t, row, left);
    if (right)
        one_half(t, row, right);
    else
        no_half(t, row);
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

/* Those in both languages first. */
static void rows_in_both(const struct answer_table *t, const struct quote *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_pair(t->p, &list[i])) pair_row(t, &list[i]);
    for (size_t i = 0; i < n; i++)
        if (!is_pair(t->p, &list[i])) pair_row(t, &list[i]);
}

static void answer_rows(const struct answer_table *t, const struct quote *list, size_t n)
{
    if (t->p->both) {
        rows_in_both(t, list, n);
        return;
    }
    for (size_t i = 0; i < n; i += 2) row_of_two(t, &list[i], i + 1 < n ? &list[i + 1] : NULL);
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
