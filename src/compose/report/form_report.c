#include "compose/report/form_report.h"

#include "compose/form_results.h"
#include "compose/report/answer_list.h"
#include "survey/group.h"
#include "survey/quote.h"

enum { QUOTES = 4 }; /* the most to one prompt */

static void themes_block(struct builder *p, struct node *parent, const struct form *form)
{
    struct tally t = tally_themes(p, form);
    if (!t.answered) return;
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    builder_block(p, keep, ROLE_H3, words_of(WORD_THEMES));
    form_results_themes(p, keep, &t, t.nrows);
    builder_par(p, keep, ROLE_SMALL, tally_star(&t));
}

void form_report_chapter(struct builder *p, struct node *parent, const struct form *form)
{
    if (!form->rows_read) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    sect->place = place_in(form->source, PLACE_WHOLE_FILE);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(form));
    builder_anchor(p, h, str_fmt(p->a, "reflections-%.*s", STR_ARGS(form->id)));
    builder_par(p, sect, ROLE_LEAD, tally_totals(p, form));
    if (!form->nreplies) return;
    themes_block(p, sect, form);
    for (size_t i = 0; i < form->nprompts; i++) {
        form_results_closed(p, sect, form, i, ROLE_H3);
        if (form->prompts[i].type != PROMPT_OPEN) continue;
        answer_list_line(p, sect, form, i, quote_some(p, sect, form, i, QUOTES));
    }
}

void form_report_annex(struct builder *p, struct node *parent, const struct form *form)
{
    if (!form->nreplies) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(form));
    builder_anchor(p, h, str_fmt(p->a, "annex-results-%.*s", STR_ARGS(form->id)));
    builder_par(p, sect, ROLE_LEAD, tally_totals(p, form));
    builder_par(p, sect, ROLE_SMALL, builder_say(p, WORD_GROUPS_NOTE, builder_number(p, group_least(p))));
    struct answer_list voices = answer_list_of(p, form);
    for (size_t i = 0; i < form->nprompts; i++) {
        struct tally t = tally_prompt(p, form, i);
        struct node *keep = builder_node(p, sect, ROLE_KEEP);
        builder_block(p, keep, ROLE_H3, form_results_prompt(p, form, i));
        builder_par(p, keep, ROLE_SMALL, tally_said(p, &t, &form->prompts[i]));
        tally_table(p, keep, &t);
        tally_groups(p, sect, form, i);
        if (form->prompts[i].type == PROMPT_OPEN) answer_list_put(&voices, p, sect, i);
    }
    struct tally themes = tally_themes(p, form);
    if (themes.answered) {
        struct node *keep = builder_node(p, sect, ROLE_KEEP);
        builder_block(p, keep, ROLE_H3, words_of(WORD_THEMES));
        tally_table(p, keep, &themes);
        builder_par(p, keep, ROLE_SMALL, tally_star(&themes));
    }
}
