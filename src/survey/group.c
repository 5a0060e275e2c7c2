#include "survey/group.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"
#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "privacy/mask.h"

#include <stdlib.h>

enum { LEAST = 5 };

int group_least(const struct builder *p)
{
    return p->corpus->event.least_group > 0 ? p->corpus->event.least_group : LEAST;
}

struct bi group_way_name(enum group_way way)
{
    static const enum word names[GROUP_WAYS] = {WORD_BY_SESSION, WORD_BY_DAY, WORD_BY_ROLE, WORD_BY_LANGUAGE};
    return words_of(names[way]);
}

/* -- roles ----------------------------------------------------------------------------------------------- */

struct role_entry {
    struct str key; /* as typed; of a known one folded, behind a '=' */
    struct bi name;
    bool used;
};

struct role_map {
    struct role_entry *at;
    size_t cap, n;
};

static struct role_entry *role_slot(struct role_entry *at, size_t cap, struct str key)
{
    size_t i = (size_t)str_hash(key) & (cap - 1);
    while (at[i].used && !str_eq(at[i].key, key)) i = (i + 1) & (cap - 1);
    return &at[i];
}

static struct role_entry *role_find(struct builder *p, struct str key)
{
    struct role_map *m = p->roles;
    if (m->n * 2 >= m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 128;
        struct role_entry *at = ARENA_MANY(p->a, struct role_entry, cap);
        for (size_t i = 0; i < m->cap; i++)
            if (m->at[i].used) *role_slot(at, cap, m->at[i].key) = m->at[i];
        m->at = at;
        m->cap = cap;
    }
    return role_slot(m->at, m->cap, key);
}

/* "a mentor", "mentor" and គ្រូប្រឹក្សាគរុកោសល្យ are one. */
static struct str bare_role(struct arena *a, struct str role)
{
    static const char *const articles[] = {"a ", "an ", "the "};
    role = str_trim(role);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t n = strlen(articles[i]);
        if (role.n > n && str_eq_fold(str_sub(role, 0, n), str_of(articles[i])))
            role = str_sub(role, n, role.n);
    }
    struct str one = STR("ម្នាក់");
    if (role.n > one.n && str_ends(role, one.s)) role.n -= one.n;
    return spelling_order_fold(a, role);
}

static void know_role(struct builder *p, struct str word, struct bi name)
{
    struct str bare = bare_role(p->a, word);
    if (!bare.n) return;
    struct str key = str_fmt(p->a, "=%.*s", STR_ARGS(bare));
    struct role_entry *slot = role_find(p, key);
    if (slot->used) return;
    *slot = (struct role_entry){key, name, true};
    p->roles->n++;
}

static void know_roles(struct builder *p)
{
    p->roles = ARENA_ONE(p->a, struct role_map);
    for (int w = WORD_A_TEACHER; w <= WORD_A_PARTICIPANT; w++)
        for (int l = 0; l < LANG_N; l++)
            know_role(p, words_in((enum word)w, (enum lang)l), words_of((enum word)w));
    for (size_t i = 0; i < p->corpus->nterms; i++)
        for (int l = 0; l < LANG_N; l++)
            know_role(p, p->corpus->terms[i].term.t[l], p->corpus->terms[i].term);
}

static struct bi masked(struct builder *p, struct bi role)
{
    for (int l = 0; l < LANG_N; l++) role.t[l] = mask_text(p, role.t[l], (enum lang)l).text;
    return role;
}

struct bi group_role_name(struct builder *p, struct str typed)
{
    if (!p->roles) know_roles(p);
    struct role_entry *slot = role_find(p, typed);
    if (slot->used) return slot->name;
    struct arena_mark mark = arena_mark(p->job->scratch);
    struct str bare = bare_role(p->job->scratch, typed);
    struct role_entry *known = role_find(p, str_fmt(p->job->scratch, "=%.*s", STR_ARGS(bare)));
    struct bi name = known->used ? known->name : masked(p, builder_typed(str_trim(typed)));
    arena_reset(p->job->scratch, mark);
    slot = role_find(p, typed);
    *slot = (struct role_entry){typed, name, true};
    p->roles->n++;
    return name;
}

/* -- classes: everyone apart ----------------------------------------------------------------------------- */

struct rank_class {
    struct bi name;
    long n;
    int day;     /* of a session; 0: none */
    size_t rank; /* its place in the order */
    int pool;    /* -1: stands alone; else the day whose small ones it is with, 0: of all */
    size_t group;
};

struct slot {
    struct str key;
    size_t at;
    bool used;
};

struct classes {
    struct builder *p;
    enum group_way way;
    VEC(struct rank_class) list;
    struct slot *typed; /* what was typed → class */
    size_t cap, n;
};

static struct slot *slot_of(struct slot *at, size_t cap, struct str key)
{
    size_t i = (size_t)str_hash(key) & (cap - 1);
    while (at[i].used && !str_eq(at[i].key, key)) i = (i + 1) & (cap - 1);
    return &at[i];
}

