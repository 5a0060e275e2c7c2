/* bilingual_judge: does one file hold both languages, and which block is in which?
 *
 * By script alone: Khmer letters against Latin ones (bilingual_text.h). A doc is split only where the
 * evidence is strong: most of its letters have a partner of the same sort of block and of about its length
 * beside them, and the two do not tell of other numbers. A note in one language with terms, quotations or a
 * paragraph of the other stays one. */
#ifndef SASTRA_READ_PAIR_BILINGUAL_JUDGE_H
#define SASTRA_READ_PAIR_BILINGUAL_JUDGE_H

#include "base/job.h"
#include "base/map.h"
#include "model/bilingual_text.h"

/* What a person would see at a glance. */
enum bilingual_form {
    BILINGUAL_NONE,   /* one language, with words or quotations of another */
    BILINGUAL_LABELS, /* parts under headings that name their language */
    BILINGUAL_HALVES,
    BILINGUAL_TURNS /* blocks or sections in turn, tables with a language a column, lines that hold both */
};

enum bilingual_table {
    BILINGUAL_TABLE_ONE,     /* of one language, or of none */
    BILINGUAL_TABLE_COLUMNS, /* a language a column */
    BILINGUAL_TABLE_CELLS,   /* both languages in each cell */
    BILINGUAL_TABLE_BOTH     /* such as a list of words: for both sides as it is */
};

/* A block that holds text and is not parted further, but by its lines; a table. In the order of the text. */
struct bilingual_leaf {
    const struct block *block;
    struct bilingual_text text;
    enum bilingual_table table;
    enum lang label; /* it names a language and says no more */
    enum lang side;  /* where it goes; LANG_NONE: to both */
    bool drop;
    unsigned likeness; /* what sort of block it is, and where */
};

struct bilingual_judge {
    struct job *job;
    VEC(struct bilingual_leaf) leaves;
    struct map at;  /* a block → its leaf's number from 1 */
    bool raised[7]; /* headings of this level stood below one that named a language */
};

/* Its lists live in job->scratch. */
struct bilingual_judge bilingual_judge_new(struct job *job, const struct doc *doc);
/* Sets each leaf's side, and what is dropped. */
enum bilingual_form bilingual_judge(struct bilingual_judge *s);
/* The two columns of a table that hold words, where what stands in the others is short: numbers, times. */
bool bilingual_judge_columns(struct job *job, const struct block *table, size_t found[2]);
/* Adds the letters of a block and of all blocks in it. */
void bilingual_judge_sum(struct arena *scratch, const struct block *top, struct bilingual_text *sum);

#endif
