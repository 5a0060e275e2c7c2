#include "read/office/ods.h"

#include "base/buf.h"
#include "base/map.h"
#include "read/office/legacy_font.h"
#include "read/office/number_format.h"
#include "read/office/xml.h"

enum { REPEATED_MOST = 1 << 30, SHEETS_MOST = 1000, BLANKS_MOST = 1000 };

struct ods_style {
    bool legacy, hidden;
};

struct ods_cell {                  /* the one that is read */
    struct str type, value, style; /* office:value-type, the value of that type */
    uint64_t repeated;
    bool is_error, has_formula, legacy, covered;
};

struct ods {
    struct job *job;
    struct archive *archive;
    struct str content;
    struct map styles;          /* name → ods_style */
    struct ods_style *style;    /* the one that is read */
    struct sheet_list *list;    /* NULL: they are in it */
    struct sheet_grid *sheet;   /* to read into; NULL: none yet */
    size_t wanted, sheets;      /* which one, how many have begun */
    int tables;                 /* how many the reader is in */
    int skipped, shown;         /* elements that are not shown; paragraphs the reader is in */
    uint64_t row, rows, column; /* rows: how many the row stands for */
    struct str column_styles[SHEET_COLUMNS_MOST];
    struct ods_cell cell;
    bool in_cell, spans_legacy;
    struct buf text;
    struct xml_reader reader;
};

static uint64_t count_of(const struct xml_attributes *attributes, const char *name)
{
    struct str digits = xml_attribute(attributes, name);
    uint64_t n = 0;
    for (size_t i = 0; i < digits.n && digits.s[i] >= '0' && digits.s[i] <= '9' && n < REPEATED_MOST; i++)
        n = n * 10 + (uint64_t)(digits.s[i] - '0');
    return !n ? 1 : n < REPEATED_MOST ? n : REPEATED_MOST;
}

/* -- styles ---------------------------------------------------------------------------------------------- */

/* Of a cell, of letters in it, of a sheet: names are unique in each family, and so kept with it. */
static struct str style_key(struct ods *o, struct str family, struct str name)
{
    return str_fmt(o->job->scratch, "%.*s %.*s", STR_ARGS(family), STR_ARGS(name));
}

static struct ods_style *find_style(struct ods *o, const char *family, struct str name)
{
    struct arena_mark mark = arena_mark(o->job->scratch);
    struct ods_style *s = name.n ? map_get_str(&o->styles, style_key(o, str_of(family), name)) : NULL;
    arena_reset(o->job->scratch, mark);
    return s;
}

/* What a style leaves open is its parent's. */
static void start_style(struct ods *o, const struct xml_attributes *attributes)
{
    struct str family = xml_attribute(attributes, "style:family");
    struct str key = style_key(o, family, xml_attribute(attributes, "style:name"));
    struct str parent = style_key(o, family, xml_attribute(attributes, "style:parent-style-name"));
    struct ods_style *s = ARENA_ONE(o->job->scratch, struct ods_style),
                     *from = map_get_str(&o->styles, parent);
    if (from) *s = *from;
    *map_at_str(&o->styles, key) = o->style = s;
}

static void style_properties(struct ods *o, struct str name, const struct xml_attributes *attributes)
{
    struct str font = xml_attribute(attributes, "style:font-name");
    if (!font.s) font = xml_attribute(attributes, "fo:font-family");
    while (font.n && (font.s[0] == '\'' || font.s[0] == '"')) font = str_sub(font, 1, font.n);
    if (str_is(name, "style:text-properties") && font.n) o->style->legacy = legacy_font_is(font);
    if (str_is(name, "style:table-properties"))
        o->style->hidden = str_is(xml_attribute(attributes, "table:display"), "false");
}

/* -- values ---------------------------------------------------------------------------------------------- */

/* How many decimals a number is shown with; -1: as many as it has. */
static int shown_decimals(struct str shown)
{
    int since = -1, digits = 0;
    for (size_t i = 0; i < shown.n; i++) {
        char c = shown.s[i];
        if ((c | 32) == 'e' || c == '#') return -1;
        if (c == '.' || c == ',') since = 0;
        if (c < '0' || c > '9') continue;
        digits++;
        if (since >= 0) since++;
    }
    return since > 0 ? since : digits ? 0 : -1;
}

static bool all_digits(struct str t)
{
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] < '0' || t.s[i] > '9') return false;
    return t.n > 0;
}

static struct str number_text(struct ods *o, struct str shown)
{
    struct number_format f = {.decimals = shown_decimals(shown),
                              .percent = str_is(o->cell.type, "percentage")};
    struct str t = number_format_write(o->job->scratch, o->cell.value, &f, false);
    bool filled = all_digits(shown) && shown.s[0] == '0' && str_ends(shown, str_copy(o->job->scratch, t).s);
    return filled ? shown : t;
}

static struct str date_text(struct ods *o, struct str shown)
{
    bool time = memchr(shown.s ? shown.s : "", ':', shown.n);
    return number_format_iso(o->job->scratch, o->cell.value, true, time);
}

