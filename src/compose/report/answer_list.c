#include "compose/report/answer_list.h"

#include "compose/annex_order.h"
#include "compose/charts.h"
#include "compose/quotes.h"

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

static struct node *table_head(struct builder *p, struct node *parent)
{
    struct node *table = builder_table(p, parent, 1 + p->nlangs), *head = builder_row(p, table, true);
    builder_cell(p, head, words_of(WORD_FORM_NUMBER));
    for (size_t i = 0; i < p->nlangs; i++) builder_cell(p, head, words_of(words_in_lang(p->langs[i])));
    return table;
}

/* A row that heads those after it, or tells what is left out of them. */
static void quiet_row(struct builder *p, struct node *table, struct bi text)
{
    struct node *row = builder_row(p, table, false);
    row->quiet = true;
    builder_cell(p, row, text)->across = (unsigned)table->ncolumns;
}

static void answer_row(struct builder *p, struct node *table, const struct quote *q)
{
    struct node *row = builder_row(p, table, false);
    row->place = q->place;
    builder_cell(p, row, q->number);
    builder_cell_each(p, row, q->text);
}

static void theme_part(const struct answer_list *v, struct builder *p, struct node *table, size_t prompt,
                       size_t row)
{
    const struct tally *themes = &v->form->themes;
    struct quote_wish wish = quotes_wish(p, v->form, prompt, SIZE_MAX);
    wish.theme = v->about;
    wish.theme_bit = (uint64_t)1 << row;
    size_t all = quote_list(&wish, NULL);
    if (!all) return;
    wish.most = all < SHOWN_MOST ? all : SHOWN_MOST;
    struct quote *list = ARENA_MANY(p->a, struct quote, wish.most);
    size_t n = quote_list(&wish, list);
    struct bi name = row < THEMES_MOST ? charts_row(p, themes, &themes->rows[row]) : words_of(WORD_NO_THEME);
    if (themes->answered)
        quiet_row(p, table, builder_join(p, builder_filled(name), " · ", builder_number(p, (long)all)));
    for (size_t i = 0; i < n; i++) answer_row(p, table, &list[i]);
    enum word more = p->corpus->event.attach_sources ? WORD_MORE_ATTACHED : WORD_MORE_LEFT;
    if (all > n) quiet_row(p, table, builder_say(p, more, builder_number(p, (long)(all - n))));
}

void answer_list_put(const struct answer_list *v, struct builder *p, struct node *parent, size_t prompt)
{
    struct quote_wish wish = quotes_wish(p, v->form, prompt, SIZE_MAX);
    quotes_withheld(p, parent, v->form, prompt);
    if (!quote_list(&wish, NULL)) return;
    struct node *table = table_head(p, parent);
    for (size_t i = 0; i < v->form->themes.nrows && i < THEMES_MOST; i++) theme_part(v, p, table, prompt, i);
    theme_part(v, p, table, prompt, THEMES_MOST);
}
