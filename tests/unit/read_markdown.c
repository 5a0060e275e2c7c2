/* Notes to docs: the specifications in tests/golden/markdown (X.md gives X.txt), and what is huge or hostile.
 * read_markdown X.md prints what X.txt should hold, for eyes: look at the difference before you keep it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "read/note/note.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define GOLDEN "tests/golden/markdown"

struct bench {
    struct options options;
    struct job job;
};

static void open_bench(struct bench *b)
{
    b->options = (struct options){.input = STR(GOLDEN), .lang = LANG_EN, .threads = 1};
    b->job = (struct job){.keep = arena_new(), .scratch = arena_new(), .diags = NULL, .options = &b->options};
    b->job.diags = diags_new(b->job.keep);
}

static void close_bench(struct bench *b)
{
    arena_free(b->job.keep);
    arena_free(b->job.scratch);
}

static struct doc *read_text(struct bench *b, struct str text)
{
    return note_read(&b->job, source_new(b->job.keep, STR("n.md"), text), LANG_KM, NOTE_FORMAT_MARKDOWN);
}

/* -- goldens -- */

static struct str dump_file(struct bench *b, const char *path)
{
    struct str text;
    struct buf out = BUF(b->job.keep);
    if (!file_read(b->job.keep, path, 1 << 24, &text)) return STR("(no such file)");
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    bool plain = str_ends(str_of(path), ".plain.md");
    struct source *source = source_new(b->job.keep, str_of(name), text);
    doc_dump(&out, note_read(&b->job, source, LANG_KM, plain ? NOTE_FORMAT_PLAIN : NOTE_FORMAT_MARKDOWN));
    diag_sort(b->job.diags);
    for (size_t i = 0; i < b->job.diags->list.n; i++) {
        const struct diag *d = &b->job.diags->list.at[i];
        struct position p = place_position(d->place);
        buf_fmt(&out, "%u:%u %s", p.line, p.column, diag_name(d->code));
        for (int k = 0; k < DIAG_ARGS && d->args[k].s; k++) buf_fmt(&out, " {%.*s}", STR_ARGS(d->args[k]));
        buf_byte(&out, '\n');
    }
    return buf_str(&out);
}

static int compare(const char *path)
{
    struct bench b;
    struct str wanted = STR("");
    open_bench(&b);
    struct str got = dump_file(&b, path), stem = str_sub(str_of(path), 0, strlen(path) - 3);
    file_read(b.job.keep, str_fmt(b.job.keep, "%.*s.txt", STR_ARGS(stem)).s, 1 << 24, &wanted);
    int bad = !str_eq(got, wanted);
    if (bad) fprintf(stderr, "%s: not as in its .txt; got:\n%.*s", path, STR_ARGS(got));
    close_bench(&b);
    return bad;
}

static void test_goldens(void **state)
{
    (void)state;
    DIR *dir = opendir(GOLDEN);
    assert_non_null(dir);
    int files = 0, bad = 0;
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        char path[512];
        if (!str_ends(str_of(e->d_name), ".md")) continue;
        snprintf(path, sizeof path, GOLDEN "/%s", e->d_name);
        bad += compare(path);
        files++;
    }
    closedir(dir);
    assert_true(files >= 10);
    assert_int_equal(bad, 0);
}

/* -- huge and hostile -- */

static struct str repeat(struct arena *a, const char *unit, size_t bytes)
{
    struct buf out = BUF(a);
    while (out.n < bytes) buf_put(&out, unit);
    return buf_str(&out);
}

/* Depth first, without recursion: the depth reached. */
static int depth_of(const struct block *b, size_t *letters)
{
    int depth = 0, most = 0;
    for (const struct block *at = b;;) {
        for (size_t i = 0; i < at->spans.n; i++) *letters += at->spans.at[i].text.n;
        if (at->first) {
            at = at->first;
            if (++depth > most) most = depth;
            continue;
        }
        while (at != b && !at->next) at = at->parent, depth--;
        if (at == b) return most;
        at = at->next;
    }
}

static void test_hostile(void **state)
{
    (void)state;
    static const char *const units[] = {"[",
                                        "*",
                                        "**a ",
                                        ">",
                                        "> ",
                                        "`",
                                        "[^1]",
                                        "![",
                                        "|",
                                        "- ",
                                        "[a](b",
                                        "&lt;",
                                        "\\",
                                        "\xEF",
                                        "**\xE1\x9E\x80\xE1\x9F\x96**\xE1\x9E\x81",
                                        "\n",
                                        "|a|\n",
                                        "[a]: b\n",
                                        "[^a]: b\n",
                                        "\xE1\x9F\xA1. ",
                                        "<a ",
                                        "_a_",
                                        "***a*",
                                        "a\r",
                                        "~~~\n",
                                        "<!--",
                                        "%%a ",
                                        "~~a",
                                        "==a",
                                        "[[a",
                                        "![[a",
                                        "{#a",
                                        "^[a",
                                        "<table>",
                                        "<table><td>",
                                        "<td colspan=9 rowspan=999>",
                                        "+--+\n",
                                        "+--+--+\n|a|b|\n",
                                        "-- --\n",
                                        "-- --\na b\n",
                                        "-----\na\n-- --\na\n\n",
                                        "a\tb\n",
                                        "• a\n",
                                        "o a\n▪ b\n ◦ c\n",
                                        "> [!note]\n",
                                        "a\n: b\n",
                                        "<img src='",
                                        "| a\n",
                                        "**a**\n",
                                        "<u>",
                                        "(1) ",
                                        "![](data:image/png;base64,",
                                        "<div>",
                                        "`a ``b ",
                                        "[a]{.b}",
                                        "<a href='x'>",
                                        "a.\n",
                                        ":::\n",
                                        "\xE2\x80\x8B\n",
                                        "<br>",
                                        "H~2~",
                                        "[TOC]\n",
                                        "[x]{.underline}{#a}"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct bench b;
        size_t letters = 0;
        open_bench(&b);
        clock_t start = clock();
        struct doc *doc = read_text(&b, repeat(b.job.keep, units[i], 100000));
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds > 0.3) print_message("%s: %.2f s\n", units[i], seconds);
        assert_true(depth_of(doc->root, &letters) < 3 * DOC_DEPTH);
        close_bench(&b);
    }
}

