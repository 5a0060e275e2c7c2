#include "layout/paragraph/paragraph_break.h"

#include "layout/paragraph/even_lines.h"

/* A line out of its room is left as it is: it stands in a paragraph that is set ragged, or holds what no
 * line can. */
static void justify_line(struct paragraph_line *l, const struct justification_line *as_is, int32_t measure)
{
    struct justification fit;
    int64_t slack = measure - as_is->width;
    if ((l->forced && slack >= 0) || !justification_give(as_is, slack, &fit)) return;
    l->spread = fit.spread;
    l->widen = fit.widen;
    l->track = fit.track;
}

static void line_leading(const struct layout_context *lay, const struct paragraph *p,
                         struct paragraph_line *l)
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

static void make_line(struct layout_context *lay, struct paragraph *p, const struct line_breaks *k,
                      const struct breakpoint *to, struct paragraph_line *l)
{
    const struct breakpoint *from = &k->list.at[to->before];
    struct justification_line as_is = line_breaks_line(k, p, from, to);
    *l = (struct paragraph_line){
        .from = from->at, .to = to->at, .hyphen = to->brk == BRK_HYPHEN, .forced = to->brk == BRK_FORCED};
    l->width = (int32_t)(as_is.width > INT32_MAX / 4 ? INT32_MAX / 4 : as_is.width);
    l->spaces = as_is.spaces;
    l->khmer = as_is.khmer;
    l->ink = shape_ink(lay->shaper, p->text.at + l->from, l->to - l->from);
    line_leading(lay, p, l);
    if (k->justified || l->width > k->measure) justify_line(l, &as_is, k->measure);
}

static int32_t hyphen_width(struct layout_context *lay, const struct paragraph *p)
{
    int32_t width = 0;
    for (size_t i = 0; i < p->text.n && !width; i++)
        if (p->text.at[i].brk == BRK_HYPHEN) width = shape_hyphen(lay->shaper, &p->text.at[i]).width * 5 / 4;
    return width;
}

static struct breakpoint *kept_breaks(const struct line_breaks *k)
{
    struct breakpoint *kept = ARENA_MANY(k->arena, struct breakpoint, k->list.n);
    memcpy(kept, k->list.at, k->list.n * sizeof *kept);
    return kept;
}

enum { WIDE_SPACE = 450 }; /* thousandths of an em, more than a space is: seen as a gap */

static bool has_gaps(const struct line_breaks *k, const struct paragraph *p)
{
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before) {
        const struct breakpoint *to = &k->list.at[j];
        struct justification_line l = line_breaks_line(k, p, &k->list.at[to->before], to);
        struct justification given;
        if (to->brk == BRK_FORCED || !justification_give(&l, k->measure - l.width, &given)) continue;
        if (given.spread > (int64_t)l.spaces * l.em * WIDE_SPACE / 1000) return true;
    }
    return false;
}

/* A word or a compound that is parted as lines give usually may stay whole where they give a little more. */
static void whole_breaks(struct line_breaks *k, const struct paragraph *p, enum justification_reach last)
{
    size_t parted = line_breaks_parted(k);
    if (!parted || k->reach != REACH_USUAL || last == REACH_USUAL) return;
    struct breakpoint *best = kept_breaks(k);
    k->reach = REACH_FURTHER;
    line_breaks_choose(k, p);
    if (line_breaks_fits(k, p) && line_breaks_parted(k) < parted && !has_gaps(k, p)) return;
    k->reach = REACH_USUAL;
    memcpy(k->list.at, best, k->list.n * sizeof *best);
}

/* Of two lines the first is even with no other: one of gaps is set as it comes. */
static bool is_lone_gap(const struct line_breaks *k, const struct paragraph *p)
{
    return line_breaks_lines(k) == 2 && has_gaps(k, p);
}

/* Justified where all lines but last ones can reach the measure, with more than they give well where the
 * style says so: a paragraph that is ragged among justified ones is seen sooner. Else ragged. */
static void justified_breaks(struct line_breaks *k, const struct paragraph *p)
{
    enum justification_reach last = p->style.further ? REACH_FURTHEST : REACH_USUAL;
    k->justified = p->style.justify;
    for (; k->justified && k->reach <= last; k->reach++) {
        line_breaks_choose(k, p);
        if (!line_breaks_fits(k, p)) continue;
        if (is_lone_gap(k, p)) break;
        whole_breaks(k, p, last);
        return;
    }
    k->justified = false;
    k->reach = REACH_USUAL;
    line_breaks_choose(k, p);
}

/* Not worth a try where more is left over than letters and spaces can take up. */
static bool may_shorten(const struct line_breaks *k, const struct paragraph *p, size_t lines)
{
    int64_t width = p->width;
    return lines > 1 && width - width * 2 / 100 < (int64_t)(lines - 1) * k->measure * 99 / 100;
}

static void shorter_breaks(struct line_breaks *k, const struct paragraph *p)
{
    size_t lines = line_breaks_lines(k), parted = line_breaks_parted(k);
    if (!may_shorten(k, p, lines)) return;
    struct breakpoint *best = kept_breaks(k);
    k->looseness = LOOSENESS_SHORTER;
    line_breaks_choose(k, p);
    bool good = k->justified ? line_breaks_fits(k, p) : line_breaks_good(k, p);
    good = good && line_breaks_parted(k) <= parted && !line_breaks_two_hyphens(k);
    if (good && line_breaks_lines(k) < lines) return;
    k->looseness = LOOSENESS_NONE;
    memcpy(k->list.at, best, k->list.n * sizeof *best);
}

static struct line_breaks best_breaks(struct layout_context *lay, const struct paragraph *p, int32_t measure)
{
    struct line_breaks k = {.arena = lay->job->scratch,
                            .measure = measure < 1000 ? 1000 : measure,
                            .hyphen = hyphen_width(lay, p),
                            .looseness =
                                p->looseness == LOOSENESS_FILLED ? LOOSENESS_FILLED : LOOSENESS_NONE};
    line_breaks_find(&k, p);
    justified_breaks(&k, p);
    if (p->looseness == LOOSENESS_SHORTER) shorter_breaks(&k, p);
    return k;
}

static void break_lines(struct layout_context *lay, struct paragraph *p, int32_t measure, bool even)
{
    p->nlines = 0;
    if (!p->text.n) return;
    struct arena_mark mark = arena_mark(lay->job->scratch);
    paragraph_measure(lay->job->scratch, p);
    struct line_breaks k = best_breaks(lay, p, measure);
    if (even) even_lines_choose(&k, p);
    p->ragged = !k.justified;
    p->reach = k.reach;
    p->nlines = line_breaks_lines(&k);
    p->lines = ARENA_MANY(lay->passing, struct paragraph_line, p->nlines);
    size_t at = p->nlines;
    for (size_t j = k.list.n - 1; j; j = k.list.at[j].before)
        make_line(lay, p, &k, &k.list.at[j], &p->lines[--at]);
    p->at = p->end = NULL;
    p->spaces = p->khmer = NULL;
    arena_reset(lay->job->scratch, mark);
}

void paragraph_break(struct layout_context *lay, struct paragraph *p, int32_t measure)
{
    break_lines(lay, p, measure, false);
}

void paragraph_break_balanced(struct layout_context *lay, struct paragraph *p, int32_t measure)
{
    break_lines(lay, p, measure, true);
}
