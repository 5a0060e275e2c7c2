/* pack: zlib streams (RFC 1950) made with libdeflate: the work of zlib's level 6 in half its time. */
#ifndef SASTRA_PDF_DEFLATE_H
#define SASTRA_PDF_DEFLATE_H

#include "base/str.h"
#include "base/thread_pool.h"

struct pack;

/* NULL where libdeflate has no memory. Lives in the arena but for libdeflate's own handle: pack_free. */
struct pack *pack_new(struct arena *a, struct crew *crew);
void pack_free(struct pack *p);
/* The packed bytes; valid until the next call. */
struct str pack_bytes(struct pack *p, struct str raw);

struct pack_job {
    struct str raw, packed;
};
/* The same for many, in threads where the crew (NULL: none) has some free; all valid until the next call. */
void pack_all(struct pack *p, struct pack_job *jobs, size_t n);

#endif
