/* chart_pen: what charts are drawn with: their words and numbers, in the chart's own type, and the items of
 * the band that is being drawn. Lengths in 1/1000 pt; all lives in job->keep. */
#ifndef SASTRA_LAYOUT_CHART_CHART_PEN_H
#define SASTRA_LAYOUT_CHART_CHART_PEN_H

#include "layout/area.h"
#include "layout/paragraph/paragraph.h"

struct chart_pen {
    struct layout_context *lay;
    struct area *area;
    const struct node *node;
    int32_t scale;   /* of the type, thousandths; */
    int32_t leading; /* of its leading besides */
    VEC(struct item) items;
};

struct chart_pen chart_pen_new(struct layout_context *lay, struct area *area, const struct node *node);
/* Its charts are a book's: as long as the measure, alike on all its pages. */
bool chart_pen_book(const struct chart_pen *pen);
/* It is alone on a slide, or under words: what these leave of it is the chart's. */
bool chart_pen_slide(const struct chart_pen *pen);
struct style chart_pen_style(const struct chart_pen *pen, enum lang lang);
/* Words in two languages, on one line (joined) or each on its own; not yet broken. */
struct paragraph *chart_pen_words(struct chart_pen *pen, struct spans spans, bool joined);
/* The same broken for a width, joined where they fit so. */
struct paragraph *chart_pen_fit(struct chart_pen *pen, struct spans spans, int32_t width, enum align align);
/* A bar's number in the digits of one of the document's languages: large in the first, small and grey in the
 * others; empty where the bar has none in that language. On one line. */
struct paragraph *chart_pen_number(struct chart_pen *pen, const struct bar *bar, enum lang lang, bool large);
/* A few words or digits on a field of a colour, on one line: white or ink, whichever stands out. */
struct paragraph *chart_pen_on(struct chart_pen *pen, struct str words, uint32_t field);
/* In whose digits the chart's numbers stand; in whose they stand besides, smaller: the same one where they
 * stand once. */
enum lang chart_pen_first(const struct chart_pen *pen);
enum lang chart_pen_second(const struct chart_pen *pen);
/* Draws a line of a paragraph; a rectangle; the rectangle's outline. */
void chart_pen_line(struct chart_pen *pen, const struct paragraph *p, size_t line, int32_t x, int32_t y,
                    int32_t width);
void chart_pen_rect(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height,
                    uint32_t colour, enum artifact artifact);
void chart_pen_outline(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height);
/* What was drawn, as one band of the area. */
struct box *chart_pen_band(struct chart_pen *pen, int32_t height, int32_t before);

#endif
