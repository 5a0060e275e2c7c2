#include "read/handed_files.h"

#include "base/map.h"
#include "base/output_name.h"
#include "read/office/document_look.h"

static const uint64_t LARGE = UINT64_C(50) << 20;

struct lying { /* a file in documents/ */
    struct str path;
    bool named;   /* a row names it */
    bool refused; /* a row says that nobody may have it */
    bool looked;  /* and what was found: */
    const char *real;
    uint64_t size;
    bool harmful; /* or unreadable, or empty */
};

struct handed_files {
    struct job *job;
    struct corpus *corpus;
    VEC(struct lying) files;
    struct map paths;       /* a path in small letters, and a name that only one has → struct lying */
    struct map out[SHARES]; /* names that go out, in small letters */
    struct lying both;      /* in the place of two files of one name */
    bool there;             /* there is such a folder */
};

static struct str small_letters(struct arena *a, struct str s)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < s.n; i++)
        buf_byte(&b, s.s[i] >= 'A' && s.s[i] <= 'Z' ? (char)(s.s[i] + 32) : s.s[i]);
    return buf_str(&b);
}

static struct str name_of(struct str path)
{
    size_t at = path.n;
    while (at && path.s[at - 1] != '/' && path.s[at - 1] != '\\') at--;
    return str_sub(path, at, path.n);
}

/* -- what lies there ------------------------------------------------------------------------------------- */

static void add_folder(struct handed_files *d, struct str folder, bool inner)
{
    struct job *job = d->job;
    struct files_names names = files_list(job, str_copy(job->keep, folder).s);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(names.at[i]));
        if (str_eq_fold(str_sub(names.at[i], 0, 6), STR("README"))) continue;
        if (!files_is_folder(job, path))
            VEC_ADD(job->keep, d->files, (struct lying){.path = path});
        else if (inner)
            diag_tell(job->diags, DIAG_FOLDER_UNREAD, files_place(job, path), STR("documents/"));
        else
            add_folder(d, path, true);
    }
}

/* By its whole path and by its name; a name that two files have tells neither. */
static void index_files(struct handed_files *d)
{
    struct arena *keep = d->job->keep;
    for (size_t i = 0; i < d->files.n; i++) {
        struct lying *f = &d->files.at[i];
        void **at = map_at_str(&d->paths, small_letters(keep, name_of(f->path)));
        *at = *at ? &d->both : f;
    }
    for (size_t i = 0; i < d->files.n; i++)
        *map_at_str(&d->paths, small_letters(keep, d->files.at[i].path)) = &d->files.at[i];
}

/* documents/x.pdf, x.pdf, d1\x.pdf, C:\Users\…\x.pdf; NULL: none, or more than one. */
static struct lying *find(const struct handed_files *d, struct str typed)
{
    struct str small = small_letters(d->job->scratch, typed);
    for (size_t i = 0; i < small.n; i++)
        if (small.s[i] == '\\') ((char *)small.s)[i] = '/';
    struct str within = str_fmt(d->job->scratch, "documents/%.*s", STR_ARGS(small));
    struct str ways[] = {small, within, name_of(small)};
    struct lying *found = NULL;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && !found; i++) found = map_get_str(&d->paths, ways[i]);
    return found == &d->both ? NULL : found;
}

/* -- what a file is -------------------------------------------------------------------------------------- */

static void tell(struct handed_files *d, const struct lying *f, enum diag_code code)
{
    diag_tell(d->job->diags, code, files_place(d->job, f->path), {0});
}

static void look_at(struct handed_files *d, struct lying *f)
{
    struct document_look look;
    if (f->looked) return;
    f->looked = true;
    f->real = files_where(d->job, f->path, &f->size);
    f->harmful = !f->real || !document_look(d->job, f->path, f->real, &look);
    if (f->harmful) return;
    f->harmful = look.program || look.macros || !f->size;
    if (look.program) tell(d, f, DIAG_DOCUMENT_PROGRAM);
    if (look.macros && !look.program) tell(d, f, DIAG_DOCUMENT_MACROS);
    if (!f->size) tell(d, f, DIAG_FILE_EMPTY);
    if (f->size > LARGE) tell(d, f, DIAG_DOCUMENT_LARGE);
    if (look.person && !f->harmful) tell(d, f, DIAG_DOCUMENT_PERSON);
}

/* -- the name under which it goes out -------------------------------------------------------------------- */

