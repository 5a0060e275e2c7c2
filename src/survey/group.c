#include "survey/group.h"

#include "base/map.h"

#include <stdlib.h>

enum { LEAST = 5 };

int group_least(const struct corpus *c)
{
    return c->event.least_group > 0 ? c->event.least_group : LEAST;
}

/* -- classes: everyone apart ----------------------------------------------------------------------------- */

struct rank_class {
    struct bi name; /* a role; what a person is known by */
    long n;
    int day;     /* of a session; 0: none */
    size_t rank; /* its place in the order: of a session, day, language; GROUP_UNTOLD: last */
    int pool;    /* -1: stands alone; else the day whose small ones it is with, 0: of all */
    size_t group;
};

struct class_key { /* what tells a reply's class, and the class */
    struct bi key;
    size_t at;
};

struct classes {
    struct arena *a;
    const struct corpus *corpus;
    enum group_way way;
    VEC(struct rank_class) list;
    struct map keys; /* struct class_key */
};

static bool same_key(const void *value, const void *wanted)
{
    const struct class_key *known = value;
    const struct bi *key = wanted;
    for (int l = 0; l < LANG_N; l++)
        if (!str_eq(known->key.t[l], key->t[l])) return false;
    return true;
}

static uint64_t key_hash(const struct bi *key)
{
    uint64_t h = 0;
    for (int l = 0; l < LANG_N; l++) h = map_hash(h, str_hash(key->t[l]));
    return h;
}

/* What tells a reply's class. */
static struct bi key_of(struct classes *c, const struct said_reply *r)
{
    const char *lang = lang_tag(r->lang);
    switch (c->way) {
    case GROUP_ROLE: return r->role;
    case GROUP_LANGUAGE: return bi_same(str_of(lang));
    case GROUP_SESSION:
    case GROUP_DAY: return bi_same(r->session);
    case GROUP_VOICE: break;
    }
    return bi_same(str_fmt(c->a, "%s|%.*s/%.*s", lang, STR_ARGS(r->role.t[1]), STR_ARGS(r->role.t[0])));
}

static struct rank_class class_of(struct classes *c, const struct said_reply *r, struct bi key)
{
    const struct session *s = r->session.n ? corpus_session(c->corpus, r->session) : NULL;
    struct rank_class untold = {.rank = GROUP_UNTOLD, .pool = -1}, x = {.name = key, .pool = -1};
    switch (c->way) {
    case GROUP_LANGUAGE:
        if (r->lang == LANG_NONE) return untold;
        x.rank = (size_t)r->lang;
        break;
    case GROUP_ROLE:
        if (bi_empty(key)) return untold;
        break;
    case GROUP_DAY:
        if (!s) return untold;
        x.rank = (size_t)s->day;
        break;
    case GROUP_SESSION:
        if (!s) return untold;
        x.rank = (size_t)(s - c->corpus->sessions);
        x.day = s->day;
        break;
    case GROUP_VOICE: break;
    }
    return x;
}

/* Where sessions are typed otherwise, or share a day, they are one class; else each key is its own. */
static size_t class_known(const struct classes *c, const struct rank_class *x)
{
    bool by_rank = c->way == GROUP_SESSION || c->way == GROUP_DAY;
    for (size_t i = 0; by_rank && i < c->list.n; i++)
        if (c->list.at[i].rank == x->rank) return i;
    return c->list.n;
}

static size_t class_at(struct classes *c, const struct said_reply *r)
{
    struct bi key = key_of(c, r);
    void **place = map_at_by(&c->keys, key_hash(&key), same_key, &key);
    struct class_key *known = *place;
    if (known) return known->at;
    struct rank_class x = class_of(c, r, key);
    size_t at = class_known(c, &x);
    if (at == c->list.n) VEC_ADD(c->a, c->list, x);
    *place = known = ARENA_ONE(c->a, struct class_key);
    *known = (struct class_key){key, at};
    return at;
}

/* -- putting together ------------------------------------------------------------------------------------ */

/* The smallest that stands alone, of those that are equal the first in order; NULL: there is none. */
static struct rank_class *smallest(const struct classes *c, bool any, int day)
{
    struct rank_class *small = NULL;
    for (size_t i = 0; i < c->list.n; i++) {
        struct rank_class *x = &c->list.at[i];
        if ((!any && x->day != day) || x->pool >= 0) continue;
        if (!small || x->n < small->n || (x->n == small->n && x->rank < small->rank)) small = x;
    }
    return small;
}

/* Pools what is too small among the classes of a day (any: of all days), and the next smallest until they are
 * enough, with what is in that pool already. */
static void pool(struct classes *c, bool any, int day, int as, long least)
{
    long sum = 0;
    for (size_t i = 0; i < c->list.n; i++) {
        struct rank_class *x = &c->list.at[i];
        if ((any || x->day == day) && x->pool < 0 && x->n < least) x->pool = as;
        if (x->pool == as) sum += x->n;
    }
    while (sum && sum < least) {
        struct rank_class *small = smallest(c, any, day);
        if (!small) return;
        small->pool = as;
        sum += small->n;
    }
}

static int day_most(const struct classes *c)
{
    int most = 0;
    for (size_t i = 0; i < c->list.n; i++)
        if (c->list.at[i].day > most) most = c->list.at[i].day;
    return most;
}

