/* words: the fixed bilingual words of all documents, in one table (words.def). */
#ifndef SASTRA_COMPOSE_WORDS_H
#define SASTRA_COMPOSE_WORDS_H

#include "model/corpus.h"

#define NO_BREAK "\xC2\xA0" /* between a number and its word */

enum word {
#define WORD(name, km, en) WORD_##name,
#include "compose/words.def"
#undef WORD
    WORDS
};

enum { WORD_ARGS = 6 };

struct str words_in(enum word w, enum lang lang);
/* Both languages. */
struct bi words_of(enum word w);
/* A language's name; that something is in it, is in it alone, or wants in it. */
enum word words_lang(enum lang l);
enum word words_in_lang(enum lang l);
enum word words_only_lang(enum lang l);
enum word words_missing_lang(enum lang l);
/* Both languages, {1} … {6} filled with the arguments' side of the same language, or their other side where
 * that is empty; a figure is bound to its word. args: WORD_ARGS of them. */
struct bi words_fill(struct arena *a, enum word w, const struct bi *args);

#endif
