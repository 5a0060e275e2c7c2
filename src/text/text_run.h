/* text_run: text in one style. */
#ifndef SASTRA_TEXT_TEXT_RUN_H
#define SASTRA_TEXT_TEXT_RUN_H

#include "text/font_set.h"

struct text_run {
    struct str text;
    enum lang lang;
    enum font_use use;
    bool bold, italic; /* Khmer has none that leans: see font_set_face */
    bool hyphenate;    /* English words may be hyphenated */
    bool whole;        /* never broken inside (a number with its unit, a label) */
    bool path;         /* an address as it is typed: may break after / alone */
    bool loose;   /* code, addresses: may break after any / . - _ & = ? and anywhere rather than overflow */
    bool forced;  /* a line ends after this run */
    bool mark;    /* of a note: no line starts with it; breaks are those of the text without it */
    int32_t size; /* 1/1000 pt: of the letters of .lang; the other script's are matched to it, see
                     font_set_match */
    int32_t rise; /* 1/1000 pt above the baseline: superscripts */
    uint32_t tag; /* the caller's: comes back in the clusters */
    struct place place;
};

#endif
