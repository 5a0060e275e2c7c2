/* group: who filled in a form, told apart so that no small group shows.
 *
 * Promises: a group of fewer than the event's least number is put together with others until they are enough,
 * sessions within their day, so that no small group's numbers come out by subtraction either. */
#ifndef SASTRA_SURVEY_GROUP_H
#define SASTRA_SURVEY_GROUP_H

#include "compose/builder.h"

enum group_way {
    GROUP_SESSION,
    GROUP_DAY,
    GROUP_ROLE,
    GROUP_LANGUAGE,
    GROUP_WAYS,
    GROUP_PERSON = GROUP_WAYS, /* session, role and language together: for single sheets */
    GROUP_VOICE                /* role and language: what a quote tells of its writer */
};
enum { GROUP_ALL = -1 /* every sheet, whatever it answers */ };

struct group {
    struct bi name;
    long n;
    bool pooled; /* several small ones */
};

struct groups {
    struct group *at;
    size_t n;   /* fewer than two: there is nothing to tell apart */
    size_t *of; /* by reply: its group; SIZE_MAX: not counted */
};

/* Those who answered a prompt, or GROUP_ALL. In the order of programme and languages; roles by size; pools
 * last. */
struct groups group_of(struct builder *p, const struct form *form, enum group_way way, int prompt);
/* A reply's role where enough others of that role write in that language; else empty. */
struct bi group_role(struct builder *p, const struct form *form, const struct reply *r);
/* A role in both languages where it is known, else as typed, masked. */
struct bi group_role_name(struct builder *p, struct str typed);
int group_least(const struct builder *p);
/* What was put together, told once a form. */
void group_tell(struct builder *p, const struct form *form);
/* The name of a way: by session … */
struct bi group_way_name(enum group_way way);

#endif
