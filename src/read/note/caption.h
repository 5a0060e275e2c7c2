/* caption: what is said of a table, a picture or a chart, by a line of its own beside it or as a picture's
 * title; its label; and what refers to it. The titles of boxes.
 *
 * "Table: words {#tab:name}" under a table or over it goes to the table's block; "Figure: words" to a picture
 * or a chart that has no title; "[!box] words" at the start of a quotation makes it a box. In text,
 * [@tab:name] becomes a span of its own (SPAN_REFERENCE). A line without its thing is told, and stays text.
 */
#ifndef SASTRA_READ_NOTE_CAPTION_H
#define SASTRA_READ_NOTE_CAPTION_H

#include "base/job.h"
#include "model/doc.h"

/* In all blocks of a note that was just read, its footnotes' too. */
void caption_take(struct job *job, struct block *root, struct footnote *notes);

#endif
