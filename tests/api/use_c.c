/* The library as a C program uses it: sastra.h and the shared library alone.
 *
 *   use_c INPUT OUT REPORT    INPUT: a folder to build into OUT/…; REPORT: report.pdf as the program made it
 * Prints ok and not ok lines, and nothing else may be printed. */
#include "sastra.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *input, *out, *report;
static int failed;

static void check(int good, const char *name)
{
    printf("%s %s\n", good ? "ok" : "not ok", name);
    if (!good) failed = 1;
}

static const char *below(char to[4096], const char *name)
{
    snprintf(to, 4096, "%s/%s", out, name);
    return to;
}

static int same_bytes(const char *left, const char *right)
{
    FILE *a = fopen(left, "rb"), *b = fopen(right, "rb");
    int x = 0, y = 0;
    size_t n = 0;
    for (; a && b && x == y && x != EOF; n++) x = getc(a), y = getc(b);
    if (a) fclose(a);
    if (b) fclose(b);
    return n > 1 && x == y;
}

static struct sastra_options options_to(const char *folder, char to[4096])
{
    struct sastra_options o = SASTRA_OPTIONS;
    o.input = input;
    o.output = below(to, folder);
    return o;
}

static int made(const char *folder, const char *name)
{
    char path[4096], file[128];
    snprintf(file, sizeof file, "%s/%s", folder, name);
    return !access(below(path, file), R_OK);
}

static int is_report(const char *folder)
{
    char path[4096], file[128];
    snprintf(file, sizeof file, "%s/report.pdf", folder);
    return same_bytes(below(path, file), report);
}

/* -- one folder -- */

static void complaints(struct sastra *s)
{
    size_t n = sastra_complaint_count(s), counted = 0, told = 0;
    struct sastra_complaint en, km;
    int good = n > 0;
    en.size = km.size = sizeof en;
    for (size_t i = 0; i < n && good; i++) {
        good = sastra_complaint_at(s, i, SASTRA_EN, &en) == SASTRA_GOOD &&
               sastra_complaint_at(s, i, SASTRA_KM, &km) == SASTRA_GOOD && *en.text && *en.code &&
               strcmp(en.text, km.text) && strcmp(en.cure, km.cure) && en.line == km.line &&
               strstr(sastra_complaint_lines(s, i, SASTRA_EN, 0), en.code) && en.size == sizeof en;
        told += en.stands_for;
    }
    for (int v = SASTRA_NOTE; v <= SASTRA_ERROR; v++)
        counted += sastra_severity_count(s, (enum sastra_severity)v);
    check(good && counted == told, "complaints in both languages, with file, code and cure");
    check(sastra_complaint_at(s, n, SASTRA_EN, &en) == SASTRA_NO_SUCH &&
              !sastra_complaint_lines(s, n, SASTRA_EN, 0),
          "no complaint after the last");
}

static void documents(struct sastra *s)
{
    struct sastra_document d;
    size_t n = sastra_document_count(s), reports = 0, programmes = 0;
    d.size = sizeof d;
    for (size_t i = 0; i < n; i++) {
        if (sastra_document_at(s, i, &d) != SASTRA_GOOD) continue;
        reports += !strcmp(d.name, "report") && !strcmp(d.family, "report") && !d.pages && !d.built;
        programmes += sastra_document_is(s, i, "programme") && !strcmp(d.name, "handouts/programme");
    }
    check(reports == 1 && programmes == 1 && sastra_document_at(s, n, &d) == SASTRA_NO_SUCH,
          "documents by name");
}

static void pages(struct sastra *s, int built, const char *name)
{
    struct sastra_document d;
    size_t all = 0, made_now = 0;
    d.size = sizeof d;
    for (size_t i = 0; sastra_document_at(s, i, &d) == SASTRA_GOOD; i++) {
        all += d.pages > 0;
        made_now += d.built != 0;
    }
    check(built ? made_now == 1 && all == 1 : !made_now && all == sastra_document_count(s), name);
}

