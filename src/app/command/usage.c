#include "app/command/usage.h"

/* clang-format off */
static const struct usage_command COMMANDS[] = {
    {"build", NULL, COMMAND_BUILD, 0, 0, "",
     {"make OUT from INPUT; so does sastra alone", "បង្កើត OUT ពី INPUT; sastra តែម្នាក់ឯងក៏ធ្វើដូច្នេះដែរ"}},
    {"check", NULL, COMMAND_CHECK, 0, 0, "",
     {"read everything, tell every problem, write nothing", "អានទាំងអស់ ប្រាប់បញ្ហាទាំងអស់ មិនសរសេរអ្វីឡើយ"}},
    {"init", NULL, COMMAND_INIT, 1, 0, "[FOLDER]",
     {"begin: a commented event.yml, a pair of notes, a form", "ចាប់ផ្តើម៖ event.yml មានពាក្យពន្យល់ កំណត់ត្រាមួយគូ ទម្រង់មួយ"}},
    {"template", NULL, COMMAND_TEMPLATE, 1, 1, "FORM",
     {"the CSV header to type into", "ក្បាលតារាង CSV សម្រាប់វាយបញ្ចូល"}},
    {"accept", NULL, COMMAND_ACCEPT, 1, 0, "[NOTE]",
     {"record that translations are current", "កត់ត្រាថាការបកប្រែទាន់សម័យ"}},
    {"todo", NULL, COMMAND_TODO, 1, 0, "[FILE.csv]",
     {"what wants translating, to fill in and drop into INPUT", "អ្វីដែលត្រូវបកប្រែ សម្រាប់បំពេញ រួចដាក់ក្នុង INPUT"}},
    {"diff", NULL, COMMAND_DIFF, 2, 2, "OLD NEW",
     {"what changed between two reports (PDFs, or folders made): sections, pages", "អ្វីដែលផ្លាស់ប្តូររវាងរបាយការណ៍ពីរ (PDF ឬថតលទ្ធផល)៖ ផ្នែក ទំព័រ"}},
    {"catalogue", NULL, COMMAND_CATALOGUE, USAGE_MANY, 1, "OUT…",
     {"one page (HTML) for the reports of many events; -o FILE: into a file", "ទំព័រមួយ (HTML) សម្រាប់របាយការណ៍នៃព្រឹត្តិការណ៍ច្រើន; -o FILE៖ ទៅក្នុងឯកសារ"}},
    {"explain", NULL, COMMAND_EXPLAIN, 1, 1, "CODE",
     {"more on a complaint", "ព័ត៌មានបន្ថែមអំពីបញ្ហាមួយ"}},
    {"dump", "tree", COMMAND_DUMP_TREE, 1, 1, "NAME",
     {"a document's tree as text", "មែកធាងរបស់ឯកសារជាអក្សរ"}},
    {"dump", "pages", COMMAND_DUMP_PAGES, 1, 1, "NAME",
     {"a document's pages as text", "ទំព័ររបស់ឯកសារជាអក្សរ"}},
    {"dump", "breaks", COMMAND_DUMP_BREAKS, 1, 0, "[NAMES]",
     {"lines on standard input: where each may break", "បន្ទាត់ពី standard input៖ កន្លែងដែលអាចចុះបន្ទាត់"}},
    {"dump", "order", COMMAND_DUMP_ORDER, 0, 0, "",
     {"lines on standard input: normal form TAB kind", "បន្ទាត់ពី standard input៖ ទម្រង់ត្រឹមត្រូវ TAB ប្រភេទ"}},
    {"help", NULL, COMMAND_HELP, 1, 0, "[man|bash]",
     {"this; the same as a man page, or for bash to complete by", "ព័ត៌មាននេះ; ឬជាទំព័រ man ឬសម្រាប់ឱ្យ bash បំពេញពាក្យ"}},
    {"version", NULL, COMMAND_VERSION, 0, 0, "",
     {"which version this is", "នេះជាកំណែណា"}},
};

static const struct usage_option OPTIONS[] = {
    {'i', NULL, "INPUT",
     {"the folder to read (input)", "ថតសម្រាប់អាន (input)"}},
    {'o', NULL, "OUT",
     {"the folder to make (out); of catalogue: the file", "ថតសម្រាប់លទ្ធផល (out); របស់ catalogue៖ ឯកសារ"}},
    {USAGE_ONLY, "only", "NAME,…",
     {"these documents alone: report, report.km, programme, form-comments; forms, reflections: all of them",
      "តែឯកសារទាំងនេះ៖ report, report.km, programme, form-comments; forms, reflections៖ ទាំងអស់"}},
    {USAGE_LANG, "lang", "en|km",
     {"the language of messages (the locale's)", "ភាសារបស់សារ (ភាសារបស់ប្រព័ន្ធ)"}},
    {USAGE_STRICT, "strict", NULL,
     {"an error stops the build", "ឈប់នៅពេលមានកំហុស"}},
    {'j', NULL, "N",
     {"threads", "ចំនួនខ្សែការងារ"}},
    {'q', NULL, NULL,
     {"errors alone", "តែកំហុសប៉ុណ្ណោះ"}},
    {USAGE_WATCH, "watch", NULL,
     {"build again whenever something in INPUT changes, until Ctrl-C",
      "បង្កើតឡើងវិញរាល់ពេលមានការផ្លាស់ប្តូរក្នុង INPUT រហូតដល់ចុច Ctrl-C"}},
    {USAGE_ADOPT, "adopt", NULL,
     {"build into OUT though it holds other files: they stay",
      "បង្កើតក្នុង OUT ទោះបីវាមានឯកសារផ្សេងក៏ដោយ៖ ឯកសារទាំងនោះនៅដដែល"}},
    {'h', NULL, NULL,
     {"help", "ជំនួយ"}},
    {USAGE_HELP, "help", NULL,
     {"help", "ជំនួយ"}},
    {USAGE_VERSION, "version", NULL,
     {"which version this is", "នេះជាកំណែណា"}},
};
/* clang-format on */

const struct usage_command *usage_commands(size_t *n)
{
    *n = sizeof COMMANDS / sizeof *COMMANDS;
    return COMMANDS;
}

const struct usage_option *usage_options(size_t *n)
{
    *n = sizeof OPTIONS / sizeof *OPTIONS;
    return OPTIONS;
}
