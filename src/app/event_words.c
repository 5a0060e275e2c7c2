#include "app/event_words.h"

#include "base/map.h"
#include "khmer/letter.h"

enum { ROOM_LEAST = 6 /* code points: shorter ones stand inside other words */ };

struct recurring { /* a stretch of the notes: where it was heard first, whether in another note too */
    size_t note;
    bool twice;
};

enum event_how {                           /* what of a text is asked */
                 EVENT_STRETCHES = 1 << 0, /* all of its stretches of Khmer letters: a name's */
                 EVENT_APART = 1 << 1,     /* those that its writer set apart */
                 EVENT_UNKNOWN = 1 << 2,   /* those that no list knows */
                 EVENT_HEARD = 1 << 3      /* these: where another note has them too */
};

struct event_text {
    struct str text;           /* empty: */
    const struct block *block; /* its text */
    unsigned how;
    size_t note;
    struct str set, unknown; /* found: stretches, each with a line feed behind it, for none holds one */
};

struct event_words {
    struct arena *keep;
    struct words *words;
    struct memo *memo;
    struct memo_key state; /* of the words before any was learnt */
    VEC(struct event_text) texts;
    struct map heard;            /* stretch → struct recurring */
    VEC(struct str) recurs, set; /* set: apart by their writer, and what the believed texts hold */
    size_t note;
};

/* -- what is found in a text ----------------------------------------------------------------------------- */

static void gather(void *to, struct str stretch)
{
    struct buf *b = to;
    buf_add(b, stretch);
    buf_byte(b, '\n');
}

/* What no list knows, as it was told for the same text before. */
static struct str unknown(const struct event_words *e, struct job *own, struct str text)
{
    struct memo_key key = memo_begin(MEMO_UNKNOWN_WORDS);
    struct buf found = BUF(own->keep);
    struct str known;
    memo_add_key(&key, e->state);
    if (e->memo) memo_add(&key, text);
    if (e->memo && memo_find(e->memo, key, &known)) return known;
    breaks_unknown(e->words, own->scratch, text, gather, &found);
    memo_keep(e->memo, key, buf_str(&found));
    return buf_str(&found);
}

/* -- what is learnt -------------------------------------------------------------------------------------- */

