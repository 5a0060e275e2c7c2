#include "compose/handout/digest.h"

#include "compose/annex/annex_order.h"
#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/figure/qr.h"
#include "compose/form_results.h"
#include "compose/prompts.h"

/* -- what is said ---------------------------------------------------------------------------------------- */

struct digest digest_of(struct builder *p, const struct survey_form *form, size_t brief)
{
    return (struct digest){.p = p,
                           .form = form,
                           .brief = brief,
                           .level = ROLE_H3,
                           .used = ARENA_MANY(p->a, bool, form->form->nreplies)};
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

enum { BRIEF = 110, WALL_BRIEF = 60 }; /* code points: two lines and a half of a column; two */
enum closed { CLOSED_BARS, CLOSED_SCALES /* the others in words */, CLOSED_WORDS };

struct amounts {           /* of what each form's part shows */
    size_t themes, quotes; /* quotes: of each theme */
    size_t questions;
    enum closed closed;
};

/* From all that is worth telling to the least, each shorter than the one before: the first that fits is
 * looked for by halves. */
static const struct amounts DIGEST[] = {
    {5, 3, 6, CLOSED_BARS},  {5, 2, 5, CLOSED_BARS},   {4, 2, 5, CLOSED_BARS},   {4, 2, 4, CLOSED_BARS},
    {3, 2, 4, CLOSED_BARS},  {3, 2, 3, CLOSED_BARS},   {3, 1, 5, CLOSED_BARS},   {3, 1, 4, CLOSED_BARS},
    {3, 1, 3, CLOSED_BARS},  {3, 1, 3, CLOSED_SCALES}, {3, 1, 2, CLOSED_SCALES}, {3, 1, 1, CLOSED_SCALES},
    {3, 1, 1, CLOSED_WORDS}, {2, 1, 1, CLOSED_WORDS},  {1, 1, 1, CLOSED_WORDS},  {1, 0, 1, CLOSED_WORDS},
    {1, 0, 0, CLOSED_WORDS}, {0, 0, 0, CLOSED_WORDS}};
/* Quotes: of all themes, one each. */
static const struct amounts WALL[] = {{3, 3, 1, 0}, {3, 3, 0, 0}, {3, 2, 1, 0}, {3, 2, 0, 0}, {3, 1, 0, 0},
                                      {2, 1, 0, 0}, {2, 0, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}};

/* Each theme as its bar and what somebody wrote about it. */
static void themes_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct builder *p = d->p;
    const struct tally *t = &d->form->themes;
    struct quote chosen[DIGEST_QUOTES];
    if (!t->answered || !most.themes) return;
    struct bi said = form_results_themed(p, t);
    if (t->suggested) said = builder_join(p, said, " · ", words_of(WORD_SUGGESTED_SHORT));
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    builder_line(p, keep, ROLE_H3, words_of(WORD_TOP_THEMES));
    builder_line(p, keep, ROLE_DETAIL, said);
    for (size_t k = 0; k < most.themes && k < t->nrows && tally_row_all(&t->rows[k]); k++) {
        if (k) keep = builder_node(p, sect, ROLE_KEEP);
        form_results_theme(p, keep, t, k);
        size_t n = digest_theme(d, k, most.quotes, chosen);
        for (size_t i = 0; i < n; i++) quotes_set(p, keep, &chosen[i]);
    }
}

static void questions_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t n = digest_questions(d, most.questions, chosen);
    struct bi more = digest_more(d, n);
    if (!n && !builder_has(more)) return;
    builder_line(d->p, sect, d->level, words_of(WORD_OPEN_QUESTIONS));
    for (size_t i = 0; i + 1 < n; i++) quotes_set(d->p, sect, &chosen[i]);
    struct node *keep = builder_node(d->p, sect, ROLE_KEEP);
    if (n) quotes_set(d->p, keep, &chosen[n - 1]);
    builder_line(d->p, keep, ROLE_DETAIL, more);
}

/* How many lines a prompt takes, about. */
static size_t weight_of(const struct tally *t, bool drawn)
{
    enum { HEAD = 3, TOLD = 3, SCALE = 5 };
    if (drawn && prompt_has_points(t->prompt)) return HEAD + SCALE;
    return HEAD + (drawn ? prompts_type(t->prompt)->lines * t->nrows : TOLD + t->nrows / 2);
}

