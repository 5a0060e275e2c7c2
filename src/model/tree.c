#include "model/tree.h"

#define BIT(role) (UINT64_C(1) << (role))
_Static_assert(ROLES <= 64, "a set of roles is one 64-bit word");

enum {
    SPANS_NO,  /* holds nodes alone, or nothing */
    SPANS_YES, /* holds text alone */
    SPANS_OR   /* text or nodes, never both */
};

enum { ANY = -1 };

#define HEADINGS (BIT(ROLE_TITLE) | BIT(ROLE_H1) | BIT(ROLE_H2) | BIT(ROLE_H3) | BIT(ROLE_H4) | BIT(ROLE_H5))
#define TEXTS                                                                                                \
    (BIT(ROLE_P) | BIT(ROLE_PROMPT) | BIT(ROLE_LEAD) | BIT(ROLE_TOTAL) | BIT(ROLE_SMALL) |                   \
     BIT(ROLE_DETAIL) | BIT(ROLE_VOICE) | BIT(ROLE_SIGNER) | BIT(ROLE_FAULT) | BIT(ROLE_MISSING) |           \
     BIT(ROLE_CODE))
#define BLOCKS                                                                                               \
    (TEXTS | BIT(ROLE_LIST) | BIT(ROLE_FACTS) | BIT(ROLE_QUOTE) | BIT(ROLE_PULL_QUOTE) | BIT(ROLE_BOX) |     \
     BIT(ROLE_TABLE) | BIT(ROLE_FIGURE) | BIT(ROLE_CHART) | BIT(ROLE_QR) | BIT(ROLE_RULE) |                  \
     BIT(ROLE_DIVIDER) | BIT(ROLE_FIELDS) | BIT(ROLE_LINES) | BIT(ROLE_OPTIONS) | BIT(ROLE_SCALE))
#define BLANKS (BIT(ROLE_LINES) | BIT(ROLE_OPTIONS) | BIT(ROLE_SCALE))
#define FLOW                                                                                                 \
    (HEADINGS | BLOCKS | BIT(ROLE_PAIR) | BIT(ROLE_OPENING) | BIT(ROLE_QUESTION) | BIT(ROLE_KEEP) |          \
     BIT(ROLE_GRID) | BIT(ROLE_TOC))
#define COVERED                                                                                              \
    (BIT(ROLE_COVER_NATION) | BIT(ROLE_COVER_MINISTRY) | BIT(ROLE_COVER_TITLE) | BIT(ROLE_COVER_SUBTITLE) |  \
     BIT(ROLE_COVER_LINE) | BIT(ROLE_COVER_STATUS) | BIT(ROLE_DIVIDER))

