/* box: boxes and the galleys they stand in: sizes and where pages may end. Knows nothing of the tree: what a
 * box or a border stands for is a pointer that is handed on.
 *
 * A box is a band (one line, one picture, one rule: never cut) or a group: galleys side by side that start
 * level and flow on together (pairs, table rows, grids). All lengths in 1/1000 pt. A pointer to a box holds
 * until a box is added to its galley. */
#ifndef SASTRA_LAYOUT_BOX_H
#define SASTRA_LAYOUT_BOX_H

#include "base/arena.h"

#include <stdbool.h>

struct item;
struct node;

enum { BOX_DEPTH = 64 }; /* deeper nesting is set flat: nothing is lost, and no stack overflows */

struct box_border { /* a rule at the left of some boxes: a quote's, a fault's */
    int32_t x, width;
    bool behind; /* it lies under what the boxes show: a tint as wide as they are */
    uint32_t colour;
    const struct node *owner;
    const struct box_border *outer;
};

struct box_note { /* a footnote, which goes to the page of its mark */
    struct galley *galley;
    int32_t height; /* with the notes that are marked in it */
    struct box_note *next;
};

struct box_start { /* what begins at a box */
    const struct node *owner;
    struct box_start *next;
};

/* What is kept together, and given up where much of a page would stay white: such as is given up first, such
 * as stays where that is enough; loosely, and for less white, what is read on from line to line. */
enum box_mild { BOX_FIRM, BOX_MILD, BOX_MILDEST, BOX_LOOSE };

enum box_kind { BOX_BAND, BOX_GROUP, BOX_RULED /* lines to write on, as many as fit */ };

struct box {
    enum box_kind kind;
    bool keep;          /* with the next: no page ends after it */
    enum box_mild mild; /* with keep: unless much of the page would stay white */
    bool new_page;      /* starts a page */
    bool
        shares; /* with new_page: goes on where the page has much room, or all up to the next new page fits */
    bool opens; /* with shares: a part of the book, which all begin pages where they are long enough */
    bool at_foot;    /* set at the page's foot, and ends it */
    bool part;       /* begins a part of its page: what the page has left is shared above such */
    bool may_end;    /* a page may end after it even inside of what is kept together */
    bool hyphenated; /* a line that ends in a hyphen: better no page's last */
    bool whole;      /* group: not parted where it fits on a page */
    bool row;       /* group: a table's row, with room above and under it; as much as under its head's rule */
    bool heads;     /* such a row that others stand under, and not alone */
    bool level;     /* group: two languages; where a page ends in one, it ends in the other */
    bool between;   /* parts what is above it from what is below: not shown at a page's top */
    int32_t asks;   /* room that a page must have below it; else it ends before */
    int32_t before; /* space above; none at a page's top */
    int32_t natural; /* such as it was asked for: what its page or chapter makes of it is bound to it */
    bool fixed;      /* it is the same wherever it stands: under what keeps with this, a heading, facts */
    int32_t height;  /* band; ruled: the distance of its lines; group: what is added under it */
    int32_t first;   /* band: depth of its baseline; -1 where it has none */
    int32_t rows;    /* ruled: so many lines, no fewer; 0: as many as fit */
    bool grows;      /* ruled: takes more where the page has room */
    int32_t widens;  /* so much more space it may have above where its chapter is set wider */
    int32_t lost;  /* space above that its chapter gave to be shorter: what its page leaves goes back to it */
    bool turns;    /* band: the first line of a text's other language; of a scale: its numbers */
    bool airy;     /* of a form: its space above has a share of what the page has left */
    int32_t used;  /* what galley_take gave it */
    int32_t least; /* a picture's: so low may it be made where the page ends; 0: not at all */
    int32_t most;  /* a picture's: no higher than this; 0: its own height */
    bool backed;   /* its first item lies behind all of it, the space above, too: as high as both */
    bool centred;  /* a picture that stands in the middle of its measure */
    int32_t caption; /* a picture's: the height of its caption, which stays with it */
    struct item *items;
    size_t nitems;
    struct galley **columns;
    size_t ncolumns;
    struct galley *repeat; /* a table's head, shown again where the box comes first on a page */
    const struct box_border *border;
    struct box_note *notes;
    struct box_start *starts;
    struct galley *aside; /* what goes to a page of another kind, after the one that this box is on */
};

struct galley {
    VEC(struct box) boxes;
    int32_t x, width;
    int32_t after;         /* space wanted under what was added last */
    bool new_page;         /* the next box starts a page */
    bool shares, opens;    /* with new_page: as the box's */
    size_t from, to;       /* boxes taken by this page: set by galley_take, moved on by galley_emit */
    bool bound;            /* a report's: its spaces give and take within bounds */
    bool form;             /* it has questions, whose boxes are airy */
    enum box_mild mildest; /* of what galley_take kept together */
    bool partial;          /* the group at .to is taken in part */
    bool rigid;            /* what was looked at takes as much of any room that holds it */
    int32_t used, notes;   /* what was taken: its height, and that of its footnotes */
    int32_t shift;         /* in its group: how far down its first line stands to be level */
    bool closed, levelled; /* the same: no box changes any more; shift is known since then */
};

#endif
