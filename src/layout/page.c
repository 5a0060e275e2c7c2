#include "layout/page.h"

static void put_length(struct buf *out, int32_t length)
{
    int64_t l = length < 0 ? -(int64_t)length : length;
    buf_fmt(out, "%s%lld.%03lld", length < 0 ? "-" : "", (long long)(l / 1000), (long long)(l % 1000));
}

static void put_lengths(struct buf *out, const int32_t *at, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_byte(out, ' ');
        put_length(out, at[i]);
    }
}

static void put_text(struct buf *out, const struct item *it)
{
    struct buf text = BUF(out->arena);
    for (size_t i = 0; i < it->nclusters; i++) buf_add(&text, it->clusters[i].glyphs->text);
    buf_byte(out, ' ');
    buf_json(out, buf_str(&text));
}

/* Width of the letters in per cent, and tracking, where they are not as they are. */
static void put_fit(struct buf *out, const struct item *it)
{
    const int32_t fit[] = {100000 + it->widen, it->tracked};
    if (it->widen || it->tracked) put_lengths(out, fit, 2);
}

static void put_item(struct buf *out, const struct item *it)
{
    static const char *const KIND[] = {"text", "rect", "frame", "picture", "link"};
    static const char *const PART[] = {[PART_SELF] = "",
                                       [PART_LABEL] = ".label",
                                       [PART_MARK] = ".mark",
                                       [PART_PAGE_NUMBER] = ".page-number",
                                       [PART_TURNED_PAGE] = ".turned-page",
                                       [PART_LOW] = ".low",
                                       [PART_HIGH] = ".high"};
    static const char *const ARTIFACT[] = {"", " header", " footer", " artifact"};
    int32_t box[] = {it->x, it->y, it->width, it->height};
    buf_fmt(out, "  %s %s%s%s", KIND[it->kind], it->node ? role_name(it->node->role) : "-", PART[it->part],
            ARTIFACT[it->artifact]);
    put_lengths(out, box, it->kind == ITEM_TEXT ? 3 : 4);
    if (it->kind == ITEM_TEXT) {
        buf_fmt(out, " %s %06X", lang_tag(it->lang), (unsigned)it->colour);
        put_fit(out, it);
        put_text(out, it);
    } else if (it->kind == ITEM_LINK) {
        buf_byte(out, ' ');
        buf_json(out, it->href.n || !it->target ? it->href : it->target->anchor);
    } else if (it->kind == ITEM_PICTURE && it->picture) {
        buf_byte(out, ' ');
        buf_json(out, it->picture->path);
    } else {
        buf_fmt(out, " %06X", (unsigned)it->colour);
    }
    buf_byte(out, '\n');
}

static void put_marks(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->bookmarks.n; i++) {
        const struct bookmark *b = &pages->bookmarks.at[i];
        buf_fmt(out, "bookmark %d %zu", b->level, b->page + 1);
        put_lengths(out, &b->y, 1);
        buf_byte(out, ' ');
        buf_json(out, b->title);
        buf_byte(out, '\n');
    }
    for (size_t i = 0; i < pages->destinations.n; i++) {
        const struct destination *d = &pages->destinations.at[i];
        int32_t at[] = {d->x, d->y};
        buf_fmt(out, "destination %zu", d->page + 1);
        put_lengths(out, at, 2);
        buf_byte(out, ' ');
        buf_json(out, d->anchor);
        buf_byte(out, '\n');
    }
}

void pages_clear(struct pages *pages)
{
    for (size_t i = 0; pages->arena && i < pages->list.n; i++)
        pages->list.at[i].items = (struct page){0}.items;
    arena_free(pages->arena);
    pages->arena = NULL;
}

void page_dump(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->list.n; i++) {
        const struct page *p = &pages->list.at[i];
        int32_t size[] = {p->width, p->height};
        buf_fmt(out, "page %zu", i + 1);
        put_lengths(out, size, 2);
        buf_byte(out, ' ');
        buf_json(out, p->label);
        buf_byte(out, '\n');
        for (size_t k = 0; k < p->items.n; k++) put_item(out, &p->items.at[k]);
    }
    put_marks(out, pages);
}

/* -- pictures -------------------------------------------------------------------------------------------- */

static void add_picture(struct page_pictures *s, const struct item *it)
{
    void **at = map_at(&s->known, map_pointer(picture_identity(it->picture)));
    struct page_picture *size = *at;
    if (!size) *at = size = ARENA_ONE(s->known.arena, struct page_picture);
    if (it->width > size->width) size->width = it->width;
    if (it->height > size->height) size->height = it->height;
}

struct page_pictures page_pictures_of(struct arena *a, const struct pages *pages)
{
    struct page_pictures s = {.known = MAP(a)};
    for (size_t i = 0; pages && i < pages->list.n; i++)
        for (size_t k = 0; k < pages->list.at[i].items.n; k++) {
            const struct item *it = &pages->list.at[i].items.at[k];
            if (it->kind == ITEM_PICTURE && it->picture) add_picture(&s, it);
        }
    return s;
}

struct page_picture page_pictures_size(const struct page_pictures *s, const struct picture *p)
{
    const struct page_picture *size = map_get(&s->known, map_pointer(picture_identity(p)));
    return size ? *size : (struct page_picture){0};
}
