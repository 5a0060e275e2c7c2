#include "read/check/check.h"
#include "read/check/note_walk.h"

/* Words that a sentence has and a name or a title has few of, by language; none where letters tell enough:
 * Khmer texts hold Latin names, titles of books, lists of them. */
static const char *const LITTLE[LANG_N] = {
    [LANG_EN] = "the a an and or of to in is are was were that for with they this have has from"};

enum { LITTLE_LONGEST = 4 /* bytes */, LETTERS_LEAST = 20 /* to be sure of a language */ };

struct letters {
    size_t by[LANG_N], words, little[LANG_N];
};

static bool is_little(struct str word, int lang)
{
    struct str all = str_of(LITTLE[lang]), one;
    if (!word.n || word.n > LITTLE_LONGEST) return false;
    while (str_cut(&all, ' ', &one))
        if (str_eq_fold(word, one)) return true;
    return false;
}

static void count_word(struct letters *n, struct str word)
{
    for (int l = 0; l < LANG_N; l++) n->little[l] += is_little(word, l);
    n->words += word.n > 0;
}

/* As far as they matter in a text that is to be in own: where a single letter of it says that it is, up to
 * the first. */
static struct letters count(struct str text, enum lang own)
{
    bool words = LITTLE[lang_other(own)] != NULL;
    struct letters n = {0};
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        size_t here = at;
        enum lang l = lang_of_letter(utf8_next(text, &at));
        if (l < LANG_N) n.by[l]++;
        if (l == own && words) return n;
        if (l == LANG_NONE && words) count_word(&n, str_sub(text, from, here)), from = at;
    }
    if (words) count_word(&n, str_sub(text, from, text.n));
    return n;
}

/* All of it in the other language, and enough of it to be sure. */
static bool is_in(const struct letters *n, enum lang other, enum lang own)
{
    enum { WORDS = 7, SURE = 2 };
    if (n->by[other] < LETTERS_LEAST || n->by[own] >= n->by[other] / 5) return false;
    return !LITTLE[other] || (!n->by[own] && n->words >= WORDS && n->little[other] >= SURE);
}

static bool was_told(const struct job *job, enum diag_code code, const struct source *source)
{
    for (size_t i = 0; i < job->diags->list.n; i++) {
        const struct diag *d = &job->diags->list.at[i];
        if (d->code == code && d->place.source == source) return true;
    }
    return false;
}

/* Two notes whose names were swapped, or one that waits for its translation. True where nothing more is to be
 * looked for: it was told, or all of it holds less of the other language than a paragraph would. */
static bool tell_whole(struct job *job, const struct doc *d)
{
    static const enum diag_code CODES[] = {
        [LANG_KM] = DIAG_NOTE_NOT_KHMER, [LANG_EN] = DIAG_NOTE_NOT_ENGLISH};
    if (d->lang >= LANG_N) return false;
    struct letters n = count(note_walk_text(job->scratch, d->root), d->lang);
    size_t other = n.by[lang_other(d->lang)], own = n.by[d->lang];
    bool mixes = LITTLE[lang_other(d->lang)] != NULL;
    if (other < LETTERS_LEAST) return !mixes; /* where they mix, it was counted up to the first of its own */
    if (mixes ? own > 0 : own >= other / 5) return false;
    if (!was_told(job, DIAG_ENCODING_LEGACY, d->source))
        diag_tell(job->diags, CODES[d->lang], place_in(d->source, PLACE_WHOLE_FILE), {0});
    return true;
}

/* Words of somebody's, code and tables may stand as they are. */
static bool is_prose(const struct block *b)
{
    for (const struct block *x = b; x; x = x->parent)
        if (x->kind == BLOCK_QUOTE || x->kind == BLOCK_TABLE || x->kind == BLOCK_CODE ||
            x->kind == BLOCK_FIGURE)
            return false;
    return b->spans.n > 0;
}

static void tell_paragraphs(struct job *job, const struct doc *d)
{
    struct place first = {0};
    size_t n = 0;
    for (const struct block *b = d->root; b; b = note_walk_next(d->root, b)) {
        if (!is_prose(b)) continue;
        struct letters letters = count(note_walk_text(job->scratch, b), d->lang);
        if (!is_in(&letters, lang_other(d->lang), d->lang)) continue;
        if (!n++) first = b->place;
    }
    if (n)
        diag_tell(job->diags, n > 1 ? DIAG_PARAGRAPHS_LANGUAGE : DIAG_PARAGRAPH_LANGUAGE, first,
                  str_of(lang_tag(d->lang)), str_fmt(job->scratch, "%zu", n));
}

static void tell_doc(void *with, const struct note *note, const struct doc *d)
{
    struct job *job = with;
    struct arena_mark mark = arena_mark(job->scratch);
    (void)note;
    if (!tell_whole(job, d)) tell_paragraphs(job, d);
    arena_reset(job->scratch, mark);
}

void check_script(struct job *job, const struct corpus *c)
{
    note_walk_docs(c, tell_doc, job);
}
