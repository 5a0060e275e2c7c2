#include "read_help.h"

#include "read/format/image.h"

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

/* -- pictures made here ---------------------------------------------------------------------------------- */

static void more(png_structp png, png_bytep bytes, size_t n)
{
    buf_add(png_get_io_ptr(png), (struct str){(const char *)bytes, n});
}

static void flush(png_structp png)
{
    (void)png;
}

struct kind {
    int depth, type, interlace;
    bool transparent;
};

/* 4 × 3: the sample value of a pixel grows along the rows. */
static struct str make_png(struct arena *a, struct kind k)
{
    struct buf out = BUF(a);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_color palette[2] = {{10, 20, 30}, {200, 210, 220}};
    png_byte clear[2] = {0, 255}, rows[3][64] = {{0}}, *at[3] = {rows[0], rows[1], rows[2]};
    png_set_write_fn(png, &out, more, flush);
    png_set_IHDR(png, info, 4, 3, k.depth, k.type, k.interlace, 0, 0);
    if (k.type == PNG_COLOR_TYPE_PALETTE) png_set_PLTE(png, info, palette, 2);
    if (k.transparent) png_set_tRNS(png, info, clear, 2, NULL);
    size_t stride = (size_t)k.depth * 4 / 8 *
                    (k.type == PNG_COLOR_TYPE_RGB    ? 3
                     : k.type == PNG_COLOR_TYPE_RGBA ? 4
                                                     : 1);
    for (size_t y = 0; y < 3; y++)
        for (size_t i = 0; i < stride; i++)
            rows[y][i] = (png_byte)(k.type == PNG_COLOR_TYPE_PALETTE ? i % 2 : y * 64 + i);
    png_write_info(png, info);
    png_write_image(png, at);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return buf_str(&out);
}

static struct str make_jpeg(struct arena *a, int components, bool progressive)
{
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL, row[64 * 4];
    unsigned long n = 0;
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, &bytes, &n);
    c.image_width = c.image_height = 64;
    c.input_components = components;
    c.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&c);
    if (progressive) jpeg_simple_progression(&c);
    jpeg_start_compress(&c, TRUE);
    jpeg_write_marker(&c, JPEG_COM, (const unsigned char *)"Secret place", 12);
    for (int y = 0; y < 64; y++) {
        unsigned char *p = row;
        for (size_t i = 0; i < sizeof row; i++) row[i] = (unsigned char)(i * 7 + (size_t)y * 31);
        jpeg_write_scanlines(&c, &p, 1);
    }
    jpeg_finish_compress(&c);
    struct str made = str_copy(a, (struct str){(char *)bytes, n});
    jpeg_destroy_compress(&c);
    free(bytes);
    return made;
}

/* With an EXIF segment that says how to turn it and where it was taken. */
static struct str with_exif(struct arena *a, struct str jpeg, bool little, int orientation)
{
    static const char BIG[] = "\xFF\xE1\0\x2A"
                              "Exif\0\0MM\0\x2A\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0";
    static const char LITTLE[] = "\xFF\xE1\0\x2A"
                                 "Exif\0\0II\x2A\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0";
    struct buf b = BUF(a);
    buf_add(&b, str_sub(jpeg, 0, 2));
    buf_add(&b, little ? (struct str){LITTLE, sizeof LITTLE - 1} : (struct str){BIG, sizeof BIG - 1});
    buf_byte(&b, (char)orientation);
    buf_add(&b, little ? STR("\0\0\0") : STR("\0\0"));
    buf_add(&b, STR("GPSecret\0\0"));
    while (b.n < 2 + 2 + 0x2A) buf_byte(&b, 0);
    buf_add(&b, str_sub(jpeg, 2, jpeg.n));
    return buf_str(&b);
}

/* Each file is new to the reader. */
static struct picture *read_image(struct bench *b, const char *name, struct str bytes)
{
    b->job.images = NULL;
    bench_write(b, name, bytes);
    return image_read(&b->job, str_of(name), (struct place){0});
}

/* -- tests ----------------------------------------------------------------------------------------------- */

