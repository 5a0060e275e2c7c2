/* The library: the whole way, one call a stage: build_read → build_open (gate_pass, survey_of) → build_run
 * (compose, layout, pdf_write) → outputs_publish. */
#include "sastra.h"

#include "app/accept.h"
#include "app/build.h"
#include "app/document_names.h"
#include "app/form_template.h"
#include "app/kept.h"
#include "app/outputs.h"
#include "app/todo.h"
#include "version.h"

#include <unistd.h>

/* The header's numbers never change. */
static const enum lang LANGUAGES[] = {[SASTRA_EN] = LANG_EN, [SASTRA_KM] = LANG_KM};
_Static_assert((int)SASTRA_NOTE == (int)SEVERITY_NOTE && (int)SASTRA_ERROR == (int)SEVERITY_ERROR,
               "severities are the same");

struct sastra_run { /* one check, build or accept, and what it told */
    struct job job;
    struct work *works; /* as many as there are documents */
    size_t nworks;
    size_t *pages; /* by document */
    bool *built;
    struct changes_list changes; /* what was replaced, until it is asked for */
};

struct sastra {
    struct arena *own; /* it lives there itself, with the options */
    struct options options;
    bool check_output;
    struct kept *kept;       /* what one reading leaves for the next; NULL where there will be none */
    struct job job;          /* of reading; what is told there is told by every run again */
    struct diags *of_output; /* what opening told of the output folder: the next build tells it */
    jmp_buf back;            /* of the call under way: memory is exhausted */
    bool exhausted;
    struct corpus *corpus; /* NULL: there is nothing to make documents of */
    struct resources shared;
    struct wanted *wanted;
    size_t nwanted;
    const char **forms; /* their ids */
    struct sastra_run run;
};

/* -- a call -- */

/* Runs what a call is for. Where memory runs out there, it comes back here. */
static enum sastra_status guarded(struct sastra *h, enum sastra_status (*stage)(struct sastra *, void *),
                                  void *with)
{
    if (!h) return SASTRA_USAGE;
    if (h->exhausted) return SASTRA_NO_MEMORY;
    if (setjmp(h->back)) {
        h->exhausted = true;
        return SASTRA_NO_MEMORY;
    }
    return stage(h, with);
}

static void end_run(struct sastra_run *run)
{
    changes_close(&run->changes);
    if (run->works) build_free(run->works, run->nworks);
    arena_free(run->job.scratch);
    arena_free(run->job.keep);
    *run = (struct sastra_run){0};
}

/* A new run, told what the list holds. */
static struct job *begin_run(struct sastra *h, const struct diags *told)
{
    struct sastra_run *run = &h->run;
    end_run(run);
    run->job = h->job;
    run->job.keep = run->job.scratch = NULL;
    run->job.keep = arena_new_like(h->own);
    run->job.scratch = arena_new_like(h->own);
    run->job.diags = diags_new(run->job.keep);
    run->pages = ARENA_MANY(run->job.keep, size_t, h->nwanted + 1);
    run->built = ARENA_MANY(run->job.keep, bool, h->nwanted + 1);
    if (told) diag_merge(run->job.diags, told);
    return &run->job;
}

static void settle(struct job *job)
{
    diag_sort(job->diags);
    diag_fold(job->diags);
}

static enum sastra_status status_of(const struct job *job)
{
    return diag_count(job->diags, SEVERITY_ERROR) ? SASTRA_TOLD : SASTRA_GOOD;
}

/* -- open, close -- */

static int processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > 16 ? 16 : (int)n;
}

static bool is_language(enum sastra_language language)
{
    return (size_t)language < sizeof LANGUAGES / sizeof *LANGUAGES;
}

/* What of the caller's options this version knows. */
static bool take_options(const struct sastra_options *from, struct sastra_options *o)
{
    *o = (struct sastra_options){.size = sizeof *o};
    if (from && from->size < sizeof from->size) return false;
    if (from) memcpy(o, from, from->size < sizeof *o ? from->size : sizeof *o);
    if (!o->input) o->input = "input";
    if (!o->output) o->output = "out";
    if (!o->fonts) o->fonts = "";
    return *o->input && *o->output && o->threads >= 0 && o->threads <= 256 && is_language(o->language);
}

