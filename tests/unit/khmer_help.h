/* Rows of the tab-separated case files that the Khmer tests share. */
#ifndef TESTS_KHMER_HELP_H
#define TESTS_KHMER_HELP_H

#include "base/file.h"

/* The nth field of a line. */
static inline struct str field(struct str line, int n)
{
    struct str part = {0};
    while (n-- >= 0)
        if (!str_cut(&line, '\t', &part)) return (struct str){0};
    return part;
}

/* Calls with each line but the first; false where there is no such file. */
static inline bool each_row(struct arena *a, const char *path, void (*row)(struct arena *a, struct str line))
{
    struct str bytes, line;
    if (!file_read(a, path, 1 << 24, &bytes)) return false;
    str_cut(&bytes, '\n', &line);
    while (str_cut(&bytes, '\n', &line))
        if (line.n) row(a, line);
    return true;
}

#endif
