/* word_habits: what people do in a word processor that has no style for it: a bold line for a heading, tabs
 * for a table. */
#ifndef SASTRA_READ_WORD_WORD_HABITS_H
#define SASTRA_READ_WORD_WORD_HABITS_H

#include "base/job.h"
#include "model/doc.h"

/* Of a note's blocks: paragraphs parted by as many tabs that follow one another become a table; where
 * headings is set, a short line that is bold alone, and has text behind it, a heading. No tab is left. */
void word_habits_settle(struct job *job, struct block *container, bool headings);
/* The text with a space for each run of tabs. */
struct str word_habits_less_tabs(struct arena *a, struct str text);

#endif
