#include "app/outputs.h"

#include "compose/figure/qr.h"

static struct str problems_text(struct job *job)
{
    struct buf b = BUF(job->keep);
    for (size_t i = 0; i < job->diags->list.n; i++)
        diag_print(&b, &job->diags->list.at[i], job->options->lang, false);
    static const char *const NONE[LANG_N] = {[LANG_KM] = "គ្មានបញ្ហាទេ\n", [LANG_EN] = "No problems.\n"};
    if (!b.n) buf_put(&b, NONE[job->options->lang]);
    return buf_str(&b);
}

static struct str problems_json(struct job *job)
{
    struct buf b = BUF(job->keep);
    diag_json(&b, job->diags);
    return buf_str(&b);
}

/* The download page lists the new files and those of the older ones that are carried. */
static struct str page_of(struct job *job, const struct resources *shared, const struct output *files,
                          size_t n, const struct output *made, size_t nmade)
{
    VEC(struct output) all = {0};
    for (size_t i = 0; i < n; i++) VEC_ADD(job->keep, all, files[i]);
    for (size_t i = 0; i < nmade; i++) {
        bool is_new = false;
        for (size_t k = 0; k < n && !is_new; k++) is_new = str_eq(made[i].name, files[k].name);
        if (!is_new) VEC_ADD(job->keep, all, made[i]);
    }
    struct publish_facts facts = {.dates = compose_dates(job, shared->survey),
                                  .qr = qr_of(job->keep, shared->corpus->event.url)};
    return publish_index(job->keep, shared->corpus, &facts, all.at, all.n);
}

bool outputs_check(struct job *job)
{
    struct publication *to = publish_open(job);
    publish_close(to);
    return to != NULL;
}

/* problems.pdf comes last, when all is told; what it has to say itself is not, but that the machine failed:
 * false. */
static bool build_problems(struct job *job, const struct resources *shared, struct work *work)
{
    struct wanted wanted = compose_named(job->keep, "problems", NULL);
    size_t told = job->diags->list.n;
    build_run(job, shared, &wanted, 1, BUILD_FILES, work);
    if (diag_has(job->diags, DIAG_FILE_FAILED)) return false;
    job->diags->list.n = told;
    return true;
}

/* Where participants/ will be found: beside the page or the file that event.yml's url is of, or in the folder
 * that it names. Empty: not known. */
static struct str participants_address(struct arena *a, struct str url)
{
    size_t host = str_find(url, STR("://"), 0), end = 0;
    if (host == SIZE_MAX) return (struct str){0};
    while (end < url.n && url.s[end] != '?' && url.s[end] != '#') end++;
    url.n = end;
    while (end > host + 3 && url.s[end - 1] != '/') end--;
    bool is_file = end > host + 3 && memchr(url.s + end, '.', url.n - end);
    if (is_file) url.n = end;
    return str_fmt(a, "%.*s%s" PUBLISH_PARTICIPANTS "/", STR_ARGS(url), str_ends(url, "/") ? "" : "/");
}

/* What speakers handed in, and the page of what is for participants. False, told, where one cannot be read.
 */
static bool passed_on(struct job *job, const struct corpus *corpus, struct output **files, size_t *n)
{
    if (!publish_passed_on(job, corpus, files, n)) return false;
    if (!corpus_passes_on(corpus, SHARE_PARTICIPANTS)) return true;
    struct str address = participants_address(job->keep, corpus->event.url);
    struct str page = publish_participants(job->keep, corpus, *files, *n, address, qr_of(job->keep, address));
    struct output *all = ARENA_MANY(job->keep, struct output, *n + 1);
    memcpy(all, *files, *n * sizeof *all);
    all[(*n)++] = (struct output){.name = STR(PUBLISH_PARTICIPANTS "/index.html"), .bytes = page};
    *files = all;
    return true;
}

static void sum_one(struct job *own, void *files, size_t i)
{
    struct output *file = &((struct output *)files)[i];
    file->digits = publish_digits(own->keep, file);
}

static bool publish_all(struct job *job, const struct resources *shared, const struct work *works, size_t n,
                        struct publication *to, bool carry, struct changes_list *changes)
{
    VEC(struct output) files = {0};
    struct work problems = {0};
    size_t nold;
    const struct output *old = publish_made(to, &nold);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < works[i].nfiles; k++) VEC_ADD(job->keep, files, works[i].files[k]);
    job_share(job, files.n, sum_one, files.at);
    *changes = changes_since(job, works, n, &(struct changes_files){files.at, old, files.n, nold});
    struct str page = page_of(job, shared, files.at, files.n, old, carry ? nold : 0);
    VEC_ADD(job->keep, files, (struct output){.name = STR("index.html"), .bytes = page});
    VEC_ADD(job->keep, files, (struct output){.name = STR("problems.txt"), .bytes = problems_text(job)});
    VEC_ADD(job->keep, files, (struct output){.name = STR("problems.json"), .bytes = problems_json(job)});
    struct output *passed;
    size_t npassed;
    bool good = passed_on(job, shared->corpus, &passed, &npassed) && build_problems(job, shared, &problems);
    for (size_t i = 0; good && i < npassed; i++) VEC_ADD(job->keep, files, passed[i]);
    for (size_t k = 0; k < problems.nfiles && problems.good; k++)
        VEC_ADD(job->keep, files, problems.files[k]);
    good = good && publish(to, files.at, files.n, carry);
    build_free(&problems, 1);
    return good;
}

bool outputs_publish(struct job *job, const struct resources *shared, const struct work *works, size_t n,
                     bool carry, struct changes_list *changes)
{
    /* What is told of the folder itself is in none of its files: they are the same for the same input. */
    struct job of_folder = *job;
    of_folder.diags = diags_new(job->keep);
    struct publication *to = publish_open(&of_folder);
    bool good = to && publish_all(job, shared, works, n, to, carry, changes);
    publish_close(to);
    diag_merge(job->diags, of_folder.diags);
    return good;
}
