/* base: arena, buf, str, source, diag. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include <limits.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/output_name.h"

static void arena_grows_in_place_and_resets(void **state)
{
    struct arena *a = *state;
    char *p = arena_get(a, 10), *q;
    memset(p, 'x', 10);
    q = arena_grow(a, p, 10, 200);
    assert_ptr_equal(p, q);
    assert_int_equal(q[9], 'x');
    assert_int_equal(q[10], 0);
    struct arena_mark m = arena_mark(a);
    char *big = arena_get(a, 10000000);
    big[9999999] = 1;
    arena_reset(a, m);
    char *again = arena_get(a, 16);
    assert_int_equal(again[0], 0);
    q = arena_grow(a, q, 200, 400); /* no longer the last: moves */
    assert_int_equal(q[9], 'x');
}

/* Alone in its block it moves with the block; where a mark stands at that, the mark still holds. */
static void large_arrays_grow_and_marks_hold(void **state)
{
    enum { LARGE = 6000000 };
    struct arena *a = *state;
    char *p = arena_get(a, LARGE);
    p[0] = 'a', p[LARGE - 1] = 'z';
    arena_get(a, 100); /* in a block behind it */
    p = arena_grow(a, p, LARGE, 4 * LARGE);
    assert_true(p[0] == 'a' && p[LARGE - 1] == 'z' && !p[LARGE] && !p[4 * LARGE - 1]);
    char *q = arena_get(a, LARGE);
    q[0] = 'q';
    struct arena_mark m = arena_mark(a);
    char *other = arena_grow(a, q, LARGE, 3 * LARGE);
    assert_true(other != q && other[0] == 'q');
    arena_reset(a, m);
    assert_int_equal(q[0], 'q');
    assert_true(p[0] == 'a' && p[LARGE - 1] == 'z');
}

static void vec_keeps_what_was_added(void **state)
{
    struct arena *a = *state;
    VEC(int) v = {0};
    for (int i = 0; i < 1000; i++) {
        VEC_ADD(a, v, i);
        arena_get(a, 1);
    }
    for (int i = 0; i < 1000; i++) assert_int_equal(v.at[i], i);
}

static void utf8_refuses_what_is_malformed(void **state)
{
    (void)state;
    assert_int_equal(utf8_bad(STR("ក្រុម abc é €")), STR("ក្រុម abc é €").n);
    assert_int_equal(utf8_bad(STR("ab\xC0\x80")), 2);         /* overlong */
    assert_int_equal(utf8_bad(STR("ab\xED\xA0\x80")), 2);     /* surrogate */
    assert_int_equal(utf8_bad(STR("ab\xF4\x90\x80\x80")), 2); /* past U+10FFFF */
    assert_int_equal(utf8_bad(STR("ab\xE1\x9E")), 2);         /* cut short */
    size_t at = 0;
    assert_int_equal(utf8_next(STR("\xFFx"), &at), 0xFFFD);
    assert_int_equal(at, 1);
    assert_int_equal(utf8_before(STR("កខ"), 6), 0x1781);
    assert_int_equal(utf8_count(STR("កខ a")), 4);
    for (uint32_t cp = 1; cp < 0x110000; cp += 97) {
        char bytes[4];
        if (cp >= 0xD800 && cp < 0xE000) continue;
        struct str s = {bytes, utf8_put(bytes, cp)};
        at = 0;
        assert_int_equal(utf8_next(s, &at), cp);
        assert_int_equal(at, s.n);
    }
}

/* At every length and every place, as byte by byte. */
static void signs_are_found_in_strides(void **state)
{
    static const bool SIGNS[128] = {['*'] = true, ['\0'] = true};
    struct str all = STR("0123456789abcdef*កខ*é€*\0 abcdefg ក*0123456789");
    (void)state;
    for (size_t n = 0; n <= all.n; n++) {
        struct str s = str_sub(all, 0, n);
        if (utf8_bad(s) < n) continue; /* cut inside a character */
        for (size_t from = 0; from <= n; utf8_next(all, &from)) {
            size_t beyond = from, sign = from;
            while (beyond < n && (unsigned char)s.s[beyond] < 0x80) beyond++;
            while (sign < n && s.s[sign] != '*' && s.s[sign] != '\0') sign++;
            assert_int_equal(utf8_past_ascii(s, from), beyond);
            assert_int_equal(utf8_find_sign(s, from, SIGNS), sign);
            if (from == all.n) break;
        }
    }
}

