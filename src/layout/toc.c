#include "layout/toc.h"

#include "khmer/brk.h"
#include "khmer/letter.h"
#include "khmer/number.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

enum {
    MOST_PAGES = 999 /* a digit more reaches into the gap before it */,
    DOT = 800,
    PITCH = 4500,
    LEVEL_INDENT = 12000,
    GAP = 4000,
    LEAST_DOTS = 3,    /* fewer are none: the number is near */
    NARROWER = 24,     /* parts of the measure: tries at one that ends in more than a word */
    NARROWEST = 3,     /* a third of it */
    LEAST_ENTRIES = 3, /* on either side of a page's end */
    PARTS = 55,   /* per cent of a page: a chapter and its parts are better not parted that take no more */
    LOW_PART = 3, /* of a page: a list as high is better not parted */
    WIDENS = 6    /* tenths of a unit: between entries, where the contents leave much of their last page */
};

struct toc_entry {
    const struct node *node;
    struct paragraph *par, *label; /* label: 1.2, before its words, which hang beside it; or NULL */
    enum lang digits;              /* of its number */
    int32_t x, width, slot;
    int32_t measure; /* of its words */
};

struct toc_place { /* an entry, and the first of its boxes */
    const struct node *node;
    size_t box;
};

struct toc_places {
    struct toc_place *at;
    size_t n, cap;
};

struct toc {
    int32_t slot[LANG_N];
};

static const struct paragraph_line *last_line(const struct paragraph *p)
{
    return &p->lines[p->nlines - 1];
}

/* Dots stand on one grid down the page, up to the right edge: those that the number needs go when it is
 * known (toc_fill). after: what stands before them on their line. */
static size_t leader(struct layout_context *lay, const struct toc_entry *e, int32_t after, int32_t y,
                     struct item **dots)
{
    int32_t right = e->x + e->width + e->slot, from = e->x + after + GAP;
    size_t n = right > from ? (size_t)((right - from) / PITCH) : 0;
    *dots = ARENA_MANY(lay->job->keep, struct item, n + 1);
    for (size_t i = 0; i < n; i++)
        (*dots)[i] = area_rect(e->node, right - (int32_t)(n - i) * PITCH, y - DOT, DOT, DOT, STYLE_GREY);
    return n;
}

static void add_link(struct layout_context *lay, struct box *b, const struct toc_entry *e)
{
    int32_t before = e->label && e->par->nlines == 1 ? (int32_t)e->label->width : 0;
    if (!e->node->target) return;
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + 1);
    if (b->nitems) memcpy(all, b->items, b->nitems * sizeof *all);
    all[b->nitems++] = (struct item){.kind = ITEM_LINK,
                                     .node = e->node,
                                     .lang = e->par->lang,
                                     .x = e->x - before,
                                     .y = b->first - e->par->style.depth,
                                     .width = before + e->width + e->slot,
                                     .height = e->par->style.leading,
                                     .target = e->node->target};
    b->items = all;
}

/* The last line's leader, number and link, after its text. y: where they stand, from the box's top. */
static void finish_line(struct layout_context *lay, struct box *b, const struct toc_entry *e, int32_t after,
                        int32_t y)
{
    struct item *dots;
    size_t n = leader(lay, e, after, y, &dots);
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + n + 1);
    if (b->nitems) memcpy(all, b->items, b->nitems * sizeof *all);
    if (n) memcpy(all + b->nitems, dots, n * sizeof *all);
    n += b->nitems;
    int32_t right = e->x + e->width + e->slot;
    all[n++] = (struct item){.kind = ITEM_TEXT,
                             .part = PART_PAGE_NUMBER,
                             .node = e->node,
                             .lang = e->digits,
                             .colour = e->par->style.colour,
                             .x = right - e->slot,
                             .y = y,
                             .width = e->slot};
    b->items = all;
    b->nitems = n;
    add_link(lay, b, e);
}

static struct style entry_style(const struct layout_context *lay, const struct node *node, enum lang lang)
{
    struct style s = style_of(&lay->look, ROLE_TOC_ITEM, lang, STYLE_TEXT);
    s.bold = node->count == 1 || node->role == ROLE_TOC; /* a contents' own: the widest */
    if (s.bold) s.before = lay->look.unit * 6 / 10;
    return s;
}

static struct paragraph *number_par(struct layout_context *lay, const struct node *node, long n,
                                    enum lang lang)
{
    struct style style = entry_style(lay, node, lang);
    style.align = ALIGN_RIGHT;
    struct paragraph *p = paragraph_new(lay, node, style, lang);
    paragraph_words(lay, p, number_plain(lay->job->keep, n, lang), lang, PART_PAGE_NUMBER);
    paragraph_prepare(lay, p);
    return p;
}

