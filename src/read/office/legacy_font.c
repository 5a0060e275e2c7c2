#include "read/office/legacy_font.h"

bool legacy_font_is(struct str name)
{
    /* ABC Diatype and the like are no Khmer fonts: a dash or ZUU belongs to the name. */
    static const char *const BEGINS[] = {"Limon",   "ABC-TEXT", "ABC-ZUU",  "ABC-",    "Khek",     "Baidok",
                                         "Kantuot", "Fk ",      "F1 Khmer", "Rotanak", "KhmerFont"};
    for (size_t i = 0; i < sizeof BEGINS / sizeof *BEGINS; i++) {
        struct str begin = str_of(BEGINS[i]);
        if (str_eq_fold(str_sub(name, 0, begin.n), begin)) return true;
    }
    return false;
}

bool legacy_font_text(struct str text)
{
    bool letters = false;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x1780 && c <= 0x17FF) return false;
        letters = letters || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= 0xA1 && c < 0x100);
    }
    return letters;
}
