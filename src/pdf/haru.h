/* haru: libharu's document, every call checked. The only file that sees <hpdf.h>.
 *
 * libharu keeps the objects, the page tree and the cross-reference table, and saves; what stands inside a
 * dictionary is printed by us (its write_fn), which costs a structure element 60 bytes instead of 1,850, and
 * streams' bytes go past it. An object is known by its number. The first status that is not OK is kept; every
 * later call does nothing, and haru_save tells. */
#ifndef SASTRA_PDF_HARU_H
#define SASTRA_PDF_HARU_H

#include "base/buf.h"
#include "base/memo.h"
#include "base/thread_pool.h"

struct haru;

/* A document without pages, its bookkeeping in the arena, pool (or NULL) for what can be shared out, memo (or
 * NULL) for what was packed before; NULL where libharu cannot start. haru_close ends it. */
struct haru *haru_open(struct arena *a, struct thread_pool *pool, struct memo *memo);
void haru_close(struct haru *h);

/* A new indirect dictionary's number; its keys come by haru_set, which keeps the slice (it must live until
 * the save). */
unsigned haru_new(struct haru *h);
void haru_set(struct haru *h, unsigned id, struct str keys);
/* A new stream: data is packed (/FlateDecode) where asked, and copied but for what is large and not packed
 * (photos), which must live until the save; keys as for haru_set, without /Length and
 * /Filter. */
unsigned haru_stream(struct haru *h, struct str keys, struct str data, bool packed);
/* n packed ones, in threads where some are free; their numbers to ids. */
void haru_streams(struct haru *h, const struct str *keys, const struct str *data, size_t n, unsigned *ids);
/* A new page at the end; its keys by haru_set, its content by haru_contents, once. */
unsigned haru_page(struct haru *h);
/* The contents of n pages, copied, packed (in threads where some are free). */
void haru_contents(struct haru *h, const unsigned *pages, const struct str *data, size_t n);
unsigned haru_catalog(struct haru *h);
unsigned haru_info(struct haru *h);

/* The whole file (PDF 1.7) to out, its objects in object streams; its /ID is a hash of its bytes. 0, or
 * libharu's first error. */
unsigned long haru_save(struct haru *h, struct buf *out);

#endif
