/* spelling_order_kind: what there is to say of how a cluster is spelled. */
#ifndef SASTRA_KHMER_SPELLING_ORDER_KIND_H
#define SASTRA_KHMER_SPELLING_ORDER_KIND_H

/* From the harmless to the worst. */
enum spelling_order_kind {
    SPELLING_ORDER_GOOD,
    SPELLING_ORDER_CONFUSABLE, /* coeng da, coeng la: looks like another letter; kept, nothing is said */
    SPELLING_ORDER_RARE,       /* right, but seldom seen; nothing is said */
    SPELLING_ORDER_ODD,        /* a vowel on an independent vowel, the other register's shifter; kept */
    SPELLING_ORDER_DEPRECATED, /* letters that Unicode advises against; kept */
    SPELLING_ORDER_ORDER,      /* the right signs in another order */
    SPELLING_ORDER_COMPOUND,   /* a vowel typed as two */
    SPELLING_ORDER_SHIFTER,    /* u typed for a register shifter */
    SPELLING_ORDER_DOUBLED,
    SPELLING_ORDER_ZW,     /* a zero-width sign inside a syllable */
    SPELLING_ORDER_BROKEN, /* what was meant cannot be told */
    SPELLING_ORDER_KINDS
};

#endif
