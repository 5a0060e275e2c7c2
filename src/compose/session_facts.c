#include "compose/session_facts.h"

#include "compose/calendar.h"
#include "khmer/number.h"

static bool digits_at(struct str s, size_t *at, long *value)
{
    size_t from = *at;
    for (*value = 0; *at < s.n && s.s[*at] >= '0' && s.s[*at] <= '9' && *at - from < 6; ++*at)
        *value = *value * 10 + (s.s[*at] - '0');
    return *at > from;
}

struct bi session_facts_number(struct builder *p, struct str id)
{
    size_t at = 1;
    long day, number;
    bool plain = id.n > 3 && (id.s[0] | 32) == 'd' && digits_at(id, &at, &day) && at < id.n &&
                 (id.s[at++] | 32) == 's' && digits_at(id, &at, &number) && at == id.n;
    if (!plain) return bi_same(id);
    struct str latin = str_fmt(p->a, "%ld.%ld", day, number);
    return (struct bi){.t = {number_khmer_digits(p->a, latin), latin}};
}

struct bi session_facts_heading(struct builder *p, const struct session *s, struct str id,
                                struct bi own_title)
{
    struct bi title = own_title, number = session_facts_number(p, id);
    for (int l = 0; l < LANG_N && s; l++)
        if (!title.t[l].n) title.t[l] = s->title.t[l], title.at[l] = s->title.at[l];
    if (!builder_has(title)) return number;
    for (int l = 0; l < LANG_N; l++)
        if (!title.t[l].n) number.t[l] = STR("");
    return builder_join(p, number, " ", title);
}

/* Speakers as typed are parted by ';'. */
static struct bi speakers(struct builder *p, const struct session *s)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++) {
        struct str rest = s->speakers.t[l], part;
        struct buf b = BUF(p->a);
        while (str_cut(&rest, ';', &part)) {
            part = str_trim(part);
            if (b.n && part.n) buf_put(&b, "; ");
            buf_add(&b, part);
        }
        all.t[l] = buf_str(&b);
        all.at[l] = s->speakers.at[l];
    }
    return builder_filled(all);
}

static struct bi front_speakers(struct builder *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l])
            all.t[l] = str_join(p->a, note->doc[l]->front.speakers, note->doc[l]->front.nspeakers, STR("; "));
    return builder_filled(all);
}

static struct bi front_rapporteur(const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l]) all.t[l] = note->doc[l]->front.rapporteur;
    return builder_filled(all);
}

/* In the house's form where it can be read, else as typed. */
static struct bi front_date(struct builder *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        struct date d;
        all.t[l] = note->doc[l]->front.date;
        if (date_read(all.t[l], &d.year, &d.month, &d.day)) return calendar_date(p, d);
    }
    return builder_filled(all);
}

/* -- facts -- */

enum { FACTS_MOST = 5 };

struct session_fact {
    enum word label;
    struct bi value, more; /* more: on a line of its own where both are too long for one */
};

/* The day's date; the day itself where the event tells none. */
static struct bi session_date(struct builder *p, const struct session *s, const struct note *note)
{
    const struct event *e = &p->corpus->event;
    bool told = s && s->day > 0;
    if (told && (size_t)s->day <= e->ndates && e->dates[s->day - 1].year)
        return calendar_date(p, e->dates[s->day - 1]);
    if (told) return calendar_day(p, s->day);
    return note ? front_date(p, note) : (struct bi){0};
}

static struct session_fact when(struct builder *p, const struct session *s, const struct note *note)
{
    struct session_fact f = {.label = WORD_WHEN, .value = session_date(p, s, note)};
    struct bi hours = s ? calendar_hours(p, s->start, s->end) : (struct bi){0};
    if (builder_has(hours)) f.more = builder_say(p, WORD_TIME_IS, hours);
    if (builder_has(f.value)) return f;
    f.value = f.more;
    f.more = (struct bi){0};
    return f;
}

static void add_fact(struct session_fact *facts, size_t *n, struct session_fact f)
{
    if (builder_has(f.value)) facts[(*n)++] = f;
}

static size_t facts_of(struct builder *p, const struct session *s, const struct note *note,
                       struct session_fact facts[FACTS_MOST])
{
    size_t n = 0;
    struct bi none = {0}, who = s ? speakers(p, s) : none, noted = s ? bi_typed(s->rapporteur) : none;
    if (!builder_has(who) && note) who = front_speakers(p, note);
    if (!builder_has(noted) && note) noted = front_rapporteur(note);
    enum word where = s && s->type == SESSION_VISIT ? WORD_PLACE : WORD_ROOM; /* a school is no room */
    add_fact(facts, &n, when(p, s, note));
    add_fact(facts, &n, (struct session_fact){where, s ? bi_typed(s->room) : none, none});
    add_fact(facts, &n, (struct session_fact){WORD_SPEAKERS, who, none});
    add_fact(facts, &n, (struct session_fact){WORD_CHAIR, s ? bi_typed(s->chair) : none, none});
    add_fact(facts, &n, (struct session_fact){WORD_RAPPORTEUR, noted, none});
    return n;
}

static void add_text(struct builder *p, struct node *n, struct bi text, enum lang l)
{
    enum lang used = l;
    struct str said = bi_get(text, l, &used);
    if (!said.n) return;
    if (n->spans.n) node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
    node_text(p->a, n, said, used, text.at[used]);
}

void session_facts_list(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note, enum lang l)
{
    struct session_fact facts[FACTS_MOST];
    struct place at = s ? s->place : (struct place){0};
    size_t n = facts_of(p, s, note, facts);
    struct node *list = n ? node_new(p->a, parent, ROLE_FACTS, l, at) : NULL;
    for (size_t i = 0; i < n; i++) {
        struct node *fact = node_new(p->a, list, ROLE_FACT, l, at);
        fact->label = words_in(facts[i].label, l);
        add_text(p, fact, facts[i].value, l);
        add_text(p, fact, facts[i].more, l);
    }
}

