#include "app/cli.h"

#include "khmer/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct verb {
    const char *name, *more; /* more: the second word */
    enum command command;
    int operands, needed;
} VERBS[] = {
    {"build", NULL, COMMAND_BUILD, 0, 0},        {"check", NULL, COMMAND_CHECK, 0, 0},
    {"template", NULL, COMMAND_TEMPLATE, 1, 1},  {"accept", NULL, COMMAND_ACCEPT, 1, 0},
    {"explain", NULL, COMMAND_EXPLAIN, 1, 1},    {"dump", "tree", COMMAND_DUMP_TREE, 1, 1},
    {"dump", "pages", COMMAND_DUMP_PAGES, 1, 1}, {"dump", "breaks", COMMAND_DUMP_BREAKS, 1, 0},
    {"dump", "order", COMMAND_DUMP_ORDER, 0, 0}, {"help", NULL, COMMAND_HELP, 0, 0},
    {"version", NULL, COMMAND_VERSION, 0, 0},
};

static const char *const HELP[] = {
    "sastra turns a folder of notes into a bilingual report and its handouts, as PDF.\n"
    "\n"
    "  sastra [build] [-i INPUT] [-o OUT] [--only NAME,…] [--lang en|km] [--strict] [-j N] [-q] [--watch]\n"
    "  sastra check                   read everything, tell every problem, write nothing\n"
    "  sastra template FORM           the CSV header to type into\n"
    "  sastra accept [NOTE]           record that translations are current\n"
    "  sastra explain CODE            more on a complaint\n"
    "  sastra dump tree|pages NAME    a document's tree or pages as text\n"
    "  sastra dump breaks [NAMES]     lines on standard input: where each may break\n"
    "  sastra dump order              lines on standard input: normal form TAB kind\n"
    "  sastra help | version\n"
    "\n"
    "  -i INPUT   the folder to read (input)       -o OUT     the folder to make (out)\n"
    "  --only     these documents alone: report, report.km, programme, form-comments; forms, reflections: "
    "all of them\n"
    "  --strict   an error stops the build         -j N       threads\n"
    "  --lang     the language of messages         -q         errors alone\n"
    "  --watch    build again whenever something in INPUT changes\n"
    "\n"
    "Exit status: 0 no error; 1 done, with an error marked in the PDF; 2 nothing was made.\n",

    "sastra បង្កើតរបាយការណ៍ពីរភាសា និងឯកសារចែកជា PDF ពីថតកំណត់ត្រា។\n"
    "\n"
    "  sastra [build] [-i INPUT] [-o OUT] [--only NAME,…] [--lang en|km] [--strict] [-j N] [-q] [--watch]\n"
    "  sastra check                   អានទាំងអស់ ប្រាប់បញ្ហាទាំងអស់ មិនសរសេរអ្វីឡើយ\n"
    "  sastra template FORM           ក្បាលតារាង CSV សម្រាប់វាយបញ្ចូល\n"
    "  sastra accept [NOTE]           កត់ត្រាថាការបកប្រែទាន់សម័យ\n"
    "  sastra explain CODE            ព័ត៌មានបន្ថែមអំពីបញ្ហាមួយ\n"
    "  sastra dump tree|pages NAME    មែកធាង ឬទំព័ររបស់ឯកសារជាអក្សរ\n"
    "  sastra dump breaks [NAMES]     បន្ទាត់ពី standard input៖ កន្លែងដែលអាចចុះបន្ទាត់\n"
    "  sastra dump order              បន្ទាត់ពី standard input៖ ទម្រង់ត្រឹមត្រូវ TAB ប្រភេទ\n"
    "  sastra help | version\n"
    "\n"
    "  -i INPUT   ថតសម្រាប់អាន (input)             -o OUT     ថតសម្រាប់លទ្ធផល (out)\n"
    "  --only     តែឯកសារទាំងនេះ៖ report, report.km, programme, form-comments; forms, reflections៖ ទាំងអស់\n"
    "  --strict   ឈប់នៅពេលមានកំហុស                -j N       ចំនួនខ្សែការងារ\n"
    "  --lang     ភាសារបស់សារ                      -q         តែកំហុសប៉ុណ្ណោះ\n"
    "  --watch    បង្កើតឡើងវិញរាល់ពេលមានការផ្លាស់ប្តូរក្នុង INPUT\n"
    "\n"
    "ស្ថានភាពចេញ៖ 0 គ្មានកំហុស; 1 រួចរាល់ តែមានកំហុសដែលសម្គាល់ក្នុង PDF; 2 មិនបានបង្កើតអ្វីទេ។\n",
};

const char *cli_help(enum diag_lang lang)
{
    return HELP[lang];
}

static enum diag_lang language_of_locale(void)
{
    const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *v = getenv(NAMES[i]);
        if (v && *v) return !strncmp(v, "km", 2) ? DIAG_KM : DIAG_EN;
    }
    return DIAG_EN;
}

struct cli_reader {
    struct arena *arena;
    char **argv;
    int argc, at;
    struct cli *cli;
};

