#include "layout/par.h"

/* -- collect -- */

struct par *par_new(struct lay *lay, const struct node *node, struct style style, enum lang lang)
{
    struct par *p = ARENA_ONE(lay->job->keep, struct par);
    p->node = node;
    p->style = style;
    p->lang = lang;
    return p;
}

static size_t add_run(struct lay *lay, struct par *p)
{
    struct arena *a = lay->job->keep;
    if (p->nruns == p->cap) {
        size_t cap = p->cap ? p->cap * 2 : 4;
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
    p->tags[p->nruns] = (struct par_tag){.colour = p->style.colour, .lang = p->lang};
    return p->nruns++;
}

void par_words(struct lay *lay, struct par *p, struct str words, enum lang lang, enum part part)
{
    if (!words.n) return;
    size_t i = add_run(lay, p);
    p->runs[i].text = words;
    p->runs[i].lang = p->tags[i].lang = lang;
    if (lang != p->lang)
        p->runs[i].size = fonts_match(lay->fonts, p->style.use, p->lang, lang, p->style.size);
    p->runs[i].whole = part != PART_SELF;
    p->tags[i].part = part;
}

static void note_run(struct lay *lay, struct par *p, const struct span *s)
{
    struct note_mark *m = seen_get(&lay->marks, s->note);
    if (!m) return;
    size_t i = add_run(lay, p);
    struct text_run *r = &p->runs[i];
    r->text = m->label;
    r->size = p->style.size * 62 / 100;
    r->rise = p->style.size * 36 / 100;
    r->whole = true;
    r->place = s->place;
    p->tags[i] = (struct par_tag){.span = s,
                                  .part = PART_MARK,
                                  .lang = p->lang,
                                  .colour = STYLE_BLUE,
                                  .target = m->node,
                                  .note = s->note};
}

static void text_run(struct lay *lay, struct par *p, const struct span *s, const struct set *set,
                     enum part part)
{
    size_t i = add_run(lay, p);
    struct text_run *r = &p->runs[i];
    enum lang lang = s->lang == LANG_NONE ? p->lang : s->lang;
    bool code = s->style & SPAN_CODE;
    r->text = s->text;
    r->lang = lang;
    r->place = s->place;
    if (code) r->use = FONT_MONO;
    if (lang != p->lang) r->size = fonts_match(lay->fonts, r->use, p->lang, lang, r->size);
    if (s->style & SPAN_STRONG) r->bold = true;
    if (s->style & SPAN_EMPH) {
        if (lang == LANG_KM)
            r->bold = true;
        else
            r->italic = true;
    }
    if (s->style & SPAN_RAISED) {
        r->size = r->size * 65 / 100;
        r->rise = p->style.size * 34 / 100;
    }
    r->hyphenate = lang == LANG_EN && p->style.hyphenate && !code;
    r->loose = code || str_find(s->text, STR("://"), 0) != SIZE_MAX;
    r->forced = s->kind == SPAN_BREAK;
    uint32_t colour = set && set->colour ? set->colour : p->style.colour;
    p->tags[i] = (struct par_tag){
        .span = s, .part = part, .lang = lang, .colour = s->href.s ? STYLE_BLUE : colour, .href = s->href};
}

void par_spans(struct lay *lay, struct par *p, struct spans spans, const struct set *set, enum part part)
{
    for (size_t i = 0; i < spans.n; i++) {
        const struct span *s = &spans.at[i];
        if (s->kind == SPAN_NOTE)
            note_run(lay, p, s);
        else if (s->kind == SPAN_BREAK && p->nruns)
            p->runs[p->nruns - 1].forced = true;
        else if (s->kind != SPAN_BREAK && s->text.n)
            text_run(lay, p, s, set, part);
    }
}

void par_joined(struct lay *lay, struct par *p, struct spans spans, const struct set *set)
{
    for (size_t i = 0; i < spans.n; i++) {
        if (spans.at[i].kind == SPAN_BREAK)
            par_words(lay, p, STR("   "), p->lang, PART_SELF);
        else
            par_spans(lay, p, (struct spans){&spans.at[i], 1}, set, PART_SELF);
    }
}

/* The language a paragraph is set in: its node's; where that is mixed, the first span's. */
static enum lang par_lang(const struct lay *lay, const struct node *node)
{
    if (node->lang != LANG_NONE) return node->lang;
    for (size_t i = 0; i < node->spans.n; i++)
        if (node->spans.at[i].lang != LANG_NONE) return node->spans.at[i].lang;
    enum lang lang = node_lang(node);
    return lang == LANG_NONE ? lay->tree->lang : lang;
}

int32_t par_joined_width(struct lay *lay, const struct node *node, const struct set *set)
{
    enum lang lang = par_lang(lay, node);
    struct par *p = par_new(lay, node, style_of(&lay->look, node->role, lang, set->where), lang);
    par_joined(lay, p, node->spans, set);
    par_prepare(lay, p);
    return p->widest;
}

struct par *par_collect(struct lay *lay, const struct node *node, const struct set *set)
{
    struct par *p = seen_get(&lay->pars, node);
    if (p) return p;
    enum lang lang = par_lang(lay, node);
    struct style style = style_of(&lay->look, node->role, lang, set->where);
    int32_t base = style.size;
    if (set->bold) style.bold = true;
    if (set->shrink) {
        style.size = style.size * set->shrink / 1000;
        style.leading = style.leading * set->shrink / 1000;
    }
    if (set->align != ALIGN_DEFAULT) style.align = set->align;
    p = par_new(lay, node, style, lang);
    p->mixed = node->lang == LANG_NONE;
    p->where = set->where;
    p->base = base;
    if (set->joined)
        par_joined(lay, p, node->spans, set);
    else
        par_spans(lay, p, node->spans, set, PART_SELF);
    par_prepare(lay, p);
    seen_put(&lay->pars, lay->job->keep, node, p);
    return p;
}

/* -- prepare -- */

static bool is_space(const struct cluster *c)
{
    return c->kind == CLUSTER_SPACE;
}

static void measure(struct par *p)
{
    int64_t line = 0, word = 0, whole = 0, widest = 0, narrowest = 0, longest = 0;
    for (size_t i = 0; i < p->text.n; i++) {
        const struct cluster *c = &p->text.at[i];
        p->at[i + 1] = p->at[i] + c->width;
        p->end[i + 1] = is_space(c) ? p->end[i] : p->at[i + 1];
        p->spaces[i + 1] = p->spaces[i] + is_space(c);
        line += c->width;
        word += is_space(c) ? 0 : c->width;
        whole += is_space(c) ? 0 : c->width;
        widest = line > widest ? line : widest;
        narrowest = word > narrowest ? word : narrowest;
        longest = whole > longest ? whole : longest;
        if (c->brk >= BRK_JOINT) word = 0;
        if (c->brk > BRK_JOINT) whole = 0;
        if (c->brk == BRK_FORCED) line = 0;
    }
    p->widest = widest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)widest;
    p->narrowest = narrowest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)narrowest;
    p->longest = longest > INT32_MAX / 4 ? INT32_MAX / 4 : (int32_t)longest;
}

