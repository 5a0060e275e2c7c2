#include "model/form_words.h"

static const struct str table[FORM_WORDS][LANG_N] = {
#define WORD(name, km, en) [FORM_WORD_##name] = {[LANG_KM] = STR_INIT(km), [LANG_EN] = STR_INIT(en)},
#include "model/form_words.def"
#undef WORD
};

struct str form_words_in(enum form_word w, enum lang lang)
{
    return table[w][lang];
}
