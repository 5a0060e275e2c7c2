/* Subset fonts: every code draws what its cluster draws, maps to its text, and is as wide as it says. */
#include "text_help.h"

#include "text/face.h"
#include "text/subset.h"

#if !HB_VERSION_ATLEAST(7, 0, 0)
#define hb_font_draw_glyph hb_font_get_glyph_shape
#endif

/* -- outlines as text -- */

struct builder {
    struct buf out;
    float dx, dy;
};

static void point(struct builder *p, char what, float x, float y)
{
    buf_fmt(&p->out, "%c%d,%d ", what, (int)(x + p->dx), (int)(y + p->dy));
}

static void move_to(hb_draw_funcs_t *f, void *d, hb_draw_state_t *s, float x, float y, void *u)
{
    (void)f, (void)s, (void)u;
    point(d, 'M', x, y);
}

static void line_to(hb_draw_funcs_t *f, void *d, hb_draw_state_t *s, float x, float y, void *u)
{
    (void)f, (void)s, (void)u;
    point(d, 'L', x, y);
}

static void curve_to(hb_draw_funcs_t *f, void *d, hb_draw_state_t *s, float cx, float cy, float x, float y,
                     void *u)
{
    (void)f, (void)s, (void)u;
    point(d, 'Q', cx, cy);
    point(d, ' ', x, y);
}

