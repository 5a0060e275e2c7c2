#include "pdf/structure/structure_elements.h"

#include "pdf/syntax.h"

enum { NO_PAGE = UINT32_MAX, PARENTS_A_NODE = 1024, IDS_A_NODE = 1024 };

enum kid_kind { KID_ELEM, KID_MARK, KID_OBJECT };

struct elem_kid {
    struct elem_kid *next;
    enum kid_kind kind;
    struct elem *elem;
    uint32_t page;
    unsigned n; /* MCID or object number */
};

/* -- growing -- */

static struct elem *new_elem(struct structure_elements *e, struct elem *parent, enum tag tag, enum lang lang)
{
    struct elem *x = ARENA_ONE(e->arena, struct elem);
    x->tag = tag;
    x->parent = parent;
    x->lang = lang != LANG_NONE || !parent ? lang : parent->lang;
    x->page = NO_PAGE;
    if (tag == TAG_NOTE) x->note = ++e->notes;
    VEC_ADD(e->arena, e->all, x);
    return x;
}

static struct elem_kid *add_kid(struct structure_elements *e, struct elem *to, enum kid_kind kind)
{
    struct elem_kid *k = ARENA_ONE(e->arena, struct elem_kid);
    k->kind = kind;
    if (to->last)
        to->last->next = k;
    else
        to->first = k;
    return to->last = k;
}

struct structure_elements *structure_elements_new(struct arena *a, struct haru *h, const unsigned *pages,
                                                  size_t npages, enum lang lang)
{
    struct structure_elements *e = ARENA_ONE(a, struct structure_elements);
    *e = (struct structure_elements){.arena = a, .haru = h, .pages = pages, .npages = npages};
    e->marks = arena_get(a, sizeof *e->marks * npages);
    e->root = new_elem(e, NULL, TAG_DOCUMENT, lang);
    e->root->used = true;
    return e;
}

static bool is_block(enum tag tag)
{
    return tag == TAG_NOTE || !(tag >= TAG_SPAN || tag == TAG_LBL);
}

struct elem *structure_elements_add(struct structure_elements *e, struct elem *parent, enum tag tag,
                                    enum lang lang)
{
    while (is_block(tag) && roles_is_text(parent->tag) && parent->parent) parent = parent->parent;
    /* At most four deep: a cell in a list is an item's body's table's row's. */
    enum tag between = roles_between(parent->tag, tag);
    if (between)
        return structure_elements_add(e, structure_elements_add(e, parent, between, LANG_NONE), tag, lang);
    struct elem *x = new_elem(e, parent, tag, lang);
    add_kid(e, parent, KID_ELEM)->elem = x;
    return x;
}

struct elem *structure_elements_lead(struct structure_elements *e, struct elem *parent, enum tag tag)
{
    struct elem *x = new_elem(e, parent, tag, LANG_NONE);
    struct elem_kid *k = ARENA_ONE(e->arena, struct elem_kid);
    k->elem = x;
    k->next = parent->first;
    parent->first = k;
    if (!parent->last) parent->last = k;
    return x;
}

struct elem *structure_elements_last(const struct elem *parent)
{
    return parent->last && parent->last->kind == KID_ELEM ? parent->last->elem : NULL;
}

struct elem *structure_elements_piece(struct structure_elements *e, struct elem *parent, enum tag tag,
                                      uint64_t key, enum lang lang)
{
    struct elem *last = structure_elements_last(parent);
    if (lang == LANG_NONE) lang = parent->lang;
    if (last && last->tag == tag && last->key == key && last->lang == lang && !last->closed) return last;
    struct elem *x = structure_elements_add(e, parent, tag, lang);
    x->key = key;
    return x;
}

void structure_elements_name(struct structure_elements *e, struct elem *head)
{
    if (!head->head) head->head = ++e->heads;
}

static void use(struct elem *x, size_t page)
{
    if (x->page == NO_PAGE) x->page = (uint32_t)page;
    for (; x && !x->used; x = x->parent) x->used = true;
}

unsigned structure_elements_mark(struct structure_elements *e, struct elem *to, size_t page)
{
    struct elem_kid *k = add_kid(e, to, KID_MARK);
    k->page = (uint32_t)page;
    k->n = (unsigned)e->marks[page].n;
    VEC_ADD(e->arena, e->marks[page], to);
    use(to, page);
    return k->n;
}

unsigned structure_elements_object(struct structure_elements *e, struct elem *to, size_t page,
                                   unsigned annotation)
{
    struct elem_kid *k = add_kid(e, to, KID_OBJECT);
    k->page = (uint32_t)page;
    k->n = annotation;
    VEC_ADD(e->arena, e->annots, to);
    use(to, page);
    return (unsigned)(e->npages + e->annots.n - 1);
}

