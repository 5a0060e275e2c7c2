#include "compose/programme/programme_table.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"

struct timetable {
    struct builder *p;
    struct node *table;
    bool leads, hours, rooms; /* rooms: have a column of their own */
    const bool *changed;
};

const struct session *programme_table_day(const struct corpus *c, const struct session *after)
{
    size_t i = after ? (size_t)(after - c->sessions) + 1 : 0;
    while (i < c->nsessions && after && c->sessions[i].day == after->day) i++;
    return i < c->nsessions ? &c->sessions[i] : NULL;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static struct bi mark_changed(const struct timetable *t, const struct session *s, struct bi text)
{
    if (!t->changed || !t->changed[s - t->p->corpus->sessions]) return text;
    return builder_join(t->p, text, NO_BREAK, bi_same(STR(PROGRAMME_TABLE_MARK)));
}

static void link_title(const struct timetable *t, struct span *title, const struct session *s)
{
    const struct note *n = t->leads ? session_facts_note(t->p->corpus, s->id) : NULL;
    if (n) title->href = str_fmt(t->p->a, "#%.*s", STR_ARGS(n->stem));
}

static void line_of(struct builder *p, struct node *cell, struct bi text, enum lang l)
{
    if (!text.t[l].n) return;
    if (cell->spans.n) node_text(p->a, cell, STR(""), LANG_NONE, cell->place)->kind = SPAN_BREAK;
    node_text(p->a, cell, text.t[l], l, text.at[l]);
}

static struct bi room_of(const struct timetable *t, const struct session *s)
{
    return t->rooms ? (struct bi){0} : bi_typed(s->room);
}

/* A break in one line: what it is, and where; in a handout parted as a session's room and speakers are. */
static void rest_cell(struct timetable *t, struct node *row, const struct session *s, enum lang l)
{
    struct builder *p = t->p;
    struct bi said = builder_join(p, builder_filled(s->title), t->leads ? " – " : " · ", room_of(t, s));
    struct node *c = node_new(p->a, row, ROLE_CELL, l, s->title.at[l]);
    line_of(p, c, said, l);
}

/* Number and title; under them where, and who speaks: the place is short, and no line's end parts it. */
static void session_cell(struct timetable *t, struct node *row, const struct session *s, enum lang l)
{
    struct builder *p = t->p;
    struct bi title = builder_has(s->title) ? builder_filled(s->title) : bi_same(STR(""));
    title = mark_changed(t, s, builder_join(p, session_facts_number(p, s->id), " ", title));
    struct node *c = node_new(p->a, row, ROLE_CELL, l, s->title.at[l]);
    line_of(p, c, title, l);
    if (c->spans.n) {
        c->spans.at[0].style = SPAN_STRONG;
        link_title(t, &c->spans.at[0], s);
    }
    line_of(p, c, builder_join(p, builder_filled(room_of(t, s)), " · ", session_facts_speakers(p, s)), l);
}

/* -- rows ------------------------------------------------------------------------------------------------ */

/* Of two languages once, as all numbers that stand alone: breaks and sessions are found in one column. A side
 * in one language has its digits. */
static void hours_cell(const struct timetable *t, struct node *row, const struct session *s)
{
    const struct builder *p = t->p;
    enum lang digits = p->nlangs == 1 ? p->langs[0] : tree_numerals(p->tree);
    builder_cell_in(t->p, row, calendar_hours(t->p, s->start, s->end), digits);
}

static void session_row(struct timetable *t, const struct session *s)
{
    struct builder *p = t->p;
    struct node *row = builder_row(p, t->table, false);
    row->place = s->place;
    row->quiet = row->band = s->type == SESSION_BREAK;
    if (t->hours) hours_cell(t, row, s);
    for (size_t i = 0; i < p->nlangs; i++) {
        if (row->quiet)
            rest_cell(t, row, s, p->langs[i]);
        else
            session_cell(t, row, s, p->langs[i]);
    }
    if (t->rooms) builder_cell(p, row, bi_typed(s->room));
}

static void head_row(struct timetable *t)
{
    struct builder *p = t->p;
    struct node *row = builder_row(p, t->table, true);
    if (t->hours) builder_line(p, row, ROLE_CELL, words_of(WORD_TIME));
    builder_cell_each(p, row, words_of(WORD_SESSION));
    if (t->rooms) builder_cell(p, row, words_of(WORD_ROOM));
}

/* Columns that no session of the day would fill are left out. */
static struct timetable timetable_of(struct builder *p, struct node *parent, int day, const bool *changed)
{
    const struct corpus *c = p->corpus;
    struct timetable t = {.p = p, .changed = changed};
    for (size_t i = 0; i < c->nsessions; i++) {
        if (c->sessions[i].day != day) continue;
        t.hours |= c->sessions[i].start >= 0;
        t.rooms |= c->sessions[i].room.n && p->nlangs == 1;
    }
    t.table = builder_table(p, parent, (size_t)t.hours + p->nlangs + (size_t)t.rooms);
    t.table->wide = true;
    if (t.hours) t.table->columns[0].whole = t.table->columns[0].alike = true;
    if (t.rooms) t.table->columns[t.table->ncolumns - 1].alike = true;
    return t;
}

/* Over the head where a long day goes on overleaf. */
static struct spans day_goes_on(struct builder *p, int day)
{
    struct bi said = builder_join(p, calendar_day_date(p, day), " ",
                                  builder_say(p, WORD_IN_BRACKETS, words_of(WORD_GOES_ON)));
    return builder_line(p, builder_node(p, NULL, ROLE_P), ROLE_P, said)->spans;
}

void programme_table_write(struct builder *p, struct node *parent, int day, bool leads, const bool *changed)
{
    struct timetable t = timetable_of(p, parent, day, changed);
    t.leads = leads;
    t.table->whole = leads;
    if (t.rooms) t.table->columns[t.table->ncolumns - 1].shorter = !leads; /* a report's has the room */
    t.table->low = day_goes_on(p, day);
    head_row(&t);
    for (size_t i = 0; i < p->corpus->nsessions; i++)
        if (p->corpus->sessions[i].day == day) session_row(&t, &p->corpus->sessions[i]);
}
