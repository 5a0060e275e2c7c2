#include "read/table/row_kind.h"

#include "base/map.h"
#include "khmer/letter.h"
#include "read/format/known_name.h"

/* -- totals ---------------------------------------------------------------------------------------------- */

/* Words that begin a total, whatever follows; and those that are one alone: Sum and Mean are names too. */
static const char *const TOTALS[] = {
    "total", "totals", "grand total", "subtotal", "sub-total",          "sub total", "សរុប",
    "ចំនួន",   "ផលបូក",   "std",         "stdev",    "standard deviation", "គម្លាតគំរូ",   NULL};
static const char *const ALONE[] = {"sum",        "count",   "average", "avg",     "mean",   "percent",
                                    "percentage", "%",       "មធ្យម",    "មធ្យមភាគ", "ជាមធ្យម", "ភាគរយ",
                                    "sd",         "median",  "mode",    "min",     "max",    "minimum",
                                    "maximum",    "អប្បបរមា", "អតិបរមា",  NULL};
/* What may stand beside a number that counts. */
static const char *const UNITS[] = {
    "f",       "m",       "female",   "male",         "women",     "men",      "woman",
    "man",     "of",      "which",    "whom",         "documents", "document", "sessions",
    "talks",   "schools", "teachers", "students",     "provinces", "answers",  "responses",
    "ឯកសារ",   "វគ្គ",     "សាលា",     "គ្រូ",           "សិស្ស",       "ខេត្ត",     "ចម្លើយ",
    "and",     "persons", "people",   "participants", "forms",     "rows",     "yes",
    "no",      "n",       "ស្រី",       "ប្រុស",          "ស",         "ប",        "នាក់",
    "អ្នកចូលរួម", "ទម្រង់",    "ជួរ",       "បាទ",          "ចាស",       "ទេ",       NULL};

static bool is_listed(struct str text, const char *const *list)
{
    for (; *list; list++)
        if (str_eq_fold(text, str_of(*list))) return true;
    return false;
}

static bool is_letter(uint32_t c)
{
    return khmer_letter(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && !(c >= 0x17D4 && c <= 0x17DC)); /* no Khmer sign */
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || khmer_digit(c);
}

/* A run of letters from *at on; empty at the end. *digits: some stand before it. */
static struct str next_word(struct str text, size_t *at, bool *digits)
{
    size_t from = SIZE_MAX, end = *at;
    while (*at < text.n) {
        size_t here = *at;
        uint32_t c = utf8_next(text, at);
        bool letter = !is_digit(c) && !utf8_blank(c) && is_letter(c);
        *digits |= is_digit(c);
        if (letter && from == SIZE_MAX) from = here;
        if (letter) end = *at;
        if (!letter && from != SIZE_MAX) break;
    }
    return str_sub(text, from == SIZE_MAX ? end : from, end);
}

/* Nothing but numbers, and words for what they count. *words: there are such words; *digits: numbers. */
static bool is_counted(struct str text, bool *words, bool *digits)
{
    *words = *digits = false;
    for (size_t at = 0; at < text.n;) {
        struct str word = next_word(text, &at, digits);
        if (word.n && !is_listed(word, UNITS)) return false;
        *words |= word.n > 0;
    }
    return *words || *digits;
}

static bool is_figure(struct str text)
{
    bool words, digits;
    return is_counted(text, &words, &digits) && digits;
}

/* "Women", "of whom ស្រី": what a number beside it counts. */
static bool is_unit(struct str text)
{
    bool words, digits;
    return is_counted(text, &words, &digits) && words && !digits;
}

/* Signs alone, as behind "Mean =". */
static bool is_signs(struct str text)
{
    bool digits = false;
    size_t at = 0;
    return !next_word(text, &at, &digits).n && !digits;
}

bool row_kind_is_total(struct str text)
{
    enum { MOST = 120 };
    bool digits = false;
    size_t at = 0;
    struct str word = next_word(text, &at, &digits);
    if (text.n > MOST || digits) return false;
    for (size_t i = 0; TOTALS[i]; i++) {
        struct str total = str_of(TOTALS[i]);
        bool begins = str_eq_fold(str_sub(text, 0, total.n), total);
        size_t next = total.n;
        bool ends =
            next >= text.n || (unsigned char)TOTALS[i][0] >= 0x80 || !is_letter(utf8_next(text, &next));
        if (begins && ends) return true;
    }
    if (str_ends(text, "សរុប") && is_unit(str_sub(text, 0, text.n - strlen("សរុប")))) return true;
    struct str behind = str_sub(text, at, text.n);
    if (str_starts(text, "%") && is_unit(text)) return true;
    return is_listed(text, ALONE) || (is_listed(word, ALONE) && (is_figure(behind) || is_signs(behind)));
}

