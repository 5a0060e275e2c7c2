/* memo: what a build made, for the next build of the same process: bytes by what they were made of.
 *
 * A key is a hash of 128 bits of all that the bytes depend on; keys that differ are taken for things that
 * differ, and no others. What a build neither found nor kept is dropped when the one after it begins. It may
 * be used by many threads; whether something was in it shows in no file. */
#ifndef SASTRA_BASE_MEMO_H
#define SASTRA_BASE_MEMO_H

#include "base/str.h"

struct memo;
struct memo_key {
    uint64_t half[2];
};

enum memo_kind {              /* how the bytes are made; under one kind there is one way */
                 MEMO_STATE,  /* of nothing: a key that names a state alone */
                 MEMO_PACKED, /* zlib streams */
                 MEMO_BOOK,   /* a book's, deflated */
                 MEMO_UNKNOWN_WORDS,
                 MEMO_BREAKS,
                 MEMO_HOLES, /* of an open answer */
                 MEMO_SUM,   /* SHA-256, in digits */
                 MEMO_SECTIONS,
                 MEMO_PICTURE,
                 MEMO_PIXELS, /* of a PNG */
                 MEMO_WOFF,
                 MEMO_SUBSET, /* a font of a PDF */
                 MEMO_TREE,
                 MEMO_PAGES,
                 MEMO_FILE
};

/* A key of nothing yet. */
struct memo_key memo_begin(enum memo_kind kind);
void memo_add(struct memo_key *k, struct str bytes); /* its length too */
void memo_add_number(struct memo_key *k, uint64_t number);
void memo_add_key(struct memo_key *k, struct memo_key other);
bool memo_same(struct memo_key a, struct memo_key b);

/* NULL where there is no memory; memo_free(NULL) is fine. */
struct memo *memo_new(void);
void memo_free(struct memo *m);
/* A build begins. */
void memo_turn(struct memo *m);
/* The bytes, good until the build after next begins. False: there are none. Of m NULL there are none. */
bool memo_find(struct memo *m, struct memo_key key, struct str *bytes);
/* Copies the bytes, where there is memory for them. m may be NULL. */
void memo_keep(struct memo *m, struct memo_key key, struct str bytes);

#endif
