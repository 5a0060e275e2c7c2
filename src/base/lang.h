/* lang: the languages, one row each of what differs between them outside words and type. Arrays by language
 * have LANG_N places. */
#ifndef SASTRA_BASE_LANG_H
#define SASTRA_BASE_LANG_H

#include "base/str.h"

enum lang { LANG_KM, LANG_EN, LANG_N, LANG_NONE = LANG_N };

/* LETTERS(language, from, to): the letters of each script, those of longer texts first. */
#define LANG_LETTERS(LETTERS)                                                                                \
    LETTERS(LANG_KM, 0x1780, 0x17FF)                                                                         \
    LETTERS(LANG_EN, 'a', 'z')                                                                               \
    LETTERS(LANG_EN, 'A', 'Z')                                                                               \
    LETTERS(LANG_EN, 0xC0, 0x24F)                                                                            \
    LETTERS(LANG_KM, 0x19E0, 0x19FF)

struct lang_facts {
    const char *tag;    /* BCP 47; empty for LANG_NONE */
    const char *script; /* ISO 15924 */
    const char *names;  /* as people and programs call it, small letters, parted by blanks */
    uint32_t zero;      /* its digits begin there */
    const char *quote_open, *quote_close; /* around what somebody said */
    const char *stop;                     /* ends a sentence */
    char grouping, decimal;               /* marks of thousands and of tenths */
    uint32_t tall;                        /* the letter whose height is its type's */
    bool hyphenated, italic;              /* its words are parted at line ends; its letters may lean */
    bool spaced;                          /* between its words stand spaces */
    bool family_first;                    /* a person's family name stands before the given one */
};

/* The row of a language; of LANG_NONE one without a script. */
const struct lang_facts *lang_at(enum lang l);
const char *lang_tag(enum lang l);
/* The language beside it: the first one that it is not. */
enum lang lang_other(enum lang l);
/* Itself, or where it is none the one given. */
enum lang lang_or(enum lang l, enum lang instead);
/* By one of its names in any case; LANG_NONE: it is none. */
enum lang lang_named(struct str word);
/* By a letter of its script; LANG_NONE: signs, digits, other scripts. Inline: it is asked of each letter of
 * each text, and more than once. */
static inline enum lang lang_of_letter(uint32_t cp)
{
#define LETTERS(lang, from, to)                                                                              \
    if (cp >= (from) && cp <= (to)) return lang;
    LANG_LETTERS(LETTERS)
#undef LETTERS
    return LANG_NONE;
}
/* The first language that any letter of the text belongs to; the last where there is none. */
enum lang lang_of_text(struct str text);

#endif
