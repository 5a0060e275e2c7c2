/* The set of faces: wishes, what is missing, what is broken. */
#include "text_help.h"

#include "base/file.h"
#include "text/face.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

/* -- a folder of the test's own -- */

struct folder {
    char path[64];
};

static void folder_make(struct folder *d)
{
    strcpy(d->path, "/tmp/sastra-fonts-XXXXXX");
    assert_non_null(mkdtemp(d->path));
}

static void folder_drop(struct arena *a, struct folder *d)
{
    DIR *dir = opendir(d->path);
    for (struct dirent *e; (e = readdir(dir));)
        if (e->d_name[0] != '.') unlink(str_fmt(a, "%s/%s", d->path, e->d_name).s);
    closedir(dir);
    rmdir(d->path);
}

static void put(struct arena *a, const struct folder *d, const char *name, struct str bytes)
{
    FILE *f = fopen(str_fmt(a, "%s/%s", d->path, name).s, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.s, 1, bytes.n, f), bytes.n);
    fclose(f);
}

static struct str house_file(struct arena *a, const char *name)
{
    struct str bytes;
    assert_true(file_read(a, str_fmt(a, "%.*s/%s", STR_ARGS(rig_folder()), name).s, 1 << 24, &bytes));
    return bytes;
}

static void copy_house(struct arena *a, const struct folder *d, const char *name)
{
    put(a, d, name, house_file(a, name));
}

static size_t told(const struct rig *r, enum diag_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < r->job.diags->list.n; i++) n += r->job.diags->list.at[i].code == code;
    return n;
}

static const char *family_of(const struct font_set *f, enum lang lang, enum font_use use, bool bold,
                             bool italic)
{
    return font_set_info(f, font_set_face(f, lang, use, bold, italic))->family.s;
}

/* -- tests -- */

static void the_house(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_BODY, false, false), "Noto Serif Khmer");
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_DISPLAY, true, false), "Khmer OS Muol Light");
    assert_string_equal(family_of(r.fonts, LANG_EN, FONT_MONO, false, true), "Noto Sans Mono");
    for (int use = 0; use < FONT_USES; use++) {
        const struct face_info *km =
            font_set_info(r.fonts, font_set_face(r.fonts, LANG_KM, use, false, true));
        const struct face_info *en =
            font_set_info(r.fonts, font_set_face(r.fonts, LANG_EN, use, true, false));
        bool stands_out = use == FONT_BODY ? !km->bold && str_is(km->family, "Noto Sans Khmer") : km->bold;
        assert_true(stands_out || use == FONT_DISPLAY); /* no slant: the sans face; bold amid it; Muol */
        assert_false(km->italic);
        assert_true(en->bold);
    }
    const struct face_info *i =
        font_set_info(r.fonts, font_set_face(r.fonts, LANG_EN, FONT_BODY, false, true));
    assert_true(i->italic && i->serif && i->italic_angle < 0 && i->weight == 400 && !i->monospaced);
    assert_true(i->units_per_em == 1000 && i->cap_height == 714 && i->ascender > 0 && i->descender < 0);
    assert_true(i->box[0] < i->box[2] && i->box[1] < i->box[3]);
    for (size_t k = 1; k < font_set_count(r.fonts); k++)
        assert_true(str_cmp(font_set_info(r.fonts, k - 1)->path, font_set_info(r.fonts, k)->path) < 0);
    assert_int_equal(r.job.diags->list.n, 0);
    rig_close(&r);
}

