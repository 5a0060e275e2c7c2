/* Cells of .xlsx and .ods, as a CSV file would have them, each with its place. */
#include "read/format/csv.h"
#include "read/office/number_format.h"
#include "read/office/spreadsheet.h"
#include "zip_help.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define DOC  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define ODF                                                                                                  \
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                       \
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                         \
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                           \
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                         \
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"

/* -- numbers --------------------------------------------------------------------------------------------- */

static void numbers_as_shown(void **state)
{
    static const struct {
        const char *typed, *code, *shown;
    } CASES[] = {{"4", "General", "4"},
                 {"4.0000000000000001", "General", "4"},
                 {"1.0000000001", "General", "1"},
                 {"0.30000000000000004", "General", "0.3"},
                 {"85512345678", "General", "85512345678"},
                 {"-2.50", "General", "-2.5"},
                 {"1E-3", "General", "0.001"},
                 {"1.5E+3", "General", "1500"},
                 {"3", "0.00", "3"},
                 {"3.14159", "0.00", "3.14"},
                 {"1234.5", "#,##0.00", "1234.5"},
                 {"7", "000", "007"},
                 {"0.25", "0%", "25%"},
                 {"0.255", "0.0%", "25.5%"},
                 {"12.5", "\"$\"#,##0.00", "12.5"},
                 {"45020", "yyyy\\-mm\\-dd", "2023-04-04"},
                 {"45020", "[$-409]d mmm yyyy;@", "2023-04-04"},
                 {"45020.354166666664", "dd/mm/yyyy hh:mm", "2023-04-04 08:30"},
                 {"45020", "dd/mm/yyyy hh:mm", "2023-04-04"},
                 {"0.354166666666667", "h:mm AM/PM", "08:30"},
                 {"0.35416", "h:mm", "08:29"},
                 {"0.35416", "h:mm:ss", "08:29:59"},
                 {"1.5", "[h]:mm", "36:00"},
                 {"0.354166666666667", "d-mmm", "08:30"},
                 {"45020", "\"day\" 0", "45020"},
                 {"45020", "[Red]0", "45020"},
                 {"1", "d/m/yyyy", "1900-01-01"},
                 {"59", "d/m/yyyy", "1900-02-28"},
                 {"60", "d/m/yyyy", "1900-02-29"},
                 {"61", "d/m/yyyy", "1900-03-01"},
                 {"-1", "d/m/yyyy", "-1"},
                 {"1e999", "d/m/yyyy", "1e999"},
                 {"12.5.1", "0", "12.5.1"},
                 {"", "0", ""}};
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct number_format f = number_format_read(str_of(CASES[i].code));
        bench_str(number_format_write(b->job.keep, str_of(CASES[i].typed), &f, false), CASES[i].shown);
    }
    struct number_format day = number_format_builtin(14), clock = number_format_builtin(20);
    bench_str(number_format_write(b->job.keep, STR("43558"), &day, true), "2023-04-04");
    bench_str(number_format_write(b->job.keep, STR("0.5"), &clock, true), "12:00");
    bench_str(number_format_iso(b->job.keep, STR("2023-04-04T08:30:00Z"), true, true), "2023-04-04 08:30");
    bench_str(number_format_iso(b->job.keep, STR("2023-04-04T00:00:00"), true, true), "2023-04-04");
    bench_str(number_format_duration(b->job.keep, STR("PT08H30M00S")), "08:30");
    bench_str(number_format_duration(b->job.keep, STR("PT36H00M05.25S")), "36:00:05");
}

/* -- files ----------------------------------------------------------------------------------------------- */

static struct str relation(struct arena *a, int id, const char *type, const char *target)
{
    return str_fmt(a, "<Relationship Id='r%d' Type='" TYPE "%s' Target='%s'/>", id, type, target);
}

static struct str relations(struct arena *a, const struct str *all, size_t n)
{
    return str_fmt(a,
                   "<Relationships "
                   "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>",
                   str_join(a, all, n, STR("")).s);
}

static const char STYLES[] =
    "<styleSheet " MAIN "><numFmts><numFmt numFmtId='170' formatCode='hh:mm'/></numFmts>"
    "<fonts><font><name val='Calibri'/></font><font><name val='Limon S1'/></font></fonts>"
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='14' "
    "fontId='0'/>"
    "<xf numFmtId='170' fontId='0'/><xf numFmtId='9' fontId='0'/><xf numFmtId='0' "
    "fontId='1'/></cellXfs></styleSheet>";

