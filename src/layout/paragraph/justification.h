/* justification: how a line is brought to its measure.
 *
 * First its spaces give, and its letters are drawn a hair wider or narrower, both in proportion; then Khmer
 * clusters are tracked; last its spaces give as far as they may. Nothing but spaces ever parts words, so no
 * reader of the text sees a space that is none. Lengths in 1/1000 pt. Pure. */
#ifndef SASTRA_LAYOUT_PARAGRAPH_JUSTIFICATION_H
#define SASTRA_LAYOUT_PARAGRAPH_JUSTIFICATION_H

#include <stdbool.h>
#include <stdint.h>

/* How far a line may give: as usual; Khmer of a paragraph that else would be ragged beside justified ones
 * more; and where few paragraphs of a document want it, as far as can pass. */
enum justification_reach { REACH_USUAL, REACH_FURTHER, REACH_FURTHEST, REACHES };

struct justification_line { /* as its letters are, without the spaces at its end */
    int64_t width;
    int32_t spaces, khmer; /* how many spaces; clusters of Khmer */
    int32_t em;
    enum justification_reach reach;
};

struct justification_room {
    int64_t good, most; /* so much wider it may be: set well; set at all */
    int64_t least;      /* so much narrower */
};

struct justification { /* what a line's means give, each in all */
    int32_t spread, widen, track;
};

/* Thousandths of an em for a space or a cluster, of the width for letters. Tracking never takes: letters that
 * come nearer than they are, readers put in another order. */
struct justification_tolerance {
    int32_t space_grows, space_most, space_shrinks;
    int32_t letters_grow, letters_shrink;
    int32_t track_grows;
};
extern const struct justification_tolerance justification_tolerances[REACHES]
    __attribute__((visibility("hidden")));

struct justification_means { /* how far each can go one way */
    int64_t spaces, letters, track, last;
};

static inline struct justification_means justification_means(const struct justification_line *l, bool grow)
{
    const struct justification_tolerance *t = &justification_tolerances[l->reach];
    int64_t between = l->khmer > 1 ? l->khmer - 1 : 0, spaces = (int64_t)l->spaces * l->em;
    if (grow)
        return (struct justification_means){spaces * t->space_grows / 1000, l->width * t->letters_grow / 1000,
                                            between * l->em * t->track_grows / 1000,
                                            spaces * (t->space_most - t->space_grows) / 1000};
    return (struct justification_means){spaces * t->space_shrinks / 1000, l->width * t->letters_shrink / 1000,
                                        0, 0};
}

/* Inline, and each way by itself: they are asked of every line that a paragraph might have. */
static inline int64_t justification_least(const struct justification_line *l)
{
    struct justification_means shrink = justification_means(l, false);
    return shrink.spaces + shrink.letters;
}

/* .good and .most. */
static inline struct justification_room justification_growth(const struct justification_line *l)
{
    struct justification_means grow = justification_means(l, true);
    int64_t good = grow.spaces + grow.letters + grow.track;
    return (struct justification_room){.good = good, .most = good + grow.last};
}

static inline struct justification_room justification_room(const struct justification_line *l)
{
    struct justification_room room = justification_growth(l);
    room.least = justification_least(l);
    return room;
}

/* slack: what the line lacks; negative where it is too wide. False where that is out of its room: then
 * nothing is given. */
bool justification_give(const struct justification_line *l, int64_t slack, struct justification *to);

#endif