static struct slot *find(struct classes *c, struct str key)
{
    if (c->n * 2 >= c->cap) {
        size_t cap = c->cap ? c->cap * 2 : 64;
        struct slot *at = ARENA_MANY(c->p->a, struct slot, cap);
        for (size_t i = 0; i < c->cap; i++)
            if (c->typed[i].used) *slot_of(at, cap, c->typed[i].key) = c->typed[i];
        c->typed = at;
        c->cap = cap;
    }
    return slot_of(c->typed, c->cap, key);
}

static struct rank_class class_of(struct classes *c, struct str typed, enum lang lang)
{
    struct builder *p = c->p;
    const struct session *s = typed.n ? corpus_session(p->corpus, typed) : NULL;
    struct rank_class none = {.name = words_of(WORD_NOT_TOLD), .rank = SIZE_MAX, .pool = -1}, x = none;
    switch (c->way) {
    case GROUP_LANGUAGE:
        if (lang == LANG_NONE) return none;
        x.name = words_of(lang == LANG_KM ? WORD_KHMER : WORD_ENGLISH);
        x.rank = (size_t)lang;
        break;
    case GROUP_ROLE:
        if (!str_trim(typed).n) return none;
        x.name = group_role_name(p, typed);
        x.rank = 0;
        break;
    case GROUP_DAY:
        if (!s) return none;
        x.name = calendar_day(p, s->day);
        x.rank = (size_t)s->day;
        break;
    case GROUP_SESSION:
        if (!s) return none;
        x.name = session_facts_heading(p, s, s->id, (struct bi){0});
        x.rank = (size_t)(s - p->corpus->sessions);
        x.day = s->day;
        break;
    case GROUP_PERSON:
    case GROUP_VOICE:
        x.name = builder_same(typed);
        x.rank = 0;
        break;
    }
    return x;
}

/* What tells a reply's class. */
static struct str typed_of(struct classes *c, const struct reply *r)
{
    const char *lang = lang_tag(r->lang);
    switch (c->way) {
    case GROUP_ROLE: return r->role;
    case GROUP_LANGUAGE: return str_of(lang);
    case GROUP_SESSION:
    case GROUP_DAY: return r->session;
    case GROUP_PERSON:
    case GROUP_VOICE: break;
    }
    struct bi role = group_role_name(c->p, r->role);
    struct str session = c->way == GROUP_PERSON ? r->session : STR("");
    return str_fmt(c->p->a, "%.*s|%s|%.*s/%.*s", STR_ARGS(session), lang, STR_ARGS(role.t[LANG_EN]),
                   STR_ARGS(role.t[LANG_KM]));
}

/* The class of a reply; those of the same name are one. */
static size_t class_at(struct classes *c, const struct reply *r)
{
    struct str typed = typed_of(c, r);
    struct slot *slot = find(c, typed);
    if (slot->used) return slot->at;
    struct rank_class x = class_of(c, typed, r->lang);
    struct str name =
        str_fmt(c->p->a, "=%zu %.*s/%.*s", x.rank, STR_ARGS(x.name.t[0]), STR_ARGS(x.name.t[1]));
    *slot = (struct slot){typed, 0, true};
    c->n++;
    struct slot *known = find(c, name); /* may move the table */
    if (!known->used) {
        *known = (struct slot){name, c->list.n, true};
        c->n++;
        VEC_ADD(c->p->a, c->list, x);
    }
    size_t at = known->at;
    find(c, typed)->at = at;
    return at;
}

/* -- putting together ------------------------------------------------------------------------------------ */

/* Pools what is too small among the classes of a day (any: of all days), and the next smallest until they are
 * enough. */
