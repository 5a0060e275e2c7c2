#include "pdf/structure/outline.h"

#include "pdf/syntax.h"

enum { OPEN_LEVELS = 1 };

struct outline_entry {
    const struct bookmark *mark;
    unsigned id;
    size_t parent, first, last, prev, next; /* indices; 0 is the root, and nothing */
    size_t depth, kids;
};

/* Each hangs on the last one of a lower level. */
static void hang(struct outline_entry *e, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        size_t up = i - 1;
        while (up && e[up].mark->level >= e[i].mark->level) up = e[up].parent;
        e[i].parent = up;
        e[i].depth = e[up].depth + 1;
        e[i].prev = e[up].last;
        if (e[up].last) e[e[up].last].next = i;
        if (!e[up].first) e[up].first = i;
        e[up].last = i;
        e[up].kids++;
    }
}

static void put_link(struct buf *out, const char *key, unsigned id)
{
    if (!id) return;
    buf_put(out, key);
    syntax_ref(out, id);
}

static struct str print_entry(struct arena *a, const struct outline_entry *e, size_t i,
                              const struct destinations *places)
{
    struct buf out = BUF(a);
    const struct outline_entry *x = &e[i];
    if (i) {
        buf_put(&out, "/Title");
        syntax_text(&out, x->mark->title);
        put_link(&out, "/Parent ", e[x->parent].id);
        buf_put(&out, "/Dest");
        destinations_array(places, &out, x->mark->page, 0, x->mark->y);
    } else {
        buf_put(&out, "/Type/Outlines");
    }
    if (x->prev) put_link(&out, "/Prev ", e[x->prev].id);
    if (x->next) put_link(&out, "/Next ", e[x->next].id);
    if (x->first) put_link(&out, "/First ", e[x->first].id);
    if (x->last) put_link(&out, "/Last ", e[x->last].id);
    /* Closed ones count below nothing; the root is always open. */
    if (x->kids) buf_fmt(&out, "/Count %s%zu", x->depth >= OPEN_LEVELS ? "-" : "", x->kids);
    return buf_str(&out);
}

unsigned outline_write(struct arena *a, struct haru *h, const struct destinations *places)
{
    const struct pages *pages = places->pages;
    struct outline_entry *e = ARENA_MANY(a, struct outline_entry, pages->bookmarks.n + 1);
    size_t n = 1;
    for (size_t i = 0; i < pages->bookmarks.n; i++)
        if (pages->bookmarks.at[i].title.n && pages->bookmarks.at[i].page < pages->list.n)
            e[n++].mark = &pages->bookmarks.at[i];
    if (n == 1) return 0;
    hang(e, n);
    for (size_t i = 0; i < n; i++) e[i].id = haru_new(h);
    for (size_t i = 0; i < n; i++) haru_set(h, e[i].id, print_entry(a, e, i, places));
    return e[0].id;
}

/* -- page labels -- */

static bool latin_number(struct str s, long *n)
{
    *n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9' || i > 6) return false;
        *n = *n * 10 + (s.s[i] - '0');
    }
    return s.n && s.s[0] != '0';
}

/* Latin numbers in a row need one entry; any other label is a prefix of its own page. */
static bool goes_on(const struct pages *pages, size_t i)
{
    long here, before;
    return i && latin_number(pages->list.at[i].label, &here) &&
           latin_number(pages->list.at[i - 1].label, &before) && here == before + 1;
}

static void put_label(struct buf *out, size_t i, struct str label)
{
    long n;
    syntax_int(out, (int64_t)i);
    if (latin_number(label, &n)) {
        buf_fmt(out, "<</S/D/St %ld>>", n);
        return;
    }
    buf_put(out, "<</P");
    syntax_text(out, label);
    buf_put(out, ">>");
}

unsigned outline_labels(struct arena *a, struct haru *h, const struct pages *pages)
{
    struct buf out = BUF(a);
    bool any = false;
    buf_put(&out, "/Nums[");
    for (size_t i = 0; i < pages->list.n; i++) {
        any |= pages->list.at[i].label.n > 0;
        if (!goes_on(pages, i)) put_label(&out, i, pages->list.at[i].label);
    }
    buf_byte(&out, ']');
    if (!any) return 0;
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}
