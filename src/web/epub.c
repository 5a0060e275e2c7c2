#include "web/epub.h"

#include "web/blocks.h"
#include "web/file/book_zip.h"
#include "web/page_parts.h"
#include "web/sheet_css.h"

struct epub_part { /* a file of the book */
    struct str name, type, bytes;
    struct str title; /* of a chapter, */
    const char *kind;
    const struct writing_spot *spots; /* where pages of the print may begin in its bytes */
    size_t nspots;
    bool svg;
};

struct epub {
    struct writing w;
    const struct epub_pages *pages;
    VEC(struct epub_part) chapters;
    VEC(struct epub_part) others; /* fonts, pictures, the sheet */
    struct map known;             /* by their keys: their place in others, from 1 */
};

static struct epub *epub_of(struct writing *w)
{
    return w->with;
}

/* Each picture and font is a file of its own. */
static void put_file(struct writing *w, struct buf *to, const void *key, struct str bytes, const char *type,
                     const char *ending)
{
    struct epub *e = epub_of(w);
    size_t at = map_number(&e->known, map_pointer(key));
    if (!at) {
        struct str name = str_fmt(w->arena, "file-%zu%s", e->others.n + 1, ending);
        VEC_ADD(w->arena, e->others, (struct epub_part){.name = name, .type = str_of(type), .bytes = bytes});
        map_put_number(&e->known, map_pointer(key), at = e->others.n);
    }
    buf_add(to, e->others.at[at - 1].name);
}

/* -- documents ------------------------------------------------------------------------------------------- */

static struct str document(struct epub *e, struct str title, const char *kind, struct str body)
{
    const char *tag = lang_tag(e->w.tree->lang);
    struct buf b = BUF(e->w.arena);
    buf_fmt(&b,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html "
            "xmlns=\"http://www.w3.org/1999/xhtml\" "
            "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"%s\" xml:lang=\"%s\">\n<head>\n<title>",
            tag, tag);
    buf_markup(&b, title);
    buf_fmt(&b,
            "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"sheet.css\"/>\n</head>\n<body "
            "epub:type=\"%s\">\n",
            kind);
    buf_add(&b, body);
    buf_put(&b, "</body>\n</html>\n");
    return buf_str(&b);
}

/* What a chapter is called: its first heading's words, else the book's. */
static struct str chapter_title(struct epub *e, const struct node *n)
{
    const struct node *c = n->first;
    while (c &&
           (c->role == ROLE_PAIR || c->role == ROLE_SIDE || c->role == ROLE_OPENING || c->role == ROLE_KEEP))
        c = c->first;
    if (!c || c->role < ROLE_H1 || c->role > ROLE_H5) return page_parts_title(e->w.arena, e->w.tree);
    return spans_text(e->w.arena, c->spans);
}

static bool has_picture(struct str body)
{
    return str_find(body, STR("<svg"), 0) != SIZE_MAX;
}

/* Without what is around it, and what tells of pages. */
static void add_chapter(struct epub *e, struct str title, const char *kind)
{
    struct writing *w = &e->w;
    struct str body = str_copy(w->arena, buf_str(&w->out));
    VEC_ADD(w->arena, e->chapters,
            (struct epub_part){.name = w->file,
                               .type = STR("application/xhtml+xml"),
                               .bytes = body,
                               .title = title,
                               .kind = kind,
                               .spots = w->spots.at,
                               .nspots = w->spots.n,
                               .svg = has_picture(body)});
    w->out.n = 0;
    memset(&w->spots, 0, sizeof w->spots);
}

static struct str chapter_name(struct epub *e, size_t i)
{
    return str_fmt(e->w.arena, "chapter-%02zu.xhtml", i);
}

/* Where each anchor of a chapter will stand. */
static void place(struct epub *e, const struct node *n, struct str *file)
{
    const struct str *id = map_get(&e->w.ids, map_pointer(n));
    if (id) *map_at_str(&e->w.files, *id) = file;
    for (const struct node *c = n->first; c; c = c->next) place(e, c, file);
}

static void place_all(struct epub *e)
{
    size_t i = 0;
    for (const struct node *c = e->w.tree->root->first; c; c = c->next) {
        struct str *file = ARENA_ONE(e->w.arena, struct str);
        if (blocks_of_print(c)) continue;
        *file = chapter_name(e, ++i);
        place(e, c, file);
    }
    struct str *notes = ARENA_ONE(e->w.arena, struct str);
    *notes = STR("notes.xhtml");
    for (size_t k = 1; k <= e->w.nbodies; k++)
        *map_at_str(&e->w.files, str_fmt(e->w.arena, "note-%zu", k)) = notes;
}

static void write_chapters(struct epub *e)
{
    size_t i = 0;
    for (const struct node *c = e->w.tree->root->first; c; c = c->next) {
        if (blocks_of_print(c)) continue;
        e->w.file = chapter_name(e, ++i);
        if (i == 2) page_parts_mark(&e->w);
        blocks_put(&e->w, c);
        add_chapter(e, chapter_title(e, c), c->role == ROLE_COVER && i == 1 ? "cover" : "bodymatter");
    }
    if (!e->w.tree->notes) return;
    e->w.file = STR("notes.xhtml");
    page_parts_notes(&e->w);
    add_chapter(e, page_parts_title(e->w.arena, e->w.tree), "backmatter");
}

