/* note: one note file in one language to a doc: front matter, then what its format reads. */
#ifndef SASTRA_READ_NOTE_NOTE_H
#define SASTRA_READ_NOTE_NOTE_H

#include "model/corpus.h"
#include "read/note/note_format.h"

/* Pictures asked for are read by image_read. Never NULL. */
struct doc *note_read(struct job *job, const struct source *source, enum lang lang,
                      enum note_format_kind format);
/* The title of a doc that was given none: its first heading of level 1. */
void note_title(struct job *job, struct doc *doc);
/* Aligns the blocks of a note's two docs (headings, kinds, lengths; dynamic programming): fills pairs,
 * npairs. With one doc, every block is alone. */
void alignment_pair(struct job *job, struct note *note);
/* Tells what has no partner, with both places; nothing where there is one doc. */
void alignment_tell(struct job *job, const struct note *note);

#endif
