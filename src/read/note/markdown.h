/* markdown: CommonMark (cmark 0.30) with tables, footnotes, csv fences, Khmer habits and other programs'
 * dialects, to blocks.
 *
 * It and markdown_inlines alone see cmark. Takes: the lines of source->text from a byte that starts one.
 * Promises: no text is dropped but the addresses of links; every block has its line and column, every span
 * the byte it was found at. Lists and quotes deeper than DOC_DEPTH are told and set at that depth. Works in
 * job->scratch, which it gives back. */
#ifndef SASTRA_READ_NOTE_MARKDOWN_H
#define SASTRA_READ_NOTE_MARKDOWN_H

#include "base/job.h"
#include "model/doc.h"

/* The root, never NULL; *notes: the footnotes that are called, in the order of their marks. */
struct block *markdown_read(struct job *job, const struct source *source, size_t from, enum lang lang,
                            struct footnote **notes);

#endif
