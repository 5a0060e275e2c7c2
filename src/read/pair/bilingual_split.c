#include "read/pair/bilingual_split.h"

#include "model/bi.h"
#include "read/note/note.h"
#include "read/pair/bilingual_judge.h"

/* -- the docs -- */

struct split_side { /* a doc under way */
    struct bilingual_judge *s;
    enum lang lang;
    bool titled; /* a table's first row has given it a title */
};

static const struct bilingual_leaf *leaf_of(const struct bilingual_judge *s, const struct block *b)
{
    size_t n = map_number(&s->at, map_pointer(b));
    return n ? &s->leaves.at[n - 1] : NULL;
}

/* Recursion is bounded by DOC_DEPTH. */
static bool has(const struct split_side *x, const struct block *b)
{
    const struct bilingual_leaf *l = leaf_of(x->s, b);
    if (l) return !l->drop && (l->side == LANG_NONE || l->side == x->lang);
    for (const struct block *c = b->first; c; c = c->next)
        if (has(x, c)) return true;
    return !b->first;
}

/* A picture described in both languages. */
static const struct picture *side_picture(struct job *job, const struct picture *p, enum lang lang)
{
    if (!p) return NULL;
    for (int l = 0; l < LANG_N; l++) {
        struct bi alt = bi_typed(p->alt[l]);
        if (!p->alt[l].n || str_eq(alt.t[lang], alt.t[lang_other(lang)])) continue;
        struct picture *own = ARENA_ONE(job->keep, struct picture);
        *own = *p;
        own->alt[lang] = alt.t[lang];
        own->alt_place[lang] = p->alt_place[l];
        return own;
    }
    return p;
}

/* Takes bytes of a text off its start, and blanks where the last of them is gone. */
static void take_label(struct span *s, size_t *bytes)
{
    size_t n = s->kind == SPAN_TEXT ? (*bytes < s->text.n ? *bytes : s->text.n) : 0;
    *bytes -= n;
    s->text = str_sub(s->text, n, s->text.n);
    s->place = place_after(s->place, n);
}

static struct spans side_spans(const struct split_side *x, const struct block *b, bool parted)
{
    struct job *job = x->s->job;
    struct spans from = parted ? bilingual_text_side(job->keep, job->scratch, b, x->lang) : b->spans;
    struct spans to = {ARENA_MANY(job->keep, struct span, from.n), from.n};
    size_t label =
        b->kind == BLOCK_PARA || b->kind == BLOCK_CELL ? bilingual_text_label_spans(&from, x->lang) : 0;
    to.n = 0;
    for (size_t i = 0; i < from.n; i++) {
        struct span own = from.at[i];
        if (label) take_label(&own, &label);
        own.picture = side_picture(job, from.at[i].picture, x->lang);
        if (own.kind != SPAN_TEXT || own.text.n) to.at[to.n++] = own;
    }
    return to;
}

static struct block *copy_one(const struct split_side *x, struct block *parent, const struct block *b,
                              bool parted)
{
    struct job *job = x->s->job;
    struct block *own = block_new(job->keep, parent, b->kind, b->place), links = *own;
    *own = *b;
    own->parent = links.parent;
    own->first = own->last = own->next = NULL;
    own->spans = side_spans(x, b, parted);
    own->picture = side_picture(job, b->picture, x->lang);
    if (b->kind == BLOCK_HEADING && b->level > 1 && x->s->raised[b->level - 1]) own->level--;
    return own;
}

static void copy_whole(const struct split_side *x, struct block *parent, const struct block *b, bool cells)
{
    struct block *own = copy_one(x, parent, b, cells && b->kind == BLOCK_CELL);
    for (const struct block *c = b->first; c; c = c->next) copy_whole(x, own, c, cells);
}

/* -- a table with a language a column -- */

/* A line that is bold, or a row of the table's head, and no sentence. */
static bool is_heading(struct arena *scratch, struct spans line, bool head)
{
    enum { LONGEST = 80 };
    struct arena_mark mark = arena_mark(scratch);
    struct str text = str_trim(spans_text(scratch, line));
    bool fits = text.n && utf8_count(text) <= LONGEST && !str_ends(text, ".") && !str_ends(text, "។");
    for (size_t i = 0; i < line.n && fits && !head; i++) {
        const struct span *s = &line.at[i];
        fits = s->kind != SPAN_TEXT || !str_trim(s->text).n || (s->style & SPAN_STRONG);
    }
    arena_reset(scratch, mark);
    return fits;
}

