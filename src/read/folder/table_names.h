/* table_names: which table of input.md a file is by its name, as people name and copy files. Pure. */
#ifndef SASTRA_READ_FOLDER_TABLE_NAMES_H
#define SASTRA_READ_FOLDER_TABLE_NAMES_H

#include "model/corpus.h"

/* participants.csv of "Participants list.xlsx", "participants (1).csv", "List of participants v2.csv" and
 * បញ្ជីអ្នកចូលរួម.csv; NULL: words that say something else stand beside, or none is known. */
const char *table_names_meant(struct arena *scratch, struct str name);
/* Has something to do with participants, whatever else its name says. */
bool table_names_people(struct str name);
/* Is this the name of a dated version of the programme, programme-DATE.csv? The date is set where it is. */
bool table_names_dated(struct str name, struct date *date);

#endif
