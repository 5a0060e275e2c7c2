#include "app/command/command.h"
#include "app/command/terminal.h"

/* How many, and where they are. */
static void tell(const struct cli *cli, size_t n)
{
    if (cli->language == SASTRA_KM)
        terminal_say(stderr, "sastra: ត្រូវបកប្រែ %zu ផ្នែក%s%s\n", n, cli->operand ? " → " : "",
                     cli->operand ? cli->operand : "");
    else
        terminal_say(stderr, "sastra: %zu part%s to translate%s%s\n", n, n == 1 ? "" : "s",
                     cli->operand ? " → " : "", cli->operand ? cli->operand : "");
}

int command_todo(const struct cli *cli)
{
    const char *text = "";
    size_t n = 0;
    struct sastra *folder = command_open(cli);
    if (!folder) return SASTRA_NOTHING;
    enum sastra_status status =
        cli->operand ? sastra_todo_write(folder, cli->operand, &n) : sastra_todo(folder, &text, &n);
    if (status != SASTRA_GOOD) command_tell(folder, cli, stderr, SASTRA_NOTE);
    if (status <= SASTRA_TOLD) {
        terminal_put(stdout, str_of(text));
        tell(cli, n);
    }
    sastra_close(folder);
    return command_status(status);
}
