/* breaks: where a line of Khmer, English or both may end.
 *
 * Takes: UTF-8 text. Promises: no break inside an orthographic syllable, ever; none before ។ ៕ ៖ ៗ ៘ ៚ % ៛ )
 * » ” and the like, none after « “ ( [; ZWSP, WJ and NBSP honoured; names that were added are never cut.
 * Pure: no I/O but the word list linked into the program. */
#ifndef SASTRA_KHMER_BREAKS_H
#define SASTRA_KHMER_BREAKS_H

#include "base/str.h"

/* How good a break is that falls just before a byte; the larger the better. */
enum brk {
    BRK_NONE,     /* never */
    BRK_SYLLABLE, /* between syllables of one word: only rather than overflow */
    BRK_HYPHEN,   /* inside an English word: a hyphen is added (set by text/, never by breaks_find) */
    BRK_JOINT,    /* a compound's joint, after a prefix, after a slash in an address */
    BRK_WORD,     /* between two words */
    BRK_MARK,     /* where the writer typed ZWSP or a hyphen, at punctuation, where the script changes */
    BRK_SPACE,    /* after a space */
    BRK_FORCED    /* after a line separator */
};

struct words; /* the counted word list with a run's names; read-only after the names are in: share it freely
               */

/* In the arena; no I/O. */
struct words *words_new(struct arena *a);
/* A name or term that no line may cut (names.txt, glossary, organizations). */
void words_add_name(struct words *w, struct str name);

/* brk[i], for 0 <= i <= text.n: the break just before byte i. brk[0] is BRK_NONE, brk[text.n] BRK_FORCED.
 * scratch is used and given back. */
void breaks_find(const struct words *w, struct arena *scratch, struct str text, unsigned char *brk);

/* A break that a line may end at in plain good setting: what `dump breaks` prints. The lesser ones are for a
 * line that has nothing better. */
bool breaks_usable(unsigned char brk);

#endif
