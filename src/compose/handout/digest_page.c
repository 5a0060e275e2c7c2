#include "compose/handout/digest_page.h"

#include "compose/annex/annex_order.h"
#include "compose/charts.h"
#include "compose/figure/large_number.h"
#include "compose/form_results.h"
#include "compose/handout/digest_closed.h"

/* -- the numbers ----------------------------------------------------------------------------------------- */

enum { TILES = 3 };

struct large_numbers {
    long value[TILES];
    enum word word[TILES];
    size_t n;
};

/* What counts one thing says nothing. */
static void tile(struct large_numbers *t, long value, enum word word)
{
    if (t->n >= TILES || (value < 2 && t->n)) return;
    t->value[t->n] = value;
    t->word[t->n++] = word;
}

static long themes_raised(const struct tally *t)
{
    long n = 0;
    for (size_t i = 0; i < t->nrows; i++) n += tally_row_all(&t->rows[i]) > 0;
    return n;
}

/* How many sheets, how many answers in words, how many ticked; where one of them says nothing, what else is
 * known. */
static struct large_numbers tiles_of(const struct digest *d)
{
    struct large_numbers t = {.n = 0};
    const struct form *f = d->form->form;
    enum word what = WORD_FROM_SESSIONS;
    long parts = charts_parts(d->form, &what), written = 0, ticked = 0;
    for (size_t i = 0; i < f->nprompts; i++)
        *(prompt_is_open(&f->prompts[i]) ? &written : &ticked) += d->form->prompts[i].tally.answered;
    tile(&t, (long)f->nreplies, WORD_FORMS_READ);
    tile(&t, written, WORD_ANSWERS_WRITTEN);
    tile(&t, ticked, WORD_ANSWERS_TICKED);
    tile(&t, parts, what);
    tile(&t, d->form->themes.answered ? themes_raised(&d->form->themes) : 0, WORD_THEMES_RAISED);
    tile(&t, (long)f->nprompts, WORD_PROMPTS_ASKED);
    return t;
}

/* Columns are as wide as long numbers want. */
static void share(struct builder *p, const struct large_numbers *t, int32_t *shares)
{
    enum { COUNTED = 3 /* digits that its words are as wide as */ };
    for (size_t i = 0; i < t->n; i++) {
        int32_t digits = (int32_t)utf8_count(builder_number(p, t->value[i]).t[p->langs[0]]);
        shares[i] = digits > COUNTED ? digits : COUNTED;
    }
}

static void tiles_put(struct digest *d, struct node *parent)
{
    struct builder *p = d->p;
    struct large_numbers t = tiles_of(d);
    int32_t shares[TILES];
    share(p, &t, shares);
    struct node *grid = digest_grid(p, parent, shares, t.n);
    for (size_t i = 0; i < t.n; i++) {
        struct node *keep = builder_node(p, grid, ROLE_KEEP);
        large_number_put(p, keep, t.value[i]);
        builder_block(p, keep, ROLE_DETAIL, large_number_words(p, t.value[i], words_of(t.word[i])));
    }
}

/* -- a side ---------------------------------------------------------------------------------------------- */

enum { BRIEF = 60 /* code points: a line of a column */ };

/* From all that is worth telling to the least, none longer than the one before: the first that fits is looked
 * for by halves. Three of each, and all that was ticked: what was asked for in words gives way to that, then
 * what could be better, and how much more there is; then what a choice or a scale said, to three themes, each
 * with what somebody wrote, and to three questions. */
#define ALL SIZE_MAX
static const struct digest_amounts DIGEST[] = {
    {3, 1, 3, ALL, 3, true, true},
    {3, 1, 3, ALL, 3, false, true},
    {3, 1, 3, ALL, 2, false, true},
    {3, 1, 3, ALL, 1, false, true},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = ALL, .more = true},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = ALL},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 12},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 10},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 8},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 7},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 6},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 5},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 4},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 3},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 2},
    {.themes = 3, .quotes = 1, .questions = 3, .closed = 1},
    {.themes = 3, .quotes = 1, .questions = 2, .closed = 1},
    {.themes = 3, .quotes = 1, .questions = 1, .closed = 1},
    {.themes = 2, .quotes = 1, .questions = 1, .closed = 1},
    {.themes = 3, .questions = 1, .closed = 1},
    {.themes = 3, .questions = 1},
    {.themes = 2, .questions = 1},
    {.themes = 1, .questions = 1},
    {.themes = 1},
    {.themes = 0}};

