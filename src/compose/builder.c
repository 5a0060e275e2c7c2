#include "compose/builder.h"

#include "khmer/number.h"
#include "model/note_link.h"

#include <stdlib.h>

/* -- a new tree -- */

/* In the document's languages. */
static struct bi marks(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct bi sample = e->sample ? words_of(WORD_SAMPLE) : (struct bi){0};
    struct bi draft = e->final ? (struct bi){0} : words_of(WORD_DRAFT);
    struct bi said = builder_join(p, sample, " · ", draft);
    for (int l = 0; l < LANG_N; l++)
        if (!p->both && (enum lang)l != p->langs[0]) said.t[l] = (struct str){0};
    return said;
}

static void set_languages(struct builder *p, enum edition edition)
{
    const struct event *e = &p->corpus->event;
    p->both = edition == EDITION_BOTH && e->nlangs > 1;
    if (p->both) {
        p->langs[0] = e->langs[0];
        p->langs[1] = e->langs[1];
        p->nlangs = 2;
        return;
    }
    enum lang own = corpus_edition_lang(edition);
    p->langs[0] = own == LANG_NONE && e->nlangs ? e->langs[0] : lang_or(own, (enum lang)0);
    p->nlangs = 1;
}

static int fault_cmp(const void *a, const void *b)
{
    const struct diag *x = ((const struct fault *)a)->diag, *y = ((const struct fault *)b)->diag;
    int c = str_cmp(x->place.source->path, y->place.source->path);
    if (c) return c;
    if (x->place.offset != y->place.offset) return x->place.offset < y->place.offset ? -1 : 1;
    return x < y ? -1 : x > y; /* both stand in the list of complaints: in the order they were told */
}

static void collect_faults(struct builder *p)
{
    const struct diags *d = p->corpus->told ? p->corpus->told : p->job->diags;
    for (size_t i = 0; i < d->list.n; i++)
        if (diag_severity(d->list.at[i].code) == SEVERITY_ERROR && d->list.at[i].place.source)
            VEC_ADD(p->a, p->faults, (struct fault){.diag = &d->list.at[i]});
    if (p->faults.n) qsort(p->faults.at, p->faults.n, sizeof *p->faults.at, fault_cmp);
}

struct builder *builder_new(struct job *job, const struct survey *survey, struct str name,
                            enum edition edition)
{
    struct builder *p = ARENA_ONE(job->keep, struct builder);
    const struct event *e = &survey->corpus->event;
    p->job = job;
    p->a = job->keep;
    p->survey = survey;
    p->corpus = survey->corpus;
    p->anchors = p->noted = MAP(p->a);
    set_languages(p, edition);
    collect_faults(p);
    struct tree *t = p->tree = ARENA_ONE(p->a, struct tree);
    t->name = name;
    t->title = t->event = e->title;
    t->lang = p->langs[0];
    t->both = p->both;
    t->mark = marks(p);
    t->colour = e->colour;
    t->has_colour = e->has_colour;
    t->system_faces = e->system_faces;
    for (size_t i = 0; i < p->nlangs; i++) {
        t->page_word.t[p->langs[i]] = words_in(WORD_PAGE, p->langs[i]);
        t->turned_word.t[p->langs[i]] = words_in(WORD_TABLE_ON, p->langs[i]);
    }
    t->author = bi_get(e->host, t->lang, NULL);
    t->date = e->latest;
    t->epoch = -1;
    t->root = node_new(p->a, NULL, ROLE_ROOT, t->lang, e->place);
    return p;
}

void builder_handout(struct builder *p, struct bi title)
{
    struct tree *t = p->tree;
    t->title = builder_join(p, builder_filled(title), " – ", builder_filled(p->corpus->event.title));
    t->running = builder_filled(title);
    p->once = true;
    t->subject = bi_get(title, t->lang, NULL);
}

/* -- text -- */

struct bi builder_number(struct builder *p, long value)
{
    struct bi n = {0};
    for (int l = 0; l < LANG_N; l++) n.t[l] = number_write(p->a, value, (enum lang)l);
    return n;
}

