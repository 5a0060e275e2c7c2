#include "layout/flow.h"

#include "layout/block.h"
#include "layout/running_heads.h"

/* -- pages -- */

static size_t add_page(struct lay *lay)
{
    struct page p = {.width = lay->tree->sheet.width, .height = lay->tree->sheet.height};
    VEC_ADD(lay->job->keep, lay->pages->list, p);
    return lay->pages->list.n - 1;
}

/* Notes that an earlier page had no room for: a third of this page is theirs. */
static int32_t waiting_notes(struct lay *lay)
{
    if (strip_done(lay->foot)) return 0;
    int32_t height = strip_height(lay->foot), most = lay->look.height / 3;
    return height < most ? height : most;
}

static void put_notes(struct lay *lay, size_t page, int32_t used)
{
    if (strip_done(lay->foot)) return;
    const struct sheet *s = &lay->tree->sheet;
    int32_t room = lay->look.height - used - STRIP_NOTES_GAP, x = head_left(lay, page);
    if (!strip_take(lay->foot, (struct strip_room){.height = room, .force = used == 0})) return;
    int32_t top = s->height - s->bottom - lay->foot->used;
    strip_emit(lay, lay->foot, page, x, top, 0);
    struct item rule = block_rect(lay->tree->root, x + lay->look.hang, top - STRIP_NOTES_GAP / 2,
                                  STYLE_MM(30), 400, STYLE_BLUE);
    VEC_ADD(lay->job->keep, lay->pages->list.at[page].items, rule);
}

static void put_page(struct lay *lay, struct strip *strip)
{
    size_t page = add_page(lay);
    int32_t used = 0;
    if (!strip_done(strip)) {
        int32_t notes = waiting_notes(lay);
        struct strip_room room = {.height = lay->look.height, .notes = notes, .force = true};
        strip_squeeze(strip, room);
        strip_take(strip, room);
        used = strip->used;
        int32_t taken = notes + strip->notes;
        int32_t foot = lay->look.height - (taken ? taken + STRIP_NOTES_GAP : 0);
        strip_emit(lay, strip, page, head_left(lay, page), lay->tree->sheet.top, lay->tree->sheet.top + foot);
    }
    put_notes(lay, page, used);
}

void flow_pages(struct lay *lay, struct strip *strip)
{
    do put_page(lay, strip);
    while (!strip_done(strip) || !strip_done(lay->foot));
}

/* -- marks -- */

static bool is_second(const struct node *heading, const struct node *partner)
{
    return partner && heading->parent != heading->parent->parent->first;
}

/* A heading in both languages has a line for each. */
static struct str title_of(struct lay *lay, const struct node *n)
{
    struct buf b = BUF(lay->job->keep);
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *s = &n->spans.at[i];
        if (s->kind == SPAN_BREAK) buf_put(&b, " / ");
        if (s->kind == SPAN_TEXT) buf_add(&b, s->text);
    }
    return str_trim(buf_str(&b));
}

static void add_bookmark(struct lay *lay, const struct node *n, const struct spot *spot, int *level)
{
    const struct node *partner = head_partner(n);
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

void flow_marks(struct lay *lay)
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