/* Beside themes no more closed prompts than these: a side that is full is not read. */
enum { CLOSED = 5 };

static size_t closed_most(const struct digest *d, const struct digest_amounts *most)
{
    return d->form->themes.answered && most->closed > CLOSED ? CLOSED : most->closed;
}

/* The form's title between what this is and what it is of. */
static void titles(struct digest *d, struct node *parent)
{
    struct builder *p = d->p;
    builder_line(p, parent, ROLE_DETAIL, words_of(WORD_DIGEST));
    builder_anchor(p, builder_block(p, parent, ROLE_H1, form_results_title(d->form->form)),
                   d->form->form->id);
    builder_block(p, parent, ROLE_DETAIL, digest_event(p));
}

/* The titles and the numbers; at the right, where the report is. */
static void head_part(struct digest *d, struct node *sect)
{
    enum { TITLES = 77 /* per cent of the width: three of four equal columns and what parts them */ };
    struct builder *p = d->p;
    struct node *grid = digest_beside(p, sect, TITLES), *left = builder_node(p, grid, ROLE_KEEP);
    if (!digest_code(p, grid)) {
        builder_drop(grid);
        left = builder_node(p, sect, ROLE_KEEP);
    }
    titles(d, left);
    tiles_put(d, left);
}

/* Each theme as its bar and what somebody wrote about it. */
static void themes_part(struct digest *d, struct node *sect, const struct digest_amounts *most)
{
    struct builder *p = d->p;
    const struct tally *t = &d->form->themes;
    struct quote chosen[DIGEST_QUOTES];
    if (!t->answered || !most->themes) return;
    struct bi said = form_results_themed(p, t);
    if (t->suggested) said = builder_join(p, said, " · ", words_of(WORD_SUGGESTED_PALER));
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    builder_line(p, keep, ROLE_H2, words_of(WORD_TOP_THEMES));
    builder_line(p, keep, ROLE_DETAIL, said);
    for (size_t k = 0; k < most->themes && k < t->nrows && tally_row_all(&t->rows[k]); k++) {
        if (k) keep = builder_node(p, sect, ROLE_KEEP);
        form_results_theme(p, keep, t, k);
        size_t n = digest_theme(d, k, most->quotes, chosen);
        for (size_t i = 0; i < n; i++) quotes_set(p, keep, &chosen[i]);
    }
}

/* Quotes under a heading, each kept whole. */
static void quotes_under(struct digest *d, struct node *sect, struct bi heading, struct bi more,
                         const struct quote *chosen, size_t n)
{
    struct node *keep = builder_node(d->p, sect, ROLE_KEEP);
    builder_line(d->p, keep, ROLE_H2, heading);
    builder_line(d->p, keep, ROLE_DETAIL, more);
    for (size_t i = 0; i < n; i++) {
        if (i) keep = builder_node(d->p, sect, ROLE_KEEP);
        quotes_set(d->p, keep, &chosen[i]);
    }
}

/* What nobody has answered yet; of a form in which nobody asks, what its last open prompt asks for. Returns
 * what is left to say at the foot: how much more there is. */
static struct bi questions_part(struct digest *d, struct node *sect, const struct digest_amounts *most)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t n = digest_questions(d, most->questions, chosen), prompt;
    struct bi more = digest_more(d, n, WORD_MORE_QUESTIONS), none = {0};
    bool here = most->more || !n;
    if (n || builder_has(more)) {
        quotes_under(d, sect, words_of(WORD_OPEN_QUESTIONS), here ? more : none, chosen, n);
        return here ? none : digest_more(d, n, WORD_MORE_QUESTIONS_THERE);
    }
    n = d->form->themes.answered ? digest_last(d, most->better, chosen, &prompt) : 0;
    if (n) quotes_under(d, sect, form_results_prompt(d->p, d->form->form, prompt), none, chosen, n);
    return none;
}

