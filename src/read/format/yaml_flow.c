#include "read/format/yaml_flow.h"

enum { LONGEST_NAME = 200, LONGEST_TEXT = 4000 };

struct flow {
    struct yaml_rewrite *w;
    struct str text; /* up to the limit */
    size_t at, depth;
    bool open; /* a bracket was not closed: told */
    bool deep;
};

/* -- keys --------------------------------------------------------------------------------------------------
 */

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!is_word(name.s[i])) return false;
    return name.n && name.s[0] > '9'; /* a letter or a low line */
}

/* What stands behind a colon that ends a key: a blank, a line end or a sign; of a name in plain letters,
 * anything but an address. */
static bool ends_key(struct str t, size_t colon, size_t after, struct str name)
{
    if (yaml_rewrite_is_end(t, after) || yaml_rewrite_blank(t, after) || t.s[colon] != ':') return true;
    return is_name(name) && !str_starts(str_sub(t, after, t.n), "//") && t.s[after] != ':' &&
           t.s[after] != '\\';
}

uint32_t yaml_flow_closing(struct str t, size_t at, size_t *bytes)
{
    static const struct {
        uint32_t open, close;
    } PAIRS[] = {{'"', '"'},       {'\'', '\''},     {0x201C, 0x201D}, {0x201D, 0x201D}, {0x201E, 0x201C},
                 {0x2018, 0x2019}, {0x2019, 0x2019}, {0xAB, 0xBB},     {0xBB, 0xAB},     {0x300C, 0x300D}};
    size_t next = at;
    uint32_t c = at < t.n ? utf8_next(t, &next) : 0;
    *bytes = next - at;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (PAIRS[i].open == c) return PAIRS[i].close;
    return 0;
}

/* Past the quotation marks that open at at, before a line end; at: none. */
static size_t past_quoted(struct str t, size_t at, size_t end, struct str *inner)
{
    size_t n, next;
    uint32_t close = yaml_flow_closing(t, at, &n);
    if (end > at + LONGEST_TEXT) end = at + LONGEST_TEXT;
    for (size_t i = at + n; close && i < end; i = next) {
        next = i;
        uint32_t c = utf8_next(t, &next);
        if (c == '\n' || c == '\r') return at;
        if (c == '\\' && close == '"' && next < end) utf8_next(t, &next);
        if (c != close) continue;
        *inner = str_sub(t, at + n, i);
        return next;
    }
    return at;
}

size_t yaml_flow_key(struct str t, size_t at, size_t end, bool loose, struct str *name)
{
    size_t to = past_quoted(t, at, end, name), colon = yaml_rewrite_past(t, to), n;
    if (to > at) {
        n = yaml_rewrite_colon(t, colon);
        return n && name->n && name->n < LONGEST_NAME ? colon + n - at : 0;
    }
    for (size_t i = at; i < end && i - at < LONGEST_NAME && !yaml_rewrite_is_end(t, i); i++) {
        if (strchr("#,[]{}\"|>", t.s[i]) && !(loose && t.s[i] == ',')) return 0;
        if (!(n = yaml_rewrite_colon(t, i))) continue;
        *name = yaml_rewrite_trim(str_sub(t, at, i));
        if (!name->n || !ends_key(t, i, i + n, *name)) continue;
        return loose || is_name(*name) ? i + n - at : 0;
    }
    return 0;
}

/* -- entries -----------------------------------------------------------------------------------------------
 */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* A # that opens a remark: behind a blank, and not joined to a word ("#two"), unless it begins its line. */
static bool is_remark(const struct flow *f, size_t at)
{
    const char *s = f->text.s;
    bool lone =
        yaml_rewrite_is_end(f->text, at + 1) || s[at + 1] == '#' || yaml_rewrite_blank(f->text, at + 1);
    size_t from = at;
    while (from && (s[from - 1] == ' ' || s[from - 1] == '\t')) from--;
    bool begins = !from || is_line_end(s[from - 1]);
    return s[at] == '#' && (begins || (lone && from < at));
}

/* Past blanks, line ends and remarks. */
static size_t past_space(const struct flow *f, size_t at)
{
    for (size_t n; at < f->text.n;) {
        if ((n = yaml_rewrite_blank(f->text, at)))
            at += n;
        else if (is_line_end(f->text.s[at]))
            at++;
        else if (is_remark(f, at))
            while (!yaml_rewrite_is_end(f->text, at)) at++;
        else
            break;
    }
    return at;
}

static bool closes(const struct flow *f, size_t at)
{
    return at >= f->text.n || f->text.s[at] == ']' || f->text.s[at] == '}';
}

/* Does the comma at at part two entries? In a map, only before a key. */
static bool parts(const struct flow *f, size_t at, bool map)
{
    struct str name;
    size_t next = past_space(f, at + 1);
    return !map || closes(f, next) || f->text.s[next] == ',' ||
           yaml_flow_key(f->text, next, f->text.n, false, &name);
}

/* The partner of a bracket inside a text, on its line and before any that would end the entry; at: none. */
static size_t partner(const struct flow *f, size_t at)
{
    const char *s = f->text.s;
    char close = s[at] == '(' ? ')' : s[at] == '[' ? ']' : '}';
    for (size_t i = at + 1; i < f->text.n && !is_line_end(s[i]); i++) {
        if (s[i] == close) return i;
        if (strchr("[](){}", s[i])) break;
    }
    return at;
}

