#include "layout/front/title_page.h"

#include "layout/block.h"
#include "layout/front/krama.h"
#include "layout/front/logos.h"

/* Parts of a cover, from its top down. */
enum cover_part { COVER_HEAD, COVER_TITLE, COVER_BELOW, COVER_FOOT, COVER_PARTS };

enum {
    FIELD = 667,       /* thousandths of the page that the field covers; */
    LEAST_FIELD = 550, /* where what stands below it needs more room */
    LEAST_TITLE = 700, /* thousandths of its size, for a title that is long */
    SLIDE_FIELD = 685, /* on a slide */
    OPTICAL = 44,      /* per cent of what a slide's field leaves are above its title */
    TITLE_STEP = 50,
    SPARE_STEP = 20,
    LEAST_REST = 800, /* the same for all else, where the page is small */
    REST_STEP = 100,
    LEAST_COLUMN = 4, /* of a slide: the first of two is no less than such a part */
    RULE = 1200
};

#define PICTURE STYLE_MM(56) /* a picture's height, where there is room, */
#define LOWEST  STYLE_MM(34) /* and where there is little */
#define APART   STYLE_MM(10) /* at least so much between head and title */
#define BLEED   STYLE_MM(3)  /* so much of the field lies beyond the paper, where a cut may go wrong */

struct cover {
    struct layout_context *lay;
    struct area *area;
    const struct node *node;
    struct galley *parts[COVER_PARTS];
    int32_t height[COVER_PARTS];
    int32_t field; /* where it ends, from the top of the text */
};

static enum cover_part part_of(enum role role)
{
    switch (role) {
    case ROLE_COVER_NATION:
    case ROLE_DIVIDER:
    case ROLE_COVER_MINISTRY: return COVER_HEAD;
    case ROLE_COVER_TITLE:
    case ROLE_COVER_SUBTITLE: return COVER_TITLE;
    case ROLE_COVER_FOOT: return COVER_FOOT;
    default: return COVER_BELOW;
    }
}

/* -- lines and columns ----------------------------------------------------------------------------------- */

static void put_line(struct layout_context *lay, struct area *area, const struct node *before,
                     const struct node *n);

static void put_lines(struct layout_context *lay, struct area *area, const struct node *parent)
{
    const struct node *before = NULL;
    for (const struct node *n = parent->first; n; before = n, n = n->next) put_line(lay, area, before, n);
}

/* Both alike; on a slide the first, if its lines need less, leaves that to the second. */
static int32_t first_width(struct layout_context *lay, const struct area *area, const struct node *grid)
{
    int32_t half = (area->width - lay->look.gutter) / 2, least = area->width / LEAST_COLUMN;
    if (!lay->look.large || !grid->first || !grid->first->next) return half;
    int32_t width = block_widest(lay, area, grid->first) + 1;
    return width > half ? half : width < least ? least : width;
}

/* What stands beside each other, each under a rule where it is not at the foot. */
static void put_columns(struct layout_context *lay, struct area *area, const struct node *grid)
{
    struct galley *columns[2] = {NULL};
    int32_t first = first_width(lay, area, grid), second = area->width - lay->look.gutter - first;
    bool foot = grid->parent->role == ROLE_COVER_FOOT, slide = lay->look.large;
    struct item *rules = ARENA_MANY(lay->job->keep, struct item, 2);
    size_t n = 0;
    area_start(lay, grid);
    for (const struct node *child = grid->first; child && n < 2; child = child->next) {
        int32_t width = n ? second : first, x = n ? area->width - second : 0;
        struct area c = area_column(lay, area, area->x + x, width);
        rules[n] = area_rect(child, slide ? c.galley->x : 0, 0, width, RULE, STYLE_BLUE);
        if (!foot && !slide) area_band(lay, &c, &rules[n], 1, RULE, 0);
        area_start(lay, child);
        put_lines(lay, &c, child);
        columns[n++] = c.galley;
    }
    struct galley **kept = ARENA_MANY(lay->job->keep, struct galley *, 2);
    memcpy(kept, columns, n * sizeof *kept);
    if (!foot && slide && n) area_band(lay, area, rules, n, RULE, 0)->keep = true;
    area_group(lay, area, kept, n, true);
}