/* Scripts without spaces whose words are not known (Thai, Lao and others from U+0800 to U+0FFF) are cut
 * between syllables, and so only where no line could hold the stretch. */
static void soften(struct par *p)
{
    for (size_t i = 0; i + 1 < p->text.n; i++) {
        struct str next = p->text.at[i + 1].text;
        if (p->text.at[i].brk == BRK_JOINT && next.n && (unsigned char)next.s[0] == 0xE0)
            p->text.at[i].brk = BRK_SYLLABLE;
    }
}

void par_prepare(struct lay *lay, struct par *p)
{
    struct arena *a = lay->job->keep;
    if (p->nruns) p->text = shape(lay->shaper, p->runs, p->nruns);
    p->at = ARENA_MANY(a, int64_t, p->text.n + 1);
    p->end = ARENA_MANY(a, int64_t, p->text.n + 1);
    p->spaces = ARENA_MANY(a, int32_t, p->text.n + 1);
    measure(p);
    soften(p);
}

/* -- break: the cheapest way through the places where a line may end -- */

enum {
    COST_WORD = 8, /* between Khmer words; a space or a mark costs nothing */
    COST_JOINT = 50,
    COST_HYPHEN = 240,
    COST_EVEN_HYPHEN = 260, /* more, where spaces can give instead */
    COST_RAGGED = 1500,     /* a line that stays short among even ones */
    COST_STUB = 2500,       /* a last line that is the rest of a word */
    COST_TWO_HYPHENS = 120,
    COST_SYLLABLE = 900,
    COST_ANYWHERE = 2500,
    COST_SHORT_LAST = 350,
    COST_WORST = 10000,
    SPACE_GROWS = 55, /* per cent of a space */
    SPACE_SHRINKS = 30,
    SPACE_MOST = 140 /* a line that would need more is left ragged */
};

