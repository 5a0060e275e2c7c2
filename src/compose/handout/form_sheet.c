#include "compose/handout/form_sheet.h"

#include "compose/form_results.h"

enum { BLANK_LINES = 4, BLANK_POINTS = 5 }; /* where the form tells none */

static struct node *option(struct builder *p, struct node *options, struct bi text, struct place place)
{
    struct node *n = builder_block(p, options, ROLE_OPTION, text);
    if (n) n->place = place;
    return n;
}

static void two_boxes(struct builder *p, struct node *parent, struct bi a, struct bi b)
{
    struct node *options = builder_node(p, parent, ROLE_OPTIONS);
    option(p, options, a, (struct place){0});
    option(p, options, b, (struct place){0});
}

static void choices(struct builder *p, struct node *parent, const struct prompt *q)
{
    if (!q->noptions) return;
    struct node *options = builder_node(p, parent, ROLE_OPTIONS);
    for (size_t i = 0; i < q->noptions; i++) {
        const struct option *o = &q->options[i];
        option(p, options, builder_has(o->text) ? o->text : bi_same(o->id), o->place);
    }
    if (!options->first) option(p, options, bi_same(STR("–")), q->place);
}

static struct spans end_spans(struct builder *p, struct bi text)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    builder_spans(p, holder, text);
    return holder->spans;
}

static void scale(struct builder *p, struct node *parent, const struct prompt *q)
{
    struct node *n = builder_node(p, parent, ROLE_SCALE);
    n->place = q->place;
    n->count = q->points > 1 ? q->points : BLANK_POINTS;
    n->low = end_spans(p, q->low);
    n->high = end_spans(p, q->high);
}

static void lines(struct builder *p, struct node *parent, int count)
{
    builder_node(p, parent, ROLE_LINES)->count = count;
}

/* Writers often tell in brackets that several may be ticked. */
static bool says_how(struct bi text)
{
    return str_find(text.t[LANG_KM], STR("("), 0) != SIZE_MAX ||
           str_find(text.t[LANG_EN], STR("("), 0) != SIZE_MAX;
}

static void answer_space(struct builder *p, struct node *keep, const struct prompt *q)
{
    switch (q->type) {
    case PROMPT_OPEN: lines(p, keep, q->lines > 0 ? q->lines : BLANK_LINES); break;
    case PROMPT_CHOICES:
        if (!says_how(q->text)) builder_block(p, keep, ROLE_SMALL, words_of(WORD_SEVERAL));
        choices(p, keep, q);
        break;
    case PROMPT_CHOICE: choices(p, keep, q); break;
    case PROMPT_SCALE: scale(p, keep, q); break;
    case PROMPT_YESNO: two_boxes(p, keep, words_of(WORD_YES), words_of(WORD_NO)); break;
    }
}

static void bold(struct node *n)
{
    for (size_t i = 0; i < n->spans.n; i++) n->spans.at[i].style |= SPAN_STRONG;
}

static void prompt(struct builder *p, struct node *root, const struct form *form, size_t i)
{
    struct node *keep = builder_node(p, root, ROLE_KEEP);
    keep->place = form->prompts[i].place;
    bold(builder_block(p, keep, ROLE_P, form_results_prompt(p, form, i)));
    answer_space(p, keep, &form->prompts[i]);
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
    builder_line(p, keep, ROLE_P, words_of(WORD_YOUR_LANGUAGE));
    two_boxes(p, keep, words_of(WORD_KHMER), words_of(WORD_ENGLISH));
}

static void may_quote(struct builder *p, struct node *root)
{
    struct node *keep = builder_node(p, root, ROLE_KEEP);
    bold(builder_block(p, keep, ROLE_P, words_of(WORD_MAY_QUOTE)));
    two_boxes(p, keep, words_of(WORD_YES), words_of(WORD_NO));
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
