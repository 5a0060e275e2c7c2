#include "text/subset.h"

#include "base/unicode.h"
#include "text/composite_glyphs.h"
#include "text/face.h"
#include "text/glyph_outline.h"

#include <hb-subset.h>
#include <stdlib.h>

enum {
    CODES_MOST = 60000,
    GLYPHS_MOST = 65535,
    GLYPHS_IN_ONE = 4,
    SHAPE_GLUED = 1 << 16,
    RECENT = 1 << 12, /* clusters, by hash, that come again at once */
    SHAPE_EMPTY = INT32_MAX
};

struct code {
    uint16_t number;
    int32_t shape; /* a glyph of the face; SHAPE_GLUED and a number of .glued; SHAPE_EMPTY */
    int32_t width; /* 1/1000 em */
    struct str text;
    size_t uses;
};

struct glued {
    const struct glyph *at;
    size_t n;
    int32_t number, advance;
};

struct used_face {
    VEC(struct code *) codes; /* by CID; 0 stands for none */
    VEC(struct glued *) glued;
    struct map by_text, by_glyphs; /* struct code; struct glued */
    size_t parts;                  /* glyphs of all clusters that were asked for */
};

struct subset {
    struct arena *arena;
    const struct font_set *fonts;
    struct used_face *faces;
    bool ranked; /* nothing new is taken */
    VEC(struct subset_entry *) entries;
    struct map known; /* struct subset_entry, by .glyphs */
    struct subset_entry *recent[RECENT];
};

struct subset *subset_new(struct arena *a, const struct font_set *fonts)
{
    struct subset *s = ARENA_ONE(a, struct subset);
    size_t n = font_set_count(fonts);
    *s = (struct subset){
        .arena = a, .fonts = fonts, .faces = ARENA_MANY(a, struct used_face, n), .known = MAP(a)};
    for (size_t i = 0; i < n; i++) s->faces[i].by_text = s->faces[i].by_glyphs = MAP(a);
    return s;
}

/* -- codes -- */

static int32_t per_mille(const struct subset *s, size_t face, int64_t units)
{
    int64_t upem = font_set_info(s->fonts, face)->units_per_em;
    return (int32_t)((units * 1000 + upem / 2) / upem);
}

static bool same_glued(const void *value, const void *wanted)
{
    const struct glued *g = value;
    const struct cluster_glyphs *c = wanted;
    return g->n == c->n && glyph_hash_same(g->at, c->at, g->n);
}

static struct glued *glued_for(struct subset *s, const struct cluster_glyphs *c)
{
    struct used_face *u = &s->faces[c->face];
    void **at = map_at_by(&u->by_glyphs, glyph_hash(c->n, c->at, c->n), same_glued, c);
    struct glued *g = *at;
    if (g) return g;
    int32_t advance = 0;
    for (size_t i = 0; i < c->n; i++) advance += c->at[i].advance;
    *at = g = ARENA_ONE(s->arena, struct glued);
    *g = (struct glued){c->at, c->n, (int32_t)u->glued.n,
                        advance < 0           ? 0
                        : advance > INT16_MAX ? INT16_MAX
                                              : advance};
    VEC_ADD(s->arena, u->glued, g);
    return g;
}

/* A glyph in its place needs no composite, whatever its text: many codes may show one glyph. */
static int32_t shape_of(struct subset *s, const struct cluster_glyphs *c, int32_t *width)
{
    const struct glyph *g = c->at;
    if (c->n == 1 && !g->x && !g->y) {
        *width =
            per_mille(s, c->face, hb_font_get_glyph_h_advance(font_set_at(s->fonts, c->face)->font, g->id));
        return g->id;
    }
    const struct glued *glued = glued_for(s, c);
    *width = per_mille(s, c->face, glued->advance);
    return SHAPE_GLUED + glued->number;
}

static bool same_code(const void *value, const void *wanted)
{
    const struct code *a = value, *b = wanted;
    return a->shape == b->shape && str_eq(a->text, b->text);
}

static uint16_t code_for(struct subset *s, size_t face, int32_t shape, int32_t width, struct str text)
{
    struct used_face *u = &s->faces[face];
    struct code wanted = {.shape = shape, .width = width, .text = text};
    void **at = map_at_by(&u->by_text, map_hash(str_hash(text), (uint64_t)shape), same_code, &wanted);
    if (*at) return ((const struct code *)*at)->number;
    struct code *c = *at = ARENA_ONE(s->arena, struct code);
    if (!u->codes.n) VEC_ADD(s->arena, u->codes, ARENA_ONE(s->arena, struct code));
    *c = wanted;
    c->number = (uint16_t)u->codes.n;
    VEC_ADD(s->arena, u->codes, c);
    return c->number;
}

