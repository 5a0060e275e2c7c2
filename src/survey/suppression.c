#include "survey/suppression.h"

enum { SWEEPS_MOST = 24 };

struct suppression {
    size_t n; /* replies */
    long least;
    struct groups people; /* those who share session, role and language */
    bool *hidden;         /* by group of people */
    long *total, *told;   /* by group of the way that is looked at */
};

static bool tells(const struct suppression *v, size_t reply)
{
    return !v->hidden[v->people.of[reply]];
}

/* Hides whoever tells in a group of which too few do not. True where there was one. */
static bool hide_rest(struct suppression *v, const struct groups *g)
{
    bool any = false;
    memset(v->total, 0, v->n * sizeof *v->total);
    memset(v->told, 0, v->n * sizeof *v->told);
    for (size_t i = 0; i < v->n; i++) {
        if (g->of[i] == SIZE_MAX) continue;
        v->total[g->of[i]]++;
        v->told[g->of[i]] += tells(v, i);
    }
    for (size_t i = 0; i < v->n; i++) {
        if (g->of[i] == SIZE_MAX || !tells(v, i)) continue;
        long rest = v->total[g->of[i]] - v->told[g->of[i]];
        if (!rest || rest >= v->least) continue;
        v->hidden[v->people.of[i]] = any = true;
    }
    return any;
}

/* All that the report tells by groups: of every sheet, and of those that answer a prompt. */
static bool sweep(struct suppression *v, const struct groups *all, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) any |= hide_rest(v, &all[i]);
    return any;
}

static bool too_few_hidden(const struct suppression *v)
{
    long n = 0;
    for (size_t i = 0; i < v->n; i++) n += !tells(v, i);
    return n && n < v->least;
}

const bool *suppression_lifted(struct arena *a, const struct corpus *c, const struct said_form *form,
                               const struct groups *told, size_t n)
{
    struct suppression v = {.n = form->form->nreplies, .least = group_least(c)};
    bool *lifted = ARENA_MANY(a, bool, v.n);
    v.people = group_of(a, c, form, GROUP_PERSON, GROUP_ALL);
    v.hidden = ARENA_MANY(a, bool, v.people.n);
    v.total = ARENA_MANY(a, long, v.n);
    v.told = ARENA_MANY(a, long, v.n);
    for (size_t i = 0; i < v.people.n; i++) v.hidden[i] = v.people.at[i].pooled;
    int sweeps = 0;
    while (sweeps < SWEEPS_MOST && sweep(&v, told, n)) sweeps++;
    bool none = sweeps == SWEEPS_MOST || too_few_hidden(&v);
    for (size_t i = 0; i < v.n; i++) lifted[i] = !none && tells(&v, i);
    return lifted;
}
