#include "base/source.h"

struct source *source_new(struct arena *a, struct str path, struct str text)
{
    struct source *s = ARENA_ONE(a, struct source);
    VEC(uint32_t) lines = {0};
    s->path = path;
    s->text = s->file = text;
    VEC_ADD(a, lines, 0);
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] != '\n' && text.s[i] != '\r') continue;
        if (text.s[i] == '\r' && i + 1 < text.n && text.s[i + 1] == '\n') i++;
        VEC_ADD(a, lines, (uint32_t)(i + 1));
    }
    s->lines = lines.at;
    s->nlines = lines.n;
    return s;
}

struct place place_in(const struct source *s, size_t offset)
{
    return (struct place){.source = s, .offset = (uint32_t)offset};
}

struct place place_at_line(const struct source *s, size_t line, size_t byte)
{
    if (line < 1) line = 1;
    if (line > s->nlines) line = s->nlines;
    size_t at = s->lines[line - 1] + byte;
    size_t end = line < s->nlines ? s->lines[line] : s->text.n;
    return place_in(s, at < end ? at : end);
}

struct place place_after(struct place p, size_t bytes)
{
    if (p.source && p.offset != PLACE_WHOLE_FILE) p.offset += (uint32_t)bytes;
    return p;
}

uint32_t place_line(struct place p)
{
    const struct source *s = p.source;
    if (!s || p.offset == PLACE_WHOLE_FILE) return 0;
    size_t offset = p.offset < s->text.n ? p.offset : s->text.n;
    size_t low = 0, high = s->nlines;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (s->lines[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    return (uint32_t)low + 1;
}

struct position place_position(struct place p)
{
    uint32_t line = place_line(p);
    if (!line) return (struct position){0, 0};
    struct str before = str_sub(p.source->text, p.source->lines[line - 1], p.offset);
    return (struct position){line, (uint32_t)utf8_count(before) + 1};
}

struct str source_line(const struct source *s, size_t line)
{
    if (line < 1 || line > s->nlines) return (struct str){0};
    struct str t = str_sub(s->text, s->lines[line - 1], line < s->nlines ? s->lines[line] : s->text.n);
    while (t.n && (t.s[t.n - 1] == '\n' || t.s[t.n - 1] == '\r')) t.n--;
    return t;
}
