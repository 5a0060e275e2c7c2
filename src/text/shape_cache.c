#include "text/shape_cache.h"

#include "text/hyphen.h"
#include "text/itemise.h"

enum { CLUSTER_MOST = 48 /* glyphs */, PARTS_DEEP = 12 };

struct shape_cache {
    struct arena *keep, *scratch;
    const struct font_set *fonts;
    hb_buffer_t *buffer;
    hb_language_t language[LANG_N];
    struct map known; /* struct cluster_glyphs, by all that they are */
};

struct shape_cache *shape_cache_new(struct arena *keep, struct arena *scratch, const struct font_set *fonts)
{
    struct shape_cache *s = ARENA_ONE(keep, struct shape_cache);
    *s = (struct shape_cache){.keep = keep, .scratch = scratch, .fonts = fonts, .known = MAP(keep)};
    s->buffer = hb_buffer_create();
    for (int l = 0; l < LANG_N; l++) s->language[l] = hb_language_from_string(lang_tag((enum lang)l), -1);
    return s;
}

void shape_cache_free(struct shape_cache *s)
{
    hb_buffer_destroy(s->buffer);
}

/* -- ink -- */

static void measure(const struct face *f, struct cluster_glyphs *k)
{
    int32_t top = INT32_MIN, bottom = INT32_MAX, left = INT32_MAX;
    for (size_t i = 0; i < k->n; i++) {
        hb_glyph_extents_t e;
        int32_t x = k->advance + k->at[i].x;
        k->advance += k->at[i].advance;
        if (!hb_font_get_glyph_extents(f->font, k->at[i].id, &e) || !e.height) continue;
        if (x + e.x_bearing < left) left = x + e.x_bearing;
        if (k->at[i].y + e.y_bearing > top) top = k->at[i].y + e.y_bearing;
        if (k->at[i].y + e.y_bearing + e.height < bottom) bottom = k->at[i].y + e.y_bearing + e.height;
    }
    k->above = top == INT32_MIN ? 0 : top;
    k->below = bottom == INT32_MAX ? 0 : -bottom;
    k->left = left == INT32_MAX ? 0 : left;
}

/* -- equal clusters are one -- */

static bool begins_khmer(struct str text)
{
    size_t at = 0;
    uint32_t cp = text.n ? utf8_next(text, &at) : 0;
    return (cp >= 0x1780 && cp <= 0x17FF) || (cp >= 0x19E0 && cp <= 0x19FF);
}

struct shape_cache_wanted {
    struct str text;
    const struct glyph *glyphs;
    uint16_t face;
    size_t n;
};

static bool same_known(const void *value, const void *wanted)
{
    const struct cluster_glyphs *k = value;
    const struct shape_cache_wanted *w = wanted;
    return k->face == w->face && k->n == w->n && str_eq(k->text, w->text) &&
           glyph_hash_same(k->at, w->glyphs, w->n);
}

static const struct cluster_glyphs *intern(struct shape_cache *s, uint16_t face, struct str text,
                                           const struct glyph *g, size_t n)
{
    struct shape_cache_wanted wanted = {text, g, face, n};
    uint64_t hash = glyph_hash(map_hash(str_hash(text), face), g, n);
    void **at = map_at_by(&s->known, hash, same_known, &wanted);
    struct cluster_glyphs *k = *at;
    if (k) return k;
    *at = k = arena_get(s->keep, sizeof *k + n * sizeof *g);
    k->text = str_copy(s->keep, text);
    k->khmer = begins_khmer(text);
    k->face = face;
    k->n = (uint16_t)n;
    memcpy(k->at, g, n * sizeof *g);
    measure(font_set_at(s->fonts, face), k);
    return k;
}

/* -- faces: a letter and what follows it come from one face where any has them all -- */

struct unit {
    uint32_t from, to;
    uint16_t face; /* FACE_NONE: a box */
};

