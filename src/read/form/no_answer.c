#include "read/form/no_answer.h"

#include "read/form/answer_key.h"

static bool is_sign(uint32_t c)
{
    return (c < 0x80 && c && strchr("-.?_/\\*~# ", (int)c)) || (c >= 0x2010 && c <= 0x2015) || c == 0x2026 ||
           c == 0x2212 || c == 0x17D4 || c == 0x17D5 || c == 0xFF0D || c == 0xFF1F || c == 0xA0 ||
           (c >= 0x200B && c <= 0x200D);
}

static bool is_signs(struct str text)
{
    for (size_t at = 0; at < text.n;)
        if (!is_sign(utf8_next(text, &at))) return false;
    return text.n > 0;
}

/* Folded. */
static const char *const WORDS[] = {"na",
                                    "none",
                                    "nil",
                                    "null",
                                    "nan",
                                    "notapplicable",
                                    "noanswer",
                                    "noresponse",
                                    "notanswered",
                                    "nonegiven",
                                    "គ្មាន",
                                    "មិនមាន",
                                    "អត់មាន",
                                    "គ្មានទេ",
                                    "មិនមានទេ",
                                    "អត់មានទេ",
                                    "គ្មានយោបល់",
                                    "គ្មានមតិ",
                                    "គ្មានចម្លើយទេ",
                                    "ទទេ",
                                    "blank",
                                    "leftblank",
                                    "empty",
                                    "unanswered",
                                    "skipped",
                                    "missing",
                                    "nocomment",
                                    "nocomments",
                                    "prefernottosay",
                                    "គ្មានចម្លើយ",
                                    "មិនពាក់ព័ន្ធ",
                                    "មិនមានចម្លើយ",
                                    "មិនបានឆ្លើយ"};

bool no_answer_is(struct arena *scratch, struct str text)
{
    enum { LONGEST = 120 };
    if (text.n > LONGEST) return false;
    if (is_signs(text)) return true;
    struct str word = answer_key_fold(scratch, text);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_is(word, WORDS[i])) return true;
    return false;
}
