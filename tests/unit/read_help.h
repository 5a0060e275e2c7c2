/* read_help: a job over a folder of its own, files written into it, and what was told. */
#ifndef SASTRA_TESTS_READ_HELP_H
#define SASTRA_TESTS_READ_HELP_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/job.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct bench {
    char folder[64];
    struct options options;
    struct job job;
};

static inline int bench_open(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    if (!b) return -1;
    snprintf(b->folder, sizeof b->folder, "/tmp/sastra-read-XXXXXX");
    if (!mkdtemp(b->folder)) return -1;
    b->options.input = str_of(b->folder);
    b->job.keep = arena_new();
    b->job.scratch = arena_new();
    b->job.diags = diags_new(b->job.keep);
    b->job.options = &b->options;
    *state = b;
    return 0;
}

static inline int bench_close(void **state)
{
    struct bench *b = *state;
    char command[256];
    snprintf(command, sizeof command, "chmod -Rf u+rwx %s; rm -rf %s", b->folder, b->folder);
    int status = system(command);
    arena_free(b->job.scratch);
    arena_free(b->job.keep);
    free(b);
    return status;
}

/* Writes a file, its folders made. */
static inline void bench_write(struct bench *b, const char *path, struct str bytes)
{
    char full[512];
    snprintf(full, sizeof full, "%s/%s", b->folder, path);
    for (char *p = full + strlen(b->folder) + 1; (p = strchr(p, '/')); p++) {
        *p = 0;
        mkdir(full, 0777);
        *p = '/';
    }
    FILE *f = fopen(full, "wb");
    assert_non_null(f);
    if (bytes.n) assert_int_equal(fwrite(bytes.s, 1, bytes.n, f), bytes.n);
    fclose(f);
}

static inline void bench_text(struct bench *b, const char *path, const char *text)
{
    bench_write(b, path, str_of(text));
}

static inline struct source *bench_source(struct bench *b, const char *text)
{
    return source_new(b->job.keep, STR("x"), str_of(text));
}

/* How often a complaint was told. */
static inline size_t bench_told(struct bench *b, enum diag_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < b->job.diags->list.n; i++) n += b->job.diags->list.at[i].code == code;
    return n;
}

static inline struct diag *bench_diag(struct bench *b, enum diag_code code)
{
    for (size_t i = 0; i < b->job.diags->list.n; i++)
        if (b->job.diags->list.at[i].code == code) return &b->job.diags->list.at[i];
    fail_msg("%s was not told", diag_name(code));
    return NULL;
}

/* Told once, at this line and column. */
static inline void bench_at(struct bench *b, enum diag_code code, uint32_t line, uint32_t column)
{
    assert_int_equal(bench_told(b, code), 1);
    struct position p = place_position(bench_diag(b, code)->place);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
}

/* Nothing was told; else it is printed. */
static inline void bench_silent(struct bench *b)
{
    struct buf out = BUF(b->job.keep);
    for (size_t i = 0; i < b->job.diags->list.n; i++)
        diag_print(&out, &b->job.diags->list.at[i], LANG_EN, false);
    if (out.n) fail_msg("told: %s", buf_str(&out).s);
}

static inline void bench_str(struct str got, const char *wanted)
{
    if (!str_is(got, wanted)) fail_msg("got “%.*s”, wanted “%s”", STR_ARGS(got), wanted);
}

#define BENCH(f) cmocka_unit_test_setup_teardown(f, bench_open, bench_close)

#endif
