/* tally: replies counted: to a prompt, by theme, by group. Pure; what the rows are called is for others to
 * say. */
#ifndef SASTRA_SURVEY_TALLY_H
#define SASTRA_SURVEY_TALLY_H

#include "survey/group.h"
#include "survey/theme.h"

enum { TALLY_MOST = 101 };        /* rows that anyone can read; a reader takes no scale with more points */
enum { TALLY_COLUMNS_MOST = 12 }; /* rows, where they stand as columns of a table by group */

struct tally_row {
    long count;
    size_t at;           /* of the option, the point (from 0), yes (0) and no (1), the theme */
    long more;           /* themes: sheets that key words suggest, besides */
    long placed, places; /* ranking, whose count is of those who put it first: who gave it any place, and the
                          * sum of its places */
};

struct tally {
    const struct form *form;
    const struct prompt *prompt; /* NULL: of themes */
    long of, answered;           /* sheets counted; those that say something countable */
    long suggested;              /* themes: sheets that key words alone speak for */
    long sum;                    /* scale: of all points */
    size_t nrows;
    struct tally_row *rows; /* options, points, yes and no; none for an open prompt. A ranking's by count */
};

/* All that a row counts: what key words suggest, too. */
long tally_row_all(const struct tally_row *row);
struct tally tally_prompt(struct arena *a, const struct said_form *form, size_t prompt);
/* Sheets by theme, the most frequent first. */
struct tally tally_themes(struct arena *a, const struct form *form, const struct themes *themes);
/* The answers to a scale fall apart into a low and a high lot: its mean says nothing. */
bool tally_split(const struct tally *t);
/* By group × what a row is .at: how many of the group. */
long *tally_groups(struct arena *a, const struct said_form *form, const struct tally *t,
                   const struct groups *g);

#endif
