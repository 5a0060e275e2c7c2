#include "read/form/sent_again.h"

/* 19:12, in either digits' ASCII, as services write it. */
static bool has_clock(struct str s)
{
    for (size_t i = 1; i + 1 < s.n; i++)
        if (s.s[i] == ':' && strchr("0123456789", s.s[i - 1]) && strchr("0123456789", s.s[i + 1]))
            return true;
    return false;
}

static bool is_timed(const struct sheet_columns *c, const struct csv_row *row)
{
    for (size_t i = 0; i < row->n && i < c->heads.n; i++)
        if (c->uses[i].field == USE_SERVICE && has_clock(row->cells[i].text)) return true;
    return false;
}

/* Filled cells alone: a later export may have columns more. */
static struct str key_of(struct arena *a, const struct sheet_columns *c, const struct csv_row *row)
{
    struct buf key = BUF(a);
    for (size_t i = 0; i < row->n && i < c->heads.n; i++) {
        if (!row->cells[i].text.n) continue;
        buf_add(&key, c->heads.columns[i].text);
        buf_put(&key, "\x1F");
        buf_add(&key, row->cells[i].text);
        buf_put(&key, "\x1E");
    }
    return buf_str(&key);
}

bool sent_again_is(struct job *job, struct map *rows, const struct sheet_columns *columns,
                   const struct csv_row *row)
{
    if (!row->in_step || !is_timed(columns, row)) return false;
    void **first = map_at_str(rows, key_of(job->scratch, columns, row));
    if (!*first) *first = (void *)row->place.source;
    return *first != row->place.source;
}
