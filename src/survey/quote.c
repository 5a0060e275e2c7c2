#include "survey/quote.h"

#include "privacy/mask.h"
#include "survey/group.h"

enum {
    SHORTEST = 12,
    LONGEST = 420, /* code points that make a good quote */
    LEFT = 12      /* bytes not masked */
};

/* -- choosing ------------------------------------------------------------------------------------------- */

static bool may_quote(const struct builder *p, const struct reply *r, const struct answer *a)
{
    return corpus_quotable(p->corpus, r) && a->given && str_trim(a->text).n;
}

bool quote_asks(struct str text)
{
    text = str_trim(text);
    static const char *const ends[] = {"?", "？", "?”", "?»", "?\"", "?)", "? ។"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i])) return true;
    return false;
}

/* Masked, in its own language and the others that it was put into. */
static struct quote quote_of(struct builder *p, const struct form *f, const struct reply *r,
                             const struct answer *a)
{
    struct quote q = {.form = f, .reply = r, .answer = a};
    enum lang own = a->lang == LANG_NONE ? builder_lang_of(a->text) : a->lang;
    struct masked text = mask_text(p, a->text, own);
    q.lang = own;
    q.kinds = text.kinds;
    q.left = text.left;
    q.text.t[own] = text.text;
    q.text.at[own] = a->place;
    enum lang other = (enum lang)(LANG_N - 1 - own);
    struct masked translation = mask_text(p, a->translation[other], other);
    q.text.t[other] = translation.text;
    q.text.at[other] = a->place;
    q.kinds |= translation.kinds;
    return q;
}

/* How an answer is chosen: where short ones are wanted those that are whole in what the document shows; then
 * those of good length in which nothing is masked; then the others. */
enum rank { RANK_BRIEF, RANK_GOOD, RANK_REST };

/* As far as it can be told before masking. */
static enum rank rank_of(const struct builder *p, const struct quote_wish *w, const struct answer *a)
{
    size_t n = utf8_count(a->text);
    if (n < SHORTEST || n > LONGEST) return RANK_REST;
    bool whole = !p->both || a->lang == LANG_NONE || a->translation[LANG_N - 1 - a->lang].n;
    return n <= w->brief && whole ? RANK_BRIEF : RANK_GOOD;
}

static bool wanted(const struct quote_wish *w, size_t reply, const struct answer *a)
{
    if (w->used && w->used[reply]) return false;
    size_t at = reply * w->form->nprompts + (size_t)(a - w->form->replies[reply].answers);
    if (w->theme && !(w->theme[at] & w->theme_bit)) return false;
    return !w->asking || quote_asks(a->text);
}

/* The answer at a place (reply × prompt), where it suits; else NULL. */
static const struct answer *suits(const struct builder *p, const struct quote_wish *w, size_t at, size_t span)
{
    const struct form *f = w->form;
    size_t i = at / span, k = w->prompt == QUOTE_ANY ? at % span : w->prompt;
    const struct answer *a = &f->replies[i].answers[k];
    if (f->prompts[k].type != PROMPT_OPEN || !may_quote(p, &f->replies[i], a) || !wanted(w, i, a))
        return NULL;
    return w->prompt == QUOTE_ANY && !w->asking && quote_asks(a->text) ? NULL : a;
}

static bool chosen_before(const struct quote *chosen, size_t n, const struct answer *a)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(str_trim(chosen[i].answer->text), str_trim(a->text))) return true;
    return false;
}

/* The next answer in a language and of a rank, at or after *at, to chosen[n]. */
static bool next_in(struct builder *p, const struct quote_wish *w, enum lang l, enum rank rank, size_t *at,
                    struct quote *chosen, size_t n)
{
    const struct form *f = w->form;
    size_t span = w->prompt == QUOTE_ANY ? f->nprompts : 1;
    while (*at < f->nreplies * span) {
        size_t here = (*at)++;
        const struct answer *a = suits(p, w, here, span);
        if (!a || a->lang != l || chosen_before(chosen, n, a)) continue;
        enum rank bare = rank_of(p, w, a);
        if (bare > rank || (bare < rank && rank != RANK_REST)) continue;
        struct quote q = quote_of(p, f, &f->replies[here / span], a);
        if ((q.kinds ? RANK_REST : bare) != rank || q.left < LEFT) continue;
        if (w->used) w->used[here / span] = true;
        chosen[n] = q;
        return true;
    }
    return false;
}

size_t quote_list(struct builder *p, const struct quote_wish *w, struct quote *chosen)
{
    const struct form *f = w->form;
    size_t span = w->prompt == QUOTE_ANY ? f->nprompts : 1, n = 0;
    for (size_t at = 0; at < f->nreplies * span && n < w->most; at++) {
        const struct answer *a = suits(p, w, at, span);
        if (!a) continue;
        if (chosen) chosen[n] = quote_of(p, f, &f->replies[at / span], a);
        n++;
    }
    return n;
}