static void what_is_long_is_formatted_whole(void **state)
{
    struct buf b = BUF(*state);
    for (int n = 0; n < 300; n += 7) {
        b.n = 0;
        buf_byte(&b, '<');
        buf_fmt(&b, "%*d>", n, 5);
        struct str s = str_fmt(*state, "<%*d>", n, 5);
        assert_true(str_eq(buf_str(&b), s));
        assert_int_equal(s.n, (n ? n : 1) + 2);
        assert_int_equal(s.s[s.n], 0);
    }
}

/* Writes as the C library does, whatever room there is. */
static void printed_as(char *to, size_t room, const char *format, va_list args, bool own)
{
    memset(to, '#', 64);
    int n = own ? str_print(to, room, format, args) : vsnprintf(to, room, format, args);
    to[63] = (char)n;
}

__attribute__((format(printf, 1, 2))) static void prints_alike(const char *format, ...)
{
    for (size_t room = 0; room < 60; room++) {
        char own[64], libc[64];
        va_list args;
        va_start(args, format);
        printed_as(own, room, format, args, true);
        va_end(args);
        va_start(args, format);
        printed_as(libc, room, format, args, false);
        va_end(args);
        assert_memory_equal(own, libc, sizeof own);
    }
}

static void formats_are_read_as_by_the_c_library(void **state)
{
    (void)state;
    prints_alike("plain");
    prints_alike("<%s>%.*s</%s>", "td", 5, "ក12345", "td");
    prints_alike("%.*s%.*s|", 0, "none", 9, "ends\0here");
    prints_alike("%d %d %u %zu", INT_MIN, -7, UINT_MAX, (size_t)SIZE_MAX);
    prints_alike("%d%u%zu", 0, 0u, (size_t)0);
    prints_alike("100%% of %s, %02d:%5ld", "all", 3, 12L);
    prints_alike("%s %.2s %x %c", "more", "than", 255u, 'p');
}

static void strings_are_cut_and_trimmed(void **state)
{
    (void)state;
    struct str rest = STR("a,,b"), part;
    assert_true(str_cut(&rest, ',', &part) && str_is(part, "a"));
    assert_true(str_cut(&rest, ',', &part) && !part.n);
    assert_true(str_cut(&rest, ',', &part) && str_is(part, "b"));
    assert_false(str_cut(&rest, ',', &part));
    assert_true(str_is(str_trim(STR(" \t\xC2\xA0\xE2\x80\x8Bក ខ\r\n")), "ក ខ"));
    assert_int_equal(str_find(STR("abcabc"), STR("ca"), 0), 2);
    assert_int_equal(str_find(STR("abcabc"), STR("x"), 0), SIZE_MAX);
    assert_int_equal(str_distance(STR("titel"), STR("Title"), 3), 2);
    assert_int_equal(str_distance(STR("a"), STR("abcdef"), 2), 3);
    assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
}

static void places_count_lines_and_characters(void **state)
{
    struct source *s = source_new(*state, STR("f"), STR("ab\r\nកខគ\rx\n\ny"));
    struct position p = place_position(place_in(s, 4));
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 1);
    p = place_position(place_in(s, 10));
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 3);
    p = place_position(place_in(s, s->text.n));
    assert_int_equal(p.line, 5);
    assert_int_equal(p.column, 2);
    assert_int_equal(place_position(place_in(s, PLACE_WHOLE_FILE)).line, 0);
    assert_int_equal(place_position((struct place){0}).line, 0);
    assert_true(str_is(source_line(s, 2), "កខគ"));
    assert_int_equal(place_at_line(s, 99, 0).offset, 17);
}

