#include "read/word/docx_text.h"

#include "read/word/word_font.h"

enum { FIELDS_MOST = 32, CODE_MOST = 4000, LARGE = 400000 /* 1/360000 cm: a third of an inch and more */ };

struct docx_text {
    struct docx_reader *d;
    struct str href;
    struct docx_run run;
};

static void text_in(struct docx_text *t, const struct element *within);

/* -- small things -- */

const struct element *docx_text_choice(const struct element *alternate)
{
    static const char *const SHOWN[] = {"w:t", "w:txbxContent", "a:blip", "v:imagedata", "w:sym", NULL};
    const struct element *choice = element_child(alternate, "mc:Choice");
    const struct element *other = element_child(alternate, "mc:Fallback");
    if (!choice || (other && !element_within(choice, SHOWN) && element_within(other, SHOWN))) return other;
    return choice;
}

bool docx_text_deleted(struct docx_reader *d, const struct element *e)
{
    bool gone = element_is(e, "w:del") || element_is(e, "w:moveFrom");
    if (gone || element_is(e, "w:ins") || element_is(e, "w:moveTo"))
        word_note_tell(d->note, DIAG_WORD_CHANGES, (struct str){0});
    return gone;
}

static const struct element *relation(const struct docx_reader *d, struct str id)
{
    return id.n ? map_get_str(&d->relations, id) : NULL;
}

static bool is_external(const struct element *relation)
{
    return str_eq_fold(element_value(relation, "TargetMode"), STR("External"));
}

/* -- fields -- */

bool docx_text_hidden(const struct docx_reader *d)
{
    for (size_t i = 0; i < d->fields.n; i++)
        if (d->fields.at[i].in_code || d->fields.at[i].hidden) return true;
    return false;
}

static struct str first_word(struct str code)
{
    size_t n = 0;
    code = str_trim(code);
    while (n < code.n && code.s[n] != ' ' && code.s[n] != '\\') n++;
    return str_sub(code, 0, n);
}

/* Pages of the report are others than the file's, and its contents are its own. */
static const struct no_text {
    const char *code;
    bool shown, contents; /* Word prints it: it is told; over many paragraphs */
} NO_TEXT[] = {{"TOC", true, true},           {"INDEX", true, true},     {"TOA", true, true},
               {"PAGE", true, false},         {"NUMPAGES", true, false}, {"SECTION", true, false},
               {"SECTIONPAGES", true, false}, {"TC", false, false},      {"XE", false, false},
               {"TA", false, false},          {"RD", false, false},      {"SET", false, false},
               {"ASK", false, false},         {"PRIVATE", false, false}};

/* NULL: the field's result is text. */
static const struct no_text *no_text(struct docx_reader *d, struct str code)
{
    for (size_t i = 0; i < sizeof NO_TEXT / sizeof *NO_TEXT; i++) {
        if (!str_eq_fold(first_word(code), str_of(NO_TEXT[i].code))) continue;
        if (NO_TEXT[i].shown) word_note_tell(d->note, DIAG_WORD_COUNTED, (struct str){0});
        return &NO_TEXT[i];
    }
    return NULL;
}

/* HYPERLINK "address" \l "place"; a place in the file is none in the report. */
static struct str link_of(struct docx_reader *d, struct str code)
{
    size_t from = str_find(code, STR("\""), 0);
    if (!str_eq_fold(first_word(code), STR("HYPERLINK")) || from == SIZE_MAX) return (struct str){0};
    size_t to = str_find(code, STR("\""), from + 1);
    struct str before = str_sub(code, 0, from);
    if (to == SIZE_MAX || str_find(before, STR("\\l"), 0) != SIZE_MAX) return (struct str){0};
    return word_note_address(d->note, str_sub(code, from + 1, to));
}

static void field_mark(struct docx_reader *d, struct str kind, bool form)
{
    struct docx_field *top = d->fields.n ? &d->fields.at[d->fields.n - 1] : NULL;
    if (d->fields_over || (str_is(kind, "begin") && d->fields.n == FIELDS_MOST)) {
        d->fields_over += str_is(kind, "begin");
        d->fields_over -= str_is(kind, "end");
    } else if (str_is(kind, "begin")) {
        struct docx_field field = {.code = BUF(d->a), .in_code = true, .form = form};
        VEC_ADD(d->a, d->fields, field);
    } else if (str_is(kind, "separate") && top && top->in_code) {
        top->in_code = false;
        const struct no_text *none = no_text(d, buf_str(&top->code));
        top->hidden = none || top->form;
        top->contents = none && none->contents;
        top->href = link_of(d, buf_str(&top->code));
    } else if (str_is(kind, "end") && top) {
        d->fields.n--;
    }
}