/* Room for the widest number of so many digits. */
static int32_t slot_of(struct layout_context *lay, const struct node *node, enum lang lang)
{
    int32_t slot = 0;
    for (long n = MOST_PAGES; n > 0; n -= MOST_PAGES / 9) {
        int32_t width = number_par(lay, node, n, lang)->widest;
        slot = width > slot ? width : slot;
    }
    return slot;
}

/* The spans before or after the first forced end. */
static struct spans part_of(struct spans spans, bool second)
{
    size_t at = 0;
    while (at < spans.n && spans.at[at].kind != SPAN_BREAK) at++;
    if (!second) return (struct spans){spans.at, at};
    return at < spans.n ? (struct spans){spans.at + at + 1, spans.n - at - 1} : (struct spans){NULL, 0};
}

static struct paragraph *part_par(struct layout_context *lay, const struct area *area,
                                  const struct node *node, struct spans spans)
{
    enum lang lang = spans.n && spans.at[0].lang != LANG_NONE ? spans.at[0].lang : node_lang(node);
    if (lang == LANG_NONE) lang = lay->tree->lang;
    struct paragraph *p = paragraph_new(lay, node, entry_style(lay, node, lang), lang);
    paragraph_spans(lay, p, spans, area, PART_SELF);
    paragraph_prepare(lay, p);
    return p;
}

/* The number that a title begins with, 1.2 or ១.២, and the blank after it; 0 where it begins otherwise. */
static size_t label_length(struct spans title)
{
    struct str s = title.n ? title.at[0].text : STR("");
    size_t at = 0;
    uint32_t cp = 0, before = '.';
    while (at < s.n) {
        cp = utf8_next(s, &at);
        if (khmer_digit_value(cp) < 0 && (cp != '.' || before == '.')) break;
        before = cp;
    }
    bool number = before != '.' && (cp == ' ' || utf8_blank(cp));
    bool words = at < s.n || (title.n > 1 && title.at[1].text.n);
    return number && words ? at : 0;
}

/* The spans parted in two copies: the first so many bytes, and the rest. */
static void part_label(struct layout_context *lay, struct spans spans, size_t at, struct spans parts[2])
{
    struct span *s = ARENA_MANY(lay->job->keep, struct span, spans.n + 1);
    if (spans.n) memcpy(s + 1, spans.at, spans.n * sizeof *s);
    s[0] = s[1];
    s[0].text = str_sub(s[0].text, 0, at);
    s[1].text = str_sub(s[1].text, at, s[1].text.n);
    parts[0] = (struct spans){s, 1};
    parts[1] = (struct spans){s + 1, spans.n};
}

/* Its number in its own language's digits. */
static struct toc_entry entry_of(struct layout_context *lay, const struct toc *t, const struct area *area,
                                 const struct node *node, struct spans spans)
{
    struct spans parts[2] = {{0}, spans};
    struct toc_entry e = {.node = node, .x = area->x};
    size_t at = label_length(spans);
    if (at) {
        part_label(lay, spans, at, parts);
        e.label = part_par(lay, area, node, parts[0]);
        e.x += (int32_t)e.label->width;
    }
    e.par = part_par(lay, area, node, parts[1]);
    e.digits = lang_or(e.par->lang, (enum lang)0);
    e.slot = t->slot[e.digits];
    e.width = area->x + area->width - e.slot - e.x;
    return e;
}

/* A number of two digits has a dot's room before it. */
static int32_t words_width(const struct toc_entry *e)
{
    int32_t width = e->width + e->slot / 3 - 2 * GAP - PITCH;
    return width > e->width / 2 ? width : e->width / 2;
}

/* No word stands by itself before the number. */
static bool ends_in_words(const struct paragraph *p)
{
    const struct paragraph_line *last = last_line(p);
    size_t end = paragraph_line_end(p, last->from, last->to);
    for (size_t i = last->from; i + 1 < end; i++)
        if (p->text.at[i].brk >= BRK_LEANING) return true;
    return false;
}

/* So narrow that the words take so many lines, the last of more than a word. False where no measure does. */
static bool take_lines(struct layout_context *lay, struct toc_entry *e, size_t lines)
{
    int32_t most = words_width(e);
    for (int32_t measure = most; measure >= most / NARROWEST; measure -= most / NARROWER) {
        paragraph_break_balanced(lay, e->par, measure);
        if (e->par->nlines > lines) return false;
        e->measure = measure;
        if (e->par->nlines == lines && ends_in_words(e->par)) return true;
    }
    return false;
}

