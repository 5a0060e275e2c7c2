#include "read/office/legacy_font.h"

/* khmer.md; a name goes on with a blank, a sign or a digit: Limon S1, ABC-TEXT-05, Khek Brasat. */
bool legacy_font_is(struct str name)
{
    static const char *const FAMILIES[] = {"limon", "abc", "khek", "baidok", "fk", "tacteng", "kh-limon"};
    for (size_t i = 0; i < sizeof FAMILIES / sizeof *FAMILIES; i++) {
        struct str family = str_of(FAMILIES[i]);
        if (!str_eq_fold(str_sub(name, 0, family.n), family)) continue;
        char next = name.n > family.n ? name.s[family.n] : ' ';
        bool letter = (next | 32) >= 'a' && (next | 32) <= 'z';
        if (!letter && (name.n > family.n || family.n > 3)) return true;
    }
    return false;
}

bool legacy_font_text(struct str text)
{
    bool letters = false;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x1780 && c <= 0x17FF) return false;
        letters = letters || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= 0xA1 && c < 0x180);
    }
    return letters;
}
