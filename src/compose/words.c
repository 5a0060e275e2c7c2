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

/* -- a number stays with its word ------------------------------------------------------------------------ */

enum { SHORT = 3 /* bytes of a word that is no number's own and still stays: of, to */ };

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x17E0 && c <= 0x17E9);
}

static bool is_figure(struct str s)
{
    bool any = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (!is_digit(c) && c != '.' && c != ',') return false;
        any = any || is_digit(c);
    }
    return any;
}

/* Letters of a word in a pattern; a bracket, a dot between facts and a hole are none. */
static bool in_word(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.s[i], before = i ? (unsigned char)s.s[i - 1] : 0;
    bool dot = c == 0xC2 || (c == 0xB7 && before == 0xC2), letter = ((c | 32) >= 'a' && (c | 32) <= 'z');
    return (letter || c >= 0x80) && !dot;
}

static size_t word_before(struct str s, size_t hole)
{
    size_t from = hole ? hole - 1 : 0;
    if (!hole || s.s[from] != ' ') return 0;
    while (from && in_word(s, from - 1)) from--;
    return hole - 1 - from;
}

static size_t word_after(struct str s, size_t behind)
{
    size_t to = behind + 1;
    if (to > s.n || s.s[behind] != ' ') return 0;
    while (to < s.n && in_word(s, to)) to++;
    return to - behind - 1;
}

/* ដែល, មាន: a phrase of its own, whose head a line may begin with. */
static bool begins_phrase(struct str s)
{
    static const char *const words[] = {"ដែល", "មាន", "ក្នុង"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(s, words[i])) return true;
    return false;
}

/* The word behind a number is its own, unless another number follows and this one has a word before it. */
static bool binds_after(struct str s, size_t hole)
{
    size_t n = word_after(s, hole + 3), end = hole + 4 + n;
    if (!n || begins_phrase(str_sub(s, hole + 4, s.n))) return false;
    bool another = end + 1 < s.n && s.s[end] == ' ' && s.s[end + 1] == '{';
    return n <= SHORT || !another || !word_before(s, hole);
}

/* In Khmer the word before always is. */
static bool binds_before(struct str s, size_t hole)
{
    size_t n = word_before(s, hole);
    return n && ((unsigned char)s.s[hole - 2] >= 0x80 || !binds_after(s, hole));
}

static void put_bound(struct buf *out, struct str pattern, size_t *hole, struct str figure)
{
    if (binds_before(pattern, *hole) && out->n && out->s[out->n - 1] == ' ') {
        out->n--;
        buf_put(out, NO_BREAK);
    }
    buf_add(out, figure);
    if (!binds_after(pattern, *hole)) return;
    buf_put(out, NO_BREAK);
    ++*hole;
}

/* -- holes ----------------------------------------------------------------------------------------------- */

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
        struct str said = bi_get(args[k], (enum lang)lang, NULL);
        if (is_figure(said))
            put_bound(&out, pattern, &i, said);
        else
            buf_add(&out, said);
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
