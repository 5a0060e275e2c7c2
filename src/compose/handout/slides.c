#include "compose/handout/slides.h"

#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/figure/qr.h"
#include "compose/form_results.h"
#include "compose/handout/digest.h"
#include "compose/prompts.h"

enum {
    QUOTES = 2,
    FEW = 3, /* forms */
    THEMES = 3,
    BARS = 5,     /* of themes */
    OPTIONS = 6,  /* bars on a slide, at most */
    BRIEF = 80,   /* code points: two lines */
    ROOM = 400,   /* points under a slide's heading, for type that shrinks a little; */
    NUMBER = 150, /* what a number takes of it */
    SOURCE = 60,  /* a quote's source, and the space about it */
    CODE = 40,    /* of a slide's width, for a code */
    SHARE = 30    /* of a slide's width, for a large per cent */
};

struct deck {
    struct builder *p;
    VEC(struct bi) titles; /* of the slides so far */
};

static struct node *slide(struct builder *p)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->breaks = p->tree->root->first != sect;
    return sect;
}

static bool is_taken(const struct deck *deck, struct bi title)
{
    for (size_t i = 0; i < deck->titles.n; i++)
        if (bi_cmp(deck->titles.at[i], title) == 0) return true;
    return false;
}

/* "What would help? (2)" */
static struct bi numbered(struct builder *p, struct bi title, long k)
{
    struct bi n = builder_join(p, bi_same(STR("(")), "", builder_number(p, k));
    return builder_join(p, title, " ", builder_join(p, n, "", bi_same(STR(")"))));
}

/* A slide with its title, which no other has: where another form's had it, its own form is named; then they
 * are numbered. */
static struct node *titled(struct deck *deck, struct bi title, const struct form *form)
{
    struct builder *p = deck->p;
    struct bi own = title;
    if (form && is_taken(deck, own)) own = title = builder_join(p, title, " · ", form_results_title(form));
    for (long k = 2; is_taken(deck, own); k++) own = numbered(p, title, k);
    VEC_ADD(p->a, deck->titles, own);
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_H2, own);
    return sect;
}

/* -- quotes ---------------------------------------------------------------------------------------------- */

/* Code points on a line of a column, and how high it is in points. */
static const struct {
    size_t letters, high;
} LINES[LANG_N] = {[LANG_KM] = {34, 50}, [LANG_EN] = {27, 37}};

/* How high a quote will be, about. */
static size_t height_of(const struct quote *q)
{
    size_t most = 0;
    for (int l = 0; l < LANG_N; l++) {
        size_t n = utf8_count(q->text.t[l]),
               high = (n + LINES[l].letters - 1) / LINES[l].letters * LINES[l].high;
        if (high > most) most = high;
    }
    return most + SOURCE;
}

static void quotes(struct digest *d, struct node *sect, size_t used, const struct quote *chosen, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        used += height_of(&chosen[i]);
        if (!i || used <= ROOM) quotes_set(d->p, sect, &chosen[i]);
    }
    quotes_enlarge(sect);
}

static struct bi sheets(struct builder *p, long n)
{
    return builder_say(p, WORD_FORMS_COUNTED, builder_number(p, n));
}

/* What part of the sheets speaks of it, large, and how many they are. */
static void theme_number(struct builder *p, struct node *sect, const struct tally *t,
                         const struct tally_row *row)
{
    struct node *grid = digest_beside(p, sect, SHARE), *keep = builder_node(p, grid, ROLE_KEEP);
    enum lang l = p->langs[0];
    struct bi said = builder_say(p, WORD_OF_THEMED, charts_count(p, row), builder_number(p, t->answered));
    node_text(p->a, node_new(p->a, keep, ROLE_TOTAL, l, sect->place), charts_share(p, t, row).t[l], l,
              sect->place);
    keep = builder_node(p, grid, ROLE_KEEP);
    builder_block(p, keep, ROLE_LEAD, said);
    if (row->more) builder_line(p, keep, ROLE_DETAIL, words_of(WORD_SUGGESTED_SHORT));
}

static void themes(struct deck *deck, struct digest *d, size_t most)
{
    struct quote chosen[QUOTES];
    const struct tally *t = &d->form->themes;
    for (size_t k = 0; t->answered && k < t->nrows && k < most; k++) {
        size_t n = digest_theme(d, k, QUOTES, chosen);
        if (!n) continue;
        struct node *sect = titled(deck, charts_row(d->p, t, &t->rows[k]), d->form->form);
        theme_number(d->p, sect, t, &t->rows[k]);
        quotes(d, sect, NUMBER, chosen, n);
    }
}

