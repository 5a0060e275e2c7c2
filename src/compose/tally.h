/* tally: replies to one prompt, counted. */
#ifndef SASTRA_COMPOSE_TALLY_H
#define SASTRA_COMPOSE_TALLY_H

#include "compose/pen.h"

enum { TALLY_MOST = 101 }; /* rows that anyone can read; a reader takes no scale with more points */

struct tally {
    long of, answered; /* sheets counted; those that say something countable */
    long sum;          /* scale: of all points */
    size_t nrows;
    struct tally_row {
        struct bi name;
        long count;
    } * rows; /* options, points, no and yes; none for an open prompt */
};

struct tally tally_prompt(struct pen *p, const struct form *form, size_t prompt);
/* Sheets by theme. */
struct tally tally_themes(struct pen *p, const struct form *form);
/* The bars; NULL where nothing was counted. title: for the alternative text. */
struct node *tally_chart(struct pen *p, struct node *parent, const struct tally *t, struct bi title);
/* Answer, count, per cent. */
void tally_table(struct pen *p, struct node *parent, const struct tally *t);
/* 12 of 80 answered; with the mean of a scale. */
struct bi tally_said(struct pen *p, const struct tally *t, const struct prompt *prompt);
/* How many sheets of a form were read, counted, blank, left out. */
struct bi tally_totals(struct pen *p, const struct form *form);

#endif
