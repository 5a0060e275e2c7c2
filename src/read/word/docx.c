#include "read/word/docx.h"

#include "read/word/docx_text.h"

static void blocks_in(struct docx_reader *d, const struct element *within);

/* -- relations -- */

static struct str relations_of(struct arena *a, struct str part)
{
    size_t at = part.n;
    while (at && part.s[at - 1] != '/') at--;
    return str_fmt(a, "%.*s_rels/%.*s.rels", (int)at, part.s, (int)(part.n - at), part.s + at);
}

static struct map read_relations(struct docx_reader *d, struct str part)
{
    struct map relations = MAP(d->a);
    const struct element *top = element_read(d->job, d->a, d->archive, relations_of(d->a, part));
    for (const struct element *e = top ? top->first : NULL; e; e = e->next) {
        struct str id = element_value(e, "Id");
        if (id.n) *map_at_str(&relations, id) = (void *)(uintptr_t)e;
    }
    return relations;
}

/* The part that another leads to by a relation whose type ends so; other where there is none. */
static struct str part_by_type(struct docx_reader *d, struct str from, const char *type, const char *other)
{
    const struct element *top = element_read(d->job, d->a, d->archive, relations_of(d->a, from));
    for (const struct element *e = top ? top->first : NULL; e; e = e->next)
        if (str_ends(element_value(e, "Type"), type))
            return archive_target(d->a, from, element_value(e, "Target"));
    return str_of(other);
}

/* -- paragraphs -- */

/* "Figure 1: " in front of a caption: the report counts its figures itself. */
static bool is_counted(const struct element *caption)
{
    for (const struct element *e = caption; e; e = element_after(e, caption)) {
        struct str code = element_is(e, "w:fldSimple")               ? element_value(e, "w:instr")
                          : element_is(e, "w:instrText") && e->first ? e->first->text
                                                                     : (struct str){0};
        if (str_find(code, STR("SEQ "), 0) != SIZE_MAX) return true;
    }
    return false;
}

static void settle_item(struct docx_reader *d, const struct docx_paragraph *p,
                        struct word_note_paragraph *now)
{
    long indent = docx_numbering_indent(d->numbering);
    bool heading = p->role == WORD_HEADING || p->role == WORD_TITLE;
    bool item = docx_numbering_take(d->numbering, p, &now->item);
    bool within = p->list < 1 && p->indent >= indent && indent > 0 && p->role == WORD_PLAIN;
    if (heading || !item) now->item.level = 0;
    if (!item && (within || p->continues)) now->item = (struct word_list_item){.level = 1, .goes_on = true};
}

/* "Chapter 2"; a number alone would be wrong among the report's. */
static void heading_words(struct docx_reader *d, const struct docx_paragraph *p, long number)
{
    struct str before, behind;
    if (p->list < 1 || !docx_numbering_words(d->numbering, &before, &behind)) return;
    word_note_text(d->note, before, 0, (struct str){0});
    word_note_text(d->note, str_fmt(d->a, "%ld", number), 0, (struct str){0});
    word_note_text(d->note, str_fmt(d->a, "%.*s ", STR_ARGS(behind)), 0, (struct str){0});
}

static bool is_ruled(const struct element *properties)
{
    return element_child(element_child(properties, "w:pBdr"), "w:bottom") != NULL;
}

/* A paragraph whose end was deleted goes on with the next. */
static bool ends_deleted(const struct element *properties)
{
    const struct element *mark = element_child(properties, "w:rPr");
    return element_child(mark, "w:del") || element_child(mark, "w:moveFrom");
}

static void begin(struct docx_reader *d, const struct element *properties, const struct element *e)
{
    struct docx_paragraph p = docx_styles_paragraph(d->styles, properties);
    struct word_note_paragraph now = {.role = p.role, .level = p.level, .align = p.align};
    static const char *const TEXT[] = {"w:t", "w:drawing", "w:pict", "w:sym", NULL};
    bool empty = !element_within(e, TEXT);
    if (empty && is_ruled(properties)) now.role = WORD_RULE;
    if (!empty) settle_item(d, &p, &now);
    d->around = p.run;
    if (p.role == WORD_HEADING) d->fields.n = 0; /* contents that nobody closed end here */
    if (p.role != WORD_PLAIN)
        d->around.bold = d->around.italic = -1; /* its look, which the report has its own of */
    now.counted = p.role == WORD_CAPTION && is_counted(e);
    word_note_begin(d->note, &now);
    if (!empty && p.role == WORD_HEADING) heading_words(d, &p, now.item.number);
}

