#include "base/lang.h"

/* A letter of the first language tells a text's language: Khmer texts hold Latin names, seldom the reverse.
 */
static const struct lang_facts FACTS[LANG_N + 1] = {
    [LANG_KM] = {.tag = "km",
                 .script = "Khmr",
                 .names = "km kh khm khmer ខ្មែរ ភាសាខ្មែរ",
                 .zero = 0x17E0,
                 .quote_open = "«",
                 .quote_close = "»",
                 .stop = "។",
                 .grouping = '.',
                 .decimal = ',',
                 .tall = 0x1780,
                 .family_first = true},
    [LANG_EN] = {.tag = "en",
                 .script = "Latn",
                 .names = "en eng english អង់គ្លេស ភាសាអង់គ្លេស",
                 .zero = '0',
                 .quote_open = "“",
                 .quote_close = "”",
                 .stop = ".",
                 .grouping = ',',
                 .decimal = '.',
                 .tall = 'H',
                 .hyphenated = true,
                 .spaced = true,
                 .italic = true},
    [LANG_NONE] = {.tag = "",
                   .script = "Zyyy",
                   .names = "",
                   .quote_open = "",
                   .quote_close = "",
                   .stop = "",
                   .zero = '0',
                   .grouping = ',',
                   .decimal = '.'},
};

const struct lang_facts *lang_at(enum lang l)
{
    return &FACTS[l];
}

const char *lang_tag(enum lang l)
{
    return FACTS[l].tag;
}

enum lang lang_other(enum lang l)
{
    return l == 0 ? (enum lang)1 : (enum lang)0;
}

enum lang lang_or(enum lang l, enum lang instead)
{
    return l < LANG_N ? l : instead;
}

enum lang lang_named(struct str word)
{
    for (int l = 0; l < LANG_N; l++) {
        struct str names = str_of(FACTS[l].names), name;
        while (str_cut(&names, ' ', &name))
            if (str_eq_fold(name, word)) return (enum lang)l;
    }
    return LANG_NONE;
}

enum lang lang_of_text(struct str text)
{
    enum lang first = (enum lang)(LANG_N - 1);
    for (size_t at = 0; at < text.n && first > 0;) {
        enum lang l = lang_of_letter(utf8_next(text, &at));
        if (l < first) first = l;
    }
    return first;
}
