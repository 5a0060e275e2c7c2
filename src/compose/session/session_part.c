#include "compose/session/session_part.h"

#include "compose/bilingual_note.h"
#include "compose/calendar.h"
#include "compose/session/pull_quotes.h"
#include "compose/session_facts.h"

/* -- photographs -- */

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
    if (!caption && !credit && builder_block(p, f, ROLE_CAPTION, said)) f->numbered = true;
    if (!credit && picture->credit.n)
        builder_block(p, f, ROLE_CREDIT, builder_say(p, WORD_CREDIT, bi_typed(picture->credit)));
    for (int l = 0; l < LANG_N; l++)
        if (!f->alt[l].n) f->alt[l] = picture->alt[l];
}

/* Into the grid that stands under the opening already: those that the note, under parent, does not show
 * itself. */
static void photos(struct builder *p, struct node *parent, struct node *grid, struct str id)
{
    const struct corpus *c = p->corpus;
    for (size_t i = 0; i < c->nphotos; i++) {
        if (!id.n || !str_eq_fold(c->photos[i].session, id)) continue;
        struct node *shown = shown_at(parent, c->photos[i].picture);
        if (shown) {
            tell_figure(p, shown, c->photos[i].picture);
            continue;
        }
        builder_figure(p, grid, c->photos[i].picture, (struct bi){0});
    }
    if (!grid->first) builder_drop(grid);
}

/* -- the opening -- */

/* The number that a heading's lines begin with becomes a span of its own. */
static void part_number(struct builder *p, struct node *h, struct bi number)
{
    struct spans whole = h->spans;
    h->spans = (struct spans){0};
    for (size_t i = 0; i < whole.n; i++) {
        struct span s = whole.at[i];
        bool begins = s.kind == SPAN_TEXT && (!i || whole.at[i - 1].kind == SPAN_BREAK);
        struct str n = number.t[lang_or(s.lang, lang_or(h->lang, p->langs[0]))];
        bool alone = begins && str_eq(s.text, n);
        if (alone) s.style = SPAN_NUMBER;
        if (begins && s.text.n > n.n + 1 && str_eq(str_sub(s.text, 0, n.n), n)) {
            *node_text(p->a, h, n, s.lang, s.place) = s;
            h->spans.at[h->spans.n - 1].text = str_sub(s.text, 0, n.n + 1);
            h->spans.at[h->spans.n - 1].style = SPAN_NUMBER;
            s.text = str_sub(s.text, n.n + 1, s.text.n);
        }
        *node_text(p->a, h, s.text, s.lang, s.place) = s;
    }
}

static void kind(struct builder *p, struct node *opening, const struct session *s, enum lang l)
{
    if (!s || !s->type_told) return;
    struct node *n = node_new(p->a, opening, ROLE_KIND, l, s->place);
    n->count = (int)s->type + 1;
    node_text(p->a, n, words_in((enum word)(WORD_KIND_TALK + s->type), l), l, s->place);
}

/* Beside a title in one language the other's number stands alone. */
static struct bi opening_heading(struct builder *p, const struct session *s, struct str id, struct bi own,
                                 struct bi number)
{
    struct bi heading = session_facts_heading(p, s, id, own);
    for (size_t i = 0; p->nlangs > 1 && i < p->nlangs; i++)
        if (!heading.t[p->langs[i]].n && !bi_is_same(number)) heading.t[p->langs[i]] = number.t[p->langs[i]];
    return heading;
}

static void put_opening(struct builder *p, struct node *sect, const struct session *s,
                        const struct note *note, struct bi own)
{
    struct str id = note->session.n || builder_has(own) ? note->session : note->stem;
    struct bi number = session_facts_number(p, id);
    struct node *opening = builder_node(p, sect, ROLE_OPENING);
    struct node *h = builder_block(p, opening, ROLE_H2, opening_heading(p, s, id, own, number));
    builder_anchor(p, h, note->stem);
    if (!bi_is_same(number)) part_number(p, h, number); /* an id that is no number is a word of the title */
    bilingual_note_title_marks(p, h, note);
    for (size_t i = 0; i < p->nlangs; i++) kind(p, opening, s, p->langs[i]);
    for (size_t i = 0; i < p->nlangs; i++) session_facts_list(p, opening, s, note, p->langs[i]);
}

