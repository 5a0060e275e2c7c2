#include "compose/handout/programme.h"

#include "compose/calendar.h"
#include "compose/handout/programme_changes.h"
#include "compose/session_facts.h"

void programme_write(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct node *root = p->tree->root;
    builder_handout(p, words_of(WORD_PROGRAMME));
    builder_block(p, root, ROLE_TITLE, e->title);
    struct bi facts = builder_join(p, calendar_dates(p), " · ", e->venue);
    if (!e->programme_as_of.year)
        facts = builder_join(p, words_of(WORD_PROGRAMME), " · ", facts);
    else
        facts =
            builder_join(p, facts, " · ", builder_say(p, WORD_AS_OF, calendar_date(p, e->programme_as_of)));
    builder_par(p, root, ROLE_LEAD, facts);
    builder_faults(p, root, STR("programme."));
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
