/* links: link annotations (ISO 32000-1, 12.5.6.5), each joined to its Link element by an OBJR (ISO
 * 14289-1, 7.18.5). */
#ifndef SASTRA_PDF_STRUCTURE_LINKS_H
#define SASTRA_PDF_STRUCTURE_LINKS_H

#include "pdf/structure/destinations.h"
#include "pdf/structure/tags.h"

/* Leads somewhere in the file, or to an address that a reader may be sent to. */
bool links_good(const struct destinations *p, const struct item *link);
/* Adds a page's links, whose text has been painted; returns references to their annotations, as in /Annots.
 * A link has one element, and one annotation on each page that it reaches. */
struct str links_page(struct tags *t, const struct destinations *p, struct haru *h, size_t index);

#endif
