/* answers: what was typed for one prompt, to something that can be counted. */
#ifndef SASTRA_READ_FORM_ANSWERS_H
#define SASTRA_READ_FORM_ANSWERS_H

#include "read/form/answer_cell.h"

/* Reads a cell; what cannot be counted is told at the cell and not given. */
struct answer answers_read(const struct answer_cell *c);
/* Says in words or signs that nothing was answered: "N/A", a dash, "គ្មាន", where that is no option's own
 * word. */
bool answers_none(const struct answer_cell *c);
/* Bits of a form's themes that a cell lists, by id or name. */
uint64_t answers_themes(struct job *job, const struct form *form, struct csv_cell cell);

#endif
