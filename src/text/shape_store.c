#include "text/shape_store.h"

#include <pthread.h>

enum {
    ROOM = 8 << 20, /* bytes of paragraphs: about a million letters */
    LARGEST = ROOM / 16
};

struct shape_paragraph {
    const uint64_t *styles; /* one a run */
    size_t nruns;
    struct str typed; /* all runs' text */
    struct shape_parted parted;
};

struct shape_store {
    struct arena *keep, *scratch;
    const struct font_set *fonts;
    const struct words *breaks;
    pthread_mutex_t lock; /* of all below */
    struct shape_cache *cache;
    struct map words, paragraphs; /* struct shape_word, struct shape_paragraph */
    size_t held;                  /* bytes of paragraphs */
    bool broken;                  /* memory ran out in the middle */
};

struct shape_store *shape_store_new(struct arena *like, const struct font_set *fonts,
                                    const struct words *words)
{
    struct arena *keep = arena_new_like(like);
    struct shape_store *s = ARENA_ONE(keep, struct shape_store);
    *s = (struct shape_store){
        .keep = keep, .fonts = fonts, .breaks = words, .words = MAP(keep), .paragraphs = MAP(keep)};
    s->scratch = arena_new_like(like);
    s->cache = shape_cache_new(keep, s->scratch, fonts);
    pthread_mutex_init(&s->lock, NULL);
    return s;
}

void shape_store_free(struct shape_store *s)
{
    if (!s) return;
    shape_cache_free(s->cache);
    pthread_mutex_destroy(&s->lock);
    arena_free(s->scratch);
    arena_free(s->keep);
}

bool shape_store_is_full(const struct shape_store *s)
{
    return s->held > ROOM - LARGEST;
}

const struct font_set *shape_store_fonts(const struct shape_store *s)
{
    return s->fonts;
}

const struct words *shape_store_breaks(const struct shape_store *s)
{
    return s->breaks;
}

/* -- the lock: memory that runs out under it is told when it is open again -- */

static _Noreturn void give_up(struct shape_store *s, struct arena *who)
{
    s->broken = true;
    pthread_mutex_unlock(&s->lock);
    arena_fail(who, 0);
}

static void fail_to(struct shape_store *s, jmp_buf *back)
{
    arena_back(s->keep, back);
    arena_back(s->scratch, back);
}

/* -- words -- */

uint64_t shape_store_hash(const struct shape_cache_style *y, struct str text)
{
    uint64_t style = (uint64_t)y->script << 8 | (uint64_t)y->lang << 5 | (uint64_t)y->use << 2 |
                     (uint64_t)y->bold << 1 | (uint64_t)y->italic | (uint64_t)y->hyphenate << 40;
    return map_hash(str_hash(text), style);
}

static bool same_style(const struct shape_cache_style *a, const struct shape_cache_style *b)
{
    return a->script == b->script && a->lang == b->lang && a->use == b->use && a->bold == b->bold &&
           a->italic == b->italic && a->hyphenate == b->hyphenate;
}

bool shape_store_same(const void *word, const void *wanted)
{
    const struct shape_word *a = word, *b = wanted;
    return str_eq(a->text, b->text) && same_style(&a->style, &b->style);
}

static const struct shape_word *word_of(struct shape_store *s, const struct shape_word *wanted, bool space)
{
    uint64_t hash = shape_store_hash(&wanted->style, wanted->text);
    struct shape_word *w = map_get_by(&s->words, hash, shape_store_same, wanted);
    if (w) return w;
    w = ARENA_ONE(s->keep, struct shape_word);
    *w = (struct shape_word){str_copy(s->keep, wanted->text), wanted->style,
                             shape_cache_get(s->cache, &wanted->style, wanted->text, space)};
    return *map_at_by(&s->words, hash, shape_store_same, wanted) = w;
}

const struct shape_word *shape_store_word(struct shape_store *s, struct arena *who,
                                          const struct shape_word *wanted, bool space)
{
    jmp_buf back;
    pthread_mutex_lock(&s->lock);
    if (s->broken || setjmp(back)) give_up(s, who);
    fail_to(s, &back);
    const struct shape_word *w = word_of(s, wanted, space);
    pthread_mutex_unlock(&s->lock);
    return w;
}

/* -- paragraphs -- */

/* All that itemising and the choice of faces look at, but for the text. */
static uint64_t style_of_run(const struct text_run *r)
{
    return (uint64_t)r->text.n << 16 | (uint64_t)r->lang << 8 | (uint64_t)r->use << 5 |
           (uint64_t)r->bold << 4 | (uint64_t)r->italic << 3 | (uint64_t)r->hyphenate << 2 |
           (uint64_t)r->forced << 1 | (uint64_t)r->mark;
}