static void png_kinds(void **state)
{
    struct bench *b = *state;
    struct arena *a = b->job.keep;
    struct picture *p = read_image(b, "a.png", make_png(a, (struct kind){8, PNG_COLOR_TYPE_RGB, 0, false}));
    assert_int_equal(p->width, 4);
    assert_int_equal(p->height, 3);
    assert_int_equal(p->channels, 3);
    assert_int_equal(p->alpha.n, 0);
    /* Its own rows, still packed: a filter byte before each. */
    unsigned char rows[39];
    uLongf n = sizeof rows;
    assert_int_equal(p->form, PICTURE_PNG);
    assert_int_equal(uncompress(rows, &n, (const Bytef *)p->data.s, (uLong)p->data.n), Z_OK);
    assert_int_equal(n, sizeof rows);
    p = read_image(b, "b.png", make_png(a, (struct kind){8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, false}));
    assert_int_equal((unsigned char)p->data.s[13], 65);
    p = read_image(b, "c.png", make_png(a, (struct kind){16, PNG_COLOR_TYPE_GRAY, 0, false}));
    assert_int_equal(p->channels, 1);
    assert_int_equal(p->data.n, 12);
    assert_int_equal((unsigned char)p->data.s[4], 64);
    p = read_image(b, "d.png", make_png(a, (struct kind){8, PNG_COLOR_TYPE_RGBA, 0, false}));
    assert_int_equal(p->channels, 3);
    assert_int_equal(p->alpha.n, 12);
    assert_int_equal((unsigned char)p->alpha.s[1], 7);
    assert_int_equal((unsigned char)p->data.s[3], 4);
    p = read_image(b, "e.png", make_png(a, (struct kind){8, PNG_COLOR_TYPE_PALETTE, 0, true}));
    assert_int_equal(p->channels, 3);
    assert_int_equal((unsigned char)p->data.s[3], 200);
    assert_int_equal(p->alpha.s[0], 0);
    p = read_image(b, "f.png", make_png(a, (struct kind){8, PNG_COLOR_TYPE_PALETTE, 0, false}));
    assert_int_equal(p->alpha.n, 0);
    assert_int_equal(p->form, PICTURE_RAW);
    bench_silent(b);
}

static void png_broken(void **state)
{
    struct bench *b = *state;
    struct str good = make_png(b->job.keep, (struct kind){8, PNG_COLOR_TYPE_RGB, 0, false});
    for (size_t n = 0; n < good.n; n++) assert_null(read_image(b, "a.png", str_sub(good, 0, n)));
    assert_int_equal(bench_told(b, DIAG_PICTURE_BROKEN) + bench_told(b, DIAG_PICTURE_KIND), good.n);
    struct str flipped = str_copy(b->job.keep, good);
    ((char *)flipped.s)[good.n - 20] ^= 1;
    assert_null(read_image(b, "a.png", flipped));
    struct str huge = str_copy(b->job.keep, good);
    memcpy((char *)huge.s + 16, "\0\0\xFF\xFF\0\0\xFF\xFF\x08\2\0\0\0\xCE\x1B\x16\x02", 17);
    assert_null(read_image(b, "a.png", huge));
}

static void jpeg_kinds(void **state)
{
    struct bench *b = *state;
    struct arena *a = b->job.keep;
    struct picture *p = read_image(b, "a.jpg", make_jpeg(a, 3, false));
    assert_int_equal(p->form, PICTURE_JPEG);
    assert_int_equal(p->channels, 3);
    assert_int_equal(p->width, 64);
    assert_int_equal(str_find(p->data, STR("Secret"), 0), SIZE_MAX);
    assert_int_not_equal(str_find(p->data, STR("JFIF"), 0), SIZE_MAX);
    assert_true(str_ends(p->data, "\xFF\xD9"));
    struct str again = p->data;
    assert_non_null(p = read_image(b, "again.jpg", again));
    assert_true(str_eq(p->data, again));
    assert_int_equal(read_image(b, "b.jpg", make_jpeg(a, 1, true))->channels, 1);
    bench_silent(b);
    assert_non_null(p = read_image(b, "c.jpg", make_jpeg(a, 4, false)));
    assert_true(p->inks);
    assert_int_equal(p->channels, 3); /* as it is shown */
    assert_int_equal(bench_told(b, DIAG_PICTURE_CMYK), 1);
}

