#include "read/format/yaml_rewrite.h"

#include <stdlib.h>

/* -- signs -------------------------------------------------------------------------------------------------
 */

size_t yaml_rewrite_blank(struct str t, size_t at)
{
    size_t next = at;
    if (at >= t.n) return 0;
    uint32_t c = utf8_next(t, &next);
    bool wide =
        c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
    return c == ' ' || c == '\t' || wide ? next - at : 0;
}

size_t yaml_rewrite_colon(struct str t, size_t at)
{
    size_t next = at;
    if (at >= t.n) return 0;
    uint32_t c = utf8_next(t, &next);
    return c == ':' || c == 0xFF1A || c == 0x17D6 ? next - at : 0;
}

size_t yaml_rewrite_past(struct str t, size_t at)
{
    for (size_t n; (n = yaml_rewrite_blank(t, at));) at += n;
    return at;
}

bool yaml_rewrite_is_end(struct str t, size_t at)
{
    return at >= t.n || t.s[at] == '\n' || t.s[at] == '\r';
}

static bool is_white(uint32_t c)
{
    char one[4];
    size_t n = utf8_put(one, c);
    return c == '\n' || c == '\r' || yaml_rewrite_blank((struct str){one, n}, 0);
}

struct str yaml_rewrite_trim(struct str t)
{
    size_t from = 0, next = 0;
    while (from < t.n && is_white(utf8_next(t, &next))) from = next;
    while (t.n > from && is_white(utf8_before(t, t.n))) {
        do t.n--;
        while (t.n > from && ((unsigned char)t.s[t.n] & 0xC0) == 0x80);
    }
    return str_sub(t, from, t.n);
}

/* -- writing -----------------------------------------------------------------------------------------------
 */

void yaml_rewrite_mark(struct yaml_rewrite *w, size_t in, bool quoted)
{
    VEC_ADD(w->job->scratch, w->marks, ((struct yaml_rewrite_mark){w->out.n, in, quoted}));
}

struct yaml_rewrite_mark yaml_rewrite_origin(const struct yaml_rewrite *w, size_t out)
{
    size_t low = 0, high = w->marks.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->marks.at[middle].out <= out)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? w->marks.at[low - 1] : (struct yaml_rewrite_mark){0};
}

void yaml_rewrite_tell(struct yaml_rewrite *w, enum diag_code code, size_t at)
{
    diag_tell(w->job->diags, code, place_in(w->source, at), {0});
}

void yaml_rewrite_once(struct yaml_rewrite *w, enum diag_code code, size_t at)
{
    if (!w->told[code]) yaml_rewrite_tell(w, code, at);
    w->told[code] = true;
}

/* Bytes of the escape at a backslash; 0 where YAML knows none. */
static size_t escape_at(struct str t, size_t at)
{
    static const char SIMPLE[] = "0abtnvfre\"/\\N_LP", LONG[] = "xuU";
    static const size_t DIGITS[] = {2, 4, 8};
    const char *kind;
    if (at + 1 >= t.n) return 0;
    if (!t.s[at + 1]) return 0;
    if (strchr(SIMPLE, t.s[at + 1])) return 2;
    if (!(kind = strchr(LONG, t.s[at + 1])) || !*kind) return 0;
    size_t n = 2 + DIGITS[kind - LONG];
    if (at + n > t.n) return 0;
    for (size_t i = 2; i < n; i++)
        if (!strchr("0123456789abcdefABCDEF", t.s[at + i])) return 0;
    unsigned long cp = strtoul(str_sub(t, at + 2, at + n).s, NULL, 16);
    return n < 10 && (cp < 0xD800 || cp > 0xDFFF) ? n : 0;
}

static void put(struct yaml_rewrite *w, uint32_t c)
{
    bool breaks = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
                  c == 0xFFFE || c == 0xFFFF;
    if (c == '"' || c == '\\')
        buf_fmt(&w->out, "\\%c", (char)c);
    else if (breaks)
        buf_fmt(&w->out, "\\u%04x", (unsigned)c);
    else
        buf_cp(&w->out, c);
}

void yaml_rewrite_text(struct yaml_rewrite *w, struct str t, bool escapes)
{
    for (size_t at = 0; at < t.n;) {
        size_t escape = escapes && t.s[at] == '\\' ? escape_at(t, at) : 0, run = at;
        if (escape) {
            buf_add(&w->out, str_sub(t, at, at + escape));
            at += escape;
            continue;
        }
        while (run < t.n && (t.s[run] == ' ' || t.s[run] == '\t' || t.s[run] == '\r' || t.s[run] == '\n'))
            run++;
        bool ends = run > at && (memchr(t.s + at, '\n', run - at) || memchr(t.s + at, '\r', run - at));
        if (ends) at = run;
        put(w, ends ? ' ' : utf8_next(t, &at));
    }
}

void yaml_rewrite_scalar(struct yaml_rewrite *w, struct str text)
{
    yaml_rewrite_mark(w, (size_t)(text.s - w->text.s), false);
    buf_byte(&w->out, '"');
    yaml_rewrite_text(w, text, false);
    buf_byte(&w->out, '"');
    yaml_rewrite_mark(w, (size_t)(text.s - w->text.s) + text.n, false);
}