/* Each letter from a face that has it, whatever language and style it was asked for in. */
static void letters_come_from_faces_that_have_them(void **state)
{
    (void)state;
    static const uint32_t LETTERS[] = {0x1780, 'A',   0xE01,  0xE81,  0x1000,
                                       0xB85,  0x905, 0x4E2D, 0x2192, 0x221A};
    static const uint32_t BOTH[] = {0xE01, 0x4E2D}, NONE = 0x10380;
    struct rig r;
    rig_start(&r);
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        for (int style = 0; style < LANG_N * FONT_USES * 4; style++) {
            enum lang lang = (enum lang)(style % LANG_N);
            enum font_use use = (enum font_use)(style / LANG_N % FONT_USES);
            int slant = style / LANG_N / FONT_USES; /* and weight */
            uint16_t face = font_set_find(r.fonts, lang, use, slant & 1, slant & 2, &LETTERS[i], 1);
            assert_int_not_equal(face, FACE_NONE);
            assert_int_not_equal(face_glyph(font_set_at(r.fonts, face), LETTERS[i]), 0);
        }
    assert_int_equal(font_set_find(r.fonts, LANG_KM, FONT_BODY, false, false, &NONE, 1), FACE_NONE);
    assert_int_equal(font_set_find(r.fonts, LANG_KM, FONT_BODY, false, false, BOTH, 2), FACE_NONE);
    rig_close(&r);
}

static void wishes(void **state)
{
    (void)state;
    struct rig r;
    rig_job(&r, rig_folder());
    struct source *s = source_new(r.job.keep, STR("event.yml"), STR("fonts"));
    struct font_wish w = {0};
    w.name[LANG_KM][FONT_BODY] = STR("khmer os battambang");
    w.name[LANG_KM][FONT_DISPLAY] = STR("KhmerOSmuol.ttf");
    w.name[LANG_EN][FONT_BODY] = STR("Noto Sarif");
    w.place[LANG_EN][FONT_BODY] = place_in(s, 0);
    w.name[LANG_KM][FONT_SANS] = STR("Noto Sans Mono");
    w.name[LANG_EN][FONT_SANS] = STR("NotoSans-Bold");
    r.fonts = font_set_open(&r.job, &w);
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_BODY, false, false), "Khmer OS Battambang");
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_BODY, true, false),
                        "Noto Serif Khmer"); /* has a bold */
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_DISPLAY, true, false), "Khmer OS Muol");
    assert_string_equal(family_of(r.fonts, LANG_EN, FONT_BODY, false, false), "Noto Serif");
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_SANS, false, false), "Noto Sans Khmer");
    assert_true(font_set_info(r.fonts, font_set_face(r.fonts, LANG_EN, FONT_SANS, false, false))->bold);
    assert_int_equal(r.job.diags->list.n, 2);
    assert_int_equal(told(&r, DIAG_FONT_NOT_FOUND), 1);
    assert_int_equal(told(&r, DIAG_FONT_LACKS), 1);
    for (size_t i = 0; i < 2; i++) {
        const struct diag *d = &r.job.diags->list.at[i];
        if (d->code != DIAG_FONT_NOT_FOUND) continue;
        assert_string_equal(d->args[1].s, "Noto Serif");
        assert_ptr_equal(d->place.source, s);
    }
    rig_close(&r);
}

static void nothing_there(void **state)
{
    (void)state;
    struct folder d;
    struct rig r;
    folder_make(&d);
    rig_job(&r, str_of(d.path));
    put(r.job.keep, &d, "README", STR("fonts come here"));
    assert_null(font_set_open(&r.job, NULL));
    assert_int_equal(told(&r, DIAG_FONTS_NONE), 1);
    copy_house(r.job.keep, &d, "NotoSans-Regular.ttf"); /* no Khmer */
    assert_null(font_set_open(&r.job, NULL));
    folder_drop(r.job.keep, &d);
    rig_job_close(&r);
}

static void two_faces_are_enough(void **state)
{
    (void)state;
    struct folder d;
    struct rig r;
    folder_make(&d);
    rig_job(&r, str_of(d.path));
    copy_house(r.job.keep, &d, "KhmerOSbattambang.ttf");
    copy_house(r.job.keep, &d, "NotoSans-Regular.ttf");
    r.fonts = font_set_open(&r.job, NULL);
    assert_non_null(r.fonts);
    assert_string_equal(family_of(r.fonts, LANG_KM, FONT_BODY, true, true), "Khmer OS Battambang");
    assert_string_equal(family_of(r.fonts, LANG_EN, FONT_MONO, true, true), "Noto Sans");
    assert_true(told(&r, DIAG_FONT_HOUSE) > 0);
    assert_int_equal(diag_count(r.job.diags, SEVERITY_ERROR), 0);
    r.shaper = shaper_new(&r.job, r.fonts, NULL);
    struct text_run run = {.text = str_of(text_long), .lang = LANG_KM, .use = FONT_MONO, .size = 10000};
    assert_true(shape(r.shaper, &run, 1).n > 100);
    folder_drop(r.job.keep, &d);
    rig_close(&r);
}

