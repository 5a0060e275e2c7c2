#include "text/shape.h"

#include "base/map.h"
#include "text/itemise.h"
#include "text/shape_cache.h"
#include "text/shape_store.h"

enum { MISSING_SHOWN = 8, MILLION = 1000000 };

struct shaper {
    struct job *job;
    struct arena *keep; /* of its own: shaped text may point into it */
    const struct font_set *fonts;
    struct shape_store *store, *own; /* own: made for this one alone; NULL: shared */
    struct shape_cache *singles;
    struct map words;        /* const struct shape_word: those of the store that were asked for */
    VEC(struct cluster) out; /* room used again by each call */
    uint32_t missing[MISSING_SHOWN];
    size_t nmissing;
    bool more_missing;
};

struct shaper *shaper_on(struct job *job, struct shape_store *store)
{
    struct arena *keep = arena_new_like(job->keep);
    struct shaper *s = ARENA_ONE(keep, struct shaper);
    *s = (struct shaper){
        .job = job, .keep = keep, .fonts = shape_store_fonts(store), .store = store, .words = MAP(keep)};
    s->singles = shape_cache_new(keep, job->scratch, s->fonts);
    return s;
}

struct shaper *shaper_new(struct job *job, const struct font_set *fonts, const struct words *words)
{
    struct shape_store *own = shape_store_new(job->keep, fonts, words);
    struct shaper *s = shaper_on(job, own);
    s->own = own;
    return s;
}

void shaper_free(struct shaper *s)
{
    if (!s) return;
    shape_cache_free(s->singles);
    shape_store_free(s->own);
    arena_free(s->keep);
}

/* -- words, as they were shaped before -- */

static const struct shape_word *word_for(struct shaper *s, const struct shape_cache_style *style,
                                         struct str text, bool space)
{
    if (space && !shape_cache_fixed_space(text)) text = STR(" ");
    struct shape_word wanted = {.text = text, .style = *style};
    uint64_t hash = shape_store_hash(style, text);
    const struct shape_word *w = map_get_by(&s->words, hash, shape_store_same, &wanted);
    if (w) return w;
    w = shape_store_word(s->store, s->job->keep, &wanted, space);
    *map_at_by(&s->words, hash, shape_store_same, &wanted) = (void *)(uintptr_t)w;
    return w;
}

/* -- what no face has -- */

static void note_missing(struct shaper *s, const struct cluster_glyphs *k)
{
    size_t at = 0;
    uint32_t cp = utf8_next(k->text, &at);
    for (size_t i = 0; i < s->nmissing; i++)
        if (s->missing[i] == cp) return;
    if (s->nmissing < MISSING_SHOWN)
        s->missing[s->nmissing++] = cp;
    else
        s->more_missing = true;
}

/* Where the first of them was typed: a run tells only where its block begins. */
static struct place missing_at(const struct shaper *s, struct place from)
{
    if (!from.source || from.offset >= from.source->text.n) return from;
    char bytes[4];
    struct str what = {bytes, utf8_put(bytes, s->missing[0])};
    size_t at = str_find(from.source->text, what, from.offset);
    return at == SIZE_MAX ? from : place_in(from.source, at);
}

/* One complaint for all that a run lacks. */
static void tell_missing(struct shaper *s, const struct text_run *run)
{
    struct buf what = BUF(s->job->keep);
    for (size_t i = 0; i < s->nmissing; i++) {
        if (i) buf_put(&what, ", ");
        buf_cp(&what, s->missing[i]);
        buf_fmt(&what, " (U+%04X)", (unsigned)s->missing[i]);
    }
    if (s->more_missing) buf_put(&what, " …");
    diag_tell(s->job->diags, DIAG_GLYPH_MISSING, missing_at(s, run->place), buf_str(&what));
    s->nmissing = 0;
    s->more_missing = false;
}

/* -- breaks -- */

static bool is_one_of(const char *set, char c)
{
    return c && strchr(set, c);
}

static bool loose_after(struct str text, size_t at)
{
    return at && is_one_of("/.-_&=?", text.s[at - 1]);
}

