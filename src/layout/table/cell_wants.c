#include "layout/table/cell_wants.h"

#include "layout/paragraph/paragraph_lines.h"

enum { LIST_INDENT = 15000 };

void cell_wants_widen(int32_t *at, int64_t wanted)
{
    if (wanted > INT32_MAX / 8) wanted = INT32_MAX / 8;
    if (wanted > *at) *at = (int32_t)wanted;
}

/* One in a cell's lines leaves room for the other columns. */
static void widen_for(const struct cell_wants *w, const struct picture *p, bool in_line)
{
    int64_t wanted = (int64_t)(p->turn == 90 || p->turn == 270 ? p->height : p->width) * 750;
    cell_wants_widen(w->min, STYLE_MM(15));
    cell_wants_widen(w->max, in_line && wanted > STYLE_MM(60) ? STYLE_MM(60) : wanted);
}

static void measure_node(struct layout_context *lay, const struct area *area, const struct node *n,
                         int32_t indent, const struct cell_wants *w, int depth)
{
    if (n->spans.n) {
        const struct paragraph *p = paragraph_collect(lay, n, area);
        cell_wants_widen(w->min, p->narrowest + indent);
        cell_wants_widen(w->max, (int64_t)p->widest + indent);
        cell_wants_widen(w->word, p->longest + indent);
    }
    if (n->picture) widen_for(w, n->picture, false);
    for (size_t i = 0; i < n->spans.n; i++)
        if (n->spans.at[i].kind == SPAN_PICTURE && n->spans.at[i].picture)
            widen_for(w, n->spans.at[i].picture, true);
    if (depth >= BOX_DEPTH) return;
    if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE) indent += LIST_INDENT;
    for (const struct node *c = n->first; c; c = c->next) measure_node(lay, area, c, indent, w, depth + 1);
}

void cell_wants_add(struct layout_context *lay, const struct area *area, const struct node *cell,
                    const struct cell_wants *w)
{
    measure_node(lay, area, cell, 0, w, 0);
}