/* Two sheets; texts: what stands in <sst>. */
static struct str xlsx(struct bench *b, const char *sheets, const char *one, const char *two,
                       const char *texts)
{
    struct arena *a = b->job.keep;
    struct str top = relation(a, 1, "officeDocument", "/xl/workbook.xml");
    struct str all[] = {
        relation(a, 1, "worksheet", "worksheets/a.xml"), relation(a, 2, "worksheet", "worksheets/b.xml"),
        relation(a, 3, "sharedStrings", "SharedStrings.xml"), relation(a, 4, "styles", "styles.xml")};
    const struct zip_part parts[] = {
        {"_rels/.rels", relations(a, &top, 1)},
        {"xl/_rels/workbook.xml.rels", relations(a, all, 4)},
        {"xl/workbook.xml", str_fmt(a, "<workbook " MAIN " " DOC "><sheets>%s</sheets></workbook>", sheets)},
        {"xl/worksheets/a.xml", str_fmt(a, "<worksheet " MAIN ">%s</worksheet>", one)},
        {"xl/worksheets/b.xml", str_fmt(a, "<worksheet " MAIN ">%s</worksheet>", two)},
        {"xl/sharedStrings.xml", str_fmt(a, "<sst " MAIN ">%s</sst>", texts)},
        {"xl/styles.xml", STR(STYLES)}};
    return zip_make(a, parts, sizeof parts / sizeof *parts, false);
}

#define ONE_SHEET "<sheet name='Sheet1' sheetId='1' r:id='r1'/>"

static struct str ods(struct bench *b, const char *styles, const char *tables)
{
    const struct zip_part part = {
        "content.xml",
        str_fmt(b->job.keep,
                "<office:document-content " ODF
                "><office:automatic-styles>%s</office:automatic-styles><office:body>"
                "<office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>",
                styles, tables)};
    return zip_make(b->job.keep, &part, 1, false);
}

/* Cells parted by |, rows by a line end. */
static void check(struct bench *b, const char *path, struct str bytes, const char *wanted)
{
    const struct source *s = spreadsheet_source(&b->job, str_of(path), bytes);
    struct buf t = BUF(b->job.keep);
    assert_non_null(s);
    struct csv_rows r = csv_read(&b->job, s, 0, s->text.n);
    for (size_t i = 0; i < r.n; i++) {
        for (size_t k = 0; k < r.at[i].n; k++)
            buf_fmt(&t, k ? "|%.*s" : "%.*s", STR_ARGS(r.at[i].cells[k].text));
        buf_byte(&t, '\n');
    }
    bench_str(buf_str(&t), wanted);
}

static void told_at(struct bench *b, enum diag_code code, const char *place)
{
    assert_int_equal(bench_told(b, code), 1);
    bench_str(place_text(b->job.keep, bench_diag(b, code)->place), place);
}

static void kinds_of_cells(void **state)
{
    struct bench *b = *state;
    const char *sheet =
        "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
        "<row r='3'><c r='A3'><v>7</v></c><c r='B3' t='b'><v>1</v></c><c "
        "t='str'><f>A1</f><v>a_x000D_b</v></c>"
        "<c r='D3' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c></row>"
        "<row><c s='1'><v>45020</v></c><c s='2'><v>0.354166666666667</v></c><c s='3'><v>0.25</v></c>"
        "<c t='d' s='1'><v>2023-04-04T00:00:00</v></c></row></sheetData>";
    const char *texts = "<si><r><t>ri</t></r><r><rPr><rFont val='Calibri'/></rPr><t>ch</t></r><rPh sb='0' "
                        "eb='1'><t>ritchi</t></rPh></si>"
                        "<si><t xml:space='preserve'> ក\nx </t></si>";
    check(b, "a.xlsx", xlsx(b, ONE_SHEET, sheet, "", texts),
          "rich||ក\nx|\n\n7|TRUE|a\nb|inline\n2023-04-04|08:30|25%|2023-04-04\n");
    bench_silent(b);
}

