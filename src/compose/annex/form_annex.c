#include "compose/annex/form_annex.h"

#include "compose/annex/answer_list.h"
#include "compose/annex/cross_table.h"
#include "compose/charts.h"
#include "compose/form_results.h"

static void themes(struct builder *p, struct node *parent, const struct tally *t)
{
    if (!t->answered) return;
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    builder_par(p, keep, ROLE_H3, words_of(WORD_THEMES));
    cross_table_list(p, keep, t);
    builder_par(p, keep, ROLE_DETAIL, charts_star(t));
}

static void prompt_part(struct builder *p, struct node *parent, const struct answer_list *voices, size_t i)
{
    const struct survey_form *form = voices->form;
    builder_par(p, parent, ROLE_H3, form_results_prompt(p, form->form, i));
    if (prompt_is_open(&form->form->prompts[i]))
        answer_list_put(voices, p, parent, i, charts_said(p, &form->prompts[i].tally));
    else
        cross_table_put(p, parent, form, i);
}

void form_annex_put(struct builder *p, struct node *parent, const struct survey_form *form, unsigned told)
{
    const struct form *f = form->form;
    if (!f->nreplies) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(f));
    builder_anchor(p, h, str_fmt(p->a, "annex-results-%.*s", STR_ARGS(f->id)));
    struct bi own = cross_table_say(p, cross_table_remarks(p, form) & ~told);
    builder_par(p, sect, ROLE_SMALL, builder_join(p, own, " ", cross_table_left_out(p, form)));
    struct answer_list voices = answer_list_of(p, form);
    for (size_t i = 0; i < f->nprompts; i++) prompt_part(p, sect, &voices, i);
    themes(p, sect, &form->themes);
}
