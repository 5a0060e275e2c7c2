#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/deflate.h"
#include "pdf/haru.h"
#include "pdf/pictures.h"
#include "pdf/syntax.h"

#include <zlib.h>

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#define SAYS(call, expected)                                                                                 \
    do {                                                                                                     \
        struct buf out = BUF(arena);                                                                         \
        call;                                                                                                \
        assert_string_equal(buf_str(&out).s, expected);                                                      \
    } while (0)

static void numbers(void **state)
{
    (void)state;
    SAYS(syntax_milli(&out, 0), "0");
    SAYS(syntax_milli(&out, 500), ".5");
    SAYS(syntax_milli(&out, -40), "-.04");
    SAYS(syntax_milli(&out, 12000), "12");
    SAYS(syntax_milli(&out, -1234567), "-1234.567");
    SAYS(syntax_milli(&out, 1), ".001");
    SAYS(syntax_int(&out, INT64_MIN), "-9223372036854775808");
    SAYS(syntax_ref(&out, 12), "12 0 R");
}

static void strings(void **state)
{
    (void)state;
    SAYS(syntax_bytes(&out, STR("a(b)\\c\rd")), "(a\\(b\\)\\\\c\\rd)");
    SAYS(syntax_text(&out, STR("plain (text)")), "(plain \\(text\\))");
    SAYS(syntax_name(&out, STR("text/csv; x#(é)")), "/text#2Fcsv;#20x#23#28#C3#A9#29");
    SAYS(syntax_utf16_hex(&out, STR("ក\xF0\x9F\x98\x80")), "1780D83DDE00");
    struct buf out = BUF(arena);
    syntax_text(&out, STR("\xE1\x9E\xA8")); /* U+17A8: 17 A8; parentheses in UTF-16: U+2829 */
    assert_memory_equal(out.s, "(\xFE\xFF\x17\xA8)", 6);
    out.n = 0;
    syntax_text(&out, STR("\xE2\xA0\xA9\xE0\xB4\x8D")); /* U+2829, U+0D0D */
    assert_memory_equal(out.s, "(\xFE\xFF\\(\\)\\r\\r)", 12);
}

static void long_strings_are_cut(void **state)
{
    (void)state;
    struct buf in = BUF(arena), out = BUF(arena);
    for (int i = 0; i < 40000; i++) buf_put(&in, "ក");
    syntax_text(&out, buf_str(&in));
    assert_true(out.n < 32767);
}

static void check_packed(struct str raw, struct str packed)
{
    char *back = arena_get(arena, raw.n + 1);
    uLongf n = raw.n + 1;
    assert_int_equal(uncompress((Bytef *)back, &n, (const Bytef *)packed.s, packed.n), Z_OK);
    assert_int_equal(n, raw.n);
    if (n) assert_memory_equal(back, raw.s, n);
}

static void packs(void **state)
{
    (void)state;
    struct deflate *p = deflate_new(arena, NULL, NULL);
    char raw[100000];
    for (size_t round = 1; round <= sizeof raw; round *= 10) {
        for (size_t i = 0; i < sizeof raw; i++) raw[i] = (char)(i * i % (7 * round));
        check_packed((struct str){raw, sizeof raw}, deflate_bytes(p, (struct str){raw, sizeof raw}));
    }
    check_packed((struct str){0}, deflate_bytes(p, (struct str){0}));
    deflate_free(p);
}

