#include "publish/passed_on.h"

#include "publish/html.h"
#include "publish/manifest.h"
#include "web/file/qr_svg.h"

#include <errno.h>

static const char *const FOLDERS[SHARES] = {
    [SHARE_PARTICIPANTS] = PUBLISH_PARTICIPANTS, [SHARE_PUBLIC] = PUBLISH_PUBLIC, [SHARE_NO] = ""};

/* -- the files ------------------------------------------------------------------------------------------- */

static bool add(struct job *job, const struct handed_in *d, const struct handed_file *f, struct output *to)
{
    *to = (struct output){.from = f->real};
    to->name = str_fmt(job->keep, "%s/%.*s", FOLDERS[d->share], STR_ARGS(f->name));
    if (manifest_sum_file(job->keep, f->real, &to->digits)) return true;
    diag_tell(job->diags, DIAG_OUT_WRITE, (struct place){0}, to->name, str_of(strerror(errno)));
    return false;
}

bool publish_passed_on(struct job *job, const struct corpus *corpus, struct output **files, size_t *n)
{
    struct output *all = ARENA_MANY(job->keep, struct output, corpus->ndocuments * HANDED_FILES + 1);
    *files = all;
    *n = 0;
    for (size_t i = 0; i < corpus->ndocuments; i++) {
        const struct handed_in *d = &corpus->documents[i];
        for (int k = 0; k < HANDED_FILES; k++)
            if (d->files[k].path.n && !add(job, d, &d->files[k], &all[(*n)++])) return false;
    }
    return true;
}

/* -- a list ---------------------------------------------------------------------------------------------- */

struct passed_list {
    struct buf *b;
    const struct corpus *corpus;
    enum share share;
    const struct output *files;
    size_t n;
    const char *folder;
};

static const struct bi ORIGINAL = BI("ឯកសារដើម", "As it came"),
                       IN[LANG_N] = {BI("ជាភាសាខ្មែរ", "In Khmer"), BI("ជាភាសាអង់គ្លេស", "In English")},
                       MISSING[LANG_N] = {BI("មិនទាន់មានជាភាសាខ្មែរ", "Not in Khmer yet"),
                                          BI("មិនទាន់មានជាភាសាអង់គ្លេស", "Not in English yet")},
                       DOCUMENTS = BI("ឯកសាររបស់វាគ្មិន", "Speakers’ documents"),
                       OTHERS = BI("ឯកសារផ្សេងទៀត", "Other documents"),
                       FOR_PARTICIPANTS = BI("ទំព័រនេះសម្រាប់អ្នកចូលរួម។ សូមកុំចែកបន្តទៅអ្នកផ្សេង។",
                                             "This page is for participants: please do not pass it on."),
                       SUMS =
                           BI("តួលេខក្រោមឯកសារនីមួយៗគឺ SHA-256 របស់វា៖ ឯកសារដែលបានទាញយកគ្រប់ត្រូវមានតួលេខដូចគ្នា។",
                              "Under each file stands its SHA-256: a file that has come whole has the same.");

static void put_said(const struct passed_list *l, struct bi text)
{
    html_said(l->b, &l->corpus->event, text);
}

static void put_sum(const struct passed_list *l, struct str name)
{
    struct str path = str_fmt(l->b->arena, "%s/%.*s", FOLDERS[l->share], STR_ARGS(name));
    for (size_t i = 0; i < l->n; i++)
        if (str_eq(l->files[i].name, path)) buf_fmt(l->b, "<code>%.*s</code>", STR_ARGS(l->files[i].digits));
}

static void put_file(const struct passed_list *l, const struct handed_file *f, struct bi what)
{
    if (!f->path.n) return;
    buf_fmt(l->b, "<div><a href=\"%s", l->folder);
    buf_markup(l->b, f->name);
    buf_put(l->b, "\" download>");
    put_said(l, what);
    buf_put(l->b, "<small>");
    html_size(l->b, f->name, f->size, (struct str){0});
    buf_put(l->b, "</small></a>");
    put_sum(l, f->name);
    buf_put(l->b, "</div>\n");
}

static void put_document(const struct passed_list *l, const struct handed_in *d)
{
    const struct event *e = &l->corpus->event;
    buf_put(l->b, "<li class=\"document\">");
    put_said(l, d->title);
    buf_put(l->b, "\n<div class=\"files\">\n");
    put_file(l, &d->files[HANDED_ORIGINAL], ORIGINAL);
    for (size_t i = 0; i < e->nlangs; i++) put_file(l, &d->files[e->langs[i]], IN[e->langs[i]]);
    for (int k = 0; k < LANG_N; k++)
        if (!event_has_lang(e, (enum lang)k)) put_file(l, &d->files[k], IN[k]);
    for (size_t i = 0; i < e->nlangs && e->nlangs > 1; i++) {
        if (d->translated[e->langs[i]]) continue;
        buf_put(l->b, "<p>");
        put_said(l, MISSING[e->langs[i]]);
        buf_put(l->b, "</p>\n");
    }
    buf_put(l->b, "</div></li>\n");
}

/* Those of one session, under its title; NULL: of none that the programme has. */
static void put_session(const struct passed_list *l, const struct session *s)
{
    bool any = false;
    for (size_t i = 0; i < l->corpus->ndocuments; i++) {
        const struct handed_in *d = &l->corpus->documents[i];
        if (d->share != l->share || !handed_in_passed(d) || corpus_session(l->corpus, d->session) != s)
            continue;
        if (!any) {
            buf_put(l->b, "<h3>");
            if (s) buf_fmt(l->b, "<small>%.*s</small>", STR_ARGS(s->id));
            put_said(l, s ? s->title : OTHERS);
            buf_put(l->b, "</h3>\n<ul>\n");
        }
        any = true;
        put_document(l, d);
    }
    if (any) buf_put(l->b, "</ul>\n");
}

void passed_on_list(struct buf *b, const struct corpus *corpus, enum share share, const struct output *files,
                    size_t n, const char *folder)
{
    struct passed_list l = {b, corpus, share, files, n, folder};
    if (!corpus_passes_on(corpus, share)) return;
    buf_put(b, "<h2>");
    put_said(&l, DOCUMENTS);
    buf_put(b, "</h2>\n");
    for (size_t i = 0; i < corpus->nsessions; i++)
        if (corpus->sessions[i].id.n) put_session(&l, &corpus->sessions[i]);
    put_session(&l, NULL);
}

/* -- the participants' page ------------------------------------------------------------------------------ */

static void put_address(struct buf *b, struct str address, const struct qr *qr, enum lang lang)
{
    if (!address.n) return;
    if (qr) qr_svg_put(b, qr, address, lang);
    buf_put(b, "<p><a href=\"");
    buf_markup(b, address);
    buf_put(b, "\">");
    buf_markup(b, address);
    buf_put(b, "</a></p>\n");
}

struct str publish_participants(struct arena *a, const struct corpus *corpus, const struct output *files,
                                size_t n, struct str address, const struct qr *qr)
{
    struct buf b = BUF(a);
    struct passed_list l = {&b, corpus, SHARE_PARTICIPANTS, files, n, ""};
    html_head(&b, &corpus->event);
    buf_put(&b, "<p>");
    put_said(&l, FOR_PARTICIPANTS);
    buf_put(&b, "</p>\n");
    put_address(&b, address, qr, corpus->event.langs[0]);
    passed_on_list(&b, corpus, SHARE_PARTICIPANTS, files, n, "");
    buf_put(&b, "<p>");
    put_said(&l, SUMS);
    buf_put(&b, "</p>\n</main>\n</body>\n</html>\n");
    return buf_str(&b);
}
