/* justification: how a line is brought to its measure.
 *
 * First its spaces give, and its letters are drawn a hair wider or narrower, both in proportion; then Khmer
 * clusters are tracked; last its spaces give as far as they may. Nothing but spaces ever parts words, so no
 * reader of the text sees a space that is none. Lengths in 1/1000 pt. Pure. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_JUSTIFICATION_H
#define SASTRA_LAYOUT_PARAGRAPH_JUSTIFICATION_H

#include <stdbool.h>
#include <stdint.h>

struct justification_line { /* as its letters are, without the spaces at its end */
    int64_t width;
    int32_t spaces, khmer; /* how many spaces; clusters of Khmer */
    int32_t em;
    bool further; /* Khmer of a paragraph that else would be ragged beside justified ones: it gives more */
};

struct justification_room {
    int64_t good, most; /* so much wider it may be: set well; set at all */
    int64_t least;      /* so much narrower */
};

struct justification { /* what a line's means give, each in all */
    int32_t spread, widen, track;
};

struct justification_room justification_room(const struct justification_line *l);
/* slack: what the line lacks; negative where it is too wide. False where that is out of its room: then
 * nothing is given. */
bool justification_give(const struct justification_line *l, int64_t slack, struct justification *to);

#endif
