/* cell_value: what a cell, or a scalar of YAML, holds; what cannot be read is told at its place. */
#ifndef SASTRA_READ_FORMAT_CELL_VALUE_H
#define SASTRA_READ_FORMAT_CELL_VALUE_H

#include "model/corpus.h"
#include "read/format/csv.h"

enum { CELL_VALUE_WORDS = 16 };

/* False where it cannot be read. */
bool cell_value_yesno(struct job *job, struct csv_cell cell);
/* Whether a text can be read as a day; a spreadsheet's number of one is none here. */
bool cell_value_is_date(struct str text);
/* Year 0 where it is empty or cannot be read; a day and month that may be each other are told. In a table a
 * spreadsheet's number of a day is one. */
struct date cell_value_date(struct job *job, struct csv_cell cell);
/* Minutes after midnight; -1 where it is empty or cannot be read. */
int cell_value_clock(struct job *job, struct csv_cell cell);
/* The index of one of n words (at most CELL_VALUE_WORDS); 0 where it is empty, told and 0 where it is none of
 * them. */
int cell_value_word(struct job *job, struct csv_cell cell, const char *const *words, size_t n);

#endif
