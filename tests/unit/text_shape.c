/* Shaping: text kept, syllables whole, scripts and faces, breaks, hyphens, what no face has. */
#include "text_help.h"

#include "text/face.h"

static struct shaped shaped_of(struct rig *r, const char *text, enum lang lang)
{
    struct text_run run = {.text = str_of(text), .lang = lang, .size = 10000, .hyphenate = true};
    return shape(r->shaper, &run, 1);
}

/* The clusters' texts, parted by '|'; a break that may be taken is '/' and a hyphen '~'. */
static const char *cut(struct rig *r, struct shaped sh)
{
    struct buf b = BUF(r->job.keep);
    for (size_t i = 0; i < sh.n; i++) {
        buf_add(&b, sh.at[i].glyphs->text);
        if (i + 1 == sh.n) break;
        uint8_t brk = sh.at[i].brk;
        buf_byte(&b, brk == BRK_NONE ? '|' : brk == BRK_HYPHEN ? '~' : brk == BRK_FORCED ? '!' : '/');
    }
    return buf_str(&b).s;
}

static void assert_cut(struct rig *r, const char *text, enum lang lang, const char *want)
{
    assert_string_equal(cut(r, shaped_of(r, text, lang)), want);
}

static void text_is_kept(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    static const char *const texts[] = {text_long,
                                        "a",
                                        "",
                                        " ",
                                        " a b ",
                                        "្ក",
                                        "ា",
                                        "កាា",
                                        "ក\xCC\x81",
                                        "e\xCC\x81\xCC\xA3",
                                        "ខ្‌ញ",
                                        "👩‍🔬 ✌🏽",
                                        "العربية שלום",
                                        "हिन्दी ไทย ລາວ 中文 한국어",
                                        "◌ា ◌្ក"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int lang = 0; lang < LANG_N; lang++) {
            struct shaped sh = shaped_of(&r, texts[i], (enum lang)lang);
            struct buf b = BUF(r.job.keep);
            for (size_t k = 0; k < sh.n; k++) {
                buf_add(&b, sh.at[k].glyphs->text);
                assert_true(sh.at[k].glyphs->n > 0);
                for (size_t g = 0; g < sh.at[k].glyphs->n; g++)
                    assert_int_not_equal(sh.at[k].glyphs->at[g].id, 0);
            }
            assert_string_equal(buf_str(&b).s, texts[i]);
            if (sh.n) assert_int_equal(sh.at[sh.n - 1].brk, BRK_FORCED);
        }
    rig_close(&r);
}

static void a_syllable_is_one_cluster(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    assert_cut(&r, "ស្ត្រីខ្ញុំ", LANG_KM, "ស្ត្រី|ខ្ញុំ");
    assert_cut(&r, "ព្រះរាជាណាចក្រកម្ពុជា", LANG_KM, "ព្រះ|រា|ជា|ណា|ច|ក្រ|ក|ម្ពុ|ជា");
    assert_cut(&r, "ញ៉ាំជ្រើស៕", LANG_KM, "ញ៉ាំ|ជ្រើ|ស|៕");
    assert_cut(&r, "ក៏២០២៣", LANG_KM, "ក៏|២|០|២|៣");
    assert_cut(&r, "office", LANG_EN, "o|ffi|c|e");
    assert_cut(&r,
               "e\xCC\x81"
               "a",
               LANG_EN, "e\xCC\x81|a");
    rig_close(&r);
}

/* Without anything of ours: HarfBuzz on the whole text at once. */
static size_t plain_glyphs(struct arena *a, const struct face *f, struct str text, struct glyph **out)
{
    static const char *const ot[] = {"ot", NULL};
    hb_buffer_t *b = hb_buffer_create();
    unsigned n;
    hb_buffer_add_utf8(b, text.s, (int)text.n, 0, -1);
    hb_buffer_set_script(b, HB_SCRIPT_KHMER);
    hb_buffer_set_direction(b, HB_DIRECTION_LTR);
    hb_buffer_set_language(b, hb_language_from_string("km", -1));
    hb_shape_full(f->font, b, NULL, 0, ot);
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, &n);
    *out = ARENA_MANY(a, struct glyph, n);
    for (unsigned i = 0; i < n; i++)
        (*out)[i] =
            (struct glyph){(uint16_t)info[i].codepoint, pos[i].x_advance, pos[i].x_offset, pos[i].y_offset};
    hb_buffer_destroy(b);
    return n;
}

