#include "layout/running_heads.h"

#include "khmer/number.h"
#include "layout/paragraph/even_lines.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/part/edge_tabs.h"
#include "layout/turned_page.h"

enum {
    LEADING = 12000,
    RULE = 400,
    DOT = 4200,
    DOT_GAP = 4000,
    DOT_UP = 900,
    PART_GAP = 22000, /* between parts of a foot */
    PHRASE_LEAST = 25 /* per cent of its place: a head that ends with a phrase fills so much at least */
};
#define HEAD_UP   STYLE_MM(8.5) /* baseline above the text */
#define TWO_UP    STYLE_MM(6.2) /* that of the lower one of two lines; */
#define TURN      STYLE_MM(4.7) /* from it to the one above */
#define TO_FILL   STYLE_MM(22)
#define FOOT_DOWN STYLE_MM(12)  /* baseline under it; */
#define FOOT_UP   STYLE_MM(10)  /* of all handouts: over the paper's lower edge; */
#define WALL_UP   STYLE_MM(7)   /* over a poster's lower edge, */
#define WALL_TURN STYLE_MM(7.6) /* and from there to the event's other name */

struct running {
    const struct node *title[LANG_N];
    const struct node *pair;
    const struct node *session; /* its heading */
    const struct node *part;    /* of a handout, whose pages' feet name what it belongs to; or NULL */
    enum lang lang;             /* of a handout's page that is in one; LANG_NONE: in all of the document's */
    bool opens;                 /* a section, a page for notes or the cover begins here: no head */
};

static const struct node *pair_of(const struct node *n)
{
    return n->parent && n->parent->role == ROLE_SIDE && n->parent->parent ? n->parent->parent : n;
}

const struct node *running_heads_partner(const struct node *heading)
{
    const struct node *pair = pair_of(heading);
    if (pair == heading) return NULL;
    for (const struct node *side = pair->first; side; side = side->next)
        for (const struct node *n = side->first; n && side != heading->parent; n = n->next)
            if (n->role == heading->role) return n;
    return NULL;
}

int32_t running_heads_left(const struct layout_context *lay, size_t page)
{
    const struct sheet *s = &lay->sheet;
    return s->two_sided && page % 2 ? s->outside : s->inside;
}

static enum lang head_lang(const struct layout_context *lay)
{
    return lang_or(lay->tree->lang, (enum lang)0);
}

/* Of a page in one language so is what stands around it. */
static bool in_both(const struct layout_context *lay, const struct running *r)
{
    return lay->tree->both && r->lang == LANG_NONE;
}

void running_heads_labels(struct layout_context *lay)
{
    enum lang lang = tree_numerals(lay->tree);
    for (size_t i = 0; i < lay->pages->list.n; i++)
        lay->pages->list.at[i].label = number_plain(lay->job->keep, (long)i + 1, lang);
}

/* -- one line of words, set as an artifact -- */

struct words_line {
    struct paragraph *par;
    enum artifact artifact;
};

static struct words_line line_new(struct layout_context *lay, const struct node *node, enum artifact artifact,
                                  enum role look, enum align align, uint32_t colour)
{
    enum lang lang = head_lang(lay);
    struct style s = style_of(&lay->look, look, lang, STYLE_TEXT);
    s.align = align;
    s.colour = colour;
    s.justify = false;
    return (struct words_line){paragraph_new(lay, node, s, lang), artifact};
}

/* Signs are of one look in every language. */
static void sign(struct layout_context *lay, struct paragraph *p, struct str what)
{
    paragraph_words(lay, p, what, LANG_EN, PART_SELF);
}

/* Between two parts of a line; nothing before the first. */
static void line_dot(struct layout_context *lay, struct words_line *l)
{
    if (l->par->nruns) sign(lay, l->par, STR(" · "));
}

static void line_part(struct layout_context *lay, struct words_line *l, struct str text, enum lang lang)
{
    if (!text.n) return;
    line_dot(lay, l);
    paragraph_words(lay, l->par, text, lang_or(lang, l->par->lang), PART_SELF);
}

static void put_items(struct layout_context *lay, const struct words_line *l, size_t page, struct item *it,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        it[i].artifact = l->artifact;
        it[i].part = PART_SELF;
        VEC_ADD(lay->pages->arena, lay->pages->list.at[page].items, it[i]);
    }
}

static bool parts_phrases(const struct cluster *c)
{
    static const char *const signs[] = {":", "៖", ";", ",", "–", "—", "·"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_is(c->glyphs->text, signs[i])) return true;
    return false;
}

