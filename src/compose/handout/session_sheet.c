#include "compose/handout/session_sheet.h"

#include "compose/handout/handout_head.h"
#include "compose/session_facts.h"

enum { LINES = 4 /* to write on, for each question */ };

static void documents(struct builder *p, struct node *sect, const struct session *s)
{
    VEC(struct bi) titles = {0};
    for (size_t i = 0; i < p->corpus->ndocuments; i++) {
        const struct handed_in *d = &p->corpus->documents[i];
        struct bi title = builder_has(d->title) ? d->title : bi_same(d->file);
        if (!str_eq_fold(d->session, s->id) || !builder_has(title)) continue;
        title = builder_filled(title);
        if (!d->is_received) title = builder_join(p, title, " ", words_of(WORD_NOT_YET_RECEIVED));
        VEC_ADD(p->a, titles, title);
    }
    session_facts_more(p, sect, WORD_SESSION_DOCUMENTS, titles.at, titles.n);
}

/* As many lines at the least, for each as many; what the page has left is shared among its questions. */
static void question(struct builder *p, struct node *sect, enum word asked)
{
    struct node *q = builder_node(p, sect, ROLE_QUESTION);
    builder_block(p, q, ROLE_PROMPT, words_of(asked));
    builder_node(p, q, ROLE_LINES)->count = LINES;
}

static void page(struct builder *p, const struct session *s)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = s->place;
    sect->breaks = p->tree->root->first != sect;
    struct node *h;
    handout_head(p, sect, ROLE_H1, session_facts_heading(p, s, s->id, (struct bi){0}), &h);
    if (h) builder_anchor(p, h, s->id);
    session_facts_lead(p, sect, s, NULL);
    documents(p, sect, s);
    question(p, sect, WORD_SHEET_MATTERED);
    question(p, sect, WORD_SHEET_ASKED);
}

void session_sheet_write(struct builder *p)
{
    builder_handout(p, words_of(WORD_SHEETS));
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (s->id.n && s->type != SESSION_BREAK) page(p, s);
    }
}
