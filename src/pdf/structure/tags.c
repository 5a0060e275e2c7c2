#include "pdf/structure/tags.h"

#include "pdf/structure/description.h"
#include "pdf/structure/table_tags.h"

struct tag_slot {
    struct elem *outer, *children, *content; /* content NULL: a P, made when something is painted */
    struct elem *label;
    const struct node *prompt; /* of a blank */
    int boxes;                 /* of a scale: painted so far */
    enum lang lang;
    struct table_tags *table; /* of a table */
};

enum { KEY_NODE, KEY_LABEL, KEY_SPAN, KEY_FORM, KEY_LANG, KEY_PICTURE, KEY_ADDRESS };

/* A thing in one of its uses: no pointer reaches the upper bits. */
static uint64_t key_of(const void *p, unsigned kind)
{
    return map_pointer(p) ^ (uint64_t)kind << 60;
}

static uint64_t address_key(const struct node *n, struct str href)
{
    return map_hash(key_of(n, KEY_ADDRESS), str_hash(href));
}

static struct tag_slot *slot_of(const struct tags *t, const struct node *n)
{
    return n ? map_get(&t->slots, map_pointer(n)) : NULL;
}

/* -- the walk -- */

/* Levels count from 1 and skip none, whatever the roles do (ISO 14289-1, 7.4.2). */
static enum tag heading(struct tags *t, int wanted)
{
    while (t->levels.n && t->levels.at[t->levels.n - 1] >= wanted) t->levels.n--;
    VEC_ADD(t->arena, t->levels, wanted);
    return (enum tag)(TAG_H1 + (int)t->levels.n - 1);
}

static enum elem_list numbering(const struct node *list)
{
    struct str label = list->first ? list->first->label : (struct str){0};
    if (list->role == ROLE_FACTS) return ELEM_DISC; /* no numbers: PDF has no kind for labels of words */
    if (list->role != ROLE_LIST || !label.n) return ELEM_NONE;
    size_t at = 0;
    uint32_t c = utf8_next(label, &at);
    if (c == '(' && at < label.n) c = utf8_next(label, &at);
    if ((c >= '0' && c <= '9') || (c >= 0x17E0 && c <= 0x17E9)) return ELEM_DECIMAL;
    if ((c >= 'a' && c <= 'z') || (c >= 0x1780 && c <= 0x17B3)) return ELEM_LOWER_ALPHA;
    return c >= 'A' && c <= 'Z' ? ELEM_UPPER_ALPHA : ELEM_DISC;
}

/* NULL: a cell of no table. */
static struct table_tags *table_of(const struct tags *t, const struct node *cell)
{
    const struct node *row = cell->parent;
    const struct tag_slot *table = row && row->role == ROLE_ROW ? slot_of(t, row->parent) : NULL;
    return table ? table->table : NULL;
}

static bool has_note(const struct node *n)
{
    for (size_t i = 0; i < n->spans.n; i++)
        if (n->spans.at[i].kind == SPAN_NOTE && n->spans.at[i].note) return true;
    return false;
}

/* A nested list of contents for the second level, in that one for the third (14.8.4.3.2). */
static struct elem *contents_of(struct tags *t, struct elem *toc, const struct node *item)
{
    for (int level = 2; level <= item->count && toc->tag == TAG_TOC && toc->last; level++)
        toc = structure_elements_piece(t->elems, toc, TAG_TOC, KEY_NODE, LANG_NONE);
    return toc;
}

static void describe(struct elem *x, struct description said)
{
    x->alt = said.text;
    x->lang = said.lang;
}

static void refine(struct tags *t, struct tag_slot *s, const struct node *n)
{
    if (n->role == ROLE_LIST || n->role == ROLE_FACTS || n->role == ROLE_OPTIONS)
        s->outer->list = numbering(n);
    if (n->role == ROLE_TABLE) s->table = table_tags_new(t->arena, n);
    if (n->role == ROLE_CELL && table_of(t, n)) table_tags_join(table_of(t, n), t->elems, n, s->outer);
    if (s->content->tag == TAG_FIGURE) describe(s->content, description_shown(t->arena, t->tree, n));
    /* A footnote cannot stand among the lines: these get a paragraph that it can follow. */
    if ((n->role == ROLE_CELL || n->role == ROLE_CAPTION) && has_note(n))
        s->content = structure_elements_add(t->elems, s->outer, TAG_P, LANG_NONE);
}

