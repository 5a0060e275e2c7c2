#include "read/word/docx_numbering.h"

#include "base/map.h"

enum { LEVELS = 9, NUMBER_MOST = 30000 };

struct docx_abstract {
    const struct element *element;
    long counts[LEVELS]; /* the last number given; */
    bool begun[LEVELS];  /* where one was */
};

struct docx_list {
    const struct element *element;
    struct docx_abstract *abstract;
    bool started[LEVELS]; /* what it says of its own start is done */
};

struct docx_numbering {
    struct map lists, abstracts; /* by number + 1 */
    const struct docx_styles *styles;
    const struct element *level; /* of what was taken last */
};

static uint64_t key(long number)
{
    return (uint64_t)(number + 1);
}

struct docx_numbering *docx_numbering_new(struct arena *a, const struct element *numbering,
                                          const struct docx_styles *styles)
{
    struct docx_numbering *n = ARENA_ONE(a, struct docx_numbering);
    n->lists = n->abstracts = MAP(a);
    n->styles = styles;
    for (const struct element *e = numbering ? numbering->first : NULL; e; e = e->next) {
        if (!element_is(e, "w:abstractNum")) continue;
        struct docx_abstract *abstract = ARENA_ONE(a, struct docx_abstract);
        abstract->element = e;
        *map_at(&n->abstracts, key(element_number(element_value(e, "w:abstractNumId"), 0))) = abstract;
    }
    for (const struct element *e = numbering ? numbering->first : NULL; e; e = e->next) {
        if (!element_is(e, "w:num")) continue;
        struct docx_list *list = ARENA_ONE(a, struct docx_list);
        long id = element_number(element_child_value(e, "w:abstractNumId", "w:val"), 0);
        *list = (struct docx_list){.element = e, .abstract = map_get(&n->abstracts, key(id))};
        *map_at(&n->lists, key(element_number(element_value(e, "w:numId"), 0))) = list;
    }
    return n;
}

/* An abstract list can lead to another by way of a style. */
static struct docx_abstract *abstract_of(const struct docx_numbering *n, const struct docx_list *list)
{
    struct str link = list->abstract ? element_child_value(list->abstract->element, "w:numStyleLink", "w:val")
                                     : (struct str){0};
    const struct docx_list *other =
        link.n ? map_get(&n->lists, key(docx_styles_list(n->styles, link))) : NULL;
    return other && other->abstract ? other->abstract : list->abstract;
}

static const struct element *level_in(const struct element *e, const char *name, long depth)
{
    for (const struct element *c = e ? e->first : NULL; c; c = c->next)
        if (element_is(c, name) && element_number(element_value(c, "w:ilvl"), 0) == depth) return c;
    return NULL;
}

/* Of a style that carries a list: the level that names the style. */
static long depth_of(const struct element *abstract, const struct docx_paragraph *p)
{
    long depth = p->depth;
    for (const struct element *c = abstract->first; depth < 0 && p->style.n && c; c = c->next)
        if (element_is(c, "w:lvl") && str_eq(element_child_value(c, "w:pStyle", "w:val"), p->style))
            depth = element_number(element_value(c, "w:ilvl"), 0);
    return depth < 0 ? 0 : depth < LEVELS ? depth : LEVELS - 1;
}

static long count(struct docx_list *list, struct docx_abstract *abstract, const struct element *level,
                  const struct element *override, long depth)
{
    long start = element_number(element_child_value(level, "w:start", "w:val"), 1);
    long own = element_number(element_child_value(override, "w:startOverride", "w:val"), -1);
    bool restart = own >= 0 && !list->started[depth];
    list->started[depth] = true;
    long number = restart ? own : abstract->begun[depth] ? abstract->counts[depth] + 1 : start;
    if (number < 0 || number > NUMBER_MOST) number = 1;
    abstract->counts[depth] = number;
    abstract->begun[depth] = true;
    for (long d = depth + 1; d < LEVELS; d++) {
        const struct element *below = level_in(abstract->element, "w:lvl", d);
        if (element_number(element_child_value(below, "w:lvlRestart", "w:val"), -1) != 0)
            abstract->begun[d] = false;
    }
    return number;
}

