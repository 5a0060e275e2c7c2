#include "model/bi.h"

#include "khmer/number.h"

bool bi_empty(struct bi b)
{
    for (int l = 0; l < LANG_N; l++)
        if (b.t[l].n) return false;
    return true;
}

bool bi_is_same(struct bi b)
{
    for (int l = 1; l < LANG_N; l++)
        if (!str_eq(b.t[0], b.t[l])) return false;
    return true;
}

int bi_cmp(struct bi a, struct bi b)
{
    int c = 0;
    for (int l = LANG_N; l-- > 0 && !c;) c = str_cmp(a.t[l], b.t[l]);
    return c;
}

struct str bi_get(struct bi b, enum lang lang, enum lang *used)
{
    enum lang other = lang_other(lang);
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
    enum lang la = lang_of_text(a), lb = lang_of_text(b);
    struct bi said = bi_same(text);
    if (!a.n || !b.n || la == lb) return said;
    said.t[la] = a;
    said.t[lb] = b;
    return said;
}

struct bi bi_number(struct arena *a, long value)
{
    struct bi n = {0};
    for (int l = 0; l < LANG_N; l++) n.t[l] = number_plain(a, value, (enum lang)l);
    return n;
}

struct bi bi_message(struct arena *a, const struct diag *d)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N; l++) said.t[l] = diag_message(a, d, (enum lang)l);
    return said;
}

struct bi bi_sentence(struct arena *a, const struct diag *d)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N; l++) said.t[l] = diag_sentence(a, d, (enum lang)l);
    return said;
}

struct bi bi_cure(struct arena *a, const struct diag *d)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N; l++) said.t[l] = diag_cure_printed(a, d, (enum lang)l);
    return said;
}

struct bi bi_texts(const struct str text[LANG_N], const struct place at[LANG_N])
{
    struct bi b = {0};
    for (int l = 0; l < LANG_N; l++) b.t[l] = text[l], b.at[l] = at[l];
    return b;
}

struct bi bi_digits(struct arena *a, struct str text)
{
    long value;
    if (!number_read(text, &value)) return bi_typed(text);
    return bi_number(a, value);
}
