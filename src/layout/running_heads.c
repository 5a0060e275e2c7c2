#include "layout/running_heads.h"

#include "khmer/number.h"
#include "layout/paragraph/paragraph_break.h"

enum { SIZE = 78, LEADING = 12000, RULE = 400, GAP = 22000, DOT = 4200 };
#define HEAD_UP   STYLE_MM(8.5) /* baseline above the text */
#define FOOT_DOWN STYLE_MM(12)  /* baseline under it */

struct running {
    const struct node *title[LANG_N];
    const struct node *pair;
    bool opens; /* a section or the cover begins here: no head */
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
    const struct sheet *s = &lay->print->sheet;
    return s->two_sided && page % 2 ? s->outside : s->inside;
}

static enum lang head_lang(const struct layout_context *lay)
{
    return lang_or(lay->tree->lang, LANG_EN);
}

void running_heads_labels(struct layout_context *lay)
{
    enum lang lang = head_lang(lay);
    for (size_t i = 0; i < lay->pages->list.n; i++)
        lay->pages->list.at[i].label = number_plain(lay->job->keep, (long)i + 1, lang);
}

/* -- one line of words, set as an artifact -- */

struct words_line {
    struct paragraph *par;
    enum artifact artifact;
};

static struct words_line line_new(struct layout_context *lay, const struct node *node, enum artifact artifact,
                                  enum align align, uint32_t colour)
{
    enum lang lang = head_lang(lay);
    struct style s = style_of(&lay->look, ROLE_CREDIT, lang, STYLE_TEXT);
    if (lay->print->type == TYPE_PAGE) s.size = style_length(&lay->look, SIZE * 100);
    s.align = align;
    s.colour = colour;
    s.justify = false;
    return (struct words_line){paragraph_new(lay, node, s, lang), artifact};
}

/* Between two parts of a line; nothing before the first. */
static void line_dot(struct layout_context *lay, struct words_line *l)
{
    if (l->par->nruns) paragraph_words(lay, l->par, STR(" · "), LANG_EN, PART_SELF);
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
        VEC_ADD(lay->job->keep, lay->pages->list.at[page].items, it[i]);
    }
}

/* The words that fit, up to a width, from the first. */
static struct paragraph_line cut_at(const struct paragraph *p, int32_t width)
{
    size_t to = 0;
    for (size_t i = 1; i < p->text.n && p->end[i] <= width; i++)
        if (p->text.at[i - 1].brk >= BRK_WORD) to = i;
    while (to && p->text.at[to - 1].kind != CLUSTER_TEXT) to--;
    return (struct paragraph_line){.to = to, .width = (int32_t)p->end[to]};
}

static void put_cut(struct layout_context *lay, struct words_line *l, size_t page, int32_t x, int32_t y,
                    int32_t width)
{
    struct paragraph *dots = paragraph_new(lay, l->par->node, l->par->style, l->par->lang);
    paragraph_words(lay, dots, STR("…"), LANG_EN, PART_SELF);
    paragraph_prepare(lay, dots);
    paragraph_break(lay, dots, width);
    struct paragraph_line line = cut_at(l->par, width - dots->widest);
    size_t n = 0;
    struct item *it = paragraph_finish(lay, l->par, &line, x, y, line.width, &n);
    put_items(lay, l, page, it, n);
    it = paragraph_finish(lay, dots, &dots->lines[0], x + line.width, y, dots->widest, &n);
    put_items(lay, l, page, it, n);
}

/* What is wider than its place is cut between words, and says so. */
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
    VEC_ADD(lay->job->keep, lay->pages->list.at[page].items, it);
}

/* -- heads -- */

static void head_title(struct layout_context *lay, struct words_line *l, const struct node *h, bool both)
{
    if (!h || (!both && l->par->nruns)) return;
    line_dot(lay, l);
    for (size_t i = 0; i < h->spans.n; i++) {
        const struct span *s = &h->spans.at[i];
        enum lang lang = lang_or(s->lang, node_lang(h));
        if (s->kind == SPAN_BREAK && !both) return;
        if (s->kind == SPAN_BREAK) line_dot(lay, l);
        if (s->kind == SPAN_TEXT)
            paragraph_words(lay, l->par, s->text, lang_or(lang, l->par->lang), PART_SELF);
    }
}

static struct words_line head_line(struct layout_context *lay, const struct running *r, enum lang first,
                                   bool both)
{
    struct words_line l = line_new(lay, lay->tree->root, ARTIFACT_HEADER, ALIGN_LEFT, STYLE_GREY);
    head_title(lay, &l, r->title[first], both);
    head_title(lay, &l, r->title[lang_other(first)], both);
    return l;
}

