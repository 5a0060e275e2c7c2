/* The download page: one file, no script, readable on a telephone. */
#include "publish/html.h"
#include "publish/passed_on.h"

struct index_entry {
    const char *name;
    struct bi said;
};

/* clang-format off */
static const struct index_entry REPORT_ALONE[] = { /* of an event in one language */
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ", "Final report")},
    {"report.html", BI("របាយការណ៍សម្រាប់អានលើទូរសព្ទ និងកុំព្យូទ័រ", "Report to read on a telephone or a computer")},
};

static const struct index_entry REPORTS[] = {
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ និងអង់គ្លេស", "Final report, Khmer and English side by side")},
    {"report.html", BI("របាយការណ៍សម្រាប់អានលើទូរសព្ទ និងកុំព្យូទ័រ", "Report to read on a telephone or a computer")},
    {"report.km.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ", "Final report in Khmer")},
    {"report.en.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាអង់គ្លេស", "Final report in English")},
};

static const struct index_entry HANDOUTS[] = {
    {"handouts/programme.pdf", BI("កម្មវិធី", "Programme")},
    {"handouts/programme-a5.pdf", BI("កម្មវិធី ទំហំ A5", "Programme, A5")},
    {"handouts/session-sheets.pdf", BI("សន្លឹកវគ្គ", "Session sheets")},
    {"handouts/documents.pdf", BI("ឯកសាររបស់វាគ្មិន", "Speakers’ documents")},
    {"handouts/guide.pdf", BI("ការណែនាំសម្រាប់អ្នកកត់ត្រា", "Guide for rapporteurs")},
    {"handouts/reflections-digest.pdf", BI("ការឆ្លុះបញ្ចាំង៖ សេចក្តីសង្ខេប", "Reflections: digest")},
    {"handouts/reflections-slides.pdf", BI("ការឆ្លុះបញ្ចាំង៖ ស្លាយ", "Reflections: slides")},
    {"handouts/reflections-wall.pdf", BI("ការឆ្លុះបញ្ចាំង៖ ផ្ទាំងបិទជញ្ជាំង", "Reflections: wall poster")},
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The first whole words of the English title that a file name may hold, in about 40 bytes. */
static struct str event_slug(struct arena *a, const struct event *event)
{
    struct buf b = BUF(a);
    struct str t = event->title.t[LANG_EN];
    for (size_t i = 0; i < t.n && (b.n < 40 || b.s[b.n - 1] != '-') && b.n < 60; i++) {
        char c = t.s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            buf_byte(&b, c);
        else if (b.n && b.s[b.n - 1] != '-')
            buf_byte(&b, '-');
    }
    while (b.n && b.s[b.n - 1] == '-') b.n--;
    return b.n ? buf_str(&b) : STR("sastra");
}

/* report.km.pdf → EVENT-2023-report-km.pdf; what names no language holds the event's. */
static struct str saved_name(struct arena *a, const struct event *event, struct str name)
{
    struct buf b = BUF(a);
    size_t from = 0;
    bool tagged = str_ends(name, ".km.pdf") || str_ends(name, ".en.pdf");
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] == '/') from = i + 1;
    buf_add(&b, event_slug(a, event));
    if (event->ndates) buf_fmt(&b, "-%d", event->dates[0].year);
    buf_byte(&b, '-');
    for (size_t i = from; i + 4 < name.n; i++) buf_byte(&b, name.s[i] == '.' ? '-' : name.s[i]);
    for (size_t i = 0; i < event->nlangs && !tagged; i++) buf_fmt(&b, "-%s", lang_tag(event->langs[i]));
    buf_put(&b, ".pdf");
    return buf_str(&b);
}

static void put_entry(struct buf *b, const struct event *event, struct str name, struct bi said)
{
    buf_put(b, "<li><a href=\"");
    buf_markup(b, name);
    if (str_ends(name, ".pdf")) { /* a page opens */
        buf_put(b, "\" download=\"");
        buf_markup(b, saved_name(b->arena, event, name));
        enum lang last = event->langs[event->nlangs - 1];
        said.t[last] = str_fmt(b->arena, "%.*s (PDF)", STR_ARGS(said.t[last]));
    }
    buf_put(b, "\">");
    html_said(b, event, said);
    buf_put(b, "</a></li>\n");
}

static bool named(const struct str *names, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(names[i], name)) return true;
    return false;
}

static void put_known(struct buf *b, const struct event *event, const struct str *names, size_t n,
                      const struct index_entry *entries, size_t nentries)
{
    for (size_t i = 0; i < nentries; i++)
        if (named(names, n, entries[i].name)) put_entry(b, event, str_of(entries[i].name), entries[i].said);
}

static const struct form *form_of(const struct corpus *c, struct str id)
{
    for (size_t i = 0; i < c->nforms; i++)
        if (str_eq(c->forms[i].id, id)) return &c->forms[i];
    return NULL;
}

/* A form by its own title; one that is no more by the name of its file. */
static void put_form(struct buf *b, const struct corpus *c, struct str name, struct str id)
{
    static const char *const FORM[LANG_N] = {"ទម្រង់៖ %.*s%s", "Form: %.*s%s"};
    static const char *const A5[LANG_N] = {" ទំហំ A5", ", A5"};
    const struct form *f = form_of(c, id);
    bool a5 = !f && str_ends(id, "-a5");
    if (a5) id.n -= 3;
    if (!f) f = form_of(c, id);
    struct bi title = f ? f->title : (struct bi){0}, said = {0};
    if (bi_empty(title)) title = bi_same(id);
    for (int l = 0; l < LANG_N; l++)
        said.t[l] = str_fmt(b->arena, FORM[l], STR_ARGS(bi_get(title, (enum lang)l, NULL)), a5 ? A5[l] : "");
    put_entry(b, &c->event, name, said);
}

static void put_forms(struct buf *b, const struct corpus *c, const struct str *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(names[i], "handouts/form-") && str_ends(names[i], ".pdf"))
            put_form(b, c, names[i], str_sub(names[i], sizeof "handouts/form-" - 1, names[i].n - 4));
}

struct str publish_index(struct arena *a, const struct corpus *corpus, const struct str *names, size_t n)
{
    static const struct bi REPORT = BI("របាយការណ៍", "Report"), GIVEN = BI("ឯកសារចែក", "Handouts");
    const struct event *event = &corpus->event;
    bool alone = event->nlangs < LANG_N;
    struct buf b = BUF(a);
    html_head(&b, event);
    html_element(&b, event, "h2", "<h2>", REPORT);
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, alone ? REPORT_ALONE : REPORTS,
              alone ? COUNT(REPORT_ALONE) : COUNT(REPORTS));
    buf_put(&b, "</ul>\n");
    html_element(&b, event, "h2", "<h2>", GIVEN);
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, HANDOUTS, COUNT(HANDOUTS));
    put_forms(&b, corpus, names, n);
    buf_put(&b, "</ul>\n");
    passed_on_list(&b, corpus, SHARE_PUBLIC, NULL, 0, PUBLISH_PUBLIC "/");
    buf_put(&b, "<p><a href=\"SHA256SUMS\">SHA256SUMS</a></p>\n</body>\n</html>\n");
    return buf_str(&b);
}