/* What may hang on what. */
static const struct rule {
    const char *name;
    uint64_t children;
    int spans;
    int least, most; /* children; ANY: no limit */
    uint64_t first;  /* children that only stand first */
    uint64_t last;   /* children that only stand last */
} rules[ROLES] = {
    [ROLE_ROOT] = {"root", FLOW | BIT(ROLE_SECT) | BIT(ROLE_COVER), SPANS_NO, 0, ANY, 0, 0},
    [ROLE_SECT] = {"sect", FLOW | BIT(ROLE_SECT), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_COVER] = {"cover", COVERED | BIT(ROLE_GRID) | BIT(ROLE_FIGURE) | BIT(ROLE_COVER_FOOT), SPANS_NO, 1,
                    ANY, 0, BIT(ROLE_COVER_FOOT)},
    [ROLE_COVER_FOOT] = {"cover-foot", COVERED | BIT(ROLE_GRID), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_PAIR] = {"pair", BIT(ROLE_SIDE), SPANS_NO, 2, 2, 0, 0},
    [ROLE_SIDE] = {"side", HEADINGS | BLOCKS | BIT(ROLE_KEEP), SPANS_NO, 0, ANY, 0, 0},
    [ROLE_QUESTION] = {"question", BIT(ROLE_PROMPT) | BIT(ROLE_SMALL) | BLANKS, SPANS_NO, 1, ANY,
                       BIT(ROLE_PROMPT), BLANKS},
    [ROLE_OPENING] = {"opening", HEADINGS | BIT(ROLE_KIND) | BIT(ROLE_FACTS), SPANS_NO, 1, ANY, HEADINGS, 0},
    [ROLE_KEEP] = {"keep", (FLOW & ~BIT(ROLE_TOC)) | COVERED, SPANS_NO, 1, ANY, 0, 0},
    [ROLE_GRID] = {"grid", BLOCKS | BIT(ROLE_KEEP), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_COVER_NATION] = {"cover-nation", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_COVER_MINISTRY] = {"cover-ministry", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_COVER_TITLE] = {"cover-title", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_COVER_SUBTITLE] = {"cover-subtitle", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_COVER_LINE] = {"cover-line", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_COVER_STATUS] = {"cover-status", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_DIVIDER] = {"divider", 0, SPANS_NO, 0, 0, 0, 0},
    [ROLE_TITLE] = {"title", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_H1] = {"h1", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_H2] = {"h2", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_H3] = {"h3", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_H4] = {"h4", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_H5] = {"h5", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_P] = {"p", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_PROMPT] = {"prompt", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_LEAD] = {"lead", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_KIND] = {"kind", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_SMALL] = {"small", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_DETAIL] = {"detail", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_TOTAL] = {"total", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_VOICE] = {"voice", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_SIGNER] = {"signer", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_FAULT] = {"fault", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_MISSING] = {"missing", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_CODE] = {"code", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_CAPTION] = {"caption", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_CREDIT] = {"credit", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_LIST] = {"list", BIT(ROLE_ITEM) | BIT(ROLE_NUMBERED), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_ITEM] = {"item", BLOCKS, SPANS_NO, 0, ANY, 0, 0},
    [ROLE_FACTS] = {"facts", BIT(ROLE_FACT), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_FACT] = {"fact", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_NUMBERED] = {"numbered", BLOCKS, SPANS_NO, 0, ANY, 0, 0},
    [ROLE_QUOTE] = {"quote", BLOCKS | BIT(ROLE_SOURCE), SPANS_NO, 0, ANY, 0, BIT(ROLE_SOURCE)},
    [ROLE_PULL_QUOTE] = {"pull-quote", BLOCKS | BIT(ROLE_SOURCE), SPANS_NO, 0, ANY, 0, BIT(ROLE_SOURCE)},
    [ROLE_BOX] = {"box", BLOCKS, SPANS_NO, 0, ANY, 0, 0},
    [ROLE_SOURCE] = {"source", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_TABLE] = {"table", BIT(ROLE_CAPTION) | BIT(ROLE_ROW), SPANS_NO, 1, ANY, BIT(ROLE_CAPTION), 0},
    [ROLE_ROW] = {"row", BIT(ROLE_CELL), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_CELL] = {"cell", BLOCKS, SPANS_OR, 0, ANY, 0, 0},
    [ROLE_FIGURE] = {"figure", BIT(ROLE_CAPTION) | BIT(ROLE_CREDIT), SPANS_NO, 0, 2, BIT(ROLE_CAPTION),
                     BIT(ROLE_CREDIT)},
    [ROLE_CHART] = {"chart", 0, SPANS_NO, 0, 0, 0, 0},
    [ROLE_QR] = {"qr", 0, SPANS_NO, 0, 0, 0, 0},
    [ROLE_TOC] = {"toc", BIT(ROLE_TOC_ITEM), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_TOC_ITEM] = {"toc-item", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_NOTE] = {"note", BLOCKS, SPANS_NO, 0, ANY, 0, 0},
    [ROLE_RULE] = {"rule", 0, SPANS_NO, 0, 0, 0, 0},
    [ROLE_FIELDS] = {"fields", BIT(ROLE_FIELD), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_FIELD] = {"field", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_LINES] = {"lines", 0, SPANS_NO, 0, 0, 0, 0},
    [ROLE_OPTIONS] = {"options", BIT(ROLE_OPTION), SPANS_NO, 1, ANY, 0, 0},
    [ROLE_OPTION] = {"option", 0, SPANS_YES, 0, 0, 0, 0},
    [ROLE_SCALE] = {"scale", 0, SPANS_NO, 0, 0, 0, 0},
};

const char *role_name(enum role r)
{
    return r >= 0 && r < ROLES ? rules[r].name : "?";
}

