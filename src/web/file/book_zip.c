#include "web/file/book_zip.h"

#include <zip.h>

struct book_zip_entry {
    struct str name, bytes;
};

struct book_zip {
    struct arena *arena;
    VEC(struct book_zip_entry) list;
};

struct book_zip *book_zip_new(struct arena *a)
{
    struct book_zip *z = ARENA_ONE(a, struct book_zip);
    z->arena = a;
    return z;
}

void book_zip_add(struct book_zip *z, struct str name, struct str bytes)
{
    VEC_ADD(z->arena, z->list, (struct book_zip_entry){name, bytes});
}

/* 1 January 1980 (APPNOTE 4.4.6), in no time zone. */
enum { DOS_DATE = 1 << 5 | 1, LEVEL = 4 };

/* plain: as EPUB's first file is (OCF 4.2). */
static bool add(zip_t *zip, struct arena *a, const struct book_zip_entry *f, bool plain)
{
    plain |= str_ends(f->name, ".woff"); /* deflated as it is */
    zip_source_t *source = zip_source_buffer(zip, f->bytes.s, f->bytes.n, 0);
    zip_int64_t at = source ? zip_file_add(zip, str_copy(a, f->name).s, source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return !zip_set_file_compression(zip, (zip_uint64_t)at, plain ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                     plain ? 0 : LEVEL) &&
           !zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DOS_DATE, 0);
}

static bool read_back(zip_source_t *to, struct arena *a, struct str *bytes)
{
    zip_stat_t st;
    zip_stat_init(&st);
    if (zip_source_stat(to, &st) || !(st.valid & ZIP_STAT_SIZE) || zip_source_open(to)) return false;
    char *room = arena_raw(a, st.size + 1);
    zip_int64_t n = zip_source_read(to, room, st.size);
    zip_source_close(to);
    *bytes = (struct str){room, (size_t)st.size};
    return n >= 0 && (zip_uint64_t)n == st.size;
}

bool book_zip_pack(struct book_zip *z, struct arena *a, struct str *bytes)
{
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = to ? zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
    bool good = zip != NULL;
    if (to && !zip) zip_source_free(to);
    if (!zip) return false;
    zip_source_keep(to);
    for (size_t i = 0; i < z->list.n && good; i++) good = add(zip, z->arena, &z->list.at[i], !i);
    if (!good || zip_close(zip)) {
        zip_discard(zip);
        zip_source_free(to);
        return false;
    }
    good = read_back(to, a, bytes);
    zip_source_free(to);
    return good;
}