/* Field by field: what lies between fields may be anything. */
static void assert_same_glyphs(const struct glyph *got, const struct glyph *want, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(got[i].id, want[i].id);
        assert_int_equal(got[i].advance, want[i].advance);
        assert_int_equal(got[i].x, want[i].x);
        assert_int_equal(got[i].y, want[i].y);
    }
}

static void same_glyphs_as_harfbuzz_alone(void **state)
{
    (void)state;
    static const char *const words[] = {"ព្រះរាជាណាចក្រកម្ពុជា", "វិទ្យាស្ថាន", "ស្ថាប័ន", "ញ៉ាំ", "ស្ត្រី",
                                        "ជ្រើសរើស",           "ធ្វើ",      "ភ្នំពេញ", "ខ្ញុំ", "គោលដៅ"};
    struct rig r;
    rig_start(&r);
    for (int use = 0; use < FONT_USES; use++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            struct text_run run = {
                .text = str_of(words[i]), .lang = LANG_KM, .use = (enum font_use)use, .size = 10000};
            struct shaped sh = shape(r.shaper, &run, 1);
            size_t face = font_set_face(r.fonts, LANG_KM, (enum font_use)use, false, false), at = 0;
            struct glyph *want;
            size_t n = plain_glyphs(r.job.keep, font_set_at(r.fonts, face), run.text, &want);
            for (size_t k = 0; k < sh.n; at += sh.at[k++].glyphs->n) {
                assert_int_equal(sh.at[k].glyphs->face, face);
                assert_true(at + sh.at[k].glyphs->n <= n);
                assert_same_glyphs(sh.at[k].glyphs->at, want + at, sh.at[k].glyphs->n);
            }
            assert_int_equal(at, n);
        }
    rig_close(&r);
}

static void scripts_take_their_faces_and_sizes(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    size_t km = font_set_face(r.fonts, LANG_KM, FONT_BODY, false, false);
    size_t en = font_set_face(r.fonts, LANG_EN, FONT_BODY, false, false);
    struct shaped sh = shaped_of(&r, "«ក (A1) ខ", LANG_KM);
    static const char faces[] = "kkkkllkkk"; /* « ក space ( A 1 ) space ខ */
    assert_int_equal(sh.n, sizeof faces - 1);
    for (size_t i = 0; i < sh.n; i++) {
        assert_int_equal(sh.at[i].glyphs->face,
                         faces[i] == 'k' || i == 7 ? (i == 7 ? sh.at[i].glyphs->face : km) : en);
        int32_t size = font_set_match(r.fonts, FONT_BODY, LANG_KM,
                                      sh.at[i].glyphs->face == km ? LANG_KM : LANG_EN, 10000);
        assert_int_equal(sh.at[i].size, size);
        assert_int_equal(sh.at[i].khmer, i == 1 || i == 8);
    }
    assert_in_range(font_set_match(r.fonts, FONT_BODY, LANG_KM, LANG_EN, 10000), 10400, 10450);
    assert_int_equal(font_set_match(r.fonts, FONT_BODY, LANG_EN, LANG_EN, 10400), 10400);
    assert_int_equal(shaped_of(&r, "A", LANG_EN).at[0].size, 10000);
    rig_close(&r);
}

