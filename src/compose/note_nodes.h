/* note_nodes: a note's blocks to nodes, one language.
 *
 * Headings are shifted so that no level is skipped; blocks nested deeper than NOTE_NODES_DEEPEST are shown at
 * that depth; footnotes join the tree's list in the order of their marks. Spans are shared with the note, not
 * copied. */
#ifndef SASTRA_COMPOSE_NOTE_NODES_H
#define SASTRA_COMPOSE_NOTE_NODES_H

#include "compose/builder.h"

enum { NOTE_NODES_DEEPEST = 12, NOTE_NODES_LEVELS = 6 };

/* Which of the six source levels are open above the point reached. */
struct note_nodes_levels {
    int open[NOTE_NODES_LEVELS], n;
};

/* One note in one language, on its way. */
struct note_nodes {
    struct builder *p;
    enum lang lang; /* of the note's text */
    enum role base; /* of its highest heading */
    long number;    /* of the paragraph that comes next, where it is one; 0: they have none */
    struct note_nodes_levels levels;
};

/* A top-level block with all below it, and the footnotes that it marks. */
void note_nodes_block(struct note_nodes *w, struct node *parent, const struct block *block);
/* The role of the next heading, by its level in the source. */
enum role note_nodes_role(struct note_nodes *w, int level);
/* Footnotes marked in spans that were set by other means than note_nodes_block; then their bodies: of those
 * that joined the tree's list after before (NULL: from its start). */
void note_nodes_marks(struct note_nodes *w, struct spans s);
void note_nodes_bodies(struct note_nodes *w, const struct node *before);

/* A figure's or a table's node is counted where its block has a caption or a label, and found by the label.
 */
void note_nodes_label(struct builder *p, struct node *n, const struct block *b);

#endif
