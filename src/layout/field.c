#include "layout/field.h"

#include "layout/block/scale_field.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

/* What hands need does not shrink with the type. */
#define LINE_STEP   STYLE_MM(9)
#define FIRST_STEP  STYLE_MM(8)  /* from what is asked to the first of its lines; */
#define UNDER_LINES STYLE_MM(6)  /* from the last one to what is asked next */
#define SCALE_GAP   STYLE_MM(4)  /* at the least between a prompt and its scale */
#define PAIR_GAP    STYLE_MM(4)  /* between boxes of a page that is held in one hand, */
#define COLUMN_GAP  STYLE_MM(5)  /* and at the most between columns of them beside what they answer */
#define WALL_STEP   STYLE_MM(14) /* with a broad pen, to be read from afar */
#define WALL_FIRST  STYLE_MM(12) /* from what a poster asks to the first of them */
#define QUARTER_GAP                                                                                          \
    STYLE_MM(3) /* at the least between a label and the next box where columns begin at quarters */
#define LEAST_BLANK  STYLE_MM(22)
#define LEAST_COLUMN STYLE_MM(40) /* of boxes and their labels */

enum {
    RULE = 500,
    WALL_RULE = 800, /* of lines to write on that are seen from afar */
    TICK = STYLE_TICK,
    GAP = STYLE_TICK_GAP,
    MOST_LINES = 2000,
    TOGETHER = 4,    /* lines to write on that no page's end parts */
    LEAST_GROWS = 3, /* a blank of fewer lines asks for few words */
    UNDER = 2,       /* lines that boxes under their prompt take, about: beside it they cost no more */
    BESIDE = 55,     /* per cent of the measure: the most that boxes take beside their prompt */
    QUIET = 900,     /* thousandths: of a label that is not for those who write */
    ROW_MOST = 6,    /* boxes in one row, each as wide as it is */
    MOST_COLUMNS = 4,
    WORTH_A_COLUMN = 75 /* per cent of the lines that fewer columns take */
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
                            const struct node *end, int32_t *width)
{
    size_t n = 0, fit = 1;
    int32_t widest = 0;
    for (const struct node *f = first; f && f != end; f = f->next) {
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

/* What others fill in than those who write ends the first row, in smaller type, as wide as it needs to be; of
 * no width where it is none of several, or leaves the first of them too little. */
static struct area quiet_area(struct layout_context *lay, const struct area *area, const struct node *fields)
{
    const struct node *last = fields->last;
    struct area own = *area;
    own.width = 0;
    if (!last || !last->quiet || fields->first == last) return own;
    own.shrink = QUIET;
    int32_t width = paragraph_collect(lay, last, &own)->widest + LEAST_BLANK,
            first = paragraph_collect(lay, fields->first, area)->widest + LEAST_BLANK;
    if (first + lay->look.gutter + width > area->width) return own;
    own.x = area->x + area->width - width;
    own.width = width;
    return own;
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
    struct area in = joined_area(lay, area, fields, 60), office = quiet_area(lay, &in, fields);
    const struct node *last = office.width ? fields->last : NULL; /* at the end of the first row */
    int32_t left = office.width ? in.width - office.width - lay->look.gutter : in.width;
    area = &in;
    for (const struct node *f = fields->first; f && f != last; left = in.width) {
        int32_t width;
        struct area row = in;
        row.width = left;
        size_t n = fields_in_row(lay, &row, f, last, &width), i = 0;
        struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n + 1);
        for (; f && i < n; f = f->next, i++) {
            struct area c = area_column(lay, area, area->x + (int32_t)i * (width + lay->look.gutter), width);
            put_field(lay, &c, f);
            columns[i] = c.galley;
        }
        if (left < in.width) {
            office = area_column(lay, &office, office.x, office.width);
            put_field(lay, &office, last);
            columns[i++] = office.galley;
        }
        apart(area, area_group(lay, area, columns, i, true));
    }
}

/* -- ruled lines -- */

static bool asks_for(const struct node *lines)
{
    return lines->parent && lines->parent->role == ROLE_QUESTION && lines->parent->first != lines;
}

/* Lines belong to the question over them, not to the next. */
static void under_question(struct area *area, size_t first, int32_t least)
{
    area->galley->boxes.at[first].before = FIRST_STEP - LINE_STEP;
    area->galley->after = least > UNDER_LINES ? least : UNDER_LINES;
}

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
    size_t first = area->galley->boxes.n;
    for (int rows; n > 0; n -= rows) {
        rows = n > TOGETHER + 1 ? TOGETHER : n;
        struct box b = {
            .kind = BOX_RULED, .height = step, .first = -1, .items = it, .nitems = 1, .rows = rows};
        b.may_end = n > rows;
        b.grows = n == rows && lines->count >= LEAST_GROWS;
        area_add(lay, area, b, 0);
    }
    area->galley->after = lay->look.unit * 2;
    if (asks_for(lines)) under_question(area, first, lay->look.unit * 2);
    if (step == WALL_STEP) area->galley->boxes.at[first].before = WALL_FIRST - WALL_STEP;
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
    prepend(lay, b, scale_field_tick(option, area->x, b->first - p->style.size * 38 / 100 - TICK / 2));
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

static int32_t row_gap(const struct layout_context *lay)
{
    return lay->print->type == TYPE_CLOSE ? PAIR_GAP : lay->look.gutter;
}

/* How wide a few boxes are in one row, each as wide as it is; 0: too many. */
static int64_t row_width(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int64_t width = -row_gap(lay);
    int n = 0;
    for (const struct node *o = options->first; o; o = o->next, n++) {
        if (n == ROW_MOST) return 0;
        width += option_width(lay, area, o) + row_gap(lay);
    }
    return width;
}

static size_t lines_in(struct layout_context *lay, const struct area *area, const struct node *node,
                       int32_t width)
{
    struct paragraph *p = paragraph_collect(lay, node, area);
    paragraph_break(lay, p, width);
    return p->nlines;
}

/* How wide boxes are that leave their prompt room beside them; 0: they do not. */
static int64_t narrow_row(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int64_t width = row_width(lay, area, options), room = area->width - lay->look.gutter;
    return width > 0 && (width + ROW_MOST) * 100 <= room * BESIDE ? width + ROW_MOST : 0;
}

static bool is_asked_in_boxes(const struct node *question)
{
    return question->role == ROLE_QUESTION && question->last && question->last->role == ROLE_OPTIONS &&
           question->first->next == question->last;
}

/* Such rows of a form, whose first boxes stand under each other, and so on. */
struct box_columns {
    const struct node *form;
    int32_t measure;
    int32_t width[ROW_MOST], gap;
    int64_t all; /* with what parts them; 0: each row stands for itself */
};

/* No prompt of a form takes a line more for that. */
static bool costs_no_line(struct layout_context *lay, const struct area *whole, const struct node *form,
                          int64_t all)
{
    int64_t room = whole->width - lay->look.gutter;
    if (all * 100 > room * BESIDE) return false;
    for (const struct node *q = form->first; q; q = q->next) {
        int64_t own = is_asked_in_boxes(q) ? narrow_row(lay, whole, q->last) : 0;
        if (own && lines_in(lay, whole, q->first, (int32_t)(room - all)) >
                       lines_in(lay, whole, q->first, (int32_t)(room - own)))
            return false;
    }
    return true;
}

static void widen_columns(struct layout_context *lay, const struct area *whole, const struct node *options,
                          struct box_columns *c)
{
    size_t i = 0;
    for (const struct node *o = options->first; o; o = o->next, i++) {
        int32_t width = option_width(lay, whole, o) + 1;
        if (width > c->width[i]) c->width[i] = width;
    }
}

/* Kept for the form at hand: each of its questions asks. */
static const struct box_columns *columns_of_all(struct layout_context *lay, const struct area *whole,
                                                const struct node *form)
{
    if (lay->boxes && lay->boxes->form == form && lay->boxes->measure == whole->width) return lay->boxes;
    struct box_columns *c = lay->boxes = ARENA_ONE(lay->job->keep, struct box_columns);
    *c = (struct box_columns){
        .form = form, .measure = whole->width, .gap = row_gap(lay) < COLUMN_GAP ? row_gap(lay) : COLUMN_GAP};
    for (const struct node *q = form ? form->first : NULL; q; q = q->next)
        if (is_asked_in_boxes(q) && narrow_row(lay, whole, q->last)) widen_columns(lay, whole, q->last, c);
    for (size_t i = 0; i < ROW_MOST && c->width[i]; i++) c->all += c->width[i] + (i ? c->gap : 0);
    if (c->all && !costs_no_line(lay, whole, form, c->all)) c->all = 0;
    return c;
}

/* From one to the next, where each fits into a quarter of the measure: they begin where columns of boxes do.
 * 0: not so. */
static int32_t quarter_of(struct layout_context *lay, const struct area *area, const struct node *options)
{
    int32_t step = (area->width + lay->look.gutter) / MOST_COLUMNS, n = 0;
    if (area->width < lay->look.width) return 0;
    for (const struct node *o = options->first; o; o = o->next)
        if (++n > MOST_COLUMNS || option_width(lay, area, o) + 1 + row_gap(lay) > step) return 0;
    return step;
}

/* As wide as all of the form's, where that is what there is; else each as wide as it is. */
static void options_in_a_row(struct layout_context *lay, struct area *area, const struct node *options,
                             const struct box_columns *all)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, ROW_MOST);
    struct area in = *area;
    bool shared = all->all == area->width;
    int32_t step = shared ? 0 : quarter_of(lay, area, options);
    size_t n = 0;
    for (const struct node *o = options->first; o; o = o->next) {
        int32_t width = shared ? all->width[n] : step ? step - row_gap(lay) : option_width(lay, area, o) + 1;
        struct area c = area_column(lay, &in, in.x, width);
        put_option(lay, &c, o);
        columns[n++] = c.galley;
        in.x += width + (shared ? all->gap : row_gap(lay));
    }
    area_group(lay, area, columns, n, true);
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

