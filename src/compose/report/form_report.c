#include "compose/report/form_report.h"

#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/quotes.h"
#include "compose/report/answer_list.h"

enum { QUOTES = 4 }; /* the most to one prompt */

static void themes_block(struct builder *p, struct node *parent, const struct survey_form *form)
{
    const struct tally *t = &form->themes;
    if (!t->answered) return;
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    builder_block(p, keep, ROLE_H3, words_of(WORD_THEMES));
    form_results_themes(p, keep, t, t->nrows);
    builder_par(p, keep, ROLE_SMALL, charts_star(t));
}

void form_report_chapter(struct builder *p, struct node *parent, const struct survey_form *form)
{
    const struct form *f = form->form;
    if (!f->rows_read) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    sect->place = place_in(f->source, PLACE_WHOLE_FILE);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(f));
    builder_anchor(p, h, str_fmt(p->a, "reflections-%.*s", STR_ARGS(f->id)));
    builder_par(p, sect, ROLE_LEAD, charts_totals(p, form));
    if (!f->nreplies) return;
    themes_block(p, sect, form);
    for (size_t i = 0; i < f->nprompts; i++) {
        form_results_closed(p, sect, form, i, ROLE_H3);
        if (!prompt_is_open(&f->prompts[i])) continue;
        answer_list_line(p, sect, form, i, quotes_some(p, sect, form, i, QUOTES));
    }
}
