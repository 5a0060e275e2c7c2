/* ordinary_words: which part of a name, standing alone, still means the person.
 *
 * Takes: a part as folded_text.h reads it. Promises: true only where hardly anything else can be meant: no
 * everyday word of either language, nothing of the event's own names and terms. */
#ifndef SASTRA_PRIVACY_ORDINARY_WORDS_H
#define SASTRA_PRIVACY_ORDINARY_WORDS_H

#include "base/job.h"
#include "model/corpus.h"
#include "privacy/folded_text.h"

struct ordinary_words; /* the event's own words */

struct ordinary_words *ordinary_words_new(struct job *job, const struct corpus *corpus);
/* Is it an everyday word, whatever case it is in? */
bool ordinary_words_common(const struct ordinary_words *l, struct folded_text part);
bool ordinary_words_part(const struct ordinary_words *l, struct folded_text part);
/* Do these letters make a word of the Khmer list? */
bool ordinary_words_known(const struct folded_text_letter *at, size_t n);

#endif
