#include "compose/note_nodes.h"

#include "compose/note_chart.h"
#include "compose/table_nodes.h"

#include "khmer/number.h"

enum role note_nodes_role(struct note_nodes *w, int level)
{
    struct note_nodes_levels *s = &w->levels;
    while (s->n && s->open[s->n - 1] >= level) s->n--;
    if (s->n < NOTE_NODES_LEVELS) s->open[s->n++] = level;
    int r = (int)w->base + s->n - 1, deepest = (int)ROLE_H1 + w->p->level;
    if (r > deepest) r = deepest;
    return r > (int)ROLE_H5 ? ROLE_H5 : (enum role)r;
}

static bool quiet_context(const struct node *parent)
{
    for (const struct node *n = parent; n; n = n->parent)
        if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE || n->role == ROLE_BOX || n->role == ROLE_NOTE)
            return true;
    return false;
}

static void strong(struct builder *p, struct node *n)
{
    struct span *copy = ARENA_MANY(p->a, struct span, n->spans.n ? n->spans.n : 1);
    for (size_t i = 0; i < n->spans.n; i++) {
        copy[i] = n->spans.at[i];
        copy[i].style |= SPAN_STRONG;
    }
    n->spans.at = copy;
}

/* A footnote joins the tree's list at its first mark. */
void note_nodes_marks(struct note_nodes *w, struct spans s)
{
    struct builder *p = w->p;
    for (size_t i = 0; i < s.n; i++) {
        const struct footnote *f = s.at[i].note;
        if (s.at[i].kind != SPAN_NOTE || !f) continue;
        void **noted = map_at(&p->noted, map_pointer(f));
        if (*noted) continue;
        struct node *n = *noted = node_new(p->a, NULL, ROLE_NOTE, w->lang, f->place);
        n->note = f;
        n->label = number_plain(p->a, ++p->notes[w->lang], w->lang);
        if (p->last_note)
            p->last_note->next = n;
        else
            p->tree->notes = n;
        p->last_note = n;
    }
}

static struct node *text_node(struct note_nodes *w, struct node *parent, enum role role,
                              const struct block *b)
{
    struct node *n = node_new(w->p->a, parent, role, w->lang, b->place);
    n->spans = b->spans;
    note_nodes_marks(w, b->spans);
    return n;
}

static void heading(struct note_nodes *w, struct node *parent, const struct block *b)
{
    if (quiet_context(parent)) {
        strong(w->p, text_node(w, parent, ROLE_P, b));
        return;
    }
    enum role r = note_nodes_role(w, b->level);
    text_node(w, parent, r, b);
    w->p->level = builder_level(r);
}

static struct str item_label(struct note_nodes *w, const struct block *list, long k)
{
    if (list->counter == COUNTER_BULLET) return STR("•");
    struct arena *a = w->p->a;
    struct str n = number_latin(a, k);
    if (list->counter == COUNTER_KM_DECIMAL) n = number_khmer_digits(a, n);
    if (list->counter == COUNTER_KM_LETTER) n = number_khmer_letter(a, k);
    bool upper = list->counter == COUNTER_UPPER_ALPHA || list->counter == COUNTER_UPPER_ROMAN;
    if (list->counter == COUNTER_ALPHA || list->counter == COUNTER_UPPER_ALPHA)
        n = number_latin_letter(a, k, upper);
    if (list->counter == COUNTER_ROMAN || list->counter == COUNTER_UPPER_ROMAN) n = number_roman(a, k, upper);
    if (list->counter == COUNTER_DECIMAL) n = number_digits(a, n, w->lang);
    bool both = list->delimiter == '(', bracket = both || list->delimiter == ')';
    return str_fmt(a, "%s%.*s%c", both ? "(" : "", STR_ARGS(n), bracket ? ')' : '.');
}

void note_nodes_label(struct builder *p, struct node *n, const struct block *b)
{
    n->numbered |= b->spans.n || b->label.n;
    if (b->label.n && !n->anchor.n) builder_anchor(p, n, b->label);
}

static void figure(struct note_nodes *w, struct node *parent, const struct block *b)
{
    struct node *f = builder_node(w->p, parent, ROLE_FIGURE);
    f->place = b->place;
    f->lang = w->lang;
    f->picture = b->picture;
    struct str caption = spans_text(w->p->a, b->spans);
    for (int l = 0; l < LANG_N; l++) f->alt[l] = b->picture->alt[l];
    if (!f->alt[w->lang].n) f->alt[w->lang] = caption;
    if (caption.n) text_node(w, f, ROLE_CAPTION, b);
    note_nodes_label(w->p, f, b);
    if (b->picture->credit.n)
        builder_block(w->p, f, ROLE_CREDIT, builder_say(w->p, WORD_CREDIT, bi_typed(b->picture->credit)));
}

/* The last paragraph of a quote that begins with a dash tells who said it. */
static bool tells_source(const struct block *b)
{
    bool quoted = b->parent && b->parent->kind == BLOCK_QUOTE && !b->parent->box;
    if (b->next || !quoted || b->parent->first == b || !b->spans.n) return false;
    struct str text = b->spans.at[0].text;
    return str_starts(text, "—") || str_starts(text, "–") || str_starts(text, "―");
}

/* The number before a paragraph, in its language's digits, is text: it is read aloud and copied with it. */
static void put_number(struct note_nodes *w, struct node *n)
{
    struct builder *p = w->p;
    struct spans was = n->spans;
    struct str number = number_plain(p->a, w->number, w->lang);
    n->spans = (struct spans){0};
    n->label = number;
    node_text(p->a, n, str_fmt(p->a, "%.*s.\u2002", STR_ARGS(number)), w->lang, n->place)->style =
        SPAN_STRONG;
    for (size_t i = 0; i < was.n; i++) *node_text(p->a, n, was.at[i].text, w->lang, n->place) = was.at[i];
}

