#include "compose/handout/wall.h"

#include "compose/charts.h"
#include "compose/figure/large_number.h"
#include "compose/figure/qr.h"
#include "compose/form_results.h"
#include "compose/handout/digest_closed.h"

enum { BRIEF = 60 /* code points: two lines of a column */ };

/* Quotes: of all themes, one each. */
static const struct digest_amounts WALL[] = {{.themes = 3, .quotes = 2, .closed = 3},
                                             {.themes = 3, .quotes = 1, .closed = 3},
                                             {.themes = 3, .quotes = 1, .closed = 2},
                                             {.themes = 3, .quotes = 1, .closed = 1},
                                             {.themes = 2, .quotes = 1, .closed = 1},
                                             {.themes = 2, .closed = 1},
                                             {.themes = 1, .closed = 1},
                                             {.themes = 0}};

/* -- the number ------------------------------------------------------------------------------------------ */

enum { NUMBER = 66 /* per cent of the width, for two digits and what stands behind them */ };

/* Where a number that is read from three metres stands, and what it counts under it; in the corner the code
 * of where the report is, what it leads to, and its address. */
static struct node *number_part(struct builder *p, struct node *keep)
{
    struct str url = p->corpus->event.url;
    if (!url.n) return keep;
    struct node *grid = digest_beside(p, keep, NUMBER), *number = builder_node(p, grid, ROLE_KEEP),
                *corner = builder_node(p, grid, ROLE_KEEP);
    qr_node(p, corner, url);
    qr_words_near(p, corner, url);
    return number;
}

/* The theme that most wrote about, and how many of how many they are: what the bars below are parts of. */
static void lead_theme(struct builder *p, struct node *keep, const struct tally *t)
{
    const struct tally_row *lead = &t->rows[0];
    struct bi n = builder_number(p, tally_row_all(lead)), all = builder_number(p, t->answered);
    struct node *part = number_part(p, keep);
    digest_share(p, part, t, lead);
    struct bi told = builder_say(p, WORD_THEMED_TELL, n, all, charts_row(p, t, lead)),
              numbered = builder_say(p, WORD_NUMBER_OF, charts_share(p, t, lead), told);
    builder_par(p, part, ROLE_H2, large_number_said(p, numbered, told));
}

static void sheets(struct builder *p, struct node *keep, long n)
{
    struct node *part = number_part(p, keep);
    large_number_put(p, part, n);
    builder_block(p, part, ROLE_LEAD, large_number_words(p, n, words_of(WORD_FORMS_READ)));
}

/* What the poster says first. */
static void banner(struct builder *p, struct node *sect, const struct survey_form *form)
{
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    const struct tally *t = &form->themes;
    keep->band = true;
    builder_anchor(p, builder_block(p, keep, ROLE_TITLE, form_results_title(form->form)), form->form->id);
    if (t->answered && t->nrows)
        lead_theme(p, keep, t);
    else
        sheets(p, keep, (long)form->form->nreplies);
}

/* -- what was said --------------------------------------------------------------------------------------- */

static void themes_part(struct builder *p, struct node *sect, const struct survey_form *form, size_t most)
{
    if (!most) return;
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    form_results_themes(p, keep, &form->themes, most, true);
    struct tally shown = form->themes;
    if (shown.nrows > most) shown.nrows = most;
    builder_line(p, keep, ROLE_DETAIL, charts_paler(&shown));
}

/* The closed prompt that most answered of those not taken; SIZE_MAX: none did. */
static size_t most_answered(const struct survey_form *form, const bool *taken)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < form->form->nprompts; i++) {
        long n = form->prompts[i].tally.answered;
        if (prompt_is_open(&form->form->prompts[i]) || taken[i] || n <= 0) continue;
        if (best == SIZE_MAX || n > form->prompts[best].tally.answered) best = i;
    }
    return best;
}

