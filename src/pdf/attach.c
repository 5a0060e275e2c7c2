#include "pdf/attach.h"

#include "pdf/meta.h"
#include "pdf/syntax.h"

#include <stdlib.h>

enum { NAMES_A_NODE = 256 };

/* In the order of UTF-16's units: what needs two of them stands before U+E000. */
static uint32_t rank(struct str s, size_t *at)
{
    uint32_t c = *at < s.n ? utf8_next(s, at) + 1 : 0;
    return c > 0xE000 && c <= 0x10000 ? c + 0x110000 : c;
}

/* As the keys are stored: ASCII, then UTF-16 behind its mark (7.9.6). */
static int compare(struct str a, struct str b)
{
    bool plain = syntax_is_plain(a);
    if (plain != syntax_is_plain(b)) return plain ? -1 : 1;
    for (size_t i = 0, k = 0;;) {
        uint32_t x = rank(a, &i), y = rank(b, &k);
        if (x != y) return x < y ? -1 : 1;
        if (!x) return 0;
    }
}

static int by_name(const void *left, const void *right)
{
    const struct attachment *const *a = left, *const *b = right;
    int c = compare((*a)->name, (*b)->name);
    return c ? c : (*a > *b) - (*a < *b);
}

static struct str stream_keys(struct arena *a, const struct attachment *x, struct str date)
{
    struct buf out = BUF(a);
    buf_put(&out, "/Type/EmbeddedFile/Subtype");
    syntax_name(&out, x->type.n ? x->type : STR("application/octet-stream"));
    buf_fmt(&out, "/Params<</Size %zu/CreationDate(%s)/ModDate(%s)>>", x->data.n, date.s, date.s);
    return buf_str(&out);
}

static unsigned *streams(struct arena *a, struct haru *h, const struct attachment **all, size_t n,
                         struct str date)
{
    unsigned *ids = ARENA_MANY(a, unsigned, n);
    struct str *keys = ARENA_MANY(a, struct str, n), *data = ARENA_MANY(a, struct str, n);
    for (size_t i = 0; i < n; i++) {
        keys[i] = stream_keys(a, all[i], date);
        data[i] = all[i]->data;
    }
    haru_streams(h, keys, data, n, ids);
    return ids;
}

/* /F for old readers: ASCII alone. */
static struct str ascii(struct arena *a, struct str name)
{
    struct buf out = BUF(a);
    for (size_t at = 0; at < name.n;) {
        uint32_t c = utf8_next(name, &at);
        buf_byte(&out, c >= 0x20 && c < 0x7F ? (char)c : '_');
    }
    return buf_str(&out);
}

/* What the text was written in is its source; tables are the data behind its figures; lists for programs say
 * again what stands in it (ISO 32000-2, table 43). */
static const char *relation(struct str type)
{
    if (str_is(type, "text/csv")) return "Data";
    return str_is(type, "text/tab-separated-values") ? "Supplement" : "Source";
}

static unsigned specification(struct arena *a, struct haru *h, const struct attachment *x, unsigned file)
{
    unsigned id = haru_new(h);
    struct buf out = BUF(a);
    buf_put(&out, "/Type/Filespec/F");
    syntax_bytes(&out, ascii(a, x->name));
    buf_put(&out, "/UF");
    syntax_text(&out, x->name);
    if (x->description.n) {
        buf_put(&out, "/Desc");
        syntax_text(&out, x->description);
    }
    buf_fmt(&out, "/AFRelationship/%s/EF<</F %u 0 R/UF %u 0 R>>", relation(x->type), file, file);
    haru_set(h, id, buf_str(&out));
    return id;
}

static unsigned leaf(struct arena *a, struct haru *h, const struct attachment **sorted, const unsigned *ids,
                     size_t from, size_t to)
{
    struct buf out = BUF(a);
    buf_put(&out, "/Limits[");
    syntax_text(&out, sorted[from]->name);
    syntax_text(&out, sorted[to - 1]->name);
    buf_put(&out, "]/Names[");
    for (size_t i = from; i < to; i++) {
        syntax_text(&out, sorted[i]->name);
        syntax_ref(&out, ids[i]);
        buf_byte(&out, ' ');
    }
    buf_byte(&out, ']');
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

static unsigned tree_of(struct arena *a, struct haru *h, const struct attachment **sorted,
                        const unsigned *ids, size_t n)
{
    struct buf out = BUF(a);
    buf_put(&out, "/Kids[");
    for (size_t from = 0; from < n; from += NAMES_A_NODE) {
        syntax_ref(&out, leaf(a, h, sorted, ids, from, from + NAMES_A_NODE < n ? from + NAMES_A_NODE : n));
        buf_byte(&out, ' ');
    }
    buf_byte(&out, ']');
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

struct attached attach_write(struct arena *a, struct haru *h, const struct tree *tree)
{
    size_t n = tree->nattachments;
    struct attached all = {0};
    if (!n) return all;
    const struct attachment **sorted = ARENA_MANY(a, const struct attachment *, n);
    unsigned *ids = ARENA_MANY(a, unsigned, n);
    struct buf list = BUF(a);
    for (size_t i = 0; i < n; i++) sorted[i] = &tree->attachments[i];
    qsort(sorted, n, sizeof *sorted, by_name);
    unsigned *files = streams(a, h, sorted, n, meta_date(a, tree));
    for (size_t i = 0; i < n; i++) {
        ids[i] = specification(a, h, sorted[i], files[i]);
        syntax_ref(&list, ids[i]);
        buf_byte(&list, ' ');
    }
    all.list = buf_str(&list);
    all.names = tree_of(a, h, sorted, ids, n);
    return all;
}
