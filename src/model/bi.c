#include "model/bi.h"

#include "khmer/number.h"

bool bi_empty(struct bi b)
{
    for (int l = 0; l < LANG_N; l++)
        if (b.t[l].n) return false;
    return true;
}

struct str bi_get(struct bi b, enum lang lang, enum lang *used)
{
    enum lang other = lang == LANG_KM ? LANG_EN : LANG_KM;
    enum lang side = b.t[lang].n || !b.t[other].n ? lang : other;
    if (used) *used = side;
    return b.t[side];
}

struct bi bi_same(struct str text)
{
    return (struct bi){.t = {text, text}};
}

struct bi bi_typed(struct str text)
{
    size_t at = str_find(text, STR(" / "), 0);
    if (at == SIZE_MAX) return bi_same(text);
    struct str a = str_trim(str_sub(text, 0, at)), b = str_trim(str_sub(text, at + 3, text.n));
    enum lang la = bi_lang_of(a), lb = bi_lang_of(b);
    struct bi said = bi_same(text);
    if (!a.n || !b.n || la == lb) return said;
    said.t[la] = a;
    said.t[lb] = b;
    return said;
}

struct bi bi_digits(struct arena *a, struct str text)
{
    long value;
    if (!number_read(text, &value)) return bi_typed(text);
    return (struct bi){.t = {number_plain(a, value, LANG_KM), number_plain(a, value, LANG_EN)}};
}

enum lang bi_lang_of(struct str text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if ((c >= 0x1780 && c <= 0x17FF) || (c >= 0x19E0 && c <= 0x19FF)) return LANG_KM;
    }
    return LANG_EN;
}
