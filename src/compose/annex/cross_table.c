#include "compose/annex/cross_table.h"

#include "compose/annex/row_name.h"
#include "compose/charts.h"
#include "compose/prompts.h"
#include "compose/session_facts.h"
#include "khmer/number.h"

enum {
    SHORT_LIST = 8,   /* answers that stand one under another */
    COLUMN_NAMES = 2, /* before the answers: who, and how many of them */
    NAME_MOST = 16,   /* letters of an answer's name that stand on two lines over a column of numbers, */
    WORD_MOST = 11,   /* of a word on one; */
    HEAD_ROOM = 90,   /* what the names of all take at most, were each as long as the longest; */
    LONG_ROOM = 55    /* the same of their words */
};

/* -- names ----------------------------------------------------------------------------------------------- */

/* Where a language's words are not parted at blanks alone, no word is too long. */
static size_t longest_word(struct str s, enum lang l)
{
    size_t most = 0;
    struct str word;
    while (lang_at(l)->hyphenated && str_cut(&s, ' ', &word))
        if (row_name_letters(word) > most) most = row_name_letters(word);
    return most;
}

/* The answers' own words head their columns where all of them fit there on two lines, else a mark: all
 * columns are of one width, and no head is deep. */
static bool named(struct builder *p, const struct tally *t)
{
    const struct event *e = &p->corpus->event; /* the same in its editions */
    size_t name = 0, word = 0;
    if (prompts_type(t->prompt)->mark) return false;
    for (size_t i = 0; i < t->nrows; i++) {
        struct bi said = builder_filled(charts_row(p, t, &t->rows[i]));
        for (size_t k = 0; k < e->nlangs; k++) {
            size_t n = row_name_letters(said.t[e->langs[k]]),
                   longest = longest_word(said.t[e->langs[k]], e->langs[k]);
            name = n > name ? n : name;
            word = longest > word ? longest : word;
        }
    }
    return name <= NAME_MOST && word <= WORD_MOST && name * t->nrows <= HEAD_ROOM &&
           word * t->nrows <= LONG_ROOM;
}

static struct bi letter_of(struct builder *p, size_t i)
{
    struct bi letter = {
        .t = {number_khmer_letter(p->a, (long)i + 1), number_latin_letter(p->a, (long)i + 1, false)}};
    return builder_say(p, WORD_IN_BRACKETS, letter);
}

/* What stands over an answer's column for its name: a point's own number, else a letter. */
static struct bi mark_of(struct builder *p, const struct tally *t, size_t i)
{
    const struct prompts_type *type = prompts_type(t->prompt);
    return type->mark ? type->mark(p, t->prompt, t->rows[i].at) : letter_of(p, i);
}

/* A mark and its words stay on one line. */
static struct bi key_of(struct builder *p, const struct tally *t, size_t i)
{
    const struct prompts_type *type = prompts_type(t->prompt);
    if (!type->mark)
        return builder_join(p, letter_of(p, i), "\xC2\xA0", builder_filled(charts_row(p, t, &t->rows[i])));
    return type->marked(t->prompt, t->rows[i].at) ? charts_row(p, t, &t->rows[i]) : (struct bi){0};
}

