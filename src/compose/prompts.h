/* prompts: how each type of prompt looks: what there is to fill in on a blank sheet, what its answers are
 * called in bars, tables and words, and what of one stands in the attached table. */
#ifndef SASTRA_COMPOSE_PROMPTS_H
#define SASTRA_COMPOSE_PROMPTS_H

#include "compose/builder.h"

struct prompts_column {     /* of a table of counts; figures alone */
    enum word head, of_all; /* of_all: where it is a row, about all sheets */
    struct str (*text)(struct arena *a, const struct tally *t, const struct tally_row *row, enum lang lang);
};

struct prompts_type {
    /* What is filled in. */
    void (*blank)(struct builder *p, struct node *keep, const struct prompt *q);
    /* What row .at counts: an option, a point … */
    struct bi (*row)(struct builder *p, const struct prompt *q, size_t at);
    /* What may stand for it where its name is told elsewhere, and whether there it has one; NULL: a letter.
     */
    struct bi (*mark)(struct builder *p, const struct prompt *q, size_t at);
    bool (*marked)(const struct prompt *q, size_t at);
    /* Its name with all else that its bar says beside the length; NULL: the name alone. */
    struct bi (*label)(struct builder *p, const struct tally_row *row, struct bi name);
    /* "12 of 80 answered" with what else can be said of all; NULL: nothing. */
    struct bi (*said)(struct builder *p, const struct tally *t, struct bi answered);
    /* An answer that was given, for spreadsheets. */
    struct str (*cell)(struct arena *a, const struct prompt *q, const struct said_answer *answer);
    /* How many lines the label of a bar takes, about; points stand in one bar together. */
    size_t lines;
    const struct prompts_column *columns; /* NULL: count and per cent */
    size_t ncolumns;
};

const struct prompts_type *prompts_type(const struct prompt *q);
/* The columns of a table of counts; of themes, where t has no prompt. */
const struct prompts_column *prompts_columns(const struct tally *t, size_t *n);
/* The mean of a scale; empty where it would lie, or nobody answered. */
struct bi prompts_mean(struct builder *p, const struct tally *t);
/* A row's part of all who answered, to the nearest. */
long prompts_per_cent(const struct tally *t, const struct tally_row *row);
/* Its text in both languages, or its id. */
struct bi prompts_name(struct bi name, struct str id);
/* What a blank sheet asks, and how to answer, where that is not told yet. */
struct bi prompts_asked(struct builder *p, const struct prompt *q, struct bi asked);
/* Two boxes to tick, in both languages. */
void prompts_two_boxes(struct builder *p, struct node *parent, struct bi a, struct bi b);

#endif
