/* spelling_order: Khmer spelling order (Unicode Technical Note 61; shared measurements in khmer.md).
 *
 * base, robat, up to two coeng (coeng ro last), register shifter, vowel, up to two signs, then ះ or ៈ. Pure.
 */
#ifndef SASTRA_KHMER_SPELLING_ORDER_H
#define SASTRA_KHMER_SPELLING_ORDER_H

#include "base/buf.h"
#include "khmer/spelling_order_kind.h"

/* One cluster that is not in normal form. */
struct spelling_order_fault {
    size_t from, to; /* bytes in the text */
    enum spelling_order_kind kind;
    struct str normal; /* what was probably meant; empty where nothing can be said */
    bool shows_circle; /* would print a dotted circle or is broken: a warning; else it looks the same: a note
                        */
};

const char *spelling_order_kind_name(enum spelling_order_kind kind);
/* The text in normal form: the same slice where there is nothing to mend, else a copy in the arena. */
struct str spelling_order_mend(struct arena *a, struct str text);
/* Calls told for each cluster that is not in normal form, broken or deprecated, in order. */
void spelling_order_check(struct arena *a, struct str text,
                          void (*told)(void *with, const struct spelling_order_fault *fault), void *with);
/* The worst kind in a text (SPELLING_ORDER_GOOD where there is none): what `dump order` prints. A ZWSP or WJ
 * that stands well between two syllables is no fault, but makes SPELLING_ORDER_ZW of a text that has none. */
enum spelling_order_kind spelling_order_kind_of(struct arena *a, struct str text);
/* For searching and comparing names: normal form, coeng da folded to coeng ta, ZWSP and spaces taken out,
 * ASCII lower case. */
struct str spelling_order_fold(struct arena *a, struct str text);

#endif
