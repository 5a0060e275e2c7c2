/* embed: a subset of each face used as a Type 0 font (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11).
 *
 * CIDFontType2 with Identity-H, a CIDToGIDMap stream, widths equal to hmtx, and ToUnicode for every code. */
#ifndef SASTRA_PDF_EMBED_H
#define SASTRA_PDF_EMBED_H

#include "pdf/haru.h"
#include "text/subset.h"

/* The Type 0 fonts of all faces that the subset holds codes of, to ids[font_set_count]: object numbers, 0
 * where a face is not used; memo (NULL: none): what was made before. CMaps that faces share are kept in
 * cmaps[256], zero at first. False where a face cannot be subset: *face tells. */
bool embed_all(struct haru *h, struct arena *a, const struct font_set *fonts, struct subset *subset,
               struct memo *memo, unsigned *cmaps, unsigned *ids, size_t *face);

#endif
