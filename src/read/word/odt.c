#include "read/word/odt.h"

#include "base/map.h"
#include "read/word/odt_styles.h"
#include "read/word/word_font.h"

enum { LEVELS = 10, SPACES_MOST = 100, REPEAT_MOST = 1000, NUMBER_MOST = 30000 };

struct odt_list { /* a list at hand */
    struct str style;
    long counts[LEVELS + 1]; /* by level, from 1: the last number given */
    bool begun[LEVELS + 1];
};

struct odt_boxes {
    VEC(const struct element *) list;
};

struct odt_reader {
    struct job *job;
    struct arena *a;
    struct archive *archive;
    struct word_note *note;
    struct odt_styles *styles;
    struct odt_list list;
    struct map lists; /* by id: how far the numbers of one have come that another goes on with */
    unsigned level;   /* how deep in lists; 0: in none */
    bool item, first; /* in an item; it has had no paragraph yet */
    struct odt_boxes boxes;
    VEC(const struct element *) notes; /* text:note, in order */
};

struct odt_run {
    struct odt_reader *d;
    struct str href;
    struct odt_text text;
};

static void blocks_in(struct odt_reader *d, const struct element *within);
static void text_in(struct odt_run *r, const struct element *within);

/* -- text -- */

static void put(struct odt_run *r, struct str text)
{
    unsigned style = (r->text.bold > 0 ? SPAN_STRONG : 0u) | (r->text.italic > 0 ? SPAN_EMPH : 0u) |
                     (r->text.raised > 0 ? SPAN_RAISED : 0u) | (r->text.lowered > 0 ? SPAN_LOWERED : 0u);
    struct str font = r->text.font;
    if (r->text.hidden > 0 || r->text.struck > 0) {
        enum diag_code code = r->text.hidden > 0 ? DIAG_WORD_HIDDEN : DIAG_WORD_STRUCK;
        if (str_trim(text).n) word_note_tell(r->d->note, code, (struct str){0});
        return;
    }
    if (word_font_is_signs(font)) {
        struct buf shown = BUF(r->d->a);
        if (!word_font_add_signs(&shown, font, text)) word_note_tell(r->d->note, DIAG_WORD_SIGN, font);
        text = buf_str(&shown);
    }
    word_note_font(r->d->note, font, text);
    word_note_text(r->d->note, text, style, r->href);
}

/* White space in a file's text is one blank (OpenDocument 1.3, 6.1.2); what is more stands in elements. */
static void put_collapsed(struct odt_run *r, struct str text)
{
    struct buf b = BUF(r->d->a);
    for (size_t i = 0; i < text.n; i++) {
        bool blank = strchr(" \t\r\n", text.s[i]) != NULL;
        if (!blank || !b.n || b.s[b.n - 1] != ' ') buf_byte(&b, blank ? ' ' : text.s[i]);
    }
    put(r, buf_str(&b));
}

static void on_spaces(struct odt_run *r, const struct element *e)
{
    long n = element_number(element_value(e, "text:c"), 1);
    for (long i = 0; i < n && i < SPACES_MOST; i++) put(r, STR(" "));
}

static void on_tab(struct odt_run *r, const struct element *e)
{
    (void)e;
    put(r, STR("\t"));
}

static void on_break(struct odt_run *r, const struct element *e)
{
    (void)e;
    word_note_break(r->d->note);
}

static void on_span(struct odt_run *r, const struct element *e)
{
    struct odt_run within = *r;
    struct odt_text own = odt_styles_text(r->d->styles, "text", element_value(e, "text:style-name"));
    if (own.bold >= 0) within.text.bold = own.bold;
    if (own.italic >= 0) within.text.italic = own.italic;
    if (own.hidden >= 0) within.text.hidden = own.hidden;
    if (own.struck >= 0) within.text.struck = own.struck;
    if (own.raised >= 0) within.text.raised = own.raised;
    if (own.lowered >= 0) within.text.lowered = own.lowered;
    if (own.font.n) within.text.font = own.font;
    text_in(&within, e);
}

static void on_link(struct odt_run *r, const struct element *e)
{
    struct odt_run within = *r;
    within.href = word_note_address(r->d->note, element_value(e, "xlink:href"));
    text_in(&within, e);
}

static void on_note(struct odt_run *r, const struct element *e)
{
    struct str name = str_fmt(r->d->a, "%zu", r->d->notes.n);
    VEC_ADD(r->d->a, r->d->notes, e);
    word_note_mark(r->d->note, name);
}