struct bi builder_join(struct builder *p, struct bi a, const char *between, struct bi b)
{
    for (int l = 0; l < LANG_N; l++) {
        if (!b.t[l].n) continue;
        if (a.t[l].n)
            a.t[l] = str_fmt(p->a, "%.*s%s%.*s", STR_ARGS(a.t[l]), between, STR_ARGS(b.t[l]));
        else
            a.t[l] = b.t[l], a.at[l] = b.at[l];
    }
    return a;
}

struct bi builder_filled(struct bi b)
{
    for (int l = 0; l < LANG_N; l++)
        if (!b.t[l].n) {
            enum lang other = lang_other((enum lang)l);
            b.t[l] = b.t[other];
            b.at[l] = b.at[other];
        }
    return b;
}

bool builder_has(struct bi b)
{
    return !bi_empty(b);
}

/* -- nodes -- */

struct node *builder_node(struct builder *p, struct node *parent, enum role role)
{
    return node_new(p->a, parent, role, LANG_NONE, (struct place){0});
}

static void break_line(struct builder *p, struct node *n)
{
    node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
}

static void add_span(struct builder *p, struct node *n, struct bi text, enum lang l)
{
    if (!n->place.source) n->place = text.at[l];
    node_text(p->a, n, text.t[l], l, text.at[l]);
}

void builder_spans(struct builder *p, struct node *n, struct bi text)
{
    bool same = bi_is_same(text);
    size_t added = 0;
    enum lang one = LANG_NONE;
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        if (!text.t[l].n || (same && added)) continue;
        if (added++ || n->spans.n) break_line(p, n);
        one = same ? lang_of_text(text.t[l]) : l;
        add_span(p, n, text, l);
        n->spans.at[n->spans.n - 1].lang = one;
    }
    if (!added && builder_has(text)) {
        bi_get(text, (enum lang)0, &one);
        if (n->spans.n) break_line(p, n);
        add_span(p, n, text, one);
        added = 1;
    }
    if (added == 1 && n->spans.n == 1) n->lang = one;
    if (n->spans.n > 1) n->lang = LANG_NONE;
}

void builder_drop(struct node *n)
{
    struct node *parent = n->parent, *before = NULL;
    for (struct node *c = parent->first; c != n; c = c->next) before = c;
    if (before)
        before->next = n->next;
    else
        parent->first = n->next;
    if (!n->next) parent->last = before;
    n->next = n->parent = NULL;
}

void builder_lead(struct node *parent, struct node *n)
{
    n->parent = parent;
    n->next = parent->first;
    parent->first = n;
    if (!n->next) parent->last = n;
}

int builder_level(enum role r)
{
    if (r == ROLE_TITLE) return 1;
    if (r == ROLE_PROMPT) return 2;
    return r >= ROLE_H1 && r <= ROLE_H5 ? (int)r - (int)ROLE_H1 + 1 : 0;
}

struct node *builder_block(struct builder *p, struct node *parent, enum role role, struct bi text)
{
    if (!builder_has(text)) return NULL;
    struct node *n = builder_node(p, parent, role);
    if (builder_level(role)) p->level = builder_level(role);
    builder_spans(p, n, text);
    return n;
}

static struct node *on_one_line(const struct builder *p, struct node *n)
{
    for (size_t i = 0; n && i < n->spans.n; i++)
        if (n->spans.at[i].kind == SPAN_BREAK)
            n->spans.at[i] = (struct span){.lang = p->langs[0], .text = STR(" · "), .place = n->place};
    return n;
}

struct node *builder_line(struct builder *p, struct node *parent, enum role role, struct bi text)
{
    return on_one_line(p, builder_block(p, parent, role, text));
}

struct node *builder_pair(struct builder *p, struct node *parent, struct node *sides[LANG_N])
{
    struct node *pair = builder_node(p, parent, ROLE_PAIR);
    for (size_t i = 0; i < LANG_N; i++)
        sides[p->langs[i]] = node_new(p->a, pair, ROLE_SIDE, p->langs[i], (struct place){0});
    return pair;
}

