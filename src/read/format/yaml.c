#include "read/format/yaml.h"

#include "khmer/spelling_order.h"
#include "read/format/known_name.h"
#include "read/format/yaml_lines.h"

#include <stdlib.h>
#include <yaml.h>

enum { DEPTH = 32 };

struct yaml_open { /* a list or map that is not closed yet */
    struct yaml_node *node, *last;
    struct str key;
    struct place key_place;
    bool has_key;
};

struct yaml_reader {
    struct job *job;
    const struct source *source;
    struct yaml_rewrite *written;
    size_t chars, bytes; /* libyaml counts characters: a pair that belongs together, moved by offset_of */
    struct yaml_node *root;
    struct yaml_open stack[DEPTH];
    size_t depth;
};

/* -- places ---------------------------------------------------------------------------------------------- */

static bool is_inner(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Marks come in order, or nearly. */
static struct yaml_rewrite_mark origin_of(struct yaml_reader *r, size_t chars)
{
    const struct buf *b = &r->written->out;
    while (r->chars < chars && r->bytes < b->n) {
        do r->bytes++;
        while (r->bytes < b->n && is_inner(b->s[r->bytes]));
        r->chars++;
    }
    while (r->chars > chars && r->bytes > 0) {
        do r->bytes--;
        while (r->bytes > 0 && is_inner(b->s[r->bytes]));
        r->chars--;
    }
    return yaml_rewrite_origin(r->written, r->bytes);
}

static struct place place_of(struct yaml_reader *r, yaml_mark_t mark)
{
    return place_in(r->source, origin_of(r, mark.index).in);
}

/* -- nodes ----------------------------------------------------------------------------------------------- */

static void attach(struct yaml_open *o, struct yaml_node *n)
{
    if (o->last)
        o->last->next = n;
    else
        o->node->first = n;
    o->last = n;
}

static bool wants_key(const struct yaml_reader *r)
{
    const struct yaml_open *o = r->depth ? &r->stack[r->depth - 1] : NULL;
    return o && o->node->kind == YAML_MAP && !o->has_key;
}

static struct yaml_node *add(struct yaml_reader *r, enum yaml_kind kind, struct place place)
{
    struct yaml_node *n = ARENA_ONE(r->job->keep, struct yaml_node);
    n->kind = kind;
    n->place = place;
    if (!r->depth) {
        if (!r->root) r->root = n;
        return n;
    }
    struct yaml_open *o = &r->stack[r->depth - 1];
    n->key = o->key;
    n->key_place = o->key_place;
    o->has_key = false;
    attach(o, n);
    return n;
}

static void open_node(struct yaml_reader *r, enum yaml_kind kind, yaml_mark_t mark)
{
    if (r->depth == DEPTH) return;
    struct yaml_node *n = add(r, kind, place_of(r, mark));
    r->stack[r->depth++] = (struct yaml_open){.node = n};
}

/* Letters and digits alone, in small letters: how names compare (known_name_same). */
static struct str folded(struct arena *a, struct str key)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < key.n; i++) {
        char c = key.s[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if ((unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) buf_byte(&b, c);
    }
    return buf_str(&b);
}

struct folded_key {
    struct str name;
    struct yaml_node *node;
};

static int by_key(const void *left, const void *right)
{
    const struct folded_key *a = left, *b = right;
    size_t x = a->node->key_place.offset, y = b->node->key_place.offset;
    int c = str_cmp(a->name, b->name);
    return c ? c : (x > y) - (x < y);
}

/* A key twice, in whatever spelling: the last counts. */
static void tell_doubles(struct yaml_reader *r, const struct yaml_node *map)
{
    struct arena_mark mark = arena_mark(r->job->scratch);
    VEC(struct folded_key) all = {0};
    for (struct yaml_node *n = map->first; n; n = n->next)
        VEC_ADD(r->job->scratch, all, ((struct folded_key){folded(r->job->scratch, n->key), n}));
    if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_key);
    for (size_t i = 1; i < all.n; i++)
        if (all.at[i].name.n && str_eq(all.at[i - 1].name, all.at[i].name)) {
            all.at[i - 1].node->used = true;
            diag_tell(r->job->diags, DIAG_YAML_TWICE, all.at[i].node->key_place, all.at[i].node->key);
        }
    arena_reset(r->job->scratch, mark);
}

/* A list or map ends where the last thing in it does. */
static void close_node(struct yaml_reader *r)
{
    if (!r->depth) return;
    struct yaml_open *o = &r->stack[--r->depth];
    if (o->node->kind == YAML_MAP) tell_doubles(r, o->node);
    o->node->end = o->last ? o->last->end : o->node->place.offset;
}

