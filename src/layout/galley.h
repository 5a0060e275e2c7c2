/* galley: boxes one under another; what of them fits on a page, and putting that there.
 *
 * galley_take looks (as often as it takes), galley_emit puts and moves on. With force something is always
 * taken, so that a page is never empty while there is something to set. */
#ifndef SASTRA_LAYOUT_GALLEY_H
#define SASTRA_LAYOUT_GALLEY_H

#include "layout/layout_context.h"

enum { GALLEY_NOTES_GAP = 12000 }; /* above a page's notes, with the short rule in it */

struct strip *galley_new(struct layout_context *lay, int32_t x, int32_t width);
/* The box takes the nodes that begin, and the notes marked, since the last one. before: the space it wants
 * above. */
struct box *galley_add(struct layout_context *lay, struct strip *s, struct box box, int32_t before);
struct box *galley_last(struct strip *s);

struct galley_room {
    int32_t height; /* for boxes and the notes they bring */
    int32_t notes;  /* notes that the page has already */
    bool force;     /* at a page's top: nothing may be put off */
    bool inner;     /* inside a group, which sees to it that all fits */
};

/* Sets to, partial, used, notes. False where nothing fits. */
bool galley_take(struct strip *s, struct galley_room room);
bool galley_done(const struct strip *s);
/* Where the galley up to its next fresh page would all but fit into the room, its spaces and pictures give
 * way: no chapter ends with a page of a few lines. Before galley_take. */
void galley_squeeze(struct strip *s, struct galley_room room);
/* Puts what was taken on a page, its top left corner at x, y. foot: where boxes of the page's foot end. */
void galley_emit(struct layout_context *lay, struct strip *s, size_t page, int32_t x, int32_t y,
                 int32_t foot);
/* The height of what is left, were it on one endless page. */
int32_t galley_height(struct strip *s);

#endif
