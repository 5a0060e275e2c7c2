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
    size_t line;   /* columns of a line: of a list in both languages, whose words are long, those of one */
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
    size_t wide = c->across < g->line ? c->across : g->line;
    bool heads_row =
        c->column < g->table->ncolumns && g->table->columns[c->column].heads_row && (n->spans.n || n->first);
    bool th = (head && !is_empty(n)) || heads_row;
    enum lang readers = g->of[c->column < g->table->ncolumns ? c->column : 0], own = n->lang;
    for (size_t i = c->column; i < c->column + c->across && i < g->table->ncolumns; i++)
        if (g->of[i] != readers) readers = LANG_NONE;
    buf_fmt(&w->out, th ? "<th scope=\"%s\"" : "<td",
            head       ? (wide > 1 ? "colgroup" : "col")
            : wide > 1 ? "rowgroup"
                       : "row");
    put_class(w, g->table, c, readers);
    if (wide > 1) buf_fmt(&w->out, " colspan=\"%zu\"", wide);
    if (node_down(n) > 1) buf_fmt(&w->out, " rowspan=\"%zu\"", node_down(n));
    if (own != LANG_NONE && own != node_lang(n->parent)) buf_fmt(&w->out, " lang=\"%s\"", lang_tag(own));
    buf_byte(&w->out, '>');
    inline_put(w, n, n->spans);
    w->inside(w, n);
    if (!c->column) put_bar(w, g->table->chart, n->parent);
    buf_put(&w->out, th ? "</th>" : "</td>");
}

static void open_row(struct writing *w, const struct node *row)
{
    const char *sums = row->sums ? " sums" : "", *band = row->band ? " band" : "",
               *quiet = row->quiet ? " quiet" : "";
    buf_put(&w->out, "<tr");
    if (*sums || *band || *quiet)
        buf_fmt(&w->out, " class=\"%s\"", str_fmt(w->arena, "%s%s%s", sums, band, quiet).s + 1);
    buf_byte(&w->out, '>');
}

/* -- rows ------------------------------------------------------------------------------------------------ */

/* What a line holds, and under it what says the same in the other language. */
static void put_row(struct writing *w, const struct web_table_view *g, struct tree_columns *at,
                    const struct node *row)
{
    open_row(w, row);
    for (const struct node *c = row->first; c; c = c->next) {
        size_t across = node_across(c), column = tree_columns_cell(at, across, node_down(c));
        if (column == g->line && column < g->table->ncolumns) {
            buf_put(&w->out, "</tr>\n");
            open_row(w, row);
        }
        put_cell(w, g, &(struct web_table_cell){c, column, across}, row->head);
    }
    tree_columns_row(at);
    buf_put(&w->out, "</tr>\n");
}

/* The rows of the head, or those of the body; returns what follows them. */
static const struct node *put_part(struct writing *w, const struct web_table_view *g, struct tree_columns *at,
                                   const struct node *row, bool head)
{
    const char *tag = head ? "thead" : "tbody";
    if (!row || row->head != head) return row;
    buf_fmt(&w->out, "<%s>\n", tag);
    for (; row && row->head == head; row = row->next) put_row(w, g, at, row);
    buf_fmt(&w->out, "</%s>\n", tag);
    return row;
}

/* -- tables ---------------------------------------------------------------------------------------------- */

/* Returns the first row. */
static const struct node *put_caption(struct writing *w, const struct node *table)
{
    const struct node *c = table->first;
    if (!c || c->role != ROLE_CAPTION) return c;
    buf_put(&w->out, "<caption>");
    inline_put(w, c, c->spans);
    buf_put(&w->out, "</caption>\n");
    return c->next;
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
    size_t line = table->parallel ? table->ncolumns / 2 : table->ncolumns;
    struct web_table_view g = {table, columns_for(w, table), line};
    struct tree_columns at = tree_columns_new(w->arena, table->ncolumns);
    enum style_where before = w->where;
    w->where = table->fine ? STYLE_FINE_TABLE : STYLE_TABLE;
    buf_put(&w->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    put_name(w);
    buf_fmt(&w->out, "><table class=\"%s\"", table->fine ? "fine" : table->chart ? "plain drawn" : "plain");
    writing_id(w, table);
    buf_put(&w->out, ">\n");
    const struct node *body = put_part(w, &g, &at, put_caption(w, table), true);
    put_part(w, &g, &at, body, false);
    buf_put(&w->out, "</table></div>\n");
    w->where = before;
}
