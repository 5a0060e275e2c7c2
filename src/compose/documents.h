/* documents: the trees of each document, one file each. All take the builder of a new tree. */
#ifndef SASTRA_COMPOSE_DOCUMENTS_H
#define SASTRA_COMPOSE_DOCUMENTS_H

#include "compose/builder.h"

void report_write(struct builder *p);
void form_sheet_write(struct builder *p, const struct form *form);
void session_sheet_write(struct builder *p);
/* less: which shorter version; tree->shorter tells how many more there are. */
void programme_write(struct builder *p, int less);
void digest_write(struct builder *p, int less);
void digest_wall(struct builder *p, int less);
void slides_write(struct builder *p);
void document_list_write(struct builder *p);
void problems_write(struct builder *p);
/* Two A5 pages on a sheet of A4; fit: on so many pages where that can be. */
void documents_a5(struct builder *p, int fit);
/* A handout's margins are alike on every page. */
void documents_handout(struct builder *p, struct bi title);

#endif
