/* codes: what a face's clusters are called in a content stream, and the CMap that tells readers (ISO 32000-1,
 * 9.7.5).
 *
 * Clusters are numbered from 1, the most used first. The first some two hundred have codes of one byte, in an
 * order that puts the commonest of every face on bytes that stand in the operators too: deflate then has
 * fewer to tell apart. The rest have two bytes; as few first bytes (from 01 upwards) are kept for them as do.
 * The space's is 20 where it can be: readers widen that byte by Tw (9.3.3). A code read as a number is its
 * CID: MuPDF takes for a CID only what could be a code. Bytes that a literal string must escape are never
 * used, nor is CID 0. */
#ifndef SASTRA_PDF_CODES_H
#define SASTRA_PDF_CODES_H

#include "base/buf.h"

struct codes {
    size_t leads, singles; /* first bytes of two-byte codes; one-byte codes */
    size_t n;              /* bytes in order */
    unsigned char last;    /* of the first bytes; 0: none */
    unsigned char order[256];
};

/* For so many clusters, at most 60,000; space: the number of the one that is a space, 0: none is. */
struct codes codes_for(size_t count, size_t space);
/* The CID of cluster i: its code, of one byte below 256, else of two. */
unsigned codes_cid(const struct codes *c, size_t i);
/* One more than the largest CID. */
size_t codes_end(const struct codes *c);
void codes_put(struct buf *out, unsigned cid);
/* What a CMap says of its codes before it maps them (9.7.6.2). */
void codes_ranges(const struct codes *c, struct buf *out);
/* The CMap of codes to CIDs, and its name. */
struct str codes_cmap(struct arena *a, const struct codes *c);
struct str codes_name(struct arena *a, const struct codes *c);

#endif
