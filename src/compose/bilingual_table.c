#include "compose/bilingual_table.h"

#include "compose/note_chart.h"
#include "khmer/letter.h"
#include "khmer/spelling_order.h"

/* -- one shape -- */

static bool same_cells(const struct node *a, const struct node *b)
{
    const struct node *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next)
        if (x->role != y->role || node_across(x) != node_across(y) || node_down(x) != node_down(y))
            return false;
    return !x && !y;
}

static bool same_shape(const struct node *a, const struct node *b)
{
    const struct node *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next)
        if (x->role != y->role || x->head != y->head || !same_cells(x, y)) return false;
    return !x && !y && a->ncolumns == b->ncolumns;
}

/* -- what stands once -- */

static bool is_number(struct str text)
{
    bool digit = false;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        bool mark = c == '.' || c == ',' || c == ':' || c == '%' || c == '-' || c == '+' || c == 0x2013 ||
                    c == 0x2212 || c == ' ' || c == 0xA0 || c == '/';
        bool is = khmer_digit_value(c) >= 0;
        if (!mark && !is) return false;
        digit |= is;
    }
    return digit;
}

/* Latin digits, without what parts thousands and without blanks; the decimal mark is a full stop. */
static struct str number_key(struct arena *a, struct str text, char thousands)
{
    struct buf b = BUF(a);
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        bool mark = c == '.' || c == ',';
        if (c == ' ' || c == 0xA0 || (mark && c == (uint32_t)thousands)) continue;
        if (khmer_digit(c)) c = (uint32_t)khmer_digit_value(c) + '0';
        if (c == 0x2013 || c == 0x2212) c = '-';
        char utf8[4];
        buf_add(&b, (struct str){utf8, utf8_put(utf8, mark ? '.' : c)});
    }
    return buf_str(&b);
}

/* People write ១.២៣៤,៥ and ១,២៣៤.៥ alike. */
static bool same_number(struct arena *a, struct str x, struct str y)
{
    if (!is_number(x) || !is_number(y)) return false;
    for (size_t i = 0; i < 4; i++)
        if (str_eq(number_key(a, x, i & 1 ? '.' : ','), number_key(a, y, i & 2 ? '.' : ','))) return true;
    return false;
}

static bool plain(const struct node *cell)
{
    for (size_t i = 0; i < cell->spans.n; i++)
        if (cell->spans.at[i].kind != SPAN_TEXT) return false;
    return !cell->first;
}

static bool same_words(struct arena *a, struct str x, struct str y)
{
    return str_eq(spelling_order_fold(a, str_trim(x)), spelling_order_fold(a, str_trim(y)));
}

/* -- merging -- */

static void take_children(struct node *to, struct node *from)
{
    for (struct node *c = from->first; c; c = c->next) c->parent = to;
    if (!from->first) return;
    if (to->last)
        to->last->next = from->first;
    else
        to->first = from->first;
    to->last = from->last;
    from->first = from->last = NULL;
}

/* Each span in a language of its own, a line end between the two. */
static struct spans both_spans(struct builder *p, struct node *const *cells)
{
    size_t n = 0, most = cells[0]->spans.n + cells[1]->spans.n + 1;
    struct span *all = ARENA_MANY(p->a, struct span, most);
    for (size_t i = 0; i < LANG_N; i++) {
        struct spans s = cells[i]->spans;
        if (n && s.n) all[n++] = (struct span){.kind = SPAN_BREAK, .place = s.at[0].place};
        for (size_t k = 0; k < s.n; k++) {
            all[n] = s.at[k];
            if (all[n].lang == LANG_NONE) all[n].lang = p->langs[i];
            n++;
        }
    }
    return (struct spans){all, n};
}

/* A cell holds words or blocks. */
static void to_block(struct builder *p, struct node *cell)
{
    if (!cell->spans.n) return;
    struct node *words = node_new(p->a, cell, ROLE_P, cell->lang, cell->place);
    words->spans = cell->spans;
    cell->spans = (struct spans){0};
}

/* What the merged cell need not say twice: the cell that says it, or NULL. */
static const struct node *once(struct builder *p, struct node *const *cells)
{
    struct arena *scratch = p->job->scratch;
    struct arena_mark mark = arena_mark(scratch);
    struct str x = spans_text(scratch, cells[0]->spans), y = spans_text(scratch, cells[1]->spans);
    const struct node *says = NULL;
    if (!plain(cells[0]) || !plain(cells[1]))
        says = NULL;
    else if (same_number(scratch, x, y))
        says = cells[tree_numerals(p->tree) == p->langs[1]];
    else if (same_words(scratch, x, y))
        says = cells[0];
    arena_reset(scratch, mark);
    return says;
}

static void merge_cell(struct builder *p, struct node *const *cells)
{
    const struct node *says = once(p, cells);
    if (says) {
        cells[0]->spans = says->spans;
        cells[0]->lang = says->lang;
        return;
    }
    if (!cells[0]->first && !cells[1]->first) {
        cells[0]->spans = both_spans(p, cells);
    } else {
        for (size_t i = 0; i < LANG_N; i++) to_block(p, cells[i]);
        take_children(cells[0], cells[1]);
    }
    cells[0]->lang = LANG_NONE;
}

static void merge_rows(struct builder *p, struct node *const *tables)
{
    struct node *a = tables[0]->first, *b = tables[1]->first;
    for (; a; a = a->next, b = b->next) {
        a->lang = LANG_NONE;
        if (a->role != ROLE_ROW) continue;
        struct node *x = a->first, *y = b->first;
        for (; x; x = x->next, y = y->next) merge_cell(p, (struct node *const[]){x, y});
    }
    tables[0]->lang = LANG_NONE;
    for (size_t i = 0; i < tables[0]->ncolumns; i++) {
        struct column *c = &tables[0]->columns[i];
        const struct column *other = &tables[1]->columns[i];
        if (other->number && !c->number && c->align != ALIGN_CENTRE) *c = *other;
    }
}

/* -- captions -- */

static struct node *caption_of(struct node *table)
{
    struct node *first = table->first;
    return first && first->role == ROLE_CAPTION ? first : NULL;
}

/* Each language's on a line of its own. */
static void merge_captions(struct builder *p, struct node *table, struct node *const *captions)
{
    struct node *caption = captions[0] ? captions[0] : captions[1];
    if (captions[0] && captions[1]) {
        caption->spans = both_spans(p, captions);
        caption->lang = LANG_NONE;
    }
    if (caption) builder_lead(table, caption);
}

bool bilingual_table_merge(struct builder *p, struct node *const *tables)
{
    struct node *captions[LANG_N];
    for (size_t i = 0; i < LANG_N; i++)
        if ((captions[i] = caption_of(tables[i])) != NULL) builder_drop(captions[i]);
    bool same = same_shape(tables[0], tables[1]);
    for (size_t i = 0; i < LANG_N && !same; i++)
        if (captions[i]) builder_lead(tables[i], captions[i]);
    if (!same) return false;
    tables[0]->numbered |= tables[1]->numbered;
    bool drawn = tables[0]->chart && tables[1]->chart;
    merge_rows(p, tables);
    tables[0]->chart = NULL;
    if (drawn) note_chart_draw(p, tables[0]);
    merge_captions(p, tables[0], captions);
    builder_drop(tables[1]);
    return true;
}