/* An English word inside an address, or with a digit, a hyphen or a letter at its ends, is not divided. */
static bool stands_alone(struct str text, const struct piece *p)
{
    unsigned char before = p->from ? (unsigned char)text.s[p->from - 1] : ' ';
    unsigned char after = p->to < text.n ? (unsigned char)text.s[p->to] : ' ';
    bool good_before = before == ' ' || before == '(' || before == '[' || before == '"' || before >= 0x80;
    bool good_after = !((after | 32) >= 'a' && (after | 32) <= 'z') && !(after >= '0' && after <= '9');
    return good_before && good_after && !is_one_of("@/\\_=&", (char)after);
}

static unsigned char break_at(const struct itemised *it, const struct piece *p, const struct text_run *run,
                              size_t at, bool inside, bool hyphen)
{
    unsigned char brk = it->brk[at];
    if (inside && run->whole) return BRK_NONE;
    if (hyphen && run->hyphenate && brk < BRK_HYPHEN && stands_alone(it->text, p)) return BRK_HYPHEN;
    if (inside && run->path && !p->space && !(at && it->text.s[at - 1] == '/'))
        return brk < BRK_SYLLABLE ? brk : BRK_SYLLABLE;
    if (inside && run->loose && brk < BRK_JOINT && !p->space)
        return loose_after(it->text, at) ? BRK_JOINT : brk < BRK_SYLLABLE ? BRK_SYLLABLE : brk;
    return brk;
}

/* -- clusters -- */

static int32_t scaled(int32_t size, uint32_t scale)
{
    return scale == MILLION ? size : (int32_t)(((int64_t)size * scale + MILLION / 2) / MILLION);
}

static int32_t width_of(int32_t per_mille, int32_t size)
{
    int64_t w = (int64_t)per_mille * size;
    return (int32_t)((w + (w < 0 ? -500 : 500)) / 1000);
}

static struct cluster cluster_of(const struct cached_cluster *t, int32_t run_size)
{
    int32_t size = scaled(run_size, t->scale);
    return (struct cluster){.glyphs = t->known,
                            .kind = t->kind,
                            .khmer = t->known->khmer,
                            .size = size,
                            .width = width_of(t->width, size)};
}

static void set_piece(struct shaper *s, const struct itemised *it, const struct piece *p,
                      const struct text_run *run, const struct shape_word *word)
{
    for (size_t i = 0; i < word->clusters.n; i++) {
        const struct cached_cluster *t = &word->clusters.at[i];
        struct cluster c = cluster_of(t, run->size);
        c.rise = run->rise;
        c.tag = run->tag;
        c.run = p->run;
        struct cluster *before = s->out.n ? &s->out.at[s->out.n - 1] : NULL;
        if (before && before->brk != BRK_FORCED)
            before->brk = break_at(it, p, run, p->from + t->at, before->run == p->run, t->hyphen);
        if (before && before->brk == BRK_HYPHEN && before->kind != CLUSTER_TEXT) before->brk = BRK_SPACE;
        if (t->missing) note_missing(s, t->known);
        VEC_ADD(s->keep, s->out, c);
    }
    if (p->forced && s->out.n) s->out.at[s->out.n - 1].brk = BRK_FORCED;
}

/* Runs to words; in scratch, and for those who come after in the store. */
static struct shape_parted part(struct shaper *s, uint64_t hash, const struct text_run *runs, size_t nruns)
{
    struct arena *a = s->job->scratch;
    struct shape_parted p = {.it = itemise(a, shape_store_breaks(s->store), runs, nruns)};
    p.words = ARENA_RAW(a, const struct shape_word *, p.it.n);
    for (size_t i = 0; i < p.it.n; i++) {
        const struct piece *piece = &p.it.at[i];
        const struct text_run *run = &runs[piece->run];
        struct shape_cache_style style = {
            lang_or(run->lang, LANG_EN), run->use, run->bold, run->italic, piece->script, run->hyphenate};
        p.words[i] = word_for(s, &style, str_sub(p.it.text, piece->from, piece->to), piece->space);
    }
    shape_store_keep(s->store, s->job->keep, hash, runs, nruns, &p);
    return p;
}

