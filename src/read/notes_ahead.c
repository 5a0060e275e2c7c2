#include "read/notes_ahead.h"

#include "read/note/note.h"

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
};

/* Nothing else in a text asks for them. */
static bool may_ask_for_pictures(struct str text)
{
    static const char *const SIGNS[] = {"![", "<img", "<IMG"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_find(text, str_of(SIGNS[i]), 0) != SIZE_MAX) return true;
    return false;
}

/* What is told waits with it for its turn. */
static void read_ahead(struct job *job, void *with, size_t i)
{
    struct note_ahead *x = &((struct notes_ahead *)with)->all[i];
    struct job own = *job;
    if (note_format_at(x->file->format)->open) return;
    own.diags = diags_new(job->keep);
    x->told = own.diags;
    x->source = input_source(&own, x->file->path, false);
    if (x->source && may_ask_for_pictures(x->source->text)) return;
    if (x->source) x->doc = note_read(&own, x->source, x->file->lang, (enum note_format_kind)x->file->format);
    x->done = own.images == job->images;
}

struct notes_ahead *notes_ahead_read(struct job *job, const struct input_note *files, size_t n)
{
    struct notes_ahead *a = ARENA_ONE(job->keep, struct notes_ahead);
    a->all = ARENA_MANY(job->keep, struct note_ahead, n);
    a->n = n;
    for (size_t i = 0; i < n; i++) a->all[i].file = &files[i];
    if (job->options->threads > 1) job_share(job, n, read_ahead, a);
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
