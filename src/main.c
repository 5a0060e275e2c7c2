/* sastra: the whole way, one call a stage: read_corpus → gate_pass → survey_of → compose → layout → pdf_write
 * → publish.
 *
 * Files and their prefixes: each room's names begin with the file's stem (paragraph_break stands in
 * layout/paragraph.c); src/ROOMS says who may include whom, src/README.md draws the house. */
#include "app/accept.h"
#include "app/build.h"
#include "app/cli.h"
#include "app/watch.h"
#include "app/writers.h"
#include "base/file.h"
#include "khmer/spelling_order.h"
#include "model/dump.h"
#include "privacy/gate.h"
#include "privacy/photo_consent.h"
#include "publish/publish.h"
#include "read/read.h"
#include "version.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

enum status { STATUS_GOOD, STATUS_TOLD, STATUS_NOTHING };

static void put(FILE *to, struct str s)
{
    fwrite(s.s, 1, s.n, to);
}

/* -- what is told -- */

static void tell(struct job *job, FILE *to, enum severity least)
{
    struct buf b = BUF(job->scratch);
    bool colour = isatty(fileno(to));
    for (size_t i = 0; i < job->diags->list.n; i++)
        if (diag_severity(job->diags->list.at[i].code) >= least)
            diag_print(&b, &job->diags->list.at[i], job->options->lang, colour);
    put(to, buf_str(&b));
}

static void tell_counts(struct job *job, FILE *to)
{
    size_t e = diag_count(job->diags, SEVERITY_ERROR), w = diag_count(job->diags, SEVERITY_WARNING),
           n = diag_count(job->diags, SEVERITY_NOTE);
    if (job->options->lang == DIAG_KM)
        fprintf(to, "sastra: កំហុស %zu ការព្រមាន %zu កំណត់សម្គាល់ %zu\n", e, w, n);
    else
        fprintf(to, "sastra: %zu error%s, %zu warning%s, %zu note%s\n", e, e == 1 ? "" : "s", w,
                w == 1 ? "" : "s", n, n == 1 ? "" : "s");
}

static enum status status_of(const struct job *job)
{
    return diag_count(job->diags, SEVERITY_ERROR) ? STATUS_TOLD : STATUS_GOOD;
}

/* Nothing can be made: everything told goes to standard error. */
static enum status nothing(struct job *job)
{
    diag_sort(job->diags);
    diag_fold(job->diags);
    tell(job, stderr, SEVERITY_NOTE);
    return STATUS_NOTHING;
}

/* -- which documents -- */

/* "report.km", "programme", "handouts/programme" and "programme.pdf" name documents. */
static bool is_named(struct str document, struct str name)
{
    name = writers_bare(name);
    struct str bare = str_starts(document, "handouts/") ? str_sub(document, 9, document.n) : document;
    return str_eq(document, name) || str_eq(bare, name);
}

static bool any_named(const struct wanted *all, size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++)
        if (is_named(all[i].name, name)) return true;
    return false;
}

/* A document's own name; where none has it, event.yml's name of several: forms, reflections. */
static bool is_meant(const struct wanted *all, size_t n, size_t at, struct str name)
{
    return any_named(all, n, name) ? is_named(all[at].name, name) : str_is(name, compose_family(&all[at]));
}

static size_t count_meant(const struct wanted *all, size_t n, struct str name, size_t *first)
{
    size_t count = 0;
    for (size_t i = n; i-- > 0;)
        if (is_meant(all, n, i, name)) {
            count++;
            *first = i;
        }
    return count;
}

/* All of them, or those that a name means. */
static void tell_documents(const struct wanted *all, size_t n, struct str meant)
{
    if (meant.n)
        fprintf(stderr, "sastra: one of these / មួយក្នុងចំណោម:");
    else
        fprintf(stderr, "sastra: documents / ឯកសារ:");
    for (size_t i = 0; i < n; i++)
        if (!meant.n || is_meant(all, n, i, meant))
            fprintf(stderr, " %.*s",
                    STR_ARGS(str_starts(all[i].name, "handouts/") ? str_sub(all[i].name, 9, all[i].name.n)
                                                                  : all[i].name));
    fputc('\n', stderr);
}

/* The documents asked for, in their order. False where a name is none of theirs (told). */
static bool choose(struct arena *a, const struct cli *cli, struct wanted *all, size_t *n)
{
    size_t kept = 0, first;
    bool *wanted = ARENA_MANY(a, bool, *n + 1);
    for (size_t k = 0; k < cli->only.n; k++) {
        if (count_meant(all, *n, cli->only.at[k], &first)) continue;
        fprintf(stderr, "sastra: no such document / គ្មានឯកសារនេះ: %.*s\n", STR_ARGS(cli->only.at[k]));
        tell_documents(all, *n, (struct str){0});
        return false;
    }
    if (!cli->only.n) return true;
    for (size_t i = 0; i < *n; i++)
        for (size_t k = 0; k < cli->only.n && !wanted[i]; k++)
            wanted[i] = is_meant(all, *n, i, cli->only.at[k]);
    for (size_t i = 0; i < *n; i++)
        if (wanted[i]) all[kept++] = all[i];
    *n = kept;
    return true;
}

