#include "layout/field.h"

#include "khmer/number.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

/* What hands need does not shrink with the type. */
#define LINE_STEP    STYLE_MM(9)
#define WALL_STEP    STYLE_MM(16) /* with a broad pen, to be read from afar */
#define LEAST_STEP   STYLE_MM(7)  /* from one box of a scale to the next */
#define LEAST_BLANK  STYLE_MM(22)
#define LEAST_COLUMN STYLE_MM(40) /* of boxes and their labels */

enum {
    RULE = 500,
    WALL_RULE = 800, /* of lines to write on that are seen from afar */
    BOX_LINE = 700,
    TICK = FIELD_TICK,
    GAP = FIELD_TICK_GAP,
    MOST_LINES = 2000,
    MOST_POINTS = 11,
    TOGETHER = 4,    /* lines to write on that no page's end parts */
    LEAST_GROWS = 3, /* a blank of fewer lines asks for few words */
    UNDER = 2,       /* lines that boxes under their prompt take, about: beside it they cost no more */
    BESIDE = 55,     /* per cent of the measure: the most that boxes take beside their prompt */
    ROW_MOST = 6,    /* boxes in one row, each as wide as it is */
    MOST_COLUMNS = 4,
    WORTH_A_COLUMN = 75, /* per cent of the lines that fewer columns take */
    SIDE = 27,           /* per cent of the measure: the words at a scale's ends, */
    LEAST_SIDE = 16      /* where it has many points */
};

static struct item ruled(const struct node *node, int32_t x, int32_t y, int32_t width)
{
    struct item it = area_rect(node, x, y, width, RULE, STYLE_RULED);
    it.artifact = ARTIFACT_NONE;
    return it;
}

/* Of a few that are written on. */
static struct item writing_rule(const struct layout_context *lay, const struct area *area,
                                const struct node *node)
{
    bool wall = lay->print->type == TYPE_WALL;
    int32_t weight = wall ? WALL_RULE : RULE;
    struct item it = ruled(node, area->x, -weight, area->width);
    it.height = weight;
    if (wall) it.colour = STYLE_GREY;
    return it;
}

static struct item tick_box(const struct node *node, int32_t x, int32_t y)
{
    return (struct item){.kind = ITEM_FRAME,
                         .node = node,
                         .colour = STYLE_INK,
                         .x = x,
                         .y = y,
                         .width = TICK,
                         .height = TICK,
                         .line_width = BOX_LINE};
}

static void append(struct layout_context *lay, struct box *b, struct item it)
{
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + 1);
    if (b->nitems) memcpy(all, b->items, b->nitems * sizeof *all);
    all[b->nitems++] = it;
    b->items = all;
}

static void prepend(struct layout_context *lay, struct box *b, struct item it)
{
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + 1);
    if (b->nitems) memcpy(all + 1, b->items, b->nitems * sizeof *all);
    all[0] = it;
    b->items = all;
    b->nitems++;
}

/* -- labelled blanks -- */

static void put_field(struct layout_context *lay, struct area *area, const struct node *field)
{
    struct paragraph *p = paragraph_collect(lay, field, area);
    area_start(lay, field);
    paragraph_lines_put(lay, area, p);
    struct box *b = galley_last(area->galley);
    int32_t used = p->nlines ? p->lines[p->nlines - 1].width + GAP / 2 : 0;
    if (!b) b = area_band(lay, area, NULL, 0, p->style.leading, p->style.before);
    if (area->width - used < LEAST_BLANK / 2) {
        used = 0;
        b = area_band(lay, area, NULL, 0, LINE_STEP, 0);
        b->first = LINE_STEP - 2000;
    }
    int32_t y = b->first < 0 ? b->height - 2000 : b->first + 1500;
    struct item blank = ruled(field, area->x + used, y, area->width - used);
    blank.colour = STYLE_INK; /* whole in one bit, too */
    append(lay, b, blank);
}

