/* handed_files: the files in documents/, and which row of documents.csv passes which of them on, to whom,
 * under what name. A file that could harm who opens it is passed on to nobody; what is passed on is never
 * read whole. */
#ifndef SASTRA_READ_HANDED_FILES_H
#define SASTRA_READ_HANDED_FILES_H

#include "read/folder/input.h"

/* Behind registers_documents: sets the files of its rows, and tells what is wrong with them. */
void handed_files_read(struct job *job, struct input *in, struct corpus *c);

#endif