/* -- pages of the print: laid out meanwhile ---------------------------------------------------------------
 */

/* Where a page of the print begins, for who has that in hand. */
static void put_page(struct epub *e, struct buf *b, const struct node *n)
{
    struct writing *w = &e->w;
    const struct str *label = map_get(&e->pages->starts, map_pointer(n));
    struct str id = label ? str_fmt(w->arena, "page-%.*s", STR_ARGS(*label)) : (struct str){0};
    if (!label || map_add_str(&w->marked, id)) return;
    struct str *file = ARENA_ONE(w->arena, struct str);
    *file = w->file;
    *map_at_str(&w->files, id) = file;
    buf_fmt(b, "<span id=\"%.*s\" role=\"doc-pagebreak\" epub:type=\"pagebreak\" aria-label=\"%.*s\"/>",
            STR_ARGS(id), STR_ARGS(*label));
}

static struct str with_pages(struct epub *e, const struct epub_part *chapter)
{
    struct buf b = BUF(e->w.arena);
    size_t at = 0;
    if (!e->pages) return chapter->bytes;
    for (size_t i = 0; i < chapter->nspots; i++) {
        const struct writing_spot *s = &chapter->spots[i];
        if (!map_get(&e->pages->starts, map_pointer(s->node))) continue;
        buf_add(&b, str_sub(chapter->bytes, at, s->at));
        put_page(e, &b, s->node);
        at = s->at;
    }
    buf_add(&b, str_sub(chapter->bytes, at, chapter->bytes.n));
    return buf_str(&b);
}

static void finish_chapters(struct epub *e, struct epub_asked_pages pages)
{
    e->pages = pages.of(pages.with);
    for (size_t i = 0; i < e->chapters.n; i++) {
        struct epub_part *c = &e->chapters.at[i];
        e->w.file = c->name;
        c->bytes = document(e, c->title, c->kind, with_pages(e, c));
    }
}

/* -- navigation ------------------------------------------------------------------------------------------ */

static void put_page_list(struct epub *e, struct buf *b)
{
    bool any = false;
    for (size_t i = 0; e->pages && i < e->pages->n; i++) {
        struct str label = e->pages->labels[i], id = str_fmt(e->w.arena, "page-%.*s", STR_ARGS(label));
        const struct str *file = map_get_str(&e->w.files, id);
        if (!file) continue;
        if (!any) buf_put(b, "<nav epub:type=\"page-list\" hidden=\"hidden\">\n<ol>\n");
        any = true;
        buf_fmt(b, "<li><a href=\"%.*s#%.*s\">%.*s</a></li>\n", STR_ARGS(*file), STR_ARGS(id),
                STR_ARGS(label));
    }
    if (any) buf_put(b, "</ol>\n</nav>\n");
}

static struct str navigation(struct epub *e)
{
    struct buf b = BUF(e->w.arena);
    e->w.file = STR("nav.xhtml");
    buf_put(&b, "<nav epub:type=\"toc\" id=\"toc\">\n<ol>\n");
    page_parts_entries(&e->w, e->w.tree->root);
    struct str entries = str_copy(e->w.arena, buf_str(&e->w.out));
    e->w.out.n = 0;
    if (entries.n)
        buf_add(&b, entries);
    else
        buf_fmt(&b, "<li><a href=\"%.*s\">1</a></li>\n", STR_ARGS(e->chapters.at[0].name));
    buf_put(&b, "</ol>\n</nav>\n");
    put_page_list(e, &b);
    return document(e, page_parts_title(e->w.arena, e->w.tree), "frontmatter", buf_str(&b));
}

/* -- the package ----------------------------------------------------------------------------------------- */

static void put_meta(struct buf *b, const char *open, struct str text, const char *close)
{
    if (!text.n) return;
    buf_put(b, open);
    buf_markup(b, text);
    buf_put(b, close);
}

/* The same for the same event: of what names it, in the form of a UUID (RFC 9562, 5.8). */
static struct str identifier(struct arena *a, const struct tree *t)
{
    uint64_t high = str_hash(page_parts_title(a, t)),
             low = str_hash(t->name) ^
                   (uint64_t)(uint32_t)(t->date.year * 372 + t->date.month * 31 + t->date.day);
    return str_fmt(a, "urn:uuid:%08x-%04x-8%03x-8%03x-%012llx", (unsigned)(high >> 32),
                   (unsigned)(high >> 16 & 0xFFFF), (unsigned)(high >> 4 & 0xFFF),
                   (unsigned)(low >> 52 & 0xFFF), (unsigned long long)(low & 0xFFFFFFFFFFFF));
}