/* Two columns for closed prompts. */
struct prompt_columns {
    struct node *grid, *at[2];
    size_t weights[2], n;
};

static struct node *shorter_column(struct builder *p, struct node *sect, struct prompt_columns *c,
                                   size_t weight)
{
    enum { FEW = 6 };
    if (c->n++ % FEW == 0) {
        *c = (struct prompt_columns){.grid = builder_node(p, sect, ROLE_GRID), .n = c->n};
        c->grid->count = 2;
    }
    size_t side = c->weights[1] < c->weights[0];
    c->weights[side] += weight;
    if (!c->at[side]) c->at[side] = builder_node(p, c->grid, ROLE_KEEP);
    return builder_node(p, c->at[side], ROLE_KEEP);
}

/* Closed prompts in two columns of about one length: as bars, or in words. */
static void closed_part(struct digest *d, struct node *sect, enum closed how)
{
    struct prompt_columns columns = {0};
    for (size_t i = 0; i < d->form->form->nprompts; i++) {
        if (prompt_is_open(&d->form->form->prompts[i])) continue;
        bool scale = form_results_is_scale(d->form, i),
             drawn = how == CLOSED_BARS || (how == CLOSED_SCALES && scale);
        size_t weight = weight_of(&d->form->prompts[i].tally, drawn);
        struct node *keep = shorter_column(d->p, sect, &columns, weight);
        if (drawn)
            form_results_put(d->p, keep, d->form, i, ROLE_H3, (struct bi){0});
        else
            form_results_terse(d->p, keep, d->form, i, ROLE_H3);
    }
}

/* Open prompts are quoted by theme; without themes, one by one. */
static void prompts_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUOTES];
    for (size_t i = 0; i < d->form->form->nprompts && !d->form->themes.answered; i++) {
        if (!prompt_is_open(&d->form->form->prompts[i])) continue;
        struct quote_wish wish = wish_of(d, i, most.quotes);
        size_t n = quote_pick(&wish, chosen);
        struct node *keep = builder_node(d->p, sect, ROLE_KEEP);
        form_results_put(d->p, keep, d->form, i, d->level, (struct bi){0});
        for (size_t k = 0; k < n; k++) quotes_set(d->p, keep, &chosen[k]);
    }
}

bool digest_code(struct builder *p, struct node *parent)
{
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    if (qr_node(p, keep, p->corpus->event.url)) {
        qr_words(p, keep, p->corpus->event.url);
        return true;
    }
    builder_drop(keep);
    return false;
}

/* In the first language's digits alone. */
static void large_number(struct builder *p, struct node *parent, long n)
{
    enum lang l = p->langs[0];
    struct node *node = node_new(p->a, parent, ROLE_TOTAL, l, (struct place){0});
    node_text(p->a, node, builder_number(p, n).t[l], l, (struct place){0});
}

/* What it counts; in another language with its own digits. */
static struct bi counted(struct builder *p, long n, enum word what)
{
    struct bi words = words_of(what), said = builder_join(p, builder_number(p, n), " ", words);
    said.t[p->langs[0]] = words.t[p->langs[0]];
    return said;
}

static void tile(struct builder *p, struct node *grid, long n, enum word what)
{
    struct node *keep = builder_node(p, grid, ROLE_KEEP);
    large_number(p, keep, n);
    builder_block(p, keep, ROLE_DETAIL, counted(p, n, what));
}

static void set_shares(struct builder *p, struct node *grid, const int32_t *shares, size_t n)
{
    grid->count = (int)n;
    grid->ncolumns = n;
    grid->columns = ARENA_MANY(p->a, struct column, n);
    for (size_t i = 0; i < n; i++) grid->columns[i].width = shares[i];
}

struct node *digest_beside(struct builder *p, struct node *parent, int32_t first)
{
    int32_t shares[] = {first, 100 - first};
    struct node *grid = builder_node(p, parent, ROLE_GRID);
    set_shares(p, grid, shares, 2);
    return grid;
}

