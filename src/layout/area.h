/* area: where blocks are put: a column of one galley, and its surroundings; and boxes put there.
 *
 * A box takes the nodes that begin, and the footnotes marked, since the last one. */
#ifndef SASTRA_LAYOUT_AREA_H
#define SASTRA_LAYOUT_AREA_H

#include "layout/layout_context.h"

enum looseness { /* what is wanted of how many lines a paragraph has */
                 LOOSENESS_NONE,
                 LOOSENESS_SHORTER, /* a line less, where good lines allow it */
                 LOOSENESS_FILLED   /* there is room: no short last line */
};

struct area {
    struct galley *galley;
    int32_t x, width; /* in the galley */
    enum style_where where;
    uint32_t colour; /* 0: the style's own */
    int32_t shrink;  /* thousandths of the type's size; 0: as it is */
    bool bold;
    bool tinted;          /* on a tint */
    bool close;           /* no space above */
    bool joined;          /* two languages on one line */
    int32_t picture_most; /* no picture is higher; 0: the page's share alone */
    bool ragged;          /* its paragraphs are not justified */
    bool column;          /* one of a group's: nothing hangs, nothing goes wider */
    enum align align;
    enum looseness looseness;
    const struct box_border *border;
    int depth;
};

/* The node begins at the next box. */
void area_start(struct layout_context *lay, const struct node *node);
/* The note goes to the page of the next box, unless it has one. */
void area_note(struct layout_context *lay, struct note_mark *m);

/* Where an area's galley, and what waits for its next box, stood: to set again what was put since. */
struct area_mark {
    size_t boxes;
    int32_t after;
    bool new_page, shares, opens;
    struct box_start *starts, **starts_end;
    struct box_note *marked, **marked_end;
    struct note_mark *unbuilt, **unbuilt_end;
};

struct area_mark area_mark(const struct layout_context *lay, const struct area *area);
/* All that was put since is forgotten, and no note is marked in it. */
void area_again(struct layout_context *lay, const struct area *area, const struct area_mark *m);

/* A place for blocks in a column of a group to come. */
struct area area_column(struct layout_context *lay, const struct area *area, int32_t x, int32_t width);
/* before: the space the box wants above. */
struct box *area_add(struct layout_context *lay, struct area *area, struct box box, int32_t before);
/* The columns' galleys as one group. The space above is the largest that a column's first box wants. */
struct box *area_group(struct layout_context *lay, struct area *area, struct galley **columns, size_t n,
                       bool whole);
/* A band of artifacts and items made by hand. */
struct box *area_band(struct layout_context *lay, struct area *area, struct item *items, size_t n,
                      int32_t height, int32_t before);
struct item area_rect(const struct node *node, int32_t x, int32_t y, int32_t width, int32_t height,
                      uint32_t colour);

#endif
