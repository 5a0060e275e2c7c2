/* pdf: pages to one PDF file's bytes. The only room that sees libharu.
 *
 * Takes: a tree and its pages. Promises: the same bytes for the same input; tagged (structure from the tree's
 * roles), all fonts embedded and subset with exact ToUnicode; XMP equal to Info; made to be PDF/A-3a (ISO
 * 19005-3) and PDF/UA-1 (ISO 14289-1). False, with a complaint, where libharu failed: then nothing may be
 * published. last: nobody looks at the pages after this: what stands on them is given back once it is drawn.
 */
#ifndef SASTRA_PDF_PDF_H
#define SASTRA_PDF_PDF_H

#include "layout/page.h"

bool pdf_write(struct job *job, const struct tree *tree, struct pages *pages, const struct font_set *fonts,
               bool last, struct str *bytes);

#endif
