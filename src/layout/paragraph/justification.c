#include "layout/paragraph/justification.h"

const struct justification_tolerance justification_tolerances[REACHES] = {
    [REACH_USUAL] = {140, 325, 60, 25, 25, 20}, /* no English gap above 0.6 em, none below 0.195; with 30 more
                                   of tracking, Poppler parts clusters in columns */
    [REACH_FURTHER] = {200, 650, 60, 50, 45, 20},  /* a space of Khmer parts phrases: it may be wide */
    [REACH_FURTHEST] = {200, 780, 60, 90, 65, 25}, /* wider spaces MuPDF takes for a line's end, closer
                                   ones Poppler for none, and it parts clusters that are tracked more */
};

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

bool justification_give(const struct justification_line *l, int64_t slack, struct justification *to)
{
    int64_t sign = slack < 0 ? -1 : 1, left = slack * sign;
    struct justification_means can = justification_means(l, slack > 0);
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
