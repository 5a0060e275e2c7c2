#include "read/format/yaml.h"

#include "khmer/spelling_order.h"
#include "read/format/known_name.h"

#include <stdlib.h>
#include <yaml.h>

enum { DEPTH = 32, TRIES = 100 };

struct yaml_open { /* a list or map that is not closed yet */
    struct yaml_node *node, *last;
    struct str key;
    struct place key_place;
    bool has_key;
};

struct yaml_reader {
    struct job *job;
    const struct source *source;
    struct str text;     /* its text, with spaces for tabs before a line */
    size_t tab;          /* the first of these; SIZE_MAX: none */
    size_t from, to;     /* what this try reads */
    size_t chars, bytes; /* libyaml counts characters: a pair that belongs together, moved by offset_of */
    size_t end;          /* of all of it */
    struct yaml_node *root;
    struct yaml_node *into; /* what a try goes on with: the root, or a map or list in it */
    struct yaml_node *list; /* a list to go on with after that */
    struct yaml_open stack[DEPTH];
    size_t depth;
    size_t failed; /* where a try went wrong; SIZE_MAX: it did not */
    enum diag_code why;
};

/* -- places ---------------------------------------------------------------------------------------------- */

static bool is_inner(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t offset_of(struct yaml_reader *r, size_t chars)
{
    const char *s = r->source->text.s;
    while (r->chars < chars && r->bytes < r->to) {
        do r->bytes++;
        while (r->bytes < r->to && is_inner(s[r->bytes]));
        r->chars++;
    }
    while (r->chars > chars && r->bytes > r->from) {
        do r->bytes--;
        while (r->bytes > r->from && is_inner(s[r->bytes]));
        r->chars--;
    }
    return r->bytes;
}

static struct place place_of(struct yaml_reader *r, yaml_mark_t mark)
{
    return place_in(r->source, offset_of(r, mark.index));
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

static bool fail(struct yaml_reader *r, enum diag_code code, size_t at)
{
    r->why = code;
    r->failed = at >= r->to && r->to > r->from ? r->to - 1 : at; /* the end belongs to its last line */
    return false;
}

static bool open_node(struct yaml_reader *r, enum yaml_kind kind, yaml_mark_t mark)
{
    size_t at = offset_of(r, mark.index);
    if (wants_key(r)) return fail(r, DIAG_YAML_SYNTAX, at);
    if (r->depth == DEPTH) return fail(r, DIAG_YAML_DEEP, at);
    /* A later try, or a second document, goes on in the same map or list. */
    struct yaml_node *into = r->into ? r->into : r->root;
    bool again = !r->depth && into && into->kind == kind;
    struct yaml_node *n = again ? into : add(r, kind, place_in(r->source, at));
    struct yaml_node *last = n->first;
    while (last && last->next) last = last->next;
    r->stack[r->depth++] = (struct yaml_open){.node = n, .last = last};
    return true;
}

static int by_key(const void *left, const void *right)
{
    const struct yaml_node *a = *(struct yaml_node *const *)left, *b = *(struct yaml_node *const *)right;
    int c = str_cmp(a->key, b->key);
    return c ? c : (a->key_place.offset > b->key_place.offset) - (a->key_place.offset < b->key_place.offset);
}

/* Duplicate keys: the last counts. */
static void tell_doubles(struct yaml_reader *r, const struct yaml_node *map)
{
    struct arena_mark mark = arena_mark(r->job->scratch);
    VEC(struct yaml_node *) all = {0};
    for (struct yaml_node *n = map->first; n; n = n->next) VEC_ADD(r->job->scratch, all, n);
    if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_key);
    for (size_t i = 1; i < all.n; i++)
        if (str_eq(all.at[i - 1]->key, all.at[i]->key)) {
            all.at[i - 1]->used = true;
            diag_tell(r->job->diags, DIAG_YAML_TWICE, all.at[i]->key_place, all.at[i]->key);
        }
    arena_reset(r->job->scratch, mark);
}

static void close_node(struct yaml_reader *r)
{
    struct yaml_node *n = r->stack[--r->depth].node;
    if (n && n->kind == YAML_MAP && n != r->root) tell_doubles(r, n);
}

/* A sign that YAML reads as its own (& * !): the writer's text is taken as it stands. */
static struct str as_typed(struct yaml_reader *r, const yaml_event_t *e)
{
    size_t from = offset_of(r, e->start_mark.index), to = offset_of(r, e->end_mark.index);
    diag_tell(r->job->diags, DIAG_YAML_SIGN, place_in(r->source, from), {0});
    return str_trim(str_sub(r->source->text, from, to));
}

/* A remark begins with # behind a blank; "Hall #3" has none, and would lose its end in silence. */
static void tell_remark(struct yaml_reader *r, const yaml_event_t *e)
{
    size_t end = offset_of(r, e->end_mark.index), at = end;
    const char *s = r->source->text.s;
    while (at < r->to && (s[at] == ' ' || s[at] == '\t')) at++;
    if (at == end || at + 1 >= r->to || s[at] != '#' || memchr(" \t\r\n#", s[at + 1], 5)) return;
    diag_tell(r->job->diags, DIAG_YAML_REMARK, place_in(r->source, at), {0});
}

/* Word's quotation marks around all of a text are meant as YAML's own. */
static struct str less_quotes(struct str t)
{
    static const char *const OPEN[] = {"“", "‘"}, *const CLOSE[] = {"”", "’"};
    for (int i = 0; i < 2; i++) {
        if (!str_starts(t, OPEN[i]) || !str_ends(t, CLOSE[i]) || t.n < 6) continue;
        struct str inner = str_sub(t, 3, t.n - 3);
        if (str_find(inner, str_of(OPEN[i]), 0) == SIZE_MAX) return str_trim(inner);
    }
    return t;
}

static struct str scalar_text(struct yaml_reader *r, const yaml_event_t *e)
{
    if (e->type == YAML_ALIAS_EVENT || e->data.scalar.anchor || e->data.scalar.tag) return as_typed(r, e);
    struct str t = {(const char *)e->data.scalar.value, e->data.scalar.length};
    bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain && (str_is(t, "~") || str_eq_fold(t, STR("null")))) t.n = 0;
    if (plain) tell_remark(r, e);
    t = plain ? less_quotes(str_trim(t)) : str_trim(t);
    return spelling_order_mend(r->job->keep, str_copy(r->job->keep, t));
}