/* As many to a row as leave each a blank wide enough to write in. */
static size_t fields_in_row(struct layout_context *lay, const struct area *area, const struct node *first,
                            int32_t *width)
{
    size_t n = 0, fit = 1;
    int32_t widest = 0;
    for (const struct node *f = first; f; f = f->next) {
        int32_t w = paragraph_collect(lay, f, area)->widest + LEAST_BLANK;
        widest = w > widest ? w : widest;
        n++;
        if ((int64_t)widest * (int64_t)n + (int64_t)lay->look.gutter * (int64_t)(n - 1) > area->width) break;
        fit = n;
    }
    *width = (area->width - (int32_t)(fit - 1) * lay->look.gutter) / (int32_t)fit;
    return fit;
}

/* Labels in two languages stand on one line where the widest leaves so much room (per cent of the measure).
 */
static struct area joined_area(struct layout_context *lay, const struct area *area, const struct node *parent,
                               int per_cent)
{
    struct area in = *area;
    int32_t widest = 0;
    for (const struct node *n = parent->first; n; n = n->next) {
        int32_t w = paragraph_joined_width(lay, n, area);
        widest = w > widest ? w : widest;
    }
    in.joined = (int64_t)widest * 100 <= (int64_t)area->width * per_cent;
    return in;
}

/* A row of blanks is written on: no nearer to what stands over it than lines are to each other. */
static void apart(const struct area *area, struct box *row)
{
    int32_t high = 0;
    for (size_t i = 0; i < row->ncolumns; i++) {
        int32_t h = galley_height(row->columns[i]);
        high = h > high ? h : high;
    }
    if (row->before + high < LINE_STEP) row->before = LINE_STEP - high;
    area->galley->form = true;
}

void field_row(struct layout_context *lay, struct area *area, const struct node *fields)
{
    struct area in = joined_area(lay, area, fields, 60);
    area = &in;
    for (const struct node *f = fields->first; f;) {
        int32_t width;
        size_t n = fields_in_row(lay, area, f, &width), i = 0;
        struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n);
        for (; f && i < n; f = f->next, i++) {
            struct area c = area_column(lay, area, area->x + (int32_t)i * (width + lay->look.gutter), width);
            put_field(lay, &c, f);
            columns[i] = c.galley;
        }
        apart(area, area_group(lay, area, columns, i, true));
    }
}

/* -- ruled lines -- */

void field_lines(struct layout_context *lay, struct area *area, const struct node *lines)
{
    int32_t step = lay->print->type == TYPE_WALL ? WALL_STEP : LINE_STEP;
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    if (lines->count <= 0) {
        *it = writing_rule(lay, area, lines);
        struct box b = {.kind = BOX_RULED, .height = step, .first = -1, .items = it, .nitems = 1};
        area_add(lay, area, b, 0);
        return;
    }
    *it = writing_rule(lay, area, lines);
    int n = lines->count < MOST_LINES ? lines->count : MOST_LINES;
    for (int rows; n > 0; n -= rows) {
        rows = n > TOGETHER + 1 ? TOGETHER : n;
        struct box b = {
            .kind = BOX_RULED, .height = step, .first = -1, .items = it, .nitems = 1, .rows = rows};
        b.may_end = n > rows;
        b.grows = n == rows && lines->count >= LEAST_GROWS;
        area_add(lay, area, b, 0);
    }
    area->galley->after = lay->look.unit * 2;
}

/* -- boxes to tick -- */

static void put_option(struct layout_context *lay, struct area *area, const struct node *option)
{
    struct area in = *area;
    in.x += TICK + GAP;
    in.width -= TICK + GAP;
    struct paragraph *p = paragraph_collect(lay, option, &in);
    size_t first = area->galley->boxes.n;
    area_start(lay, option);
    paragraph_lines_put(lay, &in, p);
    if (area->galley->boxes.n == first)
        area_band(lay, area, NULL, 0, p->style.leading, p->style.before)->first = p->style.depth;
    struct box *b = &area->galley->boxes.at[first];
    prepend(lay, b, tick_box(option, area->x, b->first - p->style.size * 38 / 100 - TICK / 2));
}

static int32_t widest_option(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int32_t widest = 0;
    for (const struct node *o = options->first; o; o = o->next) {
        int32_t w = paragraph_collect(lay, o, area)->widest;
        widest = w > widest ? w : widest;
    }
    return widest + TICK + GAP;
}

/* How wide a box and its label are. */
static int32_t option_width(struct layout_context *lay, const struct area *area, const struct node *option)
{
    return paragraph_collect(lay, option, area)->widest + TICK + GAP;
}

