/* sign: classes of characters for line breaking, and what stands between two of them.
 *
 * In the spirit of UAX #14 (Unicode Line Breaking Algorithm), with Khmer typists' habits: no spaces round
 * quotes and brackets, a space or none before a final sign. */
#ifndef SASTRA_KHMER_LINE_CLASS_H
#define SASTRA_KHMER_LINE_CLASS_H

#include "khmer/breaks.h"

enum sign {
    SIGN_START,  /* before the text */
    SIGN_KHMER,  /* Khmer letters */
    SIGN_LETTER, /* of any other script with spaces */
    SIGN_THAI,   /* Thai, Lao, Myanmar: clusters, no spaces */
    SIGN_IDEOGRAPH,
    SIGN_DIGIT,
    SIGN_OPEN,
    SIGN_CLOSE,
    SIGN_QUOTE,  /* straight: opens or closes */
    SIGN_STOP,   /* ។ ៕ ៖ ៘ ៚ */
    SIGN_REPEAT, /* ៗ */
    SIGN_ASK,    /* ? ! */
    SIGN_COMMA,  /* , ; */
    SIGN_POINT,  /* . : */
    SIGN_UNIT,   /* % ៛ °: after a number */
    SIGN_MONEY,  /* $ € £: before a number, or after */
    SIGN_HYPHEN,
    SIGN_DASH,
    SIGN_SLASH,
    SIGN_ELLIPSIS,
    SIGN_SOFT, /* soft hyphen */
    SIGN_SPACE,
    SIGN_ZWSP,
    SIGN_GLUE, /* NBSP, WJ */
    SIGN_MARK, /* hangs on what is before it */
    SIGN_LINE  /* ends a line */
};

enum sign sign_of(uint32_t code_point);

/* What is known at a place between two characters. */
struct seam {
    enum sign before, after; /* spaces and ZWSP left out */
    enum sign second;        /* what stands before before */
    enum sign next;          /* what comes after after */
    bool khmer;              /* the last letter before was Khmer */
    bool space, zwsp;        /* which of them stand between */
};

enum brk seam_break(const struct seam *s);

/* The bytes of a web or mail address that starts at from; 0 where none does. *looked: how far it looked. */
size_t address_length(struct str text, size_t from, size_t *looked);
/* Marks where an address may be cut if it must. */
void address_breaks(struct str text, size_t from, size_t to, unsigned char *brk);

#endif
