#include "layout/paragraph/paragraph.h"

#include "khmer/line_class.h"

/* -- collect -- */

struct paragraph *paragraph_new(struct layout_context *lay, const struct node *node, struct style style,
                                enum lang lang)
{
    struct paragraph *p = ARENA_ONE(lay->passing, struct paragraph);
    p->node = node;
    p->style = style;
    p->lang = lang;
    return p;
}

static size_t add_run(struct layout_context *lay, struct paragraph *p)
{
    struct arena *a = lay->passing;
    if (p->nruns == p->cap) {
        size_t cap = p->cap ? p->cap * 2 : 1;
        p->runs = arena_grow(a, p->runs, p->cap * sizeof *p->runs, cap * sizeof *p->runs);
        p->tags = arena_grow(a, p->tags, p->cap * sizeof *p->tags, cap * sizeof *p->tags);
        p->cap = cap;
    }
    struct text_run *r = &p->runs[p->nruns];
    *r = (struct text_run){.lang = p->lang,
                           .use = p->style.use,
                           .bold = p->style.bold,
                           .size = p->style.size,
                           .tag = (uint32_t)p->nruns,
                           .place = p->node->place};
    p->tags[p->nruns] = (struct paragraph_tag){.colour = p->style.colour, .lang = p->lang};
    return p->nruns++;
}

/* Letters of another language look as large as the paragraph's own; smaller than the document's type may be
 * they are not. */
static int32_t matched(const struct layout_context *lay, const struct paragraph *p, enum font_use use,
                       enum lang lang, int32_t size)
{
    bool shrunk = p->shrink && lay->print->type != TYPE_SLIDES,
         smaller = shrunk || size < style_least(&lay->look, p->lang); /* so it was wanted */
    int32_t least = smaller ? 0 : style_least(&lay->look, lang);
    size = font_set_match(lay->fonts, use, p->lang, lang, size);
    return size < least ? least : size;
}

void paragraph_words(struct layout_context *lay, struct paragraph *p, struct str words, enum lang lang,
                     enum part part)
{
    if (!words.n) return;
    size_t i = add_run(lay, p);
    p->runs[i].text = words;
    p->runs[i].lang = p->tags[i].lang = lang;
    if (lang != p->lang) p->runs[i].size = matched(lay, p, p->style.use, lang, p->style.size);
    p->runs[i].whole = part != PART_SELF;
    p->tags[i].part = part;
}

/* A mark behind a forced end stands before it. */
static void swap_last(struct paragraph *p)
{
    struct text_run *r = &p->runs[p->nruns - 2], run = r[0];
    struct paragraph_tag *t = &p->tags[p->nruns - 2], tag = t[0];
    r[0] = r[1], r[1] = run;
    t[0] = t[1], t[1] = tag;
    r[1].tag = r[0].tag, r[0].tag = run.tag;
}

static void note_run(struct layout_context *lay, struct paragraph *p, const struct span *s)
{
    struct note_mark *m = map_get(&lay->marks, map_pointer(s->note));
    if (!m) return;
    size_t i = add_run(lay, p);
    struct text_run *r = &p->runs[i];
    r->text = m->label;
    r->rise = p->style.size * 36 / 100;
    r->whole = r->mark = true;
    r->place = s->place;
    r->lang = s->lang == LANG_NONE ? p->lang : s->lang;
    r->size = style_mark_size(p->style.size, r->lang);
    p->tags[i] = (struct paragraph_tag){.span = s,
                                        .part = PART_MARK,
                                        .lang = r->lang,
                                        .colour = STYLE_BLUE,
                                        .target = m->node,
                                        .note = s->note};
    if (i && p->runs[i - 1].forced) swap_last(p);
}

/* Raised digits and stars are marks of notes that were typed. */
static bool typed_mark(const struct paragraph *p, const struct span *s)
{
    if (!(s->style & SPAN_RAISED) || p->nruns == 1 || s->text.n > 12) return false;
    for (size_t at = 0; at < s->text.n;) {
        enum line_class what = line_class_of(utf8_next(s->text, &at));
        if (what != LINE_CLASS_DIGIT && what != LINE_CLASS_MARK) return false;
    }
    return true;
}