/* How wide a few boxes are in one row, each as wide as it is; 0: too many. */
static int64_t row_width(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int64_t width = -lay->look.gutter;
    int n = 0;
    for (const struct node *o = options->first; o; o = o->next, n++) {
        if (n == ROW_MOST) return 0;
        width += option_width(lay, area, o) + lay->look.gutter;
    }
    return width;
}

static void options_in_a_row(struct layout_context *lay, struct area *area, const struct node *options)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, ROW_MOST);
    struct area in = *area;
    size_t n = 0;
    for (const struct node *o = options->first; o; o = o->next) {
        int32_t width = option_width(lay, area, o) + 1;
        struct area c = area_column(lay, &in, in.x, width);
        put_option(lay, &c, o);
        columns[n++] = c.galley;
        in.x += width + lay->look.gutter;
    }
    area_group(lay, area, columns, n, true);
}

static size_t lines_in(struct layout_context *lay, const struct area *area, const struct node *node,
                       int32_t width)
{
    struct paragraph *p = paragraph_collect(lay, node, area);
    paragraph_break(lay, p, width);
    return p->nlines;
}

/* Lines that all rows take, set in so many columns, at least one. */
static size_t lines_in_columns(struct layout_context *lay, const struct area *area,
                               const struct node *options, int32_t columns)
{
    int32_t n = columns > 1 ? columns : 1, i = 0;
    int32_t width = (area->width - (n - 1) * lay->look.gutter) / n - TICK - GAP;
    size_t all = 0, most = 0;
    for (const struct node *o = options->first; o; o = o->next) {
        size_t lines = lines_in(lay, area, o, width);
        most = lines > most ? lines : most;
        if (++i % n && o->next) continue;
        all += most;
        most = 0;
    }
    return all;
}

/* As many as hold each label on its lines; more, where a few long labels cost the others much room. */
static int32_t option_columns(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int32_t widest = widest_option(lay, area, options), gap = lay->look.gutter;
    int32_t n = (area->width + gap) / (widest + gap);
    if (n >= MOST_COLUMNS) return MOST_COLUMNS;
    if (n < 1) n = 1;
    size_t least = lines_in_columns(lay, area, options, n);
    for (int32_t k = n + 1; k <= MOST_COLUMNS && area->width / k >= LEAST_COLUMN; k++) {
        size_t lines = lines_in_columns(lay, area, options, k);
        if (lines * 100 > least * WORTH_A_COLUMN) continue;
        least = lines;
        n = k;
    }
    return n;
}

static void options_in_columns(struct layout_context *lay, struct area *area, const struct node *options)
{
    int32_t n = option_columns(lay, area, options), gap = lay->look.gutter;
    int32_t width = (area->width - (n - 1) * gap) / n;
    for (const struct node *o = options->first; o;) {
        struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n);
        size_t i = 0;
        for (; o && i < (size_t)n; o = o->next, i++) {
            struct area c = area_column(lay, area, area->x + (int32_t)i * (width + gap), width);
            put_option(lay, &c, o);
            columns[i] = c.galley;
        }
        area_group(lay, area, columns, i, true)->keep = o != NULL;
    }
}

/* Labels stand as prompts do, language over language: all of a form look alike. */
void field_options(struct layout_context *lay, struct area *area, const struct node *options)
{
    int64_t row = row_width(lay, area, options);
    if (row > 0 && row + ROW_MOST <= area->width)
        options_in_a_row(lay, area, options);
    else
        options_in_columns(lay, area, options);
    area->galley->after = lay->look.unit * 2;
}

/* -- a prompt and its blank -- */

/* How wide boxes are that leave their prompt room beside them; 0: they do not. */
static int64_t narrow_row(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int64_t width = row_width(lay, area, options), room = area->width - lay->look.gutter;
    return width > 0 && (width + ROW_MOST) * 100 <= room * BESIDE ? width + ROW_MOST : 0;
}