struct knot { /* a line may end before cluster .at */
    size_t at, before;
    int64_t cost;
    int32_t penalty;
    bool hyphen, forced;
};

struct knots {
    struct arena *arena;
    VEC(struct knot) list;
    int32_t measure, hyphen;
};

static int32_t penalty_of(uint8_t brk)
{
    switch ((enum brk)brk) {
    case BRK_SPACE:
    case BRK_MARK:
    case BRK_FORCED: return 0;
    case BRK_WORD: return COST_WORD;
    case BRK_JOINT: return COST_JOINT;
    case BRK_HYPHEN: return COST_HYPHEN;
    case BRK_SYLLABLE: return COST_SYLLABLE;
    case BRK_NONE: break;
    }
    return COST_ANYWHERE;
}

static void add_knot(struct knots *k, size_t at, uint8_t brk)
{
    struct knot n = {
        .at = at, .penalty = penalty_of(brk), .hyphen = brk == BRK_HYPHEN, .forced = brk == BRK_FORCED};
    VEC_ADD(k->arena, k->list, n);
}

/* Worse breaks are opened only inside a stretch that no line could hold. */
static void open_between(struct knots *k, const struct par *p, size_t from, size_t to, uint8_t level,
                         int32_t extra)
{
    if (p->end[to] - p->at[from] + extra <= k->measure) return;
    size_t last = from;
    for (size_t i = from + 1; i < to; i++) {
        if (level == BRK_SYLLABLE && p->text.at[i - 1].brk != BRK_SYLLABLE) continue;
        if (level == BRK_SYLLABLE) open_between(k, p, last, i, BRK_NONE, 0);
        add_knot(k, i, level);
        if (str_is(p->text.at[i].text, "/")) k->list.at[k->list.n - 1].penalty += COST_WORST;
        last = i;
    }
    if (level == BRK_SYLLABLE) open_between(k, p, last, to, BRK_NONE, extra);
}

/* An ellipsis, a quotation's end, what may stand between and after them. */
static bool closes(const struct cluster *c)
{
    static const char *const signs[] = {"…", ".", ",",  ";", "?", "!", "”",
                                        "’", "»", "\"", "'", ")", "]", "។"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_is(c->text, signs[i])) return true;
    return false;
}

/* Nothing but such signs up to the next space. */
static bool only_closes(const struct par *p, size_t i)
{
    size_t from = i;
    while (i < p->text.n && closes(&p->text.at[i])) i++;
    return i > from && (i == p->text.n || is_space(&p->text.at[i]) || p->text.at[i - 1].brk == BRK_FORCED);
}

/* What no line should begin with: spaces, the dots that part a line of facts, an address's strokes, an
 * ellipsis by itself. */
static bool stays(const struct par *p, size_t i)
{
    const struct cluster *c = &p->text.at[i];
    return is_space(c) || str_is(c->text, "·") || str_is(c->text, "/") || only_closes(p, i);
}

