#include "read/word/word_font.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* -- Khmer in Latin letters -- */

/* khmer.md; a name goes on with a blank, a sign or a digit: Limon S1, ABC-TEXT-05, Khek Brasat. */
bool word_font_is_legacy(struct str font)
{
    static const char *const FAMILIES[] = {"limon", "abc", "khek", "baidok", "fk", "tacteng", "kh-limon"};
    for (size_t i = 0; i < COUNT(FAMILIES); i++) {
        struct str family = str_of(FAMILIES[i]);
        if (font.n < family.n || !str_eq_fold(str_sub(font, 0, family.n), family)) continue;
        char next = font.n > family.n ? font.s[family.n] : ' ';
        bool letter = (next | 32) >= 'a' && (next | 32) <= 'z';
        if (!letter && (font.n > family.n || family.n > 3)) return true;
    }
    return false;
}

bool word_font_shows_khmer(struct str text)
{
    bool latin = false;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x1780 && c <= 0x17FF) return false;
        latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xA1 && c < 0x180);
    }
    return latin;
}

/* -- signs -- */

struct word_font_sign {
    unsigned char code;
    uint16_t shown;
};

static const struct word_font_sign WINGDINGS[] = {
    {0x22, 0x2702}, {0x28, 0x260E}, {0x29, 0x2706}, {0x2A, 0x2709}, {0x46, 0x261E}, {0x4A, 0x263A},
    {0x4C, 0x2639}, {0x6C, 0x25CF}, {0x6D, 0x25CB}, {0x6E, 0x25A0}, {0x6F, 0x25A1}, {0x71, 0x25A1},
    {0x72, 0x25A1}, {0x73, 0x25C6}, {0x74, 0x25C6}, {0x75, 0x25C6}, {0x76, 0x2756}, {0x77, 0x25C6},
    {0x8C, 0x2460}, {0x8D, 0x2461}, {0x8E, 0x2462}, {0x9F, 0x2022}, {0xA7, 0x25AA}, {0xA8, 0x25A1},
    {0xAB, 0x2605}, {0xD8, 0x27A2}, {0xDF, 0x2190}, {0xE0, 0x2192}, {0xE1, 0x2191}, {0xE2, 0x2193},
    {0xE8, 0x2794}, {0xEF, 0x2190}, {0xF0, 0x2192}, {0xF1, 0x2191}, {0xF2, 0x2193}, {0xF3, 0x2194},
    {0xFB, 0x2717}, {0xFC, 0x2713}, {0xFD, 0x2612}, {0xFE, 0x2611}, {0x52, 0x2611}, {0xA3, 0x2610},
    {0x50, 0x2713}, {0x4F, 0x2717}};
static const struct word_font_sign SYMBOL[] = {
    {0xB7, 0x2022}, {0xB0, 0x00B0}, {0xB1, 0x00B1}, {0xB4, 0x00D7}, {0xB8, 0x00F7}, {0xA3, 0x2264},
    {0xB3, 0x2265}, {0xB9, 0x2260}, {0xBB, 0x2248}, {0xA5, 0x221E}, {0xAC, 0x2190}, {0xAD, 0x2191},
    {0xAE, 0x2192}, {0xAF, 0x2193}, {0xAB, 0x2194}, {0xDB, 0x21D4}, {0xDE, 0x21D2}, {0xE5, 0x2211},
    {0xD6, 0x221A}, {0xA8, 0x2666}, {0x61, 0x03B1}, {0x62, 0x03B2}, {0x67, 0x03B3}, {0x64, 0x03B4},
    {0x65, 0x03B5}, {0x6C, 0x03BB}, {0x6D, 0x03BC}, {0x70, 0x03C0}, {0x73, 0x03C3}, {0x77, 0x03C9},
    {0x44, 0x0394}, {0x53, 0x03A3}, {0x57, 0x03A9}, {0xD0, 0x2220}, {0xBC, 0x2026}};

static const struct word_font_signs {
    const char *font;
    const struct word_font_sign *signs;
    size_t n;
} FONTS[] = {{"Wingdings 2", WINGDINGS, 0},
             {"Wingdings 3", WINGDINGS, 0},
             {"Webdings", WINGDINGS, 0},
             {"Wingdings", WINGDINGS, COUNT(WINGDINGS)},
             {"Symbol", SYMBOL, COUNT(SYMBOL)}};

static const struct word_font_signs *signs_of(struct str font)
{
    for (size_t i = 0; i < COUNT(FONTS); i++)
        if (str_eq_fold(font, str_of(FONTS[i].font))) return &FONTS[i];
    return NULL;
}

bool word_font_is_signs(struct str font)
{
    return signs_of(font) != NULL;
}

/* 0: not known. */
static uint32_t shown(const struct word_font_signs *font, uint32_t c)
{
    uint32_t code = c >= 0xF000 && c < 0xF100 ? c - 0xF000 : c;
    if (code <= ' ' || code == 0xA0) return ' ';
    for (size_t i = 0; font && code < 0x100 && i < font->n; i++)
        if (font->signs[i].code == code) return font->signs[i].shown;
    bool same = font && font->signs == SYMBOL && code < 0x40; /* digits and punctuation */
    return same || code >= 0x100 ? (code >= 0xE000 && code < 0xF900 ? 0 : code) : 0;
}

bool word_font_add_signs(struct buf *out, struct str font, struct str text)
{
    bool all = true;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = shown(signs_of(font), utf8_next(text, &at));
        all = all && c;
        buf_cp(out, c ? c : 0x25A1);
    }
    return all;
}
