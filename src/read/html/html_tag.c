#include "read/html/html_tag.h"

enum { TAG_MOST = 1 << 26, NAME_MOST = 12 }; /* an <img> may hold its picture */

static const struct {
    const char *name;
    enum html_tag_kind kind;
} KINDS[] = {{"li", HTML_TAG_ITEM},          {"ul", HTML_TAG_LIST},          {"ol", HTML_TAG_LIST},
             {"br", HTML_TAG_BREAK},         {"u", HTML_TAG_UNDERLINE},      {"ins", HTML_TAG_UNDERLINE},
             {"b", HTML_TAG_STRONG},         {"strong", HTML_TAG_STRONG},    {"mark", HTML_TAG_STRONG},
             {"i", HTML_TAG_EMPH},           {"em", HTML_TAG_EMPH},          {"cite", HTML_TAG_EMPH},
             {"sup", HTML_TAG_RAISED},       {"sub", HTML_TAG_LOWERED},      {"img", HTML_TAG_IMAGE},
             {"hr", HTML_TAG_RULE},          {"div", HTML_TAG_FRAME},        {"p", HTML_TAG_FRAME},
             {"center", HTML_TAG_FRAME},     {"aside", HTML_TAG_FRAME},      {"section", HTML_TAG_FRAME},
             {"figure", HTML_TAG_FRAME},     {"details", HTML_TAG_FRAME},    {"summary", HTML_TAG_FRAME},
             {"figcaption", HTML_TAG_FRAME}, {"span", HTML_TAG_PLAIN},       {"font", HTML_TAG_PLAIN},
             {"small", HTML_TAG_PLAIN},      {"big", HTML_TAG_PLAIN},        {"a", HTML_TAG_PLAIN},
             {"table", HTML_TAG_TABLE},      {"tr", HTML_TAG_ROW},           {"td", HTML_TAG_CELL},
             {"th", HTML_TAG_HEAD_CELL},     {"caption", HTML_TAG_CAPTION},  {"thead", HTML_TAG_HEAD},
             {"tbody", HTML_TAG_GROUP},      {"tfoot", HTML_TAG_GROUP},      {"colgroup", HTML_TAG_GROUP},
             {"col", HTML_TAG_GROUP},        {"h1", HTML_TAG_HEADING},       {"h2", HTML_TAG_HEADING},
             {"h3", HTML_TAG_HEADING},       {"h4", HTML_TAG_HEADING},       {"h5", HTML_TAG_HEADING},
             {"h6", HTML_TAG_HEADING},       {"blockquote", HTML_TAG_QUOTE}, {"kbd", HTML_TAG_PLAIN},
             {"abbr", HTML_TAG_PLAIN},       {"label", HTML_TAG_PLAIN},      {"time", HTML_TAG_PLAIN},
             {"article", HTML_TAG_FRAME},    {"header", HTML_TAG_FRAME},     {"footer", HTML_TAG_FRAME},
             {"main", HTML_TAG_FRAME},       {"address", HTML_TAG_FRAME}};

static bool is_letter(char c)
{
    return (unsigned char)((c | 32) - 'a') < 26;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static enum html_tag_kind kind_of(struct str name)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_eq_fold(name, str_of(KINDS[i].name))) return KINDS[i].kind;
    return HTML_TAG_NONE;
}

/* The > that ends a tag, quotation marks passed over; a < or a blank line first: none. */
static size_t tag_end(struct str t, size_t at)
{
    char quote = 0;
    for (size_t most = at + TAG_MOST; at < t.n && at < most; at++) {
        char c = t.s[at];
        if (c == '\n' && at + 1 < t.n && strchr("\r\n", t.s[at + 1])) return SIZE_MAX;
        if (quote ? c == quote : c == '"' || c == '\'')
            quote = quote ? 0 : c;
        else if (!quote && (c == '>' || c == '<'))
            return c == '>' ? at : SIZE_MAX;
    }
    return SIZE_MAX;
}

struct html_tag html_tag_read(struct str t, size_t at)
{
    struct html_tag tag = {0};
    size_t from = at + 1, to;
    if (from >= t.n || t.s[at] != '<') return tag;
    tag.closing = t.s[from] == '/';
    from += tag.closing;
    for (to = from;
         to < t.n && to - from <= NAME_MOST && (is_letter(t.s[to]) || (t.s[to] >= '0' && t.s[to] <= '9'));)
        to++;
    if (to == from || !is_letter(t.s[from]) || to >= t.n || !(is_space(t.s[to]) || strchr("/>", t.s[to])))
        return tag;
    tag.name = str_sub(t, from, to);
    tag.kind = kind_of(tag.name);
    size_t end = tag.kind ? tag_end(t, to) : SIZE_MAX;
    if (end == SIZE_MAX) return tag.kind = HTML_TAG_NONE, tag;
    tag.inner = str_sub(t, to, end);
    tag.n = end + 1 - at;
    return tag;
}

/* name = "value" from a byte on: the name, the value; where the next one begins. */
static size_t attribute(struct str s, size_t at, struct str *name, struct str *value)
{
    size_t from = at;
    while (at < s.n && !is_space(s.s[at]) && s.s[at] != '=') at++;
    *name = str_sub(s, from, at);
    *value = (struct str){"", 0};
    while (at < s.n && is_space(s.s[at])) at++;
    if (at >= s.n || s.s[at] != '=') return at;
    for (at++; at < s.n && is_space(s.s[at]);) at++;
    char quote = at < s.n && strchr("\"'", s.s[at]) ? s.s[at++] : 0;
    for (from = at; at < s.n && (quote ? s.s[at] != quote : !is_space(s.s[at]));) at++;
    *value = str_sub(s, from, at);
    return at + (quote != 0);
}

struct str html_tag_value(const struct html_tag *tag, const char *wanted)
{
    struct str name, value;
    for (size_t at = 0; at < tag->inner.n;) {
        if (is_space(tag->inner.s[at]) || tag->inner.s[at] == '/') {
            at++;
            continue;
        }
        size_t next = attribute(tag->inner, at, &name, &value);
        if (str_eq_fold(name, str_of(wanted))) return value;
        at = next > at ? next : at + 1;
    }
    return (struct str){"", 0};
}
