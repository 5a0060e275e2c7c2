/* bilingual_note: a note in the document's languages: side by side pair by pair, or one alone, with what is
 * missing said. */
#ifndef SASTRA_COMPOSE_BILINGUAL_NOTE_H
#define SASTRA_COMPOSE_BILINGUAL_NOTE_H

#include "compose/builder.h"

/* A note under a parent. base: the role of its highest heading (ROLE_H2 or ROLE_H3). skip: a first heading
 * equal to it is the title, which stands above already. */
void bilingual_note_write(struct builder *p, struct node *parent, const struct note *note, enum role base,
                          struct bi skip);
/* The title that a note gives itself: front matter, else its only heading of level 1. */
struct bi bilingual_note_title(struct builder *p, const struct note *note);
/* The footnotes' marks of that heading, which its words alone have lost, into the node made of it. */
void bilingual_note_title_marks(struct builder *p, struct node *heading, const struct note *note);

#endif
