#include "compose/calendar.h"
#include "compose/documents.h"
#include "compose/handout/programme_changes.h"
#include "compose/session_facts.h"

/* Rows close up before type becomes smaller. */
void programme_write(struct builder *p, int less)
{
    const struct event *e = &p->corpus->event;
    struct node *root = p->tree->root;
    documents_handout(p, words_of(WORD_PROGRAMME));
    p->tree->fit_pages = 1;
    p->tree->type = less ? TYPE_CLOSE : TYPE_PAGE;
    p->tree->shorter = !less;
    struct sheet *s = &p->tree->sheet;
    s->inside = s->outside = BUILDER_MM(14);
    s->top = BUILDER_MM(13);
    s->bottom = BUILDER_MM(23);
    builder_block(p, root, ROLE_TITLE, e->title);
    struct bi facts = builder_join(p, calendar_dates(p), " · ", e->venue);
    if (!e->programme_as_of.year)
        facts = builder_join(p, words_of(WORD_PROGRAMME), " · ", facts);
    else
        facts =
            builder_join(p, facts, " · ", builder_say(p, WORD_AS_OF, calendar_date(p, e->programme_as_of)));
    builder_par(p, root, ROLE_LEAD, facts);
    builder_faults(p, root, STR("programme.csv"));
    const bool *changed = programme_changes_find(p);
    int last = 0;
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        int day = p->corpus->sessions[i].day;
        if (i && day == last) continue;
        last = day;
        session_facts_table(p, root, day, true, changed);
    }
    programme_changes_list(p, root);
}
