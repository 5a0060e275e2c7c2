#include "base/map.h"
#include "model/label.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"

struct labels {
    struct job *job;
    struct map at, note, doc; /* label → the block that has it first, its note, its doc */
};

/* Its caption's, where it has one. */
static struct place place_of(const struct block *b)
{
    return b->spans.n ? b->spans.at[0].place : b->place;
}

static void *kept(const void *p)
{
    return (void *)(uintptr_t)p;
}

/* Both sides of a pair have one label: a note's, once in each language. */
static void add_label(struct labels *x, const struct note *note, const struct doc *d, const struct block *b)
{
    void **first = map_at_str(&x->at, b->label);
    const struct block *was = *first;
    if (!was) {
        *first = kept(b);
        *map_at_str(&x->note, b->label) = kept(note);
        *map_at_str(&x->doc, b->label) = kept(d);
    } else if (map_get_str(&x->note, b->label) != note || map_get_str(&x->doc, b->label) == d) {
        diag_tell(x->job->diags, DIAG_LABEL_TWICE, place_of(b), b->label,
                  place_text_line(x->job->keep, place_of(was)));
    }
}

static void add_doc(void *with, const struct note *note, const struct doc *d)
{
    for (const struct block *b = d->root; b; b = note_walk_next(d->root, b))
        if (b->label.n) add_label(with, note, d, b);
}

static void tell_span(const struct labels *x, const struct span *s)
{
    if (!(s->style & SPAN_REFERENCE) || map_has_str(&x->at, s->href)) return;
    if (label_name(x->job->scratch, s->href).n)
        diag_tell(x->job->diags, DIAG_LABEL_NOWHERE, s->place, s->href);
}

static void tell_blocks(const struct labels *x, const struct block *root)
{
    for (const struct block *b = root; b; b = note_walk_next(root, b))
        for (size_t i = 0; i < b->spans.n; i++) tell_span(x, &b->spans.at[i]);
}

static void tell_doc(void *with, const struct note *note, const struct doc *d)
{
    (void)note;
    tell_blocks(with, d->root);
    for (const struct footnote *f = d->notes; f; f = f->next) tell_blocks(with, f->body);
}

void check_labels(struct job *job, const struct corpus *c)
{
    struct labels x = {
        .job = job, .at = MAP(job->scratch), .note = MAP(job->scratch), .doc = MAP(job->scratch)};
    note_walk_docs(c, add_doc, &x);
    note_walk_docs(c, tell_doc, &x);
}
