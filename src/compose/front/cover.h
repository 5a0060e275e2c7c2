/* cover: the report's first two pages: the cover, and the imprint with its contact. */
#ifndef SASTRA_COMPOSE_FRONT_COVER_H
#define SASTRA_COMPOSE_FRONT_COVER_H

#include "compose/builder.h"

void cover_page(struct builder *p);
void cover_imprint(struct builder *p);
/* Whom to write to; empty where nobody is told. */
struct bi cover_contact(struct builder *p);
/* A group of a cover's lines, beside the one before it; settle takes it off where nothing was put into it. */
struct node *cover_group(struct builder *p, struct node *parent);
void cover_settle(struct node *group);
/* A block for each of the document's languages, so that each is set in its own size. */
void cover_each(struct builder *p, struct node *parent, enum role role, struct bi text);
/* A line for each of them. */
void cover_lines(struct builder *p, struct node *group, struct bi text);
/* The organizations' logos in a grid, where there are any. */
void cover_logos(struct builder *p, struct node *parent);
/* Honorific, name, role in one text; the name alone where short. */
struct bi cover_person(struct builder *p, const struct person *who);

#endif
