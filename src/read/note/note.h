/* note: one note file in one language to a doc: front matter, then Markdown (or plain text). */
#ifndef SASTRA_READ_NOTE_NOTE_H
#define SASTRA_READ_NOTE_NOTE_H

#include "base/job.h"
#include "model/corpus.h"

/* plain: a .txt, where every line is a paragraph. Pictures asked for are read by image_read. Never NULL. */
struct doc *note_read(struct job *job, const struct source *source, enum lang lang, bool plain);
/* Aligns the blocks of a note's two docs (headings, kinds, lengths; dynamic programming): fills pairs,
 * npairs. What has no partner is told with both places. With one doc, every block is alone, and nothing is
 * told here. */
void alignment_pair(struct job *job, struct note *note);

#endif
