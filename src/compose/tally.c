#include "compose/tally.h"

#include "khmer/number.h"

/* -- counting -- */

static void add_row(struct pen *p, struct tally *t, struct bi name)
{
    if (!t->rows) t->rows = ARENA_MANY(p->a, struct tally_row, TALLY_MOST);
    if (t->nrows < TALLY_MOST) t->rows[t->nrows++] = (struct tally_row){.name = name};
}

static void scale_rows(struct pen *p, struct tally *t, const struct prompt *q)
{
    for (int i = 1; i <= q->points; i++) {
        struct bi n = {.t = {number_plain(p->a, i, LANG_KM), number_plain(p->a, i, LANG_EN)}};
        struct bi word = i == 1 ? q->low : i == q->points ? q->high : (struct bi){0};
        add_row(p, t, pen_has(word) ? pen_say(p, WORD_POINT_WORD, n, word) : n);
    }
}

static void name_rows(struct pen *p, struct tally *t, const struct prompt *q)
{
    if (q->type == PROMPT_SCALE) scale_rows(p, t, q);
    if (q->type == PROMPT_YESNO) {
        add_row(p, t, words_of(WORD_YES));
        add_row(p, t, words_of(WORD_NO));
    }
    if (q->type != PROMPT_CHOICE && q->type != PROMPT_CHOICES) return;
    for (size_t i = 0; i < q->noptions; i++)
        add_row(p, t, pen_has(q->options[i].text) ? q->options[i].text : pen_same(q->options[i].id));
}

static void count_bits(struct tally *t, uint64_t bits)
{
    for (size_t i = 0; i < t->nrows && i < 64; i++) t->rows[i].count += (long)(bits >> i & 1);
}

static void count_answer(struct tally *t, const struct prompt *q, const struct answer *a)
{
    if (!a->given) return;
    t->answered++;
    if (q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES) count_bits(t, a->chosen);
    if (q->type == PROMPT_YESNO) t->rows[a->yes ? 0 : 1].count++;
    if (q->type != PROMPT_SCALE || a->scale < 1 || a->scale > q->points) return;
    t->sum += a->scale;
    if ((size_t)a->scale <= t->nrows) t->rows[a->scale - 1].count++;
}

struct tally tally_prompt(struct pen *p, const struct form *form, size_t prompt)
{
    const struct prompt *q = &form->prompts[prompt];
    struct tally t = {.of = (long)form->nreplies};
    name_rows(p, &t, q);
    for (size_t i = 0; i < form->nreplies; i++) count_answer(&t, q, &form->replies[i].answers[prompt]);
    return t;
}

struct tally tally_themes(struct pen *p, const struct form *form)
{
    struct tally t = {.of = (long)form->nreplies};
    for (size_t i = 0; i < form->nthemes; i++)
        add_row(p, &t, pen_has(form->themes[i].name) ? form->themes[i].name : pen_same(form->themes[i].id));
    for (size_t i = 0; i < form->nreplies; i++) {
        t.answered += form->replies[i].themes != 0;
        count_bits(&t, form->replies[i].themes);
    }
    return t;
}

/* -- showing -- */

static struct spans bar_label(struct pen *p, struct bi name)
{
    struct node *holder = pen_node(p, NULL, ROLE_P);
    pen_spans(p, holder, name);
    for (size_t i = 0; i < holder->spans.n; i++)
        if (holder->spans.at[i].lang == LANG_NONE) holder->spans.at[i].lang = holder->lang;
    return holder->spans;
}

static void chart_alt(struct pen *p, struct node *n, const struct tally *t, struct bi title)
{
    struct bi list = {0};
    for (size_t i = 0; i < t->nrows; i++) {
        struct bi one = pen_join(p, pen_filled(t->rows[i].name), " ", pen_number(p, t->rows[i].count));
        list = pen_join(p, list, "; ", one);
    }
    struct bi alt = pen_say(p, WORD_CHART_OF, pen_join(p, title, " – ", list));
    for (int l = 0; l < LANG_N; l++) n->alt[l] = str_trim(alt.t[l]);
}