static struct str time_text(struct ods *o, struct str shown)
{
    (void)shown;
    return number_format_duration(o->job->scratch, o->cell.value);
}

static struct str boolean_text(struct ods *o, struct str shown)
{
    (void)shown;
    return str_is(o->cell.value, "true") ? STR("TRUE") : STR("FALSE");
}

/* Kinds of values, the attribute that holds one, how it is written. */
static const struct {
    const char *type, *attribute;
    struct str (*text)(struct ods *, struct str shown);
} TYPES[] = {{"float", "office:value", number_text},      {"currency", "office:value", number_text},
             {"percentage", "office:value", number_text}, {"date", "office:date-value", date_text},
             {"time", "office:time-value", time_text},    {"boolean", "office:boolean-value", boolean_text}};
enum { TYPES_N = sizeof TYPES / sizeof *TYPES };

static struct str cell_text(struct ods *o, struct str shown)
{
    for (size_t i = 0; i < TYPES_N; i++)
        if (o->cell.value.n && str_is(o->cell.type, TYPES[i].type)) return TYPES[i].text(o, shown);
    return shown;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static void start_cell(struct ods *o, const struct xml_attributes *attributes, bool covered)
{
    struct arena *a = o->job->scratch;
    struct str type = xml_attribute(attributes, "office:value-type");
    struct str kind = xml_attribute(attributes, "calcext:value-type");
    struct str style = xml_attribute(attributes, "table:style-name"), value = {0};
    for (size_t i = 0; i < TYPES_N; i++)
        if (str_is(type, TYPES[i].type)) value = xml_attribute(attributes, TYPES[i].attribute);
    if (!style.n && o->column < SHEET_COLUMNS_MOST) style = o->column_styles[o->column];
    const struct ods_style *s = find_style(o, "table-cell", style);
    o->cell = (struct ods_cell){.type = str_copy(a, type),
                                .value = str_copy(a, value),
                                .repeated = count_of(attributes, "table:number-columns-repeated"),
                                .is_error = str_is(kind, "error"),
                                .has_formula = xml_attribute(attributes, "table:formula").n > 0,
                                .legacy = s && s->legacy,
                                .covered = covered};
    o->in_cell = true;
    o->text.n = 0;
}

static uint32_t within(uint64_t n)
{
    return (uint32_t)(n < REPEATED_MOST ? n : REPEATED_MOST);
}

static bool is_error(const struct ods *o, struct str shown)
{
    return o->cell.is_error || (o->cell.has_formula && (str_starts(shown, "#") || str_starts(shown, "Err:")));
}

static void end_cell(struct ods *o)
{
    struct str shown = str_copy(o->job->scratch, buf_str(&o->text));
    uint32_t row = within(o->row), column = within(o->column + 1);
    bool error = is_error(o, shown), legacy = o->cell.legacy && legacy_font_text(shown);
    struct str text = error || o->cell.covered ? (struct str){0} : cell_text(o, shown);
    sheet_repeat(o->sheet, row, within(o->rows), column, within(o->cell.repeated), text);
    if (error) sheet_tell(o->sheet, DIAG_SHEET_ERROR, row, column, str_sub(shown, 0, 20));
    if (o->cell.has_formula && !error && !o->cell.type.n && !shown.n)
        sheet_tell(o->sheet, DIAG_SHEET_FORMULA, row, column, (struct str){0});
    if (legacy || o->spans_legacy) sheet_tell_font(o->sheet, row, column);
    o->column += o->cell.repeated;
    o->in_cell = o->spans_legacy = false;
}

/* -- rows, columns, sheets ------------------------------------------------------------------------------- */

static bool is_hidden(const struct xml_attributes *attributes)
{
    struct str v = xml_attribute(attributes, "table:visibility");
    return v.n && !str_is(v, "visible");
}

static void start_table(struct ods *o, const struct xml_attributes *attributes)
{
    struct arena *a = o->job->scratch;
    const struct ods_style *s = find_style(o, "table", xml_attribute(attributes, "table:style-name"));
    struct sheet_entry e = {.name = str_copy(a, xml_attribute(attributes, "table:name")),
                            .hidden = s && s->hidden};
    if (++o->tables > 1) return;
    if (o->list && o->list->all.n < SHEETS_MOST) VEC_ADD(a, o->list->all, e);
    o->sheets++;
    o->row = o->column = 0;
    o->rows = 1;
}

static void add_columns(struct ods *o, const struct xml_attributes *attributes)
{
    uint64_t n = count_of(attributes, "table:number-columns-repeated");
    struct str style = str_copy(o->job->scratch, xml_attribute(attributes, "table:default-cell-style-name"));
    if (is_hidden(attributes)) sheet_hide_columns(o->sheet, o->column + 1, o->column + n);
    for (uint64_t i = o->column; i < o->column + n && i < SHEET_COLUMNS_MOST; i++)
        o->column_styles[i] = style;
    o->column += n;
}

static void start_row(struct ods *o, const struct xml_attributes *attributes)
{
    o->row += o->row ? o->rows : 1;
    o->rows = count_of(attributes, "table:number-rows-repeated");
    o->column = 0;
    o->sheet->row_is_hidden = is_hidden(attributes);
}

/* -- elements -------------------------------------------------------------------------------------------- */

/* Comments, what was before a change, drawings, how Khmer or Chinese is pronounced: no text of the cell's. */
static bool is_skipped(struct str name)
{
    static const char *const NAMES[] = {"office:annotation", "table:tracked-changes", "table:shapes",
                                        "draw:frame",        "draw:custom-shape",     "text:ruby-text",
                                        "office:forms",      "table:detective"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_is(name, NAMES[i])) return true;
    return false;
}

static void start_text(struct ods *o, struct str name, const struct xml_attributes *attributes)
{
    if (str_is(name, "text:p") && o->text.n) buf_byte(&o->text, '\n');
    if (str_is(name, "text:p")) o->shown++;
    if (str_is(name, "text:tab")) buf_byte(&o->text, '\t');
    if (str_is(name, "text:line-break")) buf_byte(&o->text, '\n');
    if (str_is(name, "text:s"))
        for (uint64_t i = count_of(attributes, "text:c"), n = 0; n < i && n < BLANKS_MOST; n++)
            buf_byte(&o->text, ' ');
    if (!str_is(name, "text:span")) return;
    const struct ods_style *s = find_style(o, "text", xml_attribute(attributes, "text:style-name"));
    o->spans_legacy = o->spans_legacy || (s && s->legacy);
}

static void start_grid(struct ods *o, struct str name, const struct xml_attributes *attributes)
{
    bool covered = str_is(name, "table:covered-table-cell");
    if (o->in_cell)
        start_text(o, name, attributes);
    else if (str_is(name, "table:table-column"))
        add_columns(o, attributes);
    else if (str_is(name, "table:table-row"))
        start_row(o, attributes);
    else if (o->row && (covered || str_is(name, "table:table-cell")))
        start_cell(o, attributes, covered);
}

static bool is_read(const struct ods *o)
{
    return o->sheet && o->tables == 1 && o->sheets == o->wanted + 1;
}

static void on_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct ods *o = with;
    if (o->skipped || is_skipped(name))
        o->skipped++;
    else if (str_is(name, "style:style"))
        start_style(o, attributes);
    else if (o->style && (str_is(name, "style:text-properties") || str_is(name, "style:table-properties")))
        style_properties(o, name, attributes);
    else if (str_is(name, "table:table"))
        start_table(o, attributes);
    else if (is_read(o))
        start_grid(o, name, attributes);
}

