#include "layout/block/run_in.h"

#include "layout/paragraph/paragraph_break.h"

bool run_in_put(struct layout_context *lay, struct area *area, const struct node *source)
{
    const struct node *before = source->parent->first;
    struct box *last = galley_last(area->galley);
    while (before != source && before->next != source) before = before->next;
    if (before == source || !last || last->kind != BOX_BAND) return false;
    const struct paragraph *words = paragraph_collect(lay, before, area);
    struct paragraph *p = paragraph_collect(lay, source, area);
    paragraph_break(lay, p, area->width);
    int32_t used = words->nlines ? words->lines[words->nlines - 1].width + p->style.size : area->width;
    if (p->nlines != 1 || used + p->widest > area->width) return false;
    size_t n = 0;
    struct item *it = paragraph_finish(lay, p, &p->lines[0], area->x + used, last->first, p->widest, &n);
    struct item *all = ARENA_MANY(lay->job->keep, struct item, last->nitems + n);
    memcpy(all, last->items, last->nitems * sizeof *all);
    memcpy(all + last->nitems, it, n * sizeof *all);
    last->items = all;
    last->nitems += n;
    return true;
}