/* Where the text must be parted for two codes; its end where one will do. */
static size_t part_at(struct str text)
{
    size_t at = 0;
    if (!text.n) return 0;
    utf8_next(text, &at);
    size_t first = at;
    while (at < text.n)
        if (unicode_nonspacing(utf8_next(text, &at))) return first;
    return text.n;
}

/* Codes, and glyphs of the subset to come: a part may itself be made of up to GLYPHS_IN_ONE others. */
static bool is_full(const struct subset *s, size_t face)
{
    const struct used_face *u = &s->faces[face];
    size_t all = hb_face_get_glyph_count(font_set_at(s->fonts, face)->raw), most = u->parts * GLYPHS_IN_ONE;
    return u->codes.n + 2 > CODES_MOST || u->glued.n + 2 + (most < all ? most : all) > GLYPHS_MOST;
}

/* False: none are left. */
static bool new_codes(struct subset *s, const struct cluster_glyphs *c, struct subset_entry *e)
{
    size_t part = part_at(c->text);
    if (!part || s->ranked || is_full(s, c->face)) return false;
    s->faces[c->face].parts += c->n;
    int32_t shape = shape_of(s, c, &e->advance);
    e->codes[e->n++] = code_for(s, c->face, shape, e->advance, str_sub(c->text, 0, part));
    if (part < c->text.n)
        e->codes[e->n++] = code_for(s, c->face, SHAPE_EMPTY, 0, str_sub(c->text, part, c->text.n));
    return true;
}

static bool same_entry(const void *value, const void *wanted)
{
    const struct subset_entry *e = value;
    return e->glyphs == wanted;
}

/* One that does not come again at once. */
static struct subset_entry *find_known(struct subset *s, const struct cluster_glyphs *c)
{
    uint64_t hash = map_hash(0, map_pointer(c));
    struct subset_entry *known = map_get_by(&s->known, hash, same_entry, c);
    struct subset_entry first = {.glyphs = c};
    if (known) return known;
    if (!new_codes(s, c, &first)) return NULL;
    struct subset_entry *e = ARENA_ONE(s->arena, struct subset_entry);
    *e = first;
    VEC_ADD(s->arena, s->entries, e);
    *map_at_by(&s->known, hash, same_entry, c) = e;
    return e;
}

struct subset_entry *subset_find(struct subset *s, const struct cluster_glyphs *c)
{
    if (!c->n) return NULL;
    uint64_t place = (uint64_t)(uintptr_t)c;
    struct subset_entry **recent = &s->recent[(place >> 4 ^ place >> 16) % RECENT];
    if (!*recent || (*recent)->glyphs != c) {
        struct subset_entry *e = find_known(s, c);
        if (!e) return NULL;
        *recent = e;
    }
    (*recent)->uses++;
    return *recent;
}

struct subset_entry **subset_entries(const struct subset *s, size_t *n)
{
    *n = s->entries.n;
    return s->entries.at;
}

struct subset_ranked {
    size_t uses;
    uint16_t code;
};

static int by_uses(const void *left, const void *right)
{
    const struct subset_ranked *a = left, *b = right;
    if (a->uses != b->uses) return a->uses > b->uses ? -1 : 1;
    return (a->code > b->code) - (a->code < b->code);
}

/* The new number of each code; the codes stand in their new order. */
static uint16_t *rank_face(struct arena *a, struct used_face *u)
{
    size_t n = u->codes.n;
    struct subset_ranked *order = ARENA_MANY(a, struct subset_ranked, n);
    struct code **codes = ARENA_MANY(a, struct code *, n);
    uint16_t *fresh = ARENA_MANY(a, uint16_t, n);
    for (size_t i = 0; i < n; i++) order[i] = (struct subset_ranked){u->codes.at[i]->uses, (uint16_t)i};
    if (n) qsort(order + 1, n - 1, sizeof *order, by_uses);
    for (size_t i = 0; i < n; i++) {
        codes[i] = u->codes.at[order[i].code];
        fresh[order[i].code] = (uint16_t)i;
    }
    u->codes.at = codes;
    u->codes.cap = n;
    return fresh;
}

static void count_uses(struct subset *s)
{
    for (size_t i = 0; i < s->entries.n; i++) {
        const struct subset_entry *e = s->entries.at[i];
        for (size_t k = 0; k < e->n; k++) s->faces[e->glyphs->face].codes.at[e->codes[k]]->uses += e->uses;
    }
}

void subset_rank(struct subset *s)
{
    size_t n = font_set_count(s->fonts);
    uint16_t **fresh = ARENA_MANY(s->arena, uint16_t *, n);
    count_uses(s);
    for (size_t face = 0; face < n; face++) fresh[face] = rank_face(s->arena, &s->faces[face]);
    for (size_t i = 0; i < s->entries.n; i++) {
        struct subset_entry *e = s->entries.at[i];
        for (size_t k = 0; k < e->n; k++) e->codes[k] = fresh[e->glyphs->face][e->codes[k]];
    }
    s->ranked = true;
}

