/* Office files: parts out of an archive, elements out of a part; what is hostile becomes one complaint. */
#include "read/office/archive.h"
#include "read/office/xml.h"
#include "zip_help.h"

/* -- archives -------------------------------------------------------------------------------------------- */

static struct archive *open_parts(struct bench *b, const struct zip_part *parts, size_t n, bool lock)
{
    return archive_open(&b->job, STR("a.xlsx"), zip_make(b->job.keep, parts, n, lock));
}

static void parts_by_name(void **state)
{
    struct bench *b = *state;
    const struct zip_part parts[] = {{"xl/Workbook.xml", STR("<w/>")},
                                     {"../up.xml", STR("u")},
                                     {"/root.xml", STR("r")},
                                     {"a\\b.xml", STR("b")}};
    struct archive *a = open_parts(b, parts, 4, false);
    struct str bytes;
    assert_non_null(a);
    assert_true(archive_part(a, b->job.keep, STR("xl/workbook.xml"), &bytes));
    bench_str(bytes, "<w/>");
    assert_false(archive_has(a, STR("../up.xml")));
    assert_false(archive_has(a, STR("/root.xml")));
    assert_false(archive_has(a, STR("a\\b.xml")));
    assert_false(archive_part(a, b->job.keep, STR("xl/none.xml"), &bytes));
    archive_close(a);
    bench_silent(b);
}

static void targets(void **state)
{
    struct bench *b = *state;
    struct arena *a = b->job.keep;
    bench_str(archive_target(a, STR("xl/workbook.xml"), STR("worksheets/sheet1.xml")),
              "xl/worksheets/sheet1.xml");
    bench_str(archive_target(a, STR("word/document.xml"), STR("../media/./a.png")), "media/a.png");
    bench_str(archive_target(a, STR("word/document.xml"), STR("/word/b.xml")), "word/b.xml");
    assert_int_equal(archive_target(a, STR("word/document.xml"), STR("../../etc/passwd")).n, 0);
    assert_int_equal(archive_target(a, STR("word/document.xml"), STR("..\\a")).n, 0);
    assert_int_equal(archive_target(a, STR("a"), STR("")).n, 0);
}

static void damaged(void **state)
{
    struct bench *b = *state;
    const struct zip_part part = {"content.xml", STR("<a>some text that is some text</a>")};
    struct str whole = zip_make(b->job.keep, &part, 1, false), bytes;
    for (size_t n = 0; n < whole.n; n++) {
        b->job.diags->list.n = 0;
        assert_null(archive_open(&b->job, STR("a.ods"), str_sub(whole, 0, n)));
        assert_int_equal(bench_told(b, DIAG_OFFICE_DAMAGED), 1);
    }
    b->job.diags->list.n = 0;
    struct str bad = str_copy(b->job.keep, whole);
    ((char *)bad.s)[30 + strlen(part.name) + 3] ^= 1;
    struct archive *a = archive_open(&b->job, STR("a.ods"), bad);
    assert_non_null(a);
    assert_false(archive_part(a, b->job.keep, STR("content.xml"), &bytes));
    assert_int_equal(bench_told(b, DIAG_OFFICE_PART), 1);
    archive_close(a);
}

static void locked(void **state)
{
    struct bench *b = *state;
    const struct zip_part part = {"content.xml", STR("<a/>")};
    struct archive *a = open_parts(b, &part, 1, true);
    struct str bytes;
    assert_non_null(a);
    assert_false(archive_part(a, b->job.keep, STR("content.xml"), &bytes));
    assert_int_equal(bench_told(b, DIAG_OFFICE_LOCKED), 1);
    archive_close(a);
    const struct zip_part list = {"META-INF/manifest.xml", STR("<m><manifest:encryption-data/></m>")};
    assert_null(open_parts(b, &list, 1, false));
    assert_int_equal(bench_told(b, DIAG_OFFICE_LOCKED), 2);
    struct str old = STR("\xD0\xCF\x11\xE0...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
    assert_null(archive_open(&b->job, STR("a.xlsx"), old));
    assert_int_equal(bench_told(b, DIAG_OFFICE_LOCKED), 3);
}

static void bombs(void **state)
{
    struct bench *b = *state;
    struct arena *keep = b->job.keep;
    size_t n = (size_t)20 << 20;
    const struct zip_part zeros = {"content.xml", {arena_get(keep, n), n}};
    struct archive *a = open_parts(b, &zeros, 1, false);
    struct str bytes;
    assert_false(archive_part(a, keep, STR("content.xml"), &bytes));
    assert_int_equal(bench_told(b, DIAG_OFFICE_BOMB), 1);
    assert_false(archive_part(a, keep, STR("content.xml"), &bytes));
    assert_int_equal(b->job.diags->list.n, 1);
    archive_close(a);
    struct buf many = BUF(keep);
    for (int i = 0; i < 100000; i++) buf_add(&many, STR("PK\1\2.........................................."));
    assert_null(archive_open(&b->job, STR("a.xlsx"), buf_str(&many)));
    assert_int_equal(bench_told(b, DIAG_OFFICE_PARTS), 1);
}

/* A size that the file tells and does not keep, too small and too large. */
static void false_size(void **state)
{
    struct bench *b = *state;
    const struct zip_part part = {"content.xml", STR("<a>some text that is some text</a>")};
    for (int change = -5; change <= 5; change += 10) {
        struct str whole = str_copy(b->job.keep, zip_make(b->job.keep, &part, 1, false)), bytes;
        size_t head = str_find(whole, STR("PK\1\2"), 0);
        char *size = (char *)whole.s + head + 24;
        *size = (char)(*size + change);
        struct archive *a = archive_open(&b->job, STR("a.ods"), whole);
        assert_non_null(a);
        assert_false(archive_part(a, b->job.keep, STR("content.xml"), &bytes));
        archive_close(a);
    }
    assert_int_equal(bench_told(b, DIAG_OFFICE_PART), 2);
}

/* -- XML ------------------------------------------------------------------------------------------------- */

struct events {
    struct buf told;
    struct xml_reader reader;
    const char *last; /* this element is enough */
};

static void on_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct events *e = with;
    struct str id = xml_attribute(attributes, "r:id"), plain = xml_attribute(attributes, "id");
    buf_fmt(&e->told, "<%.*s", STR_ARGS(name));
    if (id.s) buf_fmt(&e->told, " r:id=%.*s", STR_ARGS(id));
    if (plain.s) buf_fmt(&e->told, " id=%.*s", STR_ARGS(plain));
    buf_byte(&e->told, '>');
    e->reader.enough = e->last && str_is(name, e->last);
}

