#include "app/command/command.h"
#include "app/command/terminal.h"

static void tell_forms(const struct sastra *folder, const char *asked)
{
    terminal_say(stderr, "sastra: no such form / គ្មានទម្រង់នេះ: %s\nsastra: forms / ទម្រង់:", asked);
    for (size_t i = 0; i < sastra_form_count(folder); i++)
        terminal_say(stderr, " %s", sastra_form(folder, i));
    fputc('\n', stderr);
}

int command_template(const struct cli *cli)
{
    const char *line;
    struct sastra *folder = command_open(cli);
    if (!folder) return SASTRA_NOTHING;
    bool found = sastra_form_template(folder, cli->operand, &line) == SASTRA_GOOD;
    if (found)
        terminal_put(stdout, str_of(line));
    else
        tell_forms(folder, cli->operand);
    sastra_close(folder);
    return found ? SASTRA_GOOD : SASTRA_NOTHING;
}
