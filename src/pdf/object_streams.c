#include "pdf/object_streams.h"

#include "pdf/syntax.h"

#include <endian.h>
#include <inttypes.h>

/* What an object stream holds at most before it is packed: deflate sees 32 KiB back. */
enum { MOST_STREAM = 1 << 16, MOST_OBJECTS = 1000, GROUPS_AT_ONCE = 8 };
/* A classic table's line, what PDF/A allows objects (ISO 19005-3, 6.1.13), and "never to be used again". */
enum { ENTRY = 20, MOST_NUMBER = 8388607, NEVER = 65535 };

/* A classic file's object, and where it goes. */
struct object {
    struct str body; /* between "obj" and "endobj" */
    bool stream, dropped;
    struct str keys, data; /* stream: the dictionary without its brackets and /Length, and its bytes */
    size_t at;             /* offset in the new file, or the number of its object stream */
    size_t place;          /* in its object stream */
};

struct object_streams {
    struct arena *arena;
    struct str in;
    struct outside outside;
    struct object *objects; /* by number; 0 is none */
    size_t n, begin, table; /* the first object's offset, and the table's */
    size_t root, info;
    struct buf *out;
    VEC(size_t) streams; /* the object streams' offsets in the new file */
};

/* An object stream to be: some are packed side by side, then others take their room. */
struct object_stream {
    struct buf head, bodies;
    size_t n, first; /* objects; where the first begins */
};

/* -- reading -- */

static bool take(struct str *s, const char *word)
{
    if (!str_starts(*s, word)) return false;
    *s = str_sub(*s, strlen(word), s->n);
    return true;
}

static bool take_number(struct str *s, size_t *n)
{
    size_t i = 0;
    for (*n = 0; i < s->n && i < 12 && s->s[i] >= '0' && s->s[i] <= '9'; i++)
        *n = *n * 10 + (size_t)(s->s[i] - '0');
    *s = str_sub(*s, i, s->n);
    return i > 0;
}

/* Cuts what ends a slice off it. */
static bool cut_end(struct str *s, const char *word)
{
    if (!str_ends(*s, word)) return false;
    s->n -= strlen(word);
    return true;
}

/* The last line names the table's offset. */
static bool find_table(struct object_streams *o)
{
    struct str tail = o->in;
    if (!cut_end(&tail, "\n%%EOF\n")) return false;
    size_t digits = tail.n;
    while (digits && tail.s[digits - 1] >= '0' && tail.s[digits - 1] <= '9') digits--;
    struct str number = str_sub(tail, digits, tail.n);
    return take_number(&number, &o->table) && o->table < digits;
}

static bool read_trailer(struct object_streams *o, struct str s)
{
    size_t size, end;
    bool good = take(&s, "trailer\n<<\n/Root ") && take_number(&s, &o->root) && take(&s, " 0 R\n/Info ") &&
                take_number(&s, &o->info) && take(&s, " 0 R\n/Size ") && take_number(&s, &size) &&
                take(&s, "\n>>\nstartxref\n") && take_number(&s, &end) && str_is(s, "\n%%EOF\n");
    return good && size == o->n && o->root < o->n && o->info < o->n;
}

/* "0000000015 00000 n\r\n": object i begins there. */
static bool read_entry(struct str entry, size_t *offset)
{
    return take_number(&entry, offset) && str_starts(entry, " 00000 n\r\n");
}

static bool read_table(struct object_streams *o)
{
    struct str s = str_sub(o->in, o->table, o->in.n);
    if (!take(&s, "xref\n0 ") || !take_number(&s, &o->n) || !take(&s, "\n") || !o->n || o->n > MOST_NUMBER ||
        s.n / ENTRY < o->n)
        return false;
    o->objects = ARENA_MANY(o->arena, struct object, o->n);
    size_t end = o->table;
    for (size_t i = o->n; --i;) {
        size_t at, number;
        if (!read_entry(str_sub(s, i * ENTRY, (i + 1) * ENTRY), &at) || at >= end) return false;
        struct str body = str_sub(o->in, at, end);
        if (!take_number(&body, &number) || number != i || !take(&body, " 0 obj\n") ||
            !cut_end(&body, "\nendobj\n"))
            return false;
        o->objects[i].body = body;
        end = at;
    }
    o->begin = end;
    return read_trailer(o, str_sub(s, o->n * ENTRY, s.n));
}

