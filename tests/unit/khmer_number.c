/* khmer: numbers, dates, times, yes and no. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "arena_help.h"
#include "khmer/number.h"

static void number_reads(void **state)
{
    long n = 0;
    assert_true(number_read(STR(" ២០២៣ "), &n));
    assert_int_equal(n, 2023);
    assert_true(number_read(STR("12"), &n) && n == 12);
    assert_true(number_read(STR("-7"), &n) && n == -7);
    assert_true(number_read(STR("9007199254740992"), &n) && n == 1L << 53);
    n = 5;
    const char *const none[] = {
        "", " ", "-", "1.5", "1,000", "x", "១ក", "9007199254740993", "99999999999999999999999"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_false(number_read(str_of(none[i]), &n));
    assert_int_equal(n, 5);
    (void)state;
}

static void number_writes(void **state)
{
    struct arena *a = *state;
    assert_true(str_is(number_write(a, 1234567, LANG_EN), "1,234,567"));
    assert_true(str_is(number_write(a, 1234, LANG_KM), "១.២៣៤"));
    assert_true(str_is(number_write(a, -1000, LANG_EN), "-1,000"));
    assert_true(str_is(number_write(a, 0, LANG_KM), "០"));
    assert_true(str_is(number_plain(a, 2023, LANG_KM), "២០២៣"));
    assert_true(str_is(number_tenths(a, 42, LANG_EN), "4.2"));
    assert_true(str_is(number_tenths(a, 12345, LANG_KM), "១.២៣៤,៥"));
    assert_true(str_is(number_tenths(a, -5, LANG_EN), "-0.5"));
    assert_true(str_is(number_khmer_digits(a, STR("A4 ក 10")), "A៤ ក ១០"));
    assert_true(str_is(number_khmer_letter(a, 1), "ក"));
    assert_true(str_is(number_khmer_letter(a, 29), "វ"));
    assert_true(str_is(number_khmer_letter(a, 30), "ស"));
    assert_true(str_is(number_khmer_letter(a, 33), "អ"));
    assert_true(str_is(number_khmer_letter(a, 34), "៣៤"));
    assert_true(str_is(number_khmer_letter(a, 0), "០"));
    for (long i = 1; i <= 33; i++) {
        size_t at = 0;
        assert_int_equal(number_khmer_letter_value(utf8_next(number_khmer_letter(a, i), &at)), i);
    }
    assert_int_equal(number_khmer_letter_value(0x179E), 0);
    assert_int_equal(number_khmer_letter_value('a'), 0);
}

static bool date_is(const char *text, int year, int month, int day)
{
    int y = 0, m = 0, d = 0;
    bool good = date_read(str_of(text), &y, &m, &d) && y == year && m == month && d == day;
    if (!good) print_error("%s: %d-%d-%d\n", text, y, m, d);
    return good;
}

static void date_reads(void **state)
{
    const char *const fourth[] = {
        "2023-04-04",
        "4 April 2023",
        "04/04/2023",
        "4.4.2023",
        "April 4, 2023",
        "4th Apr 2023",
        "ថ្ងៃទី៤ ខែមេសា ឆ្នាំ២០២៣",
        "៤ មេសា ២០២៣",
        "ថ្ងៃទី៤ខែមេសាឆ្នាំ២០២៣",
        "២០២៣-០៤-០៤",
        "Tuesday, 4 April 2023",
        "ថ្ងៃអង្គារ ទី៤ ខែ​មេសា ឆ្នាំ ២០២៣",
        " 4/4/23 ",
        "2023-04-04T09:30:00Z",
        "2023/04/04 10:02:00 AM GMT+7",
        "04/04/2023 9:32:11",
        "4 april 2023, 8:30",
        "៤ មេសា ២០២៣ ម៉ោង ៨:៣០"};
    for (size_t i = 0; i < sizeof fourth / sizeof *fourth; i++) assert_true(date_is(fourth[i], 2023, 4, 4));
    assert_true(date_is("15/01/2024", 2024, 1, 15));
    assert_true(date_is("29 កុម្ភៈ 2024", 2024, 2, 29));
    assert_true(date_is("29/02/2000", 2000, 2, 29));
    assert_true(date_is("29 កុម្ភៈ 2000", 2000, 2, 29));
    assert_true(date_is("30 វិច្ចិកា 2024", 2024, 11, 30));
    assert_true(date_is("7 May 2023", 2023, 5, 7));
    assert_true(date_is("04-Apr-23", 2023, 4, 4));
    assert_true(date_is("4/Apr/23", 2023, 4, 4));
    assert_true(date_is("3/13/2023", 2023, 3, 13));
    assert_true(date_is("13/3/23", 2023, 3, 13));
    assert_true(date_is("13 Mar 2566", 2023, 3, 13));
    assert_true(date_is("៤\xE2\x80\xAFមេសា ២៥៦៦", 2023, 4, 4));
    int y = 1, m = 2, d = 3;
    const char *const none[] = {"",
                                "2023",
                                "April 2023",
                                "29 February 2023",
                                "29 February 2100",
                                "32/01/2023",
                                "31/04/2023",
                                "29/02/1900",
                                "13/13/2023",
                                "4 Mayor 2023",
                                "4 April 2023 was fine",
                                "12345/04/04",
                                "1-2-3-4",
                                "0/4/2023",
                                "4 April 23",
                                "4 April 10.30",
                                "45020",
                                "9:30"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(date_read(str_of(none[i]), &y, &m, &d));
    assert_true(y == 1 && m == 2 && d == 3);
    (void)state;
}

static void typed(struct arena *a, const char *text, const char *km, const char *en)
{
    assert_true(str_is(date_typed(a, str_of(text), LANG_KM), km));
    assert_true(str_is(date_typed(a, str_of(text), LANG_EN), en));
}

static void dates_typed_once(void **state)
{
    struct arena *a = *state;
    typed(a, "2023–2024", "២០២៣–២០២៤", "2023–2024");
    typed(a, "២០២៣-២០២៤", "២០២៣-២០២៤", "2023-2024");
    typed(a, "March – June 2024", "ខែមីនា – ខែមិថុនា ឆ្នាំ២០២៤", "March – June 2024");
    typed(a, "ខែមីនា ឆ្នាំ២០២៤", "ខែមីនា ឆ្នាំ២០២៤", "March 2024");
    typed(a, "ឆ្នាំ២០២៤", "ឆ្នាំ២០២៤", "2024");
    typed(a, "ថ្ងៃទី៥ ខែមេសា", "ថ្ងៃទី៥ ខែមេសា", "5 April");
    typed(a, "2024 or later", "", "");
    typed(a, "March", "", "");
    typed(a, "Q1 2024", "", "");
    typed(a, "", "", "");
}

static void around(const char *text, const char *month, const char *date)
{
    struct str t = str_of(text);
    size_t from = 0, to = 0, at = str_find(t, str_of(month), 0);
    bool found = date_around(t, at, &from, &to);
    assert_int_equal(found, *date != 0);
    if (found) assert_true(str_is(str_sub(t, from, to), date));
}

static void dates_in_sentences(void **state)
{
    (void)state;
    around("as of 14 March 2023, at noon", "March", "14 March 2023");
    around("on March 14, 2023 and", "March", "March 14, 2023");
    around("from 4 April on", "April", "4 April");
    around("since Sep. 2023", "Sep", "");
    around("in March they met", "March", "");
    around("14 may 2023", "may", "");
    around("on March 14 it", "March", "March 14");
    around("គិតត្រឹមថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០២៣ ។", "មីនា", "ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០២៣");
    around("និងថ្ងៃទី៥ ខែមេសា", "មេសា", "ថ្ងៃទី៥ ខែមេសា");
    around("នៅខែមេសា ឆ្នាំ២០២៣", "មេសា", "ខែមេសា ឆ្នាំ២០២៣");
    around("៤ មេសា ២០២៣", "មេសា", "៤ មេសា ២០២៣");
    around("អ្នកស្រីមីនា", "មីនា", "");
}

static void dates_of_spreadsheets(void **state)
{
    struct arena *a = *state;
    int y = 0, m = 0, d = 0;
    assert_true(date_serial(STR("45020"), &y, &m, &d) && y == 2023 && m == 4 && d == 4);
    assert_true(date_serial(STR("45000.354166"), &y, &m, &d) && y == 2023 && m == 3 && d == 15);
    assert_false(date_serial(STR("2023"), &y, &m, &d) || date_serial(STR("450200"), &y, &m, &d));
    assert_true(date_either(STR("4/5/2023")) && date_either(STR("04-05-23 10:00")));
    assert_false(date_either(STR("4/4/2023")) || date_either(STR("13/3/2023")) ||
                 date_either(STR("2023-04-05")));
    assert_false(date_either(STR("4 May 2023")));
    static const char *const PARTS[] = {"1-Mar",        "ថ្ងៃទី១៣ មីនា", "2023-03",
                                        "Mon 13 March", "4/5",        "March 2023"};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) assert_true(date_part(a, str_of(PARTS[i])));
    static const char *const NONE[] = {"soon", "", "2023", "12", "yes", "45000", "2023-03-13x"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) assert_false(date_part(a, str_of(NONE[i])));
}

static void a_month_is_read_and_written(void **state)
{
    static const char *const MONTHS[] = {"2023-12", "December 2023", "ខែធ្នូ ឆ្នាំ២០២៣"},
                             *const NONE[] = {"1-Mar", "March 12", "2023", "4 May 2023", "every term", ""};
    int year, month;
    for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++) {
        assert_true(date_month(*state, str_of(MONTHS[i]), &year, &month));
        assert_true(year == 2023 && month == 12);
    }
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(date_month(*state, str_of(NONE[i]), &year, &month));
    assert_true(str_is(date_write(*state, 2023, 12, 0, LANG_EN), "December 2023"));
    assert_true(str_is(date_write(*state, 2023, 12, 0, LANG_KM), "ខែធ្នូ ឆ្នាំ២០២៣"));
}

static void date_writes(void **state)
{
    assert_true(str_is(date_write(*state, 2023, 4, 4, LANG_EN), "4 April 2023"));
    assert_true(str_is(date_write(*state, 2023, 4, 4, LANG_KM), "ថ្ងៃទី៤ ខែមេសា ឆ្នាំ២០២៣"));
    assert_true(str_is(date_write(*state, 2023, 12, 15, LANG_KM), "ថ្ងៃទី១៥ ខែធ្នូ ឆ្នាំ២០២៣"));
}

static void clock_reads(void **state)
{
    static const struct {
        const char *text;
        int minutes;
    } all[] = {{"08:30", 510},    {"8.30", 510},         {"8h30", 510},    {"៨:៣០", 510},
               {"៨៖៣០", 510},     {"ម៉ោង ៨:៣០ ព្រឹក", 510}, {"2:05 pm", 845}, {"12:00 am", 0},
               {"12:15 PM", 735}, {"8 am", 480},         {"8h", 480},      {"23:59", 1439},
               {"09:30:00", 570}, {"២:០០ រសៀល", 840},    {"24:00", -1},    {"8", -1},
               {"", -1},          {"8:5", -1},           {"8:60", -1},     {"x", -1},
               {"8:30 x", -1},    {"123:00", -1},        {"8:30:99", -1}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (clock_read(str_of(all[i].text)) != all[i].minutes)
            print_error("%s: %d\n", all[i].text, clock_read(str_of(all[i].text)));
        assert_int_equal(clock_read(str_of(all[i].text)), all[i].minutes);
    }
    static const struct {
        const char *text;
        int start, end;
    } ranges[] = {{"08:00-09:30", 480, 570},
                  {"8h00 – 9h30", 480, 570},
                  {"៨:០០ ដល់ ៩:៣០", 480, 570},
                  {"8.00 to 9.30", 480, 570},
                  {"1:00-2:00 pm", 780, 840},
                  {"១:០០–២:០០ រសៀល", 780, 840},
                  {"11:00-1:00 pm", 660, 780},
                  {"9 am - 2 pm", 540, 840},
                  {"10:00-12:00 pm", 600, 720},
                  {"08:00", -1, -1},
                  {"08:00-", -1, -1},
                  {"8-9", -1, -1},
                  {"08:00-09:00-10:00", -1, -1},
                  {"08:00-25:00", -1, -1}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        int start, end;
        assert_int_equal(clock_range(str_of(ranges[i].text), &start, &end), ranges[i].start >= 0);
        if (ranges[i].start < 0) continue;
        assert_int_equal(start, ranges[i].start);
        assert_int_equal(end, ranges[i].end);
    }
    assert_true(str_is(clock_write(*state, 510, LANG_EN), "08:30"));
    assert_true(str_is(clock_write(*state, 1439, LANG_KM), "២៣:៥៩"));
}

static void crosses_and_ticks(void **state)
{
    (void)state;
    assert_true(yesno_cross(STR(" x ")) && yesno_cross(STR("X")) && yesno_cross(STR("☒")));
    assert_true(yesno_tick(STR("✓")) && yesno_tick(STR("✔ ")));
    assert_false(yesno_cross(STR("✓")) || yesno_tick(STR("x")) || yesno_cross(STR("")) ||
                 yesno_tick(STR("yes")));
}

static void yesno_reads(void **state)
{
    const char *const yes[] = {"yes",       "Y",
                               "TRUE",      "1",
                               "១",         "x",
                               "✓",         "បាទ",
                               "ចាស",       "បាទ/ចាស",
                               "Yes / បាទ", "Yes (បាទ)",
                               "យល់ព្រម",     " មាន ",
                               "yes.",      "X",
                               "×",         "☒",
                               "✔",         "☑",
                               "I agree",   "យល់\xE2\x80\x8Bព្រម",
                               "បាទ／Yes",  "\xE2\x80\xAFyes\xC2\xA0"};
    const char *const no[] = {"",
                              " ",
                              "no",
                              "N",
                              "0",
                              "០",
                              "ទេ",
                              "អត់",
                              "គ្មាន",
                              "អត់ទេ",
                              "No / ទេ",
                              "false",
                              "-",
                              "មិនយល់ព្រម",
                              "មិនយល់ព្រមទេ",
                              "I do not agree",
                              "\xE2\x80\x8B",
                              "\xEF\xBB\xBF"};
    const char *const neither[] = {"maybe", "yes/no", "2",   "បាទ/ទេ", "yes, but",      "✗",
                                   "✘",     "?",      "n/a", "yes/",   "agree/disagree"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) assert_int_equal(yesno_read(str_of(yes[i])), 1);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) assert_int_equal(yesno_read(str_of(no[i])), 0);
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
        assert_int_equal(yesno_read(str_of(neither[i])), -1);
    (void)state;
}

static void roman_numerals(void **state)
{
    static const struct {
        long value;
        const char *text;
    } both[] = {{1, "i"},   {4, "iv"},         {9, "ix"},          {14, "xiv"},
                {40, "xl"}, {1994, "mcmxciv"}, {3999, "mmmcmxcix"}};
    const char *const none[] = {"", "iiii", "vv", "ic", "ill", "iix", "vx", "ivi", "abc"};
    struct arena *a = *state;
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        assert_true(str_is(number_roman(a, both[i].value, false), both[i].text));
        assert_int_equal(number_roman_value(str_of(both[i].text)), both[i].value);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(number_roman_value(str_of(none[i])), 0);
    assert_true(str_is(number_roman(a, 14, true), "XIV"));
    assert_int_equal(number_roman_value(STR("XIV")), 14);
    assert_true(str_is(number_roman(a, 0, false), "0"));
    assert_true(str_is(number_latin_letter(a, 26, true), "Z"));
    assert_true(str_is(number_latin_letter(a, 27, false), "27"));
}

static void decimals(void **state)
{
    static const struct {
        const char *text;
        long value;
        const char *en, *km;
    } good[] = {{"12", 12000, "12", "១២"},         {"62.5%", 62500, "62.5", "៦២,៥"},
                {"៦២,៥ %", 62500, "62.5", "៦២,៥"}, {"1,234", 1234000, "1,234", "១.២៣៤"},
                {"0.05", 50, "0.05", "០,០៥"},      {"0", 0, "0", "០"}};
    static const char *const none[] = {
        "", "%", ".5.", "1.2345", "-3", "a few", "3 or 4", "12.", "99999999999999999999"};
    struct arena *a = *state;
    long value;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(number_read_decimal(str_of(good[i].text), &value));
        assert_int_equal(value, good[i].value);
        assert_true(str_is(number_decimal(a, value, LANG_EN), good[i].en));
        assert_true(str_is(number_decimal(a, value, LANG_KM), good[i].km));
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(number_read_decimal(str_of(none[i]), &value));
}

/* What a date's words begin with is asked first: none may be passed by. */
static void every_word_of_a_date_is_known(void **state)
{
    static const char *const months[] = {
        "January",  "February", "March", "April", "May",  "June", "July", "August", "September", "October",
        "November", "December", "jan",   "FEB",   "Mar",  "Apr",  "Jun",  "Jul",    "Aug",       "Sept",
        "Oct",      "Nov",      "Dec",   "មករា",  "កុម្ភៈ", "កុម្ភះ", "មីនា",  "មិនា",    "មេសា",      "ឧសភា",
        "មិថុនា",     "មិថុនា",     "កក្កដា", "កក្ដដា", "សីហា",  "កញ្ញា", "តុលា",  "វិច្ឆិកា",  "វិច្ចិកា",     "ធ្នូ"};
    static const char *const passed[] = {
        "ថ្ងៃទី",    "ថ្ងៃ",       "ទី",        "ខែ",     "ឆ្នាំ",      "គ.ស",    "គ.ស.",  "ច័ន្ទ",
        "ចន្ទ",     "អង្គារ",     "ពុធ",       "ព្រហស្បតិ៍", "សុក្រ",      "សៅរ៍",    "អាទិត្យ", "Monday",
        "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon",   "Tues",
        "Wed",     "Thurs",     "Fri",      "Sat",    "Sun",      "of",     "the"};
    (void)state;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        int month = 0;
        assert_int_equal(date_month_at(str_of(months[i]), 0, &month), strlen(months[i]));
        assert_in_range(month, 1, 12);
    }
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) {
        char text[100];
        snprintf(text, sizeof text, "%s 4 4 2023", passed[i]);
        assert_true(date_is(text, 2023, 4, 4));
    }
    assert_true(date_is("1st 4 2023", 2023, 4, 1) && date_is("2nd 4 2023", 2023, 4, 2) &&
                date_is("3rd 4 2023", 2023, 4, 3) && date_is("4th 4 2023", 2023, 4, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_reads),      cmocka_unit_test(number_writes),
        cmocka_unit_test(date_reads),        cmocka_unit_test(dates_in_sentences),
        cmocka_unit_test(dates_typed_once),  cmocka_unit_test(dates_of_spreadsheets),
        cmocka_unit_test(crosses_and_ticks), cmocka_unit_test(date_writes),
        cmocka_unit_test(clock_reads),       cmocka_unit_test(yesno_reads),
        cmocka_unit_test(roman_numerals),    cmocka_unit_test(a_month_is_read_and_written),
        cmocka_unit_test(decimals),          cmocka_unit_test(every_word_of_a_date_is_known),
    };
    return cmocka_run_group_tests(tests, arena_start, arena_end);
}