/* A line up to a cluster, without what parts it from the rest. */
static struct paragraph_line line_to(const struct paragraph *p, size_t to, bool signs)
{
    while (to && (p->text.at[to - 1].kind != CLUSTER_TEXT || (signs && parts_phrases(&p->text.at[to - 1]))))
        to--;
    return (struct paragraph_line){.to = to, .width = (int32_t)p->end[to]};
}

/* The words that fit, up to a width, from the first. */
static struct paragraph_line cut_at(const struct paragraph *p, int32_t width)
{
    size_t to = 0;
    for (size_t i = 1; i <= p->text.n && p->end[i] <= width; i++)
        if (p->text.at[i - 1].brk >= BRK_WORD) to = i;
    return line_to(p, to, false);
}

/* The phrases that fit; of no width where they are but a small part of it. */
static struct paragraph_line phrases_within(const struct paragraph *p, int32_t width)
{
    struct paragraph_line line = {.to = 0};
    for (size_t i = 1; i < p->text.n; i++) {
        struct paragraph_line l = line_to(p, i, true);
        if (l.width > width) break;
        if (p->text.at[i - 1].brk >= BRK_MARK && even_lines_phrase(p, i)) line = l;
    }
    return line.width < width / 100 * PHRASE_LEAST ? (struct paragraph_line){.to = 0} : line;
}

static void put_part(struct layout_context *lay, struct words_line *l, const struct paragraph_line *line,
                     size_t page, int32_t x, int32_t y)
{
    size_t n = 0;
    struct item *it = paragraph_finish(lay, l->par, line, x, y, line->width, &n);
    put_items(lay, l, page, it, n);
}

static void put_cut(struct layout_context *lay, struct words_line *l, size_t page, int32_t x, int32_t y,
                    int32_t width)
{
    paragraph_measure(lay->job->keep, l->par);
    struct paragraph_line line = phrases_within(l->par, width);
    int32_t right = l->par->style.align == ALIGN_RIGHT;
    if (line.to) {
        put_part(lay, l, &line, page, x + right * (width - line.width), y);
        return;
    }
    struct words_line dots = {paragraph_new(lay, l->par->node, l->par->style, l->par->lang), l->artifact};
    sign(lay, dots.par, STR("…"));
    paragraph_prepare(lay, dots.par);
    paragraph_break(lay, dots.par, width);
    line = cut_at(l->par, width - dots.par->widest);
    x += right * (width - line.width - dots.par->widest);
    put_part(lay, l, &line, page, x, y);
    put_part(lay, &dots, &dots.par->lines[0], page, x + line.width, y);
}

/* What is wider than its place is left out from the end of a phrase on; else it is cut between words, and
 * says so. */
static void line_put(struct layout_context *lay, struct words_line *l, size_t page, int32_t x, int32_t y,
                     int32_t width)
{
    if (l->par->widest > width) {
        put_cut(lay, l, page, x, y, width);
        return;
    }
    paragraph_break(lay, l->par, width);
    if (!l->par->nlines) return;
    size_t n = 0;
    struct item *it = paragraph_finish(lay, l->par, &l->par->lines[0], x, y, width, &n);
    put_items(lay, l, page, it, n);
}

static void put_rect(struct layout_context *lay, size_t page, enum artifact artifact, int32_t x, int32_t y,
                     int32_t w, int32_t h, uint32_t colour)
{
    struct item it = area_rect(lay->tree->root, x, y, w, h, colour);
    it.artifact = artifact;
    VEC_ADD(lay->pages->arena, lay->pages->list.at[page].items, it);
}

/* -- heads -- */

/* The line of a heading that is in this language; all of it where any will do. */
static void head_words(struct layout_context *lay, struct words_line *l, const struct node *h, enum lang lang,
                       bool any)
{
    bool mine = false;
    for (size_t i = 0; h && i < h->spans.n; i++) {
        const struct span *s = &h->spans.at[i];
        bool begins = !i || h->spans.at[i - 1].kind == SPAN_BREAK;
        enum lang own = lang_or(s->lang, lang_or(node_lang(h), lang));
        if (begins) mine = any || own == lang;
        if (!mine || s->kind != SPAN_TEXT) continue;
        if (begins) line_dot(lay, l);
        paragraph_words(lay, l->par, s->text, own, PART_SELF);
    }
}

static struct words_line head_line(struct layout_context *lay, enum lang lang, enum align align)
{
    struct words_line l = line_new(lay, lay->tree->root, ARTIFACT_HEADER, ROLE_CREDIT, align, STYLE_GREY);
    l.par->lang = lang;
    return l;
}

