/* recoding: the attached row-level table as a k-anonymous one, by global recoding. Pure.
 *
 * Terms: P. Samarati, L. Sweeney (1998): session, role and language are quasi-identifiers; a table is
 * k-anonymous where each combination of what it tells of them is shared by k sheets or more, k being the
 * event's least number. Global recoding: a column is told of all sheets, by the same groups as the printed
 * tables, or of none. An answer in words shows its language, so where any is attached sheets are told apart
 * by it. What all of k sheets share (all of them ticked the same) is not hidden. */
#ifndef SASTRA_SURVEY_RECODING_H
#define SASTRA_SURVEY_RECODING_H

#include "survey/group.h"

/* Has each combination of some ways' groups (bits, 1 << enum group_way) enough sheets? */
bool recoding_anonymous(struct arena *scratch, const struct said_form *form, const struct groups *groups,
                        unsigned ways, long least);
/* The sheets as the table tells them by some ways. True where less is told than was typed: then their numbers
 * are empty, and their order must say nothing. */
bool recoding_sheets(const struct corpus *c, const struct said_form *form, const struct groups *groups,
                     unsigned ways, struct said_reply *sheets);

#endif