static void text_run(struct layout_context *lay, struct paragraph *p, const struct span *s,
                     const struct area *area, enum part part)
{
    size_t i = add_run(lay, p);
    struct text_run *r = &p->runs[i];
    enum lang lang = s->lang == LANG_NONE ? p->lang : s->lang;
    bool code = s->style & SPAN_CODE;
    r->text = s->text;
    r->lang = lang;
    r->place = s->place;
    if (code) r->use = FONT_MONO;
    if (lang != p->lang) r->size = matched(lay, p, r->use, lang, r->size);
    if (s->style & SPAN_STRONG) r->bold = true;
    r->italic = s->style & SPAN_EMPH && (lang_at(lang)->italic || r->use == FONT_BODY || !p->stressed);
    if (s->style & (SPAN_RAISED | SPAN_LOWERED)) {
        r->size = r->size * 65 / 100;
        r->rise = p->style.size * (s->style & SPAN_RAISED ? 34 : -14) / 100;
    }
    r->hyphenate = lang_at(lang)->hyphenated && p->style.hyphenate && !code;
    r->loose = code || str_find(s->text, STR("://"), 0) != SIZE_MAX;
    r->path = s->href.s && !r->loose && str_find(s->text, STR("/"), 0) != SIZE_MAX &&
              str_find(s->text, STR(" "), 0) == SIZE_MAX;
    r->mark = typed_mark(p, s);
    uint32_t own = area && area->tinted && p->style.colour == STYLE_GREY ? STYLE_DIM : p->style.colour,
             colour = area && area->colour ? area->colour : own;
    p->tags[i] = (struct paragraph_tag){.span = s,
                                        .part = part,
                                        .lang = lang,
                                        .colour = s->href.s && !(area && area->colour) ? STYLE_BLUE : colour,
                                        .href = s->href};
}

/* A space ends the line, or readers of the text would join two words. */
static void end_line(struct layout_context *lay, struct paragraph *p)
{
    if (p->runs[p->nruns - 1].forced) return;
    size_t i = add_run(lay, p);
    p->runs[i] = p->runs[i - 1];
    p->runs[i].text = STR(" ");
    p->runs[i].forced = true;
}

/* Whether all letters are emphasised: then none stands out by weight. */
static bool all_stressed(struct spans spans)
{
    size_t letters = 0;
    for (size_t i = 0; i < spans.n; i++) {
        const struct span *s = &spans.at[i];
        bool text = s->kind != SPAN_NOTE && s->kind != SPAN_BREAK && str_trim(s->text).n;
        if (text && !(s->style & SPAN_EMPH)) return false;
        letters += text;
    }
    return letters > 0;
}

void paragraph_spans(struct layout_context *lay, struct paragraph *p, struct spans spans,
                     const struct area *area, enum part part)
{
    p->stressed = all_stressed(spans);
    for (size_t i = 0; i < spans.n; i++) {
        const struct span *s = &spans.at[i];
        if (s->kind == SPAN_NOTE)
            note_run(lay, p, s);
        else if (s->kind == SPAN_BREAK && p->nruns)
            end_line(lay, p);
        else if (s->kind != SPAN_BREAK && s->text.n)
            text_run(lay, p, s, area, part);
    }
}

/* Two languages stand further apart than two facts in one. */
static struct str joint(struct spans spans, size_t i)
{
    bool alike = i && i + 1 < spans.n && spans.at[i - 1].lang == spans.at[i + 1].lang;
    return alike ? STR("\xE2\x80\x82") : STR("\xE2\x80\x83");
}