static hb_draw_funcs_t *draw_funcs(void)
{
    hb_draw_funcs_t *f = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(f, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(f, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(f, curve_to, NULL, NULL);
    return f;
}

static struct str drawn_cluster(struct arena *a, hb_draw_funcs_t *f, hb_font_t *font, const struct cluster *c)
{
    struct builder p = {.out = BUF(a)};
    int pen = 0;
    for (size_t i = 0; i < c->glyphs->n; i++) {
        p.dx = (float)(pen + c->glyphs->at[i].x);
        p.dy = (float)c->glyphs->at[i].y;
        hb_font_draw_glyph(font, c->glyphs->at[i].id, f, &p);
        pen += c->glyphs->at[i].advance;
    }
    return buf_str(&p.out);
}

static struct str drawn_glyph(struct arena *a, hb_draw_funcs_t *f, hb_font_t *font, unsigned gid)
{
    struct builder p = {.out = BUF(a)};
    hb_font_draw_glyph(font, gid, f, &p);
    return buf_str(&p.out);
}

struct opened {
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font;
};

static struct opened open_program(struct str program)
{
    struct opened o;
    o.blob = hb_blob_create(program.s, (unsigned)program.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
    o.face = hb_face_create(o.blob, 0);
    o.font = hb_font_create(o.face);
    return o;
}

static void close_program(struct opened *o)
{
    hb_font_destroy(o->font);
    hb_face_destroy(o->face);
    hb_blob_destroy(o->blob);
}

static unsigned gid_of(const struct subset_font *f, uint16_t code)
{
    const unsigned char *p = (const unsigned char *)f->cid_to_gid.s + 2 * (size_t)code;
    return (unsigned)p[0] << 8 | p[1];
}

static int rounded_width(hb_font_t *font, unsigned gid)
{
    long upem = hb_face_get_upem(hb_font_get_face(font));
    return (int)((hb_font_get_glyph_h_advance(font, gid) * 1000L + upem / 2) / upem);
}

static size_t codes_of_cluster(struct subset *s, const struct cluster *c, uint16_t codes[2])
{
    const struct subset_entry *e = subset_find(s, c->glyphs);
    for (size_t k = 0; e && k < e->n; k++) codes[k] = e->codes[k];
    return e ? e->n : 0;
}

/* All clusters of a face against the program that was made for it. */
static void check_face(struct rig *r, struct subset *s, const struct shaped *sh, size_t face)
{
    struct subset_font f;
    hb_draw_funcs_t *funcs = draw_funcs();
    assert_true(subset_font(s, NULL, face, &f));
    struct opened o = open_program(f.program);
    assert_int_equal(f.cid_to_gid.n, 2 * f.ncids);
    assert_int_equal(f.unicode[0].n, 0);
    for (size_t i = 0; i < sh->n; i++) {
        const struct cluster *c = &sh->at[i];
        uint16_t codes[2];
        if (c->glyphs->face != face) continue;
        size_t n = codes_of_cluster(s, c, codes);
        assert_in_range(n, 1, 2);
        struct str want = drawn_cluster(r->job.keep, funcs, font_set_at(r->fonts, face)->font, c);
        struct str got = drawn_glyph(r->job.keep, funcs, o.font, gid_of(&f, codes[0]));
        assert_string_equal(got.s, want.s);
        struct buf text = BUF(r->job.keep);
        for (size_t k = 0; k < n; k++) {
            assert_true(codes[k] > 0 && codes[k] < f.ncids && f.unicode[codes[k]].n > 0);
            assert_int_equal(f.widths[codes[k]], rounded_width(o.font, gid_of(&f, codes[k])));
            buf_add(&text, f.unicode[codes[k]]);
        }
        assert_string_equal(buf_str(&text).s, str_copy(r->job.keep, c->glyphs->text).s);
        assert_int_equal(f.widths[codes[0]], subset_find(s, c->glyphs)->advance);
        if (n == 2) assert_int_equal(f.widths[codes[1]], 0);
        if (n == 2) assert_int_equal(drawn_glyph(r->job.keep, funcs, o.font, gid_of(&f, codes[1])).n, 0);
    }
    close_program(&o);
    hb_draw_funcs_destroy(funcs);
}

static void every_code_draws_its_cluster(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct subset *s = subset_new(r.job.keep, r.fonts);
    for (int use = 0; use < FONT_USES; use++) {
        struct text_run run = {
            .text = str_of(text_long), .lang = LANG_KM, .use = (enum font_use)use, .size = 10000};
        struct shaped sh = shape(r.shaper, &run, 1);
        bool met[64] = {false};
        for (size_t i = 0; i < sh.n; i++) {
            uint16_t codes[2];
            assert_true(codes_of_cluster(s, &sh.at[i], codes));
            met[sh.at[i].glyphs->face] = true;
        }
        for (size_t face = 0; face < font_set_count(r.fonts); face++)
            if (met[face]) check_face(&r, s, &sh, face);
    }
    rig_close(&r);
}

static size_t codes_of(struct rig *r, struct subset *s, const char *text, uint16_t codes[2])
{
    struct text_run run = {.text = str_of(text), .lang = LANG_KM, .size = 10000};
    struct shaped sh = shape(r->shaper, &run, 1);
    assert_int_equal(sh.n, 1);
    return codes_of_cluster(s, sh.at, codes);
}

static void two_codes_for_nonspacing_marks(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct subset *s = subset_new(r.job.keep, r.fonts);
    uint16_t a[2], b[2], c[2];
    assert_int_equal(codes_of(&r, s, "ក", a), 1);
    assert_int_equal(codes_of(&r, s, "កា", b), 1);  /* a spacing mark */
    assert_int_equal(codes_of(&r, s, "កិ", b), 2);   /* a nonspacing one */
    assert_int_equal(codes_of(&r, s, "ស្ត្រី", c), 2); /* coeng is nonspacing */
    assert_int_equal(codes_of(&r, s, "ខិ", c), 2);
    assert_int_equal(b[1], c[1]); /* the same rest: the same empty code */
    assert_int_not_equal(b[0], a[0]);
    assert_int_equal(codes_of(&r, s, "កិ", c), 2);
    assert_memory_equal(b, c, sizeof b);
    rig_close(&r);
}

static void equal_clusters_of_two_shapers_share_codes(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct subset *s = subset_new(r.job.keep, r.fonts);
    struct shaper *other = shaper_new(&r.job, r.fonts, r.words);
    struct text_run run = {.text = STR("ម្ពុ"), .lang = LANG_KM, .size = 10000};
    uint16_t a[2], b[2];
    assert_int_equal(codes_of_cluster(s, shape(r.shaper, &run, 1).at, a), 2);
    assert_int_equal(codes_of_cluster(s, shape(other, &run, 1).at, b), 2);
    assert_memory_equal(a, b, sizeof a);
    shaper_free(other);
    rig_close(&r);
}

/* The most asked for comes first, a draw goes to the older; afterwards nothing new is taken. */
static void ranked_by_use(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct subset *s = subset_new(r.job.keep, r.fonts);
    static const char *const asked[] = {"ក", "ខិ", "គ", "គ", "ខិ", "ឃិ", "គ"};
    uint16_t a[2];
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) codes_of(&r, s, asked[i], a);
    subset_rank(s);
    assert_int_equal(codes_of(&r, s, "គ", a), 1);
    assert_int_equal(a[0], 2); /* three times, and so the rest of ខិ and ឃិ, which is older */
    assert_int_equal(codes_of(&r, s, "ខិ", a), 2);
    assert_int_equal(a[0], 3);
    assert_int_equal(a[1], 1);
    assert_int_equal(codes_of(&r, s, "ក", a), 1);
    assert_int_equal(a[0], 4);
    assert_int_equal(codes_of(&r, s, "ឃិ", a), 2);
    assert_int_equal(a[0], 5);
    assert_int_equal(codes_of(&r, s, "ង", a), 0);
    struct text_run run = {.text = STR("គ"), .lang = LANG_KM, .size = 10000};
    assert_int_equal(subset_ncids(s, shape(r.shaper, &run, 1).at->glyphs->face), 6);
    rig_close(&r);
}

static struct subset_font font_of(struct rig *r, const char *text)
{
    struct subset *s = subset_new(r->job.keep, r->fonts);
    struct text_run run = {.text = str_of(text), .lang = LANG_KM, .size = 10000};
    struct shaped sh = shape(r->shaper, &run, 1);
    struct subset_font f;
    uint16_t codes[2];
    for (size_t i = 0; i < sh.n; i++) codes_of_cluster(s, &sh.at[i], codes);
    assert_true(subset_font(s, NULL, sh.at[0].glyphs->face, &f));
    return f;
}

static void same_contents_same_bytes(void **state)
{
    (void)state;
    struct rig r, q;
    rig_start(&r);
    rig_start(&q);
    struct subset_font a = font_of(&r, "ក្រុម"), b = font_of(&q, "ក្រុម"), c = font_of(&r, "ខេត្ត");
    assert_true(str_eq(a.program, b.program));
    assert_string_equal(a.name, b.name);
    assert_string_not_equal(a.name, c.name);
    assert_int_equal(strspn(a.name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 6);
    assert_string_equal(a.name + 6, "+");
    rig_close(&q);
    rig_close(&r);
}

static uint32_t be32(struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.s + at;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void table_directory_is_right(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct str p = font_of(&r, text_long).program;
    size_t n = be32(p, 4) >> 16;
    uint32_t whole = 0;
    assert_int_equal(n, 6);
    for (size_t i = 0; i < p.n; i += 4) whole += be32(p, i);
    assert_int_equal(whole, 0xB1B0AFBA);
    for (size_t i = 0; i < n; i++) {
        size_t at = be32(p, 12 + 16 * i + 8), size = be32(p, 12 + 16 * i + 12);
        assert_int_equal(at % 4, 0);
        assert_true(at + size <= p.n);
        if (i) assert_true(memcmp(p.s + 12 + 16 * (i - 1), p.s + 12 + 16 * i, 4) < 0);
    }
    rig_close(&r);
}

static void unused_face_has_no_font(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct subset *s = subset_new(r.job.keep, r.fonts);
    struct subset_font f;
    assert_false(subset_used(s, 0));
    assert_false(subset_font(s, NULL, 0, &f));
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_draws_its_cluster),
        cmocka_unit_test(two_codes_for_nonspacing_marks),
        cmocka_unit_test(equal_clusters_of_two_shapers_share_codes),
        cmocka_unit_test(ranked_by_use),
        cmocka_unit_test(same_contents_same_bytes),
        cmocka_unit_test(table_directory_is_right),
        cmocka_unit_test(unused_face_has_no_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
