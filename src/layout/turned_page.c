#include "layout/turned_page.h"

#include "khmer/number.h"
#include "layout/paragraph/paragraph_break.h"

enum { APART = 3 /* units between two of them on one page */ };

bool turned_page_may(const struct layout_context *lay, const struct area *area)
{
    const struct print *p = lay->print;
    bool paper = p->type == TYPE_PAGE && !p->up && !p->fit_pages && p->sheet.width < p->sheet.height;
    return paper && area->galley == lay->main && !area->border && lay->tree->turned_word.t[lay->tree->lang].n;
}

bool turned_page_is(const struct layout_context *lay, size_t page)
{
    return lay->pages->list.at[page].width != lay->print->sheet.width;
}

void turned_page_use(struct layout_context *lay, bool turned)
{
    const struct sheet *upright = &lay->print->sheet;
    struct sheet *s = &lay->sheet;
    *s = *upright;
    if (turned) {
        s->width = upright->height;
        s->height = upright->width;
    }
    lay->look.width = s->width - s->inside - s->outside;
    lay->look.height = s->height - s->top - s->bottom;
}

/* -- the place that is left -- */

static struct paragraph *words(struct layout_context *lay, const struct node *node, enum lang lang,
                               size_t page)
{
    struct style s = style_of(&lay->look, ROLE_DETAIL, lang, STYLE_TEXT);
    struct paragraph *p = paragraph_new(lay, node, s, lang);
    struct str text = number_within(lay->job->keep, lay->tree->turned_word.t[lang], (long)page + 1, lang);
    paragraph_words(lay, p, text, lang, PART_TURNED_PAGE);
    paragraph_prepare(lay, p);
    return p;
}

/* What begins here begins here, but for the node that is put elsewhere. */
static void forget_start(struct layout_context *lay, const struct node *node)
{
    struct box_start **end = &lay->starts;
    while (*end && ((*end)->owner != node || (*end)->next)) end = &(*end)->next;
    *end = NULL;
    lay->starts_end = end;
}

/* A line with a piece for each language, empty until the page is known. */
static void leave_place(struct layout_context *lay, struct area *area, const struct node *node,
                        struct galley *aside)
{
    bool both = lay->tree->both;
    enum lang first = lay->tree->lang;
    int32_t width = both ? (lay->look.width - lay->look.gutter) / 2 : lay->look.width - lay->look.hang;
    struct style s = style_of(&lay->look, ROLE_DETAIL, LANG_KM, STYLE_TEXT);
    struct item *it = ARENA_MANY(lay->job->keep, struct item, LANG_N);
    for (int i = 0; i < (both ? LANG_N : 1); i++)
        it[i] = (struct item){.kind = ITEM_TEXT,
                              .artifact = ARTIFACT_LAYOUT,
                              .part = PART_TURNED_PAGE,
                              .lang = i ? lang_other(first) : first,
                              .node = node,
                              .x = i ? width + lay->look.gutter : lay->look.hang,
                              .y = s.depth,
                              .width = width};
    struct box *b = area_band(lay, area, it, both ? LANG_N : 1, s.leading, lay->look.unit / 2);
    b->first = s.depth;
    b->aside = aside;
    area->galley->after = lay->look.unit;
}

struct area turned_page_open(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area turned = {.where = area->where, .column = true, .depth = area->depth};
    turned.galley = galley_new(lay->passing, 0, 0);
    forget_start(lay, node);
    leave_place(lay, area, node, turned.galley);
    area_start(lay, node);
    turned_page_use(lay, true);
    turned.width = turned.galley->width = lay->look.width;
    return turned;
}

void turned_page_close(struct layout_context *lay, const struct area *turned)
{
    turned_page_use(lay, false);
    if (turned->galley->boxes.n) turned->galley->boxes.at[0].before = APART * lay->look.unit;
}

/* -- what is told there -- */

static void tell(struct layout_context *lay, struct page *page, size_t i)
{
    struct item it = page->items.at[i];
    const struct galley_start *at = map_get(&lay->positions, map_pointer(it.node));
    if (!at) return;
    struct paragraph *p = words(lay, it.node, it.lang, at->page);
    paragraph_break(lay, p, it.width);
    size_t n = 0;
    struct item *line = p->nlines ? paragraph_finish(lay, p, &p->lines[0], it.x, it.y, it.width, &n) : NULL;
    for (size_t k = 0; k < n; k++) {
        line[k].artifact = ARTIFACT_LAYOUT;
        line[k].part = PART_SELF;
        if (k)
            VEC_ADD(lay->pages->arena, page->items, line[k]);
        else
            page->items.at[i] = line[k];
    }
}

void turned_page_tell(struct layout_context *lay)
{
    for (size_t i = 0; i < lay->pages->list.n; i++) {
        struct page *page = &lay->pages->list.at[i];
        for (size_t k = 0, n = page->items.n; k < n; k++)
            if (page->items.at[k].part == PART_TURNED_PAGE) tell(lay, page, k);
    }
}
