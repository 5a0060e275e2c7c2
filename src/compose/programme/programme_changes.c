#include "compose/programme/programme_changes.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"
#include "khmer/spelling_order.h"

#include <stdlib.h>

enum { ITEMS_MOST = 30 /* what goes further is another programme */ };

struct changes {
    struct builder *p;
    const struct session **was; /* by session now; NULL: there was none */
    bool *kept;                 /* by session then: it is there still */
};

static bool same_text(struct builder *p, struct str a, struct str b)
{
    if (str_eq(a, b)) return true;
    struct arena_mark mark = arena_mark(p->job->scratch);
    bool same = str_eq(spelling_order_fold(p->job->scratch, a), spelling_order_fold(p->job->scratch, b));
    arena_reset(p->job->scratch, mark);
    return same;
}

/* -- knowing them again ---------------------------------------------------------------------------------- */

struct keyed {
    struct str key;
    size_t at;
};

struct keys {
    VEC(struct keyed) list;
};

static int by_key(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    int c = str_cmp(a->key, b->key);
    return c ? c : (a->at > b->at) - (a->at < b->at);
}

/* What a session is known by: its number, its title in a language (LANG_NONE: not), or both. */
static struct str key_of(struct arena *a, const struct session *s, bool number, enum lang l)
{
    struct str title = l == LANG_NONE ? STR("") : spelling_order_fold(a, s->title.t[l]);
    if (!s->id.n || (l != LANG_NONE && !title.n)) return STR("");
    struct str id = number ? s->id : STR("");
    return str_fmt(a, "%.*s\n%.*s", STR_ARGS(id), STR_ARGS(title));
}

static void add_key(struct arena *a, struct keys *k, struct str key, size_t at)
{
    if (key.n) VEC_ADD(a, k->list, (struct keyed){key, at});
}

/* Pairs what is not paired yet and has the same key, in the order of the programmes. */
static void pair_up(struct changes *x, bool number, enum lang l)
{
    const struct corpus *c = x->p->corpus;
    struct arena *a = x->p->job->scratch;
    struct arena_mark mark = arena_mark(a);
    struct keys now = {0}, then = {0};
    for (size_t i = 0; i < c->nsessions; i++)
        if (!x->was[i]) add_key(a, &now, key_of(a, &c->sessions[i], number, l), i);
    for (size_t i = 0; i < c->nbefore; i++)
        if (!x->kept[i]) add_key(a, &then, key_of(a, &c->before[i], number, l), i);
    if (now.list.n) qsort(now.list.at, now.list.n, sizeof *now.list.at, by_key);
    if (then.list.n) qsort(then.list.at, then.list.n, sizeof *then.list.at, by_key);
    for (size_t i = 0, k = 0; i < now.list.n && k < then.list.n;) {
        int order = str_cmp(now.list.at[i].key, then.list.at[k].key);
        if (!order) {
            x->was[now.list.at[i].at] = &c->before[then.list.at[k].at];
            x->kept[then.list.at[k].at] = true;
        }
        i += order <= 0;
        k += order >= 0;
    }
    arena_reset(a, mark);
}

static struct changes compare(struct builder *p)
{
    const struct corpus *c = p->corpus;
    struct changes x = {p, ARENA_MANY(p->a, const struct session *, c->nsessions),
                        ARENA_MANY(p->a, bool, c->nbefore)};
    for (int both = 1; both >= 0; both--)
        for (int l = 0; l < LANG_N; l++) pair_up(&x, both, (enum lang)l);
    pair_up(&x, true, LANG_NONE);
    return x;
}

/* -- what is otherwise ----------------------------------------------------------------------------------- */

static bool moved(const struct session *now, const struct session *then)
{
    return now->day != then->day || now->start != then->start || now->end != then->end;
}

static bool retitled(struct builder *p, const struct session *now, const struct session *then)
{
    for (int l = 0; l < LANG_N; l++)
        if (now->title.t[l].n && then->title.t[l].n && !same_text(p, now->title.t[l], then->title.t[l]))
            return true;
    return false;
}

static bool has_changed(struct builder *p, const struct session *now, const struct session *then)
{
    return !then || moved(now, then) || !same_text(p, now->room, then->room) || retitled(p, now, then);
}

const bool *programme_changes_find(struct builder *p)
{
    if (!p->corpus->nbefore) return NULL;
    struct changes x = compare(p);
    bool *changed = ARENA_MANY(p->a, bool, p->corpus->nsessions);
    for (size_t i = 0; i < p->corpus->nsessions; i++)
        changed[i] = p->corpus->sessions[i].id.n && has_changed(p, &p->corpus->sessions[i], x.was[i]);
    return changed;
}

/* -- in words -------------------------------------------------------------------------------------------- */

