/* notes_ahead: notes' text files read before they are asked for, by all threads that are free. Taken in their
 * order they are, and tell, what they are and tell when each is read in its turn. */
#ifndef SASTRA_READ_NOTES_AHEAD_H
#define SASTRA_READ_NOTES_AHEAD_H

#include "read/folder/input.h"

struct notes_ahead;

/* What asks for pictures, which are read once for all notes, is left for its turn. What is read lives in
 * job->keep. */
struct notes_ahead *notes_ahead_read(struct job *job, const struct input_note *files, size_t n);
/* The ith file's doc, NULL where there is nothing to read; tells what reading it told. False: it was left. */
bool notes_ahead_take(struct job *job, const struct notes_ahead *a, size_t i, const struct doc **doc);

#endif
