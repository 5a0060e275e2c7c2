/* strip: boxes one under another; what of them fits on a page, and putting that there.
 *
 * strip_take looks (as often as it takes), strip_emit puts and moves on. With force something is always
 * taken, so that a page is never empty while there is something to set. */
#ifndef SASTRA_LAYOUT_GALLEY_H
#define SASTRA_LAYOUT_GALLEY_H

#include "layout/layout_context.h"

enum { STRIP_NOTES_GAP = 12000 }; /* above a page's notes, with the short rule in it */

struct strip *strip_new(struct lay *lay, int32_t x, int32_t width);
/* The box takes the nodes that begin, and the notes marked, since the last one. before: the space it wants
 * above. */
struct box *strip_add(struct lay *lay, struct strip *s, struct box box, int32_t before);
struct box *strip_last(struct strip *s);

struct strip_room {
    int32_t height; /* for boxes and the notes they bring */
    int32_t notes;  /* notes that the page has already */
    bool force;     /* at a page's top: nothing may be put off */
    bool inner;     /* inside a group, which sees to it that all fits */
};

/* Sets to, partial, used, notes. False where nothing fits. */
bool strip_take(struct strip *s, struct strip_room room);
bool strip_done(const struct strip *s);
/* Where the strip up to its next fresh page would all but fit into the room, its spaces and pictures give
 * way: no chapter ends with a page of a few lines. Before strip_take. */
void strip_squeeze(struct strip *s, struct strip_room room);
/* Puts what was taken on a page, its top left corner at x, y. foot: where boxes of the page's foot end. */
void strip_emit(struct lay *lay, struct strip *s, size_t page, int32_t x, int32_t y, int32_t foot);
/* The height of what is left, were it on one endless page. */
int32_t strip_height(struct strip *s);

#endif