static void jpeg_metadata(void **state)
{
    static const int TURNS[] = {0, 0, 0, 180, 180, 270, 90, 90, 270, 0};
    static const bool MIRRORS[] = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0};
    struct bench *b = *state;
    struct str plain = make_jpeg(b->job.keep, 3, true);
    for (int i = 0; i < 10; i++) {
        struct str bytes = with_exif(b->job.keep, plain, i % 2, i);
        bytes = str_join(b->job.keep, (struct str[]){bytes, STR("Secret film")}, 2, STR(""));
        struct picture *p = read_image(b, "a.jpg", bytes);
        assert_int_equal(p->turn, TURNS[i]);
        assert_int_equal(p->mirror, MIRRORS[i]);
        assert_int_equal(str_find(p->data, STR("Secret"), 0), SIZE_MAX);
        assert_int_equal(str_find(p->data, STR("Exif"), 0), SIZE_MAX);
    }
    bench_silent(b);
}

static void jpeg_broken(void **state)
{
    struct bench *b = *state;
    struct str good = make_jpeg(b->job.keep, 3, false), progressive = make_jpeg(b->job.keep, 3, true);
    for (size_t n = 3; n < good.n - 2; n += 7) assert_null(read_image(b, "a.jpg", str_sub(good, 0, n)));
    for (size_t n = 3; n < progressive.n - 2; n += 7)
        assert_null(read_image(b, "a.jpg", str_sub(progressive, 0, n)));
}

static void other_kinds(void **state)
{
    struct bench *b = *state;
    assert_null(read_image(b, "a.gif", STR("GIF89a....")));
    assert_null(read_image(b, "a.heic",
                           STR("\0\0\0\x18"
                               "ftypheic")));
    assert_null(read_image(b, "a.webp", STR("RIFF\0\0\0\0WEBPVP8 ")));
    assert_null(read_image(b, "a.png", STR("hello")));
    assert_null(read_image(b, "b.png", STR("")));
    assert_int_equal(bench_told(b, DIAG_PICTURE_KIND), 4);
    assert_int_equal(bench_told(b, DIAG_PICTURE_BROKEN), 1);
    bench_str(b->job.diags->list.at[1].args[1], "HEIC");
}

