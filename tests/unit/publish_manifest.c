/* publish: names in a manifest are the files that a build may erase: none leads out of its folder. */
#include "read_help.h"

#include "publish/manifest.h"

#define DIGITS "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void no_name_leads_out(void **state)
{
    struct bench *b = *state;
    static const char *const BAD[] = {"../thesis.pdf",     "a/../../thesis.pdf",      "/thesis.pdf", "",
                                      "linked/thesis.pdf", ".sastra-unfinished/new/x"};
    struct buf text = BUF(b->job.keep);
    buf_put(&text, DIGITS "  report.pdf\n" DIGITS "  handouts/form.pdf\n");
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) buf_fmt(&text, DIGITS "  %s\n", BAD[i]);
    buf_put(&text, DIGITS "\nshort\n\n");
    bench_write(b, "out/" MANIFEST_NAME, buf_str(&text));
    const char *out = str_fmt(b->job.keep, "%s/out", b->folder).s;
    assert_int_equal(symlink("/", str_fmt(b->job.keep, "%s/linked", out).s), 0);
    struct manifest m;
    assert_int_equal(manifest_read(&b->job, out, &m), MANIFEST_OURS);
    assert_int_equal(m.n, 3); /* and itself */
    assert_true(manifest_find(&m, STR("report.pdf")) && manifest_find(&m, STR("handouts/form.pdf")));
    assert_non_null(manifest_find(&m, STR(MANIFEST_NAME)));
    bench_str(m.at[0].digits, DIGITS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(no_name_leads_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