static const char cff[] = "OTTO\0\1\0\20\0\0\0\0CFF \0\0\0\0\0\0\0\34\0\0\0\4\0\0\0\0";

/* Cut short at every length, and with bytes turned over: refused or used, never a crash. */
static void broken_files(void **state)
{
    (void)state;
    struct folder d;
    struct rig r;
    folder_make(&d);
    rig_job(&r, str_of(d.path));
    copy_house(r.job.keep, &d, "NotoSerifKhmer-Regular.ttf");
    copy_house(r.job.keep, &d, "NotoSerif-Regular.ttf");
    struct str whole = house_file(r.job.keep, "NotoSansLao-Regular.ttf");
    put(r.job.keep, &d, "a.ttf", STR(""));
    put(r.job.keep, &d, "b.TTF", STR("no font at all"));
    put(r.job.keep, &d, "c.ttf", str_sub(whole, 0, whole.n / 2));
    put(r.job.keep, &d, "d.ttf", str_sub(whole, 0, whole.n - 5));
    put(r.job.keep, &d, "e.otf", (struct str){cff, sizeof cff - 1});
    put(r.job.keep, &d, "f.ttf", whole);
    struct source *s = source_new(r.job.keep, STR("event.yml"), STR("fonts: x"));
    struct font_wish w = {0};
    w.name[LANG_EN][FONT_BODY] = STR("E.otf");
    w.place[LANG_EN][FONT_BODY] = place_in(s, 7);
    r.fonts = font_set_open(&r.job, &w);
    assert_non_null(r.fonts);
    assert_int_equal(font_set_count(r.fonts), 3);
    assert_int_equal(told(&r, DIAG_FONT_DAMAGED), 4);
    assert_int_equal(told(&r, DIAG_FONT_OUTLINES), 1); /* once, where it was wished for */
    assert_int_equal(told(&r, DIAG_FONT_NOT_FOUND), 0);
    for (size_t i = 0; i < r.job.diags->list.n; i++)
        if (r.job.diags->list.at[i].code == DIAG_FONT_OUTLINES)
            assert_ptr_equal(r.job.diags->list.at[i].place.source, s);
    folder_drop(r.job.keep, &d);
    rig_close(&r);
}

static uint32_t next_random(uint32_t *s)
{
    *s = *s * 1664525u + 1013904223u;
    return *s >> 8;
}

static void turned_bytes(void **state)
{
    (void)state;
    uint32_t seed = 1;
    struct arena *a = arena_new();
    struct str whole = house_file(a, "KhmerOSsiemreap.ttf");
    for (int i = 0; i < 60; i++) {
        struct arena_mark mark = arena_mark(a);
        char *bytes = arena_get(a, whole.n);
        struct face f;
        memcpy(bytes, whole.s, whole.n);
        for (int k = 0; k < 1 + i; k++)
            bytes[i % 3 ? next_random(&seed) % whole.n : next_random(&seed) % 600] = (char)next_random(&seed);
        hb_blob_t *blob = hb_blob_create(bytes, (unsigned)whole.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
        if (face_open(&f, a, blob, 0) == FACE_GOOD) {
            face_has(&f, 0x1780);
            face_close(&f);
        }
        hb_blob_destroy(blob);
        arena_reset(a, mark);
    }
    arena_free(a);
}

static void closing_nothing(void **state)
{
    (void)state;
    font_set_close(NULL);
    shaper_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_house),
        cmocka_unit_test(letters_come_from_faces_that_have_them),
        cmocka_unit_test(wishes),
        cmocka_unit_test(nothing_there),
        cmocka_unit_test(two_faces_are_enough),
        cmocka_unit_test(broken_files),
        cmocka_unit_test(turned_bytes),
        cmocka_unit_test(closing_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
