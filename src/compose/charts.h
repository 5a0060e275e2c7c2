/* charts: what was counted, as bars and words. What its rows and groups are called is said here. */
#ifndef SASTRA_COMPOSE_CHARTS_H
#define SASTRA_COMPOSE_CHARTS_H

#include "compose/builder.h"

/* Each row's name and number. */
struct bi charts_list(struct builder *p, const struct tally *t, const char *between);
/* What a row counts: an option, a point, yes or no, a theme. */
struct bi charts_row(struct builder *p, const struct tally *t, const struct tally_row *row);
/* What part of all a row is, in per cent. */
struct bi charts_share(struct builder *p, const struct tally *t, const struct tally_row *row);
/* 16 + 1*: how many it counts, and how many more key words suggest. */
struct bi charts_count(struct builder *p, const struct tally_row *row);
/* The rows that most chose, at most so many, in the form's order. */
struct tally charts_most(struct builder *p, const struct tally *t, size_t most);
/* The bars; NULL where nothing was counted. title: for the alternative text. */
struct node *charts_bars(struct builder *p, struct node *parent, const struct tally *t, struct bi title);
/* The same as one bar of which each row is a part: where no sheet counts in two rows. */
struct node *charts_stacked(struct builder *p, struct node *parent, const struct tally *t, struct bi title);
/* The same for a prompt: a scale as one bar from its lowest point to its highest. */
struct node *charts_prompt(struct builder *p, struct node *parent, const struct survey_form *form,
                           size_t prompt);
/* 12 of 80 answered. */
struct bi charts_answered(struct builder *p, const struct tally *t);
/* The same with the mean of a scale, unless it would lie. */
struct bi charts_said(struct builder *p, const struct tally *t);
/* How many sheets of a form came in, and how many of them are counted, in one sentence. */
struct bi charts_received(struct builder *p, const struct survey_form *form);
/* What is not counted: why sheets are left out, how many rows are blank, how many answers were lost; empty
 * where nothing is. */
struct bi charts_uncounted(struct builder *p, const struct survey_form *form);
/* Both. */
struct bi charts_sheets(struct builder *p, const struct survey_form *form);
/* From how many sessions the sheets are; from how many days, where small sessions are put together; 0: nobody
 * may tell. */
long charts_parts(const struct survey_form *form, enum word *what);
/* How the charts of all forms are read. */
struct bi charts_how(struct builder *p);
/* By language: Khmer 36, English 16, as far as no small group shows. */
struct bi charts_written(struct builder *p, const struct survey_form *form);
/* For a hall: each bar's number whole; what of it key words suggest is told by its shade, and what that
 * means once, in words; empty where nothing was suggested. */
void charts_plain(struct builder *p, struct node *chart, const struct tally *t);
struct bi charts_paler(const struct tally *t);
/* What the star behind a theme's number says; empty where no row that is shown has one. */
struct bi charts_star(const struct tally *t);
/* The name of a way: By session …; in a sentence: by session … */
struct bi charts_way(enum group_way way);
struct bi charts_in_way(enum group_way way);
/* The name of a group that a form's sheets are told apart by: a session, a role … */
struct bi charts_group(struct builder *p, enum group_way way, const struct group *g);

#endif