static struct str printed(struct arena *a, const struct source *s, size_t offset)
{
    struct buf out = BUF(a);
    struct diag d = {.code = DIAG_FILE_EMPTY, .place = place_in(s, offset)};
    diag_print(&out, &d, LANG_EN, false);
    struct str all = buf_str(&out);
    return str_sub(all, 0, str_find(all, STR(": warning"), 0));
}

/* An office program's file has no lines: its places are paragraphs, or cells by the names that it gives them.
 */
/* Two lines of letters of three bytes and of one, both longer than the steps that characters are counted in.
 */
static void columns_of_long_lines(void **state)
{
    struct buf text = BUF(*state);
    for (int i = 0; i < 5000; i++) buf_put(&text, "កa");
    buf_byte(&text, '\n');
    for (int i = 0; i < 5000; i++) buf_put(&text, "ខ");
    struct source *s = source_new(*state, STR("f"), buf_str(&text));
    for (size_t i = 0; i < 5000; i += 7) {
        assert_int_equal(place_position(place_in(s, i * 4)).column, i * 2 + 1);
        struct position p = place_position(place_in(s, 20001 + i * 3));
        assert_int_equal(p.line, 2);
        assert_int_equal(p.column, i + 1);
    }
    assert_int_equal(place_position(place_in(s, s->text.n)).column, 5001);
    struct source *even = source_new(*state, STR("e"), str_sub(s->text, 0, 8192));
    assert_int_equal(place_position(place_in(even, 8192)).column, 4097);
}

static void places_are_paragraphs_or_cells(void **state)
{
    struct arena *a = *state;
    uint32_t paragraphs[] = {0, 4, 8}, cells[] = {0, 2, 4};
    static const struct source_cell NAMES[] = {{1, 1}, {7, 3}, {7, 703}};
    struct source *docx = source_paragraphs(a, STR("notes.docx"), STR("one\ntwo\nth\nree"), paragraphs, 3);
    struct source *xlsx = source_cells(a, STR("p.xlsx"), STR("Sheet1"), STR("a\nb\nc"), cells, NAMES, 3);
    struct source *odd = source_cells(a, STR("p.ods"), STR("ថ្ងៃទី 1"), STR("a\nb\nc"), cells, NAMES, 3);
    assert_true(str_is(printed(a, docx, 12), "notes.docx:¶3"));
    assert_true(str_is(printed(a, docx, PLACE_WHOLE_FILE), "notes.docx"));
    assert_true(str_is(printed(a, xlsx, 2), "p.xlsx:Sheet1!C7"));
    assert_true(str_is(printed(a, odd, 4), "p.ods:'ថ្ងៃទី 1'!AAA7"));
    assert_true(str_is(place_text_line(a, place_in(docx, 5)), "notes.docx:¶2"));
    assert_int_equal(place_line(place_in(xlsx, 3)), 7);
    struct diags *d = diags_new(a);
    diag_tell(d, DIAG_FILE_EMPTY, place_in(xlsx, 4));
    diag_tell(d, DIAG_FILE_EMPTY, place_in(xlsx, 0));
    diag_tell(d, DIAG_FILE_EMPTY, place_in(docx, 9));
    diag_sort(d);
    assert_ptr_equal(d->list.at[0].place.source, docx);
    assert_int_equal(d->list.at[1].place.offset, 0);
    struct buf json = BUF(a);
    diag_json(&json, d);
    assert_int_not_equal(str_find(buf_str(&json), STR("\"line\": 3,\n    \"column\": 0,"), 0), SIZE_MAX);
    assert_int_not_equal(str_find(buf_str(&json), STR("\"line\": 7,\n    \"column\": 703,"), 0), SIZE_MAX);
}