/* Lines of one kind close up; between kinds, and where another thing is told, there is space: there the
 * languages begin again. */
static void put_line(struct layout_context *lay, struct area *area, const struct node *before,
                     const struct node *n)
{
    bool again = before && n->role == ROLE_COVER_LINE && !n->again &&
                 (lay->tree->both ? n->lang < before->lang : n->lang == before->lang);
    area->close = before && before->role == n->role && !again;
    if (n->role != ROLE_GRID)
        block_put(lay, area, n);
    else if (n->first->role == ROLE_FIGURE)
        logos_put(lay, area, n);
    else
        put_columns(lay, area, n);
}

/* -- parts ----------------------------------------------------------------------------------------------- */

static void build(struct cover *c, enum cover_part part, int32_t shrink)
{
    struct area in = area_column(c->lay, c->area, c->area->x, c->area->width);
    const struct node *before = NULL;
    in.where = STYLE_COVER;
    in.depth++;
    in.colour = part <= COVER_TITLE ? STYLE_PAPER : 0;
    in.shrink = shrink < 1000 ? shrink : 0;
    for (const struct node *n = c->node->first; n; n = n->next) {
        if (part_of(n->role) != part || n->role == ROLE_FIGURE) continue;
        if (part == COVER_FOOT)
            put_lines(c->lay, &in, n);
        else
            put_line(c->lay, &in, before, n);
        before = n;
    }
    if (in.galley->boxes.n) in.galley->boxes.at[0].before = 0;
    c->parts[part] = in.galley;
    c->height[part] = in.galley->boxes.n ? galley_height(in.galley) : 0;
}

static void put_part(struct cover *c, enum cover_part part)
{
    struct galley **column = ARENA_ONE(c->lay->job->keep, struct galley *);
    if (!c->parts[part]->boxes.n) return;
    *column = c->parts[part];
    area_group(c->lay, c->area, column, 1, true)->at_foot = part == COVER_FOOT;
    c->area->galley->after = 0;
}

static void space(struct cover *c, int32_t height)
{
    if (height > 0) area_band(c->lay, c->area, NULL, 0, height, 0);
}

/* -- the field ------------------------------------------------------------------------------------------- */

static const struct node *figure_of(const struct node *cover)
{
    for (const struct node *n = cover->first; n; n = n->next)
        if (n->role == ROLE_FIGURE) return n;
    return NULL;
}

/* A slide is low. */
static int32_t pad_of(const struct cover *c)
{
    return c->lay->look.unit * (c->lay->look.large ? 3 : 8) / 2;
}

static int32_t under_field(const struct cover *c)
{
    return pad_of(c) / 2;
}

/* Above and below a picture. */
static int32_t edge_of(const struct cover *c)
{
    return c->lay->look.unit * 5 / 2;
}

/* What the head and the title take, a picture or a space between them. */
static int32_t taken(const struct cover *c, int32_t picture)
{
    int32_t between = figure_of(c->node) ? picture + 2 * edge_of(c) : c->height[COVER_HEAD] ? APART : 0;
    return c->height[COVER_HEAD] + between + c->height[COVER_TITLE] + pad_of(c);
}

/* What stands under the field, with the space before it. */
static int32_t below_of(const struct cover *c)
{
    return c->height[COVER_BELOW] + c->height[COVER_FOOT] + 2 * under_field(c);
}

/* Where type is larger than the sheet's, the title is less so if that spares a line: one that just misses its
 * measure is parted badly. */
static void spare_line(struct cover *c, int32_t shrink)
{
    size_t lines = c->parts[COVER_TITLE]->boxes.n;
    for (int32_t s = shrink - SPARE_STEP; s >= shrink * 1000 / c->lay->look.scale; s -= SPARE_STEP) {
        build(c, COVER_TITLE, s);
        if (c->parts[COVER_TITLE]->boxes.n < lines) return;
    }
    build(c, COVER_TITLE, shrink);
}

