/* event_facts: what a report's cover tells of its event, as a table that the report carries: so that a page
 * about many events can be made of their folders alone. */
#ifndef SASTRA_COMPARE_EVENT_FACTS_H
#define SASTRA_COMPARE_EVENT_FACTS_H

#include "model/bi.h"

#define EVENT_FACTS_NAME "event.tsv" /* that a report carries it under */
#define EVENT_FACTS_TYPE "text/tab-separated-values"

struct event_facts {
    struct bi title, dates, venue; /* as printed */
    struct str begins, ends;       /* 2023-04-04; empty: not known */
    enum lang langs[LANG_N];       /* of the event, in their order */
    size_t nlangs;
    bool draft, sample;
    size_t pages; /* of the report that carries it */
};

/* As a table: a line of names, then lines of what it is, its language or nothing, its text; parted by tabs.
 */
struct str event_facts_text(struct arena *a, const struct event_facts *facts);
/* Reads such a table; what later versions add is passed over. False where it is none. Borrowed. */
bool event_facts_read(struct str text, struct event_facts *facts);

#endif
