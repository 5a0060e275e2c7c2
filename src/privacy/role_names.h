/* role_names: what a writer's role is called. Roles that are known, and terms of the glossary, are one in
 * both languages whichever way they are typed; others stand as typed, masked. */
#ifndef SASTRA_PRIVACY_ROLE_NAMES_H
#define SASTRA_PRIVACY_ROLE_NAMES_H

#include "privacy/mask.h"

struct role_name {
    struct bi name; /* empty where nothing is typed */
    unsigned kinds; /* mask_kind: of what was typed */
};

struct role_names;

/* In job->keep. known: each in both languages. */
struct role_names *role_names_new(struct job *job, struct mask *mask, const struct corpus *corpus,
                                  const struct bi *known, size_t n);
struct role_name role_names_of(struct role_names *r, struct str typed);

#endif
