#include "survey/recoding.h"

#include <stdlib.h>

struct row_key { /* what a row tells of its writer */
    size_t group[GROUP_WAYS];
    unsigned langs; /* bits */
};

static unsigned shown_langs(const struct form *f, const struct said_reply *r)
{
    unsigned langs = 0;
    for (size_t i = 0; i < f->nprompts; i++)
        if (prompt_is_open(&f->prompts[i]) && r->answers[i].text.n) langs |= 1u << r->answers[i].lang;
    return langs;
}

static bool any_words(const struct said_form *form)
{
    for (size_t i = 0; i < form->form->nreplies; i++)
        if (shown_langs(form->form, &form->replies[i])) return true;
    return false;
}

static int key_cmp(const void *a, const void *b)
{
    const struct row_key *x = a, *y = b;
    for (int w = 0; w < GROUP_WAYS; w++)
        if (x->group[w] != y->group[w]) return x->group[w] < y->group[w] ? -1 : 1;
    return (x->langs > y->langs) - (x->langs < y->langs);
}

static struct row_key key_of(const struct said_form *form, const struct groups *groups, unsigned ways,
                             size_t reply, bool words)
{
    struct row_key key = {{0}, 0};
    unsigned langs = shown_langs(form->form, &form->replies[reply]);
    for (int w = 0; w < GROUP_WAYS; w++)
        if (ways >> w & 1) key.group[w] = groups[w].of[reply];
    if (words) key.langs = langs ? langs : 1u << form->replies[reply].lang;
    return key;
}

bool recoding_anonymous(struct arena *scratch, const struct said_form *form, const struct groups *groups,
                        unsigned ways, long least)
{
    struct arena_mark mark = arena_mark(scratch);
    size_t n = form->form->nreplies;
    struct row_key *keys = ARENA_MANY(scratch, struct row_key, n);
    bool words = any_words(form), enough = (long)n >= least;
    for (size_t i = 0; i < n; i++) keys[i] = key_of(form, groups, ways, i, words);
    if (n) qsort(keys, n, sizeof *keys, key_cmp);
    long same = least;
    for (size_t i = 0; i < n && enough; i++) {
        bool next = i > 0 && key_cmp(&keys[i - 1], &keys[i]) == 0;
        enough = next || same >= least;
        same = next ? same + 1 : 1;
    }
    arena_reset(scratch, mark);
    return enough && same >= least;
}

/* The group that a sheet's column tells; NULL: it tells none. */
static const struct group *told(const struct groups *groups, unsigned ways, enum group_way way, size_t reply)
{
    const struct group *g = &groups[way].at[groups[way].of[reply]];
    return (ways >> way & 1) && !g->pooled && g->at != GROUP_UNTOLD ? g : NULL;
}

/* True where less is told than was typed. */
static bool recode(struct said_reply *r, const struct corpus *c, const struct groups *groups, unsigned ways,
                   size_t reply)
{
    const struct group *session = told(groups, ways, GROUP_SESSION, reply);
    bool role = told(groups, ways, GROUP_ROLE, reply), lang = told(groups, ways, GROUP_LANGUAGE, reply);
    bool less =
        (!session && r->session.n) || (!role && !bi_empty(r->role)) || (!lang && r->lang != LANG_NONE);
    r->session = session ? c->sessions[session->at].id : STR("");
    if (!role) r->role = (struct bi){0};
    if (!lang) r->lang = LANG_NONE;
    return less;
}

bool recoding_sheets(const struct corpus *c, const struct said_form *form, const struct groups *groups,
                     unsigned ways, struct said_reply *sheets)
{
    bool less = false;
    for (size_t i = 0; i < form->form->nreplies; i++) {
        sheets[i] = form->replies[i];
        less |= recode(&sheets[i], c, groups, ways, i);
    }
    for (size_t i = 0; less && i < form->form->nreplies; i++) sheets[i].number = (struct bi){0};
    return less;
}
