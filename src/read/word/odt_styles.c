#include "read/word/odt_styles.h"

#include "base/map.h"

enum { BASED_MOST = 20 };

struct odt_styles {
    struct arena *a;
    struct map by_name; /* "family:name", "list:name", "font:name" → element */
};

struct odt_styles *odt_styles_new(struct arena *a)
{
    struct odt_styles *s = ARENA_ONE(a, struct odt_styles);
    s->a = a;
    s->by_name = MAP(a);
    return s;
}

static struct str key(struct arena *a, struct str family, struct str name)
{
    return str_fmt(a, "%.*s:%.*s", STR_ARGS(family), STR_ARGS(name));
}

static void put(struct odt_styles *s, struct str family, const struct element *e)
{
    void **at = map_at_str(&s->by_name, key(s->a, family, element_value(e, "style:name")));
    if (!*at) *at = (void *)(uintptr_t)e;
}

void odt_styles_add(struct odt_styles *s, const struct element *part)
{
    for (const struct element *e = part; e; e = element_after(e, part)) {
        if (element_is(e, "office:body") || element_is(e, "office:master-styles")) break;
        if (element_is(e, "style:style")) put(s, element_value(e, "style:family"), e);
        if (element_is(e, "text:list-style")) put(s, STR("list"), e);
        if (element_is(e, "style:font-face")) put(s, STR("font"), e);
    }
}

static const struct element *find(const struct odt_styles *s, struct str family, struct str name)
{
    return name.n ? map_get_str(&s->by_name, key(s->a, family, name)) : NULL;
}

static const struct element *based(const struct odt_styles *s, struct str family, const struct element *e)
{
    return find(s, family, element_value(e, "style:parent-style-name"));
}

/* -- text -- */

static int is_word(struct str value, const char *on)
{
    return value.s ? str_is(value, on) : -1;
}

static bool is_heavy(struct str weight)
{
    return str_is(weight, "bold") || element_number(weight, 0) >= 600;
}

static void set(int *value, int said)
{
    if (*value < 0) *value = said;
}

/* "super 58%", "-33% 58%", "0% 100%" */
static void set_position(struct odt_text *t, struct str position)
{
    if (!position.s) return;
    set(&t->raised, str_starts(position, "super") || element_number(position, 0) > 0);
    set(&t->lowered, str_starts(position, "sub") || element_number(position, 0) < 0);
}

/* Khmer has a weight of its own. */
static void add_text(const struct odt_styles *s, struct odt_text *t, const struct element *p)
{
    struct str weight = element_value(p, "fo:font-weight"),
               complex = element_value(p, "style:font-weight-complex");
    if (weight.s || complex.s) set(&t->bold, is_heavy(weight) || is_heavy(complex));
    set(&t->italic, is_word(element_value(p, "fo:font-style"), "italic"));
    set(&t->hidden, is_word(element_value(p, "text:display"), "none"));
    struct str line = element_value(p, "style:text-line-through-style");
    set(&t->struck, line.s ? !str_is(line, "none") : -1);
    set_position(t, element_value(p, "style:text-position"));
    struct str named = element_value(p, "style:font-name"), family = element_value(p, "fo:font-family");
    const struct element *face = find(s, STR("font"), named);
    if (face) family = element_value(face, "svg:font-family");
    if (!family.n) family = named;
    while (family.n && strchr("'\"", family.s[0])) family = str_sub(family, 1, family.n);
    if (!t->font.n) t->font = family;
}

static const struct odt_text NOTHING = {-1, -1, -1, -1, -1, -1, {NULL, 0}};

struct odt_text odt_styles_text(const struct odt_styles *s, const char *family, struct str name)
{
    struct odt_text t = NOTHING;
    const struct element *e = find(s, str_of(family), name);
    for (int n = 0; e && n < BASED_MOST; n++, e = based(s, str_of(family), e))
        add_text(s, &t, element_child(e, "style:text-properties"));
    return t;
}

/* -- paragraphs -- */