struct making {
    struct shape_cache *s;
    const struct shape_cache_style *style;
    struct str text;
    VEC(struct unit) units;
    VEC(struct cached_cluster) out;
    VEC(struct glyph) glyphs;
    VEC(uint32_t) cps;
    bool *starts; /* a cluster may begin at this byte */
};

/* Whose letters these are; a script of none is set as the last one's. */
static enum lang lang_of_script(hb_script_t script)
{
    for (int l = 0; l < LANG_N; l++)
        if (script == hb_script_from_string(lang_at((enum lang)l)->script, 4)) return (enum lang)l;
    return (enum lang)(LANG_N - 1);
}

static uint16_t face_for(const struct making *m, const uint32_t *cp, size_t n)
{
    return font_set_find(m->s->fonts, lang_of_script(m->style->script), m->style->use, m->style->bold,
                         m->style->italic, cp, n);
}

static void add_unit(struct making *m, uint32_t from, uint32_t to, uint16_t face)
{
    struct unit *last = m->units.n ? &m->units.at[m->units.n - 1] : NULL;
    if (last && last->face == face && face != FACE_NONE)
        last->to = to;
    else
        VEC_ADD(m->s->scratch, m->units, (struct unit){from, to, face});
}

static void add_each(struct making *m, uint32_t from, uint32_t to)
{
    for (size_t at = from; at < to;) {
        size_t start = at;
        uint32_t cp = utf8_next(m->text, &at);
        if (start > from && face_ignores(cp)) {
            m->units.at[m->units.n - 1].to = (uint32_t)at;
            continue;
        }
        m->starts[start] = true;
        add_unit(m, (uint32_t)start, (uint32_t)at, face_for(m, &cp, 1));
    }
}

static void end_unit(struct making *m, uint32_t from, uint32_t to)
{
    if (from == to) return;
    uint16_t face = face_for(m, m->cps.at, m->cps.n);
    if (face == FACE_NONE && m->cps.n > 1)
        add_each(m, from, to);
    else
        add_unit(m, from, to, face);
    m->cps.n = 0;
}

static void find_units(struct making *m)
{
    uint32_t from = 0, before = 0;
    for (size_t at = 0; at < m->text.n;) {
        uint32_t start = (uint32_t)at, cp = utf8_next(m->text, &at);
        if (before != ITEMISE_COENG && !itemise_follows(cp)) {
            end_unit(m, from, start);
            from = start;
            m->starts[start] = true;
        }
        VEC_ADD(m->s->scratch, m->cps, cp);
        before = cp;
    }
    end_unit(m, from, (uint32_t)m->text.n);
    m->starts[0] = true;
}

/* -- shaping -- */

static int32_t per_mille(const struct face *f, int64_t units)
{
    int64_t half = f->info.units_per_em / 2;
    return (int32_t)((units * 1000 + (units < 0 ? -half : half)) / f->info.units_per_em);
}

static struct cached_cluster stamp_of(struct making *m, const struct cluster_glyphs *k, uint32_t at)
{
    bool by_khmer = m->style->script == HB_SCRIPT_KHMER;
    int64_t scale = font_set_scale(m->s->fonts, m->style->lang, m->style->use, k->face, by_khmer);
    return (struct cached_cluster){.known = k,
                                   .at = at,
                                   .scale = (uint32_t)scale,
                                   .width = per_mille(font_set_at(m->s->fonts, k->face), k->advance),
                                   .kind = CLUSTER_TEXT};
}

static void add_box(struct making *m, uint32_t from, uint32_t to)
{
    hb_codepoint_t id;
    uint16_t face = font_set_box(m->s->fonts, &id);
    if (face == FACE_NONE) return;
    struct glyph g = {(uint16_t)id, hb_font_get_glyph_h_advance(font_set_at(m->s->fonts, face)->font, id), 0,
                      0};
    struct cached_cluster stamp = stamp_of(m, intern(m->s, face, str_sub(m->text, from, to), &g, 1), from);
    stamp.missing = true;
    VEC_ADD(m->s->scratch, m->out, stamp);
}