static void on_end(void *with, struct str name)
{
    struct events *e = with;
    buf_fmt(&e->told, "</%.*s>", STR_ARGS(name));
}

static void on_text(void *with, struct str text)
{
    struct events *e = with;
    buf_add(&e->told, text);
}

static bool read_events(struct bench *b, struct str xml, const char *last, const char *expected)
{
    struct events e = {
        .told = BUF(b->job.keep), .reader = {on_start, on_end, on_text, &e, false}, .last = last};
    struct place place = place_in(source_new(b->job.keep, STR("a.xlsx"), STR("")), PLACE_WHOLE_FILE);
    bool good = xml_read(&b->job, place, STR("xl/a.xml"), xml, &e.reader);
    if (expected) bench_str(buf_str(&e.told), expected);
    return good;
}

static void names(void **state)
{
    struct bench *b = *state;
    const char *xml =
        "<c xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:q='urn:x' "
        "xmlns:rr='http://schemas.openxmlformats.org/officeDocument/2006/relationships' id='1' rr:id='2'>"
        "<q:y>a&amp;b</q:y><in xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'/><o/>"
        "<none xmlns=''/></c>";
    assert_true(read_events(b, str_of(xml), NULL,
                            "<s:c r:id=2 id=1><?:y>a&b</?:y><w:in></w:in><s:o></s:o><none></none></s:c>"));
    assert_true(read_events(b, STR("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a><b/><c/></a>"), NULL,
                            "<a><b></b><c></c></a>"));
    assert_true(read_events(b, STR("<a><b/><c/></a>"), "b", "<a><b>"));
    assert_true(read_events(b, STR("<a><b/><c/></a"), "b", "<a><b>"));
    bench_silent(b);
}

static void hostile_xml(void **state)
{
    struct bench *b = *state;
    const char *laughs = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;</a>";
    assert_false(read_events(b, str_of(laughs), NULL, ""));
    assert_false(read_events(b, STR("<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///x'>%p;]><a/>"), NULL, ""));
    assert_int_equal(bench_told(b, DIAG_OFFICE_ENTITY), 2);
    struct buf deep = BUF(b->job.keep);
    for (int i = 0; i < 300000; i++) buf_put(&deep, "<a>");
    assert_false(read_events(b, buf_str(&deep), NULL, NULL));
    assert_int_equal(bench_told(b, DIAG_OFFICE_DEEP), 1);
    assert_false(read_events(b, STR("<a><b></a>"), NULL, "<a><b>"));
    assert_false(read_events(b, STR(""), NULL, ""));
    assert_false(read_events(b, STR("<a>\xFF</a>"), NULL, NULL));
    assert_int_equal(bench_told(b, DIAG_OFFICE_XML), 3);
    struct buf bound = BUF(b->job.keep);
    buf_put(&bound, "<a");
    for (int i = 0; i < 10000; i++) buf_fmt(&bound, " xmlns:p%d='urn:x'", i);
    buf_put(&bound, "/>");
    assert_false(read_events(b, buf_str(&bound), NULL, ""));
    assert_int_equal(bench_told(b, DIAG_OFFICE_XML), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(parts_by_name), BENCH(targets),    BENCH(damaged),
                                       BENCH(locked),        BENCH(bombs),      BENCH(false_size),
                                       BENCH(names),         BENCH(hostile_xml)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
