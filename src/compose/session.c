#include "compose/session.h"

#include "compose/when.h"
#include "khmer/number.h"

static bool digits_at(struct str s, size_t *at, long *value)
{
    size_t from = *at;
    for (*value = 0; *at < s.n && s.s[*at] >= '0' && s.s[*at] <= '9' && *at - from < 6; ++*at)
        *value = *value * 10 + (s.s[*at] - '0');
    return *at > from;
}

struct bi session_number(struct pen *p, struct str id)
{
    size_t at = 1;
    long day, number;
    bool plain = id.n > 3 && (id.s[0] | 32) == 'd' && digits_at(id, &at, &day) && at < id.n &&
                 (id.s[at++] | 32) == 's' && digits_at(id, &at, &number) && at == id.n;
    if (!plain) return pen_same(id);
    struct str latin = str_fmt(p->a, "%ld.%ld", day, number);
    return (struct bi){.t = {number_khmer_digits(p->a, latin), latin}};
}

struct bi session_heading(struct pen *p, const struct session *s, struct str id, struct bi own_title)
{
    struct bi title = own_title, number = session_number(p, id);
    for (int l = 0; l < LANG_N && s; l++)
        if (!title.t[l].n) title.t[l] = s->title.t[l], title.at[l] = s->title.at[l];
    if (!pen_has(title)) return number;
    for (int l = 0; l < LANG_N; l++)
        if (!title.t[l].n) number.t[l] = STR("");
    return pen_join(p, number, " ", title);
}

static void add_line(struct pen *p, struct bi *all, struct bi more)
{
    *all = pen_join(p, *all, "\n", more);
}

static struct bi labelled(struct pen *p, enum word w, struct bi what)
{
    return pen_has(what) ? pen_say(p, w, what) : (struct bi){0};
}

/* Speakers as typed are parted by ';'. */
static struct bi speakers(struct pen *p, const struct session *s)
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
    return pen_filled(all);
}

static struct bi front_speakers(struct pen *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l])
            all.t[l] = str_join(p->a, note->doc[l]->front.speakers, note->doc[l]->front.nspeakers, STR("; "));
    return pen_filled(all);
}

static struct bi front_rapporteur(const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l]) all.t[l] = note->doc[l]->front.rapporteur;
    return pen_filled(all);
}

/* In the house's form where it can be read, else as typed. */
static struct bi front_date(struct pen *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        struct date d;
        all.t[l] = note->doc[l]->front.date;
        if (date_read(all.t[l], &d.year, &d.month, &d.day)) return when_date(p, d);
    }
    return pen_filled(all);
}

/* Each line of the text a span of its own. */
static void lead_node(struct pen *p, struct node *parent, struct bi text, enum lang l, struct place at)
{
    struct node *n = node_new(p->a, parent, ROLE_LEAD, l, at);
    struct str rest = text.t[l], line;
    while (str_cut(&rest, '\n', &line)) {
        if (n->spans.n) node_text(p->a, n, STR(""), LANG_NONE, at)->kind = SPAN_BREAK;
        node_text(p->a, n, line, l, at);
    }
}

/* When and where. */
static struct bi first_line(struct pen *p, const struct session *s, const struct note *note)
{
    struct bi all = s && s->day > 0 ? when_day_date(p, s->day) : (struct bi){0};
    if (!pen_has(all) && note) all = front_date(p, note);
    if (!s) return all;
    all = pen_join(p, all, " · ", labelled(p, WORD_TIME_IS, when_hours(p, s->start, s->end)));
    all = pen_join(p, all, " · ", labelled(p, WORD_ROOM_IS, pen_typed(s->room)));
    return s->type == SESSION_VISIT ? pen_join(p, words_of(WORD_VISIT), " · ", all) : all;
}

static struct bi lead_text(struct pen *p, const struct session *s, const struct note *note)
{
    struct bi none = {0}, all = first_line(p, s, note);
    struct bi who = s ? speakers(p, s) : none, noted = s ? pen_typed(s->rapporteur) : none;
    if (!pen_has(who) && note) who = front_speakers(p, note);
    if (!pen_has(noted) && note) noted = front_rapporteur(note);
    add_line(p, &all, labelled(p, WORD_SPEAKERS_ARE, who));
    if (s) add_line(p, &all, labelled(p, WORD_CHAIR_IS, pen_typed(s->chair)));
    add_line(p, &all, labelled(p, WORD_RAPPORTEUR_IS, noted));
    return all;
}

void session_lead(struct pen *p, struct node *parent, const struct session *s, const struct note *note)
{
    struct bi all = lead_text(p, s, note);
    struct place at = s ? s->place : (struct place){0};
    if (!pen_has(all)) return;
    if (!p->both) {
        lead_node(p, parent, all, p->langs[0], at);
        return;
    }
    struct node *sides[LANG_N];
    pen_pair(p, parent, sides);
    for (int l = 0; l < LANG_N; l++) lead_node(p, sides[l], all, (enum lang)l, at);
}

void session_photos(struct pen *p, struct node *parent, struct str id)
{
    const struct corpus *c = p->corpus;
    struct node *grid = NULL;
    for (size_t i = 0; i < c->nphotos; i++) {
        if (!id.n || !str_eq_fold(c->photos[i].session, id)) continue;
        if (!grid) {
            grid = pen_node(p, parent, ROLE_GRID);
            grid->count = 2;
        }
        pen_figure(p, grid, c->photos[i].picture, (struct bi){0});
    }
}

const struct note *session_note(const struct corpus *c, struct str id)
{
    for (size_t i = 0; i < c->nnotes && id.n; i++)
        if (c->notes[i].kind == NOTE_SESSION && str_eq_fold(c->notes[i].session, id)) return &c->notes[i];
    return NULL;
}

/* -- the timetable -- */

static void table_head(struct pen *p, struct node *table)
{
    static const enum word heads[] = {WORD_TIME, WORD_SESSION, WORD_TITLE, WORD_SPEAKERS, WORD_ROOM};
    struct node *row = pen_row(p, table, true);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) pen_cell(p, row, words_of(heads[i]));
}

static void link_cell(struct pen *p, struct node *cell, const struct session *s)
{
    const struct note *n = session_note(p->corpus, s->id);
    if (!n) return;
    struct str href = str_fmt(p->a, "#%.*s", STR_ARGS(n->stem));
    for (size_t i = 0; i < cell->spans.n; i++)
        if (cell->spans.at[i].kind == SPAN_TEXT) cell->spans.at[i].href = href;
}

static void table_row(struct pen *p, struct node *table, const struct session *s, bool linked)
{
    struct node *row = pen_row(p, table, false);
    row->place = s->place;
    row->quiet = s->type == SESSION_BREAK;
    pen_cell(p, row, when_hours(p, s->start, s->end));
    pen_cell(p, row, s->type == SESSION_BREAK ? (struct bi){0} : session_number(p, s->id));
    struct node *title = pen_cell(p, row, pen_has(s->title) ? s->title : pen_same(s->id));
    if (linked) link_cell(p, title, s);
    pen_cell(p, row, speakers(p, s));
    pen_cell(p, row, pen_typed(s->room));
}

void session_table(struct pen *p, struct node *parent, int day, bool linked)
{
    struct node *table = NULL;
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (s->day != day) continue;
        if (!table) {
            table = pen_table(p, parent, 5);
            table_head(p, table);
        }
        table_row(p, table, s, linked);
    }
}
