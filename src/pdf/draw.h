/* draw: one page's items as a content stream (ISO 32000-1, 8 and 9), everything in it marked (14.6).
 *
 * Positions are exact to 1/1000 pt: where a reader's pen would leave a cluster's own place, a number in TJ
 * corrects it. */
#ifndef SASTRA_PDF_DRAW_H
#define SASTRA_PDF_DRAW_H

#include "pdf/codes.h"
#include "pdf/pictures.h"
#include "pdf/structure/tags.h"
#include "text/subset.h"

struct draw {
    struct tags *tags;
    const struct font_set *fonts;
    VEC(struct subset *) subsets; /* one, but where a face's 60,000 codes did not do */
    size_t at;                    /* the one that is written with */
    struct codes *codes;          /* its faces' */
    struct pictures *pictures;
    struct buf out;
    size_t page;
    const char *tongue; /* of the piece of text that is drawn, where it is none of the document's languages */
    int32_t height;
    bool alpha; /* the page shows a picture that is seen through */
    /* what the stream has set so far */
    const struct elem *open;  /* the element whose marked content is open */
    int artifact;             /* the kind of artifact that is open; 0: none */
    bool text;                /* between BT and ET */
    bool inside;              /* the mark that is open was begun between them */
    bool shown;               /* since the last Td: the pen is .pen */
    int64_t pen;              /* where TJ left it, 1/1000 pt by 1/100,000,000 */
    bool string;              /* inside of ( ) in TJ */
    const struct placed *end; /* of the clusters of the item that is drawn */
    const struct item *after; /* the next text on the page; NULL: none */
    bool path;                /* rects that are still to be filled */
    int64_t line_x, line_y;   /* the text line's start, 1/1000 pt */
    int64_t colour[2];        /* fill, stroke: 0xRRGGBB; -1: not set */
    int face;
    int32_t size, scale; /* scale: Tz, 1/1000 per cent */
    int64_t space;       /* Tw, 1/1000 pt before Tz */
};

/* Looks at all pages' text, so that the commonest clusters get the shortest codes. */
struct draw draw_new(struct arena *a, struct tags *tags, const struct font_set *fonts,
                     struct pictures *pictures, const struct pages *pages);
/* Appends the page's stream to d->out, which the caller empties. Face f of subset g is the font
 * /F(g * font_set_count + f). */
void draw_page(struct draw *d, const struct page *page, size_t index);

#endif