/* slides.en.pptx, slides_km.pdf, "slides (English).pdf": LANG_NONE where the name tells none. */
static enum lang lang_of_name(struct str typed)
{
    struct str stem = files_stem(name_of(typed));
    if (str_ends(stem, ")")) stem.n--;
    size_t at = stem.n;
    while (at && !memchr(".-_ (", stem.s[at - 1], 5)) at--;
    return at ? lang_named(str_sub(stem, at, stem.n)) : LANG_NONE;
}

/* SESSION-title-LANG.ext, never as it was typed, in Latin letters where the language is not known; a number
 * behind it where that is taken. */
static struct str out_name(struct handed_files *d, const struct handed_in *row, const struct handed_file *f,
                           enum lang lang)
{
    struct arena *keep = d->job->keep;
    struct str title = bi_get(row->title, lang == LANG_NONE ? lang_of_letter('a') : lang, NULL);
    if (!title.n) title = STR("document");
    struct str head =
        row->session.n ? str_fmt(keep, "%.*s-%.*s", STR_ARGS(row->session), STR_ARGS(title)) : title;
    struct str tail = str_fmt(keep, "-%s", lang == LANG_NONE ? "original" : lang_tag(lang));
    struct str name = output_name_parts(keep, head, tail, f->path);
    for (size_t n = 2; map_add_str(&d->out[row->share], small_letters(keep, name)); n++)
        name = output_name_parts(keep, head, str_fmt(keep, "%.*s-%zu", STR_ARGS(tail), n), f->path);
    return name;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

/* Where there is no folder the register says what came, and nothing is passed on; a row that asks for it
 * all the same is told. */
static bool is_asked(const struct handed_files *d, const struct handed_in *row, int i)
{
    return row->files[i].typed.n && (d->there || i != HANDED_ORIGINAL || row->share == SHARE_PUBLIC);
}

static void mark(struct handed_files *d, const struct handed_in *row)
{
    for (int i = 0; i < HANDED_FILES; i++) {
        struct lying *f = row->files[i].typed.n ? find(d, row->files[i].typed) : NULL;
        if (!f) continue;
        f->named = true;
        f->refused |= row->share == SHARE_NO;
    }
}

static void pass_on(struct handed_files *d, struct handed_in *row, int i)
{
    struct handed_file *to = &row->files[i];
    struct lying *f = find(d, to->typed);
    enum lang lang = i < LANG_N ? (enum lang)i : lang_of_name(to->typed);
    if (!f) {
        diag_tell(d->job->diags, DIAG_DOCUMENT_MISSING, to->place, to->typed);
        return;
    }
    row->is_received = true;
    if (lang != LANG_NONE) row->translated[lang] = true;
    if (row->share_doubtful) diag_tell(d->job->diags, DIAG_SHARE_ROW, row->place, {0});
    if (row->share == SHARE_NO) return;
    look_at(d, f);
    if (f->refused) tell(d, f, DIAG_DOCUMENT_REFUSED);
    if (f->harmful || f->refused) return;
    to->path = f->path;
    to->real = f->real;
    to->size = f->size;
    to->name = out_name(d, row, to, lang);
}

static void tell_untranslated(struct handed_files *d, const struct handed_in *row)
{
    static const char *const COLUMNS[LANG_N][2] = {{"translated_km", "file_km"},
                                                   {"translated_en", "file_en"}};
    const struct event *e = &d->corpus->event;
    for (size_t i = 0; i < e->nlangs && e->nlangs > 1; i++)
        if (!row->translated[e->langs[i]])
            diag_tell(d->job->diags, DIAG_DOCUMENT_UNTRANSLATED, row->place, str_of(COLUMNS[e->langs[i]][0]),
                      str_of(COLUMNS[e->langs[i]][1]));
}

static void read_row(struct handed_files *d, struct handed_in *row)
{
    for (int i = 0; i < HANDED_FILES; i++)
        if (is_asked(d, row, i)) pass_on(d, row, i);
    if (handed_in_passed(row)) tell_untranslated(d, row);
}

void handed_files_read(struct job *job, struct input *in, struct corpus *c)
{
    struct handed_files d = {.job = job, .corpus = c, .paths = MAP(job->keep)};
    struct str top = input_top(job, in, "documents");
    for (int i = 0; i < SHARES; i++) d.out[i] = MAP(job->keep);
    d.there = top.n && files_is_folder(job, top);
    if (d.there) add_folder(&d, top, false);
    index_files(&d);
    for (size_t i = 0; i < c->ndocuments; i++) mark(&d, &c->documents[i]);
    for (size_t i = 0; i < c->ndocuments; i++) read_row(&d, &c->documents[i]);
    for (size_t i = 0; i < d.files.n; i++)
        if (!d.files.at[i].named) tell(&d, &d.files.at[i], DIAG_DOCUMENT_UNLISTED);
}