/* The field reaches down to two thirds of the page, less where the rest wants more, more where the title
 * does; a long title is set smaller first. */
static void measure(struct cover *c)
{
    const struct look *look = &c->lay->look;
    int32_t page = c->lay->print->sheet.height, top = c->lay->print->sheet.top;
    int32_t room = look->height - below_of(c);
    int32_t most = (int32_t)((int64_t)page * (look->large ? SLIDE_FIELD : FIELD) / 1000) - top;
    int32_t least = (int32_t)((int64_t)page * LEAST_FIELD / 1000) - top;
    c->field = room > most ? most : room < least ? least : room;
    int32_t shrink = 1000, widest = room > c->field ? room : c->field;
    for (; shrink >= LEAST_TITLE; shrink -= TITLE_STEP) {
        build(c, COVER_TITLE, shrink);
        if (taken(c, LOWEST) <= widest) break;
    }
    spare_line(c, shrink < LEAST_TITLE ? LEAST_TITLE : shrink);
    int32_t wants = taken(c, PICTURE), needs = taken(c, LOWEST);
    if (room < c->field && room >= needs) c->field = widest = room; /* all on one page */
    if (wants > widest) wants = widest;
    if (c->field < wants) c->field = wants;
    if (c->field < needs) c->field = needs;
}

/* -- what is drawn behind -------------------------------------------------------------------------------- */

/* A picture as wide as the page or as high as its place, whichever is more; what is too much of it is
 * covered. */
static struct item picture_item(const struct node *figure, int32_t left, int32_t top, int32_t width,
                                int32_t height)
{
    const struct picture *p = figure->picture;
    bool told = false;
    int64_t pw = picture_width(p), ph = picture_height(p);
    int64_t w = width, h = w * ph / pw;
    if (h < height) {
        h = height;
        w = h * pw / ph;
    }
    for (int l = 0; l < LANG_N; l++) told |= figure->alt[l].n > 0;
    return (struct item){.kind = ITEM_PICTURE,
                         .artifact = told ? ARTIFACT_NONE : ARTIFACT_LAYOUT,
                         .node = figure,
                         .picture = p,
                         .x = left + (int32_t)(width - w) / 2,
                         .y = top + (int32_t)(height - h) / 3, /* faces are in its upper part */
                         .width = (int32_t)w,
                         .height = (int32_t)h};
}

/* From edge to edge of the page, whichever margin is at its left: that is known when pages are made. */
static struct item ground(const struct cover *c)
{
    const struct sheet *s = &c->lay->print->sheet;
    bool wide = s->inside > s->outside;
    int32_t most = wide ? s->inside : s->outside, least = wide ? s->outside : s->inside;
    int32_t left = -most - BLEED, top = -s->top - BLEED, right = s->width - least + BLEED;
    return area_rect(c->node, left, top, right - left, s->height + 2 * BLEED, STYLE_BLUE);
}

/* Of the ground what lies between two heights. */
static struct item stripe(const struct item *whole, int32_t from, int32_t to, uint32_t colour)
{
    struct item it = *whole;
    it.y = from;
    it.height = to - from;
    it.colour = colour;
    return it;
}

/* The field in two parts, a picture between them, white under it again. */
static size_t put_picture(const struct cover *c, const struct node *figure, const struct item *whole,
                          struct item *it)
{
    int32_t top = whole->y, from = c->height[COVER_HEAD] ? c->height[COVER_HEAD] + edge_of(c) : top;
    int32_t to = c->field - c->height[COVER_TITLE] - pad_of(c) - edge_of(c);
    it[0] = picture_item(figure, whole->x, from, whole->width, to - from);
    it[1] = stripe(whole, top, from, STYLE_BLUE);
    it[2] = stripe(whole, to, c->field, STYLE_BLUE);
    it[3] = stripe(whole, c->field, top + whole->height, STYLE_PAPER);
    return 4;
}

