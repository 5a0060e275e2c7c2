#include "app/command/command.h"
#include "app/command/terminal.h"
#include "app/command/usage.h"
#include "base/diag.h"

/* -- for eyes -------------------------------------------------------------------------------------------- */

static const char *const WHAT[USAGE_LANGUAGES] = {
    "sastra turns a folder of notes into a bilingual report and its handouts, as PDF.",
    "sastra បង្កើតរបាយការណ៍ពីរភាសា និងឯកសារចែកជា PDF ពីថតកំណត់ត្រា។"};
static const char *const STATUS[USAGE_LANGUAGES] = {
    "Exit status: 0 no error; 1 done, with an error marked in the PDF; 2 nothing was made.",
    "ស្ថានភាពចេញ៖ 0 គ្មានកំហុស; 1 រួចរាល់ តែមានកំហុសដែលសម្គាល់ក្នុង PDF; 2 មិនបានបង្កើតអ្វីទេ។"};

/* dump breaks [NAMES] */
static struct str command_shown(struct arena *a, const struct usage_command *c)
{
    return str_fmt(a, "%s%s%s%s%s", c->name, c->more ? " " : "", c->more ? c->more : "",
                   *c->operand ? " " : "", c->operand);
}

/* --lang en|km */
static struct str option_shown(struct arena *a, const struct usage_option *o)
{
    struct str name = o->name ? str_fmt(a, "--%s", o->name) : str_fmt(a, "-%c", o->code);
    return o->value ? str_fmt(a, "%.*s %s", STR_ARGS(name), o->value) : name;
}

static void put_line(struct buf *b, const char *before, struct str name, const char *help)
{
    enum { WIDE = 26 };
    size_t wide = utf8_count(name) + strlen(before);
    buf_fmt(b, "  %s%.*s", before, STR_ARGS(name));
    for (; wide < WIDE; wide++) buf_byte(b, ' ');
    buf_fmt(b, "  %s\n", help);
}

static void put_help(struct buf *b, enum sastra_language lang)
{
    size_t n;
    const struct usage_command *commands = usage_commands(&n);
    buf_fmt(b, "%s\n\n", WHAT[lang]);
    for (size_t i = 0; i < n; i++)
        put_line(b, "sastra ", command_shown(b->arena, &commands[i]), commands[i].help[lang]);
    buf_byte(b, '\n');
    const struct usage_option *options = usage_options(&n);
    for (size_t i = 0; i < n; i++)
        put_line(b, "", option_shown(b->arena, &options[i]), options[i].help[lang]);
    buf_fmt(b, "\n%s\n", STATUS[lang]);
}

/* -- as a man page --------------------------------------------------------------------------------------- */

/* A line of text for troff: what it would take for an order of its own is none. */
static void put_troff(struct buf *b, const char *text)
{
    if (*text == '.' || *text == '\'') buf_put(b, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            buf_put(b, "\\e");
        else if (*text == '-')
            buf_put(b, "\\-");
        else
            buf_byte(b, *text);
    }
    buf_byte(b, '\n');
}

static void put_entry(struct buf *b, struct str name, const char *help)
{
    buf_put(b, ".TP\n.B ");
    put_troff(b, str_copy(b->arena, name).s);
    put_troff(b, help);
}

static void put_man(struct buf *b, enum sastra_language lang)
{
    size_t n;
    const struct usage_command *commands = usage_commands(&n);
    buf_fmt(b, ".TH SASTRA 1 \"\" \"sastra %s\"\n.SH NAME\nsastra \\- ", sastra_version());
    put_troff(b, "a folder of notes to a bilingual (Khmer and English) report, as PDF");
    buf_put(b, ".SH SYNOPSIS\n.B sastra\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR ...]\n.SH DESCRIPTION\n");
    put_troff(b, WHAT[lang]);
    buf_put(b, ".SH COMMANDS\n");
    for (size_t i = 0; i < n; i++)
        put_entry(b, str_fmt(b->arena, "sastra %s", command_shown(b->arena, &commands[i]).s),
                  commands[i].help[lang]);
    buf_put(b, ".SH OPTIONS\n");
    const struct usage_option *options = usage_options(&n);
    for (size_t i = 0; i < n; i++) put_entry(b, option_shown(b->arena, &options[i]), options[i].help[lang]);
    buf_put(b, ".SH EXIT STATUS\n");
    put_troff(b, STATUS[lang]);
}

