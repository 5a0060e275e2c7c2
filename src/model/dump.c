#include "model/dump.h"

static void quoted(struct buf *out, struct str text)
{
    buf_byte(out, ' ');
    buf_json(out, text);
}

static void dump_span(struct buf *out, const struct span *s, enum lang around)
{
    static const char marks[] = "*/`^_#";
    if (s->kind == SPAN_BREAK) {
        buf_put(out, " |");
        return;
    }
    if (s->kind == SPAN_NOTE) {
        buf_put(out, " [^");
        if (s->note) buf_add(out, s->note->label);
        buf_byte(out, ']');
        return;
    }
    if (s->kind == SPAN_PICTURE) buf_put(out, " picture");
    quoted(out, s->text);
    for (unsigned i = 0; i < sizeof marks - 1; i++)
        if (s->style & 1U << i) buf_byte(out, marks[i]);
    if (s->lang != LANG_NONE && s->lang != around) buf_fmt(out, "@%s", lang_tag(s->lang));
    if (s->href.s) buf_fmt(out, "<%.*s>", STR_ARGS(s->href));
}

static void dump_spans(struct buf *out, struct spans s, enum lang around)
{
    for (size_t i = 0; i < s.n; i++) dump_span(out, &s.at[i], around);
}

static void dump_chart(struct buf *out, const struct chart *c)
{
    for (size_t i = 0; i < c->nbars; i++) {
        buf_put(out, i ? "; bar" : " bar");
        dump_spans(out, c->bars[i].label, LANG_NONE);
        buf_fmt(out, " %ld of %ld", c->bars[i].value, c->most);
        if (c->bars[i].lighter) buf_fmt(out, ", lighter %ld", c->bars[i].lighter);
    }
    if (c->stacked) buf_put(out, " stacked");
    if (c->scale) buf_add(out, STR(" scale"));
}

static void dump_more(struct buf *out, const struct node *n, enum lang around)
{
    if (n->ncolumns) buf_fmt(out, " columns %zu", n->ncolumns);
    if (n->fine) buf_put(out, " fine");
    if (n->whole) buf_put(out, " whole");
    if (n->wide) buf_put(out, " wide");
    if (n->two_up) buf_put(out, n->two_up == TWO_UP_ALONG ? " two-up along" : " two-up down");
    if (n->parallel) buf_put(out, " parallel");
    if (n->paler) buf_put(out, " paler");
    if (n->remark) buf_put(out, " remark");
    if (n->sums) buf_put(out, " sums");
    if (n->at_foot) buf_put(out, " at-foot");
    if (n->numbered) buf_put(out, " numbered");
    for (size_t i = 0; i < n->ncolumns; i++)
        if (n->columns[i].heads_row) buf_fmt(out, " heads-row %zu", i + 1);
    if (n->across > 1) buf_fmt(out, " across %u", n->across);
    if (n->down > 1) buf_fmt(out, " down %u", n->down);
    if (n->picture) buf_fmt(out, " picture %.*s", STR_ARGS(n->picture->path));
    if (n->target && n->target->anchor.n) buf_fmt(out, " -> #%.*s", STR_ARGS(n->target->anchor));
    if (n->chart) dump_chart(out, n->chart);
    if (n->qr) buf_fmt(out, " of %d squares", n->qr->width);
    for (int l = 0; l < LANG_N; l++)
        if (n->alt[l].n) {
            buf_fmt(out, " alt-%s", lang_tag((enum lang)l));
            quoted(out, n->alt[l]);
        }
    if (n->low.n) buf_put(out, " low"), dump_spans(out, n->low, around);
    if (n->high.n) buf_put(out, " high"), dump_spans(out, n->high, around);
}

static void dump_place(struct buf *out, struct place p)
{
    if (!p.source) return;
    buf_fmt(out, " (%.*s)", STR_ARGS(place_text_line(out->arena, p)));
}

static void dump_node(struct buf *out, const struct node *n, size_t depth)
{
    for (size_t i = 0; i < depth; i++) buf_put(out, "  ");
    buf_put(out, role_name(n->role));
    if (n->lang != LANG_NONE) buf_fmt(out, " %s", lang_tag(n->lang));
    if (n->anchor.n) buf_fmt(out, " #%.*s", STR_ARGS(n->anchor));
    if (n->label.n) quoted(out, n->label);
    if (n->count) buf_fmt(out, " %d", n->count);
    if (n->breaks) buf_put(out, n->flows ? " flows" : " breaks");
    if (n->spare) buf_put(out, " spare");
    if (n->tab) buf_fmt(out, " tab %d", n->tab);
    if (n->head) buf_put(out, " head");
    if (n->quiet) buf_put(out, " quiet");
    if (n->band) buf_put(out, " band");
    dump_spans(out, n->spans, node_lang(n));
    dump_more(out, n, node_lang(n));
    dump_place(out, n->place);
    buf_byte(out, '\n');
}

static void dump_below(struct buf *out, const struct node *top, size_t depth)
{
    for (const struct node *n = top; n;) {
        dump_node(out, n, depth);
        if (n->first) {
            n = n->first;
            depth++;
            continue;
        }
        while (n != top && !n->next) {
            n = n->parent;
            depth--;
        }
        if (n == top) break;
        n = n->next;
    }
}

static void dump_bi(struct buf *out, const char *what, struct bi b)
{
    for (int l = 0; l < LANG_N; l++)
        if (b.t[l].n) {
            buf_fmt(out, " %s-%s", what, lang_tag((enum lang)l));
            quoted(out, b.t[l]);
        }
}

void dump_tree(struct buf *out, const struct tree *t)
{
    buf_fmt(out, "tree %.*s %s%s", STR_ARGS(t->name), t->both ? "both " : "", lang_tag(t->lang));
    dump_bi(out, "title", t->title);
    dump_bi(out, "mark", t->mark);
    if (t->has_colour) buf_fmt(out, " colour #%06X", (unsigned)t->colour);
    buf_byte(out, '\n');
    dump_below(out, t->root, 0);
    for (const struct node *n = t->notes; n; n = n->next) dump_below(out, n, 0);
}