static void complaints_are_sorted_and_told_once(void **state)
{
    struct arena *a = *state;
    struct diags *d = diags_new(a), *other = diags_new(a);
    struct source *b = source_new(a, STR("b.md"), STR("x\ny\n")), *c = source_new(a, STR("a.md"), STR("z"));
    diag_tell(d, DIAG_OUT_WRITE, place_in(b, 2), STR("one"), STR("two"));
    diag_tell(d, DIAG_OUT_WRITE, place_in(b, 0), STR("one"), STR("two"));
    diag_tell(other, DIAG_OUT_WRITE, place_in(b, 2), STR("one"), STR("two"));
    diag_tell(other, DIAG_OUT_WRITE, place_in(c, 0), STR("\033[2J"));
    diag_merge(d, other);
    diag_sort(d);
    assert_int_equal(d->list.n, 3);
    assert_true(str_is(d->list.at[0].place.source->path, "a.md"));
    assert_int_equal(diag_count(d, SEVERITY_ERROR), 3);
    struct buf out = BUF(a);
    diag_print(&out, &d->list.at[2], LANG_EN, false);
    assert_true(str_starts(buf_str(&out), "b.md:2:1: error: cannot write one: two [out-write]\n    → "));
    out.n = 0;
    diag_print(&out, &d->list.at[0], LANG_KM, false);
    assert_int_equal(str_find(buf_str(&out), STR("\033"), 0), SIZE_MAX); /* input cannot steer a terminal */
}

static void repeats_are_folded(void **state)
{
    struct arena *a = *state;
    struct diags *d = diags_new(a);
    struct buf text = BUF(a);
    for (int i = 0; i < 2600; i++) buf_put(&text, "x,y\n");
    struct source *s = source_new(a, STR("t.csv"), buf_str(&text));
    for (uint32_t i = 0; i < 2540; i++) {
        struct place p = place_at_line(s, i + 2 + i / 2520, 0);
        p.column = 1;
        diag_tell(d, DIAG_VALUE_YESNO, p, {0});
        if (i < 6) p.column = 2, p.offset += 2, diag_tell(d, DIAG_VALUE_YESNO, p, {0});
    }
    diag_sort(d);
    for (int again = 0; again < 2; again++) {
        diag_fold(d);
        assert_int_equal(d->list.n, 2507); /* 2,500 and one for many; six in the other column */
        assert_int_equal(diag_count(d, SEVERITY_WARNING), 2546);
    }
    const struct diag *many = &d->list.at[2506];
    assert_int_equal(place_line(many->place), 2502);
    assert_true(str_ends(diag_message(a, many, LANG_EN),
                         "no – and 39 more like this, in lines 2503–2521, 2523–2542"));
    assert_true(str_ends(diag_message(a, many, LANG_KM), "នៅបន្ទាត់ ២៥០៣–២៥២១, ២៥២៣–២៥៤២"));
}

/* Whole numbers and lists of them: in a language's digits; what only holds digits stays as it was typed. */
static void numbers_have_a_languages_digits(void **state)
{
    struct arena *a = *state;
    static const char *const ARGS[][2] = {{"12", "១២"},         {"3, 7–12, 15", "៣, ៧–១២, ១៥"},
                                          {"3, 5 …", "៣, ៥ …"}, {"2023-04-04", "2023-04-04"},
                                          {"d1s02", "d1s02"},   {"1,5", "1,5"},
                                          {"3, x", "3, x"},     {"", ""}};
    for (size_t i = 0; i < sizeof ARGS / sizeof *ARGS; i++) {
        struct diag d = {.code = DIAG_FILE_UNREADABLE, .args = {str_of(ARGS[i][0])}};
        assert_true(str_ends(diag_message(a, &d, LANG_KM), str_fmt(a, "៖ %s", ARGS[i][1]).s));
        assert_true(str_ends(diag_message(a, &d, LANG_EN), str_fmt(a, ": %s", ARGS[i][0]).s));
    }
}

