/* Bytes as the parts of a word processor's file, parted by 0xFE: after the first byte (d: .docx, o: .odt) the
 * text, styles, numbering, footnotes, relations. They are packed as they are, so that what is tried is the
 * reader and not the packing; the blocks that come out are walked and the note is set. */
#include "model/dump.h"
#include "read/note/note.h"

#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const PARTS[2][6] = {
    {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml",
     "word/_rels/document.xml.rels", "word/media/image1.png"},
    {"content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml", "Pictures/a.png"}};

static struct str pack(struct arena *a, const char *const *names, struct str rest)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    if (!whole) abort();
    zip_source_keep(whole);
    zip_t *zip = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    struct str part;
    if (!zip) abort();
    for (size_t i = 0; i < 6 && str_cut(&rest, (char)0xFE, &part); i++) {
        zip_source_t *one = zip_source_buffer(zip, part.s, part.n, 0);
        zip_int64_t at = zip_file_add(zip, names[i], one, 0);
        if (at >= 0) zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
    }
    if (zip_close(zip)) abort();
    zip_stat_t s;
    if (zip_source_stat(whole, &s)) abort();
    char *to = arena_get(a, (size_t)s.size + 1);
    if (zip_source_open(whole) || zip_source_read(whole, to, s.size) != (zip_int64_t)s.size) abort();
    zip_source_close(whole);
    zip_source_free(whole);
    return (struct str){to, (size_t)s.size};
}

static void walk(const struct source *s, const struct block *top, int depth)
{
    if (depth > 3 * DOC_DEPTH) abort();
    for (const struct block *b = top; b; b = b->next) {
        if (b->place.source != s || b->place.offset > s->text.n) abort();
        for (size_t i = 0; i < b->spans.n; i++) {
            const struct span *x = &b->spans.at[i];
            if (x->place.source != s || x->place.offset > s->text.n) abort();
            if (x->kind == SPAN_TEXT && utf8_bad(x->text) != x->text.n) abort();
            if (x->text.n && memchr(x->text.s, '\t', x->text.n)) abort();
        }
        walk(s, b->first, depth + 1);
    }
}

/* Each place of the grid is covered once. */
static void check_table(const struct block *table)
{
    unsigned left[64] = {0};
    for (const struct block *row = table->first; row; row = row->next) {
        size_t column = 0;
        for (const struct block *cell = row->first; cell; cell = cell->next) {
            while (column < table->ncolumns && left[column]) column++;
            unsigned across = cell->across ? cell->across : 1, down = cell->down ? cell->down : 1;
            if (column + across > table->ncolumns) abort();
            for (unsigned i = 0; i < across; i++)
                if (left[column + i]) abort();
            for (unsigned i = 0; i < across; i++) left[column + i] = down;
            column += across;
        }
        for (size_t i = 0; i < table->ncolumns; i++) {
            if (!left[i]) abort();
            left[i]--;
        }
    }
    for (size_t i = 0; i < table->ncolumns; i++)
        if (left[i]) abort();
}

static void tables(const struct block *top)
{
    for (const struct block *b = top; b; b = b->next) {
        if (b->kind == BLOCK_TABLE)
            check_table(b);
        else
            tables(b->first);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR("tests/fuzz/seeds")};
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {keep, scratch, diags_new(keep), &options, NULL, NULL};
    bool odt = size && data[0] == 'o';
    struct str rest = {(const char *)data + (size > 0), size - (size > 0)};
    const struct note_format *format = note_format_at(odt ? NOTE_FORMAT_ODT : NOTE_FORMAT_DOCX);
    struct str bytes = pack(keep, PARTS[odt], rest);
    const struct source *s = format->open(&job, STR("sessions/a.docx"), bytes);
    if (s) {
        const struct doc *d = note_read(&job, s, LANG_EN, odt ? NOTE_FORMAT_ODT : NOTE_FORMAT_DOCX);
        struct buf out = BUF(keep);
        walk(s, d->root->first, 0);
        tables(d->root->first);
        for (const struct footnote *n = d->notes; n; n = n->next) walk(s, n->body->first, 0);
        doc_dump(&out, d);
    }
    diag_sort(job.diags);
    struct buf b = BUF(keep);
    diag_json(&b, job.diags);
    if (utf8_bad(buf_str(&b)) != b.n) abort();
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
