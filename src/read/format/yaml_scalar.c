#include "read/format/yaml_scalar.h"

#include "read/format/yaml_flow.h"

/* -- lines -------------------------------------------------------------------------------------------------
 */

size_t yaml_scalar_next_line(struct str t, size_t at)
{
    while (at < t.n && t.s[at] != '\n' && t.s[at] != '\r') at++;
    if (at + 1 < t.n && t.s[at] == '\r' && t.s[at + 1] == '\n') at++;
    return at < t.n ? at + 1 : at;
}

static size_t line_end(struct str t, size_t at)
{
    while (!yaml_rewrite_is_end(t, at)) at++;
    return at;
}

size_t yaml_scalar_width(struct str t, size_t line, size_t *text)
{
    size_t width = 0, n;
    for (*text = line; (n = yaml_rewrite_blank(t, *text)); *text += n) width += t.s[*text] == '\t' ? 2 : 1;
    return width;
}

bool yaml_scalar_is_remark(struct str t, size_t at)
{
    size_t next = at + 1 + yaml_rewrite_blank(t, at + 1);
    bool blank = next > at + 1;
    if (yaml_rewrite_is_end(t, at + 1) || t.s[at + 1] == '#') return true;
    return blank && !(next < t.n && t.s[next] >= '0' && t.s[next] <= '9');
}

bool yaml_scalar_is_key(struct str t, size_t at, bool lower)
{
    struct str name;
    if (!yaml_flow_key(t, at, t.n, true, &name)) return false;
    for (size_t i = 0; i < name.n && lower; i++)
        if (!(name.s[i] >= 'a' && name.s[i] <= 'z') && name.s[i] != '_') return false;
    return true;
}

/* The first line from line on that has something in it; *blanks: how many have not. */
static size_t past_blank(struct str t, size_t line, size_t *blanks)
{
    size_t text;
    for (*blanks = 0; line < t.n; line = yaml_scalar_next_line(t, line), ++*blanks) {
        yaml_scalar_width(t, line, &text);
        if (!yaml_rewrite_is_end(t, text)) break;
    }
    return line;
}

/* Does this line go on with a text above it? */
static bool goes_on(struct str t, size_t line, size_t least)
{
    size_t text;
    bool within = line < t.n && yaml_scalar_width(t, line, &text) >= least;
    return within && t.s[text] != '#' && !yaml_scalar_is_key(t, text, true);
}

/* -- plain text --------------------------------------------------------------------------------------------
 */

/* A remark swallows words in silence where none was meant: a lone # behind several words. */
static void tell_remark(struct yaml_rewrite *w, struct str before, size_t at, bool remark)
{
    bool lone = at > 1 && !yaml_rewrite_blank(w->text, at - 2);
    struct str words = yaml_rewrite_trim(before);
    bool several = words.n && memchr(words.s, ' ', words.n);
    if (!remark)
        yaml_rewrite_tell(w, DIAG_YAML_REMARK, at);
    else if (lone && several && !yaml_rewrite_is_end(w->text, at + 1))
        yaml_rewrite_tell(w, DIAG_YAML_REMARK_LEFT, at);
}

/* The end of the line's text: where a remark begins, or the line ends. */
static size_t text_end(struct yaml_rewrite *w, size_t at)
{
    size_t end = line_end(w->text, at);
    for (size_t i = at; i < end; i++) {
        bool blank = i == at || w->text.s[i - 1] == ' ' || w->text.s[i - 1] == '\t';
        if (w->text.s[i] != '#' || !blank || i == at) continue;
        bool remark = yaml_scalar_is_remark(w->text, i);
        tell_remark(w, str_sub(w->text, at, i), i, remark);
        if (remark) return i;
    }
    return end;
}

