/* spreadsheet: a workbook of Excel (.xlsx, .xlsm) or LibreOffice (.ods) to the source of one of its sheets,
 * whose rows csv_read() gives: the sheet that has the file's name, else the first one that holds anything. */
#ifndef SASTRA_READ_OFFICE_SPREADSHEET_H
#define SASTRA_READ_OFFICE_SPREADSHEET_H

#include "base/job.h"

/* Do the bytes begin as a packed file does, or as one that is locked with a password? */
bool spreadsheet_is(struct str bytes);
/* NULL, told, where it cannot be read. */
const struct source *spreadsheet_source(struct job *job, struct str path, struct str bytes);

#endif