static void end_cluster(struct making *m, uint16_t face, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < m->glyphs.n; i++)
        if (!m->glyphs.at[i].id) {
            m->glyphs.n = 0;
            add_box(m, from, to);
            return;
        }
    const struct cluster_glyphs *k =
        intern(m->s, face, str_sub(m->text, from, to), m->glyphs.at, m->glyphs.n);
    struct cached_cluster stamp = stamp_of(m, k, from);
    VEC_ADD(m->s->scratch, m->out, stamp);
    m->glyphs.n = 0;
}

static void run_shaper(struct making *m, const struct unit *u)
{
    static const char *const shapers[] = {"ot", NULL};
    hb_buffer_t *b = m->s->buffer;
    hb_buffer_reset(b);
    hb_buffer_add_utf8(b, m->text.s, (int)m->text.n, u->from, (int)(u->to - u->from));
    hb_buffer_set_script(b, m->style->script);
    hb_buffer_set_direction(b, hb_script_get_horizontal_direction(m->style->script) == HB_DIRECTION_RTL
                                   ? HB_DIRECTION_RTL
                                   : HB_DIRECTION_LTR);
    hb_buffer_set_language(b, m->s->language[lang_of_script(m->style->script)]);
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_shape_full(font_set_at(m->s->fonts, u->face)->font, b, NULL, 0, shapers);
}

struct shaped_unit {
    const hb_glyph_info_t *info;
    const hb_glyph_position_t *pos;
    unsigned n;
    bool forward;
};

static struct shaped_unit shaped_now(hb_buffer_t *b)
{
    struct shaped_unit s = {.forward = HB_DIRECTION_IS_FORWARD(hb_buffer_get_direction(b))};
    s.info = hb_buffer_get_glyph_infos(b, &s.n);
    s.pos = hb_buffer_get_glyph_positions(b, NULL);
    return s;
}

static bool begins(const struct making *m, const struct shaped_unit *s, unsigned i, uint32_t from)
{
    return i && s->forward && s->info[i].cluster > from && m->starts[s->info[i].cluster];
}

static uint32_t middle_start(const struct making *m, uint32_t from, uint32_t to)
{
    uint32_t middle = from + (to - from) / 2;
    for (uint32_t i = middle; i < to; i++)
        if (i > from && m->starts[i]) return i;
    for (uint32_t i = middle; i > from; i--)
        if (m->starts[i]) return i;
    return 0;
}

/* Where a unit must be parted because HarfBuzz made one cluster of a heap of letters; 0: nowhere. */
static uint32_t heap_part(const struct making *m, const struct unit *u, const struct shaped_unit *s)
{
    uint32_t from = u->from, count = 0;
    for (unsigned i = 0; i <= s->n; i++) {
        bool end = i == s->n || begins(m, s, i, from);
        if (!end) {
            count++;
            continue;
        }
        uint32_t to = i == s->n ? u->to : s->info[i].cluster;
        if (count > CLUSTER_MOST) return middle_start(m, from, to);
        from = to;
        count = 1;
    }
    return 0;
}

/* Glyphs to clusters. Letters that run from right to left make one cluster of a piece: its glyphs stand as
 * they are seen, its text as it is read. */
static void take_clusters(struct making *m, const struct unit *u, const struct shaped_unit *s)
{
    uint32_t from = u->from;
    for (unsigned i = 0; i < s->n; i++) {
        if (begins(m, s, i, from)) {
            end_cluster(m, u->face, from, s->info[i].cluster);
            from = s->info[i].cluster;
        }
        const hb_glyph_position_t *p = &s->pos[i];
        VEC_ADD(m->s->scratch, m->glyphs,
                (struct glyph){(uint16_t)s->info[i].codepoint, p->x_advance, p->x_offset, p->y_offset});
    }
    if (s->n) end_cluster(m, u->face, from, u->to);
}