/* Where columns of boxes begin, and the end of the last. */
struct column_edges {
    int32_t n, at[MOST_COLUMNS + 1];
};

/* So many, each over as many quarters of the measure as its widest label takes; none where that is too much.
 */
static struct column_edges edges_by_quarters(struct layout_context *lay, const struct area *area,
                                             const struct node *options, int32_t n)
{
    struct column_edges e = {.n = n};
    int32_t step = (area->width + lay->look.gutter) / MOST_COLUMNS, widest[MOST_COLUMNS] = {0}, i = 0;
    for (const struct node *o = options->first; o; o = o->next, i++) {
        int32_t w = option_width(lay, area, o) + 1;
        if (w > widest[i % n]) widest[i % n] = w;
    }
    for (i = 0; i < n; i++) {
        int32_t gap = i + 1 < n ? QUARTER_GAP : lay->look.gutter,
                all = (widest[i] + gap + step - 1) / step * step;
        e.at[i + 1] = e.at[i] + (i + 1 < n ? all : step);
        if (e.at[i] + all > step * MOST_COLUMNS) return (struct column_edges){0};
    }
    e.at[n] = area->width + lay->look.gutter;
    return e;
}

/* As many as spare a row, where a few long labels would cost the others a column of their own. */
static struct column_edges edges_of(struct layout_context *lay, const struct area *area,
                                    const struct node *options)
{
    int32_t n = option_columns(lay, area, options), gap = lay->look.gutter;
    bool whole = area->width >= lay->look.width;
    for (int32_t more = MOST_COLUMNS; whole && more > n; more--) {
        struct column_edges e = edges_by_quarters(lay, area, options, more);
        if (e.n) return e;
    }
    struct column_edges e = {.n = n};
    int32_t width = (area->width - (n - 1) * gap) / n;
    for (int32_t i = 0; i <= n; i++) e.at[i] = i * (width + gap);
    return e;
}

