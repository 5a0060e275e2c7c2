/* document_names: which documents a name asks for.
 *
 * "report.km", "programme", "handouts/programme" and "programme.pdf" name one document; where none has it,
 * event.yml's name of several is meant: forms, reflections. */
#ifndef SASTRA_APP_DOCUMENT_NAMES_H
#define SASTRA_APP_DOCUMENT_NAMES_H

#include "compose/compose.h"

/* Does the name ask for all[at]? */
bool document_names_mean(const struct wanted *all, size_t n, size_t at, struct str name);
/* How many it asks for, and the first of them. */
size_t document_names_count(const struct wanted *all, size_t n, struct str name, size_t *first);

#endif
