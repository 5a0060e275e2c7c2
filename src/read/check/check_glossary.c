#include "base/map.h"
#include "khmer/spelling_order.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"

#include <stdlib.h>

/* The side whose words stand apart: there a term can be found for sure. */
static const enum lang SPACED = LANG_EN;

struct glossary_term {
    const struct term *term;
    struct str words;  /* folded, of the spaced side */
    struct str *forms; /* folded, of the other side: any of them will do */
    size_t nforms;
    bool single;        /* one word: a translation may say it by another, or leave it out */
    struct place first; /* in this note, where a pair's other side lacks it */
    bool kept;          /* in this note, somewhere a pair's other side has it */
};

struct glossary_begun { /* terms that begin with one word, by their index */
    VEC(size_t) list;
};

struct glossary {
    struct job *job;
    struct glossary_term *terms; /* the longest first; of the same words beside each other */
    size_t n;
    struct map begun; /* a word of a text → struct glossary_begun: only those may stand there */
};

/* Small letters and digits, one blank between words and at both ends. */
static struct str words_of(struct arena *a, struct str s)
{
    struct buf b = BUF(a);
    buf_byte(&b, ' ');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC3;
        letter = letter || (c >= 0x80 && c < 0xC0 && b.s[b.n - 1] != ' ');
        if (c == 0xE2) letter = false; /* quotation marks and dashes */
        if (letter)
            buf_byte(&b, c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c);
        else if (b.s[b.n - 1] != ' ')
            buf_byte(&b, ' ');
    }
    if (b.s[b.n - 1] != ' ') buf_byte(&b, ' ');
    return buf_str(&b);
}

/* Less what stands in brackets: a remark. */
static struct str less_remark(struct str s)
{
    size_t at = str_find(s, STR("("), 0);
    return at != SIZE_MAX && at > 0 ? str_trim(str_sub(s, 0, at)) : str_trim(s);
}

static void add_form(struct arena *a, struct glossary_term *t, struct str form)
{
    static const char *const MADE_NOUNS[] = {"ការ", "សេចក្តី", "ភាព"};
    struct str folded = spelling_order_fold(a, less_remark(form));
    for (size_t i = 0; i < sizeof MADE_NOUNS / sizeof *MADE_NOUNS; i++) {
        struct str noun = spelling_order_fold(a, str_of(MADE_NOUNS[i]));
        if (folded.n > noun.n + 6 && str_eq(str_sub(folded, 0, noun.n), noun))
            folded = str_sub(folded, noun.n, folded.n);
    }
    if (folded.n) t->forms[t->nforms++] = folded;
}

/* Parted by ; or / where several are right. */
static void add_forms(struct arena *a, struct glossary_term *t, struct str cell)
{
    enum { FORMS_MOST = 12 };
    struct str part, piece;
    t->forms = ARENA_MANY(a, struct str, FORMS_MOST + 2);
    while (str_cut(&cell, ';', &part))
        while (str_cut(&part, '/', &piece))
            if (t->nforms < FORMS_MOST) add_form(a, t, piece);
    if (t->term->acronym.n) add_form(a, t, t->term->acronym);
    add_form(a, t, t->term->term.t[SPACED]); /* left as it is */
}

static int longest_first(const void *left, const void *right)
{
    const struct glossary_term *a = left, *b = right;
    if (a->words.n != b->words.n) return a->words.n > b->words.n ? -1 : 1;
    return str_cmp(a->words, b->words);
}

static void index_word(struct glossary *g, size_t term, struct str word)
{
    void **at = map_at_str(&g->begun, word);
    if (!*at) *at = ARENA_ONE(g->job->scratch, struct glossary_begun);
    struct glossary_begun *begun = *at;
    VEC_ADD(g->job->scratch, begun->list, term);
}

/* Under its first word; where that is all of it, under its plurals too (take()). */
static void index_term(struct glossary *g, size_t term)
{
    struct str rest = str_sub(g->terms[term].words, 1, g->terms[term].words.n), word;
    if (!str_cut(&rest, ' ', &word)) return;
    index_word(g, term, word);
    if (!g->terms[term].single) return;
    struct arena *a = g->job->scratch;
    index_word(g, term, str_fmt(a, "%.*ss", STR_ARGS(word)));
    index_word(g, term, str_fmt(a, "%.*ses", STR_ARGS(word)));
    if (str_ends(word, "y")) index_word(g, term, str_fmt(a, "%.*sies", (int)word.n - 1, word.s));
}

static struct glossary read_terms(struct job *job, const struct corpus *c)
{
    struct glossary g = {.job = job,
                         .terms = ARENA_MANY(job->scratch, struct glossary_term, c->nterms),
                         .begun = MAP(job->scratch)};
    for (size_t i = 0; i < c->nterms; i++) {
        const struct term *t = &c->terms[i];
        struct str other = t->term.t[lang_other(SPACED)];
        if (!t->term.t[SPACED].n || !other.n) continue;
        struct str words = words_of(job->scratch, less_remark(t->term.t[SPACED]));
        if (words.n < 3) continue; /* signs alone */
        struct glossary_term *x = &g.terms[g.n++];
        x->term = t;
        x->words = words;
        x->single = !memchr(x->words.s + 1, ' ', x->words.n - 2);
        add_forms(job->scratch, x, other);
    }
    if (g.n) qsort(g.terms, g.n, sizeof *g.terms, longest_first);
    for (size_t i = 0; i < g.n; i++) index_term(&g, i);
    return g;
}

