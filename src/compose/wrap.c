#include "compose/wrap.h"

#include "khmer/number.h"
#include "khmer/order.h"

/* -- titles -- */

bool wrap_same(struct pen *p, struct str a, struct str b)
{
    if (str_eq(a, b)) return true;
    if (!a.n || !b.n) return false;
    return str_eq(order_fold(p->a, str_trim(a)), order_fold(p->a, str_trim(b)));
}

static bool is_h1(const struct block *b)
{
    return b->kind == BLOCK_HEADING && b->level == 1;
}

/* The first heading of level 1; *alone: there is no other. */
static const struct block *title_block(const struct doc *doc, bool *alone)
{
    const struct block *first = NULL;
    *alone = true;
    for (const struct block *b = doc->root->first; b; b = b->next) {
        if (!is_h1(b)) continue;
        if (first) {
            *alone = false;
            break;
        }
        first = b;
    }
    return first;
}

struct bi wrap_title(struct pen *p, const struct note *note)
{
    struct bi title = {0};
    for (int l = 0; l < LANG_N; l++) {
        const struct doc *doc = note->doc[l];
        bool alone, typed = doc && doc->front.title.n && !doc->front.title_from_heading;
        const struct block *h = doc && !typed ? title_block(doc, &alone) : NULL;
        if (typed) {
            title.t[l] = doc->front.title;
            title.at[l] = doc->front.title_place;
        } else if (h && alone) {
            title.t[l] = spans_text(p->a, h->spans);
            title.at[l] = h->place;
        }
    }
    return title;
}

/* -- one block -- */

struct wrap {
    struct pen *p;
    enum lang lang; /* of the note's text */
    enum role base;
    struct wrap_levels levels;
    bool in_pair;
};

static enum role heading_role(struct wrap *w, int level)
{
    struct wrap_levels *s = &w->levels;
    while (s->n && s->open[s->n - 1] >= level) s->n--;
    if (s->n < WRAP_LEVELS) s->open[s->n++] = level;
    int r = (int)w->base + s->n - 1, deepest = (int)ROLE_H1 + w->p->level;
    if (r > deepest) r = deepest;
    return r > (int)ROLE_H4 ? ROLE_H4 : (enum role)r;
}

static bool quiet_context(const struct node *parent)
{
    for (const struct node *n = parent; n; n = n->parent)
        if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE || n->role == ROLE_NOTE) return true;
    return false;
}

static void strong(struct pen *p, struct node *n)
{
    struct span *copy = ARENA_MANY(p->a, struct span, n->spans.n ? n->spans.n : 1);
    for (size_t i = 0; i < n->spans.n; i++) {
        copy[i] = n->spans.at[i];
        copy[i].style |= SPAN_STRONG;
    }
    n->spans.at = copy;
}

/* A footnote joins the tree's list at its first mark. */
static void note_marks(struct wrap *w, struct spans s)
{
    struct pen *p = w->p;
    for (size_t i = 0; i < s.n; i++) {
        const struct footnote *f = s.at[i].note;
        if (s.at[i].kind != SPAN_NOTE || !f) continue;
        if (pen_set_add(p->a, &p->noted, (struct str){(const char *)&f, sizeof f})) continue;
        struct node *n = node_new(p->a, NULL, ROLE_NOTE, w->lang, f->place);
        n->note = f;
        n->label = number_plain(p->a, ++p->notes[w->lang], w->lang);
        if (p->last_note)
            p->last_note->next = n;
        else
            p->tree->notes = n;
        p->last_note = n;
    }
}

static struct node *text_node(struct wrap *w, struct node *parent, enum role role, const struct block *b)
{
    struct node *n = node_new(w->p->a, parent, role, w->lang, b->place);
    n->spans = b->spans;
    note_marks(w, b->spans);
    return n;
}

static void heading(struct wrap *w, struct node *parent, const struct block *b)
{
    if (quiet_context(parent)) {
        strong(w->p, text_node(w, parent, ROLE_P, b));
        return;
    }
    enum role r = heading_role(w, b->level);
    text_node(w, parent, r, b);
    w->p->level = pen_level(r);
}

