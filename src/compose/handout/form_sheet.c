#include "compose/handout/form_sheet.h"

#include "compose/form_results.h"
#include "compose/handout/handout_head.h"
#include "compose/prompts.h"

enum { LEAST_LINES = 3 };

/* A prompt; its blank follows. */
static struct node *question(struct builder *p, struct node *root, struct bi asked)
{
    struct node *q = builder_node(p, root, ROLE_QUESTION);
    builder_block(p, q, ROLE_PROMPT, asked);
    return q;
}

static void two_boxes(struct builder *p, struct node *q, enum word a, enum word b)
{
    prompts_two_boxes(p, q, words_of(a), words_of(b));
}

/* A third of the lines is given up where that spares a page. */
static int fewer(int lines)
{
    int n = lines - lines / 3;
    return lines > LEAST_LINES && n < LEAST_LINES ? LEAST_LINES : n;
}

static void prompt(struct builder *p, struct node *root, const struct form *form, size_t i)
{
    struct bi asked = form_results_prompt(p, form, i);
    struct node *q = question(p, root, prompts_asked(p, &form->prompts[i], asked));
    q->place = form->prompts[i].place;
    prompts_type(&form->prompts[i])->blank(p, q, &form->prompts[i]);
    if (q->last->role == ROLE_LINES && form_sheet_fewer_lines(p->less))
        q->last->count = fewer(q->last->count);
}

static void field(struct builder *p, struct node *fields, enum word w)
{
    builder_block(p, fields, ROLE_FIELD, words_of(w));
}

/* Sheets of it were typed, and none of them tells a session. */
static bool of_the_event(const struct form *form)
{
    return form->nreplies > form->nonline && !form->of_sessions;
}

/* Who writes; beside that what is filled in at the desk. */
static void head(struct builder *p, struct node *root, struct bi title)
{
    struct node *top = handout_head(p, root, ROLE_TITLE, title, NULL);
    builder_block(p, top, ROLE_LEAD, p->form->intro);
    builder_faults(p, root, p->form->source->path);
    struct node *fields = builder_node(p, root, ROLE_FIELDS);
    field(p, fields, of_the_event(p->form) ? WORD_YOUR_ROLE : WORD_SESSION);
    field(p, fields, WORD_FORM_NUMBER);
    fields->last->quiet = true;
    if (!of_the_event(p->form)) field(p, builder_node(p, root, ROLE_FIELDS), WORD_YOUR_ROLE);
    if (p->corpus->event.nlangs < 2) return;
    struct node *q = builder_node(p, root, ROLE_QUESTION);
    builder_block(p, q, ROLE_PROMPT, words_of(WORD_YOUR_LANGUAGE));
    two_boxes(p, q, WORD_KHMER, WORD_ENGLISH);
}

void form_sheet_write(struct builder *p)
{
    struct bi title = form_results_title(p->form);
    struct node *root = p->tree->root;
    builder_handout(p, title);
    p->tree->to_fill = words_of(WORD_FORM_NUMBER);
    head(p, root, title);
    for (size_t i = 0; i < p->form->nprompts; i++) prompt(p, root, p->form, i);
    two_boxes(p, question(p, root, words_of(WORD_MAY_QUOTE)), WORD_YES, WORD_NO);
}

/* -- versions -- */

bool form_sheet_fewer_lines(int less)
{
    return less < FORM_SHEET_AS_ASKED && less % FORM_SHEET_WAYS == FORM_SHEET_FEWER_LINES;
}

int form_sheet_shorter(const struct corpus *c)
{
    return c->nforms ? FORM_SHEET_AS_ASKED : 0;
}
