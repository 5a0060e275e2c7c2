/* province: Cambodia's provinces and its capital, by their names in either language. Pure. */
#ifndef SASTRA_KHMER_PROVINCE_H
#define SASTRA_KHMER_PROVINCE_H

#include "base/lang.h"
#include "base/str.h"

struct province {
    const char *name[LANG_N];
};

/* Capitals, and words such as ខេត្ត, Province, passed over; NULL: none has this name. */
const struct province *province_find(struct str typed);
/* The one whose name differs in a letter or two; NULL: none does. */
const struct province *province_near(struct str typed);

#endif
