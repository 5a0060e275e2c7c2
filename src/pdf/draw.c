#include "pdf/draw.h"

#include "pdf/structure/tongue.h"
#include "pdf/syntax.h"

/* What a TJ number is worth writing for, 1/1000 em: less is the rounding of single widths, and never seen. */
enum { LEAST_SHIFT = 2 };

enum { TOUCHING = 100 }; /* 1/1000 em: what overlaps by less is set one after the other */

enum { FULL_SCALE = 100000 }; /* of struct item's widen; PDF's Tz counts in per cent */

enum { PEN = 1000 * FULL_SCALE, NEAR = 1000 }; /* the pen's parts of 1/1000 pt; one em, 1/1000 em */

/* Of a line, for which Tw is set anew: it takes as many bytes as two numbers in TJ. */
enum { SPACES_LEAST = 3 };

enum { FILL, STROKE };

enum { ARTIFACT_ALONE = -1 }; /* open, and nothing more goes into it */

/* -- codes -- */

/* Pass one: what is asked for, in the order in which it will be drawn. */
static void count(struct draw *d, const struct cluster_glyphs *c)
{
    if (!c->n || subset_find(d->subsets.at[d->subsets.n - 1], c)) return;
    VEC_ADD(d->out.arena, d->subsets, subset_new(d->out.arena, d->fonts));
    subset_find(d->subsets.at[d->subsets.n - 1], c);
}

static void count_all(struct draw *d, const struct pages *pages)
{
    VEC_ADD(d->out.arena, d->subsets, subset_new(d->out.arena, d->fonts));
    for (size_t p = 0; p < pages->list.n; p++)
        for (size_t i = 0; i < pages->list.at[p].items.n; i++) {
            const struct item *it = &pages->list.at[p].items.at[i];
            for (size_t k = 0; it->kind == ITEM_TEXT && k < it->nclusters; k++)
                count(d, it->clusters[k].glyphs);
        }
    for (size_t i = 0; i < d->subsets.n; i++) subset_rank(d->subsets.at[i]);
}

static void use_subset(struct draw *d, size_t at)
{
    struct subset *subset = d->subsets.at[at];
    size_t n;
    d->at = at;
    d->face = -1;
    for (size_t i = 0; i < font_set_count(d->fonts); i++) {
        n = subset_ncids(subset, i);
        d->codes[i] = codes_for(n ? n - 1 : 0, subset_space(subset, i));
    }
    struct subset_entry **all = subset_entries(subset, &n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < all[i]->n; k++)
            all[i]->written[k] = (uint16_t)codes_cid(&d->codes[all[i]->glyphs->face], all[i]->codes[k]);
}

struct draw draw_new(struct arena *a, struct tags *tags, const struct font_set *fonts,
                     struct pictures *pictures, const struct pages *pages)
{
    struct draw d = {.tags = tags, .fonts = fonts, .pictures = pictures, .out = BUF(a)};
    d.codes = ARENA_MANY(a, struct codes, font_set_count(fonts));
    count_all(&d, pages);
    use_subset(&d, 0);
    return d;
}

/* -- marked content -- */

/* Rects of one colour in a row are one path. */
static void end_path(struct draw *d)
{
    if (d->path) buf_put(&d->out, "f\n");
    d->path = false;
}

static void end_text(struct draw *d)
{
    if (d->text) buf_put(&d->out, "ET\n");
    d->text = d->shown = false;
}

/* Marks and text objects nest (14.6.1): a mark is begun inside of BT where text comes first in it, so that
 * one BT does for many, else outside. */
static void end_marked(struct draw *d)
{
    end_path(d);
    if (!d->inside) end_text(d);
    if (d->open || d->artifact) buf_put(&d->out, "EMC\n");
    d->open = NULL;
    d->artifact = ARTIFACT_NONE;
}

static void leave_text(struct draw *d)
{
    if (d->text && d->inside) end_marked(d);
    end_text(d);
}