static enum counter counter_of(struct str format)
{
    static const struct {
        const char *format;
        enum counter counter;
    } FORMATS[] = {{"bullet", COUNTER_BULLET},           {"lowerLetter", COUNTER_ALPHA},
                   {"upperLetter", COUNTER_UPPER_ALPHA}, {"lowerRoman", COUNTER_ROMAN},
                   {"upperRoman", COUNTER_UPPER_ROMAN},  {"khmerLetters", COUNTER_KM_LETTER},
                   {"khmerNumbers", COUNTER_KM_DECIMAL}, {"khmerCounting", COUNTER_KM_DECIMAL}};
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
        if (str_is(format, FORMATS[i].format)) return FORMATS[i].counter;
    return COUNTER_DECIMAL;
}

/* A numFmt that Word itself does not have is written as its first numbers: "ក, ខ, គ, ...". */
static enum counter level_counter(const struct element *level)
{
    const struct element *format = element_child(level, "w:numFmt");
    const struct element *choice = element_child(element_child(level, "mc:AlternateContent"), "mc:Choice");
    if (!format && choice) format = element_child(choice, "w:numFmt");
    struct str own = element_value(format, "w:format");
    if (str_starts(own, "ក")) return COUNTER_KM_LETTER;
    if (str_starts(own, "១")) return COUNTER_KM_DECIMAL;
    return counter_of(element_value(format, "w:val"));
}

/* More than places for numbers? */
static bool has_words(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        bool place = text.s[i] == '%' && i + 1 < text.n;
        if (!place && text.s[i] != ' ' && text.s[i] != '.') return true;
        i += place;
    }
    return false;
}

bool docx_numbering_take(struct docx_numbering *n, const struct docx_paragraph *p,
                         struct word_list_item *item)
{
    struct docx_list *list = p->list > 0 ? map_get(&n->lists, key(p->list)) : NULL;
    struct docx_abstract *abstract = list ? abstract_of(n, list) : NULL;
    if (!abstract) return false;
    long depth = depth_of(abstract->element, p);
    const struct element *override = level_in(list->element, "w:lvlOverride", depth);
    const struct element *level = element_child(override, "w:lvl");
    if (!level) level = level_in(abstract->element, "w:lvl", depth);
    struct str format = element_child_value(level, "w:numFmt", "w:val");
    struct str text = element_child_value(level, "w:lvlText", "w:val");
    n->level = level;
    long number = count(list, abstract, level, override, depth);
    if (!level || (str_is(format, "none") && !has_words(text))) return false;
    *item = (struct word_list_item){
        .level = (unsigned)depth + 1, .counter = level_counter(level), .number = number};
    if (str_is(format, "none")) item->counter = COUNTER_BULLET;
    text = str_trim(text);
    item->delimiter = !str_ends(text, ")") ? '.' : str_starts(text, "(") ? '(' : ')';
    return true;
}

static bool has_letter(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if ((c | 32) - 'a' < 26 || (c >= 0x1780 && c < 0x17D4) || (c >= 0xC0 && c < 0x1780)) return true;
    }
    return false;
}

bool docx_numbering_words(const struct docx_numbering *n, struct str *before, struct str *behind)
{
    struct str text = element_child_value(n->level, "w:lvlText", "w:val");
    size_t at = str_find(text, STR("%"), 0);
    if (at == SIZE_MAX || at + 1 >= text.n) return false;
    *before = str_sub(text, 0, at);
    *behind = str_sub(text, at + 2, text.n);
    return has_letter(*before) || has_letter(*behind);
}

long docx_numbering_indent(const struct docx_numbering *n)
{
    const struct element *indent = element_child(element_child(n->level, "w:pPr"), "w:ind");
    struct str left = element_value(indent, "w:left");
    if (!left.s) left = element_value(indent, "w:start");
    return element_number(left, 0);
}