static void widths_are_a_readers(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct shaped sh = shaped_of(&r, text_long, LANG_KM);
    for (size_t i = 0; i < sh.n; i++) {
        long advance = 0, upem = font_set_info(r.fonts, sh.at[i].glyphs->face)->units_per_em;
        for (size_t k = 0; k < sh.at[i].glyphs->n; k++) advance += sh.at[i].glyphs->at[k].advance;
        long mille = (advance * 1000 + upem / 2) / upem;
        assert_int_equal(sh.at[i].width, (mille * sh.at[i].size + 500) / 1000);
    }
    rig_close(&r);
}

static void what_leaves_no_glyph(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    assert_cut(&r, "កក​ខខ", LANG_KM, "ក|ក/ខ|ខ"); /* ZWSP */
    assert_cut(&r, "ក​​ខ", LANG_KM, "ក/ខ");        /* twice */
    assert_cut(&r,
               "a\xE2\x81\xA0"
               "b\xEF\xBB\xBF"
               "c",
               LANG_EN, "a|b|c"); /* WJ, BOM */
    assert_cut(&r,
               "ab\xC2\xAD"
               "cd",
               LANG_EN, "a|b~c|d"); /* soft hyphen */
    assert_cut(&r,
               "a\xE2\x80\xAE"
               "b\xE2\x81\xA9\x01",
               LANG_EN, "a|b");
    assert_cut(&r,
               "a\xC2\xA0"
               "b\tc",
               LANG_EN, "a| |b| |c"); /* NBSP, tab */
    assert_cut(&r, "a\nb\r\nc", LANG_EN, "a| !b| !c");
    assert_cut(&r, "ក‌ិ", LANG_KM, "ក‌ិ"); /* ZWNJ stays in its cluster */
    assert_int_equal(diag_count(r.job.diags, SEVERITY_NOTE), 0);
    rig_close(&r);
}

/* Spaces of fixed width have it in each face, and never stretch; two that were typed are one, but for code.
 */
static void spaces_of_all_kinds(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    static const struct {
        const char *space;
        int32_t width;
    } rows[] = {{"\xE2\x80\x83", 10000}, {"\xE2\x80\x89", 2000}, {"\xE2\x80\xAF", 2000},
                {"\xE3\x80\x80", 10000}, {"\xE2\x80\x82", 5000}, {"\xE2\x80\x8A", 1000}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct shaped sh = shaped_of(&r, str_fmt(r.job.keep, "a%sb", rows[i].space).s, LANG_EN);
        assert_int_equal(sh.n, 3);
        assert_int_equal(sh.at[1].kind, CLUSTER_FIXED_SPACE);
        assert_in_range(sh.at[1].width, rows[i].width - 10, rows[i].width + 10);
        assert_true(str_is(sh.at[1].glyphs->text, rows[i].space));
    }
    assert_int_equal(shaped_of(&r, "a b", LANG_EN).at[1].kind, CLUSTER_SPACE);
    assert_cut(&r, "a  b   c", LANG_EN, "a| /b| /c");
    assert_cut(&r, "ក  \xE2\x80\x8B ខ", LANG_KM, "ក| /ខ");
    struct text_run code = {.text = STR("a  b"), .lang = LANG_EN, .use = FONT_MONO, .size = 10000};
    assert_int_equal(shape(r.shaper, &code, 1).n, 4);
    rig_close(&r);
}

/* A ZWNJ that holds a shifter up makes no circle. */
static void a_shifter_held_up_has_no_circle(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    assert_cut(&r, "ប៉\xE2\x80\x8Cិ", LANG_KM, "ប៉\xE2\x80\x8Cិ");
    assert_cut(&r, "ប៉\xE2\x80\x8Cើ", LANG_KM, "ប៉ើ");
    assert_cut(&r, "ប៉\xE2\x80\x8Cាំ", LANG_KM, "ប៉ាំ");
    rig_close(&r);
}