/* Signs that YAML would take for its own are text here; that is told at the first. */
static void tell_signs(struct yaml_rewrite *w, struct str t)
{
    size_t at = (size_t)(t.s - w->text.s);
    if (!t.n) return;
    bool sign = strchr("&*!", t.s[0]) != NULL, own = strchr("@`%|>[]{}#,\"'", t.s[0]) != NULL;
    bool bare = strchr("?-", t.s[0]) && (t.n == 1 || t.s[1] == ' ');
    if (sign)
        yaml_rewrite_tell(w, DIAG_YAML_SIGN, at);
    else if (own || bare)
        yaml_rewrite_tell(w, DIAG_YAML_MENDED, at);
    for (size_t i = 0; i < t.n && !sign && !own && !bare; i++)
        if (t.s[i] == ':' && (i + 1 == t.n || t.s[i + 1] == ' ' || t.s[i + 1] == '\t')) {
            yaml_rewrite_tell(w, DIAG_YAML_MENDED, at + i);
            return;
        }
}

/* Lines that go on, each on a line of its own again: YAML joins them. */
static size_t write_more(struct yaml_rewrite *w, size_t line, size_t least)
{
    for (size_t blanks, text, next;; line = yaml_scalar_next_line(w->text, next)) {
        next = past_blank(w->text, line, &blanks);
        if (!goes_on(w->text, next, least)) return line;
        while (blanks--) buf_byte(&w->out, '\n');
        yaml_scalar_width(w->text, next, &text);
        buf_put(&w->out, "\n  ");
        yaml_rewrite_text(w, yaml_rewrite_trim(str_sub(w->text, text, text_end(w, text))), false);
    }
}

/* An opening quotation mark whose partner is nowhere. */
static struct str less_open_quote(struct str t)
{
    size_t n;
    uint32_t close = yaml_flow_closing(t, 0, &n);
    if (!close || n == t.n) return t;
    for (size_t i = n; i < t.n;)
        if (utf8_next(t, &i) == close) return t;
    return yaml_rewrite_trim(str_sub(t, n, t.n));
}

static size_t write_plain(struct yaml_rewrite *w, size_t at, size_t least)
{
    size_t line = yaml_scalar_next_line(w->text, at);
    struct str t = yaml_rewrite_trim(str_sub(w->text, at, text_end(w, at)));
    tell_signs(w, t);
    yaml_rewrite_mark(w, at, false);
    buf_byte(&w->out, '"');
    yaml_rewrite_text(w, less_open_quote(t), false);
    size_t next = write_more(w, line, least), end = next;
    buf_byte(&w->out, '"');
    yaml_rewrite_mark(w, next > line ? end : (size_t)(t.s - w->text.s) + t.n, false);
    return next;
}

/* -- between quotation marks -------------------------------------------------------------------------------
 */

/* Where the text between quotation marks ends on this line: at the mark that nothing but a remark follows; or
 * SIZE_MAX. *signs: more of them stand inside, and the first of these closes something. */
static size_t quote_end(struct str t, size_t at, uint32_t close, bool *signs, bool *closing)
{
    size_t end = line_end(t, at), last = SIZE_MAX, marks = 0;
    for (size_t i = at, next; i < end; i = next) {
        next = i;
        uint32_t c = utf8_next(t, &next);
        if (c == '\\' && close == '"' && next < end) utf8_next(t, &next);
        if (c != close) continue;
        bool twice = close == '\'' && next < end && t.s[next] == '\'';
        if (twice) next++;
        size_t past = yaml_rewrite_past(t, next);
        if (!twice && (past >= end || (past > next && t.s[past] == '#' && yaml_scalar_is_remark(t, past))))
            last = i;
        if (last == i) break;
        if (twice) continue;
        bool word = next < end && (unsigned char)t.s[next] > '@' && close == '\'';
        if (!marks++) *closing = i > at && !yaml_rewrite_blank(t, i - 1) && t.s[i - 1] != '(' && !word;
    }
    *signs = marks > 0;
    return last;
}

/* '' inside '…' is one. */
static void write_inner(struct yaml_rewrite *w, struct str inner, uint32_t close, bool signs)
{
    size_t from = 0, twice;
    if (close == '\'')
        while ((twice = str_find(inner, STR("''"), from)) != SIZE_MAX) {
            yaml_rewrite_text(w, str_sub(inner, from, twice + 1), false);
            from = twice + 2;
        }
    yaml_rewrite_text(w, str_sub(inner, from, inner.n), close == '"' && !signs);
}

