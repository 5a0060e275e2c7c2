#include "read/check/check.h"

/* Words: "1–2" needs none in another language. */
static bool has_letter(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool sign = (c >= 0x2000 && c <= 0x206F) || (c >= 0x17D4 && c <= 0x17E9);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && !sign)) return true;
    }
    return false;
}

/* Is this the language that lacks what another one says? */
static bool lacks(struct bi b, enum lang lang)
{
    bool said = false;
    for (int l = 0; l < LANG_N; l++) said |= has_letter(b.t[l]);
    return said && !str_trim(b.t[lang]).n;
}

/* Where it is said. */
static struct place place_of(struct bi b, struct place otherwise)
{
    for (int l = 0; l < LANG_N; l++)
        if (b.t[l].n && b.at[l].source) return b.at[l];
    return otherwise;
}

struct missing {
    struct place first;
    size_t n;
    uint32_t line;
    struct buf lines;
};

static void add(struct missing *m, struct place at)
{
    enum { LINES_MOST = 12 };
    uint32_t line = place_line(at);
    if (!m->n++) m->first = at;
    if (line == m->line) return;
    m->line = line;
    if (m->n <= LINES_MOST) buf_fmt(&m->lines, m->lines.n ? ", %u" : "%u", line);
    if (m->n == LINES_MOST + 1) buf_put(&m->lines, " …");
}

static void tell(struct job *job, const struct missing *m, const char *name, enum lang lang)
{
    struct buf lines = m->lines;
    struct str column = str_fmt(job->scratch, "%s_%s", name, lang_tag(lang));
    if (m->n == 1)
        diag_tell(job->diags, DIAG_TITLE_ONE_LANGUAGE, m->first, column);
    else if (m->n)
        diag_tell(job->diags, DIAG_TITLE_ONE_LANGUAGE_MANY, m->first, column,
                  str_fmt(job->scratch, "%zu", m->n), buf_str(&lines));
}

/* -- tables: n rows, each so many bytes apart, with a text and the row's place so far inside ---------------
 */

struct titles_column {
    const char *name;
    const void *rows;
    size_t n, size, text, place;
};

static void tell_column(struct job *job, const struct event *e, const struct titles_column *t)
{
    for (size_t k = 0; k < e->nlangs; k++) {
        struct missing m = {.lines = BUF(job->scratch)};
        for (size_t i = 0; i < t->n; i++) {
            const char *row = (const char *)t->rows + i * t->size;
            struct bi text;
            struct place place;
            memcpy(&text, row + t->text, sizeof text);
            memcpy(&place, row + t->place, sizeof place);
            if (lacks(text, e->langs[k])) add(&m, place);
        }
        tell(job, &m, t->name, e->langs[k]);
    }
}

static void tell_tables(struct job *job, const struct corpus *c)
{
#define COLUMN(NAME, OF, COUNT, STRUCT, TEXT)                                                                \
    {                                                                                                        \
        NAME, c->OF, c->COUNT, sizeof(struct STRUCT), offsetof(struct STRUCT, TEXT),                         \
            offsetof(struct STRUCT, place)                                                                   \
    }
    const struct titles_column COLUMNS[] = {
        COLUMN("title", sessions, nsessions, session, title),
        COLUMN("name", organizations, norganizations, organization, name),
        COLUMN("title", documents, ndocuments, handed_in, title),
        COLUMN("text", recommendations, nrecommendations, recommendation, text),
        COLUMN("addressee", recommendations, nrecommendations, recommendation, addressee),
        COLUMN("responsible", recommendations, nrecommendations, recommendation, plan.responsible),
        COLUMN("indicator", recommendations, nrecommendations, recommendation, plan.indicator),
        COLUMN("text", actions, nactions, action, text),
        COLUMN("responsible", actions, nactions, action, plan.responsible),
        COLUMN("indicator", actions, nactions, action, plan.indicator),
        COLUMN("term", terms, nterms, term, term),
        COLUMN("meaning", terms, nterms, term, meaning)};
#undef COLUMN
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) tell_column(job, &c->event, &COLUMNS[i]);
}

