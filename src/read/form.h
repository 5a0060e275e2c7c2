/* form: forms/ID.yml, the one definition of a form. */
#ifndef SASTRA_READ_FORM_H
#define SASTRA_READ_FORM_H

#include "base/job.h"
#include "model/corpus.h"

/* Fills the form but for its replies. stem: the file's name without its ending, the id where none is given.
 */
void form_read(struct job *job, const struct source *source, struct str stem, struct form *form);
/* Tells the prompts and options that have words in one language alone: for an event in two. */
void form_tell_lone(struct job *job, const struct form *form);

#endif