/* -- one session -- */

static bool is_words(const struct node *n)
{
    if (n->role == ROLE_PAIR) n = n->first && n->first->first ? n->first->first : n;
    return n->role == ROLE_P;
}

/* The pictures come behind the first words: an opening with words needs less of a page than one with a
 * picture. */
static void behind_words(struct node *grid)
{
    struct node *sect = grid->parent, *words = grid->next;
    if (!words || !is_words(words)) return;
    builder_drop(grid);
    grid->parent = sect;
    grid->next = words->next;
    words->next = grid;
    if (sect->last == words) sect->last = grid;
}

static void first_part(struct builder *p, struct node *sect, const struct session *s, const struct note *note,
                       struct bi own)
{
    struct str id = note->session.n ? note->session : note->stem;
    put_opening(p, sect, s, note, own);
    struct node *grid = builder_node(p, sect, ROLE_GRID);
    grid->count = 2;
    bilingual_note_write(p, sect, note, ROLE_H3, own);
    builder_faults(p, sect, str_fmt(p->a, "sessions/%.*s-", STR_ARGS(id)));
    photos(p, sect, grid, note->session);
    if (grid->parent) behind_words(grid);
}

/* A second note of a session has its heading alone. */
static void further_part(struct builder *p, struct node *sect, const struct session *s,
                         const struct note *note, struct bi own)
{
    struct node *h = builder_block(p, sect, ROLE_H2, session_facts_heading(p, s, note->session, own));
    builder_anchor(p, h, note->stem);
    bilingual_note_title_marks(p, h, note);
    bilingual_note_write(p, sect, note, ROLE_H3, own);
}

static void session_part(struct builder *p, struct node *chapter, const struct note *note)
{
    const struct session *s = corpus_session(p->corpus, note->session);
    const struct note *lead = session_facts_note(p->corpus, note->session);
    struct bi own = bilingual_note_title(p, note);
    struct node *sect = builder_node(p, chapter, ROLE_SECT);
    sect->place = s ? s->place : (struct place){0};
    sect->tab = s && s->day > 0 ? s->day : 0;
    if (!lead || lead == note)
        first_part(p, sect, s, note, own);
    else
        further_part(p, sect, s, note, own);
    pull_quotes_under(p, sect);
}

/* -- days -- */

static int day_of(const struct builder *p, const struct note *note)
{
    const struct session *s = corpus_session(p->corpus, note->session);
    return s && s->day > 0 && p->corpus->ndays > 1 ? s->day : 0;
}

/* Over the first of its sessions. */
static void put_day(struct builder *p, struct node *chapter, int day)
{
    struct node *opening = builder_node(p, chapter, ROLE_OPENING);
    opening->tab = day;
    struct node *h = builder_block(p, opening, ROLE_H2, calendar_day_date(p, day));
    h->band = true;
    builder_anchor(p, h, str_fmt(p->a, "day-%d", day));
}

/* -- all of them -- */

static bool any_visit(const struct corpus *c)
{
    for (size_t i = 0; i < c->nnotes; i++) {
        const struct session *s = corpus_session(c, c->notes[i].session);
        if (c->notes[i].kind == NOTE_SESSION && s && s->type == SESSION_VISIT) return true;
    }
    return false;
}

void session_part_all(struct builder *p)
{
    enum word heading = any_visit(p->corpus) ? WORD_SESSION_NOTES : WORD_SESSION_NOTES_ALONE;
    struct node *chapter = NULL;
    for (size_t i = 0, day = 0; i < p->corpus->nnotes; i++) {
        const struct note *note = &p->corpus->notes[i];
        if (note->kind != NOTE_SESSION) continue;
        if (!chapter) chapter = builder_part(p, words_of(heading), STR("sessions"));
        size_t own = (size_t)day_of(p, note);
        if (own && own != day) put_day(p, chapter, (int)(day = own));
        session_part(p, chapter, note);
    }
}
