/* tongue: languages besides the document's own, told by their letters, for the tags of a text (ISO 14289-1,
 * 7.2). A script that hardly any other language writes names its own (Hebrew, Burmese; Han without kana is
 * Chinese); one that several write is named alone (und-Cyrl). Vietnamese is told by letters that it alone
 * has. */
#ifndef SASTRA_PDF_STRUCTURE_TONGUE_H
#define SASTRA_PDF_STRUCTURE_TONGUE_H

#include "base/arena.h"
#include "layout/page.h"

/* A BCP 47 tag for each cluster of an item of text, NULL where the item's own languages or signs stand. NULL:
 * there are none but these. Tags are the same pointer for the same language. */
const char **tongue_find(struct arena *a, const struct item *it);

#endif