/* What people wrote passes the gate here, once, and is counted. */
static const struct survey *open_survey(struct job *job, const struct corpus *corpus)
{
    struct said_words words = compose_said_words(job->keep);
    return survey_of(job, corpus, gate_pass(job, corpus, &words));
}

/* The corpus with its fonts, words and survey; NULL, told, where nothing can be made. */
static struct corpus *open_corpus(struct job *job, struct resources *shared)
{
    struct corpus *corpus = read_corpus(job);
    if (!corpus || !build_open(job, corpus, shared)) return NULL;
    photo_consent_keep(job, corpus);
    accept_check(job, corpus);
    shared->survey = open_survey(job, corpus);
    corpus->told = job->diags; /* errors are marked in the documents too */
    return corpus;
}

/* -- build, check -- */

static struct str problems_text(struct job *job)
{
    struct buf b = BUF(job->keep);
    for (size_t i = 0; i < job->diags->list.n; i++)
        diag_print(&b, &job->diags->list.at[i], job->options->lang, false);
    if (!b.n) buf_put(&b, job->options->lang == DIAG_KM ? "គ្មានបញ្ហាទេ\n" : "No problems.\n");
    return buf_str(&b);
}

static struct str problems_json(struct job *job)
{
    struct buf b = BUF(job->keep);
    diag_json(&b, job->diags);
    return buf_str(&b);
}

/* The names that the download page lists: the new files' and, with --only, the older ones'. */
static struct str page_of(struct job *job, const struct corpus *corpus, const struct output *files, size_t n,
                          bool carry)
{
    VEC(struct str) names = {0};
    size_t nmade = 0;
    struct str *made = carry ? publish_made(job, &nmade) : NULL;
    for (size_t i = 0; i < n; i++) VEC_ADD(job->keep, names, files[i].name);
    for (size_t i = 0; i < nmade; i++) {
        bool is_new = false;
        for (size_t k = 0; k < n && !is_new; k++) is_new = str_eq(made[i], files[k].name);
        if (!is_new) VEC_ADD(job->keep, names, made[i]);
    }
    return publish_index(job->keep, corpus, names.at, names.n);
}

/* problems.pdf comes last, when all is told; what it has to say itself is not. */
static void build_problems(struct job *job, const struct resources *shared, struct work *work)
{
    struct wanted wanted = compose_named(job->keep, "problems", NULL);
    size_t told = job->diags->list.n;
    build_run(job, shared, &wanted, 1, BUILD_FILES, work);
    job->diags->list.n = told;
}

static bool put_out(struct job *job, const struct resources *shared, const struct work *works, size_t n,
                    bool carry)
{
    VEC(struct output) files = {0};
    struct work problems;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < works[i].nfiles; k++) VEC_ADD(job->keep, files, works[i].files[k]);
    struct str page = page_of(job, shared->corpus, files.at, files.n, carry);
    VEC_ADD(job->keep, files, (struct output){STR("index.html"), page});
    VEC_ADD(job->keep, files, (struct output){STR("problems.txt"), problems_text(job)});
    VEC_ADD(job->keep, files, (struct output){STR("problems.json"), problems_json(job)});
    build_problems(job, shared, &problems);
    for (size_t k = 0; k < problems.nfiles && problems.good; k++)
        VEC_ADD(job->keep, files, problems.files[k]);
    bool good = publish(job, files.at, files.n, carry);
    build_free(&problems, 1);
    return good;
}

static bool all_good(const struct work *works, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!works[i].good) return false;
    return true;
}

static void tell_made(const struct job *job, const struct work *works, size_t n)
{
    size_t pages = 0;
    for (size_t i = 0; i < n; i++) pages += works[i].pages->list.n;
    if (job->options->quiet) return;
    if (job->options->lang == DIAG_KM)
        printf("sastra: ឯកសារ %zu ទំព័រ %zu → %.*s\n", n, pages, STR_ARGS(job->options->output));
    else
        printf("sastra: %zu document%s, %zu pages → %.*s\n", n, n == 1 ? "" : "s", pages,
               STR_ARGS(job->options->output));
}

