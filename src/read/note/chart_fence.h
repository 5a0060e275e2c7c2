/* chart_fence: a fence of csv rows, a label and a number each, that is to be drawn as bars.
 *
 * ```chart bar Words of its caption */
#ifndef SASTRA_READ_NOTE_CHART_FENCE_H
#define SASTRA_READ_NOTE_CHART_FENCE_H

#include "base/job.h"
#include "model/doc.h"

bool chart_fence_is(struct str info);
/* Of a table made of such a fence: marks it as a chart where each row but perhaps the first has two cells, a
 * label and a number from 0; else it stays a table, and that is told. Returns what of info is the caption. */
struct str chart_fence_mark(struct job *job, struct block *table, struct str info);

#endif