static struct words_line section_line(struct layout_context *lay, const struct running *r, enum lang lang,
                                      enum align align, bool section)
{
    struct words_line l = head_line(lay, lang, align);
    for (int i = 0; i < LANG_N && section; i++) head_words(lay, &l, r->title[i], lang, !lay->tree->both);
    head_words(lay, &l, r->session, lang, !lay->tree->both);
    paragraph_prepare(lay, l.par);
    return l;
}

/* What one language has at the head: left the event, right the section and the session; where these do not
 * fit, the session alone. */
static void put_side(struct layout_context *lay, size_t page, const struct running *r, enum lang lang,
                     int32_t x, int32_t width)
{
    bool left = page % 2, both = lay->tree->both;
    enum lang used = lang;
    enum align align = left || both ? ALIGN_LEFT : ALIGN_RIGHT;
    int32_t y = lay->sheet.top - HEAD_UP;
    struct words_line l;
    if (left) {
        l = head_line(lay, lang, align);
        struct str event = both ? lay->tree->event.t[lang] : bi_get(lay->tree->event, lang, &used);
        line_part(lay, &l, event, used);
        paragraph_prepare(lay, l.par);
    } else {
        l = section_line(lay, r, lang, align, true);
        if (r->session && l.par->widest > width) l = section_line(lay, r, lang, align, false);
    }
    if (l.par->nruns) line_put(lay, &l, page, x, y, width);
}

static void put_head(struct layout_context *lay, size_t page, const struct running *r)
{
    enum lang first = lang_or(lay->tree->lang, (enum lang)0);
    int32_t x = running_heads_left(lay, page), width = lay->look.width;
    int32_t half = (width - lay->look.gutter) / 2;
    if (!r->pair) return; /* before the first section */
    if (lay->tree->both) {
        put_side(lay, page, r, first, x, half);
        put_side(lay, page, r, lang_other(first), x + half + lay->look.gutter, half);
    } else {
        put_side(lay, page, r, first, x, width);
    }
    put_rect(lay, page, ARTIFACT_HEADER, x, lay->sheet.top - HEAD_UP + LEADING / 2, width, RULE, STYLE_BLUE);
}

/* In all of the document's languages. */
static struct words_line line_of_all(struct layout_context *lay, const struct bi *said)
{
    enum lang first = head_lang(lay);
    struct words_line l = head_line(lay, first, ALIGN_LEFT);
    for (int i = 0; i < (lay->tree->both ? LANG_N : 1); i++) {
        enum lang lang = i ? lang_other(first) : first;
        line_part(lay, &l, said->t[lang], lang);
    }
    paragraph_prepare(lay, l.par);
    return l;
}

/* At a head's right end a blank, what it is for before it. Returns where that begins. */
static int32_t put_to_fill(struct layout_context *lay, size_t page, int32_t right, int32_t y)
{
    struct words_line label = line_of_all(lay, &lay->tree->to_fill);
    int32_t blank = right - TO_FILL, at = blank - DOT_GAP - label.par->widest;
    line_put(lay, &label, page, at, y, label.par->widest);
    put_rect(lay, page, ARTIFACT_HEADER, blank, y + LEADING / 2, TO_FILL, RULE, STYLE_INK);
    return at;
}

/* Its name, and as much of the event as there is room for. */
static void put_name_and_event(struct layout_context *lay, size_t page, enum lang lang, int32_t x, int32_t y)
{
    struct words_line name = head_line(lay, lang, ALIGN_LEFT), event = head_line(lay, lang, ALIGN_RIGHT);
    int32_t width = lay->look.width;
    bool named = lay->tree->running.t[lang].n;
    line_part(lay, &name, named ? lay->tree->running.t[lang] : lay->tree->event.t[lang], lang);
    line_part(lay, &event, lay->tree->event.t[lang], lang);
    paragraph_prepare(lay, name.par);
    paragraph_prepare(lay, event.par);
    if (name.par->nruns) line_put(lay, &name, page, x, y, width);
    int32_t from = name.par->widest + PART_GAP;
    if (named && event.par->nruns && from < width) line_put(lay, &event, page, x + from, y, width - from);
}

/* Each language on a line of its own: nowhere is there room for both on one. */
static void put_names(struct layout_context *lay, size_t page, const struct running *r, int32_t x,
                      int32_t rule)
{
    enum lang first = lang_or(r->lang, head_lang(lay));
    bool both = in_both(lay, r);
    int32_t y = rule - LEADING / 2;
    if (both) put_name_and_event(lay, page, first, x, y - TURN);
    put_name_and_event(lay, page, both ? lang_other(first) : first, x, y);
}