static void set_options(struct sastra *h, const struct sastra_options *o)
{
    struct arena *keep = h->own;
    h->options.input = str_copy(keep, str_of(o->input));
    h->options.output = str_copy(keep, str_of(o->output));
    h->options.fonts = str_copy(keep, str_of(o->fonts));
    h->options.lang = LANGUAGES[o->language];
    h->options.strict = o->strict;
    h->options.adopt = o->adopt;
    h->options.threads = o->threads ? o->threads : processors();
    h->check_output = o->check_output;
}

static struct sastra *new_handle(const struct sastra_options *o)
{
    jmp_buf back;
    struct arena *volatile keep = NULL;
    if (setjmp(back)) {
        arena_free(keep);
        return NULL;
    }
    keep = arena_new_with((struct arena_failure){o->no_memory, o->with, &back});
    struct sastra *h = ARENA_ONE(keep, struct sastra);
    h->own = keep;
    arena_back(keep, &h->back);
    return h;
}

/* What can be made of the folder. */
static void list_made(struct sastra *h)
{
    struct job *job = &h->job;
    accept_check(job, h->corpus);
    h->wanted = compose_list(job->keep, h->corpus, &h->nwanted);
    h->forms = ARENA_MANY(job->keep, const char *, h->corpus->nforms + 1);
    for (size_t i = 0; i < h->corpus->nforms; i++)
        h->forms[i] = str_copy(job->keep, h->corpus->forms[i].id).s;
}

/* Before anything is read at length. False: told with all else. */
static bool check_output(struct sastra *h)
{
    struct job of_output = h->job;
    of_output.diags = diags_new(h->job.keep);
    if (!outputs_check(&of_output)) return diag_merge(h->job.diags, of_output.diags), false;
    h->of_output = of_output.diags;
    return true;
}

static enum sastra_status read_folder(struct sastra *h)
{
    struct job *job = &h->job;
    job->keep = arena_new_like(h->own);
    job->scratch = arena_new_like(h->own);
    job->memo = h->kept ? h->kept->memo : NULL;
    job->diags = diags_new(job->keep);
    job->options = &h->options;
    job->pool = thread_pool_new(job->keep, h->options.threads);
    if (!h->check_output || check_output(h)) h->corpus = build_read(job);
    if (h->corpus) list_made(h);
    /* What the machine failed to read is nobody's fault, and the last good files say more. */
    if (diag_has(job->diags, DIAG_FILE_FAILED)) h->corpus = NULL;
    struct job *told = begin_run(h, job->diags);
    settle(told);
    return h->corpus ? status_of(told) : SASTRA_NOTHING;
}

static enum sastra_status open_folder(struct sastra *h, void *with)
{
    const struct sastra_options *o = with;
    set_options(h, o);
    if (o->reopened) h->kept = kept_new(h->own);
    return read_folder(h);
}

enum sastra_status sastra_open(const struct sastra_options *options, struct sastra **folder)
{
    struct sastra_options o;
    if (!folder) return SASTRA_USAGE;
    *folder = NULL;
    if (!take_options(options, &o)) return SASTRA_USAGE;
    *folder = new_handle(&o);
    return *folder ? guarded(*folder, open_folder, &o) : SASTRA_NO_MEMORY;
}

/* All that was read and made, but what is kept. */
static void forget(struct sastra *h)
{
    end_run(&h->run);
    if (!h->exhausted) build_close(&h->shared); /* HarfBuzz does not close what it got no memory for */
    arena_free(h->job.scratch);
    arena_free(h->job.keep);
    h->job = (struct job){0};
    h->shared = (struct resources){0};
    h->of_output = NULL;
    h->corpus = NULL;
    h->wanted = NULL;
    h->nwanted = 0;
    h->forms = NULL;
}

static enum sastra_status reopen(struct sastra *h, void *with)
{
    (void)with;
    forget(h);
    if (h->kept) memo_turn(h->kept->memo);
    return read_folder(h);
}

enum sastra_status sastra_reopen(struct sastra *folder)
{
    return guarded(folder, reopen, NULL);
}

const char *sastra_fonts(const struct sastra *folder)
{
    return folder && folder->job.options && folder->job.options->fonts.n ? folder->job.options->fonts.s
                                                                         : NULL;
}

void sastra_close(struct sastra *h)
{
    if (!h) return;
    forget(h);
    if (!h->exhausted) kept_free(h->kept);
    arena_free(h->own);
}

