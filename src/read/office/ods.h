/* ods: the sheets of an OpenDocument spreadsheet (.ods), their cells as CSV has them. */
#ifndef SASTRA_READ_OFFICE_ODS_H
#define SASTRA_READ_OFFICE_ODS_H

#include "read/office/archive.h"
#include "read/office/sheet.h"

struct ods;

/* Its sheets to the list; an empty list where the archive is none of .ods. NULL where something was told. All
 * in scratch. */
struct ods *ods_open(struct job *job, struct archive *archive, struct sheet_list *list);
/* The sheet of that number in the list. False where something was told and it is not whole. */
bool ods_read(struct ods *ods, size_t which, struct sheet_grid *sheet);

#endif
