#include "web/web_table.h"

#include "web/inline.h"
#include "web/web_figure.h"

/* -- columns --------------------------------------------------------------------------------------------- */

struct web_table_cell { /* where a cell of the tree stands */
    const struct node *node;
    size_t column, across;
};

struct web_table_view {
    const struct node *table;
    enum lang *of; /* by column: whose readers it is for, where another says the same to others */
};

static bool is_letters(const struct span *s)
{
    for (size_t at = 0; at < s->text.n;)
        if (lang_of_letter(utf8_next(s->text, &at)) != LANG_NONE) return true;
    return false;
}

/* The one language that a cell's words are in; LANG_NONE: no words, or several. */
static enum lang cell_lang(const struct node *cell)
{
    enum lang one = LANG_NONE;
    for (size_t i = 0; i < cell->spans.n; i++) {
        const struct span *s = &cell->spans.at[i];
        if (s->kind != SPAN_TEXT || !is_letters(s)) continue;
        enum lang own = lang_or(s->lang, node_lang(cell));
        if (one != LANG_NONE && own != one) return LANG_NONE;
        one = own;
    }
    return one;
}

/* In a document of both languages a head that names as many columns in each tells that they say the same. */
static enum lang *columns_for(struct writing *w, const struct node *table)
{
    size_t n = table->ncolumns, count[LANG_N + 1] = {0};
    enum lang *of = ARENA_MANY(w->arena, enum lang, n + 1);
    struct tree_columns at = tree_columns_new(w->arena, n);
    const struct node *row = table->first;
    for (size_t i = 0; i < n; i++) of[i] = LANG_NONE;
    while (row && row->role != ROLE_ROW) row = row->next;
    for (const struct node *c = row && row->head ? row->first : NULL; c; c = c->next) {
        size_t k = tree_columns_cell(&at, node_across(c), node_down(c));
        enum lang own = cell_lang(c);
        for (size_t i = k; i < k + node_across(c) && i < n; i++) of[i] = own, count[own]++;
    }
    bool paired = w->tree->both && !w->side && count[0];
    for (int l = 1; l < LANG_N; l++) paired = paired && count[l] == count[0];
    for (size_t i = 0; i < n && !paired; i++) of[i] = LANG_NONE;
    return of;
}

