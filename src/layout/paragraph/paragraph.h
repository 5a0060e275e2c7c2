/* paragraph: one paragraph: spans to lines, in four calls.
 *
 * collect (spans to runs), prepare (shape, measure), break (choose the lines for a measure), finish (place
 * one line's clusters). Promises: no line is wider than its measure unless one cluster is; every cluster is
 * in one line, in order; the space that ends a line stays at its end, a dot between two parts of a line of
 * facts is there, but not seen, where they part. Lengths in 1/1000 pt; what is placed lives as long as the
 * pages, all else as lay->passing. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_H
#define SASTRA_LAYOUT_PARAGRAPH_PARAGRAPH_H

#include "layout/area.h"
#include "layout/paragraph/justification.h"

struct paragraph_tag { /* what a run's clusters belong to */
    const struct span *span;
    enum part part;
    enum lang lang;
    uint32_t colour;
    struct str href;
    const struct node *target;
    const void *note; /* the footnote that a mark stands for */
};

struct paragraph_line {
    size_t from, to; /* clusters */
    int32_t width;   /* without the spaces at its end, with its hyphen */
    int32_t spread;  /* added to its spaces, all together; this and the next two may be negative */
    int32_t widen;   /* by so much its letters are drawn wider, all together */
    int32_t track;   /* put between its Khmer clusters, all together */
    int32_t spaces;  /* how many of them */
    int32_t khmer;   /* how many clusters of Khmer */
    bool hyphen, forced;
    int32_t leading, depth; /* of its own letters' language, where the paragraph mixes them */
    struct ink ink;
};

struct paragraph {
    const struct node *node;
    struct style style;
    enum lang lang;
    bool mixed;    /* lines of either language, parted by forced ends */
    bool stressed; /* all its letters are emphasised */
    enum style_where where;
    int32_t base;   /* the sheet's size, of which style.size may be a part */
    int32_t shrink; /* as in the area it was made for; */
    bool joined;    /* the same */
    struct text_run *runs;
    struct paragraph_tag *tags;
    size_t nruns, cap;
    struct shaped text;
    int64_t width; /* were all in one line */
    /* Sums that lines are chosen by, made by paragraph_measure; they live no longer than that takes. */
    int64_t *at;               /* at[i]: where cluster i begins, were all in one line; n + 1 of them */
    int64_t *end;              /* end[i]: where what is seen of a line up to i ends */
    int32_t *spaces;           /* spaces before i */
    int32_t *khmer;            /* clusters of Khmer before i */
    int32_t widest, narrowest; /* between forced ends; between breaks */
    int32_t longest;           /* word, not broken at its joints */
    enum looseness looseness;
    bool ragged;                    /* its lines do not reach the measure */
    enum justification_reach reach; /* else: how far they give for it */
    struct paragraph_line *lines;
    size_t nlines;
};

bool paragraph_is_space(const struct cluster *c);
/* Where what is seen of a line ends: without the spaces at its end, and a dot that parts it from the next
 * line. */
size_t paragraph_line_end(const struct paragraph *p, size_t from, size_t to);

/* An empty paragraph of a node's, to which runs are added. */
struct paragraph *paragraph_new(struct layout_context *lay, const struct node *node, struct style style,
                                enum lang lang);
void paragraph_spans(struct layout_context *lay, struct paragraph *p, struct spans spans,
                     const struct area *area, enum part part);
/* As paragraph_spans, with room instead of forced ends: for labels in two languages that fit on one line. */
void paragraph_joined(struct layout_context *lay, struct paragraph *p, struct spans spans,
                      const struct area *area);
/* How wide a node's spans would be so. */
int32_t paragraph_joined_width(struct layout_context *lay, const struct node *node, const struct area *area);
/* Words that belong to the node without a span: labels, numbers. */
void paragraph_words(struct layout_context *lay, struct paragraph *p, struct str words, enum lang lang,
                     enum part part);

/* The first two calls at once for a node's own spans, remembered: a node is shaped once,
 * unless its type is to be smaller after all. */
struct paragraph *paragraph_collect(struct layout_context *lay, const struct node *node,
                                    const struct area *area);
void paragraph_prepare(struct layout_context *lay, struct paragraph *p);
/* Its lines are put: its shaped text gives room for others; paragraph_collect shapes it again where it is
 * asked for once more. */
void paragraph_leave(struct layout_context *lay, struct paragraph *p);
/* Its sums, in an arena. */
void paragraph_measure(struct arena *a, struct paragraph *p);
/* A line's items, its links' areas after them; x is where its measure begins, y its baseline. */
struct item *paragraph_finish(struct layout_context *lay, const struct paragraph *p,
                              const struct paragraph_line *line, int32_t x, int32_t y, int32_t measure,
                              size_t *nitems);

#endif
