/* tables: organizations and programme to the corpus, their references checked. */
#ifndef SASTRA_READ_TABLE_TABLES_H
#define SASTRA_READ_TABLE_TABLES_H

#include "read/table/columns.h"

struct tables_id { /* what must not stand twice */
    struct str id;
    struct place place;
    struct str typed; /* as a message has it; empty: the id */
};

/* organizations.csv, programme.csv: in this order, as each leans on the one before. False where
 * the table was not understood: it is told why, and nothing is read. */
bool tables_organizations(struct job *job, const struct source *source, struct corpus *c);
bool tables_programme(struct job *job, const struct source *source, struct corpus *c);
/* Tells each id that stands a second time, with its text as argument; sorts the list. Empty ids are no ids.
 */
void tables_twice(struct job *job, struct tables_id *ids, size_t n, enum diag_code code);
/* A cell's session, in its normal form; one that the programme lacks is told. */
struct str tables_session(struct job *job, const struct corpus *c, struct csv_cell cell);
/* The session of the programme that is probably meant by what is none; empty where nobody knows. */
struct str tables_session_near(struct job *job, const struct corpus *c, struct str id);

#endif
