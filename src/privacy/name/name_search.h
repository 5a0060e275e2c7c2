/* name_search: where a text names somebody: a participant, in either script, in any order, with or without
 * blanks, misspelt, by initials, behind a title or alone where nobody else is meant; or anybody behind a
 * title that a name always follows (Mr, លោក). Pure. */
#ifndef SASTRA_PRIVACY_NAME_SEARCH_H
#define SASTRA_PRIVACY_NAME_SEARCH_H

#include "privacy/name/name_index.h"

/* Called for each, by the bytes from and to; they may overlap. */
typedef void name_search_found(void *with, size_t from, size_t to);

void name_search(const struct name_index *index, struct arena *scratch, struct str text,
                 name_search_found *found, void *with);

#endif
