/* ordinary_words: which part of a name, standing alone, still means the person.
 *
 * Takes: a part as folded_text.h reads it. Promises: nobody else only where hardly anything else can be
 * meant: no everyday word of either language, nothing of the event's own names and terms. */
#ifndef SASTRA_PRIVACY_ORDINARY_WORDS_H
#define SASTRA_PRIVACY_ORDINARY_WORDS_H

#include "base/job.h"
#include "model/corpus.h"
#include "privacy/name/folded_text.h"

struct ordinary_words; /* the event's own words */

struct ordinary_words *ordinary_words_new(struct job *job, const struct corpus *corpus);
/* Is it an everyday word, whatever case it is in? */
bool ordinary_words_common(const struct ordinary_words *l, struct folded_text part);
/* What a part means where it stands alone. */
enum ordinary_words_part {
    ORDINARY_WORDS_ELSE,       /* something else, as a rule */
    ORDINARY_WORDS_MEANT,      /* the person, where a person is spoken of */
    ORDINARY_WORDS_SHORT,      /* the person; but its letters are in many words */
    ORDINARY_WORDS_NOBODY_ELSE /* the person */
};
enum ordinary_words_part ordinary_words_part(const struct ordinary_words *l, struct folded_text part);
/* Do these letters make a word of the Khmer list? */
bool ordinary_words_known(const struct folded_text_letter *at, size_t n);
/* Or one that hardly anyone writes but as a name? Also true of what is on no list. */
bool ordinary_words_rare(const struct folded_text_letter *at, size_t n);
/* A family name that is such a one. */
bool ordinary_words_rare_surname(const struct folded_text_letter *at, size_t n);
/* A family name, be it an everyday word, too? */
bool ordinary_words_surname(const struct folded_text_letter *at, size_t n);
/* Letters of the longest word of the Khmer list that begins here, or of its everyday ones; else 0. */
size_t ordinary_words_begin(const struct folded_text_letter *at, size_t n, bool everyday);

#endif