static enum tag outer_tag(struct tags *t, const struct node *n)
{
    int level = roles_heading(n->role);
    if (level >= 0) t->prompt = level ? n : NULL;
    if (level >= 0) return heading(t, level);
    if (n->role == ROLE_CELL && table_of(t, n) && table_tags_cell(table_of(t, n), n)) return TAG_TH;
    return roles_of(n->role).outer;
}

static struct tag_slot *new_slot(struct tags *t, const struct node *n, struct elem *parent, enum lang lang)
{
    struct tag_slot *s = ARENA_ONE(t->arena, struct tag_slot);
    struct role_tags tags = roles_of(n->role);
    enum tag outer = outer_tag(t, n);
    *map_at(&t->slots, map_pointer(n)) = s;
    s->lang = n->lang != LANG_NONE ? n->lang : lang;
    s->children = parent;
    s->prompt = t->prompt;
    if (!outer) return s;
    if (n->role == ROLE_TOC_ITEM) parent = contents_of(t, parent, n);
    s->outer = s->children = s->content =
        n->parent ? structure_elements_add(t->elems, parent, outer, s->lang) : t->elems->root;
    if (tags.children)
        s->children = s->content = structure_elements_add(t->elems, s->outer, tags.children, LANG_NONE);
    if (tags.content) s->content = structure_elements_add(t->elems, s->children, tags.content, LANG_NONE);
    refine(t, s, n);
    return s;
}

static void know_body(struct tags *t, const struct node *note)
{
    const struct node **body = ARENA_ONE(t->arena, const struct node *);
    *body = note;
    *map_at(&t->bodies, map_pointer(note->note)) = body;
}

static const struct node *body_of(const struct tags *t, const struct span *mark)
{
    const struct node **body = map_get(&t->bodies, map_pointer(mark->note));
    return body ? *body : NULL;
}

/* A Note element behind the block that marks it first; its blocks are walked later. */
static void place_note(struct tags *t, const struct node *note, struct elem *by, enum lang lang)
{
    struct tag_slot *s = ARENA_ONE(t->arena, struct tag_slot);
    *map_at(&t->slots, map_pointer(note)) = s;
    s->lang = note->lang != LANG_NONE ? note->lang : lang;
    s->outer = s->children = s->content = structure_elements_add(t->elems, by, TAG_NOTE, s->lang);
    VEC_ADD(t->arena, t->waiting, note);
}

static void place_notes(struct tags *t, const struct node *n, const struct tag_slot *s)
{
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *mark = &n->spans.at[i];
        const struct node *note = mark->kind == SPAN_NOTE && mark->note ? body_of(t, mark) : NULL;
        if (note && !slot_of(t, note)) place_note(t, note, s->content ? s->content : s->children, s->lang);
    }
}

static const struct node *after(const struct node *n, const struct node *top)
{
    if (n->first) return n->first;
    while (n != top && !n->next) n = n->parent;
    return n == top ? NULL : n->next;
}

/* In reading order, without recursion: depth is the writer's. */
static void walk(struct tags *t, const struct node *top)
{
    for (const struct node *n = top; n; n = after(n, top)) {
        const struct tag_slot *above = slot_of(t, n->parent);
        struct tag_slot *s = slot_of(t, n);
        if (!s)
            s = new_slot(t, n, above ? above->children : t->elems->root, above ? above->lang : t->tree->lang);
        place_notes(t, n, s);
    }
}

static void walk_notes(struct tags *t)
{
    for (size_t i = 0; i < t->waiting.n; i++) walk(t, t->waiting.at[i]);
    t->waiting.n = 0;
}

struct tags tags_new(struct arena *a, struct haru *h, const struct tree *tree, const unsigned *pages,
                     size_t npages)
{
    struct tags t = {.arena = a, .tree = tree, .slots = MAP(a), .bodies = MAP(a), .links = MAP(a)};
    t.expected = ARENA_ONE(a, struct elem);
    t.elems = structure_elements_new(a, h, pages, npages, tree->lang);
    for (const struct node *n = tree->notes; n; n = n->next)
        if (n->note) know_body(&t, n);
    walk(&t, tree->root);
    walk_notes(&t);
    for (const struct node *n = tree->notes; n; n = n->next) {
        if (slot_of(&t, n)) continue;
        place_note(&t, n, t.elems->root, tree->lang);
        walk_notes(&t);
    }
    return t;
}