/* -- check, build -- */

static struct job *begin_documents(struct sastra *h)
{
    bool opened = !h->corpus || h->shared.fonts || build_open(&h->job, h->corpus, h->kept, &h->shared);
    if (!opened || diag_has(h->job.diags, DIAG_FILE_FAILED)) {
        settle(begin_run(h, h->job.diags));
        return NULL;
    }
    struct job *job = begin_run(h, h->job.diags);
    if (!h->corpus) return settle(job), NULL;
    h->corpus->told = job->diags; /* errors are marked in the documents too */
    return job;
}

/* Composes, lays out and (to BUILD_FILES) writes documents; at: their numbers. False where one failed. */
static bool run_documents(struct sastra *h, const struct wanted *wanted, const size_t *at, size_t n,
                          enum build_stage stage)
{
    struct sastra_run *run = &h->run;
    bool good = true;
    run->works = ARENA_MANY(run->job.keep, struct work, n + 1);
    run->nworks = n;
    compose_tell(&run->job, h->shared.survey);
    build_run(&run->job, &h->shared, wanted, n, stage, run->works);
    for (size_t i = 0; i < n; i++) {
        run->pages[at[i]] = run->works[i].npages;
        good = good && run->works[i].good;
    }
    settle(&run->job);
    return good;
}

struct sastra_choice { /* names that documents are asked for by, and those documents */
    const char *const *names;
    size_t nnames;
    struct wanted *wanted;
    size_t *at;
    size_t n;
};

static bool is_chosen(const struct sastra *h, const struct sastra_choice *c, size_t i)
{
    bool chosen = !c->nnames;
    for (size_t k = 0; k < c->nnames && !chosen; k++)
        chosen = document_names_mean(h->wanted, h->nwanted, i, str_of(c->names[k]));
    return chosen;
}

/* The documents asked for, in their order. False where a name is none of theirs. */
static bool choose(struct sastra *h, struct sastra_choice *c)
{
    size_t first;
    for (size_t k = 0; k < c->nnames; k++)
        if (!c->names[k] || !document_names_count(h->wanted, h->nwanted, str_of(c->names[k]), &first))
            return false;
    c->wanted = ARENA_MANY(h->run.job.keep, struct wanted, h->nwanted + 1);
    c->at = ARENA_MANY(h->run.job.keep, size_t, h->nwanted + 1);
    for (size_t i = 0; i < h->nwanted; i++)
        if (is_chosen(h, c, i)) {
            c->at[c->n] = i;
            c->wanted[c->n++] = h->wanted[i];
        }
    return true;
}

static enum sastra_status check(struct sastra *h, void *with)
{
    struct sastra_choice all = {0};
    struct job *job = begin_documents(h);
    (void)with;
    if (!job) return SASTRA_NOTHING;
    choose(h, &all);
    run_documents(h, all.wanted, all.at, all.n, BUILD_PAGES);
    return status_of(job);
}

/* Once more where a font fails that looked sound. */
static enum sastra_status make_documents(struct sastra *h, struct sastra_choice *c)
{
    bool good;
    do {
        struct job *job = begin_documents(h);
        c->n = 0;
        if (!job) return SASTRA_NOTHING;
        if (!choose(h, c)) return settle(job), SASTRA_NO_SUCH;
        good = run_documents(h, c->wanted, c->at, c->n, BUILD_FILES);
    } while (!good && build_mend(&h->job, &h->shared));
    return good ? SASTRA_GOOD : SASTRA_NOTHING;
}

static enum sastra_status build(struct sastra *h, void *with)
{
    struct sastra_choice *c = with;
    enum sastra_status status = make_documents(h, c);
    struct job *job = &h->run.job;
    if (status != SASTRA_GOOD) return status;
    if ((h->corpus->event.final || h->options.strict) && diag_count(job->diags, SEVERITY_ERROR))
        return SASTRA_NOTHING;
    if (diag_has(job->diags, DIAG_FILE_FAILED)) return SASTRA_NOTHING;
    bool good = outputs_publish(job, &h->shared, h->run.works, c->n, c->nnames > 0, &h->run.changes);
    if (h->of_output) diag_merge(job->diags, h->of_output);
    h->of_output = NULL;
    settle(job);
    if (!good) changes_close(&h->run.changes);
    if (!good) return SASTRA_NOTHING;
    for (size_t i = 0; i < c->n; i++) h->run.built[c->at[i]] = true;
    return status_of(job);
}

