#include "model/doc.h"

static const char *const NAMES[BLOCK_KINDS] = {
    [BLOCK_ROOT] = "root", [BLOCK_HEADING] = "heading", [BLOCK_PARA] = "para", [BLOCK_LIST] = "list",
    [BLOCK_ITEM] = "item", [BLOCK_QUOTE] = "quote",     [BLOCK_CODE] = "code", [BLOCK_TABLE] = "table",
    [BLOCK_ROW] = "row",   [BLOCK_CELL] = "cell",       [BLOCK_RULE] = "rule", [BLOCK_FIGURE] = "figure",
};

const char *block_name(enum block_kind kind)
{
    return kind < BLOCK_KINDS ? NAMES[kind] : "?";
}

struct str spans_text(struct arena *a, struct spans s)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i].kind == SPAN_TEXT) buf_add(&out, s.at[i].text);
        if (s.at[i].kind == SPAN_BREAK) buf_byte(&out, ' ');
    }
    return buf_str(&out);
}

const void *picture_identity(const struct picture *p)
{
    return p->file.n ? p->file.s : p->data.s;
}

bool picture_same(const struct picture *a, const struct picture *b)
{
    return a->form == b->form && str_eq(a->data, b->data) && str_eq(a->alpha, b->alpha) &&
           memo_same(a->sum, b->sum);
}

int64_t picture_width(const struct picture *p)
{
    return p->turn == 90 || p->turn == 270 ? p->height : p->width;
}

int64_t picture_height(const struct picture *p)
{
    return p->turn == 90 || p->turn == 270 ? p->width : p->height;
}

struct block *block_new(struct arena *a, struct block *parent, enum block_kind kind, struct place place)
{
    struct block *b = ARENA_ONE(a, struct block);
    b->kind = kind;
    b->place = place;
    b->parent = parent;
    if (!parent) return b;
    if (parent->last)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
    return b;
}

/* -- dump -- */

static void dump_place(struct buf *out, struct place place)
{
    struct position p = place_position(place);
    buf_fmt(out, " %u:%u", p.line, p.column);
}

static void dump_str(struct buf *out, const char *name, struct str s)
{
    if (!s.s) return;
    buf_fmt(out, " %s=", name);
    buf_json(out, s);
}

static void dump_span(struct buf *out, const struct span *s, int depth)
{
    static const char *const kinds[] = {"text", "break", "note", "picture"};
    buf_fmt(out, "%*s- %s", depth * 2, "", kinds[s->kind]);
    dump_place(out, s->place);
    if (s->style & SPAN_STRONG) buf_put(out, " strong");
    if (s->style & SPAN_EMPH) buf_put(out, " emph");
    if (s->style & SPAN_CODE) buf_put(out, " code");
    if (s->style & SPAN_RAISED) buf_put(out, " raised");
    if (s->style & SPAN_LOWERED) buf_put(out, " lowered");
    if (s->style & SPAN_REFERENCE) buf_put(out, " reference");
    dump_str(out, "href", s->href);
    if (s->note) dump_str(out, "label", s->note->label);
    if (s->picture) dump_str(out, "file", s->picture->path);
    if (s->kind == SPAN_TEXT || s->kind == SPAN_PICTURE) dump_str(out, "text", s->text);
    buf_byte(out, '\n');
}

static void dump_facts(struct buf *out, const struct block *b)
{
    static const char *const counters[] = {"bullet", "decimal",     "km-decimal", "km-letter",
                                           "alpha",  "upper-alpha", "roman",      "upper-roman"};
    static const char aligns[] = "-lcr";
    if (b->kind == BLOCK_HEADING) buf_fmt(out, " level=%d", b->level);
    if (b->kind == BLOCK_LIST) buf_fmt(out, " %s", counters[b->counter]);
    if (b->kind == BLOCK_LIST && b->counter != COUNTER_BULLET)
        buf_fmt(out, " start=%d%c", b->start, b->delimiter);
    if (b->kind == BLOCK_LIST && b->tight) buf_put(out, " tight");
    if (b->kind == BLOCK_ROW && b->head) buf_put(out, " head");
    if (b->across > 1) buf_fmt(out, " across=%u", b->across);
    if (b->down > 1) buf_fmt(out, " down=%u", b->down);
    if (b->picture) dump_str(out, "file", b->picture->path);
    dump_str(out, "label", b->label);
    if (b->box) buf_put(out, " box");
    if (b->chart) buf_put(out, " chart");
    if (b->kind != BLOCK_TABLE) return;
    buf_put(out, " columns=");
    for (size_t i = 0; i < b->ncolumns; i++) buf_byte(out, aligns[b->aligns ? b->aligns[i] : ALIGN_DEFAULT]);
}

/* Recursion is bounded by DOC_DEPTH. */
static void dump_block(struct buf *out, const struct block *b, int depth)
{
    buf_fmt(out, "%*s%s", depth * 2, "", block_name(b->kind));
    dump_place(out, b->place);
    dump_facts(out, b);
    buf_byte(out, '\n');
    for (size_t i = 0; i < b->spans.n; i++) dump_span(out, &b->spans.at[i], depth + 1);
    for (const struct block *c = b->first; c; c = c->next) dump_block(out, c, depth + 1);
}

static void dump_front(struct buf *out, const struct front *f)
{
    dump_str(out, "title", f->title);
    if (f->title_from_heading) buf_put(out, " from-heading");
    dump_str(out, "session", f->session);
    dump_str(out, "rapporteur", f->rapporteur);
    if (f->source.n) dump_str(out, "source", f->source);
    dump_str(out, "date", f->date);
    for (size_t i = 0; i < f->nspeakers; i++) dump_str(out, "speaker", f->speakers[i]);
    if (f->has_weight) buf_fmt(out, " weight=%d", f->weight);
    if (f->draft) buf_put(out, " draft");
    if (f->sample) buf_put(out, " sample");
    if (f->numbered) buf_put(out, " numbered");
}

void doc_dump(struct buf *out, const struct doc *d)
{
    buf_fmt(out, "doc %s", lang_tag(d->lang));
    dump_front(out, &d->front);
    buf_byte(out, '\n');
    for (const struct block *b = d->root->first; b; b = b->next) dump_block(out, b, 1);
    for (const struct footnote *n = d->notes; n; n = n->next) {
        buf_put(out, "  note");
        dump_place(out, n->place);
        dump_str(out, "label", n->label);
        buf_byte(out, '\n');
        for (const struct block *b = n->body->first; b; b = b->next) dump_block(out, b, 2);
    }
}
