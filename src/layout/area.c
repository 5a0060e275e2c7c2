#include "layout/area.h"

void area_start(struct layout_context *lay, const struct node *node)
{
    struct box_start *s = ARENA_ONE(lay->job->keep, struct box_start);
    s->owner = node;
    *lay->starts_end = s;
    lay->starts_end = &s->next;
}

void area_note(struct layout_context *lay, struct note_mark *m)
{
    if (!m || m->marked) return;
    m->marked = true;
    *lay->marked_end = &m->box;
    lay->marked_end = &m->box.next;
    *lay->unbuilt_end = m;
    lay->unbuilt_end = &m->unbuilt;
}

struct area_mark area_mark(const struct layout_context *lay, const struct area *area)
{
    const struct galley *s = area->galley;
    return (struct area_mark){.boxes = s->boxes.n,
                              .after = s->after,
                              .new_page = s->new_page,
                              .shares = s->shares,
                              .opens = s->opens,
                              .starts = lay->starts,
                              .starts_end = lay->starts_end,
                              .marked = lay->marked,
                              .marked_end = lay->marked_end,
                              .unbuilt = lay->unbuilt,
                              .unbuilt_end = lay->unbuilt_end};
}

static void unmark(struct layout_context *lay, const struct area_mark *m)
{
    struct note_mark *n = m->unbuilt ? *m->unbuilt_end : lay->unbuilt;
    for (struct note_mark *next; n; n = next) {
        next = n->unbuilt;
        n->unbuilt = NULL;
        n->box.next = NULL;
        n->marked = false;
    }
}

void area_again(struct layout_context *lay, const struct area *area, const struct area_mark *m)
{
    struct galley *s = area->galley;
    unmark(lay, m);
    s->boxes.n = m->boxes;
    s->after = m->after;
    s->new_page = m->new_page;
    s->shares = m->shares;
    s->opens = m->opens;
    lay->starts = m->starts;
    lay->starts_end = m->starts ? m->starts_end : &lay->starts;
    *lay->starts_end = NULL;
    lay->marked = m->marked;
    lay->marked_end = m->marked ? m->marked_end : &lay->marked;
    *lay->marked_end = NULL;
    lay->unbuilt = m->unbuilt;
    lay->unbuilt_end = m->unbuilt ? m->unbuilt_end : &lay->unbuilt;
    *lay->unbuilt_end = NULL;
}

struct area area_column(struct layout_context *lay, const struct area *area, int32_t x, int32_t width)
{
    struct area c = *area;
    c.galley = galley_new(lay->passing, x, width);
    c.x = 0;
    c.width = width;
    c.column = true;
    c.border = NULL;
    return c;
}

struct box *area_add(struct layout_context *lay, struct area *area, struct box box, int32_t before)
{
    box.border = area->border;
    box.starts = lay->starts;
    box.notes = lay->marked;
    lay->starts = NULL;
    lay->starts_end = &lay->starts;
    lay->marked = NULL;
    lay->marked_end = &lay->marked;
    return galley_add(lay->passing, area->galley, box, before);
}

struct box *area_group(struct layout_context *lay, struct area *area, struct galley **columns, size_t n,
                       bool whole)
{
    struct box b = {.kind = BOX_GROUP, .columns = columns, .ncolumns = n, .first = -1, .whole = whole};
    int32_t before = 0, after = 0;
    for (size_t i = 0; i < n; i++) {
        struct galley *c = columns[i];
        after = c->after > after ? c->after : after;
        if (!c->boxes.n) continue;
        before = c->boxes.at[0].before > before ? c->boxes.at[0].before : before;
        c->boxes.at[0].before = 0;
        const struct box *last = galley_last(c);
        if (last->keep && (!b.keep || last->mild < b.mild)) b.mild = last->mild;
        b.keep = b.keep || last->keep;
    }
    struct box *added = area_add(lay, area, b, before);
    area->galley->after = after;
    return added;
}

struct box *area_band(struct layout_context *lay, struct area *area, struct item *items, size_t n,
                      int32_t height, int32_t before)
{
    struct box b = {.kind = BOX_BAND, .items = items, .nitems = n, .height = height, .first = -1};
    return area_add(lay, area, b, before);
}

struct item area_rect(const struct node *node, int32_t x, int32_t y, int32_t width, int32_t height,
                      uint32_t colour)
{
    return (struct item){.kind = ITEM_RECT,
                         .artifact = ARTIFACT_LAYOUT,
                         .node = node,
                         .colour = colour,
                         .x = x,
                         .y = y,
                         .width = width,
                         .height = height};
}
