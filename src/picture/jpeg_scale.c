#include "picture/jpeg_scale.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

enum {
    QUALITY = 80,
    EIGHTHS = 8,
    INKS = 4,
    FINER = 16 /* a row that is narrowed holds sixteenths of a step */
};

/* Rows come in, and go out fewer and narrower. */
struct jpeg_scale {
    struct jpeg_error_mgr errors;
    jmp_buf out;
    struct arena *arena;
    struct jpeg_decompress_struct d;
    struct jpeg_compress_struct c;
    unsigned char *made; /* libjpeg's own */
    unsigned long nmade;
    size_t samples;    /* a pixel: 1 or 3 */
    uint32_t *narrow;  /* a row as wide as it goes out */
    uint32_t *mean;    /* of the rows that the next one out covers, times their weights */
    uint32_t weighted; /* how much of it is there; whole: the rows that come in */
};

static void stop(j_common_ptr c)
{
    struct jpeg_scale *s = c->client_data;
    longjmp(s->out, 1);
}

static void quiet(j_common_ptr c, int level)
{
    (void)c, (void)level;
}

/* -- in -------------------------------------------------------------------------------------------------- */

static bool is_enough(uint32_t own, unsigned eighths, uint32_t wanted)
{
    return ((uint64_t)own * eighths + EIGHTHS - 1) / EIGHTHS >= wanted;
}

static void open_in(struct jpeg_scale *s, struct str file, uint32_t width, uint32_t height)
{
    unsigned n = 1;
    s->d.err = &s->errors;
    s->d.client_data = s;
    jpeg_create_decompress(&s->d);
    jpeg_mem_src(&s->d, (const unsigned char *)file.s, file.n);
    jpeg_read_header(&s->d, TRUE);
    while (n < EIGHTHS &&
           (!is_enough(s->d.image_width, n, width) || !is_enough(s->d.image_height, n, height)))
        n *= 2; /* libjpeg-turbo has no fast ways between */
    s->d.scale_num = n;
    s->d.scale_denom = EIGHTHS;
    s->d.out_color_space = s->d.num_components == 1      ? JCS_GRAYSCALE
                           : s->d.num_components == INKS ? JCS_CMYK
                                                         : JCS_RGB;
    s->samples = s->d.num_components == 1 ? 1 : 3;
    jpeg_start_decompress(&s->d);
}

/* Adobe's programs store how much white is left of each ink. */
static void mix_inks(const struct jpeg_scale *s, unsigned char *row)
{
    for (size_t x = 0; x < s->d.output_width; x++) {
        const unsigned char *ink = row + x * INKS;
        unsigned light[INKS];
        for (size_t i = 0; i < INKS; i++) light[i] = s->d.saw_Adobe_marker ? ink[i] : 255u - ink[i];
        for (size_t i = 0; i < 3; i++) row[x * 3 + i] = (unsigned char)((light[i] * light[3] + 127) / 255);
    }
}

/* -- between: each pixel in has a weight of so many as go out, each one out of so many as come in. No side is
 * longer than 65,500 (JPEG_MAX_DIMENSION): what is summed up, 255 × FINER times that at most, has 32 bits. */

/* A divisor, below 2^20. What is divided is less than 4,081 times as much, which keeps the product within 64
 * bits and the quotient exact: its error is below divisor × divided / 2^52 < 1. */
struct divisor {
    uint64_t inverse; /* times 2^52 */
    uint32_t half;
};

enum { INVERSE_BITS = 52 };

static struct divisor divisor_of(uint32_t n)
{
    return (struct divisor){(UINT64_C(1) << INVERSE_BITS) / n + 1, n / 2};
}

static inline uint32_t rounded(uint32_t sum, struct divisor by)
{
    return (uint32_t)((sum + by.half) * by.inverse >> INVERSE_BITS);
}

