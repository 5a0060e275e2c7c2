/* The whole way for two notes: bytes → encoding → Markdown → pairs → tree → pages → PDF. A byte 0xFE parts
 * the languages. */
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/dump.h"
#include "pdf/pdf.h"
#include "privacy/gate.h"
#include "read/format/encoding.h"
#include "read/note/note.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Opened once: reading 26 fonts for each input would be all that the fuzzer does. Kept for the process's
 * life. */
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
    struct job job = {house, arena_new(), diags_new(house), &options, NULL, NULL};
    struct font_wish wish = {0};
    fonts = font_set_open(&job, &wish);
    words = words_new(house);
    arena_free(job.scratch);
    if (!fonts) abort();
}

static void set(struct job *job, const struct corpus *corpus, const char *document)
{
    struct wanted wanted = compose_named(job->keep, document, NULL);
    struct print print = compose_print(corpus, &wanted);
    const struct said *said = gate_pass(job, corpus, &(struct said_words){0});
    struct tree *tree = compose(job, survey_of(job, corpus, said), &wanted);
    struct str bytes;
    struct buf text = BUF(job->keep);
    if (tree_check(tree)) abort();
    struct shaper *shaper = shaper_new(job, fonts, words);
    struct pages *pages = layout(job, tree, &print, fonts, shaper);
    dump_tree(&text, tree);
    page_dump(&text, pages);
    if (!pdf_write(job, tree, pages, fonts, &bytes)) abort();
    shaper_free(shaper);
}

static void both(struct job *job, struct str km, struct str en)
{
    const struct source *s[LANG_N] = {encoding_source(job, STR("sessions/a.km.md"), km),
                                      encoding_source(job, STR("sessions/a.en.md"), en)};
    struct note note = {.kind = NOTE_SUMMARY, .stem = STR("background")};
    struct corpus corpus = {.notes = &note, .nnotes = 1};
    struct event *e = &corpus.event;
    for (int l = 0; l < LANG_N; l++)
        if (s[l]) note.doc[l] = note_read(job, s[l], (enum lang)l, NOTE_FORMAT_MARKDOWN);
    if (!note.doc[0] && !note.doc[1]) return;
    alignment_pair(job, &note);
    *e = (struct event){.nlangs = 2, .langs = {LANG_KM, LANG_EN}, .editions = 7, .documents = DOCUMENT_ALL};
    e->title.t[LANG_EN] = STR("Fuzz");
    e->title.t[LANG_KM] = STR("សាកល្បង");
    set(job, &corpus, "report");
    set(job, &corpus, "report.km");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!house) open_house();
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {keep, scratch, diags_new(keep), &options, NULL, NULL};
    const uint8_t *cut = size ? memchr(data, 0xFE, size) : NULL;
    size_t first = cut ? (size_t)(cut - data) : size / 2, second = cut ? first + 1 : first;
    struct str km = str_copy(keep, (struct str){(const char *)data, first});
    struct str en = str_copy(keep, (struct str){(const char *)data + second, size - second});
    both(&job, km, en);
    diag_sort(job.diags);
    struct buf b = BUF(keep);
    diag_json(&b, job.diags);
    if (utf8_bad(buf_str(&b)) != b.n) abort();
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
