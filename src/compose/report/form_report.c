#include "compose/report/form_report.h"

#include "compose/annex/annex_order.h"
#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/quotes.h"
#include "compose/report/annex.h"

enum { QUOTES = 2 }; /* the most to one prompt */

/* In which languages, and where more is told of the counts: behind the first that people said. */
static void counting(struct builder *p, struct node *sect, const struct survey_form *form)
{
    struct bi there = builder_say(p, WORD_COUNTED_THERE, annex_method_letter(p));
    builder_par(p, sect, ROLE_DETAIL, builder_join(p, charts_written(p, form), " ", there));
}

static void themes_block(struct builder *p, struct node *parent, const struct survey_form *form)
{
    const struct tally *t = &form->themes;
    if (!t->answered) return;
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    builder_par(p, keep, ROLE_H3, words_of(WORD_THEMES));
    builder_par(p, keep, ROLE_DETAIL, form_results_themed(p, t));
    form_results_themes(p, keep, t, t->nrows, false);
    counting(p, keep, form);
}

/* How many answers to a prompt may be quoted, and where they are. */
static struct bi voices(struct builder *p, const struct survey_form *form, size_t i)
{
    struct quote_wish wish = quotes_wish(p, form, i, SIZE_MAX);
    size_t n = prompt_is_open(&form->form->prompts[i]) ? quote_list(&wish, NULL) : 0;
    if (!n) return (struct bi){0};
    return builder_say(p, WORD_VOICES, builder_number(p, (long)n), annex_order_results(p));
}

/* A prompt, who answered it, what they said: one block. */
static void prompt_block(struct builder *p, struct node *parent, const struct survey_form *form, size_t i)
{
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    keep->place = form->form->prompts[i].place;
    builder_par(p, keep, ROLE_H3, form_results_prompt(p, form->form, i));
    builder_par(p, keep, ROLE_DETAIL,
                builder_join(p, charts_said(p, &form->prompts[i].tally), " · ", voices(p, form, i)));
    charts_prompt(p, keep, form, i);
    if (!prompt_is_open(&form->form->prompts[i])) return;
    quotes_withheld(p, keep, form, i);
    quotes_some(p, keep, form, i, QUOTES);
}

void form_report_chapter(struct builder *p, struct node *parent, const struct survey_form *form)
{
    const struct form *f = form->form;
    if (!f->rows_read) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    sect->place = place_in(f->source, PLACE_WHOLE_FILE);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(f));
    builder_anchor(p, h, str_fmt(p->a, "reflections-%.*s", STR_ARGS(f->id)));
    builder_par(p, sect, ROLE_LEAD, charts_received(p, form));
    if (!f->nreplies) builder_par(p, sect, ROLE_DETAIL, charts_uncounted(p, form));
    if (!f->nreplies) return;
    themes_block(p, sect, form);
    for (size_t i = 0; i < f->nprompts; i++) prompt_block(p, sect, form, i);
    if (!form->themes.answered) counting(p, sect, form);
}