static void begin_text(struct draw *d)
{
    if (d->text) return;
    end_path(d);
    buf_put(&d->out, "BT\n");
    d->text = true;
    d->line_x = d->line_y = 0;
}

static void begin_marked(struct draw *d, bool text)
{
    end_marked(d);
    if (text) begin_text(d);
    d->inside = text;
}

/* Letters of private use tell what they are here too (ISO 19005-3, 6.2.11.7.3): a sequence of their own. */
static void mark_artifact(struct draw *d, const struct item *it)
{
    enum artifact kind = it->artifact ? it->artifact : ARTIFACT_LAYOUT;
    const struct cluster_glyphs *letter = it->nclusters ? it->clusters[0].glyphs : NULL;
    bool alone = letter && tags_private(letter);
    if (d->artifact == (int)kind && !alone) return;
    begin_marked(d, it->kind == ITEM_TEXT);
    d->artifact = alone ? ARTIFACT_ALONE : (int)kind;
    buf_put(&d->out, "/Artifact<</Type/");
    if (kind == ARTIFACT_HEADER) buf_put(&d->out, "Pagination/Subtype/Header/Attached[/Top]");
    if (kind == ARTIFACT_FOOTER) buf_put(&d->out, "Pagination/Subtype/Footer/Attached[/Bottom]");
    if (kind == ARTIFACT_LAYOUT) buf_put(&d->out, "Layout");
    if (alone) {
        buf_put(&d->out, "/ActualText");
        syntax_text(&d->out, letter->text);
    }
    buf_put(&d->out, ">>BDC\n");
}

static struct elem *mark(struct draw *d, const struct item *it)
{
    struct elem *leaf = tags_leaf(d->tags, it, d->tongue);
    bool text = it->kind == ITEM_TEXT;
    if (!text) leave_text(d);
    if (!leaf) {
        mark_artifact(d, it);
        return NULL;
    }
    if (leaf == d->open) return leaf;
    begin_marked(d, text);
    d->open = leaf;
    buf_byte(&d->out, '/');
    buf_put(&d->out, roles_name(leaf->tag));
    buf_put(&d->out, "<</MCID ");
    syntax_int(&d->out, structure_elements_mark(d->tags->elems, leaf, d->page));
    buf_put(&d->out, ">>BDC\n");
    return leaf;
}

/* -- colours and boxes -- */

static void colour(struct draw *d, int which, uint32_t rgb)
{
    if (d->colour[which] == (int64_t)rgb) return;
    end_path(d);
    d->colour[which] = rgb;
    for (int shift = 16; shift >= 0; shift -= 8) {
        syntax_milli(&d->out, (int64_t)((rgb >> shift & 255) * 1000 + 127) / 255);
        buf_byte(&d->out, ' ');
    }
    buf_put(&d->out, which == FILL ? "rg\n" : "RG\n");
}

static void numbers(struct draw *d, const int64_t *n, int count)
{
    for (int i = 0; i < count; i++) {
        syntax_milli(&d->out, n[i]);
        buf_byte(&d->out, ' ');
    }
}

static void rect(struct draw *d, const struct item *it)
{
    int64_t box[4] = {it->x, (int64_t)d->height - it->y - it->height, it->width, it->height};
    colour(d, FILL, it->colour);
    numbers(d, box, 4);
    buf_put(&d->out, "re\n");
    d->path = true;
}

/* The stroke stays inside the box. */
static void frame(struct draw *d, const struct item *it)
{
    int64_t line = it->line_width, in = line / 2;
    int64_t box[4] = {it->x + in, (int64_t)d->height - it->y - it->height + in, it->width - line,
                      it->height - line};
    end_path(d);
    colour(d, STROKE, it->colour);
    syntax_milli(&d->out, line);
    buf_put(&d->out, " w ");
    numbers(d, box, 4);
    buf_put(&d->out, "re S\n");
}

