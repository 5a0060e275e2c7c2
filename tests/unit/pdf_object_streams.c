#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/object_streams.h"

#include <stdlib.h>
#include <zlib.h>

static struct arena *arena;
static struct deflate *pack;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    pack = deflate_new(arena, NULL, NULL);
    return pack ? 0 : -1;
}

static int close_arena(void **state)
{
    (void)state;
    deflate_free(pack);
    arena_free(arena);
    return 0;
}

/* A file as libharu saves it: catalogue, information, a stream with its length, and many small objects. */
static struct str classic(size_t small)
{
    struct buf b = BUF(arena), table = BUF(arena);
    static const char *const objects[] = {
        "<<\n/Type /Catalog\n>>", "<<\n/Title(x)>>",
        "<<\n/Length 4 0 R\n/Kind/X>>\nstream\r\nendstream\nendobj\n\nendstream", "17"};
    buf_put(&b, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    buf_fmt(&table, "xref\n0 %zu\n0000000000 65535 f\r\n", small + 5);
    for (size_t i = 1; i <= small + 4; i++) {
        buf_fmt(&table, "%010zu 00000 n\r\n", b.n);
        buf_fmt(&b, "%zu 0 obj\n", i);
        if (i <= 4)
            buf_put(&b, objects[i - 1]);
        else
            buf_fmt(&b, "<<\n/N %zu/P 1 0 R>>", i);
        buf_put(&b, "\nendobj\n");
    }
    size_t at = b.n;
    buf_add(&b, buf_str(&table));
    buf_fmt(&b, "trailer\n<<\n/Root 1 0 R\n/Info 2 0 R\n/Size %zu\n>>\nstartxref\n%zu\n%%%%EOF\n", small + 5,
            at);
    return buf_str(&b);
}

static bool made_of(struct str in, struct str *made)
{
    struct buf out = BUF(arena);
    bool good = object_streams_write(arena, pack, in, (struct outside){0}, &out);
    *made = buf_str(&out);
    return good;
}

static size_t key(const char *dict, const char *name)
{
    return strtoul(strstr(dict, name) + strlen(name), NULL, 10);
}

/* The cross-reference stream's rows, one after the other, PNG's "up" undone. */
static unsigned char *rows(struct str file, size_t *width)
{
    const char *start = file.s + key(file.s + str_find(file, STR("startxref"), 0), "startxref\n");
    const char *dict = strstr(start, "<</Type/XRef");
    assert_non_null(dict);
    *width = key(dict, "/Columns ");
    uLongf n = (*width + 1) * key(dict, "/Size ");
    unsigned char *raw = arena_get(arena, n), *out = arena_get(arena, n);
    assert_int_equal(
        uncompress(raw, &n, (const Bytef *)strstr(dict, "stream\r\n") + 8, key(dict, "/Length ")), Z_OK);
    for (size_t row = 0; row < n / (*width + 1); row++)
        for (size_t i = 0; i < *width; i++)
            out[row * *width + i] =
                (unsigned char)(raw[row * (*width + 1) + 1 + i] + (row ? out[(row - 1) * *width + i] : 0));
    return out;
}

static size_t field(const unsigned char *row, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) n = n << 8 | row[i];
    return n;
}

/* An object from the object stream that the table says it is in. */
static void check_inside(struct str file, const unsigned char *table, size_t width, size_t number,
                         const char *body)
{
    const unsigned char *row = table + number * width;
    assert_int_equal(row[0], 2);
    size_t stream = field(row, 1, width - 2), place = field(row, width - 2, width);
    const char *dict = file.s + field(table + stream * width, 1, width - 2);
    assert_int_equal(table[stream * width], 1);
    assert_int_equal(strtoul(dict, NULL, 10), stream);
    assert_true(place < key(dict, "/N "));
    uLongf n = 1 << 20;
    char *raw = arena_get(arena, n), *at = raw;
    assert_int_equal(
        uncompress((Bytef *)raw, &n, (const Bytef *)strstr(dict, "stream\r\n") + 8, key(dict, "/Length ")),
        Z_OK);
    for (size_t i = 0; i < place; i++) strtoul(at, &at, 10), strtoul(at, &at, 10);
    assert_int_equal(strtoul(at, &at, 10), number);
    assert_memory_equal(raw + key(dict, "/First ") + strtoul(at, &at, 10), body, strlen(body));
}