void paragraph_joined(struct layout_context *lay, struct paragraph *p, struct spans spans,
                      const struct area *area)
{
    for (size_t i = 0; i < spans.n; i++) {
        if (spans.at[i].kind == SPAN_BREAK)
            paragraph_words(lay, p, joint(spans, i), p->lang, PART_SELF);
        else
            paragraph_spans(lay, p, (struct spans){&spans.at[i], 1}, area, PART_SELF);
    }
}

/* The language a paragraph is set in: its node's; where that is mixed, the first span's. */
static enum lang par_lang(const struct layout_context *lay, const struct node *node)
{
    if (node->lang != LANG_NONE) return node->lang;
    for (size_t i = 0; i < node->spans.n; i++)
        if (node->spans.at[i].lang != LANG_NONE) return node->spans.at[i].lang;
    enum lang lang = node_lang(node);
    return lang == LANG_NONE ? lay->tree->lang : lang;
}

int32_t paragraph_joined_width(struct layout_context *lay, const struct node *node, const struct area *area)
{
    enum lang lang = par_lang(lay, node);
    struct paragraph *p = paragraph_new(lay, node, style_of(&lay->look, node->role, lang, area->where), lang);
    paragraph_joined(lay, p, node->spans, area);
    paragraph_prepare(lay, p);
    return p->widest;
}

struct paragraph *paragraph_collect(struct layout_context *lay, const struct node *node,
                                    const struct area *area)
{
    struct paragraph *p = map_get(&lay->pars, map_pointer(node));
    if (p && p->shrink == area->shrink && p->where == area->where && p->joined == area->joined) {
        if (!p->text.n) paragraph_prepare(lay, p);
        return p;
    }
    enum lang lang = par_lang(lay, node);
    struct style style = style_of(&lay->look, node->role, lang, area->where);
    int32_t base = style.size;
    if (area->bold) style.bold = true;
    if (area->shrink) {
        int32_t part = style_part(&lay->look, style.size, lang, area->shrink);
        style.size = style.size * part / 1000;
        style.leading = style.leading * part / 1000;
    }
    if (area->align != ALIGN_DEFAULT) style.align = area->align;
    if (style.align > ALIGN_LEFT) style.justify = false;
    p = paragraph_new(lay, node, style, lang);
    p->mixed = node->lang == LANG_NONE;
    p->where = area->where;
    p->base = base;
    p->shrink = area->shrink;
    p->joined = area->joined;
    if (area->joined)
        paragraph_joined(lay, p, node->spans, area);
    else
        paragraph_spans(lay, p, node->spans, area, PART_SELF);
    paragraph_prepare(lay, p);
    *map_at(&lay->pars, map_pointer(node)) = p;
    return p;
}

/* -- prepare -- */

bool paragraph_is_space(const struct cluster *c)
{
    return c->kind != CLUSTER_TEXT;
}

static bool stretches(const struct cluster *c)
{
    return c->kind == CLUSTER_SPACE;
}

static bool tracked(const struct cluster *c)
{
    return c->khmer && !paragraph_is_space(c);
}

/* Between two parts of a line of facts, spaces at its sides. */
static bool parts(const struct paragraph *p, size_t i)
{
    return i && i + 1 < p->text.n && str_is(p->text.at[i].glyphs->text, "·") &&
           paragraph_is_space(&p->text.at[i - 1]) && paragraph_is_space(&p->text.at[i + 1]);
}

size_t paragraph_line_end(const struct paragraph *p, size_t from, size_t to)
{
    while (to > from && (paragraph_is_space(&p->text.at[to - 1]) || parts(p, to - 1))) to--;
    return to;
}

void paragraph_measure(struct arena *a, struct paragraph *p)
{
    p->at = ARENA_RAW(a, int64_t, p->text.n + 1);
    p->end = ARENA_RAW(a, int64_t, p->text.n + 1);
    p->spaces = ARENA_RAW(a, int32_t, p->text.n + 1);
    p->khmer = ARENA_RAW(a, int32_t, p->text.n + 1);
    p->at[0] = p->end[0] = p->spaces[0] = p->khmer[0] = 0;
    for (size_t i = 0; i < p->text.n; i++) {
        const struct cluster *c = &p->text.at[i];
        p->at[i + 1] = p->at[i] + c->width;
        p->end[i + 1] = paragraph_is_space(c) || parts(p, i) ? p->end[i] : p->at[i + 1];
        p->spaces[i + 1] = p->spaces[i] + stretches(c);
        p->khmer[i + 1] = p->khmer[i] + tracked(c);
    }
}

