/* list_sign: what begins a list's item in ways that CommonMark does not know: ១. (១) ក- a) and bullets of
 * word processors, each before a blank of any kind. */
#ifndef SASTRA_READ_NOTE_LIST_SIGN_H
#define SASTRA_READ_NOTE_LIST_SIGN_H

#include "base/str.h"

enum list_sign_kind {
    LIST_SIGN_BULLET,
    LIST_SIGN_NUMBER,
    LIST_SIGN_KM_NUMBER,
    LIST_SIGN_KM_LETTER,
    LIST_SIGN_LETTER,
    LIST_SIGN_UPPER, /* A. and ii. may begin a sentence too: what stands around them has to say so */
    LIST_SIGN_ROMAN
};

struct list_sign {
    enum list_sign_kind kind;
    size_t n;       /* bytes with the blanks behind it, as far as CommonMark could not take these */
    uint32_t glyph; /* of a bullet; of a letter, its worth as a Roman numeral */
    long number;    /* of a counter */
    char delimiter; /* . or ) */
    bool bracket;   /* one stands before it too: (១) */
};

/* The sign at a byte. starts: the line before is blank or an item's, so that a letter alone may be a bullet.
 * False where there is none, or one of CommonMark's own. */
bool list_sign_read(struct str line, size_t at, bool starts, struct list_sign *sign);
/* Does a bullet look like one of a list in a list? */
bool list_sign_is_sub(uint32_t glyph);

#endif
