#include "layout/flow.h"

#include "layout/fit/copyfit.h"
#include "layout/fit/feathering.h"
#include "layout/footnotes.h"
#include "layout/running_heads.h"
#include "layout/turned_page.h"

enum {
    SPREAD = 3,        /* units, above a part of a page, before lines to write on have the rest; */
    WALL_SPREAD = 1,   /* of a poster, which is to be written on; */
    MOST_SPREAD = 5,   /* when they have it */
    ROWS_SPREAD = 6000 /* above and under a row of a timetable */
};

/* -- pages -- */

static size_t add_page(struct layout_context *lay)
{
    struct page p = {.width = lay->sheet.width, .height = lay->sheet.height};
    VEC_ADD(lay->job->keep, lay->pages->list, p);
    return lay->pages->list.n - 1;
}

/* Keeps where each node begins first. */
static void note_starts(struct layout_context *lay, size_t from)
{
    for (size_t i = from; i < lay->out.starts.n; i++) {
        const struct galley_start *s = &lay->out.starts.at[i];
        if (map_get(&lay->positions, map_pointer(s->owner))) continue;
        struct galley_start *first = ARENA_ONE(lay->passing, struct galley_start);
        *first = *s;
        *map_at(&lay->positions, map_pointer(s->owner)) = first;
    }
}

static bool holds_title(const struct node *n)
{
    for (n = n->first; n; n = n->next)
        if (n->role == ROLE_TITLE) return true;
    return false;
}

/* What comes next begins the document once more, in its other language. */
static bool begins_again(const struct galley *s)
{
    while (s->from < s->boxes.n) {
        const struct box *b = &s->boxes.at[s->from];
        for (const struct box_start *at = b->starts; at; at = at->next)
            if (holds_title(at->owner)) return true;
        if (!b->ncolumns) return false;
        s = b->columns[0];
    }
    return false;
}

/* Over a first page stands no running head. */
static int32_t top_of(const struct layout_context *lay, const struct galley *s, size_t page)
{
    bool first = !page || (lay->look.handout && begins_again(s));
    return first && lay->sheet.first_top ? lay->sheet.first_top : lay->sheet.top;
}

static int32_t height_of(const void *of, const struct galley *s, size_t page)
{
    const struct layout_context *lay = of;
    if (page && begins_again(s)) return 0;
    return lay->look.height + lay->sheet.top - top_of(lay, s, page);
}

/* The days of a language are spaced alike. */
static void space_days(struct layout_context *lay, struct galley *galley, size_t page)
{
    struct copyfit c = {.galley = galley, .scratch = lay->job->scratch};
    if (!lay->look.timetable || galley != lay->main || (page && !begins_again(galley))) return;
    lay->rows_each = copyfit_rows_least(&c, height_of, lay, ROWS_SPREAD);
}

/* Text and the notes it brings; returns the height of the text, as if it began where all pages' does. */
static int32_t put_text(struct layout_context *lay, struct galley *galley, size_t page)
{
    if (galley_done(galley)) return 0;
    int32_t notes = footnotes_waiting(lay), top = top_of(lay, galley, page), raised = lay->sheet.top - top;
    struct galley_room room = {.height = lay->look.height + raised, .notes = notes, .force = true};
    space_days(lay, galley, page);
    galley_shrink(galley, room);
    struct galley_room part = room;
    part.height = feathering_balance(galley, room, lay->look.height, STYLE_MOST_AIR);
    galley_take(galley, part);
    copyfit_give_back(galley, room);
    if (lay->tree->toc && galley == lay->main) copyfit_fill(galley, room);
    int32_t spread = lay->print->type == TYPE_WALL ? WALL_SPREAD : SPREAD;
    if (lay->print->spread) feathering_spread(galley, room, lay->look.unit * spread);
    feathering_fill(galley, room, STYLE_LEAST_AIR, STYLE_MOST_AIR);
    if (lay->look.timetable) copyfit_rows(galley, lay->rows_each);
    if (lay->print->spread) feathering_spread(galley, room, lay->look.unit * MOST_SPREAD);
    int32_t used = galley->used, taken = notes + galley->notes;
    int32_t foot = room.height - (taken ? taken + GALLEY_NOTES_GAP : 0);
    galley_emit(&lay->out, galley, running_heads_left(lay, page), top, top + foot);
    return used - raised;
}

static void put_page(struct layout_context *lay, struct galley *galley)
{
    size_t page = add_page(lay), starts = lay->out.starts.n;
    lay->out.page = &lay->pages->list.at[page];
    lay->out.number = page;
    footnotes_put(lay, page, put_text(lay, galley, page));
    note_starts(lay, starts);
}

/* Those that the last page has places of. */
static void put_turned(struct layout_context *lay)
{
    turned_page_use(lay, true);
    while (!galley_done(lay->out.aside)) put_page(lay, lay->out.aside);
    turned_page_use(lay, false);
}

/* The back cover comes, and would lie on a right page. */
static bool wants_spare(const struct layout_context *lay)
{
    return lay->closing && lay->main->from == lay->closing && lay->pages->list.n % 2 == 0 &&
           !galley_done(lay->spare);
}