static void one_side(struct builder *p, struct node *side, enum role role, struct bi text, enum lang l)
{
    if (!text.t[l].n) return;
    struct node *n = node_new(p->a, side, role, l, text.at[l]);
    node_text(p->a, n, text.t[l], l, text.at[l]);
}

void builder_par(struct builder *p, struct node *parent, enum role role, struct bi text)
{
    if (!builder_has(text)) return;
    if (!p->both) {
        builder_block(p, parent, role, text);
        return;
    }
    struct node *sides[LANG_N];
    builder_pair(p, parent, sides);
    for (int l = 0; l < LANG_N; l++) one_side(p, sides[l], role, text, (enum lang)l);
}

void builder_strong(struct node *n)
{
    for (size_t i = 0; n && i < n->spans.n; i++) n->spans.at[i].style |= SPAN_STRONG;
    for (struct node *c = n ? n->first : NULL; c; c = c->next) builder_strong(c);
}

void builder_anchor(struct builder *p, struct node *n, struct str wanted)
{
    struct str name = wanted;
    for (int i = 2; map_has_str(&p->anchors, name); i++) name = str_fmt(p->a, "%.*s-%d", STR_ARGS(wanted), i);
    *map_at_str(&p->anchors, name) = n;
    n->anchor = name;
}

struct node *builder_chapter(struct builder *p, struct node *parent, struct bi heading, struct str anchor)
{
    struct node *sect = builder_node(p, parent, ROLE_SECT);
    sect->breaks = sect->flows = true;
    struct node *h = builder_block(p, sect, ROLE_H1, heading);
    if (h) builder_anchor(p, h, anchor);
    return sect;
}

struct node *builder_part(struct builder *p, struct bi heading, struct str anchor)
{
    struct node *sect = builder_chapter(p, p->tree->root, heading, anchor);
    sect->opens = true;
    return sect;
}

/* -- tables -- */

struct node *builder_table(struct builder *p, struct node *parent, size_t ncolumns)
{
    struct node *t = builder_node(p, parent, ROLE_TABLE);
    t->columns = ARENA_MANY(p->a, struct column, ncolumns ? ncolumns : 1);
    t->ncolumns = ncolumns;
    t->columns[0].heads_row = ncolumns > 1;
    return t;
}

struct node *builder_row(struct builder *p, struct node *table, bool head)
{
    struct node *r = builder_node(p, table, ROLE_ROW);
    r->head = head;
    return r;
}

struct node *builder_cell(struct builder *p, struct node *row, struct bi text)
{
    struct node *c = builder_node(p, row, ROLE_CELL);
    builder_spans(p, c, text);
    return c;
}

struct node *builder_cell_in(struct builder *p, struct node *row, struct bi text, enum lang lang)
{
    struct node *c = node_new(p->a, row, ROLE_CELL, lang, text.at[lang]);
    if (text.t[lang].n) node_text(p->a, c, text.t[lang], lang, text.at[lang]);
    return c;
}

struct node *builder_cell_line(struct builder *p, struct node *row, struct bi text)
{
    return on_one_line(p, builder_cell(p, row, text));
}

void builder_cell_each(struct builder *p, struct node *row, struct bi text)
{
    if (!p->both) builder_cell(p, row, text);
    for (size_t i = 0; p->both && i < p->nlangs; i++) builder_cell_in(p, row, text, p->langs[i]);
}

static void mark_number(struct node *cell)
{
    size_t k = 0;
    for (const struct node *c = cell->parent->first; c != cell; c = c->next) k++;
    struct node *table = cell->parent->parent;
    if (k >= table->ncolumns) return;
    table->columns[k].number = true;
    table->columns[k].align = ALIGN_RIGHT;
}

void builder_cell_digits_in(struct builder *p, struct node *row, struct str digits, enum lang lang)
{
    struct node *c = node_new(p->a, row, ROLE_CELL, lang, (struct place){0});
    node_text(p->a, c, digits, lang, c->place);
    mark_number(c);
}

void builder_cell_once(struct builder *p, struct node *row, long value)
{
    enum lang l = tree_numerals(p->tree);
    builder_cell_digits_in(p, row, number_write(p->a, value, l), l);
}

