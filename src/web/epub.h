/* epub: a tree as a book for readers (W3C EPUB 3.3, EPUB Accessibility 1.1): one file a chapter, written as
 * web.h's page is, with a list of the pages of the print. */
#ifndef SASTRA_WEB_EPUB_H
#define SASTRA_WEB_EPUB_H

#include "base/job.h"
#include "base/map.h"
#include "model/tree.h"
#include "web/web_store.h"

/* The pages of the print, as its reader cites them. */
struct epub_pages {
    struct map starts; /* by the first node that begins on a page: its label, struct str */
    struct str *labels;
    size_t n;
};

/* Asked for once all text is written; its result may be NULL. */
struct epub_asked_pages {
    const struct epub_pages *(*of)(void *with);
    void *with;
};

/* The file in job->keep. False where a font cannot be put into it: it is refused
 * (font_set_refuse); or, told, a picture cannot be had again. */
bool epub_write(struct job *job, const struct tree *tree, struct web_store *store,
                struct epub_asked_pages pages, struct str *bytes);

#endif
