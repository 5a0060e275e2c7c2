/* Pictures and fonts as a page carries them, read back by libpng and zlib. */
#include "text_help.h"

#include "text/face_subset.h"
#include "web/file/base64.h"
#include "web/file/picture_file.h"
#include "web/file/woff.h"

#include <png.h>
#include <zlib.h>

/* -- pictures -- */

/* What is seen: the stored rows turned as Exif's numbers say, told here by where the first row and column go.
 */
static void upright(const unsigned char *stored, int w, int h, bool mirror, int turn, unsigned char *out)
{
    int ow = turn % 180 ? h : w;
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            int mx = mirror ? w - 1 - x : x;
            int ox = turn == 0 ? mx : turn == 90 ? h - 1 - y : turn == 180 ? w - 1 - mx : y;
            int oy = turn == 0 ? y : turn == 90 ? mx : turn == 180 ? h - 1 - y : w - 1 - mx;
            out[oy * ow + ox] = stored[y * w + x];
        }
}

static void read_png(struct str bytes, int format, png_image *image, unsigned char *out)
{
    *image = (png_image){.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(image, bytes.s, bytes.n));
    image->format = (png_uint_32)format;
    assert_true(png_image_finish_read(image, NULL, out, 0, NULL));
}

static void pixels_stand_upright(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const unsigned char stored[] = {0, 50, 100, 150, 200, 250};
    for (int way = 0; way < 8; way++) {
        struct picture p = {.form = PICTURE_RAW,
                            .width = 3,
                            .height = 2,
                            .channels = 1,
                            .mirror = way & 1,
                            .turn = way / 2 * 90,
                            .data = {(const char *)stored, sizeof stored}};
        unsigned char wanted[6], seen[6];
        png_image image;
        struct picture_file f = picture_file(a, &p);
        read_png(f.bytes, PNG_FORMAT_GRAY, &image, seen);
        upright(stored, 3, 2, p.mirror, p.turn, wanted);
        assert_int_equal(image.width, p.turn % 180 ? 2 : 3);
        assert_memory_equal(seen, wanted, sizeof seen);
        assert_string_equal(f.type, "image/png");
    }
    arena_free(a);
}

static void alpha_stands_behind_its_colours(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct picture p = {.form = PICTURE_RAW,
                        .width = 2,
                        .height = 1,
                        .channels = 3,
                        .data = STR("\x01\x02\x03\x04\x05\x06"),
                        .alpha = STR("\x80\xFF")};
    unsigned char seen[8];
    png_image image;
    read_png(picture_file(a, &p).bytes, PNG_FORMAT_RGBA, &image, seen);
    assert_memory_equal(seen, "\x01\x02\x03\x80\x04\x05\x06\xFF", 8);
    arena_free(a);
}

/* A JPEG is told how to be turned by the number that it came with. */
static void jpegs_keep_their_orientation(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const struct {
        bool mirror;
        int turn;
        unsigned number;
    } WAYS[] = {{true, 0, 2},   {false, 180, 3}, {true, 180, 4}, {true, 270, 5},
                {false, 90, 6}, {true, 90, 7},   {false, 270, 8}};
    struct picture p = {
        .form = PICTURE_JPEG, .width = 1, .height = 1, .channels = 3, .data = STR("\xFF\xD8rest")};
    assert_true(str_eq(picture_file(a, &p).bytes, p.data));
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        p.mirror = WAYS[i].mirror;
        p.turn = WAYS[i].turn;
        struct str got = picture_file(a, &p).bytes;
        const unsigned char *b = (const unsigned char *)got.s;
        assert_int_equal(got.n, p.data.n + 36);
        assert_memory_equal(b,
                            "\xFF\xD8\xFF\xE1\0\x22"
                            "Exif\0\0MM\0\x2A\0\0\0\x08",
                            20);
        assert_memory_equal(b + 20, "\0\x01\x01\x12\0\x03\0\0\0\x01\0", 11);
        assert_int_equal(b[31], WAYS[i].number);
        assert_memory_equal(b + 38, "rest", 4);
    }
    arena_free(a);
}

/* -- fonts -- */

static uint32_t number(struct str s, size_t at, size_t n)
{
    uint32_t v = 0;
    for (size_t i = 0; i < n; i++) v = v << 8 | (unsigned char)s.s[at + i];
    return v;
}

/* Each table comes back as it was, by the offsets of the file alone. */
static void fonts_are_packed_whole(void **state)
{
    (void)state;
    struct rig r;
    rig_start(&r);
    struct arena *a = r.job.keep;
    const struct font_set *fonts = r.fonts;
    uint32_t khmer[] = {' ', 0x1780, 0x17D2, 0x179A, 0x17C4};
    size_t face = font_set_face(fonts, LANG_KM, FONT_BODY, false, false);
    struct str font = face_subset(a, fonts, face, khmer, 5), packed = woff(a, font);
    size_t n = number(font, 4, 2);
    bool shaped = false;
    assert_memory_equal(packed.s, "wOFF", 4);
    assert_int_equal(number(packed, 8, 4), packed.n);
    assert_int_equal(number(packed, 12, 2), n);
    assert_true(packed.n < font.n);
    for (size_t i = 0; i < n; i++) {
        size_t entry = 12 + i * 16, at = 44 + i * 20;
        uint32_t from = number(packed, at + 4, 4), small = number(packed, at + 8, 4),
                 whole = number(packed, at + 12, 4);
        uLongf got = whole;
        char *table = arena_get(a, whole + 1);
        assert_memory_equal(packed.s + at, font.s + entry, 4);
        assert_int_equal(from % 4, 0);
        assert_true((size_t)from + small <= packed.n && small <= whole);
        if (small == whole)
            memcpy(table, packed.s + from, whole);
        else
            assert_int_equal(uncompress((Bytef *)table, &got, (const Bytef *)packed.s + from, small), Z_OK);
        assert_int_equal(got, whole);
        assert_memory_equal(table, font.s + number(font, entry + 8, 4), whole);
        shaped |= !memcmp(packed.s + at, "GSUB", 4);
    }
    assert_true(shaped);
    rig_close(&r);
}

static void what_is_no_font_is_none(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_int_equal(woff(a, STR("no font")).n, 0);
    assert_int_equal(woff(a, STR("\0\1\0\0\0\x09\0\0\0\0\0\0"
                                 "too short"))
                         .n,
                     0);
    arena_free(a);
}

static void bytes_become_letters(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const char *const PAIRS[][2] = {
        {"", ""},        {"f", "Zg=="},        {"fo", "Zm8="},
        {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}}; /* RFC 4648, 10 */
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        struct buf b = BUF(a);
        base64_put(&b, str_of(PAIRS[i][0]));
        assert_true(str_is(buf_str(&b), PAIRS[i][1]));
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_stand_upright),         cmocka_unit_test(alpha_stands_behind_its_colours),
        cmocka_unit_test(jpegs_keep_their_orientation), cmocka_unit_test(fonts_are_packed_whole),
        cmocka_unit_test(what_is_no_font_is_none),      cmocka_unit_test(bytes_become_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
