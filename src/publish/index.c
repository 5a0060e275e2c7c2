/* The download page: one file, no script, readable on a telephone. */
#include "publish/publish.h"

#define BI(khmer, english)                                                                                   \
    {                                                                                                        \
        .t = { [LANG_KM] = STR_INIT(khmer), [LANG_EN] = STR_INIT(english) }                                  \
    }

struct index_entry {
    const char *name;
    struct bi said;
};

/* clang-format off */
static const struct index_entry REPORT_ALONE = /* of an event in one language */
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ", "Final report")};

static const struct index_entry REPORTS[] = {
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ និងអង់គ្លេស", "Final report, Khmer and English side by side")},
    {"report.km.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ", "Final report in Khmer")},
    {"report.en.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាអង់គ្លេស", "Final report in English")},
};

static const struct index_entry HANDOUTS[] = {
    {"handouts/programme.pdf", BI("កម្មវិធី", "Programme")},
    {"handouts/programme-a5.pdf", BI("កម្មវិធី ទំហំ A5", "Programme, A5")},
    {"handouts/session-sheets.pdf", BI("សន្លឹកវគ្គ", "Session sheets")},
    {"handouts/documents.pdf", BI("ឯកសាររបស់វាគ្មិន", "Speakers’ documents")},
    {"handouts/reflections-digest.pdf", BI("ការឆ្លុះបញ្ចាំង៖ សេចក្តីសង្ខេប", "Reflections: digest")},
    {"handouts/reflections-slides.pdf", BI("ការឆ្លុះបញ្ចាំង៖ ស្លាយ", "Reflections: slides")},
    {"handouts/reflections-wall.pdf", BI("ការឆ្លុះបញ្ចាំង៖ ផ្ទាំងបិទជញ្ជាំង", "Reflections: wall poster")},
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char STYLE[] =
    "body{font:1.05rem/1.9 'Noto Serif Khmer','Khmer OS Battambang',serif;color:#1a1a1a;background:#fff;"
    "max-width:44rem;margin:0 auto;padding:2rem 1.2rem}"
    "h1{color:#0b3c5d;font-size:1.5rem;line-height:1.9;border-bottom:2px solid #0b3c5d;padding-bottom:.6rem}"
    "h2{color:#0b3c5d;font-size:1.1rem;margin-top:2rem}"
    "[lang=en]{font-family:'Noto Serif',Georgia,serif}span[lang=en],small{display:block;line-height:1.5}"
    "ul{list-style:none;padding:0}li{border-top:1px solid #ccc;padding:.6rem 0}"
    "a{color:#0b3c5d;display:block;text-decoration:none}a:hover,a:focus{text-decoration:underline}"
    ".mark{color:#8a4b14;font-weight:bold}";

static void put_html(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        switch (s.s[i]) {
        case '&': buf_put(b, "&amp;"); break;
        case '<': buf_put(b, "&lt;"); break;
        case '>': buf_put(b, "&gt;"); break;
        case '"': buf_put(b, "&quot;"); break;
        default: buf_byte(b, s.s[i]);
        }
    }
}

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

static void put_in(struct buf *b, enum lang lang, struct str text)
{
    buf_fmt(b, "<span lang=\"%s\">", lang_tag(lang));
    put_html(b, text);
    buf_put(b, "</span>");
}

/* A text in the event's languages, in their order; in another where it has none of them. */
static void put_said(struct buf *b, const struct event *event, struct bi text)
{
    enum lang used = LANG_NONE;
    struct str instead = bi_get(text, event->langs[0], &used);
    bool any = false;
    for (size_t i = 0; i < event->nlangs; i++) {
        enum lang lang = event->langs[i];
        if (!text.t[lang].n) continue;
        if (any) buf_byte(b, ' ');
        put_in(b, lang, text.t[lang]);
        any = true;
    }
    if (!any && instead.n) put_in(b, used, instead);
}

static void put_element(struct buf *b, const struct event *event, const char *tag, const char *opening,
                        struct bi text)
{
    buf_put(b, opening);
    put_said(b, event, text);
    buf_fmt(b, "</%s>\n", tag);
}

static void put_entry(struct buf *b, const struct event *event, struct str name, struct bi said)
{
    buf_put(b, "<li><a href=\"");
    put_html(b, name);
    buf_put(b, "\" download=\"");
    put_html(b, saved_name(b->arena, event, name));
    buf_put(b, "\">");
    enum lang last = event->langs[event->nlangs - 1];
    said.t[last] = str_fmt(b->arena, "%.*s (PDF)", STR_ARGS(said.t[last]));
    put_said(b, event, said);
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
    static const char *const FORM[LANG_N] = {[LANG_KM] = "ទម្រង់៖ %.*s%s", [LANG_EN] = "Form: %.*s%s"};
    static const char *const A5[LANG_N] = {[LANG_KM] = " ទំហំ A5", [LANG_EN] = ", A5"};
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

static void put_title(struct buf *b, const struct event *event)
{
    bool any = false;
    for (size_t i = 0; i < event->nlangs; i++) {
        struct str title = event->title.t[event->langs[i]];
        if (any && title.n) buf_put(b, " · ");
        put_html(b, title);
        any = any || title.n;
    }
    if (!any) put_html(b, bi_get(event->title, event->langs[0], NULL));
}

static void put_head(struct buf *b, const struct event *event, struct bi title)
{
    buf_fmt(b,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
            lang_tag(event->langs[0]));
    put_title(b, event);
    buf_fmt(b, "</title>\n<style>%s</style>\n</head>\n<body>\n", STYLE);
    put_element(b, event, "h1", "<h1>", title);
}

struct str publish_index(struct arena *a, const struct corpus *corpus, const struct str *names, size_t n)
{
    static const struct bi SAMPLE = BI("គំរូ៖ ខ្លឹមសារខាងក្រោមជាឧទាហរណ៍ដែលបង្កើតឡើង",
                                       "SAMPLE: the contents are made up."),
                           DRAFT = BI("សេចក្តីព្រាង", "DRAFT"), REPORT = BI("របាយការណ៍", "Report"),
                           GIVEN = BI("ឯកសារចែក", "Handouts");
    const struct event *event = &corpus->event;
    bool alone = event->nlangs < LANG_N;
    struct buf b = BUF(a);
    put_head(&b, event, event->title);
    if (event->sample) put_element(&b, event, "p", "<p class=\"mark\">", SAMPLE);
    if (!event->final) put_element(&b, event, "p", "<p class=\"mark\">", DRAFT);
    put_element(&b, event, "h2", "<h2>", REPORT);
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, alone ? &REPORT_ALONE : REPORTS, alone ? 1 : COUNT(REPORTS));
    buf_put(&b, "</ul>\n");
    put_element(&b, event, "h2", "<h2>", GIVEN);
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, HANDOUTS, COUNT(HANDOUTS));
    put_forms(&b, corpus, names, n);
    buf_put(&b, "</ul>\n<p><a href=\"SHA256SUMS\">SHA256SUMS</a></p>\n</body>\n</html>\n");
    return buf_str(&b);
}