static void one_folder(void)
{
    static const char *const REPORT[] = {"report"}, *const NONE[] = {"report", "no-such"};
    char to[4096];
    struct sastra *s;
    struct sastra_options o = options_to("one", to);
    check(sastra_open(&o, &s) <= SASTRA_TOLD && s, "a folder opens");
    documents(s);
    enum sastra_status checked = sastra_check(s);
    check(checked <= SASTRA_TOLD && access(o.output, F_OK), "check reads and writes nothing");
    complaints(s);
    pages(s, 0, "check counts the pages of all documents");
    check(sastra_build(s, NONE, 2) == SASTRA_NO_SUCH && access(o.output, F_OK),
          "a name that no document has");
    check(sastra_build(s, REPORT, 1) == checked && is_report("one"),
          "a named document is what the program makes");
    check(!made("one", "handouts/programme.pdf"), "and no other is made");
    pages(s, 1, "its pages are counted");
    check(sastra_changes(s, SASTRA_EN) && !*sastra_changes(s, SASTRA_EN), "the first build changed nothing");
    check(sastra_build(s, NULL, 0) == checked && is_report("one") && made("one", "handouts/programme.pdf"),
          "all documents are made after one was");
    check(!strcmp(sastra_changes(s, SASTRA_EN), "report.pdf: no section changed\n") &&
              !sastra_changes(s, (enum sastra_language)2) && !sastra_changes(NULL, SASTRA_EN),
          "what the next one changed is told");
    sastra_close(s);
}

/* -- several at once -- */

struct task {
    struct sastra *folder;
    const char *name;
    enum sastra_status status;
};

static void *build(void *of)
{
    struct task *t = of;
    t->status = sastra_build(t->folder, &t->name, 1);
    return NULL;
}

static void two_threads(void)
{
    char to[2][4096];
    pthread_t threads[2];
    struct task tasks[2] = {{NULL, "report", SASTRA_USAGE}, {NULL, "report", SASTRA_USAGE}};
    for (int i = 0; i < 2; i++) {
        struct sastra_options o = options_to(i ? "left" : "right", to[i]);
        o.threads = 2;
        o.language = i ? SASTRA_KM : SASTRA_EN;
        if (sastra_open(&o, &tasks[i].folder) > SASTRA_TOLD) failed = 1;
    }
    for (int i = 0; i < 2; i++)
        if (pthread_create(&threads[i], NULL, build, &tasks[i])) exit(1);
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    check(tasks[0].status <= SASTRA_TOLD && tasks[1].status == tasks[0].status && is_report("left") &&
              is_report("right"),
          "two folders are built by two threads at once");
    sastra_close(tasks[0].folder);
    sastra_close(tasks[1].folder);
}

/* -- what goes wrong -- */

static void missing(void)
{
    char to[4096];
    struct sastra *s;
    struct sastra_complaint c;
    struct sastra_options o = options_to("none", to);
    o.input = "no such folder";
    c.size = sizeof c;
    check(sastra_open(&o, &s) == SASTRA_NOTHING && s, "a folder that is not there");
    check(sastra_complaint_at(s, 0, SASTRA_EN, &c) == SASTRA_GOOD && c.severity == SASTRA_ERROR &&
              !strcmp(c.code, "input-missing"),
          "is told");
    check(sastra_build(s, NULL, 0) == SASTRA_NOTHING && sastra_check(s) == SASTRA_NOTHING &&
              sastra_accept(s, NULL) == SASTRA_NOTHING && sastra_complaint_count(s) == 1 &&
              !sastra_document_count(s) && !sastra_form_count(s) && access(o.output, F_OK),
          "and nothing is made of it");
    sastra_close(s);
}

static void no_fonts(void)
{
    char to[4096];
    struct sastra *s;
    struct sastra_options o = options_to("none", to);
    o.fonts = input;
    check(sastra_open(&o, &s) <= SASTRA_TOLD, "reading needs no fonts");
    check(sastra_build(s, NULL, 0) == SASTRA_NOTHING && sastra_severity_count(s, SASTRA_ERROR) > 0 &&
              access(o.output, F_OK),
          "building without fonts is told");
    sastra_close(s);
}

