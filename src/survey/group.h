/* group: who filled in a form, told apart so that no small group shows. Pure.
 *
 * Promises: a group of fewer than the event's least number is put together with others until they are enough,
 * sessions within their day, so that no small group's numbers come out by subtraction either. There is one
 * grouping of a form's sheets: sessions nest in days, and those who answered a prompt in it. */
#ifndef SASTRA_SURVEY_GROUP_H
#define SASTRA_SURVEY_GROUP_H

#include "model/said.h"

enum group_way {
    GROUP_SESSION,
    GROUP_DAY,
    GROUP_ROLE,
    GROUP_LANGUAGE,
    GROUP_WAYS,
    GROUP_VOICE = GROUP_WAYS /* role and language: what a quote tells of its writer */
};

#define GROUP_UNTOLD SIZE_MAX

struct group {
    size_t at;      /* of the programme's session, day, language, as the way tells; GROUP_UNTOLD */
    struct bi role; /* of those told apart by it */
    long n;
    bool pooled; /* several small ones, of one day or of all */
    int day;     /* pooled: the day; 0: all */
};

struct groups {
    struct group *at;
    size_t n;   /* fewer than two: there is nothing to tell apart */
    size_t *of; /* by reply: its group; SIZE_MAX: not counted */
};

/* The number that a group needs to show. */
int group_least(const struct corpus *c);
/* All sheets. In the order of programme and languages; roles by size; pools last. Sessions nest in days. */
struct groups group_of(struct arena *a, const struct corpus *c, const struct said_form *form,
                       enum group_way way);
/* Those who answered a prompt: the groups of all sheets, or several of them together, never others. */
struct groups group_answered(struct arena *a, const struct corpus *c, const struct said_form *form,
                             enum group_way way, const struct groups *all, size_t prompt);
/* Are some of them put together? */
bool group_pooled(const struct groups *g);

#endif
