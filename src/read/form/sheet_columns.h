/* sheet_columns: all columns of a table of answers: what each holds, and what is told of them as columns. */
#ifndef SASTRA_READ_FORM_SHEET_COLUMNS_H
#define SASTRA_READ_FORM_SHEET_COLUMNS_H

#include "read/form/head_rows.h"

struct sheet_columns {
    struct job *job;
    const struct column_use_form *form;
    const struct csv_rows *rows;
    size_t first; /* the first row of the head */
    struct head_rows heads;
    struct column_use *uses; /* one a head */
    bool *coded;             /* one a head: numbers or codes stand for options by their order */
    bool fields[USE_FIELDS]; /* some column holds it */
    bool *options;           /* one a prompt: some column is one of its options */
    bool online;             /* a form service made the table */
};

/* Reads the head that begins in a row; false where it names no prompt. Tells nothing. */
bool sheet_columns_read(struct job *job, const struct column_use_form *form, const struct csv_rows *rows,
                        size_t first, struct sheet_columns *c);
/* Tells what is not read, asked twice, or coded. damaged: prompts of the form may be missing. */
void sheet_columns_tell(const struct sheet_columns *c, bool damaged);
/* A column's prompt by its id, or its head: for a message. In scratch. */
struct str sheet_columns_name(const struct sheet_columns *c, size_t column);

#endif
