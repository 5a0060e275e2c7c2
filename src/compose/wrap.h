/* wrap: a note's blocks to nodes.
 *
 * Headings are shifted so that no level is skipped; blocks nested deeper than WRAP_DEEPEST are shown at that
 * depth; footnotes join the tree's list in the order of their marks. Spans are shared with the note, not
 * copied. */
#ifndef SASTRA_COMPOSE_WRAP_H
#define SASTRA_COMPOSE_WRAP_H

#include "compose/pen.h"

enum { WRAP_DEEPEST = 12, WRAP_LEVELS = 6 };

/* Which of the six source levels are open above the point reached. */
struct wrap_levels {
    int open[WRAP_LEVELS], n;
};

/* A note under a parent. base: the role of its highest heading (ROLE_H2 or ROLE_H3). skip: headings equal to
 * one of these are its title, which stands above already. */
void wrap_note(struct pen *p, struct node *parent, const struct note *note, enum role base, struct bi skip);
/* The title that a note gives itself: front matter, else its first heading of level 1. */
struct bi wrap_title(struct pen *p, const struct note *note);
/* Equal when compared as names are. */
bool wrap_same(struct pen *p, struct str a, struct str b);

#endif