struct sums { /* what stands in a row of totals and figures */
    size_t filled, totals, figures;
    bool first; /* the first filled cell is a total, or one under a name */
    bool unit;  /* it is a word for what is counted, and no total */
    bool id;    /* a figure stands where each entry has its own */
};

/* False where something else stands in the row. */
static bool sums_of(const struct csv_row *row, const struct column_type *types, size_t wide, struct sums *s)
{
    for (size_t i = 0; i < row->n; i++) {
        struct str text = row->cells[i].text;
        if (!text.n) continue;
        struct column_type type = i < wide ? types[i] : (struct column_type){0};
        bool figure = is_figure(text), said = type.kind == COLUMN_CONSENT || type.kind == COLUMN_YESNO;
        bool unit = !s->filled && (type.named || type.kind == COLUMN_ID) && is_unit(text);
        bool total = unit || row_kind_is_total(text);
        if (!total && !figure) return false;
        s->first |= total && (!s->filled || type.named);
        s->unit |= unit;
        s->figures += figure && !said;
        s->id |= !total && i < wide && types[i].kind == COLUMN_ID;
        s->totals += total;
        s->filled++;
    }
    return s->filled > 0;
}

/* A figure where its column holds none. */
static bool is_refused(struct arena *scratch, const struct csv_row *row, const struct column_type *types,
                       size_t wide)
{
    for (size_t i = 0; i < row->n && i < wide; i++) {
        struct str text = row->cells[i].text;
        if (text.n && !column_type_fits(scratch, &types[i], text)) return true;
    }
    return false;
}

/* Totals alone and figures; or figures alone, some under names or sex. Whoever has the name Total has more
 * beside it. */
static bool is_totals(struct arena *scratch, const struct csv_row *row, const struct column_type *types,
                      size_t wide)
{
    struct sums s = {0};
    if (!sums_of(row, types, wide, &s)) return false;
    if (s.unit && !s.figures) return false;
    return s.totals ? s.first : !s.id && is_refused(scratch, row, types, wide);
}

/* -- names of the columns once more ---------------------------------------------------------------------- */

static bool is_import_id(struct str text)
{
    return str_starts(text, "{\"ImportId\"") || str_starts(text, "{'ImportId'");
}

/* Every cell that is not empty repeats the head's, where it stands. */
static bool repeats_head(const struct csv_row *head, const struct csv_row *row)
{
    size_t same = 0;
    for (size_t i = 0; i < row->n; i++) {
        struct str text = row->cells[i].text;
        if (!text.n) continue;
        if (i >= head->n || !known_name_same(text, head->cells[i].text)) return false;
        same++;
    }
    return same > 1 || (same && head->n == 1);
}

/* Column of the head with this name; SIZE_MAX: none. */
static size_t named_so(const struct csv_row *head, struct str text)
{
    for (size_t i = 0; text.n && i < head->n; i++)
        if (known_name_same(text, head->cells[i].text)) return i;
    return SIZE_MAX;
}

/* Every cell that is not empty is some name of the head, each once: the columns stand in another order. */
static bool reorders_head(struct arena *scratch, const struct csv_row *head, const struct csv_row *row)
{
    size_t same = 0, first = 0;
    while (first < row->n && !row->cells[first].text.n) first++;
    if (row->n > head->n || first == row->n || named_so(head, row->cells[first].text) == SIZE_MAX)
        return false;
    bool *seen = ARENA_MANY(scratch, bool, head->n + 1);
    for (size_t i = 0; i < row->n; i++) {
        size_t column = named_so(head, row->cells[i].text);
        if (!row->cells[i].text.n) continue;
        if (column == SIZE_MAX || seen[column]) return false;
        seen[column] = true;
        same++;
    }
    return same > 1;
}

static void put_aside(struct job *job, struct csv_row *row, enum csv_row_kind kind, enum diag_code code)
{
    row->kind = kind;
    diag_tell(job->diags, code, row->place, {0});
}

/* The row's cells as the first head has them. Of another width than the names above it nobody can tell. */
static void reorder(struct job *job, const struct csv_row *head, const struct csv_row *now,
                    struct csv_row *row)
{
    if (row->n != now->n) {
        put_aside(job, row, CSV_ROW_OUT, DIAG_CSV_ROW_OUT);
        return;
    }
    struct csv_cell *cells = ARENA_MANY(job->keep, struct csv_cell, head->n);
    for (size_t i = 0; i < head->n; i++) cells[i].place = row->place;
    for (size_t i = 0; i < row->n; i++) {
        size_t column = named_so(head, now->cells[i].text);
        if (column != SIZE_MAX) cells[column] = row->cells[i];
    }
    row->as_typed = row->cells;
    row->nas_typed = row->n;
    row->cells = cells;
    row->n = head->n;
}

