/* book_zip: files packed into one (ZIP, ISO/IEC 21320-1), the first as it is, as books want it. */
#ifndef SASTRA_WEB_FILE_BOOK_ZIP_H
#define SASTRA_WEB_FILE_BOOK_ZIP_H

#include "base/memo.h"

struct book_zip;

/* memo: what was packed before; NULL: none. */
struct book_zip *book_zip_new(struct arena *a, struct memo *memo);
/* In their order; name and bytes are not copied. */
void book_zip_add(struct book_zip *z, struct str name, struct str bytes);
/* The archive, the same for the same files, in the arena. False where there is no memory, or it
 * is too large for the format (4 GB). */
bool book_zip_pack(struct book_zip *z, struct arena *a, struct str *bytes);

#endif
