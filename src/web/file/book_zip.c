#include "web/file/book_zip.h"

#include "base/buf.h"

#include <libdeflate.h>

enum {
    LEVEL = 6,
    VERSION = 20,      /* 2.0: deflated files (APPNOTE 4.4.3) */
    DATE = 1 << 5 | 1, /* 1 January 1980 (4.4.6), in no time zone */
    STORED = 0,
    DEFLATED = 8 /* 4.4.5 */
};

struct book_zip_entry {
    struct str name, bytes, packed;
    bool plain;
    uint32_t sum;
    size_t at; /* of its header */
};

struct book_zip {
    struct arena *arena;
    struct memo *memo;
    VEC(struct book_zip_entry) list;
};

struct book_zip *book_zip_new(struct arena *a, struct memo *memo)
{
    struct book_zip *z = ARENA_ONE(a, struct book_zip);
    z->arena = a;
    z->memo = memo;
    return z;
}

void book_zip_add(struct book_zip *z, struct str name, struct str bytes)
{
    bool plain = !z->list.n;
    VEC_ADD(z->arena, z->list, (struct book_zip_entry){.name = name, .bytes = bytes, .plain = plain});
}

/* -- packing --------------------------------------------------------------------------------------------- */

static struct str deflated(struct book_zip *z, struct libdeflate_compressor *with, struct str raw)
{
    struct memo_key key = memo_begin(MEMO_BOOK);
    struct str packed;
    if (z->memo) memo_add(&key, raw);
    if (memo_find(z->memo, key, &packed)) return packed;
    size_t most = libdeflate_deflate_compress_bound(with, raw.n);
    char *room = ARENA_RAW(z->arena, char, most);
    packed = (struct str){room, libdeflate_deflate_compress(with, raw.s, raw.n, room, most)};
    memo_keep(z->memo, key, packed);
    return packed;
}

/* Photos are packed already; so are the tables of fonts. */
static bool is_packed(struct str bytes)
{
    return str_starts(bytes, "\xFF\xD8\xFF") || str_starts(bytes, "wOFF");
}

/* What does not become smaller stays as it is. */
static bool pack_all(struct book_zip *z)
{
    struct libdeflate_compressor *with = libdeflate_alloc_compressor(LEVEL);
    if (!with) return false;
    for (size_t i = 0; i < z->list.n; i++) {
        struct book_zip_entry *f = &z->list.at[i];
        f->sum = libdeflate_crc32(0, f->bytes.s, f->bytes.n);
        f->plain = f->plain || is_packed(f->bytes);
        f->packed = f->plain ? f->bytes : deflated(z, with, f->bytes);
        f->plain = f->plain || f->packed.n >= f->bytes.n;
        if (f->plain) f->packed = f->bytes;
    }
    libdeflate_free_compressor(with);
    return true;
}

/* -- the archive: numbers of 2 and 4 bytes, the least first ------------------------------------------------
 */

static void put(struct buf *b, size_t bytes, size_t number)
{
    for (; bytes--; number >>= 8) buf_byte(b, (char)(number & 0xFF));
}

/* What both headers have (4.3.7, 4.3.12). */
static void put_facts(struct buf *b, const struct book_zip_entry *f)
{
    put(b, 2, VERSION);
    put(b, 2, 0);
    put(b, 2, f->plain ? STORED : DEFLATED);
    put(b, 2, 0);
    put(b, 2, DATE);
    put(b, 4, f->sum);
    put(b, 4, f->packed.n);
    put(b, 4, f->bytes.n);
    put(b, 2, f->name.n);
    put(b, 2, 0);
}

static void put_file(struct buf *b, struct book_zip_entry *f)
{
    f->at = b->n;
    buf_put(b, "PK\3\4");
    put_facts(b, f);
    buf_add(b, f->name);
    buf_add(b, f->packed);
}

static void put_entry(struct buf *b, const struct book_zip_entry *f)
{
    buf_put(b, "PK\1\2");
    put(b, 2, VERSION);
    put_facts(b, f);
    put(b, 10, 0);
    put(b, 4, f->at);
    buf_add(b, f->name);
}

bool book_zip_pack(struct book_zip *z, struct arena *a, struct str *bytes)
{
    struct buf b = BUF(a);
    if (!pack_all(z)) return false;
    for (size_t i = 0; i < z->list.n; i++) put_file(&b, &z->list.at[i]);
    size_t directory = b.n;
    for (size_t i = 0; i < z->list.n; i++) put_entry(&b, &z->list.at[i]);
    size_t length = b.n - directory;
    buf_put(&b, "PK\5\6");
    put(&b, 4, 0);
    put(&b, 2, z->list.n);
    put(&b, 2, z->list.n);
    put(&b, 4, length);
    put(&b, 4, directory);
    put(&b, 2, 0);
    *bytes = buf_str(&b);
    return z->list.n <= UINT16_MAX && b.n <= UINT32_MAX;
}