enum sastra_status sastra_check(struct sastra *folder)
{
    return guarded(folder, check, NULL);
}

enum sastra_status sastra_build(struct sastra *folder, const char *const *names, size_t n)
{
    struct sastra_choice choice = {.names = names, .nnames = n};
    return n && !names ? SASTRA_USAGE : guarded(folder, build, &choice);
}

struct sastra_question { /* what is asked, and the answer */
    const char *form;
    size_t i;
    enum lang lang;
    bool colour;
    struct sastra_complaint *complaint;
    const char *text;
};

static enum sastra_status tell_changes(struct sastra *h, void *with)
{
    struct sastra_question *q = with;
    q->text = str_copy(h->run.job.keep, changes_text(&h->run.job, &h->run.changes, q->lang)).s;
    return SASTRA_GOOD;
}

const char *sastra_changes(struct sastra *folder, enum sastra_language language)
{
    struct sastra_question q = {0};
    if (!is_language(language)) return NULL;
    q.lang = LANGUAGES[language];
    return guarded(folder, tell_changes, &q) == SASTRA_GOOD ? q.text : NULL;
}

/* -- translations -- */

/* Whether it tells that a file, or what lies in a folder, was not read at all. */
static bool is_unread(enum diag_code code)
{
    static const enum diag_code CODES[] = {DIAG_FILE_UNREADABLE, DIAG_FOLDER_UNREADABLE, DIAG_FILE_KIND,
                                           DIAG_FILE_BIG, DIAG_FILE_OUTSIDE};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (code == CODES[i]) return true;
    return false;
}

/* A run on the notes as they were read: what could not be is missing from it, and told. */
static struct job *begin_notes(struct sastra *h)
{
    struct job *job = begin_run(h, h->corpus ? NULL : h->job.diags);
    for (size_t i = 0; h->corpus && i < h->job.diags->list.n; i++) {
        const struct diag *d = &h->job.diags->list.at[i];
        if (is_unread(d->code)) diag_add(job->diags, d->code, d->place, d->args);
    }
    return job;
}

static enum sastra_status accept_note(struct sastra *h, void *with)
{
    const char *note = with;
    struct job *job = begin_notes(h);
    bool good = h->corpus && accept_write(job, h->corpus, note ? str_of(note) : (struct str){0});
    settle(job);
    return good ? status_of(job) : SASTRA_NOTHING;
}

enum sastra_status sastra_accept(struct sastra *folder, const char *note)
{
    return guarded(folder, accept_note, (void *)note);
}

struct sastra_work {  /* a list of it, asked for */
    const char *file; /* NULL: as text */
    const char **text;
    size_t *n;
};

static enum sastra_status list_todo(struct sastra *h, void *with)
{
    struct sastra_work *w = with;
    struct job *job = begin_notes(h);
    struct todo *t = h->corpus ? todo_new(job, h->corpus) : NULL;
    bool good = t && (!w->file || todo_write(job, t, w->file));
    if (good && w->text) *w->text = str_copy(h->job.keep, todo_text(job, t)).s;
    if (good && w->n) *w->n = todo_count(t) + (w->file ? 0 : todo_documents(t));
    settle(job);
    return good ? status_of(job) : SASTRA_NOTHING;
}

enum sastra_status sastra_todo(struct sastra *folder, const char **text, size_t *n)
{
    struct sastra_work w = {.text = text, .n = n};
    return guarded(folder, list_todo, &w);
}

enum sastra_status sastra_todo_write(struct sastra *folder, const char *file, size_t *n)
{
    struct sastra_work w = {.file = file, .n = n};
    return file && *file ? guarded(folder, list_todo, &w) : SASTRA_USAGE;
}

/* -- documents, forms -- */

/* A struct to a caller that may know less of it, or more. Both begin with their size. */
static enum sastra_status give(void *to, const void *from, size_t n)
{
    size_t size;
    memcpy(&size, to, sizeof size);
    if (size < sizeof size) return SASTRA_USAGE;
    size_t least = size < n ? size : n;
    memcpy((char *)to + sizeof size, (const char *)from + sizeof size, least - sizeof size);
    return SASTRA_GOOD;
}

size_t sastra_document_count(const struct sastra *folder)
{
    return folder ? folder->nwanted : 0;
}