static void drawings(void **state)
{
    struct bench *b = *state;
    const struct picture *p = read_image(
        b, "a.svg",
        STR("<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 "
            "4'><rect width='4' height='4' fill='#f00'/><text y='9'>a</text></svg>"));
    assert_non_null(p);
    assert_int_equal(p->width, 2000);
    assert_int_equal(p->height, 1000);
    assert_int_equal(p->channels, 3);
    bench_str(p->alt[LANG_EN], "a");
    assert_int_equal(p->alt[LANG_KM].n, 0);
    bench_silent(b);
    assert_null(
        read_image(b, "b.svg", STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 4'><rect")));
    assert_int_equal(bench_told(b, DIAG_PICTURE_UNDRAWN), 1);
}

static void names(void **state)
{
    struct bench *b = *state;
    struct str png = make_png(b->job.keep, (struct kind){8, PNG_COLOR_TYPE_RGB, 0, false});
    struct place none = {0};
    bench_write(b, "photos/My Photo.png", png);
    bench_str(image_read(&b->job, STR("photos/My%20Photo.png"), none)->path, "photos/My Photo.png");
    assert_non_null(image_read(&b->job, STR("photos\\My Photo.png"), none));
    assert_non_null(image_read(&b->job, STR("./photos/My Photo.png"), none));
    bench_silent(b);
    bench_str(image_read(&b->job, STR("Photos/my photo.PNG"), none)->path, "photos/My Photo.png");
    bench_str(image_read(&b->job, STR("My Photo.png"), none)->path, "photos/My Photo.png");
    assert_int_equal(bench_told(b, DIAG_PICTURE_NAME), 2);
    assert_null(image_read(&b->job, STR("photos/My Foto.png"), none));
    bench_str(bench_diag(b, DIAG_PICTURE_MISSING_NEAR)->args[1], "photos/My Photo.png");
    assert_null(image_read(&b->job, STR("nothing.jpg"), none));
    assert_null(image_read(&b->job, STR("nothing.jpg"), none));
    assert_int_equal(bench_told(b, DIAG_PICTURE_MISSING), 1);
    assert_null(image_read(&b->job, STR("https://example.org/x.png"), none));
    assert_int_equal(bench_told(b, DIAG_PICTURE_WEB), 1);
    assert_null(image_read(&b->job, STR("photos"), none));
    assert_int_equal(bench_told(b, DIAG_FILE_KIND), 1);
    assert_null(image_read(&b->job, STR(""), none));
}

/* é as one sign or as two, a folder seen from the note, and two that fit: none is taken. */
static void names_nearly(void **state)
{
    struct bench *b = *state;
    struct str png = make_png(b->job.keep, (struct kind){8, PNG_COLOR_TYPE_RGB, 0, false});
    struct place note = place_in(source_new(b->job.keep, STR("sessions/a.en.md"), STR("x")), 0);
    struct place other = place_in(source_new(b->job.keep, STR("summaries/a.en.md"), STR("x")), 0);
    bench_write(b, "photos/cafe\xCC\x81.png", png);
    bench_write(b, "sessions/media/image1.png", png);
    bench_write(b, "summaries/media/image1.png", png);
    bench_str(image_read(&b->job, STR("photos/caf\xC3\xA9.png"), note)->path, "photos/cafe\xCC\x81.png");
    bench_str(image_read(&b->job, STR("media/image1.png"), note)->path, "sessions/media/image1.png");
    bench_str(image_read(&b->job, STR("media/image1.png"), other)->path, "summaries/media/image1.png");
    assert_int_equal(bench_told(b, DIAG_PICTURE_NAME), 3);
    bench_write(b, "photos/Hall.png", png);
    bench_write(b, "photos/HALL.png", png);
    assert_null(image_read(&b->job, STR("photos/hall.png"), note));
    assert_int_equal(bench_told(b, DIAG_PICTURE_MISSING_NEAR), 1);
}

static void held(void **state)
{
    struct bench *b = *state;
    struct place note = place_in(bench_source(b, "ab"), 1);
    const char *png =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
        "awAAAABJRU5ErkJggg==";
    const struct picture *p = image_read_data(&b->job, str_of(png), note);
    assert_non_null(p);
    assert_int_equal(p->width, 1);
    bench_str(p->path, "x:1:2 (data:image/png)");
    bench_silent(b);
    assert_null(image_read_data(&b->job, STR("data:image/png;base64,iVBORw0KGgo="), note));
    bench_at(b, DIAG_PICTURE_BROKEN, 1, 2);
    assert_null(image_read_data(&b->job, STR("data:image/png,plain"), note));
    assert_null(image_read_data(&b->job, STR("data:image/gif;base64,R0lGODlh"), note));
    assert_int_equal(bench_told(b, DIAG_PICTURE_KIND), 1);
}

static void once(void **state)
{
    struct bench *b = *state;
    struct str png = make_png(b->job.keep, (struct kind){8, PNG_COLOR_TYPE_RGB, 0, false});
    struct picture *p = read_image(b, "a.png", png);
    p->alt[0] = STR("x");
    struct picture *q = image_read(&b->job, STR("a.png"), place_in(bench_source(b, ""), 7));
    assert_ptr_not_equal(p, q);
    assert_ptr_equal(p->data.s, q->data.s);
    assert_int_equal(q->alt[0].n, 0);
    assert_int_equal(q->place.offset, 7);
}

static void outside(void **state)
{
    struct bench *b = *state;
    char link[128];
    snprintf(link, sizeof link, "%s/out.png", b->folder);
    assert_int_equal(symlink("/etc/passwd", link), 0);
    assert_null(image_read(&b->job, STR("out.png"), (struct place){0}));
    assert_null(image_read(&b->job, STR("../../etc/passwd"), (struct place){0}));
    assert_null(image_read(&b->job, STR("x/../../../etc/passwd"), (struct place){0}));
    assert_null(image_read(&b->job, STR("/etc/passwd"), (struct place){0}));
    assert_int_equal(bench_told(b, DIAG_FILE_OUTSIDE), 3);
    snprintf(link, sizeof link, "%s/pipe.png", b->folder);
    assert_int_equal(mkfifo(link, 0666), 0);
    assert_null(image_read(&b->job, STR("pipe.png"), (struct place){0}));
    assert_int_equal(bench_told(b, DIAG_FILE_KIND), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(png_kinds),     BENCH(png_broken),  BENCH(jpeg_kinds),
                                       BENCH(jpeg_metadata), BENCH(jpeg_broken), BENCH(other_kinds),
                                       BENCH(drawings),      BENCH(names),       BENCH(names_nearly),
                                       BENCH(held),          BENCH(once),        BENCH(outside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