static size_t text_end(struct flow *f, size_t at, bool map)
{
    const char *s = f->text.s;
    for (; at < f->text.n; at++) {
        if (s[at] == '(' || s[at] == '[' || s[at] == '{')
            at = partner(f, at);
        else if (s[at] == ']' || s[at] == '}')
            break;
        else if (is_remark(f, at))
            break;
        else if (s[at] == ',' && parts(f, at, map))
            break;
        else if (s[at] == ',')
            yaml_rewrite_tell(f->w, DIAG_YAML_MENDED, at);
    }
    return at;
}

static void text_entry(struct flow *f, bool map)
{
    size_t end = text_end(f, f->at, map);
    struct str t = yaml_rewrite_trim(str_sub(f->text, f->at, end));
    if (t.n && strchr("&*!", t.s[0])) yaml_rewrite_tell(f->w, DIAG_YAML_SIGN, f->at);
    if (t.n && strchr("@`%|>?'\"", t.s[0])) yaml_rewrite_tell(f->w, DIAG_YAML_MENDED, f->at);
    yaml_rewrite_scalar(f->w, t.n ? t : str_sub(f->text, f->at, f->at));
    if (t.n && memchr(t.s, ',', t.n)) f->w->marks.at[f->w->marks.n - 2].quoted = true; /* part of the text */
    f->at = end > f->at || closes(f, end) ? end : end + 1;
}

/* Text in quotation marks, where nothing but the entry's end follows it. */
static bool quoted_entry(struct flow *f, bool map)
{
    struct str inner;
    size_t to = past_quoted(f->text, f->at, f->text.n, &inner), next = past_space(f, to);
    if (to == f->at || !(closes(f, next) || (f->text.s[next] == ',' && parts(f, next, map)))) return false;
    if ((unsigned char)f->text.s[f->at] >= 0x80) yaml_rewrite_once(f->w, DIAG_YAML_QUOTES, f->at);
    yaml_rewrite_mark(f->w, f->at, true);
    buf_byte(&f->w->out, '"');
    yaml_rewrite_text(f->w, yaml_rewrite_trim(inner), f->text.s[f->at] == '"');
    buf_byte(&f->w->out, '"');
    yaml_rewrite_mark(f->w, to, false);
    f->at = to;
    return true;
}

static void collection(struct flow *f);

static void value(struct flow *f, bool map)
{
    f->at = past_space(f, f->at);
    bool bracket = f->at < f->text.n && (f->text.s[f->at] == '[' || f->text.s[f->at] == '{');
    if (bracket)
        collection(f);
    else if (!quoted_entry(f, map))
        text_entry(f, map);
}

static void key(struct flow *f, size_t n, struct str name)
{
    size_t after = f->at + n;
    yaml_rewrite_scalar(f->w, name);
    buf_put(&f->w->out, ": ");
    if (f->text.s[after - 1] != ':') yaml_rewrite_once(f->w, DIAG_YAML_COLON_SIGN, f->at + n - 3);
    if (yaml_rewrite_blank(f->text, after) > 1) yaml_rewrite_once(f->w, DIAG_YAML_BLANK, after);
    f->at = after;
}

static bool is_lower(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!(name.s[i] >= 'a' && name.s[i] <= 'z') && name.s[i] != '_') return false;
    return name.n > 0;
}

static void entry(struct flow *f, bool map)
{
    struct str name;
    size_t n = yaml_flow_key(f->text, f->at, f->text.n, false, &name);
    bool pair = n && (map || (is_lower(name) && yaml_rewrite_blank(f->text, f->at + n)));
    if (pair && !map) buf_byte(&f->w->out, '{');
    if (pair) key(f, n, name);
    value(f, map || pair);
    if (pair && !map) buf_byte(&f->w->out, '}');
    if (map && !pair) buf_put(&f->w->out, ": \"\"");
}

/* -- brackets ----------------------------------------------------------------------------------------------
 */

static void entries(struct flow *f, bool map)
{
    bool first = true;
    for (;;) {
        f->at = past_space(f, f->at);
        if (closes(f, f->at) || f->deep) return;
        if (f->text.s[f->at] == ',') {
            f->at++;
            continue;
        }
        if (!first) buf_put(&f->w->out, ", ");
        first = false;
        entry(f, map);
    }
}

static void collection(struct flow *f)
{
    size_t opened = f->at++;
    bool map = f->text.s[opened] == '{';
    char close = map ? '}' : ']';
    if (f->deep || !f->depth) {
        f->deep = true;
        buf_put(&f->w->out, "\"\"");
        return;
    }
    f->depth--;
    yaml_rewrite_mark(f->w, opened, false);
    buf_byte(&f->w->out, map ? '{' : '[');
    entries(f, map);
    buf_byte(&f->w->out, close);
    f->depth++;
    if (f->at < f->text.n && f->text.s[f->at] == close)
        f->at++;
    else if (!f->deep && !f->open)
        f->open = true, yaml_rewrite_tell(f->w, DIAG_YAML_BRACKET, opened);
}

size_t yaml_flow_write(struct yaml_rewrite *w, size_t at, size_t limit, size_t depth)
{
    struct flow f = {.w = w, .text = str_sub(w->text, 0, limit), .at = at, .depth = depth};
    collection(&f);
    if (!f.deep) return f.at;
    yaml_rewrite_tell(w, DIAG_YAML_DEEP, at);
    return limit;
}
