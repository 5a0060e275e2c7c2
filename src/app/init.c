#include "app/init.h"

#include "publish/folder.h"

#include <errno.h>
#include <unistd.h>

static const char EVENT_EN[] =
    "# What the event is. A line that begins with # is a remark and is not read: take the # away to use it.\n"
    "\n"
    "status: draft            # final, when nothing will change any more: then an error stops the build\n"
    "sample: yes              # every page says SAMPLE. Delete this line when what stands here is your own.\n"
    "languages: [km, en]      # the first stands in the left column\n"
    "dates: [2027-01-12]      # each day of the event: [2027-01-12, 2027-01-13]\n"
    "\n"
    "en:\n"
    "  title: The name of the event\n"
    "  venue: Where it takes place\n"
    "  host: Who invites\n"
    "km:\n"
    "  title: ឈ្មោះព្រឹត្តិការណ៍\n"
    "  venue: ទីកន្លែង\n"
    "  host: អ្នករៀបចំ\n"
    "\n"
    "# contact: {name: Who answers questions, email: name@example.org}\n"
    "# url: https://example.org/forum/     # where the report will be found: a QR code\n"
    "# colour: '#0B3C5D'                   # one dark colour for headings and covers\n"
    "# national_heading: yes               # Kingdom of Cambodia, Nation Religion King\n"
    "# programme_as_of: 2026-12-01\n"
    "# documents: [report, programme, forms, session-sheets, reflections, documents, guide]   # else all\n";

static const char EVENT_KM[] =
    "# ព័ត៌មានអំពីព្រឹត្តិការណ៍។ បន្ទាត់ដែលចាប់ផ្តើមដោយ # ជាចំណាំ មិនត្រូវបានអានទេ៖ សូមលុប # ចេញ ដើម្បីប្រើបន្ទាត់នោះ។\n"
    "\n"
    "status: draft            # ដាក់ final ពេលគ្មានអ្វីត្រូវកែទៀត៖ ពេលនោះកំហុសមួយបញ្ឈប់ការបង្កើត\n"
    "sample: yes              # គ្រប់ទំព័រសរសេរថា គំរូ។ សូមលុបបន្ទាត់នេះ ពេលខ្លឹមសារជារបស់អ្នកពិតប្រាកដ។\n"
    "languages: [km, en]      # ភាសាទីមួយនៅជួរឈរខាងឆ្វេង\n"
    "dates: [2027-01-12]      # ថ្ងៃនីមួយៗនៃព្រឹត្តិការណ៍៖ [2027-01-12, 2027-01-13]\n"
    "\n"
    "km:\n"
    "  title: ឈ្មោះព្រឹត្តិការណ៍\n"
    "  venue: ទីកន្លែង\n"
    "  host: អ្នករៀបចំ\n"
    "en:\n"
    "  title: The name of the event\n"
    "  venue: Where it takes place\n"
    "  host: Who invites\n"
    "\n"
    "# contact: {name: អ្នកឆ្លើយសំណួរ, email: name@example.org}\n"
    "# url: https://example.org/forum/     # អាសយដ្ឋានរបាយការណ៍លើអ៊ីនធឺណិត៖ កូដ QR\n"
    "# colour: '#0B3C5D'                   # ពណ៌ចាស់មួយសម្រាប់ចំណងជើង និងគម្រប\n"
    "# national_heading: yes               # ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ\n"
    "# programme_as_of: 2026-12-01         # ថ្ងៃនៃកម្មវិធីនេះ\n"
    "# documents: [report, programme, forms, session-sheets, reflections, documents, guide]   # បើគ្មាន៖ "
    "ទាំងអស់\n";

static const char PROGRAMME[] =
    "\xEF\xBB\xBF"
    "day,start,end,session,type,title_en,title_km,speakers_en,speakers_km,chair,rapporteur,room\r\n"
    "1,08:30,09:00,d1s01,opening,Opening,ពិធីបើក,,,,,\r\n";

static const char NOTE_EN[] =
    "# Opening\n"
    "\n"
    "Write here what was said, a paragraph a thought. An empty line parts two paragraphs.\n"
    "\n"
    "## Key issues\n"
    "\n"
    "- A point a line, with a dash before it.\n"
    "- A second point, with a word in **bold**.\n"
    "\n"
    "> What somebody said, word for word.\n";

