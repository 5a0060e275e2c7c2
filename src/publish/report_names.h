/* report_names: what the report's files are called on a page, in the order in which pages list them. */
#ifndef SASTRA_PUBLISH_REPORT_NAMES_H
#define SASTRA_PUBLISH_REPORT_NAMES_H

#include "model/bi.h"

struct report_name {
    const char *name; /* in out/ */
    struct bi said;
};

/* Of an event in one language, or in more. */
const struct report_name *report_names(bool alone, size_t *n);

#endif