struct spans builder_goes_on(struct builder *p)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    for (size_t i = 0; i < p->nlangs; i++) {
        node_text(p->a, holder, i ? STR(" · ") : STR(" ("), LANG_NONE, holder->place);
        node_text(p->a, holder, words_in(WORD_GOES_ON, p->langs[i]), p->langs[i], holder->place);
    }
    node_text(p->a, holder, STR(")"), LANG_NONE, holder->place);
    return holder->spans;
}

/* -- figures -- */

struct node *builder_figure(struct builder *p, struct node *parent, const struct picture *picture,
                            struct bi caption)
{
    struct node *f = builder_node(p, parent, ROLE_FIGURE);
    f->place = picture->place;
    f->picture = picture;
    struct bi shown = builder_has(caption) ? caption : bi_texts(picture->caption, picture->caption_place);
    for (int l = 0; l < LANG_N; l++) f->alt[l] = picture->alt[l].n ? picture->alt[l] : shown.t[l];
    f->numbered = builder_block(p, f, ROLE_CAPTION, shown) != NULL;
    if (picture->credit.n)
        builder_block(p, f, ROLE_CREDIT, builder_say(p, WORD_CREDIT, bi_typed(picture->credit)));
    return f;
}

/* -- faults -- */

static struct str fault_path(const struct fault *f)
{
    return f->diag->place.source->path;
}

