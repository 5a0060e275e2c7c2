/* scale_cell: a cell that says a point of a scale, or yes or no. What cannot be counted is told at the cell.
 */
#ifndef SASTRA_READ_FORM_SCALE_CELL_H
#define SASTRA_READ_FORM_SCALE_CELL_H

#include "read/form/answer_cell.h"

/* One number on the scale, or the words of an end. */
void scale_cell_read(const struct answer_cell *c, struct answer *x);
/* "A4", a point as a service numbers its answers; 0: none. */
long scale_cell_code(const struct answer_key *k, struct str text);
/* "Yes (always)" is one, "Yes/No" is none. */
void scale_cell_yesno(const struct answer_cell *c, struct answer *x);

#endif