static void in_running_text_as_many_are_told(void **state)
{
    struct arena *a = *state;
    struct diags *d = diags_new(a);
    struct buf text = BUF(a);
    for (int i = 0; i < 7602; i++) buf_put(&text, "x\n");
    struct source *s = source_new(a, STR("n.md"), buf_str(&text));
    for (size_t i = 0; i < 7602; i += 3)
        diag_tell(d, DIAG_FOOTNOTE_UNDEFINED, place_at_line(s, i + 1, 0), STR("1"));
    diag_tell(d, DIAG_VALUE_YESNO, place_in(s, PLACE_WHOLE_FILE), {0});
    diag_sort(d);
    diag_fold(d);
    assert_int_equal(d->list.n, 2502);
    assert_int_equal(diag_count(d, SEVERITY_WARNING), 2535);
    assert_true(
        str_ends(diag_message(a, &d->list.at[2501], LANG_EN),
                 "in lines 7504, 7507, 7510, 7513, 7516, 7519, 7522, 7525, 7528, 7531, 7534, 7537 …"));
}

static void the_catalogue_is_whole(void **state)
{
    struct arena *a = *state;
    for (int i = 0; i < DIAG_LAST; i++) {
        struct diag x = {.code = (enum diag_code)i};
        assert_int_equal(diag_by_name(str_of(diag_name(x.code))), i);
        for (int lang = 0; lang < 2; lang++) {
            assert_true(diag_message(a, &x, (enum lang)lang).n > 0);
            assert_true(diag_cure(a, &x, (enum lang)lang).n > 0);
        }
    }
}

static void json_is_escaped(void **state)
{
    struct buf b = BUF(*state);
    buf_json(&b, STR("a\"b\\c\nd\x01ក"));
    assert_true(str_is(buf_str(&b), "\"a\\\"b\\\\c\\nd\\u0001ក\""));
}

static void names_that_go_out_are_sound(void **state)
{
    static const char *const NAMES[][2] = {{"comments", "comments"},
                                           {"A-b_C.en", "A-b_C.en"},
                                           {"../../etc/passwd", "etc-passwd"},
                                           {"/abs", "abs"},
                                           {".hidden", "hidden"},
                                           {"a..b", "a.b"},
                                           {"a/./b", "a-b"},
                                           {"a\\b:c", "a-b-c"},
                                           {"two\nlines\033[1m", "two-lines-1m"},
                                           {"c1\xC2\x9Bx", "c1-x"},
                                           {"bad\xFF\xFE", "bad"},
                                           {"day 1 (final)", "day-1-final"},
                                           {"a - b", "a-b"},
                                           {"a).en", "a.en"},
                                           {"មតិ\xE2\x80\x8Bយោបល់", "មតិយោបល់"},
                                           {"មតិ ទី១", "មតិ-ទី១"},
                                           {"\xE2\x80\xAEgnp", "gnp"},
                                           {"é", "é"},
                                           {"dot.", "dot"},
                                           {"...", ""},
                                           {"", ""}};
    struct arena *a = *state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        struct str out = output_name_clean(a, str_of(NAMES[i][0]));
        if (!str_is(out, NAMES[i][1])) fail_msg("%s → %.*s", NAMES[i][0], STR_ARGS(out));
        assert_true(str_eq(out, output_name_clean(a, out)));
    }
}

static void long_names_are_cut_whole(void **state)
{
    struct arena *a = *state;
    struct buf b = BUF(a);
    for (int i = 0; i < 200; i++) buf_put(&b, "ក");
    struct str name = output_name_clean(a, buf_str(&b)), numbered = output_name_number(a, name, 12);
    assert_int_equal(name.n, 99);
    assert_int_equal(numbered.n, 99);
    assert_int_equal(utf8_bad(numbered), numbered.n);
    assert_true(str_ends(numbered, "-12"));
    buf_put(&b, ".en.md");
    struct str file = output_name_file(a, buf_str(&b), "note");
    assert_true(file.n <= OUTPUT_NAME_MOST && str_ends(file, ".md"));
    assert_true(str_is(output_name_file(a, STR("d1s01 (x)/opening.en.md"), "note"), "d1s01-x-opening.en.md"));
    assert_true(str_is(output_name_file(a, STR("😀.en.md"), "note"), "en.md"));
    assert_true(str_is(output_name_file(a, STR("😀.md"), "note"), "note.md"));
    struct str parts = output_name_parts(a, buf_str(&b), STR("-km-2"), STR("x/Y.PPTX"));
    assert_true(parts.n <= OUTPUT_NAME_MOST && str_ends(parts, "-km-2.PPTX") && utf8_bad(parts) == parts.n);
    assert_true(str_is(output_name_parts(a, STR("d1s02-A: b"), STR("-en"), STR("run")), "d1s02-A-b-en"));
    struct buf dotted = BUF(a); /* cut behind a dot, and that goes, too */
    while (dotted.n + 1 < OUTPUT_NAME_MOST) buf_byte(&dotted, 'a');
    buf_put(&dotted, ".b");
    assert_int_equal(output_name_clean(a, buf_str(&dotted)).n, OUTPUT_NAME_MOST - 1);
}