/* Its name in all languages, beside the blank that its sheets are told by. */
static void put_name_to_fill(struct layout_context *lay, size_t page, int32_t x, int32_t rule)
{
    struct words_line name = line_of_all(lay, &lay->tree->running);
    int32_t y = rule - LEADING / 2, right = put_to_fill(lay, page, x + lay->look.width, y) - PART_GAP;
    line_put(lay, &name, page, x, y, right - x);
}

/* A handout's pages but the first, which may come loose: its name, and the event or a blank for its number.
 */
static void put_name(struct layout_context *lay, size_t page, const struct running *r)
{
    enum lang first = lang_or(r->lang, head_lang(lay));
    bool named = lay->tree->running.t[first].n, fills = named && lay->tree->to_fill.t[first].n,
         two = in_both(lay, r) && !fills;
    int32_t x = running_heads_left(lay, page), rule = lay->sheet.top - (two ? TWO_UP : HEAD_UP) + LEADING / 2;
    if (!named && !bi_get(lay->tree->event, first, NULL).n) return;
    if (rule - (two ? TURN : 0) < STYLE_MM(5) + LEADING / 2) return; /* no room above the text */
    if (fills) {                                                     /* its blank is the one line there */
        put_name_to_fill(lay, page, x, rule);
        return;
    }
    put_names(lay, page, r, x, rule);
    put_rect(lay, page, ARTIFACT_HEADER, x, rule, lay->look.width, RULE, STYLE_BLUE);
}

static void run_to(struct running *r, const struct node *n)
{
    if (n->role == ROLE_COVER || n->role == ROLE_TITLE || n->role == ROLE_H1 || n->spare) r->opens = true;
    if (n->role == ROLE_SECT && !n->parent->parent) r->part = n->low.n ? n : NULL, r->lang = n->lang;
    if (n->role == ROLE_H1 || n->role == ROLE_H2) r->session = NULL;
    if (n->role == ROLE_H2 && n->parent->role == ROLE_OPENING && !n->band) r->session = n;
    if (n->role != ROLE_H1 || n->quiet) return;
    if (pair_of(n) != r->pair) memset(r->title, 0, sizeof r->title);
    r->pair = pair_of(n);
    r->title[lang_or(node_lang(n), (enum lang)0)] = n;
}

/* -- feet -- */

/* Digits alone in a report, in its languages; a handout says that it is a page. */
static void number_words(struct layout_context *lay, struct words_line *l, const struct running *r,
                         size_t page)
{
    enum lang first = lang_or(r->lang, head_lang(lay));
    for (int i = 0; i < LANG_N; i++) {
        enum lang lang = i ? lang_other(first) : first;
        struct str word = number_within(lay->job->keep, lay->tree->page_word.t[lang], (long)page + 1, lang);
        if (!word.n || (i && !in_both(lay, r))) continue;
        line_part(lay, l, lay->tree->toc ? number_plain(lay->job->keep, (long)page + 1, lang) : word, lang);
    }
}

static struct words_line mark_line(struct layout_context *lay)
{
    struct words_line l =
        line_new(lay, lay->tree->root, ARTIFACT_FOOTER, ROLE_CREDIT, ALIGN_LEFT, STYLE_OCHRE_TEXT);
    enum lang first = lang_or(lay->tree->lang, (enum lang)0);
    l.par->style.bold = true;
    for (int i = 0; i < LANG_N; i++) {
        enum lang lang = i ? lang_other(first) : first;
        line_part(lay, &l, lay->tree->mark.t[lang], lang);
    }
    paragraph_prepare(lay, l.par);
    return l;
}

/* Returns where it ends. */
static int32_t put_mark(struct layout_context *lay, size_t page, bool left, int32_t x, int32_t y)
{
    struct words_line mark = mark_line(lay);
    int32_t dot = lay->look.large ? mark.par->style.size / 2 : DOT, before = dot + DOT_GAP,
            up = lay->look.large ? dot / 5 : DOT_UP;
    int32_t width = lay->look.width, at = left ? x + width - before - mark.par->widest : x;
    if (!mark.par->nruns) return x;
    if (at < x + width / 4) at = x + width / 4 * left;
    put_rect(lay, page, ARTIFACT_FOOTER, at, y - dot - up, dot, dot, STYLE_OCHRE);
    line_put(lay, &mark, page, at + before, y, width * 3 / 4 - before);
    return at + before + mark.par->widest + PART_GAP;
}