static bool is_empty(const struct node *cell)
{
    return !cell->spans.n && !cell->first;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static void put_class(struct writing *w, const struct node *table, const struct web_table_cell *c,
                      enum lang readers)
{
    bool number = c->column < table->ncolumns &&
                  (table->columns[c->column].number || table->columns[c->column].align == ALIGN_RIGHT);
    bool whole = c->column < table->ncolumns && table->columns[c->column].whole;
    if (!number && !whole && readers == LANG_NONE) return;
    buf_fmt(&w->out, " class=\"%s%s%s\"", number ? "number " : "", whole ? "whole " : "",
            readers == LANG_NONE ? "" : lang_tag(readers));
}

/* Of a table that is drawn as a chart: under each row's name its bar. */
static void put_bar(struct writing *w, const struct chart *c, const struct node *row)
{
    for (size_t i = 0; c && i < c->nbars; i++)
        if (c->bars[i].row == row) web_figure_bar(w, &c->bars[i], c->most);
}

static void put_cell(struct writing *w, const struct web_table_view *g, const struct web_table_cell *c,
                     bool head)
{
    const struct node *n = c->node;
    bool heads_row =
        c->column < g->table->ncolumns && g->table->columns[c->column].heads_row && (n->spans.n || n->first);
    bool th = (head && !is_empty(n)) || heads_row;
    enum lang readers = g->of[c->column < g->table->ncolumns ? c->column : 0], own = n->lang;
    for (size_t i = c->column; i < c->column + c->across && i < g->table->ncolumns; i++)
        if (g->of[i] != readers) readers = LANG_NONE;
    buf_fmt(&w->out, th ? "<th scope=\"%s\"" : "<td",
            head            ? (c->across > 1 ? "colgroup" : "col")
            : c->across > 1 ? "rowgroup"
                            : "row");
    put_class(w, g->table, c, readers);
    if (c->across > 1) buf_fmt(&w->out, " colspan=\"%zu\"", c->across);
    if (node_down(n) > 1) buf_fmt(&w->out, " rowspan=\"%zu\"", node_down(n));
    if (own != LANG_NONE && own != node_lang(n->parent)) buf_fmt(&w->out, " lang=\"%s\"", lang_tag(own));
    buf_byte(&w->out, '>');
    inline_put(w, n, n->spans);
    w->inside(w, n);
    if (!c->column) put_bar(w, g->table->chart, n->parent);
    buf_put(&w->out, th ? "</th>" : "</td>");
}

static void open_row(struct writing *w, const struct node *row, bool adds)
{
    const char *sums = row->sums && adds ? " sums" : "", *band = row->band ? " band" : "",
               *quiet = row->quiet ? " quiet" : "";
    buf_put(&w->out, "<tr");
    if (*sums || *band || *quiet)
        buf_fmt(&w->out, " class=\"%s\"", str_fmt(w->arena, "%s%s%s", sums, band, quiet).s + 1);
    buf_byte(&w->out, '>');
}

/* -- rows ------------------------------------------------------------------------------------------------ */

struct web_table_row { /* its cells, each in its column */
    const struct node *node;
    struct web_table_cell *cells;
    size_t n;
};

static struct web_table_row row_of(struct writing *w, struct tree_columns *at, const struct node *row)
{
    struct web_table_row r = {.node = row};
    for (const struct node *c = row->first; c; c = c->next) r.n++;
    r.cells = ARENA_MANY(w->arena, struct web_table_cell, r.n + 1);
    r.n = 0;
    for (const struct node *c = row->first; c; c = c->next) {
        size_t across = node_across(c), column = tree_columns_cell(at, across, node_down(c));
        r.cells[r.n++] = (struct web_table_cell){c, column, across};
    }
    tree_columns_row(at);
    return r;
}

/* The cells that stand in the columns from the first to before the last. Of halves the right one adds up. */
static void put_row(struct writing *w, const struct web_table_view *g, const struct web_table_row *r,
                    size_t from, size_t to)
{
    bool any = false;
    for (size_t i = 0; i < r->n; i++)
        any |= r->cells[i].column >= from && r->cells[i].column < to && !is_empty(r->cells[i].node);
    if (!any && to - from < g->table->ncolumns) return;
    open_row(w, r->node, to == g->table->ncolumns);
    for (size_t i = 0; i < r->n; i++)
        if (r->cells[i].column >= from && r->cells[i].column < to)
            put_cell(w, g, &r->cells[i], r->node->head);
    buf_put(&w->out, "</tr>\n");
}

static void put_part(struct writing *w, const struct web_table_view *g, const char *tag,
                     const struct web_table_row *rows, size_t n, size_t from, size_t to)
{
    if (!n) return;
    buf_fmt(&w->out, "<%s>\n", tag);
    for (size_t i = 0; i < n; i++) put_row(w, g, &rows[i], from, to);
    buf_fmt(&w->out, "</%s>\n", tag);
}

/* -- two rows to a line ---------------------------------------------------------------------------------- */

/* A cell over both halves: its row stands by itself. */
static bool crosses(const struct web_table_row *r, size_t half)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->cells[i].column < half && r->cells[i].column + r->cells[i].across > half) return true;
    return false;
}

/* Its columns are those of one half; whose readers a half is for says nothing of it. */
static void put_crossing(struct writing *w, const struct web_table_view *g, struct web_table_row *r,
                         size_t half)
{
    struct web_table_view plain = *g;
    plain.of = ARENA_MANY(w->arena, enum lang, g->table->ncolumns + 1);
    for (size_t i = 0; i < g->table->ncolumns; i++) plain.of[i] = LANG_NONE;
    for (size_t i = 0; i < r->n; i++) {
        struct web_table_cell *c = &r->cells[i];
        size_t end = c->column + c->across;
        if (c->column < half && end > half)
            c->across = end - half > c->column ? end - half - c->column : half - c->column;
        if (c->across > half) c->across = half;
    }
    put_row(w, &plain, r, 0, g->table->ncolumns);
}

static bool same_text(const struct web_table_cell *a, const struct web_table_cell *b)
{
    struct spans x = a->node->spans, y = b->node->spans;
    bool same = x.n == y.n;
    for (size_t i = 0; same && i < x.n; i++) same = str_eq(x.at[i].text, y.at[i].text);
    return same;
}

