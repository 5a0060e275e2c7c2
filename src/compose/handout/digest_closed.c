#include "compose/handout/digest_closed.h"

#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/prompts.h"

enum {
    PARTS = 5,  /* of one bar: more cannot be told apart */
    OPTIONS = 8 /* thin bars under one prompt */
};

/* One bar, which stands beside its prompt. */
static bool is_small(const struct tally *t)
{
    switch (t->prompt->type) {
    case PROMPT_SCALE:
    case PROMPT_YESNO: return true;
    case PROMPT_CHOICE: return t->nrows <= PARTS;
    default: return !t->answered;
    }
}

/* -- thin bars ------------------------------------------------------------------------------------------- */

static void thin_bars(struct builder *p, struct node *keep, const struct tally *t, size_t most)
{
    struct tally few = charts_most(p, t, most);
    size_t left = t->nrows - few.nrows;
    charts_bars(p, keep, &few, t->prompt->text);
    if (left && t->answered)
        builder_line(p, keep, ROLE_DETAIL, builder_say(p, WORD_CHANGE_MORE, builder_number(p, (long)left)));
}

/* -- a prompt -------------------------------------------------------------------------------------------- */

static void bars(struct digest *d, struct node *keep, size_t i, size_t most)
{
    const struct tally *t = &d->form->prompts[i].tally;
    if (prompt_has_points(t->prompt))
        charts_prompt(d->p, keep, d->form, i);
    else if (is_small(t))
        charts_stacked(d->p, keep, t, t->prompt->text);
    else
        thin_bars(d->p, keep, t, most);
}

void digest_closed_one(struct digest *d, struct node *keep, size_t i, size_t most, enum role level)
{
    keep->place = d->form->form->prompts[i].place;
    builder_line(d->p, keep, level, form_results_prompt(d->p, d->form->form, i));
    builder_line(d->p, keep, ROLE_DETAIL, charts_said(d->p, &d->form->prompts[i].tally));
    bars(d, keep, i, most);
}

/* Asked in the first column, answered in the second. */
static void beside(struct digest *d, struct node *part, size_t i)
{
    struct builder *p = d->p;
    const struct tally *t = &d->form->prompts[i].tally;
    struct node *grid = builder_node(p, part, ROLE_GRID), *keep = builder_node(p, grid, ROLE_KEEP);
    grid->count = 2;
    builder_block(p, keep, ROLE_H3, form_results_prompt(p, d->form->form, i));
    struct bi said = charts_said(p, t);
    prompt_has_points(t->prompt) ? builder_block(p, keep, ROLE_DETAIL, said)
                                 : builder_line(p, keep, ROLE_DETAIL, said);
    if (t->answered) bars(d, builder_node(p, grid, ROLE_KEEP), i, SIZE_MAX);
}

/* -- all of them ----------------------------------------------------------------------------------------- */

struct picked { /* prompts, in the order in which they stand */
    size_t *at, n;
};

static void choose(const struct digest *d, size_t most, struct picked *c, bool wants_small, bool scale)
{
    size_t seen = 0;
    for (size_t i = 0; i < d->form->form->nprompts; i++) {
        const struct tally *t = &d->form->prompts[i].tally;
        if (prompt_is_open(&d->form->form->prompts[i]) || seen++ >= most) continue;
        if (is_small(t) == wants_small && prompt_has_points(t->prompt) == scale) c->at[c->n++] = i;
    }
}

/* Scales under one another, then what else is one bar, then what has a bar an option. */
static struct picked picked_of(const struct digest *d, size_t most)
{
    struct picked c = {.at = ARENA_MANY(d->p->a, size_t, d->form->form->nprompts + 1)};
    choose(d, most, &c, true, true);
    choose(d, most, &c, true, false);
    choose(d, most, &c, false, false);
    return c;
}

static size_t closed_of(const struct digest *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->form->form->nprompts; i++) n += !prompt_is_open(&d->form->form->prompts[i]);
    return n;
}

/* Asked over its bar, in a column beside another. */
static void over(struct digest *d, struct node *grid, size_t i)
{
    struct node *keep = builder_node(d->p, grid, ROLE_KEEP);
    keep->place = d->form->form->prompts[i].place;
    builder_block(d->p, keep, ROLE_H3, form_results_prompt(d->p, d->form->form, i));
    builder_line(d->p, keep, ROLE_DETAIL, charts_said(d->p, &d->form->prompts[i].tally));
    bars(d, keep, i, SIZE_MAX);
}

/* One bar, and no scale, whose axis wants the same place as others'. */
static bool stands_over(const struct digest *d, const struct picked *c, size_t k)
{
    if (k >= c->n) return false;
    const struct tally *t = &d->form->prompts[c->at[k]].tally;
    return is_small(t) && t->answered && !prompt_has_points(t->prompt);
}

size_t digest_closed_put(struct digest *d, struct node *sect, size_t most)
{
    struct picked c = picked_of(d, most);
    for (size_t k = 0; k < c.n; k++) {
        struct node *part = builder_node(d->p, sect, ROLE_KEEP);
        part->place = d->form->form->prompts[c.at[k]].place;
        if (!k) builder_line(d->p, part, ROLE_H2, words_of(WORD_TICKED));
        if (stands_over(d, &c, k) && stands_over(d, &c, k + 1)) {
            struct node *grid = builder_node(d->p, part, ROLE_GRID);
            grid->count = 2;
            over(d, grid, c.at[k]);
            over(d, grid, c.at[++k]);
        } else if (is_small(&d->form->prompts[c.at[k]].tally)) {
            beside(d, part, c.at[k]);
        } else {
            digest_closed_one(d, part, c.at[k], OPTIONS, ROLE_H3);
        }
    }
    return closed_of(d) - c.n;
}
