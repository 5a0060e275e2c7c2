/* cluster: one orthographic syllable as typed, and its normal form. */
#ifndef SASTRA_KHMER_CLUSTER_H
#define SASTRA_KHMER_CLUSTER_H

#include "base/str.h"
#include "khmer/spelling_order_kind.h"

enum { CLUSTER_COENGS = 2, CLUSTER_SIGNS = 2, CLUSTER_MOST = 16 };

struct cluster_typed {
    size_t from, to; /* bytes in the text */
    enum spelling_order_kind kind;
    bool changed, circle;
    uint32_t normal[CLUSTER_MOST]; /* where changed */
    size_t n;
};

/* Reads what starts at from: a Khmer cluster, stray signs, or (kind good) one other character. */
struct cluster_typed cluster_read(struct str text, size_t from);

#endif
