#include "survey/quote.h"

enum {
    SHORTEST = 12,
    LONGEST = 420, /* code points that make a good quote */
    LEFT = 12      /* bytes not masked */
};

static bool asks(struct str text)
{
    text = str_trim(text);
    static const char *const ends[] = {"?", "？", "?”", "?»", "?\"", "?)", "? ។"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i])) return true;
    return false;
}

static bool tells_roles(const struct survey_form *f)
{
    const struct groups *roles = &f->groups[GROUP_ROLE];
    for (size_t i = 0; i < roles->n; i++)
        if (!roles->at[i].pooled && roles->at[i].at != GROUP_UNTOLD) return true;
    return false;
}

/* In its own language and the other that it was put into. */
static struct quote quote_of(const struct survey_form *f, size_t reply, const struct said_answer *a)
{
    enum lang own = a->lang == LANG_NONE ? lang_of_text(a->text) : a->lang, other = lang_other(own);
    struct quote q = {.place = a->place, .lang = own, .number = f->said->replies[reply].number};
    q.role = survey_role(f, reply);
    q.unnamed = bi_empty(q.role) && tells_roles(f);
    q.text.t[own] = a->text;
    q.text.t[other] = a->translation[other];
    q.text.at[own] = q.text.at[other] = a->place;
    return q;
}

/* How an answer is chosen: where short ones are wanted those that are whole in what the document shows, the
 * short ones before others; then those of good length in which nothing is masked; then the others. */
enum rank { RANK_BRIEF, RANK_WHOLE, RANK_GOOD, RANK_REST };

static enum rank rank_of(const struct quote_wish *w, const struct said_answer *a)
{
    size_t n = utf8_count(a->text);
    if (n < SHORTEST || n > LONGEST || a->masked) return RANK_REST;
    bool whole = !w->both || a->lang == LANG_NONE || a->translation[lang_other(a->lang)].n;
    if (!w->brief || !whole || n > 2 * w->brief) return RANK_GOOD;
    return n <= w->brief ? RANK_BRIEF : RANK_WHOLE;
}

static bool wanted(const struct quote_wish *w, size_t reply, size_t prompt, struct str text)
{
    if (w->used && w->used[reply]) return false;
    size_t at = reply * w->form->form->nprompts + prompt;
    if (w->theme && !(w->theme[at] & w->theme_bit)) return false;
    return !w->asking || asks(text);
}

/* The answer at a place (reply × prompt), where it suits; else NULL. */
static const struct said_answer *suits(const struct quote_wish *w, size_t at, size_t span)
{
    const struct survey_form *f = w->form;
    size_t i = at / span, k = w->prompt == QUOTE_ANY ? at % span : w->prompt;
    const struct said_reply *r = &f->said->replies[i];
    const struct said_answer *a = &r->answers[k];
    if (!prompt_is_open(&f->form->prompts[k]) || !r->quotable || !a->given || !str_trim(a->text).n)
        return NULL;
    if (!wanted(w, i, k, a->text)) return NULL;
    return w->prompt == QUOTE_ANY && !w->asking && asks(a->text) ? NULL : a;
}

/* Do two of them read alike? */
static bool chosen_before(const struct quote *chosen, size_t n, struct str text)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(str_trim(chosen[i].text.t[chosen[i].lang]), str_trim(text))) return true;
    return false;
}

static size_t span_of(const struct quote_wish *w)
{
    return w->prompt == QUOTE_ANY ? w->form->form->nprompts : 1;
}

/* The next answer in a language and of a rank, at or after *at, to chosen[n]. */
static bool next_in(const struct quote_wish *w, enum lang l, enum rank rank, size_t *at, struct quote *chosen,
                    size_t n)
{
    size_t span = span_of(w);
    while (*at < w->form->form->nreplies * span) {
        size_t here = (*at)++;
        const struct said_answer *a = suits(w, here, span);
        if (!a || a->lang != l || a->left < LEFT || rank_of(w, a) != rank ||
            chosen_before(chosen, n, a->text))
            continue;
        if (w->used) w->used[here / span] = true;
        chosen[n] = quote_of(w->form, here / span, a);
        return true;
    }
    return false;
}

size_t quote_list(const struct quote_wish *w, struct quote *chosen)
{
    size_t span = span_of(w), n = 0;
    for (size_t at = 0; at < w->form->form->nreplies * span && n < w->most; at++) {
        const struct said_answer *a = suits(w, at, span);
        if (!a) continue;
        if (chosen) chosen[n] = quote_of(w->form, at / span, a);
        n++;
    }
    return n;
}

size_t quote_pick(const struct quote_wish *w, struct quote *chosen)
{
    size_t n = 0;
    for (int rank = w->brief ? RANK_BRIEF : RANK_GOOD; rank <= RANK_REST; rank++) {
        size_t at[LANG_N] = {0};
        bool more[LANG_N] = {true, true};
        while (n < w->most && (more[0] || more[1]))
            for (int i = 0; i < LANG_N && n < w->most; i++) {
                enum lang l = (enum lang)(((int)w->first + i) % LANG_N);
                more[l] = more[l] && next_in(w, l, (enum rank)rank, &at[l], chosen, n);
                n += more[l];
            }
    }
    return n;
}
