/* prompt: what every room knows of a prompt's type. What only one of them does with it is a row of that
 * room's own table: read/form/answers.c reads a cell, survey/tally.c counts, compose/prompts.c shows. */
#ifndef SASTRA_MODEL_PROMPT_H
#define SASTRA_MODEL_PROMPT_H

#include "model/corpus.h"

/* What was answered to a closed prompt: numbers and bits, no words. privacy/ lets it pass as it is. */
struct prompt_answer {
    int scale;                   /* 1 … points */
    int yes;                     /* 1 yes, 0 no */
    uint64_t chosen;             /* bit i: option i */
    const unsigned char *ranked; /* options, each once, the first place first */
    size_t nranked;
};

/* As it stands behind "type:". */
const char *prompt_type_name(enum prompt_type type);
/* Answered in words of one's own; what is not, is counted. */
bool prompt_is_open(const struct prompt *q);
/* Answered by its options. */
bool prompt_has_options(const struct prompt *q);
/* Answered by points from low to high: a mean may say something, and bars lean to one side. */
bool prompt_has_points(const struct prompt *q);

#endif
