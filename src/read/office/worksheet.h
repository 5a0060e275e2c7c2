/* worksheet: a sheet of an .xlsx file, its cells as CSV has them. */
#ifndef SASTRA_READ_OFFICE_WORKSHEET_H
#define SASTRA_READ_OFFICE_WORKSHEET_H

#include "read/office/workbook.h"

/* False where something was told and the sheet is not whole. */
bool worksheet_read(struct workbook *book, struct str part, struct sheet_grid *sheet);

#endif
