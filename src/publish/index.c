/* The download page: one file, no script, readable on a telephone. */
#include "publish/publish.h"

struct index_entry {
    const char *name, *en, *km;
};

static const struct index_entry REPORTS[] = {
    {"report.pdf", "Final report, Khmer and English side by side", "របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ និងអង់គ្លេស"},
    {"report.km.pdf", "Final report in Khmer", "របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ"},
    {"report.en.pdf", "Final report in English", "របាយការណ៍ចុងក្រោយ ជាភាសាអង់គ្លេស"},
};

static const struct index_entry HANDOUTS[] = {
    {"handouts/programme.pdf", "Programme", "កម្មវិធី"},
    {"handouts/programme-a5.pdf", "Programme, A5", "កម្មវិធី ទំហំ A5"},
    {"handouts/session-sheets.pdf", "Session sheets", "សន្លឹកវគ្គ"},
    {"handouts/documents.pdf", "Speakers’ documents", "ឯកសាររបស់វាគ្មិន"},
    {"handouts/reflections-digest.pdf", "Reflections: digest", "ការឆ្លុះបញ្ចាំង៖ សេចក្តីសង្ខេប"},
    {"handouts/reflections-slides.pdf", "Reflections: slides", "ការឆ្លុះបញ្ចាំង៖ ស្លាយ"},
    {"handouts/reflections-wall.pdf", "Reflections: wall poster", "ការឆ្លុះបញ្ចាំង៖ ផ្ទាំងបិទជញ្ជាំង"},
};

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

static void put_entry(struct buf *b, const struct event *event, struct str name, struct str km, struct str en)
{
    buf_put(b, "<li><a href=\"");
    put_html(b, name);
    buf_put(b, "\" download=\"");
    put_html(b, saved_name(b->arena, event, name));
    buf_put(b, "\"><span lang=\"km\">");
    put_html(b, km);
    buf_put(b, "</span> <span lang=\"en\">");
    put_html(b, en);
    buf_put(b, " (PDF)</span></a></li>\n");
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
        if (named(names, n, entries[i].name))
            put_entry(b, event, str_of(entries[i].name), str_of(entries[i].km), str_of(entries[i].en));
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
    const struct form *f = form_of(c, id);
    bool a5 = !f && str_ends(id, "-a5");
    if (a5) id.n -= 3;
    if (!f) f = form_of(c, id);
    struct bi title = f ? f->title : (struct bi){0};
    if (bi_empty(title)) title = bi_same(id);
    struct str km = bi_get(title, LANG_KM, NULL), en = bi_get(title, LANG_EN, NULL);
    put_entry(b, &c->event, name, str_fmt(b->arena, "ទម្រង់៖ %.*s%s", STR_ARGS(km), a5 ? " ទំហំ A5" : ""),
              str_fmt(b->arena, "Form: %.*s%s", STR_ARGS(en), a5 ? ", A5" : ""));
}

static void put_forms(struct buf *b, const struct corpus *c, const struct str *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(names[i], "handouts/form-") && str_ends(names[i], ".pdf"))
            put_form(b, c, names[i], str_sub(names[i], sizeof "handouts/form-" - 1, names[i].n - 4));
}

static void put_heading(struct buf *b, const char *tag, struct bi text)
{
    buf_fmt(b, "<%s>", tag);
    for (int l = 0; l < LANG_N; l++) {
        buf_fmt(b, "%s<span lang=\"%s\">", l ? " " : "", lang_tag((enum lang)l));
        put_html(b, text.t[l]);
        buf_put(b, "</span>");
    }
    buf_fmt(b, "</%s>\n", tag);
}

struct str publish_index(struct arena *a, const struct corpus *corpus, const struct str *names, size_t n)
{
    const struct event *event = &corpus->event;
    struct buf b = BUF(a);
    buf_put(&b, "<!DOCTYPE html>\n<html lang=\"km\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    bool before = false;
    for (int l = 0; l < LANG_N; l++) {
        if (before && event->title.t[l].n) buf_put(&b, " · ");
        put_html(&b, event->title.t[l]);
        before = before || event->title.t[l].n;
    }
    buf_fmt(&b, "</title>\n<style>%s</style>\n</head>\n<body>\n", STYLE);
    put_heading(&b, "h1", event->title);
    if (event->sample)
        buf_put(&b, "<p class=\"mark\"><span lang=\"km\">គំរូ៖ ខ្លឹមសារខាងក្រោមជាឧទាហរណ៍ដែលបង្កើតឡើង</span> "
                    "<span lang=\"en\">SAMPLE: the contents are made up.</span></p>\n");
    if (!event->final)
        buf_put(&b,
                "<p class=\"mark\"><span lang=\"km\">សេចក្តីព្រាង</span> <span lang=\"en\">DRAFT</span></p>\n");
    put_heading(&b, "h2", (struct bi){.t = {STR("របាយការណ៍"), STR("Report")}});
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, REPORTS, COUNT(REPORTS));
    buf_put(&b, "</ul>\n");
    put_heading(&b, "h2", (struct bi){.t = {STR("ឯកសារចែក"), STR("Handouts")}});
    buf_put(&b, "<ul>\n");
    put_known(&b, event, names, n, HANDOUTS, COUNT(HANDOUTS));
    put_forms(&b, corpus, names, n);
    buf_put(&b, "</ul>\n<p><a href=\"SHA256SUMS\">SHA256SUMS</a></p>\n</body>\n</html>\n");
    return buf_str(&b);
}
