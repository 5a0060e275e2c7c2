/* references: figures and tables of notes, counted; what refers to them, and to parts of the report; lists of
 * them.
 *
 * Takes a tree that holds all its notes. Numbers stand in each language's own digits; both sides of a pair
 * have the same. */
#ifndef SASTRA_COMPOSE_REPORT_REFERENCES_H
#define SASTRA_COMPOSE_REPORT_REFERENCES_H

#include "compose/builder.h"

/* Counts them, says the number before each caption, and names what references lead to. Once, before anything
 * is made of headings. */
void references_settle(struct builder *p);
/* A heading and a list of all figures, or all tables, where there are three or more; the parent is
 * dropped where there is none. Before the contents, which name them. */
void references_lists(struct builder *p, struct node *parent);

#endif
