/* disclosure: do tables of one prompt by several ways, read together, tell what a small group answered? Pure.
 *
 * Terms: L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control (Springer 2001); A. Hundepool
 * and others, Statistical Disclosure Control (Wiley 2012), chapter 5.
 * - Primary suppression: a group of fewer than the least number of sheets has no row (group.h).
 * - A combination is who shares two or three of session (or day), role and language, as the tables have
 *   them. Nobody prints it; its cells are bounded by the rows that hold it (Fréchet bounds; those tables
 *   share nothing but the answer, so no linear program finds closer ones): at most the least of these rows'
 *   numbers, at least their sum less the number of all who gave the answer, for each row but one. Whoever
 *   looks may know how many the combination has, not what they answered.
 * - It is told where it has fewer than the least number, is bound to hold that answer, to within one sheet,
 *   and no single row says so much. What one row says, it says of as many as the least number or more.
 * Where it is told, tables are left out (secondary suppression, suppression.h). */
#ifndef SASTRA_SURVEY_DISCLOSURE_H
#define SASTRA_SURVEY_DISCLOSURE_H

#include "survey/tally.h"

struct disclosure {
    const struct tally *tally;
    const struct groups *groups; /* by way: of those who answered */
    long *const *cells;          /* by way: tally_groups */
    size_t n;                    /* sheets */
    long least;
};

/* ways: bits of the tables that would be printed, 1 << enum group_way. By day is seen where by session is
 * not. */
bool disclosure_told(struct arena *scratch, const struct disclosure *d, unsigned ways);

#endif
