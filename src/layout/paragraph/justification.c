#include "layout/paragraph/justification.h"

/* Thousandths of an em for a space or a cluster, of the width for letters. Tracking never takes: letters that
 * come nearer than they are, readers put in another order. */
static const struct tolerance {
    int32_t space_grows, space_most, space_shrinks; /* no English gap above 0.6 em, none below 0.195 */
    int32_t letters_grow, letters_shrink;
    int32_t track_grows; /* with 30, Poppler parts clusters in columns */
} USUAL = {140, 325, 60, 25, 25, 20},
  FURTHER = {200, 650, 60, 50, 45, 20}; /* a space of Khmer parts phrases: it may be wide */

struct means { /* how far each can go one way */
    int64_t spaces, letters, track, last;
};

static struct means means_of(const struct justification_line *l, bool grow)
{
    const struct tolerance *t = l->further ? &FURTHER : &USUAL;
    int64_t between = l->khmer > 1 ? l->khmer - 1 : 0, spaces = (int64_t)l->spaces * l->em;
    if (grow)
        return (struct means){spaces * t->space_grows / 1000, l->width * t->letters_grow / 1000,
                              between * l->em * t->track_grows / 1000,
                              spaces * (t->space_most - t->space_grows) / 1000};
    return (struct means){spaces * t->space_shrinks / 1000, l->width * t->letters_shrink / 1000, 0, 0};
}

struct justification_room justification_room(const struct justification_line *l)
{
    struct means grow = means_of(l, true), shrink = means_of(l, false);
    int64_t good = grow.spaces + grow.letters + grow.track;
    return (struct justification_room){good, good + grow.last, shrink.spaces + shrink.letters};
}

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

bool justification_give(const struct justification_line *l, int64_t slack, struct justification *to)
{
    int64_t sign = slack < 0 ? -1 : 1, left = slack * sign;
    struct means can = means_of(l, slack > 0);
    int64_t first = least_of(left, can.spaces + can.letters);
    int64_t spaces = first ? first * can.spaces / (can.spaces + can.letters) : 0, letters = first - spaces;
    left -= first;
    int64_t track = least_of(left, can.track);
    left -= track;
    *to = (struct justification){0, 0, 0};
    if (left > can.last) return false;
    *to = (struct justification){(int32_t)(sign * (spaces + left)), (int32_t)(sign * letters),
                                 (int32_t)(sign * track)};
    return true;
}