static enum status finish(struct job *job, const struct cli *cli, const struct resources *shared,
                          struct work *works, size_t n)
{
    diag_sort(job->diags);
    diag_fold(job->diags);
    if (!all_good(works, n)) return nothing(job);
    if ((shared->corpus->event.final || cli->options.strict) && diag_count(job->diags, SEVERITY_ERROR))
        return nothing(job);
    if (!put_out(job, shared, works, n, cli->only.n > 0)) return nothing(job);
    tell(job, stderr, cli->options.quiet ? SEVERITY_ERROR : SEVERITY_NOTE);
    if (!cli->options.quiet) tell_counts(job, stderr);
    tell_made(job, works, n);
    return status_of(job);
}

static enum status build(struct job *job, const struct cli *cli)
{
    size_t n;
    struct resources shared;
    struct corpus *corpus = open_corpus(job, &shared);
    if (!corpus) return nothing(job);
    struct wanted *wanted = compose_list(job->keep, corpus, &n);
    enum status status = STATUS_NOTHING;
    if (choose(job->keep, cli, wanted, &n)) {
        struct work *works = ARENA_MANY(job->keep, struct work, n + 1);
        compose_tell(job, shared.survey);
        build_run(job, &shared, wanted, n, BUILD_FILES, works);
        status = finish(job, cli, &shared, works, n);
        build_free(works, n);
    }
    build_close(&shared);
    return status;
}

/* Everything is laid out, since some problems show only there; nothing is written. */
static enum status check(struct job *job)
{
    size_t n;
    struct resources shared;
    struct corpus *corpus = open_corpus(job, &shared);
    if (!corpus) return nothing(job);
    struct wanted *wanted = compose_list(job->keep, corpus, &n);
    struct work *works = ARENA_MANY(job->keep, struct work, n + 1);
    compose_tell(job, shared.survey);
    build_run(job, &shared, wanted, n, BUILD_PAGES, works);
    diag_sort(job->diags);
    diag_fold(job->diags);
    tell(job, stdout, job->options->quiet ? SEVERITY_ERROR : SEVERITY_NOTE);
    tell_counts(job, stdout);
    build_free(works, n);
    build_close(&shared);
    return status_of(job);
}

/* -- dump -- */

static enum status dump_document(struct job *job, const struct cli *cli, struct corpus *corpus,
                                 const struct resources *shared)
{
    size_t n, at = 0;
    struct wanted *wanted = compose_list(job->keep, corpus, &n);
    size_t meant = count_meant(wanted, n, cli->operand, &at);
    bool tree = cli->command == COMMAND_DUMP_TREE;
    struct buf b = BUF(job->keep);
    struct work work;
    if (meant != 1) return tell_documents(wanted, n, meant ? cli->operand : (struct str){0}), STATUS_NOTHING;
    build_run(job, shared, &wanted[at], 1, tree ? BUILD_TREE : BUILD_PAGES, &work);
    if (tree)
        dump_tree(&b, work.tree);
    else
        page_dump(&b, work.pages);
    put(stdout, buf_str(&b));
    build_free(&work, 1);
    return STATUS_GOOD;
}

static enum status dump(struct job *job, const struct cli *cli)
{
    struct resources shared;
    struct corpus *corpus = open_corpus(job, &shared);
    if (!corpus) return nothing(job);
    enum status status = dump_document(job, cli, corpus, &shared);
    build_close(&shared);
    return status;
}

/* -- lines on standard input -- */

static void breaks_line(struct job *job, const struct words *words, struct str line, struct buf *out)
{
    unsigned char *brk = arena_get(job->scratch, line.n + 1);
    size_t count = 0;
    const char *between = "";
    breaks_find(words, job->scratch, line, brk);
    for (size_t at = 0; at < line.n; count++) {
        if (at && breaks_usable(brk[at])) {
            buf_fmt(out, "%s%zu", between, count);
            between = " ";
        }
        utf8_next(line, &at);
    }
    buf_byte(out, '\n');
}

static void order_line(struct job *job, struct str line, struct buf *out)
{
    buf_add(out, spelling_order_mend(job->scratch, line));
    buf_fmt(out, "\t%s\n", spelling_order_kind_name(spelling_order_kind_of(job->scratch, line)));
}

static bool add_names(struct job *job, struct words *words, struct str path)
{
    struct str text, line;
    FILE *f = path.n ? fopen(path.s, "rb") : NULL;
    if (!path.n) return true;
    if (!f) return fprintf(stderr, "sastra: cannot read / មិនអាចអាន: %s\n", path.s), false;
    text = file_stream(job->keep, f);
    fclose(f);
    while (str_cut(&text, '\n', &line))
        if (str_trim(line).n) words_add_name(words, str_trim(line));
    return true;
}