static void put_metadata(struct epub *e, struct buf *b)
{
    const struct tree *t = e->w.tree;
    struct date d = t->date.year ? t->date : (struct date){.year = 1980, .month = 1, .day = 1};
    put_meta(b, "<dc:identifier id=\"id\">", identifier(e->w.arena, t), "</dc:identifier>\n");
    put_meta(b, "<dc:title>", page_parts_title(e->w.arena, t), "</dc:title>\n");
    put_meta(b, "<dc:creator>", t->author, "</dc:creator>\n");
    buf_fmt(b, "<dc:language>%s</dc:language>\n", lang_tag(t->lang));
    if (t->both) buf_fmt(b, "<dc:language>%s</dc:language>\n", lang_tag(lang_other(t->lang)));
    buf_fmt(b, "<meta property=\"dcterms:modified\">%04d-%02d-%02dT00:00:00Z</meta>\n", d.year, d.month,
            d.day);
    buf_put(b, "<meta property=\"schema:accessMode\">textual</meta>\n<meta "
               "property=\"schema:accessMode\">visual</meta>\n"
               "<meta property=\"schema:accessModeSufficient\">textual</meta>\n"
               "<meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>\n"
               "<meta property=\"schema:accessibilityFeature\">alternativeText</meta>\n"
               "<meta property=\"schema:accessibilityFeature\">tableOfContents</meta>\n"
               "<meta property=\"schema:accessibilityHazard\">none</meta>\n");
    if (e->pages && e->pages->n)
        buf_put(b, "<meta property=\"schema:accessibilityFeature\">pageNavigation</meta>\n");
}

static void put_item(struct buf *b, const struct epub_part *p, const char *id, size_t i)
{
    buf_fmt(b, "<item id=\"%s-%zu\" href=\"%.*s\" media-type=\"%.*s\"%s/>\n", id, i, STR_ARGS(p->name),
            STR_ARGS(p->type), p->svg ? " properties=\"svg\"" : "");
}

static struct str package(struct epub *e)
{
    struct buf b = BUF(e->w.arena);
    buf_fmt(&b,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" "
            "version=\"3.0\" "
            "unique-identifier=\"id\" xml:lang=\"%s\">\n<metadata "
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
            lang_tag(e->w.tree->lang));
    put_metadata(e, &b);
    buf_put(&b, "</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" "
                "media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n");
    for (size_t i = 0; i < e->chapters.n; i++) put_item(&b, &e->chapters.at[i], "chapter", i + 1);
    for (size_t i = 0; i < e->others.n; i++) put_item(&b, &e->others.at[i], "file", i + 1);
    buf_put(&b, "</manifest>\n<spine>\n");
    for (size_t i = 0; i < e->chapters.n; i++) {
        buf_fmt(&b, "<itemref idref=\"chapter-%zu\"/>\n", i + 1);
        if (!i && e->chapters.n > 1) buf_put(&b, "<itemref idref=\"nav\"/>\n"); /* behind the cover */
    }
    buf_put(&b, "</spine>\n</package>\n");
    return buf_str(&b);
}

/* -- the book -------------------------------------------------------------------------------------------- */

static void pack(struct job *job, struct epub *e, struct str *bytes)
{
    static const char CONTAINER[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\" "
        "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
        "<rootfiles>\n<rootfile full-path=\"book/package.opf\" "
        "media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";
    struct book_zip *z = book_zip_new(e->w.arena, job->memo);
    book_zip_add(z, STR("mimetype"), STR("application/epub+zip"));
    book_zip_add(z, STR("META-INF/container.xml"), str_of(CONTAINER));
    book_zip_add(z, STR("book/nav.xhtml"), navigation(e));
    for (size_t i = 0; i < e->chapters.n; i++)
        book_zip_add(z, str_fmt(e->w.arena, "book/%.*s", STR_ARGS(e->chapters.at[i].name)),
                     e->chapters.at[i].bytes);
    for (size_t i = 0; i < e->others.n; i++)
        book_zip_add(z, str_fmt(e->w.arena, "book/%.*s", STR_ARGS(e->others.at[i].name)),
                     e->others.at[i].bytes);
    book_zip_add(z, STR("book/package.opf"), package(e));
    if (!book_zip_pack(z, job->keep, bytes)) arena_fail(job->keep, 0); /* in memory nothing else fails */
}

bool epub_write(struct job *job, const struct tree *tree, struct web_store *store,
                struct epub_asked_pages pages, struct str *bytes)
{
    struct epub e = {.known = MAP(job->keep), .w = page_parts_begin(job, tree, store)};
    struct buf css = BUF(job->keep);
    e.w.slash = "/";
    e.w.word[0] = "<span class=\"w\">";
    e.w.word[1] = "</span>";
    e.w.put_address = put_file;
    e.w.spotted = true;
    e.w.with = &e;
    place_all(&e);
    write_chapters(&e);
    finish_chapters(&e, pages);
    bool good = sheet_css(&e.w, &css);
    struct str sheet = buf_str(&css);
    VEC_ADD(job->keep, e.others,
            (struct epub_part){.name = STR("sheet.css"), .type = STR("text/css"), .bytes = sheet});
    good = good && !web_store_failed(store);
    if (good) pack(job, &e, bytes);
    return good;
}