static void pool(struct classes *c, bool any, int day, int as, long least)
{
    long sum = 0;
    bool some = false;
    for (size_t i = 0; i < c->list.n; i++) {
        struct rank_class *x = &c->list.at[i];
        if ((!any && x->day != day) || x->pool >= 0 || x->n >= least) continue;
        x->pool = as;
        sum += x->n;
        some = true;
    }
    while (some && sum < least) {
        struct rank_class *small = NULL;
        for (size_t i = 0; i < c->list.n; i++) {
            struct rank_class *x = &c->list.at[i];
            if ((any || x->day == day) && x->pool < 0 && (!small || x->n < small->n)) small = x;
        }
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

/* Days first, as if they were the classes: the sessions of a day that does not show are all in one pool. */
static void pool_sessions(struct classes *c, long least)
{
    int most = day_most(c);
    struct classes days = {.p = c->p};
    for (int d = 0; d <= most; d++) {
        struct rank_class x = {.pool = -1};
        for (size_t i = 0; i < c->list.n; i++)
            if (c->list.at[i].day == d) x.n += c->list.at[i].n;
        VEC_ADD(c->p->a, days.list, x);
        if (!x.n) days.list.at[d].pool = 0;
    }
    pool(&days, true, 0, 0, least);
    for (size_t i = 0; i < c->list.n; i++)
        if (days.list.at[c->list.at[i].day].pool == 0) c->list.at[i].pool = 0;
    for (int d = 0; d <= most; d++)
        if (days.list.at[d].pool < 0) pool(c, false, d, d, least);
}

/* -- groups ---------------------------------------------------------------------------------------------- */

static int class_cmp(const void *a, const void *b)
{
    const struct rank_class *x = *(const struct rank_class *const *)a,
                            *y = *(const struct rank_class *const *)b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    int cmp = str_cmp(x->name.t[LANG_EN], y->name.t[LANG_EN]);
    return cmp ? cmp : str_cmp(x->name.t[LANG_KM], y->name.t[LANG_KM]);
}

static struct bi pool_name(struct builder *p, int day)
{
    return day ? builder_say(p, WORD_DAY_OTHERS, calendar_day(p, day)) : words_of(WORD_OTHERS);
}

/* One group for each class that stands alone, in order, then one for each pool. */
static struct groups settle(struct classes *c)
{
    struct builder *p = c->p;
    int most = day_most(c);
    struct groups g = {.at = ARENA_MANY(p->a, struct group, c->list.n + (size_t)most + 1)};
    struct rank_class **order = ARENA_MANY(p->a, struct rank_class *, c->list.n);
    for (size_t i = 0; i < c->list.n; i++) order[i] = &c->list.at[i];
    if (c->list.n) qsort(order, c->list.n, sizeof(*order), class_cmp);
    for (size_t i = 0; i < c->list.n; i++) {
        if (order[i]->pool >= 0) continue;
        order[i]->group = g.n;
        g.at[g.n++] = (struct group){order[i]->name, order[i]->n, false};
    }
    for (int d = most; d >= 0; d--) {
        bool any = false;
        for (size_t i = 0; i < c->list.n; i++) {
            if (c->list.at[i].pool != d) continue;
            c->list.at[i].group = g.n;
            g.at[g.n].n += c->list.at[i].n;
            any = true;
        }
        if (!any) continue;
        g.at[g.n].name = pool_name(p, d);
        g.at[g.n++].pooled = true;
    }
    return g;
}

struct groups group_of(struct builder *p, const struct form *form, enum group_way way, int prompt)
{
    struct classes c = {.p = p, .way = way};
    size_t *of = ARENA_MANY(p->a, size_t, form->nreplies);
    VEC_ROOM(p->a, c.list);
    for (size_t i = 0; i < form->nreplies; i++) {
        const struct reply *r = &form->replies[i];
        of[i] = SIZE_MAX;
        if (prompt != GROUP_ALL && !r->answers[prompt].given) continue;
        of[i] = class_at(&c, r);
        c.list.at[of[i]].n++;
    }
    if (way == GROUP_SESSION)
        pool_sessions(&c, group_least(p));
    else
        pool(&c, true, 0, 0, group_least(p));
    struct groups g = settle(&c);
    g.of = of;
    for (size_t i = 0; i < form->nreplies; i++)
        if (of[i] != SIZE_MAX) of[i] = c.list.at[of[i]].group;
    return g;
}

/* -- what a sheet's writer is called --------------------------------------------------------------------- */

struct group_cache {
    const struct form *form;
    struct groups voices;
    struct group_cache *next;
};

static const struct groups *answer_list_of(struct builder *p, const struct form *form)
{
    for (const struct group_cache *c = p->groups; c; c = c->next)
        if (c->form == form) return &c->voices;
    struct group_cache *c = ARENA_ONE(p->a, struct group_cache);
    *c = (struct group_cache){form, group_of(p, form, GROUP_VOICE, GROUP_ALL), p->groups};
    p->groups = c;
    return &c->voices;
}

struct bi group_role(struct builder *p, const struct form *form, const struct reply *r)
{
    const struct groups *g = answer_list_of(p, form);
    const struct group *mine = &g->at[g->of[r - form->replies]];
    return mine->pooled || !str_trim(r->role).n ? (struct bi){0} : group_role_name(p, r->role);
}

void group_tell(struct builder *p, const struct form *form)
{
    struct bi ways = {0};
    for (int w = 0; w < GROUP_WAYS; w++) {
        struct groups g = group_of(p, form, (enum group_way)w, GROUP_ALL);
        bool any = false;
        for (size_t i = 0; i < g.n; i++) any |= g.at[i].pooled;
        if (any) ways = builder_join(p, ways, ", ", group_way_name((enum group_way)w));
    }
    if (!builder_has(ways)) return;
    diag_tell(p->job->diags, DIAG_GROUP_SMALL, place_in(form->source, PLACE_WHOLE_FILE),
              number_plain(p->a, group_least(p), LANG_EN), ways.t[LANG_EN], ways.t[LANG_KM]);
}
