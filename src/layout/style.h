/* style: the one style sheet. Everything a designer may want to change stands in style.c.
 *
 * Takes: a tree (its kind), how it is printed and a scale. Promises: for each role, language and surrounding
 * the type, the spaces and the colours, all in 1/1000 pt. Pure. */
#ifndef SASTRA_LAYOUT_STYLE_H
#define SASTRA_LAYOUT_STYLE_H

#include "model/print.h"
#include "model/tree.h"
#include "text/font_set.h"

enum style_where {
    STYLE_TEXT,
    STYLE_TABLE,
    STYLE_FINE_TABLE,
    STYLE_NOTE,
    STYLE_COVER,
    STYLE_PULLED /* a pull quote */
};

struct style {
    enum font_use use;
    bool bold;
    int32_t size, leading; /* size: of the letters of its own language */
    int32_t depth;         /* of a line's baseline under its top */
    int32_t before, after;
    int32_t turn; /* more above its first line in the other language; under 0: less, as far as ink allows */
    enum align align;
    uint32_t colour;
    bool keep;  /* stays with what follows, */
    bool mild;  /* unless much of a page would stay white for that */
    bool whole; /* lines are not parted */
    bool under; /* a heading: more than two of its lines stay with that */
    bool hyphenate, justify;
    bool further; /* justified with more than lines give well, and only with all of its document */
    bool near;    /* its own space above, whatever stands there wants */
    bool even;    /* lines of nearly one length: headings */
    bool listed;  /* with even: a list has a line more rather than be parted inside of one that it names */
    bool parts;   /* with listed: so are the parts of a place, between commas */
    bool flush;   /* its ink, not its letters' own space, begins at the edge: large numbers; */
    bool signs;   /* that of a line which begins with a sign */
};

#define STYLE_TICK       STYLE_MM(4) /* a box to tick, */
#define STYLE_TICK_GAP   6000        /* and what parts it from its words */
#define STYLE_LEAST_AIR  STYLE_MM(5) /* between a form's questions, where the page has so much; */
#define STYLE_UNDER_HEAD STYLE_MM(9) /* of a set of sheets: between its head, its questions */
#define STYLE_HEADS_APART                                                                                    \
    STYLE_MM(45) /* so much taller than the lowest a sheet's head makes those of all begin as low */
#define STYLE_MOST_AIR STYLE_MM(13) /* no more than this */
#define STYLE_OVER_CHART                                                                                     \
    STYLE_PT(16.5) /* baseline to baseline: from who answered to a chart's first words                       \
                    */
#define STYLE_RULES_APART                                                                                    \
    STYLE_MM(6)            /* from a table's rule to that of the page's notes, which is left out else */
#define STYLE_BLOCK     20 /* tenths of a unit: above and under what a report's heading keeps whole */
#define STYLE_JUSTIFIED STYLE_MM(100) /* narrower columns are ragged */

enum style_colour {
    STYLE_INK = 0x1A1A1A,
    STYLE_BLUE = 0x0B3C5D,
    STYLE_OCHRE = 0xB5651D,      /* bars and marks */
    STYLE_OCHRE_TEXT = 0x7A3F0C, /* words: 7 : 1 on white */
    STYLE_GREY = 0x555555,
    STYLE_DIM = 0x4D4D4D,   /* the same on a tint */
    STYLE_RULED = 0x999999, /* lines to write on, hair rules of a handout */
    STYLE_FIRM = 0x333333,  /* what is grey in the report, in a handout */
    STYLE_HAIR = 0xC8C8C8,
    STYLE_PAPER = 0xFFFFFF,
    STYLE_THREAD = 0x1D4A69, /* lines on a blue field */
    STYLE_PALE = 0x9DB6C7,   /* the part of a bar that is not certain */
    STYLE_TINT = 0xE9EFF3,   /* bands and fields under words */
    STYLE_BAND = 0xDBE3E8,   /* the same of a timetable, found at a glance */
    STYLE_DEEP = 0x09304A    /* the darkest of a scale's parts */
};

/* A document's measures. */
struct look {
    const struct print *print;
    int32_t scale; /* thousandths */
    int32_t unit;  /* half the Khmer leading: all vertical distances are multiples of it */
    int32_t width; /* between the margins */
    int32_t height;
    int32_t gutter;
    int32_t item_gap;  /* between two items of a list */
    int32_t signature; /* above a signature */
    int32_t hang;      /* one-language report: text stands in from the headings by this much */
    int32_t measure;   /* the widest that running text is set */
    bool large;        /* slides, wall */
    bool handout;      /* comes from any printer, one-bit ones too: what is pale has an outline */
    bool side;         /* a side that holds a whole: the digest, the wall */
    bool unruled;      /* no rule beside a quote */
    bool timetable;    /* read at arm's length: its rows have what a page has left */
};

#define STYLE_MM(mm) ((int32_t)((double)(mm)*72000.0 / 25.4))
#define STYLE_PT(pt) ((int32_t)((double)(pt)*1000.0))

struct look style_look(const struct tree *tree, const struct print *print, int32_t scale);
struct style style_of(const struct look *look, enum role role, enum lang lang, enum style_where where);
/* A grey as firm as this document's printers want it. */
uint32_t style_grey(const struct look *look, uint32_t colour);
/* The smallest type of a language's letters in this document; 0: as small as the sheet says. */
int32_t style_least(const struct look *look, enum lang lang);
/* What part of a size type has that is to shrink to this one, both thousandths: what a hall reads stays as
 * large as that asks, and what is smaller by intent as it is. */
int32_t style_part(const struct look *look, int32_t size, enum lang lang, int32_t shrink);
/* So far may type of this surrounding shrink, thousandths, that no language's becomes too small to read. */
int32_t style_least_shrink(const struct look *look, enum style_where where);
/* The size of a footnote's mark beside type of a size: no smaller than can be read. */
int32_t style_mark_size(int32_t size, enum lang lang);
/* A length that grows and shrinks with the type; the same between blocks, which may close up. */
int32_t style_length(const struct look *look, int32_t length);
int32_t style_space(const struct look *look, int32_t space);

#endif
