#include "survey/theme.h"

#include "khmer/lexicon.h"
#include "model/replies.h"
#include "privacy/name/folded_text.h"

struct rules {
    struct arena *a;
    struct names *trie;
    VEC(uint64_t) bits; /* by the trie's state */
};

static void add_word(struct rules *r, struct folded_text word, uint64_t bit)
{
    uint32_t state = 1;
    if (!word.n) return;
    names_add(r->trie, folded_text_str(r->a, word));
    for (size_t i = 0; i < word.n; i++) state = names_next(r->trie, state, word.at[i].cp);
    while (r->bits.n <= state) VEC_ADD(r->a, r->bits, 0);
    r->bits.at[state] |= bit;
}

/* An English word's plural is the same word. */
static void add_rule(struct rules *r, struct str typed, uint64_t bit)
{
    struct folded_text word = folded_text_of(r->a, typed);
    add_word(r, word, bit);
    if (word.n && folded_text_latin(word.at[word.n - 1].cp))
        add_word(r, folded_text_of(r->a, str_fmt(r->a, "%.*ss", STR_ARGS(typed))), bit);
}

static bool read_rules(const struct form *f, struct rules *r)
{
    bool any = false;
    for (size_t i = 0; i < f->nthemes; i++)
        for (int l = 0; l < LANG_N; l++)
            for (size_t k = 0; k < f->themes[i].nwords[l]; k++) {
                add_rule(r, f->themes[i].words[l][k], (uint64_t)1 << i);
                any = true;
            }
    return any;
}

static uint64_t themes_in(const struct rules *r, struct folded_text s)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!folded_text_begins(s, i)) continue;
        uint32_t state = 1;
        for (size_t k = i; k < s.n && (state = names_next(r->trie, state, s.at[k].cp)) != 0; k++)
            if (state < r->bits.n && r->bits.at[state] && folded_text_ends(s, k + 1))
                bits |= r->bits.at[state];
    }
    return bits;
}

static uint64_t suggest(struct arena *scratch, const struct form *f, const struct rules *r,
                        const struct reply *reply)
{
    uint64_t bits = 0;
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < f->nprompts; i++)
        if (prompt_is_open(&f->prompts[i]))
            bits |= themes_in(r, folded_text_of(scratch, reply->answers[i].text));
    arena_reset(scratch, mark);
    return bits;
}

struct themes theme_find(struct job *job, const struct form *form)
{
    struct arena *a = job->keep;
    struct themes t = {ARENA_MANY(a, uint64_t, form->nreplies), ARENA_MANY(a, uint64_t, form->nreplies),
                       NULL};
    struct rules *r = ARENA_ONE(a, struct rules);
    *r = (struct rules){.a = a, .trie = names_new(a)};
    if (read_rules(form, r)) t.rules = r;
    for (size_t i = 0; i < form->nreplies; i++) {
        t.typed[i] = form->replies[i].themes;
        if (t.rules && !t.typed[i]) t.suggested[i] = suggest(job->scratch, form, r, &form->replies[i]);
    }
    return t;
}

/* -- by answer --------------------------------------------------------------------------------------------
 */

static bool theme_worded(const struct theme *t)
{
    for (int l = 0; l < LANG_N; l++)
        if (t->nwords[l]) return true;
    return false;
}

static uint64_t wordless(const struct form *f)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < f->nthemes; i++)
        if (!theme_worded(&f->themes[i])) bits |= (uint64_t)1 << i;
    return bits;
}

struct theme_open { /* a sheet's open answers */
    size_t n, longest;
};

static struct theme_open open_of(const struct form *f, const struct reply *r)
{
    struct theme_open o = {0};
    for (size_t i = 0; i < f->nprompts; i++) {
        if (!prompt_is_open(&f->prompts[i]) || !r->answers[i].given) continue;
        if (!o.n++ || r->answers[i].text.n > r->answers[o.longest].text.n) o.longest = i;
    }
    return o;
}

/* The themes of a sheet's open answers, by prompt. */
static void find_answers(struct arena *scratch, const struct form *f, const struct reply *reply, uint64_t all,
                         const struct rules *rules, uint64_t *here)
{
    struct theme_open open = open_of(f, reply);
    for (size_t k = 0; all && rules && open.n > 1 && k < f->nprompts; k++) {
        if (!prompt_is_open(&f->prompts[k]) || !reply->answers[k].given) continue;
        struct arena_mark mark = arena_mark(scratch);
        here[k] = all & themes_in(rules, folded_text_of(scratch, reply->answers[k].text));
        arena_reset(scratch, mark);
    }
    if (open.n) here[open.longest] |= open.n == 1 ? all : all & wordless(f);
}

uint64_t *theme_answers(struct job *job, const struct said_form *said, const struct themes *themes)
{
    const struct form *f = said->form;
    uint64_t *bits = ARENA_MANY(job->keep, uint64_t, f->nreplies * f->nprompts);
    for (size_t i = 0; i < f->nreplies; i++) {
        uint64_t all = themes->typed[i] | themes->suggested[i];
        if (said->replies[i].quotable)
            find_answers(job->scratch, f, &f->replies[i], all, themes->rules, bits + i * f->nprompts);
    }
    return bits;
}