static void runs_keep_their_tags(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct text_run runs[] = {
        {.text = STR("កម"), .lang = LANG_KM, .size = 10000, .tag = 7, .rise = 3000},
        {.text = STR("្ពុជា AB"), .lang = LANG_KM, .bold = true, .size = 10000, .tag = 8, .forced = true},
        {.text = STR(""), .lang = LANG_EN, .size = 9000, .tag = 9, .forced = true},
        {.text = STR("1 km"), .lang = LANG_EN, .size = 9000, .tag = 10, .whole = true},
        {.text = STR("a/b.c"), .lang = LANG_EN, .size = 9000, .tag = 11, .loose = true},
    };
    struct shaped sh = shape(r.shaper, runs, 5);
    assert_string_equal(cut(&r, sh), "ក|ម្ពុ|ជា| /A|B! !1| |k|m|a///b/./c");
    rig_close(&r);
}

static void words_are_hyphenated(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    if (strchr(cut(&r, shaped_of(&r, "information", LANG_EN)), '~') == NULL) skip(); /* no dictionary here */
    assert_non_null(strchr(cut(&r, shaped_of(&r, "(development),", LANG_EN)), '~'));
    static const char *const whole[] = {
        "Mentoring", "STEM",   "mentor@moeys.gov.kh", "www.information.org", "information2", "re-development",
        "table",     "naïvety"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strcmp(whole[i], "table")) assert_null(strchr(cut(&r, shaped_of(&r, whole[i], LANG_EN)), '~'));
    assert_null(strchr(cut(&r, shaped_of(&r, "information", LANG_KM)), '~'));
    struct text_run heading = {.text = STR("information"), .lang = LANG_EN, .size = 10000};
    assert_null(strchr(cut(&r, shape(r.shaper, &heading, 1)), '~'));
    struct shaped sh = shaped_of(&r, "information", LANG_EN);
    struct cluster h = shape_hyphen(r.shaper, &sh.at[1]);
    assert_true(str_is(h.glyphs->text, "\xC2\xAD"));
    assert_int_equal(h.glyphs->face, sh.at[1].glyphs->face);
    assert_int_equal(h.size, sh.at[1].size);
    assert_true(h.width > 0 && h.glyphs->n == 1 && h.glyphs->at[0].id);
    rig_close(&r);
}

static void what_no_face_has_is_a_box(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct source *source = source_new(r.job.keep, STR("note.km.md"), STR("ក 𐎀"));
    struct text_run run = {
        .text = STR("ក 𐎀𐎁 𐎀"), .lang = LANG_KM, .size = 10000, .place = place_in(source, 0)};
    struct shaped sh = shape(r.shaper, &run, 1);
    assert_string_equal(cut(&r, sh), "ក| /𐎀|𐎁| /𐎀");
    assert_int_equal(sh.at[2].glyphs, sh.at[5].glyphs);
    assert_true(sh.at[2].width > 0 && sh.at[2].glyphs->at[0].id);
    assert_int_equal(r.job.diags->list.n, 1); /* one for all of a run */
    struct diag *d = &r.job.diags->list.at[0];
    assert_int_equal(d->code, DIAG_GLYPH_MISSING);
    assert_ptr_equal(d->place.source, source);
    assert_non_null(strstr(d->args[0].s, "U+10380"));
    rig_close(&r);
}

static void a_circle_that_was_not_typed_has_no_text(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct shaped sh = shaped_of(&r, "ាក", LANG_KM);
    hb_codepoint_t circle = font_set_at(r.fonts, sh.at[0].glyphs->face)->circle;
    assert_int_equal(sh.n, 2);
    assert_int_equal(sh.at[0].glyphs->at[0].id, circle);
    assert_true(str_is(sh.at[0].glyphs->text, "ា"));
    sh = shaped_of(&r, "x ◌ា", LANG_KM); /* a typed one goes with its mark's script */
    assert_string_equal(cut(&r, sh), "x| /◌ា");
    assert_int_equal(sh.at[2].glyphs->n, 2);
    rig_close(&r);
}

