/* breaks: where a line of Khmer, English or both may end.
 *
 * Takes: UTF-8 text. Promises: no break inside an orthographic syllable, ever; none before ។ ៕ ៖ ៗ ៘ ៚ % ៛ )
 * » ” and the like, none after « “ ( [; ZWSP, WJ and NBSP honoured; names that were added are never cut.
 * Pure: no I/O but the word list linked into the program. */
#ifndef SASTRA_KHMER_BREAKS_H
#define SASTRA_KHMER_BREAKS_H

#include "base/memo.h"
#include "khmer/brk.h"

struct words; /* the counted word list with a run's names; read-only after the names are in: share it freely
               */

/* In the arena; no I/O. */
struct words *words_new(struct arena *a);
/* A name or term that no line may cut (names.txt, glossary, organizations). */
void words_add_name(struct words *w, struct str name);

/* What breaks depend on: where two are equal, so are the breaks. */
struct memo_key words_state(const struct words *w);

/* Learns a word: two to five syllables of Khmer letters that the list and what was added before do not part
 * into words. It is kept together where it stands, and its neighbours apart, but it is no name. False: not
 * learnt. */
bool words_learn(struct words *w, struct arena *scratch, struct str word);
/* Tells each stretch of a text that could be learnt. scratch is given back after: who is told keeps nothing
 * there. */
void breaks_unknown(const struct words *w, struct arena *scratch, struct str text,
                    void (*tell)(void *to, struct str stretch), void *to);

/* brk[i], for 0 <= i <= text.n: the break just before byte i. brk[0] is BRK_NONE, brk[text.n] BRK_FORCED.
 * scratch is used and given back. */
void breaks_find(const struct words *w, struct arena *scratch, struct str text, unsigned char *brk);

/* The same, lowered inside dates in words (14 March 2023; ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០២៣), between a number and its
 * unit (១១ នាក់, 30 minutes), a word and its number (ទំព័រ ១២, Day 1): there a line ends only rather than
 * overflow. */
void breaks_keep_dates(struct str text, unsigned char *brk);

/* A break that a line may end at in plain good setting: what `dump breaks` prints. The lesser ones are for a
 * line that has nothing better. */
bool breaks_usable(unsigned char brk);

#endif