size_t subset_ncids(const struct subset *s, size_t face)
{
    return s->faces[face].codes.n;
}

struct str subset_text(const struct subset *s, size_t face, uint16_t code)
{
    const struct used_face *u = &s->faces[face];
    return code < u->codes.n ? u->codes.at[code]->text : (struct str){0};
}

size_t subset_space(const struct subset *s, size_t face)
{
    const struct used_face *u = &s->faces[face];
    for (size_t i = 1; i < u->codes.n; i++)
        if (u->codes.at[i]->shape != SHAPE_EMPTY && str_is(u->codes.at[i]->text, " ")) return i;
    return 0;
}

bool subset_used(const struct subset *s, size_t face)
{
    return s->faces[face].codes.n > 0;
}

/* -- the font -- */

static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'),
    HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('c', 'v', 'a', 'r'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('m', 'o', 'r', 'x'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('S', 'V', 'G', ' '),
    HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'),
    HB_TAG('V', 'O', 'R', 'G'),
};

static bool is_dropped(hb_tag_t tag)
{
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (dropped[i] == tag) return true;
    return false;
}

static void add_table(hb_face_t *to, hb_face_t *from, hb_tag_t tag)
{
    if (is_dropped(tag)) return;
    hb_blob_t *table = hb_face_reference_table(from, tag);
    hb_face_builder_add_table(to, tag, table);
    hb_blob_destroy(table);
}

/* Without the tables that are dropped: HarfBuzz would read all of cmap first, for each subset anew. */
static hb_face_t *outlines_of(hb_face_t *raw)
{
    enum { AT_ONCE = 32 };
    hb_tag_t tags[AT_ONCE];
    hb_face_t *bare = hb_face_builder_create();
    unsigned from = 0, n;
    do {
        n = AT_ONCE;
        hb_face_get_table_tags(raw, from, &n, tags);
        for (unsigned i = 0; i < n; i++) add_table(bare, raw, tags[i]);
        from += n;
    } while (n == AT_ONCE);
    return bare;
}

static hb_subset_input_t *input_for(const struct used_face *u)
{
    hb_subset_input_t *in = hb_subset_input_create_or_fail();
    if (!in) return NULL;
    hb_set_t *drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) hb_set_add(drop, dropped[i]);
    hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(in);
    for (size_t i = 1; i < u->codes.n; i++)
        if (u->codes.at[i]->shape < SHAPE_GLUED) hb_set_add(glyphs, (hb_codepoint_t)u->codes.at[i]->shape);
    for (size_t i = 0; i < u->glued.n; i++)
        for (size_t k = 0; k < u->glued.at[i]->n; k++) hb_set_add(glyphs, u->glued.at[i]->at[k].id);
    return in;
}

/* Composites from the clusters' glyphs, then one empty glyph for second codes. */
static struct composite_glyphs_glyph *parts_of(struct arena *a, const struct used_face *u,
                                               const hb_map_t *map)
{
    struct composite_glyphs_glyph *out = ARENA_MANY(a, struct composite_glyphs_glyph, u->glued.n + 1);
    for (size_t i = 0; i < u->glued.n; i++) {
        const struct glued *g = u->glued.at[i];
        struct composite_glyphs_part *parts = ARENA_MANY(a, struct composite_glyphs_part, g->n);
        int32_t pen = 0;
        for (size_t k = 0; k < g->n; k++) {
            hb_codepoint_t id = hb_map_get(map, g->at[k].id);
            parts[k] = (struct composite_glyphs_part){(uint16_t)id, pen + g->at[k].x, g->at[k].y};
            pen += g->at[k].advance;
        }
        out[i] = (struct composite_glyphs_glyph){parts, g->n, g->advance};
    }
    return out;
}

enum { TABLES = 6 };

static bool glue_face(struct subset *s, const struct used_face *u, hb_face_t *face, const hb_map_t *map,
                      struct subset_font *out, size_t *first)
{
    static const hb_tag_t tags[TABLES] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                          HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                          HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};
    hb_blob_t *blobs[TABLES];
    struct str t[TABLES];
    for (size_t i = 0; i < TABLES; i++) {
        unsigned n = 0;
        blobs[i] = hb_face_reference_table(face, tags[i]);
        t[i].s = hb_blob_get_data(blobs[i], &n);
        t[i].n = n;
    }
    struct composite_glyphs_tables tables = {t[0], t[1], t[2], t[3], t[4], t[5]};
    *first = composite_glyphs_first(&tables);
    bool good =
        composite_glyphs_add(s->arena, &tables, parts_of(s->arena, u, map), u->glued.n + 1, &out->program);
    for (size_t i = 0; i < TABLES; i++) hb_blob_destroy(blobs[i]);
    return good;
}