/* At its widest, but narrower where its last line would be a word. */
static void settle(struct layout_context *lay, struct toc_entry *e)
{
    paragraph_break_balanced(lay, e->par, e->measure = words_width(e));
    size_t lines = e->par->nlines;
    if (lines > 1 && !take_lines(lay, e, lines)) e->measure = words_width(e);
    paragraph_break_balanced(lay, e->par, e->measure);
}

/* Beside one of more lines it has as many, or stays as it is. */
static void settle_beside(struct layout_context *lay, struct toc_entry *e, const struct toc_entry *other)
{
    int32_t own = e->measure;
    if (e->par->nlines >= other->par->nlines || !e->par->nlines) return;
    if (!take_lines(lay, e, other->par->nlines)) e->measure = own;
    paragraph_break_balanced(lay, e->par, e->measure);
}

/* Before the items of its words' first line. */
static void put_label(struct layout_context *lay, struct box *b, const struct toc_entry *e)
{
    size_t n = 0;
    int32_t width = (int32_t)e->label->width;
    paragraph_break(lay, e->label, width);
    struct item *label =
                    paragraph_finish(lay, e->label, &e->label->lines[0], e->x - width, b->first, width, &n),
                *all = ARENA_MANY(lay->job->keep, struct item, n + b->nitems);
    memcpy(all, label, n * sizeof *all);
    memcpy(all + n, b->items, b->nitems * sizeof *all);
    b->items = all;
    b->nitems += n;
}

static void put_words(struct layout_context *lay, struct area *area, struct toc_entry *e)
{
    struct area in = *area;
    size_t first = area->galley->boxes.n;
    in.x = e->x;
    in.width = e->measure;
    paragraph_lines_put(lay, &in, e->par);
    if (e->label && area->galley->boxes.n > first) put_label(lay, &area->galley->boxes.at[first], e);
}

static void put_part(struct layout_context *lay, struct area *area, struct toc_entry *e)
{
    settle(lay, e);
    put_words(lay, area, e);
    if (!e->par->nlines) return;
    struct box *b = galley_last(area->galley);
    finish_line(lay, b, e, last_line(e->par)->width, b->first);
}

/* How deep an entry's last baseline lies under its first, which is level with the other language's. */
static int32_t last_baseline(struct galley *column)
{
    const struct box *last = column->boxes.n ? galley_last(column) : NULL, *first = column->boxes.at;
    if (!last) return 0;
    return galley_height_of(column, 0, column->boxes.n) - first->before - first->first - last->height +
           last->first;
}

/* On its last line of words; level with the other's number, where that stands on as many. */
static void finish_row(struct layout_context *lay, struct area *area, struct toc_entry *e, int32_t baseline)
{
    if (!e->par->nlines) return;
    struct box *b = galley_last(area->galley);
    int32_t below = baseline - last_baseline(area->galley);
    if (below >= e->par->style.leading / 2) below = 0;
    finish_line(lay, b, e, last_line(e->par)->width, b->first + below);
}

/* Where it has no more lines than the other, they are as far apart as those. */
static void set_level(struct paragraph *p, const struct paragraph *other)
{
    if (p->nlines > other->nlines || p->style.leading >= other->style.leading) return;
    p->style.leading = other->style.leading;
    p->style.depth = other->style.depth;
}

/* Both languages on one line, each in its own column with its own number. */
static void put_both(struct layout_context *lay, const struct toc *t, struct area *area,
                     const struct node *node, int32_t indent)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 2);
    int32_t width = (area->width - lay->look.gutter) / 2, baseline = 0;
    struct area c[2];
    struct toc_entry e[2];
    for (int i = 0; i < 2; i++) {
        c[i] = area_column(lay, area, area->x + i * (width + lay->look.gutter), width);
        c[i].x = indent;
        c[i].width -= indent;
        e[i] = entry_of(lay, t, &c[i], node, part_of(node->spans, i));
        settle(lay, &e[i]);
        columns[i] = c[i].galley;
    }
    for (int i = 0; i < 2; i++) settle_beside(lay, &e[i], &e[!i]);
    for (int i = 0; i < 2; i++) {
        set_level(e[i].par, e[!i].par);
        put_words(lay, &c[i], &e[i]);
        if (last_baseline(columns[i]) > baseline) baseline = last_baseline(columns[i]);
    }
    for (int i = 0; i < 2; i++) finish_row(lay, &c[i], &e[i], baseline);
    area_group(lay, area, columns, 2, true);
}