/* What is left of a booklet's last leaf. */
static void put_spare(struct layout_context *lay)
{
    enum { A_LEAF = 4 };
    lay->pages->sides = lay->pages->list.n;
    bool booklet = lay->print->booklet && lay->pages->list.n > 2;
    while (booklet && lay->pages->list.n % A_LEAF && !galley_done(lay->spare)) put_page(lay, lay->spare);
}

void flow_pages(struct layout_context *lay)
{
    struct arena_mark mark = arena_mark(lay->job->scratch);
    galley_close(lay->main);
    if (lay->tree->toc)
        copyfit_chapters(&(struct copyfit){lay->main, lay->job->scratch, lay->look.height, lay->closing});
    arena_reset(lay->job->scratch, mark);
    if (lay->look.handout && lay->main->form)
        feathering_level_heads(lay->passing, lay->main, lay->look.height, STYLE_UNDER_HEAD,
                               STYLE_HEADS_APART);
    do {
        if (wants_spare(lay)) put_page(lay, lay->spare);
        put_page(lay, lay->main);
        put_turned(lay);
    } while (!galley_done(lay->main) || !galley_done(lay->out.notes));
    put_spare(lay);
}

/* -- marks -- */

static bool is_second(const struct node *heading, const struct node *partner)
{
    return partner && heading->parent != heading->parent->parent->first;
}

/* A heading in both languages has a line for each. */
static struct str title_of(struct layout_context *lay, const struct node *n, bool numbered)
{
    struct buf b = BUF(lay->job->keep);
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *s = &n->spans.at[i];
        if (s->kind == SPAN_BREAK) buf_put(&b, " / ");
        if (s->kind == SPAN_TEXT && (numbered || !(s->style & SPAN_NUMBER))) buf_add(&b, s->text);
    }
    return str_trim(buf_str(&b));
}

/* That of its first line. */
static struct str number_of(struct layout_context *lay, const struct node *n)
{
    struct buf b = BUF(lay->job->keep);
    for (size_t i = 0; i < n->spans.n && n->spans.at[i].kind != SPAN_BREAK; i++)
        if (n->spans.at[i].style & SPAN_NUMBER) buf_add(&b, n->spans.at[i].text);
    return str_trim(buf_str(&b));
}

/* With what stands beside it in the other language. */
static struct str title_of_both(struct layout_context *lay, const struct node *n, const struct node *partner,
                                bool numbered)
{
    struct str title = title_of(lay, n, numbered), other = {0};
    if (partner) other = title_of(lay, partner, numbered);
    if (!title.n || !other.n) return title;
    return str_fmt(lay->job->keep, "%.*s / %.*s", STR_ARGS(title), STR_ARGS(other));
}

/* The cover's title, in each language a node, stands beside the chapters. */
static void add_cover(struct layout_context *lay, const struct node *n, const struct galley_start *at)
{
    for (const struct node *m = n->parent->first; m != n; m = m->next)
        if (m->role == n->role) return;
    struct str title = title_of(lay, n, true);
    for (const struct node *m = n->next; m; m = m->next)
        if (m->role == n->role)
            title = str_fmt(lay->job->keep, "%.*s / %.*s", STR_ARGS(title), STR_ARGS(title_of(lay, m, true)));
    struct bookmark b = {.level = 1, .title = title, .node = n, .page = at->page, .y = at->y, .words = title};
    if (title.n) VEC_ADD(lay->job->keep, lay->pages->bookmarks, b);
}

static void add_bookmark(struct layout_context *lay, const struct node *n, const struct galley_start *at,
                         int *level)
{
    const struct node *partner = running_heads_partner(n);
    if (is_second(n, partner)) return;
    struct str title = title_of_both(lay, n, partner, true);
    if (!title.n) return;
    int wanted = (int)n->role - (int)ROLE_H1 + 1;
    *level = wanted > *level + 1 ? *level + 1 : wanted;
    struct bookmark b = {.level = *level, .title = title, .node = n, .page = at->page, .y = at->y};
    b.number = number_of(lay, n);
    b.words = title_of_both(lay, n, partner, false);
    VEC_ADD(lay->job->keep, lay->pages->bookmarks, b);
}

void flow_marks(struct layout_context *lay)
{
    int level = 0;
    for (size_t i = 0; i < lay->out.starts.n; i++) {
        const struct node *n = lay->out.starts.at[i].owner;
        const struct galley_start *at = map_get(&lay->positions, map_pointer(n));
        if (n->role >= ROLE_H1 && n->role <= ROLE_H5 && !n->quiet) add_bookmark(lay, n, at, &level);
        if (n->role == ROLE_COVER_TITLE) add_cover(lay, n, at);
        struct destination d = {.anchor = n->anchor, .node = n, .page = at->page, .x = at->x, .y = at->y};
        if (n->anchor.n || n->role == ROLE_NOTE) VEC_ADD(lay->job->keep, lay->pages->destinations, d);
    }
}