static void on_paragraph(struct docx_reader *d, const struct element *e)
{
    const struct element *properties = element_child(e, "w:pPr");
    struct docx_paragraph p = docx_styles_paragraph(d->styles, properties);
    struct docx_boxes before = d->boxes, boxes;
    static const char *const TEXT[] = {"w:t", NULL};
    if (p.contents && !docx_text_hidden(d)) {
        if (element_within(e, TEXT)) word_note_tell(d->note, DIAG_WORD_COUNTED, (struct str){0});
        return;
    }
    if (ends_deleted(properties)) word_note_tell(d->note, DIAG_WORD_CHANGES, (struct str){0});
    if (!word_note_is_open(d->note)) begin(d, properties, e);
    d->boxes = (struct docx_boxes){0};
    docx_text_read(d, e);
    docx_text_paragraph_ends(d);
    boxes = d->boxes;
    d->boxes = before;
    if (ends_deleted(properties) && element_is(e->next, "w:p") && !boxes.list.n) return;
    word_note_end(d->note);
    for (size_t i = 0; i < boxes.list.n; i++) blocks_in(d, boxes.list.at[i]); /* they stand beside it */
}

/* -- tables -- */

static void on_cell(struct docx_reader *d, const struct element *e, struct word_table_cell *cell)
{
    const struct element *properties = element_child(e, "w:tcPr"),
                         *merge = element_child(properties, "w:vMerge");
    struct str side = element_child_value(properties, "w:hMerge", "w:val");
    struct str fill = element_child_value(properties, "w:shd", "w:fill");
    long across = element_number(element_child_value(properties, "w:gridSpan", "w:val"), 1);
    cell->across = across > 0 && across < 1000 ? (unsigned)across : 1;
    cell->goes_on = merge && !str_is(element_value(merge, "w:val"), "restart");
    cell->shaded = fill.n && !str_is(fill, "auto") && !str_eq_fold(fill, STR("FFFFFF"));
    for (const struct element *next = e->next; !str_is(side, "continue") && element_is(next, "w:tc");
         next = next->next) {
        struct str more = element_child_value(element_child(next, "w:tcPr"), "w:hMerge", "w:val");
        if (!str_is(more, "continue")) break;
        cell->across++;
    }
    bool covered = str_is(side, "continue") && cell->column;
    if (covered) cell->column--;
    word_note_cell(d->note, cell);
    blocks_in(d, e);
    word_note_cell_end(d->note);
    cell->column += covered ? 1 : cell->across;
}

static void cells_in(struct docx_reader *d, const struct element *within, struct word_table_cell *cell)
{
    for (const struct element *e = within->first; e; e = e->next) {
        if (element_is(e, "w:tc"))
            on_cell(d, e, cell);
        else if (element_is(e, "w:sdt") || element_is(e, "w:sdtContent") || element_is(e, "w:customXml"))
            cells_in(d, e, cell);
    }
}

static void on_row(struct docx_reader *d, const struct element *e)
{
    const struct element *properties = element_child(e, "w:trPr"),
                         *head = element_child(properties, "w:tblHeader");
    long skipped = element_number(element_child_value(properties, "w:gridBefore", "w:val"), 0);
    struct word_table_cell cell = {.column = skipped > 0 && skipped < 1000 ? (unsigned)skipped : 0};
    if (element_child(properties, "w:del") || element_child(properties, "w:ins"))
        word_note_tell(d->note, DIAG_WORD_CHANGES, (struct str){0});
    if (element_child(properties, "w:del")) return;
    word_note_row(d->note, head && !str_is(element_value(head, "w:val"), "0") &&
                               !str_is(element_value(head, "w:val"), "false"));
    cells_in(d, e, &cell);
}

