#include "layout/block/list.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

static bool is_text(const struct node *n)
{
    return n && n->spans.n && n->role >= ROLE_COVER_NATION && n->role <= ROLE_CREDIT &&
           n->role != ROLE_FAULT && n->role != ROLE_MISSING;
}

struct paragraph *list_label(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct paragraph *p = map_get(&lay->pars, map_pointer(&node->label));
    if (p || !node->label.n) return p;
    enum lang lang = node_lang(node);
    if (lang == LANG_NONE) lang = lay->tree->lang;
    bool small = node->first && node->first->role == ROLE_SMALL;
    enum role role = node->role == ROLE_NUMBERED ? ROLE_NUMBERED : small ? ROLE_SMALL : ROLE_ITEM;
    struct style style = style_of(&lay->look, role, lang, area->where);
    style.before = style.after = 0;
    style.keep = true;
    style.align = ALIGN_LEFT;
    p = paragraph_new(lay, node, style, lang);
    if (area->colour) p->style.colour = area->colour;
    paragraph_words(lay, p, node->label, lang, PART_LABEL);
    paragraph_prepare(lay, p);
    *map_at(&lay->pars, map_pointer(&node->label)) = p;
    return p;
}

/* The label's items before those of the item's first line, on one baseline. */
static void hang_label(struct layout_context *lay, struct paragraph *p, struct box *b, int32_t x,
                       int32_t width)
{
    size_t n = 0;
    paragraph_break(lay, p, width);
    struct item *label = p->nlines ? paragraph_finish(lay, p, &p->lines[0], x, b->first, width, &n) : NULL;
    struct item *all = ARENA_MANY(lay->job->keep, struct item, n + b->nitems);
    if (n) memcpy(all, label, n * sizeof *all);
    if (b->nitems) memcpy(all + n, b->items, b->nitems * sizeof *all);
    b->items = all;
    b->nitems += n;
}

/* Its blocks up to one. */
static void put_labelled(struct layout_context *lay, struct area *area, const struct node *item,
                         const struct node *end, int32_t indent)
{
    struct paragraph *label = list_label(lay, area, item);
    struct area in = *area;
    in.x += indent;
    in.width -= indent;
    in.depth++;
    if (!style_of(&lay->look, item->role, node_lang(item), area->where).justify) in.ragged = true;
    size_t first = area->galley->boxes.n;
    bool hangs = indent > 0 && label && label->widest <= indent && (item->spans.n || is_text(item->first));
    if (label && !hangs) paragraph_lines_put(lay, area, label);
    in.close = true;
    if (item->spans.n) block_text(lay, &in, item);
    for (const struct node *n = item->first; n != end; n = n->next) {
        block_put(lay, &in, n);
        in.close = false;
    }
    if (hangs && area->galley->boxes.n > first)
        hang_label(lay, label, &area->galley->boxes.at[first], area->x, indent);
}

void list_item(struct layout_context *lay, struct area *area, const struct node *item, int32_t indent)
{
    put_labelled(lay, area, item, NULL, indent);
}

void list_item_first(struct layout_context *lay, struct area *area, const struct node *item, int32_t indent)
{
    put_labelled(lay, area, item, item->spans.n || !item->first ? item->first : item->first->next, indent);
}

static const struct node *next_within(const struct node *n, const struct node *top)
{
    if (n->first) return n->first;
    while (n != top && !n->next) n = n->parent;
    return n == top ? NULL : n->next;
}

/* Large numbers that follow each other stand in a column, whether or not in one list: the widest of a chapter
 * and language. */
static int32_t widest_number(struct layout_context *lay, const struct area *area, const struct node *list)
{
    const struct node *series = list;
    enum lang lang = node_lang(list);
    struct list_numbers *known = &lay->numbers[lang == LANG_NONE ? LANG_N : (int)lang];
    while (series->parent && series->role != ROLE_SECT) series = series->parent;
    if (known->series == series) return known->widest;
    *known = (struct list_numbers){.series = series};
    for (const struct node *n = series; n; n = next_within(n, series)) {
        if (n->role != ROLE_NUMBERED || node_lang(n) != lang) continue;
        const struct paragraph *p = list_label(lay, area, n);
        if (p && p->widest > known->widest) known->widest = p->widest;
    }
    return known->widest;
}

