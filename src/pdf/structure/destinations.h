/* destinations: where links, bookmarks and outside readers may go: named destinations, and the first item of
 * every node. */
#ifndef SASTRA_PDF_STRUCTURE_DESTINATIONS_H
#define SASTRA_PDF_STRUCTURE_DESTINATIONS_H

#include "base/map.h"
#include "layout/page.h"
#include "pdf/haru.h"

struct destinations {
    struct arena *arena;
    const struct pages *pages;
    const unsigned *ids;               /* object numbers of the pages */
    const struct destination **sorted; /* by name, one each */
    size_t n;
    struct map nodes; /* node → struct place_at */
};

struct destinations destinations_new(struct arena *a, const struct pages *pages, const unsigned *ids);
/* Where a link of this item goes, as "/Dest …" (12.3.2); false where it leads nowhere in the file. */
bool destinations_put(const struct destinations *p, struct buf *out, const struct item *link);
/* "[12 0 R/XYZ x y null]" */
void destinations_array(const struct destinations *p, struct buf *out, size_t page, int32_t x, int32_t y);
/* The /Dests name tree (7.9.6), whose root's number is returned; 0 where there are no names. */
unsigned destinations_write(const struct destinations *p, struct haru *h);

#endif
