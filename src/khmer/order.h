/* order: Khmer spelling order (Unicode Technical Note 61; shared measurements in khmer.md).
 *
 * base, robat, up to two coeng (coeng ro last), register shifter, vowel, up to two signs, then ះ or ៈ. Pure.
 */
#ifndef SASTRA_KHMER_ORDER_H
#define SASTRA_KHMER_ORDER_H

#include "base/buf.h"

enum order_kind {
    ORDER_GOOD,
    ORDER_COMPOUND,
    /* … one for each kind in the cases; see order_kind_name */
    ORDER_KINDS
};

/* One cluster that is not in normal form. */
struct order_fault {
    size_t from, to; /* bytes in the text */
    enum order_kind kind;
    struct str normal; /* what was probably meant; empty where nothing can be said */
    bool shows_circle; /* would print a dotted circle or is broken: a warning; else it looks the same: a note
                        */
};

const char *order_kind_name(enum order_kind kind);
/* The text in normal form: the same slice where there is nothing to mend, else a copy in the arena. */
struct str order_mend(struct arena *a, struct str text);
/* Calls told for each cluster that is not in normal form, in order. */
void order_check(struct arena *a, struct str text, void (*told)(void *with, const struct order_fault *fault),
                 void *with);
/* The worst kind of fault in a text (ORDER_GOOD where there is none): what `dump order` prints. */
enum order_kind order_kind_of(struct arena *a, struct str text);
/* For searching and comparing names: normal form, coeng da folded to coeng ta, ZWSP and spaces taken out,
 * ASCII lower case. */
struct str order_fold(struct arena *a, struct str text);

#endif