static void options_in_columns(struct layout_context *lay, struct area *area, const struct node *options)
{
    struct column_edges e = edges_of(lay, area, options);
    for (const struct node *o = options->first; o;) {
        struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, e.n);
        size_t i = 0;
        for (; o && i < (size_t)e.n; o = o->next, i++) {
            int32_t gap = i + 1 < (size_t)e.n ? QUARTER_GAP : lay->look.gutter;
            struct area c = area_column(lay, area, area->x + e.at[i], e.at[i + 1] - e.at[i] - gap);
            put_option(lay, &c, o);
            columns[i] = c.galley;
        }
        area_group(lay, area, columns, i, true)->keep = o != NULL;
    }
}

/* Labels stand as prompts do, language over language: all of a form look alike. */
void field_options(struct layout_context *lay, struct area *area, const struct node *options)
{
    struct area whole = *area;
    whole.width = lay->look.width;
    const struct box_columns *all = columns_of_all(lay, &whole, options->parent->parent);
    int64_t row = row_width(lay, area, options);
    if (all->all == area->width || (row > 0 && row + ROW_MOST <= area->width))
        options_in_a_row(lay, area, options, all);
    else
        options_in_columns(lay, area, options);
    area->galley->after = lay->look.unit * 2;
}

/* -- a prompt and its blank -- */

