/* print: how a document is put on paper: what layout/ is handed beside its tree. Pure content has none of it.
 *
 * All lengths are 1/1000 pt. */
#ifndef SASTRA_MODEL_PRINT_H
#define SASTRA_MODEL_PRINT_H

#include <stdbool.h>
#include <stdint.h>

/* Millimetres as 1/1000 pt. */
#define PRINT_MM(x) ((int32_t)((int64_t)(x)*360000 / 127))

struct sheet { /* paper and margins */
    int32_t width, height, inside, outside, top, bottom;
    bool two_sided;    /* inside and outside margins change places on even pages */
    int32_t first_top; /* of the first page, over which no running head stands; 0: as the others' */
};

enum type_size { /* how a document is read */
                 TYPE_PAGE,
                 TYPE_SMALL,     /* the same on a small page */
                 TYPE_SHEET,     /* at hand, to write on: what it tells is as large as what it asks */
                 TYPE_CLOSE,     /* at hand, in little room: the type of a page, set closer */
                 TYPE_DIGEST,    /* the same on one side that holds a whole */
                 TYPE_TIMETABLE, /* standing, at arm's length: nothing small */
                 TYPE_POCKET,    /* the same, folded */
                 TYPE_WALL,      /* from two steps away */
                 TYPE_SLIDES     /* across a hall */
};

struct print {
    struct sheet sheet;
    enum type_size type;
    bool close;    /* half the space between blocks, whatever the type */
    int up;        /* 2: the sheet is half of the paper's, two pages beside each other; else 0 */
    bool booklet;  /* of two on a sheet: printed on both sides and folded they are a booklet */
    bool leaf;     /* a page and the next are to be the two sides of one leaf */
    int fit_pages; /* where over 0: it should take no more pages than these; of two on a sheet each is one */
    bool shrink;   /* to that end, type may shrink to 75 % */
    bool spread;   /* what a page has left is shared among its parts */
};

#endif