void docx_text_paragraph_ends(struct docx_reader *d)
{
    d->fields_over = 0;
    for (; d->fields.n; d->fields.n--) {
        const struct docx_field *top = &d->fields.at[d->fields.n - 1];
        if (!top->in_code && (!top->hidden || top->contents)) return;
    }
}

static struct str field_link(const struct docx_reader *d)
{
    for (size_t i = d->fields.n; i-- > 0;)
        if (d->fields.at[i].href.n) return d->fields.at[i].href;
    return (struct str){0};
}

/* -- text -- */

static void put(struct docx_text *t, struct str text)
{
    unsigned style = (t->run.bold > 0 ? SPAN_STRONG : 0u) | (t->run.italic > 0 ? SPAN_EMPH : 0u) |
                     (t->run.raised > 0 ? SPAN_RAISED : 0u);
    struct str href = t->href.n ? t->href : field_link(t->d);
    if (docx_text_hidden(t->d)) return;
    if (t->run.lowered > 0) style |= SPAN_LOWERED;
    word_note_font(t->d->note, t->run.font, text);
    word_note_text(t->d->note, text, style, href);
}

static void put_signs(struct docx_text *t, struct str font, struct str text)
{
    struct buf shown = BUF(t->d->a);
    if (!word_font_add_signs(&shown, font, text)) word_note_tell(t->d->note, DIAG_WORD_SIGN, font);
    put(t, buf_str(&shown));
}

static void on_text(struct docx_text *t, const struct element *e)
{
    for (const struct element *c = e->first; c; c = c->next) {
        if (c->name.n) continue;
        if (word_font_is_signs(t->run.font))
            put_signs(t, t->run.font, c->text);
        else
            put(t, c->text);
    }
}

static void on_sign(struct docx_text *t, const struct element *e)
{
    struct str code = element_value(e, "w:char"), font = element_value(e, "w:font");
    uint32_t c = 0;
    char bytes[4];
    for (size_t i = 0; i < code.n && i < 6; i++) {
        int digit = str_hex(code.s[i]);
        if (digit < 0) return;
        c = c * 16 + (uint32_t)digit;
    }
    if (c && c < 0x110000 && (c < 0xD800 || c > 0xDFFF))
        put_signs(t, font, (struct str){bytes, utf8_put(bytes, c)});
}

static void on_tab(struct docx_text *t, const struct element *e)
{
    (void)e;
    put(t, STR("\t"));
}

static void on_hyphen(struct docx_text *t, const struct element *e)
{
    (void)e;
    put(t, STR("\xE2\x80\x91"));
}

static void on_break(struct docx_text *t, const struct element *e)
{
    (void)e;
    if (!docx_text_hidden(t->d)) word_note_break(t->d->note);
}

/* <w:x/> and <w:x w:val="1"/> are on. */
static bool is_on(const struct element *e)
{
    struct str v = element_value(e, "w:val");
    return e && (!v.s || str_is(v, "1") || str_is(v, "true") || str_is(v, "on"));
}

/* The entry that was chosen; where none was, the one that is offered first. */
static struct str chosen_entry(const struct element *list)
{
    const struct element *result = element_child(list, "w:result");
    if (!result) result = element_child(list, "w:default");
    long left = element_number(element_value(result, "w:val"), 0);
    for (const struct element *c = list->first; c; c = c->next)
        if (element_is(c, "w:listEntry") && left-- == 0) return element_value(c, "w:val");
    return (struct str){0};
}

/* Boxes to tick and lists to choose from, as Word's old forms have them: what was chosen stands with the
 * field's beginning alone. */
static bool put_form(struct docx_text *t, const struct element *e)
{
    const struct element *data = element_child(e, "w:ffData"), *box = element_child(data, "w:checkBox");
    const struct element *list = element_child(data, "w:ddList"), *checked = element_child(box, "w:checked");
    if (box) put(t, is_on(checked ? checked : element_child(box, "w:default")) ? STR("☑") : STR("☐"));
    if (list) put(t, chosen_entry(list));
    return box || list;
}

