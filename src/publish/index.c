/* The download page: one file, no script, readable on a telephone. */
#include "publish/html.h"
#include "publish/passed_on.h"
#include "publish/report_names.h"
#include "web/file/base64.h"
#include "web/file/picture_file.h"
#include "web/file/qr_svg.h"

/* clang-format off */
static const struct report_name HANDOUTS[] = {
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
    size_t from = 0, end = name.n;
    bool tagged = str_ends(name, ".km.pdf") || str_ends(name, ".en.pdf");
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] == '/') from = i + 1;
    buf_add(&b, event_slug(a, event));
    if (event->ndates) buf_fmt(&b, "-%d", event->dates[0].year);
    buf_byte(&b, '-');
    while (end > from && name.s[end - 1] != '.') end--;
    for (size_t i = from; i + 1 < end; i++) buf_byte(&b, name.s[i] == '.' ? '-' : name.s[i]);
    for (size_t i = 0; i < event->nlangs && !tagged; i++) buf_fmt(&b, "-%s", lang_tag(event->langs[i]));
    buf_byte(&b, '.');
    buf_add(&b, str_sub(name, end, name.n));
    return buf_str(&b);
}

struct index_page {
    struct buf *b;
    const struct corpus *corpus;
    const struct output *files;
    size_t n;
};

static void put_pages(struct index_page *p, const struct output *f)
{
    struct str pages = html_pages(p->b->arena, f->pages, p->corpus->event.langs[0]);
    html_size(p->b, f->name, f->bytes.n ? f->bytes.n : f->size, pages);
}

/* A page opens, anything else is saved. */
static void put_entry(struct index_page *p, const struct output *f, struct bi said)
{
    const struct event *event = &p->corpus->event;
    buf_put(p->b, "<li><a href=\"");
    buf_markup(p->b, f->name);
    if (!str_ends(f->name, ".html")) {
        buf_put(p->b, "\" download=\"");
        buf_markup(p->b, saved_name(p->b->arena, event, f->name));
    }
    buf_put(p->b, "\">");
    html_said(p->b, event, said);
    buf_put(p->b, "<small>");
    put_pages(p, f);
    buf_fmt(p->b, "</small></a><code>%.*s</code></li>\n", STR_ARGS(f->digits));
}

static void put_known(struct index_page *p, const struct report_name *entries, size_t nentries)
{
    for (size_t i = 0; i < nentries; i++)
        for (size_t k = 0; k < p->n; k++)
            if (str_is(p->files[k].name, entries[i].name)) put_entry(p, &p->files[k], entries[i].said);
}

static const struct form *form_of(const struct corpus *c, struct str id)
{
    for (size_t i = 0; i < c->nforms; i++)
        if (str_eq(c->forms[i].id, id)) return &c->forms[i];
    return NULL;
}

/* A form by its own title; one that is no more by the name of its file. */
static void put_form(struct index_page *p, const struct output *file, struct str id)
{
    static const char *const FORM[LANG_N] = {"ទម្រង់៖ %.*s%s", "Form: %.*s%s"};
    static const char *const A5[LANG_N] = {" ទំហំ A5", ", A5"};
    const struct form *f = form_of(p->corpus, id);
    bool a5 = !f && str_ends(id, "-a5");
    if (a5) id.n -= 3;
    if (!f) f = form_of(p->corpus, id);
    struct bi title = f ? f->title : (struct bi){0}, said = {0};
    if (bi_empty(title)) title = bi_same(id);
    for (int l = 0; l < LANG_N; l++)
        said.t[l] =
            str_fmt(p->b->arena, FORM[l], STR_ARGS(bi_get(title, (enum lang)l, NULL)), a5 ? A5[l] : "");
    put_entry(p, file, said);
}

static void put_forms(struct index_page *p)
{
    for (size_t i = 0; i < p->n; i++) {
        struct str name = p->files[i].name;
        if (str_starts(name, "handouts/form-") && str_ends(name, ".pdf"))
            put_form(p, &p->files[i], str_sub(name, sizeof "handouts/form-" - 1, name.n - 4));
    }
}

/* -- parts of the page ----------------------------------------------------------------------------------- */

static bool any_report(const struct index_page *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (str_starts(p->files[i].name, "report.")) return true;
    return false;
}

static void put_reports(struct index_page *p)
{
    static const struct bi REPORT = BI("របាយការណ៍", "Report");
    size_t n;
    const struct report_name *names = report_names(p->corpus->event.nlangs < LANG_N, &n);
    if (!any_report(p)) return;
    html_element(p->b, &p->corpus->event, "h2", "<h2>", REPORT);
    buf_put(p->b, "<ul>\n");
    put_known(p, names, n);
    buf_put(p->b, "</ul>\n");
}

static void put_handouts(struct index_page *p)
{
    static const struct bi GIVEN = BI("ឯកសារចែក", "Handouts");
    html_element(p->b, &p->corpus->event, "h2", "<h2>", GIVEN);
    buf_put(p->b, "<ul>\n");
    put_known(p, HANDOUTS, COUNT(HANDOUTS));
    put_forms(p);
    buf_put(p->b, "</ul>\n");
    passed_on_list(p->b, p->corpus, SHARE_PUBLIC, NULL, 0, PUBLISH_PUBLIC "/");
}

static void put_line(struct index_page *p, struct bi text)
{
    if (!bi_empty(text)) html_element(p->b, &p->corpus->event, "p", "<p class=\"fact\">", text);
}

static void put_cover(struct index_page *p)
{
    const struct picture *c = p->corpus->event.cover;
    if (!c) return;
    struct picture_file f = picture_file(p->b->arena, c);
    enum lang lang = p->corpus->event.langs[0];
    buf_fmt(p->b, "<img class=\"cover\" width=\"%lld\" height=\"%lld\" alt=\"", (long long)picture_width(c),
            (long long)picture_height(c));
    buf_markup(p->b, c->alt[lang]);
    buf_fmt(p->b, "\" src=\"data:%s;base64,", f.type);
    base64_put(p->b, f.bytes);
    buf_put(p->b, "\">\n");
}

static void put_sums(struct index_page *p)
{
    static const struct bi SUMS = BI("តួលេខក្រោមឯកសារនីមួយៗគឺ SHA-256 របស់វា។ ឯកសារទាំងអស់៖",
                                     "The figures under each file are its SHA-256. Of all files:");
    html_element(p->b, &p->corpus->event, "p", "<p>", SUMS);
    buf_put(p->b, "<p><a href=\"SHA256SUMS\">SHA256SUMS</a></p>\n");
}

struct str publish_index(struct arena *a, const struct corpus *corpus, const struct publish_facts *facts,
                         const struct output *files, size_t n)
{
    const struct event *event = &corpus->event;
    struct buf b = BUF(a);
    struct index_page p = {&b, corpus, files, n};
    html_head(&b, event);
    put_cover(&p);
    put_line(&p, facts->dates);
    put_line(&p, event->venue);
    put_line(&p, event->host);
    if (event->before) put_handouts(&p);
    put_reports(&p);
    if (!event->before) put_handouts(&p);
    put_sums(&p);
    if (facts->qr) qr_svg_put(&b, facts->qr, event->url, event->langs[0]);
    buf_put(&b, "</main>\n</body>\n</html>\n");
    return buf_str(&b);
}