struct shaped shape_passing(struct shaper *s, const struct text_run *runs, size_t nruns)
{
    struct arena_mark mark = arena_mark(s->job->scratch);
    uint64_t hash = shape_store_runs_hash(runs, nruns);
    const struct shape_parted *known = shape_store_find(s->store, hash, runs, nruns);
    struct shape_parted parted = known ? *known : part(s, hash, runs, nruns);
    const struct itemised *it = &parted.it;
    s->out.n = 0;
    for (size_t i = 0; i < it->n; i++) {
        set_piece(s, it, &it->at[i], &runs[it->at[i].run], parted.words[i]);
        bool last = i + 1 == it->n || it->at[i + 1].run != it->at[i].run;
        if (last && s->nmissing) tell_missing(s, &runs[it->at[i].run]);
    }
    if (s->out.n) s->out.at[s->out.n - 1].brk = BRK_FORCED;
    arena_reset(s->job->scratch, mark);
    return (struct shaped){s->out.at, s->out.n};
}

struct shaped shape(struct shaper *s, const struct text_run *runs, size_t nruns)
{
    struct shaped out = shape_passing(s, runs, nruns);
    struct cluster *at = ARENA_RAW(s->job->keep, struct cluster, out.n);
    if (out.n) memcpy(at, out.at, out.n * sizeof *at);
    return (struct shaped){at, out.n};
}

struct cluster shape_hyphen(struct shaper *s, const struct cluster *c)
{
    bool has = face_glyph(font_set_at(s->fonts, c->glyphs->face), 0x2010);
    struct cached_cluster t =
        shape_cache_single(s->singles, c->glyphs->face, has ? 0x2010 : '-', STR("\xC2\xAD"));
    struct cluster h = cluster_of(&t, c->size);
    h.rise = c->rise;
    h.tag = c->tag;
    h.run = c->run;
    return h;
}

struct cluster shape_unseen(struct shaper *s, const struct cluster *c)
{
    struct cached_cluster t = shape_cache_single(s->singles, c->glyphs->face, ' ', c->glyphs->text);
    struct cluster u = cluster_of(&t, c->size);
    u.kind = CLUSTER_FIXED_SPACE;
    u.tag = c->tag;
    u.run = c->run;
    return u;
}

/* -- ink -- */

static int32_t rounded_up(int64_t units, int32_t size, int upem)
{
    int64_t n = units * size;
    return (int32_t)(n > 0 ? (n + upem - 1) / upem : n / upem);
}

/* The ink of clusters of one face, size and rise from at; returns the next that differs. */
static size_t ink_alike(struct shaper *s, const struct cluster *c, size_t n, size_t at, struct ink *ink)
{
    const struct cluster *first = &c[at];
    const struct cluster_glyphs *k = first->glyphs;
    int32_t above = k->above, below = k->below;
    int upem = font_set_info(s->fonts, k->face)->units_per_em;
    while (++at < n && c[at].glyphs->face == first->glyphs->face && c[at].size == first->size &&
           c[at].rise == first->rise) {
        k = c[at].glyphs;
        above = k->above > above ? k->above : above;
        below = k->below > below ? k->below : below;
    }
    above = rounded_up(above, first->size, upem) + first->rise;
    below = rounded_up(below, first->size, upem) - first->rise;
    ink->above = above > ink->above ? above : ink->above;
    ink->below = below > ink->below ? below : ink->below;
    return at;
}

struct ink shape_ink(struct shaper *s, const struct cluster *c, size_t n)
{
    struct ink ink = {0, 0, 0};
    for (size_t at = 0; at < n;) at = ink_alike(s, c, n, at, &ink);
    if (n) {
        const struct cluster_glyphs *k = c->glyphs;
        ink.left = (int32_t)((int64_t)k->left * c->size / font_set_info(s->fonts, k->face)->units_per_em);
    }
    return ink;
}