static void put_head(struct layout_context *lay, size_t page, const struct running *r)
{
    const struct tree *t = lay->tree;
    int32_t x = running_heads_left(lay, page), y = lay->print->sheet.top - HEAD_UP, width = lay->look.width;
    if (y < STYLE_MM(5)) return; /* no room above the text */
    struct words_line right = line_new(lay, t->root, ARTIFACT_HEADER, ALIGN_RIGHT, STYLE_GREY);
    enum lang first = lang_or(t->lang, (enum lang)0), used = LANG_NONE;
    struct words_line left = head_line(lay, r, first, true);
    struct str event = bi_get(t->event, first, &used);
    bool titled = left.par->nruns > 0;
    line_part(lay, titled ? &right : &left, event, used);
    if (!left.par->nruns || (t->toc && !r->pair)) return; /* before the first section */
    paragraph_prepare(lay, left.par);
    if (titled && left.par->widest > width) { /* one language rather than two cut short */
        left = head_line(lay, r, first, false);
        paragraph_prepare(lay, left.par);
    }
    paragraph_prepare(lay, right.par);
    line_put(lay, &left, page, x, y, width);
    if (left.par->widest + right.par->widest + GAP <= width) line_put(lay, &right, page, x, y, width);
    put_rect(lay, page, ARTIFACT_HEADER, x, y + LEADING / 2, width, RULE, STYLE_BLUE);
}

static void run_to(struct running *r, const struct node *n)
{
    if (n->role == ROLE_COVER || n->role == ROLE_TITLE) r->opens = true;
    if (n->role != ROLE_H1) return;
    r->opens = true;
    if (n->quiet) return;
    if (pair_of(n) != r->pair) memset(r->title, 0, sizeof r->title);
    r->pair = pair_of(n);
    r->title[lang_or(node_lang(n), (enum lang)0)] = n;
}

/* -- feet -- */

static struct str page_word(struct layout_context *lay, size_t page, enum lang lang)
{
    struct str word = lay->tree->page_word.t[lang];
    size_t at = str_find(word, STR("{n}"), 0);
    if (at == SIZE_MAX) return word;
    struct str n = number_plain(lay->job->keep, (long)page + 1, lang);
    return str_fmt(lay->job->keep, "%.*s%.*s%.*s", (int)at, word.s, STR_ARGS(n),
                   STR_ARGS(str_sub(word, at + 3, word.n)));
}

static void put_foot(struct layout_context *lay, size_t page)
{
    const struct tree *t = lay->tree;
    const struct sheet *s = &lay->print->sheet;
    int32_t x = running_heads_left(lay, page), y = s->height - s->bottom + FOOT_DOWN;
    if (y > s->height - STYLE_MM(4)) y = s->height - STYLE_MM(4);
    struct words_line mark = line_new(lay, t->root, ARTIFACT_FOOTER, ALIGN_LEFT, STYLE_OCHRE_TEXT);
    struct words_line number = line_new(lay, t->root, ARTIFACT_FOOTER, ALIGN_RIGHT, STYLE_GREY);
    mark.par->style.bold = true;
    enum lang first = lang_or(t->lang, (enum lang)0);
    for (int i = 0; i < LANG_N; i++) {
        enum lang lang = i ? lang_other(first) : first;
        line_part(lay, &mark, t->mark.t[lang], lang);
        if (t->both || lang == first) line_part(lay, &number, page_word(lay, page, lang), lang);
    }
    paragraph_prepare(lay, mark.par);
    paragraph_prepare(lay, number.par);
    if (mark.par->nruns) put_rect(lay, page, ARTIFACT_FOOTER, x, y - DOT - 900, DOT, DOT, STYLE_OCHRE);
    line_put(lay, &mark, page, x + DOT + 4000, y, lay->look.width / 2);
    line_put(lay, &number, page, x, y, lay->look.width);
}

void running_heads_put(struct layout_context *lay)
{
    struct running now = {.opens = false};
    size_t next = 0;
    for (size_t i = 0; i < lay->pages->list.n; i++) {
        struct running at_top = now;
        bool cover = false;
        for (; next < lay->out.starts.n; next++) {
            const struct node *n = lay->out.starts.at[next].owner;
            const struct galley_start *at = map_get(&lay->positions, map_pointer(n));
            if (at && at->page > i) break;
            run_to(&now, n);
            cover = cover || n->role == ROLE_COVER;
        }
        if (!now.opens && !lay->look.large) put_head(lay, i, &at_top);
        if (!cover) put_foot(lay, i);
        now.opens = false;
    }
}