/* What the marks stand for, over the table, and over each of its parts overleaf. */
static void key(struct builder *p, struct node *table, const struct tally *t)
{
    struct bi list = {0};
    for (size_t i = 0; i < t->nrows; i++) list = builder_join(p, list, " · ", key_of(p, t, i));
    struct node *caption = builder_block(p, table, ROLE_CAPTION, list);
    if (caption) table->low = caption->spans;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

static void head_row(struct builder *p, struct node *table, const struct tally *t, bool in_words)
{
    struct node *row = builder_row(p, table, true);
    builder_cell(p, row, charts_said(p, t));
    builder_cell(p, row, words_of(WORD_ANSWERS));
    for (size_t i = 0; i < t->nrows; i++)
        builder_cell(p, row, in_words ? charts_row(p, t, &t->rows[i]) : mark_of(p, t, i));
}

/* All sheets: how many, and what else is said of each answer. */
static void total_rows(struct builder *p, struct node *table, const struct tally *t)
{
    size_t n;
    enum lang l = tree_numerals(p->tree);
    const struct prompts_column *columns = prompts_columns(t, &n);
    for (size_t c = 0; c < n; c++) {
        struct node *row = builder_row(p, table, false);
        builder_cell_line(p, row, words_of(columns[c].of_all));
        if (c)
            builder_cell(p, row, (struct bi){0});
        else
            builder_cell_once(p, row, t->answered);
        for (size_t i = 0; i < t->nrows; i++)
            builder_cell_digits_in(p, row, columns[c].text(p->a, t, &t->rows[i], l), l);
    }
}

/* Over the whole table, above the rows that it is about. */
static void way_row(struct builder *p, struct node *table, enum group_way way)
{
    struct node *row = builder_row(p, table, false);
    row->quiet = true;
    row->low = builder_goes_on(p);
    builder_cell_line(p, row, charts_way(way))->across = (unsigned)table->ncolumns;
}

static bool shows(const struct survey_prompt *q, enum group_way way)
{
    return q->groups[way].n > 1 && q->shown >> way & 1;
}

/* The languages stand on one line; titles of sessions in both have no room there, and are told once before
 * all tables. */
static struct bi group_name(struct builder *p, enum group_way way, const struct group *g)
{
    bool session = way == GROUP_SESSION && !g->pooled && g->at != GROUP_UNTOLD;
    return p->both && session ? session_facts_number(p, p->corpus->sessions[g->at].id)
                              : charts_group(p, way, g);
}

static void group_rows(struct builder *p, struct node *table, const struct survey_prompt *q,
                       enum group_way way)
{
    const struct groups *g = &q->groups[way];
    const struct tally *t = &q->tally;
    way_row(p, table, way);
    for (size_t k = 0; k < g->n; k++) {
        struct node *row = builder_row(p, table, false);
        builder_cell_line(p, row, group_name(p, way, &g->at[k]));
        builder_cell_once(p, row, g->at[k].n);
        for (size_t i = 0; i < t->nrows; i++)
            builder_cell_once(p, row, q->cells[way][k * t->nrows + t->rows[i].at]);
    }
}

/* -- what is left out ------------------------------------------------------------------------------------ */

/* By which ways a prompt's tables are left out, though its groups are large enough. */
static unsigned ways_left_out(const struct survey_prompt *q)
{
    unsigned ways = 0;
    for (unsigned w = 0; w < GROUP_WAYS; w++)
        if (q->groups[w].n > 1 && q->tally.nrows <= TALLY_COLUMNS_MOST) ways |= ~q->shown & 1u << w;
    return ways;
}

static struct bi ways_named(struct builder *p, unsigned ways)
{
    struct bi list = {0};
    for (int w = 0; w < GROUP_WAYS; w++) {
        struct bi way = charts_in_way((enum group_way)w);
        if (!(ways >> w & 1)) continue;
        bool last = !(ways >> (w + 1));
        list = last && builder_has(list) ? builder_say(p, WORD_AND, list, way)
                                         : builder_join(p, list, ", ", way);
    }
    return list;
}

/* Left out of every prompt's table that has any: said once, at the form's head. */
static unsigned left_out_of_all(const struct survey_form *form)
{
    unsigned all = ~0u;
    bool any = false;
    for (size_t i = 0; i < form->form->nprompts; i++) {
        if (!form->prompts[i].tally.nrows) continue;
        all &= ways_left_out(&form->prompts[i]);
        any = true;
    }
    return any ? all : 0;
}

/* The others at the prompt's own table. */
static unsigned left_out_here(const struct survey_form *form, size_t prompt)
{
    return ways_left_out(&form->prompts[prompt]) & ~left_out_of_all(form);
}

static void left_out(struct builder *p, struct node *table, enum group_way way)
{
    struct node *row = builder_row(p, table, false);
    struct node *cell = builder_cell_line(p, row, builder_say(p, WORD_ROWS_LEFT_OUT, charts_way(way)));
    cell->across = (unsigned)table->ncolumns;
}

unsigned cross_table_remarks(const struct builder *p, const struct survey_form *form)
{
    bool closed = false, here = false;
    for (size_t i = 0; i < form->form->nprompts; i++) {
        closed |= !prompt_is_open(&form->form->prompts[i]);
        here |= left_out_here(form, i) != 0;
    }
    bool unattached = closed && !form->microdata && p->corpus->event.attach_sources;
    return CROSS_TABLE_GROUPS | (here ? CROSS_TABLE_WHY : 0u) | (unattached ? CROSS_TABLE_TICKS : 0u);
}

struct bi cross_table_say(struct builder *p, unsigned remarks)
{
    struct bi note = {0};
    if (remarks & CROSS_TABLE_GROUPS)
        note = builder_say(p, WORD_GROUPS_NOTE, builder_number(p, group_least(p->corpus)));
    if (remarks & CROSS_TABLE_WHY) note = builder_join(p, note, " ", words_of(WORD_ROWS_LEFT_OUT_WHY));
    if (remarks & CROSS_TABLE_TICKS) note = builder_join(p, note, " ", words_of(WORD_TICKS_NOT_ATTACHED));
    return note;
}

struct bi cross_table_left_out(struct builder *p, const struct survey_form *form)
{
    unsigned ways = left_out_of_all(form);
    return ways ? builder_say(p, WORD_TABLES_LEFT_OUT, ways_named(p, ways)) : (struct bi){0};
}

/* -- sessions whose rows bear their number alone --------------------------------------------------------- */

static bool has_sessions(const struct survey_prompt *q)
{
    return shows(q, GROUP_SESSION) && q->tally.nrows <= TALLY_COLUMNS_MOST;
}

static bool has_session(const struct survey_form *form, size_t session)
{
    for (size_t i = 0; i < form->form->nprompts; i++) {
        const struct groups *g = &form->prompts[i].groups[GROUP_SESSION];
        for (size_t k = 0; has_sessions(&form->prompts[i]) && k < g->n; k++)
            if (!g->at[k].pooled && g->at[k].at == session) return true;
    }
    return false;
}

/* Their titles, before the first of the form's tables that has them; in one language each row has its own. */
static void say_sessions(struct builder *p, struct node *parent, const struct survey_form *form,
                         size_t prompt)
{
    struct bi list = {0};
    size_t first = 0;
    while (first < form->form->nprompts && !has_sessions(&form->prompts[first])) first++;
    if (!p->both || first != prompt) return;
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (!has_session(form, i)) continue;
        list = builder_join(p, list, "; ", session_facts_heading(p, s, s->id, (struct bi){0}));
    }
    if (builder_has(list)) builder_par(p, parent, ROLE_SMALL, builder_say(p, WORD_SESSIONS_NAMED, list));
}

