/* base/unicode: letters under their accents, and what an accent is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "base/buf.h"
#include "base/unicode.h"

static void bare_is(struct arena *a, const char *typed, const char *bare)
{
    struct buf out = BUF(a);
    struct str t = str_of(typed);
    for (size_t at = 0; at < t.n;) buf_cp(&out, unicode_bare(utf8_next(t, &at)));
    buf_byte(&out, '\0');
    assert_string_equal(buf_str(&out).s, bare);
}

static void accents_come_off(void **state)
{
    bare_is(*state, "éÈçñÅżűşİ", "eEcnAzusI");
    bare_is(*state, "ếỆạửỵốƠƯḿṩ", "eEauyoOUms");
    bare_is(*state, "ṩǣǾǯ", "saOz"); /* over what has none */
    bare_is(*state, "ＡｂＺ", "AbZ");
}

static void unparted_letters_have_a_stand_in(void **state)
{
    bare_is(*state, "łŁđĐøØıŋßæþ", "lLdDoOinsat");
    bare_is(*state, "ƁɓƊɗƐɛƆɔƏəƷʒ", "BbDdEeOoEeZz");
}

static void anything_else_stays(void **state)
{
    bare_is(*state, "aZ0 ×÷", "aZ0 ×÷");
    bare_is(*state, "ἄйё", "ἄйё");
    bare_is(*state, "កៀ김がก่", "កៀ김がก่");
}

static void marks_are_told_apart(void **state)
{
    (void)state;
    assert_true(unicode_accent(0x301) && unicode_accent(0x323) && unicode_accent(0x1DC4));
    assert_true(unicode_nonspacing(0x17B7) && unicode_mark(0x17B6) && unicode_mark(0x20DD));
    assert_false(unicode_accent(0x17B7) || unicode_accent(0xE48) || unicode_accent('^') ||
                 unicode_accent(0xB4));
    assert_false(unicode_nonspacing(0x17B6) || unicode_nonspacing(0x20DD) || unicode_mark(0x1780));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(accents_come_off, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(unparted_letters_have_a_stand_in, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(anything_else_stays, arena_start, arena_end),
        cmocka_unit_test(marks_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
