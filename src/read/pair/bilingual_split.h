/* bilingual_split: one file that holds both languages, to a doc a language: paragraphs or sections in turn,
 * two halves, a table with a language a column, lines with both in them.
 *
 * Takes: the doc as its format read it. Promises: no block
 * is lost but the headings that name a language and the rule between two halves; every block keeps its place,
 * every footnote goes with its marks. Works in job->scratch, which it gives back. */
#ifndef SASTRA_READ_PAIR_BILINGUAL_SPLIT_H
#define SASTRA_READ_PAIR_BILINGUAL_SPLIT_H

#include "base/job.h"
#include "model/doc.h"

/* The docs of each language; false, and nothing is made, where the doc is in one. */
bool bilingual_split(struct job *job, const struct doc *doc, struct doc *sides[LANG_N]);
/* Would it be split? */
bool bilingual_split_can(struct job *job, const struct doc *doc);

#endif