size_t quote_pick(struct builder *p, const struct quote_wish *w, struct quote *chosen)
{
    size_t n = 0;
    for (int rank = w->brief ? RANK_BRIEF : RANK_GOOD; rank <= RANK_REST; rank++) {
        size_t at[LANG_N] = {0};
        bool more[LANG_N] = {true, true};
        while (n < w->most && (more[0] || more[1]))
            for (int i = 0; i < LANG_N && n < w->most; i++) {
                enum lang l = i ? (enum lang)(LANG_N - 1 - p->langs[0]) : p->langs[0];
                more[l] = more[l] && next_in(p, w, l, (enum rank)rank, &at[l], chosen, n);
                n += more[l];
            }
    }
    return n;
}

static bool any_given(const struct form *f, size_t prompt)
{
    for (size_t i = 0; i < f->nreplies; i++)
        for (size_t k = 0; k < f->nprompts; k++) {
            bool asked = f->prompts[k].type == PROMPT_OPEN && (prompt == QUOTE_ANY || prompt == k);
            if (asked && f->replies[i].answers[k].given) return true;
        }
    return false;
}

void quote_withheld(struct builder *p, struct node *parent, const struct form *form, size_t prompt)
{
    if (p->corpus->roster == ROSTER_UNREAD && any_given(form, prompt))
        builder_par(p, parent, ROLE_SMALL, words_of(WORD_ANSWERS_WITHHELD));
}

/* -- setting -- */

struct bi quote_number(struct builder *p, const struct reply *r)
{
    enum { MOST = 16 };
    if (!r->number.n || r->number.n > MOST || mask_text(p, r->number, LANG_EN).kinds) return (struct bi){0};
    return builder_digits(p, r->number);
}

struct bi quote_source(struct builder *p, const struct quote *q)
{
    struct bi number = quote_number(p, q->reply), role = group_role(p, q->form, q->reply);
    if (!builder_has(number)) return role;
    return builder_has(role) ? builder_say(p, WORD_SAID_BY, number, role) : builder_say(p, WORD_SAID, number);
}

/* Paragraphs of an answer typed on several lines. */
static void quote_lines(struct builder *p, struct node *quote, struct str text, enum lang l, struct place at)
{
    struct str rest = text, line;
    while (str_cut(&rest, '\n', &line)) {
        line = str_trim(line);
        if (!line.n) continue;
        struct node *para = node_new(p->a, quote, ROLE_P, l, at);
        node_text(p->a, para, line, l, at);
    }
}

static void set_quote(struct builder *p, struct node *parent, const struct quote *q, enum lang l,
                      struct str source, enum lang source_lang)
{
    struct place at = q->answer->place;
    struct node *n = node_new(p->a, parent, ROLE_QUOTE, l, at);
    quote_lines(p, n, q->text.t[l], l, at);
    if (!source.n) return;
    struct node *s = node_new(p->a, n, ROLE_SOURCE, source_lang, at);
    node_text(p->a, s, source, source_lang, at);
}

static struct str noted(struct builder *p, enum word w, struct str source, enum lang l)
{
    return source.n ? builder_say(p, w, builder_same(source)).t[l] : source;
}

void quote_set(struct builder *p, struct node *parent, const struct quote *q)
{
    struct bi source = quote_source(p, q);
    enum lang own = q->lang, other = (enum lang)(LANG_N - 1 - own), l = p->langs[0];
    bool translated = q->text.t[other].n > 0;
    if (p->both && translated) {
        struct node *sides[LANG_N];
        builder_pair(p, parent, sides);
        set_quote(p, sides[own], q, own, source.t[own], own);
        set_quote(p, sides[other], q, other, noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[other], other),
                  other);
    } else if (p->both || own == l) {
        set_quote(p, parent, q, own, source.t[own], own);
    } else if (translated) {
        set_quote(p, parent, q, l, noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[l], l), l);
    } else {
        set_quote(p, parent, q, own, noted(p, WORD_ORIGINAL_OF_OTHER, source.t[l], l), l);
    }
}

size_t quote_some(struct builder *p, struct node *parent, const struct form *form, size_t prompt, size_t most)
{
    struct quote *chosen = ARENA_MANY(p->a, struct quote, most ? most : 1);
    struct quote_wish wish = {.form = form, .prompt = prompt, .most = most};
    size_t n = quote_pick(p, &wish, chosen);
    for (size_t i = 0; i < n; i++) quote_set(p, parent, &chosen[i]);
    return n;
}
