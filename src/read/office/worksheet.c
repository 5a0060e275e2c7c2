#include "read/office/worksheet.h"

#include "base/buf.h"
#include "read/office/xml.h"

struct worksheet_scan {
    struct workbook *book;
    struct sheet_grid *sheet;
    uint32_t row, column;
    struct str type; /* of TYPES */
    size_t style;
    bool in_value, has_value, has_formula;
    bool damaged; /* asks for a text that is not there */
    struct buf value;
    struct workbook_run run; /* of an inline text */
    struct xml_reader reader;
};

/* -- values ---------------------------------------------------------------------------------------------- */

static const struct workbook_style *style_of(const struct worksheet_scan *w)
{
    static const struct workbook_style GENERAL = {.format = {.decimals = -1}};
    return w->style < w->book->styles.n ? &w->book->styles.at[w->style] : &GENERAL;
}

static void put(struct worksheet_scan *w, struct str text)
{
    sheet_put(w->sheet, w->row, w->column, text);
}

static void put_text(struct worksheet_scan *w, const struct workbook_text *t)
{
    bool legacy = t->legacy || (t->plain && style_of(w)->legacy);
    put(w, t->text);
    if (legacy) sheet_tell_font(w->sheet, w->row, w->column);
}

static size_t index_of(struct str digits)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.s[i] < '0' || digits.s[i] > '9' || n > SHEET_CELLS_MOST) return SIZE_MAX;
        n = n * 10 + (size_t)(digits.s[i] - '0');
    }
    return digits.n ? n : SIZE_MAX;
}

static void put_shared(struct worksheet_scan *w, struct str value)
{
    size_t i = index_of(str_trim(value));
    if (i < w->book->texts.n)
        put_text(w, &w->book->texts.at[i]);
    else
        w->damaged = true;
}

static void put_inline(struct worksheet_scan *w, struct str value)
{
    struct workbook_text t = workbook_run_take(&w->run, w->book->job->scratch);
    (void)value;
    put_text(w, &t);
}

/* What a formula gave: it is written as a shared text is. */
static void put_string(struct worksheet_scan *w, struct str value)
{
    workbook_run_start(&w->run, STR("s:t"), (struct str){0});
    workbook_run_text(&w->run, value);
    workbook_run_end(&w->run, STR("s:t"));
    put_inline(w, value);
}

static void put_boolean(struct worksheet_scan *w, struct str value)
{
    value = str_trim(value);
    put(w, str_is(value, "1") || str_is(value, "true") ? STR("TRUE") : STR("FALSE"));
}

static void put_error(struct worksheet_scan *w, struct str value)
{
    struct str shown = str_copy(w->book->job->scratch, str_sub(str_trim(value), 0, 20));
    sheet_tell(w->sheet, DIAG_SHEET_ERROR, w->row, w->column, shown);
}

static void put_day(struct worksheet_scan *w, struct str value)
{
    const struct number_format *f = &style_of(w)->format;
    bool any = !f->date && !f->time;
    put(w, str_copy(w->book->job->scratch,
                    number_format_iso(w->book->job->scratch, value, any || f->date, any || f->time)));
}

static void put_number(struct worksheet_scan *w, struct str value)
{
    struct arena *a = w->book->job->scratch;
    put(w, str_copy(a, number_format_write(a, value, &style_of(w)->format, w->book->is_1904)));
}

static const struct {
    const char *type;
    void (*put)(struct worksheet_scan *, struct str);
} TYPES[] = {{"s", put_shared}, {"str", put_string}, {"inlineStr", put_inline}, {"b", put_boolean},
             {"e", put_error},  {"d", put_day},      {"n", put_number},         {"", put_number}};

static void end_cell(struct worksheet_scan *w)
{
    bool is_inline = str_is(w->type, "inlineStr");
    if (!w->has_value && !is_inline) {
        if (w->has_formula) sheet_tell(w->sheet, DIAG_SHEET_FORMULA, w->row, w->column, (struct str){0});
        return;
    }
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (str_is(w->type, TYPES[i].type)) {
            TYPES[i].put(w, buf_str(&w->value));
            return;
        }
}

