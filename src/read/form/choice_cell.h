/* choice_cell: a cell's options: one, several, or an order of them. What cannot be counted is told at the
 * cell. */
#ifndef SASTRA_READ_FORM_CHOICE_CELL_H
#define SASTRA_READ_FORM_CHOICE_CELL_H

#include "read/form/answer_cell.h"

/* Several options are told, and none of them counts. */
void choice_cell_one(const struct answer_cell *c, struct answer *x);
/* Parted by ; , | line ends or, where all of them are options, by blanks. */
void choice_cell_several(const struct answer_cell *c, struct answer *x);
/* The first place first, parted by > ; or line ends. */
void choice_cell_ranking(const struct answer_cell *c, struct answer *x);
/* Tells that the prompt has no such option. */
void choice_cell_tell(const struct answer_cell *c, struct str typed);

#endif
