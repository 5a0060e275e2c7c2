/* book_zip: files packed into one (ZIP, ISO/IEC 21320-1), the first as it is, as books want it. */
#ifndef SASTRA_WEB_FILE_BOOK_ZIP_H
#define SASTRA_WEB_FILE_BOOK_ZIP_H

#include "base/str.h"

struct book_zip;

struct book_zip *book_zip_new(struct arena *a);
/* In their order; name and bytes are not copied. */
void book_zip_add(struct book_zip *z, struct str name, struct str bytes);
/* The archive, the same for the same files, in the arena. False where libzip cannot make it. */
bool book_zip_pack(struct book_zip *z, struct arena *a, struct str *bytes);

#endif
