/* service_column: columns that form services and phones add to a table of answers by themselves. */
#ifndef SASTRA_READ_FORM_SERVICE_COLUMN_H
#define SASTRA_READ_FORM_SERVICE_COLUMN_H

#include "base/str.h"

enum service_column {
    SERVICE_COLUMN_NONE,
    SERVICE_COLUMN_ANY, /* a typist may have such a column too: id, name */
    SERVICE_COLUMN_OWN  /* nobody types it */
};

enum service_column service_column_of(struct str head);

#endif
