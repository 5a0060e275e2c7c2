/* plain: a .txt note: every line is a paragraph; blank lines are none. */
#ifndef SASTRA_READ_NOTE_PLAIN_H
#define SASTRA_READ_NOTE_PLAIN_H

#include "base/job.h"
#include "model/doc.h"

/* The lines of source->text[from … ). Never NULL. */
struct block *plain_read(struct job *job, const struct source *source, size_t from);

#endif