static void cell_block(struct split_side *x, struct block *parent, const struct block *cell,
                       struct spans spans, bool head)
{
    bool heading = is_heading(x->s->job->scratch, spans, head);
    struct block *own = block_new(x->s->job->keep, parent, heading ? BLOCK_HEADING : BLOCK_PARA, cell->place);
    own->spans = spans;
    own->level = heading ? x->titled ? 2 : 1 : 0;
    if (spans.n) own->place = spans.at[0].place;
    for (size_t i = 0; heading && i < spans.n; i++) own->spans.at[i].style &= ~(unsigned)SPAN_STRONG;
    x->titled = true;
}

/* Its lines as paragraphs. */
static void cell_lines(struct split_side *x, struct block *parent, const struct block *cell, bool head)
{
    struct spans all = side_spans(x, cell, bilingual_text_read(x->s->job->scratch, cell).parted);
    for (size_t i = 0, from = 0; i <= all.n; i++) {
        if (i < all.n && all.at[i].kind != SPAN_BREAK) continue;
        if (i > from) cell_block(x, parent, cell, (struct spans){all.at + from, i - from}, head);
        from = i + 1;
    }
    for (const struct block *b = cell->first; b; b = b->next) copy_whole(x, parent, b, false);
}

static bool is_label_row(struct arena *scratch, const struct block *row)
{
    for (const struct block *cell = row->first; cell; cell = cell->next)
        if (bilingual_text_label(scratch, cell) == LANG_NONE) return false;
    return true;
}

static void columns(struct split_side *x, struct block *parent, const struct block *table)
{
    struct arena *scratch = x->s->job->scratch;
    for (const struct block *row = table->first; row; row = row->next) {
        if (is_label_row(scratch, row)) continue;
        for (const struct block *c = row->first; c; c = c->next) {
            struct bilingual_text t = {.lang = LANG_NONE};
            bilingual_judge_sum(scratch, c, &t);
            enum lang lang = bilingual_text_lang(&t);
            if (lang == LANG_NONE || lang == x->lang) cell_lines(x, parent, c, row->head);
        }
    }
}

static bool is_others(const struct split_side *x, const struct block *table, size_t column)
{
    struct bilingual_text sum = {.lang = LANG_NONE};
    for (const struct block *row = table->first; row; row = row->next) {
        const struct block *cell = row->first;
        for (size_t c = 0; cell && c < column; c++) cell = cell->next;
        if (cell) bilingual_judge_sum(x->s->job->scratch, cell, &sum);
    }
    return bilingual_text_lang(&sum) != x->lang;
}

/* Beside the languages' columns stand others, of numbers or times: it stays a table, less the other
 * language's. */
static void narrow_table(struct split_side *x, struct block *parent, const struct block *table)
{
    size_t words[2], dropped;
    if (!bilingual_judge_columns(x->s->job, table, words)) return;
    dropped = words[is_others(x, table, words[1])];
    struct block *own = copy_one(x, parent, table, false);
    own->ncolumns--;
    own->aligns = ARENA_MANY(x->s->job->keep, enum align, own->ncolumns);
    for (size_t c = 0; table->aligns && c < own->ncolumns; c++)
        own->aligns[c] = table->aligns[c + (c >= dropped)];
    for (const struct block *row = table->first; row; row = row->next) {
        struct block *to = copy_one(x, own, row, false);
        size_t c = 0;
        for (const struct block *cell = row->first; cell; cell = cell->next)
            if (c++ != dropped) copy_whole(x, to, cell, false);
    }
}

/* -- all blocks -- */

static void copy(struct split_side *x, struct block *parent, const struct block *b)
{
    const struct bilingual_leaf *l = leaf_of(x->s, b);
    if (!has(x, b)) return;
    if (l && b->kind == BLOCK_HEADING && b->level == 1) x->titled = true;
    if (l && l->text.parted && l->table == BILINGUAL_TABLE_COLUMNS) {
        b->ncolumns > 2 ? narrow_table(x, parent, b) : columns(x, parent, b);
    } else if (l && b->kind == BLOCK_TABLE) {
        copy_whole(x, parent, b, l->text.parted);
    } else {
        struct block *own = copy_one(x, parent, b, l && l->text.parted);
        for (const struct block *c = b->first; c; c = c->next) copy(x, own, c);
    }
}

/* -- footnotes -- */

struct split_notes {
    struct arena *arena;
    struct map seen;
    VEC(struct footnote *) list;
};

