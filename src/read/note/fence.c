#include "read/note/fence.h"

#include "khmer/number.h"

static struct str inside(const struct source *source, size_t line)
{
    struct str s = source_line(source, line);
    while (s.n && strchr(" \t>", s.s[0])) s = str_sub(s, 1, s.n);
    return s;
}

bool fence_closes(const struct source *source, size_t line)
{
    struct str s = inside(source, line);
    return str_starts(s, "```") || str_starts(s, "~~~");
}

size_t fence_blank(const struct source *source, size_t first, size_t lines)
{
    for (size_t i = 0; i < lines; i++)
        if (!str_trim(source_line(source, first + i)).n) return first + i;
    return 0;
}

struct str fence_marks(const struct source *source, size_t line)
{
    struct str s = inside(source, line);
    size_t n = 0;
    while (n < s.n && s.s[n] == s.s[0]) n++;
    return str_sub(s, 0, n);
}

bool fence_is_csv(struct str info)
{
    size_t n = 0;
    info = str_trim(info);
    while (n < info.n && info.s[n] != ' ' && info.s[n] != '\t') n++;
    return str_eq_fold(str_sub(info, 0, n), STR("csv"));
}

size_t fence_heads(struct str info)
{
    long n = 0;
    size_t at = str_find(info, STR("head="), 0), end = at == SIZE_MAX ? at : at + 5;
    if (at == SIZE_MAX) return 1;
    while (end < info.n && end < at + 8 && info.s[end] != ' ') end++;
    return number_read(str_sub(info, at + 5, end), &n) && n > 1 ? (size_t)n : 1;
}

size_t fence_lines(struct str content)
{
    size_t lines = 0;
    for (size_t i = 0; i < content.n; i++) lines += content.s[i] == '\n';
    return lines;
}