static void fill_codes(struct subset *s, const struct used_face *u, struct subset_font *out)
{
    out->ncids = u->codes.n;
    out->widths = ARENA_MANY(s->arena, int32_t, u->codes.n);
    out->unicode = ARENA_MANY(s->arena, struct str, u->codes.n);
    for (size_t i = 1; i < u->codes.n; i++) {
        out->widths[i] = u->codes.at[i]->width;
        out->unicode[i] = u->codes.at[i]->text;
    }
}

static struct str glyphs_of_codes(struct subset *s, const struct used_face *u, const hb_map_t *map,
                                  size_t first)
{
    struct buf gids = BUF(s->arena);
    buf_u16(&gids, 0);
    for (size_t i = 1; i < u->codes.n; i++) {
        const struct code *c = u->codes.at[i];
        size_t gid = c->shape == SHAPE_EMPTY   ? first + u->glued.n
                     : c->shape >= SHAPE_GLUED ? first + (size_t)(c->shape - SHAPE_GLUED)
                                               : hb_map_get(map, (hb_codepoint_t)c->shape);
        buf_u16(&gids, (uint32_t)gid);
    }
    return buf_str(&gids);
}

/* Six letters that stand for the contents (ISO 32000-1, 9.6.4). */
static void name_font(struct subset_font *out)
{
    uint64_t h = map_hash(str_hash(out->program), str_hash(out->cid_to_gid));
    for (size_t i = 0; i < 6; i++, h /= 26) out->name[i] = (char)('A' + h % 26);
    out->name[6] = '+';
    out->name[7] = '\0';
}

static bool make_font(struct subset *s, size_t face, struct subset_font *out)
{
    const struct used_face *u = &s->faces[face];
    hb_subset_input_t *in = u->codes.n ? input_for(u) : NULL;
    if (!in) return false;
    const struct face *from = font_set_at(s->fonts, face);
    bool whole = glyph_outline_whole(from, hb_subset_input_glyph_set(in));
    hb_face_t *bare = whole ? outlines_of(from->raw) : NULL;
    hb_subset_plan_t *plan = whole ? hb_subset_plan_create_or_fail(bare, in) : NULL;
    hb_face_t *made = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool good = false;
    if (made) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        size_t first = 0;
        good = glue_face(s, u, made, map, out, &first);
        if (good) out->cid_to_gid = glyphs_of_codes(s, u, map, first);
    }
    hb_face_destroy(made);
    if (plan) hb_subset_plan_destroy(plan);
    hb_face_destroy(bare);
    hb_subset_input_destroy(in);
    return good;
}

/* The face, and the glyphs of each code in their order. */
static struct memo_key key_of(const struct subset *s, size_t face)
{
    const struct used_face *u = &s->faces[face];
    struct memo_key key = memo_begin(MEMO_SUBSET);
    memo_add_key(&key, font_set_state(s->fonts));
    memo_add_number(&key, face);
    for (size_t i = 1; i < u->codes.n; i++) memo_add_number(&key, (uint32_t)u->codes.at[i]->shape);
    for (size_t i = 0; i < u->glued.n; i++) {
        const struct glued *g = u->glued.at[i];
        memo_add_number(&key, (uint32_t)g->advance);
        memo_add_number(&key, g->n);
        for (size_t k = 0; k < g->n; k++) {
            memo_add_number(&key, (uint64_t)g->at[k].id << 32 | (uint32_t)g->at[k].advance);
            memo_add_number(&key, (uint64_t)(uint32_t)g->at[k].x << 32 | (uint32_t)g->at[k].y);
        }
    }
    return key;
}

/* What is kept: the map, as long as the codes are many, and behind it the program. */
static void keep_font(const struct subset *s, struct memo *memo, struct memo_key key,
                      const struct subset_font *f)
{
    struct buf b = BUF(s->arena);
    if (!memo) return;
    buf_add(&b, f->cid_to_gid);
    buf_add(&b, f->program);
    memo_keep(memo, key, buf_str(&b));
}

bool subset_font(struct subset *s, struct memo *memo, size_t face, struct subset_font *out)
{
    const struct used_face *u = &s->faces[face];
    struct memo_key key = memo ? key_of(s, face) : memo_begin(MEMO_SUBSET);
    struct str known;
    *out = (struct subset_font){0};
    if (memo_find(memo, key, &known)) {
        out->cid_to_gid = str_sub(known, 0, 2 * u->codes.n);
        out->program = str_sub(known, 2 * u->codes.n, known.n);
    } else {
        if (!make_font(s, face, out)) return false;
        keep_font(s, memo, key, out);
    }
    fill_codes(s, u, out);
    name_font(out);
    out->space = subset_space(s, face);
    return true;
}