static void extents(struct paragraph *p)
{
    int64_t line = 0, word = 0, whole = 0, widest = 0, narrowest = 0, longest = 0;
    p->width = 0;
    for (size_t i = 0; i < p->text.n; i++) {
        const struct cluster *c = &p->text.at[i];
        p->width += c->width;
        line += c->width;
        word += paragraph_is_space(c) ? 0 : c->width;
        whole += paragraph_is_space(c) ? 0 : c->width;
        widest = line > widest && !paragraph_is_space(c) ? line : widest;
        narrowest = word > narrowest ? word : narrowest;
        longest = whole > longest ? whole : longest;
        if (c->brk >= BRK_JOINT) word = 0;
        if (c->brk > BRK_LEANING) whole = 0;
        if (c->brk == BRK_FORCED) line = 0;
    }
    p->widest = widest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)widest;
    p->narrowest = narrowest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)narrowest;
    p->longest = longest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)longest;
}

/* Scripts without spaces whose words are not known (Thai, Lao and others from U+0800 to U+0FFF) are cut
 * between syllables, and so only where no line could hold the stretch. */
static void joints_to_syllables(struct paragraph *p)
{
    for (size_t i = 0; i + 1 < p->text.n; i++) {
        struct str next = p->text.at[i + 1].glyphs->text;
        if (p->text.at[i].brk == BRK_JOINT && next.n && (unsigned char)next.s[0] == 0xE0)
            p->text.at[i].brk = BRK_SYLLABLE;
    }
}

void paragraph_prepare(struct layout_context *lay, struct paragraph *p)
{
    if (p->nruns) p->text = cluster_rooms_copy(&lay->rooms, shape_passing(lay->shaper, p->runs, p->nruns));
    extents(p);
    joints_to_syllables(p);
}

void paragraph_leave(struct layout_context *lay, struct paragraph *p)
{
    cluster_rooms_give_back(&lay->rooms, &p->text);
}

/* -- finish -- */

struct paragraph_pen {
    struct item *items;
    size_t nitems;
    struct placed *placed;
    int32_t start, x, y;    /* x: where the next cluster stands */
    int32_t seen;           /* the item's width without the spaces at its end */
    int64_t at, width;      /* as the letters are: how far it is; the whole line */
    int32_t widen;          /* given to the whole width */
    int32_t shift;          /* what spaces and tracking have given so far */
    int32_t spread, spaces; /* still to be given to so many spaces */
    int32_t track, khmer;   /* still to be given after so many clusters */
};

static int32_t pen_x(const struct paragraph_pen *pen)
{
    int64_t more = pen->widen ? pen->at * pen->widen / pen->width : 0;
    return (int32_t)(pen->start + pen->at + more + pen->shift);
}

static bool leads(const struct paragraph_tag *t)
{
    return t->href.s || t->target;
}

static struct item *open_item(struct paragraph_pen *pen, const struct paragraph *p, const struct cluster *c)
{
    const struct paragraph_tag *t = &p->tags[c->tag];
    struct item *it = &pen->items[pen->nitems++];
    pen->seen = 0;
    *it = (struct item){.kind = ITEM_TEXT,
                        .part = t->part,
                        .node = p->node,
                        .span = t->span,
                        .lang = t->lang,
                        .colour = t->colour,
                        .x = pen->x,
                        .y = pen->y,
                        .rise = c->rise,
                        .clusters = pen->placed};
    if (pen->width) it->widen = (int32_t)((int64_t)pen->widen * 100000 / pen->width);
    if (pen->khmer) it->tracked = pen->track / pen->khmer;
    return it;
}