static bool wrong(const struct cli_reader *r, const char *en, const char *km, const char *what)
{
    bool khmer = r->cli->options.lang == DIAG_KM;
    fprintf(stderr, khmer ? "sastra: %s៖ %s\nសូមមើល sastra help\n" : "sastra: %s: %s\nSee sastra help.\n",
            khmer ? km : en, what);
    return false;
}

/* -iX, -i X, --input=X and --input X all give X. */
static bool value_of(struct cli_reader *r, const char *name, struct str *value)
{
    const char *arg = r->argv[r->at];
    size_t n = strlen(name);
    if (strncmp(arg, name, n)) return false;
    if (arg[n] && name[1] == '-' && arg[n] != '=') return false;
    if (arg[n])
        *value = str_of(arg + n + (name[1] == '-'));
    else if (r->at + 1 < r->argc)
        *value = str_of(r->argv[++r->at]);
    else
        *value = (struct str){0};
    return true;
}

static bool read_lang(struct cli_reader *r, struct str v)
{
    if (str_is(v, "en"))
        r->cli->options.lang = DIAG_EN;
    else if (str_is(v, "km"))
        r->cli->options.lang = DIAG_KM;
    else
        return wrong(r, "--lang takes en or km", "--lang ត្រូវជា en ឬ km", v.s ? v.s : "");
    return true;
}

static bool read_threads(struct cli_reader *r, struct str v)
{
    long n;
    if (!number_read(v, &n) || n < 1 || n > 256)
        return wrong(r, "-j takes a number from 1 to 256", "-j ត្រូវជាលេខពី 1 ដល់ 256", v.s ? v.s : "");
    r->cli->options.threads = (int)n;
    return true;
}

static bool read_only(struct cli_reader *r, struct str v)
{
    struct str name;
    while (str_cut(&v, ',', &name))
        if (str_trim(name).n) VEC_ADD(r->arena, r->cli->only, str_trim(name));
    return r->cli->only.n || wrong(r, "--only takes names", "--only ត្រូវការឈ្មោះ", "");
}

static bool read_flag(struct cli_reader *r)
{
    const char *arg = r->argv[r->at];
    struct options *o = &r->cli->options;
    struct str v;
    if (!strcmp(arg, "--strict")) return o->strict = true;
    if (!strcmp(arg, "--watch")) return r->cli->watch = true;
    if (!strcmp(arg, "-q")) return o->quiet = true;
    if (value_of(r, "--lang", &v)) return read_lang(r, v);
    if (value_of(r, "--only", &v)) return read_only(r, v);
    if (value_of(r, "-j", &v)) return read_threads(r, v);
    if (value_of(r, "-i", &o->input)) return o->input.n || wrong(r, "-i takes a folder", "-i ត្រូវការថត", "");
    if (value_of(r, "-o", &o->output)) return o->output.n || wrong(r, "-o takes a folder", "-o ត្រូវការថត", "");
    return wrong(r, "unknown option", "មិនស្គាល់ជម្រើស", arg);
}

static const struct verb *find_verb(struct str first, struct str second)
{
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (str_is(first, VERBS[i].name) && (!VERBS[i].more || str_is(second, VERBS[i].more)))
            return &VERBS[i];
    return NULL;
}

static bool read_words(struct cli_reader *r, const struct str *words, size_t n)
{
    if (!n) return true;
    const struct verb *v = find_verb(words[0], n > 1 ? words[1] : (struct str){0});
    if (!v) return wrong(r, "unknown command", "មិនស្គាល់ពាក្យបញ្ជា", words[0].s);
    size_t used = v->more ? 2 : 1, left = n - used;
    if (left > (size_t)v->operands) return wrong(r, "one word too many", "មានពាក្យលើស", words[used].s);
    if (left < (size_t)v->needed)
        return wrong(r, "a word is missing after", "ខ្វះពាក្យបន្ទាប់ពី", words[used - 1].s);
    r->cli->command = v->command;
    if (left) r->cli->operand = words[used];
    return true;
}

bool cli_read(struct arena *a, int argc, char **argv, struct cli *cli)
{
    struct cli_reader r = {a, argv, argc, 1, cli};
    VEC(struct str) words = {0};
    bool flags = true;
    *cli = (struct cli){.options = {.input = STR("input"), .output = STR("out")}};
    cli->options.lang = language_of_locale();
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    cli->options.threads = cores < 1 ? 1 : cores > 16 ? 16 : (int)cores;
    for (; r.at < argc; r.at++) {
        const char *arg = argv[r.at];
        if (flags && !strcmp(arg, "--"))
            flags = false;
        else if (flags && (!strcmp(arg, "--help") || !strcmp(arg, "-h")))
            VEC_ADD(a, words, STR("help"));
        else if (flags && !strcmp(arg, "--version"))
            VEC_ADD(a, words, STR("version"));
        else if (flags && arg[0] == '-' && arg[1]) {
            if (!read_flag(&r)) return false;
        } else
            VEC_ADD(a, words, str_of(arg));
    }
    return read_words(&r, words.at, words.n);
}