static bool scalar(struct yaml_reader *r, const yaml_event_t *e)
{
    struct place place = place_of(r, e->start_mark);
    struct str text = scalar_text(r, e);
    if (wants_key(r)) {
        struct yaml_open *o = &r->stack[r->depth - 1];
        o->key = text;
        o->key_place = place;
        o->has_key = true;
        return true;
    }
    add(r, YAML_SCALAR, place)->text = text;
    return true;
}

/* -- events ---------------------------------------------------------------------------------------------- */

static bool event(struct yaml_reader *r, const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_MAPPING_START_EVENT: return open_node(r, YAML_MAP, e->start_mark);
    case YAML_SEQUENCE_START_EVENT: return open_node(r, YAML_LIST, e->start_mark);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: close_node(r); return true;
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT: return scalar(r, e);
    default: return true;
    }
}

static bool says(const char *text, const char *part)
{
    return text && strstr(text, part);
}

/* Is this the only colon of its line so far, and a tab before it? */
static void look_back(const struct yaml_reader *r, size_t at, bool *alone, bool *tab)
{
    const char *s = r->source->text.s;
    *alone = true;
    *tab = at < r->to && s[at] == '\t';
    while (at > r->from && s[at - 1] != '\n' && s[at - 1] != '\r') {
        at--;
        *alone &= s[at] != ':';
        *tab |= s[at] == '\t' && at >= r->tab;
    }
}

static void tell_syntax(struct yaml_reader *r, const yaml_parser_t *p)
{
    bool alone, tab;
    if (p->error == YAML_READER_ERROR) {
        size_t at = r->from + p->problem_offset;
        fail(r, DIAG_YAML_SYNTAX, at < r->to ? at : r->to);
        return;
    }
    size_t at = offset_of(r, p->problem_mark.index);
    look_back(r, at, &alone, &tab);
    if (says(p->context, "quoted scalar"))
        fail(r, DIAG_YAML_QUOTE, offset_of(r, p->context_mark.index));
    else if (says(p->context, "flow"))
        fail(r, DIAG_YAML_BRACKET, offset_of(r, p->context_mark.index));
    else if (tab)
        fail(r, DIAG_YAML_TAB, at);
    else if (!alone && says(p->problem, "mapping values are not allowed"))
        fail(r, DIAG_YAML_COLON, at);
    else
        fail(r, DIAG_YAML_SYNTAX, at);
}

static void read_events(struct yaml_reader *r, yaml_parser_t *p)
{
    for (bool on = true; on;) {
        yaml_event_t e;
        if (!yaml_parser_parse(p, &e)) {
            tell_syntax(r, p);
            return;
        }
        on = e.type != YAML_STREAM_END_EVENT && event(r, &e);
        yaml_event_delete(&e);
    }
}

