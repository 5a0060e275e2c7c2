/* document_look: what somebody should know of a document before it is passed on as it came: does it run
 * something on the computer of whoever opens it, does it carry a person's name.
 *
 * The file is read by pieces, never whole. Found are programs by how they begin and by their endings, macros
 * of Microsoft's and LibreOffice's files, names in docProps/core.xml, meta.xml and in a PDF's /Author and
 * dc:creator where these are not compressed. What is found is never told here, nor what the name is. */
#ifndef SASTRA_READ_OFFICE_DOCUMENT_LOOK_H
#define SASTRA_READ_OFFICE_DOCUMENT_LOOK_H

#include "base/job.h"

struct document_look {
    bool program, macros;
    bool person; /* its properties hold a name that may be a person's */
};

/* path: relative to input/, for its ending and for complaints; real: on the disk. False, told, where it
 * cannot be read. */
bool document_look(struct job *job, struct str path, const char *real, struct document_look *look);

#endif
