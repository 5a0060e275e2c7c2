/* repeated_person: one participant in several rows of the list. What a row of theirs refuses, none of them
 * gives. */
#ifndef SASTRA_READ_TABLE_REPEATED_PERSON_H
#define SASTRA_READ_TABLE_REPEATED_PERSON_H

#include "base/job.h"
#include "model/corpus.h"

/* Rows are one person's where their names agree in each language that both have, and nothing else tells the
 * two apart; or their ids, where no language is in both. A consent that is taken back is told at its row. */
void repeated_person_settle(struct job *job, struct corpus *c);

#endif
