/* galley: boxes one under another; what of them fits on a page, and putting that there.
 *
 * Works on boxes alone. galley_take looks (as often as it takes), galley_emit puts and moves on. With force
 * something is always taken, so that a page is never empty while there is something to set. */
#ifndef SASTRA_LAYOUT_GALLEY_H
#define SASTRA_LAYOUT_GALLEY_H

#include "layout/box.h"

struct page;

enum { GALLEY_NOTES_GAP = 12000 }; /* above a page's notes, with the short rule in it */
/* What a page's foot takes for notes of this height. */
int32_t galley_notes_room(int32_t notes);

struct galley *galley_new(struct arena *a, int32_t x, int32_t width);
/* before: the space the box wants above; what was added last may want more. */
struct box *galley_add(struct arena *a, struct galley *s, struct box box, int32_t before);
struct box *galley_last(struct galley *s);

/* No box in it changes any more, but for spaces above its own boxes and heights under them: what its groups
 * take is remembered. */
void galley_close(struct galley *s);

struct galley_room {
    int32_t height; /* for boxes and the notes they bring */
    int32_t notes;  /* notes that the page has already */
    bool force;     /* at a page's top: nothing may be put off */
    bool inner;     /* inside a group, which sees to it that all fits */
};

/* Sets to, partial, used, notes. False where nothing fits. */
bool galley_take(struct galley *s, struct galley_room room);
/* Above the ith box: what it wants there, or at the top of what is taken the height of the head repeated. */
int32_t galley_space_above(const struct galley *s, size_t i);
bool galley_done(const struct galley *s);
/* Where the galley up to its next new page would all but fit into the room, its spaces and pictures shrink:
 * no chapter ends with a page of a few lines; the same for what is kept together and misses a page that would
 * stay white. Before galley_take. */
void galley_shrink(struct galley *s, struct galley_room room);

struct galley_start { /* where something begins */
    const struct node *owner;
    size_t page;
    int32_t x, y;
};

struct galley_output {
    struct arena *pages;  /* for their items */
    struct arena *arena;  /* for all else */
    struct page *page;    /* takes the items */
    size_t number;        /* the page's index */
    struct galley *notes; /* takes the footnotes of what is put, and theirs; it may be put itself */
    struct galley *aside; /* takes what goes to pages of another kind */
    VEC(struct galley_start) starts; /* grows, in the pages' order */
};

/* Puts what was taken on a page, its top left corner at x, y. foot: where boxes of the page's foot end. */
void galley_emit(struct galley_output *out, struct galley *s, int32_t x, int32_t y, int32_t foot);

/* The height of what is left, were it on one endless page; and no more than most of it. */
int32_t galley_height(struct galley *s);
int32_t galley_height_within(struct galley *s, int32_t most);
/* The height of boxes from one up to another, with the spaces above them. */
int32_t galley_height_of(const struct galley *s, size_t from, size_t to);
/* The first of the boxes that stay together with one. */
size_t galley_kept_from(const struct galley *s, size_t i);
/* The height of all footnotes marked in it. */
int64_t galley_notes_height(const struct galley *s);

#endif