/* The first fault whose path is not before this one. */
static size_t fault_from(const struct builder *p, struct str path)
{
    size_t from = 0, to = p->faults.n;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (str_cmp(fault_path(&p->faults.at[mid]), path) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

static bool under(struct str path, struct str folder)
{
    return path.n >= folder.n && str_eq(str_sub(path, 0, folder.n), folder);
}

static bool fault_under(const struct builder *p, size_t i, struct str path)
{
    return i < p->faults.n && under(fault_path(&p->faults.at[i]), path);
}

bool builder_has_faults(const struct builder *p, struct str path)
{
    for (size_t i = fault_from(p, path); fault_under(p, i, path); i++)
        if (!p->faults.at[i].shown) return true;
    return false;
}

static struct bi fault_text(struct builder *p, const struct diag *d)
{
    struct bi said = bi_message(p->a, d);
    struct bi path = bi_same(d->place.source->path);
    struct position at = place_position(d->place);
    if (d->place.source->kind != SOURCE_LINES) path = bi_same(place_text(p->a, d->place));
    if (!at.line || d->place.source->kind != SOURCE_LINES) return builder_say(p, WORD_FAULT_FILE, path, said);
    return builder_say(p, WORD_FAULT_LINE, path, bi_number(p->a, (long)at.line), said);
}

static void show_fault(struct builder *p, struct node *parent, struct fault *f)
{
    if (f->shown) return;
    f->shown = true;
    struct node *n = builder_block(p, parent, ROLE_FAULT, fault_text(p, f->diag));
    if (n) n->place = f->diag->place;
}

void builder_faults(struct builder *p, struct node *parent, struct str path)
{
    for (size_t i = fault_from(p, path); fault_under(p, i, path); i++)
        show_fault(p, parent, &p->faults.at[i]);
}

size_t builder_fault_first(struct builder *p, struct node *parent, const struct source *source)
{
    size_t first = fault_from(p, source->path);
    for (size_t i = first; i < p->faults.n && str_eq(fault_path(&p->faults.at[i]), source->path); i++)
        if (p->faults.at[i].diag->place.offset == PLACE_WHOLE_FILE) show_fault(p, parent, &p->faults.at[i]);
    return first;
}

void builder_faults_before(struct builder *p, struct node *parent, const struct source *source, size_t offset,
                           size_t *at)
{
    for (; *at < p->faults.n; ++*at) {
        struct fault *f = &p->faults.at[*at];
        if (f->diag->place.offset >= offset || !str_eq(fault_path(f), source->path)) return;
        show_fault(p, parent, f);
    }
}

/* -- contents -- */

static void contents_words(struct builder *p, struct node *item, const struct node *heading)
{
    enum lang around = item->target == heading ? LANG_NONE : node_lang(heading);
    for (size_t i = 0; i < heading->spans.n; i++) {
        const struct span *s = &heading->spans.at[i];
        if (s->kind == SPAN_NOTE || s->kind == SPAN_PICTURE) continue;
        struct span *mine = node_text(p->a, item, s->text, lang_or(s->lang, around), s->place);
        mine->kind = s->kind;
        mine->style = s->style & SPAN_CODE;
    }
}

static void contents_item(struct builder *p, struct node *toc, struct node *heading)
{
    struct node *item = builder_node(p, toc, ROLE_TOC_ITEM);
    item->lang = heading->lang == LANG_NONE ? LANG_NONE : node_lang(heading);
    item->target = heading;
    item->count = builder_level(heading->role);
    contents_words(p, item, heading);
}

/* A heading that stands beside one in the first language is on that one's line; false: it is none. */
static bool contents_beside(struct builder *p, struct node *toc, struct node *heading)
{
    struct node *side = heading->parent, *item = toc->last;
    bool second = side && side->role == ROLE_SIDE && side != side->parent->first;
    const struct node *first = second ? side->parent->first->first : NULL;
    if (!first || heading != side->first || !item || item->target != first) return false;
    for (size_t i = 0; i < item->spans.n; i++)
        item->spans.at[i].lang = lang_or(item->spans.at[i].lang, node_lang(first));
    node_text(p->a, item, STR(""), LANG_NONE, heading->place)->kind = SPAN_BREAK;
    item->lang = LANG_NONE;
    contents_words(p, item, heading);
    return true;
}

void builder_contents(struct builder *p, struct node *toc)
{
    enum { USUAL = 2 };
    int levels = p->corpus->event.contents ? p->corpus->event.contents : USUAL;
    for (struct node *n = p->tree->root; n;) {
        int level = builder_level(n->role);
        bool listed = level && n->role != ROLE_TITLE && n->role != ROLE_PROMPT && !n->quiet;
        if (listed && level <= levels && !contents_beside(p, toc, n)) contents_item(p, toc, n);
        if (n->first && n != toc) {
            n = n->first;
            continue;
        }
        while (n && !n->next) n = n->parent;
        if (n) n = n->next;
    }
}

/* -- links ----------------------------------------------------------------------------------------------- */

/* http:, https:, mailto: are the only ones that a reader lets through. */
static bool is_outside(struct str href)
{
    for (size_t i = 0; i < href.n && !strchr("/?#", href.s[i]); i++)
        if (href.s[i] == ':') return true;
    return false;
}

/* "#anchor" of this document; empty: there is none. */
static struct str link_settled(struct builder *p, struct str href)
{
    struct str none = {0};
    if (str_starts(href, "#")) return map_has_str(&p->anchors, str_sub(href, 1, href.n)) ? href : none;
    const struct note *note = note_link_find(p->corpus, href);
    if (!note || !map_has_str(&p->anchors, note->stem)) return none;
    return str_fmt(p->a, "#%.*s", STR_ARGS(note->stem));
}

/* Spans may be the note's own, which other documents read at the same time: they are copied before one
 * changes. */
static void settle_links(struct builder *p, struct spans *s)
{
    struct span *own = NULL;
    for (size_t i = 0; i < s->n; i++) {
        if (!s->at[i].href.n || is_outside(s->at[i].href)) continue;
        struct str href = link_settled(p, s->at[i].href);
        if (str_eq(href, s->at[i].href)) continue;
        if (!own) {
            own = ARENA_MANY(p->a, struct span, s->n);
            memcpy(own, s->at, s->n * sizeof *own);
            s->at = own;
        }
        own[i].href = href;
    }
}

void builder_links(struct builder *p)
{
    for (struct node *n = p->tree->root; n;) {
        settle_links(p, &n->spans);
        if (n->first) {
            n = n->first;
            continue;
        }
        while (n && !n->next) n = n->parent;
        if (n) n = n->next;
    }
}
