/* letter: what kind of Khmer letter or sign a code point is (The Unicode Standard, section 16.4). */
#ifndef SASTRA_KHMER_LETTER_H
#define SASTRA_KHMER_LETTER_H

#include <stdbool.h>
#include <stdint.h>

enum {
    KHMER_COENG = 0x17D2,
    KHMER_LEK_TOO = 0x17D7,
    CP_ZWSP = 0x200B,
    CP_ZWNJ = 0x200C,
    CP_ZWJ = 0x200D,
    CP_WJ = 0x2060,
    CP_SHY = 0xAD
};

static inline bool khmer_consonant(uint32_t c)
{
    return c >= 0x1780 && c <= 0x17A2;
}
/* Consonants and independent vowels: what a syllable starts with. */
static inline bool khmer_base(uint32_t c)
{
    return c >= 0x1780 && c <= 0x17B3;
}
/* Vowels and signs that hang on a base, the coeng sign included. */
static inline bool khmer_mark(uint32_t c)
{
    return (c >= 0x17B4 && c <= 0x17D3) || c == 0x17DD;
}
static inline bool khmer_letter(uint32_t c)
{
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD;
}
static inline bool khmer_digit(uint32_t c)
{
    return c >= 0x17E0 && c <= 0x17E9;
}
/* Of a Khmer or Latin digit, 0 to 9; of all else -1. */
static inline int khmer_digit_value(uint32_t c)
{
    return c >= '0' && c <= '9' ? (int)(c - '0') : khmer_digit(c) ? (int)(c - 0x17E0) : -1;
}

#endif
