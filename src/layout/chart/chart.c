#include "layout/chart/chart.h"

#include "layout/chart/bar_track.h"
#include "layout/chart/chart_key.h"
#include "layout/chart/labelled_bars.h"
#include "layout/chart/scale_bar.h"
#include "layout/chart/stacked_bar.h"
#include "layout/paragraph/paragraph_break.h"

enum {
    LABEL = 38,     /* per cent of the width: the same for all charts of a width, */
    LONG_WORD = 66, /* where one word is longer */
    VALUE = 20,
    SIDE_VALUE = 9,  /* on a side of two columns; */
    BESIDE = 5,      /* so much more where both numbers stand beside each other; */
    BOOK_VALUE = 50, /* in a book, whose numbers stand over their bar, at the most */
    BOOK_BAR = 65,   /* per cent of the type */
    BOOK_PAD = 6200, /* more than from a name to its own bar, */
    BOOK_CLOSE = 20, /* per cent of what a line has under its baseline: by so much bars stand closer */
    GAP = 6000,
    PAD = 2500,
    FEW = 4,      /* lines of a label in one band */
    TALLEST = 85, /* per cent of a page: a longer chart goes on overleaf */
};

struct bar_row {
    struct paragraph *label, *beside; /* beside: parted: the label in the other language, or NULL */
    struct paragraph *first, *second; /* second: the number in the other digits, or NULL */
};

struct plot {
    struct chart_pen pen;
    const struct node *node;
    const struct chart *chart;
    struct bar_row *rows;
    bool over;                 /* in a book: words and numbers over bars as long as the measure */
    bool parted;               /* each language's words and numbers in the page's own column for it */
    bool columns;              /* words and numbers in a side's first column, bars in its second; */
    bool behind;               /* numbers behind these, where the first holds the words */
    bool beside;               /* the numbers of both languages stand on one line */
    int32_t gap, label, value; /* widths: of the columns, */
    int32_t first, second;     /* of the numbers */
    int32_t track, length;     /* where the bars begin; how long they may be */
    int32_t pad;               /* between two rows */
    int32_t thick;             /* of every bar: a label of more lines is no larger number */
    bool whole;                /* on one page */
    bool near;                 /* under the words that say who answered */
};

/* -- columns --------------------------------------------------------------------------------------------- */

/* Words belong to the chart; those of a table that is drawn, to its cells. */
static void own_words(struct plot *p, size_t i, bool number)
{
    const struct node *row = p->chart->bars[i].row, *cell = row ? row->first : NULL;
    p->pen.node = !cell ? p->node : number && cell->next ? cell->next : cell;
}

/* What is said in the first language, in the other; what is said once for both is the first. */
static void part_spans(struct spans s, struct spans parts[2])
{
    parts[0] = s;
    parts[1] = (struct spans){0};
    for (size_t i = 1; i + 1 < s.n; i++) {
        if (s.at[i].kind != SPAN_BREAK || s.at[i - 1].lang == s.at[i + 1].lang) continue;
        parts[0].n = i;
        parts[1] = (struct spans){s.at + i + 1, s.n - i - 1};
        return;
    }
}

static int32_t column_width(const struct plot *p)
{
    return (p->pen.area->width - p->pen.lay->look.gutter) / 2;
}

/* Each language into its column. */
static void part_labels(struct plot *p)
{
    int32_t column = column_width(p) - p->gap;
    for (size_t i = 0; i < p->chart->nbars; i++) {
        struct spans parts[2];
        struct bar_row *r = &p->rows[i];
        own_words(p, i, false);
        part_spans(p->chart->bars[i].label, parts);
        r->label = chart_pen_words(&p->pen, parts[0], false);
        paragraph_break(p->pen.lay, r->label, column - p->first);
        if (!parts[1].n) continue;
        r->beside = chart_pen_words(&p->pen, parts[1], false);
        paragraph_break(p->pen.lay, r->beside, column - p->second);
    }
    p->label = column_width(p);
}

/* Returns the width of the widest. */
static int32_t shape_labels(struct plot *p, bool joined)
{
    int32_t widest = 0;
    for (size_t i = 0; i < p->chart->nbars; i++) {
        own_words(p, i, false);
        struct paragraph *label = chart_pen_words(&p->pen, p->chart->bars[i].label, joined);
        p->rows[i].label = label;
        if (label->widest > widest) widest = label->widest;
    }
    return widest;
}

