/* qr: an address as a QR code, drawn by us: for the back cover, the digest, the wall.
 *
 *     qr_node(p, parent, p->corpus->event.url);
 *
 * Adds a ROLE_QR: a figure that tells its address to who cannot see it, with its quiet zone, 25 mm on a page,
 * 22 where little room is, larger on the wall, never wider than its column (a side under 20 mm
 * is hard to read: give it that much). It stands at its column's left; in a grid, words may stand beside it.
 * NULL, and nothing is added, where there is no address or it is longer than URL_LONGEST bytes. Words that
 * say what it leads to are the caller's: a ROLE_SMALL whose text is qr_words. */
#ifndef SASTRA_COMPOSE_FIGURE_QR_H
#define SASTRA_COMPOSE_FIGURE_QR_H

#include "compose/builder.h"

/* The code alone, in the arena; NULL in the same cases. */
const struct qr *qr_of(struct arena *a, struct str url);
struct node *qr_node(struct builder *p, struct node *parent, struct str url);
/* What it leads to, a line end, the address as a link; NULL where there is none. */
struct node *qr_words(struct builder *p, struct node *parent, struct str url);
/* The same under the code, where there is little room: a line for each language, the address without its
 * https://. */
struct node *qr_words_near(struct builder *p, struct node *parent, struct str url);

#endif
