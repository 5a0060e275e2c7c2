/* deflate: zlib streams (RFC 1950) made with libdeflate. */
#ifndef SASTRA_PDF_DEFLATE_H
#define SASTRA_PDF_DEFLATE_H

#include "base/memo.h"
#include "base/thread_pool.h"

struct deflate;

enum deflate_effort { DEFLATE_FAST /* what there is much of: pages */, DEFLATE_WELL };

/* NULL where libdeflate has no memory. memo (NULL: none): what was packed before. Lives in the arena but for
 * libdeflate's own handle: deflate_free. */
struct deflate *deflate_new(struct arena *a, struct thread_pool *pool, struct memo *memo);
void deflate_free(struct deflate *p);
/* The bytes packed well; valid until the next call. */
struct str deflate_bytes(struct deflate *p, struct str raw);

struct deflate_job {
    struct str raw, packed;
};
/* The same for many, in threads where the pool (NULL: none) has some free; all valid until the next call. */
void deflate_all(struct deflate *p, enum deflate_effort effort, struct deflate_job *jobs, size_t n);

#endif
