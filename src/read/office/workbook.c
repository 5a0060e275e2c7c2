#include "read/office/workbook.h"

#include "base/buf.h"
#include "base/map.h"
#include "read/office/legacy_font.h"
#include "read/office/xml.h"

#include <stdlib.h>

enum { TEXTS_MOST = 2000000, STYLES_MOST = 70000, RELATIONS_MOST = 10000, SHEETS_MOST = 1000 };

/* -- texts ----------------------------------------------------------------------------------------------- */

/* _x000D_ at the start of a text: the sign that it stands for; 0: no such thing. */
static uint32_t escaped(struct str t)
{
    uint32_t value = 0;
    if (t.n < 7 || t.s[0] != '_' || t.s[1] != 'x' || t.s[6] != '_') return 0;
    for (int i = 2; i < 6; i++) {
        if (str_hex(t.s[i]) < 0) return 0;
        value = value * 16 + (uint32_t)str_hex(t.s[i]);
    }
    return value >= 0xD800 && value < 0xE000 ? 0xFFFD : value;
}

static struct str take_text(struct arena *a, struct str t)
{
    if (str_find(t, STR("_x"), 0) == SIZE_MAX) return str_copy(a, t);
    struct buf b = BUF(a);
    for (size_t at = 0; at < t.n;) {
        uint32_t c = escaped(str_sub(t, at, t.n));
        if (c)
            buf_cp(&b, c), at += 7;
        else
            buf_byte(&b, t.s[at++]);
    }
    return buf_str(&b);
}

void workbook_run_start(struct workbook_run *r, struct str name, struct str font)
{
    if (str_is(name, "s:rPh")) r->phonetic++;
    if (str_is(name, "s:r")) r->own_font = r->legacy_font = false;
    if (str_is(name, "s:rFont")) r->own_font = true, r->legacy_font = legacy_font_is(font);
    r->inside = str_is(name, "s:t") && !r->phonetic;
    if (r->inside) r->piece.n = 0;
}

void workbook_run_end(struct workbook_run *r, struct str name)
{
    if (str_is(name, "s:rPh") && r->phonetic) r->phonetic--;
    if (str_is(name, "s:r")) r->own_font = r->legacy_font = false;
    if (!str_is(name, "s:t") || !r->inside) return;
    struct str piece = buf_str(&r->piece);
    r->made.plain = r->made.plain || !r->own_font;
    r->made.legacy = r->made.legacy || (r->legacy_font && legacy_font_text(piece));
    buf_add(&r->text, piece);
    r->inside = false;
}

void workbook_run_text(struct workbook_run *r, struct str text)
{
    if (r->inside) buf_add(&r->piece, text);
}

struct workbook_text workbook_run_take(struct workbook_run *r, struct arena *a)
{
    struct workbook_text made = r->made;
    made.text = str_trim(take_text(a, buf_str(&r->text)));
    made.plain = made.plain && legacy_font_text(made.text);
    r->text.n = 0;
    r->made = (struct workbook_text){0};
    return made;
}

struct texts_scan {
    struct workbook *book;
    struct workbook_run run;
    struct xml_reader reader;
};

static void texts_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct texts_scan *t = with;
    workbook_run_start(&t->run, name, xml_attribute(attributes, "val"));
}

static void texts_end(void *with, struct str name)
{
    struct texts_scan *t = with;
    struct arena *a = t->book->job->scratch;
    workbook_run_end(&t->run, name);
    if (!str_is(name, "s:si")) return;
    VEC_ADD(a, t->book->texts, workbook_run_take(&t->run, a));
    t->reader.enough = t->book->texts.n == TEXTS_MOST;
}

static void texts_text(void *with, struct str text)
{
    struct texts_scan *t = with;
    workbook_run_text(&t->run, text);
}

/* -- relations of parts ---------------------------------------------------------------------------------- */

struct relation {
    struct str id, type, part;
};

struct relations_scan {
    struct arena *a;
    struct str part; /* whose they are; empty: the archive's */
    VEC(struct relation) all;
    struct xml_reader reader;
};

static void relations_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct relations_scan *r = with;
    struct str target = xml_attribute(attributes, "Target");
    if (!str_is(name, "rel:Relationship") || str_is(xml_attribute(attributes, "TargetMode"), "External"))
        return;
    struct relation one = {str_copy(r->a, xml_attribute(attributes, "Id")),
                           str_copy(r->a, xml_attribute(attributes, "Type")),
                           str_copy(r->a, archive_target(r->a, r->part, target))};
    VEC_ADD(r->a, r->all, one);
    r->reader.enough = r->all.n == RELATIONS_MOST;
}

/* Reads a part, where it is there. False where something was told. */
static bool read_part(struct workbook *b, struct str part, struct xml_reader *reader)
{
    struct str bytes;
    if (!archive_has(b->archive, part)) return true;
    return archive_part(b->archive, b->job->scratch, part, &bytes) &&
           xml_read(b->job, archive_place(b->archive), part, bytes, reader);
}

/* Of "xl/workbook.xml" they stand in "xl/_rels/workbook.xml.rels". */
static bool read_relations(struct workbook *b, struct str part, struct relations_scan *r)
{
    size_t slash = part.n;
    while (slash && part.s[slash - 1] != '/') slash--;
    struct str folder = str_sub(part, 0, slash), name = str_sub(part, slash, part.n);
    *r = (struct relations_scan){.a = b->job->scratch, .part = part};
    r->reader = (struct xml_reader){.start = relations_start, .with = r};
    return read_part(b, str_fmt(r->a, "%.*s_rels/%.*s.rels", STR_ARGS(folder), STR_ARGS(name)), &r->reader);
}

