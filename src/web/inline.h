/* inline: the text of a node as HTML: its languages, its stress, its links, and where its lines may end. */
#ifndef SASTRA_WEB_INLINE_H
#define SASTRA_WEB_INLINE_H

#include "web/writing.h"

/* A node's own spans, or others in its type. */
void inline_put(struct writing *w, const struct node *n, struct spans spans);
/* A text without marks: an item's counter, a share of all. */
void inline_text(struct writing *w, const struct node *n, enum lang lang, struct str text);
/* The anchor of a footnote's body; behind "mark-", of its first mark. */
struct str inline_note_id(struct arena *a, const struct writing *w, const struct footnote *note);

#endif
