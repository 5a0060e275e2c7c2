#include "read/notes_ahead.h"

#include "read/note/note.h"

#include <stdatomic.h>

struct note_ahead { /* a file */
    const struct input_note *file;
    const struct source *source;
    const struct doc *doc;
    struct diags *told;
    bool done;
};

struct notes_ahead {
    struct note_ahead *all;
    size_t n;
    const struct job *job;
    struct arena **keeps; /* one a thread */
    atomic_size_t next, hands;
};

/* Nothing else in a text asks for them. */
static bool may_ask_for_pictures(struct str text)
{
    static const char *const SIGNS[] = {"![", "<img", "<IMG"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_find(text, str_of(SIGNS[i]), 0) != SIZE_MAX) return true;
    return false;
}

static void read_ahead(const struct job *job, struct note_ahead *x)
{
    struct job own = *job;
    if (note_format_at(x->file->format)->open) return;
    own.diags = diags_new(job->keep);
    x->told = own.diags;
    x->source = input_source(&own, x->file->path, false);
    if (x->source && may_ask_for_pictures(x->source->text)) return;
    if (x->source) x->doc = note_read(&own, x->source, x->file->lang, (enum note_format_kind)x->file->format);
    x->done = own.images == job->images;
}

/* Where memory runs out, what is left is read in its turn, and fails there. */
static void take_notes(void *with)
{
    struct notes_ahead *a = with;
    struct job job = *a->job;
    struct arena *volatile scratch = NULL;
    jmp_buf back;
    job.keep = a->keeps[atomic_fetch_add(&a->hands, 1)];
    arena_back(job.keep, &back);
    if (!setjmp(back)) {
        job.scratch = scratch = arena_new_like(job.keep);
        for (size_t i; (i = atomic_fetch_add(&a->next, 1)) < a->n;) read_ahead(&job, &a->all[i]);
    }
    arena_free(scratch);
}

struct notes_ahead *notes_ahead_read(struct job *job, const struct input_note *files, size_t n)
{
    struct notes_ahead *a = ARENA_ONE(job->keep, struct notes_ahead);
    size_t most = (size_t)job->options->threads < n ? (size_t)job->options->threads : n;
    a->all = ARENA_MANY(job->keep, struct note_ahead, n);
    a->n = n;
    a->job = job;
    a->keeps = ARENA_MANY(job->keep, struct arena *, most);
    for (size_t i = 0; i < n; i++) a->all[i].file = &files[i];
    for (size_t i = 0; i < most; i++) a->keeps[i] = arena_new_like(job->keep);
    if (most > 1) thread_pool_run(job->pool, most, take_notes, a);
    for (size_t i = 0; i < most; i++) arena_join(job->keep, a->keeps[i]);
    return a;
}

bool notes_ahead_take(struct job *job, const struct notes_ahead *a, size_t i, const struct doc **doc)
{
    const struct note_ahead *x = &a->all[i];
    if (!x->done) return false;
    diag_merge(job->diags, x->told);
    *doc = x->doc;
    return true;
}
