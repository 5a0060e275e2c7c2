#include "app/build.h"

#include "app/document/document_files.h"
#include "app/document/document_pages.h"
#include "app/event_words.h"
#include "app/fonts_folder.h"
#include "app/kept.h"
#include "khmer/number.h"
#include "picture/scaled_picture.h"
#include "privacy/gate.h"
#include "privacy/photo_consent.h"
#include "privacy/shown_paths.h"
#include "read/read.h"
#include "text/shape_store.h"

#include <stdatomic.h>
#include <stdlib.h>

static long long epoch(void)
{
    const char *v = getenv("SOURCE_DATE_EPOCH");
    long seconds;
    return v && number_read(str_of(v), &seconds) && seconds >= 0 ? seconds : -1;
}

struct corpus *build_read(struct job *job)
{
    struct options *options = ARENA_ONE(job->keep, struct options);
    *options = *job->options;
    options->fonts = fonts_folder(job); /* drawings are set in them too */
    job->options = options;
    struct corpus *corpus = read_corpus(job);
    if (corpus) {
        photo_consent_keep(job, corpus);
        shown_paths_keep(job, corpus);
    }
    return corpus;
}

/* What people wrote passes the gate here, once, and is counted. */
static const struct survey *open_survey(struct job *job, const struct corpus *corpus)
{
    struct said_words words = compose_said_words(job->keep);
    return survey_of(job, corpus, gate_pass(job, corpus, &words));
}

static struct font_wish wish_of(const struct corpus *corpus)
{
    struct font_wish wish = {0};
    for (int l = 0; l < LANG_N; l++) {
        static const enum font_use USES[FONT_ROLES] = {FONT_BODY, FONT_DISPLAY};
        for (int r = 0; r < FONT_ROLES; r++) {
            wish.name[l][USES[r]] = corpus->event.fonts[l][r];
            wish.place[l][USES[r]] = corpus->event.fonts_place[l][r];
        }
    }
    return wish;
}

/* The words that the event has of its own, in the arena. */
static struct words *words_of(struct job *job, struct arena *a, const struct corpus *corpus)
{
    struct words *words = words_new(a);
    for (size_t i = 0; i < corpus->nnames; i++) words_add_name(words, corpus->names[i]);
    event_words_learn(job, corpus, words);
    return words;
}

static void open_new(struct job *job, const struct corpus *corpus, const struct font_wish *wish,
                     struct resources *shared)
{
    shared->fonts = font_set_open(job, wish);
    shared->words = words_of(job, job->keep, corpus);
    if (shared->fonts) shared->shaped = shape_store_new(job->keep, shared->fonts, shared->words);
}

static void open_kept(struct job *job, const struct corpus *corpus, const struct font_wish *wish,
                      struct resources *shared)
{
    struct arena *a = arena_new_like(job->keep);
    kept_fonts(shared->kept, job, wish);
    kept_words(shared->kept, a, words_of(job, a, corpus));
    shared->fonts = shared->kept->fonts;
    shared->words = shared->kept->words;
    shared->shaped = shared->kept->shaped;
    shared->state = kept_state(shared->kept);
}

bool build_open(struct job *job, const struct corpus *corpus, struct kept *kept, struct resources *shared)
{
    struct font_wish wish = wish_of(corpus);
    *shared = (struct resources){.corpus = corpus, .epoch = epoch(), .kept = kept};
    kept ? open_kept(job, corpus, &wish, shared) : open_new(job, corpus, &wish, shared);
    shared->survey = open_survey(job, corpus);
    shared->scaled = scaled_pictures_new(job->keep, corpus->event.photo_dpi);
    return shared->fonts != NULL;
}

bool build_mend(struct job *job, struct resources *shared)
{
    struct font_wish wish = wish_of(shared->corpus);
    if (shared->kept) {
        bool again = kept_mend(shared->kept, job, &wish);
        shared->shaped = shared->kept->shaped;
        shared->state = kept_state(shared->kept);
        return again;
    }
    shape_store_free(shared->shaped);
    shared->shaped = NULL;
    bool mended = font_set_mend(job, shared->fonts, &wish);
    if (mended) shared->shaped = shape_store_new(job->keep, shared->fonts, shared->words);
    return mended;
}

void build_close(struct resources *shared)
{
    scaled_pictures_free(shared->scaled);
    shared->scaled = NULL;
    if (!shared->kept) {
        shape_store_free(shared->shaped);
        font_set_close(shared->fonts);
    }
    shared->shaped = NULL;
    shared->fonts = NULL;
}

/* Where a node was born, or the nearest around it that was. */
static struct place place_of(const struct node *n)
{
    while (!n->place.source && n->parent) n = n->parent;
    return n->place;
}

/* A mistake of the program's own. */
static void check_tree(struct work *w)
{
    const struct node *bad = tree_check(w->tree);
    if (!bad) return;
    diag_tell(w->job.diags, DIAG_TREE_BROKEN, place_of(bad), w->wanted.name, str_of(role_name(bad->role)));
}

