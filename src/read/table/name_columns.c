#include "read/table/name_columns.h"

#include "base/map.h"
#include "khmer/letter.h"

enum {
    PARTS_MOST = 5,
    BYTES_MOST = 120,
    FEW = 4,     /* rows: of less, cells that are the same tell nothing */
    LIKE = 60,   /* per cent of the cells that look like a name */
    UNLIKE = 80, /* per cent of them that are in no other row: roles and places are in many */
    WIDE_MOST = 64
};

/* Letters of a script, each part of Latin ones with a capital first. */
static bool part_fits(struct str part)
{
    bool letters = false;
    for (size_t at = 0; at < part.n;) {
        bool first = !at;
        uint32_t c = utf8_next(part, &at);
        bool latin = (c | 32) >= 'a' && (c | 32) <= 'z';
        if (first && c >= 'a' && c <= 'z') return false;
        if (!latin && c < 0xC0 && c != '.' && c != '-' && c != '\'') return false;
        if (khmer_digit(c)) return false;
        letters |= latin || c >= 0xC0;
    }
    return letters;
}

static bool is_like_name(struct str cell)
{
    size_t parts = 0;
    struct str rest = str_trim(cell), part;
    if (!rest.n || rest.n > BYTES_MOST) return false;
    while (str_cut(&rest, ' ', &part)) {
        if (!part.n) continue;
        if (!part_fits(part)) return false;
        parts++;
    }
    return parts >= 1 && parts <= PARTS_MOST;
}

static bool is_known(const struct columns *t, size_t known, size_t column)
{
    for (size_t k = 0; k < known; k++)
        if (t->at[k] == column) return true;
    return false;
}

static bool holds_names(struct arena *scratch, const struct columns *t, size_t column)
{
    struct arena_mark mark = arena_mark(scratch);
    struct map seen = MAP(scratch);
    size_t filled = 0, like = 0, again = 0;
    for (size_t i = 0; i < t->n; i++) {
        const struct csv_row *row = &t->rows[i];
        if (!columns_entry(row) || !row->in_step || column >= row->n) continue;
        struct str cell = str_trim(row->cells[column].text);
        if (!cell.n) continue;
        filled++;
        like += is_like_name(cell);
        again += map_add_str(&seen, cell);
    }
    arena_reset(scratch, mark);
    bool many = filled >= FEW;
    return filled && like * 100 >= filled * LIKE && (!many || (filled - again) * 100 >= filled * UNLIKE);
}

struct name_columns name_columns_find(struct arena *scratch, const struct columns *t, size_t known)
{
    struct name_columns found = {.n = 0};
    for (size_t i = 0; i < t->wide && i < WIDE_MOST && found.n < NAME_COLUMNS_MOST; i++)
        if (!is_known(t, known, i) && holds_names(scratch, t, i)) found.at[found.n++] = i;
    return found;
}
