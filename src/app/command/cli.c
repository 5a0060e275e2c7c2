#include "app/command/cli.h"

#include "app/command/terminal.h"
#include "app/command/usage.h"
#include "base/buf.h"
#include "khmer/number.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static enum sastra_language language_of_locale(void)
{
    const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *v = getenv(NAMES[i]);
        if (v && *v) return !strncmp(v, "km", 2) ? SASTRA_KM : SASTRA_EN;
    }
    return SASTRA_EN;
}

enum { WORD = 1 }; /* what getopt gives for a word */

struct cli_reader {
    struct arena *arena;
    struct cli *cli;
    const char *arg;     /* the argument under way */
    const char *letters; /* what getopt takes the options for */
    struct option *names;
    VEC(const char *) words;
};

static bool wrong(const struct cli_reader *r, const char *en, const char *km, const char *what)
{
    bool khmer = r->cli->language == SASTRA_KM;
    terminal_say(stderr, khmer ? "sastra: %s៖ %s\nសូមមើល sastra help\n" : "sastra: %s: %s\nSee sastra help.\n",
                 khmer ? km : en, what);
    return false;
}

static bool read_folder(const struct cli_reader *r, char option, const char *value, const char **folder)
{
    static const char *const EN[] = {"-i takes a folder", "-o takes a folder"};
    static const char *const KM[] = {"-i ត្រូវការថត", "-o ត្រូវការថត"};
    *folder = value;
    return *value || wrong(r, EN[option == 'o'], KM[option == 'o'], "");
}

static bool read_lang(const struct cli_reader *r, const char *value)
{
    bool khmer = !strcmp(value, "km");
    if (!khmer && strcmp(value, "en") != 0)
        return wrong(r, "--lang takes en or km", "--lang ត្រូវជា en ឬ km", value);
    r->cli->language = khmer ? SASTRA_KM : SASTRA_EN;
    return true;
}

static bool read_threads(const struct cli_reader *r, const char *value)
{
    long n;
    if (!number_read(str_of(value), &n) || n < 1 || n > 256)
        return wrong(r, "-j takes a number from 1 to 256", "-j ត្រូវជាលេខពី 1 ដល់ 256", value);
    r->cli->threads = (int)n;
    return true;
}

static bool read_only(const struct cli_reader *r, const char *value)
{
    struct str rest = str_of(value), name;
    while (str_cut(&rest, ',', &name))
        if (str_trim(name).n) VEC_ADD(r->arena, r->cli->only, str_copy(r->arena, str_trim(name)).s);
    return r->cli->only.n || wrong(r, "--only takes names", "--only ត្រូវការឈ្មោះ", "");
}

static bool unknown(const struct cli_reader *r)
{
    const char letter[] = {'-', (char)optopt, 0};
    bool is_letter = strncmp(r->arg, "--", 2) != 0 && optopt > ' ' && optopt < 127;
    return wrong(r, "unknown option", "មិនស្គាល់ជម្រើស", is_letter ? letter : r->arg);
}

/* getopt takes the beginning of a name for the name; later versions may have another that begins so. */
static bool is_beginning(const struct cli_reader *r, const char *arg)
{
    if (!arg || strncmp(arg, "--", 2) != 0 || !arg[2]) return false;
    for (const struct option *o = r->names; o->name; o++)
        if (strcspn(arg + 2, "=") == strlen(o->name) && !strncmp(arg + 2, o->name, strlen(o->name)))
            return false;
    return true;
}

static bool read_option(struct cli_reader *r, int option, const char *value)
{
    struct cli *cli = r->cli;
    switch (option) {
    case WORD: VEC_ADD(r->arena, r->words, value); return true;
    case 'h':
    case USAGE_HELP: VEC_ADD(r->arena, r->words, "help"); return true;
    case USAGE_VERSION: VEC_ADD(r->arena, r->words, "version"); return true;
    case USAGE_STRICT: return cli->strict = true;
    case USAGE_WATCH: return cli->watch = true;
    case USAGE_ADOPT: return cli->adopt = true;
    case 'q': return cli->quiet = true;
    case 'i': return read_folder(r, 'i', value, &cli->input);
    case 'o': return read_folder(r, 'o', value, &cli->output);
    case 'j': return read_threads(r, value);
    case USAGE_LANG: return read_lang(r, value);
    case USAGE_ONLY: return read_only(r, value);
    default: return unknown(r);
    }
}

/* Each word comes in its turn ('-'), an option without its value as ':'. */
static void name_options(struct cli_reader *r)
{
    size_t n, named = 0;
    const struct usage_option *options = usage_options(&n);
    struct buf letters = BUF(r->arena);
    r->names = ARENA_MANY(r->arena, struct option, n + 1);
    buf_put(&letters, "-:");
    for (size_t i = 0; i < n; i++) {
        const struct usage_option *o = &options[i];
        if (o->name)
            r->names[named++] =
                (struct option){o->name, o->value ? required_argument : no_argument, NULL, o->code};
        else
            buf_fmt(&letters, "%c%s", o->code, o->value ? ":" : "");
    }
    r->letters = str_copy(r->arena, buf_str(&letters)).s;
}

static bool read_options(struct cli_reader *r, int argc, char **argv)
{
    opterr = 0; /* what is wrong is told here, in both languages */
    optind = 1;
    name_options(r);
    for (;;) {
        r->arg = argv[optind]; /* words are not moved about */
        if (is_beginning(r, r->arg)) return unknown(r);
        int option = getopt_long(argc, argv, r->letters, r->names, NULL);
        if (option == -1) break;
        const char *value = option == ':' ? "" : optarg;
        if (!read_option(r, option == ':' ? optopt : option, value)) return false;
    }
    for (int i = optind; i < argc; i++) VEC_ADD(r->arena, r->words, argv[i]);
    return true;
}

static const struct usage_command *find_command(const char *first, const char *second)
{
    size_t n;
    const struct usage_command *all = usage_commands(&n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(first, all[i].name) && (!all[i].more || (second && !strcmp(second, all[i].more))))
            return &all[i];
    return NULL;
}

static bool read_words(struct cli_reader *r)
{
    const char *const *words = r->words.at;
    size_t n = r->words.n;
    if (!n) return true;
    const struct usage_command *v = find_command(words[0], n > 1 ? words[1] : NULL);
    if (!v) return wrong(r, "unknown command", "មិនស្គាល់ពាក្យបញ្ជា", words[0]);
    size_t used = v->more ? 2 : 1, left = n - used;
    if (left > (size_t)v->operands)
        return wrong(r, "one word too many", "មានពាក្យលើស", words[used + (size_t)v->operands]);
    if (left < (size_t)v->needed)
        return wrong(r, "a word is missing after", "ខ្វះពាក្យបន្ទាប់ពី", words[used - 1]);
    r->cli->command = v->command;
    r->cli->operands = words + used;
    r->cli->noperands = left;
    if (left) r->cli->operand = words[used];
    return true;
}

bool cli_read(struct arena *a, int argc, char **argv, struct cli *cli)
{
    struct cli_reader r = {.arena = a, .cli = cli};
    *cli = (struct cli){.input = "input", .language = language_of_locale()};
    if (!read_options(&r, argc, argv) || !read_words(&r)) return false;
    if (!cli->output && cli->command != COMMAND_CATALOGUE) cli->output = "out";
    return true;
}
