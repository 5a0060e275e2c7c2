#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/codes.h"

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

/* However many there are, each has bytes of its own, none that a string must escape, and none that begins
 * another. */
static void codes_differ(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 13, 250, 251, 252, 501, 502, 503, 5000, 10040, 20000, 60000};
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        struct codes c = codes_for(counts[k], counts[k] / 2);
        bool *met = ARENA_MANY(arena, bool, 1 << 16);
        for (size_t i = 1; i <= counts[k]; i++) {
            unsigned cid = codes_cid(&c, i);
            struct buf b = BUF(arena);
            codes_put(&b, cid);
            assert_true(cid > 0 && cid < codes_end(&c) && !met[cid]);
            met[cid] = true;
            assert_int_equal(b.n, cid < 256 ? 1 : 2);
            assert_int_equal((unsigned char)b.s[0] > c.last, b.n == 1);
            for (size_t at = 0; at < b.n; at++) assert_null(memchr("()\\\r", b.s[at], 4));
        }
    }
}

static void the_commonest_are_one_byte(void **state)
{
    (void)state;
    struct codes few = codes_for(251, 0), many = codes_for(560, 0);
    assert_int_equal(few.last, 0);
    assert_int_equal(few.singles, 251);
    assert_int_equal(many.last, 2);
    assert_int_equal(many.singles, 249);
    assert_int_equal(codes_cid(&many, 1), '0');
    assert_true(codes_cid(&many, 249) < 256 && codes_cid(&many, 250) >= 256);
}

/* Tw widens the byte 20 (9.3.3), so that is the space's where it has one byte; else somebody's. */
static void spaces_are_20(void **state)
{
    (void)state;
    for (size_t space = 1; space <= 249; space++) {
        struct codes c = codes_for(560, space);
        assert_int_equal(codes_cid(&c, space), ' ');
    }
    struct codes rare = codes_for(560, 300), none = codes_for(560, 0);
    assert_memory_equal(rare.order, none.order, sizeof none.order);
}

static void cmaps_say_so(void **state)
{
    (void)state;
    struct codes one = codes_for(30, 0), two = codes_for(560, 0), most = codes_for(60000, 0);
    struct str s = codes_cmap(arena, &one), t = codes_cmap(arena, &two), u = codes_cmap(arena, &most);
    assert_non_null(strstr(s.s, "1 begincodespacerange\n<01><FF>\nendcodespacerange\n"));
    assert_non_null(strstr(s.s, "1 begincidrange\n<01><FF>1\nendcidrange\n"));
    assert_non_null(strstr(t.s, "2 begincodespacerange\n<03><FF>\n<0100><02FF>\nendcodespacerange\n"));
    assert_non_null(strstr(t.s, "2 begincidrange\n<0100><01FF>256\n<0200><02FF>512\nendcidrange\n"));
    assert_non_null(strstr(u.s, "\n100 begincidrange\n<6500><65FF>25856\n"));
    assert_non_null(strstr(t.s, "/WMode 0 def"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_differ),
        cmocka_unit_test(the_commonest_are_one_byte),
        cmocka_unit_test(spaces_are_20),
        cmocka_unit_test(cmaps_say_so),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
