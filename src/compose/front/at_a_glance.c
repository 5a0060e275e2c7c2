#include "compose/front/at_a_glance.h"

#include "compose/charts.h"
#include "compose/figure/large_number.h"
#include "compose/form_results.h"
#include "compose/quotes.h"
#include "khmer/number.h"

enum {
    LEAST_TILES = 3,
    A_ROW = 5,
    FEWER = 3, /* of more than a row holds */
    THEMES = 3,
    RECOMMENDATIONS = 8,
    LINES = 235,  /* tenths of lines that they may take; */
    SPARED = 205, /* so many with a quotation before them; of as many code points: */
    COLUMN = 46,  /* in a column, */
    MEASURE = 96, /* over the whole measure */
    BRIEF = 80    /* a quotation */
};

/* -- numbers --------------------------------------------------------------------------------------------- */

struct tiles {
    struct builder *p;
    struct node *grid;
    size_t n;
};

static void tile_of(struct tiles *x, long value, struct bi words)
{
    struct builder *p = x->p;
    if (value <= 0) return;
    struct node *keep = builder_node(p, x->grid, ROLE_KEEP);
    large_number_put(p, keep, value);
    builder_block(p, keep, ROLE_DETAIL, large_number_words(p, value, words));
    x->n++;
}

static void tile(struct tiles *x, long value, enum word many, enum word one)
{
    tile_of(x, value, words_of(value == 1 ? one : many));
}

/* Whose sex is not told is counted beside; none where that is most of them. */
static void women(struct tiles *x, const struct corpus *c)
{
    long n[SEXES] = {0};
    for (size_t i = 0; i < c->nparticipants; i++) n[c->participants[i].sex]++;
    bool one = n[SEX_FEMALE] == 1;
    struct bi untold = builder_number(x->p, n[SEX_UNKNOWN]);
    if (n[SEX_UNKNOWN] * 2 > (long)c->nparticipants) return;
    if (n[SEX_UNKNOWN])
        tile_of(x, n[SEX_FEMALE],
                builder_say(x->p, one ? WORD_TILE_WOMAN_KNOWN : WORD_TILE_WOMEN_KNOWN, untold));
    else
        tile(x, n[SEX_FEMALE], WORD_TILE_WOMEN, WORD_TILE_WOMAN);
}

static long sessions_of(const struct corpus *c, bool visits)
{
    long n = 0;
    for (size_t i = 0; i < c->nsessions; i++) {
        enum session_type type = c->sessions[i].type;
        n += type != SESSION_BREAK && (type == SESSION_VISIT) == visits;
    }
    return n;
}

static long sheets_of(const struct corpus *c)
{
    long n = 0;
    for (size_t i = 0; i < c->nforms; i++) n += (long)(c->forms[i].rows_read - c->forms[i].rows_blank);
    return n;
}

/* A list of participants with rows that nobody can read gives no number; organizations are those that the
 * annex lists, a row each. */
static size_t numbers(struct builder *p, struct node *sect)
{
    const struct corpus *c = p->corpus;
    struct tiles x = {.p = p, .grid = builder_node(p, sect, ROLE_GRID)};
    bool known = c->roster == ROSTER_READ && !c->nunread;
    tile(&x, known ? (long)c->nparticipants : 0, WORD_TILE_PEOPLE, WORD_TILE_PERSON);
    if (known) women(&x, c);
    tile(&x, (long)c->norganizations, WORD_TILE_ORGANIZATIONS, WORD_TILE_ORGANIZATION);
    tile(&x, sessions_of(c, false), WORD_TILE_SESSIONS, WORD_TILE_SESSION);
    tile(&x, sessions_of(c, true), WORD_TILE_VISITS, WORD_TILE_VISIT);
    tile(&x, sheets_of(c), WORD_TILE_SHEETS, WORD_TILE_SHEET);
    x.grid->count = x.n <= A_ROW || p->both ? (int)x.n : FEWER;
    if (!x.n) builder_drop(x.grid);
    return x.n;
}

/* -- themes, a quotation --------------------------------------------------------------------------------- */

/* The form whose themes most sheets speak of; NULL: none does. */
static const struct survey_form *spoken(const struct builder *p)
{
    const struct survey_form *best = NULL;
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *f = &p->survey->forms[i];
        if (f->themes.answered > (best ? best->themes.answered : 0)) best = f;
    }
    return best;
}

static void heading(struct builder *p, struct node *parent, enum role level, enum word word)
{
    builder_line(p, parent, level, words_of(word))->quiet = true;
}

/* Those that no bar is shown of, though as many wrote of them as of the last that is. */
static struct bi tied(struct builder *p, const struct tally *all, size_t shown)
{
    size_t n = shown;
    long most = shown ? tally_row_all(&all->rows[shown - 1]) : 0;
    while (n < all->nrows && tally_row_all(&all->rows[n]) == most) n++;
    if (n == shown || !most) return (struct bi){0};
    struct bi each = builder_number(p, most), more = builder_number(p, (long)(n - shown));
    return n - shown == 1 ? builder_say(p, WORD_THEME_MORE, each)
                          : builder_say(p, WORD_THEMES_MORE, more, each);
}