static void picture(struct draw *d, const struct item *it)
{
    int64_t m[6];
    pictures_matrix(it->picture, it->x, (int64_t)d->height - it->y - it->height, it->width, it->height, m);
    end_path(d);
    buf_put(&d->out, "q ");
    numbers(d, m, 6);
    buf_put(&d->out, "cm /I");
    syntax_int(&d->out, (int64_t)pictures_index(d->pictures, it->picture));
    buf_put(&d->out, " Do Q\n");
    d->alpha |= it->picture->alpha.n > 0;
}

/* -- text -- */

static void move_to(struct draw *d, int64_t x, int64_t y)
{
    syntax_milli(&d->out, x - d->line_x);
    buf_byte(&d->out, ' ');
    syntax_milli(&d->out, y - d->line_y);
    buf_put(&d->out, " Td");
    d->line_x = x;
    d->line_y = y;
    d->pen = x * PEN;
    d->shown = true;
}

static void choose(struct draw *d, const struct placed *c)
{
    if (d->face == c->glyphs->face && d->size == c->size) return;
    d->face = c->glyphs->face;
    d->size = c->size;
    buf_put(&d->out, "/F");
    syntax_int(&d->out, (int64_t)(d->at * font_set_count(d->fonts) + c->glyphs->face));
    buf_byte(&d->out, ' ');
    syntax_milli(&d->out, c->size);
    buf_put(&d->out, " Tf\n");
}

static void stretch(struct draw *d, int32_t scale)
{
    if (d->scale == scale) return;
    d->scale = scale;
    syntax_milli(&d->out, scale);
    buf_put(&d->out, " Tz\n");
}

static int64_t nearest(int64_t n, int64_t by)
{
    return n >= 0 ? (n + by / 2) / by : -((-n + by / 2) / by);
}

static bool alike(const struct placed *a, const struct placed *b)
{
    return a->glyphs->face == b->glyphs->face && a->size == b->size;
}

/* A pen that stands near on the same line goes on from there. */
static void go(struct draw *d, int64_t x, int64_t y, int64_t size)
{
    int64_t off = x * PEN - d->pen, near = size * NEAR;
    if (!d->shown || y != d->line_y || off > near || off < -near) move_to(d, x, y);
}

/* Moves the pen inside of TJ, 1/1000 em. */
static void move_by(struct draw *d, int64_t by, int64_t size)
{
    if (d->string) buf_byte(&d->out, ')');
    syntax_int(&d->out, -by);
    d->pen += by * size;
    d->string = false;
}

static void show(struct draw *d, uint16_t written, int64_t advance)
{
    if (!d->string) buf_byte(&d->out, '(');
    d->string = true;
    codes_put(&d->out, written);
    d->pen += advance;
    if (written == ' ') d->pen += d->space * d->scale * (PEN / FULL_SCALE);
}

/* What is set after an item's cluster on its line and level, and where on the page; none: no glyphs. */
static struct placed next_on_line(const struct draw *d, const struct item *it, size_t at)
{
    struct placed next = {0};
    int32_t from = it->x;
    if (it->clusters + at + 1 < d->end) {
        next = it->clusters[at + 1];
    } else if (d->after && d->after->y == it->y && d->after->rise == it->rise && d->after->nclusters) {
        next = d->after->clusters[0];
        from = d->after->x;
    }
    next.x += from;
    return next;
}

/* Whether a cluster begins with a letter that stands in the text, as ជី after ្ជា. */
static bool repeats(struct str text, const struct cluster_glyphs *c)
{
    size_t first = 0;
    if (!c->text.n) return false;
    utf8_next(c->text, &first);
    return str_find(text, str_sub(c->text, 0, first), 0) != SIZE_MAX;
}

/* How far a cluster's second code, of no width, moves back: what comes next must not stand before it, or
 * readers that sort by place change their order. Nor in the same place where it begins with a letter of the
 * code's own: Poppler (since 25) takes that for fake bold and drops it, unless the two do not touch. */
