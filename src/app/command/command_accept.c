#include "app/command/command.h"

int command_accept(const struct cli *cli)
{
    struct sastra *folder = command_open(cli);
    if (!folder) return SASTRA_NOTHING;
    enum sastra_status status = sastra_accept(folder, cli->operand);
    if (status != SASTRA_GOOD) command_tell(folder, cli, stderr, SASTRA_NOTE);
    sastra_close(folder);
    return command_status(status);
}