static void faults_of_cells(void **state)
{
    struct bench *b = *state;
    const char *sheet = "<cols><col min='2' max='2' hidden='1'/><col min='9' max='16384' hidden='1'/></cols>"
                        "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>0</v></c></row>"
                        "<row r='2' hidden='1'><c r='A2' t='e'><v>#N/A</v></c><c r='B2'><f>A1</f></c><c "
                        "r='C2' s='4' t='s'><v>0</v></c></row>"
                        "<row r='4' hidden='true'><c r='A4' s='4' t='s'><v>1</v></c><c r='B4' "
                        "t='s'><v>2</v></c></row></sheetData>";
    const char *texts =
        "<si><t>ក</t></si><si><t>123</t></si><si><r><rPr><rFont val='LIMON R1'/></rPr><t>sala</t></r></si>";
    check(b, "d/a.xlsx", xlsx(b, "<sheet name='My sheet' r:id='r1'/>", sheet, "", texts),
          "ក|ក|\n||ក\n\n123|sala|\n");
    told_at(b, DIAG_SHEET_ERROR, "d/a.xlsx:'My sheet'!A2");
    told_at(b, DIAG_SHEET_FORMULA, "d/a.xlsx:'My sheet'!B2");
    told_at(b, DIAG_SHEET_FONT, "d/a.xlsx:'My sheet'!B4");
    told_at(b, DIAG_SHEET_HIDDEN_ROWS, "d/a.xlsx:'My sheet'!C2");
    told_at(b, DIAG_SHEET_HIDDEN_COLUMNS, "d/a.xlsx:'My sheet'!B1");
    bench_str(bench_diag(b, DIAG_SHEET_HIDDEN_ROWS)->args[0], "2");
    assert_int_equal(b->job.diags->list.n, 5);
}

static void which_sheet(void **state)
{
    static const char *const A = "<sheetData><row><c t='inlineStr'><is><t>a</t></is></c></row></sheetData>";
    static const char *const B = "<sheetData><row><c t='inlineStr'><is><t>b</t></is></c></row></sheetData>";
    static const struct {
        const char *path, *sheets, *one, *read;
        size_t chosen, hidden;
    } CASES[] = {
        {"x/evaluation-day1.xlsx", "<sheet name='Summary' r:id='r1'/><sheet name='Evaluation' r:id='r2'/>",
         "", "b\n", 1, 0},
        {"x/a.xlsx", "<sheet name='Summary' r:id='r1'/><sheet name='Evaluation' r:id='r2'/>", NULL, "a\n", 1,
         0},
        {"x/a.xlsx", "<sheet name='Sheet1' r:id='r1'/><sheet name='Sheet2' r:id='r2'/>", "", "b\n", 1, 0},
        {"x/a.xlsx", "<sheet name='a' state='hidden' r:id='r1'/><sheet name='Sheet2' r:id='r2'/>", NULL,
         "b\n", 0, 1},
        {"x/a.xlsx", "<sheet name='a' state='veryHidden' r:id='r1'/>", NULL, "a\n", 0, 0}};
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        b->job.diags->list.n = 0;
        check(b, CASES[i].path, xlsx(b, CASES[i].sheets, CASES[i].one ? CASES[i].one : A, B, ""),
              CASES[i].read);
        assert_int_equal(bench_told(b, DIAG_SHEET_CHOSEN), CASES[i].chosen);
        assert_int_equal(bench_told(b, DIAG_SHEET_HIDDEN), CASES[i].hidden);
    }
    b->job.diags->list.n = 0;
    assert_null(spreadsheet_source(&b->job, STR("a.xlsx"), xlsx(b, "", A, B, "")));
    assert_int_equal(bench_told(b, DIAG_SHEET_NONE), 1);
    assert_null(spreadsheet_source(&b->job, STR("a.xlsx"), xlsx(b, ONE_SHEET, "<sheetData><row>", B, "")));
    assert_int_equal(bench_told(b, DIAG_OFFICE_XML), 1);
}

