#include "model/label.h"

#include "base/buf.h"

/* As it is typed, and as it is kept. */
static const char *const KINDS[][2] = {{"fig:", "fig:"}, {"tab:", "tab:"}, {"tbl:", "tab:"}};

static bool is_name(char c)
{
    unsigned char u = (unsigned char)c;
    return u >= 0x80 || (unsigned char)((u | 32) - 'a') < 26 || (u >= '0' && u <= '9') ||
           (u && strchr("-_.", u));
}

/* The length of the label that a text begins with; 0: none. *kind: its row of KINDS. */
static size_t span_of(struct str text, size_t *kind)
{
    for (*kind = 0; *kind < sizeof KINDS / sizeof *KINDS; ++*kind) {
        size_t from = strlen(KINDS[*kind][0]), to = from;
        if (!str_starts_fold(text, KINDS[*kind][0])) continue;
        while (to < text.n && is_name(text.s[to])) to++;
        return to > from ? to : 0;
    }
    return 0;
}

struct str label_name(struct arena *a, struct str text)
{
    size_t kind, n = span_of(text, &kind);
    if (!n) return (struct str){0};
    const char *begin = KINDS[kind][1];
    return str_fmt(a, "%s%.*s", begin, STR_ARGS(str_sub(text, strlen(begin), n)));
}

size_t label_braces(struct str text)
{
    size_t to = text.n, kind;
    while (to && (text.s[to - 1] == ' ' || text.s[to - 1] == '\t')) to--;
    if (!to || text.s[to - 1] != '}') return SIZE_MAX;
    for (size_t at = to - 1; at-- > 0;) {
        if (text.s[at] != '{') continue;
        bool label = str_starts(str_sub(text, at, to), "{#") && span_of(str_sub(text, at + 2, to), &kind);
        return label ? at : SIZE_MAX;
    }
    return SIZE_MAX;
}

size_t label_reference(struct str text, size_t from, size_t *end)
{
    size_t kind;
    for (size_t at = from; (at = str_find(text, STR("[@"), at)) != SIZE_MAX; at += 2) {
        size_t n = span_of(str_sub(text, at + 2, text.n), &kind);
        *end = at + 2 + n;
        if (n && *end < text.n && text.s[(*end)++] == ']') return at;
    }
    return SIZE_MAX;
}