static void a_heap_of_marks_is_parted(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct buf b = BUF(r.job.keep);
    buf_put(&b, "e");
    for (int i = 0; i < 1000; i++) buf_cp(&b, 0x301);
    for (int i = 0; i < 5000; i++) buf_put(&b, "ស្ត");
    for (int i = 0; i < 1000; i++) buf_cp(&b, 0x627);
    for (int i = 0; i < 500; i++) buf_cp(&b, 0xEB3); /* HarfBuzz makes one cluster of them */
    struct shaped sh = shaped_of(&r, buf_str(&b).s, LANG_EN);
    size_t total = 0;
    for (size_t i = 0; i < sh.n; i++) {
        total += sh.at[i].glyphs->text.n;
        assert_true(sh.at[i].glyphs->n <= 200 && sh.at[i].glyphs->text.n <= 200);
    }
    assert_int_equal(total, b.n);
    rig_close(&r);
}

static void ink_is_the_outlines(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct shaped sh = shaped_of(&r, "H", LANG_EN);
    struct ink h = shape_ink(r.shaper, sh.at, sh.n);
    assert_in_range(h.above, 7130, 7150);
    assert_int_equal(h.below, 0);
    struct text_run raised = {.text = STR("H"), .lang = LANG_EN, .size = 10000, .rise = 2000};
    sh = shape(r.shaper, &raised, 1);
    assert_int_equal(shape_ink(r.shaper, sh.at, sh.n).above, h.above + 2000);
    sh = shaped_of(&r, "ស្ត្រី", LANG_KM);
    struct ink k = shape_ink(r.shaper, sh.at, sh.n);
    assert_true(k.above > 8000 && k.below > 3000);
    rig_close(&r);
}

static struct shaped shaped_runs(struct rig *r, const char *before, const char *mark, const char *after)
{
    struct text_run runs[] = {
        {.text = str_of(before), .lang = LANG_KM, .size = 10000},
        {.text = str_of(mark), .lang = LANG_KM, .size = 6000, .rise = 3600, .whole = true, .mark = true},
        {.text = str_of(after), .lang = LANG_KM, .size = 10000}};
    return shape(r->shaper, runs, 3);
}

/* A note's mark hangs on what it follows, and a line may end behind it where it might without it. */
static void marks_hang(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    static const char *const rows[][4] = {{"គ្រូ ៖ ", "១២", "ហើយ", "គ្រូ| /៖| |១|២/ហើ|យ"},
                                          {"a ", "2", "b", "a| |2/b"},
                                          {"one", "2", " two", "o|n|e|2| /t|w|o"},
                                          {"one-", "2", "two", "o|n|e|-|2/t|w|o"},
                                          {"one\xE2\x80\x8B", "2", "two", "o|n|e|2/t|w|o"},
                                          {"គ្រូ", "១", "ហើយ", "គ្រូ|១/ហើ|យ"},
                                          {"one", "2", "two", "o|n|e|2|t|w|o"},
                                          {"", "១", "ហើយ", "១|ហើ|យ"},
                                          {"ហើយ ", "១", "", "ហើ|យ| |១"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(cut(&r, shaped_runs(&r, rows[i][0], rows[i][1], rows[i][2])), rows[i][3]);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_kept),
        cmocka_unit_test(a_syllable_is_one_cluster),
        cmocka_unit_test(same_glyphs_as_harfbuzz_alone),
        cmocka_unit_test(scripts_take_their_faces_and_sizes),
        cmocka_unit_test(widths_are_a_readers),
        cmocka_unit_test(what_leaves_no_glyph),
        cmocka_unit_test(runs_keep_their_tags),
        cmocka_unit_test(words_are_hyphenated),
        cmocka_unit_test(what_no_face_has_is_a_box),
        cmocka_unit_test(a_circle_that_was_not_typed_has_no_text),
        cmocka_unit_test(a_heap_of_marks_is_parted),
        cmocka_unit_test(ink_is_the_outlines),
        cmocka_unit_test(marks_hang),
        cmocka_unit_test(spaces_of_all_kinds),
        cmocka_unit_test(a_shifter_held_up_has_no_circle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
