/* usage: the commands and options, one table each: the command line is read by them, and they are what
 * `sastra help`, the man page and the shell's completion say. */
#ifndef SASTRA_APP_COMMAND_USAGE_H
#define SASTRA_APP_COMMAND_USAGE_H

#include <stddef.h>

enum command {
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_TEMPLATE,
    COMMAND_ACCEPT,
    COMMAND_TODO,
    COMMAND_DIFF,
    COMMAND_CATALOGUE,
    COMMAND_EXPLAIN,
    COMMAND_DUMP_TREE,
    COMMAND_DUMP_PAGES,
    COMMAND_DUMP_BREAKS,
    COMMAND_DUMP_ORDER,
    COMMAND_INIT,
    COMMAND_HELP,
    COMMAND_VERSION
};

enum { USAGE_LANGUAGES = 2 /* by enum sastra_language */, USAGE_MANY = 100000 /* operands: any number */ };

struct usage_command {
    const char *name, *more; /* more: the second word; NULL: none */
    enum command command;
    int operands, needed;
    const char *operand; /* as it is shown: [FILE.csv]; a choice's words are parted by |; "": none */
    const char *help[USAGE_LANGUAGES];
};

enum usage_code { /* an option's; those of one letter are that letter */
                  USAGE_LANG = 256,
                  USAGE_ONLY,
                  USAGE_STRICT,
                  USAGE_WATCH,
                  USAGE_ADOPT,
                  USAGE_HELP,
                  USAGE_VERSION
};

struct usage_option {
    int code;          /* below 256: the letter that it is */
    const char *name;  /* of two dashes; NULL: it is a letter */
    const char *value; /* as it is shown: en|km; NULL: it takes none */
    const char *help[USAGE_LANGUAGES];
};

const struct usage_command *usage_commands(size_t *n);
const struct usage_option *usage_options(size_t *n);

#endif
