#include "read/photos.h"

#include "read/format/image.h"
#include "read/table/tables.h"

#include <stdlib.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct paths { /* of pictures that are used already */
    VEC(struct str) list;
};

/* -- photos.csv -------------------------------------------------------------------------------------------
 */

static void set_texts(struct picture *p, struct bi caption, struct bi alt, struct str credit)
{
    for (int l = 0; l < LANG_N; l++) {
        p->caption[l] = caption.t[l];
        p->caption_place[l] = caption.at[l];
        if (alt.t[l].n) p->alt[l] = alt.t[l]; /* else what a drawing says itself */
        p->alt_place[l] = alt.at[l];
    }
    p->credit = credit;
}

/* In photos/, where it is told, or in one of the folders in photos/. */
static struct str path_of(struct job *job, struct str file)
{
    bool foldered = str_starts_fold(file, "photos/");
    struct str path = foldered ? file : str_fmt(job->keep, "photos/%.*s", STR_ARGS(file));
    if (files_is_there(job, path) || foldered) return path;
    if (files_is_there(job, file)) return file;
    struct files_names names = files_list(job, "photos");
    for (size_t i = 0; i < names.n; i++) {
        struct str within = str_fmt(job->keep, "photos/%.*s/%.*s", STR_ARGS(names.at[i]), STR_ARGS(file));
        if (files_is_there(job, within)) return within;
    }
    return path;
}

/* Some cell of a row that nobody can read names the picture: who is in it, none tells. */
static void read_doubtful(struct job *job, const struct csv_row *row, struct corpus *c)
{
    static const struct column_type FILE_NAME = {.kind = COLUMN_FILE};
    size_t told = job->diags->list.n;
    struct picture *p = NULL;
    for (size_t i = 0; i < row->n && !p; i++) {
        struct csv_cell cell = row->cells[i];
        if (cell.text.n && column_type_fits(job->scratch, &FILE_NAME, cell.text))
            p = image_read(job, path_of(job, cell.text), cell.place);
    }
    job->diags->list.n = told;
    if (p)
        c->photos[c->nphotos++] =
            (struct photo){.place = row->place, .picture = p, .listed = true, .doubtful = true};
}

static void read_row(struct job *job, const struct columns *t, const struct csv_row *row, struct corpus *c)
{
    struct csv_cell file = columns_cell(t, row, 0);
    if (row->kind == CSV_ROW_OUT) read_doubtful(job, row, c);
    if (!columns_entry(row)) return;
    if (!file.text.n) {
        diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("file"));
        return;
    }
    struct picture *p = image_read(job, path_of(job, file.text), file.place);
    struct str session = tables_session(job, c, columns_cell(t, row, 1));
    if (!p) return;
    set_texts(p, columns_bi(t, row, 2, 3), columns_bi(t, row, 4, 5), columns_cell(t, row, 6).text);
    struct csv_cell people = columns_cell(t, row, 7);
    c->photos[c->nphotos++] =
        (struct photo){row->place, session, p, true, people.text, people.place, !row->in_step};
}

static bool read_table(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {{"file", 1, {.kind = COLUMN_FILE}},
                                               {"session", 0, {.kind = COLUMN_SESSION}},
                                               {"caption_en", 0, {0}},
                                               {"caption_km", 0, {0}},
                                               {"alt_en", 0, {0}},
                                               {"alt_km", 0, {0}},
                                               {"credit", 0, {0}},
                                               {"people", 0, {0}}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    c->photos = ARENA_MANY(job->keep, struct photo, t.n);
    for (size_t i = 0; i < t.n; i++) read_row(job, &t, &t.rows[i], c);
    return t.wide > 0;
}

/* -- files that no row names ------------------------------------------------------------------------------
 */

static void add_spans(struct arena *a, struct paths *used, struct spans s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.at[i].picture) VEC_ADD(a, used->list, s.at[i].picture->path);
}

