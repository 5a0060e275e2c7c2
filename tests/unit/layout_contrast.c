/* layout: words stand out 7 : 1 from what lies under them, in the house's colours and in every event's own.
 */
#include "base/colour.h"
#include "layout/chart/ground.h"
#include "layout/front/hue.h"
#include "layout/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

enum { LEAST = 7, POINTS = 11 };

static const uint32_t INKS[] = {STYLE_INK, STYLE_BLUE, STYLE_OCHRE_TEXT, STYLE_DIM, STYLE_FIRM};

/* How much lighter one looks than the other, as the eye counts: 0 to 100. */
static double apart(uint32_t a, uint32_t b)
{
    double x = cbrt(colour_light(a)), y = cbrt(colour_light(b));
    return 116 * fabs(x - y);
}

static void known_pairs(void **state)
{
    (void)state;
    assert_true(fabs(colour_contrast(0, 0xFFFFFF) - 21) < 0.001);
    assert_true(fabs(colour_contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01);
    assert_true(colour_contrast(0x123456, 0x123456) == 1);
}

/* Every hue that event.yml may tell, and the house's. */
static void check_hue(uint32_t hue)
{
    for (size_t i = 0; i < sizeof INKS / sizeof *INKS; i++) {
        uint32_t ink = hue_ink(INKS[i], hue);
        assert_true(colour_contrast(ink, STYLE_PAPER) >= LEAST);
        assert_true(colour_contrast(ink, hue_of(STYLE_TINT, hue)) >= LEAST);
        if (INKS[i] == STYLE_INK || INKS[i] == STYLE_FIRM) /* a timetable's bands hold no others */
            assert_true(colour_contrast(ink, hue_of(STYLE_BAND, hue)) >= LEAST);
    }
    assert_true(colour_contrast(hue_of(STYLE_INK, hue), hue_of(STYLE_PALE, hue)) >= LEAST);
    assert_true(colour_contrast(hue, STYLE_PAPER) >= LEAST);
    assert_true(colour_contrast(STYLE_GREY, STYLE_PAPER) >= LEAST);
    for (size_t n = 1; n <= POINTS; n++)
        for (size_t i = 0; i < n; i++) {
            uint32_t ground = hue_of(ground_of(i, n), hue);
            assert_true(colour_contrast(ground, ground_ink(ground_of(i, n))) >= LEAST);
            if (i) assert_true(apart(ground, hue_of(ground_of(i - 1, n), hue)) >= 3);
        }
}

static void every_pair_stands_out(void **state)
{
    (void)state;
    size_t n = 0;
    check_hue(STYLE_BLUE);
    for (uint32_t red = 0; red <= 0xFF; red += 15)
        for (uint32_t green = 0; green <= 0xFF; green += 15)
            for (uint32_t blue = 0; blue <= 0xFF; blue += 15) {
                uint32_t hue = red << 16 | green << 8 | blue;
                if (colour_contrast(hue, STYLE_PAPER) < LEAST) continue;
                check_hue(hue);
                n++;
            }
    assert_true(n > 500);
}

static void the_house_is_as_it_was(void **state)
{
    (void)state;
    for (size_t n = 2; n <= POINTS; n++)
        for (size_t i = 0; i < n; i++)
            assert_true(apart(hue_of(ground_of(i, n), STYLE_BLUE), ground_of(i, n)) < 1);
    assert_int_equal(hue_of(STYLE_INK, 0x5A1A3C), STYLE_INK);
    assert_int_equal(hue_of(STYLE_OCHRE, 0x5A1A3C), STYLE_OCHRE);
    assert_int_equal(hue_of(STYLE_PAPER, 0x5A1A3C), STYLE_PAPER);
    assert_int_equal(hue_of(STYLE_GREY, 0x5A1A3C), STYLE_GREY);
    assert_int_not_equal(hue_of(STYLE_TINT, 0x5A1A3C), STYLE_TINT);
}

/* No part keeps the house's blue beside others in the event's hue. */
static void all_parts_follow_the_hue(void **state)
{
    (void)state;
    static const uint32_t OF_THE_HOUSE[] = {STYLE_TINT,   STYLE_BAND, STYLE_PALE,
                                            STYLE_THREAD, STYLE_DEEP, STYLE_BLUE};
    for (size_t i = 0; i < sizeof OF_THE_HOUSE / sizeof *OF_THE_HOUSE; i++)
        assert_true(hue_of(OF_THE_HOUSE[i], 0x9F1F1F) >> 16 > (hue_of(OF_THE_HOUSE[i], 0x9F1F1F) & 0xFF));
    for (size_t n = 1; n <= POINTS; n++)
        for (size_t i = 0; i < n; i++) {
            uint32_t red = hue_of(ground_of(i, n), 0x9F1F1F);
            assert_true(red >> 16 > (red & 0xFF));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_pairs),
        cmocka_unit_test(every_pair_stands_out),
        cmocka_unit_test(the_house_is_as_it_was),
        cmocka_unit_test(all_parts_follow_the_hue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
