#include "compose/handout/digest.h"

#include "compose/annex/annex_order.h"
#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/figure/large_number.h"
#include "compose/figure/qr.h"
#include "compose/form_results.h"

/* -- what is said ---------------------------------------------------------------------------------------- */

struct digest digest_of(struct builder *p, const struct survey_form *form, size_t brief)
{
    return (struct digest){
        .p = p, .form = form, .brief = brief, .used = ARENA_MANY(p->a, bool, form->form->nreplies)};
}

struct quote_wish digest_wish(struct digest *d, size_t prompt, size_t most)
{
    struct quote_wish wish = quotes_wish(d->p, d->form, prompt, most);
    wish.used = d->used;
    wish.brief = d->brief;
    return wish;
}

size_t digest_theme(struct digest *d, size_t row, size_t most, struct quote *chosen)
{
    struct quote_wish wish = digest_wish(d, QUOTE_ANY, most);
    wish.theme_bit = (uint64_t)1 << d->form->themes.rows[row].at;
    wish.theme = d->form->about;
    return quote_pick(&wish, chosen);
}

size_t digest_quotes(struct digest *d, size_t most, struct quote *chosen)
{
    struct quote_wish wish = digest_wish(d, QUOTE_ANY, most);
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
    struct quote_wish wish = digest_wish(d, QUOTE_ANY, most);
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

size_t digest_last(struct digest *d, size_t most, struct quote *chosen, size_t *prompt)
{
    *prompt = SIZE_MAX;
    for (size_t i = 0; i < d->form->form->nprompts; i++)
        if (prompt_is_open(&d->form->form->prompts[i])) *prompt = i;
    if (*prompt == SIZE_MAX || !most) return 0;
    struct quote_wish wish = digest_wish(d, *prompt, most);
    return quote_pick(&wish, chosen);
}

struct bi digest_more(struct digest *d, size_t shown, enum word w)
{
    struct quote_wish wish = quotes_wish(d->p, d->form, QUOTE_ANY, SIZE_MAX);
    wish.asking = true;
    size_t all = quote_list(&wish, NULL);
    if (all <= shown || !(d->p->corpus->event.documents & DOCUMENT_REPORT)) return (struct bi){0};
    return builder_say(d->p, w, builder_number(d->p, (long)(all - shown)), annex_order_results(d->p));
}

struct bi digest_quotable(struct builder *p, const struct survey_form *form)
{
    return builder_say(p, WORD_QUOTABLE, builder_number(p, form->quotable));
}

struct bi digest_brief(struct builder *p, const struct survey_form *form)
{
    return builder_join(p, charts_written(p, form), " ", digest_quotable(p, form));
}

struct bi digest_event(struct builder *p)
{
    return builder_join(p, p->corpus->event.title, " · ", calendar_dates(p));
}

/* -- what both documents set ----------------------------------------------------------------------------- */

void digest_share(struct builder *p, struct node *parent, const struct tally *t, const struct tally_row *row)
{
    large_number_written(p, parent, charts_share(p, t, row));
}

struct bi digest_share_of(struct builder *p, const struct tally *t, const struct tally_row *row)
{
    struct bi all = builder_number(p, t->answered), n = builder_number(p, tally_row_all(row)),
              words = builder_say(p, WORD_OF_THEMED, n, all);
    return large_number_said(p, builder_say(p, WORD_NUMBER_OF, charts_share(p, t, row), words), words);
}

bool digest_code(struct builder *p, struct node *parent)
{
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    if (qr_node(p, keep, p->corpus->event.url)) {
        qr_words_near(p, keep, p->corpus->event.url);
        return true;
    }
    builder_drop(keep);
    return false;
}

struct node *digest_grid(struct builder *p, struct node *parent, const int32_t *shares, size_t n)
{
    struct node *grid = builder_node(p, parent, ROLE_GRID);
    grid->count = (int)n;
    grid->ncolumns = n;
    grid->columns = ARENA_MANY(p->a, struct column, n);
    for (size_t i = 0; i < n; i++) grid->columns[i].width = shares[i];
    return grid;
}

struct node *digest_beside(struct builder *p, struct node *parent, int32_t first)
{
    return digest_grid(p, parent, (int32_t[]){first, 100 - first}, 2);
}

/* -- a side a form --------------------------------------------------------------------------------------- */

/* All its rows were left out. */
static void left_out(struct builder *p, const struct survey_form *form)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = place_in(form->form->source, PLACE_WHOLE_FILE);
    builder_line(p, sect, ROLE_H2, form_results_title(form->form));
    builder_par(p, sect, ROLE_LEAD, builder_join(p, charts_sheets(p, form), " ", charts_written(p, form)));
}

/* What is no form's that has sheets: it stands before the first of these. Returns whether anything does. */
static bool before_all(struct builder *p, const struct digest_ladder *ladder, bool filled)
{
    bool any = filled;
    for (size_t i = 0; i < p->corpus->nforms; i++) any |= p->corpus->forms[i].rows_read > 0;
    if (!filled) ladder->head(p);
    form_results_faults(p, p->tree->root);
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *form = &p->survey->forms[i];
        if (form->form->rows_read && !form->form->nreplies) left_out(p, form);
    }
    return any;
}

static const struct form *first_filled(const struct corpus *c)
{
    for (size_t i = 0; i < c->nforms; i++)
        if (c->forms[i].nreplies) return &c->forms[i];
    return NULL;
}

void digest_sides(struct builder *p, const struct digest_ladder *ladder)
{
    const struct corpus *c = p->corpus;
    const struct form *first = first_filled(c);
    builder_handout(p, words_of(WORD_DIGEST));
    bool any = (p->form && first && p->form != first) || before_all(p, ladder, first != NULL);
    for (size_t i = 0; i < c->nforms; i++) {
        const struct form *form = &c->forms[i];
        if (!form->nreplies || (p->form && p->form != form)) continue;
        int rung = p->less_of ? p->less_of[i] : p->less;
        ladder->side(p, &p->survey->forms[i], &ladder->rungs[rung], form == first);
    }
    if (!any) builder_par(p, p->tree->root, ROLE_P, words_of(WORD_NOTHING_YET));
}