static void find_knots(struct knots *k, const struct par *p)
{
    size_t last = 0, n = p->text.n;
    add_knot(k, 0, BRK_FORCED);
    for (size_t i = 1; i <= n; i++) {
        uint8_t brk = i == n ? BRK_FORCED : p->text.at[i - 1].brk;
        if (brk < BRK_HYPHEN) continue;
        if (brk < BRK_FORCED && i < n && stays(p, i)) continue;
        open_between(k, p, last, i, BRK_SYLLABLE, brk == BRK_HYPHEN ? k->hyphen : 0);
        add_knot(k, i, brk);
        last = i;
    }
}

static int32_t spaces_within(const struct par *p, size_t from, size_t to)
{
    size_t end = to;
    while (end > from && is_space(&p->text.at[end - 1])) end--;
    return p->spaces[end] - p->spaces[from];
}

/* How far a line's spaces may give, in all. */
static int64_t give(const struct par *p, int32_t spaces, int per_cent)
{
    return p->style.justify ? (int64_t)spaces * p->style.size / 4 * per_cent / 100 : 0;
}

static int64_t badness(const struct par *p, const struct knots *k, int64_t slack, int32_t spaces)
{
    int64_t can = slack < 0 ? give(p, spaces, SPACE_SHRINKS) : give(p, spaces, SPACE_GROWS);
    int64_t soft = k->measure / 7; /* what a ragged line may want without looking empty */
    int64_t by = slack < 0 ? -slack : slack;
    int64_t whole = p->style.justify ? (slack < 0 ? can : can + soft / 8) : soft;
    if (whole <= 0) return by ? COST_WORST : 0;
    int64_t r = by * 1000 / whole;
    if (r > 9000) r = 9000;
    int64_t bad = p->style.justify ? r * r / 1000 * r / 10000 : r * r / 10000;
    return bad > COST_WORST ? COST_WORST : bad;
}

static bool too_loose(const struct par *p, int64_t slack, int32_t spaces)
{
    return p->style.justify && slack > give(p, spaces, SPACE_MOST);
}

/* What a paragraph's last line costs for being short. */
static int64_t last_cost(const struct knots *k, const struct knot *from, int64_t width, int32_t spaces)
{
    int64_t least = k->measure / 6;
    if (!from->at) return 0;
    int64_t cost = width < least ? COST_SHORT_LAST * (least - width) / least : 0;
    return cost + (from->hyphen && !spaces ? COST_STUB : 0);
}

/* The cost of one line between two knots, or -1 where it does not fit. */
static int64_t line_cost(const struct knots *k, const struct par *p, const struct knot *from,
                         const struct knot *to)
{
    int64_t width = p->end[to->at] - p->at[from->at] + (to->hyphen ? k->hyphen : 0);
    if (width < 0) width = 0; /* spaces alone */
    int32_t spaces = spaces_within(p, from->at, to->at);
    int64_t slack = k->measure - width;
    if (slack + give(p, spaces, SPACE_SHRINKS) < 0) return -1;
    int64_t bad = to->forced && slack >= 0 ? 0 : badness(p, k, slack, spaces);
    if (to->forced) bad += last_cost(k, from, width, spaces);
    int64_t all = 10 + bad + to->penalty;
    if (!to->forced && too_loose(p, slack, spaces)) all += to->hyphen ? COST_WORST : COST_RAGGED;
    if (to->hyphen && p->style.justify) all += COST_EVEN_HYPHEN;
    if (to->hyphen && from->hyphen) all += COST_TWO_HYPHENS;
    return all * all;
}

/* Knots before the result are too far back for any line that ends at or after this one. */
static size_t first_near(const struct knots *k, const struct par *p, size_t lo, size_t j)
{
    const struct knot *n = k->list.at;
    while (lo + 1 < j) {
        int64_t width = p->end[n[j].at] - p->at[n[lo].at];
        if (width - give(p, spaces_within(p, n[lo].at, n[j].at), SPACE_SHRINKS) <= k->measure) break;
        lo++;
    }
    return lo;
}

