#include "base/map.h"
#include "khmer/spelling_order.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"
#include "read/check/people.h"

struct known {
    struct job *job;
    VEC(struct people_name) names;
    struct map folded; /* 1 and up: which of the names */
};

/* -- a name spelt two ways ------------------------------------------------------------------------------- */

static bool is_known(const struct known *k, struct str folded)
{
    return map_get_str(&k->folded, folded) != NULL;
}

static void add(struct known *k, struct people_name x)
{
    static char yes;
    if (!x.folded.n || is_known(k, x.folded)) return;
    *map_at_str(&k->folded, x.folded) = &yes;
    VEC_ADD(k->job->scratch, k->names, x);
}

static const struct people_name *find_near(const struct known *k, const struct people_name *x)
{
    for (size_t i = 0; i < k->names.n; i++)
        if (people_near(&k->names.at[i], x)) return &k->names.at[i];
    return NULL;
}

static void tell(struct known *k, struct place at, const struct people_name *other)
{
    diag_tell(k->job->diags, DIAG_NAME_SPELT, at, place_text_line(k->job->scratch, other->place));
}

static void hold(struct known *k, struct people_name x)
{
    if (!x.folded.n || is_known(k, x.folded)) return;
    const struct people_name *other = find_near(k, &x);
    if (other) tell(k, x.place, other);
    add(k, x);
}

/* Names parted by ; in a cell. */
static void hold_cell(struct known *k, struct str cell, struct place place)
{
    struct str part;
    while (str_cut(&cell, ';', &part))
        if (str_trim(part).n) hold(k, people_read(k->job->scratch, part, place));
}

static void hold_bi(struct known *k, struct bi cell, struct place row)
{
    for (int l = 0; l < LANG_N; l++) hold_cell(k, cell.t[l], cell.at[l].source ? cell.at[l] : row);
}

/* -- where names stand ----------------------------------------------------------------------------------- */

static void add_person(struct known *k, struct bi honorific, struct bi name, struct place place, bool listed)
{
    for (int l = 0; l < LANG_N; l++) {
        struct people_name x = people_read(k->job->scratch, name.t[l], place);
        people_title(honorific.t[l], &x.sex);
        x.sure = true;
        if (listed)
            add(k, x);
        else
            hold(k, x);
    }
}

static void hold_event(struct known *k, const struct event *e)
{
    for (size_t i = 0; i < e->npresided; i++)
        add_person(k, e->presided_by[i].honorific, e->presided_by[i].name, e->presided_by[i].place, false);
    for (size_t i = 0; i < e->nsignatories; i++)
        add_person(k, e->signatories[i].honorific, e->signatories[i].name, e->signatories[i].place, false);
    hold_cell(k, e->contact_name, e->place);
}

static void hold_session(struct known *k, const struct session *s)
{
    hold_bi(k, s->speakers, s->place);
    hold_bi(k, bi_typed(s->chair), s->place);
    hold_bi(k, bi_typed(s->rapporteur), s->place);
}

/* -- in a note's text: behind a title -- */

static struct str words(struct str s, size_t most)
{
    size_t at = 0, n = 0;
    while (at < s.n && (s.s[at] != ' ' || ++n < most)) at++;
    while (at > 0 && strchr(".,;:!?)", s.s[at - 1])) at--;
    return str_sub(s, 0, at);
}

/* Of three words and of two: who is known by either is known. */
static void hold_latin(struct known *k, struct str rest, enum sex sex, struct place at)
{
    const struct people_name *near = NULL;
    for (size_t n = 3; n >= 2; n--) {
        struct people_name x = people_read(k->job->scratch, words(rest, n), at);
        x.sure = true;
        x.sex = sex;
        if (!x.folded.n) continue;
        if (is_known(k, x.folded)) return;
        if (!near) near = find_near(k, &x);
    }
    if (near) tell(k, at, near);
}

/* Khmer has no blank behind a name: the text's start is held against each name, as long as it is. */
static bool begins_near(struct str text, const struct people_name *name)
{
    size_t at = 0, n = utf8_count(name->folded);
    if (n < 5 || !str_eq(str_sub(text, 0, 3), str_sub(name->folded, 0, 3))) return false;
    for (size_t i = 0; at < text.n && i < n + 1; i++) {
        utf8_next(text, &at);
        if (i + 2 >= n && str_distance(str_sub(text, 0, at), name->folded, 1) <= 1) return true;
    }
    return false;
}

static void hold_dense(struct known *k, struct str rest, enum sex sex, struct place at)
{
    enum { LOOKED_AT = 160 }; /* bytes */
    struct str text = spelling_order_fold(k->job->scratch, str_sub(rest, 0, LOOKED_AT));
    const struct people_name *near = NULL;
    for (size_t i = 0; i < k->names.n; i++) {
        const struct people_name *x = &k->names.at[i];
        if (lang_of_text(x->folded) != lang_of_text(text)) continue;
        if (str_eq(str_sub(text, 0, x->folded.n), x->folded)) return;
        bool sexes = sex && x->sex && sex != x->sex;
        if (!near && x->sure && !sexes && begins_near(text, x)) near = x;
    }
    if (near) tell(k, at, near);
}

static void hold_span(struct known *k, const struct span *s)
{
    for (size_t at = 0;;) {
        enum sex sex = SEX_UNKNOWN;
        size_t n, from = people_title_next(s->text, at, &n, &sex);
        if (!n) return;
        for (at = from; n; n = people_title(str_sub(s->text, at, s->text.n), &sex)) at += n;
        struct arena_mark mark = arena_mark(k->job->scratch);
        struct str rest = str_sub(s->text, at, s->text.n);
        struct place place = place_after(s->place, from);
        if (rest.n && (unsigned char)rest.s[0] < 0x80)
            hold_latin(k, rest, sex, place);
        else if (rest.n)
            hold_dense(k, rest, sex, place);
        arena_reset(k->job->scratch, mark);
    }
}

static void hold_doc(void *with, const struct note *note, const struct doc *d)
{
    struct known *k = with;
    (void)note;
    for (size_t i = 0; i < d->front.nspeakers; i++) hold_cell(k, d->front.speakers[i], d->front.place);
    hold_cell(k, d->front.rapporteur, d->front.place);
    for (const struct block *b = d->root; b; b = note_walk_next(d->root, b))
        for (size_t i = 0; b->kind != BLOCK_CODE && i < b->spans.n; i++)
            if (b->spans.at[i].kind == SPAN_TEXT && b->spans.at[i].place.source)
                hold_span(k, &b->spans.at[i]);
}

void check_people(struct job *job, const struct corpus *c)
{
    struct known k = {.job = job, .folded = MAP(job->scratch)};
    for (size_t i = 0; i < c->nparticipants; i++)
        add_person(&k, c->participants[i].honorific, c->participants[i].name, c->participants[i].place, true);
    hold_event(&k, &c->event);
    for (size_t i = 0; i < c->nsessions; i++) hold_session(&k, &c->sessions[i]);
    note_walk_docs(c, hold_doc, &k);
}
