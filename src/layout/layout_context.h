/* layout_context: what the files of layout/ share while one document is laid out. Internal to the room.
 *
 * A document becomes one galley of boxes (block.c and those it calls), and galleys are taken page by page
 * (galley.c, flow.c). A box is a band (one line, one picture, one rule: never cut) or a group: galleys side
 * by side that start level and flow on together (pairs, table rows, grids). */
#ifndef SASTRA_LAYOUT_LAYOUT_CONTEXT_H
#define SASTRA_LAYOUT_LAYOUT_CONTEXT_H

#include "layout/page.h"
#include "layout/seen.h"
#include "layout/style.h"

enum { LAYOUT_CONTEXT_DEPTH = 64 }; /* deeper nesting is set flat: nothing is lost, and no stack overflows */

struct edge { /* a rule at the left of some boxes: a quote's, a fault's */
    int32_t x, width;
    uint32_t colour;
    const struct node *node;
    const struct edge *outer;
};

struct foot { /* a footnote, which goes to the page of its mark */
    const struct note_mark *mark;
    struct strip *galley;
    int32_t height;
    struct foot *next, *unbuilt;
};

struct start { /* a node that begins at a box */
    const struct node *node;
    struct start *next;
};

enum box_kind { BOX_BAND, BOX_GROUP, BOX_RULED /* lines to write on, as many as fit */ };

struct box {
    enum box_kind kind;
    bool keep;      /* no page ends after it */
    bool fresh;     /* starts a page */
    bool foot;      /* set at the page's foot, and ends it */
    bool parts;     /* a page may end after it even inside of what is kept together */
    bool soft;      /* a line that ends in a hyphen: better no page's last */
    bool whole;     /* group: not parted where it fits on a page */
    int32_t before; /* space above; none at a page's top */
    int32_t height; /* band; ruled: the distance of its lines; group: what is added under it */
    int32_t first;  /* band: depth of its baseline; -1 where it has none */
    int32_t used;   /* what galley_take gave it */
    int32_t least;  /* a picture's: so low may it be made where the page ends; 0: not at all */
    int32_t most;   /* a picture's: no higher than this; 0: its own height */
    bool centred;   /* a picture that stands in the middle of its measure */
    int32_t tail;   /* a picture's: the height of its caption, which stays with it */
    struct item *items;
    size_t nitems;
    struct strip **columns;
    size_t ncolumns;
    struct strip *repeat; /* a table's head, shown again where the box comes first on a page */
    const struct edge *edge;
    struct foot *feet;
    struct start *starts;
};

struct strip {
    VEC(struct box) boxes;
    int32_t x, width;
    int32_t after;       /* space wanted under what was added last */
    bool fresh;          /* the next box starts a page */
    size_t from, to;     /* boxes taken by this page: set by galley_take, moved on by galley_emit */
    bool partial;        /* the group at .to is taken in part */
    int32_t used, notes; /* what was taken: its height, and that of its footnotes */
    int32_t shift;       /* in its group: how far down its first line stands to be level */
};

struct spot {
    size_t page;
    int32_t x, y;
};

struct note_mark {
    const struct node *node; /* ROLE_NOTE */
    struct str label;
    bool placed;
    struct note_mark *next;
};

struct begun { /* a node that begins on a page */
    const struct node *node;
};

struct layout_context {
    struct job *job;
    const struct tree *tree;
    const struct print *print;
    const struct font_set *fonts;
    struct shaper *shaper;
    struct look look;
    struct pages *pages;
    struct seen pars;                    /* node → struct paragraph: each is shaped once */
    struct seen marks;                   /* footnote → its struct note_mark */
    struct seen spots;                   /* node → struct spot: where it begins */
    struct start *starts, **starts_end;  /* nodes that begin at the next box */
    struct foot *feet, **feet_end;       /* notes whose marks came since the last box */
    struct foot *unbuilt, **unbuilt_end; /* notes marked, but not yet laid out */
    struct note_mark *notes;             /* by .next */
    const struct grid *run;              /* the last table's columns */
    struct strip *main;                  /* the document's own */
    struct strip *foot;                  /* notes that wait for a page */
    VEC(struct begun) started;           /* in the pages' order */
};

enum paragraph_length { /* what is wanted of how many lines a paragraph has */
                        PAR_BEST,
                        PAR_SHORTEST, /* a line less, where good lines allow it */
                        PAR_FILLED    /* there is room: no short last line */
};

/* Where blocks are put: a column of one galley, and its surroundings. */
struct set {
    struct strip *galley;
    int32_t x, width; /* in the galley */
    enum style_where where;
    uint32_t colour; /* 0: the style's own */
    int32_t shrink;  /* thousandths of the type's size; 0: as it is */
    bool bold;
    bool close;  /* no space above */
    bool joined; /* two languages on one line */
    bool column; /* one of a group's: nothing hangs, nothing goes wider */
    enum align align;
    enum paragraph_length length;
    const struct edge *edge;
    int depth;
};

#endif