static void on_comment(struct odt_run *r, const struct element *e)
{
    (void)e;
    word_note_tell(r->d->note, DIAG_WORD_COMMENTS, (struct str){0});
}

static void on_change(struct odt_run *r, const struct element *e)
{
    (void)e;
    word_note_tell(r->d->note, DIAG_WORD_CHANGES, (struct str){0});
}

/* Pages of the report are others than the file's. */
static void on_counted(struct odt_run *r, const struct element *e)
{
    (void)e;
    word_note_tell(r->d->note, DIAG_WORD_COUNTED, (struct str){0});
}

static void on_hidden(struct odt_run *r, const struct element *e)
{
    (void)e;
    word_note_tell(r->d->note, DIAG_WORD_HIDDEN, (struct str){0});
}

static void on_more(struct odt_run *r, const struct element *e)
{
    text_in(r, e);
}

/* -- pictures and boxes -- */

static bool is_external(struct str target)
{
    return str_find(target, STR("://"), 0) != SIZE_MAX || str_starts(target, "../") ||
           str_starts(target, "/");
}

static struct str file_of(struct str part)
{
    size_t at = part.n;
    while (at && part.s[at - 1] != '/') at--;
    return str_sub(part, at, part.n);
}

/* Some programs put a picture's bytes into the text. */
static struct str base64(struct arena *a, const struct element *e)
{
    struct buf out = BUF(a);
    uint32_t bits = 0;
    int n = 0;
    for (const struct element *c = e ? e->first : NULL; c; c = c->next)
        for (size_t i = 0; i < c->text.n; i++) {
            static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            const char *at = memchr(LETTERS, c->text.s[i], 64);
            if (!at) continue;
            bits = bits << 6 | (uint32_t)(at - LETTERS);
            if ((n += 6) >= 8) buf_byte(&out, (char)(bits >> (n -= 8)));
        }
    return buf_str(&out);
}

static struct str part_named(struct arena *a, struct str target)
{
    struct buf b = BUF(a);
    if (str_starts(target, "./")) target = str_sub(target, 2, target.n);
    for (size_t i = 0; i < target.n; i++) {
        bool code = target.s[i] == '%' && i + 2 < target.n && str_hex(target.s[i + 1]) >= 0 &&
                    str_hex(target.s[i + 2]) >= 0;
        buf_byte(&b, code ? (char)(str_hex(target.s[i + 1]) * 16 + str_hex(target.s[i + 2])) : target.s[i]);
        if (code) i += 2;
    }
    return buf_str(&b);
}

static struct str text_of(struct arena *a, const struct element *e)
{
    struct buf b = BUF(a);
    for (const struct element *c = e; c; c = element_after(c, e)) buf_add(&b, c->text);
    return buf_str(&b);
}

/* Higher than a line or two: a centimetre, four tenths of an inch. */
static bool is_large(struct str height)
{
    size_t dot = str_find(height, STR("."), 0);
    char tenth = dot != SIZE_MAX && dot + 1 < height.n ? height.s[dot + 1] : '0';
    long tenths = element_number(height, 0) * 10 + (tenth >= '0' && tenth <= '9' ? tenth - '0' : 0);
    return tenths >= (str_ends(height, "in") ? 4 : 10);
}

static void on_image(struct odt_run *r, const struct element *frame, const struct element *image)
{
    struct odt_reader *d = r->d;
    struct str target = element_value(image, "xlink:href"), anchor = element_value(frame, "text:anchor-type");
    struct str part = part_named(d->a, target), alt = text_of(d->a, element_child(frame, "svg:desc"));
    struct word_note_picture p = {.alt = alt, .apart = !str_is(anchor, "as-char")};
    const struct element *inner = element_child(image, "office:binary-data");
    if (!str_trim(p.alt).n) p.alt = text_of(d->a, element_child(frame, "svg:title"));
    p.apart = p.apart || is_large(element_value(frame, "svg:height"));
    p.name = file_of(part);
    if (inner)
        p.bytes = base64(d->a, inner);
    else if (is_external(target))
        word_note_tell_each(d->note, DIAG_WORD_PICTURE_LINKED, (struct str){0});
    else if (!archive_part(d->archive, d->a, part, &p.bytes))
        word_note_tell_each(d->note, DIAG_WORD_PICTURE_GONE, (struct str){0});
    if (!p.name.n) p.name = STR("picture");
    word_note_picture(d->note, &p, r->href);
}

