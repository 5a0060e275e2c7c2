#include "read/note/footnote.h"

#include "base/map.h"
#include "read/dialect/dialect.h"

struct footnote_entry {
    struct footnote note;        /* first: a mark's footnote leads to its entry */
    bool called, twice, lacking; /* lacking: a mark has it, no definition */
};

struct footnote_table {
    struct job *job;
    const struct dialect *dialect;
    VEC(struct footnote_entry *) list; /* as defined */
    struct map by_label;
    struct footnote **tail, *first;
};

struct footnote_table *footnote_table(struct job *job, const struct dialect *dialect)
{
    struct footnote_table *t = ARENA_ONE(job->keep, struct footnote_table);
    t->job = job;
    t->dialect = dialect;
    t->by_label = MAP(job->keep);
    return t;
}

/* Bytes of a label with case and Khmer digits folded, one at a time. */
static unsigned folded(struct str s, size_t *at)
{
    unsigned char c = (unsigned char)s.s[*at];
    bool digit = c == 0xE1 && *at + 2 < s.n && (unsigned char)s.s[*at + 1] == 0x9F;
    unsigned char last = digit ? (unsigned char)s.s[*at + 2] : 0;
    if (digit && last >= 0xA0 && last <= 0xA9) {
        *at += 3;
        return '0' + (last - 0xA0u);
    }
    ++*at;
    return c >= 'A' && c <= 'Z' ? c + 32u : c;
}

static uint64_t label_hash(struct str s)
{
    uint64_t h = 1469598103934665603u;
    for (size_t at = 0; at < s.n;) h = (h ^ folded(s, &at)) * 1099511628211u;
    return h;
}

static bool same_label(const void *value, const void *wanted)
{
    struct str a = ((const struct footnote_entry *)value)->note.label, b = *(const struct str *)wanted;
    size_t i = 0, j = 0;
    while (i < a.n && j < b.n)
        if (folded(a, &i) != folded(b, &j)) return false;
    return i == a.n && j == b.n;
}

static void **entry_at(struct footnote_table *t, struct str label)
{
    return map_at_by(&t->by_label, label_hash(label), same_label, &label);
}

static struct str line_text(const struct footnote_table *t, struct place p)
{
    if (t->dialect) p = dialect_place(t->dialect, p);
    return str_fmt(t->job->keep, "%u", place_position(p).line);
}

struct footnote *footnote_define(struct footnote_table *t, struct str label, struct place place)
{
    struct footnote_entry *e = ARENA_ONE(t->job->keep, struct footnote_entry);
    e->note.label = label;
    e->note.place = place;
    e->note.body = block_new(t->job->keep, NULL, BLOCK_ROOT, place);
    void **at = entry_at(t, label);
    const struct footnote_entry *first = *at;
    e->twice = first != NULL;
    if (e->twice)
        diag_tell(t->job->diags, DIAG_FOOTNOTE_TWICE, place, label, line_text(t, first->note.place));
    else
        *at = e;
    VEC_ADD(t->job->keep, t->list, e);
    return &e->note;
}

struct footnote *footnote_find(const struct footnote_table *t, struct str label)
{
    label = str_trim(label);
    struct footnote_entry *e = map_get_by(&t->by_label, label_hash(label), same_label, &label);
    return e && !e->lacking ? &e->note : NULL;
}

bool footnote_lacks(struct footnote_table *t, struct str label)
{
    void **at = entry_at(t, label);
    if (*at) return false;
    struct footnote_entry *e = *at = ARENA_ONE(t->job->keep, struct footnote_entry);
    e->note.label = str_copy(t->job->keep, label);
    e->lacking = true;
    return true;
}

/* -- which are called -- */

static const struct block *after(const struct block *b, const struct block *top)
{
    if (b->first) return b->first;
    while (b != top && !b->next) b = b->parent;
    return b == top ? NULL : b->next;
}

static void call(struct footnote_table *t, const struct spans *spans)
{
    for (size_t i = 0; i < spans->n; i++) {
        struct footnote_entry *e = (struct footnote_entry *)(uintptr_t)spans->at[i].note;
        if (!e || e->called) continue;
        e->called = true;
        *t->tail = &e->note;
        t->tail = &e->note.next;
    }
}

/* Marks in these blocks, then those in the bodies that they call. */
static void call_from(struct footnote_table *t, const struct block *top)
{
    struct footnote **start = t->tail;
    for (const struct block *b = top; b; b = after(b, top)) call(t, &b->spans);
    for (; *start; start = &(*start)->next)
        for (const struct block *b = (*start)->body; b; b = after(b, (*start)->body)) call(t, &b->spans);
}

static void put_label(struct arena *a, struct block *para, const struct footnote *n)
{
    struct span *at = ARENA_MANY(a, struct span, para->spans.n + 1);
    at[0] = (struct span){.kind = SPAN_TEXT, .lang = LANG_NONE, .place = n->place};
    at[0].text = str_fmt(a, "[^%.*s]: ", STR_ARGS(n->label));
    if (para->spans.n) memcpy(at + 1, para->spans.at, para->spans.n * sizeof *at);
    para->spans = (struct spans){at, para->spans.n + 1};
}

/* The body's blocks, moved to the root's end; the label as typed before its first words. */
static void append(struct footnote_table *t, struct block *root, struct footnote *n)
{
    struct arena *a = t->job->keep;
    struct block *first = n->body->first;
    if (!first || first->kind != BLOCK_PARA)
        put_label(a, block_new(a, root, BLOCK_PARA, n->place), n);
    else
        put_label(a, first, n);
    if (!first) return;
    for (struct block *b = first; b; b = b->next) b->parent = root;
    if (root->last)
        root->last->next = first;
    else
        root->first = first;
    root->last = n->body->last;
    n->body->first = n->body->last = NULL;
}

struct footnote *footnote_finish(struct footnote_table *t, struct block *root)
{
    t->tail = &t->first;
    call_from(t, root);
    for (size_t i = 0; i < t->list.n; i++) {
        struct footnote_entry *e = t->list.at[i];
        if (e->called) continue;
        if (!e->twice) diag_tell(t->job->diags, DIAG_FOOTNOTE_UNUSED, e->note.place, e->note.label);
        e->called = true;
        struct block *last = root->last;
        append(t, root, &e->note);
        for (struct block *b = last ? last->next : root->first; b; b = b->next) call_from(t, b);
    }
    return t->first;
}
