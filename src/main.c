/* sastra: the program: the command line, then one command (app/command/). Most go through the library
 * (sastra.h); the whole way, one call a stage, stands in sastra.c.
 *
 * Files and their prefixes: each room's names begin with the file's stem (paragraph_break stands in
 * layout/paragraph/); src/ROOMS says who may include whom, src/README.md draws the house. */
#include "app/command/command.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <unistd.h>

static int (*const COMMANDS[])(const struct cli *) = {
    [COMMAND_BUILD] = command_build,
    [COMMAND_CHECK] = command_check,
    [COMMAND_TEMPLATE] = command_template,
    [COMMAND_ACCEPT] = command_accept,
    [COMMAND_TODO] = command_todo,
    [COMMAND_DIFF] = command_diff,
    [COMMAND_CATALOGUE] = command_catalogue,
    [COMMAND_EXPLAIN] = command_explain,
    [COMMAND_DUMP_TREE] = command_dump,
    [COMMAND_DUMP_PAGES] = command_dump,
    [COMMAND_DUMP_BREAKS] = command_dump_lines,
    [COMMAND_DUMP_ORDER] = command_dump_lines,
    [COMMAND_INIT] = command_init,
    [COMMAND_HELP] = command_help,
    [COMMAND_VERSION] = command_version,
};

/* Fonts are mapped, not read: one that is cut short under a running build ends it here. out/ is as it was. */
static void on_bus_error(int sig)
{
    static const char SAID[] = "sastra: a font was changed while it was in use; build again / "
                               "ពុម្ពអក្សរត្រូវបានប្តូរខណៈកំពុងប្រើ សូមបង្កើតម្តងទៀត\n";
    (void)sig;
    if (write(STDERR_FILENO, SAID, sizeof SAID - 1) < 0) _exit(SASTRA_NOTHING);
    _exit(SASTRA_NOTHING);
}

/* -- memory -- */

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define OWN_MALLOC 0
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OWN_MALLOC 0
#endif
#endif
#ifndef OWN_MALLOC
#define OWN_MALLOC 1
#endif

#if OWN_MALLOC
/* The program's own malloc, for itself and all libraries: the C library's, but it ends the program where
 * memory is exhausted. Left to themselves libhyphen would exit with 1 and cmark abort; HarfBuzz would go on
 * without the letters, and the readers of pictures and YAML would find fault with the files. out/ is as it
 * was, or new: memory may end while the old files are cleared away. The next build finishes either. */
static void *found(void *p, size_t n)
{
    static const char SAID[] = COMMAND_NO_MEMORY;
    if (p || !n) return p;
    if (write(STDERR_FILENO, SAID, sizeof SAID - 1) < 0) _exit(SASTRA_NOTHING);
    _exit(SASTRA_NOTHING);
}

/* The next one after this program's. */
static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

__attribute__((visibility("default"))) void *malloc(size_t n)
{
    static void *(*get)(size_t);
    if (!get) *(void **)&get = next("malloc");
    return found(get(n), n);
}

__attribute__((visibility("default"))) void *calloc(size_t n, size_t size)
{
    static void *(*get)(size_t, size_t);
    if (!get) *(void **)&get = next("calloc");
    return found(get(n, size), n && size ? n : 0);
}

__attribute__((visibility("default"))) void *realloc(void *p, size_t n)
{
    static void *(*get)(void *, size_t);
    if (!get) *(void **)&get = next("realloc");
    return found(get(p, n), n);
}
#endif

/* -- the command -- */

/* A descriptor that is closed would else be given to a file of out/, and messages written into that. */
static void open_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd) _exit(SASTRA_NOTHING);
}

/* What a build says is no part of what it makes. */
static int status_of(const struct cli *cli, int status)
{
    errno = 0;
    bool written = !fflush(stdout) && !ferror(stdout);
    if (written || cli->command == COMMAND_BUILD) return status;
    fprintf(stderr, "sastra: cannot write to standard output / មិនអាចសរសេរទៅ standard output: %s\n",
            strerror(errno ? errno : EIO));
    return SASTRA_NOTHING;
}

/* What a document gave back the next one takes: to return pages to the system and have them anew, one fault
 * each, costs a twentieth of a build. Rows that outgrow all blocks of an arena still move without a copy. */
static void keep_memory(void)
{
    enum { LARGER_THAN_BLOCKS = 8 << 20, NEVER = 1 << 30 };
    mallopt(M_MMAP_THRESHOLD, LARGER_THAN_BLOCKS);
    mallopt(M_TRIM_THRESHOLD, NEVER);
}

int main(int argc, char **argv)
{
    open_standard_streams();
    keep_memory();
    signal(SIGBUS, on_bus_error);
    struct arena *keep = arena_new_with((struct arena_failure){.tell = command_no_memory});
    struct cli cli;
    int status = cli_read(keep, argc, argv, &cli) ? COMMANDS[cli.command](&cli) : SASTRA_NOTHING;
    status = status_of(&cli, status);
    arena_free(keep);
    return status;
}