void node_add(struct node *parent, struct node *child)
{
    child->parent = parent;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

struct node *node_new(struct arena *a, struct node *parent, enum role role, enum lang lang,
                      struct place place)
{
    struct node *n = ARENA_ONE(a, struct node);
    n->role = role;
    n->lang = lang;
    n->place = place;
    if (parent) node_add(parent, n);
    return n;
}

struct span *node_text(struct arena *a, struct node *n, struct str text, enum lang lang, struct place place)
{
    struct spans *s = &n->spans;
    s->at = arena_grow(a, s->at, s->n * sizeof *s->at, (s->n + 1) * sizeof *s->at);
    struct span *span = &s->at[s->n++];
    *span = (struct span){.kind = SPAN_TEXT, .lang = lang, .text = text, .place = place};
    return span;
}

enum lang node_lang(const struct node *n)
{
    while (n && n->lang == LANG_NONE) n = n->parent;
    return n ? n->lang : LANG_NONE;
}

/* -- the check -- */

static int heading_level(enum role r)
{
    return r == ROLE_TITLE || r == ROLE_COVER_TITLE ? 1
           : r >= ROLE_H1 && r <= ROLE_H5           ? (int)(r - ROLE_H1) + 1
                                                    : 0;
}

static bool children_good(const struct node *n, const struct rule *rule)
{
    int count = 0;
    for (const struct node *c = n->first; c; c = c->next, count++) {
        if (c->role < 0 || c->role >= ROLES || c->parent != n) return false;
        uint64_t bit = BIT(c->role);
        if (!(rule->children & bit)) return false;
        if ((rule->first & bit) && c != n->first) return false;
        if ((rule->last & bit) && c->next) return false;
        if (!c->next && n->last != c) return false;
    }
    return count >= rule->least && (rule->most == ANY || count <= rule->most);
}

static bool spans_good(const struct node *n, const struct rule *rule)
{
    if (rule->spans == SPANS_NO) return n->spans.n == 0;
    return rule->spans == SPANS_YES || !n->spans.n || !n->first;
}

/* Whether the cells of a table's head, or of its body, cover its rows and columns, no more and no less. */
static bool covered(const struct node *table, bool head)
{
    size_t rows = 0, at = 0, cells = 0;
    for (const struct node *r = table->first; r; r = r->next) rows += r->role == ROLE_ROW && r->head == head;
    for (const struct node *r = table->first; r; r = r->next) {
        if (r->role != ROLE_ROW || r->head != head) continue;
        for (const struct node *c = r->first; c; c = c->next) {
            if (node_across(c) > table->ncolumns || node_down(c) > rows - at) return false;
            cells += node_across(c) * node_down(c);
        }
        at++;
    }
    return cells == rows * table->ncolumns;
}

/* A table has a row; rows of the head stand first. */
static bool table_good(const struct node *n)
{
    bool body = false;
    size_t rows = 0;
    for (const struct node *r = n->first; r; r = r->next) {
        if (r->role != ROLE_ROW) continue;
        if (body && r->head) return false;
        body |= !r->head;
        rows++;
    }
    return rows > 0 && n->columns && covered(n, true) && covered(n, false);
}

static bool own_good(const struct node *n)
{
    switch (n->role) {
    case ROLE_TABLE: return table_good(n);
    case ROLE_GRID: return n->count > 0;
    case ROLE_FIGURE: return n->picture != NULL;
    case ROLE_CHART: return n->chart != NULL;
    case ROLE_QR: return n->qr && n->qr->width > 0;
    case ROLE_SCALE: return n->count > 1;
    case ROLE_LINES: return n->count >= 0;
    case ROLE_TOC_ITEM: return n->target && n->count >= 0 && n->count <= 3;
    case ROLE_NOTE: return n->note && n->label.n;
    case ROLE_FACT: return n->spans.n && (n->label.n || (n->parent && n->parent->first != n));
    default: return true;
    }
}

static bool good(const struct node *n, int *level)
{
    if (n->role < 0 || n->role >= ROLES) return false;
    const struct rule *rule = &rules[n->role];
    if (!spans_good(n, rule) || !children_good(n, rule) || !own_good(n)) return false;
    int here = heading_level(n->role);
    if (here > *level + 1) return false;
    if (here) *level = here;
    return true;
}

static const struct node *first_bad(const struct node *top, int *level)
{
    for (const struct node *n = top; n;) {
        if (!good(n, level)) return n;
        if (n->first) {
            n = n->first;
            continue;
        }
        while (n != top && !n->next) n = n->parent;
        if (n == top) break;
        n = n->next;
    }
    return NULL;
}

const struct node *tree_check(const struct tree *t)
{
    int level = 0;
    if (t->root->role != ROLE_ROOT || t->root->parent) return t->root;
    const struct node *bad = first_bad(t->root, &level);
    for (const struct node *n = t->notes; n && !bad; n = n->next)
        bad = n->role == ROLE_NOTE ? first_bad(n, &level) : n;
    return bad;
}

const struct node *node_after(const struct node *n)
{
    if (n->first) return n->first;
    while (n && !n->next) n = n->parent;
    return n ? n->next : NULL;
}

enum lang tree_numerals(const struct tree *t)
{
    return t->both ? LANG_EN : lang_or(t->lang, (enum lang)0);
}

bool node_holds(const struct node *node, enum role role)
{
    for (const struct node *n = node->first; n; n = n->next)
        if (n->role == role || node_holds(n, role)) return true;
    return false;
}

/* -- merged cells -- */

size_t node_across(const struct node *cell)
{
    return cell->across ? cell->across : 1;
}

size_t node_down(const struct node *cell)
{
    return cell->down ? cell->down : 1;
}

struct tree_columns tree_columns_new(struct arena *a, size_t ncolumns)
{
    return (struct tree_columns){.until = ARENA_MANY(a, size_t, ncolumns ? ncolumns : 1), .n = ncolumns};
}

void tree_columns_row(struct tree_columns *c)
{
    c->row++;
    c->at = 0;
}

size_t tree_columns_cell(struct tree_columns *c, size_t across, size_t down)
{
    while (c->at < c->n && c->until[c->at] > c->row) c->at++;
    size_t k = c->at;
    for (size_t i = 0; i < across && c->at < c->n; i++) c->until[c->at++] = c->row + down;
    return k;
}