/* -- links -- */

static bool whole_node(const struct item *it)
{
    return !it->span || (it->node && it->node->role == ROLE_TOC_ITEM);
}

static uint64_t node_key(const struct item *it)
{
    bool label = it->part == PART_LABEL && it->node->role != ROLE_TOC_ITEM;
    return key_of(it->node, label ? KEY_LABEL : KEY_NODE);
}

void tags_expect(struct tags *t, const struct item *link)
{
    if (link->span) *map_at(&t->links, key_of(link->span, KEY_SPAN)) = t->expected;
    if (link->node && link->href.n) *map_at(&t->links, address_key(link->node, link->href)) = t->expected;
    if (link->node && whole_node(link)) *map_at(&t->links, node_key(link)) = t->expected;
}

static bool leads(const struct tags *t, const struct item *it)
{
    if (it->span && map_get(&t->links, key_of(it->span, KEY_SPAN))) return true;
    if (it->span && it->span->href.n && map_get(&t->links, address_key(it->node, it->span->href)))
        return true;
    return whole_node(it) && map_get(&t->links, node_key(it));
}

static uint64_t link_key(const struct item *it)
{
    if (whole_node(it)) return node_key(it);
    return it->span->href.n ? address_key(it->node, it->span->href) : key_of(it->span, KEY_SPAN);
}

static bool is_blank(const struct item *it)
{
    for (size_t i = 0; i < it->nclusters; i++)
        if (!str_is(it->clusters[i].glyphs->text, " ")) return false;
    return true;
}

/* Blanks alone take no room that one could click on: they go on with a link, and begin none. */
static bool begins_none(const struct elem *base, const struct item *it)
{
    const struct elem *last = is_blank(it) ? structure_elements_last(base) : NULL;
    return is_blank(it) && (!last || last->tag != TAG_LINK || last->key != link_key(it));
}

/* use: KEY_SPAN of text, KEY_PICTURE of a picture: the alternative text of a picture's span may stand in a
 * line, with a link of its own. */
static struct elem *link_piece(struct tags *t, struct elem *base, const struct item *it, unsigned use)
{
    uint64_t key = link_key(it);
    struct elem *link = structure_elements_piece(t->elems, base, TAG_LINK, key, LANG_NONE);
    if (use == KEY_SPAN || key != key_of(it->span, KEY_SPAN)) *map_at(&t->links, key) = link;
    if (it->span) *map_at(&t->links, key_of(it->span, use)) = link;
    return link;
}

static struct elem *known_link(const struct tags *t, uint64_t key)
{
    void *x = map_get(&t->links, key);
    return x == t->expected ? NULL : x;
}

/* -- items -- */

static struct elem *label_of(struct tags *t, struct tag_slot *s)
{
    if (!s->label) s->label = structure_elements_lead(t->elems, s->outer, TAG_LBL);
    return s->label;
}

static struct elem *content_of(struct tags *t, struct tag_slot *s)
{
    if (!s->content) s->content = structure_elements_add(t->elems, s->children, TAG_P, s->lang);
    return s->content;
}

static struct elem *base_of(struct tags *t, struct tag_slot *s, const struct item *it)
{
    bool labelled = s->outer && (s->outer->tag == TAG_LI || s->outer->tag == TAG_NOTE);
    if (it->part == PART_LABEL && labelled) return label_of(t, s);
    struct elem *base = content_of(t, s);
    if (it->part != PART_MARK) return base;
    return structure_elements_piece(t->elems, base, TAG_REFERENCE, key_of(it->span, KEY_SPAN), LANG_NONE);
}

struct elem *tags_link(struct tags *t, const struct item *link)
{
    unsigned of = link->picture ? KEY_PICTURE : KEY_SPAN;
    struct elem *x = link->span ? known_link(t, key_of(link->span, of)) : NULL;
    if (!x && link->href.n) x = known_link(t, address_key(link->node, link->href));
    if (!x && whole_node(link)) x = known_link(t, node_key(link));
    struct tag_slot *s = slot_of(t, link->node);
    if (x || !s) return x;
    return structure_elements_add(t->elems, base_of(t, s, link), TAG_LINK, LANG_NONE);
}

