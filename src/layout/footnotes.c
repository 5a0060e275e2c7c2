#include "layout/footnotes.h"

#include "layout/block.h"
#include "layout/running_heads.h"

enum {
    MOST = 3 /* a note counts as no more than a third of a page, and so much is left to those that wait */
};

void footnotes_find(struct layout_context *lay)
{
    size_t n = 0;
    struct note_mark **end = &lay->notes;
    for (const struct node *note = lay->tree->notes; note; note = note->next) {
        struct note_mark *m = ARENA_ONE(lay->job->keep, struct note_mark);
        m->node = note;
        m->label = note->label.n ? note->label : str_fmt(lay->job->keep, "%zu", n + 1);
        n++;
        if (note->note && !map_get(&lay->marks, map_pointer(note->note)))
            *map_at(&lay->marks, map_pointer(note->note)) = m;
        *end = m;
        end = &m->next;
    }
}

/* -- laid out -- */

static void build(struct layout_context *lay, struct note_mark *m)
{
    struct area area = {.where = STYLE_NOTE, .width = lay->look.measure, .x = lay->look.hang, .column = true};
    if (area.width > lay->look.width - area.x) area.width = lay->look.width - area.x;
    area.galley = m->box.galley = galley_new(lay->passing, 0, area.width);
    block_note(lay, &area, m->node);
    m->box.height = galley_height(area.galley) + lay->look.unit / 4;
}

/* A note is marked before those in it: from the last to the first, each knows their heights. */
static void add_heights(const struct layout_context *lay, struct note_mark *const *built, size_t n)
{
    int32_t most = lay->look.height / MOST;
    for (size_t i = n; i-- > 0;) {
        struct box_note *b = &built[i]->box;
        int64_t height = b->height + galley_notes_height(b->galley);
        b->height = height < most ? (int32_t)height : most;
    }
}

void footnotes_build(struct layout_context *lay)
{
    VEC(struct note_mark *) built = {0};
    while (lay->unbuilt) {
        struct note_mark *m = lay->unbuilt;
        lay->unbuilt = m->unbuilt;
        if (!lay->unbuilt) lay->unbuilt_end = &lay->unbuilt;
        build(lay, m);
        VEC_ADD(lay->job->keep, built, m);
    }
    add_heights(lay, built.at, built.n);
}

void footnotes_unmarked(struct layout_context *lay, struct area *area)
{
    for (struct note_mark *m = lay->notes; m; m = m->next) area_note(lay, m);
    if (lay->marked) area_band(lay, area, NULL, 0, 0, 0);
    footnotes_build(lay);
}

/* -- on pages -- */

int32_t footnotes_waiting(struct layout_context *lay)
{
    struct galley *notes = lay->out.notes;
    return galley_done(notes) ? 0 : galley_height_within(notes, lay->look.height / MOST);
}

/* A table's rule that stands right above parts the notes from the text: two are one too many. */
static bool ruled_above(const struct page *page, const struct item *rule)
{
    for (size_t i = 0; i < page->items.n; i++) {
        const struct item *it = &page->items.at[i];
        if (it->kind != ITEM_RECT || it->node->role != ROLE_TABLE) continue;
        int32_t white = rule->y - it->y - it->height;
        bool over = it->x < rule->x + rule->width && rule->x < it->x + it->width;
        if (over && white >= 0 && white < STYLE_RULES_APART) return true;
    }
    return false;
}

void footnotes_put(struct layout_context *lay, size_t page, int32_t used)
{
    struct galley *notes = lay->out.notes;
    if (galley_done(notes)) return;
    const struct sheet *s = &lay->sheet;
    int32_t room = lay->look.height - used - GALLEY_NOTES_GAP, x = running_heads_left(lay, page);
    if (!galley_take(notes, (struct galley_room){.height = room, .force = used == 0})) return;
    int32_t top = s->height - s->bottom - notes->used;
    galley_emit(&lay->out, notes, x, top, 0);
    struct item rule = area_rect(lay->tree->root, x + lay->look.hang, top - GALLEY_NOTES_GAP / 2,
                                 STYLE_MM(30), 400, STYLE_BLUE);
    struct page *to = &lay->pages->list.at[page];
    if (!ruled_above(to, &rule)) VEC_ADD(lay->pages->arena, to->items, rule);
}
