#include "compose/form_results.h"

#include "compose/report/answer_list.h"
#include "khmer/number.h"
#include "survey/group.h"
#include "survey/quote.h"

bool form_results_has(const struct builder *p)
{
    for (size_t i = 0; i < p->corpus->nforms; i++)
        if (p->corpus->forms[i].rows_read) return true;
    return builder_has_faults(p, STR("forms/")) || builder_has_faults(p, STR("reflections/"));
}

void form_results_faults(struct builder *p, struct node *parent)
{
    builder_faults(p, parent, STR("forms/"));
    builder_faults(p, parent, STR("reflections/"));
}

struct bi form_results_prompt(struct builder *p, const struct form *form, size_t prompt)
{
    const struct prompt *q = &form->prompts[prompt];
    long k = (long)prompt + 1;
    struct bi n = {.t = {number_plain(p->a, k, LANG_KM), number_plain(p->a, k, LANG_EN)}};
    struct bi text = builder_has(q->text) ? q->text : builder_same(q->id), said = {0};
    struct bi whole = builder_say(p, WORD_PROMPT_NUMBER, n, text);
    for (int l = 0; l < LANG_N; l++)
        if (text.t[l].n) said.t[l] = whole.t[l], said.at[l] = text.at[l];
    return said;
}

struct bi form_results_title(const struct form *form)
{
    return builder_has(form->title) ? form->title : builder_same(form->id);
}

void form_results_closed(struct builder *p, struct node *parent, const struct form *form, size_t i,
                         enum role level)
{
    const struct prompt *q = &form->prompts[i];
    struct tally t = tally_prompt(p, form, i);
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    keep->place = q->place;
    struct bi said = tally_said(p, &t, q);
    if (q->type == PROMPT_SCALE && t.answered) said = builder_join(p, said, " · ", words_of(WORD_LEAN_KEY));
    builder_block(p, keep, level, form_results_prompt(p, form, i));
    if (parent->role == ROLE_KEEP)
        builder_line(p, keep, ROLE_SMALL, said);
    else
        builder_par(p, keep, ROLE_SMALL, said);
    tally_lean(p, keep, &t, form, i);
}

void form_results_terse(struct builder *p, struct node *parent, const struct form *form, size_t i)
{
    struct tally t = tally_prompt(p, form, i);
    struct bi said = tally_said(p, &t, &form->prompts[i]);
    if (t.answered) said = builder_join(p, said, ": ", tally_list(p, &t, " · "));
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    keep->place = form->prompts[i].place;
    builder_line(p, keep, ROLE_H3, form_results_prompt(p, form, i));
    builder_par(p, keep, ROLE_SMALL, said);
}

void form_results_themes(struct builder *p, struct node *parent, const struct tally *themes, size_t most)
{
    struct tally top = *themes;
    if (top.nrows > most) top.nrows = most;
    while (top.nrows && top.rows[top.nrows - 1].count + top.rows[top.nrows - 1].more == 0) top.nrows--;
    tally_chart(p, parent, &top, words_of(WORD_THEMES));
}

static void themes_block(struct builder *p, struct node *parent, const struct form *form)
{
    struct tally t = tally_themes(p, form);
    if (!t.answered) return;
    struct node *keep = builder_node(p, parent, ROLE_KEEP);
    builder_block(p, keep, ROLE_H3, words_of(WORD_THEMES));
    form_results_themes(p, keep, &t, t.nrows);
    builder_par(p, keep, ROLE_SMALL, tally_star(&t));
}

void form_results_form(struct builder *p, struct node *parent, const struct form *form, size_t quotes,
                       const char *anchor)
{
    if (!form->rows_read) return;
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    sect->place = place_in(form->source, PLACE_WHOLE_FILE);
    struct node *h = builder_block(p, sect, ROLE_H2, form_results_title(form));
    builder_anchor(p, h, str_fmt(p->a, "%s%.*s", anchor, STR_ARGS(form->id)));
    builder_par(p, sect, ROLE_LEAD, tally_totals(p, form));
    if (!form->nreplies) return;
    themes_block(p, sect, form);
    for (size_t i = 0; i < form->nprompts; i++) {
        form_results_closed(p, sect, form, i, ROLE_H3);
        if (form->prompts[i].type != PROMPT_OPEN) continue;
        answer_list_line(p, sect, form, i, quote_some(p, sect, form, i, quotes));
    }
}

void form_results_tables(struct builder *p, struct node *parent, const struct form *form)
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