static void drop_version(struct work *w)
{
    arena_free(w->version);
    w->version = NULL;
    w->tree = NULL;
    w->pages = NULL;
    w->web = NULL;
    w->job.keep = w->lasting;
}

static void begin_version(struct work *w)
{
    drop_version(w);
    w->version = w->job.keep = arena_new_like(w->lasting);
}

/* A document that is written needs its pages no more: the next ones have their room. */
static void end_work(struct work *w)
{
    document_files_end(w);
    drop_version(w);
    arena_free(w->writing);
    w->writing = NULL;
    shaper_free(w->shaper);
    w->shaper = NULL;
    arena_free(w->job.scratch);
    w->job.scratch = NULL;
}

/* Composes a version; what an earlier one had to say is taken back. Lays it out where pages are asked for, or
 * where only they tell whether a shorter one is wanted. True where it fits on the pages that it may take. */
static bool try_version(struct work *w, enum build_stage stage, int less)
{
    const struct corpus *corpus = w->shared->corpus;
    begin_version(w);
    w->job.diags->list.n = 0;
    w->wanted.less = less;
    struct tree *tree = compose(&w->job, w->shared->survey, &w->wanted);
    w->print = compose_print(corpus, &w->wanted);
    tree->epoch = w->shared->epoch;
    w->tree = tree;
    check_tree(w);
    document_pages_name(w);
    bool last = w->wanted.less_of || less >= compose_shorter(corpus, &w->wanted);
    if (last && stage != BUILD_PAGES) return true;
    size_t sides = document_pages_sides(w, stage == BUILD_FILES);
    return w->print.fit_pages <= 0 || sides <= (size_t)w->print.fit_pages;
}

/* Finds the longest version that fits; the shortest where none does. */
static void find_version(struct work *w, enum build_stage stage)
{
    bool fits = try_version(w, stage, 0);
    int over = 0, under = compose_shorter(w->shared->corpus, &w->wanted), shown = 0;
    while (!fits && over + 1 < under) {
        shown = over + (under - over) / 2;
        if (try_version(w, stage, shown))
            under = shown;
        else
            over = shown;
    }
    if (!fits && under && shown != under) try_version(w, stage, under);
}

/* For each form's part by itself, then all of them: one that holds much takes nothing from the others. */
static void find_versions(struct work *w, enum build_stage stage)
{
    const struct corpus *c = w->shared->corpus;
    int *less_of = ARENA_MANY(w->lasting, int, c->nforms + 1);
    for (size_t i = 0; i < c->nforms; i++) {
        if (!c->forms[i].nreplies) continue;
        w->wanted.form = &c->forms[i];
        find_version(w, stage);
        less_of[i] = w->wanted.less;
    }
    w->wanted.form = NULL;
    w->wanted.less_of = less_of;
    try_version(w, stage, 0);
}

static void set(struct work *w, enum build_stage stage)
{
    w->shaper = shaper_on(&w->job, w->shared->shaped);
    compose_each_form(&w->wanted) ? find_versions(w, stage) : find_version(w, stage);
    w->good = true;
    if (stage != BUILD_FILES) return;
    document_files_write(w);
    end_work(w);
}

/* Memory that is exhausted ends the document; build_run ends the run. */
static void try_set(struct work *w, enum build_stage stage)
{
    jmp_buf back;
    arena_back(w->lasting, &back);
    arena_back(w->job.scratch, &back);
    if (setjmp(back)) {
        w->exhausted = true;
        end_work(w);
    } else {
        set(w, stage);
    }
    arena_back(w->lasting, NULL);
    if (w->job.scratch) arena_back(w->job.scratch, NULL);
    if (w->version) arena_back(w->version, NULL);
}

struct queue { /* what the threads take from */
    struct work *works;
    size_t n;
    enum build_stage stage;
    atomic_size_t next;
};

static void work_off(void *with)
{
    struct queue *s = with;
    for (size_t i; (i = atomic_fetch_add(&s->next, 1)) < s->n;) try_set(&s->works[i], s->stage);
}

void build_run(struct job *job, const struct resources *shared, const struct wanted *wanted, size_t n,
               enum build_stage stage, struct work *works)
{
    struct queue s = {.works = works, .n = n, .stage = stage};
    for (size_t i = 0; i < n; i++) {
        struct arena *keep = arena_new_like(job->keep);
        works[i] = (struct work){.shared = shared, .wanted = wanted[i], .lasting = keep};
        works[i].job.scratch = arena_new_like(job->keep);
        works[i].job.keep = keep;
        works[i].job.diags = diags_new(keep);
        works[i].job.options = job->options;
        works[i].job.pool = job->pool;
        works[i].job.memo = job->memo;
        works[i].job.scaled = shared->scaled;
    }
    thread_pool_run(job->pool, n, work_off, &s);
    for (size_t i = 0; i < n; i++) {
        if (works[i].exhausted) arena_fail(job->keep, 0);
        diag_merge(job->diags, works[i].job.diags);
    }
}

void build_free(struct work *works, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        end_work(&works[i]);
        arena_free(works[i].lasting);
    }
}