static int32_t longest_word(const struct plot *p)
{
    int32_t width = 0;
    for (size_t i = 0; i < p->chart->nbars; i++)
        if (p->rows[i].label->narrowest > width) width = p->rows[i].label->narrowest;
    return width;
}

/* On a side of two columns words and numbers stand in the first, bars are as long as the second. */
static bool in_columns(const struct plot *p)
{
    const struct look *look = &p->pen.lay->look;
    return look->side && !p->over && p->pen.area->width >= look->width;
}

static int32_t label_width(const struct plot *p)
{
    if (in_columns(p)) return column_width(p) - p->value - p->gap;
    return p->pen.area->width * LABEL / 100;
}

static void set_labels(struct plot *p)
{
    if (p->parted) {
        part_labels(p);
        return;
    }
    int32_t width = p->pen.area->width, most = width * LONG_WORD / 100;
    p->label = p->over ? width - p->value - p->gap : label_width(p);
    if (p->over) most = p->label;
    int32_t widest = shape_labels(p, true);
    p->behind = in_columns(p) && widest <= column_width(p);
    if (p->behind)
        p->label = column_width(p);
    else if (widest > p->label)
        shape_labels(p, false);
    int32_t word = longest_word(p);
    if (word > p->label) p->label = word < most ? word : most;
    for (size_t i = 0; i < p->chart->nbars; i++) paragraph_break(p->pen.lay, p->rows[i].label, p->label);
}

static void set_values(struct plot *p)
{
    enum lang first = chart_pen_first(&p->pen), second = chart_pen_second(&p->pen);
    p->first = p->second = 0;
    for (size_t i = 0; i < p->chart->nbars; i++) {
        struct bar_row *r = &p->rows[i];
        const struct bar *b = &p->chart->bars[i];
        own_words(p, i, true);
        r->first = chart_pen_number(&p->pen, b, first, true);
        r->second = second == first ? NULL : chart_pen_number(&p->pen, b, second, false);
        if (r->second && !r->second->nruns) r->second = NULL;
        if (r->first->widest > p->first) p->first = r->first->widest;
        if (r->second && r->second->widest > p->second) p->second = r->second->widest;
    }
}

