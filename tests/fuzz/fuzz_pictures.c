/* Bytes as a picture, to the page that it stands on. The sums of a PNG's chunks are set right first: what is
 * tried is what stands behind them. */
#include "whole_way.h"

#include "read/format/encoding.h"
#include "read/format/image.h"

#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Kept for the process's life. */
static struct arena *house;
static struct font_set *fonts;

static uint32_t big(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void set_sums(uint8_t *p, size_t n)
{
    static const uint8_t SIGNATURE[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    if (n < sizeof SIGNATURE || memcmp(p, SIGNATURE, sizeof SIGNATURE)) return;
    for (size_t at = sizeof SIGNATURE; at + 12 <= n;) {
        size_t length = big(p + at);
        if (length > n - at - 12) return;
        uint32_t sum = (uint32_t)crc32(0, p + at + 4, (unsigned)length + 4);
        for (int i = 0; i < 4; i++) p[at + 8 + length + (size_t)i] = (uint8_t)(sum >> (24 - 8 * i));
        at += 12 + length;
    }
}

static void set(struct job *job, struct picture *picture, struct place asked)
{
    struct photo photo = {.place = asked, .picture = picture, .listed = true};
    struct corpus corpus = {.photos = &photo, .nphotos = 1};
    struct said_words said = {0};
    whole_way_event(&corpus.event);
    corpus.event.documents = DOCUMENT_REPORT;
    struct words *words = words_new(job->keep);
    const struct survey *survey = survey_of(job, &corpus, gate_pass(job, &corpus, &said));
    struct wanted wanted = compose_named(job->keep, "report", NULL);
    whole_way_set(job, survey, &wanted, fonts, words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR("tests/fuzz/seeds"), .fonts = STR("fonts"), .threads = 1};
    if (!house) house = arena_new(), fonts = whole_way_fonts(house, &options);
    struct arena *keep = arena_new();
    struct job job = {.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &options};
    uint8_t *bytes = arena_get(keep, size + 1);
    memcpy(bytes, data, size);
    set_sums(bytes, size);
    struct place asked = place_in(encoding_source(&job, STR("photos.csv"), STR("file\na.png\n")), 5);
    struct picture *picture =
        image_bytes(&job, STR("photos/a.png"), (struct str){(char *)bytes, size}, asked);
    if (picture) set(&job, picture, asked);
    whole_way_told(&job);
    arena_free(job.scratch);
    arena_free(keep);
    return 0;
}