/* Boxes are for ticks, but where ranks are written into them. */
static enum elem_field field_kind(const struct node *n, bool box)
{
    if (!box) return ELEM_WRITE;
    if (n->role == ROLE_SCALE) return ELEM_RADIO;
    int most = n->parent ? n->parent->count : CHOICE_ANY;
    return most == CHOICE_ONE ? ELEM_RADIO : most == CHOICE_RANKED ? ELEM_WRITE : ELEM_TICK;
}

static struct elem *blank(struct tags *t, struct tag_slot *s, const struct item *it)
{
    const struct node *n = it->node;
    bool box = it->kind == ITEM_FRAME && (n->role == ROLE_OPTION || n->role == ROLE_SCALE);
    uint64_t key = map_hash(key_of(n, KEY_FORM), box ? (uint64_t)++s->boxes : 0);
    struct elem *form = structure_elements_piece(t->elems, content_of(t, s), TAG_FORM, key, LANG_NONE);
    form->field = field_kind(n, box);
    const struct node *prompt = n->role == ROLE_FIELD ? NULL : s->prompt;
    if (!form->alt.n) describe(form, description_blank(t->arena, t->tree, prompt, n, s->boxes));
    return form;
}

static struct elem *drawn(struct tags *t, struct tag_slot *s, const struct item *it)
{
    if (it->node->role == ROLE_CHART || it->node->role == ROLE_QR) return content_of(t, s);
    return roles_is_blank(it->node->role) ? blank(t, s, it) : NULL;
}

static struct elem *pictured(struct tags *t, struct tag_slot *s, const struct item *it)
{
    struct elem *base = content_of(t, s);
    if (base->tag == TAG_FIGURE) return base;
    if (leads(t, it)) base = link_piece(t, base, it, KEY_PICTURE);
    struct elem *figure =
        structure_elements_piece(t->elems, base, TAG_FIGURE, key_of(it->picture, KEY_NODE), LANG_NONE);
    struct node shown = {.picture = it->picture};
    if (it->span) shown.alt[lang_or(s->lang, (enum lang)0)] = it->span->text;
    if (!figure->alt.n) describe(figure, description_shown(t->arena, t->tree, &shown));
    return figure;
}

bool tags_private_letter(const struct cluster_glyphs *c)
{
    size_t at = 0;
    uint32_t first = utf8_next(c->text, &at);
    return (first >= 0xE000 && first <= 0xF8FF) || first >= 0xF0000;
}

static struct elem *written(struct tags *t, struct tag_slot *s, const struct item *it, const char *tongue)
{
    struct elem *base = base_of(t, s, it);
    if (leads(t, it) && !begins_none(base, it)) base = link_piece(t, base, it, KEY_SPAN);
    bool code = it->span && it->span->style & SPAN_CODE && it->node->role != ROLE_CODE;
    if (code)
        base = structure_elements_piece(t->elems, base, TAG_CODE, key_of(it->node, KEY_SPAN), LANG_NONE);
    if (it->nclusters && tags_private(it->clusters[0].glyphs)) {
        base = structure_elements_add(t->elems, base, TAG_SPAN, LANG_NONE);
        base->actual = it->clusters[0].glyphs->text;
        return base;
    }
    if (tongue) {
        base = structure_elements_piece(t->elems, base, TAG_SPAN, key_of(tongue, KEY_LANG), LANG_NONE);
        base->tongue = tongue;
        return base;
    }
    if (it->lang == LANG_NONE || it->lang == base->lang) return base;
    return structure_elements_piece(t->elems, base, TAG_SPAN, KEY_LANG, it->lang);
}

struct elem *tags_leaf(struct tags *t, const struct item *it, const char *tongue)
{
    struct tag_slot *s = it->artifact ? NULL : slot_of(t, it->node);
    if (!s) return NULL;
    if (it->kind == ITEM_TEXT) return written(t, s, it, tongue);
    return it->kind == ITEM_PICTURE ? pictured(t, s, it) : drawn(t, s, it);
}
