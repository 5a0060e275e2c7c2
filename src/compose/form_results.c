#include "compose/form_results.h"

#include "compose/charts.h"
#include "khmer/number.h"

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
    struct bi n = bi_number(p->a, k);
    struct bi text = builder_has(q->text) ? q->text : bi_same(q->id), said = {0};
    struct bi whole = builder_say(p, WORD_PROMPT_NUMBER, n, text);
    for (int l = 0; l < LANG_N; l++)
        if (text.t[l].n) said.t[l] = whole.t[l], said.at[l] = text.at[l];
    return said;
}

struct bi form_results_title(const struct form *form)
{
    return builder_has(form->title) ? form->title : bi_same(form->id);
}

void form_results_put(struct builder *p, struct node *keep, const struct survey_form *form, size_t i)
{
    builder_line(p, keep, ROLE_DETAIL, charts_said(p, &form->prompts[i].tally));
    charts_prompt(p, keep, form, i);
}

bool form_results_is_scale(const struct survey_form *form, size_t i)
{
    return prompt_has_points(&form->form->prompts[i]) && form->prompts[i].tally.answered;
}

struct bi form_results_themed(struct builder *p, const struct tally *themes)
{
    return builder_say(p, WORD_THEMED, builder_number(p, themes->answered), builder_number(p, themes->of));
}

void form_results_themes(struct builder *p, struct node *parent, const struct tally *themes, size_t most,
                         bool plain)
{
    struct tally top = *themes;
    top.nrows = 0;
    while (top.nrows < themes->nrows && top.nrows < most && tally_row_all(&themes->rows[top.nrows]))
        top.nrows++;
    struct node *n = charts_bars(p, parent, &top, words_of(WORD_THEMES));
    if (plain) charts_plain(p, n, &top);
}

void form_results_theme(struct builder *p, struct node *parent, const struct tally *themes, size_t row)
{
    struct tally one = *themes;
    one.rows += row;
    one.nrows = 1;
    struct node *n = charts_bars(p, parent, &one, words_of(WORD_THEMES));
    if (!n) return;
    charts_plain(p, n, &one);
    struct spans *name = &n->chart->bars[0].label; /* it heads what stands under it */
    for (size_t i = 0; i < name->n; i++) name->at[i].style |= SPAN_STRONG;
}
