/* The whole way for a folder: a walk of files, whatever they hold, to a document's PDF. */
#include "packed_folder.h"
#include "whole_way.h"

#include "app/accept.h"
#include "app/build.h"
#include "app/todo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Kept for the process's life. */
static struct arena *house;
static struct font_set *fonts;

/* One document an input, by chance that is the same each time: a change of the folder asks for another. */
static size_t pick(const uint8_t *data, size_t size, size_t n)
{
    return n ? (size_t)(str_hash((struct str){(const char *)data, size}) % n) : 0;
}

static void set_one(struct job *job, struct corpus *corpus, const uint8_t *data, size_t size)
{
    struct said_words said = compose_said_words(job->keep);
    size_t n;
    accept_check(job, corpus);
    if (todo_count(todo_new(job, corpus)) > 1000000) abort();
    struct words *words = words_new(job->keep);
    for (size_t i = 0; i < corpus->nnames; i++) words_add_name(words, corpus->names[i]);
    const struct survey *survey = survey_of(job, corpus, gate_pass(job, corpus, &said));
    compose_tell(job, survey);
    corpus->told = job->diags;
    struct wanted *wanted = compose_list(job->keep, corpus, &n);
    if (n) whole_way_set(job, survey, &wanted[pick(data, size, n)], fonts, words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.output = STR("/dev/null"), .fonts = STR("fonts"), .threads = 1};
    struct packed_folder folder;
    if (!house) house = arena_new(), fonts = whole_way_fonts(house, &options);
    packed_folder_open(&folder, data, size);
    options.input = str_of(folder.path);
    struct arena *keep = arena_new();
    struct job job = {.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &options};
    struct corpus *corpus = build_read(&job);
    if (corpus) set_one(&job, corpus, data, size);
    whole_way_told(&job);
    arena_free(job.scratch);
    arena_free(keep);
    packed_folder_close(&folder);
    return 0;
}