/* By its id, or by the last word of its type, which strict files write elsewhere. */
static struct str find_relation(const struct relations_scan *r, struct str id, const char *type)
{
    for (size_t i = 0; i < r->all.n; i++) {
        const struct relation *one = &r->all.at[i];
        if (*type ? str_ends(one->type, type) : id.n && str_eq(one->id, id)) return one->part;
    }
    return (struct str){0};
}

/* -- styles ---------------------------------------------------------------------------------------------- */

struct styles_scan {
    struct workbook *book;
    struct map formats; /* number + 1 → format of its own */
    VEC(bool) legacy;   /* a font each */
    bool in_fonts, in_cells;
    struct xml_reader reader;
};

static unsigned long number_of(struct str digits)
{
    unsigned long n = 0;
    for (size_t i = 0; i < digits.n && digits.s[i] >= '0' && digits.s[i] <= '9' && n < 100000000; i++)
        n = n * 10 + (unsigned long)(digits.s[i] - '0');
    return n;
}

static void add_format(struct styles_scan *s, const struct xml_attributes *attributes)
{
    struct number_format *f = ARENA_ONE(s->book->job->scratch, struct number_format);
    *f = number_format_read(xml_attribute(attributes, "formatCode"));
    *map_at(&s->formats, number_of(xml_attribute(attributes, "numFmtId")) + 1) = f;
}

static void add_style(struct styles_scan *s, const struct xml_attributes *attributes)
{
    unsigned long id = number_of(xml_attribute(attributes, "numFmtId"));
    unsigned long font = number_of(xml_attribute(attributes, "fontId"));
    const struct number_format *own = map_get(&s->formats, id + 1);
    struct workbook_style style = {.format = own ? *own : number_format_builtin(id),
                                   .legacy = font < s->legacy.n && s->legacy.at[font]};
    if (s->book->styles.n < STYLES_MOST) VEC_ADD(s->book->job->scratch, s->book->styles, style);
}

static void styles_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct styles_scan *s = with;
    s->in_fonts = s->in_fonts || str_is(name, "s:fonts");
    s->in_cells = s->in_cells || str_is(name, "s:cellXfs");
    if (str_is(name, "s:numFmt")) add_format(s, attributes);
    if (s->in_fonts && str_is(name, "s:font")) VEC_ADD(s->book->job->scratch, s->legacy, false);
    if (s->in_fonts && str_is(name, "s:name") && s->legacy.n)
        s->legacy.at[s->legacy.n - 1] = legacy_font_is(xml_attribute(attributes, "val"));
    if (s->in_cells && str_is(name, "s:xf")) add_style(s, attributes);
}

static void styles_end(void *with, struct str name)
{
    struct styles_scan *s = with;
    if (str_is(name, "s:fonts")) s->in_fonts = false;
    if (str_is(name, "s:cellXfs")) s->in_cells = false;
}

/* -- the workbook ---------------------------------------------------------------------------------------- */

struct book_scan {
    struct workbook *book;
    const struct relations_scan *relations;
    struct sheet_list *list;
    size_t sheets; /* with those that are none */
    struct xml_reader reader;
};

static void book_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct book_scan *b = with;
    struct arena *a = b->book->job->scratch;
    struct str is_1904 = xml_attribute(attributes, "date1904"), state = xml_attribute(attributes, "state");
    if (str_is(name, "s:workbookPr")) b->book->is_1904 = str_is(is_1904, "1") || str_is(is_1904, "true");
    if (!str_is(name, "s:sheet") || b->sheets++ >= SHEETS_MOST) return;
    struct str part = find_relation(b->relations, xml_attribute(attributes, "r:id"), "");
    bool is_chart = str_find(part, STR("chartsheets/"), 0) != SIZE_MAX;
    struct sheet_entry sheet = {str_copy(a, xml_attribute(attributes, "name")), part,
                                str_starts(state, "hidden") || str_starts(state, "veryHidden")};
    if (part.n && !is_chart) VEC_ADD(a, b->list->all, sheet);
}

/* Texts and formats first: which of them are missing is known when a cell asks. */
static bool read_shared(struct workbook *b, const struct relations_scan *r)
{
    struct arena *a = b->job->scratch;
    struct texts_scan texts = {.book = b, .run = {.text = BUF(a), .piece = BUF(a)}};
    texts.reader =
        (struct xml_reader){.start = texts_start, .end = texts_end, .text = texts_text, .with = &texts};
    struct styles_scan styles = {.book = b, .formats = MAP(a)};
    styles.reader = (struct xml_reader){.start = styles_start, .end = styles_end, .with = &styles};
    return read_part(b, find_relation(r, (struct str){0}, "/sharedStrings"), &texts.reader) &&
           read_part(b, find_relation(r, (struct str){0}, "/styles"), &styles.reader);
}

struct workbook *workbook_open(struct job *job, struct archive *archive, struct sheet_list *list)
{
    struct workbook *b = ARENA_ONE(job->scratch, struct workbook);
    struct relations_scan of_archive, of_book;
    *b = (struct workbook){.job = job, .archive = archive};
    if (!read_relations(b, (struct str){0}, &of_archive)) return NULL;
    struct str part = find_relation(&of_archive, (struct str){0}, "/officeDocument");
    if (!part.n) part = STR("xl/workbook.xml");
    struct book_scan scan = {.book = b, .relations = &of_book, .list = list};
    scan.reader = (struct xml_reader){.start = book_start, .with = &scan};
    if (str_ends(part, ".bin")) { /* .xlsb: no XML in it */
        diag_tell(job->diags, DIAG_SHEET_NONE, archive_place(archive), {0});
        return NULL;
    }
    bool good = read_relations(b, part, &of_book) && read_part(b, part, &scan.reader);
    return good && (!list->all.n || read_shared(b, &of_book)) ? b : NULL;
}
