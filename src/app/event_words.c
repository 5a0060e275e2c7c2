#include "app/event_words.h"

#include "base/map.h"
#include "khmer/letter.h"

enum { ROOM_LEAST = 6 /* code points: shorter ones stand inside other words */ };

struct recurring { /* a stretch of the notes: where it was heard first, whether in another note too */
    size_t note;
    bool twice;
};

struct event_words {
    struct arena *keep, *scratch; /* scratch: given back by whoever takes it, at each text */
    struct words *words;
    struct memo *memo;
    struct memo_key state;       /* of the words before any was learnt */
    struct map heard;            /* stretch → struct recurring */
    VEC(struct str) recurs, set; /* set: apart by their writer, and what the believed texts hold */
    size_t note;
};

/* -- what no list knows, as it was told for the same text before ------------------------------------------
 */

struct event_told { /* stretches, each with a line feed behind it: none holds one */
    struct buf text;
};

static void gather(void *to, struct str stretch)
{
    struct event_told *t = to;
    buf_add(&t->text, stretch);
    buf_byte(&t->text, '\n');
}

static void unknown(struct event_words *e, struct str text, void (*tell)(void *to, struct str stretch))
{
    struct memo_key key = memo_begin(MEMO_UNKNOWN_WORDS);
    struct arena_mark mark = arena_mark(e->scratch);
    struct event_told told = {.text = BUF(e->scratch)};
    struct str rest, stretch;
    if (!e->memo) {
        breaks_unknown(e->words, e->scratch, text, tell, e);
        return;
    }
    memo_add_key(&key, e->state);
    memo_add(&key, text);
    if (!memo_find(e->memo, key, &rest)) {
        breaks_unknown(e->words, e->scratch, text, gather, &told);
        memo_keep(e->memo, key, rest = buf_str(&told.text));
    }
    while (str_cut(&rest, '\n', &stretch)) tell(e, stretch);
    arena_reset(e->scratch, mark);
}

/* -- what is learnt -------------------------------------------------------------------------------------- */

static void believe(void *to, struct str stretch)
{
    struct event_words *e = to;
    VEC_ADD(e->keep, e->set, str_copy(e->keep, stretch));
}

/* A sentence or title: its stretches that no list knows. */
static void learn_text(struct event_words *e, struct str text)
{
    unknown(e, text, believe);
}

static void learn_bi(struct event_words *e, struct bi text)
{
    for (int l = 0; l < LANG_N; l++) learn_text(e, text.t[l]);
}

static void hear(void *to, struct str stretch)
{
    struct event_words *e = to;
    void **at = map_at_str(&e->heard, stretch);
    struct recurring *r = *at;
    if (!r) {
        *at = r = ARENA_ONE(e->keep, struct recurring);
        *r = (struct recurring){.note = e->note};
    } else if (r->note != e->note && !r->twice) {
        r->twice = true;
        VEC_ADD(e->keep, e->recurs, str_copy(e->keep, stretch));
    }
}

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
static void learn_stretches(struct event_words *e, struct str text, bool all)
{
    uint32_t before = 0;
    if (!text.n || !memchr(text.s, 0xE1, text.n) || !(all || may_set_apart(text))) return;
    for (size_t at = 0, from = 0; from < text.n;) {
        size_t here = at;
        uint32_t c = at < text.n ? utf8_next(text, &at) : 0;
        if (khmer_letter(c) || c == CP_ZWNJ || c == CP_ZWJ || c == CP_WJ) continue;
        if (here > from && (all || sets_apart(before, c))) believe(e, str_sub(text, from, here));
        before = c;
        from = c ? at : text.n;
    }
}

static void learn_name(struct event_words *e, struct bi name)
{
    for (int l = 0; l < LANG_N; l++) learn_stretches(e, name.t[l], true);
}

static void hear_note(struct event_words *e, const struct block *parent)
{
    for (const struct block *b = parent->first; b; b = b->next) {
        struct arena_mark mark = arena_mark(e->scratch);
        struct str text = spans_text(e->scratch, b->spans);
        learn_stretches(e, text, false);
        unknown(e, text, hear);
        arena_reset(e->scratch, mark);
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
            for (size_t i = 0; i < d->front.nspeakers; i++) learn_stretches(e, d->front.speakers[i], true);
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
    struct event_words e = {.keep = job->keep,
                            .scratch = job->scratch,
                            .words = words,
                            .memo = job->memo,
                            .heard = MAP(job->keep)};
    add_rooms(words, corpus);
    e.state = words_state(words);
    learn_people(&e, corpus);
    learn_programme(&e, corpus);
    for (size_t i = 0; i < corpus->nforms; i++) learn_form(&e, &corpus->forms[i]);
    hear_notes(&e, corpus);
    for (size_t i = 0; i < e.set.n; i++) words_learn(words, job->scratch, e.set.at[i]);
    for (size_t i = 0; i < e.recurs.n; i++) words_learn(words, job->scratch, e.recurs.at[i]);
}
