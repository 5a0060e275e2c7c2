/* event_words: words that the breaker learns from an event's own texts.
 *
 * Titles, names, the programme and the forms are believed; of notes only what stands between two ZWSP or in
 * quotation marks, and what recurs in another note. The list decides what is a word (words_learn). The names
 * of rooms are kept whole, as those of names.txt are. */
#ifndef SASTRA_APP_EVENT_WORDS_H
#define SASTRA_APP_EVENT_WORDS_H

#include "base/job.h"
#include "khmer/breaks.h"
#include "model/corpus.h"

/* Before any document is begun: words are shared after. */
void event_words_learn(struct job *job, const struct corpus *corpus, struct words *words);

#endif