static void every_object_is_found(void **state)
{
    (void)state;
    struct str made, again;
    size_t width;
    assert_true(made_of(classic(5000), &made));
    assert_true(made_of(classic(5000), &again));
    assert_true(str_eq(made, again));
    const unsigned char *table = rows(made, &width);
    assert_int_equal(table[0], 0);
    assert_int_equal(field(table, width - 2, width), 65535);
    check_inside(made, table, width, 1, "<<\n/Type /Catalog\n>>\n");
    check_inside(made, table, width, 2, "<<\n/Title(x)>>\n");
    check_inside(made, table, width, 5, "<<\n/N 5/P 1 0 R>>\n");
    check_inside(made, table, width, 3210, "<<\n/N 3210/P 1 0 R>>\n");
    check_inside(made, table, width, 5004, "<<\n/N 5004/P 1 0 R>>\n");
    assert_true(made.n < 5000 * 10);
}

static void streams_stay(void **state)
{
    (void)state;
    struct str made;
    size_t width;
    assert_true(made_of(classic(1), &made));
    const unsigned char *table = rows(made, &width);
    static const char stream[] =
        "3 0 obj\n<</Length 17/Kind/X>>\nstream\r\nendstream\nendobj\n\nendstream\nendobj\n";
    assert_int_equal(table[3 * width], 1);
    assert_memory_equal(made.s + field(table + 3 * width, 1, width - 2), stream, sizeof stream - 1);
    assert_int_equal(table[4 * width], 0); /* its length stands in it */
    assert_true(str_starts(made, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n3 0 obj\n"));
    assert_true(str_ends(made, "%%EOF\n"));
}

/* What is not as libharu writes it is refused, wherever the fault stands; and no fault is a crash. */
static void faults_are_refused(void **state)
{
    (void)state;
    static const char *const faults[][2] = {
        {"1 0 obj", "1 1 obj"},       {"2 0 obj", "9 0 obj"},     {"/Length 4", "/Length 9"},
        {"/Length 4", "/Length 2"},   {"/Length 4", "/Length 0"}, {"\n17\n", "\n18\n"},
        {"\n17\n", "\n99\n"},         {"\n17\n", "\nxx\n"},       {"stream\r\n", "stream\n\n"},
        {"endobj", "endobk"},         {"0 n\r\n", "0 f\r\n"},     {"00000 n", "00001 n"},
        {"/Root 1", "/Root 9"},       {"/Info 2", "/Indo 2"},     {"/Size 6", "/Size 7"},
        {"xref\n0 6", "xref\n0 7"},   {"xref\n0 6", "xref\n0 0"}, {"%%EOF", "%%EOE"},
        {"startxref", "startxreg"},   {"trailer", "trailor"},     {"0000000015", "0000000016"},
        {"0000000015", "9999999999"}, {"/Length 4", "/Lengti 4"}};
    struct str good = classic(1), made;
    assert_true(made_of(good, &made));
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct str bad = str_copy(arena, good);
        size_t at = str_find(bad, str_of(faults[i][0]), 0);
        assert_true(at != SIZE_MAX);
        memcpy((char *)(uintptr_t)bad.s + at, faults[i][1], strlen(faults[i][1]));
        if (made_of(bad, &made)) fail_msg("taken: %s for %s", faults[i][1], faults[i][0]);
    }
    for (size_t n = 0; n < good.n; n++) assert_false(made_of(str_copy(arena, str_sub(good, 0, n)), &made));
    for (size_t at = 0; at < good.n; at++)
        for (int flip = 1; flip < 256; flip <<= 1) {
            struct str bad = str_copy(arena, good);
            ((char *)(uintptr_t)bad.s)[at] ^= (char)flip;
            made_of(bad, &made);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_object_is_found),
        cmocka_unit_test(streams_stay),
        cmocka_unit_test(faults_are_refused),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