static bool is_set(struct str media)
{
    return str_starts(media, "image/png") || str_starts(media, "image/jpeg");
}

/* The same picture may stand there in several kinds: one that can be set, else the first. */
static const struct element *image_of(const struct element *frame)
{
    const struct element *first = element_child(frame, "draw:image");
    for (const struct element *e = first; e; e = e->next) {
        struct str name = element_value(e, "xlink:href"), media = element_value(e, "draw:mime-type");
        if (!element_is(e, "draw:image")) continue;
        if (!media.n) media = element_value(e, "loext:mime-type");
        if (is_set(media) || str_ends(name, ".png") || str_ends(name, ".jpg")) return e;
    }
    return first;
}

static void on_frame(struct odt_run *r, const struct element *e)
{
    const struct element *box = element_child(e, "draw:text-box"), *image = image_of(e);
    if (box)
        VEC_ADD(r->d->a, r->d->boxes.list, box);
    else if (element_child(e, "draw:object") || element_child(e, "draw:object-ole"))
        word_note_tell_each(r->d->note, DIAG_WORD_OBJECT, (struct str){0});
    else if (image)
        on_image(r, e, image);
}

/* A drawn shape holds paragraphs, a group of them shapes. */
static void on_shape(struct odt_run *r, const struct element *e)
{
    if (element_child(e, "text:p") || element_child(e, "text:list")) VEC_ADD(r->d->a, r->d->boxes.list, e);
}

/* -- runs -- */

static const struct {
    const char *name;
    void (*read)(struct odt_run *, const struct element *);
} READERS[] = {{"text:span", on_span},
               {"text:s", on_spaces},
               {"text:tab", on_tab},
               {"text:line-break", on_break},
               {"text:a", on_link},
               {"draw:a", on_link},
               {"text:note", on_note},
               {"office:annotation", on_comment},
               {"text:change", on_change},
               {"text:change-start", on_change},
               {"text:hidden-text", on_hidden},
               {"text:hidden-paragraph", on_hidden},
               {"draw:frame", on_frame},
               {"draw:g", on_more},
               {"draw:custom-shape", on_shape},
               {"draw:rect", on_shape},
               {"draw:ellipse", on_shape},
               {"draw:caption", on_shape},
               {"text:page-number", on_counted},
               {"text:page-count", on_counted},
               {"text:ruby", on_more},
               {"text:ruby-base", on_more},
               {"text:meta", on_more},
               {"text:meta-field", on_more}};

/* A place's mark, what is said of the text, not in it. */
static bool is_passed_over(struct str name)
{
    static const char *const NAMES[] = {
        "text:soft-page-break",   "text:ruby-text",         "office:annotation-end", "text:page-continuation",
        "text:page-variable-get", "office:event-listeners", "text:change-end"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_is(name, NAMES[i])) return true;
    return !str_starts(name, "text:");
}

/* Any other element of text is a field, and shows its text. */
static void text_in(struct odt_run *r, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next) {
        size_t i = 0, n = sizeof READERS / sizeof *READERS;
        if (!e->name.n) {
            put_collapsed(r, e->text);
            continue;
        }
        while (i < n && !str_is(e->name, READERS[i].name)) i++;
        if (i < n)
            READERS[i].read(r, e);
        else if (!is_passed_over(e->name))
            text_in(r, e);
    }
}

/* -- paragraphs -- */

static bool take_item(struct odt_reader *d, struct word_list_item *item)
{
    long start;
    unsigned level = d->level < LEVELS ? d->level : LEVELS;
    if (!d->first) {
        *item = (struct word_list_item){.level = level, .goes_on = true};
        return true;
    }
    if (!odt_styles_item(d->styles, d->list.style, level, item, &start)) return false;
    long number = d->list.begun[level] ? d->list.counts[level] + 1 : start;
    item->number = number < 0 || number > NUMBER_MOST ? 1 : number;
    d->list.counts[level] = item->number;
    d->list.begun[level] = true;
    for (unsigned l = level + 1; l <= LEVELS; l++) d->list.begun[l] = false;
    return true;
}

static bool is_counted(const struct element *e)
{
    static const char *const SEQUENCE[] = {"text:sequence", NULL};
    return element_within(e, SEQUENCE) != NULL;
}

