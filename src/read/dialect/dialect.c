#include "read/dialect/dialect.h"

#include "read/dialect/block_syntax.h"
#include "read/dialect/inline_syntax.h"
#include "read/dialect/remark.h"

static void lead_back_told(const struct dialect *d, struct job *job)
{
    for (size_t i = d->told; i < job->diags->list.n; i++)
        job->diags->list.at[i].place = dialect_place(d, job->diags->list.at[i].place);
}

struct dialect *dialect_new(struct job *job, const struct source *source, size_t from, enum lang lang)
{
    struct dialect *d = ARENA_ONE(job->scratch, struct dialect);
    d->typed = d->source = source;
    d->told = job->diags->list.n;
    d->steps[0] = remark_take_out(job, d->source, from);
    d->source = rewriting_done(d->steps[0], job->keep);
    d->steps[1] = block_syntax_rewrite(job, d->source, from, lang);
    d->source = rewriting_done(d->steps[1], job->keep);
    d->steps[2] = inline_syntax_rewrite(job, d->source, from, &d->pictures);
    d->source = rewriting_done(d->steps[2], job->keep);
    return d;
}

/* Places told on the way are in the source of their own step. */
struct place dialect_place(const struct dialect *d, struct place p)
{
    bool ours = p.source && p.source != d->typed && p.source->path.s == d->typed->path.s;
    if (!ours || p.offset == PLACE_WHOLE_FILE) return p;
    size_t step = DIALECT_STEPS;
    while (step && d->steps[step - 1]->from != p.source) step--;
    if (!step) step = DIALECT_STEPS + 1; /* the last one's own, or a copy of it */
    for (step--; step; step--)
        if (d->steps[step - 1]->changed) p.offset = (uint32_t)rewriting_was(d->steps[step - 1], p.offset);
    p.source = d->typed;
    return p;
}

/* -- all that was read -- */

static const struct block *after(const struct block *b, const struct block *top)
{
    if (b->first) return b->first;
    while (b != top && !b->next) b = b->parent;
    return b == top ? NULL : b->next;
}

static void lead_back_picture(const struct dialect *d, const struct picture *shown)
{
    struct picture *p = (struct picture *)(uintptr_t)shown;
    if (!p) return;
    p->place = dialect_place(d, p->place);
    for (int l = 0; l < LANG_N; l++) p->alt_place[l] = dialect_place(d, p->alt_place[l]);
}

static void lead_back_block(const struct dialect *d, struct block *b)
{
    b->place = dialect_place(d, b->place);
    lead_back_picture(d, b->picture);
    for (size_t i = 0; i < b->spans.n; i++) {
        b->spans.at[i].place = dialect_place(d, b->spans.at[i].place);
        lead_back_picture(d, b->spans.at[i].picture);
    }
}

static void lead_back_blocks(const struct dialect *d, struct block *top)
{
    for (struct block *b = top; b; b = (struct block *)(uintptr_t)after(b, top)) lead_back_block(d, b);
}

void dialect_lead_back(const struct dialect *d, struct job *job, struct block *root, struct footnote *notes)
{
    lead_back_told(d, job);
    lead_back_blocks(d, root);
    for (struct footnote *n = notes; n; n = n->next) {
        n->place = dialect_place(d, n->place);
        lead_back_blocks(d, n->body);
    }
}
