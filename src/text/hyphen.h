/* hyphen: where an English word may be divided. The only file that sees libhyphen.
 *
 * Promises: at least 2 letters before a hyphen and 3 after; words of 5 letters or more, lower-case ASCII
 * alone. Without the dictionary (HYPHEN_DICTIONARY, or HYPHEN_DICTIONARY_ELSE) no word is divided. */
#ifndef SASTRA_TEXT_HYPHEN_H
#define SASTRA_TEXT_HYPHEN_H

#include "base/job.h"

#ifndef HYPHEN_DICTIONARY
#define HYPHEN_DICTIONARY "/usr/share/hyphen/hyph_en_GB.dic"
#endif
#ifndef HYPHEN_DICTIONARY_ELSE
#define HYPHEN_DICTIONARY_ELSE "/usr/share/hyphen/hyph_en_US.dic"
#endif

struct hyphen;

/* Reads the dictionary's file into job->keep; a fault of the machine is told. May be shared by threads. */
struct hyphen *hyphen_open(struct job *job);
void hyphen_close(struct hyphen *h);
/* may[i] is set to true where a hyphen may stand just before byte i; others are left. Text is one or more
 * words. */
void hyphen_find(struct hyphen *h, struct str text, bool *may);

#endif