static void on_field(struct docx_text *t, const struct element *e)
{
    struct str kind = element_value(e, "w:fldCharType");
    field_mark(t->d, kind, str_is(kind, "begin") && put_form(t, e));
}

static void on_code(struct docx_text *t, const struct element *e)
{
    struct docx_reader *d = t->d;
    struct docx_field *top = d->fields.n ? &d->fields.at[d->fields.n - 1] : NULL;
    for (const struct element *c = e->first; top && top->in_code && c; c = c->next)
        if (top->code.n + c->text.n < CODE_MOST) buf_add(&top->code, c->text);
}

static void on_simple_field(struct docx_text *t, const struct element *e)
{
    if (no_text(t->d, element_value(e, "w:instr"))) return;
    struct docx_text within = *t;
    struct str href = link_of(t->d, element_value(e, "w:instr"));
    if (href.n) within.href = href;
    text_in(&within, e);
}

static void on_note(struct docx_text *t, const struct element *e)
{
    char kind = element_is(e, "w:footnoteReference") ? 'f' : 'e';
    struct str id = element_value(e, "w:id");
    if (!docx_text_hidden(t->d) && id.n)
        word_note_mark(t->d->note, str_fmt(t->d->a, "%c%.*s", kind, STR_ARGS(id)));
}

static void on_comment(struct docx_text *t, const struct element *e)
{
    (void)e;
    word_note_tell(t->d->note, DIAG_WORD_COMMENTS, (struct str){0});
}

static void on_formula(struct docx_text *t, const struct element *e)
{
    for (const struct element *c = e; c; c = element_after(c, e))
        if (element_is(c, "m:t"))
            for (const struct element *x = c->first; x; x = x->next) put(t, x->text);
}

/* -- pictures and boxes -- */

static struct str file_of(struct str part)
{
    size_t at = part.n;
    while (at && part.s[at - 1] != '/') at--;
    return str_sub(part, at, part.n);
}

struct docx_drawing {
    struct str alt;
    bool apart;
};

static void put_picture(struct docx_text *t, const struct docx_drawing *drawing, struct str id)
{
    struct docx_reader *d = t->d;
    const struct element *to = relation(d, id);
    struct word_note_picture p = {.alt = drawing->alt, .apart = drawing->apart};
    struct str part = archive_target(d->a, d->part, element_value(to, "Target"));
    if (!id.n || docx_text_hidden(d)) return;
    if (to && is_external(to))
        word_note_tell_each(d->note, DIAG_WORD_PICTURE_LINKED, (struct str){0});
    else if (part.n && archive_part(d->archive, d->a, part, &p.bytes))
        p.name = file_of(part);
    else if (!archive_has(d->archive, part)) /* of a damaged one that is told */
        word_note_tell_each(d->note, DIAG_WORD_PICTURE_GONE, (struct str){0});
    word_note_picture(d->note, &p, t->href);
}

static bool is_large(const struct element *extent)
{
    return element_number(element_value(extent, "cy"), 0) > LARGE;
}

/* Word describes a picture by itself and says so in a second line. */
static struct str description(const struct element *e)
{
    struct str alt = element_value(e, "descr");
    size_t end = str_find(alt, STR("\n"), 0);
    bool made = end != SIZE_MAX && (str_find(alt, STR("generated"), end) != SIZE_MAX);
    if (!str_trim(alt).n) alt = element_value(e, "title");
    return made ? str_sub(alt, 0, end) : alt;
}

static bool is_vml_picture(const struct element *e)
{
    return element_is(e, "v:imagedata");
}

/* One element of a drawing; true where what is within it is not looked at. */
static bool drawing_step(struct docx_text *t, struct docx_drawing *drawing, const struct element *e)
{
    struct str id = element_value(e, "r:embed");
    if (element_is(e, "wp:anchor") || (element_is(e, "wp:inline") && is_large(element_child(e, "wp:extent"))))
        drawing->apart = true;
    if (element_is(e, "wp:docPr")) drawing->alt = description(e);
    if (element_is(e, "v:shape") && element_value(e, "alt").n) drawing->alt = element_value(e, "alt");
    if (element_is(e, "a:blip")) put_picture(t, drawing, id.n ? id : element_value(e, "r:link"));
    if (is_vml_picture(e)) put_picture(t, drawing, element_value(e, "r:id"));
    if (element_is(e, "v:rect") && element_value(e, "o:hr").n) word_note_rule(t->d->note);
    if (element_is(e, "v:textpath")) put(t, element_value(e, "string"));
    if (str_is(e->name, "?:chart") || str_is(e->name, "?:relIds") || str_is(e->name, "?:contentPart"))
        word_note_tell_each(t->d->note, DIAG_WORD_OBJECT, (struct str){0});
    if (!element_is(e, "w:txbxContent")) return element_is(e, "a:blip");
    if (!docx_text_hidden(t->d)) VEC_ADD(t->d->a, t->d->boxes.list, e);
    return true;
}

