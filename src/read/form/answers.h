/* answers: what was typed for one prompt, to something that can be counted.
 *
 * Words compare folded: letters and digits alone, Khmer in normal order, any capitals. */
#ifndef SASTRA_READ_FORM_ANSWERS_H
#define SASTRA_READ_FORM_ANSWERS_H

#include "base/job.h"
#include "model/replies.h"
#include "read/format/csv.h"

struct answers_key { /* a prompt with its words folded, once for a whole table */
    const struct prompt *prompt;
    struct str id, text[LANG_N], low[LANG_N], high[LANG_N];
    struct answers_option {
        struct str id, text[LANG_N];
    } * options;
};

struct str answers_fold(struct arena *a, struct str text);
/* In a. */
struct answers_key answers_key(struct arena *a, const struct prompt *prompt);
/* Reads a cell; what cannot be counted is told at the cell and not given. */
struct answer answers_read(struct job *job, const struct answers_key *key, struct csv_cell cell);
/* Bits of a form's themes that a cell lists, by id or name. */
uint64_t answers_themes(struct job *job, const struct form *form, struct csv_cell cell);
/* Nothing: blank, or a dash. */
bool answers_empty(struct str text);

#endif
