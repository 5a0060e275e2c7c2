#include "read_help.h"

#include "read/format/csv.h"
#include "read/format/encoding.h"

static struct csv_rows rows_of(struct bench *b, const char *text)
{
    struct source *s = bench_source(b, text);
    return csv_read(&b->job, s, 0, s->text.n);
}

static void at_cell(struct csv_rows r, size_t row, size_t cell, uint32_t line, uint32_t column)
{
    struct position p = place_position(r.at[row].cells[cell].place);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
}

static void places_and_quotes(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "a,b,c\r\n1, \"x, \"\"y\"\"\r\nz\" ,3\r\n\r\n,,\r\nក,\"ខ\",គ");
    assert_int_equal(r.n, 5);
    assert_int_equal(r.at[1].n, 3);
    bench_str(r.at[1].cells[1].text, "x, \"y\"\nz");
    bench_str(r.at[1].cells[2].text, "3");
    at_cell(r, 1, 1, 2, 5);
    at_cell(r, 1, 2, 3, 5);
    assert_int_equal(r.at[2].n, 0);
    assert_true(csv_blank(&r.at[2]));
    assert_int_equal(r.at[3].n, 3);
    assert_true(csv_blank(&r.at[3]));
    at_cell(r, 4, 1, 6, 4);
    at_cell(r, 4, 2, 6, 7);
    bench_silent(b);
}

static void separators(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "name;note, long\nx;y, z\n");
    assert_int_equal(r.at[1].n, 2);
    bench_str(r.at[1].cells[1].text, "y, z");
    r = rows_of(b, "a\tb\n1\t\n");
    assert_int_equal(r.at[1].n, 2);
    r = rows_of(b, "sep=|\r\na|b,c\r\n");
    assert_int_equal(r.n, 1);
    bench_str(r.at[0].cells[1].text, "b,c");
    r = rows_of(b, "sep=;\na,b;c\n");
    bench_str(r.at[0].cells[0].text, "a,b");
    r = rows_of(b, "alone\n\"two\nlines\"\n");
    assert_int_equal(r.n, 2);
    bench_str(r.at[1].cells[0].text, "two\nlines");
    bench_silent(b);
}

static void one_separator(struct bench *b, const char *text, size_t row, size_t cells)
{
    struct csv_rows r = rows_of(b, text);
    if (row >= r.n || r.at[row].n != cells) fail_msg("%s", text);
}

/* All lines tell, not the first. */
static void separators_by_all_lines(void **state)
{
    struct bench *b = *state;
    one_separator(b, "a|b|c\n1|Good; but, long|yes\n2|x|no\n", 1, 3);
    one_separator(b, "Feedback, day 1\na;b;c\n1;x, y;2\n2;z;3\n", 2, 3);
    one_separator(b, "Title\n\na\tb\n1\t2, 3\n", 3, 2);
    one_separator(b, "a;b;c;d\n1,5;2,5;3,5;4,5\n1,5;2,5;3,5;4,5\n1,5;2,5;3,5;4,5\n", 1, 4);
    one_separator(b, "a,b,c,d,e\n1,x; y,3,4,5\n1,x; y,3,4\n1,x; y,3,4,5,6\n", 1, 5);
    one_separator(b, "a,b,c,d,e\n1,x;y,3,4,5\n1,x;y,3,4\n1,x;y,3,4,5,6\n2,x;y,3,4\n", 1, 5);
    one_separator(b, "term\nA; B\nC; D\n", 1, 1);
    one_separator(b, "a;b\n\"x,\n y, z, w\";1\n\"x, y\";2\n", 1, 2);
    one_separator(b, "\"sep=;\"\r\na;b,c\r\n1;2\r\n", 0, 2);
    one_separator(b, "sep=,,,,\na,b,c;d\n", 0, 3);
    one_separator(b, "sep=;;\na;b\n", 0, 2);
    one_separator(b, "Sep=\t\na\tb;c\n", 0, 2);
    one_separator(b, "sep=x,y\n1,2\n", 0, 2);
    bench_silent(b);
}

static void line_ends(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "a,b\r1,2\r3,\r");
    assert_int_equal(r.n, 3);
    assert_int_equal(r.at[2].n, 2);
    bench_str(r.at[2].cells[0].text, "3");
    assert_int_equal(rows_of(b, "").n, 0);
    assert_int_equal(rows_of(b, "\n\n").n, 2);
}

static void unclosed_to_the_end(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "a,b,c\n1,\"x,2\n3,4,5\n6,7,8\n");
    bench_at(b, DIAG_CSV_QUOTE, 2, 3);
    assert_int_equal(r.n, 4);
    bench_str(r.at[1].cells[1].text, "x");
    bench_str(r.at[1].cells[2].text, "2");
    bench_str(r.at[3].cells[2].text, "8");
    assert_false(r.at[1].broken);
}