/* -- for bash to complete by ----------------------------------------------------------------------------- */

/* The words of a choice, [man|bash]; nothing where it is a name for something else, in capitals. */
static void put_choice(struct buf *b, const char *shown)
{
    if (!strchr(shown, '|')) return;
    for (; *shown; shown++)
        if (*shown != '[' && *shown != ']') buf_byte(b, *shown == '|' ? ' ' : *shown);
}

static void put_codes(struct buf *b)
{
    for (int code = 0; code < DIAG_LAST; code++)
        buf_fmt(b, "%s%s", code ? " " : "", diag_name((enum diag_code)code));
}

/* After each word what may come. A case that is told first counts, so dump's words are told together. */
static void put_cases(struct buf *b)
{
    size_t ncommands, noptions;
    const struct usage_command *commands = usage_commands(&ncommands);
    const struct usage_option *options = usage_options(&noptions);
    for (size_t i = 0; i < noptions; i++)
        if (options[i].value && strchr(options[i].value, '|')) {
            buf_fmt(b, "    --%s) words='", options[i].name);
            put_choice(b, options[i].value);
            buf_put(b, "' ;;\n");
        }
    for (size_t i = 0; i < ncommands; i++) {
        const struct usage_command *c = &commands[i];
        if (c->more ? i && !strcmp(commands[i - 1].name, c->name) : !strchr(c->operand, '|')) continue;
        buf_fmt(b, "    %s) words='", c->name);
        for (size_t k = i; c->more && k < ncommands && !strcmp(commands[k].name, c->name); k++)
            buf_fmt(b, "%s%s", k > i ? " " : "", commands[k].more);
        if (!c->more) put_choice(b, c->operand);
        buf_put(b, "' ;;\n");
    }
    buf_put(b, "    explain) words='");
    put_codes(b);
    buf_put(b, "' ;;\n");
}

static void put_names(struct buf *b)
{
    size_t n;
    const struct usage_command *commands = usage_commands(&n);
    for (size_t i = 0; i < n; i++)
        if (!i || strcmp(commands[i - 1].name, commands[i].name) != 0) buf_fmt(b, "%s ", commands[i].name);
    const struct usage_option *options = usage_options(&n);
    for (size_t i = 0; i < n; i++)
        if (options[i].name)
            buf_fmt(b, "--%s ", options[i].name);
        else
            buf_fmt(b, "-%c ", options[i].code);
}

static void put_bash(struct buf *b)
{
    buf_put(b, "_sastra()\n{\n"
               "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
               "    case $before in\n"
               "    -i|-o|init) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n");
    put_cases(b);
    buf_put(b, "    *) words='");
    put_names(b);
    buf_put(b, "' ;;\n    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n"
               "complete -o default -F _sastra sastra\n");
}

/* -- the command ----------------------------------------------------------------------------------------- */

static bool put_all(struct buf *b, const struct cli *cli)
{
    const char *as = cli->operand ? cli->operand : "";
    if (!strcmp(as, "man")) return put_man(b, SASTRA_EN), true;
    if (!strcmp(as, "bash")) return put_bash(b), true;
    if (*as) return false;
    put_help(b, cli->language);
    return true;
}

int command_help(const struct cli *cli)
{
    struct arena *a = arena_new_with((struct arena_failure){.tell = command_no_memory});
    struct buf b = BUF(a);
    bool good = put_all(&b, cli);
    if (good)
        terminal_put(stdout, buf_str(&b));
    else
        terminal_say(stderr, "sastra: help man, help bash / ជំនួយ៖ man ឬ bash: %s\n", cli->operand);
    arena_free(a);
    return good ? SASTRA_GOOD : SASTRA_NOTHING;
}

int command_version(const struct cli *cli)
{
    (void)cli;
    printf("sastra %s\n", sastra_version());
    return SASTRA_GOOD;
}