/* Without themes: what most of them ticked. */
static void closed_part(struct digest *d, struct node *sect, const struct digest_amounts *most)
{
    bool *taken = ARENA_MANY(d->p->a, bool, d->form->form->nprompts + 1);
    for (size_t k = 0; k < most->closed; k++) {
        size_t prompt = most_answered(d->form, taken);
        if (prompt == SIZE_MAX) return;
        taken[prompt] = true;
        digest_closed_one(d, builder_node(d->p, sect, ROLE_KEEP), prompt, most->themes, ROLE_H2);
    }
}

static size_t letters_of(const struct quote *q)
{
    size_t most = 0;
    for (int l = 0; l < LANG_N; l++)
        if (utf8_count(q->text.t[l]) > most) most = utf8_count(q->text.t[l]);
    return most;
}

static size_t without_longest(struct quote *chosen, size_t n)
{
    size_t longest = 0;
    for (size_t i = 1; i < n; i++)
        if (letters_of(&chosen[i]) > letters_of(&chosen[longest])) longest = i;
    memmove(&chosen[longest], &chosen[longest + 1], (n - longest - 1) * sizeof *chosen);
    return n - 1;
}

/* Of the themes that stand over them, one each: the shortest are read from afar; without themes, of all that
 * was written. */
static void quotes_part(struct digest *d, struct node *sect, size_t most)
{
    enum { FROM = 3 };
    struct quote chosen[DIGEST_QUOTES];
    const struct tally *t = &d->form->themes;
    size_t n = 0;
    for (size_t k = 0; k < t->nrows && t->answered && k < FROM; k++) n += digest_theme(d, k, 1, chosen + n);
    while (n > most) n = without_longest(chosen, n);
    if (!t->answered) n = digest_quotes(d, most, chosen);
    for (size_t i = 0; i < n; i++) quotes_set(d->p, sect, &chosen[i]);
}

/* -- room to answer -------------------------------------------------------------------------------------- */

/* The first that is asked for words; of a form that asks for none, what it does not say. */
static struct bi asked(const struct form *form)
{
    for (size_t i = 0; i < form->nprompts; i++)
        if (prompt_is_open(&form->prompts[i]) && builder_has(form->prompts[i].text))
            return form->prompts[i].text;
    return words_of(WORD_WALL_ASKS);
}

/* A question; lines to write on, and more down to the paper's foot. */
static void answer_part(struct builder *p, struct node *sect, const struct form *form)
{
    enum { LINES = 5 };
    struct node *at = builder_node(p, sect, ROLE_KEEP);
    builder_block(p, at, ROLE_PROMPT, asked(form));
    builder_node(p, at, ROLE_LINES)->count = LINES;
}

/* Of what event it is, at its foot: the field is the number's. */
static void belongs(struct builder *p, struct node *sect)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    builder_spans(p, holder, p->corpus->event.title);
    sect->low = holder->spans;
}

static void wall_side(struct builder *p, const struct survey_form *form, const struct digest_amounts *most,
                      bool first)
{
    struct digest d = digest_of(p, form, BRIEF);
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    sect->breaks = !first;
    belongs(p, sect);
    banner(p, sect, form);
    if (form->themes.answered)
        themes_part(p, sect, form, most->themes);
    else
        closed_part(&d, sect, most);
    quotes_withheld(p, sect, form, QUOTE_ANY);
    quotes_part(&d, sect, most->quotes);
    quotes_enlarge(sect);
    quotes_mark(p, sect);
    answer_part(p, sect, form->form);
}

static void wall_head(struct builder *p)
{
    builder_line(p, p->tree->root, ROLE_TITLE, words_of(WORD_DIGEST));
}

static const struct digest_ladder ON_WALL = {WALL, wall_head, wall_side};

int wall_shorter(const struct corpus *c)
{
    (void)c;
    return sizeof WALL / sizeof *WALL - 1;
}

/* On the wall of the closing session. */
void wall_write(struct builder *p)
{
    p->tree->page_word = (struct bi){0}; /* each side is a poster */
    digest_sides(p, &ON_WALL);
}
