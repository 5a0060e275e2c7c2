/* imposition: pages two to a sheet: A5 on A4, to be cut or folded.
 *
 * Takes: finished pages of a document printed 2 .up. Promises: the pages stand in their order beside each
 * other on sheets twice as wide, with what leads to them. A lone page, and each of a .leaf, stands on both
 * halves, the second time as an artifact: cut, the sheets are two of the document. Of a .booklet of more than
 * two pages they stand so that the sheets, printed on both sides and folded, are one. Where sheets have backs
 * a printer is asked to turn them on their short edge. Ticks at the paper's edges, artifacts, show its
 * middle. */
#ifndef SASTRA_LAYOUT_IMPOSITION_H
#define SASTRA_LAYOUT_IMPOSITION_H

#include "base/job.h"
#include "layout/page.h"
#include "model/print.h"

void imposition_join(struct job *job, const struct print *print, const struct tree *tree,
                     struct pages *pages);

#endif
