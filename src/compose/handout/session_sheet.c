#include "compose/handout/session_sheet.h"

#include "compose/session_facts.h"

static void documents(struct builder *p, struct node *sect, const struct session *s)
{
    struct node *list = NULL;
    for (size_t i = 0; i < p->corpus->ndocuments; i++) {
        const struct handed_in *d = &p->corpus->documents[i];
        struct bi title = builder_has(d->title) ? d->title : bi_same(d->file);
        if (!str_eq_fold(d->session, s->id) || !builder_has(title)) continue;
        if (!list) {
            builder_line(p, sect, ROLE_PROMPT, words_of(WORD_SESSION_DOCUMENTS));
            list = builder_node(p, sect, ROLE_LIST);
        }
        struct node *item = builder_node(p, list, ROLE_ITEM);
        item->place = d->place;
        item->label = STR("•");
        if (!d->is_received) title = builder_join(p, title, " ", words_of(WORD_NOT_YET_RECEIVED));
        builder_line(p, item, ROLE_SMALL, title);
    }
}

static void page(struct builder *p, const struct session *s)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = s->place;
    sect->breaks = p->tree->root->first != sect;
    struct node *whole = builder_node(p, sect, ROLE_GRID); /* over the whole measure */
    whole->count = 1;
    builder_block(p, whole, ROLE_SMALL, p->corpus->event.title);
    if (!whole->first) builder_drop(whole);
    struct node *h = builder_block(p, sect, ROLE_H1, session_facts_heading(p, s, s->id, (struct bi){0}));
    if (h) builder_anchor(p, h, s->id);
    session_facts_lead(p, sect, s, NULL);
    documents(p, sect, s);
    builder_block(p, sect, ROLE_PROMPT, words_of(WORD_SHEET_PROMPT));
    builder_node(p, sect, ROLE_LINES);
}

void session_sheet_write(struct builder *p)
{
    builder_handout(p, words_of(WORD_SHEETS));
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (s->id.n && s->type != SESSION_BREAK) page(p, s);
    }
}
