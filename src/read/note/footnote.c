#include "read/note/footnote.h"

struct footnote_entry {
    struct footnote note; /* first: a mark's footnote leads to its entry */
    uint64_t hash;
    bool called, twice, lacking; /* lacking: a mark has it, no definition */
};

struct footnote_table {
    struct job *job;
    VEC(struct footnote_entry *) list; /* as defined */
    struct footnote_entry **slots;
    size_t taken;
    size_t nslots; /* a power of two, over twice as many as entries */
    struct footnote **tail, *first;
};

struct footnote_table *footnote_table(struct job *job)
{
    struct footnote_table *t = ARENA_ONE(job->keep, struct footnote_table);
    t->job = job;
    t->nslots = 16;
    t->slots = ARENA_MANY(job->keep, struct footnote_entry *, t->nslots);
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

static bool same(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    while (i < a.n && j < b.n)
        if (folded(a, &i) != folded(b, &j)) return false;
    return i == a.n && j == b.n;
}

static struct footnote_entry **slot(const struct footnote_table *t, struct str label, uint64_t hash)
{
    size_t i = hash & (t->nslots - 1);
    while (t->slots[i] && !(t->slots[i]->hash == hash && same(t->slots[i]->note.label, label)))
        i = (i + 1) & (t->nslots - 1);
    return &t->slots[i];
}

static void grow(struct footnote_table *t)
{
    struct footnote_entry **old = t->slots;
    size_t n = t->nslots;
    t->nslots *= 2;
    t->slots = ARENA_MANY(t->job->keep, struct footnote_entry *, t->nslots);
    for (size_t i = 0; i < n; i++)
        if (old[i]) *slot(t, old[i]->note.label, old[i]->hash) = old[i];
}

static struct str line_text(struct arena *a, struct place p)
{
    return str_fmt(a, "%u", place_position(p).line);
}

struct footnote *footnote_define(struct footnote_table *t, struct str label, struct place place)
{
    struct footnote_entry *e = ARENA_ONE(t->job->keep, struct footnote_entry);
    e->note.label = label;
    e->note.place = place;
    e->note.body = block_new(t->job->keep, NULL, BLOCK_ROOT, place);
    e->hash = label_hash(label);
    struct footnote_entry **at = slot(t, label, e->hash);
    e->twice = *at != NULL;
    if (e->twice)
        diag_tell(t->job->diags, DIAG_FOOTNOTE_TWICE, place, label,
                  line_text(t->job->keep, (*at)->note.place));
    else
        *at = e;
    VEC_ADD(t->job->keep, t->list, e);
    if (++t->taken * 2 > t->nslots) grow(t);
    return &e->note;
}

struct footnote *footnote_find(const struct footnote_table *t, struct str label)
{
    label = str_trim(label);
    struct footnote_entry *e = *slot(t, label, label_hash(label));
    return e && !e->lacking ? &e->note : NULL;
}

bool footnote_lacks(struct footnote_table *t, struct str label)
{
    uint64_t hash = label_hash(label);
    struct footnote_entry **at = slot(t, label, hash);
    if (*at) return false;
    *at = ARENA_ONE(t->job->keep, struct footnote_entry);
    **at =
        (struct footnote_entry){.note.label = str_copy(t->job->keep, label), .hash = hash, .lacking = true};
    if (++t->taken * 2 > t->nslots) grow(t);
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
