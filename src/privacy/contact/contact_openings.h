/* contact_openings: how words may begin that are looked for at every place of a text, of which most begin
 * none. Pure. */
#ifndef SASTRA_PRIVACY_CONTACT_OPENINGS_H
#define SASTRA_PRIVACY_CONTACT_OPENINGS_H

#include "base/str.h"

struct contact_openings {
    bool
        by[256]; /* a capital as its small letter; the third byte of three, for Khmer's first two are alike */
};

void contact_openings_add(struct contact_openings *o, const char *word);
/* May one of the words begin at this place, which is within the text? */
bool contact_openings_has(const struct contact_openings *o, struct str text, size_t at);

#endif