/* However many threads there are, the bytes are the same. */
static void packs_in_threads(void **state)
{
    (void)state;
    enum { JOBS = 300, MOST = 5000 };
    char *raw = arena_get(arena, JOBS * MOST);
    struct deflate_job jobs[JOBS] = {0}, alone[JOBS] = {0};
    for (size_t i = 0; i < JOBS * MOST; i++) raw[i] = (char)(i * i % 251 + i / 977);
    for (size_t i = 0; i < JOBS; i++)
        alone[i].raw = jobs[i].raw = (struct str){raw + i * MOST, i * 16 % MOST};
    struct deflate *one = deflate_new(arena, NULL, NULL),
                   *four = deflate_new(arena, thread_pool_new(arena, 4), NULL);
    deflate_all(one, DEFLATE_FAST, alone, JOBS);
    for (int round = 0; round < 3; round++) {
        deflate_all(four, DEFLATE_FAST, jobs, JOBS);
        for (size_t i = 0; i < JOBS; i++) {
            assert_true(str_eq(jobs[i].packed, alone[i].packed));
            check_packed(jobs[i].raw, jobs[i].packed);
        }
    }
    deflate_free(one);
    deflate_free(four);
}

/* Where the stored picture's top left corner and its right neighbour come to stand. */
static void turned(void **state)
{
    (void)state;
    static const struct {
        bool mirror;
        int turn;
        int64_t corner[2], right[2];
    } cases[] = {{0, 0, {10, 50}, {40, 50}},   {0, 90, {40, 50}, {40, 20}}, {0, 180, {40, 20}, {10, 20}},
                 {0, 270, {10, 20}, {10, 50}}, {1, 0, {40, 50}, {10, 50}},  {1, 90, {40, 20}, {40, 50}},
                 {1, 180, {10, 20}, {40, 20}}, {1, 270, {10, 50}, {10, 20}}};
    for (int i = 0; i < 8; i++) {
        struct picture p = {.mirror = cases[i].mirror, .turn = cases[i].turn};
        int64_t m[6];
        pictures_matrix(&p, 10, 20, 30, 30, m);
        assert_int_equal(m[2] + m[4], cases[i].corner[0]);
        assert_int_equal(m[3] + m[5], cases[i].corner[1]);
        assert_int_equal(m[0] + m[2] + m[4], cases[i].right[0]);
        assert_int_equal(m[1] + m[3] + m[5], cases[i].right[1]);
    }
}

static void saves(void **state)
{
    (void)state;
    struct str files[2];
    for (int i = 0; i < 2; i++) {
        struct haru *h = haru_open(arena, NULL, NULL);
        unsigned page = haru_page(h), stream = haru_stream(h, STR("/Kind/X"), STR("hello"), false);
        haru_set(h, page, STR("/MediaBox[0 0 10 10]"));
        haru_contents(h, &page, &STR("0 0 1 1 re f\n"), 1);
        haru_set(h, haru_catalog(h), str_fmt(arena, "/X %u 0 R", stream));
        struct buf out = BUF(arena);
        assert_int_equal(haru_save(h, &out), 0);
        files[i] = buf_str(&out);
        haru_close(h);
    }
    assert_true(str_eq(files[0], files[1]));
    assert_true(str_starts(files[0], "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    assert_true(str_ends(files[0], "%%EOF\n"));
    assert_true(str_find(files[0], STR("/Kind/X"), 0) != SIZE_MAX);
    assert_true(str_find(files[0], STR("stream\r\nhello\nendstream"), 0) != SIZE_MAX);
    assert_true(str_find(files[0], STR("/ID[<"), 0) != SIZE_MAX);
    assert_true(str_find(files[0], STR("Haru"), 0) == SIZE_MAX);
}

/* The first failure is kept, and nothing after it does anything. */
static void fails(void **state)
{
    (void)state;
    struct haru *h = haru_open(arena, NULL, NULL);
    struct buf out = BUF(arena);
    haru_stream(h, (struct str){0}, (struct str){"", (size_t)INT32_MAX + 1}, false);
    assert_int_equal(haru_new(h), 0);
    assert_int_equal(haru_page(h), 0);
    haru_set(h, 0, STR("/X 1"));
    assert_int_not_equal(haru_save(h, &out), 0);
    assert_int_equal(out.n, 0);
    haru_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(strings),
        cmocka_unit_test(long_strings_are_cut),
        cmocka_unit_test(packs),
        cmocka_unit_test(packs_in_threads),
        cmocka_unit_test(turned),
        cmocka_unit_test(saves),
        cmocka_unit_test(fails),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