/* -- event.yml, notes, forms ----------------------------------------------------------------------------- */

static void tell_event(struct job *job, const struct event *e)
{
    const struct {
        const char *name;
        struct bi text;
    } TEXTS[] = {{"title", e->title},
                 {"subtitle", e->subtitle},
                 {"venue", e->venue},
                 {"host", e->host},
                 {"supporter", e->supporter},
                 {"publisher", e->imprint.publisher},
                 {"disclaimer", e->imprint.disclaimer},
                 {"citation", e->imprint.citation}};
    for (size_t k = 0; k < e->nlangs; k++) {
        struct buf names = BUF(job->scratch);
        struct place first = e->place;
        for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
            if (!lacks(TEXTS[i].text, e->langs[k])) continue;
            if (!names.n) first = place_of(TEXTS[i].text, first);
            buf_fmt(&names, names.n ? ", %s" : "%s", TEXTS[i].name);
        }
        if (names.n)
            diag_tell(job->diags, DIAG_EVENT_ONE_LANGUAGE, first, buf_str(&names),
                      str_of(lang_tag(e->langs[k])));
    }
}

/* A note whose other side has a title; the programme's stands in for a session's. */
static void tell_note(struct job *job, const struct note *n)
{
    struct bi title = {0};
    for (int l = 0; l < LANG_N; l++)
        if (n->doc[l]) title.t[l] = n->doc[l]->front.title;
    for (int l = 0; l < LANG_N; l++)
        if (n->doc[l] && lacks(title, (enum lang)l))
            diag_tell(job->diags, DIAG_NOTE_UNTITLED, place_in(n->doc[l]->source, PLACE_WHOLE_FILE), {0});
}

static void add_text(struct missing *m, struct bi text, struct place place, enum lang lang)
{
    if (lacks(text, lang)) add(m, place);
}

static void tell_form(struct job *job, const struct event *e, const struct form *f)
{
    for (size_t k = 0; k < e->nlangs; k++) {
        enum lang lang = e->langs[k];
        struct missing m = {.lines = BUF(job->scratch)};
        struct place whole = place_in(f->source, 0);
        add_text(&m, f->title, place_of(f->title, whole), lang);
        add_text(&m, f->intro, place_of(f->intro, whole), lang);
        for (size_t i = 0; i < f->nprompts; i++) {
            const struct prompt *p = &f->prompts[i];
            add_text(&m, p->text, p->place, lang);
            for (size_t o = 0; o < p->noptions; o++)
                add_text(&m, p->options[o].text, p->options[o].place, lang);
        }
        if (m.n)
            diag_tell(job->diags, DIAG_FORM_ONE_LANGUAGE, m.first, str_of(lang_tag(lang)), buf_str(&m.lines));
    }
}

/* Is anything said in it? An event whose files are all in one language has not begun to be translated. */
static bool is_used(const struct corpus *c, enum lang lang)
{
    const struct bi *const TEXTS[] = {&c->event.title, &c->event.subtitle, &c->event.venue, &c->event.host,
                                      &c->event.supporter};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (has_letter(TEXTS[i]->t[lang])) return true;
    for (size_t i = 0; i < c->nsessions; i++)
        if (has_letter(c->sessions[i].title.t[lang])) return true;
    for (size_t i = 0; i < c->nnotes; i++)
        if (c->notes[i].doc[lang]) return true;
    return false;
}

void check_titles(struct job *job, const struct corpus *c)
{
    for (size_t k = 0; k < c->event.nlangs; k++)
        if (c->event.nlangs < 2 || !is_used(c, c->event.langs[k])) return;
    tell_event(job, &c->event);
    tell_tables(job, c);
    for (size_t i = 0; i < c->nnotes; i++) tell_note(job, &c->notes[i]);
    for (size_t i = 0; i < c->nforms; i++) tell_form(job, &c->event, &c->forms[i]);
}
