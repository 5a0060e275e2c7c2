#include "layout/layout.h"

#include "layout/block.h"
#include "layout/flow.h"
#include "layout/footnotes.h"
#include "layout/front/hue.h"
#include "layout/imposition.h"
#include "layout/running_heads.h"
#include "layout/toc.h"
#include "layout/turned_page.h"

enum {
    SCALE_STEP = 50,
    LEAST_SCALE = 750,
    FEW = 5 /* per cent of a document's paragraphs: more that give the furthest are seen */
};

static void lay_begin(struct layout_context *lay, struct job *job, const struct tree *tree,
                      const struct print *print, const struct font_set *fonts, struct shaper *shaper,
                      int32_t scale, struct arena *passing)
{
    *lay = (struct layout_context){.job = job,
                                   .tree = tree,
                                   .print = print,
                                   .fonts = fonts,
                                   .shaper = shaper,
                                   .passing = passing,
                                   .look = style_look(tree, print, scale),
                                   .sheet = print->sheet};
    lay->pars = lay->marks = lay->positions = MAP(passing);
    lay->rooms.arena = passing;
    lay->pages = ARENA_ONE(job->keep, struct pages);
    lay->pages->arena = arena_new_within(job->keep);
    lay->starts_end = &lay->starts;
    lay->marked_end = &lay->marked;
    lay->unbuilt_end = &lay->unbuilt;
    lay->main = galley_new(passing, 0, lay->look.width);
    lay->spare = galley_new(passing, 0, lay->look.width);
    lay->out = (struct galley_output){.pages = lay->pages->arena,
                                      .arena = passing,
                                      .notes = galley_new(passing, 0, lay->look.width),
                                      .aside = galley_new(passing, 0, lay->look.width)};
    footnotes_find(lay);
}

/* All text, then the notes it marks. What begins where nothing follows begins at the end. */
static void lay_text(struct layout_context *lay)
{
    struct area area = {.galley = lay->main, .width = lay->look.width};
    block_put(lay, &area, lay->tree->root);
    area.galley->after = 0;
    area.galley->new_page = false;
    if (lay->starts) area_band(lay, &area, NULL, 0, 0, 0);
    footnotes_build(lay);
    footnotes_unmarked(lay, &area);
}

/* One style of paragraph a document: where those that should be justified cannot all be, or too many of them
 * only just, none is. */
static bool are_alike(const struct layout_context *lay)
{
    return !lay->even.unreached && lay->even.furthest * 100 <= lay->even.all * FEW;
}

static struct pages *lay_out(struct job *job, const struct tree *tree, const struct print *print,
                             const struct font_set *fonts, struct shaper *shaper, int32_t scale)
{
    struct arena *passing = arena_new_within(job->keep);
    struct layout_context lay;
    lay_begin(&lay, job, tree, print, fonts, shaper, scale, passing);
    lay_text(&lay);
    if (!are_alike(&lay)) {
        struct map shaped = lay.pars;
        struct cluster_rooms rooms = lay.rooms;
        pages_clear(lay.pages);
        lay_begin(&lay, job, tree, print, fonts, shaper, scale, passing);
        lay.pars = shaped;
        lay.rooms = rooms;
        lay.ragged = true;
        lay_text(&lay);
    }
    flow_pages(&lay);
    running_heads_labels(&lay);
    toc_fill(&lay);
    turned_page_tell(&lay);
    flow_marks(&lay);
    running_heads_put(&lay);
    arena_free(passing);
    return lay.pages;
}

struct pages *layout(struct job *job, const struct tree *tree, const struct print *print,
                     const struct font_set *fonts, struct shaper *shaper)
{
    struct pages *best = lay_out(job, tree, print, fonts, shaper, 1000);
    for (int32_t scale = 1000 - SCALE_STEP; print->fit_pages > 0 && print->shrink && scale >= LEAST_SCALE;
         scale -= SCALE_STEP) {
        if (best->list.n <= (size_t)print->fit_pages) break;
        struct pages *smaller = lay_out(job, tree, print, fonts, shaper, scale);
        bool better = smaller->list.n < best->list.n;
        pages_clear(better ? best : smaller);
        if (better) best = smaller;
    }
    if (print->leaf && best->sides > 1) best->duplex = DUPLEX_LONG_EDGE;
    imposition_join(job, print, tree, best);
    if (tree->has_colour) hue_apply(best, tree->colour);
    return best;
}