static void rows_in(struct docx_reader *d, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next) {
        if (element_is(e, "w:tr"))
            on_row(d, e);
        else if (element_is(e, "w:sdt") || element_is(e, "w:sdtContent") || element_is(e, "w:customXml") ||
                 element_is(e, "w:ins"))
            rows_in(d, e);
    }
}

static void on_table(struct docx_reader *d, const struct element *e)
{
    word_note_table(d->note);
    rows_in(d, e);
    word_note_table_end(d->note);
}

/* -- blocks -- */

static bool is_contents(const struct element *sdt)
{
    static const char *const GALLERY[] = {"w:docPartGallery", NULL};
    const struct element *e = element_within(element_child(sdt, "w:sdtPr"), GALLERY);
    return str_is(element_value(e, "w:val"), "Table of Contents");
}

static void on_block(struct docx_reader *d, const struct element *e)
{
    const struct element *one = element_is(e, "mc:AlternateContent") ? docx_text_choice(e) : NULL;
    if (element_is(e, "w:p"))
        on_paragraph(d, e);
    else if (element_is(e, "w:tbl"))
        on_table(d, e);
    else if (element_is(e, "w:altChunk"))
        word_note_tell_each(d->note, DIAG_WORD_OBJECT, (struct str){0});
    else if (element_is(e, "w:sdt") && is_contents(e))
        word_note_tell(d->note, DIAG_WORD_COUNTED, (struct str){0});
    else if (element_is(e, "w:sdt") || element_is(e, "w:sdtContent") || element_is(e, "w:customXml") ||
             element_is(e, "w:ins") || element_is(e, "w:moveTo"))
        blocks_in(d, e);
    else if (one)
        blocks_in(d, one);
}

static void blocks_in(struct docx_reader *d, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next) on_block(d, e);
    word_note_end(d->note);
}

/* -- parts -- */

static void footnotes(struct docx_reader *d, struct str part, char kind)
{
    const struct element *top = part.n ? element_read(d->job, d->a, d->archive, part) : NULL;
    if (!top) return;
    d->part = part;
    d->relations = read_relations(d, part);
    d->fields.n = 0;
    for (const struct element *e = top->first; e; e = e->next) {
        struct str id = element_value(e, "w:id"), name = str_fmt(d->a, "%c%.*s", kind, STR_ARGS(id));
        bool note = element_is(e, "w:footnote") || element_is(e, "w:endnote");
        if (!note || !word_note_footnote(d->note, name)) continue;
        blocks_in(d, e);
        word_note_footnote_end(d->note);
    }
}

/* False, and told: it is no text document. */
static bool read_parts(struct docx_reader *d, struct str main)
{
    size_t told = d->job->diags->list.n;
    const struct element *top = element_read(d->job, d->a, d->archive, main);
    struct str styles = part_by_type(d, main, "/styles", "word/styles.xml");
    struct str numbering = part_by_type(d, main, "/numbering", "word/numbering.xml");
    d->part = main;
    d->relations = read_relations(d, main);
    d->styles = docx_styles_new(d->a, element_read(d->job, d->a, d->archive, styles));
    d->numbering = docx_numbering_new(d->a, element_read(d->job, d->a, d->archive, numbering), d->styles);
    const struct element *body = element_child(top, "w:body");
    if (!body && d->job->diags->list.n == told)
        diag_tell(d->job->diags, DIAG_WORD_NOT_A_NOTE, archive_place(d->archive), {0});
    if (!body) return false;
    blocks_in(d, body);
    footnotes(d, part_by_type(d, main, "/footnotes", ""), 'f');
    footnotes(d, part_by_type(d, main, "/endnotes", ""), 'e');
    return true;
}

const struct source *docx_read(struct job *job, struct str path, struct str bytes)
{
    struct archive *archive = archive_open(job, path, bytes);
    if (!archive) return NULL;
    struct arena_mark mark = arena_mark(job->scratch);
    struct docx_reader d = {.job = job, .a = job->scratch, .archive = archive};
    d.note = word_note_new(job, path);
    struct str main = part_by_type(&d, STR(""), "/officeDocument", "word/document.xml");
    const struct source *source = read_parts(&d, main) ? word_note_done(d.note) : NULL;
    archive_close(archive);
    arena_reset(job->scratch, mark);
    return source;
}