static void scalar(struct yaml_reader *r, const yaml_event_t *e)
{
    struct yaml_rewrite_mark at = origin_of(r, e->start_mark.index);
    struct str text = str_trim((struct str){(const char *)e->data.scalar.value, e->data.scalar.length});
    bool value = r->depth && r->stack[r->depth - 1].has_key;
    if (!at.quoted && (str_is(text, "~") || (value && str_is(text, "null")))) text.n = 0;
    text = spelling_order_mend(r->job->keep, str_copy(r->job->keep, text));
    if (wants_key(r)) {
        struct yaml_open *o = &r->stack[r->depth - 1];
        o->key = text;
        o->key_place = place_in(r->source, at.in);
        o->has_key = true;
        return;
    }
    struct yaml_node *n = add(r, YAML_SCALAR, place_in(r->source, at.in));
    n->text = text;
    n->quoted = at.quoted;
    n->end = origin_of(r, e->end_mark.index).in;
}

/* -- events ---------------------------------------------------------------------------------------------- */

static void event(struct yaml_reader *r, const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_MAPPING_START_EVENT: open_node(r, YAML_MAP, e->start_mark); return;
    case YAML_SEQUENCE_START_EVENT: open_node(r, YAML_LIST, e->start_mark); return;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: close_node(r); return;
    case YAML_SCALAR_EVENT: scalar(r, e); return;
    default: return;
    }
}

/* What yaml_lines wrote is taken; if it ever were not, that is told, and what was read stays. */
static void read_events(struct yaml_reader *r, yaml_parser_t *p)
{
    for (bool on = true; on;) {
        yaml_event_t e;
        if (!yaml_parser_parse(p, &e)) {
            diag_tell(r->job->diags, DIAG_YAML_REFUSED, place_of(r, p->problem_mark), {0});
            while (r->depth) close_node(r);
            return;
        }
        on = e.type != YAML_STREAM_END_EVENT;
        event(r, &e);
        yaml_event_delete(&e);
    }
}

struct yaml_node *yaml_read(struct job *job, const struct source *source, size_t from, size_t to)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct yaml_reader r = {.job = job, .source = source};
    yaml_parser_t p;
    r.written = yaml_lines_rewrite(job, source, from, to);
    if (yaml_parser_initialize(&p)) {
        struct str text = buf_str(&r.written->out);
        yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&p, (const unsigned char *)text.s, text.n);
        read_events(&r, &p);
        yaml_parser_delete(&p);
    }
    arena_reset(job->scratch, mark);
    return r.root;
}

/* -- looking things up ----------------------------------------------------------------------------------- */

struct yaml_node *yaml_get(struct yaml_node *map, const char *key)
{
    struct yaml_node *found = NULL;
    if (!map || map->kind != YAML_MAP) return NULL;
    for (struct yaml_node *n = map->first; n; n = n->next)
        if (known_name_same(n->key, str_of(key))) found = n;
    if (found) found->used = true;
    return found;
}

/* A list's texts, parted by commas. */
static struct str joined(struct job *job, const struct yaml_node *list)
{
    struct buf b = BUF(job->keep);
    for (const struct yaml_node *x = list->first; x; x = x->next) {
        struct str t = yaml_typed(job, x);
        if (t.n) buf_put(&b, b.n ? ", " : ""), buf_add(&b, t);
    }
    return buf_str(&b);
}

struct str yaml_text(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_node *n = yaml_get(map, key);
    if (!n) return (struct str){0};
    if (n->kind == YAML_LIST) return joined(job, n);
    if (n->kind == YAML_MAP) diag_tell(job->diags, DIAG_YAML_MENDED, n->place, {0});
    return yaml_typed(job, n);
}

struct str yaml_typed(struct job *job, const struct yaml_node *n)
{
    if (n->kind == YAML_SCALAR || !n->place.source) return n->text;
    size_t from = n->kind == YAML_MAP && n->first ? n->first->key_place.offset : n->place.offset;
    struct str t = str_trim(str_sub(n->place.source->text, from, n->end > from ? n->end : from)), part;
    struct buf b = BUF(job->keep);
    while (str_cut(&t, '\n', &part))
        if ((part = str_trim(part)).n) buf_put(&b, b.n ? " " : ""), buf_add(&b, part);
    return spelling_order_mend(job->keep, buf_str(&b));
}

void yaml_as_text(struct job *job, struct yaml_node *map, const char *const *known, size_t n)
{
    if (!map || map->kind != YAML_MAP) return;
    for (const struct yaml_node *x = map->first; x; x = x->next) {
        if (known_name_nearest(x->key, known, n).n) return;
        for (size_t i = 0; i < n; i++)
            if (known_name_same(x->key, str_of(known[i]))) return;
    }
    map->text = yaml_typed(job, map);
    map->kind = YAML_SCALAR;
    map->quoted = true;
    if (map->first) map->place = map->first->key_place;
    map->first = NULL;
}

void yaml_unknown(struct job *job, const struct yaml_node *map, const char *const *known, size_t n)
{
    if (!map || map->kind != YAML_MAP) return;
    for (const struct yaml_node *x = map->first; x; x = x->next) {
        if (x->used) continue;
        struct str nearest = known_name_nearest(x->key, known, n);
        if (nearest.n)
            diag_tell(job->diags, DIAG_KEY_UNKNOWN_NEAR, x->key_place, x->key, nearest);
        else
            diag_tell(job->diags, DIAG_KEY_UNKNOWN, x->key_place, x->key);
    }
}
