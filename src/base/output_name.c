#include "base/output_name.h"

#include "base/buf.h"

enum { ENDING_MOST = 10 };

static bool is_plain(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static bool is_latin(uint32_t c)
{
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

/* Without the two vowels that are never seen, the punctuation and the money sign. */
static bool is_khmer(uint32_t c)
{
    return (c >= 0x1780 && c <= 0x17B3) || (c >= 0x17B6 && c <= 0x17D3) || c == 0x17D7 || c == 0x17DC ||
           c == 0x17DD || (c >= 0x17E0 && c <= 0x17E9);
}

static bool is_sound(uint32_t c)
{
    return is_plain(c) || is_latin(c) || is_khmer(c);
}

/* Word and syllable marks that are not seen: they leave no gap. */
static bool is_unseen(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200D) || c == 0xAD || c == 0xFEFF;
}

/* The longest part that fits, code points whole. */
static struct str cut(struct str s, size_t most)
{
    if (s.n <= most) return s;
    while (most && ((unsigned char)s.s[most] & 0xC0) == 0x80) most--;
    return str_sub(s, 0, most);
}

static struct str less_dots(struct str s)
{
    while (s.n && s.s[s.n - 1] == '.') s.n--;
    return s;
}

static bool starts_sound(struct str s, size_t at)
{
    return at < s.n && is_sound(utf8_next(s, &at));
}

static struct str clean(struct arena *a, struct str typed, size_t most)
{
    struct buf b = BUF(a);
    bool gap = false;
    for (size_t at = 0; at < typed.n && b.n <= most;) {
        uint32_t c = utf8_next(typed, &at);
        bool dot = c == '.' && b.n && b.s[b.n - 1] != '.' && starts_sound(typed, at);
        if (!is_sound(c) && !dot) {
            gap = gap || (c != '.' && !is_unseen(c));
            continue;
        }
        if (gap && b.n && !dot && b.s[b.n - 1] != '-' && c != '-') buf_byte(&b, '-');
        gap = false;
        buf_cp(&b, c);
    }
    return less_dots(cut(buf_str(&b), most));
}

struct str output_name_clean(struct arena *a, struct str typed)
{
    return clean(a, typed, OUTPUT_NAME_MOST);
}

struct str output_name_file(struct arena *a, struct str typed, const char *instead)
{
    size_t dot = typed.n;
    while (dot && typed.s[dot - 1] != '.') dot--;
    struct str ending = dot ? clean(a, str_sub(typed, dot, typed.n), ENDING_MOST) : (struct str){0};
    struct str stem = clean(a, dot ? str_sub(typed, 0, dot - 1) : typed, OUTPUT_NAME_MOST - 1 - ENDING_MOST);
    if (!stem.n) stem = str_of(instead);
    return ending.n ? str_fmt(a, "%.*s.%.*s", STR_ARGS(stem), STR_ARGS(ending)) : stem;
}

static struct str with_tail(struct arena *a, struct str name, struct str tail, size_t most)
{
    struct str head = less_dots(cut(name, most > tail.n ? most - tail.n : 0));
    return str_fmt(a, "%.*s%.*s", STR_ARGS(head), STR_ARGS(tail));
}

struct str output_name_number(struct arena *a, struct str name, size_t number)
{
    return with_tail(a, name, str_fmt(a, "-%zu", number), OUTPUT_NAME_MOST);
}

struct str output_name_parts(struct arena *a, struct str head, struct str tail, struct str file)
{
    size_t dot = file.n;
    while (dot && file.s[dot - 1] != '.') dot--;
    struct str ending = dot ? clean(a, str_sub(file, dot, file.n), ENDING_MOST) : (struct str){0};
    struct str stem = with_tail(a, output_name_clean(a, head), output_name_clean(a, tail),
                                OUTPUT_NAME_MOST - 1 - ENDING_MOST);
    return ending.n ? str_fmt(a, "%.*s.%.*s", STR_ARGS(stem), STR_ARGS(ending)) : stem;
}
