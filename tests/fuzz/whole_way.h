/* The stages behind reading, for fuzzers: a corpus to the bytes of a PDF, each document's own. */
#ifndef SASTRA_FUZZ_WHOLE_WAY_H
#define SASTRA_FUZZ_WHOLE_WAY_H

#include "compose/compose.h"
#include "layout/layout.h"
#include "model/dump.h"
#include "pdf/pdf.h"
#include "privacy/gate.h"
#include "web/epub.h"
#include "web/web.h"

#include <stdlib.h>

static inline const struct pages *whole_way_pages(void *pages)
{
    return pages;
}

static inline const struct epub_pages *whole_way_no_pages(void *nothing)
{
    (void)nothing;
    return NULL;
}

/* False: a font could not be put in, which is told. */
static inline bool whole_way_try(struct job *job, const struct survey *survey, const struct wanted *wanted,
                                 struct font_set *fonts, struct words *words)
{
    struct print print = compose_print(survey->corpus, wanted);
    struct tree *tree = compose(job, survey, wanted);
    struct str bytes;
    struct buf text = BUF(job->keep);
    if (tree_check(tree)) abort();
    struct shaper *shaper = shaper_new(job, fonts, words);
    struct pages *pages = layout(job, tree, &print, fonts, shaper);
    dump_tree(&text, tree);
    page_dump(&text, pages);
    struct web_store_pages of_print = {whole_way_pages, pages};
    struct web_store *store = web_store_new(job, job->keep, fonts, words, of_print);
    struct epub_asked_pages of_book = {whole_way_no_pages, NULL};
    bool good = pdf_write(job, tree, pages, fonts, false, &bytes) && web_write(job, tree, store, &bytes) &&
                epub_write(job, tree, store, of_book, &bytes);
    shaper_free(shaper);
    return good;
}

static inline void whole_way_set(struct job *job, const struct survey *survey, const struct wanted *wanted,
                                 struct font_set *fonts, struct words *words)
{
    if (!whole_way_try(job, survey, wanted, fonts, words)) abort();
}

/* What was told is text that others can read. */
static inline void whole_way_told(struct job *job)
{
    struct buf b = BUF(job->keep);
    diag_sort(job->diags);
    diag_json(&b, job->diags);
    if (utf8_bad(buf_str(&b)) != b.n) abort();
}

/* The fonts of a folder, opened once: reading 26 for each input would be all that a fuzzer does. */
static inline struct font_set *whole_way_fonts(struct arena *house, const struct options *options)
{
    struct job job = {.keep = house, .scratch = arena_new(), .diags = diags_new(house), .options = options};
    struct font_wish wish = {0};
    struct font_set *fonts = font_set_open(&job, &wish);
    arena_free(job.scratch);
    if (!fonts) abort();
    return fonts;
}

/* An event that asks for all, for corpora that no folder gives. */
static inline void whole_way_event(struct event *e)
{
    *e = (struct event){.nlangs = 2, .langs = {LANG_KM, LANG_EN}, .editions = 7, .documents = DOCUMENT_ALL};
    e->title.t[LANG_EN] = STR("Fuzz");
    e->title.t[LANG_KM] = STR("សាកល្បង");
}

#endif