/* Lines up to one that ends with the closing mark, none of which opens an entry; SIZE_MAX: there is none. */
static size_t far_end(struct str t, size_t at, uint32_t close, size_t least)
{
    bool signs, closing;
    size_t text;
    for (size_t line = yaml_scalar_next_line(t, at); line < t.n; line = yaml_scalar_next_line(t, line)) {
        size_t w = yaml_scalar_width(t, line, &text), end;
        bool blank = yaml_rewrite_is_end(t, text);
        if (!blank && w < least && (yaml_scalar_is_key(t, text, false) || t.s[text] == '-')) return SIZE_MAX;
        if ((end = quote_end(t, text, close, &signs, &closing)) != SIZE_MAX) return end;
    }
    return SIZE_MAX;
}

/* False where it is not all of the text that stands between quotation marks. */
static bool write_quoted(struct yaml_rewrite *w, size_t at, size_t least, size_t *next)
{
    size_t n, from;
    bool signs = false, closing = false;
    uint32_t close = yaml_flow_closing(w->text, at, &n);
    if (!close) return false;
    size_t end = quote_end(w->text, from = at + n, close, &signs, &closing);
    if (end == SIZE_MAX && !signs) end = far_end(w->text, from, close, least);
    if (end == SIZE_MAX || (signs && closing)) return false;
    if (n > 1) yaml_rewrite_once(w, DIAG_YAML_QUOTES, at);
    if (signs) yaml_rewrite_tell(w, DIAG_YAML_MENDED, at);
    yaml_rewrite_mark(w, at, true);
    buf_byte(&w->out, '"');
    write_inner(w, yaml_rewrite_trim(str_sub(w->text, from, end)), close, signs);
    buf_byte(&w->out, '"');
    yaml_rewrite_mark(w, end + n, false);
    *next = yaml_scalar_next_line(w->text, end);
    return true;
}

/* -- behind | and > ----------------------------------------------------------------------------------------
 */

static bool opens_block(struct str t, size_t at)
{
    size_t i = at + 1;
    if (at >= t.n || (t.s[at] != '|' && t.s[at] != '>')) return false;
    while (i < t.n && strchr("+-0123456789", t.s[i])) i++;
    i = yaml_rewrite_past(t, i);
    return yaml_rewrite_is_end(t, i) || t.s[i] == '#';
}

struct indented {
    bool joined;          /* behind > */
    size_t first, blanks; /* how far in its first line stands; blank lines before this one */
    bool any;
};

static void write_line(struct yaml_rewrite *w, struct indented *b, size_t far, struct str line)
{
    if (!b->any)
        b->first = far;
    else if (b->joined && !b->blanks)
        buf_byte(&w->out, ' ');
    else
        buf_put(&w->out, "\\n");
    for (; b->any && b->blanks > (b->joined ? 1 : 0); b->blanks--) buf_put(&w->out, "\\n");
    for (size_t i = b->first; i < far && !b->joined; i++) buf_byte(&w->out, ' ');
    yaml_rewrite_text(w, line, false);
    b->any = true;
    b->blanks = 0;
}

/* As text with its line ends, or joined: the last lines' ends are not part of it. */
static size_t write_block(struct yaml_rewrite *w, size_t at, size_t least)
{
    size_t text, line = yaml_scalar_next_line(w->text, at);
    struct indented b = {.joined = w->text.s[at] == '>'};
    yaml_rewrite_mark(w, at, false);
    buf_byte(&w->out, '"');
    for (; line < w->text.n; line = yaml_scalar_next_line(w->text, line)) {
        size_t far = yaml_scalar_width(w->text, line, &text), end = line_end(w->text, text);
        if (text == end) {
            b.blanks++;
            continue;
        }
        if (far < least) break;
        write_line(w, &b, far, yaml_rewrite_trim(str_sub(w->text, text, end)));
    }
    buf_byte(&w->out, '"');
    yaml_rewrite_mark(w, line, false);
    return line;
}

size_t yaml_scalar_write(struct yaml_rewrite *w, size_t at, size_t least)
{
    size_t next;
    if (opens_block(w->text, at)) return write_block(w, at, least);
    if (write_quoted(w, at, least, &next)) return next;
    return write_plain(w, at, least);
}
