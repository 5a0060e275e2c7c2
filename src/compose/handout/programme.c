#include "compose/handout/programme.h"

#include "compose/calendar.h"
#include "compose/handout/handout_head.h"
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

static void fact(struct builder *p, struct node *parent, enum role role, struct bi said)
{
    if (!builder_has(said)) return;
    builder_par(p, parent, role, said);
    parent->last->wide = true; /* as the timetable is */
}

/* When, of which date, where: a line each; the place, which may take more, ends them. */
static void facts(struct builder *p, struct node *parent)
{
    const struct event *e = &p->corpus->event;
    fact(p, parent, ROLE_DETAIL, calendar_dates(p));
    if (e->programme_as_of.year)
        fact(p, parent, ROLE_DETAIL, builder_say(p, WORD_AS_OF, calendar_date(p, e->programme_as_of)));
    fact(p, parent, ROLE_DETAIL, e->venue);
}

static void opening(struct builder *p, struct node *parent)
{
    handout_head(p, parent, ROLE_TITLE, words_of(WORD_PROGRAMME), NULL);
    fact(p, parent, ROLE_LEAD, p->corpus->event.host);
    facts(p, parent);
    builder_faults(p, parent, STR("programme."));
}

static const struct session *day_after(struct builder *p, const struct session *day)
{
    return programme_table_day(p->corpus, day);
}

static struct node *new_part(struct builder *p, bool breaks)
{
    bool first = !p->tree->root->first;
    struct node *part = builder_node(p, p->tree->root, ROLE_SECT);
    part->breaks = breaks && !first;
    return part;
}

/* What the mark means, where the day has some: the mark once, what it means in each language behind it. */
static void mark_explained(struct builder *p, struct node *part, int day, const bool *changed)
{
    const struct corpus *c = p->corpus;
    enum lang first = p->langs[0];
    bool any = false;
    for (size_t i = 0; changed && i < c->nsessions; i++) any |= c->sessions[i].day == day && changed[i];
    if (!any) return;
    struct bi said = builder_say(p, WORD_CHANGE_MARK, calendar_date(p, c->before_of));
    said.t[first] = str_fmt(p->a, "%s %.*s", PROGRAMME_TABLE_MARK, STR_ARGS(said.t[first]));
    builder_line(p, part, ROLE_DETAIL, said);
}

/* told: what the mark means stands elsewhere on the side. */
static void day_put(struct builder *p, struct node *part, const struct session *first, const bool *changed,
                    bool told)
{
    builder_line(p, part, ROLE_H2, calendar_day_date(p, first->day));
    if (!told) mark_explained(p, part, first->day, changed);
    programme_table_write(p, part, first->day, false, changed);
}

/* A day in one language: the last one with what changed. */
static void side_put(struct builder *p, const struct session *first, enum lang lang, const bool *changed)
{
    struct node *side = new_part(p, true);
    bool last = !day_after(p, first);
    side->lang = p->langs[0] = lang;
    if (first == p->corpus->sessions) opening(p, side);
    day_put(p, side, first, changed, last);
    if (last) programme_changes_list(p, side);
}

static void apart(struct builder *p, const bool *changed)
{
    struct builder all = *p;
    p->nlangs = 1;
    p->both = false;
    for (size_t i = 0; i < all.nlangs; i++)
        for (const struct session *s = day_after(p, NULL); s; s = day_after(p, s))
            side_put(p, s, all.langs[i], changed);
    memcpy(p->langs, all.langs, sizeof all.langs);
    p->nlangs = all.nlangs;
    p->both = all.both;
}

static void beside(struct builder *p, const bool *changed)
{
    struct node *root = p->tree->root;
    bool breaks = p->less >= PROGRAMME_DAY_A_SIDE && p->less < PROGRAMME_DAYS_FLOW;
    opening(p, root);
    for (const struct session *s = day_after(p, NULL); s; s = day_after(p, s))
        day_put(p, new_part(p, breaks && s != p->corpus->sessions), s, changed, false);
    programme_changes_list(p, root);
}

/* On the pages that a booklet has left. */
static void room_for_notes(struct builder *p)
{
    enum { LEFT = 3 };
    for (int i = 0; i < LEFT; i++) {
        struct node *side = builder_node(p, p->tree->root, ROLE_SECT);
        side->spare = true;
        builder_line(p, side, ROLE_H2, words_of(WORD_OWN_NOTES))->quiet = true;
        builder_node(p, side, ROLE_LINES);
    }
}

void programme_write(struct builder *p)
{
    builder_handout(p, words_of(WORD_PROGRAMME));
    const bool *changed = programme_changes_find(p);
    if (p->less == PROGRAMME_APART || p->less == PROGRAMME_APART_CLOSE)
        apart(p, changed);
    else
        beside(p, changed);
    room_for_notes(p);
}