static void complaints_hold_no_control_character(void **state)
{
    struct diags *d = diags_new(*state);
    struct buf b = BUF(*state);
    diag_tell(d, DIAG_FILE_BESIDE, (struct place){0},
              STR("a\033[31m\n\xC2\x9B\x7F"
                  "b"));
    assert_true(str_is(d->list.at[0].args[0], "a?[31m ??b"));
    buf_json(&b, STR("\xC2\x9B\x7F"));
    assert_true(str_is(buf_str(&b), "\"\\u009b\\u007f\""));
}

static void a_language_is_a_row(void **state)
{
    static const struct {
        const char *typed;
        enum lang lang;
    } NAMED[] = {{"km", LANG_KM},      {"KH", LANG_KM},  {"Khmer", LANG_KM},  {"ភាសាខ្មែរ", LANG_KM},
                 {"English", LANG_EN}, {"eng", LANG_EN}, {"អង់គ្លេស", LANG_EN}, {"", LANG_NONE},
                 {"fr", LANG_NONE},    {"e", LANG_NONE}};
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        assert_int_equal(lang_named(str_of(NAMED[i].typed)), NAMED[i].lang);
    for (int l = 0; l < LANG_N; l++) {
        assert_int_equal(lang_named(str_of(lang_tag((enum lang)l))), l);
        assert_int_equal(lang_of_letter(lang_at((enum lang)l)->tall), l);
        assert_int_not_equal(lang_other((enum lang)l), l);
        assert_int_equal(lang_or((enum lang)l, LANG_NONE), l);
    }
    assert_int_equal(lang_or(LANG_NONE, LANG_EN), LANG_EN);
    assert_int_equal(lang_of_letter('5'), LANG_NONE);
    assert_int_equal(lang_of_letter(0x17E5), LANG_KM);
    assert_int_equal(lang_of_text(STR("STEM ក្នុងសាលា")), LANG_KM);
    assert_int_equal(lang_of_text(STR("2023 –")), LANG_EN);
    assert_string_equal(lang_tag(LANG_NONE), "");
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_is_a_row),
        cmocka_unit_test_setup_teardown(arena_grows_in_place_and_resets, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(vec_keeps_what_was_added, arena_start, arena_end),
        cmocka_unit_test(utf8_refuses_what_is_malformed),
        cmocka_unit_test(signs_are_found_in_strides),
        cmocka_unit_test_setup_teardown(what_is_long_is_formatted_whole, arena_start, arena_end),
        cmocka_unit_test(formats_are_read_as_by_the_c_library),
        cmocka_unit_test(strings_are_cut_and_trimmed),
        cmocka_unit_test_setup_teardown(places_count_lines_and_characters, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(columns_of_long_lines, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(places_are_paragraphs_or_cells, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(complaints_are_sorted_and_told_once, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(large_arrays_grow_and_marks_hold, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(repeats_are_folded, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(numbers_have_a_languages_digits, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(in_running_text_as_many_are_told, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(the_catalogue_is_whole, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(json_is_escaped, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(names_that_go_out_are_sound, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(long_names_are_cut_whole, arena_start, arena_end),
        cmocka_unit_test_setup_teardown(complaints_hold_no_control_character, arena_start, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
