/* meta: what a file says of itself: XMP, Info, and the colours it means.
 *
 * XMP (ISO 16684-1) says the same as Info (ISO 19005-3, 6.6.2), and claims PDF/A-3a and PDF/UA-1 (ISO
 * 14289-1, 5), the latter with its extension schema. Dates come from the tree, never from a clock. */
#ifndef SASTRA_PDF_META_H
#define SASTRA_PDF_META_H

#include "base/job.h"
#include "model/tree.h"
#include "pdf/haru.h"

/* The metadata stream's number; archive: the file may claim PDF/A. Fills the Info dictionary as well. */
unsigned meta_write(struct arena *a, struct haru *h, const struct tree *tree, bool archive);
/* The sRGB output intent's number; 0, told, where the system has no profile. */
unsigned meta_colours(struct job *job, struct arena *a, struct haru *h);
/* "D:20230405000000Z" */
struct str meta_date(struct arena *a, const struct tree *tree);

#endif