struct node *tally_chart(struct pen *p, struct node *parent, const struct tally *t, struct bi title)
{
    if (!t->nrows || !t->answered) return NULL;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    c->bars = ARENA_MANY(p->a, struct bar, t->nrows);
    c->nbars = t->nrows;
    for (size_t i = 0; i < t->nrows; i++) {
        struct bar *b = &c->bars[i];
        b->label = bar_label(p, t->rows[i].name);
        b->value = t->rows[i].count;
        b->value_text = pen_both_numbers(p, b->value);
        if (b->value > c->most) c->most = b->value;
    }
    struct node *n = pen_node(p, parent, ROLE_CHART);
    n->chart = c;
    chart_alt(p, n, t, title);
    return n;
}

static long per_cent(long part, long whole)
{
    return whole > 0 ? (part * 200 + whole) / (whole * 2) : 0;
}

static struct bi only(struct bi text, enum lang l)
{
    struct bi one = {0};
    one.t[l] = text.t[l];
    one.at[l] = text.at[l];
    return one;
}

static void table_head(struct pen *p, struct node *table)
{
    struct node *head = pen_row(p, table, true);
    for (size_t i = 0; i < p->nlangs; i++) {
        pen_cell(p, head, only(words_of(WORD_ANSWER), p->langs[i]));
        pen_cell(p, head, only(words_of(WORD_COUNT), p->langs[i]));
        pen_cell(p, head, only(words_of(WORD_PERCENT), p->langs[i]));
    }
}

void tally_table(struct pen *p, struct node *parent, const struct tally *t)
{
    if (!t->nrows) return;
    struct node *table = pen_table(p, parent, 3 * p->nlangs);
    table_head(p, table);
    for (size_t k = 0; k < t->nrows; k++) {
        const struct tally_row *r = &t->rows[k];
        struct node *row = pen_row(p, table, false);
        for (size_t i = 0; i < p->nlangs; i++) {
            pen_cell(p, row, only(pen_filled(r->name), p->langs[i]));
            pen_cell_number_in(p, row, r->count, p->langs[i]);
            pen_cell_number_in(p, row, per_cent(r->count, t->answered), p->langs[i]);
        }
    }
}

struct bi tally_said(struct pen *p, const struct tally *t, const struct prompt *prompt)
{
    struct bi said = pen_say(p, WORD_ANSWERED, pen_number(p, t->answered), pen_number(p, t->of));
    if (prompt->type != PROMPT_SCALE || !t->answered) return said;
    long tenths = (t->sum * 20 + t->answered) / (t->answered * 2);
    struct bi mean = {.t = {number_tenths(p->a, tenths, LANG_KM), number_tenths(p->a, tenths, LANG_EN)}};
    return pen_say(p, WORD_MEAN, said, mean, pen_number(p, prompt->points));
}

struct bi tally_totals(struct pen *p, const struct form *form)
{
    long by[LANG_N + 1] = {0};
    for (size_t i = 0; i < form->nreplies; i++) by[form->replies[i].lang]++;
    struct bi rows =
        pen_say(p, WORD_ROWS_TOTAL, pen_number(p, (long)form->rows_read), pen_number(p, (long)form->nreplies),
                pen_number(p, (long)form->rows_blank), pen_number(p, (long)form->rows_left_out));
    struct bi langs = pen_say(p, WORD_BY_LANGUAGE, pen_number(p, by[LANG_KM]), pen_number(p, by[LANG_EN]));
    struct bi all = pen_join(p, rows, " ", langs);
    if (!by[LANG_NONE]) return all;
    return pen_join(p, all, " ", pen_say(p, WORD_BY_UNKNOWN, pen_number(p, by[LANG_NONE])));
}
