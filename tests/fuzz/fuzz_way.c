/* The whole way for two notes: bytes → encoding → Markdown → pairs → tree → pages → PDF. A byte 0xFE parts
 * the languages. */
#include "whole_way.h"

#include "read/format/encoding.h"
#include "read/note/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Kept for the process's life. */
static struct arena *house;
static struct font_set *fonts;
static struct words *words;
static struct options options = {.input = STR_INIT("tests/fuzz/seeds"),
                                 .output = STR_INIT("/dev/null"),
                                 .fonts = STR_INIT("fonts"),
                                 .threads = 1};

static void open_house(void)
{
    house = arena_new();
    fonts = whole_way_fonts(house, &options);
    words = words_new(house);
}

static void set(struct job *job, const struct corpus *corpus, const char *document)
{
    struct wanted wanted = compose_named(job->keep, document, NULL);
    const struct said *said = gate_pass(job, corpus, &(struct said_words){0});
    whole_way_set(job, survey_of(job, corpus, said), &wanted, fonts, words);
}

static void both(struct job *job, struct str km, struct str en)
{
    const struct source *s[LANG_N] = {encoding_source(job, STR("sessions/a.km.md"), km),
                                      encoding_source(job, STR("sessions/a.en.md"), en)};
    struct note note = {.kind = NOTE_SUMMARY, .stem = STR("background")};
    struct corpus corpus = {.notes = &note, .nnotes = 1};
    for (int l = 0; l < LANG_N; l++)
        if (s[l]) note.doc[l] = note_read(job, s[l], (enum lang)l, NOTE_FORMAT_MARKDOWN);
    if (!note.doc[0] && !note.doc[1]) return;
    alignment_pair(job, &note);
    whole_way_event(&corpus.event);
    set(job, &corpus, "report");
    set(job, &corpus, "report.km");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!house) open_house();
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {.keep = keep, .scratch = scratch, .diags = diags_new(keep), .options = &options};
    const uint8_t *cut = size ? memchr(data, 0xFE, size) : NULL;
    size_t first = cut ? (size_t)(cut - data) : size / 2, second = cut ? first + 1 : first;
    struct str km = str_copy(keep, (struct str){(const char *)data, first});
    struct str en = str_copy(keep, (struct str){(const char *)data + second, size - second});
    both(&job, km, en);
    whole_way_told(&job);
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