static struct str item_label(struct wrap *w, const struct block *list, long k)
{
    if (list->counter == COUNTER_BULLET) return STR("•");
    struct arena *a = w->p->a;
    struct str n = number_plain(a, k, LANG_EN);
    if (list->counter == COUNTER_KM_DECIMAL) n = number_plain(a, k, LANG_KM);
    if (list->counter == COUNTER_KM_LETTER) n = number_khmer_letter(a, k);
    if (list->counter == COUNTER_ALPHA && k >= 1 && k <= 26) n = str_fmt(a, "%c", (char)('a' + k - 1));
    if (list->counter == COUNTER_DECIMAL && w->lang == LANG_KM) n = number_plain(a, k, LANG_KM);
    return str_fmt(a, "%.*s%c", STR_ARGS(n), list->delimiter == ')' ? ')' : '.');
}

static void figure(struct wrap *w, struct node *parent, const struct block *b)
{
    struct node *f = pen_node(w->p, parent, ROLE_FIGURE);
    f->place = b->place;
    f->lang = w->lang;
    f->picture = b->picture;
    struct str caption = spans_text(w->p->a, b->spans);
    for (int l = 0; l < LANG_N; l++) f->alt[l] = b->picture->alt[l];
    if (!f->alt[w->lang].n) f->alt[w->lang] = caption;
    if (caption.n) text_node(w, f, ROLE_CAPTION, b);
    if (b->picture->credit.n)
        pen_block(w->p, f, ROLE_CREDIT, pen_say(w->p, WORD_CREDIT, pen_typed(b->picture->credit)));
}

static size_t widest_row(const struct block *table)
{
    size_t most = table->ncolumns;
    for (const struct block *row = table->first; row; row = row->next) {
        size_t n = 0;
        for (const struct block *c = row->first; c; c = c->next) n++;
        if (n > most) most = n;
    }
    return most;
}

/* Digits of either script with their signs, or nothing. */
static bool is_number(struct spans s, bool *any)
{
    for (size_t i = 0; i < s.n; i++)
        for (size_t at = 0; at < s.at[i].text.n;) {
            uint32_t c = utf8_next(s.at[i].text, &at);
            bool digit = (c >= '0' && c <= '9') || (c >= 0x17E0 && c <= 0x17E9);
            if (!digit && (c > 126 || !strchr(" .,%+-", (int)c))) return false;
            *any |= digit;
        }
    return true;
}

enum { NOT_NUMBERS = 1, SOME_NUMBERS = 2 };

/* Columns that hold numbers alone, and whose writer asked for no side, are set to the right. */
static void find_numbers(struct pen *p, struct node *table, const struct block *b)
{
    unsigned char *held = ARENA_MANY(p->a, unsigned char, table->ncolumns);
    for (const struct block *row = b->first; row; row = row->next) {
        size_t k = 0;
        for (const struct block *cell = row->first; cell && !row->head; cell = cell->next, k++) {
            bool any = false;
            if (!is_number(cell->spans, &any)) held[k] |= NOT_NUMBERS;
            if (any) held[k] |= SOME_NUMBERS;
        }
    }
    for (size_t k = 0; k < table->ncolumns; k++) {
        struct column *c = &table->columns[k];
        c->number = held[k] == SOME_NUMBERS && (c->align == ALIGN_DEFAULT || c->align == ALIGN_RIGHT);
        if (c->number) c->align = ALIGN_RIGHT;
    }
}

static struct node *table(struct wrap *w, struct node *parent, const struct block *b)
{
    struct node *t = pen_table(w->p, parent, widest_row(b));
    t->place = b->place;
    t->lang = w->lang;
    for (size_t i = 0; i < b->ncolumns && b->aligns; i++) t->columns[i].align = b->aligns[i];
    find_numbers(w->p, t, b);
    return t;
}

/* A row with too few cells is filled, so that each has one for every column. */
static void fill_row(struct pen *p, const struct node *table, struct node *row)
{
    size_t n = 0;
    for (const struct node *c = row->first; c; c = c->next) n++;
    for (; n < table->ncolumns; n++) pen_node(p, row, ROLE_CELL);
}

/* The last paragraph of a quote that begins with a dash tells who said it. */
static bool tells_source(const struct block *b)
{
    if (b->next || !b->parent || b->parent->kind != BLOCK_QUOTE || b->parent->first == b || !b->spans.n)
        return false;
    struct str text = b->spans.at[0].text;
    return str_starts(text, "—") || str_starts(text, "–") || str_starts(text, "―");
}