static void open_document(void **state)
{
    struct bench *b = *state;
    const char *styles = "<style:style style:name='old' style:family='table-cell'><style:text-properties "
                         "style:font-name='Limon S1'/></style:style>"
                         "<style:style style:name='off' style:family='table'><style:table-properties "
                         "table:display='false'/></style:style>";
    const char *tables =
        "<table:tracked-changes><table:cell-content-change><table:table-cell><text:p>gone</text:p></"
        "table:table-cell>"
        "</table:cell-content-change></table:tracked-changes>"
        "<table:table table:name='S0' "
        "table:style-name='off'><table:table-row><table:table-cell><text:p>hidden</text:p>"
        "</table:table-cell></table:table-row></table:table>"
        "<table:table table:name='S1'><table:table-column/><table:table-column table:visibility='collapse' "
        "table:default-cell-style-name='old'/>"
        "<table:table-row><table:table-cell><text:p>a<text:s "
        "text:c='2'/>b</text:p><text:p>c</text:p><office:annotation>"
        "<text:p>secret</text:p></office:annotation></table:table-cell><table:table-cell><text:p>sala</"
        "text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='2'><table:table-cell "
        "table:number-columns-repeated='2'/><table:table-cell "
        "office:value-type='float' "
        "office:value='3.14159'><text:p>3.14</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='3'><table:table-cell "
        "table:number-columns-repeated='16384'/></table:table-row>"
        "<table:table-row><table:table-cell office:value-type='percentage' "
        "office:value='0.25'><text:p>25%</text:p></table:table-cell>"
        "<table:table-cell office:value-type='date' office:date-value='2023-04-04T08:30:00'><text:p>4/4/23 "
        "08:30</text:p>"
        "</table:table-cell><table:table-cell office:value-type='time' "
        "office:time-value='PT08H30M00S'><text:p>8:30 AM</text:p>"
        "</table:table-cell><table:table-cell office:value-type='boolean' "
        "office:boolean-value='true'><text:p>TRUE</text:p>"
        "</table:table-cell><table:table-cell office:value-type='float' "
        "office:value='7'><text:p>007</text:p></table:table-cell>"
        "<table:table-cell calcext:value-type='error' office:value-type='string' "
        "table:formula='x'><text:p>#N/A</text:p>"
        "</table:table-cell></table:table-row></table:table>";
    check(b, "a.ods", ods(b, styles, tables),
          "a  b\nc|sala||||\n||3.14|||\n||3.14|||\n\n\n\n25%|2023-04-04 08:30|08:30|TRUE|007|\n");
    told_at(b, DIAG_SHEET_FONT, "a.ods:S1!B1");
    told_at(b, DIAG_SHEET_ERROR, "a.ods:S1!F7");
    told_at(b, DIAG_SHEET_HIDDEN_COLUMNS, "a.ods:S1!B1");
    assert_int_equal(bench_told(b, DIAG_SHEET_HIDDEN), 1);
    assert_int_equal(b->job.diags->list.n, 4);
}

/* Rows and columns that are said to go on for ever. */
static void repeated(void **state)
{
    struct bench *b = *state;
    const char *tables = "<table:table table:name='S'><table:table-row "
                         "table:number-rows-repeated='1073741824'><table:table-cell "
                         "table:number-columns-repeated='1073741824'><text:p>x</text:p></table:table-cell></"
                         "table:table-row></table:table>";
    const struct source *s = spreadsheet_source(&b->job, STR("a.ods"), ods(b, "", tables));
    assert_non_null(s);
    assert_int_equal(bench_told(b, DIAG_SHEET_BIG), 1);
    assert_int_equal(b->job.diags->list.n, 1);
    check(b, "b.xlsx",
          xlsx(b, ONE_SHEET,
               "<sheetData><row><c t='inlineStr'><is><t>a</t></is></c></row><row r='1048576'><c "
               "r='XFD1048576'><v>1</v></c></row></sheetData>",
               "", ""),
          "a\n");
    assert_int_equal(bench_told(b, DIAG_SHEET_BIG), 2);
}

/* Khmer that a program took for Western text, and Khmer that is gone, in a workbook as in a CSV. */
static void garbled(void **state)
{
    struct bench *b = *state;
    const char *sheet = "<sheetData><row><c t='inlineStr'><is><t>x</t></is></c></row><row><c "
                        "t='inlineStr'><is><t>ážŸáž¶áž›áž¶</t></is></c></row></sheetData>";
    check(b, "a.xlsx", xlsx(b, ONE_SHEET, sheet, "", ""), "x\nសាលា\n");
    told_at(b, DIAG_ENCODING_MOJIBAKE, "a.xlsx:Sheet1!A2");
    check(b, "b.xlsx",
          xlsx(b, ONE_SHEET,
               "<sheetData><row><c t='inlineStr'><is><t>?\?\?\?\? ?\?\?\?\?\?</t></is></c></row></sheetData>",
               "", ""),
          "?\?\?\?\? ?\?\?\?\?\?\n");
    assert_int_equal(bench_told(b, DIAG_ENCODING_LOST), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(numbers_as_shown), BENCH(kinds_of_cells), BENCH(faults_of_cells),
                                       BENCH(which_sheet),      BENCH(open_document),  BENCH(repeated),
                                       BENCH(garbled)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