static void drawing_in(struct docx_text *t, struct docx_drawing *drawing, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next) {
        if (element_is(e, "mc:AlternateContent")) {
            const struct element *one = docx_text_choice(e);
            if (one) drawing_in(t, drawing, one);
        } else if (!drawing_step(t, drawing, e)) {
            drawing_in(t, drawing, e);
        }
    }
}

static void on_drawing(struct docx_text *t, const struct element *e)
{
    struct docx_drawing drawing = {.apart = !element_is(e, "w:drawing")};
    drawing_in(t, &drawing, e);
}

/* -- runs -- */

static void on_run(struct docx_text *t, const struct element *e)
{
    struct docx_text within = *t;
    const struct element *properties = element_child(e, "w:rPr");
    within.run = docx_styles_run(t->d->styles, properties, &t->d->around);
    if (element_child(properties, "w:del") || element_child(properties, "w:moveFrom")) return;
    bool code = element_child(e, "w:fldChar") || element_child(e, "w:instrText");
    bool gone = within.run.hidden > 0 || within.run.struck > 0;
    if (gone && element_child(e, "w:t") && !docx_text_hidden(t->d))
        word_note_tell(t->d->note, within.run.hidden > 0 ? DIAG_WORD_HIDDEN : DIAG_WORD_STRUCK,
                       (struct str){0});
    if (!gone || code) text_in(&within, e);
}

/* What a run or a paragraph holds further runs in. */
static void on_more(struct docx_text *t, const struct element *e)
{
    text_in(t, e);
}

static void on_change(struct docx_text *t, const struct element *e)
{
    if (!docx_text_deleted(t->d, e)) text_in(t, e);
}

static void on_alternate(struct docx_text *t, const struct element *e)
{
    const struct element *one = docx_text_choice(e);
    if (one) text_in(t, one);
}

static void on_link(struct docx_text *t, const struct element *e)
{
    struct docx_text within = *t;
    const struct element *to = relation(t->d, element_value(e, "r:id"));
    if (to && is_external(to)) within.href = word_note_address(t->d->note, element_value(to, "Target"));
    text_in(&within, e);
}

static const struct {
    const char *name;
    void (*read)(struct docx_text *, const struct element *);
} READERS[] = {{"w:r", on_run},
               {"w:t", on_text},
               {"w:tab", on_tab},
               {"w:ptab", on_tab},
               {"w:br", on_break},
               {"w:cr", on_break},
               {"w:noBreakHyphen", on_hyphen},
               {"w:sym", on_sign},
               {"w:fldChar", on_field},
               {"w:instrText", on_code},
               {"w:fldSimple", on_simple_field},
               {"w:footnoteReference", on_note},
               {"w:endnoteReference", on_note},
               {"w:commentReference", on_comment},
               {"w:drawing", on_drawing},
               {"w:pict", on_drawing},
               {"w:object", on_drawing},
               {"w:hyperlink", on_link},
               {"w:ins", on_change},
               {"w:moveTo", on_change},
               {"w:del", on_change},
               {"w:moveFrom", on_change},
               {"w:sdt", on_more},
               {"w:sdtContent", on_more},
               {"w:smartTag", on_more},
               {"w:customXml", on_more},
               {"w:dir", on_more},
               {"w:bdo", on_more},
               {"w:ruby", on_more},
               {"w:rubyBase", on_more},
               {"m:oMath", on_formula},
               {"m:oMathPara", on_formula},
               {"mc:AlternateContent", on_alternate}};

static void text_in(struct docx_text *t, const struct element *within)
{
    for (const struct element *e = within->first; e; e = e->next)
        for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++)
            if (str_is(e->name, READERS[i].name)) {
                READERS[i].read(t, e);
                break;
            }
}

void docx_text_read(struct docx_reader *d, const struct element *within)
{
    struct docx_text t = {.d = d, .run = d->around};
    text_in(&t, within);
}
