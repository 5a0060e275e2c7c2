/* brk: how good a break is. */
#ifndef SASTRA_KHMER_BRK_H
#define SASTRA_KHMER_BRK_H

/* Of a break that falls just before a byte; the larger the better. */
enum brk {
    BRK_NONE,     /* never */
    BRK_SYLLABLE, /* between syllables of one word: only rather than overflow */
    BRK_HYPHEN,   /* inside an English word: a hyphen is added (set by text/, never by breaks_find) */
    BRK_JOINT,    /* a compound's joint, after a prefix, after a slash in an address */
    BRK_COMPOUND, /* between words that are read as one; between a number and what it counts, in words */
    BRK_LEANING, /* before a word that leans on the one before it, behind one that joins: ណា, នេះ; និង */
    BRK_TIED, /* behind a word that opens a phrase, before one that closes it: ជា, របស់; មួយ, ទៀត */
    BRK_WORD,  /* between two words */
    BRK_MARK,  /* where the writer typed ZWSP or a hyphen, at punctuation, where the script changes */
    BRK_SPACE, /* after a space */
    BRK_FORCED /* after a line separator */
};

#endif