static void shape_unit(struct making *m, const struct unit *u, unsigned depth)
{
    run_shaper(m, u);
    struct shaped_unit s = shaped_now(m->s->buffer);
    uint32_t part = depth < PARTS_DEEP ? heap_part(m, u, &s) : 0;
    if (!part) {
        take_clusters(m, u, &s);
        return;
    }
    shape_unit(m, &(struct unit){u->from, part, u->face}, depth + 1);
    shape_unit(m, &(struct unit){part, u->to, u->face}, depth + 1);
}

static void find_hyphens(struct making *m)
{
    const struct shape_cache_style *y = m->style;
    if (!y->hyphenate || y->script != HB_SCRIPT_LATIN || !lang_at(y->lang)->hyphenated || m->text.n < 5)
        return;
    bool *may = ARENA_MANY(m->s->scratch, bool, m->text.n + 1);
    hyphen_find(font_set_hyphen(m->s->fonts), m->text, may);
    for (size_t i = 1; i < m->out.n; i++) m->out.at[i].hyphen = may[m->out.at[i].at];
}

/* U+2007, as wide as a digit, is near enough to half an em. */
unsigned shape_cache_fixed_space(struct str space)
{
    static const uint16_t width[] = {500, 1000, 500, 1000, 333, 250, 167, 550, 250, 200, 100};
    size_t at = 0;
    uint32_t cp = space.n ? utf8_next(space, &at) : 0;
    if (cp >= 0x2000 && cp <= 0x200A) return width[cp - 0x2000];
    if (cp == 0x202F) return 200;
    if (cp == 0x205F) return 222;
    return cp == 0x3000 ? 1000 : 0;
}

/* The blank glyph as wide as such a space. */
static void fix_space(struct making *m, struct str text, unsigned per_mille)
{
    const struct cluster_glyphs *blank = m->out.at[0].known;
    struct glyph g = blank->at[0];
    g.advance = font_set_at(m->s->fonts, blank->face)->info.units_per_em * (int32_t)per_mille / 1000;
    m->out.at[0] = stamp_of(m, intern(m->s, blank->face, text, &g, 1), 0);
}

struct cached_clusters shape_cache_get(struct shape_cache *s, const struct shape_cache_style *style,
                                       struct str text, bool space)
{
    struct arena_mark mark = arena_mark(s->scratch);
    struct making m = {.s = s, .style = style, .text = space ? STR(" ") : text};
    m.starts = ARENA_MANY(s->scratch, bool, m.text.n + 1);
    find_units(&m);
    for (size_t i = 0; i < m.units.n; i++) {
        const struct unit *u = &m.units.at[i];
        if (u->face == FACE_NONE)
            add_box(&m, u->from, u->to);
        else
            shape_unit(&m, u, 0);
    }
    unsigned fixed = space ? shape_cache_fixed_space(text) : 0;
    if (fixed && m.out.n) fix_space(&m, text, fixed);
    for (size_t i = 0; space && i < m.out.n; i++)
        m.out.at[i].kind = fixed ? CLUSTER_FIXED_SPACE : CLUSTER_SPACE;
    find_hyphens(&m);
    struct cached_clusters out = {ARENA_MANY(s->keep, struct cached_cluster, m.out.n), m.out.n};
    if (m.out.n) memcpy(out.at, m.out.at, m.out.n * sizeof *out.at);
    arena_reset(s->scratch, mark);
    return out;
}

struct cached_cluster shape_cache_single(struct shape_cache *s, size_t face, uint32_t cp, struct str text)
{
    if (!face_glyph(font_set_at(s->fonts, face), cp)) {
        uint16_t other = font_set_find(s->fonts, LANG_EN, FONT_BODY, false, false, &cp, 1);
        if (other != FACE_NONE) face = other;
    }
    const struct face *f = font_set_at(s->fonts, face);
    hb_codepoint_t id = face_glyph(f, cp);
    struct glyph g = {(uint16_t)id, hb_font_get_glyph_h_advance(f->font, id), 0, 0};
    const struct cluster_glyphs *k = intern(s, (uint16_t)face, text, &g, 1);
    return (struct cached_cluster){
        .known = k, .scale = 1000000, .width = per_mille(f, k->advance), .kind = CLUSTER_TEXT};
}
