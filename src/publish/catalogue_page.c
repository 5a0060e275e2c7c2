#include "publish/catalogue_page.h"

#include "publish/html.h"
#include "publish/report_names.h"

static const struct bi SAMPLE = BI("គំរូ", "SAMPLE"), DRAFT = BI("សេចក្តីព្រាង", "DRAFT"),
                       NAMES[LANG_N] = {BI("ភាសាខ្មែរ", "Khmer"), BI("ភាសាអង់គ្លេស", "English")};

struct catalogue_entry {
    struct buf *b;
    const struct event *page; /* whose languages the page speaks */
    const struct catalogue_page_event *of;
    struct event event; /* whose languages it speaks of the event itself */
};

static const struct output *file_of(const struct catalogue_page_event *of, const char *name)
{
    for (size_t i = 0; i < of->nfiles; i++)
        if (str_is(of->files[i].name, name)) return &of->files[i];
    return NULL;
}

static void put_link(const struct catalogue_entry *e, const char *name)
{
    buf_put(e->b, "<a href=\"");
    buf_markup(e->b, e->of->link);
    buf_fmt(e->b, "%s\">", name);
}

static void put_title(const struct catalogue_entry *e, size_t number)
{
    bool linked = file_of(e->of, "index.html") != NULL;
    buf_fmt(e->b, "<h2 id=\"event-%zu\">", number);
    if (linked) put_link(e, "index.html");
    html_said(e->b, &e->event, e->of->facts.title);
    buf_put(e->b, linked ? "</a></h2>\n" : "</h2>\n");
}

static void put_fact(const struct catalogue_entry *e, struct bi text)
{
    if (!bi_empty(text)) html_element(e->b, &e->event, "p", "<p class=\"fact\">", text);
}

/* On one line in each language. */
static void put_marks(const struct catalogue_entry *e)
{
    struct bi said = {0};
    const struct event_facts *f = &e->of->facts;
    const char *between = f->sample && f->draft ? " · " : "";
    for (int l = 0; l < LANG_N; l++)
        said.t[l] = str_fmt(e->b->arena, "%s%s%s", f->sample ? SAMPLE.t[l].s : "", between,
                            f->draft ? DRAFT.t[l].s : "");
    if (f->sample || f->draft) html_element(e->b, e->page, "p", "<p class=\"mark\">", said);
}

static void put_languages(const struct catalogue_entry *e)
{
    struct bi said = {0};
    const struct event_facts *f = &e->of->facts;
    for (int l = 0; l < LANG_N; l++) {
        struct buf b = BUF(e->b->arena);
        for (size_t i = 0; i < f->nlangs; i++)
            buf_fmt(&b, "%s%.*s", i ? " · " : "", STR_ARGS(NAMES[f->langs[i]].t[l]));
        said.t[l] = buf_str(&b);
    }
    html_element(e->b, e->page, "p", "<p class=\"fact\">", said);
}

static void put_report(const struct catalogue_entry *e, const struct report_name *name)
{
    const struct output *f = file_of(e->of, name->name);
    if (!f) return;
    buf_put(e->b, "<li>");
    put_link(e, name->name);
    html_said(e->b, e->page, name->said);
    buf_put(e->b, "<small>");
    html_size(e->b, f->name, f->size, html_pages(e->b->arena, f->pages, e->page->langs[0]));
    buf_put(e->b, "</small></a></li>\n");
}

static void put_event(const struct catalogue_entry *e, size_t number)
{
    size_t n;
    const struct event_facts *f = &e->of->facts;
    const struct report_name *names = report_names(f->nlangs < LANG_N, &n);
    buf_fmt(e->b, "<section aria-labelledby=\"event-%zu\">\n", number);
    put_title(e, number);
    put_marks(e);
    put_fact(e, f->dates);
    put_fact(e, f->venue);
    put_languages(e);
    buf_put(e->b, "<ul class=\"files\">\n");
    for (size_t i = 0; i < n; i++) put_report(e, &names[i]);
    buf_put(e->b, "</ul>\n</section>\n");
}

struct str catalogue_page(struct arena *a, const struct catalogue_page_event *events, size_t n)
{
    static const struct bi TITLE = BI("របាយការណ៍នៃព្រឹត្តិការណ៍", "Reports of events");
    struct buf b = BUF(a);
    struct event page = {.title = TITLE, .final = true, .nlangs = LANG_N};
    for (int l = 0; l < LANG_N; l++) page.langs[l] = (enum lang)l;
    html_head(&b, &page);
    for (size_t i = 0; i < n; i++) {
        struct catalogue_entry e = {.b = &b, .page = &page, .of = &events[i]};
        e.event.nlangs = events[i].facts.nlangs;
        for (size_t k = 0; k < e.event.nlangs; k++) e.event.langs[k] = events[i].facts.langs[k];
        put_event(&e, i + 1);
    }
    buf_put(&b, "</main>\n" CATALOGUE_PAGE_MARK "\n</body>\n</html>\n");
    return buf_str(&b);
}
