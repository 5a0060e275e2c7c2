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
        p->alt[l] = alt.t[l];
        p->alt_place[l] = alt.at[l];
    }
    p->credit = credit;
}

static void read_row(struct job *job, const struct columns *t, const struct csv_row *row, struct corpus *c)
{
    struct csv_cell file = columns_cell(t, row, 0);
    if (csv_blank(row)) return;
    if (!file.text.n) {
        diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("file"));
        return;
    }
    bool foldered = str_eq_fold(str_sub(file.text, 0, 7), STR("photos/"));
    struct str path = foldered ? file.text : str_fmt(job->keep, "photos/%.*s", STR_ARGS(file.text));
    struct picture *p = image_read(job, path, file.place);
    struct str session = tables_session(job, c, columns_cell(t, row, 1));
    if (!p) return;
    set_texts(p, columns_bi(t, row, 2, 3), columns_bi(t, row, 4, 5), columns_cell(t, row, 6).text);
    struct csv_cell people = columns_cell(t, row, 7);
    c->photos[c->nphotos++] = (struct photo){row->place, session, p, true, people.text, people.place};
}

static void read_table(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct columns_name NAMES[] = {
        {"file", true},    {"session", false}, {"caption_en", false}, {"caption_km", false},
        {"alt_en", false}, {"alt_km", false},  {"credit", false},     {"people", false}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    c->photos = ARENA_MANY(job->keep, struct photo, t.n);
    for (size_t i = 0; i < t.n; i++) read_row(job, &t, &t.rows[i], c);
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
    for (size_t i = 0; i < c->norganizations; i++)
        if (c->organizations[i].logo) VEC_ADD(a, used.list, c->organizations[i].logo->path);
    if (used.list.n) qsort(used.list.at, used.list.n, sizeof *used.list.at, by_path);
    return used;
}

static bool is_used(const struct paths *used, struct str path)
{
    return used->list.n && bsearch(&path, used->list.at, used->list.n, sizeof path, by_path);
}

static void add_unlisted(struct job *job, struct corpus *c, struct files_names files)
{
    struct paths used = find_used(job->scratch, c);
    struct photo *all = ARENA_MANY(job->keep, struct photo, c->nphotos + files.n);
    if (c->nphotos) memcpy(all, c->photos, c->nphotos * sizeof *all);
    c->photos = all;
    for (size_t i = 0; i < files.n; i++) {
        if (is_used(&used, files.at[i]) || input_is_table(files.at[i])) continue;
        struct place place = files_place(job, files.at[i]);
        struct picture *p = image_read(job, files.at[i], place);
        if (!p) continue;
        diag_tell(job->diags, DIAG_PHOTO_UNLISTED, place, {0});
        c->photos[c->nphotos++] = (struct photo){.place = place, .picture = p};
    }
}

void photos_read(struct job *job, struct input *in, struct corpus *c)
{
    struct files_names files = input_files(job, in, "photos",
                                           ".jpg .jpeg .png .csv " INPUT_OFFICE_TABLES
                                           " .heic .heif .avif .gif .webp .bmp .tif .tiff .svg");
    for (size_t i = 0; i < files.n; i++) {
        struct str name = str_sub(files.at[i], str_find(files.at[i], STR("/"), 0) + 1, files.at[i].n);
        const struct source *s = input_is(name, "photos.csv") ? input_source(job, files.at[i], false) : NULL;
        if (s) read_table(job, s, c);
    }
    add_unlisted(job, c, files);
}