/* How many rows from a first one on hold in this column what its type asks for; *filled: anything. */
static size_t count_fits(struct arena *scratch, const struct csv_rows *rows, size_t first, size_t column,
                         const struct column_type *type, size_t *filled)
{
    enum { ENOUGH = 200 };
    size_t good = 0;
    *filled = 0;
    for (size_t i = first; i < rows->n && *filled < ENOUGH; i++) {
        struct str text = column < rows->at[i].n ? rows->at[i].cells[column].text : (struct str){0};
        if (!text.n || is_import_id(text)) continue;
        good += column_type_fits(scratch, type, text);
        ++*filled;
    }
    return good;
}

static bool most_fit(struct arena *scratch, const struct csv_rows *rows, size_t first, size_t column,
                     const struct column_type *type)
{
    size_t filled, good = count_fits(scratch, rows, first, column, type, &filled);
    return good * 2 > filled;
}

/* Right under the head, and in columns of a type nothing that fits it, though the rows below do: labels, or
 * the names in a second language. */
static bool is_labels(struct arena *scratch, const struct csv_rows *rows, size_t head, size_t i,
                      const struct column_type *types)
{
    enum { LEAST = 2 };
    const struct csv_row *row = &rows->at[i];
    size_t typed = 0, ids = 0, filled = 0;
    if (row->n != rows->at[head].n) return false;
    for (size_t k = 0; k < row->n; k++) {
        struct str text = row->cells[k].text;
        ids += text.n && is_import_id(text);
        filled += text.n > 0;
        if (!text.n || is_import_id(text) || column_type_is_words(&types[k])) continue;
        if (column_type_fits(scratch, &types[k], text)) return false;
        typed += most_fit(scratch, rows, i + 1, k, &types[k]);
    }
    return typed >= LEAST || (ids && ids == filled);
}

/* -- headings and remarks -------------------------------------------------------------------------------- */

/* The first cell that holds something; *filled: how many do. */
static size_t first_filled(const struct csv_row *row, size_t *filled)
{
    size_t first = SIZE_MAX;
    *filled = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (!row->cells[i].text.n) continue;
        if (!(*filled)++) first = i;
    }
    return first;
}

/* Words where the entries have their numbers, with nothing behind them, or with a colon at their end
 * ("Prepared by:"). */
static bool is_remark(struct arena *scratch, const struct csv_rows *rows, size_t head, size_t i,
                      const struct column_type *types)
{
    const struct csv_row *row = &rows->at[i];
    size_t filled, at = first_filled(row, &filled);
    if (at >= rows->at[head].n || types[at].kind != COLUMN_ID) return false;
    struct str text = row->cells[at].text;
    bool alone = filled == 1 || str_ends(text, ":") || str_ends(text, "៖");
    if (!alone || column_type_fits(scratch, &types[at], text)) return false;
    size_t good = count_fits(scratch, rows, head + 1, at, &types[at], &filled);
    return good && good * 3 >= filled; /* entries may be few among headings and remarks */
}

void row_kind_find(struct job *job, struct csv_rows *rows, size_t head, const struct column_type *types)
{
    const struct csv_row *first = &rows->at[head], *now = first;
    bool under_head = true;
    for (size_t i = head + 1; i < rows->n; i++) {
        struct csv_row *row = &rows->at[i];
        struct arena_mark mark = arena_mark(job->scratch);
        if (csv_blank(row)) {
            /* not even aside */
        } else if (repeats_head(first, row)) {
            put_aside(job, row, CSV_ROW_HEAD, DIAG_REPLY_REPEATS_HEAD);
            now = first;
        } else if (reorders_head(job->scratch, first, row)) {
            put_aside(job, row, CSV_ROW_HEAD, DIAG_CSV_HEAD_MOVED);
            now = row;
        } else if (under_head && is_labels(job->scratch, rows, head, i, types)) {
            put_aside(job, row, CSV_ROW_HEAD, DIAG_CSV_HEAD_LABELS);
        } else if (is_totals(job->scratch, row, types, first->n)) {
            put_aside(job, row, CSV_ROW_TOTALS, DIAG_CSV_TOTALS);
        } else if (is_remark(job->scratch, rows, head, i, types)) {
            put_aside(job, row, CSV_ROW_TOTALS, DIAG_CSV_REMARK);
        } else {
            under_head = false;
            if (now != first) reorder(job, first, now, row);
        }
        arena_reset(job->scratch, mark);
    }
}
