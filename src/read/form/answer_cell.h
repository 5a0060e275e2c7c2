/* answer_cell: a cell that answers a prompt, and what is known of its whole column. */
#ifndef SASTRA_READ_FORM_ANSWER_CELL_H
#define SASTRA_READ_FORM_ANSWER_CELL_H

#include "base/job.h"
#include "model/replies.h"
#include "read/form/answer_key.h"
#include "read/format/csv.h"

struct answer_cell {
    struct job *job;
    const struct answer_key *key;
    struct csv_cell cell;
    bool coded;       /* the column holds numbers or codes that stand for options by their order */
    bool free_words;  /* words that are no option may be Other's: people typed them, nobody copied a sheet */
    bool *taken_free; /* set where such words were taken for Other's; may be NULL */
};

#endif
