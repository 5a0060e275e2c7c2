/* sastra: the program: the command line, then one command (app/command/). Most go through the library
 * (sastra.h); the whole way, one call a stage, stands in sastra.c.
 *
 * Files and their prefixes: each room's names begin with the file's stem (paragraph_break stands in
 * layout/paragraph/); src/ROOMS says who may include whom, src/README.md draws the house. */
#include "app/command/command.h"

#include <signal.h>
#include <unistd.h>

static int (*const COMMANDS[])(const struct cli *) = {
    [COMMAND_BUILD] = command_build,
    [COMMAND_CHECK] = command_check,
    [COMMAND_TEMPLATE] = command_template,
    [COMMAND_ACCEPT] = command_accept,
    [COMMAND_TODO] = command_todo,
    [COMMAND_EXPLAIN] = command_explain,
    [COMMAND_DUMP_TREE] = command_dump,
    [COMMAND_DUMP_PAGES] = command_dump,
    [COMMAND_DUMP_BREAKS] = command_dump_lines,
    [COMMAND_DUMP_ORDER] = command_dump_lines,
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

int main(int argc, char **argv)
{
    signal(SIGBUS, on_bus_error);
    struct arena *keep = arena_new_with((struct arena_failure){.tell = command_no_memory});
    struct cli cli;
    int status = cli_read(keep, argc, argv, &cli) ? COMMANDS[cli.command](&cli) : SASTRA_NOTHING;
    arena_free(keep);
    return fflush(stdout) || ferror(stdout) ? SASTRA_NOTHING : status;
}
