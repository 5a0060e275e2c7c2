/* name_index: the participants' names in every way that they are written, to be found letter by letter. */
#ifndef SASTRA_PRIVACY_NAME_INDEX_H
#define SASTRA_PRIVACY_NAME_INDEX_H

#include "base/job.h"
#include "model/corpus.h"
#include "privacy/folded_text.h"

/* What a spelling is. */
enum name_index_kind {
    NAME_INDEX_FULL = 1,      /* a name, or two parts and more of one */
    NAME_INDEX_PART = 2,      /* one part */
    NAME_INDEX_LONE = 4,      /* that can mean nobody else */
    NAME_INDEX_COMMON = 8,    /* or is a word, too */
    NAME_INDEX_TITLE = 16,    /* what stands before a name */
    NAME_INDEX_WORD = 32,     /* a title that is a word, too */
    NAME_INDEX_MIXED = 64,    /* parts and initials */
    NAME_INDEX_INITIALS = 128 /* initials alone */
};

/* Those who share a part: the part beside it. */
struct name_index_beside {
    struct str part;
    size_t next; /* in name_index.beside; 0 ends */
};

struct indexed_name {
    struct names *trie;
    VEC(unsigned char) flags;             /* name_index_kind, by the trie's state */
    VEC(size_t) first;                    /* in beside, by the trie's state */
    VEC(struct name_index_beside) beside; /* the first is none */
};

enum { NAME_INDEX_BUCKETS = 64 };

struct name_index {
    struct indexed_name exact, bones;         /* as written, and by folded_text_bones */
    VEC(struct str) near[NAME_INDEX_BUCKETS]; /* full Latin names by length, for near misses */
    struct ordinary_words *lone;
    bool any;
};

/* In job->keep. */
struct name_index *name_index_new(struct job *job, const struct corpus *corpus);
/* The kinds of a spelling that ends in a state. */
unsigned name_index_kinds(const struct indexed_name *r, uint32_t state);
/* Of the parts that stand beside the one that ends in a state the first; 0 where there is none. */
size_t name_index_beside(const struct indexed_name *r, uint32_t state);

#endif