/* To fill up its rows would take 400 million cells. */
static void test_absurd_table(void **state)
{
    (void)state;
    static const char *const starts[] = {"", "```csv\n"}, *const heads[] = {"|a", "a,"},
                             *const rows[] = {"|b\n", "b\n"};
    for (int i = 0; i < 2; i++) {
        struct bench b;
        open_bench(&b);
        struct buf text = BUF(b.job.keep);
        buf_put(&text, starts[i]);
        buf_add(&text, repeat(b.job.keep, heads[i], 40000));
        buf_put(&text, i ? "\n" : "\n|-|\n");
        buf_add(&text, repeat(b.job.keep, rows[i], 60000));
        struct doc *doc = read_text(&b, buf_str(&text));
        assert_int_not_equal(doc->root->first->kind, BLOCK_TABLE);
        assert_true(b.job.diags->list.n > 0);
        close_bench(&b);
    }
}

/* What nobody writes by hand is set plain, as one text, and told once; the next paragraph is as it was. */
static void test_many_styles(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct buf text = BUF(b.job.keep);
    buf_add(&text, repeat(b.job.keep, "`a` **b** ", 40000));
    buf_put(&text, "\n\nThen *c*.\n");
    struct doc *doc = read_text(&b, buf_str(&text));
    struct spans many = doc->root->first->spans, few = doc->root->first->next->spans;
    size_t styled = 0;
    for (size_t i = 0; i < many.n; i++) styled += many.at[i].style != 0;
    assert_int_equal(styled, 5000);
    assert_int_equal(many.n, 10000);
    assert_int_equal(many.at[many.n - 1].style, 0);
    assert_true(str_starts(many.at[many.n - 1].text, " a b a b"));
    assert_int_equal(few.at[1].style, SPAN_EMPH);
    assert_int_equal(b.job.diags->list.n, 1);
    assert_int_equal(b.job.diags->list.at[0].code, DIAG_STYLES_MANY);
    close_bench(&b);
}

static void test_deep_quote(void **state)
{
    (void)state;
    struct bench b;
    size_t letters = 0;
    open_bench(&b);
    struct buf text = BUF(b.job.keep);
    buf_add(&text, repeat(b.job.keep, "> ", 20000));
    buf_put(&text, "deep\n");
    struct doc *doc = read_text(&b, buf_str(&text));
    assert_int_equal(depth_of(doc->root, &letters), DOC_DEPTH + 1);
    assert_int_equal(letters, 4);
    assert_int_equal(b.job.diags->list.n, 1);
    assert_int_equal(b.job.diags->list.at[0].code, DIAG_NOTE_DEEP);
    close_bench(&b);
}

/* Every span lies in the line it says it comes from. */
static void test_places(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc *doc =
        read_text(&b, STR("# One\n\ntext **bold** more\nnext `code` line\n\n| a | b |\n|---|---|\n| c | "
                          "d |\n\n\xE1\x9F\xA1. item\n"));
    static const char *const wanted[] = {"One",   "text ", "bold", " more ", "next ", "code",
                                         " line", "a",     "b",    "c",      "d",     "item"};
    size_t n = 0;
    for (const struct block *at = doc->root; at;) {
        for (size_t i = 0; i < at->spans.n; i++, n++) {
            struct span *s = &at->spans.at[i];
            assert_true(str_is(s->text, wanted[n]));
            size_t same = s->text.n - (str_ends(s->text, " ") && n == 3);
            assert_memory_equal(doc->source->text.s + s->place.offset, s->text.s, same);
        }
        if (at->first) {
            at = at->first;
            continue;
        }
        while (at && !at->next) at = at->parent;
        if (at) at = at->next;
    }
    assert_int_equal(n, sizeof wanted / sizeof *wanted);
    close_bench(&b);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),      cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_absurd_table), cmocka_unit_test(test_deep_quote),
        cmocka_unit_test(test_many_styles),  cmocka_unit_test(test_places),
    };
    if (argc > 1) {
        struct bench b;
        open_bench(&b);
        struct str out = dump_file(&b, argv[1]);
        fwrite(out.s, 1, out.n, stdout);
        close_bench(&b);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