static struct node *container(struct wrap *w, struct node *parent, const struct block *b)
{
    enum role role = b->kind == BLOCK_LIST ? ROLE_LIST : b->kind == BLOCK_ITEM ? ROLE_ITEM : ROLE_QUOTE;
    struct node *n = node_new(w->p->a, parent, role, w->lang, b->place);
    if (role == ROLE_ITEM) n->label = item_label(w, b->parent, b->parent->start + (long)parent->count++);
    return n;
}

/* Adds the block's own node; gives back the node that its children hang on. */
static struct node *enter(struct wrap *w, struct node *parent, const struct block *b, int depth)
{
    switch (b->kind) {
    case BLOCK_HEADING: heading(w, parent, b); return parent;
    case BLOCK_PARA:
        text_node(w, parent, depth <= WRAP_DEEPEST && tells_source(b) ? ROLE_SOURCE : ROLE_P, b);
        return parent;
    case BLOCK_CODE: text_node(w, parent, ROLE_CODE, b); return parent;
    case BLOCK_RULE: node_new(w->p->a, parent, ROLE_RULE, w->lang, b->place); return parent;
    case BLOCK_FIGURE:
        if (b->picture) figure(w, parent, b);
        return parent;
    case BLOCK_LIST:
    case BLOCK_ITEM:
    case BLOCK_QUOTE: return depth > WRAP_DEEPEST ? parent : container(w, parent, b);
    case BLOCK_TABLE: return table(w, parent, b);
    case BLOCK_ROW: {
        struct node *row = node_new(w->p->a, parent, ROLE_ROW, w->lang, b->place);
        row->head = b->head;
        return row;
    }
    case BLOCK_CELL: text_node(w, parent, ROLE_CELL, b); return parent;
    default: return parent;
    }
}

static bool nests(enum block_kind k)
{
    return k == BLOCK_LIST || k == BLOCK_QUOTE;
}

static struct node *leave(struct wrap *w, struct node *at, const struct block *b, int depth)
{
    bool made = b->kind == BLOCK_TABLE || b->kind == BLOCK_ROW ||
                ((nests(b->kind) || b->kind == BLOCK_ITEM) && depth <= WRAP_DEEPEST);
    if (!made) return at;
    if (b->kind == BLOCK_ROW) fill_row(w->p, at->parent, at);
    return at->parent;
}

static bool skipped(const struct block *b)
{
    if (b->kind == BLOCK_TABLE) return !b->first || !widest_row(b);
    return b->kind == BLOCK_LIST && !b->first;
}

/* The block and all below it. Walks without recursion: notes may nest as deep as their writer likes. */
static void wrap_block(struct wrap *w, struct node *parent, const struct block *top)
{
    struct node *at = parent;
    int depth = 0;
    for (const struct block *b = top; b;) {
        depth += nests(b->kind);
        bool skip = skipped(b);
        struct node *in = skip ? at : enter(w, at, b, depth);
        if (!skip && b->first) {
            at = in;
            b = b->first;
            continue;
        }
        if (!skip) at = leave(w, in, b, depth);
        depth -= nests(b->kind);
        while (b != top && !b->next) {
            b = b->parent;
            at = leave(w, at, b, depth);
            depth -= nests(b->kind);
        }
        if (b == top) break;
        b = b->next;
    }
}

/* The bodies of the footnotes that were marked since; these may mark others. */
static void wrap_notes(struct wrap *w, struct node *before)
{
    struct pen *p = w->p;
    for (struct node *n = before ? before->next : p->tree->notes; n; n = n->next) {
        struct wrap inner = {.p = p, .lang = n->lang, .base = ROLE_H4};
        for (const struct block *b = n->note->body ? n->note->body->first : NULL; b; b = b->next)
            wrap_block(&inner, n, b);
    }
}

static void wrap_top(struct wrap *w, struct node *parent, const struct block *b)
{
    struct node *before = w->p->last_note;
    wrap_block(w, parent, b);
    wrap_notes(w, before);
}

/* -- one language -- */

static bool is_title(struct pen *p, const struct block *b, const struct doc *doc, struct bi skip)
{
    bool alone;
    if (!is_h1(b) || b != title_block(doc, &alone)) return false;
    struct str text = spans_text(p->a, b->spans);
    return wrap_same(p, text, skip.t[LANG_KM]) || wrap_same(p, text, skip.t[LANG_EN]);
}

