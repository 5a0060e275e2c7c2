/* cover: the report's first two pages: the cover, and the imprint with its contact. */
#ifndef SASTRA_COMPOSE_REPORT_COVER_H
#define SASTRA_COMPOSE_REPORT_COVER_H

#include "compose/builder.h"

void cover_page(struct builder *p);
void cover_imprint(struct builder *p);
/* The organizations' logos in rows, where there are any. */
void cover_logos(struct builder *p, struct node *parent, int across);
/* Honorific, name, role in one text; the name alone where short. */
struct bi cover_person(struct builder *p, const struct person *who);

#endif
