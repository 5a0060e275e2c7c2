/* What a document, or a line, is on its way: this shows the library's insides, so it is linked to them. */
#include "app/build.h"
#include "app/command/command.h"
#include "app/command/terminal.h"
#include "app/document_names.h"
#include "base/file.h"
#include "khmer/spelling_order.h"
#include "model/dump.h"

#include <errno.h>

/* -- documents -- */

/* All of them, or those that a name means. */
static void tell_documents(const struct wanted *all, size_t n, struct str meant)
{
    if (meant.n)
        terminal_say(stderr, "sastra: one of these / មួយក្នុងចំណោម:");
    else
        terminal_say(stderr, "sastra: documents / ឯកសារ:");
    for (size_t i = 0; i < n; i++) {
        struct str name = all[i].name;
        if (meant.n && !document_names_mean(all, n, i, meant)) continue;
        if (str_starts(name, "handouts/")) name = str_sub(name, 9, name.n);
        terminal_say(stderr, " %.*s", STR_ARGS(name));
    }
    fputc('\n', stderr);
}

static int dump_one(struct job *job, const struct resources *shared, const struct wanted *wanted, bool tree)
{
    struct buf b = BUF(job->keep);
    struct work work = {0};
    build_run(job, shared, wanted, 1, tree ? BUILD_TREE : BUILD_PAGES, &work);
    if (tree)
        dump_tree(&b, work.tree);
    else
        page_dump(&b, work.pages);
    terminal_put(stdout, buf_str(&b));
    build_free(&work, 1);
    return SASTRA_GOOD;
}

static int dump_document(struct job *job, const struct cli *cli, const struct resources *shared)
{
    size_t n, at = 0;
    struct str name = str_of(cli->operand);
    struct wanted *wanted = compose_list(job->keep, shared->corpus, &n);
    size_t meant = document_names_count(wanted, n, name, &at);
    if (meant == 1) return dump_one(job, shared, &wanted[at], cli->command == COMMAND_DUMP_TREE);
    tell_documents(wanted, n, meant ? name : (struct str){0});
    return SASTRA_NOTHING;
}

int command_dump(const struct cli *cli)
{
    struct job job = command_job(cli);
    struct resources shared = {0};
    struct corpus *corpus = build_read(&job);
    int status;
    if (corpus && build_open(&job, corpus, NULL, &shared)) {
        corpus->told = job.diags; /* errors are marked in the documents too */
        status = dump_document(&job, cli, &shared);
    } else
        status = SASTRA_NOTHING, command_job_tell(&job);
    build_close(&shared);
    command_job_close(&job);
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

static bool add_names(struct job *job, struct words *words, const char *path)
{
    struct str text, line;
    FILE *f = path ? fopen(path, "rb") : NULL;
    if (!path) return true;
    if (!f)
        return terminal_say(stderr, "sastra: cannot read / មិនអាចអាន: %s: %s\n", path, strerror(errno)), false;
    text = file_stream(job->keep, f);
    bool good = !ferror(f);
    if (!good) terminal_say(stderr, "sastra: cannot read / មិនអាចអាន: %s: %s\n", path, strerror(errno));
    fclose(f);
    if (!good) return false;
    while (str_cut(&text, '\n', &line))
        if (str_trim(line).n) words_add_name(words, str_trim(line));
    return true;
}

static bool dump_lines(struct job *job, const struct words *words)
{
    struct str text = file_stream(job->keep, stdin), line;
    struct buf out = BUF(job->keep);
    if (ferror(stdin))
        return terminal_say(stderr, "sastra: cannot read standard input / មិនអាចអាន standard input: %s\n",
                            strerror(errno)),
               false;
    if (!text.n) return true;
    if (text.s[text.n - 1] == '\n') text.n--;
    while (str_cut(&text, '\n', &line)) {
        struct arena_mark mark = arena_mark(job->scratch);
        if (line.n && line.s[line.n - 1] == '\r') line.n--;
        if (words)
            breaks_line(job, words, line, &out);
        else
            order_line(job, line, &out);
        arena_reset(job->scratch, mark);
    }
    terminal_put(stdout, buf_str(&out));
    return true;
}

int command_dump_lines(const struct cli *cli)
{
    struct job job = command_job(cli);
    struct words *words = cli->command == COMMAND_DUMP_BREAKS ? words_new(job.keep) : NULL;
    bool good = !words || add_names(&job, words, cli->operand);
    good = good && dump_lines(&job, words);
    command_job_close(&job);
    return good ? SASTRA_GOOD : SASTRA_NOTHING;
}
