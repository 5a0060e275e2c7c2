#include "pdf/haru.h"

#include "pdf/deflate.h"
#include "pdf/object_streams.h"
#include "pdf/syntax.h"

#include <hpdf.h>
#include <limits.h>

enum { COPIED = 1 << 16, PACKED_AT_ONCE = 1 << 20 /* bytes */, PAGES_A_NODE = 64, NUMBER_BITS = 0x00FFFFFF };

struct haru {
    HPDF_Doc doc;
    HPDF_STATUS failed; /* the first status that was not OK */
    struct arena *arena;
    struct deflate *pack;
    VEC(HPDF_Dict) dicts;    /* by object number */
    VEC(struct str) keys;    /* the same */
    VEC(struct str) outside; /* the same: a stream's data, which libharu does not hold; else empty */
    struct buf classic;      /* the file as libharu saves it */
};

/* The one place that looks at a status. */
static bool fine(struct haru *h, HPDF_STATUS status)
{
    if (!h->failed && status != HPDF_OK) h->failed = status;
    if (!h->failed && h->doc->error.error_no != HPDF_OK) h->failed = h->doc->error.error_no;
    return !h->failed;
}

static bool made(struct haru *h, const void *object)
{
    return fine(h, HPDF_OK) && fine(h, object ? HPDF_OK : HPDF_INVALID_OBJECT);
}

static HPDF_STATUS print_keys(HPDF_Dict dict, HPDF_Stream to)
{
    struct haru *h = to->attr;
    struct str keys = h->keys.at[dict->header.obj_id & NUMBER_BITS];
    if (!keys.n) return HPDF_OK;
    return HPDF_Stream_Write(to, (const HPDF_BYTE *)keys.s, (HPDF_UINT)keys.n);
}

static unsigned enter(struct haru *h, HPDF_Dict dict)
{
    unsigned id = dict->header.obj_id & NUMBER_BITS;
    while (h->dicts.n <= id) {
        VEC_ADD(h->arena, h->dicts, NULL);
        VEC_ADD(h->arena, h->keys, (struct str){0});
        VEC_ADD(h->arena, h->outside, (struct str){0});
    }
    h->dicts.at[id] = dict;
    dict->write_fn = print_keys;
    return id;
}

/* Who made a file stands in its XMP as well: Info is ours alone. */
static bool take_info(struct haru *h)
{
    if (!fine(h, HPDF_Dict_RemoveElement(h->doc->info, "Producer"))) return false;
    enter(h, h->doc->info);
    enter(h, h->doc->catalog);
    return fine(h, HPDF_SetPagesConfiguration(h->doc, PAGES_A_NODE));
}

struct haru *haru_open(struct arena *a, struct thread_pool *pool, struct memo *memo)
{
    struct haru *h = ARENA_ONE(a, struct haru);
    h->arena = a;
    h->doc = HPDF_New(NULL, NULL);
    h->pack = deflate_new(a, pool, memo);
    if (h->doc && h->pack && take_info(h)) return h;
    haru_close(h);
    return NULL;
}

static void free_objects(struct haru *h)
{
    if (h->doc) HPDF_Free(h->doc);
    h->doc = NULL;
}

void haru_close(struct haru *h)
{
    if (!h) return;
    free_objects(h);
    deflate_free(h->pack);
}

unsigned haru_new(struct haru *h)
{
    if (h->failed) return 0;
    HPDF_Dict dict = HPDF_Dict_New(h->doc->mmgr);
    if (!made(h, dict) || !fine(h, HPDF_Xref_Add(h->doc->xref, dict))) return 0;
    return enter(h, dict);
}

void haru_set(struct haru *h, unsigned id, struct str keys)
{
    if (h->failed) return;
    if (keys.n > INT_MAX) fine(h, HPDF_STRING_OUT_OF_RANGE);
    h->keys.at[id] = keys;
}

/* libharu would hold it in pieces of 4 KiB, and copy it twice. */
static void fill(struct haru *h, unsigned stream, struct str data)
{
    if (data.n > INT_MAX) fine(h, HPDF_STRING_OUT_OF_RANGE);
    if (!h->failed) h->outside.at[stream] = data;
}

static unsigned add_stream(struct haru *h, struct str keys, struct str data)
{
    if (h->failed) return 0;
    HPDF_Dict dict = HPDF_DictStream_New(h->doc->mmgr, h->doc->xref);
    if (!made(h, dict)) return 0;
    unsigned id = enter(h, dict);
    fill(h, id, data);
    haru_set(h, id, keys);
    return id;
}

