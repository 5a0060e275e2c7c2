#include "compose/bilingual_note.h"

#include "compose/bilingual_table.h"
#include "compose/note_nodes.h"
#include "khmer/spelling_order.h"

/* -- titles -- */

static bool same_text(struct builder *p, struct str a, struct str b)
{
    if (str_eq(a, b)) return true;
    if (!a.n || !b.n) return false;
    return str_eq(spelling_order_fold(p->a, str_trim(a)), spelling_order_fold(p->a, str_trim(b)));
}

static bool is_h1(const struct block *b)
{
    return b->kind == BLOCK_HEADING && b->level == 1;
}

/* The heading of level 1 that begins the note, pictures and rules left out; *alone: there is no other one. */
static const struct block *title_block(const struct doc *doc, bool *alone)
{
    const struct block *first = doc->root->first;
    *alone = true;
    while (first && (first->kind == BLOCK_FIGURE || first->kind == BLOCK_RULE)) first = first->next;
    if (!first || !is_h1(first)) return NULL;
    for (const struct block *b = first->next; b && *alone; b = b->next) *alone = !is_h1(b);
    return first;
}

struct bi bilingual_note_title(struct builder *p, const struct note *note)
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

static size_t add_marks(struct builder *p, struct span *out, const struct note *note, enum lang l)
{
    const struct doc *doc = l < LANG_N ? note->doc[l] : NULL;
    bool alone;
    const struct block *h = doc ? title_block(doc, &alone) : NULL;
    if (!h || !alone || (doc->front.title.n && !doc->front.title_from_heading)) return 0;
    struct note_nodes w = {.p = p, .lang = l};
    size_t n = 0;
    for (size_t i = 0; i < h->spans.n; i++)
        if (h->spans.at[i].kind == SPAN_NOTE) {
            if (out) out[n] = h->spans.at[i];
            n++;
        }
    if (!out) return n;
    const struct node *before = p->last_note;
    note_nodes_marks(&w, (struct spans){out, n});
    note_nodes_bodies(&w, before);
    return n;
}

void bilingual_note_title_marks(struct builder *p, struct node *heading, const struct note *note)
{
    size_t all = heading ? heading->spans.n : 0, n = 0;
    for (int l = 0; heading && l < LANG_N; l++) all += add_marks(p, NULL, note, (enum lang)l);
    if (!heading || all == heading->spans.n) return;
    struct span *spans = ARENA_MANY(p->a, struct span, all);
    for (size_t i = 0; i < heading->spans.n; i++) {
        struct span s = heading->spans.at[i];
        enum lang l = s.lang == LANG_NONE ? heading->lang : s.lang;
        spans[n++] = s;
        bool last = i + 1 == heading->spans.n || heading->spans.at[i + 1].kind == SPAN_BREAK;
        if (s.kind == SPAN_TEXT && last) n += add_marks(p, spans + n, note, l);
    }
    heading->spans = (struct spans){spans, n};
}

/* -- one language -- */

/* A note's headings that stand above it already. */
struct weave_titles {
    const struct block *at[LANG_N];
};

static struct weave_titles find_titles(struct builder *p, const struct note *note, struct bi skip)
{
    struct weave_titles titles = {0};
    bool alone;
    for (int l = 0; l < LANG_N; l++) {
        const struct block *h = note->doc[l] ? title_block(note->doc[l], &alone) : NULL;
        if (!h) continue;
        struct str text = spans_text(p->a, h->spans);
        for (int k = 0; k < LANG_N; k++)
            if (same_text(p, text, skip.t[k])) titles.at[l] = h;
    }
    return titles;
}

static void missing(struct builder *p, struct node *parent, enum word w, enum lang l, struct place at)
{
    struct node *n = node_new(p->a, parent, ROLE_MISSING, l, at);
    node_text(p->a, n, words_in(w, l), l, at);
}

/* -- faults: under the block that holds them -- */

struct faults {
    struct builder *p;
    struct node *parent;
    size_t at[LANG_N];
};

static void faults_begin(struct faults *f, const struct doc *doc)
{
    if (!doc) return;
    const struct block *first = doc->root->first;
    size_t *at = &f->at[doc->lang];
    *at = builder_fault_first(f->p, f->parent, doc->source);
    builder_faults_before(f->p, f->parent, doc->source, first ? first->place.offset : UINT32_MAX, at);
}

static void faults_after(struct faults *f, const struct doc *doc, const struct block *b)
{
    if (!b) return;
    size_t end = b->next ? b->next->place.offset : UINT32_MAX;
    builder_faults_before(f->p, f->parent, doc->source, end, &f->at[doc->lang]);
}

/* -- numbered paragraphs -- */

static bool is_numbered(const struct builder *p, const struct note *note)
{
    bool told = false, numbered = false;
    for (int l = 0; l < LANG_N; l++) {
        told |= note->doc[l] && note->doc[l]->front.numbered_told;
        numbered |= note->doc[l] && note->doc[l]->front.numbered;
    }
    return told ? numbered : p->corpus->event.numbered;
}

/* A pair counts once, so that all languages and editions have the same numbers. *at: counted so far; -1: none
 * are. Returns the pair's own number, or 0. */