int32_t field_beside(struct layout_context *lay, const struct area *area, const struct node *question)
{
    const struct node *prompt = question->first, *blank = question->last;
    int32_t room = area->width - lay->look.gutter;
    if (blank->role != ROLE_OPTIONS || prompt->next != blank) return 0;
    int64_t width = narrow_row(lay, area, blank);
    if (!width) return 0;
    size_t whole = lines_in(lay, area, prompt, area->width),
           left = lines_in(lay, area, prompt, room - (int32_t)width);
    return left <= whole + UNDER ? (int32_t)width : 0;
}

/* -- scales -- */

static struct paragraph *scale_par(struct layout_context *lay, const struct node *scale, enum lang lang,
                                   enum align align)
{
    struct style s = style_of(&lay->look, ROLE_SCALE, lang, STYLE_TEXT);
    s.before = s.after = 0;
    s.align = align;
    return paragraph_new(lay, scale, s, lang);
}

/* A label at either end; its galley stands beside the boxes. */
static struct galley *scale_end(struct layout_context *lay, struct area *area, const struct node *scale,
                                struct spans spans, enum part part, int32_t x, int32_t width)
{
    struct area c = area_column(lay, area, x, width);
    enum lang lang = node_lang(scale);
    for (size_t i = 0; i < spans.n && lang == LANG_NONE; i++) lang = spans.at[i].lang;
    if (lang == LANG_NONE) lang = lay->tree->lang;
    struct paragraph *p = scale_par(lay, scale, lang, part == PART_LOW ? ALIGN_LEFT : ALIGN_RIGHT);
    paragraph_spans(lay, p, spans, area, part);
    paragraph_prepare(lay, p);
    paragraph_lines_put(lay, &c, p);
    return c.galley;
}

/* A point's number, once for all languages. */
static struct paragraph *number_par(struct layout_context *lay, const struct node *scale, int i)
{
    enum lang l = tree_numerals(lay->tree);
    struct paragraph *p = scale_par(lay, scale, l, ALIGN_CENTRE);
    paragraph_words(lay, p, number_plain(lay->job->keep, i + 1, l), l, PART_SELF);
    paragraph_prepare(lay, p);
    return p;
}

static struct galley *scale_boxes(struct layout_context *lay, struct area *area, const struct node *scale,
                                  int points, int32_t x, int32_t width)
{
    struct area c = area_column(lay, area, x, width);
    struct item *it = ARENA_MANY(lay->job->keep, struct item, points * 2); /* a box, its number */
    struct style s = style_of(&lay->look, ROLE_SCALE, LANG_NONE, STYLE_TEXT);
    int32_t step = width / points, first = TICK / 2 + s.size * 38 / 100, under = TICK + s.leading * 8 / 10;
    size_t n = 0;
    for (int i = 0; i < points; i++) {
        struct paragraph *number = number_par(lay, scale, i);
        size_t got = 0;
        it[n++] = tick_box(scale, i * step + (step - TICK) / 2, 0);
        paragraph_break(lay, number, step);
        const struct item *digits =
            number->nlines ? paragraph_finish(lay, number, &number->lines[0], i * step, under, step, &got)
                           : NULL;
        if (got) it[n++] = digits[0];
    }
    area_band(lay, &c, it, n, under + s.leading * 4 / 10, 0)->first = first;
    return c.galley;
}

/* Over the measure: the words at either end at its edges, the boxes between them, all scales of a form alike.
 */
void field_scale(struct layout_context *lay, struct area *area, const struct node *scale)
{
    int points = scale->count < 2 ? 2 : scale->count > MOST_POINTS ? MOST_POINTS : scale->count;
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 3);
    int32_t side = area->width * SIDE / 100, least = area->width * LEAST_SIDE / 100;
    int32_t wants = (area->width - LEAST_STEP * points) / 2 - GAP;
    if (wants < side) side = wants < least ? least : wants;
    int32_t mid = area->width - 2 * (side + GAP), high = area->x + side + mid + 2 * GAP;
    columns[0] = scale_end(lay, area, scale, scale->low, PART_LOW, area->x, side);
    columns[1] = scale_boxes(lay, area, scale, points, area->x + side + GAP, mid);
    columns[2] = scale_end(lay, area, scale, scale->high, PART_HIGH, high, side);
    area->galley->after = lay->look.unit;
    area_group(lay, area, columns, 3, true);
    area->galley->after = lay->look.unit * 2;
}
