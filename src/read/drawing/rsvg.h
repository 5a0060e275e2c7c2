/* rsvg: librsvg's own program, run as a child that may take so much time and memory and no more: a drawing is
 * what a stranger typed, and its filters can ask for hours. It reads nothing but the bytes it is given, and
 * sets words in the build's own fonts, the same on each machine. */
#ifndef SASTRA_READ_DRAWING_RSVG_H
#define SASTRA_READ_DRAWING_RSVG_H

#include "base/job.h"

enum rsvg_end { RSVG_DRAWN, RSVG_ABSENT, RSVG_FAILED };

/* Pixels of the longer side: 300 an inch over a page's measure. */
#define RSVG_EDGE 2000

/* png: in scratch, where it is drawn. */
enum rsvg_end rsvg_draw(struct job *job, struct str svg, struct str *png);

#endif