static int64_t back(const struct draw *d, struct placed next, struct str text, const struct placed *c,
                    int64_t size)
{
    if (!next.glyphs) return 0;
    int64_t off = nearest((int64_t)next.x * PEN - d->pen, size), room = LEAST_SHIFT;
    if (off <= -TOUCHING) return 0;
    if (!repeats(text, next.glyphs)) return off <= -LEAST_SHIFT ? off : 0;
    if (c->size > 0 && next.size > c->size) room += room * next.size / c->size;
    return off < room ? off - room : 0;
}

/* Spaces of one run are widened by as much: Tw says it once, where a number after each would (9.3.3). What it
 * leaves over, a number says as everywhere. */
static void widen_spaces(struct draw *d, const struct item *it, size_t at, int64_t size)
{
    const struct placed *first = &it->clusters[at];
    size_t spaces = 0;
    int64_t wide = 0;
    for (; at + 1 < it->nclusters && spaces < SPACES_LEAST && alike(&it->clusters[at + 1], first); at++) {
        const struct placed *c = &it->clusters[at];
        const struct subset_entry *e =
            str_is(c->glyphs->text, " ") ? subset_find(d->subsets.at[d->at], c->glyphs) : NULL;
        if (!e || e->written[0] != ' ') continue;
        wide = ((int64_t)c[1].x - c->x) * PEN - e->advance * size;
        spaces++;
    }
    if (spaces < SPACES_LEAST) return;
    bool little = wide < LEAST_SHIFT * size && wide > -LEAST_SHIFT * size;
    int64_t space = little ? 0 : nearest(wide, (int64_t)d->scale * (PEN / FULL_SCALE));
    if (space == d->space) return;
    d->space = space;
    syntax_milli(&d->out, space);
    buf_put(&d->out, " Tw\n");
}

/* To where a cluster stands, where that is off by LEAST_SHIFT. */
static void come(struct draw *d, int64_t x, int64_t size)
{
    int64_t off = x * PEN - d->pen, least = LEAST_SHIFT * size - size / 2;
    if (off >= least || off <= -least) move_by(d, nearest(off, size), size);
}

/* Clusters of one face, size and rise from at; returns the next that differs, or for which the subset has no
 * code. */
static size_t run(struct draw *d, const struct item *it, size_t at)
{
    const struct placed *first = &it->clusters[at], *c;
    struct subset *subset = d->subsets.at[d->at];
    int32_t scale = FULL_SCALE + it->widen;
    int64_t size = (int64_t)(first->size > 0 ? first->size : 1) * scale;
    choose(d, first);
    stretch(d, scale);
    widen_spaces(d, it, at, size);
    go(d, (int64_t)it->x + first->x, (int64_t)d->height - it->y + it->rise, size);
    buf_byte(&d->out, '[');
    for (; at < it->nclusters && alike(c = &it->clusters[at], first); at++) {
        const struct subset_entry *e = subset_find(subset, c->glyphs);
        if (!e && c->glyphs->n) break;
        come(d, (int64_t)it->x + c->x, size);
        if (!e) continue;
        show(d, e->written[0], e->advance * size);
        if (e->n < 2) continue;
        int64_t off =
            back(d, next_on_line(d, it, at), subset_text(subset, c->glyphs->face, e->codes[1]), c, size);
        if (off) move_by(d, off, size);
        show(d, e->written[1], 0);
    }
    buf_put(&d->out, d->string ? ")]TJ\n" : "]TJ\n");
    d->string = false;
    return at;
}

static void text(struct draw *d, const struct item *it)
{
    begin_text(d);
    colour(d, FILL, it->colour);
    for (size_t at = 0, to; at < it->nclusters; at = to) {
        to = run(d, it, at);
        if (to == it->nclusters || !alike(&it->clusters[to], &it->clusters[at])) continue;
        if (d->at + 1 < d->subsets.n) use_subset(d, d->at + 1);
        if (!subset_find(d->subsets.at[d->at], it->clusters[to].glyphs)) to++;
    }
}

/* -- pages -- */

