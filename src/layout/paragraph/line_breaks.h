/* line_breaks: where a paragraph's lines may end, and the cheapest way from end to end (Knuth and Plass
 * 1981).
 *
 * Takes: a prepared paragraph and a measure. Promises: the last breakpoint is the paragraph's end, and each
 * breakpoint's .before leads back to the one that its line begins at, down to breakpoint 0. Lengths in 1/1000
 * pt. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_LINE_BREAKS_H
#define SASTRA_LAYOUT_PARAGRAPH_LINE_BREAKS_H

#include "layout/paragraph/paragraph.h"

struct breakpoint { /* a line may end before cluster .at */
    size_t at, before;
    int64_t cost;
    int32_t penalty;
    enum brk brk; /* BRK_NONE: opened between clusters */
};

struct line_breaks {
    struct arena *arena;
    VEC(struct breakpoint) list;
    int32_t measure, hyphen; /* hyphen: its width */
    bool justified;          /* lines are to reach the measure; */
    enum justification_reach reach;
    enum looseness looseness;
};

void line_breaks_find(struct line_breaks *k, const struct paragraph *p);
void line_breaks_choose(struct line_breaks *k, const struct paragraph *p);
/* What is between two breakpoints, as it is by itself. */
struct justification_line line_breaks_line(const struct line_breaks *k, const struct paragraph *p,
                                           const struct breakpoint *from, const struct breakpoint *to);
size_t line_breaks_lines(const struct line_breaks *k);
/* Whether two lines in a row end in a hyphen. */
bool line_breaks_two_hyphens(const struct line_breaks *k);
/* How many lines end inside a word or a compound. */
size_t line_breaks_parted(const struct line_breaks *k);
/* Whether no line of the way is too wide, or ends inside a word. */
bool line_breaks_good(const struct line_breaks *k, const struct paragraph *p);
/* Whether all lines of the way but last ones reach the measure, and none ends inside a word for that. */
bool line_breaks_fits(const struct line_breaks *k, const struct paragraph *p);

#endif