static void unclosed_before_a_quote(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "a,b\n\"x,2\n\"3\",\"4\"\n5,6\n");
    bench_at(b, DIAG_CSV_QUOTE, 2, 1);
    assert_int_equal(r.n, 4);
    bench_str(r.at[2].cells[0].text, "3");
    bench_str(r.at[2].cells[1].text, "4");
}

/* With one quote gone, the width of the head tells what was one cell. */
static void put_together(void **state)
{
    struct bench *b = *state;
    static const char *const TABLES[] = {"a,b,c\n1,\"x, y,2\n", "a,b,c\n1,x, y\",2\n",
                                         "a,b,c\n1,\"x, y\n\"2\",z,3\n", "a,b,c\n1,2,\"x\nx, y\n",
                                         "a,b,c\n1,x\ny\",2\n3,4,5\n"};
    static const char *const WANTED[] = {"x, y", "x, y", "x, y", "x\nx, y", "x\ny"};
    struct csv_rows r;
    for (size_t i = 0; i < 5; i++) {
        r = rows_of(b, TABLES[i]);
        bench_str(r.at[1].cells[i == 3 ? 2 : 1].text, i == 2 ? "x" : WANTED[i]);
        assert_int_equal(r.at[1].n, 3);
        assert_false(r.at[1].broken);
    }
    assert_int_equal(r.n, 3);
    assert_int_equal(bench_told(b, DIAG_CSV_QUOTE), 3);
    assert_int_equal(bench_told(b, DIAG_CSV_STRAY), 2);
    r = rows_of(b, "a,b,c\n9,\"x,\"y\"\n");
    bench_str(r.at[1].cells[1].text, "x");
    bench_str(r.at[1].cells[2].text, "y");
    r = rows_of(b, "a,b\n\"1,2,3,4\nx\ny\n");
    assert_int_equal(r.n, 4);
    r = rows_of(b, "a,b\n\"\n1\n");
    assert_int_equal(r.n, 2);
    r = rows_of(b, "a,b,c\n\"1\n2\n");
    assert_true(r.at[1].broken);
}

static void stray_quotes(void **state)
{
    struct bench *b = *state;
    struct csv_rows r = rows_of(b, "a,b\n5\" pipe,\"he said \"hi\" there\"\n");
    bench_str(r.at[1].cells[0].text, "5\" pipe");
    bench_str(r.at[1].cells[1].text, "he said \"hi\" there");
    bench_silent(b);
}

/* A line of many openings must not make the reader look ahead again and again. */
static void hostile(void **state)
{
    struct bench *b = *state;
    struct buf t = BUF(b->job.keep);
    for (int i = 0; i < 300000; i++) buf_put(&t, "\"\"a,\n");
    struct csv_rows r = rows_of(b, buf_str(&t).s);
    assert_int_equal(r.n, 300000);
    struct buf t2 = BUF(b->job.keep);
    for (int i = 0; i < 100000; i++) buf_put(&t2, "a,");
    for (int i = 0; i < 100000; i++) buf_put(&t2, "\nx\"");
    rows_of(b, buf_str(&t2).s);
    struct buf wide = BUF(b->job.keep);
    for (int i = 0; i < 1000000; i++) buf_put(&wide, "x,");
    r = rows_of(b, buf_str(&wide).s);
    assert_int_equal(r.n, 1);
    assert_int_equal(r.at[0].n, 1000001);
}

/* -- one table, nine ways, as spreadsheets and form services hand it over -------------------------------- */

enum { ROWS = 4, CELLS = 6 };
static const char *const TABLE[ROWS][CELLS] = {
    {"Timestamp", "អ៊ីមែល / Email Address", "១. មុខវិជ្ជាអ្វី? / 1. Which subjects? (all)",
     "២. [មានប្រយោជន៍ / It was useful]", "២. [ល្បឿន / The pace]", "យោបល់ / Comments"},
    {"15/01/2024 9:32:11", "t1@example.org", "គណិតវិទ្យា (Maths);រូបវិទ្យា (Physics)", "យល់ស្រប / Agree", "៤",
     "ល្អណាស់។\nអរគុណ \"ក្រុម\", បាទ"},
    {"2024/01/16 10:02", "", "គីមីវិទ្យា, ផ្សេងៗ (Other: robotics, drones)", "៥", "Agree", ""},
    {"16/01/2024 22:45", "t3@example.org", "", "មិនយល់ស្រប / Disagree", "3",
     "ការ\u200bបង្រៀន\u200bល្អ ; but short"}};

