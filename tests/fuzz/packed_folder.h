/* A folder packed in one input: before each file stand 0xFF, its name and a line end. Written to a folder in
 * memory; changed file by file, so that what the fuzzer learns of one stays when another changes. */
#ifndef SASTRA_FUZZ_PACKED_FOLDER_H
#define SASTRA_FUZZ_PACKED_FOLDER_H

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

enum { PACKED_MOST = 24 };

struct packed_folder {
    char path[64];
    char files[PACKED_MOST][80];
    size_t n;
};

static const char *const packed_folders[] = {"sessions", "summaries", "forms", "reflections", "photos"};

/* A name that leads nowhere else: letters, digits and few signs, at most one folder down, one that is known.
 */
static inline bool packed_name(struct str name)
{
    struct str rest = name;
    for (size_t i = 0; i < sizeof packed_folders / sizeof *packed_folders; i++) {
        struct str folder = str_of(packed_folders[i]);
        if (str_starts(name, packed_folders[i]) && name.n > folder.n && name.s[folder.n] == '/')
            rest = str_sub(name, folder.n + 1, name.n);
    }
    for (size_t i = 0; i < rest.n; i++)
        if ((unsigned char)rest.s[i] <= ' ' || rest.s[i] == '/' || rest.s[i] == 0x7F) return false;
    return rest.n && rest.n < 40 && rest.s[0] != '.';
}

static inline void packed_file(struct packed_folder *f, struct str name, struct str bytes)
{
    char path[160];
    if (f->n == PACKED_MOST || !packed_name(name)) return;
    snprintf(path, sizeof path, "%s/%.*s", f->path, STR_ARGS(name));
    FILE *out = fopen(path, "wbx");
    if (!out) return; /* there is one of that name */
    if (fwrite(bytes.s, 1, bytes.n, out) != bytes.n || fclose(out)) abort();
    snprintf(f->files[f->n++], sizeof f->files[0], "%.*s", STR_ARGS(name));
}

