#include "layout/part/opening.h"

#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"
#include "layout/part/session_sign.h"

enum {
    ROW_ROOM = 1600 /* above and under a hair line */,
    ITEM_ROOM = STYLE_MM(1.5), /* between those of one label */
    HAIR = 400,
    EDGE = 800, /* above the first and under the last, as a table's */
    RULE = 1200,
    NUMBER_GAP = 9000,
    SIGN_GAP = 4500,
    LABEL_GAP = 10000,
    SHEET_LABELS = 72000,
    DAY_PAD = 3600
};

static const int32_t LABELS[LANG_N] = {42500, 54000}; /* Khmer's are shorter */

enum { BEGINS = 3 }; /* lines of its text that a page has room for, or it begins the next */

/* -- one line made of several paragraphs -- */

struct opening_line {
    VEC(struct item) items;
    int32_t first, height; /* of its baseline; of the whole */
};

/* Grows the line so that this paragraph's letters have room in it. */
static void line_room(struct opening_line *l, const struct style *s)
{
    int32_t under = l->height - l->first;
    if (s->depth > l->first) l->first = s->depth;
    if (s->leading - s->depth > under) under = s->leading - s->depth;
    l->height = l->first + under;
}

/* All of a paragraph on the line, whatever it takes; returns how wide it is. */
static int32_t line_words(struct layout_context *lay, struct opening_line *l, struct paragraph *p, int32_t x,
                          int32_t width)
{
    size_t n = 0;
    if (width < p->widest) width = p->widest;
    paragraph_break(lay, p, width);
    if (!p->nlines) return 0;
    struct item *it = paragraph_finish(lay, p, &p->lines[0], x, l->first, width, &n);
    for (size_t i = 0; i < n; i++) VEC_ADD(lay->job->keep, l->items, it[i]);
    return p->lines[0].width;
}

static void line_put(struct layout_context *lay, struct area *area, struct opening_line *l)
{
    struct box b = {.kind = BOX_BAND,
                    .keep = true,
                    .items = l->items.at,
                    .nitems = l->items.n,
                    .first = l->first,
                    .height = l->height};
    area_add(lay, area, b, 0);
}

/* -- number and kind -- */

/* more: what follows elsewhere is parted from it by a space for those who hear it. */
static struct paragraph *par_of(struct layout_context *lay, const struct node *node, enum role look,
                                struct spans spans, bool more, enum lang lang)
{
    struct style style = style_of(&lay->look, look, lang, STYLE_TEXT);
    if (node->band) style.colour = STYLE_BLUE;
    struct paragraph *p = paragraph_new(lay, node, style, lang);
    paragraph_spans(lay, p, spans, NULL, PART_SELF);
    if (more) paragraph_words(lay, p, STR(" "), lang, PART_SELF);
    paragraph_prepare(lay, p);
    return p;
}

static void line_kind(struct layout_context *lay, struct opening_line *l, const struct node *kind,
                      struct paragraph *p, int32_t x, int32_t width)
{
    struct item sign[SESSION_SIGN_RECTS];
    int32_t side = p->style.size * 95 / 100;
    size_t n = session_sign(kind, x, l->first, side, sign);
    for (size_t i = 0; i < n; i++) VEC_ADD(lay->job->keep, l->items, sign[i]);
    if (n) x += side + SIGN_GAP;
    line_words(lay, l, p, x, width);
}

/* Number or kind may be NULL. under: more room below. */
static void put_number(struct layout_context *lay, struct area *area, struct paragraph *number,
                       const struct node *kind, int32_t under)
{
    struct opening_line l = {.height = 0};
    struct paragraph *word = kind ? par_of(lay, kind, ROLE_KIND, kind->spans, false, node_lang(kind)) : NULL;
    if (!number && !word) return;
    if (kind) area_start(lay, kind);
    if (number) line_room(&l, &number->style);
    if (word) line_room(&l, &word->style);
    int32_t x = area->x;
    if (number) x += line_words(lay, &l, number, x, area->width) + NUMBER_GAP;
    if (word) line_kind(lay, &l, kind, word, x, area->x + area->width - x);
    if (number) l.height = l.first + number->style.size / 6; /* digits have nothing below */
    l.height += under;
    line_put(lay, area, &l);
}

/* -- the heading in one language -- */

struct opening_title {
    struct spans number, words; /* number: none, or one span */
    enum lang lang;
    bool more; /* another line of the heading follows */
};

static size_t line_end(struct spans s, size_t from)
{
    while (from < s.n && s.at[from].kind != SPAN_BREAK) from++;
    return from;
}