/* How many sheets, from how many sessions or days, how many answers in words. */
static void tiles(struct digest *d, struct node *parent)
{
    struct builder *p = d->p;
    const struct form *f = d->form->form;
    struct node *grid = builder_node(p, parent, ROLE_GRID);
    enum word what = WORD_FROM_SESSIONS;
    long parts = charts_parts(d->form, &what), answers = 0;
    for (size_t i = 0; i < f->nprompts; i++)
        if (prompt_is_open(&f->prompts[i])) answers += d->form->prompts[i].tally.answered;
    grid->count = 3;
    tile(p, grid, (long)f->nreplies, WORD_FORMS_READ);
    if (parts > 1) tile(p, grid, parts, what);
    if (answers) tile(p, grid, answers, WORD_ANSWERS_WRITTEN);
}

/* Which open questions were asked, and how many answered them: their answers stand under themes. */
static void asked(struct digest *d, struct node *parent)
{
    struct builder *p = d->p;
    const struct form *f = d->form->form;
    struct bi list = {0};
    for (size_t i = 0; i < f->nprompts && d->form->themes.answered; i++) {
        if (!prompt_is_open(&f->prompts[i])) continue;
        struct bi one = builder_filled(form_results_prompt(p, f, i));
        struct bi n = builder_number(p, d->form->prompts[i].tally.answered);
        list = builder_join(p, list, " ", builder_say(p, WORD_ASKED, one, n));
    }
    builder_block(p, parent, ROLE_DETAIL, list);
}

/* The numbers and what became of all sheets; at the right, where the report is. */
static void numbers_part(struct digest *d, struct node *sect)
{
    enum { NUMBERS = 77 /* per cent of the width */ };
    struct builder *p = d->p;
    if (!p->corpus->event.url.n) {
        tiles(d, sect);
        builder_par(p, sect, ROLE_DETAIL, digest_totals(p, d->form));
        asked(d, sect);
        return;
    }
    struct node *grid = digest_beside(p, sect, NUMBERS);
    struct node *left = builder_node(p, grid, ROLE_KEEP);
    tiles(d, left);
    builder_block(p, left, ROLE_DETAIL, digest_totals(p, d->form));
    asked(d, left);
    digest_code(p, grid);
}

/* All its rows were left out. */
static void left_out(struct builder *p, const struct survey_form *form)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    builder_line(p, sect, ROLE_H2, form_results_title(form->form));
    builder_par(p, sect, ROLE_LEAD, charts_totals(p, form));
}

static struct bi event_line(struct builder *p)
{
    return builder_join(p, p->corpus->event.title, " · ", calendar_dates(p));
}

/* One side of paper for each form. */
static struct node *side_of(struct builder *p, const struct survey_form *form, enum role level, bool first)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    sect->breaks = !first;
    struct bi title = form_results_title(form->form);
    struct node *h =
        level == ROLE_TITLE ? builder_block(p, sect, level, title) : builder_line(p, sect, level, title);
    builder_anchor(p, h, form->form->id);
    return sect;
}

static void digest_side(struct builder *p, const struct survey_form *form, struct amounts most, bool first)
{
    struct digest d = digest_of(p, form, BRIEF);
    struct node *sect = side_of(p, form, ROLE_H2, first);
    numbers_part(&d, sect);
    quotes_withheld(p, sect, form, QUOTE_ANY);
    themes_part(&d, sect, most);
    closed_part(&d, sect, most.closed);
    prompts_part(&d, sect, most);
    questions_part(&d, sect, most);
}

static void digest_head(struct builder *p)
{
    builder_line(p, p->tree->root, ROLE_TITLE, words_of(WORD_DIGEST));
    builder_line(p, p->tree->root, ROLE_DETAIL, event_line(p));
}

/* -- on the wall ----------------------------------------------------------------------------------------- */

/* A number that is read from three metres, what it counts under it; beside it, where it leaves room, the code
 * of where the report is. Returns whether that stands there. */
