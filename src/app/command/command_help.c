#include "app/command/command.h"

static const char *const HELP[] = {
    "sastra turns a folder of notes into a bilingual report and its handouts, as PDF.\n"
    "\n"
    "  sastra [build] [-i INPUT] [-o OUT] [--only NAME,…] [--lang en|km] [--strict] [-j N] [-q] [--watch] "
    "[--adopt]\n"
    "  sastra check                   read everything, tell every problem, write nothing\n"
    "  sastra template FORM           the CSV header to type into\n"
    "  sastra accept [NOTE]           record that translations are current\n"
    "  sastra todo [FILE.csv]         what wants translating, to fill in and drop into INPUT\n"
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
    "  --watch    build again whenever something in INPUT changes, until Ctrl-C\n"
    "  --adopt    build into OUT though it holds other files: they stay\n"
    "\n"
    "Exit status: 0 no error; 1 done, with an error marked in the PDF; 2 nothing was made.\n",

    "sastra បង្កើតរបាយការណ៍ពីរភាសា និងឯកសារចែកជា PDF ពីថតកំណត់ត្រា។\n"
    "\n"
    "  sastra [build] [-i INPUT] [-o OUT] [--only NAME,…] [--lang en|km] [--strict] [-j N] [-q] [--watch] "
    "[--adopt]\n"
    "  sastra check                   អានទាំងអស់ ប្រាប់បញ្ហាទាំងអស់ មិនសរសេរអ្វីឡើយ\n"
    "  sastra template FORM           ក្បាលតារាង CSV សម្រាប់វាយបញ្ចូល\n"
    "  sastra accept [NOTE]           កត់ត្រាថាការបកប្រែទាន់សម័យ\n"
    "  sastra todo [FILE.csv]         អ្វីដែលត្រូវបកប្រែ សម្រាប់បំពេញ រួចដាក់ក្នុង INPUT\n"
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
    "  --watch    បង្កើតឡើងវិញរាល់ពេលមានការផ្លាស់ប្តូរក្នុង INPUT រហូតដល់ចុច Ctrl-C\n"
    "  --adopt    បង្កើតក្នុង OUT ទោះបីវាមានឯកសារផ្សេងក៏ដោយ៖ ឯកសារទាំងនោះនៅដដែល\n"
    "\n"
    "ស្ថានភាពចេញ៖ 0 គ្មានកំហុស; 1 រួចរាល់ តែមានកំហុសដែលសម្គាល់ក្នុង PDF; 2 មិនបានបង្កើតអ្វីទេ។\n",
};

int command_help(const struct cli *cli)
{
    fputs(HELP[cli->language], stdout);
    return SASTRA_GOOD;
}

int command_version(const struct cli *cli)
{
    (void)cli;
    printf("sastra %s\n", sastra_version());
    return SASTRA_GOOD;
}