/* A day as a class: those of its sheets that are not among the others of all days. */
static struct rank_class day_class(const struct classes *c, int day)
{
    struct rank_class x = {.pool = -1, .rank = day ? (size_t)day : GROUP_UNTOLD};
    for (size_t i = 0; i < c->list.n; i++)
        if (c->list.at[i].day == day && c->list.at[i].pool) x.n += c->list.at[i].n;
    if (!x.n) x.pool = 0;
    return x;
}

/* Days first, as if they were the classes: the sessions of a day that does not show are all in one pool. */
static void pool_sessions(struct classes *c, long least)
{
    int most = day_most(c);
    struct classes days = {.a = c->a};
    struct rank_class others = {.pool = 0};
    for (int d = 0; d <= most; d++) VEC_ADD(c->a, days.list, day_class(c, d));
    for (size_t i = 0; i < c->list.n; i++)
        if (c->list.at[i].pool == 0) others.n += c->list.at[i].n;
    VEC_ADD(c->a, days.list, others);
    pool(&days, true, 0, 0, least);
    for (size_t i = 0; i < c->list.n; i++)
        if (days.list.at[c->list.at[i].day].pool == 0) c->list.at[i].pool = 0;
    for (int d = 0; d <= most; d++)
        if (days.list.at[d].pool < 0) pool(c, false, d, d, least);
}

static void pool_all(struct classes *c, long least)
{
    if (c->way == GROUP_SESSION)
        pool_sessions(c, least);
    else
        pool(c, true, 0, 0, least);
}

/* -- groups ---------------------------------------------------------------------------------------------- */

static int class_cmp(const void *a, const void *b)
{
    const struct rank_class *x = *(const struct rank_class *const *)a,
                            *y = *(const struct rank_class *const *)b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    return bi_cmp(x->name, y->name);
}

static struct group alone(const struct rank_class *x)
{
    return (struct group){.at = x->rank, .role = x->name, .n = x->n};
}

/* One group for each class that stands alone, in order, then one for each pool. */
static struct groups settle(struct classes *c)
{
    int most = day_most(c);
    struct groups g = {.at = ARENA_MANY(c->a, struct group, c->list.n + (size_t)most + 1)};
    struct rank_class **order = ARENA_MANY(c->a, struct rank_class *, c->list.n);
    for (size_t i = 0; i < c->list.n; i++) order[i] = &c->list.at[i];
    if (c->list.n) qsort(order, c->list.n, sizeof(*order), class_cmp);
    for (size_t i = 0; i < c->list.n; i++) {
        if (order[i]->pool >= 0) continue;
        order[i]->group = g.n;
        g.at[g.n++] = alone(order[i]);
    }
    for (int k = 1; k <= most + 1; k++) { /* the days', then that of all */
        int d = k <= most ? k : 0;
        bool any = false;
        for (size_t i = 0; i < c->list.n; i++) {
            if (c->list.at[i].pool != d) continue;
            c->list.at[i].group = g.n;
            g.at[g.n].n += c->list.at[i].n;
            any = true;
        }
        if (!any) continue;
        g.at[g.n].day = d;
        g.at[g.n++].pooled = true;
    }
    return g;
}

/* What of[] says of classes, of groups. */
static struct groups settled(struct classes *c, size_t *of, size_t n)
{
    struct groups g = settle(c);
    g.of = of;
    for (size_t i = 0; i < n; i++)
        if (of[i] != SIZE_MAX) of[i] = c->list.at[of[i]].group;
    return g;
}

struct groups group_of(struct arena *a, const struct corpus *corpus, const struct said_form *form,
                       enum group_way way)
{
    struct classes c = {.a = a, .corpus = corpus, .way = way, .keys = MAP(a)};
    size_t n = form->form->nreplies, *of = ARENA_MANY(a, size_t, n);
    VEC_ROOM(a, c.list);
    for (size_t i = 0; i < n; i++) {
        of[i] = class_at(&c, &form->replies[i]);
        c.list.at[of[i]].n++;
    }
    pool_all(&c, group_least(corpus));
    return settled(&c, of, n);
}

/* A group of all sheets, as a class of those who answered. */
static struct rank_class class_again(const struct classes *c, const struct group *g)
{
    struct rank_class x = {.name = g->role, .rank = g->at, .pool = g->pooled ? g->day : -1, .day = g->day};
    if (c->way == GROUP_SESSION && !g->pooled && g->at != GROUP_UNTOLD)
        x.day = c->corpus->sessions[g->at].day;
    return x;
}

struct groups group_answered(struct arena *a, const struct corpus *corpus, const struct said_form *form,
                             enum group_way way, const struct groups *all, size_t prompt)
{
    struct classes c = {.a = a, .corpus = corpus, .way = way, .keys = MAP(a)};
    size_t n = form->form->nreplies, *of = ARENA_MANY(a, size_t, n), *at = ARENA_MANY(a, size_t, all->n);
    VEC_ROOM(a, c.list);
    for (size_t i = 0; i < n; i++) {
        of[i] = SIZE_MAX;
        if (!form->replies[i].answers[prompt].given) continue;
        size_t *mine = &at[all->of[i]]; /* its class and 1 */
        if (!*mine) {
            VEC_ADD(a, c.list, class_again(&c, &all->at[all->of[i]]));
            *mine = c.list.n;
        }
        of[i] = *mine - 1;
        c.list.at[of[i]].n++;
    }
    pool_all(&c, group_least(corpus));
    return settled(&c, of, n);
}

bool group_pooled(const struct groups *g)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->at[i].pooled) return true;
    return false;
}
