/* Workbooks: the bytes as a whole file, or – after x: .xlsx, o: .ods – as its parts, parted by 0xFE, which
 * are packed here so that what is tried is the reader and not the packing. */
#include "read/format/csv.h"
#include "read/office/number_format.h"
#include "read/office/spreadsheet.h"

#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PARTS = 6 };
static const char *const NAMES[2][PARTS] = {
    {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
     "xl/styles.xml", "_rels/.rels"},
    {"content.xml", "styles.xml", "META-INF/manifest.xml", "meta.xml", "settings.xml", "mimetype"}};

static struct str pack(struct arena *a, const char *const *names, struct str rest)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    if (!whole) abort();
    zip_source_keep(whole);
    zip_t *zip = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    struct str part;
    if (!zip) abort();
    for (size_t i = 0; i < PARTS && str_cut(&rest, (char)0xFE, &part); i++) {
        zip_int64_t at = zip_file_add(zip, names[i], zip_source_buffer(zip, part.s, part.n, 0), 0);
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

static void check_rows(struct job *job, const struct source *s)
{
    struct csv_rows r = csv_read(job, s, 0, s->text.n);
    if (utf8_bad(s->text) != s->text.n) abort();
    for (size_t i = 0; i < r.n; i++)
        for (size_t k = 0; k < r.at[i].n; k++) {
            const struct csv_cell *c = &r.at[i].cells[k];
            struct position p = place_position(c->place);
            if (p.line != place_line(r.at[i].place) || p.column != k + 1) abort();
            if (utf8_bad(c->text) != c->text.n) abort();
        }
}

/* The bytes as the code of a format and a number that it shows. */
static void check_number(struct arena *a, struct str bytes)
{
    struct str code;
    str_cut(&bytes, '\n', &code);
    struct number_format f = number_format_read(code);
    if (!number_format_write(a, bytes, &f, false).s && bytes.n) abort();
    number_format_write(a, bytes, &f, true);
    number_format_iso(a, bytes, true, true);
    number_format_duration(a, bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR("tests/fuzz/seeds")};
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {.keep = keep, .scratch = scratch, .diags = diags_new(keep), .options = &options};
    struct str bytes = str_copy(keep, (struct str){(const char *)data, size});
    if (size && (data[0] == 'x' || data[0] == 'o'))
        bytes = pack(keep, NAMES[data[0] == 'o'], str_sub(bytes, 1, bytes.n));
    else if (size && data[0] == 'n')
        check_number(keep, str_sub(bytes, 1, bytes.n));
    const struct source *s = spreadsheet_source(&job, STR("reflections/a.xlsx"), bytes);
    if (s) check_rows(&job, s);
    if (!s && !job.diags->list.n) abort(); /* nothing is lost in silence */
    diag_sort(job.diags);
    struct buf b = BUF(keep);
    diag_json(&b, job.diags);
    if (utf8_bad(buf_str(&b)) != b.n) abort();
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
