#include "read/word/docx_styles.h"

#include "base/map.h"

#include <limits.h>

enum { BASED_MOST = 20, OUTLINE_MOST = 9 };

struct docx_style {
    struct str id, name; /* the name that Word gives it in English, whatever its user's language */
    const struct element *element;
    struct docx_style *based;
};

struct docx_styles {
    struct map by_id;
    struct docx_style *normal;      /* what a paragraph has that names none */
    const struct element *defaults; /* w:rPr of w:docDefaults */
};

/* -- styles -- */

struct docx_styles *docx_styles_new(struct arena *a, const struct element *styles)
{
    struct docx_styles *s = ARENA_ONE(a, struct docx_styles);
    s->by_id = MAP(a);
    s->defaults =
        element_child(element_child(element_child(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    for (const struct element *e = styles ? styles->first : NULL; e; e = e->next) {
        struct str id = element_value(e, "w:styleId"), kind = element_value(e, "w:type");
        if (!element_is(e, "w:style") || !id.n) continue;
        struct docx_style *style = ARENA_ONE(a, struct docx_style);
        *style =
            (struct docx_style){.id = id, .name = element_child_value(e, "w:name", "w:val"), .element = e};
        *map_at_str(&s->by_id, id) = style;
        if (str_is(kind, "paragraph") && element_number(element_value(e, "w:default"), 0) == 1)
            s->normal = style;
    }
    for (const struct element *e = styles ? styles->first : NULL; e; e = e->next) {
        struct docx_style *style = map_get_str(&s->by_id, element_value(e, "w:styleId"));
        if (style) style->based = map_get_str(&s->by_id, element_child_value(e, "w:basedOn", "w:val"));
    }
    return s;
}

static const struct docx_style *style_of(const struct docx_styles *s, struct str id)
{
    return id.n ? map_get_str(&s->by_id, id) : NULL;
}

/* -- runs -- */

/* <w:b/>, <w:b w:val="0"/>: 1, 0; -1 where there is none. */
static int is_on(const struct element *properties, const char *name)
{
    const struct element *e = element_child(properties, name);
    struct str v = element_value(e, "w:val");
    if (!e) return -1;
    return !(str_is(v, "0") || str_is(v, "false") || str_is(v, "off") || str_is(v, "none"));
}

static void set(int *value, int said)
{
    if (*value < 0) *value = said;
}

/* What is not said yet. */
static void add_run(struct docx_run *r, const struct element *p)
{
    struct str place = element_child_value(p, "w:vertAlign", "w:val");
    struct str font = element_child_value(p, "w:rFonts", "w:ascii");
    bool bold = is_on(p, "w:b") >= 0;
    set(&r->bold, bold ? is_on(p, "w:b") : is_on(p, "w:bCs") == 1 ? 1 : -1);
    set(&r->italic, is_on(p, "w:i"));
    set(&r->hidden, is_on(p, "w:vanish"));
    set(&r->struck, is_on(p, is_on(p, "w:dstrike") >= 0 ? "w:dstrike" : "w:strike"));
    if (place.s) set(&r->raised, str_is(place, "superscript"));
    if (place.s) set(&r->lowered, str_is(place, "subscript"));
    /* LibreOffice writes smaller signs above or below the line so */
    long up = element_child(p, "w:sz") ? element_number(element_child_value(p, "w:position", "w:val"), 0) : 0;
    if (up >= 4) set(&r->raised, 1);
    if (up <= -2) set(&r->lowered, 1);
    if (!font.n) font = element_child_value(p, "w:rFonts", "w:hAnsi");
    if (!r->font.n) r->font = font;
}

static const struct docx_run NOTHING = {-1, -1, -1, -1, -1, -1, {NULL, 0}};

static struct docx_run style_run(const struct docx_style *style)
{
    struct docx_run r = NOTHING;
    for (int n = 0; style && n < BASED_MOST; n++, style = style->based)
        add_run(&r, element_child(style->element, "w:rPr"));
    return r;
}

/* 17.7.3: what a paragraph's style and a run's style both switch on is off. */
static int toggled(int direct, int run, int paragraph)
{
    if (direct >= 0) return direct;
    return run > 0 ? paragraph <= 0 : paragraph;
}

struct docx_run docx_styles_run(const struct docx_styles *s, const struct element *properties,
                                const struct docx_run *around)
{
    struct docx_run direct = NOTHING, none = NOTHING;
    add_run(&direct, properties);
    struct str id = element_child_value(properties, "w:rStyle", "w:val");
    struct docx_run style = id.n ? style_run(style_of(s, id)) : none;
    add_run(&none, s->defaults);
    return (struct docx_run){.bold = toggled(direct.bold, style.bold, around->bold),
                             .italic = toggled(direct.italic, style.italic, around->italic),
                             .hidden = toggled(direct.hidden, style.hidden, around->hidden),
                             .struck = toggled(direct.struck, style.struck, around->struck),
                             .raised = direct.raised >= 0  ? direct.raised
                                       : style.raised >= 0 ? style.raised
                                                           : around->raised,
                             .lowered = direct.lowered >= 0  ? direct.lowered
                                        : style.lowered >= 0 ? style.lowered
                                                             : around->lowered,
                             .font = direct.font.n    ? direct.font
                                     : style.font.n   ? style.font
                                     : around->font.n ? around->font
                                                      : none.font};
}

/* -- paragraphs -- */

static bool is_named(struct str name, const char *wanted)
{
    return str_eq_fold(name, str_of(wanted));
}

/* Word's own names, which are English in each of its languages; LibreOffice writes its own beside them. */
static void add_name(struct docx_paragraph *p, struct str name)
{
    static const struct {
        const char *name;
        enum word_role role;
    } ROLES[] = {{"title", WORD_TITLE},          {"quote", WORD_QUOTE},     {"intense quote", WORD_QUOTE},
                 {"quotations", WORD_QUOTE},     {"caption", WORD_CAPTION}, {"illustration", WORD_CAPTION},
                 {"horizontal line", WORD_RULE}, {"figure", WORD_CAPTION},  {"table", WORD_CAPTION}};
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES && p->role == WORD_PLAIN; i++)
        if (is_named(name, ROLES[i].name)) p->role = ROLES[i].role;
    bool heading = name.n == 9 && is_named(str_sub(name, 0, 8), "heading ");
    if (p->role == WORD_PLAIN && heading && name.s[8] >= '1' && name.s[8] <= '9') {
        p->role = WORD_HEADING;
        p->level = name.s[8] - '0';
    }
    bool toc = name.n == 5 && is_named(str_sub(name, 0, 4), "toc ");
    p->contents |= toc || is_named(name, "toc heading") || is_named(name, "contents heading");
    p->continues |= is_named(str_sub(name, 0, 13), "list continue");
}

static enum align align_of(struct str word)
{
    return str_is(word, "center")                         ? ALIGN_CENTRE
           : str_is(word, "right") || str_is(word, "end") ? ALIGN_RIGHT
                                                          : ALIGN_DEFAULT;
}

static void add_properties(struct docx_paragraph *p, const struct element *e)
{
    const struct element *number = element_child(e, "w:numPr"), *indent = element_child(e, "w:ind");
    long list = element_number(element_child_value(number, "w:numId", "w:val"), -1);
    long outline = element_number(element_child_value(e, "w:outlineLvl", "w:val"), -1);
    struct str left = element_value(indent, "w:left"), jc = element_child_value(e, "w:jc", "w:val");
    if (!left.s) left = element_value(indent, "w:start");
    if (p->list < 0 && list >= 0) p->list = list;
    if (p->depth < 0) p->depth = element_number(element_child_value(number, "w:ilvl", "w:val"), -1);
    if (p->level < 0 && outline >= 0) p->level = outline < OUTLINE_MOST ? (int)outline + 1 : 0;
    if (p->indent == LONG_MIN) p->indent = element_number(left, LONG_MIN);
    if (p->align == ALIGN_DEFAULT) p->align = align_of(jc);
}

struct docx_paragraph docx_styles_paragraph(const struct docx_styles *s, const struct element *properties)
{
    struct docx_paragraph p = {.level = -1, .list = -1, .depth = -1, .indent = LONG_MIN};
    struct str id = element_child_value(properties, "w:pStyle", "w:val");
    const struct docx_style *style = style_of(s, id), *named = style;
    add_properties(&p, properties);
    bool direct = p.level >= 0;
    p.style = id;
    p.run = style_run(style ? style : s->normal);
    for (int n = 0; style && n < BASED_MOST; n++, style = style->based) {
        add_properties(&p, element_child(style->element, "w:pPr"));
        int level = p.level;
        add_name(&p, style->name);
        if (level >= 0) p.level = level;
    }
    bool text = p.level == 0 && (direct || !named); /* body text, said outright */
    if (p.role == WORD_HEADING && text) p.role = WORD_PLAIN;
    if (p.level > 0 && p.role == WORD_PLAIN) p.role = WORD_HEADING;
    if (p.role == WORD_HEADING && p.level < 1) p.level = 1;
    return p;
}

long docx_styles_list(const struct docx_styles *s, struct str style)
{
    const struct docx_style *at = style_of(s, style);
    struct docx_paragraph p = {.level = -1, .list = -1, .depth = -1, .indent = LONG_MIN};
    if (at) add_properties(&p, element_child(at->element, "w:pPr"));
    return p.list;
}