/* "<<\n/Length 7 0 R\n…>>\nstream\r\n…\nendstream": the number in object 7 must be what stands there. */
static bool read_stream(struct object_streams *o, struct object *x)
{
    struct str s = x->body;
    size_t length, n, at = (size_t)(x - o->objects);
    if (!take(&s, "<<\n/Length ") || !take_number(&s, &length) || !take(&s, " 0 R\n") || !length ||
        length >= o->n || !cut_end(&s, "\nendstream"))
        return false;
    struct object *counted = &o->objects[length];
    struct str number = counted->body;
    if (counted->dropped || !take_number(&number, &n) || number.n || n > s.n) return false;
    x->data = n ? str_sub(s, s.n - n, s.n) : at < o->outside.n ? o->outside.at[at] : (struct str){0};
    s.n -= n;
    if (!cut_end(&s, ">>\nstream\r\n")) return false;
    x->keys = s;
    return counted->dropped = x->stream = true;
}

static bool read_streams(struct object_streams *o)
{
    for (size_t i = 1; i < o->n; i++) {
        struct object *x = &o->objects[i];
        bool begins = str_starts(x->body, "<<\n/Length "), ends = str_ends(x->body, "\nendstream");
        if (begins != ends || (begins && !read_stream(o, x))) return false;
    }
    return true;
}

/* -- writing -- */

static void write_streams(struct object_streams *o)
{
    for (size_t i = 1; i < o->n; i++) {
        struct object *x = &o->objects[i];
        if (!x->stream) continue;
        x->at = o->out->n;
        buf_fmt(o->out, "%zu 0 obj\n<</Length %zu", i, x->data.n);
        if (x->keys.n && x->keys.s[0] != '/') buf_byte(o->out, '\n');
        buf_add(o->out, x->keys);
        buf_put(o->out, ">>\nstream\r\n");
        buf_add(o->out, x->data);
        buf_put(o->out, "\nendstream\nendobj\n");
    }
}

static bool compact(const struct object *x)
{
    return !x->stream && !x->dropped;
}

/* Where the object stream ends that begins with object from. */
static size_t group_end(const struct object_streams *o, size_t from)
{
    size_t bytes = 0, n = 0, i = from;
    for (; i < o->n && n < MOST_OBJECTS && bytes < MOST_STREAM; i++)
        if (compact(&o->objects[i])) bytes += o->objects[i].body.n, n++;
    return i;
}

/* False: no object of those goes into a stream. */
static bool gather(struct object_streams *o, struct object_stream *g, size_t stream, size_t from, size_t to)
{
    g->head.n = g->bodies.n = g->n = 0;
    for (size_t i = from; i < to; i++) {
        struct object *x = &o->objects[i];
        if (!compact(x)) continue;
        x->at = stream;
        x->place = g->n++;
        syntax_int(&g->head, (int64_t)i);
        buf_byte(&g->head, ' ');
        syntax_int(&g->head, (int64_t)g->bodies.n);
        buf_byte(&g->head, ' ');
        buf_add(&g->bodies, x->body);
        buf_byte(&g->bodies, '\n');
    }
    return g->n > 0;
}

static void put_group(struct object_streams *o, const struct object_stream *g, struct str data)
{
    size_t number = o->n + o->streams.n;
    VEC_ADD(o->arena, o->streams, o->out->n);
    buf_fmt(o->out, "%zu 0 obj\n<</Type/ObjStm/N %zu/First %zu/Length %zu/Filter/FlateDecode>>\nstream\r\n",
            number, g->n, g->first, data.n);
    buf_add(o->out, data);
    buf_put(o->out, "\nendstream\nendobj\n");
}

static void put_groups(struct object_streams *o, struct deflate *pack, struct object_stream *groups, size_t n)
{
    struct deflate_job jobs[GROUPS_AT_ONCE];
    for (size_t i = 0; i < n; i++) {
        struct object_stream *g = &groups[i];
        g->first = g->head.n;
        buf_add(&g->head, (struct str){g->bodies.s, g->bodies.n});
        jobs[i] = (struct deflate_job){.raw = {g->head.s, g->head.n}};
    }
    deflate_all(pack, DEFLATE_WELL, jobs, n);
    for (size_t i = 0; i < n; i++) put_group(o, &groups[i], jobs[i].packed);
}