static void put_field(struct cover *c)
{
    const struct node *figure = figure_of(c->node);
    struct item whole = ground(c);
    struct item *it = ARENA_MANY(c->lay->job->keep, struct item, KRAMA_MOST + 1);
    size_t n = 1;
    it[0] = stripe(&whole, whole.y, c->field, STYLE_BLUE);
    if (figure && figure->picture->width && figure->picture->height) {
        area_start(c->lay, figure);
        n = put_picture(c, figure, &whole, it);
    } else {
        n += krama_items(&it[0], it + 1);
    }
    area_band(c->lay, c->area, it, n, 0, 0);
}

/* All on one page: where even the smallest title leaves no room, the rest is set smaller too. What begins
 * with the cover begins with its field, whatever is built again. */
static void fit(struct cover *c)
{
    struct box_start *begun = c->lay->starts, **end = c->lay->starts_end;
    c->lay->starts = NULL;
    c->lay->starts_end = &c->lay->starts;
    for (int32_t shrink = 1000; shrink >= LEAST_REST; shrink -= REST_STEP) {
        build(c, COVER_HEAD, shrink);
        build(c, COVER_BELOW, shrink);
        build(c, COVER_FOOT, shrink);
        measure(c);
        if (c->field + below_of(c) <= c->lay->look.height) break;
    }
    c->lay->starts = begun;
    c->lay->starts_end = begun ? end : &c->lay->starts;
}

/* Over the title, which stands low on a page, in the optical middle of a slide's field. */
static int32_t over_title(const struct cover *c)
{
    int32_t low = c->field - c->height[COVER_HEAD] - c->height[COVER_TITLE] - pad_of(c),
            top = c->lay->print->sheet.top;
    if (!c->lay->look.large || c->height[COVER_HEAD] || figure_of(c->node)) return low;
    int32_t over = (top + c->field - c->height[COVER_TITLE]) * OPTICAL / 100 - top;
    return over > 0 ? over : 0;
}

void title_page_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = *area;
    struct cover c = {.lay = lay, .area = &in, .node = node};
    in.column = true;
    in.depth++;
    area->galley->new_page = area->galley->boxes.n > 0;
    lay->closing = area->galley->boxes.n;
    fit(&c);
    put_field(&c);
    put_part(&c, COVER_HEAD);
    int32_t over = over_title(&c);
    space(&c, over);
    put_part(&c, COVER_TITLE);
    space(&c,
          c.field - c.height[COVER_HEAD] - (over > 0 ? over : 0) - c.height[COVER_TITLE] + under_field(&c));
    put_part(&c, COVER_BELOW);
    put_part(&c, COVER_FOOT);
    area->galley->new_page = true;
}

/* -- the ornament ---------------------------------------------------------------------------------------- */

void title_page_divider(struct layout_context *lay, struct area *area, const struct node *node)
{
    int32_t mid = area->x + area->width / 2,
            arm = area->width / 4 < STYLE_MM(17) ? area->width / 4 : STYLE_MM(17), gap = 3500, dot = 1500,
            big = 3000;
    uint32_t line = area->colour ? area->colour : STYLE_BLUE,
             mark = area->colour ? area->colour : STYLE_OCHRE;
    struct item *it = ARENA_MANY(lay->job->keep, struct item, 5);
    it[0] = area_rect(node, mid - big / 2 - 2 * gap - dot - arm, 2600, arm, 500, line);
    it[1] = area_rect(node, mid - big / 2 - gap - dot, 2100, dot, dot, mark);
    it[2] = area_rect(node, mid - big / 2, 1350, big, big, line);
    it[3] = area_rect(node, mid + big / 2 + gap, 2100, dot, dot, mark);
    it[4] = area_rect(node, mid + big / 2 + 2 * gap + dot, 2600, arm, 500, line);
    struct style s = style_of(&lay->look, ROLE_DIVIDER, LANG_NONE, area->where);
    area_band(lay, area, it, 5, 5700, s.before);
    area->galley->after = s.after;
}
