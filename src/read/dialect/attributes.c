#include "read/dialect/attributes.h"

enum { MOST = 2000 };

static bool is_name(char c)
{
    unsigned char u = (unsigned char)c;
    return u >= 0x80 || (unsigned char)((u | 32) - 'a') < 26 || (u >= '0' && u <= '9') || strchr("-_:.", u);
}

static size_t name_end(struct str s, size_t at)
{
    while (at < s.n && s.s[at] && is_name(s.s[at])) at++;
    return at;
}

/* What follows a = : in quotation marks, or up to a blank. */
static size_t value_end(struct str s, size_t at)
{
    char quote = at < s.n && (s.s[at] == '"' || s.s[at] == '\'') ? s.s[at] : 0;
    size_t from = at;
    if (quote) {
        const char *end = memchr(s.s + at + 1, quote, s.n - at - 1);
        return end ? (size_t)(end - s.s) + 1 : 0;
    }
    while (at < s.n && !strchr(" \t}\r\n", s.s[at])) at++;
    return at > from ? at : 0;
}

/* #id, .class, name=value, =format or -: where it ends; 0: it is none. */
static size_t part_end(struct str s, size_t at)
{
    size_t to;
    if (s.s[at] == '#' || s.s[at] == '.' || s.s[at] == '=') {
        to = name_end(s, at + 1);
        return to > at + 1 ? to : 0;
    }
    if (s.s[at] == '-') return at + 1;
    to = name_end(s, at);
    return to > at && to < s.n && s.s[to] == '=' ? value_end(s, to + 1) : 0;
}

size_t attributes_span(struct str text, size_t at)
{
    struct str s = str_sub(text, 0, at + MOST);
    size_t i = at + 1;
    bool any = false;
    if (i < s.n && s.s[at] == '{' && s.s[i] == ':') i++; /* kramdown */
    for (; at < s.n && i < s.n && s.s[at] == '{'; any = true) {
        while (i < s.n && (s.s[i] == ' ' || s.s[i] == '\t')) i++;
        if (i < s.n && s.s[i] == '}') return any ? i + 1 - at : 0;
        if (i >= s.n || !(i = part_end(s, i))) return 0;
    }
    return 0;
}
