/* form: forms/ID.yml, the one definition of a form. */
#ifndef SASTRA_READ_FORM_FORM_H
#define SASTRA_READ_FORM_FORM_H

#include "base/job.h"
#include "model/corpus.h"

/* Fills the form but for its replies. stem: the file's name without its ending, the id where none is given.
 * An id that cannot stand in a file's name is told and changed. */
void form_read(struct job *job, const struct source *source, struct str stem, struct form *form);
/* Where the form's blank sheets would have the names of another's, it is told and gets a number: n are before
 * it. */
void form_settle(struct job *job, const struct form *forms, size_t n, struct form *form);

#endif