int32_t list_indent(struct layout_context *lay, const struct area *area, const struct node *list)
{
    int32_t widest = 0, em = style_of(&lay->look, ROLE_ITEM, LANG_NONE, area->where).size;
    for (const struct node *n = list->first; n; n = n->next) {
        struct paragraph *p = list_label(lay, area, n);
        if (p && p->widest > widest) widest = p->widest;
    }
    if (list->first && list->first->role == ROLE_NUMBERED) widest = widest_number(lay, area, list);
    int32_t indent = widest + em / 2 > em * 3 / 2 ? widest + em / 2 : em * 3 / 2;
    return area->width - indent < em * 8 ? 0 : indent;
}

void list_begin(const struct layout_context *lay, struct area *area, const struct node *list)
{
    bool inner = list->parent && list->parent->role == ROLE_ITEM;
    int32_t gap = lay->look.item_gap, *after = &area->galley->after;
    if (inner || *after < gap) *after = gap;
}

void list_between(const struct layout_context *lay, struct area *area, const struct node *item)
{
    int32_t gap = lay->look.item_gap, *after = &area->galley->after;
    if (item->role == ROLE_NUMBERED)
        *after = style_of(&lay->look, item->role, LANG_NONE, area->where).after;
    else if (item->next && *after > gap)
        *after = gap;
}

enum {
    SHORT_ITEM = 12,
    SHORT_LIST = 24,
    SHORT_ITEMS = 3,
    FEW_ITEMS = 5,
    FEW_LINES = 9,
    MOVED = 20,
    BEGINNING = 5 /* units; SHORT_ITEMS: items */
};

/* A page ends after an item, unless this item stays with the next. */
static void keep_item(struct galley *s, const struct list_starts *at, size_t i)
{
    if (at->box[i + 1] > at->box[i]) s->boxes.at[at->box[i + 1] - 1].keep = true;
}

static int32_t item_height(const struct galley *s, const struct list_starts *at, size_t i)
{
    return galley_height_of(s, at->box[i], at->box[i + 1]);
}

/* Of a few items, each of a few lines. */
static bool is_short(const struct galley *s, const struct list_starts *at, int32_t unit)
{
    if (at->n > FEW_ITEMS) return false;
    for (size_t i = 0; i < at->n; i++)
        if (item_height(s, at, i) > FEW_LINES * unit) return false;
    return true;
}

struct list_starts list_starts_new(struct arena *a, const struct node *list)
{
    struct list_starts at = {.n = 0};
    size_t n = 0;
    for (const struct node *item = list->first; item; item = item->next) n++;
    at.box = ARENA_MANY(a, size_t, n + 1);
    return at;
}

void list_keep(const struct layout_context *lay, struct galley *s, struct list_starts *at)
{
    int32_t unit = lay->look.unit;
    size_t n = at->n;
    at->box[n] = s->boxes.n;
    if (n < 2) return;
    if (item_height(s, at, 0) <= SHORT_ITEM * unit) keep_item(s, at, 0);
    for (size_t i = 1; i + 1 < n && galley_height_of(s, at->box[0], at->box[i + 1]) < BEGINNING * unit; i++)
        keep_item(s, at, i);
    if (item_height(s, at, n - 1) <= SHORT_ITEM * unit && item_height(s, at, n - 2) <= MOVED * unit)
        keep_item(s, at, n - 2);
    bool firmly = n <= SHORT_ITEMS && galley_height_of(s, at->box[0], at->box[n]) <= SHORT_LIST * unit;
    if (!firmly && !is_short(s, at, unit)) return;
    for (size_t i = 0; i + 1 < n; i++) {
        struct box *last = &s->boxes.at[at->box[i + 1] - 1];
        if (at->box[i + 1] == at->box[i] || (last->keep && !last->mild)) continue;
        last->keep = true;
        last->mild = firmly ? BOX_FIRM : BOX_LOOSE;
    }
}

void list_put(struct layout_context *lay, struct area *area, const struct node *list)
{
    int32_t indent = list_indent(lay, area, list);
    struct list_starts at = list_starts_new(lay->job->keep, list);
    list_begin(lay, area, list);
    for (const struct node *n = list->first; n; n = n->next) {
        at.box[at.n++] = area->galley->boxes.n;
        area_start(lay, n);
        list_item(lay, area, n, indent);
        list_between(lay, area, n);
    }
    list_keep(lay, area->galley, &at);
}
