/* press: documents of a corpus through compose, layout and pdf, side by side on threads.
 *
 * Each document has a job of its own (arenas, complaints); the complaints are merged in the documents' order,
 * so that threads never show in what comes out. */
#ifndef SASTRA_APP_BUILD_H
#define SASTRA_APP_BUILD_H

#include "compose/compose.h"
#include "layout/page.h"

/* What all documents share, read-only. */
struct house {
    const struct corpus *corpus;
    struct fonts *fonts;
    struct words *words;
    long long epoch; /* SOURCE_DATE_EPOCH, or -1 */
};

struct work { /* one document */
    const struct house *house;
    struct wanted wanted;
    struct job job;
    const struct tree *tree;
    const struct pages *pages;
    struct str bytes;
    bool good;
};

/* How far a document is to be taken. */
enum press_stage { PRESS_TREE, PRESS_PAGES, PRESS_PDF };

/* Fonts and words for a corpus. False where there are no fonts (told). */
bool press_open(struct job *job, const struct corpus *corpus, struct house *house);
void press_close(struct house *house);

/* Takes n documents to the stage, told into job->diags; each work's memory is given back by press_free. */
void press_run(struct job *job, const struct house *house, const struct wanted *wanted, size_t n,
               enum press_stage stage, struct work *works);
void press_free(struct work *works, size_t n);

#endif