static struct word_note_paragraph facts_of(struct odt_reader *d, const struct element *e,
                                           struct odt_paragraph *p)
{
    bool heading = element_is(e, "text:h");
    *p = odt_styles_paragraph(d->styles, element_value(e, "text:style-name"));
    struct word_note_paragraph now = {.role = p->role, .level = p->level, .align = p->align};
    long level = element_number(element_value(e, "text:outline-level"), p->level);
    if (heading) now.level = level > 0 && level < 10 ? (int)level : 1;
    if (now.role == WORD_PLAIN && (heading || p->level > 0)) now.role = WORD_HEADING;
    now.counted = now.role == WORD_CAPTION && is_counted(e);
    if (now.role != WORD_PLAIN)
        p->text.bold = p->text.italic = -1; /* its look, which the report has its own of */
    if (d->item && now.role != WORD_HEADING) take_item(d, &now.item);
    return now;
}

static void on_paragraph(struct odt_reader *d, const struct element *e)
{
    struct odt_paragraph p;
    struct odt_boxes before = d->boxes, boxes;
    struct word_note_paragraph now = facts_of(d, e, &p);
    struct odt_run run = {.d = d, .text = p.text};
    d->first = false;
    d->boxes = (struct odt_boxes){0};
    word_note_begin(d->note, &now);
    text_in(&run, e);
    word_note_end(d->note);
    boxes = d->boxes;
    d->boxes = before;
    bool item = d->item;
    d->item = false;
    for (size_t i = 0; i < boxes.list.n; i++) blocks_in(d, boxes.list.at[i]);
    d->item = item;
}

/* -- lists -- */

static void on_list_item(struct odt_reader *d, const struct element *e, bool header)
{
    long start = element_number(element_value(e, "text:start-value"), -1);
    struct str style = element_value(e, "text:style-override");
    unsigned level = d->level < LEVELS ? d->level : LEVELS;
    if (style.n) d->list.style = style;
    if (start >= 0 && start < NUMBER_MOST) {
        d->list.counts[level] = start - 1;
        d->list.begun[level] = true;
    }
    d->item = true;
    d->first = !header;
    blocks_in(d, e);
}

static void outer_list(struct odt_reader *d, const struct element *e)
{
    struct str id = element_value(e, "xml:id"), goes_on = element_value(e, "text:continue-list");
    bool any = str_is(element_value(e, "text:continue-numbering"), "true");
    struct odt_list *before = goes_on.n ? map_get_str(&d->lists, goes_on) : NULL;
    struct str style = element_value(e, "text:style-name");
    if (before)
        d->list = *before;
    else if (!any || !str_eq(style, d->list.style))
        d->list = (struct odt_list){0};
    if (style.n) d->list.style = style;
    (void)id;
}

static void remember(struct odt_reader *d, const struct element *e)
{
    struct str id = element_value(e, "xml:id");
    if (!id.n) return;
    struct odt_list *kept = ARENA_ONE(d->a, struct odt_list);
    *kept = d->list;
    *map_at_str(&d->lists, id) = kept;
}

static void on_list(struct odt_reader *d, const struct element *e)
{
    bool item = d->item, first = d->first;
    struct str style = d->list.style, own = element_value(e, "text:style-name");
    if (!d->level) outer_list(d, e);
    if (d->level && own.n) d->list.style = own;
    d->level++;
    for (const struct element *c = e->first; c; c = c->next)
        if (element_is(c, "text:list-item") || element_is(c, "text:list-header"))
            on_list_item(d, c, element_is(c, "text:list-header"));
    d->level--;
    if (!d->level) remember(d, e);
    if (d->level) d->list.style = style;
    d->item = item && d->level > 0;
    d->first = first && !e->first;
}

/* -- tables -- */

static unsigned repeated(const struct element *e, const char *name)
{
    long n = element_number(element_value(e, name), 1);
    return n > 0 && n < REPEAT_MOST ? (unsigned)n : 1;
}

/* Cells and rows that are there many times over are empty ones at a sheet's end: in a note they are what they
 * say. */
static void on_cell(struct odt_reader *d, const struct element *e, struct word_table_cell *cell)
{
    unsigned times = repeated(e, "table:number-columns-repeated");
    if (element_is(e, "table:covered-table-cell")) {
        cell->column += times;
        return;
    }
    cell->across = repeated(e, "table:number-columns-spanned");
    cell->down = repeated(e, "table:number-rows-spanned");
    cell->shaded = odt_styles_shaded(d->styles, element_value(e, "table:style-name"));
    for (unsigned i = 0; i < times && i < 64; i++) {
        word_note_cell(d->note, cell);
        blocks_in(d, e);
        word_note_cell_end(d->note);
        cell->column++;
    }
}

