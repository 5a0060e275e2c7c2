#include "layout/paragraph/justification.h"

/* Thousandths of an em for a space or a cluster, of the width for letters. Tracking never takes: letters that
 * come nearer than they are, readers put in another order. */
enum {
    SPACE_GROWS = 140,
    SPACE_MOST = 325, /* no gap above 0.6 em, none below 0.195 */
    SPACE_SHRINKS = 60,
    LETTERS_GROW = 25,
    LETTERS_SHRINK = 25,
    TRACK_GROWS = 20 /* with more, readers see spaces */
};

struct means { /* how far each can go one way */
    int64_t spaces, letters, track, last;
};

static struct means means_of(const struct justification_line *l, bool grow)
{
    int64_t between = l->khmer > 1 ? l->khmer - 1 : 0, spaces = (int64_t)l->spaces * l->em;
    if (grow)
        return (struct means){spaces * SPACE_GROWS / 1000, l->width * LETTERS_GROW / 1000,
                              between * l->em * TRACK_GROWS / 1000,
                              spaces * (SPACE_MOST - SPACE_GROWS) / 1000};
    return (struct means){spaces * SPACE_SHRINKS / 1000, l->width * LETTERS_SHRINK / 1000, 0, 0};
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
