/* cli: the command line (input.md, "Command line") to a struct. */
#ifndef SASTRA_APP_CLI_H
#define SASTRA_APP_CLI_H

#include "base/job.h"

enum command {
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_TEMPLATE,
    COMMAND_ACCEPT,
    COMMAND_EXPLAIN,
    COMMAND_DUMP_TREE,
    COMMAND_DUMP_PAGES,
    COMMAND_DUMP_BREAKS,
    COMMAND_DUMP_ORDER,
    COMMAND_HELP,
    COMMAND_VERSION
};

struct cli {
    enum command command;
    struct options options;
    struct str operand;   /* FORM, NOTE, CODE, NAME, NAMES; empty where none is given */
    VEC(struct str) only; /* names of documents */
    bool watch;
};

/* False for wrong usage: told on standard error in the complaints' language. Strings live in the arena. */
bool cli_read(struct arena *a, int argc, char **argv, struct cli *cli);
const char *cli_help(enum diag_lang lang);

#endif