static void try_read(struct yaml_reader *r)
{
    yaml_parser_t p;
    r->chars = 0;
    r->bytes = r->from;
    r->depth = 0;
    r->failed = SIZE_MAX;
    if (!yaml_parser_initialize(&p)) return;
    yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&p, (const unsigned char *)r->text.s + r->from, r->to - r->from);
    read_events(r, &p);
    yaml_parser_delete(&p);
}

/* -- going on after a fault ------------------------------------------------------------------------------ */

static size_t line_start(const struct yaml_reader *r, size_t at)
{
    const char *s = r->source->text.s;
    while (at > 0 && s[at - 1] != '\n' && s[at - 1] != '\r') at--;
    return at;
}

static size_t line_end(const struct yaml_reader *r, size_t at)
{
    const char *s = r->source->text.s;
    while (at < r->end && s[at] != '\n' && s[at] != '\r') at++;
    return at;
}

static bool starts_key(struct str line)
{
    return line.n && !memchr(" \t#-}],", line.s[0], 7) && memchr(line.s, ':', line.n);
}

static size_t next_line(const struct yaml_reader *r, size_t at)
{
    const char *s = r->source->text.s;
    while (at < r->end && s[at] != '\n' && s[at] != '\r') at++;
    while (at < r->end && (s[at] == '\n' || s[at] == '\r')) at++;
    return at;
}

/* The next line after at that opens a key at the margin, or the end. */
static size_t next_key(const struct yaml_reader *r, size_t at)
{
    while ((at = next_line(r, at)) < r->end)
        if (starts_key(str_sub(r->source->text, at, next_line(r, at)))) return at;
    return r->end;
}

/* The outermost list that was open when a try failed, if its items stand on lines of their own. */
static struct yaml_node *open_list(const struct yaml_reader *r)
{
    for (size_t i = 0; i < r->depth; i++) {
        struct yaml_node *n = r->stack[i].node;
        if (n->kind != YAML_LIST) continue;
        return n->place.offset < r->end && r->source->text.s[n->place.offset] == '-' ? n : NULL;
    }
    return NULL;
}

/* The next line after at, and before the next key at the margin, that opens an item of this list. */
static size_t next_item(const struct yaml_reader *r, size_t at, const struct yaml_node *list, size_t before)
{
    size_t indent = list ? list->place.offset - line_start(r, list->place.offset) : 0;
    while (list && (at = next_line(r, at)) < before) {
        size_t dash = at;
        while (dash < before && r->source->text.s[dash] == ' ') dash++;
        if (dash - at == indent && dash + 1 < before && !memcmp(r->source->text.s + dash, "- ", 2)) return at;
    }
    return before;
}

static size_t indent_of(const struct yaml_reader *r, size_t line)
{
    size_t at = line;
    while (at < r->end && r->text.s[at] == ' ') at++;
    return at - line;
}

/* The innermost open map whose keys stand as far from the margin as this line does. */
static struct yaml_node *open_map(const struct yaml_reader *r, size_t line)
{
    size_t indent = indent_of(r, line);
    for (size_t i = r->depth; indent && i-- > 0;) {
        struct yaml_node *n = r->stack[i].node;
        size_t at = n->place.offset;
        if (n->kind != YAML_MAP || at >= r->end || r->source->text.s[at] == '{') continue;
        if (at - line_start(r, at) == indent) return n;
    }
    return NULL;
}

/* The first line from at on that is nearer to the margin. */
static size_t map_end(const struct yaml_reader *r, size_t at, size_t indent)
{
    while (at < r->end && (indent_of(r, at) >= indent || r->source->text.s[at] == '#')) at = next_line(r, at);
    return at;
}

static struct yaml_node *entry_at(struct yaml_reader *r, struct yaml_node *map, struct str key, size_t at)
{
    struct yaml_node **n = &map->first;
    for (; *n; n = &(*n)->next)
        if ((*n)->key_place.offset == at) return *n;
    *n = ARENA_ONE(r->job->keep, struct yaml_node);
    (*n)->key = key;
    (*n)->key_place = place_in(r->source, at);
    return *n;
}

/* Text that YAML would not take: as typed, less a quote that is not closed. */
static struct str plain_value(struct yaml_reader *r, struct str value)
{
    bool quote = value.s[0] == '"' || value.s[0] == '\'';
    if (quote && !memchr(value.s + 1, value.s[0], value.n - 1)) value = str_sub(value, 1, value.n);
    return spelling_order_mend(r->job->keep, value);
}

