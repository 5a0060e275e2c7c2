#include "base/source.h"

#include "base/buf.h"

enum { STEP = 4096 };

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Those that begin a character, eight at once: 10xxxxxx does not. The product's highest byte is the sum of a
 * word's bytes. */
static uint32_t count_bytes(struct str s)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t word;
    size_t i = 0, n = 0;
    for (; i + sizeof word <= s.n; i += sizeof word) {
        memcpy(&word, s.s + i, sizeof word);
        n += sizeof word - (size_t)((word >> 7 & ~word >> 6 & ones) * ones >> 56);
    }
    for (; i < s.n; i++) n += begins_character(s.s[i]);
    return (uint32_t)n;
}

static uint32_t *count_characters(struct arena *a, struct str text)
{
    uint32_t *counted = ARENA_RAW(a, uint32_t, text.n / STEP + 1), n = 0;
    for (size_t at = 0; at < text.n; at += STEP) {
        counted[at / STEP] = n;
        n += count_bytes(str_sub(text, at, at + STEP));
    }
    if (text.n % STEP == 0) counted[text.n / STEP] = n;
    return counted;
}

static uint32_t characters_before(const struct source *s, size_t offset)
{
    return s->counted[offset / STEP] + count_bytes(str_sub(s->text, offset / STEP * STEP, offset));
}

/* The \n or \r that ends the line; the text's end where none does. returns: there is a \r in the text. */
static size_t line_end(struct str text, size_t from, bool returns)
{
    if (!returns) {
        const char *end = from < text.n ? memchr(text.s + from, '\n', text.n - from) : NULL;
        return end ? (size_t)(end - text.s) : text.n;
    }
    while (from < text.n && text.s[from] != '\n' && text.s[from] != '\r') from++;
    return from;
}

struct source *source_new(struct arena *a, struct str path, struct str text)
{
    struct source *s = ARENA_ONE(a, struct source);
    bool returns = text.n && memchr(text.s, '\r', text.n);
    VEC(uint32_t) lines = {0};
    s->path = path;
    s->text = s->file = text;
    VEC_ADD(a, lines, 0);
    for (size_t i = 0; (i = line_end(text, i, returns)) < text.n; i++) {
        if (text.s[i] == '\r' && i + 1 < text.n && text.s[i + 1] == '\n') i++;
        VEC_ADD(a, lines, (uint32_t)(i + 1));
    }
    s->lines = lines.at;
    s->nlines = lines.n;
    s->counted = count_characters(a, text);
    return s;
}

struct source *source_paragraphs(struct arena *a, struct str path, struct str text, uint32_t *starts,
                                 size_t n)
{
    struct source *s = ARENA_ONE(a, struct source);
    *s = (struct source){
        .kind = SOURCE_PARAGRAPHS, .path = path, .text = text, .file = text, .lines = starts, .nlines = n};
    return s;
}

struct source *source_cells(struct arena *a, struct str path, struct str sheet, struct str text,
                            uint32_t *starts, const struct source_cell *cells, size_t n)
{
    struct source *s = source_paragraphs(a, path, text, starts, n);
    s->kind = SOURCE_CELLS;
    s->sheet = sheet;
    s->cells = cells;
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

/* From 1; 0 for a file as a whole. */
static size_t unit_of(struct place p)
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
    return low + 1;
}

uint32_t place_line(struct place p)
{
    size_t unit = unit_of(p);
    return unit && p.source->kind == SOURCE_CELLS ? p.source->cells[unit - 1].row : (uint32_t)unit;
}

struct position place_position(struct place p)
{
    size_t unit = unit_of(p);
    if (!unit) return (struct position){0, 0};
    if (p.source->kind == SOURCE_CELLS)
        return (struct position){p.source->cells[unit - 1].row, p.source->cells[unit - 1].column};
    if (p.source->kind == SOURCE_PARAGRAPHS) return (struct position){(uint32_t)unit, 0};
    size_t offset = p.offset < p.source->text.n ? p.offset : p.source->text.n;
    uint32_t before = characters_before(p.source, p.source->lines[unit - 1]);
    return (struct position){(uint32_t)unit, characters_before(p.source, offset) - before + 1};
}

/* 1: A, 27: AA. */
static void put_letters(struct buf *b, uint32_t column)
{
    char letters[8];
    size_t n = 0;
    for (uint32_t left = column; left; left = (left - 1) / 26) letters[n++] = (char)('A' + (left - 1) % 26);
    while (n) buf_byte(b, letters[--n]);
}

/* As spreadsheets write it: a name with a blank or sign in quotation marks. */
static void put_sheet(struct buf *b, struct str sheet)
{
    bool plain = true;
    for (size_t i = 0; i < sheet.n; i++) {
        char c = sheet.s[i];
        bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
        plain = plain && (letter || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80);
    }
    if (sheet.n) buf_fmt(b, plain ? "%.*s!" : "'%.*s'!", STR_ARGS(sheet));
}

struct str place_text_line(struct arena *a, struct place p)
{
    struct buf b = BUF(a);
    size_t unit = unit_of(p);
    if (!p.source) return buf_str(&b);
    buf_add(&b, p.source->path);
    if (unit && p.source->kind == SOURCE_CELLS) {
        const struct source_cell *cell = &p.source->cells[unit - 1];
        buf_byte(&b, ':');
        put_sheet(&b, p.source->sheet);
        put_letters(&b, cell->column);
        buf_fmt(&b, "%u", cell->row);
    } else if (unit) {
        buf_fmt(&b, p.source->kind == SOURCE_PARAGRAPHS ? ":¶%zu" : ":%zu", unit);
    }
    return buf_str(&b);
}

struct str place_text(struct arena *a, struct place p)
{
    struct str text = place_text_line(a, p);
    struct position at = place_position(p);
    if (!at.line || p.source->kind != SOURCE_LINES) return text;
    return str_fmt(a, "%.*s:%u", STR_ARGS(text), at.column);
}

struct str source_line(const struct source *s, size_t line)
{
    if (line < 1 || line > s->nlines) return (struct str){0};
    struct str t = str_sub(s->text, s->lines[line - 1], line < s->nlines ? s->lines[line] : s->text.n);
    while (t.n && (t.s[t.n - 1] == '\n' || t.s[t.n - 1] == '\r')) t.n--;
    return t;
}