static enum status dump_lines(struct job *job, const struct cli *cli)
{
    struct words *words = words_new(job->keep);
    struct str text = file_stream(job->keep, stdin), line;
    struct buf out = BUF(job->keep);
    if (!add_names(job, words, cli->operand)) return STATUS_NOTHING;
    if (text.n && text.s[text.n - 1] == '\n')
        text.n--;
    else if (!text.n)
        return STATUS_GOOD;
    while (str_cut(&text, '\n', &line)) {
        struct arena_mark mark = arena_mark(job->scratch);
        if (line.n && line.s[line.n - 1] == '\r') line.n--;
        if (cli->command == COMMAND_DUMP_BREAKS)
            breaks_line(job, words, line, &out);
        else
            order_line(job, line, &out);
        arena_reset(job->scratch, mark);
    }
    put(stdout, buf_str(&out));
    return STATUS_GOOD;
}

/* -- small commands -- */

static void put_template(const struct form *form)
{
    fputs("form_no,session,lang,role", stdout);
    for (size_t i = 0; i < form->nprompts; i++) printf(",%.*s", STR_ARGS(form->prompts[i].id));
    fputs(",themes,quote_ok,legible\r\n", stdout);
}

static enum status template_head(struct job *job, const struct cli *cli)
{
    struct corpus *corpus = read_corpus(job);
    if (!corpus) return nothing(job);
    for (size_t i = 0; i < corpus->nforms; i++) {
        if (!str_eq(corpus->forms[i].id, cli->operand)) continue;
        put_template(&corpus->forms[i]);
        return STATUS_GOOD;
    }
    fprintf(stderr, "sastra: no such form / គ្មានទម្រង់នេះ: %s\nsastra: forms / ទម្រង់:", cli->operand.s);
    for (size_t i = 0; i < corpus->nforms; i++) fprintf(stderr, " %.*s", STR_ARGS(corpus->forms[i].id));
    fputc('\n', stderr);
    return STATUS_NOTHING;
}

static enum status accept_notes(struct job *job, const struct cli *cli)
{
    struct corpus *corpus = read_corpus(job);
    if (!corpus) return nothing(job);
    job->diags->list.n = 0; /* here only what accepting itself has to say counts */
    return accept_write(job, corpus, cli->operand) ? STATUS_GOOD : nothing(job);
}

static enum status explain(struct job *job, const struct cli *cli)
{
    struct buf b = BUF(job->keep);
    enum diag_code code = diag_by_name(cli->operand);
    if (code == DIAG_LAST) {
        fprintf(stderr, "sastra: no such code / គ្មានលេខកូដនេះ: %s\n", cli->operand.s);
        return STATUS_NOTHING;
    }
    diag_explain(&b, code);
    put(stdout, buf_str(&b));
    return STATUS_GOOD;
}

static enum status run(struct job *job, const struct cli *cli)
{
    switch (cli->command) {
    case COMMAND_BUILD: return build(job, cli);
    case COMMAND_CHECK: return check(job);
    case COMMAND_TEMPLATE: return template_head(job, cli);
    case COMMAND_EXPLAIN: return explain(job, cli);
    case COMMAND_DUMP_TREE:
    case COMMAND_DUMP_PAGES: return dump(job, cli);
    case COMMAND_DUMP_BREAKS:
    case COMMAND_DUMP_ORDER: return dump_lines(job, cli);
    case COMMAND_VERSION: puts("sastra " VERSION); return STATUS_GOOD;
    case COMMAND_ACCEPT: return accept_notes(job, cli);
    case COMMAND_HELP: break;
    }
    fputs(cli_help(cli->options.lang), stdout);
    return STATUS_GOOD;
}

static enum status run_once(const struct cli *cli)
{
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct thread_pool *pool = thread_pool_new(keep, cli->options.threads);
    struct job job = {keep, scratch, diags_new(keep), &cli->options, NULL, pool};
    enum status status = run(&job, cli);
    arena_free(scratch);
    arena_free(keep);
    return status;
}

/* Fonts are mapped, not read: one that is cut short under a running build ends it here. out/ is as it was. */
static void on_bus_error(int sig)
{
    static const char SAID[] = "sastra: a font was changed while it was in use; build again / "
                               "ពុម្ពអក្សរត្រូវបានប្តូរខណៈកំពុងប្រើ សូមបង្កើតម្តងទៀត\n";
    (void)sig;
    if (write(STDERR_FILENO, SAID, sizeof SAID - 1) < 0) _exit(STATUS_NOTHING);
    _exit(STATUS_NOTHING);
}

int main(int argc, char **argv)
{
    signal(SIGBUS, on_bus_error);
    struct arena *keep = arena_new();
    struct cli cli = {0};
    enum status status = STATUS_NOTHING;
    if (cli_read(keep, argc, argv, &cli)) {
        status = run_once(&cli);
        while (cli.watch && watch_wait(cli.options.input.s)) status = run_once(&cli);
    }
    arena_free(keep);
    return fflush(stdout) || ferror(stdout) ? STATUS_NOTHING : (int)status;
}