/* -- elements -------------------------------------------------------------------------------------------- */

/* BC23: row 23, column 55. What is none leaves both as they are. */
static void read_reference(struct str ref, uint32_t *row, uint32_t *column)
{
    uint64_t letters = 0, digits = 0;
    size_t at = 0;
    for (; at < ref.n && (ref.s[at] | 32) >= 'a' && (ref.s[at] | 32) <= 'z' && at < 6; at++)
        letters = letters * 26 + (uint64_t)((ref.s[at] | 32) - 'a') + 1;
    for (; at < ref.n && ref.s[at] >= '0' && ref.s[at] <= '9' && digits < UINT32_MAX / 16; at++)
        digits = digits * 10 + (uint64_t)(ref.s[at] - '0');
    if (!letters || !digits || at < ref.n) return;
    *row = (uint32_t)digits;
    *column = (uint32_t)letters;
}

static bool is_true(struct str value)
{
    return str_is(value, "1") || str_is(value, "true");
}

static void start_row(struct worksheet_scan *w, const struct xml_attributes *attributes)
{
    size_t row = index_of(xml_attribute(attributes, "r"));
    w->row = row == SIZE_MAX ? w->row + 1 : (uint32_t)row;
    w->column = 0;
    w->sheet->row_is_hidden = is_true(xml_attribute(attributes, "hidden"));
}

static void start_cell(struct worksheet_scan *w, const struct xml_attributes *attributes)
{
    struct str type = xml_attribute(attributes, "t");
    size_t style = index_of(xml_attribute(attributes, "s"));
    w->column++;
    read_reference(xml_attribute(attributes, "r"), &w->row, &w->column);
    w->type = (struct str){0};
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (str_is(type, TYPES[i].type)) w->type = str_of(TYPES[i].type);
    w->style = style == SIZE_MAX ? 0 : style;
    w->value.n = 0;
    w->has_value = w->has_formula = false;
}

static void on_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct worksheet_scan *w = with;
    if (str_is(name, "s:row")) start_row(w, attributes);
    if (str_is(name, "s:c")) start_cell(w, attributes);
    if (str_is(name, "s:f")) w->has_formula = true;
    if (str_is(name, "s:v")) w->in_value = w->has_value = true;
    workbook_run_start(&w->run, name, xml_attribute(attributes, "val"));
    if (!str_is(name, "s:col") || !is_true(xml_attribute(attributes, "hidden"))) return;
    size_t from = index_of(xml_attribute(attributes, "min")), to = index_of(xml_attribute(attributes, "max"));
    if (from != SIZE_MAX && to != SIZE_MAX) sheet_hide_columns(w->sheet, from, to);
}

static void on_end(void *with, struct str name)
{
    struct worksheet_scan *w = with;
    if (str_is(name, "s:v")) w->in_value = false;
    workbook_run_end(&w->run, name);
    if (str_is(name, "s:c")) end_cell(w);
    w->reader.enough = str_is(name, "s:sheetData") || w->sheet->beyond;
}

static void on_text(void *with, struct str text)
{
    struct worksheet_scan *w = with;
    if (w->in_value) buf_add(&w->value, text);
    workbook_run_text(&w->run, text);
}

bool worksheet_read(struct workbook *book, struct str part, struct sheet_grid *sheet)
{
    struct arena *a = book->job->scratch;
    struct worksheet_scan w = {
        .book = book, .sheet = sheet, .value = BUF(a), .run = {.text = BUF(a), .piece = BUF(a)}};
    w.reader = (struct xml_reader){.start = on_start, .end = on_end, .text = on_text, .with = &w};
    struct str bytes;
    w.damaged = !archive_has(book->archive, part);
    if (w.damaged) diag_tell(book->job->diags, DIAG_OFFICE_PART, archive_place(book->archive), part);
    if (w.damaged || !archive_part(book->archive, a, part, &bytes) ||
        !xml_read(book->job, archive_place(book->archive), part, bytes, &w.reader))
        return false;
    if (w.damaged) diag_tell(book->job->diags, DIAG_OFFICE_PART, archive_place(book->archive), part);
    return !w.damaged;
}
