/* base/memo: what was kept is found under its key alone, as long as builds ask for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "base/memo.h"

#include <stdio.h>

enum { MANY = 5000 };

static struct memo_key key_of(enum memo_kind kind, const char *text)
{
    struct memo_key k = memo_begin(kind);
    memo_add(&k, str_of(text));
    return k;
}

static void keys_tell_apart(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "", "a", "b", "ab", "a\1", "abcdefgh", "abcdefghi", "abcdefgi", "abcdefghabcdefgh"};
    enum { N = sizeof TEXTS / sizeof *TEXTS };
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < N; k++)
            assert_int_equal(memo_same(key_of(MEMO_FILE, TEXTS[i]), key_of(MEMO_FILE, TEXTS[k])), i == k);
    assert_false(memo_same(key_of(MEMO_FILE, "a"), key_of(MEMO_PAGES, "a")));
    struct memo_key parted = memo_begin(MEMO_FILE), whole = memo_begin(MEMO_FILE);
    memo_add(&parted, STR("ab"));
    memo_add(&parted, STR("c"));
    memo_add(&whole, STR("a"));
    memo_add(&whole, STR("bc"));
    assert_false(memo_same(parted, whole));
}

static void what_was_kept_is_found(void **state)
{
    (void)state;
    struct memo *m = memo_new();
    struct str bytes;
    char name[16];
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_false(memo_find(m, key_of(MEMO_FILE, name), &bytes));
        memo_keep(m, key_of(MEMO_FILE, name), str_of(name));
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_true(memo_find(m, key_of(MEMO_FILE, name), &bytes));
        assert_true(str_is(bytes, name));
    }
    assert_false(memo_find(m, key_of(MEMO_PAGES, "1"), &bytes));
    memo_keep(m, key_of(MEMO_PAGES, "1"), (struct str){0});
    assert_true(memo_find(m, key_of(MEMO_PAGES, "1"), &bytes));
    assert_int_equal(bytes.n, 0);
    memo_free(m);
}

static void what_a_build_does_not_use_is_dropped(void **state)
{
    (void)state;
    struct memo *m = memo_new();
    struct str bytes;
    memo_keep(m, key_of(MEMO_FILE, "used"), STR("1"));
    memo_keep(m, key_of(MEMO_FILE, "not used"), STR("2"));
    for (int build = 0; build < 3; build++) {
        memo_turn(m);
        assert_true(memo_find(m, key_of(MEMO_FILE, "used"), &bytes));
    }
    assert_false(memo_find(m, key_of(MEMO_FILE, "not used"), &bytes));
    memo_free(m);
}

static void none_is_none(void **state)
{
    (void)state;
    struct str bytes;
    memo_keep(NULL, key_of(MEMO_FILE, "a"), STR("1"));
    memo_turn(NULL);
    assert_false(memo_find(NULL, key_of(MEMO_FILE, "a"), &bytes));
    memo_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_tell_apart),
        cmocka_unit_test(what_was_kept_is_found),
        cmocka_unit_test(what_a_build_does_not_use_is_dropped),
        cmocka_unit_test(none_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
