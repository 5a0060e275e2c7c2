#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/paragraph/justification.h"

static const struct justification_line LINE = {.width = 360000, .spaces = 3, .khmer = 41, .em = 10000};

static int64_t all(const struct justification *f)
{
    return (int64_t)f->spread + f->widen + f->track;
}

static void what_is_given_is_what_was_lacking(void **state)
{
    (void)state;
    struct justification_room room = justification_room(&LINE);
    assert_in_range(room.good, 1, room.most);
    for (int64_t slack = -room.least; slack <= room.most; slack += 97) {
        struct justification f;
        assert_true(justification_give(&LINE, slack, &f));
        assert_int_equal(all(&f), slack);
    }
}

static void nothing_is_given_beyond_the_room(void **state)
{
    (void)state;
    struct justification_room room = justification_room(&LINE);
    struct justification f;
    assert_false(justification_give(&LINE, room.most + 1, &f));
    assert_int_equal(all(&f), 0);
    assert_false(justification_give(&LINE, -room.least - 1, &f));
    assert_int_equal(all(&f), 0);
}

/* Readers see a space where letters are 0.05 em apart, and mix up letters that are too near. */
static void tracking_comes_late_and_stays_small(void **state)
{
    (void)state;
    struct justification_room room = justification_room(&LINE);
    for (int64_t slack = -room.least; slack <= room.most; slack += 97) {
        struct justification f;
        justification_give(&LINE, slack, &f);
        assert_in_range(f.track, 0, (LINE.khmer - 1) * LINE.em / 40);
        assert_true(f.widen <= LINE.width / 40 && -f.widen <= LINE.width / 40);
        assert_true(f.spread <= 3 * LINE.em * 33 / 100);
        if (f.track) assert_int_equal(f.widen, LINE.width / 40);
    }
}

static void a_line_without_spaces_or_khmer_has_its_letters(void **state)
{
    (void)state;
    struct justification_line bare = {.width = 100000, .khmer = 1, .em = 10000};
    struct justification f;
    assert_true(justification_give(&bare, 2000, &f));
    assert_int_equal(f.widen, 2000);
    bare.width = 0;
    assert_true(justification_give(&bare, 0, &f));
    assert_false(justification_give(&bare, 1, &f));
}

/* Khmer that else would stand ragged among justified paragraphs gives more, as evenly, and no space that
 * readers see. */
static void a_line_may_give_further(void **state)
{
    (void)state;
    static const int64_t WIDEN[REACHES] = {[REACH_FURTHER] = 20, [REACH_FURTHEST] = 11}; /* parts of it */
    struct justification_line line = LINE;
    struct justification f;
    for (line.reach = REACH_FURTHER; line.reach < REACHES; line.reach++) {
        struct justification_line lesser = line;
        lesser.reach--;
        struct justification_room usual = justification_room(&lesser), more = justification_room(&line);
        assert_true(more.good > usual.good && more.most > usual.most && more.least > usual.least);
        for (int64_t slack = -more.least; slack <= more.most; slack += 97) {
            assert_true(justification_give(&line, slack, &f));
            assert_int_equal(all(&f), slack);
            assert_in_range(f.track, 0, (LINE.khmer - 1) * LINE.em / 40);
            assert_true(f.widen <= LINE.width / WIDEN[line.reach] &&
                        -f.widen <= LINE.width / WIDEN[line.reach]);
        }
        assert_false(justification_give(&line, more.most + 1, &f));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_is_what_was_lacking),
        cmocka_unit_test(nothing_is_given_beyond_the_room),
        cmocka_unit_test(tracking_comes_late_and_stays_small),
        cmocka_unit_test(a_line_without_spaces_or_khmer_has_its_letters),
        cmocka_unit_test(a_line_may_give_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
