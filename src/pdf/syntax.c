#include "pdf/syntax.h"

enum { MOST_STRING = 32000, MOST_NAME = 127 };

void syntax_int(struct buf *out, int64_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    if (n < 0) digits[--at] = '-';
    buf_add(out, (struct str){digits + at, sizeof digits - at});
}

void syntax_milli(struct buf *out, int64_t milli)
{
    if (milli < 0) buf_byte(out, '-');
    uint64_t u = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
    unsigned part = (unsigned)(u % 1000);
    if (u >= 1000 || !part) syntax_int(out, (int64_t)(u / 1000));
    if (!part) return;
    char digits[4] = {'.', (char)('0' + part / 100), (char)('0' + part / 10 % 10), (char)('0' + part % 10)};
    size_t n = 4;
    while (digits[n - 1] == '0') n--;
    buf_add(out, (struct str){digits, n});
}

void syntax_ref(struct buf *out, unsigned id)
{
    syntax_int(out, id);
    buf_put(out, " 0 R");
}

static void put_string_byte(struct buf *out, unsigned char c)
{
    if (c == '\r') {
        buf_put(out, "\\r");
        return;
    }
    if (c == '(' || c == ')' || c == '\\') buf_byte(out, '\\');
    buf_byte(out, (char)c);
}

void syntax_bytes(struct buf *out, struct str bytes)
{
    buf_byte(out, '(');
    for (size_t i = 0; i < bytes.n; i++) put_string_byte(out, (unsigned char)bytes.s[i]);
    buf_byte(out, ')');
}

static size_t utf16_of(uint32_t cp, unsigned char to[4])
{
    if (cp < 0x10000) {
        to[0] = (unsigned char)(cp >> 8);
        to[1] = (unsigned char)cp;
        return 2;
    }
    uint32_t high = 0xD800 + ((cp - 0x10000) >> 10), low = 0xDC00 + (cp & 0x3FF);
    to[0] = (unsigned char)(high >> 8);
    to[1] = (unsigned char)high;
    to[2] = (unsigned char)(low >> 8);
    to[3] = (unsigned char)low;
    return 4;
}

bool syntax_is_plain(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] < 0x20 || text.s[i] > 0x7E) return false;
    return true;
}

void syntax_text(struct buf *out, struct str text)
{
    if (syntax_is_plain(text)) {
        syntax_bytes(out, str_sub(text, 0, text.n < MOST_STRING ? text.n : MOST_STRING));
        return;
    }
    buf_put(out, "(\xFE\xFF");
    size_t bytes = 2;
    for (size_t at = 0; at < text.n && bytes < MOST_STRING;) {
        unsigned char units[4];
        size_t n = utf16_of(utf8_next(text, &at), units);
        for (size_t i = 0; i < n; i++) put_string_byte(out, units[i]);
        bytes += n;
    }
    buf_byte(out, ')');
}

static void put_hex(struct buf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    buf_byte(out, digits[c >> 4]);
    buf_byte(out, digits[c & 15]);
}

void syntax_name(struct buf *out, struct str name)
{
    buf_byte(out, '/');
    for (size_t i = 0; i < name.n && i < MOST_NAME; i++) {
        unsigned char c = (unsigned char)name.s[i];
        if (c > 0x20 && c < 0x7F && !strchr("#/%()<>[]{}", c)) {
            buf_byte(out, (char)c);
        } else if (c) {
            buf_byte(out, '#');
            put_hex(out, c);
        }
    }
}

void syntax_utf16_hex(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        unsigned char units[4];
        size_t n = utf16_of(utf8_next(text, &at), units);
        for (size_t i = 0; i < n; i++) put_hex(out, units[i]);
    }
}
