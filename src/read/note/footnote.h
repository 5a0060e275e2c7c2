/* footnote: a note's footnotes by their labels, and which of them are called.
 *
 * Labels are compared without case; Khmer digits are Latin ones (a mark ១ calls a note 1). Everything lives
 * in job->keep. */
#ifndef SASTRA_READ_NOTE_FOOTNOTE_H
#define SASTRA_READ_NOTE_FOOTNOTE_H

#include "base/job.h"
#include "model/doc.h"

struct dialect;
struct footnote_table;

/* dialect: where the places lead back to, for what is told; NULL: they are as typed. */
struct footnote_table *footnote_table(struct job *job, const struct dialect *dialect);
/* A definition's footnote, its body still to be filled. A label that is there already is told; the footnote
 * can then not be called. Never NULL. */
struct footnote *footnote_define(struct footnote_table *t, struct str label, struct place place);
/* The footnote that a mark calls, or NULL. */
struct footnote *footnote_find(const struct footnote_table *t, struct str label);
/* True the first time that a label is asked for that has no footnote: tell it then. */
bool footnote_lacks(struct footnote_table *t, struct str label);
/* The footnotes that are called from the root or from one another's bodies, in the order of their first
 * marks. Those that are not are told and become paragraphs at the root's end, as typed. */
struct footnote *footnote_finish(struct footnote_table *t, struct block *root);

#endif
