#include "app/command/command.h"

#include <stdlib.h>
#include <unistd.h>

void command_no_memory(void *with, size_t bytes)
{
    (void)with, (void)bytes;
    fputs(COMMAND_NO_MEMORY, stderr);
    exit(SASTRA_NOTHING);
}

static enum sastra_status open_folder(const struct cli *cli, struct sastra **folder)
{
    struct sastra_options o = SASTRA_OPTIONS;
    o.input = cli->input;
    o.output = cli->output;
    o.language = cli->language;
    o.strict = cli->strict;
    o.adopt = cli->adopt;
    o.check_output = cli->command == COMMAND_BUILD;
    o.threads = cli->threads;
    o.no_memory = command_no_memory;
    o.reopened = cli->watch;
    return sastra_open(&o, folder);
}

bool command_read(const struct cli *cli, struct sastra **folder)
{
    enum sastra_status status = *folder ? sastra_reopen(*folder) : open_folder(cli, folder);
    if (status <= SASTRA_TOLD) return true;
    if (*folder) command_tell(*folder, cli, stderr, SASTRA_NOTE);
    return false;
}

struct sastra *command_open(const struct cli *cli)
{
    struct sastra *folder = NULL;
    if (command_read(cli, &folder)) return folder;
    sastra_close(folder);
    return NULL;
}

struct job command_job(const struct cli *cli)
{
    struct arena *keep = arena_new_with((struct arena_failure){.tell = command_no_memory});
    struct options *options = ARENA_ONE(keep, struct options);
    *options = (struct options){.input = str_of(cli->input),
                                .output = str_of(cli->output),
                                .lang = cli->language == SASTRA_KM ? LANG_KM : LANG_EN,
                                .threads = 1};
    return (struct job){
        .keep = keep, .scratch = arena_new_like(keep), .diags = diags_new(keep), .options = options};
}

void command_job_tell(struct job *job)
{
    struct buf b = BUF(job->scratch);
    diag_sort(job->diags);
    diag_fold(job->diags);
    for (size_t i = 0; i < job->diags->list.n; i++)
        diag_print(&b, &job->diags->list.at[i], job->options->lang, isatty(STDERR_FILENO));
    fwrite(b.s, 1, b.n, stderr);
}

void command_job_close(struct job *job)
{
    arena_free(job->scratch);
    arena_free(job->keep);
}

void command_tell(struct sastra *folder, const struct cli *cli, FILE *to, enum sastra_severity least)
{
    int colour = isatty(fileno(to));
    struct sastra_complaint c = {.size = sizeof c};
    for (size_t i = 0; sastra_complaint_at(folder, i, cli->language, &c) == SASTRA_GOOD; i++)
        if (c.severity >= least) fputs(sastra_complaint_lines(folder, i, cli->language, colour), to);
}

void command_tell_counts(const struct sastra *folder, const struct cli *cli, FILE *to)
{
    size_t e = sastra_severity_count(folder, SASTRA_ERROR), w = sastra_severity_count(folder, SASTRA_WARNING),
           n = sastra_severity_count(folder, SASTRA_NOTE);
    if (cli->language == SASTRA_KM)
        fprintf(to, "sastra: កំហុស %zu ការព្រមាន %zu កំណត់សម្គាល់ %zu\n", e, w, n);
    else
        fprintf(to, "sastra: %zu error%s, %zu warning%s, %zu note%s\n", e, e == 1 ? "" : "s", w,
                w == 1 ? "" : "s", n, n == 1 ? "" : "s");
}

int command_status(enum sastra_status status)
{
    return status <= SASTRA_TOLD ? (int)status : SASTRA_NOTHING;
}
