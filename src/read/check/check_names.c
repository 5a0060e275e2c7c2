#include "base/map.h"
#include "khmer/spelling_order.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"
#include "read/check/people.h"

#include <stdlib.h>

/* Who has a name in each language: where one side of a pair names somebody, and the other side somebody else,
 * one of them is wrong. */
struct named {
    struct str folded[LANG_N];
    size_t next[LANG_N]; /* the next that begins alike, from 1; 0 ends */
};

struct names_index {
    struct job *job;
    VEC(struct named) all;
    struct map begins[LANG_N]; /* a name's first letters → the first that begins so */
    unsigned char *found;      /* 1 << side, by name */
    VEC(size_t) touched;
};

enum { BEGIN = 6 }; /* bytes */

static uint64_t begin_of(struct str s, size_t at)
{
    return str_hash(str_sub(s, at, at + BEGIN));
}

static void add(struct names_index *x, struct bi name, struct place place)
{
    struct named n = {0};
    for (int l = 0; l < LANG_N; l++) {
        struct people_name read = people_read(x->job->scratch, name.t[l], place);
        if (read.folded.n < BEGIN || read.lang != (enum lang)l) return;
        n.folded[l] = read.folded;
    }
    VEC_ADD(x->job->scratch, x->all, n);
    for (int l = 0; l < LANG_N; l++) {
        uint64_t key = begin_of(n.folded[l], 0);
        x->all.at[x->all.n - 1].next[l] = map_number(&x->begins[l], key);
        map_put_number(&x->begins[l], key, x->all.n);
    }
}

/* The nth of one cell goes with the nth of the other. */
static void add_speakers(struct names_index *x, const struct session *s)
{
    struct bi rest = s->speakers, one = {0};
    for (;;) {
        bool more = true;
        for (int l = 0; l < LANG_N; l++) more = str_cut(&rest.t[l], ';', &one.t[l]) && more;
        if (!more) return;
        add(x, one, s->place);
    }
}

static void find(struct names_index *x, const struct block *b, int side)
{
    struct str text = spelling_order_fold(x->job->scratch, note_walk_text(x->job->scratch, b));
    for (size_t at = 0; at + BEGIN <= text.n; at++)
        for (size_t i = map_number(&x->begins[side], begin_of(text, at)); i;
             i = x->all.at[i - 1].next[side]) {
            struct str name = x->all.at[i - 1].folded[side];
            if (!str_eq(str_sub(text, at, at + name.n), name)) continue;
            if (!x->found[i - 1]) VEC_ADD(x->job->scratch, x->touched, i - 1);
            x->found[i - 1] |= (unsigned char)(1u << side);
        }
}

static void tell_pair(struct names_index *x, const struct pair *p, int side)
{
    bool here = false, there = false;
    x->touched.n = 0;
    x->touched.at = NULL;
    x->touched.cap = 0;
    find(x, p->side[0], 0);
    find(x, p->side[side], side);
    for (size_t i = 0; i < x->touched.n; i++) {
        unsigned char *found = &x->found[x->touched.at[i]];
        here |= *found == 1;
        there |= *found == 1u << side;
        *found = 0;
    }
    if (here && there)
        diag_tell(x->job->diags, DIAG_NAME_DIFFERS, p->side[0]->place,
                  place_text_line(x->job->scratch, p->side[side]->place));
}

static void read_names(struct names_index *x, const struct corpus *c)
{
    for (int l = 0; l < LANG_N; l++) x->begins[l] = MAP(x->job->scratch);
    for (size_t i = 0; i < c->nparticipants; i++) add(x, c->participants[i].name, c->participants[i].place);
    for (size_t i = 0; i < c->event.npresided; i++)
        add(x, c->event.presided_by[i].name, c->event.presided_by[i].place);
    for (size_t i = 0; i < c->nsessions; i++) add_speakers(x, &c->sessions[i]);
    x->found = ARENA_MANY(x->job->scratch, unsigned char, x->all.n);
}

void check_names(struct job *job, const struct corpus *c)
{
    struct names_index x = {.job = job};
    read_names(&x, c);
    for (size_t i = 0; x.all.n && i < c->nnotes; i++)
        for (size_t k = 0; k < c->notes[i].npairs; k++) {
            struct arena_mark mark = arena_mark(job->scratch);
            const struct pair *p = &c->notes[i].pairs[k];
            for (int l = 1; l < LANG_N; l++)
                if (p->side[0] && p->side[l]) tell_pair(&x, p, l);
            arena_reset(job->scratch, mark);
        }
}
