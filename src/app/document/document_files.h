/* document_files: a document's version to its files: pages and their PDF by who asks, page and book beside it
 * in a thread that is free; the same bytes, and the same is told, where none is. */
#ifndef SASTRA_APP_DOCUMENT_DOCUMENT_FILES_H
#define SASTRA_APP_DOCUMENT_DOCUMENT_FILES_H

#include "app/work.h"

/* Fills the work's files, and good. */
void document_files_write(struct work *w);
/* Waits for the thread beside, and gives back what it works in: also where memory ran out in the middle. */
void document_files_end(struct work *w);

#endif
