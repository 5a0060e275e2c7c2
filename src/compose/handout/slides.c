#include "compose/handout/slides.h"

#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/handout/digest.h"
#include "compose/prompts.h"

enum {
    QUOTES = 2,
    FEW = 3, /* forms */
    THEMES = 3,
    BARS = 4,       /* of themes */
    BARS_LINES = 8, /* of all labels of a prompt's bars */
    BRIEF = 80,     /* code points: two lines */
    ROOM = 370,     /* points under a slide's heading */
    SOURCE = 70
};

/* Code points on a line of a column, and how high it is in points. */
static const struct {
    size_t letters, high;
} LINES[LANG_N] = {[LANG_KM] = {40, 44}, [LANG_EN] = {28, 34}};

static struct node *slide(struct builder *p)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->breaks = p->tree->root->first != sect;
    return sect;
}

/* How high a quote will be, about. */
static size_t height_of(const struct quote *q)
{
    size_t most = 0;
    for (int l = 0; l < LANG_N; l++) {
        size_t high = (utf8_count(q->text.t[l]) / LINES[l].letters + 1) * LINES[l].high;
        if (high > most) most = high;
    }
    return most + SOURCE;
}

/* Under a heading, as many as there is room for, and one at least. */
static void quotes(struct builder *p, struct bi heading, const struct quote *chosen, size_t n)
{
    if (!n) return;
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_H2, heading);
    size_t room = ROOM;
    for (size_t i = 0; i < n; i++) {
        size_t height = height_of(&chosen[i]);
        if (i && height > room) break;
        quotes_set(p, sect, &chosen[i]);
        room -= height < room ? height : room;
    }
}

static void title(struct builder *p)
{
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_TITLE, words_of(WORD_DIGEST));
    builder_block(p, sect, ROLE_P, p->corpus->event.title);
    builder_block(p, sect, ROLE_LEAD, calendar_dates(p));
    form_results_faults(p, sect);
}

static void themes(struct digest *d, size_t most)
{
    struct builder *p = d->p;
    struct quote chosen[QUOTES];
    if (!d->form->themes.answered) return;
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_H2, words_of(WORD_TOP_THEMES));
    form_results_themes(p, sect, &d->form->themes, d->form->themes.suggested ? BARS - 1 : BARS);
    builder_par(p, sect, ROLE_SMALL, charts_star(&d->form->themes));
    for (size_t k = 0; k < d->form->themes.nrows && k < most; k++) {
        size_t n = digest_theme(d, k, QUOTES, chosen);
        quotes(p, digest_theme_head(d, k), chosen, n);
    }
}

static void questions(struct digest *d)
{
    struct quote chosen[DIGEST_QUOTES];
    size_t n = digest_questions(d, QUOTES, chosen);
    quotes(d->p, words_of(WORD_OPEN_QUESTIONS), chosen, n);
}

/* The bars of a choice on as many slides as they need, about as many on each, all to one measure. */
static void choice(struct builder *p, const struct survey_form *form, size_t i)
{
    struct tally all = form->prompts[i].tally;
    size_t most = BARS_LINES / prompts_type(all.prompt)->lines;
    size_t slides = (all.nrows + most - 1) / most, each = slides ? (all.nrows + slides - 1) / slides : 1;
    for (size_t k = 0; k < all.nrows; k++)
        if (all.rows[k].count > all.most) all.most = all.rows[k].count;
    for (size_t from = 0; from < all.nrows; from += each) {
        struct tally t = all;
        struct node *sect = slide(p);
        t.rows = all.rows + from;
        t.nrows = all.nrows - from < each ? all.nrows - from : each;
        builder_block(p, sect, ROLE_H2, form_results_prompt(p, form->form, i));
        builder_par(p, sect, ROLE_SMALL, charts_said(p, &all));
        charts_bars(p, sect, &t, all.prompt->text);
    }
}

static void closed(struct builder *p, const struct survey_form *form, size_t i)
{
    const struct prompt *q = &form->form->prompts[i];
    if (prompt_has_options(q))
        choice(p, form, i);
    else if (!prompt_is_open(q))
        form_results_closed(p, slide(p), form, i, ROLE_H2);
}

/* Of many forms each says less: nobody sits through sixty slides. */
static void form(struct builder *p, const struct survey_form *form, bool many)
{
    struct digest d = digest_of(p, form, BRIEF);
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_H2, form_results_title(form->form));
    builder_block(p, sect, ROLE_LEAD,
                  builder_say(p, WORD_FORMS_COUNTED, builder_number(p, (long)form->form->nreplies)));
    builder_par(p, sect, ROLE_P, digest_brief(p, form));
    quotes_withheld(p, sect, form, QUOTE_ANY);
    themes(&d, many ? 1 : THEMES);
    for (size_t i = 0; i < form->form->nprompts && !many; i++) closed(p, form, i);
    questions(&d);
}

void slides_write(struct builder *p)
{
    size_t forms = 0;
    builder_handout(p, words_of(WORD_DIGEST));
    title(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) forms += p->corpus->forms[i].nreplies > 0;
    for (size_t i = 0; i < p->corpus->nforms; i++)
        if (p->corpus->forms[i].nreplies) form(p, &p->survey->forms[i], forms > FEW);
    if (!forms) builder_par(p, slide(p), ROLE_P, words_of(WORD_NOTHING_YET));
}