/* "title: Session 2: mentoring", "title: [draft] Forum" – the line's own text is what was meant. */
static bool mend_line(struct yaml_reader *r, size_t line, struct yaml_node *map)
{
    size_t at = line + indent_of(r, line);
    struct str value = str_sub(r->source->text, at, line_end(r, at)), key;
    if (!map || map->kind != YAML_MAP || !starts_key(value)) return false;
    str_cut(&value, ':', &key);
    value = str_trim(value);
    bool bracket = value.n && memchr("[{", value.s[0], 2);
    if (!value.n || memchr("|>", value.s[0], 2) || (bracket && r->why != DIAG_YAML_SYNTAX)) return false;
    struct yaml_node *n = entry_at(r, map, str_trim(key), at);
    n->kind = YAML_SCALAR;
    n->first = NULL;
    n->place = place_in(r->source, (size_t)(value.s - r->source->text.s));
    n->text = plain_value(r, value);
    return true;
}

/* From the line of at: the list's next item, else the next key at the margin. */
static void go_on(struct yaml_reader *r, size_t at)
{
    size_t key = next_key(r, at), item = next_item(r, at, r->list, key);
    bool listed = item < key;
    r->into = listed ? r->list : r->root;
    r->from = listed ? item : key;
    r->to = listed ? key : r->end;
    if (!listed) r->list = NULL;
}

static struct yaml_node *root_of(struct yaml_reader *r, size_t line)
{
    if (r->root) return r->root;
    r->root = ARENA_ONE(r->job->keep, struct yaml_node);
    r->root->kind = YAML_MAP;
    r->root->place = place_in(r->source, line);
    return r->root;
}

/* After a fault: on with the line after it in the same map, else as go_on. */
static void resume(struct yaml_reader *r)
{
    size_t line = line_start(r, r->failed), next = next_line(r, line), indent = indent_of(r, line);
    struct yaml_node *list = open_list(r), *map = open_map(r, line);
    bool mended = mend_line(r, line, indent ? map : root_of(r, line));
    diag_tell(r->job->diags, mended ? DIAG_YAML_MENDED : r->why, place_in(r->source, r->failed), {0});
    if (list) r->list = list;
    r->into = map;
    r->from = next;
    r->to = map ? map_end(r, next, indent) : next;
    if (r->from >= r->to) go_on(r, line);
}

/* Spaces for tabs before a line, byte for byte: places stay. */
static void spread_tabs(struct yaml_reader *r)
{
    struct buf b = BUF(r->job->keep);
    bool before = true;
    r->text = r->source->text;
    r->tab = SIZE_MAX;
    for (size_t i = r->from; i < r->end; i++) {
        char c = r->text.s[i];
        if (before && c == '\t') {
            if (!b.n) buf_add(&b, r->text), r->tab = i;
            b.s[i] = ' ';
        }
        before = c == '\n' || c == '\r' || (before && (c == ' ' || c == '\t'));
    }
    if (b.n) r->text = buf_str(&b);
}

struct yaml_node *yaml_read(struct job *job, const struct source *source, size_t from, size_t to)
{
    struct yaml_reader r = {.job = job, .source = source, .from = from, .to = to, .end = to};
    bool tabs_read = true;
    spread_tabs(&r);
    for (int i = 0; i < TRIES && r.from < r.end; i++) {
        try_read(&r);
        tabs_read &= r.failed == SIZE_MAX || r.why != DIAG_YAML_TAB;
        if (r.failed != SIZE_MAX)
            resume(&r);
        else if (r.to < r.end)
            go_on(&r, r.to - 1);
        else
            break;
    }
    if (r.tab != SIZE_MAX && tabs_read)
        diag_tell(job->diags, DIAG_YAML_TAB_READ, place_in(source, r.tab), {0});
    if (r.root && r.root->kind == YAML_MAP) tell_doubles(&r, r.root);
    return r.root;
}

/* -- looking things up ----------------------------------------------------------------------------------- */

struct yaml_node *yaml_get(struct yaml_node *map, const char *key)
{
    struct yaml_node *found = NULL;
    if (!map || map->kind != YAML_MAP) return NULL;
    for (struct yaml_node *n = map->first; n; n = n->next)
        if (str_eq_fold(n->key, str_of(key))) found = n;
    if (found) found->used = true;
    return found;
}

struct str yaml_text(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_node *n = yaml_get(map, key);
    if (!n) return (struct str){0};
    if (n->kind == YAML_SCALAR) return n->text;
    diag_tell(job->diags, DIAG_YAML_KIND, n->place, n->key);
    return (struct str){0};
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
