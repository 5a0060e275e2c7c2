/* png_memory: what a PNG was decoded to, for the next build of a watch. */
#ifndef SASTRA_PICTURE_PNG_MEMORY_H
#define SASTRA_PICTURE_PNG_MEMORY_H

#include "base/memo.h"
#include "model/doc.h"

/* Fills what decoding fills, but for the data of a PICTURE_PNG, which is in the file; it lives as long as
 * what memo_find gives. False: it is not known. memo may be NULL. */
bool png_memory_find(struct memo *memo, struct memo_key key, struct picture *p);
void png_memory_keep(struct arena *scratch, struct memo *memo, struct memo_key key, const struct picture *p);

#endif