static long count_paragraph(long *at, const struct block *a, const struct block *b)
{
    bool paragraph = (a && a->kind == BLOCK_PARA) || (b && b->kind == BLOCK_PARA);
    return *at >= 0 && paragraph ? ++*at : 0;
}

static void whole_doc(struct builder *p, struct node *parent, const struct doc *doc, enum role base,
                      const struct block *title, long counted)
{
    struct faults faults = {.p = p, .parent = parent};
    faults_begin(&faults, doc);
    struct note_nodes w = {.p = p, .lang = doc->lang, .base = base};
    for (const struct block *b = doc->root->first; b; b = b->next) {
        w.number = count_paragraph(&counted, b, NULL);
        if (b != title) note_nodes_block(&w, parent, b);
        faults_after(&faults, doc, b);
    }
}

/* The blocks of one language; a run that only the other has is told once, where it stands. */
static void one_language(struct builder *p, struct node *parent, const struct note *note, enum role base,
                         const struct weave_titles *titles)
{
    enum lang l = p->langs[0], other = lang_other(l);
    long counted = is_numbered(p, note) ? 0 : -1;
    if (!note->doc[l]) {
        missing(p, parent, WORD_NO_NOTE, l, place_in(note->doc[other]->source, PLACE_WHOLE_FILE));
        whole_doc(p, parent, note->doc[other], base, titles->at[other], counted);
        return;
    }
    struct note_nodes w = {.p = p, .lang = l, .base = base};
    struct faults faults = {.p = p, .parent = parent};
    faults_begin(&faults, note->doc[l]);
    bool told = false;
    for (size_t i = 0; i < note->npairs; i++) {
        const struct block *mine = note->pairs[i].side[l], *theirs = note->pairs[i].side[other];
        w.number = count_paragraph(&counted, mine, theirs);
        if (mine && mine != titles->at[l]) note_nodes_block(&w, parent, mine);
        faults_after(&faults, note->doc[l], mine);
        bool lone = p->corpus->event.nlangs > 1 && !mine && theirs && theirs->kind != BLOCK_RULE &&
                    theirs != titles->at[other];
        if (lone && !told) missing(p, parent, WORD_NO_PASSAGE, l, theirs->place);
        told = lone || (told && !mine);
    }
}

/* -- both languages -- */

struct bilingual_note {
    struct builder *p;
    struct node *parent;
    struct note_nodes w[LANG_N];
    bool told[LANG_N]; /* in this run of blocks without a partner */
};

static bool is_wide(const struct block *b)
{
    return b && (b->kind == BLOCK_TABLE || b->kind == BLOCK_FIGURE || b->kind == BLOCK_RULE);
}

static bool any_wide(const struct pair *pair)
{
    for (int l = 0; l < LANG_N; l++)
        if (is_wide(pair->side[l])) return true;
    return false;
}

/* Both sides' text in one node, a line end between them. */
static void merge_spans(struct bilingual_note *w, struct node *n, const struct pair *pair)
{
    struct builder *p = w->p;
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
        note_nodes_marks(&w->w[l], s);
    }
}

/* The same picture in both notes: once, with both captions. */
static bool one_figure(struct bilingual_note *w, const struct pair *pair)
{
    const struct block *first = pair->side[0];
    bool said = false;
    for (int l = 0; l < LANG_N; l++) {
        const struct block *b = pair->side[l];
        if (!b || b->kind != BLOCK_FIGURE || !b->picture) return false;
        if (!str_eq(b->picture->path, first->picture->path)) return false;
        said = said || b->spans.n;
    }
    struct builder *p = w->p;
    struct node *f = builder_node(p, w->parent, ROLE_FIGURE);
    f->place = first->place;
    f->picture = first->picture;
    for (int l = 0; l < LANG_N; l++) {
        const struct block *b = pair->side[l];
        f->alt[l] = b->picture->alt[l].n ? b->picture->alt[l] : spans_text(p->a, b->spans);
        note_nodes_label(p, f, b);
    }
    if (said) merge_spans(w, builder_node(p, f, ROLE_CAPTION), pair);
    struct str credit = first->picture->credit;
    if (credit.n) builder_block(p, f, ROLE_CREDIT, builder_say(p, WORD_CREDIT, bi_typed(credit)));
    return true;
}

/* Tables of one shape are one table; others follow each other. */
static bool two_tables(struct bilingual_note *w, const struct pair *pair)
{
    struct node *tables[LANG_N];
    for (size_t i = 0; i < w->p->nlangs; i++) {
        enum lang l = w->p->langs[i];
        struct node *before = w->parent->last;
        note_nodes_block(&w->w[l], w->parent, pair->side[l]);
        tables[i] = w->parent->last;
        if (tables[i] == before || tables[i]->role != ROLE_TABLE) return i > 0;
    }
    if (!bilingual_table_merge(w->p, tables)) tables[1]->again = tables[0]->numbered;
    return true;
}