/* What opens and closes a stretch that its writer set apart. */
static bool sets_apart(uint32_t before, uint32_t after)
{
    static const uint32_t PAIRS[][2] = {
        {CP_ZWSP, CP_ZWSP}, {0xAB, 0xBB}, {0x201C, 0x201D}, {0x2018, 0x2019}, {'"', '"'}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (before == PAIRS[i][0] && after == PAIRS[i][1]) return true;
    return false;
}

/* By the bytes that the signs of sets_apart begin with. */
static bool may_set_apart(struct str text)
{
    return memchr(text.s, 0xE2, text.n) || memchr(text.s, 0xC2, text.n) || memchr(text.s, '"', text.n);
}

/* Whole stretches of Khmer letters: all of them, or what is set apart. */
static struct str stretches(struct job *own, struct str text, bool all)
{
    struct buf found = BUF(own->keep);
    uint32_t before = 0;
    if (!text.n || !memchr(text.s, 0xE1, text.n) || !(all || may_set_apart(text))) return (struct str){0};
    for (size_t at = 0, from = 0; from < text.n;) {
        size_t here = at;
        uint32_t c = at < text.n ? utf8_next(text, &at) : 0;
        if (khmer_letter(c) || c == CP_ZWNJ || c == CP_ZWJ || c == CP_WJ) continue;
        if (here > from && (all || sets_apart(before, c))) gather(&found, str_sub(text, from, here));
        before = c;
        from = c ? at : text.n;
    }
    return buf_str(&found);
}

static void find(struct job *own, void *with, size_t i)
{
    struct event_words *e = with;
    struct event_text *t = &e->texts.at[i];
    struct str text = t->block ? spans_text(own->scratch, t->block->spans) : t->text;
    if (t->how & (EVENT_STRETCHES | EVENT_APART)) t->set = stretches(own, text, t->how & EVENT_STRETCHES);
    if (t->how & EVENT_UNKNOWN) t->unknown = unknown(e, own, text);
}

/* -- what is learnt -------------------------------------------------------------------------------------- */

static void believe(struct event_words *e, struct str found)
{
    for (struct str stretch; str_cut(&found, '\n', &stretch);) VEC_ADD(e->keep, e->set, stretch);
}

static void hear(struct event_words *e, size_t note, struct str found)
{
    for (struct str stretch; str_cut(&found, '\n', &stretch);) {
        void **at = map_at_str(&e->heard, stretch);
        struct recurring *r = *at;
        if (!r) {
            *at = r = ARENA_ONE(e->keep, struct recurring);
            *r = (struct recurring){.note = note};
        } else if (r->note != note && !r->twice) {
            r->twice = true;
            VEC_ADD(e->keep, e->recurs, stretch);
        }
    }
}

/* In the texts' order, whoever found what. */
static void learn(struct event_words *e, struct job *job)
{
    struct job own = *job;
    own.keep = e->keep;
    job_share(&own, e->texts.n, find, e);
    for (size_t i = 0; i < e->texts.n; i++) {
        const struct event_text *t = &e->texts.at[i];
        believe(e, t->set);
        t->how &EVENT_HEARD ? hear(e, t->note, t->unknown) : believe(e, t->unknown);
    }
    for (size_t i = 0; i < e->set.n; i++) words_learn(e->words, job->scratch, e->set.at[i]);
    for (size_t i = 0; i < e->recurs.n; i++) words_learn(e->words, job->scratch, e->recurs.at[i]);
}

/* -- what is read ---------------------------------------------------------------------------------------- */

static void add(struct event_words *e, struct event_text text)
{
    VEC_ADD(e->keep, e->texts, text);
}

/* A sentence or title: its stretches that no list knows. */
static void learn_text(struct event_words *e, struct str text)
{
    if (text.n) add(e, (struct event_text){.text = text, .how = EVENT_UNKNOWN});
}

static void learn_bi(struct event_words *e, struct bi text)
{
    for (int l = 0; l < LANG_N; l++) learn_text(e, text.t[l]);
}

static void learn_stretches(struct event_words *e, struct str text)
{
    if (text.n) add(e, (struct event_text){.text = text, .how = EVENT_STRETCHES});
}

static void learn_name(struct event_words *e, struct bi name)
{
    for (int l = 0; l < LANG_N; l++) learn_stretches(e, name.t[l]);
}

static void hear_note(struct event_words *e, const struct block *parent)
{
    for (const struct block *b = parent->first; b; b = b->next) {
        enum { HOW = EVENT_APART | EVENT_UNKNOWN | EVENT_HEARD };
        if (b->spans.n) add(e, (struct event_text){.block = b, .how = HOW, .note = e->note});
        hear_note(e, b); /* no deeper than DOC_DEPTH */
    }
}

static void hear_notes(struct event_words *e, const struct corpus *c)
{
    for (e->note = 0; e->note < c->nnotes; e->note++)
        for (int l = 0; l < LANG_N; l++) {
            const struct doc *d = c->notes[e->note].doc[l];
            if (!d) continue;
            learn_text(e, d->front.title);
            for (size_t i = 0; i < d->front.nspeakers; i++) learn_stretches(e, d->front.speakers[i]);
            hear_note(e, d->root);
        }
}

static void learn_people(struct event_words *e, const struct corpus *c)
{
    const struct event *v = &c->event;
    for (size_t i = 0; i < v->npresided; i++) learn_name(e, v->presided_by[i].name);
    for (size_t i = 0; i < v->nsignatories; i++) learn_name(e, v->signatories[i].name);
    for (size_t i = 0; i < c->nparticipants; i++) {
        learn_name(e, c->participants[i].name);
        learn_bi(e, c->participants[i].role);
    }
}

static void learn_programme(struct event_words *e, const struct corpus *c)
{
    const struct event *v = &c->event;
    const struct bi titles[] = {v->title, v->subtitle, v->venue, v->host, v->supporter};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) learn_bi(e, titles[i]);
    for (size_t i = 0; i < c->nsessions; i++) {
        learn_bi(e, c->sessions[i].title);
        learn_name(e, c->sessions[i].speakers);
    }
    for (size_t i = 0; i < c->ndocuments; i++) learn_bi(e, c->documents[i].title);
}

static void learn_form(struct event_words *e, const struct form *f)
{
    learn_bi(e, f->title);
    learn_bi(e, f->intro);
    for (size_t i = 0; i < f->nprompts; i++) {
        learn_bi(e, f->prompts[i].text);
        for (size_t k = 0; k < f->prompts[i].noptions; k++) learn_bi(e, f->prompts[i].options[k].text);
    }
    for (size_t i = 0; i < f->nthemes; i++) learn_bi(e, f->themes[i].name);
}

/* Rooms keep their names whole, as they stand on their doors. */
static void add_rooms(struct words *words, const struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->nsessions; i++) {
        struct bi room = bi_typed(corpus->sessions[i].room);
        for (int l = 0; l < LANG_N; l++)
            if (utf8_count(room.t[l]) >= ROOM_LEAST) words_add_name(words, room.t[l]);
    }
}

void event_words_learn(struct job *job, const struct corpus *corpus, struct words *words)
{
    struct event_words e = {.keep = arena_new_within(job->keep), .words = words, .memo = job->memo};
    e.heard = MAP(e.keep);
    add_rooms(words, corpus);
    e.state = words_state(words);
    learn_people(&e, corpus);
    learn_programme(&e, corpus);
    for (size_t i = 0; i < corpus->nforms; i++) learn_form(&e, &corpus->forms[i]);
    hear_notes(&e, corpus);
    learn(&e, job);
    arena_free(e.keep);
}