/* -- the tables ------------------------------------------------------------------------------------------ */

/* Of a long one two answers stand on a line; names in both languages take a line of the whole measure. n: how
 * many of its columns. */
static void list_put(struct builder *p, struct node *parent, const struct tally *t, size_t n, bool is_long)
{
    size_t all;
    enum lang l = tree_numerals(p->tree);
    const struct prompts_column *columns = prompts_columns(t, &all);
    struct node *table = builder_table(p, parent, n + 1);
    if (t->prompt) builder_line(p, table, ROLE_CAPTION, charts_said(p, t));
    struct node *head = builder_row(p, table, true);
    table->fine = true;
    table->two_up = is_long && !p->both ? TWO_UP_DOWN : TWO_UP_NO;
    table->columns[0].heads_row = true;
    builder_cell(p, head, words_of(t->prompt ? WORD_ANSWER : WORD_THEME));
    for (size_t c = 0; c < n; c++) builder_cell(p, head, words_of(columns[c].head));
    for (size_t i = 0; i < t->nrows; i++) {
        struct node *row = builder_row(p, table, false);
        builder_cell_line(p, row, builder_filled(charts_row(p, t, &t->rows[i])));
        for (size_t c = 0; c < n; c++)
            builder_cell_digits_in(p, row, columns[c].text(p->a, t, &t->rows[i], l), l);
    }
}

void cross_table_list(struct builder *p, struct node *parent, const struct tally *t)
{
    size_t n;
    prompts_columns(t, &n);
    if (t->nrows) list_put(p, parent, t, n, true);
}

/* Whether anything stands across: numbers of groups, or that they are left out. */
static bool crosses(const struct survey_form *form, size_t prompt)
{
    const struct survey_prompt *q = &form->prompts[prompt];
    for (int w = 0; w < GROUP_WAYS; w++)
        if (shows(q, (enum group_way)w) || left_out_here(form, prompt) >> w & 1) return true;
    return false;
}

/* All sheets alone, a row for each answer; of shares the chart tells. */
static void counts_put(struct builder *p, struct node *parent, const struct tally *t)
{
    size_t n;
    prompts_columns(t, &n);
    list_put(p, parent, t, t->prompt->type == PROMPT_RANKING ? n : 1, t->nrows > SHORT_LIST);
}

void cross_table_put(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt)
{
    const struct survey_prompt *q = &form->prompts[prompt];
    const struct tally *t = &q->tally;
    if (!t->nrows) builder_line(p, parent, ROLE_SMALL, charts_said(p, t));
    if (!t->nrows) return;
    if (t->nrows > TALLY_COLUMNS_MOST) {
        cross_table_list(p, parent, t);
        return;
    }
    if (!crosses(form, prompt)) {
        counts_put(p, parent, t);
        return;
    }
    say_sessions(p, parent, form, prompt);
    bool in_words = named(p, t);
    struct node *table = builder_table(p, parent, COLUMN_NAMES + t->nrows);
    table->fine = true;
    if (!in_words) key(p, table, t);
    head_row(p, table, t, in_words);
    total_rows(p, table, t);
    for (int w = 0; w < GROUP_WAYS; w++) {
        if (shows(q, (enum group_way)w)) group_rows(p, table, q, (enum group_way)w);
        if (left_out_here(form, prompt) >> w & 1) left_out(p, table, (enum group_way)w);
    }
}