/* What the page is a part of, between two places. */
static void put_belongs(struct layout_context *lay, size_t page, const struct node *part, int32_t x,
                        int32_t to, int32_t y)
{
    struct words_line l =
        line_new(lay, lay->tree->root, ARTIFACT_FOOTER, ROLE_CREDIT, ALIGN_LEFT, STYLE_GREY);
    for (size_t i = 0; i < part->low.n; i++)
        if (part->low.at[i].kind == SPAN_TEXT) line_part(lay, &l, part->low.at[i].text, part->low.at[i].lang);
    paragraph_prepare(lay, l.par);
    if (l.par->nruns && to - x > PART_GAP) line_put(lay, &l, page, x, y, to - x);
}

/* A poster has no page number, but what it is of: a line for each language, the last one beside its mark. */
static void put_poster_foot(struct layout_context *lay, size_t page, const struct node *part)
{
    int32_t x = running_heads_left(lay, page), right = x + lay->look.width, y = lay->sheet.height - WALL_UP,
            end = put_mark(lay, page, false, x, y);
    for (size_t i = part ? part->low.n : 0; i-- > 0;) {
        const struct span *s = &part->low.at[i];
        struct words_line l =
            line_new(lay, lay->tree->root, ARTIFACT_FOOTER, ROLE_CREDIT, ALIGN_RIGHT, STYLE_GREY);
        if (s->kind != SPAN_TEXT) continue;
        line_part(lay, &l, s->text, s->lang);
        paragraph_prepare(lay, l.par);
        if (right - end > PART_GAP) line_put(lay, &l, page, end, y, right - end);
        y -= WALL_TURN;
        end = x;
    }
}

/* The page's number stands at its outer edge, the mark at the other one. */
static void put_foot(struct layout_context *lay, size_t page, const struct running *r)
{
    const struct sheet *s = &lay->sheet;
    bool book = lay->tree->toc, left = s->two_sided && page % 2;
    int32_t x = running_heads_left(lay, page), width = lay->look.width;
    int32_t y = lay->look.handout ? s->height - FOOT_UP : s->height - s->bottom + FOOT_DOWN;
    if (y > s->height - STYLE_MM(4)) y = s->height - STYLE_MM(4);
    struct words_line number = line_new(lay, lay->tree->root, ARTIFACT_FOOTER, book ? ROLE_KIND : ROLE_CREDIT,
                                        left ? ALIGN_LEFT : ALIGN_RIGHT, book ? STYLE_BLUE : STYLE_GREY);
    if (!lay->look.handout || lay->pages->list.n > 1) number_words(lay, &number, r, page);
    paragraph_prepare(lay, number.par);
    if (number.par->nruns) line_put(lay, &number, page, x, y, width);
    int32_t end = put_mark(lay, page, left, x, y);
    if (r->part && !left) put_belongs(lay, page, r->part, end, x + width - number.par->widest - PART_GAP, y);
}

/* What begins at a page's top is what its head tells of. */
static bool at_top(const struct layout_context *lay, const struct galley_start *at, size_t page)
{
    return at && at->page == page && at->y <= lay->sheet.top;
}

static void put_around(struct layout_context *lay, size_t page, const struct running *top, bool cover)
{
    turned_page_use(lay, turned_page_is(lay, page));
    if (!top->opens && !lay->look.large) {
        if (lay->tree->toc)
            put_head(lay, page, top);
        else
            put_name(lay, page, top);
    }
    if (lay->print->type == TYPE_WALL)
        put_poster_foot(lay, page, top->part);
    else if (!cover)
        put_foot(lay, page, top);
    turned_page_use(lay, false);
}

void running_heads_put(struct layout_context *lay)
{
    struct running now = {.lang = LANG_NONE};
    size_t next = 0;
    for (size_t i = 0; i < lay->pages->list.n; i++) {
        struct running top = now;
        bool cover = false;
        for (; next < lay->out.starts.n; next++) {
            const struct node *n = lay->out.starts.at[next].owner;
            const struct galley_start *at = map_get(&lay->positions, map_pointer(n));
            if (at && at->page > i) break;
            run_to(&now, n);
            cover = cover || n->role == ROLE_COVER;
            if (at_top(lay, at, i) || !lay->tree->toc || cover) run_to(&top, n);
        }
        put_around(lay, i, &top, cover);
        now.opens = false;
    }
    edge_tabs_put(lay);
}