void structure_elements_box(struct elem *e, int64_t x0, int64_t y0, int64_t x1, int64_t y1)
{
    if (!e->boxed || x0 < e->box[0]) e->box[0] = x0;
    if (!e->boxed || y0 < e->box[1]) e->box[1] = y0;
    if (!e->boxed || x1 > e->box[2]) e->box[2] = x1;
    if (!e->boxed || y1 > e->box[3]) e->box[3] = y1;
    e->boxed = true;
}

/* -- writing -- */

/* A table's cells stay where they are empty: rows are of one length (ISO 14289-1, 7.5). */
static bool kept(const struct elem *x)
{
    if (x->used || !x->parent) return x->used;
    if (x->tag == TAG_TD || x->tag == TAG_TH) return x->parent->used || kept(x->parent);
    return x->tag == TAG_TR && x->parent->used && x->first;
}

static void put_kid(struct structure_elements *e, struct buf *out, const struct elem *x,
                    const struct elem_kid *k)
{
    if (k->kind == KID_ELEM) {
        syntax_ref(out, k->elem->id);
    } else if (k->kind == KID_OBJECT) {
        buf_fmt(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", e->pages[k->page], k->n);
    } else if (k->page == x->page) {
        syntax_int(out, k->n);
    } else {
        buf_fmt(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", e->pages[k->page], k->n);
    }
}

/* One kid stands without brackets. */
static void put_kids(struct structure_elements *e, struct buf *out, const struct elem *x)
{
    size_t n = 0;
    for (const struct elem_kid *k = x->first; k; k = k->next) n += k->kind != KID_ELEM || k->elem->id;
    if (!n) return;
    bool many = n > 1;
    buf_put(out, many ? "/K[" : "/K ");
    for (const struct elem_kid *k = x->first; k; k = k->next) {
        if (k->kind == KID_ELEM && !k->elem->id) continue;
        put_kid(e, out, x, k);
        if (--n) buf_byte(out, ' ');
    }
    if (many) buf_byte(out, ']');
}

static void put_box(struct buf *out, const struct elem *x)
{
    buf_put(out, "/A<</O/Layout/BBox[");
    for (int i = 0; i < 4; i++) {
        if (i) buf_byte(out, ' ');
        syntax_milli(out, x->box[i]);
    }
    buf_put(out, "]>>");
}

static void put_id(struct buf *out, const struct elem *x)
{
    if (x->head)
        buf_fmt(out, "(head%08u)", x->head);
    else
        buf_fmt(out, "(note%06u)", x->note);
}

static void put_heads(struct buf *out, const struct elem *x)
{
    if (!x->heads.n) return;
    buf_put(out, "/Headers[");
    for (size_t i = 0; i < x->heads.n; i++) put_id(out, x->heads.at[i]);
    buf_byte(out, ']');
}

/* 14.8.5.7 */
static void put_table(struct buf *out, const struct elem *x)
{
    if (!x->scope && x->across < 2 && x->down < 2 && !x->heads.n) return;
    buf_put(out, "/A<</O/Table");
    if (x->scope) buf_fmt(out, "/Scope/%s", x->scope == ELEM_ROW ? "Row" : "Column");
    if (x->across > 1) buf_fmt(out, "/ColSpan %zu", x->across);
    if (x->down > 1) buf_fmt(out, "/RowSpan %zu", x->down);
    put_heads(out, x);
    buf_put(out, ">>");
}

/* Attributes (14.8.5); a field that is no form's on paper: PrintField (14.8.5.6). */
static void put_attributes(struct buf *out, const struct elem *x)
{
    static const char *const lists[] = {"", "None", "Disc", "Decimal", "LowerAlpha", "UpperAlpha"};
    if (x->list) buf_fmt(out, "/A<</O/List/ListNumbering/%s>>", lists[x->list]);
    put_table(out, x);
    if (x->tag == TAG_FIGURE && x->boxed) put_box(out, x);
    if (x->field) {
        static const char *const fields[] = {"", "rb/checked/off", "cb/checked/off", "tv"};
        buf_fmt(out, "/A<</O/PrintField/Role/%s/Desc", fields[x->field]);
        syntax_text(out, x->alt);
        buf_put(out, ">>");
    } else if (x->alt.n) {
        buf_put(out, "/Alt");
        syntax_text(out, x->alt);
    }
    if (x->actual.n) {
        buf_put(out, "/ActualText");
        syntax_text(out, x->actual);
    }
    if (x->note || x->head) {
        buf_put(out, "/ID");
        put_id(out, x);
    }
}

static struct str print_elem(struct structure_elements *e, struct buf *out, const struct elem *x,
                             unsigned root)
{
    out->n = 0;
    buf_put(out, "/S/");
    buf_put(out, roles_name(x->tag));
    buf_put(out, "/P ");
    syntax_ref(out, x->parent ? x->parent->id : root);
    if (x->page != NO_PAGE) {
        buf_put(out, "/Pg ");
        syntax_ref(out, e->pages[x->page]);
    }
    if (x->tongue)
        buf_fmt(out, "/Lang(%s)", x->tongue);
    else if (x->lang != LANG_NONE && (!x->parent || x->parent->lang != x->lang))
        buf_fmt(out, "/Lang(%s)", lang_tag(x->lang));
    put_attributes(out, x);
    put_kids(e, out, x);
    return str_copy(e->arena, (struct str){out->s, out->n});
}

static void put_parents(struct buf *out, struct structure_elements *e, size_t key)
{
    syntax_int(out, (int64_t)key);
    if (key >= e->npages) {
        buf_byte(out, ' ');
        syntax_ref(out, e->annots.at[key - e->npages]->id);
        buf_byte(out, ' ');
        return;
    }
    buf_byte(out, '[');
    for (size_t i = 0; i < e->marks[key].n; i++) {
        if (i) buf_byte(out, ' ');
        syntax_ref(out, e->marks[key].at[i]->id);
    }
    buf_byte(out, ']');
}

static unsigned write_keys(struct structure_elements *e, struct buf *out)
{
    unsigned id = haru_new(e->haru);
    haru_set(e->haru, id, str_copy(e->arena, (struct str){out->s, out->n}));
    return id;
}

/* A number tree of two levels (7.9.7). */
static unsigned write_parents(struct structure_elements *e, struct buf *out)
{
    size_t n = e->npages + e->annots.n;
    struct buf kids = BUF(e->arena);
    for (size_t from = 0; from < n; from += PARENTS_A_NODE) {
        size_t to = from + PARENTS_A_NODE < n ? from + PARENTS_A_NODE : n;
        out->n = 0;
        buf_fmt(out, "/Limits[%zu %zu]/Nums[", from, to - 1);
        for (size_t key = from; key < to; key++) put_parents(out, e, key);
        buf_byte(out, ']');
        syntax_ref(&kids, write_keys(e, out));
        buf_byte(&kids, ' ');
    }
    out->n = 0;
    buf_fmt(out, "/Kids[%.*s]", (int)kids.n, kids.s ? kids.s : "");
    return write_keys(e, out);
}

/* In their order: all headers, then all notes, each numbered as they were made. */
static struct elem_heads elems_named(const struct structure_elements *e)
{
    struct elem_heads list = {0};
    for (int notes = 0; notes < 2; notes++)
        for (size_t i = 0; i < e->all.n; i++) {
            struct elem *x = e->all.at[i];
            if (x->id && (notes ? x->note : x->head)) VEC_ADD(e->arena, list, x);
        }
    return list;
}

static unsigned write_ids(struct structure_elements *e, struct buf *out)
{
    struct buf kids = BUF(e->arena);
    struct elem_heads list = elems_named(e);
    for (size_t from = 0; from < list.n; from += IDS_A_NODE) {
        size_t to = from + IDS_A_NODE < list.n ? from + IDS_A_NODE : list.n;
        out->n = 0;
        buf_put(out, "/Limits[");
        put_id(out, list.at[from]);
        put_id(out, list.at[to - 1]);
        buf_put(out, "]/Names[");
        for (size_t i = from; i < to; i++) {
            put_id(out, list.at[i]);
            buf_fmt(out, "%u 0 R ", list.at[i]->id);
        }
        buf_byte(out, ']');
        syntax_ref(&kids, write_keys(e, out));
        buf_byte(&kids, ' ');
    }
    if (!list.n) return 0;
    out->n = 0;
    buf_fmt(out, "/Kids[%.*s]", (int)kids.n, kids.s);
    return write_keys(e, out);
}

unsigned structure_elements_write(struct structure_elements *e)
{
    struct buf out = BUF(e->arena);
    unsigned root = haru_new(e->haru);
    for (size_t i = 0; i < e->all.n; i++)
        if (kept(e->all.at[i])) e->all.at[i]->id = haru_new(e->haru);
    for (size_t i = 0; i < e->all.n; i++)
        if (e->all.at[i]->id) haru_set(e->haru, e->all.at[i]->id, print_elem(e, &out, e->all.at[i], root));
    unsigned parents = write_parents(e, &out), ids = write_ids(e, &out);
    out.n = 0;
    buf_fmt(&out, "/Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %zu", e->root->id,
            parents, e->npages + e->annots.n);
    if (ids) buf_fmt(&out, "/IDTree %u 0 R", ids);
    haru_set(e->haru, root, str_copy(e->arena, (struct str){out.s, out.n}));
    return root;
}
