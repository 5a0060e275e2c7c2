/* A font that somebody drops into fonts/, damaged: told or used, never the end. The input says which font is
 * taken, and then where in which of its tables a byte, or two, is another. */
#include "whole_way.h"

#include "base/file.h"
#include "read/format/encoding.h"
#include "read/note/note.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const TAKEN[] = {"KhmerOS.ttf", "KhmerOSmuollight.ttf", "NotoSerifKhmer-Regular.ttf",
                                    "NotoSerif-Regular.ttf"};
static const char *const HOUSE[] = {"NotoSerifKhmer-Regular.ttf", "NotoSerif-Regular.ttf"};
enum { TAKEN_N = sizeof TAKEN / sizeof *TAKEN, HOUSE_N = sizeof HOUSE / sizeof *HOUSE, STEP = 5 };

static struct arena *house; /* kept for the process's life, and the fonts' bytes in it */
static struct str fonts_of[TAKEN_N];
static char folder[64];

static struct str read_all(const char *name)
{
    struct str bytes;
    const char *path = str_fmt(house, "fonts/%s", name).s;
    FILE *f = fopen(path, "rb");
    if (!f) abort();
    bytes = file_stream(house, f);
    fclose(f);
    return bytes;
}

static void close_house(void)
{
    char path[128];
    for (size_t i = 0; i < HOUSE_N; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, HOUSE[i]);
        unlink(path);
    }
    rmdir(folder);
}

static void open_house(void)
{
    char path[128], real[4096];
    house = arena_new();
    for (size_t i = 0; i < TAKEN_N; i++) fonts_of[i] = read_all(TAKEN[i]);
    snprintf(folder, sizeof folder, "%s/sastra-fuzz-XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) abort();
    for (size_t i = 0; i < HOUSE_N; i++) {
        snprintf(path, sizeof path, "fonts/%s", HOUSE[i]);
        if (!realpath(path, real)) abort();
        snprintf(path, sizeof path, "%s/%s", folder, HOUSE[i]);
        if (symlink(real, path)) abort();
    }
    atexit(close_house);
}

static size_t big(const unsigned char *p, size_t n)
{
    size_t v = 0;
    for (size_t i = 0; i < n; i++) v = v << 8 | p[i];
    return v;
}

/* Table (0: the font's head), place in it (twice), what is put there, how. */
static void damage(unsigned char *font, size_t n, const uint8_t *step)
{
    size_t tables = big(font + 4, 2), table = step[0] % (tables + 1), from = 0, length = 12 + 16 * tables;
    if (table) {
        from = big(font + 12 + 16 * (table - 1) + 8, 4);
        length = big(font + 12 + 16 * (table - 1) + 12, 4);
    }
    if (from >= n || !length) return;
    if (length > n - from) length = n - from;
    size_t at =
        from + (step[1] < 128 ? step[1] * 2U + step[2] % 2 : (step[1] * 256U + step[2]) * 7U) % length;
    font[at] = step[3];
    if (step[4] & 1 && at + 1 < n) font[at + 1] = step[4];
}

static struct str damaged(struct arena *a, const uint8_t *data, size_t size)
{
    struct str whole = fonts_of[data[0] % TAKEN_N];
    struct str font = str_copy(a, whole);
    unsigned char *bytes = (unsigned char *)font.s;
    unsigned char tables[2] = {bytes[4], bytes[5]};
    for (size_t i = 2; i + STEP <= size && i < 2 + 40 * STEP; i += STEP) {
        unsigned char now[2] = {bytes[4], bytes[5]};
        memcpy(bytes + 4, tables, 2);
        unsigned char there[2] = {bytes[4], bytes[5]};
        damage(bytes, font.n, data + i);
        if (!memcmp(bytes + 4, there, 2)) memcpy(bytes + 4, now, 2);
    }
    if (data[1] & 0x80) font.n = font.n * (data[1] & 0x7F) / 0x7F;
    return font;
}

static bool set(struct job *job, struct font_set *fonts)
{
    struct note note = {.kind = NOTE_SUMMARY, .stem = STR("background")};
    struct corpus corpus = {.notes = &note, .nnotes = 1};
    struct said_words said = {0};
    struct str text[LANG_N] = {STR("# ស្រ្តី និងកុមារ ១២៣\n\nក្រុមព្រឹក្សា *ជាតិ* **ខ្ញុំ** ឧត្តម ង៉ៃ ប៉ី។\n"),
                               STR("# Fine offices\n\nAWAY *to* **Tokyo** 123 fi fl é ñ – “x”.\n")};
    for (int l = 0; l < LANG_N; l++) {
        const struct source *s = encoding_source(job, STR("a.md"), text[l]);
        note.doc[l] = note_read(job, s, (enum lang)l, NOTE_FORMAT_MARKDOWN);
    }
    alignment_pair(job, &note);
    whole_way_event(&corpus.event);
    struct words *words = words_new(job->keep);
    const struct survey *survey = survey_of(job, &corpus, gate_pass(job, &corpus, &said));
    struct wanted wanted = compose_named(job->keep, "report", NULL);
    return whole_way_try(job, survey, &wanted, fonts, words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[128];
    if (!house) open_house();
    if (size < 2) return 0;
    struct options options = {.input = STR("."), .fonts = str_of(folder), .threads = 1};
    struct arena *keep = arena_new();
    struct job job = {.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &options};
    struct str font = damaged(keep, data, size);
    snprintf(path, sizeof path, "%s/Dropped.ttf", folder);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(font.s, 1, font.n, out) != font.n || fclose(out)) abort();
    struct font_wish wish = {0};
    for (int l = 0; l < LANG_N; l++)
        wish.name[l][FONT_BODY] = wish.name[l][FONT_DISPLAY] = STR("Dropped.ttf");
    struct font_set *fonts = font_set_open(&job, &wish);
    if (!fonts) abort(); /* the house's are there */
    if (!set(&job, fonts) && (!font_set_mend(&job, fonts, &wish) || !set(&job, fonts))) abort();
    font_set_close(fonts);
    whole_way_told(&job);
    arena_free(job.scratch);
    arena_free(keep);
    unlink(path);
    return 0;
}