static bool wall_number(struct builder *p, struct node *sect, long n)
{
    enum { DIGIT = 24, CODE = 31 /* per cent of the width */ };
    int digits = 1;
    for (long rest = n; rest > 9; rest /= 10) digits++;
    bool room = digits * DIGIT + digits / 4 * DIGIT / 2 + CODE <= 100;
    struct node *grid = digest_beside(p, sect, 100 - CODE), *at = builder_node(p, grid, ROLE_KEEP);
    large_number(p, at, n);
    builder_block(p, at, ROLE_LEAD, counted(p, n, WORD_FORMS_READ));
    bool code = room && digest_code(p, grid);
    if (!code) grid->count = 1;
    return code;
}

/* Lines to write on down to the paper's foot; so many beside the code, where it stands nowhere else. */
static void wall_answer(struct builder *p, struct node *sect, bool has_code)
{
    enum { LINES = 4, LINES_SHARE = 72 };
    struct node *grid = digest_beside(p, sect, LINES_SHARE), *at = builder_node(p, grid, ROLE_KEEP);
    bool code = !has_code && digest_code(p, grid);
    if (!code) {
        builder_drop(grid);
        at = sect;
    }
    builder_line(p, at, ROLE_H2, words_of(WORD_YOUR_ANSWER));
    builder_node(p, at, ROLE_LINES)->count = code ? LINES : 0;
}

static void wall_themes(struct builder *p, struct node *sect, const struct survey_form *form, size_t most)
{
    if (!form->themes.answered || !most) return;
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    builder_line(p, keep, ROLE_H2, words_of(WORD_TOP_THEMES));
    form_results_themes(p, keep, &form->themes, most);
}

static void wall_side(struct builder *p, const struct survey_form *form, struct amounts most, bool first)
{
    struct digest d = digest_of(p, form, WALL_BRIEF);
    struct quote chosen[DIGEST_QUOTES];
    d.level = ROLE_H2;
    struct node *sect = side_of(p, form, ROLE_TITLE, first);
    builder_line(p, sect, ROLE_DETAIL, event_line(p));
    bool code = wall_number(p, sect, (long)form->form->nreplies);
    wall_themes(p, sect, form, most.themes);
    quotes_withheld(p, sect, form, QUOTE_ANY);
    for (size_t k = 0; k < most.quotes && k < form->themes.nrows; k++)
        if (digest_theme(&d, k, 1, chosen)) quotes_set(p, sect, &chosen[0]);
    prompts_part(&d, sect, most);
    if (most.questions) questions_part(&d, sect, most);
    quotes_enlarge(sect);
    wall_answer(p, sect, code);
}

static void wall_head(struct builder *p)
{
    bool any = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) any |= p->corpus->forms[i].nreplies > 0;
    if (!any) builder_line(p, p->tree->root, ROLE_TITLE, words_of(WORD_DIGEST));
}

/* A version of a few amounts each: the last forms take those of the next rung before the first do. */
struct ladder {
    const struct amounts *rungs;
    int n;
    void (*head)(struct builder *p);
    void (*side)(struct builder *p, const struct survey_form *form, struct amounts most, bool first);
};

static const struct ladder ON_PAPER = {DIGEST, sizeof DIGEST / sizeof *DIGEST, digest_head, digest_side},
                           ON_WALL = {WALL, sizeof WALL / sizeof *WALL, wall_head, wall_side};

static int steps_of(const struct corpus *c)
{
    int n = 0;
    for (size_t i = 0; i < c->nforms; i++) n += c->forms[i].nreplies > 0;
    return n < 1 ? 1 : n;
}

int digest_shorter(const struct corpus *c)
{
    return (ON_PAPER.n - 1) * steps_of(c);
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
    ladder->head(p);
    form_results_faults(p, root);
    bool any = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *form = &p->survey->forms[i];
        size_t rows = form->form->rows_read, replies = form->form->nreplies;
        any |= rows > 0;
        if (rows && !replies) left_out(p, form);
        if (!replies) continue;
        int rung = p->less / steps + (++k > steps - p->less % steps);
        ladder->side(p, form, ladder->rungs[rung], k == 1);
    }
    if (!any) builder_par(p, root, ROLE_P, words_of(WORD_NOTHING_YET));
}

void digest_write(struct builder *p)
{
    body(p, &ON_PAPER);
}

/* On the wall of the closing session: what people wrote, in letters that are read from two steps away. */
void digest_wall(struct builder *p)
{
    body(p, &ON_WALL);
}