static const char NOTE_KM[] = "# ពិធីបើក\n"
                              "\n"
                              "សូមសរសេរអ្វីដែលបាននិយាយនៅទីនេះ មួយគំនិតមួយកថាខណ្ឌ។ បន្ទាត់ទទេមួយញែកកថាខណ្ឌពីរ។\n"
                              "\n"
                              "## ចំណុចសំខាន់ៗ\n"
                              "\n"
                              "- មួយចំណុចមួយបន្ទាត់ ដោយមានសញ្ញា - នៅខាងមុខ។\n"
                              "- ចំណុចទីពីរ មានពាក្យ**អក្សរដិត**។\n"
                              "\n"
                              "> សម្តីដែលបាននិយាយ សរសេរតាមពាក្យដើម។\n";

#define FORM_BODY                                                                                                                                             \
    "id: comments\n"                                                                                                                                          \
    "en: {title: Comments and questions}\n"                                                                                                                   \
    "km: {title: មតិយោបល់ និងសំណួរ}\n"                                                                                        \
    "prompts:\n"                                                                                                                                              \
    "  - {id: q1, type: open, lines: 6, en: What did you notice?, km: តើអ្នកបានសង្កេតឃើញអ្វី?}\n"                 \
    "  - {id: q2, type: scale, points: 5, en: How useful was the day?, km: ថ្ងៃនេះមានប្រយោជន៍កម្រិតណា?, " \
    "low_en: little, low_km: តិច, high_en: very, high_km: ខ្លាំង}\n"                                                                        \
    "  - {id: q3, type: yesno, en: Would you come again?, km: តើអ្នកនឹងចូលរួមម្តងទៀតទេ?}\n"

static const char FORM_EN[] =
    "# A form: blank sheets, the table to type them into and the summary are made of it.\n"
    "# type: open, choice, choices, scale, yesno, ranking. Filled-in sheets go into "
    "reflections/comments.csv.\n"
    "\n" FORM_BODY;
static const char FORM_KM[] =
    "# ទម្រង់មួយ៖ សន្លឹកទទេ តារាងសម្រាប់វាយបញ្ចូល និងសេចក្តីសង្ខេបត្រូវបានបង្កើតពីវា។\n"
    "# type: open, choice, choices, scale, yesno, ranking។ សន្លឹកដែលបំពេញហើយ វាយក្នុង reflections/comments.csv។\n"
    "\n" FORM_BODY;

/* As `sastra template comments` has it. */
static const char TABLE[] = "\xEF\xBB\xBF"
                            "form_no,session,lang,role,q1,q2,q3,themes,quote_ok,legible\r\n";

static const struct init_file FILES[] = {
    {"event.yml",
     {EVENT_KM, EVENT_EN},
     {"ព្រឹត្តិការណ៍៖ ចំណងជើង កាលបរិច្ឆេទ ភាសា", "the event: titles, dates, languages"}},
    {"programme.csv",
     {PROGRAMME, PROGRAMME},
     {"មួយវគ្គមួយជួរដេក (ប្រើ Excel ក៏បាន)", "a row a session (Excel will do)"}},
    {"sessions/d1s01-opening.en.md",
     {NOTE_EN, NOTE_EN},
     {"កំណត់ត្រាវគ្គទីមួយ ជាភាសាអង់គ្លេស", "notes of the first session, in English"}},
    {"sessions/d1s01-opening.km.md", {NOTE_KM, NOTE_KM}, {"ដូចគ្នា ជាភាសាខ្មែរ", "the same in Khmer"}},
    {"forms/comments.yml", {FORM_KM, FORM_EN}, {"ទម្រង់មួយ", "a form"}},
    {"reflections/comments.csv",
     {TABLE, TABLE},
     {"តារាងសម្រាប់វាយបញ្ចូលសន្លឹករបស់វា", "the table that its sheets are typed into"}},
};

const struct init_file *init_files(size_t *n)
{
    *n = sizeof FILES / sizeof *FILES;
    return FILES;
}

static const char *path_of(struct arena *scratch, const char *folder, const struct init_file *f)
{
    return str_fmt(scratch, "%s/%s", folder, f->path).s;
}

static bool write_file(struct arena *scratch, const char *folder, const struct init_file *f, enum lang lang)
{
    const char *path = path_of(scratch, folder, f), *text = f->text[lang];
    return folder_make_above(path) && folder_write(path, str_of(text));
}

enum init_outcome init_write(struct arena *scratch, const char *folder, enum lang lang)
{
    bool good = true;
    if (!folder_is_free(scratch, folder, &good)) return INIT_TAKEN;
    if (!good || !folder_make(folder)) return INIT_FAILED;
    size_t made = 0, n = sizeof FILES / sizeof *FILES;
    while (made < n && write_file(scratch, folder, &FILES[made], lang)) made++;
    if (made == n) return INIT_MADE;
    int why = errno;
    while (made-- > 0) unlink(path_of(scratch, folder, &FILES[made]));
    errno = why;
    return INIT_FAILED;
}