static void questions(struct deck *deck, struct digest *d)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t n = digest_questions(d, QUOTES, chosen);
    if (n) quotes(d, titled(deck, words_of(WORD_OPEN_QUESTIONS), d->form->form), 0, chosen, n);
}

/* -- numbers --------------------------------------------------------------------------------------------- */

/* The bars of a choice; on several slides, about as many on each, where one cannot hold them. */
static void choice(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct builder *p = deck->p;
    struct tally all = form->prompts[i].tally;
    size_t slides = (all.nrows + OPTIONS - 1) / OPTIONS,
           each = slides ? (all.nrows + slides - 1) / slides : 1;
    for (size_t from = 0; from < all.nrows && all.answered; from += each) {
        struct tally t = all;
        struct node *sect = titled(deck, form_results_prompt(p, form->form, i), form->form);
        t.rows = all.rows + from;
        t.nrows = all.nrows - from < each ? all.nrows - from : each;
        builder_line(p, sect, ROLE_DETAIL, charts_said(p, &all));
        charts_bars(p, sect, &t, all.prompt->text);
    }
}

/* The bars of all scales lean about one axis, which stays where it is from slide to slide. */
static void scale(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct node *sect = titled(deck, form_results_prompt(deck->p, form->form, i), form->form);
    builder_line(deck->p, sect, ROLE_DETAIL, charts_said(deck->p, &form->prompts[i].tally));
    charts_lean(deck->p, builder_node(deck->p, sect, ROLE_KEEP), form, i);
}

static void closed(struct deck *deck, const struct survey_form *form)
{
    for (size_t i = 0; i < form->form->nprompts; i++) {
        if (prompt_is_open(&form->form->prompts[i])) continue;
        if (form_results_is_scale(form, i))
            scale(deck, form, i);
        else
            choice(deck, form, i);
    }
}

/* -- the whole ------------------------------------------------------------------------------------------- */

static void title(struct builder *p)
{
    struct node *sect = slide(p), *keep = builder_node(p, sect, ROLE_KEEP);
    builder_block(p, keep, ROLE_TITLE, words_of(WORD_DIGEST));
    builder_block(p, keep, ROLE_P, p->corpus->event.title);
    builder_block(p, keep, ROLE_LEAD, calendar_dates(p));
    form_results_faults(p, sect);
}

/* The form's title over how many wrote, and on what. */
static void head(struct deck *deck, const struct survey_form *form)
{
    struct builder *p = deck->p;
    const struct tally *t = &form->themes;
    struct node *sect = titled(deck, form_results_title(form->form), form->form);
    struct bi said = sheets(p, (long)form->form->nreplies);
    if (!t->answered) {
        builder_block(p, sect, ROLE_LEAD, said);
        builder_par(p, sect, ROLE_P, digest_brief(p, form));
    } else {
        builder_line(p, sect, ROLE_DETAIL, builder_join(p, said, " · ", words_of(WORD_TOP_THEMES)));
        form_results_themes(p, sect, t, BARS);
    }
    quotes_withheld(p, sect, form, QUOTE_ANY);
}

/* Of many forms each says less: nobody sits through sixty slides. */
static void form(struct deck *deck, const struct survey_form *form, bool many)
{
    struct digest d = digest_of(deck->p, form, BRIEF);
    head(deck, form);
    themes(deck, &d, many ? 1 : THEMES);
    if (!many) closed(deck, form);
    questions(deck, &d);
}

/* The code of where the report is, its address in large type beside it. */
static bool code(struct builder *p, struct node *sect)
{
    struct node *grid = digest_beside(p, sect, CODE);
    if (!qr_node(p, grid, p->corpus->event.url)) return false;
    qr_words(p, builder_node(p, grid, ROLE_KEEP), p->corpus->event.url)->role = ROLE_LEAD;
    return true;
}

void slides_write(struct builder *p)
{
    struct deck deck = {.p = p};
    size_t forms = 0;
    builder_handout(p, words_of(WORD_DIGEST));
    title(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) forms += p->corpus->forms[i].nreplies > 0;
    for (size_t i = 0; i < p->corpus->nforms; i++)
        if (p->corpus->forms[i].nreplies) form(&deck, &p->survey->forms[i], forms > FEW);
    if (forms && p->corpus->event.url.n) {
        struct node *sect = titled(&deck, words_of(WORD_FINAL_REPORT), NULL);
        if (!code(p, sect)) builder_drop(sect);
    }
    if (!forms) builder_par(p, slide(p), ROLE_P, words_of(WORD_NOTHING_YET));
}
