/* note_walk: all blocks of a note, and the text of one with all that stands in it. */
#ifndef SASTRA_READ_CHECK_NOTE_WALK_H
#define SASTRA_READ_CHECK_NOTE_WALK_H

#include "model/corpus.h"

/* The block that follows in reading order, inside root; NULL at its end. */
const struct block *note_walk_next(const struct block *root, const struct block *b);
/* Its text and that of what it holds, a line each; code is left out, and what is an address. */
struct str note_walk_text(struct arena *a, const struct block *b);
/* Does it hold an address of the web or of e-mail? */
bool note_walk_is_address(struct str s);
/* Calls visit for each note in each language. */
void note_walk_docs(const struct corpus *c,
                    void (*visit)(void *with, const struct note *n, const struct doc *d), void *with);

#endif
