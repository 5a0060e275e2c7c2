#include "app/changes.h"
#include "app/command/command.h"
#include "app/command/terminal.h"

int command_diff(const struct cli *cli)
{
    struct job job = command_job(cli);
    struct str text = {0};
    bool good = changes_between(&job, cli->operands[0], cli->operands[1], &text);
    if (good)
        terminal_put(stdout, text);
    else
        command_job_tell(&job);
    command_job_close(&job);
    return good ? SASTRA_GOOD : SASTRA_NOTHING;
}
