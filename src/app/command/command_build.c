#include "app/command/command.h"
#include "app/command/terminal.h"
#include "app/command/watch.h"

#include <signal.h>
#include <string.h>
#include <time.h>

/* -- names of documents -- */

static size_t count_asked(const struct sastra *folder, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < sastra_document_count(folder); i++)
        count += sastra_document_is(folder, i, name) != 0;
    return count;
}

static void tell_documents(const struct sastra *folder)
{
    struct sastra_document d = {.size = sizeof d};
    terminal_say(stderr, "sastra: documents / ឯកសារ:");
    for (size_t i = 0; sastra_document_at(folder, i, &d) == SASTRA_GOOD; i++)
        terminal_say(stderr, " %s", strncmp(d.name, "handouts/", 9) ? d.name : d.name + 9);
    fputc('\n', stderr);
}

static void tell_no_such(const struct sastra *folder, const struct cli *cli)
{
    size_t k = 0;
    while (k < cli->only.n && count_asked(folder, cli->only.at[k])) k++;
    if (k == cli->only.n) return;
    terminal_say(stderr, "sastra: no such document / គ្មានឯកសារនេះ: %s\n", cli->only.at[k]);
    tell_documents(folder);
}

/* -- one build -- */

/* took: milliseconds; below 0: nobody asks. */
static void tell_made(const struct sastra *folder, const struct cli *cli, long long took)
{
    size_t n = 0, pages = 0;
    struct sastra_document d = {.size = sizeof d};
    for (size_t i = 0; sastra_document_at(folder, i, &d) == SASTRA_GOOD; i++) {
        n += d.built != 0;
        pages += d.pages;
    }
    if (cli->language == SASTRA_KM)
        terminal_say(stdout, "sastra: ឯកសារ %zu ទំព័រ %zu → %s", n, pages, cli->output);
    else
        terminal_say(stdout, "sastra: %zu document%s, %zu pages → %s", n, n == 1 ? "" : "s", pages,
                     cli->output);
    if (took >= 0) printf(" (%lld ms)", took);
    putchar('\n');
}

/* The complaints are many and scroll by: that an error kept all back stands last. */
static void tell_refused(const struct sastra *folder, const struct cli *cli)
{
    size_t n = sastra_severity_count(folder, SASTRA_ERROR);
    if (cli->language == SASTRA_KM)
        terminal_say(stderr, "sastra: មានកំហុស %zu ដូច្នេះគ្មានអ្វីត្រូវបានបង្កើតទេ។ ឯកសារល្អចុងក្រោយក្នុង %s នៅដដែល។\n", n,
                     cli->output);
    else
        terminal_say(stderr,
                     "sastra: %zu error%s: nothing was made; the last good files in %s are as they were.\n",
                     n, n == 1 ? "" : "s", cli->output);
}

static long long milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static int build(struct sastra *folder, const struct cli *cli, long long begun)
{
    enum sastra_status status = sastra_build(folder, cli->only.at, cli->only.n);
    if (status == SASTRA_NO_SUCH) {
        tell_no_such(folder, cli);
        return SASTRA_NOTHING;
    }
    bool made = status <= SASTRA_TOLD;
    command_tell(folder, cli, stderr, cli->quiet ? SASTRA_ERROR : SASTRA_NOTE);
    if (made && !cli->quiet) {
        command_tell_counts(folder, cli, stderr);
        tell_made(folder, cli, cli->watch ? milliseconds() - begun : -1);
        const char *changes = sastra_changes(folder, cli->language);
        if (changes) terminal_say(stdout, "%s", changes);
    }
    if (!made && sastra_severity_count(folder, SASTRA_ERROR)) tell_refused(folder, cli);
    return command_status(status);
}

/* watch: NULL where it is built once. */
static int build_now(const struct cli *cli, struct sastra **folder, struct watch *watch)
{
    long long begun = milliseconds();
    if (watch) watch_look(watch);
    bool read = command_read(cli, folder);
    if (watch) watch_also(watch, sastra_fonts(*folder));
    int status = read ? build(*folder, cli, begun) : SASTRA_NOTHING;
    fflush(stdout);
    return status;
}

/* The folder is looked at before each build: what is saved while one runs is built by the next. */
static int build_and_watch(const struct cli *cli, struct sastra **folder)
{
    struct watch watch;
    int status;
    watch_begin(&watch, cli->input, cli->output);
    do status = build_now(cli, folder, &watch);
    while (watch_wait(&watch));
    watch_end(&watch);
    return status;
}

int command_build(const struct cli *cli)
{
    struct sastra *folder = NULL;
    signal(SIGPIPE, SIG_IGN); /* whoever hears no more of it gets out/ all the same */
    int status = cli->watch ? build_and_watch(cli, &folder) : build_now(cli, &folder, NULL);
    sastra_close(folder);
    return status;
}
