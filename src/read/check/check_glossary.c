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

struct glossary {
    struct job *job;
    struct glossary_term *terms; /* the longest first */
    size_t n;
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

static struct glossary read_terms(struct job *job, const struct corpus *c)
{
    struct glossary g = {.job = job, .terms = ARENA_MANY(job->scratch, struct glossary_term, c->nterms)};
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
    return g;
}

/* Blots out a stem with one of its ends, wherever it stands. */
static bool take_end(char *text, size_t n, struct str stem, const char *end)
{
    struct str all = {text, n};
    bool found = false;
    for (size_t at = 0; (at = str_find(all, stem, at)) != SIZE_MAX; at++) {
        if (!str_starts(str_sub(all, at + stem.n, n), end)) continue;
        memset(text + at + 1, '#', stem.n - 1);
        found = true;
    }
    return found;
}

/* The term, or its plural, as words of their own; what is found is blotted out: it is no part of another. */
static bool take(char *text, size_t n, struct str words)
{
    struct str stem = str_sub(words, 0, words.n - 1);
    bool found = take_end(text, n, stem, " ");
    if (take_end(text, n, stem, "s ")) found = true;
    if (take_end(text, n, stem, "es ")) found = true;
    if (str_ends(stem, "y") && take_end(text, n, str_sub(stem, 0, stem.n - 1), "ies ")) found = true;
    return found;
}

static bool has_form(const struct glossary *g, struct str words, struct str folded)
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t k = 0; k < g->terms[i].nforms && str_eq(g->terms[i].words, words); k++)
            if (str_find(folded, g->terms[i].forms[k], 0) != SIZE_MAX) return true;
    return false;
}

static void tell_pair(struct glossary *g, const struct pair *p)
{
    struct arena *a = g->job->scratch;
    const struct block *b = p->side[lang_other(SPACED)];
    struct str text = words_of(a, note_walk_text(a, p->side[SPACED])),
               folded = spelling_order_fold(a, note_walk_text(a, b));
    char *left = (char *)(uintptr_t)str_copy(a, text).s;
    for (size_t i = 0; i < g->n; i++) {
        struct glossary_term *t = &g->terms[i];
        if (!take(left, text.n, t->words)) continue;
        if (has_form(g, t->words, folded))
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
