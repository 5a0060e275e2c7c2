#include "compose/words.h"

#include "base/buf.h"

static const struct str table[WORDS][LANG_N] = {
#define WORD(name, km, en) [WORD_##name] = {[LANG_KM] = STR_INIT(km), [LANG_EN] = STR_INIT(en)},
#include "compose/words.def"
#undef WORD
};

struct str words_in(enum word w, enum lang lang)
{
    return table[w][lang];
}

struct bi words_of(enum word w)
{
    struct bi said = {0};
    memcpy(said.t, table[w], sizeof said.t);
    return said;
}

static struct str fill(struct arena *a, struct str pattern, const struct bi *args, int lang)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < pattern.n; i++) {
        bool hole = pattern.s[i] == '{' && i + 2 < pattern.n && pattern.s[i + 2] == '}';
        int k = hole ? pattern.s[i + 1] - '1' : -1;
        if (k < 0 || k >= WORD_ARGS) {
            buf_byte(&out, pattern.s[i]);
            continue;
        }
        buf_add(&out, bi_get(args[k], (enum lang)lang, NULL));
        i += 2;
    }
    return buf_str(&out);
}

struct bi words_fill(struct arena *a, enum word w, const struct bi *args)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N; l++) said.t[l] = fill(a, table[w][l], args, l);
    return said;
}

static const struct {
    enum word name, in, only, missing;
} OF_LANG[LANG_N] = {
    [LANG_KM] = {WORD_KHMER, WORD_IN_KHMER, WORD_ONLY_KHMER, WORD_MISSING_KM},
    [LANG_EN] = {WORD_ENGLISH, WORD_IN_ENGLISH, WORD_ONLY_ENGLISH, WORD_MISSING_EN},
};

enum word words_lang(enum lang l)
{
    return OF_LANG[l].name;
}

enum word words_in_lang(enum lang l)
{
    return OF_LANG[l].in;
}

enum word words_only_lang(enum lang l)
{
    return OF_LANG[l].only;
}

enum word words_missing_lang(enum lang l)
{
    return OF_LANG[l].missing;
}
