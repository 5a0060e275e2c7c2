/* Forms and their answers, in a folder: read, let through, counted. What is counted adds up, and no answer
 * comes out of a sheet whose writer did not say that it may. */
#include "packed_folder.h"
#include "whole_way.h"

#include "app/build.h"
#include "model/replies.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
    if (!good) abort();
}

static bool is_one_of_many(const struct prompt *p)
{
    return p->type == PROMPT_CHOICE || p->type == PROMPT_SCALE || p->type == PROMPT_YESNO;
}

static void check_prompt(const struct survey_form *f, size_t i)
{
    const struct tally *t = &f->prompts[i].tally;
    const struct form *form = f->form;
    long sum = 0, given = 0;
    for (size_t k = 0; k < t->nrows; k++) {
        check(t->rows[k].count >= 0 && t->rows[k].count <= t->of);
        sum += t->rows[k].count;
    }
    for (size_t r = 0; r < form->nreplies; r++) given += form->replies[r].answers[i].given;
    check(t->answered == given && t->answered <= t->of && t->of <= (long)form->nreplies);
    if (is_one_of_many(&form->prompts[i])) check(sum == t->answered);
}

static void check_words(const struct survey_form *f, size_t reply)
{
    const struct said_reply *said = &f->said->replies[reply];
    const struct reply *typed = &f->form->replies[reply];
    check(!said->quotable || (typed->quote_ok && typed->legible));
    for (size_t i = 0; i < f->form->nprompts && !said->quotable; i++)
        for (int l = 0; l < LANG_N; l++)
            check(!said->answers[i].text.n && !said->answers[i].translation[l].n);
}

static void check_form(const struct survey_form *f)
{
    check(f->form->rows_read == f->form->nreplies + f->form->rows_left_out + f->form->rows_blank);
    for (size_t i = 0; i < f->form->nprompts; i++) check_prompt(f, i);
    for (size_t r = 0; r < f->form->nreplies; r++) check_words(f, r);
}

static void count(struct job *job, struct corpus *corpus)
{
    struct said_words said = compose_said_words(job->keep);
    const struct survey *survey = survey_of(job, corpus, gate_pass(job, corpus, &said));
    size_t n;
    compose_tell(job, survey);
    for (size_t i = 0; i < corpus->nforms; i++) check_form(&survey->forms[i]);
    struct wanted *wanted = compose_list(job->keep, corpus, &n);
    for (size_t i = 0; i < n; i++) check(!tree_check(compose(job, survey, &wanted[i])));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct packed_folder folder;
    packed_folder_open(&folder, data, size);
    struct options options = {.input = str_of(folder.path), .output = STR("/dev/null"), .threads = 1};
    struct arena *keep = arena_new();
    struct job job = {.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &options};
    struct corpus *corpus = build_read(&job);
    if (corpus) count(&job, corpus);
    whole_way_told(&job);
    arena_free(job.scratch);
    arena_free(keep);
    packed_folder_close(&folder);
    return 0;
}
