/* tally: replies to one prompt, counted. */
#ifndef SASTRA_SURVEY_TALLY_H
#define SASTRA_SURVEY_TALLY_H

#include "compose/builder.h"
#include "survey/theme.h"

enum { TALLY_MOST = 101 }; /* rows that anyone can read; a reader takes no scale with more points */

struct tally {
    long of, answered; /* sheets counted; those that say something countable */
    long suggested;    /* themes: sheets that key words alone speak for */
    long sum;          /* scale: of all points */
    long most;         /* the longest bar's value; 0: of these rows */
    size_t nrows;
    struct tally_row {
        struct bi name;
        long count;
        size_t theme; /* its index in the form */
        long more;    /* themes: sheets that key words suggest, besides */
    } * rows;         /* options, points, no and yes; none for an open prompt */
};

struct tally tally_prompt(struct builder *p, const struct form *form, size_t prompt);
/* Sheets by theme, the most frequent first. */
struct tally tally_themes(struct builder *p, const struct form *form);
struct tally tally_of_themes(struct builder *p, const struct form *form, const struct themes *said);
/* Each row's name and number. */
struct bi tally_list(struct builder *p, const struct tally *t, const char *between);
/* The bars; NULL where nothing was counted. title: for the alternative text. */
struct node *tally_chart(struct builder *p, struct node *parent, const struct tally *t, struct bi title);
/* The same for a prompt: a scale as one bar that leans to one side or the other, all scales of a form to one
 * measure. */
struct node *tally_lean(struct builder *p, struct node *parent, const struct tally *t,
                        const struct form *form, size_t prompt);
/* The answers to a scale fall apart into a low and a high lot: its mean says nothing. */
bool tally_split(const struct tally *t);
/* Answer, count, per cent. */
void tally_table(struct builder *p, struct node *parent, const struct tally *t);
/* 12 of 80 answered; with the mean of a scale, unless it would lie. */
struct bi tally_said(struct builder *p, const struct tally *t, const struct prompt *prompt);
/* How many sheets of a form were read, counted, blank, left out and why; in which languages. */
struct bi tally_totals(struct builder *p, const struct form *form);
/* Written in Khmer 36 · English 16, as far as no small group shows. */
struct bi tally_written(struct builder *p, const struct form *form);
/* What the star behind a theme's number says; empty where nothing was suggested. */
struct bi tally_star(const struct tally *t);
/* The answers of each group, where there are at least two, a table for each way to part them. */
void tally_groups(struct builder *p, struct node *parent, const struct form *form, size_t prompt);

#endif
