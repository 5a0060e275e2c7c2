/* object_streams: a finished file again, with its objects in object streams and a cross-reference stream (ISO
 * 32000-1, 7.5.7 and 7.5.8), which libharu has not: where a text is tagged, its elements outweigh its pages.
 *
 * Takes: the bytes as libharu saves them, with a classic table. Promises: the same objects under the same
 * numbers, streams as they were (or as outside tells), each with its length beside it; an /ID that is a hash
 * of all else. Nothing is taken on trust: false where a byte stands where it is not expected, and then
 * nothing may be published.
 */
#ifndef SASTRA_PDF_OBJECT_STREAMS_H
#define SASTRA_PDF_OBJECT_STREAMS_H

#include "base/buf.h"
#include "pdf/deflate.h"

/* The bytes of streams that have none in the file, by object number. */
struct outside {
    const struct str *at;
    size_t n;
};

bool object_streams_write(struct arena *a, struct deflate *pack, struct str classic, struct outside outside,
                          struct buf *out);

#endif