static void wide(struct bilingual_note *w, const struct pair *pair)
{
    struct builder *p = w->p;
    const struct block *first = pair->side[p->langs[0]], *second = pair->side[p->langs[1]];
    if (first && second && first->kind == BLOCK_RULE && second->kind == BLOCK_RULE) second = NULL;
    if (first && second && first->kind == BLOCK_TABLE && second->kind == BLOCK_TABLE && two_tables(w, pair))
        return;
    if (first && is_wide(first)) note_nodes_block(&w->w[p->langs[0]], w->parent, first);
    const struct node *before = w->parent->last;
    if (second && is_wide(second)) note_nodes_block(&w->w[p->langs[1]], w->parent, second);
    bool both = before && before->role == ROLE_FIGURE && first && second && first->kind == second->kind;
    if (both && w->parent->last != before) w->parent->last->again = before->numbered;
    struct node *sides[LANG_N];
    bool left = first && !is_wide(first), right = second && !is_wide(second);
    if (!left && !right) return;
    builder_pair(p, w->parent, sides);
    enum lang l = p->langs[left ? 0 : 1];
    note_nodes_block(&w->w[l], sides[l], left ? first : second);
}

/* Second headings are in the contents: one for both languages. */
static bool merged_heading(struct bilingual_note *w, const struct pair *pair)
{
    struct note_nodes_levels before[LANG_N];
    bool second = true;
    for (int l = 0; l < LANG_N; l++)
        if (!pair->side[l] || pair->side[l]->kind != BLOCK_HEADING) return false;
    for (int l = 0; l < LANG_N; l++) {
        before[l] = w->w[l].levels;
        second = note_nodes_role(&w->w[l], pair->side[l]->level) == ROLE_H2 && second;
    }
    for (int l = 0; l < LANG_N && !second; l++) w->w[l].levels = before[l];
    if (!second) return false;
    struct node *h = builder_node(w->p, w->parent, ROLE_H2);
    h->place = pair->side[0]->place;
    merge_spans(w, h, pair);
    w->p->level = builder_level(ROLE_H2);
    return true;
}

static void side_by_side(struct bilingual_note *w, const struct pair *pair)
{
    struct node *sides[LANG_N];
    builder_pair(w->p, w->parent, sides);
    bool lone = pair_sides(pair) < LANG_N;
    for (size_t i = 0; i < LANG_N; i++) {
        enum lang l = w->p->langs[i];
        const struct block *b = pair->side[l];
        if (b)
            note_nodes_block(&w->w[l], sides[l], b);
        else if (!w->told[l]) {
            missing(w->p, sides[l], WORD_NO_TRANSLATION, l, pair->side[lang_other(l)]->place);
            w->told[l] = true;
        }
    }
    if (!lone) memset(w->told, 0, sizeof w->told);
}

static struct pair without_titles(struct pair pair, const struct weave_titles *titles)
{
    for (int l = 0; l < LANG_N; l++)
        if (pair.side[l] == titles->at[l]) pair.side[l] = NULL;
    return pair;
}

static void one_pair(struct bilingual_note *w, const struct pair *pair)
{
    if (!pair_sides(pair)) return;
    struct node *before = w->p->last_note;
    if (one_figure(w, pair) || merged_heading(w, pair))
        note_nodes_bodies(&w->w[0], before);
    else if (any_wide(pair))
        wide(w, pair);
    else
        side_by_side(w, pair);
}

static void both_languages(struct builder *p, struct node *parent, const struct note *note, enum role base,
                           const struct weave_titles *titles)
{
    struct bilingual_note w = {.p = p, .parent = parent};
    for (int l = 0; l < LANG_N; l++) w.w[l] = (struct note_nodes){.p = p, .lang = (enum lang)l, .base = base};
    struct faults faults = {.p = p, .parent = parent};
    for (int l = 0; l < LANG_N; l++) faults_begin(&faults, note->doc[l]);
    long counted = is_numbered(p, note) ? 0 : -1;
    for (size_t i = 0; i < note->npairs; i++) {
        struct pair pair = without_titles(note->pairs[i], titles);
        long number = count_paragraph(&counted, pair.side[0], pair.side[1]);
        for (int l = 0; l < LANG_N; l++) w.w[l].number = number;
        one_pair(&w, &pair);
        for (int l = 0; l < LANG_N; l++) faults_after(&faults, note->doc[l], note->pairs[i].side[l]);
    }
}

/* Draft and sample are said of the note where not every page says so already. */
static void note_status(struct builder *p, struct node *parent, const struct note *note)
{
    bool draft = false, sample = false;
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        draft |= note->doc[l]->front.draft;
        sample |= note->doc[l]->front.sample;
    }
    if (sample && !p->corpus->event.sample) builder_par(p, parent, ROLE_MISSING, words_of(WORD_SAMPLE_LONG));
    if (draft) builder_par(p, parent, ROLE_MISSING, words_of(WORD_DRAFT_LONG));
}

void bilingual_note_write(struct builder *p, struct node *parent, const struct note *note, enum role base,
                          struct bi skip)
{
    note_status(p, parent, note);
    struct weave_titles titles = find_titles(p, note, skip);
    if (p->both)
        both_languages(p, parent, note, base, &titles);
    else
        one_language(p, parent, note, base, &titles);
}
