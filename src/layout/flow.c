#include "layout/flow.h"

#include "layout/block.h"
#include "layout/running_heads.h"

/* -- pages -- */

static size_t add_page(struct layout_context *lay)
{
    struct page p = {.width = lay->print->sheet.width, .height = lay->print->sheet.height};
    VEC_ADD(lay->job->keep, lay->pages->list, p);
    return lay->pages->list.n - 1;
}

/* Notes that an earlier page had no room for: a third of this page is theirs. */
static int32_t waiting_notes(struct layout_context *lay)
{
    if (galley_done(lay->foot)) return 0;
    int32_t height = galley_height(lay->foot), most = lay->look.height / 3;
    return height < most ? height : most;
}

static void put_notes(struct layout_context *lay, size_t page, int32_t used)
{
    if (galley_done(lay->foot)) return;
    const struct sheet *s = &lay->print->sheet;
    int32_t room = lay->look.height - used - GALLEY_NOTES_GAP, x = running_heads_left(lay, page);
    if (!galley_take(lay->foot, (struct galley_room){.height = room, .force = used == 0})) return;
    int32_t top = s->height - s->bottom - lay->foot->used;
    galley_emit(lay, lay->foot, page, x, top, 0);
    struct item rule = block_rect(lay->tree->root, x + lay->look.hang, top - GALLEY_NOTES_GAP / 2,
                                  STYLE_MM(30), 400, STYLE_BLUE);
    VEC_ADD(lay->job->keep, lay->pages->list.at[page].items, rule);
}

static void put_page(struct layout_context *lay, struct strip *galley)
{
    size_t page = add_page(lay);
    int32_t used = 0;
    if (!galley_done(galley)) {
        int32_t notes = waiting_notes(lay);
        struct galley_room room = {.height = lay->look.height, .notes = notes, .force = true};
        galley_squeeze(galley, room);
        galley_take(galley, room);
        used = galley->used;
        int32_t taken = notes + galley->notes;
        int32_t foot = lay->look.height - (taken ? taken + GALLEY_NOTES_GAP : 0);
        galley_emit(lay, galley, page, running_heads_left(lay, page), lay->print->sheet.top,
                    lay->print->sheet.top + foot);
    }
    put_notes(lay, page, used);
}

void flow_pages(struct layout_context *lay, struct strip *galley)
{
    do put_page(lay, galley);
    while (!galley_done(galley) || !galley_done(lay->foot));
}

/* -- marks -- */

static bool is_second(const struct node *heading, const struct node *partner)
{
    return partner && heading->parent != heading->parent->parent->first;
}

/* A heading in both languages has a line for each. */
static struct str title_of(struct layout_context *lay, const struct node *n)
{
    struct buf b = BUF(lay->job->keep);
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *s = &n->spans.at[i];
        if (s->kind == SPAN_BREAK) buf_put(&b, " / ");
        if (s->kind == SPAN_TEXT) buf_add(&b, s->text);
    }
    return str_trim(buf_str(&b));
}

static void add_bookmark(struct layout_context *lay, const struct node *n, const struct spot *spot,
                         int *level)
{
    const struct node *partner = running_heads_partner(n);
    if (is_second(n, partner)) return;
    struct str title = title_of(lay, n);
    if (partner) {
        struct str other = title_of(lay, partner);
        if (other.n) title = str_fmt(lay->job->keep, "%.*s / %.*s", STR_ARGS(title), STR_ARGS(other));
    }
    if (!title.n) return;
    int wanted = (int)n->role - (int)ROLE_H1 + 1;
    *level = wanted > *level + 1 ? *level + 1 : wanted;
    struct bookmark b = {.level = *level, .title = title, .node = n, .page = spot->page, .y = spot->y};
    VEC_ADD(lay->job->keep, lay->pages->bookmarks, b);
}

void flow_marks(struct layout_context *lay)
{
    int level = 0;
    for (size_t i = 0; i < lay->started.n; i++) {
        const struct node *n = lay->started.at[i].node;
        const struct spot *spot = seen_get(&lay->spots, n);
        if (n->role >= ROLE_H1 && n->role <= ROLE_H3 && !n->quiet) add_bookmark(lay, n, spot, &level);
        struct destination d = {
            .anchor = n->anchor, .node = n, .page = spot->page, .x = spot->x, .y = spot->y};
        if (n->anchor.n || n->role == ROLE_NOTE) VEC_ADD(lay->job->keep, lay->pages->destinations, d);
    }
}