static void box_of(struct elem *leaf, const struct item *it, int32_t height)
{
    int64_t top = (int64_t)height - it->y;
    int64_t up = it->kind == ITEM_TEXT ? it->clusters[0].size : 0;
    int64_t down = it->kind == ITEM_TEXT ? up / 3 : it->height;
    structure_elements_box(leaf, it->x, top - down, (int64_t)it->x + it->width, top + up);
}

static void draw_item(struct draw *d, const struct item *it)
{
    for (struct elem *e = mark(d, it); e; e = e->parent)
        if (e->tag == TAG_FIGURE) box_of(e, it, d->height);
    switch (it->kind) {
    case ITEM_TEXT: text(d, it); break;
    case ITEM_RECT: rect(d, it); break;
    case ITEM_FRAME: frame(d, it); break;
    case ITEM_PICTURE: picture(d, it); break;
    case ITEM_LINK: break;
    }
}

/* Letters tell their language by their script; digits, signs and spaces go with what stands before them. */
static inline enum lang lang_of(const struct cluster_glyphs *c)
{
    size_t at = 0;
    if (c->khmer) return LANG_KM;
    if (c->text.n && (unsigned char)c->text.s[0] < 0x80) return lang_of_letter((unsigned char)c->text.s[0]);
    return c->text.n ? lang_of_letter(utf8_next(c->text, &at)) : LANG_NONE;
}

/* Of one cluster: the tongue, where there are any. */
static const char *tongue_at(const char **tongues, size_t at)
{
    return tongues ? tongues[at] : NULL;
}

/* The end of the piece that begins at a cluster: of one language, or one cluster of private use. */
static size_t piece_end(const struct item *whole, const char **tongues, size_t at, enum lang *lang)
{
    const char *tongue = tongue_at(tongues, at);
    *lang = tongue ? LANG_NONE : lang_of(whole->clusters[at].glyphs);
    if (tags_private(whole->clusters[at].glyphs)) return at + 1;
    for (at++; at < whole->nclusters; at++) {
        const struct cluster_glyphs *c = whole->clusters[at].glyphs;
        const char *other = tongue_at(tongues, at);
        enum lang next = other ? LANG_NONE : lang_of(c);
        if (tags_private(c)) break;
        if (other ? other == tongue : next == LANG_NONE || (!tongue && next == *lang)) continue;
        if (tongue || other || *lang != LANG_NONE || next != whole->lang) break;
        *lang = next;
    }
    return at;
}

/* An item of text in pieces of one language each (ISO 14289-1, 7.2: down to the Latin word in a Khmer line).
 */
static void draw_text(struct draw *d, const struct item *whole, const struct item *after)
{
    struct item piece = *whole;
    if (!whole->nclusters) return;
    const char **tongues = tongue_find(d->out.arena, whole);
    d->after = after;
    d->end = whole->clusters + whole->nclusters;
    for (size_t at = 0, to; at < whole->nclusters; at = to) {
        enum lang lang;
        to = piece_end(whole, tongues, at, &lang);
        piece.clusters = whole->clusters + at;
        piece.nclusters = to - at;
        piece.lang = lang == LANG_NONE ? whole->lang : lang;
        d->tongue = tongue_at(tongues, at);
        draw_item(d, &piece);
    }
    d->tongue = NULL;
}

/* The next item of text on the page; NULL: none. */
static const struct item *text_after(const struct page *page, size_t i)
{
    while (++i < page->items.n)
        if (page->items.at[i].kind == ITEM_TEXT) return &page->items.at[i];
    return NULL;
}

void draw_page(struct draw *d, const struct page *page, size_t index)
{
    d->page = index;
    d->height = page->height;
    d->alpha = false;
    d->colour[FILL] = d->colour[STROKE] = -1;
    d->face = -1;
    d->size = 0;
    d->scale = FULL_SCALE;
    d->space = 0;
    for (size_t i = 0; i < page->items.n; i++) {
        const struct item *it = &page->items.at[i];
        if (it->kind == ITEM_TEXT)
            draw_text(d, it, text_after(page, i));
        else if (it->kind != ITEM_LINK)
            draw_item(d, it);
    }
    leave_text(d);
    end_marked(d);
}