static void cheapest_way(struct knots *k, const struct par *p)
{
    size_t lo = 0;
    for (size_t j = 1; j < k->list.n; j++) {
        struct knot *to = &k->list.at[j];
        lo = first_near(k, p, lo, j);
        to->before = j - 1;
        to->cost = INT64_MAX;
        for (size_t i = lo; i < j; i++) {
            int64_t c = line_cost(k, p, &k->list.at[i], to);
            if (c < 0 || k->list.at[i].cost + c >= to->cost) continue;
            to->cost = k->list.at[i].cost + c;
            to->before = i;
        }
        if (to->cost == INT64_MAX) to->cost = k->list.at[j - 1].cost + (int64_t)COST_WORST * COST_WORST;
        if (to->forced) lo = j;
    }
}

static void fit_spaces(const struct par *p, struct par_line *l, int32_t measure)
{
    int32_t slack = measure - l->width;
    if (!p->style.justify || !l->spaces || (l->forced && slack >= 0)) return;
    if (too_loose(p, slack, l->spaces)) return; /* ragged rather than full of holes */
    l->spread = slack;
}

static void line_leading(const struct lay *lay, const struct par *p, struct par_line *l)
{
    bool khmer = false;
    l->leading = p->style.leading;
    l->depth = p->style.depth;
    for (size_t i = l->from; p->mixed && i < l->to && !khmer; i++) khmer = p->text.at[i].khmer;
    if (!p->mixed || khmer == (p->lang == LANG_KM)) return;
    struct style other = style_of(&lay->look, p->node->role, khmer ? LANG_KM : LANG_EN, p->where);
    l->leading = (int32_t)((int64_t)other.leading * p->style.size / p->base);
    l->depth = (int32_t)((int64_t)other.depth * p->style.size / p->base);
}

static void make_line(struct lay *lay, struct par *p, const struct knots *k, const struct knot *from,
                      const struct knot *to, struct par_line *l)
{
    int64_t width = p->end[to->at] - p->at[from->at];
    *l = (struct par_line){.from = from->at, .to = to->at, .hyphen = to->hyphen, .forced = to->forced};
    l->width = width < 0 ? 0 : (int32_t)(width > INT32_MAX / 4 ? INT32_MAX / 4 : width);
    if (to->hyphen) l->width += k->hyphen;
    l->spaces = spaces_within(p, from->at, to->at);
    l->ink = shape_ink(lay->shaper, p->text.at + l->from, l->to - l->from);
    line_leading(lay, p, l);
    fit_spaces(p, l, k->measure);
}

static int32_t hyphen_width(struct lay *lay, const struct par *p)
{
    int32_t width = 0;
    for (size_t i = 0; i < p->text.n && !width; i++)
        if (p->text.at[i].brk == BRK_HYPHEN) width = shape_hyphen(lay->shaper, &p->text.at[i]).width * 5 / 4;
    return width;
}

void par_break(struct lay *lay, struct par *p, int32_t measure)
{
    p->nlines = 0;
    if (!p->text.n) return;
    int32_t hyphen = hyphen_width(lay, p);
    struct arena_mark mark = arena_mark(lay->job->scratch);
    struct knots k = {
        .arena = lay->job->scratch, .measure = measure < 1000 ? 1000 : measure, .hyphen = hyphen};
    find_knots(&k, p);
    cheapest_way(&k, p);
    for (size_t j = k.list.n - 1; j; j = k.list.at[j].before) p->nlines++;
    p->lines = ARENA_MANY(lay->job->keep, struct par_line, p->nlines);
    size_t at = p->nlines;
    for (size_t j = k.list.n - 1; j; j = k.list.at[j].before)
        make_line(lay, p, &k, &k.list.at[k.list.at[j].before], &k.list.at[j], &p->lines[--at]);
    arena_reset(lay->job->scratch, mark);
}

void par_even(struct lay *lay, struct par *p, int32_t measure)
{
    size_t n = p->nlines;
    if (n < 2) return;
    int32_t wide = measure, tight = p->narrowest < measure ? p->narrowest : measure;
    while (wide - tight > 1000) {
        int32_t mid = tight + (wide - tight) / 2;
        par_break(lay, p, mid);
        if (p->nlines > n)
            tight = mid;
        else
            wide = mid;
    }
    par_break(lay, p, wide);
}

/* -- finish -- */