static void usage(void)
{
    struct sastra *s = NULL;
    struct sastra_options sizeless = SASTRA_OPTIONS, many = SASTRA_OPTIONS, none = SASTRA_OPTIONS;
    sizeless.size = 0;
    many.threads = 257;
    none.input = "";
    check(sastra_open(&sizeless, &s) == SASTRA_USAGE && sastra_open(&many, &s) == SASTRA_USAGE &&
              sastra_open(&none, &s) == SASTRA_USAGE && !s && sastra_open(&none, NULL) == SASTRA_USAGE &&
              sastra_build(NULL, NULL, 0) == SASTRA_USAGE && !sastra_document_count(NULL),
          "arguments that make no sense");
    sastra_close(NULL);
}

/* A caller that was compiled with an older header, and one with a newer. */
static void versions(void)
{
    struct newer {
        struct sastra_options known;
        void *unknown;
    } newer = {SASTRA_OPTIONS, &newer};
    struct sastra *s;
    struct sastra_options older = SASTRA_OPTIONS;
    struct sastra_complaint c = {.size = offsetof(struct sastra_complaint, text), .text = "untouched"};
    older.size = offsetof(struct sastra_options, strict);
    older.threads = 1000; /* past what it says it has */
    older.input = newer.known.input = input;
    newer.known.size = sizeof newer;
    check(sastra_open(&newer.known, &s) <= SASTRA_TOLD, "a newer caller is served");
    sastra_close(s);
    check(sastra_open(&older, &s) <= SASTRA_TOLD, "an older caller is served");
    check(sastra_complaint_at(s, 0, SASTRA_EN, &c) == SASTRA_GOOD && c.code && !strcmp(c.text, "untouched"),
          "a struct is filled as far as the caller knows it");
    sastra_close(s);
    check(strchr("0123456789", *sastra_version()) != NULL, "the version");
}

/* -- memory -- */

#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void no_memory(void *with, size_t bytes)
{
    (void)bytes;
    ++*(int *)with;
}

static size_t taken(void)
{
    size_t n = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (!f || fscanf(f, "%zu", &n) != 1) exit(1);
    fclose(f);
    return n * (size_t)sysconf(_SC_PAGESIZE);
}

enum { ENOUGH = 40, RAN_OUT, WRONG };

/* In a process of its own. */
static int build_within(size_t more)
{
    char to[4096];
    int told = 0;
    struct sastra *s;
    struct sastra_options o = options_to("memory", to);
    o.no_memory = no_memory;
    o.with = &told;
    o.threads = 2;
    if (sastra_open(&o, &s) > SASTRA_TOLD) return WRONG;
    struct rlimit limit = {taken() + more, taken() + more};
    if (setrlimit(RLIMIT_AS, &limit)) return WRONG;
    enum sastra_status status = sastra_build(s, NULL, 0);
    if (status == SASTRA_NO_MEMORY) {
        int good = told > 0 && access(o.output, F_OK) && sastra_check(s) == SASTRA_NO_MEMORY &&
                   !sastra_complaint_count(s);
        sastra_close(s);
        return good ? RAN_OUT : WRONG;
    }
    sastra_close(s);
    return status <= SASTRA_NOTHING && !told ? ENOUGH : WRONG;
}

/* How one that has so much more memory ends; of the other libraries some end the process themselves. */
static int ends(size_t more)
{
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (!child) _exit(freopen("/dev/null", "w", stderr) ? build_within(more) : WRONG);
    if (child < 0 || waitpid(child, &status, 0) != child) exit(1);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

static void memory(void)
{
    int ran_out = 0, wrong = 0;
    if (SANITIZED) {
        printf("ok memory is exhausted # SKIP a sanitizer needs the address space\n");
        return;
    }
    for (size_t mb = 8; mb < 48; mb += 4) {
        int end = ends(mb << 20);
        ran_out += end == RAN_OUT;
        wrong += end == WRONG;
    }
    check(ran_out > 0 && !wrong, "where memory is exhausted the caller is told, and goes on");
}

int main(int argc, char **argv)
{
    if (argc != 4) return 2;
    input = argv[1];
    out = argv[2];
    report = argv[3];
    memory();
    one_folder();
    two_threads();
    missing();
    no_fonts();
    usage();
    versions();
    return failed;
}
