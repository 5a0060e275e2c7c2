/* knot: where a paragraph's lines may end, and the cheapest way from end to end (Knuth and Plass 1981).
 *
 * Takes: a prepared paragraph and a measure. Promises: the last knot is the paragraph's end, and each knot's
 * .before leads back to the one that its line begins at, down to knot 0. Lengths in 1/1000 pt. */
#ifndef SASTRA_LAYOUT_LINE_BREAKS_H
#define SASTRA_LAYOUT_LINE_BREAKS_H

#include "layout/justification.h"
#include "layout/paragraph.h"

struct knot { /* a line may end before cluster .at */
    size_t at, before;
    int64_t cost;
    int32_t penalty;
    bool hyphen, forced;
};

struct knots {
    struct arena *arena;
    VEC(struct knot) list;
    int32_t measure, hyphen; /* hyphen: its width */
    bool even;               /* lines are to reach the measure */
    enum par_length length;
};

void knot_find(struct knots *k, const struct par *p);
void knot_way(struct knots *k, const struct par *p);
/* What is between two knots, as it is by itself. */
struct fit_line knot_line(const struct knots *k, const struct par *p, const struct knot *from,
                          const struct knot *to);
size_t knot_lines(const struct knots *k);
/* Whether no line of the way is too wide, or ends inside a word. */
bool knot_good(const struct knots *k, const struct par *p);
/* Whether all lines of the way but last ones reach the measure, and none ends inside a word for that. */
bool knot_fits(const struct knots *k, const struct par *p);

#endif