/* Its line in this language; in a document of one language all of it. */
static struct opening_title title_in(const struct layout_context *lay, const struct node *h, enum lang lang)
{
    struct opening_title t = {.lang = lang};
    for (size_t from = 0, to; from < h->spans.n; from = to + 1) {
        to = line_end(h->spans, from);
        enum lang own = lang_or(h->spans.at[from].lang, lang_or(node_lang(h), lang));
        if (lay->tree->both && own != lang) continue;
        bool numbered = h->spans.at[from].style & SPAN_NUMBER;
        t.lang = own;
        t.more = to < h->spans.n;
        t.number = (struct spans){h->spans.at + from, numbered};
        t.words = (struct spans){h->spans.at + from + numbered, to - from - numbered};
        return t;
    }
    return t;
}

static void put_title(struct layout_context *lay, struct area *area, const struct node *h,
                      const struct opening_title *t)
{
    if (!t->words.n) return;
    struct paragraph *p = par_of(lay, h, h->role, t->words, t->more, t->lang);
    p->style.before = h->band ? 0 : p->style.after;
    paragraph_lines_put(lay, area, p);
}

/* -- facts -- */

static struct paragraph *label_of(struct layout_context *lay, const struct node *fact)
{
    enum lang lang = lang_or(node_lang(fact), lang_or(lay->tree->lang, (enum lang)0));
    struct paragraph *p = paragraph_new(lay, fact, style_of(&lay->look, ROLE_FACTS, lang, STYLE_TEXT), lang);
    paragraph_words(lay, p, fact->label, lang, PART_LABEL);
    paragraph_prepare(lay, p);
    return p;
}

int32_t opening_labels(struct layout_context *lay, const struct node *facts, int32_t measure)
{
    int32_t widest = 0, own = LABELS[lang_or(node_lang(facts), lang_or(lay->tree->lang, (enum lang)0))];
    for (const struct node *f = facts->first; f; f = f->next) {
        int32_t w = label_of(lay, f)->widest;
        widest = w > widest ? w : widest;
    }
    widest += style_length(&lay->look, LABEL_GAP);
    /* values keep one edge from session to session */
    int32_t least = style_length(&lay->look, lay->look.handout ? SHEET_LABELS : own);
    if (widest < least) widest = least;
    return widest > measure / 2 ? 0 : widest;
}

/* The label's items before those of the value's first line, on one baseline. */
static void put_label(struct layout_context *lay, struct paragraph *label, struct box *b, int32_t x,
                      int32_t width)
{
    struct opening_line l = {.first = b->first};
    line_words(lay, &l, label, x, width);
    for (size_t i = 0; i < b->nitems; i++) VEC_ADD(lay->job->keep, l.items, b->items[i]);
    b->items = l.items.at;
    b->nitems = l.items.n;
}

static struct area value_area(const struct area *area, int32_t indent)
{
    struct area in = *area;
    in.x += indent;
    in.width -= indent;
    return in;
}

bool opening_fact_joins(struct layout_context *lay, const struct area *area, const struct node *fact,
                        int32_t indent)
{
    struct area in = value_area(area, indent);
    return paragraph_joined_width(lay, fact, &in) <= in.width;
}

void opening_fact(struct layout_context *lay, struct area *area, const struct node *fact, int32_t indent,
                  bool joined)
{
    struct area in = value_area(area, indent);
    struct paragraph *label = label_of(lay, fact);
    size_t first = area->galley->boxes.n;
    area_start(lay, fact);
    if (!indent && fact->label.n) paragraph_lines_put(lay, area, label);
    in.joined = joined;
    paragraph_lines_put(lay, &in, paragraph_collect(lay, fact, &in));
    if (indent && fact->label.n && area->galley->boxes.n > first)
        put_label(lay, label, &area->galley->boxes.at[first], area->x, indent);
}

/* A handout's facts are looked up, in a row of a table each. */
void opening_facts_between(struct layout_context *lay, struct area *area, const struct node *facts,
                           const struct node *fact)
{
    if (!lay->look.handout || !area->galley->boxes.n) return;
    if (!fact->label.n) {
        area->galley->after = ITEM_ROOM;
        return;
    }
    int32_t room = style_length(&lay->look, ROW_ROOM);
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = area_rect(facts, area->x, 0, area->width, HAIR, style_grey(&lay->look, STYLE_HAIR));
    if (area->galley->after < room) area->galley->after = room;
    area_band(lay, area, it, 1, HAIR, room)->keep = true;
    area->galley->after = room;
}