static void on_end(void *with, struct str name)
{
    struct ods *o = with;
    if (o->skipped) {
        o->skipped--;
        return;
    }
    if (str_is(name, "style:style")) o->style = NULL;
    bool cell = str_is(name, "table:table-cell") || str_is(name, "table:covered-table-cell");
    if (is_read(o) && o->in_cell && cell) end_cell(o);
    if (str_is(name, "text:p") && o->shown) o->shown--;
    if (!str_is(name, "table:table") || !o->tables) return;
    o->reader.enough = is_read(o);
    o->tables--;
}

static void on_text(void *with, struct str text)
{
    struct ods *o = with;
    if (!o->skipped && o->in_cell && o->shown && is_read(o)) buf_add(&o->text, text);
    o->reader.enough = o->sheet && o->sheet->beyond;
}

static bool read_part(struct ods *o, struct str part, struct str bytes)
{
    o->reader = (struct xml_reader){.start = on_start, .end = on_end, .text = on_text, .with = o};
    o->sheets = 0;
    o->tables = o->skipped = o->shown = 0;
    o->in_cell = false;
    o->style = NULL;
    return xml_read(o->job, archive_place(o->archive), part, bytes, &o->reader);
}

struct ods *ods_open(struct job *job, struct archive *archive, struct sheet_list *list)
{
    struct arena *a = job->scratch;
    struct ods *o = ARENA_ONE(a, struct ods);
    struct str styles = {0}, content = STR("content.xml");
    *o = (struct ods){.job = job, .archive = archive, .styles = MAP(a), .text = BUF(a)};
    if (!archive_has(archive, content)) return o;
    if (archive_has(archive, STR("styles.xml")) &&
        (!archive_part(archive, a, STR("styles.xml"), &styles) || !read_part(o, STR("styles.xml"), styles)))
        return NULL;
    o->list = list;
    bool good = archive_part(archive, a, content, &o->content) && read_part(o, content, o->content);
    o->list = NULL;
    return good ? o : NULL;
}

bool ods_read(struct ods *ods, size_t which, struct sheet_grid *sheet)
{
    ods->sheet = sheet;
    ods->wanted = which;
    memset(ods->column_styles, 0, sizeof ods->column_styles);
    return read_part(ods, STR("content.xml"), ods->content);
}
