/* layout: a document's tree to pages: block by block into one galley, page by page out of it. */
#ifndef SASTRA_LAYOUT_LAYOUT_H
#define SASTRA_LAYOUT_LAYOUT_H

#include "base/job.h"
#include "layout/page.h"
#include "model/print.h"

/* The whole of a document, laid out as print wants it; everything lives in job->keep. Told: what is too wide,
 * what no face has. */
struct pages *layout(struct job *job, const struct tree *tree, const struct print *print,
                     const struct font_set *fonts, struct shaper *shaper);

#endif