static struct str filtered(struct haru *h, struct str keys)
{
    return str_fmt(h->arena, "/Filter/FlateDecode%.*s", STR_ARGS(keys));
}

unsigned haru_stream(struct haru *h, struct str keys, struct str data, bool packed)
{
    if (packed) return add_stream(h, filtered(h, keys), str_copy(h->arena, deflate_bytes(h->pack, data)));
    return add_stream(h, keys, data.n < COPIED ? str_copy(h->arena, data) : data);
}

static size_t pack_some(struct haru *h, struct deflate_job *jobs, const struct str *keys, unsigned *ids,
                        size_t from, size_t n)
{
    size_t to = from, raw = 0;
    while (to < n && (to == from || raw + jobs[to].raw.n <= PACKED_AT_ONCE)) raw += jobs[to++].raw.n;
    deflate_all(h->pack, DEFLATE_WELL, jobs + from, to - from);
    for (size_t i = from; i < to; i++) {
        ids[i] = add_stream(h, filtered(h, keys[i]), str_copy(h->arena, jobs[i].packed));
    }
    return to;
}

void haru_streams(struct haru *h, const struct str *keys, const struct str *data, size_t n, unsigned *ids)
{
    struct deflate_job *jobs = ARENA_MANY(h->arena, struct deflate_job, n + 1);
    for (size_t i = 0; i < n; i++) jobs[i].raw = data[i];
    for (size_t at = 0; at < n && !h->failed;) at = pack_some(h, jobs, keys, ids, at, n);
}

unsigned haru_page(struct haru *h)
{
    if (h->failed) return 0;
    HPDF_Page page = HPDF_AddPage(h->doc);
    if (!made(h, page)) return 0;
    fine(h, HPDF_Dict_RemoveElement(page, "MediaBox"));
    fine(h, HPDF_Dict_RemoveElement(page, "Resources"));
    return enter(h, page);
}

static void content(struct haru *h, unsigned page, struct str packed)
{
    if (h->failed) return;
    HPDF_Dict dict = HPDF_Dict_GetItem(h->dicts.at[page], "Contents", HPDF_OCLASS_DICT);
    if (!made(h, dict)) return;
    dict->filter = HPDF_STREAM_FILTER_NONE;
    unsigned id = enter(h, dict);
    fill(h, id, str_copy(h->arena, packed));
    haru_set(h, id, STR("/Filter/FlateDecode"));
}

void haru_contents(struct haru *h, const unsigned *pages, const struct str *data, size_t n)
{
    struct deflate_job *jobs = ARENA_MANY(h->arena, struct deflate_job, n);
    for (size_t i = 0; i < n; i++) jobs[i].raw = data[i];
    deflate_all(h->pack, DEFLATE_FAST, jobs, n);
    for (size_t i = 0; i < n; i++) content(h, pages[i], jobs[i].packed);
}

unsigned haru_catalog(struct haru *h)
{
    return h->doc->catalog->header.obj_id & NUMBER_BITS;
}

unsigned haru_info(struct haru *h)
{
    return h->doc->info->header.obj_id & NUMBER_BITS;
}

/* -- saving -- */

static HPDF_STATUS take_bytes(HPDF_Stream from, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    struct haru *h = from->attr;
    if (h->classic.n > (size_t)INT_MAX - n) return HPDF_FILE_IO_ERROR;
    buf_add(&h->classic, (struct str){(const char *)bytes, n});
    return HPDF_OK;
}

unsigned long haru_save(struct haru *h, struct buf *out)
{
    static const char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    if (h->failed) return h->failed;
    h->classic = BUF(h->arena);
    HPDF_Dict trailer = h->doc->trailer;
    HPDF_Stream to = HPDF_CallbackWriter_New(h->doc->mmgr, take_bytes, h);
    if (!made(h, to)) return h->failed;
    if (fine(h, HPDF_Dict_Add(trailer, "Root", h->doc->catalog)) &&
        fine(h, HPDF_Dict_Add(trailer, "Info", h->doc->info)) &&
        fine(h, HPDF_Stream_Write(to, (const HPDF_BYTE *)header, sizeof header - 1)))
        fine(h, HPDF_Xref_WriteToStream(h->doc->xref, to, NULL));
    HPDF_Stream_Free(to);
    free_objects(h);
    struct outside outside = {h->outside.at, h->outside.n};
    if (!h->failed && !object_streams_write(h->arena, h->pack, buf_str(&h->classic), outside, out))
        h->failed = HPDF_INVALID_DOCUMENT;
    return h->failed;
}