void session_facts_lead(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note)
{
    struct session_fact facts[FACTS_MOST];
    if (!facts_of(p, s, note, facts)) return;
    if (!p->both) {
        session_facts_list(p, parent, s, note, p->langs[0]);
        return;
    }
    struct node *sides[LANG_N];
    builder_pair(p, parent, sides);
    for (int l = 0; l < LANG_N; l++) session_facts_list(p, sides[l], s, note, (enum lang)l);
}

const struct note *session_facts_note(const struct corpus *c, struct str id)
{
    for (size_t i = 0; i < c->nnotes && id.n; i++)
        if (c->notes[i].kind == NOTE_SESSION && str_eq_fold(c->notes[i].session, id)) return &c->notes[i];
    return NULL;
}

/* -- the timetable -- */

struct timetable {
    struct builder *p;
    struct node *table;
    int day;
    bool alone;
    const bool *changed; /* by session; NULL: none */
};

static struct bi mark_changed(struct timetable *t, const struct session *s, struct bi text)
{
    if (!t->changed || !t->changed[s - t->p->corpus->sessions]) return text;
    return builder_join(t->p, bi_same(STR("◆")), "", text);
}

static void link_spans(struct timetable *t, struct node *cell, const struct session *s)
{
    const struct note *n = t->alone ? NULL : session_facts_note(t->p->corpus, s->id);
    if (!n) return;
    struct str href = str_fmt(t->p->a, "#%.*s", STR_ARGS(n->stem));
    for (size_t i = 0; i < cell->spans.n; i++)
        if (cell->spans.at[i].kind == SPAN_TEXT) cell->spans.at[i].href = href;
}

static void text_cell(struct builder *p, struct node *row, struct bi text, enum lang l)
{
    struct node *c = node_new(p->a, row, ROLE_CELL, l, text.at[l]);
    if (text.t[l].n) node_text(p->a, c, text.t[l], l, text.at[l]);
}

/* Number and title; under them who speaks, and where. A break in one line. */
static void session_cell(struct timetable *t, struct node *row, const struct session *s, enum lang l)
{
    struct builder *p = t->p;
    struct bi title = builder_filled(builder_has(s->title) ? s->title : bi_same(s->id));
    struct bi where = builder_join(p, speakers(p, s), " · ", bi_typed(s->room));
    bool rest = s->type == SESSION_BREAK;
    title = rest ? builder_join(p, title, " – ", where)
                 : builder_join(p, session_facts_number(p, s->id), " ", title);
    title = mark_changed(t, s, title);
    struct node *c = node_new(p->a, row, ROLE_CELL, l, s->title.at[l]);
    struct span *name = node_text(p->a, c, title.t[l], l, s->title.at[l]);
    if (rest) return;
    name->style = SPAN_STRONG;
    link_spans(t, c, s);
    if (!where.t[l].n) return;
    node_text(p->a, c, STR(""), LANG_NONE, c->place)->kind = SPAN_BREAK;
    node_text(p->a, c, where.t[l], l, s->speakers.at[l]);
}

/* Both languages: each with its own hours. */
static void both_row(struct timetable *t, const struct session *s)
{
    struct builder *p = t->p;
    struct node *row = builder_row(p, t->table, false);
    row->place = s->place;
    row->quiet = s->type == SESSION_BREAK;
    for (size_t i = 0; i < p->nlangs; i++) {
        text_cell(p, row, calendar_hours(p, s->start, s->end), p->langs[i]);
        session_cell(t, row, s, p->langs[i]);
    }
}

static void one_row(struct timetable *t, const struct session *s)
{
    struct builder *p = t->p;
    struct node *row = builder_row(p, t->table, false);
    row->place = s->place;
    row->quiet = s->type == SESSION_BREAK;
    builder_cell(p, row, calendar_hours(p, s->start, s->end));
    builder_cell(p, row, row->quiet ? (struct bi){0} : mark_changed(t, s, session_facts_number(p, s->id)));
    link_spans(t, builder_cell(p, row, builder_has(s->title) ? s->title : bi_same(s->id)), s);
    builder_cell(p, row, speakers(p, s));
    builder_cell(p, row, bi_typed(s->room));
}

static void table_head(struct timetable *t)
{
    static const enum word heads[] = {WORD_TIME, WORD_SESSION, WORD_TITLE, WORD_SPEAKERS, WORD_ROOM};
    struct builder *p = t->p;
    struct bi day = calendar_day_date(p, t->day);
    struct node *row = builder_row(p, t->table, true);
    for (size_t i = 0; i < sizeof heads / sizeof *heads && !p->both; i++)
        builder_cell(p, row, t->alone && heads[i] == WORD_TITLE ? day : words_of(heads[i]));
    for (size_t i = 0; i < p->nlangs && p->both; i++) {
        text_cell(p, row, words_of(WORD_TIME), p->langs[i]);
        text_cell(p, row, t->alone ? day : words_of(WORD_SESSION), p->langs[i]);
    }
}

void session_facts_table(struct builder *p, struct node *parent, int day, bool alone, const bool *changed)
{
    struct timetable t = {.p = p, .day = day, .alone = alone, .changed = changed};
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (s->day != day) continue;
        if (!t.table) {
            t.table = builder_table(p, parent, p->both ? 4 : 5);
            if (p->both) t.table->columns[2].heads_row = true; /* hours again */
            table_head(&t);
        }
        if (p->both)
            both_row(&t, s);
        else
            one_row(&t, s);
    }
}
