#include "read_help.h"

#include "read/format/encoding.h"

static const struct source *decode(struct bench *b, struct str bytes)
{
    const struct source *s = encoding_source(&b->job, STR("n.md"), bytes);
    assert_non_null(s);
    assert_int_equal(utf8_bad(s->text), s->text.n);
    return s;
}

static void marks(void **state)
{
    struct bench *b = *state;
    bench_str(decode(b, STR("\xEF\xBB\xBFក\r\n"))->text, "ក\r\n");
    bench_str(decode(b, STR("\xFE\xFF\x17\x80\0a"))->text, "កa");
    bench_str(decode(b, STR("\xFF\xFE\x80\x17"
                            "a\0\x3D\xD8\x00\xDE"))
                  ->text,
              "កa😀");
    bench_str(decode(b, STR("a\0b\0\n\0\x80\x17"))->text, "ab\nក");
    bench_str(decode(b, STR("\0a\0b\0\n\x17\x80"))->text, "ab\nក");
    bench_str(decode(b, STR(""))->text, "");
    bench_silent(b);
}

static void bad_bytes(void **state)
{
    struct bench *b = *state;
    bench_str(decode(b, STR("ក\nab\xFF\xFEzក\n"))->text, "ក\nab\uFFFD\uFFFDzក\n");
    bench_at(b, DIAG_ENCODING_BYTE, 2, 3);
    bench_str(
        diag_message(b->job.keep, bench_diag(b, DIAG_ENCODING_BYTE), LANG_EN),
        "2 signs in this file, the first one here, cannot be read as letters; \uFFFD stands in their place");
}

static void bad_runs(void **state)
{
    struct bench *b = *state;
    decode(b, STR("ក\xFFក\xFFកក\n\xC0"));
    assert_int_equal(bench_told(b, DIAG_ENCODING_BYTE), 3);
    struct buf many = BUF(b->job.keep);
    for (int i = 0; i < 1000; i++) buf_put(&many, "ក\xFF");
    decode(b, buf_str(&many));
    assert_int_equal(bench_told(b, DIAG_ENCODING_BYTE), 3 + 20);
}

static void nul_and_controls(void **state)
{
    struct bench *b = *state;
    bench_str(decode(b, STR("abcdefgh\n\0\0ក\x0Bz\x01"))->text, "abcdefgh\n\uFFFD\uFFFDក z ");
    bench_at(b, DIAG_ENCODING_NUL, 2, 1);
    bench_at(b, DIAG_ENCODING_CONTROL, 2, 4);
}

static void surrogates(void **state)
{
    struct bench *b = *state;
    bench_str(decode(b, STR("\xFF\xFE"
                            "a\0\x00\xD8"
                            "b\0c"))
                  ->text,
              "a\uFFFDb\uFFFD");
    assert_int_equal(bench_told(b, DIAG_ENCODING_BYTE), 2);
}

static void western(void **state)
{
    struct bench *b = *state;
    bench_str(decode(b, STR("caf\xE9 \x93quote\x94 \x80"))->text, "café “quote” €");
    assert_int_equal(bench_told(b, DIAG_ENCODING_ANSI), 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void mojibake_place(void **state)
{
    struct bench *b = *state;
    /* ខ្មែរ twice, garbled, after a line that is not; é stays. */
    const char *once = "áž\xC2\x81áŸ’áž˜áŸ‚ážš";
    struct str t = str_fmt(b->job.keep, "café\n%s %s", once, once);
    bench_str(decode(b, t)->text, "café\nខ្មែរ ខ្មែរ");
    bench_at(b, DIAG_ENCODING_MOJIBAKE, 2, 1);
    assert_int_equal(b->job.diags->list.n, 1);
}

static void question_marks(void **state)
{
    struct bench *b = *state;
    decode(b, STR("What?\?\?\? Really?\?\?\? (?) no?\n"));
    bench_silent(b);
    decode(b, STR("name,note\nx,?\?\?\?\?\? ?\?\?\?\?\?\?\n"));
    bench_at(b, DIAG_ENCODING_LOST, 2, 3);
}

static void legacy(void **state)
{
    struct bench *b = *state;
    decode(b, STR("An ordinary line about the New Generation School and STEM, McDonald too.\n"
                  "KAPE/VSO,iPad,eLearning,New Generation\n"
                  "See https://example.org/aB/cD/eF/gH or KhmerOS\n"
                  "Tools: GeoGebra, PhET, YouTube, WhatsApp, PowerPoint and LinkedIn.\n"
                  "GeoGebra, PhET, YouTube, WhatsApp, PowerPoint, LinkedIn, JavaScript\n"
                  "MoEYS, NGPRC, UniSA, McDonald, eLearning, pH, kWh, mL, dB, iPad\n"
                  "<data:image/png;base64,F1TnXeggbvizubENuM7IDFAEXY1HXEm7jvIcvTM9SSUGhNXEtSP3SmapmYh4kQ>\n"
                  "the calls `addEventListener` and `getElementById` and `innerHTMLOf`\n"
                  "```\nvar fooBar = getElementById(aB, cD, eF, gH, iJ);\n```\n"));
    bench_silent(b);
    decode(b, STR("fine\n\nRBHraCaNacRkkm<úCa Cati sasna RBHmhakSRt sBVéf¶enHeyIg\n"));
    bench_at(b, DIAG_ENCODING_LEGACY, 3, 1);
    decode(b, STR("karGb;rM nigGPivDÄn_ RbFanKN³kmµaFikar sUmsVaKmn_\n"));
    assert_int_equal(bench_told(b, DIAG_ENCODING_LEGACY), 2);
}

static void programs(void **state)
{
    struct bench *b = *state;
    assert_null(encoding_source(&b->job, STR("programme.xlsx"), STR("PK\x03\x04xxxx")));
    assert_null(encoding_source(&b->job, STR("note.md"), STR("%PDF-1.4")));
    assert_null(encoding_source(&b->job, STR("programme.XLS"), STR("\xD0\xCF\x11\xE0xxxx")));
    assert_null(encoding_source(&b->job, STR("programme.csv"),
                                STR("\0\0\0\x18"
                                    "ftypheic")));
    assert_null(encoding_source(&b->job, STR("programme.csv"), STR("RIFF....WEBPVP8 ")));
    bench_str(bench_diag(b, DIAG_FILE_BINARY)->args[0], "Excel");
    assert_int_equal(bench_told(b, DIAG_FILE_BINARY), 1);
    assert_int_equal(bench_told(b, DIAG_FILE_PDF), 1);
    assert_int_equal(bench_told(b, DIAG_OFFICE_OLD_TABLE), 1);
    assert_int_equal(bench_told(b, DIAG_FILE_PICTURE), 2);
    bench_str(b->job.diags->list.at[3].args[0], "HEIC");
    bench_str(b->job.diags->list.at[4].args[0], "WebP");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH(marks),   BENCH(bad_bytes),      BENCH(bad_runs), BENCH(nul_and_controls), BENCH(surrogates),
        BENCH(western), BENCH(mojibake_place), BENCH(legacy),   BENCH(question_marks),   BENCH(programs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
