#include "compose/handout/digest.h"

#include "compose/annex/annex_order.h"
#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/prompts.h"

/* -- what is said ---------------------------------------------------------------------------------------- */

struct digest digest_of(struct builder *p, const struct survey_form *form, size_t brief)
{
    return (struct digest){
        .p = p, .form = form, .brief = brief, .used = ARENA_MANY(p->a, bool, form->form->nreplies)};
}

static struct quote_wish wish_of(struct digest *d, size_t prompt, size_t most)
{
    struct quote_wish wish = quotes_wish(d->p, d->form, prompt, most);
    wish.used = d->used;
    wish.brief = d->brief;
    return wish;
}

size_t digest_theme(struct digest *d, size_t row, size_t most, struct quote *chosen)
{
    struct quote_wish wish = wish_of(d, QUOTE_ANY, most);
    wish.theme_bit = (uint64_t)1 << d->form->themes.rows[row].at;
    wish.theme = d->form->about;
    return quote_pick(&wish, chosen);
}

/* A prompt that asks for questions. */
static bool wants_questions(const struct prompt *q)
{
    static const struct str NAMED[LANG_N] = {[LANG_KM] = STR_INIT("សំណួរ"), [LANG_EN] = STR_INIT("question")};
    for (int l = 0; l < LANG_N && prompt_is_open(q); l++)
        if (str_find(q->text.t[l], NAMED[l], 0) != SIZE_MAX) return true;
    return false;
}

size_t digest_questions(struct digest *d, size_t most, struct quote *chosen)
{
    struct quote_wish wish = wish_of(d, QUOTE_ANY, most);
    size_t n = 0;
    wish.asking = true;
    for (size_t i = 0; i < d->form->form->nprompts; i++) {
        if (!wants_questions(&d->form->form->prompts[i])) continue;
        wish.prompt = i;
        wish.most = most - n;
        n += quote_pick(&wish, chosen + n);
    }
    wish.prompt = QUOTE_ANY;
    wish.most = most - n;
    return n + quote_pick(&wish, chosen + n);
}

struct bi digest_more(struct digest *d, size_t shown)
{
    struct quote_wish wish = quotes_wish(d->p, d->form, QUOTE_ANY, SIZE_MAX);
    wish.asking = true;
    size_t all = quote_list(&wish, NULL);
    if (all <= shown || !(d->p->corpus->event.documents & DOCUMENT_REPORT)) return (struct bi){0};
    return builder_say(d->p, WORD_MORE_QUESTIONS, builder_number(d->p, (long)(all - shown)),
                       annex_order_results(d->p));
}

struct bi digest_theme_head(const struct digest *d, size_t row)
{
    const struct tally *t = &d->form->themes;
    const struct tally_row *r = &t->rows[row];
    return builder_say(d->p, WORD_THEME_SAID, charts_row(d->p, t, r),
                       builder_number(d->p, r->count + r->more));
}

static struct bi quotable(struct builder *p, const struct survey_form *form)
{
    return builder_say(p, WORD_QUOTABLE, builder_number(p, form->quotable));
}

struct bi digest_totals(struct builder *p, const struct survey_form *form)
{
    return builder_join(p, charts_totals(p, form), " ", quotable(p, form));
}

struct bi digest_brief(struct builder *p, const struct survey_form *form)
{
    return builder_join(p, charts_written(p, form), " ", quotable(p, form));
}

/* -- as much as there is room for ------------------------------------------------------------------------ */

enum { BRIEF = 110 }; /* code points: two lines and a half of a column */
enum closed { CLOSED_BARS, CLOSED_WORDS, CLOSED_NONE };

struct amounts { /* of what each form's part shows */
    size_t bars, themes;
    size_t first, rest; /* quotes: of the first theme, of the others */
    size_t questions;
    enum closed closed;
};

/* From all that is worth telling to the least: the first that fits is taken. Two quotes of each theme come
 * before bars. */
static const struct amounts TWO_PAGES[] = {
    {6, 5, 3, 3, 6, CLOSED_BARS},  {6, 5, 3, 2, 5, CLOSED_BARS},  {6, 5, 2, 2, 5, CLOSED_BARS},
    {6, 4, 2, 2, 4, CLOSED_BARS},  {5, 3, 2, 2, 3, CLOSED_BARS},  {4, 3, 2, 2, 2, CLOSED_BARS},
    {4, 2, 2, 2, 2, CLOSED_BARS},  {3, 2, 2, 2, 1, CLOSED_BARS},  {5, 5, 3, 2, 4, CLOSED_WORDS},
    {5, 4, 3, 2, 3, CLOSED_WORDS}, {4, 4, 2, 2, 3, CLOSED_WORDS}, {4, 3, 2, 2, 3, CLOSED_WORDS},
    {4, 3, 2, 2, 2, CLOSED_WORDS}, {3, 2, 2, 2, 2, CLOSED_WORDS}, {3, 2, 2, 2, 1, CLOSED_WORDS},
    {3, 2, 2, 1, 1, CLOSED_WORDS}, {3, 2, 1, 1, 1, CLOSED_WORDS}, {3, 1, 1, 1, 1, CLOSED_WORDS},
    {3, 1, 1, 0, 1, CLOSED_WORDS}, {3, 1, 1, 0, 0, CLOSED_WORDS}, {3, 0, 0, 0, 0, CLOSED_WORDS}};