static void put_entry(struct layout_context *lay, const struct toc *t, struct area *area,
                      const struct node *node)
{
    int32_t indent = node->count > 1 ? (node->count - 1) * style_length(&lay->look, LEVEL_INDENT) : 0;
    struct area in = *area;
    area_start(lay, node);
    if (part_of(node->spans, true).n) {
        put_both(lay, t, &in, node, indent);
        return;
    }
    in.x += indent;
    in.width -= indent;
    struct toc_entry e = entry_of(lay, t, &in, node, node->spans);
    put_part(lay, &in, &e);
}

/* A short list stays whole, where no page is white for that; of any so many entries stand together on either
 * side of a page's end. */
static void keep_entries(const struct layout_context *lay, struct galley *s, const struct toc_places *at)
{
    bool low = galley_height_of(s, at->at[0].box, s->boxes.n) <= lay->look.height / LOW_PART;
    for (size_t i = 1; i < at->n; i++) {
        struct box *b = &s->boxes.at[at->at[i].box - 1];
        bool firmly = (b->keep && b->mild == BOX_FIRM) || i < LEAST_ENTRIES || i + LEAST_ENTRIES > at->n;
        b->mild = firmly ? BOX_FIRM : BOX_MILD;
        b->keep = b->keep || firmly || low;
    }
}

/* A chapter's entry and those of its parts stay together where no page is white for that, if they take no
 * more than about half of one. */
static void keep_parts(const struct layout_context *lay, struct galley *s, const struct toc_places *at)
{
    for (size_t i = 0, to; i < at->n; i = to) {
        for (to = i + 1; to < at->n && at->at[to].node->count > 1;) to++;
        size_t first = at->at[i].box, end = to < at->n ? at->at[to].box : s->boxes.n;
        if (galley_height_of(s, first, end) > (int64_t)lay->look.height * PARTS / 100) continue;
        for (size_t k = first; k + 1 < end; k++) {
            struct box *b = &s->boxes.at[k];
            if (!b->keep) b->mild = BOX_MILD;
            b->keep = true;
        }
    }
}

void toc_put(struct layout_context *lay, struct area *area, const struct node *toc)
{
    struct toc t = {0};
    for (int l = 0; l < LANG_N; l++) t.slot[l] = slot_of(lay, toc, (enum lang)l);
    struct toc_places at = {0};
    for (const struct node *n = toc->first; n; n = n->next) {
        size_t first = area->galley->boxes.n;
        put_entry(lay, &t, area, n);
        if (area->galley->boxes.n == first) continue;
        VEC_ADD(lay->job->keep, at, ((struct toc_place){n, first}));
        area->galley->boxes.at[first].widens = lay->look.unit * WIDENS / 10;
        if (n->next && n->next->count > n->count) galley_last(area->galley)->keep = true; /* its first part */
    }
    keep_parts(lay, area->galley, &at);
    if (at.n) keep_entries(lay, area->galley, &at);
    area->galley->after = lay->look.unit * 2;
}

static void put_number(struct layout_context *lay, struct item *it)
{
    const struct galley_start *at =
        it->node->target ? map_get(&lay->positions, map_pointer(it->node->target)) : NULL;
    if (!at) return;
    struct paragraph *p = number_par(lay, it->node, (long)at->page + 1, it->lang);
    int32_t width = p->widest > it->width ? p->widest : it->width; /* never broken */
    paragraph_break(lay, p, width);
    size_t n = 0;
    if (p->nlines) *it = *paragraph_finish(lay, p, &p->lines[0], it->x + it->width - width, it->y, width, &n);
}

static bool is_dot_of(const struct item *it, const struct item *number)
{
    return it->kind == ITEM_RECT && it->node == number->node &&
           it->x + it->width <= number->x + number->width;
}

/* Takes back the last of the dots before a number that come too near to it. Returns how many items are left.
 */
static size_t without_near_dots(const struct item *items, size_t n, const struct item *number)
{
    size_t left = 0;
    while (n && is_dot_of(&items[n - 1], number) && items[n - 1].x + items[n - 1].width > number->x - GAP)
        n--;
    while (left < n && left < LEAST_DOTS && is_dot_of(&items[n - 1 - left], number)) left++;
    return left < LEAST_DOTS ? n - left : n;
}

static void fill_page(struct layout_context *lay, struct page *page)
{
    size_t n = 0;
    for (size_t k = 0; k < page->items.n; k++) {
        struct item it = page->items.at[k];
        if (it.part == PART_PAGE_NUMBER) {
            put_number(lay, &it);
            n = without_near_dots(page->items.at, n, &it);
        }
        page->items.at[n++] = it;
    }
    page->items.n = n;
}

void toc_fill(struct layout_context *lay)
{
    for (size_t i = 0; i < lay->pages->list.n; i++) fill_page(lay, &lay->pages->list.at[i]);
}
