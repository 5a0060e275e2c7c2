/* picture: a JPEG made smaller keeps its colours, whatever inks and order it is stored in; a photo is made
 * once for a size, and not at all where its file has changed. */
#include "read_help.h"

#include "picture/scaled_picture.h"

#include "picture/jpeg_scale.h"
#include "read/format/image.h"

#include <jpeglib.h>

enum { WIDTH = 640, HEIGHT = 480, LIGHT = 200 /* of the left half's red; of the right half's blue */ };

/* Red beside blue, or their inks; noisy: too large to be held. */
static struct str make(struct arena *a, int components, bool progressive, bool noisy)
{
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL, row[WIDTH * 4];
    unsigned long n = 0;
    unsigned random = 1;
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, &bytes, &n);
    c.image_width = WIDTH;
    c.image_height = noisy ? HEIGHT * 4 : HEIGHT;
    c.input_components = components;
    c.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&c);
    jpeg_set_quality(&c, 95, TRUE);
    c.write_Adobe_marker = components == 4;
    if (progressive) jpeg_simple_progression(&c);
    jpeg_start_compress(&c, TRUE);
    while (c.next_scanline < c.image_height) {
        unsigned char *p = row;
        for (int x = 0; x < WIDTH; x++)
            for (int k = 0; k < components; k++) {
                int lit = components == 1 || k == (x < WIDTH / 2 ? 0 : 2) || k == 3;
                random = random * 1103515245u + 12345u;
                row[x * components + k] =
                    (unsigned char)((lit ? (k == 3 ? 255 : LIGHT) : 0) ^ (noisy ? random >> 27 : 0));
            }
        jpeg_write_scanlines(&c, &p, 1);
    }
    jpeg_finish_compress(&c);
    struct str made = str_copy(a, (struct str){(char *)bytes, n});
    jpeg_destroy_compress(&c);
    free(bytes);
    return made;
}

struct seen {
    unsigned width, height;
    int components;
    unsigned char left[3], right[3];
};

static struct seen look(struct arena *a, struct str jpeg)
{
    struct jpeg_decompress_struct d;
    struct jpeg_error_mgr errors;
    struct seen s = {0};
    d.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&d);
    jpeg_mem_src(&d, (const unsigned char *)jpeg.s, jpeg.n);
    jpeg_read_header(&d, TRUE);
    s = (struct seen){d.image_width, d.image_height, d.num_components, {0}, {0}};
    jpeg_start_decompress(&d);
    unsigned char *row = arena_get(a, (size_t)d.output_width * 4);
    size_t step = (size_t)d.num_components;
    while (d.output_scanline < d.output_height) jpeg_read_scanlines(&d, &row, 1);
    memcpy(s.left, row + step * (d.output_width / 4), step);
    memcpy(s.right, row + step * (d.output_width * 3 / 4), step);
    jpeg_destroy_decompress(&d);
    return s;
}

static bool near(int a, int b)
{
    return a - b < 12 && b - a < 12;
}

static void colours_stay(void **state)
{
    static const unsigned SIZES[][2] = {{640, 480}, {639, 479}, {333, 250}, {80, 60},
                                        {79, 59},   {7, 5},     {4, 1}};
    struct bench *b = *state;
    struct arena *a = b->job.keep;
    for (int way = 0; way < 6; way++)
        for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
            static const int COMPONENTS[] = {1, 3, 4};
            int n = COMPONENTS[way / 2];
            struct str made;
            assert_true(jpeg_scale(a, make(a, n, way % 2, false), SIZES[i][0], SIZES[i][1], &made));
            struct seen s = look(a, made);
            assert_int_equal(s.width, SIZES[i][0]);
            assert_int_equal(s.height, SIZES[i][1]);
            assert_int_equal(s.components, n == 1 ? 1 : 3);
            assert_true(near(s.left[0], LIGHT));
            if (n > 1 && s.width > 16)
                assert_true(near(s.left[2], 0) && near(s.right[0], 0) && near(s.right[2], LIGHT));
        }
}

static void what_is_broken_is_refused(void **state)
{
    struct bench *b = *state;
    struct str made;
    assert_false(jpeg_scale(b->job.keep, STR("\xFF\xD8\xFF\xE0 no picture"), 3, 3, &made));
}

static const struct picture *scaled(struct bench *b, const struct picture *p, int dpi, int32_t width)
{
    b->job.scaled = scaled_pictures_new(b->job.keep, dpi);
    return scaled_picture(&b->job, p, width, width * HEIGHT / WIDTH);
}

static void a_photo_is_made_once_for_a_size(void **state)
{
    struct bench *b = *state;
    bench_write(b, "a.jpg", make(b->job.keep, 3, false, false));
    struct picture *p = image_read(&b->job, STR("a.jpg"), (struct place){0});
    const struct picture *q = scaled(b, p, 300, 72000); /* an inch */
    assert_non_null(q);
    assert_int_equal(q->width, 300);
    assert_int_equal(q->height, 225);
    assert_ptr_equal(scaled_picture(&b->job, p, 72000, 54000), q);
    assert_ptr_not_equal(scaled_picture(&b->job, p, 36000, 27000), q);
    assert_ptr_equal(scaled_picture(&b->job, p, 7200000, 5400000), p); /* never larger */
    scaled_pictures_free(b->job.scaled);
    struct picture turned = *p;
    turned.turn = 90;
    b->job.scaled = scaled_pictures_new(b->job.keep, 300);
    q = scaled_picture(&b->job, &turned, 54000, 72000); /* stored lying, set standing */
    assert_int_equal(q->width, 300);
    scaled_pictures_free(b->job.scaled);
    q = scaled(b, p, 0, 72000);
    assert_ptr_equal(q, p); /* original */
    scaled_pictures_free(b->job.scaled);
}

static void inks_become_colours_at_any_size(void **state)
{
    struct bench *b = *state;
    bench_write(b, "a.jpg", make(b->job.keep, 4, false, false));
    struct picture *p = image_read(&b->job, STR("a.jpg"), (struct place){0});
    const struct picture *q = scaled(b, p, 0, 72000);
    assert_int_equal(look(b->job.keep, q->data).components, 3);
    assert_int_equal(q->width, WIDTH);
    scaled_pictures_free(b->job.scaled);
}

static void a_large_file_must_be_what_it_was(void **state)
{
    struct bench *b = *state;
    struct str bytes = make(b->job.keep, 3, false, true);
    assert_true(bytes.n > 1 << 18);
    bench_write(b, "a.jpg", bytes);
    struct picture *p = image_read(&b->job, STR("a.jpg"), (struct place){0});
    assert_int_equal(p->data.n, 0); /* not held */
    const struct picture *q = scaled(b, p, 300, 72000);
    assert_non_null(q);
    assert_true(q->data.n > 0 && q->data.n < bytes.n && q->width == 300);
    q = scaled_picture(&b->job, p, 7200000, 5400000);
    assert_true(q->data.n > 0 && q->width == WIDTH);
    scaled_pictures_free(b->job.scaled);
    bench_write(b, "a.jpg", make(b->job.keep, 3, true, true));
    assert_null(scaled(b, p, 300, 72000));
    assert_int_equal(bench_told(b, DIAG_FILE_FAILED), 1);
    scaled_pictures_free(b->job.scaled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(colours_stay, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(what_is_broken_is_refused, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(a_photo_is_made_once_for_a_size, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(inks_become_colours_at_any_size, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(a_large_file_must_be_what_it_was, bench_open, bench_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