static void add_blocks(struct arena *a, struct paths *used, const struct block *root)
{
    for (const struct block *b = root; b;) {
        if (b->picture) VEC_ADD(a, used->list, b->picture->path);
        add_spans(a, used, b->spans);
        if (b->first) {
            b = b->first;
            continue;
        }
        while (b && b != root && !b->next) b = b->parent;
        b = !b || b == root ? NULL : b->next;
    }
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static struct paths find_used(struct arena *a, const struct corpus *c)
{
    struct paths used = {0};
    for (size_t i = 0; i < c->nnotes; i++)
        for (int l = 0; l < LANG_N; l++) {
            const struct doc *d = c->notes[i].doc[l];
            if (d) add_blocks(a, &used, d->root);
            for (const struct footnote *f = d ? d->notes : NULL; f; f = f->next)
                add_blocks(a, &used, f->body);
        }
    for (size_t i = 0; i < c->nphotos; i++) VEC_ADD(a, used.list, c->photos[i].picture->path);
    if (c->event.cover) VEC_ADD(a, used.list, c->event.cover->path);
    for (size_t i = 0; i < c->norganizations; i++)
        if (c->organizations[i].logo) VEC_ADD(a, used.list, c->organizations[i].logo->path);
    if (used.list.n) qsort(used.list.at, used.list.n, sizeof *used.list.at, by_path);
    return used;
}

static bool is_used(const struct paths *used, struct str path)
{
    return used->list.n && bsearch(&path, used->list.at, used->list.n, sizeof path, by_path);
}

/* The same picture under another name. */
static const struct picture *find_same(const struct corpus *c, const struct picture *p)
{
    for (size_t i = 0; i < c->nphotos; i++)
        if (picture_same(c->photos[i].picture, p)) return c->photos[i].picture;
    return NULL;
}

static void add_unlisted(struct job *job, struct corpus *c, struct files_names files, struct paths used)
{
    struct photo *all = ARENA_MANY(job->keep, struct photo, c->nphotos + files.n);
    if (c->nphotos) memcpy(all, c->photos, c->nphotos * sizeof *all);
    c->photos = all;
    for (size_t i = 0; i < files.n; i++) {
        if (is_used(&used, files.at[i]) || input_is_table(files.at[i])) continue;
        struct place place = files_place(job, files.at[i]);
        struct picture *p = image_read(job, files.at[i], place);
        const struct picture *same = p ? find_same(c, p) : NULL;
        if (same) diag_tell(job->diags, DIAG_FILE_COPY, place, same->path);
        if (!p || same) continue;
        diag_tell(job->diags, DIAG_PHOTO_UNLISTED, place, {0});
        c->photos[c->nphotos++] = (struct photo){.place = place, .picture = p};
    }
}

/* -- pictures that lie elsewhere ---------------------------------------------------------------------------
 */

/* One by one where they are few; else the folder, once. */
static void tell_folder(struct job *job, const struct paths *used, struct str folder)
{
    enum { FEW = 3 };
    struct files_names names = files_list(job, str_copy(job->keep, folder).s);
    VEC(struct str) all = {0};
    for (size_t i = 0; i < names.n; i++) {
        struct str path =
            folder.n ? str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(names.at[i])) : names.at[i];
        if (files_ends(names.at[i], ".png .jpg .jpeg .svg") && !is_used(used, path) &&
            !files_is_folder(job, path))
            VEC_ADD(job->keep, all, path);
    }
    for (size_t i = 0; i < all.n && all.n <= FEW; i++)
        diag_tell(job->diags, DIAG_PICTURE_ELSEWHERE, files_place(job, all.at[i]));
    if (all.n > FEW)
        diag_tell(job->diags, DIAG_PICTURES_ELSEWHERE, files_place(job, folder.n ? folder : all.at[0]),
                  str_fmt(job->scratch, "%zu", all.n));
}

static void tell_inner(struct job *job, const struct paths *used, struct str folder)
{
    struct files_names inside = files_list(job, str_copy(job->keep, folder).s);
    for (size_t i = 0; i < inside.n; i++) {
        struct str path = str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(inside.at[i]));
        if (files_is_folder(job, path)) tell_folder(job, used, path);
    }
}

static void tell_elsewhere(struct job *job, struct input *in, const struct paths *used)
{
    static const char *const FOLDERS[] = {"sessions", "summaries", "annexes", "images", "logos"};
    tell_folder(job, used, (struct str){0});
    tell_inner(job, used, STR("photos"));
    for (size_t i = 0; i < COUNT(FOLDERS); i++)
        for (size_t k = 0; k < in->top.n; k++) {
            if (!str_eq_fold(in->top.at[k], str_of(FOLDERS[i])) || !files_is_folder(job, in->top.at[k]))
                continue;
            tell_folder(job, used, in->top.at[k]);
            tell_inner(job, used, in->top.at[k]);
        }
}

/* -- the list ---------------------------------------------------------------------------------------------
 */

static const char LIST[] = "photos.csv";

static struct str name_of(struct str path)
{
    return str_sub(path, str_find(path, STR("/"), 0) + 1, path.n);
}

/* photos.csv, or in its place the only table here; empty: none, or several. */
static struct str find_list(struct files_names files)
{
    struct str lone = {0};
    size_t tables = 0;
    for (size_t i = 0; i < files.n; i++) {
        if (input_is(name_of(files.at[i]), LIST)) return files.at[i];
        if (input_is_table(files.at[i]) && !tables++) lone = files.at[i];
    }
    return tables == 1 ? lone : (struct str){0};
}

/* Empty: none was read. One under another name is read where its columns tell. */
static struct str read_list(struct job *job, struct files_names files, struct corpus *c)
{
    struct str list = find_list(files), name = name_of(list);
    size_t told = job->diags->list.n;
    bool own = input_is(name, LIST);
    const struct source *s = input_source(job, list, false);
    bool good = s && read_table(job, s, c);
    if (own || !list.n) return list;
    if (!good) {
        job->diags->list.n = told;
        return (struct str){0};
    }
    diag_tell(job->diags, DIAG_NAME_READ_AS, files_place(job, list),
              input_tidy(job->scratch, name, str_of(LIST)));
    return list;
}

static void tell_tables(struct job *job, struct files_names files, struct str list)
{
    for (size_t i = 0; i < files.n; i++) {
        if (!input_is_table(files.at[i]) || str_eq(files.at[i], list)) continue;
        if (list.n)
            diag_tell(job->diags, DIAG_FILE_BESIDE, files_place(job, files.at[i]), list);
        else
            diag_tell(job->diags, DIAG_FILE_UNKNOWN_NEAR, files_place(job, files.at[i]),
                      STR("photos/photos.csv"));
    }
}

void photos_read(struct job *job, struct input *in, struct corpus *c)
{
    struct files_names files = input_files(job, in, "photos",
                                           ".jpg .jpeg .png .csv " INPUT_OFFICE_TABLES
                                           " .heic .heif .avif .gif .webp .bmp .tif .tiff .svg");
    tell_tables(job, files, read_list(job, files, c));
    struct paths used = find_used(job->keep, c);
    in->used = (struct files_names){used.list.at, used.list.n};
    add_unlisted(job, c, files, used);
    tell_elsewhere(job, in, &used);
}