/* Blots out a stem with one of its ends where it begins at a blank. */
static bool take_end(char *text, size_t n, size_t at, struct str stem, const char *end)
{
    struct str here = str_sub((struct str){text, n}, at, n);
    if (here.n < stem.n || memcmp(here.s, stem.s, stem.n)) return false;
    if (!str_starts(str_sub(here, stem.n, here.n), end)) return false;
    memset(text + at + 1, '#', stem.n - 1);
    return true;
}

/* The term, or its plural, as words of their own; what is found is blotted out: it is no part of another. */
static bool take(char *text, size_t n, size_t at, struct str words)
{
    struct str stem = str_sub(words, 0, words.n - 1);
    if (take_end(text, n, at, stem, " ") || take_end(text, n, at, stem, "s ") ||
        take_end(text, n, at, stem, "es "))
        return true;
    return str_ends(stem, "y") && take_end(text, n, at, str_sub(stem, 0, stem.n - 1), "ies ");
}

/* One of a term's, or of another's that has the same words. */
static bool has_form(const struct glossary *g, size_t term, struct str folded)
{
    struct str words = g->terms[term].words;
    size_t i = term;
    while (i && str_eq(g->terms[i - 1].words, words)) i--;
    for (; i < g->n && str_eq(g->terms[i].words, words); i++)
        for (size_t k = 0; k < g->terms[i].nforms; k++)
            if (str_find(folded, g->terms[i].forms[k], 0) != SIZE_MAX) return true;
    return false;
}

struct glossary_place { /* where a term's first word stands in a text, behind the blank at at */
    size_t term, at;
};

struct glossary_met {
    VEC(struct glossary_place) list; /* the longest term first, each from the text's beginning on */
};

static int by_term(const void *left, const void *right)
{
    const struct glossary_place *a = left, *b = right;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static struct glossary_met find_met(const struct glossary *g, struct str text)
{
    struct glossary_met met = {0};
    struct str rest = text, word;
    while (str_cut(&rest, ' ', &word)) {
        const struct glossary_begun *begun = word.n ? map_get_str(&g->begun, word) : NULL;
        for (size_t i = 0; begun && i < begun->list.n; i++)
            VEC_ADD(g->job->scratch, met.list,
                    (struct glossary_place){begun->list.at[i], (size_t)(word.s - text.s) - 1});
    }
    if (met.list.n) qsort(met.list.at, met.list.n, sizeof *met.list.at, by_term);
    return met;
}

static void tell_pair(struct glossary *g, const struct pair *p)
{
    struct arena *a = g->job->scratch;
    const struct block *b = p->side[lang_other(SPACED)];
    struct str text = words_of(a, note_walk_text(a, p->side[SPACED])),
               folded = spelling_order_fold(a, note_walk_text(a, b));
    char *left = (char *)(uintptr_t)str_copy(a, text).s;
    struct glossary_met met = find_met(g, text);
    for (size_t i = 0; i < met.list.n;) {
        size_t term = met.list.at[i].term;
        struct glossary_term *t = &g->terms[term];
        bool found = false;
        for (; i < met.list.n && met.list.at[i].term == term; i++)
            found |= take(left, text.n, met.list.at[i].at, t->words);
        if (!found) continue;
        if (has_form(g, term, folded))
            t->kept = true;
        else if (!t->first.source)
            t->first = b->place;
    }
}

/* A single word that is kept elsewhere in the note was left out here, not translated otherwise. */
static void tell_note(struct glossary *g)
{
    for (size_t i = 0; i < g->n; i++) {
        struct glossary_term *t = &g->terms[i];
        if (t->first.source && !(t->single && t->kept))
            diag_tell(g->job->diags, DIAG_TERM_OTHERWISE, t->first, t->term->term.t[SPACED],
                      t->term->term.t[lang_other(SPACED)], place_text_line(g->job->scratch, t->term->place));
        t->first = (struct place){0};
        t->kept = false;
    }
}

void check_glossary(struct job *job, const struct corpus *c)
{
    struct glossary g = read_terms(job, c);
    for (size_t i = 0; g.n && i < c->nnotes; i++) {
        const struct note *n = &c->notes[i];
        for (size_t k = 0; k < n->npairs; k++) {
            struct arena_mark mark = arena_mark(job->scratch);
            if (pair_sides(&n->pairs[k]) == LANG_N) tell_pair(&g, &n->pairs[k]);
            arena_reset(job->scratch, mark);
        }
        tell_note(&g);
    }
}
