#include "base/map.h"
#include "khmer/spelling_order.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"
#include "read/check/people.h"

/* Participants who have not agreed to be named, and are, in the programme or a note. */
struct unwilling {
    struct str typed, folded;
    enum lang lang;
    size_t next;  /* the next that begins alike, from 1; 0 ends */
    size_t apart; /* the text, by its number, in which this one stands only within other words */
};

struct unwilling_index {
    struct job *job;
    VEC(struct unwilling) all;
    struct map begins; /* a name's first letters → the first that begins so */
    size_t texts;      /* looked at so far */
};

enum { BEGIN = 6 }; /* bytes */

static uint64_t begin_of(struct str s, size_t at)
{
    return str_hash(str_sub(s, at, at + BEGIN));
}

static void add(struct unwilling_index *x, struct str name, struct place place)
{
    struct people_name read = people_read(x->job->scratch, name, place);
    if (read.folded.n < BEGIN) return;
    uint64_t key = begin_of(read.folded, 0);
    VEC_ADD(x->job->scratch, x->all,
            (struct unwilling){read.typed, read.folded, read.lang, map_number(&x->begins, key), 0});
    map_put_number(&x->begins, key, x->all.n);
}

/* As written, and with its last word first. */
static void add_orders(struct unwilling_index *x, struct str name, struct place place)
{
    struct str s = str_trim(name);
    size_t last = s.n;
    while (last > 0 && s.s[last - 1] != ' ') last--;
    add(x, s, place);
    if (!last) return;
    struct str turned[] = {str_sub(s, last, s.n), str_trim(str_sub(s, 0, last))};
    add(x, str_join(x->job->scratch, turned, 2, STR(" ")), place);
}

static bool is_latin_letter(struct str s, size_t at)
{
    unsigned char c = at < s.n ? (unsigned char)s.s[at] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Folded text has no blanks: a Latin name must stand between other signs than letters. */
static bool stands_in(struct str text, const struct unwilling *who)
{
    if (who->lang == LANG_KM) return true;
    for (size_t at = 0; at + who->typed.n <= text.n; at++)
        if (str_eq_fold(str_sub(text, at, at + who->typed.n), who->typed) &&
            !is_latin_letter(text, at + who->typed.n) && !(at && is_latin_letter(text, at - 1)))
            return true;
    return false;
}

static bool names_one(struct unwilling_index *x, struct str text)
{
    struct str folded = spelling_order_fold(x->job->scratch, text);
    for (size_t at = 0; at + BEGIN <= folded.n; at++)
        for (size_t i = map_number(&x->begins, begin_of(folded, at)); i; i = x->all.at[i - 1].next) {
            struct unwilling *who = &x->all.at[i - 1];
            if (who->apart == x->texts || !str_eq(str_sub(folded, at, at + who->folded.n), who->folded))
                continue;
            if (stands_in(text, who)) return true;
            who->apart = x->texts;
        }
    return false;
}

static void look(struct unwilling_index *x, struct str text, struct place place)
{
    struct arena_mark mark = arena_mark(x->job->scratch);
    x->texts++;
    if (text.n && names_one(x, text)) diag_tell(x->job->diags, DIAG_NAME_CONSENT, place, {0});
    arena_reset(x->job->scratch, mark);
}

static void look_at_session(struct unwilling_index *x, const struct session *s)
{
    for (int l = 0; l < LANG_N; l++) {
        look(x, s->title.t[l], s->title.at[l].source ? s->title.at[l] : s->place);
        look(x, s->speakers.t[l], s->speakers.at[l].source ? s->speakers.at[l] : s->place);
    }
    look(x, s->chair, s->place);
    look(x, s->rapporteur, s->place);
}

static void look_at_plan(struct unwilling_index *x, struct bi text, const struct action_plan *plan,
                         struct place row)
{
    const struct bi *const SAID[] = {&text, &plan->responsible};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        for (int l = 0; l < LANG_N; l++) look(x, SAID[i]->t[l], SAID[i]->at[l].source ? SAID[i]->at[l] : row);
}

static void look_at_plans(struct unwilling_index *x, const struct corpus *c)
{
    for (size_t i = 0; i < c->nrecommendations; i++)
        look_at_plan(x, c->recommendations[i].text, &c->recommendations[i].plan, c->recommendations[i].place);
    for (size_t i = 0; i < c->nactions; i++)
        look_at_plan(x, c->actions[i].text, &c->actions[i].plan, c->actions[i].place);
}

static void look_at_blocks(struct unwilling_index *x, const struct doc *d, const struct block *root)
{
    for (const struct block *b = root; b; b = note_walk_next(root, b)) {
        struct buf text = BUF(x->job->scratch);
        for (size_t i = 0; b->kind != BLOCK_CODE && i < b->spans.n; i++) buf_add(&text, b->spans.at[i].text);
        look(x, buf_str(&text), b->place);
        if (b->picture) look(x, b->picture->alt[d->lang], b->place);
    }
}

static void look_at_doc(void *with, const struct note *note, const struct doc *d)
{
    struct unwilling_index *x = with;
    (void)note;
    for (size_t i = 0; i < d->front.nspeakers; i++) look(x, d->front.speakers[i], d->front.place);
    look(x, d->front.rapporteur, d->front.place);
    look(x, d->front.source, d->front.source_place);
    if (!d->front.title_from_heading) look(x, d->front.title, d->front.title_place);
    look_at_blocks(x, d, d->root);
    for (const struct footnote *f = d->notes; f; f = f->next) look_at_blocks(x, d, f->body);
}

void check_consent(struct job *job, const struct corpus *c)
{
    struct unwilling_index x = {.job = job, .begins = MAP(job->scratch)};
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int l = 0; l < LANG_N && !c->participants[i].consent_name; l++)
            add_orders(&x, c->participants[i].name.t[l], c->participants[i].place);
    if (!x.all.n) return;
    for (size_t i = 0; i < c->nsessions; i++) look_at_session(&x, &c->sessions[i]);
    look_at_plans(&x, c);
    note_walk_docs(c, look_at_doc, &x);
}
