#include "survey/tally.h"

#include "khmer/number.h"
#include "survey/group.h"
#include "survey/theme.h"

/* -- counting -- */

static void add_row(struct builder *p, struct tally *t, struct bi name)
{
    if (!t->rows) t->rows = ARENA_MANY(p->a, struct tally_row, TALLY_MOST);
    if (t->nrows < TALLY_MOST) t->rows[t->nrows++] = (struct tally_row){.name = name};
}

static void scale_rows(struct builder *p, struct tally *t, const struct prompt *q)
{
    for (int i = 1; i <= q->points; i++) {
        struct bi n = {.t = {number_plain(p->a, i, LANG_KM), number_plain(p->a, i, LANG_EN)}};
        struct bi word = i == 1 ? q->low : i == q->points ? q->high : (struct bi){0};
        add_row(p, t, builder_has(word) ? builder_say(p, WORD_POINT_WORD, n, word) : n);
    }
}

static void name_rows(struct builder *p, struct tally *t, const struct prompt *q)
{
    if (q->type == PROMPT_SCALE) scale_rows(p, t, q);
    if (q->type == PROMPT_YESNO) {
        add_row(p, t, words_of(WORD_YES));
        add_row(p, t, words_of(WORD_NO));
    }
    if (q->type != PROMPT_CHOICE && q->type != PROMPT_CHOICES) return;
    for (size_t i = 0; i < q->noptions; i++)
        add_row(p, t, builder_has(q->options[i].text) ? q->options[i].text : builder_same(q->options[i].id));
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

struct tally tally_prompt(struct builder *p, const struct form *form, size_t prompt)
{
    const struct prompt *q = &form->prompts[prompt];
    struct tally t = {.of = (long)form->nreplies};
    name_rows(p, &t, q);
    for (size_t i = 0; i < form->nreplies; i++) count_answer(&t, q, &form->replies[i].answers[prompt]);
    return t;
}

/* The most frequent first; as in the form where they are equal. */
static void sort_rows(struct tally *t)
{
    for (size_t i = 1; i < t->nrows; i++)
        for (size_t k = i; k > 0; k--) {
            struct tally_row *x = &t->rows[k - 1], *y = &t->rows[k], swap = *y;
            if (x->count + x->more >= y->count + y->more) break;
            *y = *x;
            *x = swap;
        }
}

struct tally tally_of_themes(struct builder *p, const struct form *form, const struct themes *said)
{
    struct tally t = {.of = (long)form->nreplies};
    for (size_t i = 0; i < form->nthemes; i++)
        add_row(p, &t,
                builder_has(form->themes[i].name) ? form->themes[i].name : builder_same(form->themes[i].id));
    for (size_t i = 0; i < form->nthemes; i++) t.rows[i].theme = i;
    for (size_t i = 0; i < form->nreplies; i++) {
        t.answered += said->typed[i] || said->suggested[i];
        t.suggested += said->suggested[i] != 0;
        count_bits(&t, said->typed[i]);
        for (size_t k = 0; k < t.nrows; k++) t.rows[k].more += (long)(said->suggested[i] >> k & 1);
    }
    sort_rows(&t);
    return t;
}

struct tally tally_themes(struct builder *p, const struct form *form)
{
    struct themes said = theme_find(p, form);
    return tally_of_themes(p, form, &said);
}

/* -- showing -- */

static struct spans bar_label(struct builder *p, struct bi name)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    builder_spans(p, holder, name);
    for (size_t i = 0; i < holder->spans.n; i++)
        if (holder->spans.at[i].lang == LANG_NONE) holder->spans.at[i].lang = holder->lang;
    return holder->spans;
}

/* 16; 16 + 3* */
static struct bi row_number(struct builder *p, const struct tally_row *r)
{
    struct bi n = builder_number(p, r->count);
    if (!r->more) return n;
    return builder_join(p, builder_join(p, n, " + ", builder_number(p, r->more)), "", builder_same(STR("*")));
}

static struct str value_text(struct builder *p, const struct tally_row *r)
{
    struct bi n = row_number(p, r);
    if (!p->both) return n.t[p->langs[0]];
    return str_fmt(p->a, "%.*s · %.*s", STR_ARGS(n.t[p->langs[0]]), STR_ARGS(n.t[p->langs[1]]));
}

struct bi tally_star(const struct tally *t)
{
    return t->suggested ? words_of(WORD_SUGGESTED) : (struct bi){0};
}

struct bi tally_list(struct builder *p, const struct tally *t, const char *between)
{
    struct bi list = {0};
    for (size_t i = 0; i < t->nrows; i++) {
        const char *is = t->sum ? ": " : " "; /* a point is a number itself */
        struct bi one = builder_join(p, builder_filled(t->rows[i].name), is, row_number(p, &t->rows[i]));
        list = builder_join(p, list, between, one);
    }
    return list;
}