static struct str table(struct arena *a, char separator, const char *end)
{
    struct buf b = BUF(a);
    for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < CELLS; j++) {
            if (j) buf_byte(&b, separator);
            bool quoted = strpbrk(TABLE[i][j], "\"\n,;");
            if (quoted) buf_byte(&b, '"');
            for (const char *p = TABLE[i][j]; *p; p++) {
                if (*p == '"') buf_byte(&b, '"');
                buf_byte(&b, *p);
            }
            if (quoted) buf_byte(&b, '"');
        }
        buf_put(&b, end);
    }
    return buf_str(&b);
}

/* UTF-8 read as Windows-1252 and saved as UTF-8 again; drop: without the five bytes that it lacks. */
static struct str misread(struct arena *a, struct str t, bool drop)
{
    static const uint16_t HIGH[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    struct buf b = BUF(a);
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.s[i];
        uint32_t to = c >= 0x80 && c < 0xA0 ? HIGH[c - 0x80] : c;
        if (!drop || to < 0x80 || to >= 0xA0) buf_cp(&b, to);
    }
    return buf_str(&b);
}

static struct str wide(struct arena *a, struct str t, bool mark)
{
    struct buf b = BUF(a);
    if (mark) buf_put(&b, "\xFF\xFE");
    for (size_t at = 0; at < t.n;) {
        uint32_t c = utf8_next(t, &at);
        buf_byte(&b, (char)(c & 0xFF));
        buf_byte(&b, (char)(c >> 8));
    }
    return buf_str(&b);
}

static void check_table(struct bench *b, struct str bytes)
{
    const struct source *s = encoding_source(&b->job, STR("t.csv"), bytes);
    assert_non_null(s);
    struct csv_rows r = csv_read(&b->job, s, 0, s->text.n);
    assert_int_equal(r.n, ROWS);
    for (int i = 0; i < ROWS; i++) {
        assert_int_equal(r.at[i].n, CELLS);
        for (int j = 0; j < CELLS; j++) bench_str(r.at[i].cells[j].text, TABLE[i][j]);
    }
}

static void dialects(void **state)
{
    struct bench *b = *state;
    struct arena *a = b->job.keep;
    struct str comma = table(a, ',', "\r\n"), semicolon = table(a, ';', "\r\n");
    check_table(b, comma);
    check_table(b, str_join(a, (struct str[]){STR("\xEF\xBB\xBF"), comma}, 2, STR("")));
    check_table(b, semicolon);
    check_table(b, table(a, ',', "\n"));
    check_table(b, str_join(a, (struct str[]){STR("sep=;\r\n"), semicolon}, 2, STR("")));
    check_table(b, wide(a, table(a, '\t', "\r\n"), true));
    check_table(b, wide(a, table(a, '\t', "\r\n"), false));
    bench_silent(b);
    check_table(b, misread(a, comma, false));
    assert_int_equal(bench_told(b, DIAG_ENCODING_MOJIBAKE), 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void dialects_lost(void **state)
{
    struct bench *b = *state;
    struct str comma = table(b->job.keep, ',', "\r\n");
    const struct source *s = encoding_source(&b->job, STR("t"), misread(b->job.keep, comma, true));
    assert_int_equal(bench_told(b, DIAG_ENCODING_MOJIBAKE_LOST), 1);
    assert_int_equal(b->job.diags->list.n, 1);
    struct csv_rows r = csv_read(&b->job, s, 0, s->text.n);
    assert_int_equal(r.n, ROWS);
    assert_int_equal(r.at[3].n, CELLS);
    bench_str(r.at[1].cells[1].text, "t1@example.org");
    struct buf ansi = BUF(b->job.keep);
    for (size_t at = 0; at < comma.n;) {
        uint32_t c = utf8_next(comma, &at);
        buf_byte(&ansi, c < 0x80 ? (char)c : '?');
    }
    s = encoding_source(&b->job, STR("t"), buf_str(&ansi));
    assert_int_equal(bench_told(b, DIAG_ENCODING_LOST), 1);
    assert_int_equal(b->job.diags->list.n, 2);
    assert_int_equal(csv_read(&b->job, s, 0, s->text.n).n, ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH(places_and_quotes), BENCH(separators),          BENCH(separators_by_all_lines),
        BENCH(line_ends),         BENCH(unclosed_to_the_end), BENCH(unclosed_before_a_quote),
        BENCH(put_together),      BENCH(stray_quotes),        BENCH(hostile),
        BENCH(dialects),          BENCH(dialects_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