static void rows_in(struct odt_reader *d, const struct element *within, bool head)
{
    for (const struct element *e = within->first; e; e = e->next) {
        if (element_is(e, "table:table-header-rows"))
            rows_in(d, e, true);
        else if (element_is(e, "table:table-rows") || element_is(e, "table:table-row-group"))
            rows_in(d, e, head);
        if (!element_is(e, "table:table-row")) continue;
        struct word_table_cell cell = {0};
        word_note_row(d->note, head);
        for (const struct element *c = e->first; c; c = c->next)
            if (element_is(c, "table:table-cell") || element_is(c, "table:covered-table-cell"))
                on_cell(d, c, &cell);
    }
}

static void on_table(struct odt_reader *d, const struct element *e)
{
    bool item = d->item;
    d->item = false;
    word_note_table(d->note);
    rows_in(d, e, false);
    word_note_table_end(d->note);
    d->item = item;
}

/* -- blocks -- */

static bool is_index(struct str name)
{
    static const char *const NAMES[] = {"text:table-of-content", "text:illustration-index",
                                        "text:table-index",      "text:object-index",
                                        "text:user-index",       "text:alphabetical-index"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_is(name, NAMES[i])) return true;
    return false;
}

/* What hangs on the page, not on a paragraph: a paragraph of its own. */
static void on_page_frame(struct odt_reader *d, const struct element *e)
{
    struct element paragraph = {.name = STR("text:p")}, frame = *e;
    paragraph.first = paragraph.last = &frame;
    frame.next = NULL;
    frame.parent = &paragraph;
    on_paragraph(d, &paragraph);
}

static void on_block(struct odt_reader *d, const struct element *e)
{
    if (element_is(e, "text:p") || element_is(e, "text:h"))
        on_paragraph(d, e);
    else if (element_is(e, "text:list"))
        on_list(d, e);
    else if (element_is(e, "table:table"))
        on_table(d, e);
    else if (element_is(e, "text:section") && str_is(element_value(e, "text:display"), "none"))
        word_note_tell(d->note, DIAG_WORD_HIDDEN, (struct str){0});
    else if (element_is(e, "draw:frame"))
        on_page_frame(d, e);
    else if (element_is(e, "text:section") || element_is(e, "text:numbered-paragraph") ||
             element_is(e, "text:index-body") || element_is(e, "text:bibliography") ||
             element_is(e, "draw:text-box"))
        blocks_in(d, e);
    else if (is_index(e->name))
        word_note_tell(d->note, DIAG_WORD_COUNTED, (struct str){0});
    else if (element_is(e, "text:tracked-changes") && e->first)
        word_note_tell(d->note, DIAG_WORD_CHANGES, (struct str){0});
}

static void blocks_in(struct odt_reader *d, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next) on_block(d, e);
}

/* -- all -- */

static void footnotes(struct odt_reader *d)
{
    for (size_t i = 0; i < d->notes.n; i++) {
        const struct element *body = element_child(d->notes.at[i], "text:note-body");
        if (!body || !word_note_footnote(d->note, str_fmt(d->a, "%zu", i))) continue;
        d->level = 0;
        d->item = false;
        blocks_in(d, body);
        word_note_footnote_end(d->note);
    }
}

const struct source *odt_read(struct job *job, struct str path, struct str bytes)
{
    struct archive *archive = archive_open(job, path, bytes);
    if (!archive) return NULL;
    struct arena_mark mark = arena_mark(job->scratch);
    struct odt_reader d = {.job = job, .a = job->scratch, .archive = archive, .lists = MAP(job->scratch)};
    size_t told = job->diags->list.n;
    const struct element *content = element_read(job, d.a, archive, STR("content.xml"));
    const struct element *text = element_child(element_child(content, "office:body"), "office:text");
    const struct source *source = NULL;
    if (text) {
        d.note = word_note_new(job, path);
        d.styles = odt_styles_new(d.a);
        odt_styles_add(d.styles, content);
        odt_styles_add(d.styles, element_read(job, d.a, archive, STR("styles.xml")));
        blocks_in(&d, text);
        footnotes(&d);
        source = word_note_done(d.note);
    } else if (job->diags->list.n == told) {
        diag_tell(job->diags, DIAG_WORD_NOT_A_NOTE, archive_place(archive), {0});
    }
    archive_close(archive);
    arena_reset(job->scratch, mark);
    return source;
}
