/* page: what layout/ promises and pdf/ draws: pages of placed items, in reading order.
 *
 * All lengths are 1/1000 pt; the origin is a page's top left corner, y grows downwards; a text's y is its
 * baseline. Every item belongs to a node of the tree (and, for text, a span), or is an artifact. Items of one
 * node come in reading order; a node may have items on many pages. */
#ifndef SASTRA_LAYOUT_PAGE_H
#define SASTRA_LAYOUT_PAGE_H

#include "base/map.h"
#include "model/tree.h"
#include "text/shape.h"

enum item_kind {
    ITEM_TEXT,
    ITEM_RECT /* filled */,
    ITEM_FRAME /* stroked */,
    ITEM_PICTURE,
    ITEM_LINK /* a clickable area */
};

enum artifact {
    ARTIFACT_NONE,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_LAYOUT /* rules, backgrounds, repeated heads */
};

/* What part of its node an item is: more than the node's role can tell. */
enum part {
    PART_SELF,
    PART_LABEL /* a list's Lbl, a note's number */,
    PART_MARK /* a footnote's mark */,
    PART_PAGE_NUMBER /* in a contents line */,
    PART_TURNED_PAGE /* the page of what is not here */,
    PART_LOW,
    PART_HIGH
};

struct placed {
    const struct cluster_glyphs *glyphs;
    int32_t x; /* from the item's x */
    int32_t size;
};

struct item {
    enum item_kind kind;
    enum artifact artifact;
    enum part part;
    enum lang lang; /* text: of the letters */
    const struct node *node;
    const struct span *span;     /* text and links: may be NULL */
    uint32_t colour;             /* 0xRRGGBB */
    int32_t x, y, width, height; /* text: width; rect, frame, picture, link: its box, y is the top */
    int32_t line_width;          /* frame */
    struct placed *clusters;     /* text: one line's, or a part of one */
    size_t nclusters;
    int32_t rise;  /* text: of all its clusters */
    int32_t widen; /* text: by so many 1/100000 its letters are drawn wider than they are; may be negative */
    int32_t tracked; /* text: 1/1000 pt put after each Khmer cluster; .clusters has it already */
    const struct picture *picture;
    struct str href;           /* link: a URL, or "#anchor" */
    const struct node *target; /* link: a node of this tree, or NULL */
};

struct page {
    int32_t width, height;
    struct str label; /* what a reader's program calls it: ១២, 12, or empty */
    VEC(struct item) items;
};

struct bookmark {
    int level; /* 1 … */
    struct str title;
    const struct node *node;
    size_t page; /* index */
    int32_t y;
    struct str number, words; /* the title parted: its number as the first language has it, or empty; the rest
                               */
};

struct destination { /* one for each node with an anchor */
    struct str anchor;
    const struct node *node;
    size_t page;
    int32_t x, y;
};

enum duplex { /* how a printer is asked to use the sheets' backs */
              DUPLEX_ANY,
              DUPLEX_LONG_EDGE, /* turned over like the leaf of a book */
              DUPLEX_SHORT_EDGE
};

struct pages {
    struct arena *arena; /* for what stands on them; NULL: it lives elsewhere */
    VEC(struct page) list;
    size_t sides; /* as many, before two of them were put on a sheet */
    enum duplex duplex;
    VEC(struct bookmark) bookmarks;
    VEC(struct destination) destinations;
};

/* How large each picture is set, at the largest. */
struct page_picture {
    int32_t width, height; /* 0: not set, or not known */
};
struct page_pictures {
    struct map known; /* struct page_picture, by picture_identity */
};
/* In the arena; pages NULL: nothing is known. */
struct page_pictures page_pictures_of(struct arena *a, const struct pages *pages);
struct page_picture page_pictures_size(const struct page_pictures *s, const struct picture *p);

/* Gives back what stands on them: they have been drawn. */
void pages_clear(struct pages *pages);

/* Pages as text: a line an item with its place in pt, for eyes, goldens and the tool that measures pages. */
void page_dump(struct buf *out, const struct pages *pages);

#endif