static void missing(struct pen *p, struct node *parent, enum word w, enum lang l, struct place at)
{
    struct node *n = node_new(p->a, parent, ROLE_MISSING, l, at);
    node_text(p->a, n, words_in(w, l), l, at);
}

static void whole_doc(struct pen *p, struct node *parent, const struct doc *doc, enum role base,
                      struct bi skip)
{
    struct wrap w = {.p = p, .lang = doc->lang, .base = base};
    for (const struct block *b = doc->root->first; b; b = b->next)
        if (!is_title(p, b, doc, skip)) wrap_top(&w, parent, b);
}

/* The blocks of one language; a run that only the other has is told once, where it stands. */
static void one_language(struct pen *p, struct node *parent, const struct note *note, enum role base,
                         struct bi skip)
{
    enum lang l = p->langs[0], other = (enum lang)(LANG_N - 1 - l);
    if (!note->doc[l]) {
        missing(p, parent, WORD_NO_NOTE, l, place_in(note->doc[other]->source, PLACE_WHOLE_FILE));
        whole_doc(p, parent, note->doc[other], base, skip);
        return;
    }
    struct wrap w = {.p = p, .lang = l, .base = base};
    bool told = false;
    for (size_t i = 0; i < note->npairs; i++) {
        const struct block *mine = note->pairs[i].side[l], *theirs = note->pairs[i].side[other];
        if (mine && !is_title(p, mine, note->doc[l], skip)) wrap_top(&w, parent, mine);
        bool lone =
            !mine && theirs && theirs->kind != BLOCK_RULE && !is_title(p, theirs, note->doc[other], skip);
        if (lone && !told) missing(p, parent, WORD_NO_PASSAGE, l, theirs->place);
        told = lone || (told && !mine);
    }
}

/* -- both languages -- */

struct wrap_both {
    struct pen *p;
    struct node *parent;
    struct wrap w[LANG_N];
    bool told[LANG_N]; /* in this run of blocks without a partner */
};

static bool is_wide(const struct block *b)
{
    return b && (b->kind == BLOCK_TABLE || b->kind == BLOCK_FIGURE || b->kind == BLOCK_RULE);
}

/* Both sides' text in one node, a line end between them. */
static void merge_spans(struct wrap_both *w, struct node *n, const struct pair *pair)
{
    struct pen *p = w->p;
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        struct spans s = pair->side[l]->spans;
        if (n->spans.n && s.n) node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
        for (size_t k = 0; k < s.n; k++) {
            struct span *mine = node_text(p->a, n, s.at[k].text, l, s.at[k].place);
            enum lang own = s.at[k].lang;
            *mine = s.at[k];
            mine->lang = own == LANG_NONE ? l : own;
        }
        note_marks(&w->w[l], s);
    }
}

/* The same picture in both notes: once, with both captions. */
static bool one_figure(struct wrap_both *w, const struct pair *pair)
{
    const struct block *km = pair->side[LANG_KM], *en = pair->side[LANG_EN];
    if (!km || !en || km->kind != BLOCK_FIGURE || en->kind != BLOCK_FIGURE) return false;
    if (!km->picture || !en->picture || !str_eq(km->picture->path, en->picture->path)) return false;
    struct pen *p = w->p;
    struct node *f = pen_node(p, w->parent, ROLE_FIGURE);
    f->place = km->place;
    f->picture = km->picture;
    for (int l = 0; l < LANG_N; l++) {
        const struct block *b = pair->side[l];
        f->alt[l] = b->picture->alt[l].n ? b->picture->alt[l] : spans_text(p->a, b->spans);
    }
    if (km->spans.n || en->spans.n) merge_spans(w, pen_node(p, f, ROLE_CAPTION), pair);
    struct str credit = km->picture->credit;
    if (credit.n) pen_block(p, f, ROLE_CREDIT, pen_say(p, WORD_CREDIT, pen_typed(credit)));
    return true;
}

