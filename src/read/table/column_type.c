#include "read/table/column_type.h"

#include "khmer/letter.h"
#include "khmer/number.h"
#include "read/format/session_id.h"

enum { ID_MOST = 24, ENOUGH = 200 /* cells of a column */, MISFITS_ONE_IN = 4 };

struct script_letters {
    bool any, digit, blank;
};

static struct script_letters letters_of(struct str text)
{
    struct script_letters l = {0};
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        l.any |= lang_of_letter(c) != LANG_NONE;
        l.digit |= (c >= '0' && c <= '9') || khmer_digit(c);
        l.blank |= c <= ' ' || utf8_blank(c);
    }
    return l;
}

/* -- one predicate a kind -------------------------------------------------------------------------------- */

static bool is_any(struct arena *a, struct str text)
{
    (void)a;
    (void)text;
    return true;
}

static bool is_yesno(struct arena *a, struct str text)
{
    (void)a;
    return yesno_read(text) >= 0;
}

static bool is_session(struct arena *a, struct str text)
{
    size_t used = 0;
    struct str dated[2], id = session_id_read(a, text, &used);
    session_id_dated(a, text, dated);
    return (id.n && used == text.n) || dated[0].n;
}

static bool is_id(struct arena *a, struct str text)
{
    struct script_letters l = letters_of(text);
    (void)a;
    return l.digit && !l.blank && text.n <= ID_MOST;
}

static bool is_number(struct arena *a, struct str text)
{
    long value;
    (void)a;
    return number_read(text, &value);
}

static bool is_time(struct arena *a, struct str text)
{
    int start, end;
    (void)a;
    return clock_read(text) >= 0 || clock_range(text, &start, &end);
}

static bool is_date(struct arena *a, struct str text)
{
    int y, m, d;
    return date_read(text, &y, &m, &d) || date_serial(text, &y, &m, &d) || date_part(a, text);
}

static bool is_email(struct arena *a, struct str text)
{
    (void)a;
    return str_find(text, STR("@"), 0) != SIZE_MAX && !letters_of(text).blank;
}

static bool is_file(struct arena *a, struct str text)
{
    size_t dot = text.n;
    (void)a;
    while (dot > 0 && text.s[dot - 1] != '.') dot--;
    return str_starts(text, "http") || (dot > 1 && text.n > dot && text.n - dot <= 5 && text.s[dot] != ' ');
}

static bool (*const FITS[COLUMN_KINDS])(struct arena *, struct str) = {
    [COLUMN_WORDS] = is_any,       [COLUMN_YESNO] = is_yesno, [COLUMN_CONSENT] = is_yesno,
    [COLUMN_SESSION] = is_session, [COLUMN_ID] = is_id,       [COLUMN_NUMBER] = is_number,
    [COLUMN_TIME] = is_time,       [COLUMN_DATE] = is_date,   [COLUMN_EMAIL] = is_email,
    [COLUMN_FILE] = is_file};

static bool keeps(struct arena *scratch, const struct column_type *type, struct str text)
{
    if (type->kind == COLUMN_OWN) return type->fits(type->of, text);
    if (type->kind == COLUMN_WRITTEN) return !letters_of(text).any || lang_of_text(text) == type->lang;
    return FITS[type->kind](scratch, text);
}

bool column_type_fits(struct arena *scratch, const struct column_type *type, struct str text)
{
    struct arena_mark mark = arena_mark(scratch);
    bool good = keeps(scratch, type, text) && (!type->named || letters_of(text).any) &&
                !(type->unticked && yesno_read(text) >= 0);
    arena_reset(scratch, mark);
    return good;
}

bool column_type_is_words(const struct column_type *type)
{
    return type->kind <= COLUMN_WRITTEN || type->several;
}

/* -- what the whole rows hold ---------------------------------------------------------------------------- */

struct sample { /* the rows that the columns are judged by: as wide as the head, and filled up to where most
                   are */
    const struct csv_row *rows;
    size_t n, wide, end;
};

/* Rows whose cells moved to the left or right end elsewhere than the others. */
static struct sample take_sample(struct arena *scratch, const struct csv_row *rows, size_t n, size_t wide)
{
    size_t *ends = ARENA_MANY(scratch, size_t, wide + 1);
    struct sample s = {rows, n, wide, 0};
    for (size_t i = 0; i < n; i++)
        if (rows[i].n == wide && rows[i].kind == CSV_ROW_ENTRY) ends[csv_end(&rows[i])]++;
    for (size_t i = 1; i <= wide; i++)
        if (ends[i] && ends[i] >= ends[s.end]) s.end = i;
    return s;
}

static bool is_in(const struct sample *s, const struct csv_row *row)
{
    return row->n == s->wide && row->kind == CSV_ROW_ENTRY && csv_end(row) == s->end;
}

static bool keeps_to(struct arena *scratch, const struct column_type *type, size_t column,
                     const struct sample *s)
{
    const struct csv_row *rows = s->rows;
    size_t filled = 0, misfits = 0;
    for (size_t i = 0; i < s->n && filled < ENOUGH; i++) {
        if (!is_in(s, &rows[i])) continue;
        struct str text = rows[i].cells[column].text;
        filled += text.n > 0;
        misfits += text.n > 0 && !column_type_fits(scratch, type, text);
    }
    return misfits * MISFITS_ONE_IN <= filled;
}

void column_type_settle(struct arena *scratch, struct column_type *types, size_t wide,
                        const struct csv_row *rows, size_t n)
{
    struct arena_mark mark = arena_mark(scratch);
    struct sample s = take_sample(scratch, rows, n, wide);
    for (size_t i = 0; i < wide; i++) {
        bool kept =
            (types[i].kind == COLUMN_WORDS && !types[i].unticked) || keeps_to(scratch, &types[i], i, &s);
        if (!kept) types[i] = (struct column_type){.kind = COLUMN_WORDS, .named = types[i].named};
    }
    arena_reset(scratch, mark);
}
