#include "compose/calendar.h"
#include "compose/documents.h"
#include "compose/handout/programme_changes.h"
#include "compose/session_facts.h"

/* Rows close up before type becomes smaller. */
void programme_write(struct pen *p, int less)
{
    const struct event *e = &p->corpus->event;
    struct node *root = p->tree->root;
    book_handout(p, words_of(WORD_PROGRAMME));
    p->tree->fit_pages = 1;
    p->tree->type = less ? TYPE_CLOSE : TYPE_PAGE;
    p->tree->shorter = !less;
    struct sheet *s = &p->tree->sheet;
    s->inside = s->outside = PEN_MM(14);
    s->top = PEN_MM(13);
    s->bottom = PEN_MM(23);
    pen_block(p, root, ROLE_TITLE, e->title);
    struct bi facts = pen_join(p, when_dates(p), " · ", e->venue);
    if (!e->programme_as_of.year)
        facts = pen_join(p, words_of(WORD_PROGRAMME), " · ", facts);
    else
        facts = pen_join(p, facts, " · ", pen_say(p, WORD_AS_OF, when_date(p, e->programme_as_of)));
    pen_par(p, root, ROLE_LEAD, facts);
    pen_faults(p, root, STR("programme.csv"));
    const bool *changed = change_find(p);
    int last = 0;
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        int day = p->corpus->sessions[i].day;
        if (i && day == last) continue;
        last = day;
        session_table(p, root, day, true, changed);
    }
    change_list(p, root);
}
