/* catalogue_page: one page about many events, of what their output folders hold: no script, no file beside
 * it, no request to anywhere but where its links lead. */
#ifndef SASTRA_PUBLISH_CATALOGUE_PAGE_H
#define SASTRA_PUBLISH_CATALOGUE_PAGE_H

#include "compare/event_facts.h"
#include "publish/publish.h"

#define CATALOGUE_PAGE_MARK "<!-- sastra catalogue -->" /* every such page holds it */

struct catalogue_page_event {
    struct event_facts facts;
    struct str link;            /* from the page to the folder, as an address: "../a%20b/", or empty */
    const struct output *files; /* reports that lie there, and index.html: name, size and pages */
    size_t nfiles, order;       /* order: as it was named among others */
};

/* In both languages; an event's own words in those that it has. In the arena. */
struct str catalogue_page(struct arena *a, const struct catalogue_page_event *events, size_t n);

#endif