/* A row in is narrowed by all samples of a pixel at once; samples is a constant where it is called. */
static inline void narrow_by(struct jpeg_scale *s, const unsigned char *row, size_t samples)
{
    uint32_t in = s->d.output_width, out = s->c.image_width, have = 0, sum[3] = {0}, *to = s->narrow;
    struct divisor by = divisor_of(in);
    for (size_t x = 0; x < in; x++, row += samples) {
        uint32_t part = have + out > in ? in - have : out;
        have += part;
        for (size_t k = 0; k < samples; k++) sum[k] += row[k] * part;
        if (have < in) continue;
        have = out - part;
        for (size_t k = 0; k < samples; k++) {
            *to++ = rounded(sum[k] * FINER, by);
            sum[k] = row[k] * have;
        }
    }
}

static void narrow_row(struct jpeg_scale *s, const unsigned char *row)
{
    s->samples == 1 ? narrow_by(s, row, 1) : narrow_by(s, row, 3);
}

static void put_row(struct jpeg_scale *s, unsigned char *row)
{
    struct divisor whole = divisor_of(s->d.output_height * FINER);
    for (size_t i = 0; i < s->c.image_width * s->samples; i++)
        row[i] = (unsigned char)rounded(s->mean[i], whole);
    jpeg_write_scanlines(&s->c, &row, 1);
}

static void add_row(struct jpeg_scale *s, uint32_t weight, bool anew)
{
    size_t n = s->c.image_width * s->samples;
    uint32_t *restrict mean = s->mean;
    const uint32_t *restrict row = s->narrow;
    if (anew) memset(mean, 0, n * sizeof *mean);
    for (size_t i = 0; i < n; i++) mean[i] += row[i] * weight;
    s->weighted = (anew ? 0 : s->weighted) + weight;
}

static void scale_rows(struct jpeg_scale *s, unsigned char *in_row, unsigned char *out_row)
{
    uint32_t in = s->d.output_height, out = s->c.image_height;
    while (s->d.output_scanline < in) {
        jpeg_read_scanlines(&s->d, &in_row, 1);
        if (s->d.num_components == INKS) mix_inks(s, in_row);
        narrow_row(s, in_row);
        uint32_t part = s->weighted + out > in ? in - s->weighted : out;
        add_row(s, part, false);
        if (s->weighted < in) continue;
        put_row(s, out_row);
        add_row(s, out - part, true);
    }
}

/* -- out ------------------------------------------------------------------------------------------------- */

static void open_out(struct jpeg_scale *s, uint32_t width, uint32_t height)
{
    s->c.err = &s->errors;
    s->c.client_data = s;
    jpeg_create_compress(&s->c);
    jpeg_mem_dest(&s->c, &s->made, &s->nmade);
    s->c.image_width = width;
    s->c.image_height = height;
    s->c.input_components = (int)s->samples;
    s->c.in_color_space = s->samples == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&s->c);
    jpeg_set_quality(&s->c, QUALITY, TRUE);
    s->c.optimize_coding = TRUE;
    jpeg_start_compress(&s->c, TRUE);
}

static void run(struct jpeg_scale *s, struct str file, uint32_t width, uint32_t height)
{
    open_in(s, file, width, height);
    open_out(s, width, height);
    size_t n = width * s->samples;
    s->narrow = ARENA_MANY(s->arena, uint32_t, n);
    s->mean = ARENA_MANY(s->arena, uint32_t, n);
    scale_rows(s, arena_get(s->arena, (size_t)s->d.output_width * INKS), arena_get(s->arena, n));
    jpeg_finish_compress(&s->c);
    jpeg_finish_decompress(&s->d);
}

bool jpeg_scale(struct arena *a, struct str file, uint32_t width, uint32_t height, struct str *to)
{
    struct jpeg_scale *s = ARENA_ONE(a, struct jpeg_scale);
    volatile bool good = false;
    s->arena = a;
    jpeg_std_error(&s->errors);
    s->errors.error_exit = stop;
    s->errors.emit_message = quiet;
    if (!setjmp(s->out)) {
        run(s, file, width, height);
        good = true;
    }
    jpeg_destroy_compress(&s->c);
    jpeg_destroy_decompress(&s->d);
    if (good) *to = str_copy(a, (struct str){(char *)s->made, s->nmade});
    free(s->made);
    return good;
}
