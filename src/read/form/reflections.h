/* reflections: transcribed sheets, from a table typed here or a form service's export, to a form's replies.
 *
 * Every row is a reply, left out and told, or blank: rows_read = nreplies + rows_left_out + rows_blank.
 * Messages tell place and kind, never what was typed. */
#ifndef SASTRA_READ_FORM_REFLECTIONS_H
#define SASTRA_READ_FORM_REFLECTIONS_H

#include "read/folder/input.h"

/* Each file goes with the form whose id its name begins with. */
void reflections_read(struct job *job, struct files_names files, struct corpus *c);

#endif