static void paragraph(struct note_nodes *w, struct node *parent, const struct block *b, int depth)
{
    bool source = depth <= NOTE_NODES_DEEPEST && tells_source(b);
    struct node *n = text_node(w, parent, source ? ROLE_SOURCE : ROLE_P, b);
    if (w->number && b->parent && b->parent->kind == BLOCK_ROOT) put_number(w, n);
}

static struct node *container(struct note_nodes *w, struct node *parent, const struct block *b)
{
    enum role role = b->kind == BLOCK_LIST   ? ROLE_LIST
                     : b->kind == BLOCK_ITEM ? ROLE_ITEM
                     : b->box                ? ROLE_BOX
                                             : ROLE_QUOTE;
    struct node *n = node_new(w->p->a, parent, role, w->lang, b->place);
    if (b->box && b->spans.n) strong(w->p, text_node(w, n, ROLE_LEAD, b));
    if (role == ROLE_ITEM) n->label = item_label(w, b->parent, b->parent->start + (long)parent->count++);
    return n;
}

/* Adds the block's own node; gives back the node that its children hang on. */
static struct node *enter(struct note_nodes *w, struct node *parent, const struct block *b, int depth)
{
    switch (b->kind) {
    case BLOCK_HEADING: heading(w, parent, b); return parent;
    case BLOCK_PARA: paragraph(w, parent, b, depth); return parent;
    case BLOCK_CODE: text_node(w, parent, ROLE_CODE, b); return parent;
    case BLOCK_RULE: node_new(w->p->a, parent, ROLE_RULE, w->lang, b->place); return parent;
    case BLOCK_FIGURE:
        if (b->picture) figure(w, parent, b);
        return parent;
    case BLOCK_LIST:
    case BLOCK_ITEM:
    case BLOCK_QUOTE: return depth > NOTE_NODES_DEEPEST ? parent : container(w, parent, b);
    case BLOCK_TABLE: {
        struct node *t = builder_node(w->p, parent, ROLE_TABLE);
        t->place = b->place;
        t->lang = w->lang;
        return t;
    }
    case BLOCK_ROW: {
        struct node *row = node_new(w->p->a, parent, ROLE_ROW, w->lang, b->place);
        row->head = b->head;
        return row;
    }
    case BLOCK_CELL: {
        struct node *cell = text_node(w, parent, ROLE_CELL, b);
        cell->across = b->across;
        cell->down = b->down;
        return parent;
    }
    default: return parent;
    }
}

static bool nests(enum block_kind k)
{
    return k == BLOCK_LIST || k == BLOCK_QUOTE;
}

/* Its caption stands before its rows, once these have their columns. */
static void finish_table(struct note_nodes *w, struct node *table, const struct block *b)
{
    table_nodes_fit(w->p, table, b);
    if (b->chart) note_chart_draw(w->p, table);
    note_nodes_label(w->p, table, b);
    if (!b->spans.n) return;
    struct node *caption = text_node(w, NULL, ROLE_CAPTION, b);
    caption->place = b->spans.at[0].place;
    builder_lead(table, caption);
}

static struct node *leave(struct note_nodes *w, struct node *at, const struct block *b, int depth)
{
    bool made = b->kind == BLOCK_TABLE || b->kind == BLOCK_ROW ||
                ((nests(b->kind) || b->kind == BLOCK_ITEM) && depth <= NOTE_NODES_DEEPEST);
    if (!made) return at;
    if (b->kind == BLOCK_TABLE) finish_table(w, at, b);
    return at->parent;
}

static bool has_cell(const struct block *table)
{
    for (const struct block *row = table->first; row; row = row->next)
        if (row->first) return true;
    return false;
}

static bool skipped(const struct block *b)
{
    if (b->kind == BLOCK_TABLE) return !has_cell(b);
    return b->kind == BLOCK_LIST && !b->first;
}

/* The block and all below it. Walks without recursion: notes may nest as deep as their writer likes. */
static void walk(struct note_nodes *w, struct node *parent, const struct block *top)
{
    struct node *at = parent;
    int depth = 0;
    for (const struct block *b = top; b;) {
        depth += nests(b->kind);
        bool skip = skipped(b);
        struct node *in = skip ? at : enter(w, at, b, depth);
        if (!skip && b->first) {
            at = in;
            b = b->first;
            continue;
        }
        if (!skip) at = leave(w, in, b, depth);
        depth -= nests(b->kind);
        while (b != top && !b->next) {
            b = b->parent;
            at = leave(w, at, b, depth);
            depth -= nests(b->kind);
        }
        if (b == top) break;
        b = b->next;
    }
}

/* The bodies of the footnotes that were marked since; these may mark others. */
void note_nodes_bodies(struct note_nodes *w, const struct node *before)
{
    struct builder *p = w->p;
    for (struct node *n = before ? before->next : p->tree->notes; n; n = n->next) {
        struct note_nodes inner = {.p = p, .lang = n->lang, .base = ROLE_H4};
        for (const struct block *b = n->note->body ? n->note->body->first : NULL; b; b = b->next)
            walk(&inner, n, b);
    }
}

void note_nodes_block(struct note_nodes *w, struct node *parent, const struct block *b)
{
    struct node *before = w->p->last_note;
    walk(w, parent, b);
    note_nodes_bodies(w, before);
}
