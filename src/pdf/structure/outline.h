/* outline: bookmarks (ISO 32000-1, 12.3.3) and page labels (12.4.2). */
#ifndef SASTRA_PDF_STRUCTURE_OUTLINE_H
#define SASTRA_PDF_STRUCTURE_OUTLINE_H

#include "pdf/structure/destinations.h"

/* The outline root's number; 0 where there are no bookmarks. Levels skip none, whatever the bookmarks say. */
unsigned outline_write(struct arena *a, struct haru *h, const struct destinations *places);
/* The label of every page, as printed: a number tree's root; 0 where no page has one. */
unsigned outline_labels(struct arena *a, struct haru *h, const struct pages *pages);

#endif
