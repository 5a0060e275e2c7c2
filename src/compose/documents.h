/* book: the trees of each document, one file each. All take the pen of a new tree. */
#ifndef SASTRA_COMPOSE_DOCUMENTS_H
#define SASTRA_COMPOSE_DOCUMENTS_H

#include "compose/builder.h"

void report_write(struct pen *p);
void blank_write(struct pen *p, const struct form *form);
void sheet_write(struct pen *p);
/* less: which shorter version; tree->shorter tells how many more there are. */
void programme_write(struct pen *p, int less);
void digest_write(struct pen *p, int less);
void digest_wall(struct pen *p, int less);
void slides_write(struct pen *p);
void register_write(struct pen *p);
void problems_write(struct pen *p);
/* Two A5 pages on a sheet of A4; fit: on so many pages where that can be. */
void book_a5(struct pen *p, int fit);
/* A handout's margins are alike on every page. */
void book_handout(struct pen *p, struct bi title);

#endif