enum sastra_status sastra_document_at(const struct sastra *folder, size_t i, struct sastra_document *document)
{
    if (!folder || !document) return SASTRA_USAGE;
    if (folder->exhausted) return SASTRA_NO_MEMORY;
    if (i >= folder->nwanted) return SASTRA_NO_SUCH;
    const struct wanted *w = &folder->wanted[i];
    struct sastra_document d = {sizeof d, w->name.s, compose_family(w), folder->run.pages[i],
                                folder->run.built[i]};
    return give(document, &d, sizeof d);
}

int sastra_document_is(const struct sastra *folder, size_t i, const char *name)
{
    return folder && name && i < folder->nwanted &&
           document_names_mean(folder->wanted, folder->nwanted, i, str_of(name));
}

size_t sastra_form_count(const struct sastra *folder)
{
    return folder && folder->forms ? folder->corpus->nforms : 0;
}

const char *sastra_form(const struct sastra *folder, size_t i)
{
    return i < sastra_form_count(folder) ? folder->forms[i] : NULL;
}

static enum sastra_status find_template(struct sastra *h, void *with)
{
    struct sastra_question *q = with;
    for (size_t i = 0; i < sastra_form_count(h); i++) {
        const struct form *form = &h->corpus->forms[i];
        if (!str_is(form->id, q->form)) continue;
        q->text = form_template_head(h->run.job.keep, form).s;
        return SASTRA_GOOD;
    }
    return SASTRA_NO_SUCH;
}

enum sastra_status sastra_form_template(struct sastra *folder, const char *form, const char **line)
{
    struct sastra_question q = {.form = form};
    if (!form || !line) return SASTRA_USAGE;
    enum sastra_status status = guarded(folder, find_template, &q);
    *line = q.text;
    return status;
}

/* -- what was told -- */

size_t sastra_complaint_count(const struct sastra *folder)
{
    return folder && !folder->exhausted ? folder->run.job.diags->list.n : 0;
}

size_t sastra_severity_count(const struct sastra *folder, enum sastra_severity severity)
{
    return folder && !folder->exhausted ? diag_count(folder->run.job.diags, (enum severity)severity) : 0;
}

static const char *c_string(struct arena *a, struct str s)
{
    return str_copy(a, s).s;
}

static enum sastra_status fill_complaint(struct sastra *h, void *with)
{
    struct sastra_question *q = with;
    struct arena *a = h->run.job.keep;
    if (q->i >= h->run.job.diags->list.n) return SASTRA_NO_SUCH;
    const struct diag *d = &h->run.job.diags->list.at[q->i];
    struct position at = place_position(d->place);
    struct sastra_complaint c = {
        .size = sizeof c,
        .file = d->place.source ? c_string(a, d->place.source->path) : "",
        .line = at.line,
        .column = at.column,
        .severity = (enum sastra_severity)diag_severity(d->code),
        .code = diag_name(d->code),
        .text = c_string(a, diag_message(a, d, q->lang)),
        .cure = c_string(a, diag_cure(a, d, q->lang)),
        .stands_for = 1 + d->more,
    };
    return give(q->complaint, &c, sizeof c);
}

enum sastra_status sastra_complaint_at(struct sastra *folder, size_t i, enum sastra_language language,
                                       struct sastra_complaint *complaint)
{
    struct sastra_question q = {.i = i, .lang = LANGUAGES[language], .complaint = complaint};
    return complaint && is_language(language) ? guarded(folder, fill_complaint, &q) : SASTRA_USAGE;
}

static enum sastra_status print_complaint(struct sastra *h, void *with)
{
    struct sastra_question *q = with;
    struct buf b = BUF(h->run.job.keep);
    if (q->i >= h->run.job.diags->list.n) return SASTRA_NO_SUCH;
    diag_print(&b, &h->run.job.diags->list.at[q->i], q->lang, q->colour);
    q->text = buf_str(&b).s;
    return SASTRA_GOOD;
}

const char *sastra_complaint_lines(struct sastra *folder, size_t i, enum sastra_language language, int colour)
{
    struct sastra_question q = {.i = i, .lang = LANGUAGES[language], .colour = colour};
    return is_language(language) && guarded(folder, print_complaint, &q) == SASTRA_GOOD ? q.text : NULL;
}

const char *sastra_version(void)
{
    return VERSION;
}
