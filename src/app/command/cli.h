/* cli: the command line (input.md, "Command line") to a struct. */
#ifndef SASTRA_APP_COMMAND_CLI_H
#define SASTRA_APP_COMMAND_CLI_H

#include "app/command/usage.h"
#include "base/arena.h"
#include "sastra.h"

#include <stdbool.h>

struct cli {
    enum command command;
    const char *input, *output;    /* output: of catalogue a file, NULL where none is given */
    enum sastra_language language; /* of what is told */
    bool strict, quiet, watch, adopt;
    int threads;                 /* 0: as many as there are processors */
    const char *operand;         /* FOLDER, FORM, NOTE, FILE, CODE, NAME, NAMES; NULL where none is given */
    const char *const *operands; /* all of them: OLD and NEW, OUT… */
    size_t noperands;
    VEC(const char *) only; /* names of documents */
};

/* False for wrong usage: told on standard error in the complaints' language. Strings are argv's or live in
 * the arena. */
bool cli_read(struct arena *a, int argc, char **argv, struct cli *cli);

#endif