static void add_notes(struct split_notes *n, const struct block *b)
{
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct footnote *f = b->spans.at[i].note;
        if (!f || map_number(&n->seen, map_pointer(f))) continue;
        struct footnote *own = ARENA_ONE(n->arena, struct footnote);
        *own = *f;
        own->next = NULL;
        VEC_ADD(n->arena, n->list, own);
        map_put_number(&n->seen, map_pointer(f), n->list.n);
    }
    for (const struct block *c = b->first; c; c = c->next) add_notes(n, c);
}

/* Those that its marks call, and that these call. */
static struct footnote *side_notes(struct job *job, const struct block *root)
{
    struct split_notes n = {.arena = job->keep, .seen = MAP(job->scratch)};
    add_notes(&n, root);
    for (size_t i = 0; i < n.list.n; i++)
        if (n.list.at[i]->body) add_notes(&n, n.list.at[i]->body);
    for (size_t i = 1; i < n.list.n; i++) n.list.at[i - 1]->next = n.list.at[i];
    return n.list.n ? n.list.at[0] : NULL;
}

/* -- front matter: for both -- */

/* What stands in both languages, in this one; what has no letters of one of them is for both. */
static struct str side_text(struct str text, enum lang lang)
{
    return bi_typed(text).t[lang];
}

static void side_front(struct job *job, struct doc *doc)
{
    struct front *f = &doc->front;
    struct str title = f->titles.t[doc->lang].n ? f->titles.t[doc->lang] : side_text(f->title, doc->lang);
    struct str *speakers = ARENA_MANY(job->keep, struct str, f->nspeakers);
    const struct str none = {0};
    bool other = !f->titles.t[doc->lang].n && lang_of_text(title) != doc->lang;
    f->title = other || f->title_from_heading ? none : title;
    f->title_from_heading = false;
    f->rapporteur = side_text(f->rapporteur, doc->lang);
    for (size_t i = 0; i < f->nspeakers; i++) speakers[i] = side_text(f->speakers[i], doc->lang);
    f->speakers = speakers;
    if (!f->title.n) note_title(job, doc);
}

static struct doc *side_doc(struct bilingual_judge *s, const struct doc *doc, enum lang lang)
{
    struct split_side x = {.s = s, .lang = lang, .titled = doc->front.title.n > 0};
    struct doc *own = ARENA_ONE(s->job->keep, struct doc);
    *own = *doc;
    own->lang = lang;
    own->root = block_new(s->job->keep, NULL, BLOCK_ROOT, doc->root->place);
    for (const struct block *b = doc->root->first; b; b = b->next) copy(&x, own->root, b);
    own->notes = side_notes(s->job, own->root);
    side_front(s->job, own);
    return own;
}

bool bilingual_split(struct job *job, const struct doc *doc, struct doc *sides[LANG_N])
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct bilingual_judge s = bilingual_judge_new(job, doc);
    bool found = bilingual_judge(&s) != BILINGUAL_NONE;
    for (int l = 0; found && l < LANG_N; l++) sides[l] = side_doc(&s, doc, (enum lang)l);
    arena_reset(job->scratch, mark);
    return found;
}

/* Recursion is bounded by DOC_DEPTH. */
static void find_letters(const struct block *b, bool found[LANG_N])
{
    const enum lang ascii = lang_of_letter('a');
    for (size_t i = 0; i < b->spans.n; i++) {
        struct str text = b->spans.at[i].text;
        for (size_t at = 0; at < text.n && !(found[0] && found[1]);) {
            enum lang l = lang_of_letter(utf8_next(text, &at));
            if (l < LANG_N) found[l] = true;
            if (found[ascii]) at = utf8_past_ascii(text, at);
        }
    }
    for (const struct block *c = b->first; c && !(found[0] && found[1]); c = c->next) find_letters(c, found);
}

/* Most notes hold no letter of the other language, and need no judge. */
static bool holds_both(const struct doc *doc)
{
    bool found[LANG_N] = {false};
    find_letters(doc->root, found);
    return found[0] && found[1];
}

bool bilingual_split_can(struct job *job, const struct doc *doc)
{
    if (!holds_both(doc)) return false;
    struct arena_mark mark = arena_mark(job->scratch);
    struct bilingual_judge s = bilingual_judge_new(job, doc);
    bool can = bilingual_judge(&s) != BILINGUAL_NONE;
    arena_reset(job->scratch, mark);
    return can;
}
