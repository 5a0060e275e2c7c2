/* form_words: what blank forms ask of everybody, by name (form_words.def). */
#ifndef SASTRA_MODEL_FORM_WORDS_H
#define SASTRA_MODEL_FORM_WORDS_H

#include "base/lang.h"
#include "base/str.h"

enum form_word {
#define WORD(name, km, en) FORM_WORD_##name,
#include "model/form_words.def"
#undef WORD
    FORM_WORDS
};

struct str form_words_in(enum form_word w, enum lang lang);

#endif