/* Names as files keep them, in whatever language they are shown: Heading_20_1. */
static enum word_role role_of(struct str name)
{
    static const struct {
        const char *name;
        enum word_role role;
    } ROLES[] = {{"Title", WORD_TITLE},
                 {"Quotations", WORD_QUOTE},
                 {"Quote", WORD_QUOTE},
                 {"Caption", WORD_CAPTION},
                 {"Illustration", WORD_CAPTION},
                 {"Figure", WORD_CAPTION},
                 {"caption", WORD_CAPTION},
                 {"Horizontal_20_Line", WORD_RULE},
                 {"Intense_20_Quote", WORD_QUOTE},
                 {"Drawing", WORD_CAPTION},
                 {"Table", WORD_CAPTION}};
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (str_is(name, ROLES[i].name)) return ROLES[i].role;
    return WORD_PLAIN;
}

static enum align align_of(struct str word)
{
    return str_is(word, "center")                         ? ALIGN_CENTRE
           : str_is(word, "end") || str_is(word, "right") ? ALIGN_RIGHT
                                                          : ALIGN_DEFAULT;
}

struct odt_paragraph odt_styles_paragraph(const struct odt_styles *s, struct str name)
{
    struct odt_paragraph p = {.role = role_of(name), .text = odt_styles_text(s, "paragraph", name)};
    const struct element *e = find(s, STR("paragraph"), name);
    for (int n = 0; e && n < BASED_MOST; n++, e = based(s, STR("paragraph"), e)) {
        struct str level = element_value(e, "style:default-outline-level");
        const struct element *properties = element_child(e, "style:paragraph-properties");
        if (!p.level) p.level = (int)element_number(level, 0) % 100;
        if (p.role == WORD_PLAIN) p.role = role_of(element_value(e, "style:name"));
        if (p.role == WORD_PLAIN) p.role = role_of(element_value(e, "style:parent-style-name"));
        if (p.align == ALIGN_DEFAULT) p.align = align_of(element_value(properties, "fo:text-align"));
    }
    return p;
}

bool odt_styles_shaded(const struct odt_styles *s, struct str cell_style)
{
    const struct element *e = find(s, STR("table-cell"), cell_style);
    struct str colour = element_child_value(e, "style:table-cell-properties", "fo:background-color");
    return colour.n && !str_is(colour, "transparent") && !str_eq_fold(colour, STR("#ffffff"));
}

/* -- lists -- */

/* "1", "a", "ក, ខ, គ, ...", "១, ២, ៣, ..." */
static enum counter counter_of(struct str format)
{
    if (str_starts(format, "ក")) return COUNTER_KM_LETTER;
    if (str_starts(format, "១")) return COUNTER_KM_DECIMAL;
    static const char SIGNS[] = "aAiI";
    static const enum counter COUNTERS[] = {COUNTER_ALPHA, COUNTER_UPPER_ALPHA, COUNTER_ROMAN,
                                            COUNTER_UPPER_ROMAN};
    const char *sign = format.n == 1 ? strchr(SIGNS, format.s[0]) : NULL;
    return sign && *sign ? COUNTERS[sign - SIGNS] : COUNTER_DECIMAL;
}

bool odt_styles_item(const struct odt_styles *s, struct str list_style, unsigned level,
                     struct word_list_item *item, long *start)
{
    const struct element *list = find(s, STR("list"), list_style), *e = list ? list->first : NULL;
    while (e && element_number(element_value(e, "text:level"), 0) != (long)level) e = e->next;
    struct str format = element_value(e, "style:num-format"), suffix = element_value(e, "style:num-suffix");
    struct str own = element_value(e, "loext:num-list-format");
    bool number = element_is(e, "text:list-level-style-number");
    *start = element_number(element_value(e, "text:start-value"), 1);
    *item = (struct word_list_item){.level = level, .counter = COUNTER_BULLET};
    if (!number) return true;
    if (!format.n && !own.n) return false;
    item->counter = counter_of(format);
    struct str before = element_value(e, "style:num-prefix");
    bool both = str_starts(str_trim(before.n ? before : own), "(");
    item->delimiter = !str_ends(str_trim(suffix.n ? suffix : own), ")") ? '.' : both ? '(' : ')';
    return true;
}

struct str odt_styles_list(const struct odt_styles *s, struct str paragraph_style)
{
    const struct element *e = find(s, STR("paragraph"), paragraph_style);
    struct str name = {0};
    for (int n = 0; e && n < BASED_MOST && !name.n; n++, e = based(s, STR("paragraph"), e))
        name = element_value(e, "style:list-style-name");
    return name;
}