struct pen {
    struct item *items;
    size_t nitems;
    struct placed *placed;
    int32_t x, y;
    int32_t spread, spaces; /* still to be given to so many spaces */
};

static bool leads(const struct par_tag *t)
{
    return t->href.s || t->target;
}

static struct item *open_item(struct pen *pen, const struct par *p, uint32_t tag)
{
    const struct par_tag *t = &p->tags[tag];
    struct item *it = &pen->items[pen->nitems++];
    *it = (struct item){.kind = ITEM_TEXT,
                        .part = t->part,
                        .node = p->node,
                        .span = t->span,
                        .lang = t->lang,
                        .colour = t->colour,
                        .x = pen->x,
                        .y = pen->y,
                        .clusters = pen->placed};
    return it;
}

static void put_cluster(struct pen *pen, struct item *it, const struct cluster *c)
{
    it->clusters[it->nclusters++] = (struct placed){c, pen->x - it->x};
    pen->placed++;
    pen->x += c->width;
    if (is_space(c) && pen->spaces) {
        int32_t more = pen->spread / pen->spaces;
        pen->x += more;
        pen->spread -= more;
        pen->spaces--;
    }
    it->width = pen->x - it->x;
}

static void close_item(struct pen *pen, const struct par *p, uint32_t tag)
{
    const struct par_tag *t = &p->tags[tag];
    struct item *text = &pen->items[pen->nitems - 1];
    if (!leads(t)) return;
    int32_t up = p->style.size * 9 / 10, width = text->width;
    for (size_t i = text->nclusters; i && is_space(text->clusters[i - 1].cluster); i--)
        width = text->clusters[i - 1].x;
    pen->items[pen->nitems++] = (struct item){.kind = ITEM_LINK,
                                              .part = t->part,
                                              .node = p->node,
                                              .span = t->span,
                                              .lang = t->lang,
                                              .x = text->x,
                                              .y = text->y - up,
                                              .width = width,
                                              .height = up + p->style.size * 4 / 10,
                                              .href = t->href,
                                              .target = t->target};
}

static size_t count_pieces(const struct par *p, const struct par_line *l)
{
    size_t n = 0;
    for (size_t i = l->from; i < l->to; i++) n += i == l->from || p->text.at[i].tag != p->text.at[i - 1].tag;
    return n;
}

static int32_t line_start(const struct par *p, const struct par_line *l, int32_t measure)
{
    int32_t slack = measure - l->width - l->spread;
    if (slack <= 0) return 0;
    if (p->style.align == ALIGN_RIGHT) return slack;
    return p->style.align == ALIGN_CENTRE ? slack / 2 : 0;
}

static const struct cluster *line_hyphen(struct lay *lay, const struct cluster *last)
{
    struct cluster *h = ARENA_ONE(lay->job->keep, struct cluster);
    *h = shape_hyphen(lay->shaper, last);
    h->tag = last->tag;
    return h;
}

struct item *par_finish(struct lay *lay, const struct par *p, const struct par_line *l, int32_t x, int32_t y,
                        int32_t measure, size_t *nitems)
{
    struct arena *a = lay->job->keep;
    struct pen pen = {
        .x = x + line_start(p, l, measure), .y = y, .spread = l->spread, .spaces = l->spread ? l->spaces : 0};
    pen.items = ARENA_MANY(a, struct item, 2 * count_pieces(p, l));
    pen.placed = ARENA_MANY(a, struct placed, l->to - l->from + 1);
    struct item *it = NULL;
    for (size_t i = l->from; i < l->to; i++) {
        const struct cluster *c = &p->text.at[i];
        bool new = !it || c->tag != p->text.at[i - 1].tag;
        if (new &&it) close_item(&pen, p, p->text.at[i - 1].tag);
        if (new) it = open_item(&pen, p, c->tag);
        put_cluster(&pen, it, c);
    }
    if (it && l->hyphen) put_cluster(&pen, it, line_hyphen(lay, &p->text.at[l->to - 1]));
    if (it) close_item(&pen, p, p->text.at[l->to - 1].tag);
    *nitems = pen.nitems;
    return pen.items;
}