static void set_columns(struct plot *p)
{
    int32_t width = p->pen.area->width;
    p->gap = (int32_t)((int64_t)style_length(&p->pen.lay->look, GAP) * p->pen.scale / 1000);
    set_values(p);
    int32_t most = width * (p->over ? BOOK_VALUE : VALUE + BESIDE) / 100;
    p->beside = p->second && (p->parted || p->first + p->gap * 3 / 4 + p->second <= most);
    p->value = p->beside              ? p->first + p->gap * 3 / 4 + p->second
               : p->first > p->second ? p->first
                                      : p->second;
    p->columns = in_columns(p);
    int32_t share = p->pen.lay->look.side ? SIDE_VALUE : VALUE + (p->beside ? BESIDE : 0);
    int32_t least = width * share / 100; /* charts that stand together have one track */
    if (p->value < least && !p->over) p->value = least;
    set_labels(p);
    p->track = p->pen.area->x + (p->over ? 0 : p->label + p->gap);
    p->length = p->over ? width : width - p->label - p->value - 2 * p->gap;
    p->columns = p->columns && (p->behind || p->label <= column_width(p) - p->value - p->gap);
    if (p->columns) {
        p->track = p->pen.area->x + width - column_width(p);
        p->length = column_width(p) - (p->behind ? p->value + p->gap : 0);
    }
    if (p->length < 0) p->length = 0;
    p->pen.node = p->node;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

static size_t value_lines(const struct plot *p, size_t i)
{
    return p->rows[i].second && !p->beside ? 2 : 1;
}

static size_t label_lines(const struct plot *p, size_t i)
{
    const struct bar_row *r = &p->rows[i];
    return r->beside && r->beside->nlines > r->label->nlines ? r->beside->nlines : r->label->nlines;
}

static size_t lines_of(const struct plot *p, size_t i)
{
    size_t n = label_lines(p, i), least = value_lines(p, i);
    return n > least ? n : least;
}

static int32_t words_height(const struct plot *p, size_t i)
{
    return (int32_t)lines_of(p, i) * p->rows[i].label->style.leading;
}

static int32_t book_bar(const struct plot *p)
{
    return p->rows[0].label->style.size * BOOK_BAR / 100;
}

static int32_t book_close(const struct plot *p)
{
    const struct style *s = &p->rows[0].label->style;
    return (s->leading - s->depth) * BOOK_CLOSE / 100;
}

static int32_t row_height(const struct plot *p, size_t i)
{
    int32_t pad = p->near && !i ? p->pad / 2 : p->pad;
    return words_height(p, i) + pad + (p->over ? book_bar(p) - book_close(p) : 0);
}

static int32_t rows_height(const struct plot *p)
{
    int64_t sum = 0;
    for (size_t i = 0; i < p->chart->nbars; i++) sum += row_height(p, i);
    return sum < INT32_MAX / 4 ? (int32_t)sum : INT32_MAX / 4;
}

static void draw_right(struct plot *p, const struct paragraph *number, int32_t right, int32_t y)
{
    chart_pen_line(&p->pen, number, 0, right - number->widest, y, number->widest + 1000);
}

static void draw_value(struct plot *p, size_t i, int32_t y)
{
    const struct bar_row *r = &p->rows[i];
    int32_t right = p->pen.area->x + (p->columns && !p->behind ? column_width(p) : p->pen.area->width),
            first = right;
    if (p->beside) first -= p->gap * 3 / 4 + p->second;
    if (p->parted) first = p->pen.area->x + column_width(p);
    draw_right(p, r->first, first, y);
    if (r->second) draw_right(p, r->second, right, p->beside ? y : y + r->label->style.leading);
}

static void draw_label(struct plot *p, size_t i, size_t line, int32_t y)
{
    const struct bar_row *r = &p->rows[i];
    int32_t x = p->pen.area->x;
    chart_pen_line(&p->pen, r->label, line, x, y, p->label);
    if (r->beside)
        chart_pen_line(&p->pen, r->beside, line, x + column_width(p) + p->pen.lay->look.gutter, y, p->label);
}

/* A label's lines but the last two, where it has more than a few: each in a band of its own. Returns how
 * many. */
static size_t put_first_lines(struct plot *p, size_t i)
{
    const struct paragraph *label = p->rows[i].label;
    size_t lines = label_lines(p, i), n = lines > FEW ? lines - 2 : 0;
    for (size_t k = 0; k < n; k++) {
        draw_label(p, i, k, label->style.depth);
        struct box *b = chart_pen_band(&p->pen, label->style.leading, 0);
        b->first = label->style.depth;
        b->keep = true;
    }
    return n;
}

/* What the row with the least room for a bar has. */
static int32_t thickness(const struct plot *p)
{
    int32_t least = INT32_MAX;
    if (p->over) return book_bar(p);
    for (size_t i = 0; i < p->chart->nbars; i++) {
        const struct style *s = &p->rows[i].label->style;
        size_t lines = lines_of(p, i);
        int32_t thick = lines > 1 ? s->size * 5 / 4 : s->size * 3 / 4;
        if (thick < least) least = thick;
    }
    return least;
}

static void put_row(struct plot *p, size_t i)
{
    const struct style *s = &p->rows[i].label->style;
    size_t above = put_first_lines(p, i), n = label_lines(p, i) - above, lines = lines_of(p, i) - above;
    int32_t height = row_height(p, i) - (int32_t)above * s->leading, words = (int32_t)lines * s->leading;
    int32_t top = p->near && !i ? 0 : p->pad / 2, y = top + s->depth;
    for (size_t k = 0; k < n; k++)
        draw_label(p, i, above + k, y + ((int32_t)(lines - n) + 2 * (int32_t)k) * s->leading / 2);
    int32_t under = p->over ? words - book_close(p) : (words - p->thick) / 2;
    struct bar_track t = {p->track, p->length, top + under, p->thick, p->chart->most};
    bar_track_put(&p->pen, &p->chart->bars[i], &t);
    draw_value(p, i, y + (int32_t)(lines - value_lines(p, i)) * s->leading / (p->over ? 1 : 2));
    struct box *b = chart_pen_band(&p->pen, height, 0);
    b->first = y;
    b->keep = p->whole ? i + 1 < p->chart->nbars : i == 0 || i + 2 == p->chart->nbars;
    b->may_end = !b->keep && i + 1 < p->chart->nbars;
}

/* -- the whole ------------------------------------------------------------------------------------------- */

/* Words over the names, from x on, or over the numbers, up to where the width ends. Returns their height. */
static int32_t put_head_words(struct plot *p, struct spans spans, int32_t x, int32_t width, enum align align)
{
    struct paragraph *words = chart_pen_fit(&p->pen, spans, width, align);
    for (size_t k = 0; k < words->nlines; k++)
        chart_pen_line(&p->pen, words, k, x, words->style.depth + (int32_t)k * words->style.leading, width);
    return (int32_t)words->nlines * words->style.leading;
}

/* Over so much from x on: its left half for the names, its right one for the numbers, in a book. */
static int32_t put_head_cell(struct plot *p, struct spans spans, bool number, int32_t x, int32_t width)
{
    int32_t label = p->over ? width / 2 - p->gap : p->label, left = p->over ? x + label + p->gap : p->track;
    return put_head_words(p, spans, number ? left : x, number ? x + width - left : label,
                          number ? ALIGN_RIGHT : ALIGN_LEFT);
}

/* What a table's head says of its names and its numbers, over these. */
static void put_heads(struct plot *p)
{
    const struct node *row = p->node->role == ROLE_TABLE ? p->node->first : NULL;
    while (row && row->role != ROLE_ROW) row = row->next;
    if (!row || !row->head || !row->first || !row->first->next) return;
    int32_t x = p->pen.area->x, width = p->parted ? column_width(p) : p->pen.area->width, height = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next) {
        struct spans parts[] = {cell->spans, {0}};
        if (p->parted) part_spans(cell->spans, parts);
        p->pen.node = cell;
        for (size_t k = 0; k < 2; k++) {
            int32_t from = k ? x + width + p->pen.lay->look.gutter : x;
            int32_t high = parts[k].n ? put_head_cell(p, parts[k], cell != row->first, from, width) : 0;
            height = high > height ? high : height;
        }
    }
    p->pen.node = p->node;
    chart_pen_band(&p->pen, height + style_length(&p->pen.lay->look, PAD), 0)->keep = true;
}