static inline void packed_folder_open(struct packed_folder *f, const uint8_t *data, size_t size)
{
    struct str rest = {(const char *)data, size}, file, name;
    char path[160];
    *f = (struct packed_folder){0};
    snprintf(f->path, sizeof f->path, "%s/sastra-fuzz-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(f->path)) abort();
    for (size_t i = 0; i < sizeof packed_folders / sizeof *packed_folders; i++) {
        snprintf(path, sizeof path, "%s/%s", f->path, packed_folders[i]);
        if (mkdir(path, 0777)) abort();
    }
    while (str_cut(&rest, (char)0xFF, &file))
        if (str_cut(&file, '\n', &name)) packed_file(f, name, file);
}

static inline void packed_folder_close(struct packed_folder *f)
{
    char path[160];
    for (size_t i = 0; i < f->n; i++) {
        snprintf(path, sizeof path, "%s/%s", f->path, f->files[i]);
        unlink(path);
    }
    for (size_t i = 0; i < sizeof packed_folders / sizeof *packed_folders; i++) {
        snprintf(path, sizeof path, "%s/%s", f->path, packed_folders[i]);
        if (rmdir(path)) abort(); /* nothing is ever written into input/ */
    }
    if (rmdir(f->path)) abort();
}

/* -- changes ------------------------------------------------------------------------------------------------
 */

struct packed_range {
    size_t from, to;
};

static inline size_t packed_below(unsigned *seed, size_t n)
{
    *seed = *seed * 1103515245U + 12345U;
    return n ? (*seed >> 8) % n : 0;
}

/* A file, head and all, by chance. */
static inline struct packed_range packed_pick(const uint8_t *data, size_t size, unsigned *seed)
{
    size_t starts[PACKED_MOST + 1], n = 0;
    for (size_t i = 0; i < size && n < PACKED_MOST; i++)
        if (data[i] == 0xFF) starts[n++] = i;
    if (!n) return (struct packed_range){0, size};
    size_t k = packed_below(seed, n);
    return (struct packed_range){starts[k], k + 1 < n ? starts[k + 1] : size};
}

/* A line of a range, by chance, with its end. */
static inline struct packed_range packed_line(const uint8_t *data, struct packed_range in, unsigned *seed)
{
    struct packed_range line = {in.from + packed_below(seed, in.to - in.from), in.to};
    while (line.from > in.from && data[line.from - 1] != '\n') line.from--;
    for (size_t i = line.from; i < in.to; i++)
        if (data[i] == '\n') {
            line.to = i + 1;
            break;
        }
    return line;
}

/* The range gives way to n bytes; as it was where that is too long. */
static inline size_t packed_replace(uint8_t *data, size_t size, size_t most, struct packed_range at,
                                    const uint8_t *bytes, size_t n)
{
    if (size - (at.to - at.from) + n > most) return size;
    memmove(data + at.from + n, data + at.to, size - at.to);
    if (n) memcpy(data + at.from, bytes, n);
    return size - (at.to - at.from) + n;
}

static inline size_t packed_insert(uint8_t *data, size_t size, size_t most, size_t at, const void *bytes,
                                   size_t n)
{
    return packed_replace(data, size, most, (struct packed_range){at, at}, bytes, n);
}

static const char *const packed_words[] = {"\xE1\x9F\x92",
                                           "\xE1\x9E\x80",
                                           "\xE1\x9F\x92\xE1\x9E\x9A",
                                           "\xE1\x9F\x81\xE1\x9E\xB6",
                                           "\xE2\x80\x8B",
                                           "\xE1\x9F\x94",
                                           "\xE1\x9F\xA1",
                                           "\xC2\xA0",
                                           "\xEF\xBC\x9A",
                                           "\xEF\xBB\xBF",
                                           "\t",
                                           "\r\n",
                                           "\n\n",
                                           ",",
                                           ";",
                                           "\"",
                                           "\"\"",
                                           ": ",
                                           "- ",
                                           "|",
                                           "| --- |",
                                           "[^1]",
                                           "[^1]: ",
                                           "# ",
                                           "## ",
                                           "> ",
                                           "```\n",
                                           "**",
                                           "_",
                                           "`",
                                           "![](photos/a.png)",
                                           "[x](#y)",
                                           "<br>",
                                           "<table><tr><td>",
                                           "{#x}",
                                           "&nbsp;",
                                           "---\n",
                                           "...\n",
                                           "&a ",
                                           "*a",
                                           "!!binary ",
                                           "[",
                                           "{",
                                           "}",
                                           "]",
                                           "|\n  ",
                                           ">-\n  ",
                                           "yes",
                                           "no",
                                           "d1s01",
                                           "total",
                                           "en",
                                           "km",
                                           "teacher",
                                           "1",
                                           "5",
                                           "q1",
                                           "2026-12-02",
                                           "08:00",
                                           "=1+1",
                                           "sep=;\n",
                                           "\\",
                                           "\x7F",
                                           "\xE2\x80\xAE"};

/* The file's bytes changed as the fuzzer knows how. */
static inline size_t packed_mutate(uint8_t *data, size_t size, size_t most, struct packed_range at)
{
    size_t n = at.to - at.from, room = n + 64;
    uint8_t *copy = malloc(room);
    if (!copy) abort();
    memcpy(copy, data + at.from, n);
    n = LLVMFuzzerMutate(copy, n, room);
    size = packed_replace(data, size, most, at, copy, n);
    free(copy);
    return size;
}

static inline size_t packed_copy(uint8_t *data, size_t size, size_t most, struct packed_range what, size_t to)
{
    size_t n = what.to - what.from;
    uint8_t *copy = malloc(n + 1);
    if (!copy) abort();
    memcpy(copy, data + what.from, n);
    size = packed_insert(data, size, most, to, copy, n);
    free(copy);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    struct packed_range file = packed_pick(data, size, &seed);
    struct packed_range line = packed_line(data, file, &seed), other = packed_line(data, file, &seed);
    size_t at = file.from + packed_below(&seed, file.to - file.from + 1);
    const char *word = packed_words[packed_below(&seed, sizeof packed_words / sizeof *packed_words)];
    switch (packed_below(&seed, 12)) {
    case 0: return packed_insert(data, size, most, at, word, strlen(word));
    case 1: return packed_insert(data, size, most, at, word, strlen(word));
    case 2: return packed_insert(data, size, most, line.from, word, strlen(word));
    case 3: return packed_replace(data, size, most, line, NULL, 0);
    case 4: return packed_copy(data, size, most, line, other.from);
    case 5: return packed_replace(data, size, most, file, NULL, 0);
    case 6: return packed_copy(data, size, most, line, packed_pick(data, size, &seed).to);
    default: return packed_mutate(data, size, most, file);
    }
}

#endif
