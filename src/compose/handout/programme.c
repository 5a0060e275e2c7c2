#include "compose/handout/programme.h"

#include "compose/calendar.h"
#include "compose/programme/programme_changes.h"
#include "compose/programme/programme_table.h"

int programme_days(const struct corpus *c)
{
    int n = 0;
    for (const struct session *s = NULL; (s = programme_table_day(c, s)) != NULL;) n++;
    return n;
}

int programme_shorter(const struct corpus *c)
{
    return c->nsessions ? PROGRAMME_DAYS_FLOW : 0;
}

/* When, where, of which date; what it is, unless the title says that. */
static void facts(struct builder *p, struct node *root, bool titled)
{
    const struct event *e = &p->corpus->event;
    struct bi said = builder_join(p, calendar_dates(p), " · ", e->venue);
    struct bi as_of = builder_say(p, WORD_AS_OF, calendar_date(p, e->programme_as_of));
    if (e->programme_as_of.year)
        said = builder_join(p, said, " · ", as_of);
    else if (titled)
        said = builder_join(p, words_of(WORD_PROGRAMME), " · ", said);
    builder_par(p, root, ROLE_LEAD, said);
}

static void day_part(struct builder *p, const struct session *first, const bool *changed)
{
    struct node *part = builder_node(p, p->tree->root, ROLE_SECT);
    bool begins = p->less >= PROGRAMME_DAY_A_SIDE && p->less < PROGRAMME_DAYS_FLOW;
    part->breaks = begins && first != p->corpus->sessions;
    builder_line(p, part, ROLE_H2, calendar_day_date(p, first->day));
    programme_table_write(p, part, first->day, false, changed);
}

void programme_write(struct builder *p)
{
    struct node *root = p->tree->root;
    struct bi title = p->corpus->event.title;
    bool titled = builder_has(title);
    builder_handout(p, words_of(WORD_PROGRAMME));
    builder_block(p, root, ROLE_TITLE, titled ? title : words_of(WORD_PROGRAMME));
    facts(p, root, titled);
    builder_faults(p, root, STR("programme."));
    const bool *changed = programme_changes_find(p);
    for (const struct session *s = NULL; (s = programme_table_day(p->corpus, s)) != NULL;)
        day_part(p, s, changed);
    programme_changes_list(p, root);
}