static void write_objects(struct object_streams *o, struct deflate *pack)
{
    struct object_stream groups[GROUPS_AT_ONCE];
    size_t n = 0;
    for (size_t i = 0; i < GROUPS_AT_ONCE; i++)
        groups[i] = (struct object_stream){.head = BUF(o->arena), .bodies = BUF(o->arena)};
    for (size_t from = 1, to; from < o->n; from = to) {
        to = group_end(o, from);
        n += gather(o, &groups[n], o->n + o->streams.n + n, from, to);
        if (n < GROUPS_AT_ONCE) continue;
        put_groups(o, pack, groups, n);
        n = 0;
    }
    put_groups(o, pack, groups, n);
}

/* -- the cross-reference stream -- */

static size_t bytes_for(size_t n)
{
    size_t bytes = 1;
    while (n >>= 8) bytes++;
    return bytes;
}

static void put_big_endian(unsigned char *to, size_t bytes, size_t n)
{
    for (; bytes; n >>= 8) to[--bytes] = (unsigned char)n;
}

/* Rows of three fields (7.5.8.3), each less the row above (PNG's "up", 7.4.4.4): rows in a row differ little.
 */
struct rows {
    unsigned char *at, *last;
    size_t n, wide[3], width;
};

static void put_row(struct rows *r, size_t type, size_t second, size_t third)
{
    unsigned char row[1 + 2 * sizeof(size_t)] = {0}, *to = r->at + r->n;
    put_big_endian(row, r->wide[0], type);
    put_big_endian(row + r->wide[0], r->wide[1], second);
    put_big_endian(row + r->wide[0] + r->wide[1], r->wide[2], third);
    *to++ = 2;
    for (size_t i = 0; i < r->width; i++) *to++ = (unsigned char)(row[i] - r->last[i]);
    memcpy(r->last, row, r->width);
    r->n += r->width + 1;
}

static struct rows rows_of(const struct object_streams *o, size_t own)
{
    struct rows r = {.wide = {1, bytes_for(own), bytes_for(NEVER)}};
    r.width = r.wide[0] + r.wide[1] + r.wide[2];
    r.at = arena_get(o->arena, (o->n + o->streams.n + 1) * (r.width + 1));
    r.last = arena_get(o->arena, r.width);
    for (size_t i = 0; i < o->n; i++) {
        const struct object *x = &o->objects[i];
        if (!i || x->dropped)
            put_row(&r, 0, 0, NEVER);
        else
            put_row(&r, x->stream ? 1 : 2, x->at, x->stream ? 0 : x->place);
    }
    for (size_t i = 0; i < o->streams.n; i++) put_row(&r, 1, o->streams.at[i], 0);
    put_row(&r, 1, own, 0);
    return r;
}

static uint64_t stir(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 29;
}

/* Names the contents, keeps nothing secret: speed is all that is asked of it. */
static void hash(struct str bytes, uint64_t two[2])
{
    two[0] = UINT64_C(0x6A09E667F3BCC908) ^ bytes.n;
    two[1] = UINT64_C(0xBB67AE8584CAA73B);
    for (size_t i = 0; i < bytes.n; i += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes.s + i, bytes.n - i < 8 ? bytes.n - i : 8);
        word = le64toh(word);
        two[0] = stir(two[0], word);
        two[1] = stir(two[1] + two[0], word);
    }
}

static void put_table(struct object_streams *o, struct deflate *pack)
{
    size_t own = o->out->n, number = o->n + o->streams.n;
    struct rows r = rows_of(o, own);
    struct str data = deflate_bytes(pack, (struct str){(char *)r.at, r.n});
    uint64_t two[2];
    hash((struct str){o->out->s, o->out->n}, two);
    struct str id = str_fmt(o->arena, "%016" PRIX64 "%016" PRIX64, two[0], two[1]);
    buf_fmt(o->out, "%zu 0 obj\n<</Type/XRef/Size %zu/W[%zu %zu %zu]/Root %zu 0 R/Info %zu 0 R/ID[<%s><%s>]",
            number, number + 1, r.wide[0], r.wide[1], r.wide[2], o->root, o->info, id.s, id.s);
    buf_fmt(o->out, "/Length %zu/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %zu>>>>\nstream\r\n",
            data.n, r.width);
    buf_add(o->out, data);
    buf_fmt(o->out, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", own);
}

bool object_streams_write(struct arena *a, struct deflate *pack, struct str classic, struct outside outside,
                          struct buf *out)
{
    struct object_streams o = {.arena = a, .in = classic, .outside = outside, .out = out};
    if (!find_table(&o) || !read_table(&o) || !read_streams(&o)) return false;
    buf_add(out, str_sub(classic, 0, o.begin));
    write_streams(&o);
    write_objects(&o, pack);
    put_table(&o, pack);
    return true;
}