static void chart_alt(struct builder *p, struct node *n, const struct tally *t, struct bi title)
{
    struct bi list = tally_list(p, t, "; ");
    struct bi alt = builder_say(p, WORD_CHART_OF, builder_join(p, title, " – ", list));
    for (int l = 0; l < LANG_N; l++) n->alt[l] = str_trim(alt.t[l]);
}

struct node *tally_chart(struct builder *p, struct node *parent, const struct tally *t, struct bi title)
{
    if (!t->nrows || !t->answered) return NULL;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    c->bars = ARENA_MANY(p->a, struct bar, t->nrows);
    c->nbars = t->nrows;
    c->most = t->most;
    for (size_t i = 0; i < t->nrows; i++) {
        struct bar *b = &c->bars[i];
        b->label = bar_label(p, t->rows[i].name);
        b->value = t->rows[i].count + t->rows[i].more;
        b->value_text = value_text(p, &t->rows[i]);
        if (b->value > c->most) c->most = b->value;
    }
    struct node *n = builder_node(p, parent, ROLE_CHART);
    n->chart = c;
    chart_alt(p, n, t, title);
    return n;
}

/* How much of the answers lies on the side that more of them are on, the middle parted, in thousandths. */
static long longer_side(const struct tally *t)
{
    long side[2] = {0}, all = 0;
    size_t n = t->nrows;
    for (size_t i = 0; i < n; i++) {
        long value = t->rows[i].count;
        bool middle = n % 2 && i == n / 2;
        all += 2 * value;
        side[0] += middle ? value : i < n / 2 ? 2 * value : 0;
        side[1] += middle ? value : i < n / 2 ? 0 : 2 * value;
    }
    long most = side[0] > side[1] ? side[0] : side[1];
    return all ? (most * 1000 + all - 1) / all : 0;
}

static long longest_side(struct builder *p, const struct form *form)
{
    if (p->scaled == form) return p->scale_most;
    p->scaled = form;
    p->scale_most = 0;
    for (size_t i = 0; i < form->nprompts; i++) {
        if (form->prompts[i].type != PROMPT_SCALE) continue;
        struct tally t = tally_prompt(p, form, i);
        long side = longer_side(&t);
        if (side > p->scale_most) p->scale_most = side;
    }
    return p->scale_most;
}