static void facts_edge(struct layout_context *lay, struct area *area, const struct node *facts,
                       int32_t before)
{
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = area_rect(facts, area->x, 0, area->width, EDGE, STYLE_BLUE);
    area_band(lay, area, it, 1, EDGE, before)->keep = true;
}

void opening_facts_begin(struct layout_context *lay, struct area *area, const struct node *facts)
{
    int32_t before = style_of(&lay->look, ROLE_LEAD, LANG_NONE, area->where).before;
    if (area->galley->after < before) area->galley->after = before;
    if (!lay->look.handout) return;
    facts_edge(lay, area, facts, area->galley->after);
    area->galley->after = style_length(&lay->look, ROW_ROOM);
}

void opening_facts_end(struct layout_context *lay, struct area *area, const struct node *facts)
{
    if (area->galley->boxes.n && lay->look.handout)
        facts_edge(lay, area, facts, style_length(&lay->look, ROW_ROOM));
    if (area->galley->boxes.n) galley_last(area->galley)->keep = false;
    area->galley->after = style_of(&lay->look, ROLE_LEAD, LANG_NONE, area->where).after;
}

void opening_facts(struct layout_context *lay, struct area *area, const struct node *facts)
{
    int32_t indent = opening_labels(lay, facts, area->width);
    opening_facts_begin(lay, area, facts);
    for (const struct node *f = facts->first; f; f = f->next) {
        if (f != facts->first) opening_facts_between(lay, area, facts, f);
        opening_fact(lay, area, f, indent, opening_fact_joins(lay, area, f, indent));
    }
    opening_facts_end(lay, area, facts);
}

/* -- its sides -- */

struct opening_side { /* the measure that one language is set in */
    enum lang lang;
    int32_t x, width;
    struct opening_title title;
    const struct node *kind, *facts;
};

struct opening {
    const struct node *heading;
    struct opening_side side[LANG_N];
    size_t n;
    int32_t hang; /* the width of the number's own column; 0: it stands in its side */
};

static const struct node *part_in(const struct layout_context *lay, const struct node *opening,
                                  enum role role, enum lang lang)
{
    for (const struct node *n = opening->first; n; n = n->next)
        if (n->role == role && (!lay->tree->both || node_lang(n) == lang)) return n;
    return NULL;
}

static struct opening opening_sides(const struct layout_context *lay, const struct area *area,
                                    const struct node *node)
{
    enum lang first = lang_or(lay->tree->lang, (enum lang)0);
    struct opening o = {.heading = node->first, .n = lay->tree->both ? LANG_N : 1};
    int32_t width = (area->width - lay->look.gutter) / LANG_N, hang = lay->look.hang;
    if (o.n == 1) width = area->width - hang < lay->look.measure ? area->width - hang : lay->look.measure;
    if (o.n == 1) o.hang = hang;
    for (size_t i = 0; i < o.n; i++) {
        enum lang l = i ? lang_other(first) : first;
        o.side[i] = (struct opening_side){.lang = l,
                                          .x = area->x + o.hang + (int32_t)i * (width + lay->look.gutter),
                                          .width = width,
                                          .title = title_in(lay, o.heading, l),
                                          .kind = part_in(lay, node, ROLE_KIND, l),
                                          .facts = part_in(lay, node, ROLE_FACTS, l)};
    }
    return o;
}

static struct area side_area(struct layout_context *lay, const struct area *area,
                             const struct opening_side *side)
{
    return area_column(lay, area, side->x, side->width);
}

static void put_row(struct layout_context *lay, struct area *area, const struct area *columns, size_t n)
{
    struct galley **galleys = ARENA_MANY(lay->job->keep, struct galley *, n);
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        galleys[i] = columns[i].galley;
        any = any || galleys[i]->boxes.n;
    }
    if (any) area_group(lay, area, galleys, n, true)->keep = true;
}

/* How deep the title's first baseline lies under its top. */
static int32_t title_depth(const struct layout_context *lay, const struct opening *o, size_t i)
{
    return style_of(&lay->look, o->heading->role, o->side[i].title.lang, STYLE_TEXT).depth;
}