static int32_t share(int32_t *left, int32_t *of)
{
    int32_t part = *left / *of;
    *left -= part;
    --*of;
    return part;
}

static void put_cluster(struct paragraph_pen *pen, struct item *it, const struct cluster *c)
{
    it->clusters[it->nclusters++] = (struct placed){c->glyphs, pen->x - it->x, c->size};
    pen->placed++;
    pen->at += c->width;
    if (stretches(c) && pen->spaces) pen->shift += share(&pen->spread, &pen->spaces);
    if (tracked(c) && pen->khmer) pen->shift += share(&pen->track, &pen->khmer);
    pen->x = pen_x(pen);
    it->width = pen->x - it->x;
    if (!paragraph_is_space(c)) pen->seen = it->width;
}

static void close_item(struct paragraph_pen *pen, const struct paragraph *p, uint32_t tag)
{
    const struct paragraph_tag *t = &p->tags[tag];
    struct item *text = &pen->items[pen->nitems - 1];
    if (!leads(t)) return;
    int32_t up = p->style.size * 9 / 10;
    pen->items[pen->nitems++] = (struct item){.kind = ITEM_LINK,
                                              .part = t->part,
                                              .node = p->node,
                                              .span = t->span,
                                              .lang = t->lang,
                                              .x = text->x,
                                              .y = text->y - up,
                                              .width = pen->seen,
                                              .height = up + p->style.size * 4 / 10,
                                              .href = t->href,
                                              .target = t->target};
}

static size_t count_pieces(const struct paragraph *p, const struct paragraph_line *l)
{
    size_t n = 0;
    for (size_t i = l->from; i < l->to; i++) {
        uint32_t tag = p->text.at[i].tag;
        if (i == l->from || tag != p->text.at[i - 1].tag) n += leads(&p->tags[tag]) ? 2 : 1;
    }
    return n;
}

static int32_t line_start(const struct paragraph *p, const struct paragraph_line *l, int32_t measure)
{
    int32_t slack = measure - l->width - l->spread - l->widen - l->track;
    if (slack <= 0) return 0;
    if (p->style.align == ALIGN_RIGHT) return slack;
    return p->style.align == ALIGN_CENTRE ? slack / 2 : 0;
}

struct item *paragraph_finish(struct layout_context *lay, const struct paragraph *p,
                              const struct paragraph_line *l, int32_t x, int32_t y, int32_t measure,
                              size_t *nitems)
{
    struct paragraph_pen pen = {.start = x + line_start(p, l, measure),
                                .y = y,
                                .width = l->width,
                                .widen = l->widen,
                                .spread = l->spread,
                                .spaces = l->spread ? l->spaces : 0,
                                .track = l->track,
                                .khmer = l->track ? l->khmer - 1 : 0};
    pen.x = pen_x(&pen);
    pen.items = ARENA_RAW(lay->passing, struct item, count_pieces(p, l));
    pen.placed = ARENA_RAW(lay->pages->arena, struct placed, l->to - l->from + 1);
    struct item *it = NULL;
    size_t seen = paragraph_line_end(p, l->from, l->to);
    uint32_t tag = 0;
    for (size_t i = l->from; i < l->to; i++) {
        const struct cluster *c = &p->text.at[i];
        bool begins = !it || c->tag != tag;
        if (begins && it) close_item(&pen, p, tag);
        if (begins) it = open_item(&pen, p, c);
        tag = c->tag;
        struct cluster unseen;
        if (i >= seen && parts(p, i)) unseen = shape_unseen(lay->shaper, c), c = &unseen;
        put_cluster(&pen, it, c);
    }
    struct cluster hyphen;
    if (it && l->hyphen)
        hyphen = shape_hyphen(lay->shaper, &p->text.at[l->to - 1]), put_cluster(&pen, it, &hyphen);
    if (it) close_item(&pen, p, tag);
    *nitems = pen.nitems;
    return pen.items;
}
