/* lone: which part of a name, standing alone, still means the person.
 *
 * Takes: a part as scan.h reads it. Promises: true only where hardly anything else can be meant: no everyday
 * word of either language, nothing of the event's own names and terms. */
#ifndef SASTRA_PRIVACY_ORDINARY_WORDS_H
#define SASTRA_PRIVACY_ORDINARY_WORDS_H

#include "compose/builder.h"
#include "privacy/folded_text.h"

struct lone; /* the event's own words */

struct lone *lone_new(struct pen *p);
/* Is it an everyday word, whatever case it is in? */
bool lone_common(const struct lone *l, struct scan part);
bool lone_part(const struct lone *l, struct scan part);
/* Do these letters make a word of the Khmer list? */
bool lone_known(const struct scan_letter *at, size_t n);

#endif