/* Open prompts are quoted by theme; without themes, one by one. Returns how many there was no room for. */
static size_t prompts_part(struct digest *d, struct node *sect, const struct digest_amounts *most)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t shown = 0, left = 0;
    for (size_t i = 0; i < d->form->form->nprompts && !d->form->themes.answered; i++) {
        if (!prompt_is_open(&d->form->form->prompts[i])) continue;
        if (shown >= most->themes) {
            left++;
            continue;
        }
        struct quote_wish wish = digest_wish(d, i, most->quotes);
        size_t n = quote_pick(&wish, chosen);
        struct node *keep = builder_node(d->p, sect, ROLE_KEEP);
        if (!shown++) builder_line(d->p, keep, ROLE_H2, words_of(WORD_WRITTEN));
        keep->place = d->form->form->prompts[i].place;
        builder_block(d->p, keep, ROLE_H3, form_results_prompt(d->p, d->form->form, i));
        form_results_put(d->p, keep, d->form, i);
        for (size_t k = 0; k < n; k++) quotes_set(d->p, keep, &chosen[k]);
    }
    return left;
}

/* Which open questions were asked, and how many answered them: their answers stand under themes. */
static struct bi asked(struct digest *d)
{
    enum { FEW = 4 };
    struct builder *p = d->p;
    const struct form *f = d->form->form;
    struct bi list = {0};
    size_t n = 0;
    for (size_t i = 0; i < f->nprompts && d->form->themes.answered; i++) {
        if (!prompt_is_open(&f->prompts[i])) continue;
        struct bi one = builder_filled(form_results_prompt(p, f, i));
        struct bi answers = builder_number(p, d->form->prompts[i].tally.answered);
        list = builder_join(p, list, " · ", builder_say(p, WORD_ASKED, one, answers));
        n++;
    }
    if (!n) return list;
    return n <= FEW ? builder_say(p, WORD_ASKED_IN_WORDS, list)
                    : builder_say(p, WORD_ASKED_MANY, builder_number(p, (long)n));
}

/* So many of the form's questions are not here. */
static void told_elsewhere(struct digest *d, struct node *sect, size_t n)
{
    struct builder *p = d->p;
    struct bi number = builder_number(p, (long)n);
    bool report = p->corpus->event.documents & DOCUMENT_REPORT;
    struct bi said = report ? builder_say(p, WORD_MORE_PROMPTS, number, annex_order_results(p))
                            : builder_say(p, WORD_MORE_PROMPTS_LEFT, number);
    if (n) builder_line(p, sect, ROLE_DETAIL, said);
}

/* What became of all sheets and what they were asked, at the side's foot: it is looked for, and says nothing
 * of what they tell. */
static void foot_part(struct digest *d, struct node *sect, struct bi more, const struct digest_amounts *most)
{
    struct builder *p = d->p;
    struct node *foot = builder_node(p, sect, ROLE_KEEP);
    foot->at_foot = true;
    bool report = p->corpus->event.documents & DOCUMENT_REPORT; /* its annex tells what was not counted */
    bool whole = report && !d->form->form->rows_left_out;
    struct bi sheets = whole ? charts_received(p, d->form) : charts_sheets(p, d->form);
    builder_par(p, foot, ROLE_DETAIL,
                builder_join(p, builder_join(p, sheets, " ", digest_quotable(p, d->form)), " ", more));
    if (most->asked) builder_par(p, foot, ROLE_DETAIL, asked(d));
}

static struct node *side_of(struct builder *p, const struct survey_form *form, bool first)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    sect->breaks = !first;
    return sect;
}

static void page_side(struct builder *p, const struct survey_form *form, const struct digest_amounts *most,
                      bool first)
{
    struct digest d = digest_of(p, form, BRIEF);
    struct node *sect = side_of(p, form, first);
    head_part(&d, sect);
    quotes_withheld(p, sect, form, QUOTE_ANY);
    themes_part(&d, sect, most);
    size_t left = digest_closed_put(&d, sect, closed_most(&d, most));
    left += prompts_part(&d, sect, most);
    told_elsewhere(&d, sect, left);
    struct bi more = questions_part(&d, sect, most);
    foot_part(&d, sect, more, most);
}

static void no_sheets(struct builder *p)
{
    builder_line(p, p->tree->root, ROLE_TITLE, words_of(WORD_DIGEST));
    builder_line(p, p->tree->root, ROLE_DETAIL, digest_event(p));
}

static const struct digest_ladder ON_PAPER = {DIGEST, no_sheets, page_side};

int digest_page_shorter(const struct corpus *c)
{
    (void)c;
    return sizeof DIGEST / sizeof *DIGEST - 1;
}

void digest_page_write(struct builder *p)
{
    digest_sides(p, &ON_PAPER);
}
