#include "app/catalogue.h"
#include "app/command/command.h"
#include "app/command/terminal.h"

int command_catalogue(const struct cli *cli)
{
    struct job job = command_job(cli);
    struct str page = {0};
    bool good = catalogue_make(&job, cli->operands, cli->noperands, cli->output, &page);
    if (good && cli->output) good = catalogue_write(&job, cli->output, page);
    if (!good)
        command_job_tell(&job);
    else if (!cli->output)
        terminal_put(stdout, page);
    command_job_close(&job);
    return good ? SASTRA_GOOD : SASTRA_NOTHING;
}
