/* titles: words that stand before a name, typed without spaces and signs. */
#ifndef SASTRA_PRIVACY_TITLES_H
#define SASTRA_PRIVACY_TITLES_H

#include "base/str.h"

enum titles_kind {
    TITLES_SURE,  /* a name follows, whoever it is: Mr, លោក */
    TITLES_LOCAL, /* a name follows, where it is a participant's: Lok, បណ្ឌិត */
    TITLES_WORDS, /* a word, too, where what follows is a word: teacher, បង */
    TITLES_KINDS
};

const char *const *titles_of(enum titles_kind kind, size_t *n);

#endif
