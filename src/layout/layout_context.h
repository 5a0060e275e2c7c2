/* layout_context: one document while it is laid out: its fonts, its look, what was shaped, where things
 * begin, and which footnotes wait. Internal to the room. */
#ifndef SASTRA_LAYOUT_LAYOUT_CONTEXT_H
#define SASTRA_LAYOUT_LAYOUT_CONTEXT_H

#include "base/job.h"
#include "base/map.h"
#include "layout/galley.h"
#include "layout/page.h"
#include "layout/style.h"
#include "text/cluster_rooms.h"

struct note_mark {           /* a footnote of the tree */
    const struct node *node; /* ROLE_NOTE */
    struct str label;
    bool marked; /* a line that was set has its mark */
    struct box_note box;
    struct note_mark *next, *unbuilt;
};

struct layout_context {
    struct job *job;
    struct arena *passing; /* for what the pages, once they are made, do not hold */
    const struct tree *tree;
    const struct print *print;
    const struct font_set *fonts;
    struct shaper *shaper;
    struct look look;
    struct sheet sheet; /* of the page at hand */
    struct pages *pages;
    struct map pars;                          /* node → struct paragraph: each is shaped once */
    struct cluster_rooms rooms;               /* for their text */
    struct map marks;                         /* footnote → its struct note_mark */
    struct map positions;                     /* node → struct galley_start: where it begins first */
    struct box_start *starts, **starts_end;   /* nodes that begin at the next box */
    struct box_note *marked, **marked_end;    /* notes whose marks came since the last box */
    struct note_mark *unbuilt, **unbuilt_end; /* notes marked, but not yet laid out */
    struct note_mark *notes;                  /* all, by .next */
    const struct grid *run;                   /* the last table's columns */
    const struct node *headed;                /* what stands under the heading that was set last */
    struct list_numbers {                     /* large numbers of one series: its chapter, the widest */
        const struct node *series;
        int32_t widest;
    } numbers[LANG_N + 1]; /* of each language, and of none */
    struct scale_ends {    /* of the charts in type so large, on a measure so wide: */
        int32_t width, scale;
        bool joined; /* what stands at the ends of each fits on one line */
    } scale_ends;
    struct slide_set { /* what all slides have alike */
        bool known;
        int32_t title, quotes;           /* thousandths of their type; */
        int32_t number_width, number_at; /* the widest of the large numbers; their line, from the top */
    } slides;
    enum { LAYOUT_TITLES_UNSEEN, LAYOUT_TITLES_JOIN, LAYOUT_TITLES_STACK } titles; /* of a handout's sheets */
    struct box_columns *boxes; /* beside what they answer, of the form at hand; NULL: of none so far */
    int32_t rows_each;         /* white that each row of a timetable gets above and under its own */
    bool ragged;               /* all that would be justified with all else of its language is not; */
    struct {
        size_t all, furthest, unreached; /* such paragraphs: set; given the furthest; ragged all the same */
    } even;
    struct galley *main;      /* the document's own; */
    size_t closing;           /* in it the back cover's first box; 0: there is none */
    struct galley *spare;     /* what a page may be made of, lest the back cover lie on a right page */
    struct galley_output out; /* .notes: footnotes that wait for a page */
};

#endif
