/* Bytes as the parts of a word processor's file, parted by 0xFE: after the first byte (d: .docx, o: .odt) the
 * text, styles, numbering, footnotes, relations. They are packed as they are, so that what is tried is the
 * reader and not the packing; the blocks that come out are walked and the note is set. */
#include "read/note/note.h"
#include "read_note.h"

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

/* Tabs are blanks in a word processor's text. */
static void no_tabs(const struct block *top)
{
    for (const struct block *b = top; b; b = b->next) {
        for (size_t i = 0; i < b->spans.n; i++)
            if (b->spans.at[i].text.n && memchr(b->spans.at[i].text.s, '\t', b->spans.at[i].text.n)) abort();
        no_tabs(b->first);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR("tests/fuzz/seeds")};
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {.keep = keep, .scratch = scratch, .diags = diags_new(keep), .options = &options};
    bool odt = size && data[0] == 'o';
    struct str rest = {(const char *)data + (size > 0), size - (size > 0)};
    const struct note_format *format = note_format_at(odt ? NOTE_FORMAT_ODT : NOTE_FORMAT_DOCX);
    struct str bytes = pack(keep, PARTS[odt], rest);
    const struct source *s = format->open(&job, STR("sessions/a.docx"), bytes);
    if (s) {
        const struct doc *d = note_read(&job, s, LANG_EN, odt ? NOTE_FORMAT_ODT : NOTE_FORMAT_DOCX);
        read_note_check(&job, d, s);
        no_tabs(d->root->first);
    }
    read_note_told(&job);
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