/* Both halves have one head, or each its own. */
static bool one_head(const struct web_table_row *r, size_t half)
{
    size_t left = 0;
    while (left < r->n && r->cells[left].column < half) left++;
    if (r->n != left * 2) return false;
    for (size_t i = 0; i < left; i++)
        if (!same_text(&r->cells[i], &r->cells[left + i])) return false;
    return true;
}

/* Above both, or each half's above the other's. */
static void put_heads(struct writing *w, const struct web_table_view *g, struct web_table_row *head,
                      size_t half)
{
    buf_put(&w->out, "<thead>\n");
    if (crosses(head, half)) {
        put_crossing(w, g, head, half);
    } else {
        put_row(w, g, head, 0, half);
        if (!g->table->by_line && !one_head(head, half)) put_row(w, g, head, half, g->table->ncolumns);
    }
    buf_put(&w->out, "</thead>\n");
}

/* Of rows that none crosses. */
static void put_both(struct writing *w, const struct web_table_view *g, const struct web_table_row *rows,
                     size_t n, size_t half)
{
    size_t all = g->table->ncolumns;
    if (!g->table->by_line) {
        put_part(w, g, "tbody", rows, n, 0, half);
        put_part(w, g, "tbody", rows, n, half, all);
        return;
    }
    buf_put(&w->out, "<tbody>\n");
    for (size_t i = 0; i < n; i++) {
        put_row(w, g, &rows[i], 0, half);
        put_row(w, g, &rows[i], half, all);
    }
    buf_put(&w->out, "</tbody>\n");
}

/* The rows of the left half, then those of the right, or line by line; a row over both parts them. */
static void put_halves(struct writing *w, const struct web_table_view *g, struct web_table_row *rows,
                       size_t nhead, size_t n)
{
    size_t half = g->table->ncolumns / 2;
    for (size_t i = 0; i < nhead; i++) put_heads(w, g, &rows[i], half);
    for (size_t from = nhead, to; from < n; from = to + 1) {
        to = from;
        while (to < n && !crosses(&rows[to], half)) to++;
        if (to > from) put_both(w, g, rows + from, to - from, half);
        if (to == n) break;
        buf_put(&w->out, "<tbody>\n");
        put_crossing(w, g, &rows[to], half);
        buf_put(&w->out, "</tbody>\n");
    }
}

/* -- tables ---------------------------------------------------------------------------------------------- */

static void put_caption(struct writing *w, const struct node *table)
{
    const struct node *c = table->first;
    if (!c || c->role != ROLE_CAPTION) return;
    buf_put(&w->out, "<caption>");
    inline_put(w, c, c->spans);
    buf_put(&w->out, "</caption>\n");
}

/* What a table is called by those who jump from one to the next: they all have a number. */
static void put_name(struct writing *w)
{
    static const char *const TABLE[LANG_N] = {"តារាង %zu", "Table %zu"};
    struct str name = str_fmt(w->arena, TABLE[w->tree->lang], ++w->ntables);
    buf_fmt(&w->out, " aria-label=\"%.*s\"", STR_ARGS(name));
}

void web_table_put(struct writing *w, const struct node *table)
{
    struct web_table_view g = {.table = table, .of = columns_for(w, table)};
    struct tree_columns at = tree_columns_new(w->arena, table->ncolumns);
    VEC(struct web_table_row) rows = {0};
    size_t nhead = 0;
    for (const struct node *r = table->first; r; r = r->next) {
        if (r->role != ROLE_ROW) continue;
        VEC_ADD(w->arena, rows, row_of(w, &at, r));
        nhead += r->head;
    }
    enum style_where before = w->where;
    w->where = table->fine ? STYLE_FINE_TABLE : STYLE_TABLE;
    buf_put(&w->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    put_name(w);
    buf_fmt(&w->out, "><table class=\"%s\"", table->fine ? "fine" : table->chart ? "plain drawn" : "plain");
    writing_id(w, table);
    buf_put(&w->out, ">\n");
    put_caption(w, table);
    if (table->halves && table->ncolumns % 2 == 0) {
        put_halves(w, &g, rows.at, nhead, rows.n);
    } else {
        put_part(w, &g, "thead", rows.at, nhead, 0, table->ncolumns);
        put_part(w, &g, "tbody", rows.at + nhead, rows.n - nhead, 0, table->ncolumns);
    }
    buf_put(&w->out, "</table></div>\n");
    w->where = before;
}
