/* todo: the translators' work list: what has no translation, or one that is out of date, by file and line.
 *
 * Takes a corpus whose pairs have their states (accept_check). Holds what the documents print anyway: notes,
 * the tables' and forms' own words; nothing that was answered, nobody of participants.csv. Filled in and put
 * into input/ it is read by read/work_list.c. */
#ifndef SASTRA_APP_TODO_H
#define SASTRA_APP_TODO_H

#include "base/job.h"
#include "model/corpus.h"

struct todo;

/* Sorted by file and place; what stands in several places alike is in it once. In job->keep. */
struct todo *todo_new(struct job *job, struct corpus *corpus);
size_t todo_count(const struct todo *t);
/* Files that speakers handed in and that want translating: in todo_text alone, no cell of a table takes one.
 */
size_t todo_documents(const struct todo *t);
/* A CSV table (RFC 4180) with a byte-order mark: file, line, status, what, a column a language, terms,
 * present, key. The empty one of the languages is to be filled in. */
struct str todo_csv(struct job *job, const struct todo *t);
/* The same for eyes, and the files. */
struct str todo_text(struct job *job, const struct todo *t);
/* The table to a file. False, told, where it cannot be written, or one is there that somebody has filled in.
 */
bool todo_write(struct job *job, const struct todo *t, const char *file);

#endif