struct node *tally_lean(struct builder *p, struct node *parent, const struct tally *t,
                        const struct form *form, size_t prompt)
{
    const struct prompt *q = &form->prompts[prompt];
    struct node *n = tally_chart(p, parent, t, q->text);
    if (!n || q->type != PROMPT_SCALE) return n;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    *c = *n->chart;
    c->diverging = true;
    c->most = longest_side(p, form);
    for (size_t i = 0; i < c->nbars; i++) c->bars[i].point = builder_both_numbers(p, (long)i + 1);
    n->chart = c;
    n->low = bar_label(p, q->low);
    n->high = bar_label(p, q->high);
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

static void table_head(struct builder *p, struct node *table)
{
    struct node *head = builder_row(p, table, true);
    for (size_t i = 0; i < p->nlangs; i++) {
        builder_cell(p, head, only(words_of(WORD_ANSWER), p->langs[i]));
        builder_cell(p, head, only(words_of(WORD_COUNT), p->langs[i]));
        builder_cell(p, head, only(words_of(WORD_PERCENT), p->langs[i]));
    }
}

void tally_table(struct builder *p, struct node *parent, const struct tally *t)
{
    if (!t->nrows) return;
    struct node *table = builder_table(p, parent, 3 * p->nlangs);
    table_head(p, table);
    for (size_t k = 0; k < t->nrows; k++) {
        const struct tally_row *r = &t->rows[k];
        struct node *row = builder_row(p, table, false);
        for (size_t i = 0; i < p->nlangs; i++) {
            builder_cell(p, row, only(builder_filled(r->name), p->langs[i]));
            builder_cell_number_in(p, row, r->count + r->more, p->langs[i]);
            builder_cell_number_in(p, row, per_cent(r->count + r->more, t->answered), p->langs[i]);
        }
    }
}

/* A mean would lie where fewer chose the point that it falls on than points on both sides of it. */
bool tally_split(const struct tally *t)
{
    long most[2] = {0}, mean = t->answered ? (t->sum * 2 + t->answered) / (t->answered * 2) : 0;
    if (mean < 1 || (size_t)mean > t->nrows) return false;
    for (size_t i = 0; i < t->nrows; i++) {
        size_t side = (long)i + 1 > mean;
        if ((long)i + 1 != mean && t->rows[i].count > most[side]) most[side] = t->rows[i].count;
    }
    return t->rows[mean - 1].count < most[0] && t->rows[mean - 1].count < most[1];
}

struct bi tally_said(struct builder *p, const struct tally *t, const struct prompt *prompt)
{
    struct bi said = builder_say(p, WORD_ANSWERED, builder_number(p, t->answered), builder_number(p, t->of));
    if (prompt->type != PROMPT_SCALE || !t->answered) return said;
    if (tally_split(t)) return builder_join(p, said, " · ", words_of(WORD_SPLIT));
    long tenths = (t->sum * 20 + t->answered) / (t->answered * 2);
    struct bi mean = {.t = {number_tenths(p->a, tenths, LANG_KM), number_tenths(p->a, tenths, LANG_EN)}};
    return builder_say(p, WORD_MEAN, said, mean, builder_number(p, prompt->points));
}

struct bi tally_written(struct builder *p, const struct form *form)
{
    struct groups g = group_of(p, form, GROUP_LANGUAGE, GROUP_ALL);
    struct bi list = {0};
    if (g.n == 1 && g.at[0].pooled) return list;
    for (size_t i = 0; i < g.n; i++)
        list = builder_join(p, list, " · ", builder_join(p, g.at[i].name, " ", builder_number(p, g.at[i].n)));
    return builder_has(list) ? builder_say(p, WORD_WRITTEN_IN, list) : list;
}

static long answers_lost(const struct form *form)
{
    long n = 0;
    for (size_t i = 0; i < form->nreplies; i++)
        for (size_t k = 0; k < form->nprompts; k++) n += form->replies[i].answers[k].lost;
    return n;
}

struct bi tally_totals(struct builder *p, const struct form *form)
{
    struct bi said = builder_say(
        p, WORD_ROWS_TOTAL, builder_number(p, (long)form->rows_read), builder_number(p, (long)form->nreplies),
        builder_number(p, (long)form->rows_blank), builder_number(p, (long)form->rows_left_out));
    if (form->rows_left_out) said = builder_join(p, said, " ", words_of(WORD_LEFT_OUT_WHY));
    long lost = answers_lost(form);
    if (lost) said = builder_join(p, said, " ", builder_say(p, WORD_ANSWERS_LOST, builder_number(p, lost)));
    return builder_join(p, said, " ", tally_written(p, form));
}

/* -- by group -- */

/* The answer's column in a table by group; SIZE_MAX: none of them. */
static void count_cells(const struct prompt *q, const struct answer *a, long *cells, size_t ncells)
{
    if (q->type == PROMPT_SCALE && a->scale >= 1 && (size_t)a->scale <= ncells) cells[a->scale - 1]++;
    if (q->type == PROMPT_YESNO) cells[a->yes ? 0 : 1]++;
    if (q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES)
        for (size_t i = 0; i < ncells && i < 64; i++) cells[i] += (long)(a->chosen >> i & 1);
}

static void group_head(struct builder *p, struct node *table, enum group_way way, const struct prompt *q,
                       size_t ncells)
{
    struct node *row = builder_row(p, table, true);
    builder_cell(p, row, group_way_name(way));
    builder_cell(p, row, words_of(WORD_ANSWERS));
    for (size_t i = 0; i < ncells; i++) {
        builder_cell(p, row,
                     q->type == PROMPT_YESNO ? words_of(i ? WORD_NO : WORD_YES)
                                             : builder_number(p, (long)i + 1));
        table->columns[i + 2].align = ALIGN_RIGHT;
    }
}

static void group_rows(struct builder *p, struct node *table, const struct form *form, size_t prompt,
                       const struct groups *g, size_t ncells)
{
    long *cells = ARENA_MANY(p->a, long, g->n *ncells);
    for (size_t i = 0; i < form->nreplies; i++)
        if (g->of[i] != SIZE_MAX)
            count_cells(&form->prompts[prompt], &form->replies[i].answers[prompt], cells + g->of[i] * ncells,
                        ncells);
    for (size_t k = 0; k < g->n; k++) {
        struct node *row = builder_row(p, table, false);
        builder_cell(p, row, g->at[k].name);
        builder_cell_number(p, row, g->at[k].n);
        for (size_t i = 0; i < ncells; i++) builder_cell_number(p, row, cells[k * ncells + i]);
    }
}

void tally_groups(struct builder *p, struct node *parent, const struct form *form, size_t prompt)
{
    enum { COLUMNS_MOST = 12 };
    const struct prompt *q = &form->prompts[prompt];
    size_t ncells = tally_prompt(p, form, prompt).nrows;
    bool any = false;
    if (q->type == PROMPT_OPEN || !ncells || ncells > COLUMNS_MOST) return;
    for (int w = 0; w < GROUP_WAYS; w++) {
        struct groups g = group_of(p, form, (enum group_way)w, (int)prompt);
        if (g.n < 2) continue;
        struct node *table = builder_table(p, parent, ncells + 2);
        any = true;
        group_head(p, table, (enum group_way)w, q, ncells);
        group_rows(p, table, form, prompt, &g, ncells);
    }
    bool numbered = q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES;
    if (any && numbered) builder_par(p, parent, ROLE_SMALL, words_of(WORD_COLUMNS));
}
