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

static void add_line(struct builder *p, struct bi *all, struct bi more)
{
    *all = builder_join(p, *all, "\n", more);
}

static struct bi labelled(struct builder *p, enum word w, struct bi what)
{
    return builder_has(what) ? builder_say(p, w, what) : (struct bi){0};
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

/* Each line of the text a span of its own. */
static void lead_node(struct builder *p, struct node *parent, struct bi text, enum lang l, struct place at)
{
    struct node *n = node_new(p->a, parent, ROLE_LEAD, l, at);
    struct str rest = text.t[l], line;
    while (str_cut(&rest, '\n', &line)) {
        if (n->spans.n) node_text(p->a, n, STR(""), LANG_NONE, at)->kind = SPAN_BREAK;
        node_text(p->a, n, line, l, at);
    }
}

/* When and where. */
static struct bi first_line(struct builder *p, const struct session *s, const struct note *note)
{
    struct bi all = s && s->day > 0 ? calendar_day_date(p, s->day) : (struct bi){0};
    if (!builder_has(all) && note) all = front_date(p, note);
    if (!s) return all;
    all = builder_join(p, all, " · ", labelled(p, WORD_TIME_IS, calendar_hours(p, s->start, s->end)));
    enum word where = s->type == SESSION_VISIT ? WORD_PLACE_IS : WORD_ROOM_IS; /* a school is no room */
    all = builder_join(p, all, " · ", labelled(p, where, bi_typed(s->room)));
    return s->type == SESSION_VISIT ? builder_join(p, words_of(WORD_VISIT), " · ", all) : all;
}

static struct bi lead_text(struct builder *p, const struct session *s, const struct note *note)
{
    struct bi none = {0}, all = first_line(p, s, note);
    struct bi who = s ? speakers(p, s) : none, noted = s ? bi_typed(s->rapporteur) : none;
    if (!builder_has(who) && note) who = front_speakers(p, note);
    if (!builder_has(noted) && note) noted = front_rapporteur(note);
    add_line(p, &all, labelled(p, WORD_SPEAKERS_ARE, who));
    if (s) add_line(p, &all, labelled(p, WORD_CHAIR_IS, bi_typed(s->chair)));
    add_line(p, &all, labelled(p, WORD_RAPPORTEUR_IS, noted));
    return all;
}

void session_facts_lead(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note)
{
    struct bi all = lead_text(p, s, note);
    struct place at = s ? s->place : (struct place){0};
    if (!builder_has(all)) return;
    if (!p->both) {
        lead_node(p, parent, all, p->langs[0], at);
        return;
    }
    struct node *sides[LANG_N];
    builder_pair(p, parent, sides);
    for (int l = 0; l < LANG_N; l++) lead_node(p, sides[l], all, (enum lang)l, at);
}

static bool shows(const struct node *n, const struct picture *picture)
{
    if (n->picture && str_eq(n->picture->path, picture->path)) return true;
    for (size_t i = 0; i < n->spans.n; i++)
        if (n->spans.at[i].picture && str_eq(n->spans.at[i].picture->path, picture->path)) return true;
    return false;
}

/* The node under root that shows a picture; or NULL. */
static struct node *shown_at(struct node *root, const struct picture *picture)
{
    for (struct node *n = root; n;) {
        if (shows(n, picture)) return n;
        struct node *next = n->first;
        for (; !next && n && n != root; n = n->parent) next = n->next;
        n = next;
    }
    return NULL;
}

/* A note's own figure gets what the photographs' table tells of it, where the note tells nothing. */
static void tell_figure(struct builder *p, struct node *f, const struct picture *picture)
{
    if (f->role != ROLE_FIGURE) return;
    bool caption = false, credit = false;
    for (const struct node *n = f->first; n; n = n->next) {
        caption = caption || n->role == ROLE_CAPTION;
        credit = credit || n->role == ROLE_CREDIT;
    }
    struct bi said = bi_texts(picture->caption, picture->caption_place);
    if (!caption && !credit) builder_block(p, f, ROLE_CAPTION, said);
    if (!credit && picture->credit.n)
        builder_block(p, f, ROLE_CREDIT, builder_say(p, WORD_CREDIT, bi_typed(picture->credit)));
    for (int l = 0; l < LANG_N; l++)
        if (!f->alt[l].n) f->alt[l] = picture->alt[l];
}

void session_facts_photos(struct builder *p, struct node *parent, struct str id)
{
    const struct corpus *c = p->corpus;
    struct node *grid = NULL;
    for (size_t i = 0; i < c->nphotos; i++) {
        if (!id.n || !str_eq_fold(c->photos[i].session, id)) continue;
        struct node *shown = shown_at(parent, c->photos[i].picture);
        if (shown) {
            tell_figure(p, shown, c->photos[i].picture);
            continue;
        }
        if (!grid) {
            grid = builder_node(p, parent, ROLE_GRID);
            grid->count = 2;
        }
        builder_figure(p, grid, c->photos[i].picture, (struct bi){0});
    }
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