static void put_bars(struct layout_context *lay, struct area *area, const struct node *node, bool near)
{
    struct plot p = {.pen = chart_pen_new(lay, area, node), .node = node, .chart = node->chart, .near = near};
    p.rows = ARENA_MANY(lay->job->keep, struct bar_row, node->chart->nbars);
    p.pad = style_length(&lay->look, PAD);
    p.over = chart_pen_book(&p.pen);
    if (p.over) p.pad = BOOK_PAD;
    p.parted = p.over && lay->tree->both && area->width > STYLE_JUSTIFIED;
    set_columns(&p);
    p.whole = rows_height(&p) <= lay->look.height * TALLEST / 100;
    if (area->galley->after < lay->look.unit && !near) area->galley->after = lay->look.unit;
    p.thick = thickness(&p);
    put_heads(&p);
    for (size_t i = 0; i < node->chart->nbars; i++) put_row(&p, i);
    chart_key_put(&p.pen);
    area->galley->after = lay->look.unit * 6 / 10;
}

/* Under words that say who answered, in each language's column or in one. */
static bool is_near(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct chart_pen pen = chart_pen_new(lay, area, node);
    const struct node *above = NULL;
    for (const struct node *n = node->parent ? node->parent->first : NULL; n && n != node; n = n->next)
        above = n;
    if (above && above->role == ROLE_PAIR && above->first) above = above->first->first;
    return chart_pen_book(&pen) && above && above->role == ROLE_DETAIL && !node->chart->stacked;
}

/* From the last line of these words to the baseline of the chart's first. */
static int32_t near_space(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct chart_pen pen = chart_pen_new(lay, area, node);
    enum lang lang = lay->tree->both ? LANG_NONE : lay->tree->lang;
    struct style over = style_of(&lay->look, ROLE_DETAIL, lang, area->where);
    int32_t space = style_length(&lay->look, STYLE_OVER_CHART) - (over.leading - over.depth) -
                    chart_pen_style(&pen, lang).depth;
    return space > 0 ? space : 0;
}

static void put_kind(struct layout_context *lay, struct area *area, const struct node *node, bool near)
{
    const struct chart *c = node->chart;
    if (c->stacked)
        stacked_bar_put(lay, area, node);
    else if (c->scale)
        scale_bar_put(lay, area, node);
    else if (c->nbars && lay->look.large)
        labelled_bars_put(lay, area, node);
    else if (c->nbars)
        put_bars(lay, area, node, near);
}

void chart_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    size_t first = area->galley->boxes.n;
    if (!node->chart) return;
    bool near = is_near(lay, area, node);
    if (near) area->galley->after = near_space(lay, area, node);
    put_kind(lay, area, node, near);
    if (near && area->galley->boxes.n > first) area->galley->boxes.at[first].fixed = true;
}