/* In each language. */
static void mark_paler(struct node *n)
{
    if (n->role == ROLE_DETAIL) n->paler = true;
    for (struct node *c = n->first; c; c = c->next) mark_paler(c);
}

static void themes(struct builder *p, struct node *sect, const struct survey_form *form)
{
    struct tally few = form->themes;
    if (few.nrows > THEMES) few.nrows = THEMES;
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    heading(p, keep, ROLE_H2, WORD_TOP_THEMES);
    struct bi of =
        builder_join(p, form_results_title(form->form), " · ", form_results_themed(p, &form->themes));
    builder_par(p, keep, ROLE_DETAIL, of);
    charts_plain(p, charts_bars(p, keep, &few, words_of(WORD_TOP_THEMES)), &few);
    struct bi paler = charts_paler(&few),
              under = builder_join(p, paler, " · ", tied(p, &form->themes, few.nrows));
    builder_par(p, keep, ROLE_DETAIL, under);
    if (builder_has(paler)) mark_paler(keep->last);
}

static void quotation(struct builder *p, struct node *sect, const struct survey_form *form)
{
    struct quote chosen[1];
    struct quote_wish wish = quotes_wish(p, form, QUOTE_ANY, 1);
    wish.brief = BRIEF;
    if (!quote_pick(&wish, chosen)) return;
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    heading(p, keep, ROLE_H2, WORD_ONE_VOICE);
    quotes_set(p, keep, chosen);
}

/* -- recommendations ------------------------------------------------------------------------------------- */

/* About how many tenths of a line it takes, in the language that takes more: a last line is half full. */
static size_t lines_of(const struct builder *p, const struct recommendation *r)
{
    size_t most = 10, line = p->both ? COLUMN : MEASURE;
    for (size_t i = 0; i < p->nlangs; i++) {
        size_t n = utf8_count(bi_get(r->text, p->langs[i], NULL)) * 10 / line + 5;
        if (n > most) most = n;
    }
    return most;
}

/* Of those that have a place at the most. */
static size_t lines_of_all(const struct builder *p)
{
    size_t sum = 0;
    for (size_t i = 0, n = 0; i < p->corpus->nrecommendations && n < RECOMMENDATIONS; i++) {
        const struct recommendation *r = &p->corpus->recommendations[i];
        if (!builder_has(r->text)) continue;
        sum += lines_of(p, r);
        n++;
    }
    return sum;
}

static void one_side(struct builder *p, struct node *side, const struct recommendation *r, long k,
                     enum lang l)
{
    enum lang used = l;
    struct str text = bi_get(r->text, l, &used);
    struct node *list = node_new(p->a, side, ROLE_LIST, l, r->place);
    struct node *item = node_new(p->a, list, ROLE_ITEM, l, r->place);
    item->label = str_fmt(p->a, "%.*s.", STR_ARGS(number_plain(p->a, k, l)));
    struct node *n = node_new(p->a, item, ROLE_SMALL, used, r->text.at[used]);
    node_text(p->a, n, text, used, r->text.at[used]);
}

static void one(struct builder *p, struct node *sect, const struct recommendation *r, long k)
{
    struct node *sides[LANG_N];
    if (p->both) builder_pair(p, sect, sides);
    for (size_t i = 0; i < p->nlangs; i++)
        one_side(p, p->both ? sides[p->langs[i]] : sect, r, k, p->langs[i]);
}

/* Each whole, as many as there is room for: the first at the least. */
static bool recommendations(struct builder *p, struct node *sect)
{
    const struct corpus *c = p->corpus;
    long k = 0, shown = 0;
    size_t lines = 0;
    for (size_t i = 0; i < c->nrecommendations; i++) {
        if (!builder_has(c->recommendations[i].text)) continue;
        if (!k++) heading(p, sect, ROLE_H2, WORD_RECOMMENDATIONS);
        lines += lines_of(p, &c->recommendations[i]);
        if (k > 1 && (k > RECOMMENDATIONS || lines > LINES)) continue;
        one(p, sect, &c->recommendations[i], k);
        shown = k;
    }
    if (k > shown)
        builder_par(p, sect, ROLE_SMALL, builder_say(p, WORD_CHANGE_MORE, builder_number(p, k - shown)));
    return k > 0;
}

/* -- the page -------------------------------------------------------------------------------------------- */

/* What many wrote, and what one did. */
static bool written(struct builder *p, struct node *sect)
{
    const struct survey_form *form = spoken(p);
    if (!form) return false;
    themes(p, sect, form);
    if (lines_of_all(p) <= SPARED) quotation(p, sect, form);
    return true;
}

void at_a_glance_page(struct builder *p)
{
    if (p->corpus->event.before) return;
    struct node *sect = builder_chapter(p, p->tree->root, words_of(WORD_AT_A_GLANCE), STR("at-a-glance"));
    sect->flows = false;
    sect->alone = true;
    bool enough = numbers(p, sect) >= LEAST_TILES, more = written(p, sect);
    more |= recommendations(p, sect);
    if (!enough || !more) builder_drop(sect);
}
