#include "survey/suppression.h"

#include "survey/group.h"

enum { SWEEPS_MOST = 24 };

struct suppression {
    struct builder *p;
    const struct form *form;
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
    long least = group_least(v->p);
    bool any = false;
    memset(v->total, 0, v->form->nreplies * sizeof *v->total);
    memset(v->told, 0, v->form->nreplies * sizeof *v->told);
    for (size_t i = 0; i < v->form->nreplies; i++) {
        if (g->of[i] == SIZE_MAX) continue;
        v->total[g->of[i]]++;
        v->told[g->of[i]] += tells(v, i);
    }
    for (size_t i = 0; i < v->form->nreplies; i++) {
        if (g->of[i] == SIZE_MAX || !tells(v, i)) continue;
        long rest = v->total[g->of[i]] - v->told[g->of[i]];
        if (!rest || rest >= least) continue;
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
    for (size_t i = 0; i < v->form->nreplies; i++) n += !tells(v, i);
    return n && n < group_least(v->p);
}

const bool *suppression_lifted(struct builder *p, const struct form *form)
{
    struct suppression v = {.p = p, .form = form, .people = group_of(p, form, GROUP_PERSON, GROUP_ALL)};
    size_t n = 0, most = (form->nprompts + 1) * GROUP_WAYS;
    struct groups *all = ARENA_MANY(p->a, struct groups, most);
    bool *lifted = ARENA_MANY(p->a, bool, form->nreplies);
    v.hidden = ARENA_MANY(p->a, bool, v.people.n);
    v.total = ARENA_MANY(p->a, long, form->nreplies);
    v.told = ARENA_MANY(p->a, long, form->nreplies);
    for (size_t i = 0; i < v.people.n; i++) v.hidden[i] = v.people.at[i].pooled;
    for (int w = 0; w < GROUP_WAYS; w++) {
        all[n++] = group_of(p, form, (enum group_way)w, GROUP_ALL);
        for (size_t i = 0; i < form->nprompts; i++)
            if (form->prompts[i].type != PROMPT_OPEN) all[n++] = group_of(p, form, (enum group_way)w, (int)i);
    }
    int sweeps = 0;
    while (sweeps < SWEEPS_MOST && sweep(&v, all, n)) sweeps++;
    bool none = sweeps == SWEEPS_MOST || too_few_hidden(&v);
    for (size_t i = 0; i < form->nreplies; i++) lifted[i] = !none && tells(&v, i);
    return lifted;
}
