/* name_index: the participants' names in every way that they are written, to be found letter by letter;
 * without participants the titles alone. */
#ifndef SASTRA_PRIVACY_NAME_INDEX_H
#define SASTRA_PRIVACY_NAME_INDEX_H

#include "base/job.h"
#include "base/memo.h"
#include "model/corpus.h"
#include "privacy/name/folded_text.h"

/* What a spelling is. */
enum name_index_kind {
    NAME_INDEX_FULL = 1,       /* a name, or two parts and more of one */
    NAME_INDEX_PART = 2,       /* one part */
    NAME_INDEX_LONE = 4,       /* that can mean nobody else */
    NAME_INDEX_COMMON = 8,     /* or is a word, too */
    NAME_INDEX_TITLE = 16,     /* what stands before a name */
    NAME_INDEX_WORD = 32,      /* a title that is a word, too */
    NAME_INDEX_MIXED = 64,     /* parts and initials */
    NAME_INDEX_INITIALS = 128, /* initials alone */
    NAME_INDEX_TAIL = 256,     /* the end of a Khmer part: people are called by it behind a title */
    NAME_INDEX_SURE = 512,     /* a title that a name follows, whoever it is */
    NAME_INDEX_SHORT = 1024,   /* a lone part so short that it needs a person's place */
    NAME_INDEX_MEANT = 2048    /* a lone part that is also written for what it means */
};

struct indexed_name {
    struct names *trie;
    VEC(unsigned short) flags; /* name_index_kind, by the trie's state */
};

struct name_index {
    struct indexed_name exact, bones; /* as written, and by folded_text_bones */
    struct near_names *near;          /* Latin parts, misspelt */
    struct ordinary_words *ordinary;
    struct name_shape *shape; /* of those whom nobody lists */
    struct words *words;      /* of Khmer, in which long names are one word */
};

/* Does a word of Latin letters look like somebody's name, and like no other word? */
bool name_index_shaped(const struct name_index *r, struct str word);
/* In job->keep. */
struct name_index *name_index_new(struct job *job, const struct corpus *corpus);
/* All that an index is made of: two that are made of the same find the same names. */
struct memo_key name_index_state(const struct corpus *corpus);
/* The kinds of a spelling that ends in a state. */
unsigned name_index_kinds(const struct indexed_name *r, uint32_t state);

#endif
