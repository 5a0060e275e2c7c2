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
    return (struct bi){.t = {table[w][LANG_KM], table[w][LANG_EN]}};
}

static struct str arg_in(struct bi arg, int lang)
{
    return arg.t[lang].n ? arg.t[lang] : arg.t[LANG_N - 1 - lang];
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
        buf_add(&out, arg_in(args[k], lang));
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