/* Number and kind, the title under them: the titles' first baselines are level as well. */
static void head_row(struct layout_context *lay, struct area *area, const struct opening *o)
{
    struct area columns[LANG_N + 1];
    int32_t deepest = 0;
    size_t n = 0;
    for (size_t i = 0; i < o->n; i++)
        if (title_depth(lay, o, i) > deepest) deepest = title_depth(lay, o, i);
    if (o->hang) columns[n++] = area_column(lay, area, area->x, o->hang - lay->look.gutter / 2);
    for (size_t i = 0; i < o->n; i++) {
        const struct opening_title *t = &o->side[i].title;
        struct paragraph *number =
            t->number.n ? par_of(lay, o->heading, ROLE_OPENING, t->number, false, t->lang) : NULL;
        struct area *c = &columns[n++];
        *c = side_area(lay, area, &o->side[i]);
        bool hangs = o->hang && number && number->widest <= columns[0].width;
        if (hangs) put_number(lay, &columns[0], number, NULL, 0);
        put_number(lay, c, hangs ? NULL : number, o->side[i].kind, deepest - title_depth(lay, o, i));
        put_title(lay, c, o->heading, t);
    }
    put_row(lay, area, columns, n);
}

/* A fact of each language stands level with that of the other, on as many lines. */
static void fact_rows(struct layout_context *lay, struct area *area, const struct opening *o)
{
    const struct node *fact[LANG_N] = {0};
    int32_t indent[LANG_N] = {0};
    for (size_t i = 0; i < o->n; i++) {
        if (!o->side[i].facts) continue;
        area_start(lay, o->side[i].facts);
        indent[i] = opening_labels(lay, o->side[i].facts, o->side[i].width);
        fact[i] = o->side[i].facts->first;
    }
    for (bool more = true; more;) {
        struct area columns[LANG_N];
        bool joined = true;
        more = false;
        for (size_t i = 0; i < o->n; i++) {
            columns[i] = side_area(lay, area, &o->side[i]);
            joined = joined && (!fact[i] || opening_fact_joins(lay, &columns[i], fact[i], indent[i]));
        }
        for (size_t i = 0; i < o->n; i++) {
            if (!fact[i]) continue;
            opening_fact(lay, &columns[i], fact[i], indent[i], joined);
            fact[i] = fact[i]->next;
            more = more || fact[i];
        }
        put_row(lay, area, columns, o->n);
    }
}

static int32_t text_leading(const struct layout_context *lay, const struct opening *o)
{
    return style_of(&lay->look, ROLE_P, o->side[0].lang, STYLE_TEXT).leading;
}

/* -- a day of sessions -- */

/* The day's name in each language, on a tint over the measure. */
static void put_day(struct layout_context *lay, struct area *area, const struct opening *o)
{
    struct style s = style_of(&lay->look, ROLE_OPENING, LANG_NONE, area->where);
    struct box_border *tint = ARENA_ONE(lay->job->keep, struct box_border);
    *tint = (struct box_border){.x = area->x,
                                .width = area->width,
                                .behind = true,
                                .colour = STYLE_TINT,
                                .owner = o->heading,
                                .outer = area->border};
    struct area in = *area, columns[LANG_N];
    in.border = tint;
    in.tinted = true;
    area_band(lay, &in, NULL, 0, DAY_PAD, s.before)->keep = true;
    for (size_t i = 0; i < o->n; i++) {
        columns[i] = side_area(lay, &in, &o->side[i]);
        put_title(lay, &columns[i], o->heading, &o->side[i].title);
    }
    put_row(lay, &in, columns, o->n);
    in.galley->after = 0;
    area_band(lay, &in, NULL, 0, DAY_PAD, 0)->keep = true;
}

/* The day's tint parts its first session from what stands before. */
static bool begins_day(const struct node *opening)
{
    const struct node *sect = opening->parent, *n = sect->parent ? sect->parent->first : NULL;
    while (n && n->next != sect) n = n->next;
    return sect->first == opening && n && n->role == ROLE_OPENING && n->first->band;
}

/* -- the whole -- */

void opening_put(struct layout_context *lay, struct area *area, const struct node *opening)
{
    struct style s = style_of(&lay->look, ROLE_OPENING, LANG_NONE, area->where);
    struct opening o = opening_sides(lay, area, opening);
    struct item *rule = ARENA_ONE(lay->job->keep, struct item);
    *rule = area_rect(opening, area->x, 0, area->width, RULE, STYLE_BLUE);
    area_start(lay, o.heading);
    if (o.heading->band) {
        put_day(lay, area, &o);
        return;
    }
    bool first = begins_day(opening);
    struct box *b = area_band(lay, area, rule, !first, RULE, first ? lay->look.unit / 2 : s.before);
    b->keep = b->between = true;
    area->galley->after = lay->look.unit / 2;
    head_row(lay, area, &o);
    area->galley->after = style_of(&lay->look, ROLE_LEAD, LANG_NONE, area->where).before;
    fact_rows(lay, area, &o);
    if (area->galley->boxes.n) galley_last(area->galley)->asks = s.after + BEGINS * text_leading(lay, &o);
    area->galley->after = s.after;
}
