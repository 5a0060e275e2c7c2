#include "read/dialect/verbatim.h"

enum { SPAN_MOST = 1 << 14, INDENT = 4 };

size_t verbatim_blank(struct str t, size_t at)
{
    if (at >= t.n) return 0;
    if (t.s[at] == ' ' || t.s[at] == '\t') return 1;
    if ((unsigned char)t.s[at] < 0xC2) return 0;
    size_t to = at;
    uint32_t c = utf8_next(t, &to);
    bool blank = c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x2060 ||
                 c == 0x3000 || c == 0xFEFF;
    return blank ? to - at : 0;
}

size_t verbatim_skip(struct str t, size_t from, size_t to)
{
    for (size_t n; from < to && (n = verbatim_blank(t, from)); from += n) {
    }
    return from < to ? from : to;
}

bool verbatim_is_blank(struct str t, size_t from, size_t to)
{
    return verbatim_skip(t, from, to) >= to;
}

/* Does a blank line (or nothing) follow the line end at a byte? */
static bool ends_paragraph(struct str t, size_t at)
{
    size_t next = verbatim_skip(t, at + 1, t.n);
    return next >= t.n || t.s[next] == '\n' || t.s[next] == '\r';
}

size_t verbatim_span(struct str t, size_t at)
{
    size_t open = at, most = at + SPAN_MOST < t.n ? at + SPAN_MOST : t.n;
    while (open < t.n && t.s[open] == '`') open++;
    for (size_t i = open; i < most;) {
        size_t end = i;
        while (end < t.n && t.s[end] == '`') end++;
        if (end - i == open - at) return end;
        if (t.s[i] == '\n' && ends_paragraph(t, i)) break;
        i = end > i ? end : i + 1;
    }
    return open;
}

/* -- lines -- */

struct verbatim_state {
    char fence; /* ` or ~ while one is open, and how many */
    size_t marks;
    bool list, blank, code; /* a list's item (or a footnote) may go on; the line before was blank, or code */
};

static size_t indent_of(struct str s, size_t *at)
{
    size_t columns = 0;
    for (*at = 0; *at < s.n && (s.s[*at] == ' ' || s.s[*at] == '\t'); ++*at)
        columns = s.s[*at] == '\t' ? (columns / INDENT + 1) * INDENT : columns + 1;
    return columns;
}

/* Marks of a fence at a byte; 0: none. */
static size_t fence_at(struct str s, size_t at)
{
    size_t n = 0;
    if (at >= s.n || (s.s[at] != '`' && s.s[at] != '~')) return 0;
    while (at + n < s.n && s.s[at + n] == s.s[at]) n++;
    if (n < 3 || (s.s[at] == '`' && at + n < s.n && memchr(s.s + at + n, '`', s.n - at - n))) return 0;
    return n;
}

/* Something that indented lines below it may belong to. */
static bool begins_item(struct str s, size_t at)
{
    unsigned char c = (unsigned char)s.s[at];
    bool number = c >= '0' && c <= '9', note = c == '[' && at + 1 < s.n && s.s[at + 1] == '^';
    return c >= 0x80 || number || note || strchr("-+*(:o", c) || (at + 1 < s.n && strchr(".)", s.s[at + 1]));
}

static bool fenced(struct verbatim_state *v, struct str s, size_t at)
{
    while (at < s.n && strchr("> \t", s.s[at])) at++;
    size_t marks = fence_at(s, at);
    if (!v->fence) {
        /* A fence may open an item's text. */
        if (!marks && at + 1 < s.n && strchr("-*+", s.s[at]) && s.s[at + 1] == ' ')
            marks = fence_at(s, at = at + 2);
        if (marks) v->fence = s.s[at], v->marks = marks;
        return marks > 0;
    }
    bool closes = marks >= v->marks && s.s[at] == v->fence && verbatim_is_blank(s, at + marks, s.n);
    if (closes) v->fence = 0;
    return true;
}

static bool line_is_code(struct verbatim_state *v, struct str s)
{
    size_t at, indent = indent_of(s, &at);
    bool blank = verbatim_is_blank(s, at, s.n);
    if (fenced(v, s, at)) {
        v->list = v->list && indent > 0;
        return v->blank = v->code = false, true;
    }
    if (blank) return v->blank = true, false;
    bool code = indent >= INDENT && !v->list && (v->blank || v->code);
    if (indent < INDENT && begins_item(s, at))
        v->list = true;
    else if (!indent && v->blank)
        v->list = false;
    v->blank = false;
    return v->code = code;
}

bool *verbatim_lines(struct arena *a, const struct source *source, size_t from)
{
    bool *lines = ARENA_MANY(a, bool, source->nlines + 2);
    struct verbatim_state v = {.blank = true};
    for (size_t i = 1; i <= source->nlines; i++)
        lines[i] = source->lines[i - 1] < from || line_is_code(&v, source_line(source, i));
    return lines;
}