/* Eight bytes at once: a paragraph is long. */
static uint64_t hash_text(uint64_t h, struct str s)
{
    uint64_t word;
    size_t i = 0;
    for (; i + sizeof word <= s.n; i += sizeof word) {
        memcpy(&word, s.s + i, sizeof word);
        h = map_hash(h, word);
    }
    word = 0;
    if (i < s.n) memcpy(&word, s.s + i, s.n - i);
    return map_hash(h, word);
}

uint64_t shape_store_runs_hash(const struct text_run *runs, size_t n)
{
    uint64_t h = n;
    for (size_t i = 0; i < n; i++) h = hash_text(map_hash(h, style_of_run(&runs[i])), runs[i].text);
    return h;
}

struct shape_runs {
    const struct text_run *at;
    size_t n;
};

static bool same_runs(const void *value, const void *wanted)
{
    const struct shape_paragraph *p = value;
    const struct shape_runs *r = wanted;
    size_t at = 0;
    if (p->nruns != r->n) return false;
    for (size_t i = 0; i < r->n; at += r->at[i++].text.n)
        if (p->styles[i] != style_of_run(&r->at[i]) ||
            !str_eq(str_sub(p->typed, at, at + r->at[i].text.n), r->at[i].text))
            return false;
    return true;
}

const struct shape_parted *shape_store_find(struct shape_store *s, uint64_t hash, const struct text_run *runs,
                                            size_t n)
{
    struct shape_runs wanted = {runs, n};
    pthread_mutex_lock(&s->lock);
    const struct shape_paragraph *p = map_get_by(&s->paragraphs, hash, same_runs, &wanted);
    pthread_mutex_unlock(&s->lock);
    return p ? &p->parted : NULL;
}

static size_t size_of(const struct text_run *runs, size_t n, const struct itemised *it)
{
    size_t bytes = sizeof(struct shape_paragraph) + n * sizeof(uint64_t) + 2 * it->text.n;
    for (size_t i = 0; i < n; i++) bytes += runs[i].text.n;
    return bytes + it->n * (sizeof *it->at + sizeof(struct shape_word *));
}

static struct str typed_of(struct arena *a, const struct text_run *runs, size_t n)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < n; i++) buf_add(&b, runs[i].text);
    return str_copy(a, buf_str(&b));
}

static void *copy(struct arena *a, const void *from, size_t n)
{
    return n ? memcpy(arena_raw(a, n), from, n) : NULL;
}

static void keep_paragraph(struct shape_store *s, const struct shape_runs *runs, uint64_t hash,
                           const struct shape_parted *parted)
{
    const struct itemised *it = &parted->it;
    if (map_get_by(&s->paragraphs, hash, same_runs, runs)) return;
    struct arena_mark mark = arena_mark(s->scratch);
    struct shape_paragraph *p = ARENA_ONE(s->keep, struct shape_paragraph);
    uint64_t *styles = ARENA_RAW(s->keep, uint64_t, runs->n);
    for (size_t i = 0; i < runs->n; i++) styles[i] = style_of_run(&runs->at[i]);
    p->styles = styles;
    p->nruns = runs->n;
    p->typed = str_copy(s->keep, typed_of(s->scratch, runs->at, runs->n));
    p->parted.it = (struct itemised){str_copy(s->keep, it->text), copy(s->keep, it->brk, it->text.n + 1),
                                     copy(s->keep, it->at, it->n * sizeof *it->at), it->n};
    p->parted.words = copy(s->keep, parted->words, it->n * sizeof *parted->words);
    *map_at_by(&s->paragraphs, hash, same_runs, runs) = p;
    arena_reset(s->scratch, mark);
}

void shape_store_keep(struct shape_store *s, struct arena *who, uint64_t hash, const struct text_run *runs,
                      size_t n, const struct shape_parted *parted)
{
    struct shape_runs r = {runs, n};
    size_t bytes = size_of(runs, n, &parted->it);
    jmp_buf back;
    if (bytes > LARGEST) return;
    pthread_mutex_lock(&s->lock);
    if (s->broken || setjmp(back)) give_up(s, who);
    fail_to(s, &back);
    if (s->held + bytes <= ROOM) {
        s->held += bytes;
        keep_paragraph(s, &r, hash, parted);
    }
    pthread_mutex_unlock(&s->lock);
}
