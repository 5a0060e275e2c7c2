/* check: what no file shows by itself: the files of input/ held against each other, once all is read.
 *
 * Takes the corpus as const, changes nothing, tells. Promises: rather silent than wrong – who reads a false
 * alarm reads no other –; a message gives places and kinds, never what an answer or a list of people says. */
#ifndef SASTRA_READ_CHECK_CHECK_H
#define SASTRA_READ_CHECK_CHECK_H

#include "base/job.h"
#include "model/corpus.h"

/* All of them, a row each of the table in check.c. */
void check_corpus(struct job *job, const struct corpus *c);

void check_sessions(struct job *job, const struct corpus *c); /* notes, days, rooms */
void check_titles(struct job *job, const struct corpus *c);   /* in one language alone */
void check_script(struct job *job, const struct corpus *c);   /* text in another language than its note's */
void check_links(struct job *job, const struct corpus *c);    /* that lead nowhere */
void check_labels(struct job *job, const struct corpus *c);   /* given twice, or asked for and not given */
void check_glossary(struct job *job, const struct corpus *c); /* terms translated otherwise */
void check_figures(struct job *job, const struct corpus *c);  /* that differ between the sides of a pair */
void check_people(struct job *job, const struct corpus *c);   /* a name spelt two ways */
void check_names(struct job *job, const struct corpus *c);    /* that differ between the sides of a pair */
void check_consent(struct job *job, const struct corpus *c);  /* named without having agreed */
void check_organizations(struct job *job, const struct corpus *c); /* that the list lacks */

#endif