/* Lines that the prompts of a form's scales take beside them; more: how many more than alone the one that
 * takes most of those. */
static size_t lines_beside(struct layout_context *lay, const struct area *area, const struct node *form,
                           int32_t left, size_t *more)
{
    size_t all = 0;
    *more = 0;
    for (const struct node *q = form->first; q; q = q->next) {
        if (!scale_field_asked(q)) continue;
        size_t whole = lines_in(lay, area, q->first, area->width),
               lines = lines_in(lay, area, q->first, left);
        if (lines > whole + *more) *more = lines - whole;
        all += lines;
    }
    return all;
}

/* All scales of a form stand beside their prompts, or none does. They come nearer where a prompt takes a line
 * less for that. */
static int32_t scales_beside(struct layout_context *lay, const struct area *area, const struct node *form,
                             int32_t *gap)
{
    int32_t width = scale_field_width(lay, area, form), left = area->width - *gap - width;
    size_t more, less;
    if (left < area->width / 3) return 0;
    size_t lines = lines_beside(lay, area, form, left, &more);
    if (*gap > SCALE_GAP && lines_beside(lay, area, form, left + *gap - SCALE_GAP, &less) < lines) {
        *gap = SCALE_GAP;
        more = less;
    }
    return more > 1 ? 0 : width;
}

int32_t field_beside(struct layout_context *lay, const struct area *area, const struct node *question,
                     int32_t *gap)
{
    const struct node *prompt = question->first, *blank = question->last;
    int32_t room = area->width - lay->look.gutter;
    *gap = lay->look.gutter;
    if (blank->role == ROLE_SCALE)
        return lay->print->close ? scales_beside(lay, area, question->parent, gap) : 0;
    if (blank->role != ROLE_OPTIONS || prompt->next != blank) return 0;
    int64_t width = narrow_row(lay, area, blank), all = columns_of_all(lay, area, question->parent)->all;
    if (!width) return 0;
    size_t whole = lines_in(lay, area, prompt, area->width),
           left = lines_in(lay, area, prompt, room - (int32_t)width);
    if (left > whole + UNDER) return 0;
    return (int32_t)(all ? all : width);
}
