#include "app/command/command.h"
#include "app/command/terminal.h"
#include "app/init.h"

#include <errno.h>
#include <string.h>

static enum lang lang_of(const struct cli *cli)
{
    return lang_named(cli->language == SASTRA_KM ? STR("km") : STR("en"));
}

static int refused(const char *folder, enum sastra_language language)
{
    terminal_say(stderr,
                 language == SASTRA_KM
                     ? "sastra: %s មានឯកសាររួចហើយ ដូច្នេះគ្មានអ្វីត្រូវបានសរសេរទេ។ សូមជ្រើសថតថ្មី៖ sastra init ថត\n"
                     : "sastra: %s holds files already, and nothing was written. Choose a new "
                       "folder: sastra init FOLDER\n",
                 folder);
    return SASTRA_NOTHING;
}

static int failed(const char *folder, enum sastra_language language)
{
    terminal_say(stderr,
                 language == SASTRA_KM ? "sastra: មិនអាចសរសេរក្នុង %s៖ %s\n"
                                       : "sastra: cannot write into %s: %s\n",
                 folder, strerror(errno));
    return SASTRA_NOTHING;
}

/* What lies there now, and what comes next. */
static void tell(const struct cli *cli, const char *folder)
{
    static const char *const NEXT[] = {
        [SASTRA_EN] =
            "\nNext:\n"
            "  1. Open event.yml and write what your event is; delete its line sample: yes.\n"
            "  2. Write your programme into programme.csv, a row a session: d1s01, d1s02, d2s01 …\n"
            "  3. Drop notes into sessions/ by those numbers: d1s02.km.docx, d1s02.en.docx.\n"
            "  4. Make the report: sastra%s%s\n"
            "     It is in out/: report.pdf, and handouts/guide.pdf for your rapporteurs; problems.txt tells "
            "what wants mending.\n",
        [SASTRA_KM] = "\nជំហានបន្ទាប់៖\n"
                      "  ១. បើក event.yml ហើយសរសេរព័ត៌មានព្រឹត្តិការណ៍របស់អ្នក។ លុបបន្ទាត់ sample: yes ចេញ។\n"
                      "  ២. សរសេរកម្មវិធីក្នុង programme.csv មួយវគ្គមួយជួរដេក៖ d1s01, d1s02, d2s01 …\n"
                      "  ៣. ដាក់កំណត់ត្រាក្នុង sessions/ តាមលេខទាំងនោះ៖ d1s02.km.docx, d1s02.en.docx។\n"
                      "  ៤. បង្កើតរបាយការណ៍៖ sastra%s%s\n"
                      "     លទ្ធផលនៅក្នុង out/៖ report.pdf និង handouts/guide.pdf សម្រាប់អ្នកកត់ត្រា។ problems.txt "
                      "ប្រាប់អ្វីដែលត្រូវកែ។\n"};
    size_t n;
    const struct init_file *files = init_files(&n);
    for (size_t i = 0; i < n; i++)
        terminal_say(stdout, "%s/%-30s %s\n", folder, files[i].path, files[i].what[lang_of(cli)]);
    bool usual = !strcmp(folder, "input");
    terminal_say(stdout, NEXT[cli->language], usual ? "" : " -i ", usual ? "" : folder);
}

int command_init(const struct cli *cli)
{
    const char *folder = cli->operand ? cli->operand : cli->input;
    struct arena *scratch = arena_new_with((struct arena_failure){.tell = command_no_memory});
    enum init_outcome outcome = init_write(scratch, folder, lang_of(cli));
    int why = errno;
    arena_free(scratch);
    errno = why;
    if (outcome == INIT_TAKEN) return refused(folder, cli->language);
    if (outcome == INIT_FAILED) return failed(folder, cli->language);
    tell(cli, folder);
    return SASTRA_GOOD;
}
