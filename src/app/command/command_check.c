#include "app/command/command.h"

int command_check(const struct cli *cli)
{
    struct sastra *folder = command_open(cli);
    if (!folder) return SASTRA_NOTHING;
    enum sastra_status status = sastra_check(folder);
    bool read = status <= SASTRA_TOLD;
    command_tell(folder, cli, read ? stdout : stderr, cli->quiet ? SASTRA_ERROR : SASTRA_NOTE);
    if (read && !cli->quiet) command_tell_counts(folder, cli, stdout);
    sastra_close(folder);
    return command_status(status);
}
