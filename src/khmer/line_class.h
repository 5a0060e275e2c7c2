/* line_class: classes of characters for line breaking, and what stands between two of them.
 *
 * In the spirit of UAX #14 (Unicode Line Breaking Algorithm), with Khmer typists' habits: no spaces round
 * quotes and brackets, a space or none before a final sign. */
#ifndef SASTRA_KHMER_LINE_CLASS_H
#define SASTRA_KHMER_LINE_CLASS_H

#include "base/str.h"
#include "khmer/brk.h"

enum line_class {
    LINE_CLASS_START,  /* before the text */
    LINE_CLASS_KHMER,  /* Khmer letters */
    LINE_CLASS_LETTER, /* of any other script with spaces */
    LINE_CLASS_THAI,   /* Thai, Lao, Myanmar: clusters, no spaces */
    LINE_CLASS_IDEOGRAPH,
    LINE_CLASS_DIGIT,
    LINE_CLASS_OPEN,
    LINE_CLASS_CLOSE,
    LINE_CLASS_QUOTE,  /* straight: opens or closes */
    LINE_CLASS_STOP,   /* ។ ៕ ៖ ៘ ៚ */
    LINE_CLASS_REPEAT, /* ៗ */
    LINE_CLASS_ASK,    /* ? ! */
    LINE_CLASS_COMMA,  /* , ; */
    LINE_CLASS_POINT,  /* . : */
    LINE_CLASS_UNIT,   /* % ៛ °: after a number */
    LINE_CLASS_MONEY,  /* $ € £: before a number, or after */
    LINE_CLASS_HYPHEN,
    LINE_CLASS_DASH,
    LINE_CLASS_SLASH,
    LINE_CLASS_ELLIPSIS,
    LINE_CLASS_SOFT, /* soft hyphen */
    LINE_CLASS_SPACE,
    LINE_CLASS_ZWSP,
    LINE_CLASS_GLUE, /* NBSP, WJ */
    LINE_CLASS_MARK, /* hangs on what is before it */
    LINE_CLASS_LINE  /* ends a line */
};

enum line_class line_class_of(uint32_t code_point);
/* Letters and digits. */
bool line_class_is_word(enum line_class what);

/* What is known at a place between two characters. */
struct seam {
    enum line_class before, after; /* spaces and ZWSP left out */
    enum line_class second;        /* what stands before before */
    enum line_class next;          /* what comes after after */
    bool khmer;                    /* the last letter before was Khmer */
    bool space, zwsp;              /* which of them stand between */
};

enum brk seam_break(const struct seam *s);
/* Whether an I that begins a sentence, or what is quoted, ends at a place. */
bool seam_lone_letter(struct str text, size_t end);

/* The bytes of a web or mail address that starts at from; 0 where none does. *looked: how far it looked. */
size_t address_length(struct str text, size_t from, size_t *looked);
/* Marks where an address may be cut if it must. */
void address_breaks(struct str text, size_t from, size_t to, unsigned char *brk);

#endif