static const struct amounts WALL[] = {
    {5, 4, 2, 2, 4, CLOSED_NONE}, {5, 4, 2, 1, 4, CLOSED_NONE}, {5, 4, 1, 1, 4, CLOSED_NONE},
    {5, 4, 1, 1, 3, CLOSED_NONE}, {5, 3, 1, 1, 3, CLOSED_NONE}, {4, 3, 1, 1, 3, CLOSED_NONE},
    {4, 3, 1, 1, 2, CLOSED_NONE}, {4, 3, 1, 1, 1, CLOSED_NONE}, {4, 2, 2, 1, 2, CLOSED_NONE},
    {4, 2, 1, 1, 3, CLOSED_NONE}, {4, 2, 1, 1, 2, CLOSED_NONE}, {4, 2, 1, 1, 1, CLOSED_NONE},
    {4, 1, 1, 1, 1, CLOSED_NONE}, {3, 1, 1, 1, 0, CLOSED_NONE}, {3, 0, 0, 0, 0, CLOSED_NONE}};

static void themes_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUOTES];
    for (size_t k = 0; d->form->themes.answered && k < d->form->themes.nrows && k < most.themes; k++) {
        size_t n = digest_theme(d, k, k ? most.rest : most.first, chosen);
        if (!n) continue;
        builder_line(d->p, sect, ROLE_H3, digest_theme_head(d, k));
        for (size_t i = 0; i < n; i++) quotes_set(d->p, sect, &chosen[i]);
    }
}

static void questions_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t n = digest_questions(d, most.questions, chosen);
    struct bi more = digest_more(d, n);
    if (!n && !builder_has(more)) return;
    builder_line(d->p, sect, ROLE_H3, words_of(WORD_OPEN_QUESTIONS));
    for (size_t i = 0; i + 1 < n; i++) quotes_set(d->p, sect, &chosen[i]);
    struct node *keep = builder_node(d->p, sect, ROLE_KEEP);
    if (n) quotes_set(d->p, keep, &chosen[n - 1]);
    builder_line(d->p, keep, ROLE_SMALL, more);
}

/* How many lines a prompt takes, about. */
static size_t weight_of(const struct tally *t)
{
    enum { HEAD = 3, LEAN = 4 };
    return HEAD + (prompt_has_points(t->prompt) ? LEAN : prompts_type(t->prompt)->lines * t->nrows);
}

/* Closed prompts in two columns of about one length, a few at a time. */
static void bars_part(struct digest *d, struct node *sect)
{
    enum { FEW = 6 };
    struct node *grid = NULL, *columns[2] = {0};
    size_t n = 0, weights[2] = {0};
    for (size_t i = 0; i < d->form->form->nprompts; i++) {
        const struct prompt *q = &d->form->form->prompts[i];
        if (prompt_is_open(q)) continue;
        if (n++ % FEW == 0) {
            grid = builder_node(d->p, sect, ROLE_GRID);
            grid->count = 2;
            memset(weights, 0, sizeof weights);
            memset(columns, 0, sizeof columns);
        }
        size_t side = weights[1] < weights[0];
        weights[side] += weight_of(&d->form->prompts[i].tally);
        if (!columns[side]) columns[side] = builder_node(d->p, grid, ROLE_KEEP);
        form_results_closed(d->p, columns[side], d->form, i, ROLE_H3);
    }
}

static void numbers_part(struct digest *d, struct node *sect, struct amounts most)
{
    if (most.closed == CLOSED_BARS) bars_part(d, sect);
    for (size_t i = 0; i < d->form->form->nprompts && most.closed == CLOSED_WORDS; i++)
        if (!prompt_is_open(&d->form->form->prompts[i])) form_results_terse(d->p, sect, d->form, i);
}

/* Open prompts are quoted by theme; without themes, one by one. */
static void prompts_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUOTES];
    for (size_t i = 0; i < d->form->form->nprompts && !d->form->themes.answered; i++) {
        if (!prompt_is_open(&d->form->form->prompts[i])) continue;
        struct quote_wish wish = quotes_wish(d->p, d->form, i, most.first);
        wish.brief = d->brief;
        size_t n = quote_pick(&wish, chosen);
        form_results_closed(d->p, sect, d->form, i, ROLE_H3);
        for (size_t k = 0; k < n; k++) quotes_set(d->p, sect, &chosen[k]);
    }
}

