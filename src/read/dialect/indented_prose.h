/* indented_prose: paragraphs whose first line a tab or blanks indent, as letters have them. CommonMark takes
 * them for code. */
#ifndef SASTRA_READ_DIALECT_INDENTED_PROSE_H
#define SASTRA_READ_DIALECT_INDENTED_PROSE_H

#include "base/source.h"

/* By line, from 1: plainly sentences, in Khmer or English. code: as of verbatim_lines(); those lines are
 * taken out of it. */
bool *indented_prose_lines(struct arena *a, const struct source *source, bool *code);

#endif
