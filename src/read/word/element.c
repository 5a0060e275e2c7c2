#include "read/word/element.h"

#include "base/map.h"
#include "read/office/xml.h"

/* A note of 1,000 pages has a million. */
enum { ELEMENTS_MOST = 2000000, VALUES_MOST = 64 };

struct element_tree {
    struct job *job;
    struct arena *a;
    struct place place;
    struct xml_reader *reader;
    struct map names;
    struct element *top, *at;
    struct buf text;
    size_t n;
};

static struct str interned(struct element_tree *t, struct str name)
{
    void **at = map_at_str(&t->names, name);
    struct str *known = *at;
    if (!known) {
        *at = known = ARENA_ONE(t->a, struct str);
        *known = str_copy(t->a, name);
    }
    return *known;
}

static struct element *add(struct element_tree *t)
{
    struct element *e = ARENA_ONE(t->a, struct element);
    e->parent = t->at;
    if (t->at && t->at->last)
        t->at->last->next = e;
    else if (t->at)
        t->at->first = e;
    if (t->at) t->at->last = e;
    return e;
}

/* Text comes in pieces: they are one until an element begins or ends. */
static void end_text(struct element_tree *t)
{
    if (t->text.n && t->at) add(t)->text = str_copy(t->a, (struct str){t->text.s, t->text.n});
    t->text.n = 0;
}

static void on_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct element_tree *t = with;
    end_text(t);
    if (++t->n > ELEMENTS_MOST) {
        if (!t->reader->enough) diag_tell(t->job->diags, DIAG_WORD_LONG, t->place, {0});
        t->reader->enough = true;
        return;
    }
    struct element *e = add(t);
    e->name = interned(t, name);
    if (!t->top) t->top = e;
    t->at = e;
    struct element_value values[VALUES_MOST];
    struct str key, value;
    size_t n = 0;
    if (!xml_attribute_at(attributes, 0, &key, &value)) return;
    while (n < VALUES_MOST && xml_attribute_at(attributes, n, &key, &value)) {
        values[n].name = interned(t, key);
        values[n++].value = str_copy(t->a, value);
    }
    struct element_value *kept = ARENA_MANY(t->a, struct element_value, n + 1);
    memcpy(kept, values, n * sizeof *kept);
    e->values = kept;
    e->nvalues = n;
}

static void on_end(void *with, struct str name)
{
    struct element_tree *t = with;
    (void)name;
    end_text(t);
    if (t->at) t->at = t->at->parent;
}

static void on_text(void *with, struct str text)
{
    struct element_tree *t = with;
    buf_add(&t->text, text);
}

struct element *element_read(struct job *job, struct arena *a, struct archive *archive, struct str part)
{
    struct str bytes;
    if (!archive_part(archive, job->scratch, part, &bytes)) return NULL;
    struct element_tree t = {
        .job = job, .a = a, .place = archive_place(archive), .names = MAP(a), .text = BUF(a)};
    struct xml_reader reader = {.start = on_start, .end = on_end, .text = on_text, .with = &t};
    t.reader = &reader;
    xml_read(job, t.place, part, bytes, &reader);
    return t.top;
}

bool element_is(const struct element *e, const char *name)
{
    return e && str_is(e->name, name);
}

const struct element *element_child(const struct element *e, const char *name)
{
    for (const struct element *c = e ? e->first : NULL; c; c = c->next)
        if (str_is(c->name, name)) return c;
    return NULL;
}

struct str element_value(const struct element *e, const char *name)
{
    for (size_t i = 0; e && i < e->nvalues; i++)
        if (str_is(e->values[i].name, name)) return e->values[i].value;
    return (struct str){0};
}

struct str element_child_value(const struct element *e, const char *child, const char *name)
{
    return element_value(element_child(e, child), name);
}

const struct element *element_after(const struct element *e, const struct element *top)
{
    if (e->first) return e->first;
    while (e != top && !e->next) e = e->parent;
    return e == top ? NULL : e->next;
}

const struct element *element_within(const struct element *top, const char *const *names)
{
    for (const struct element *e = top; e; e = element_after(e, top))
        for (size_t i = 0; e != top && names[i]; i++)
            if (str_is(e->name, names[i])) return e;
    return NULL;
}

long element_number(struct str value, long other)
{
    enum { MOST = 1000000000 };
    long n = 0;
    bool minus = value.n && value.s[0] == '-';
    size_t i = minus;
    for (; i < value.n && value.s[i] >= '0' && value.s[i] <= '9'; i++)
        n = n < MOST ? n * 10 + (value.s[i] - '0') : n;
    return i > (size_t)minus ? (minus ? -n : n) : other;
}
