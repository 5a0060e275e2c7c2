/* wrap: a note's blocks to nodes, one language.
 *
 * Headings are shifted so that no level is skipped; blocks nested deeper than WRAP_DEEPEST are shown at that
 * depth; footnotes join the tree's list in the order of their marks. Spans are shared with the note, not
 * copied. */
#ifndef SASTRA_COMPOSE_NOTE_NODES_H
#define SASTRA_COMPOSE_NOTE_NODES_H

#include "compose/builder.h"

enum { WRAP_DEEPEST = 12, WRAP_LEVELS = 6 };

/* Which of the six source levels are open above the point reached. */
struct wrap_levels {
    int open[WRAP_LEVELS], n;
};

/* One note in one language, on its way. */
struct wrap {
    struct pen *p;
    enum lang lang; /* of the note's text */
    enum role base; /* of its highest heading */
    struct wrap_levels levels;
};

/* A top-level block with all below it, and the footnotes that it marks. */
void wrap_block(struct wrap *w, struct node *parent, const struct block *block);
/* The role of the next heading, by its level in the source. */
enum role wrap_role(struct wrap *w, int level);
/* Footnotes marked in spans that were set by other means than wrap_block; then their bodies: of those that
 * joined the tree's list after before (NULL: from its start). */
void wrap_marks(struct wrap *w, struct spans s);
void wrap_bodies(struct wrap *w, const struct node *before);

#endif
