/* sent_again: a form service's export holds all that was sent until then, so that a later one beside it has
 * the same rows once more. */
#ifndef SASTRA_READ_FORM_SENT_AGAIN_H
#define SASTRA_READ_FORM_SENT_AGAIN_H

#include "base/map.h"
#include "read/form/sheet_columns.h"

/* The same in every cell under the same heads as a row of another file, down to the time of day that the
 * service wrote. A row without such a time is never one: two sheets may be filled in alike. rows: of one
 * form's files. */
bool sent_again_is(struct job *job, struct map *rows, const struct sheet_columns *columns,
                   const struct csv_row *row);

#endif
