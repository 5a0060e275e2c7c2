#include "app/command/command.h"
#include "app/command/terminal.h"
#include "base/diag.h"

int command_explain(const struct cli *cli)
{
    enum diag_code code = diag_by_name(str_of(cli->operand));
    if (code == DIAG_LAST) {
        terminal_say(stderr, "sastra: no such code / គ្មានលេខកូដនេះ: %s\n", cli->operand);
        return SASTRA_NOTHING;
    }
    struct arena *a = arena_new_with((struct arena_failure){.tell = command_no_memory});
    struct buf b = BUF(a);
    diag_explain(&b, code);
    terminal_put(stdout, buf_str(&b));
    arena_free(a);
    return SASTRA_GOOD;
}