static struct bi hours(struct builder *p, const struct session *s, bool day)
{
    struct bi time = calendar_hours(p, s->start, s->end);
    return day ? builder_join(p, calendar_day(p, s->day), " ", time) : time;
}

static struct bi room(const struct session *s)
{
    return s->room.n ? bi_typed(s->room) : words_of(WORD_CHANGE_NO_ROOM);
}

/* What became of a session: hours, room, title, each with what it was. */
static struct bi said(struct builder *p, const struct session *now, const struct session *then)
{
    struct bi all = {0}, part;
    bool other_day = now->day != then->day;
    if (moved(now, then))
        all = builder_say(p, WORD_CHANGE_WAS, hours(p, now, other_day), hours(p, then, other_day));
    if (!same_text(p, now->room, then->room)) {
        part = builder_say(p, WORD_CHANGE_WAS, room(now), room(then));
        all = builder_join(p, all, "; ", part);
    }
    if (!retitled(p, now, then)) return all;
    for (int l = 0; l < LANG_N; l++) {
        struct bi title = builder_say(p, WORD_CHANGE_TITLE, then->title);
        bool same = !then->title.t[l].n || same_text(p, now->title.t[l], then->title.t[l]);
        if (same) continue;
        struct bi one = {0};
        one.t[l] = title.t[l];
        struct bi joined = builder_join(p, all, "; ", one);
        all.t[l] = joined.t[l];
    }
    return all;
}

/* Items of a list in each of the document's languages. */
struct programme_changes_lines {
    struct builder *p;
    struct node *lists[LANG_N]; /* where two are shown; else the first is the only one */
    long n, more;
};

static void put_item(struct programme_changes_lines *out, struct bi text)
{
    struct builder *p = out->p;
    for (int l = 0; l < LANG_N; l++) {
        if (!out->lists[l]) continue;
        struct node *item = builder_node(p, out->lists[l], ROLE_ITEM);
        item->label = STR("•");
        struct node *line = node_new(p->a, item, ROLE_SMALL, (enum lang)l, text.at[l]);
        node_text(p->a, line, text.t[l], (enum lang)l, text.at[l]);
    }
}

static void add(struct programme_changes_lines *out, struct bi text)
{
    if (out->n++ < ITEMS_MOST)
        put_item(out, builder_filled(text));
    else
        out->more++;
}

static void add_all(struct programme_changes_lines *out, const struct changes *x)
{
    struct builder *p = out->p;
    const struct corpus *c = p->corpus;
    for (size_t i = 0; i < c->nsessions; i++) {
        const struct session *now = &c->sessions[i], *then = x->was[i];
        struct bi number = session_facts_number(p, now->id);
        if (!now->id.n || !has_changed(p, now, then)) continue;
        if (then)
            add(out, builder_say(p, WORD_CHANGE_LINE, number, builder_filled(said(p, now, then))));
        else
            add(out, builder_say(p, WORD_CHANGE_NEW, number));
    }
    for (size_t k = 0; k < c->nbefore; k++)
        if (!x->kept[k] && c->before[k].id.n)
            add(out, builder_say(p, WORD_CHANGE_DROPPED, c->before[k].title));
    if (out->more) put_item(out, builder_say(p, WORD_CHANGE_MORE, builder_number(p, out->more)));
}

static struct programme_changes_lines new_lists(struct builder *p, struct node *parent)
{
    struct programme_changes_lines out = {.p = p};
    struct node *sides[LANG_N] = {0};
    if (p->both) builder_pair(p, parent, sides);
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        out.lists[l] = node_new(p->a, p->both ? sides[l] : parent, ROLE_LIST, l, (struct place){0});
    }
    return out;
}

static bool any_change(struct builder *p, const struct changes *x)
{
    const struct corpus *c = p->corpus;
    for (size_t i = 0; i < c->nsessions; i++)
        if (c->sessions[i].id.n && has_changed(p, &c->sessions[i], x->was[i])) return true;
    for (size_t k = 0; k < c->nbefore; k++)
        if (!x->kept[k] && c->before[k].id.n) return true;
    return false;
}

void programme_changes_list(struct builder *p, struct node *parent)
{
    if (!p->corpus->nbefore) return;
    struct changes x = compare(p);
    struct bi date = calendar_date(p, p->corpus->before_of);
    if (!any_change(p, &x)) {
        builder_par(p, parent, ROLE_SMALL, builder_say(p, WORD_CHANGED_NOTHING, date));
        return;
    }
    struct node *part = builder_node(p, parent, ROLE_SECT);
    builder_par(p, part, ROLE_LEAD, builder_say(p, WORD_CHANGED_SINCE, date));
    builder_strong(part->last);
    struct programme_changes_lines out = new_lists(p, part);
    add_all(&out, &x);
}