/* Which open questions were asked, and how many answered them: their answers stand under themes. */
static void asked(struct digest *d, struct node *parent)
{
    struct builder *p = d->p;
    for (size_t i = 0; i < d->form->form->nprompts; i++) {
        if (!prompt_is_open(&d->form->form->prompts[i])) continue;
        long answered = d->form->prompts[i].tally.answered;
        struct bi one = builder_filled(form_results_prompt(p, d->form->form, i));
        builder_block(p, parent, ROLE_SMALL, builder_say(p, WORD_ASKED, one, builder_number(p, answered)));
    }
}

/* At the left how many wrote, and on what; at the right what about. */
static void lead_part(struct digest *d, struct node *sect, size_t bars)
{
    struct builder *p = d->p;
    if (!d->form->themes.answered) {
        builder_par(p, sect, ROLE_LEAD, digest_totals(p, d->form));
        return;
    }
    struct node *grid = builder_node(p, sect, ROLE_GRID);
    grid->count = 2;
    struct node *left = builder_node(p, grid, ROLE_KEEP), *right = builder_node(p, grid, ROLE_KEEP);
    builder_block(p, left, ROLE_LEAD, digest_totals(p, d->form));
    asked(d, left);
    builder_block(p, right, ROLE_H3, words_of(WORD_TOP_THEMES));
    form_results_themes(p, right, &d->form->themes, bars);
    if (d->form->themes.suggested) builder_line(p, right, ROLE_SMALL, words_of(WORD_SUGGESTED_SHORT));
}

/* On the wall: the number, and the bars across the sheet. */
static void wall_part(struct digest *d, struct node *sect, size_t bars)
{
    struct builder *p = d->p;
    builder_line(p, sect, ROLE_LEAD,
                 builder_say(p, WORD_FORMS_COUNTED, builder_number(p, (long)d->form->form->nreplies)));
    if (!d->form->themes.answered) return;
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    builder_line(p, keep, ROLE_H3, words_of(WORD_TOP_THEMES));
    form_results_themes(p, keep, &d->form->themes, bars);
    if (d->form->themes.suggested) builder_line(p, keep, ROLE_SMALL, words_of(WORD_SUGGESTED_SHORT));
}

/* All its rows were left out. */
static void left_out(struct builder *p, const struct survey_form *form)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    builder_line(p, sect, ROLE_H2, form_results_title(form->form));
    builder_par(p, sect, ROLE_LEAD, charts_totals(p, form));
}

static void form_part(struct builder *p, const struct survey_form *form, struct amounts most)
{
    struct digest d = digest_of(p, form, BRIEF);
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    struct node *h = builder_line(p, sect, ROLE_H2, form_results_title(form->form));
    builder_anchor(p, h, form->form->id);
    if (most.closed == CLOSED_NONE)
        wall_part(&d, sect, most.bars);
    else
        lead_part(&d, sect, most.bars);
    numbers_part(&d, sect, most);
    quotes_withheld(p, sect, form, QUOTE_ANY);
    themes_part(&d, sect, most);
    prompts_part(&d, sect, most);
    questions_part(&d, sect, most);
}

/* A version of a few amounts each: the last forms take those of the next rung before the first do. */
struct ladder {
    const struct amounts *rungs;
    int n;
};

static const struct ladder ON_TWO_PAGES = {TWO_PAGES, sizeof TWO_PAGES / sizeof *TWO_PAGES},
                           ON_WALL = {WALL, sizeof WALL / sizeof *WALL};

static int steps_of(const struct corpus *c)
{
    int n = 0;
    for (size_t i = 0; i < c->nforms; i++) n += c->forms[i].nreplies > 0;
    return n < 1 ? 1 : n;
}

int digest_shorter(const struct corpus *c)
{
    return (ON_TWO_PAGES.n - 1) * steps_of(c);
}

int digest_wall_shorter(const struct corpus *c)
{
    return (ON_WALL.n - 1) * steps_of(c);
}

static void body(struct builder *p, const struct ladder *ladder)
{
    struct node *root = p->tree->root;
    int steps = steps_of(p->corpus), k = 0;
    builder_handout(p, words_of(WORD_DIGEST));
    builder_line(p, root, ROLE_TITLE, words_of(WORD_DIGEST));
    builder_line(p, root, ROLE_SMALL, builder_join(p, p->corpus->event.title, " · ", calendar_dates(p)));
    form_results_faults(p, root);
    bool any = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *form = &p->survey->forms[i];
        size_t rows = form->form->rows_read, replies = form->form->nreplies;
        any |= rows > 0;
        if (rows && !replies) left_out(p, form);
        if (!replies) continue;
        int rung = p->less / steps + (++k > steps - p->less % steps);
        form_part(p, form, ladder->rungs[rung]);
    }
    if (!any) builder_par(p, root, ROLE_P, words_of(WORD_NOTHING_YET));
}

void digest_write(struct builder *p)
{
    body(p, &ON_TWO_PAGES);
}

/* On the wall of the closing session: what people wrote, in letters that are read from two steps away. */
void digest_wall(struct builder *p)
{
    body(p, &ON_WALL);
}