static void wide(struct wrap_both *w, const struct pair *pair)
{
    struct pen *p = w->p;
    const struct block *first = pair->side[p->langs[0]], *second = pair->side[p->langs[1]];
    if (first && second && first->kind == BLOCK_RULE && second->kind == BLOCK_RULE) second = NULL;
    if (first && is_wide(first)) wrap_top(&w->w[p->langs[0]], w->parent, first);
    if (second && is_wide(second)) wrap_top(&w->w[p->langs[1]], w->parent, second);
    struct node *sides[LANG_N];
    bool left = first && !is_wide(first), right = second && !is_wide(second);
    if (!left && !right) return;
    pen_pair(p, w->parent, sides);
    enum lang l = p->langs[left ? 0 : 1];
    wrap_top(&w->w[l], sides[l], left ? first : second);
}

/* Second headings are in the contents: one for both languages. */
static bool merged_heading(struct wrap_both *w, const struct pair *pair)
{
    const struct block *km = pair->side[LANG_KM], *en = pair->side[LANG_EN];
    if (!km || !en || km->kind != BLOCK_HEADING || en->kind != BLOCK_HEADING) return false;
    struct wrap_levels before[LANG_N] = {w->w[LANG_KM].levels, w->w[LANG_EN].levels};
    enum role r = heading_role(&w->w[LANG_KM], km->level), r2 = heading_role(&w->w[LANG_EN], en->level);
    if (r != r2 || r != ROLE_H2) {
        w->w[LANG_KM].levels = before[LANG_KM];
        w->w[LANG_EN].levels = before[LANG_EN];
        return false;
    }
    struct node *h = pen_node(w->p, w->parent, r);
    h->place = km->place;
    merge_spans(w, h, pair);
    w->p->level = pen_level(r);
    return true;
}

static void side_by_side(struct wrap_both *w, const struct pair *pair)
{
    struct node *sides[LANG_N];
    pen_pair(w->p, w->parent, sides);
    bool lone = !pair->side[LANG_KM] || !pair->side[LANG_EN];
    for (size_t i = 0; i < LANG_N; i++) {
        enum lang l = w->p->langs[i];
        const struct block *b = pair->side[l];
        if (b)
            wrap_top(&w->w[l], sides[l], b);
        else if (!w->told[l]) {
            missing(w->p, sides[l], WORD_NO_TRANSLATION, l, pair->side[LANG_N - 1 - l]->place);
            w->told[l] = true;
        }
    }
    if (!lone) w->told[LANG_KM] = w->told[LANG_EN] = false;
}

static struct pair without_titles(struct pen *p, const struct note *note, struct pair pair, struct bi skip)
{
    for (int l = 0; l < LANG_N; l++)
        if (pair.side[l] && is_title(p, pair.side[l], note->doc[l], skip)) pair.side[l] = NULL;
    return pair;
}

static void both_languages(struct pen *p, struct node *parent, const struct note *note, enum role base,
                           struct bi skip)
{
    struct wrap_both w = {.p = p, .parent = parent};
    for (int l = 0; l < LANG_N; l++) w.w[l] = (struct wrap){.p = p, .lang = (enum lang)l, .base = base};
    for (size_t i = 0; i < note->npairs; i++) {
        struct pair pair = without_titles(p, note, note->pairs[i], skip);
        if (!pair.side[LANG_KM] && !pair.side[LANG_EN]) continue;
        struct node *before = p->last_note;
        if (one_figure(&w, &pair) || merged_heading(&w, &pair))
            wrap_notes(&w.w[LANG_KM], before);
        else if (is_wide(pair.side[LANG_KM]) || is_wide(pair.side[LANG_EN]))
            wide(&w, &pair);
        else
            side_by_side(&w, &pair);
    }
}

/* Draft and sample are said of the note where not every page says so already. */
static void note_status(struct pen *p, struct node *parent, const struct note *note)
{
    bool draft = false, sample = false;
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        draft |= note->doc[l]->front.draft;
        sample |= note->doc[l]->front.sample;
    }
    if (sample && !p->corpus->event.sample) pen_par(p, parent, ROLE_MISSING, words_of(WORD_SAMPLE_LONG));
    if (draft) pen_par(p, parent, ROLE_MISSING, words_of(WORD_DRAFT_LONG));
}

void wrap_note(struct pen *p, struct node *parent, const struct note *note, enum role base, struct bi skip)
{
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l]) pen_faults(p, parent, note->doc[l]->source->path);
    note_status(p, parent, note);
    if (p->both)
        both_languages(p, parent, note, base, skip);
    else
        one_language(p, parent, note, base, skip);
}
