#include "app/document/document_files.h"

#include "app/document/document_pages.h"
#include "app/writers.h"

struct to_write {
    const struct writer *writer;
    struct output *file;
};

struct aside {         /* what is made of the tree alone, and asks for pages where it needs them */
    struct work *work; /* whose it is */
    struct work own;   /* the same with a job of its own */
    struct to_write *list;
    size_t n;
    struct thread_pool_task task;
    bool started;
    struct latch laid; /* shut until the work has its pages, or will have none */
};

/* -- one file -------------------------------------------------------------------------------------------- */

static bool find_file(const struct work *w, const struct writer *writer, struct str *bytes)
{
    return w->job.memo && memo_find(w->job.memo, document_pages_key(w, MEMO_FILE, writer->kind), bytes);
}

static bool write_file(struct work *w, const struct to_write *t)
{
    size_t told = w->job.diags->list.n;
    struct str *bytes = &t->file->bytes;
    w->writing = w->job.keep = arena_new_like(w->lasting);
    bool good = t->writer->write(w, bytes);
    if (good && bytes->n) bytes->s = arena_hand_over(w->writing, w->lasting, (char *)bytes->s, bytes->n);
    w->job.keep = w->lasting;
    arena_free(w->writing);
    w->writing = NULL;
    if (good && w->job.diags->list.n == told)
        memo_keep(w->job.memo, document_pages_key(w, MEMO_FILE, t->writer->kind), *bytes);
    return good;
}

/* -- beside ---------------------------------------------------------------------------------------------- */

static void free_own(struct work *own)
{
    arena_free(own->writing);
    arena_free(own->version);
    arena_free(own->job.scratch);
    own->writing = own->version = own->job.scratch = NULL;
}

static void open_own(struct aside *s)
{
    struct work *own = &s->own;
    *own = *s->work;
    own->laid = &s->laid;
    own->of = s->work;
    own->writing = own->version = own->job.scratch = NULL;
    own->lasting = NULL;
    own->lasting = own->job.keep = arena_new_like(s->work->lasting);
    own->version = arena_new_like(own->lasting);
    own->job.scratch = arena_new_like(own->lasting);
    own->job.diags = diags_new(own->lasting);
    own->good = true;
}

static struct aside *open_aside(struct work *w, size_t nwriters)
{
    struct aside *s = ARENA_ONE(w->lasting, struct aside);
    s->work = w;
    s->list = ARENA_MANY(w->lasting, struct to_write, nwriters);
    latch_new(&s->laid);
    w->aside = s;
    open_own(s);
    return s;
}

/* Memory that is exhausted here is told by who waits. */
static void write_aside(void *with)
{
    struct aside *s = with;
    struct work *own = &s->own;
    jmp_buf back;
    arena_back(own->lasting, &back);
    arena_back(own->version, &back);
    arena_back(own->job.scratch, &back);
    if (setjmp(back)) {
        own->exhausted = true;
    } else {
        for (size_t i = 0; i < s->n && own->good; i++) own->good = write_file(own, &s->list[i]);
    }
    free_own(own);
}

static void start(struct aside *s)
{
    if (s->n && !s->started) s->started = thread_pool_start(s->work->job.pool, &s->task, write_aside, s);
}

/* Its bytes become the work's, and what it told. */
static void finish(struct aside *s)
{
    struct work *w = s->work;
    if (s->started)
        thread_pool_join(&s->task);
    else
        write_aside(s);
    s->started = false;
    if (s->own.exhausted) arena_fail(w->lasting, 0);
    for (size_t i = 0; i < s->n && s->own.good; i++) {
        struct str *bytes = &s->list[i].file->bytes;
        if (bytes->n) bytes->s = arena_hand_over(s->own.lasting, w->lasting, (char *)bytes->s, bytes->n);
    }
    diag_merge(w->job.diags, s->own.job.diags);
    w->good = s->own.good;
}

void document_files_end(struct work *w)
{
    struct aside *s = w->aside;
    if (!s) return;
    w->aside = NULL;
    latch_open(&s->laid);
    if (s->started) thread_pool_join(&s->task);
    latch_free(&s->laid);
    free_own(&s->own);
    arena_free(s->own.lasting);
}

/* -- all ------------------------------------------------------------------------------------------------- */

/* What builds before made is there; the others wait in line. */
static bool list_files(struct work *w, struct to_write *print, struct aside *s)
{
    size_t n;
    bool all = true;
    const struct writer *writers = writers_all(&n);
    for (size_t i = 0; i < n; i++) {
        if (!(w->wanted.written & 1U << writers[i].kind)) continue;
        struct output *file = &w->files[w->nfiles++];
        file->name = writers_file(w->lasting, &writers[i], w->wanted.name);
        if (find_file(w, &writers[i], &file->bytes)) continue;
        struct to_write *to = writers[i].kind == WRITTEN_PDF ? print : &s->list[s->n++];
        *to = (struct to_write){&writers[i], file};
        all = false;
    }
    return all;
}

/* Then its PDF is the first of its files. */
static bool is_printed(const struct work *w)
{
    return w->wanted.written & 1U << WRITTEN_PDF;
}

/* Again where a file is missing, or where laying it out had something to tell. */
static void lay_out(struct work *w, bool all)
{
    if (!is_printed(w)) return;
    all ? (void)document_pages_sides(w, true) : document_pages_need(w);
}

void document_files_write(struct work *w)
{
    size_t n;
    struct to_write print = {0};
    writers_all(&n);
    w->files = ARENA_MANY(w->lasting, struct output, n);
    struct aside *s = open_aside(w, n);
    bool all = list_files(w, &print, s);
    start(s);
    lay_out(w, all);
    latch_open(&s->laid);
    start(s);
    w->good = !print.writer || write_file(w, &print);
    if (w->good) finish(s);
    document_files_end(w);
    if (is_printed(w)) w->files[0].pages = w->npages;
}
