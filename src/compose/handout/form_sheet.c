#include "compose/handout/form_sheet.h"

#include "compose/form_results.h"
#include "compose/prompts.h"

static void bold(struct node *n)
{
    for (size_t i = 0; i < n->spans.n; i++) n->spans.at[i].style |= SPAN_STRONG;
}

static void prompt(struct builder *p, struct node *root, const struct form *form, size_t i)
{
    struct node *keep = builder_node(p, root, ROLE_KEEP);
    keep->place = form->prompts[i].place;
    bold(builder_block(p, keep, ROLE_PROMPT, form_results_prompt(p, form, i)));
    prompts_type(&form->prompts[i])->blank(p, keep, &form->prompts[i]);
}

static void field(struct builder *p, struct node *fields, enum word w)
{
    builder_block(p, fields, ROLE_FIELD, words_of(w));
}

/* What is filled in at the desk stands at the top right. */
static void head(struct builder *p, struct node *root, struct bi title)
{
    struct node *grid = builder_node(p, root, ROLE_GRID);
    grid->count = 2;
    struct node *left = builder_node(p, grid, ROLE_KEEP), *right = builder_node(p, grid, ROLE_KEEP);
    builder_block(p, left, ROLE_TITLE, title);
    builder_block(p, left, ROLE_SMALL, p->corpus->event.title);
    field(p, builder_node(p, right, ROLE_FIELDS), WORD_FORM_NUMBER);
    field(p, builder_node(p, right, ROLE_FIELDS), WORD_SESSION);
}

static void about_you(struct builder *p, struct node *root)
{
    struct node *keep = builder_node(p, root, ROLE_KEEP);
    field(p, builder_node(p, keep, ROLE_FIELDS), WORD_YOUR_ROLE);
    if (p->corpus->event.nlangs < 2) return;
    builder_line(p, keep, ROLE_PROMPT, words_of(WORD_YOUR_LANGUAGE));
    prompts_two_boxes(p, keep, words_of(WORD_KHMER), words_of(WORD_ENGLISH));
}

static void may_quote(struct builder *p, struct node *root)
{
    struct node *keep = builder_node(p, root, ROLE_KEEP);
    bold(builder_block(p, keep, ROLE_PROMPT, words_of(WORD_MAY_QUOTE)));
    prompts_two_boxes(p, keep, words_of(WORD_YES), words_of(WORD_NO));
}

void form_sheet_write(struct builder *p)
{
    const struct form *form = p->form;
    struct node *root = p->tree->root;
    struct bi title = builder_has(form->title) ? form->title : bi_same(form->id);
    builder_handout(p, title);
    head(p, root, title);
    builder_faults(p, root, form->source->path);
    builder_par(p, root, ROLE_P, form->intro);
    about_you(p, root);
    for (size_t i = 0; i < form->nprompts; i++) prompt(p, root, form, i);
    may_quote(p, root);
}
