/* roll: the participants' names in every way that they are written, to be found letter by letter. */
#ifndef SASTRA_PRIVACY_NAME_INDEX_H
#define SASTRA_PRIVACY_NAME_INDEX_H

#include "compose/builder.h"
#include "privacy/folded_text.h"

/* What a spelling is. */
enum roll_kind {
    ROLL_FULL = 1,      /* a name, or two parts and more of one */
    ROLL_PART = 2,      /* one part */
    ROLL_LONE = 4,      /* that can mean nobody else */
    ROLL_COMMON = 8,    /* or is a word, too */
    ROLL_TITLE = 16,    /* what stands before a name */
    ROLL_WORD = 32,     /* a title that is a word, too */
    ROLL_MIXED = 64,    /* parts and initials */
    ROLL_INITIALS = 128 /* initials alone */
};

/* Those who share a part: the part beside it. */
struct roll_beside {
    struct str part;
    size_t next; /* in roll.beside; 0 ends */
};

struct roll {
    struct names *trie;
    VEC(unsigned char) flags;       /* roll_kind, by the trie's state */
    VEC(size_t) first;              /* in beside, by the trie's state */
    VEC(struct roll_beside) beside; /* the first is none */
};

enum { ROLL_BUCKETS = 64 };

struct rolls {
    struct roll exact, bones;           /* as written, and by scan_bones */
    VEC(struct str) near[ROLL_BUCKETS]; /* full Latin names by length, for near misses */
    struct lone *lone;
    bool any;
};

struct rolls *rolls_new(struct pen *p);
/* The kinds of a spelling that ends in a state. */
unsigned roll_kinds(const struct roll *r, uint32_t state);
/* Of the parts that stand beside the one that ends in a state the first; 0 where there is none. */
size_t roll_beside(const struct roll *r, uint32_t state);

#endif
