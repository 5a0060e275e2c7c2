/* word_runs: a paragraph's runs, as a word processor parts them, to spans: alike ones joined, blanks at their
 * ends put outside of what is marked, Khmer in its normal order. */
#ifndef SASTRA_READ_WORD_WORD_RUNS_H
#define SASTRA_READ_WORD_WORD_RUNS_H

#include "model/doc.h"

struct word_run {
    struct span span;
    size_t from, to; /* of text: in the source's text */
};

struct word_runs {
    struct arena *a; /* keep */
    const struct source *source;
    struct buf *text; /* the source's, so far */
    size_t start;     /* of the paragraph in it */
    VEC(struct word_run) list;
};

void word_runs_start(struct word_runs *r);
void word_runs_text(struct word_runs *r, struct str text, unsigned style, struct str href);
/* A line end, a footnote's mark or a picture; shown is what stands for it in the source's text. */
void word_runs_put(struct word_runs *r, struct span span, struct str shown);
/* Blanks at both ends are taken off. False where nothing is left. */
bool word_runs_trim(struct word_runs *r);
/* The first bytes of the paragraph's text are no more shown. */
void word_runs_skip(struct word_runs *r, size_t bytes);
/* Is all of its text bold, and is there some? */
bool word_runs_strong(const struct word_runs *r);
void word_runs_lighten(struct word_runs *r);
struct spans word_runs_spans(struct word_runs *r);

#endif
