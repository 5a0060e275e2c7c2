/* actions: the action plan (actions.csv), and the same columns where they stand in recommendations.csv.
 *
 * A deadline that is no day, and a priority that is none of high, medium and low, are kept as typed. */
#ifndef SASTRA_READ_TABLE_ACTIONS_H
#define SASTRA_READ_TABLE_ACTIONS_H

#include "read/table/columns.h"

/* Of an array of struct column_name, in the order that actions_plan reads. */
#define ACTIONS_PLAN_COLUMNS                                                                                 \
    {"responsible_en", 0, {0}}, {"responsible_km", 0, {0}}, {"deadline", 0, {0}}, {"budget", 0, {0}},        \
        {"indicator_en", 0, {0}}, {"indicator_km", 0, {0}}, {"priority", 0, {0}},                            \
    {                                                                                                        \
        "session", 0,                                                                                        \
        {                                                                                                    \
            .kind = COLUMN_SESSION                                                                           \
        }                                                                                                    \
    }

/* What a row's columns from first on, as in ACTIONS_PLAN_COLUMNS, say. */
struct action_plan actions_plan(struct job *job, const struct corpus *c, const struct columns *t,
                                const struct csv_row *row, size_t first);
/* False where the table was not understood. */
bool actions_read(struct job *job, const struct source *source, struct corpus *c);

#endif
