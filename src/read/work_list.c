#include "read/work_list.h"

#include "base/map.h"
#include "model/translation.h"
#include "read/format/encoding.h"
#include "read/note/caption.h"
#include "read/note/markdown.h"
#include "read/note/note.h"
#include "read/table/columns.h"

struct work_row { /* that somebody has filled in */
    struct str key, text;
    struct place place; /* of the text's cell */
    enum lang into;
    const struct source *texts; /* the rows' texts, each at its line of the file that is read */
    size_t from, to;
    bool used, done; /* done: what it translates has a translation of its own */
};

struct work_list {
    struct job *job;
    VEC(struct work_row) rows;
    struct map by_key; /* the first row of each key */
};

/* -- the rows -- */

enum { COLUMN_KEY, COLUMN_FIRST, COLUMNS_SAID = COLUMN_FIRST + LANG_N };

/* What keeps a spreadsheet from taking a text for a formula. */
static struct str less_apostrophe(struct str s)
{
    return s.n > 1 && s.s[0] == '\'' && strchr("=+-@", s.s[1]) ? str_sub(s, 1, s.n) : s;
}

/* The language that a key begins with. */
static enum lang key_lang(struct str key)
{
    struct str tag;
    return str_cut(&key, '-', &tag) ? lang_named(tag) : LANG_NONE;
}

static void add_row(struct work_list *w, struct columns *t, const struct csv_row *row)
{
    struct csv_cell key = columns_cell(t, row, COLUMN_KEY);
    enum lang into = key_lang(key.text);
    size_t filled = 0;
    for (int l = 0; l < LANG_N; l++) filled += columns_cell(t, row, COLUMN_FIRST + (size_t)l).text.n > 0;
    if (into == LANG_NONE) {
        if (filled) diag_tell(w->job->diags, DIAG_TODO_KEY, row->place, {0});
        return;
    }
    struct csv_cell cell = columns_cell(t, row, COLUMN_FIRST + (size_t)into);
    struct work_row r = {
        .key = key.text, .text = less_apostrophe(cell.text), .place = cell.place, .into = into};
    if (r.text.n) VEC_ADD(w->job->keep, w->rows, r);
}

static void read_rows(struct work_list *w, const struct source *s)
{
    static const struct column_name NAMES[] = {{"key", 1, {.kind = COLUMN_ID}},
                                               {"km", 2, {.kind = COLUMN_WRITTEN, .lang = LANG_KM}},
                                               {"en", 3, {.kind = COLUMN_WRITTEN, .lang = LANG_EN}},
                                               {"file", 0, {0}},
                                               {"line", 0, {0}},
                                               {"status", 0, {0}},
                                               {"what", 0, {0}},
                                               {"terms", 0, {0}},
                                               {"present", 0, {0}}};
    struct columns t = columns_read(w->job, s, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < t.n; i++)
        if (!csv_blank(&t.rows[i])) add_row(w, &t, &t.rows[i]);
}

/* One text of all rows of a file, so that what is wrong in one is told at its line. */
static void set_texts(struct work_list *w, const struct source *s, size_t first)
{
    struct buf b = BUF(w->job->keep);
    size_t line = 1;
    for (size_t i = first; i < w->rows.n; i++) {
        struct work_row *r = &w->rows.at[i];
        for (size_t at = place_line(r->place); line < at; line++) buf_byte(&b, '\n');
        r->from = b.n;
        buf_add(&b, r->text);
        r->to = b.n;
        for (size_t k = 0; k < r->text.n; k++) line += r->text.s[k] == '\n';
        buf_byte(&b, '\n');
        line++;
    }
    const struct source *texts = source_new(w->job->keep, s->path, buf_str(&b));
    for (size_t i = first; i < w->rows.n; i++) w->rows.at[i].texts = texts;
}

static void read_file(struct work_list *w, struct str path)
{
    const struct source *s = input_source(w->job, path, false);
    size_t first = w->rows.n;
    if (!s) return;
    read_rows(w, s);
    set_texts(w, s, first);
}

struct work_list *work_list_open(struct job *job, const struct input *in)
{
    struct work_list *w = ARENA_ONE(job->keep, struct work_list);
    *w = (struct work_list){.job = job, .by_key = MAP(job->keep)};
    for (size_t i = 0; i < in->top.n; i++)
        if (input_is_work_list(in->top.at[i]) && !files_is_folder(job, in->top.at[i]))
            read_file(w, in->top.at[i]);
    for (size_t i = 0; i < w->rows.n; i++) {
        void **at = map_at_str(&w->by_key, w->rows.at[i].key);
        if (!*at) *at = &w->rows.at[i];
    }
    return w->rows.n ? w : NULL;
}

/* The row that translates a text, or a block, of this fingerprint. */
static struct work_row *find(const struct work_list *w, enum lang into, uint64_t source, uint64_t present)
{
    struct arena_mark mark = arena_mark(w->job->scratch);
    struct work_row *r = map_get_str(&w->by_key, translation_key(w->job->scratch, into, source, present));
    arena_reset(w->job->scratch, mark);
    return r;
}

/* -- short texts -- */

static void fill_text(void *with, struct bi *text, const char *name, struct place row)
{
    struct work_list *w = with;
    (void)name, (void)row;
    for (int l = 0; l < LANG_N; l++) {
        struct str from = text->t[lang_other((enum lang)l)];
        struct work_row *r = from.n ? find(w, (enum lang)l, translation_hash(from), 0) : NULL;
        if (!r) continue;
        if (text->t[l].n) {
            r->done = true;
            continue;
        }
        text->t[l] = r->text;
        text->at[l] = r->place;
        r->used = true;
    }
}

void work_list_texts(struct work_list *w, struct corpus *c)
{
    if (w) translation_visit(c, fill_text, w);
}

void work_list_form(struct work_list *w, struct form *f)
{
    if (w) translation_visit_form(f, fill_text, w);
}

/* -- notes: a row's text to a block of the sort that it translates -- */

static void add_spans(struct work_list *w, struct block *to, struct spans more, struct place place)
{
    size_t n = to->spans.n;
    struct span *all = ARENA_MANY(w->job->keep, struct span, n + more.n + 1);
    if (n) memcpy(all, to->spans.at, n * sizeof *all);
    if (n && more.n) all[n++] = (struct span){.kind = SPAN_BREAK, .lang = LANG_NONE, .place = place};
    if (more.n) memcpy(all + n, more.at, more.n * sizeof *all);
    to->spans = (struct spans){all, n + more.n};
}

/* Lines that are no Markdown: nothing in them is taken for a list's mark or a rule. */
static void add_lines(struct work_list *w, struct block *to, const struct work_row *r)
{
    struct str rest = r->text, line;
    while (str_cut(&rest, '\n', &line)) {
        struct place at = place_in(r->texts, r->from + (size_t)(line.s - r->text.s));
        struct span span = {.kind = SPAN_TEXT, .lang = LANG_NONE, .text = str_trim(line), .place = at};
        if (to->kind == BLOCK_CODE) span.style = SPAN_CODE;
        if (span.text.n) add_spans(w, to, (struct spans){&span, 1}, at);
    }
}

/* A heading, a paragraph, a caption: one block of spans. */
static struct block *text_block(struct work_list *w, const struct block *like, const struct work_row *r,
                                struct block *read)
{
    struct place place = place_in(r->texts, r->from);
    struct block *b = block_new(w->job->keep, NULL, like->kind, place);
    bool plain = like->kind == BLOCK_CODE;
    for (const struct block *c = read->first; c; c = c->next)
        plain = plain || c->first || (c->kind != BLOCK_PARA && c->kind != BLOCK_HEADING);
    b->level = like->level;
    b->picture = like->picture;
    if (plain)
        add_lines(w, b, r);
    else
        for (const struct block *c = read->first; c; c = c->next) add_spans(w, b, c->spans, c->place);
    return b;
}

static void move_into(struct block *parent, struct block *b)
{
    b->parent = parent;
    b->next = NULL;
    if (parent->last)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
}

/* A list of its lines, a quotation of its paragraphs. */
static struct block *gathered(struct work_list *w, const struct block *like, struct block *read)
{
    struct block *b = block_new(w->job->keep, NULL, like->kind, read->first->place), *next;
    b->counter = like->counter;
    b->start = like->start;
    b->delimiter = like->delimiter;
    b->tight = like->tight;
    for (struct block *c = read->first; c; c = next) {
        next = c->next;
        move_into(like->kind == BLOCK_LIST ? block_new(w->job->keep, b, BLOCK_ITEM, c->place) : b, c);
    }
    return b;
}

/* A chart is written as a table, a label once. */
static struct block *as_like(struct block *b, const struct block *like)
{
    b->chart = like->chart;
    if (!b->label.n) b->label = like->label;
    return b;
}

/* The block that a row's text makes, without a parent; of a table that was not typed as one, its text. */
static struct block *row_block(struct work_list *w, const struct block *like, const struct work_row *r,
                               struct footnote **notes)
{
    struct source *row = ARENA_ONE(w->job->keep, struct source); /* all texts, as far as this one */
    *row = *r->texts;
    row->text.n = r->to;
    row->nlines = r->to > r->from ? place_line(place_in(r->texts, r->to - 1)) : 1;
    struct block *read = markdown_read(w->job, row, r->from, r->into, notes);
    caption_take(w->job, read, *notes);
    bool text = !like->first;
    if (text || !read->first) return text_block(w, like, r, read);
    if (read->first == read->last && read->first->kind == like->kind) return as_like(read->first, like);
    if (like->kind == BLOCK_LIST || like->kind == BLOCK_QUOTE) return gathered(w, like, read);
    struct block para = {.kind = BLOCK_PARA};
    return text_block(w, &para, r, read);
}

/* -- where it goes -- */

struct work_note {
    struct work_list *w;
    struct note *note;
    struct doc *doc[LANG_N]; /* the docs that were changed: copies, their blocks the same */
};

/* A doc of a language that the note lacked serves as the other one's does. */
static struct doc *open_doc(struct work_note *x, enum lang lang, const struct work_row *r)
{
    const struct doc *from = x->note->doc[lang] ? x->note->doc[lang] : x->note->doc[lang_other(lang)];
    struct arena *keep = x->w->job->keep;
    if (x->doc[lang]) return x->doc[lang];
    struct doc *d = ARENA_ONE(keep, struct doc);
    *d = *from;
    if (!x->note->doc[lang]) {
        d->lang = lang;
        d->source = r->texts;
        d->raw = (struct str){0};
        d->root = block_new(keep, NULL, BLOCK_ROOT, place_in(r->texts, 0));
        d->notes = NULL;
        d->front.title = (struct str){0};
        d->front.title_from_heading = false;
    }
    x->doc[lang] = d;
    x->note->doc[lang] = d;
    return d;
}

/* Behind the side of an earlier pair, in place of old where there is one. */
static void put_block(struct work_note *x, struct doc *d, size_t pair, struct block *b,
                      const struct block *old)
{
    const struct block *before = NULL;
    struct block *at = d->root->first;
    for (size_t i = pair; i-- > 0 && !before;) before = x->note->pairs[i].side[d->lang];
    while (before && at && at != before) at = at->next;
    b->parent = d->root;
    b->next = before && at ? at->next : d->root->first;
    if (b->next && b->next == old) b->next = old->next;
    if (before && at)
        at->next = b;
    else
        d->root->first = b;
    if (!b->next) d->root->last = b;
}

static void add_notes(struct doc *d, struct footnote *more)
{
    struct footnote *last = d->notes;
    while (last && last->next) last = last->next;
    if (last)
        last->next = more;
    else
        d->notes = more;
}

static void fill_side(struct work_note *x, size_t i, enum lang into, struct work_row *r)
{
    struct pair *p = &x->note->pairs[i];
    struct footnote *notes = NULL;
    struct block *b = row_block(x->w, p->side[lang_other(into)], r, &notes);
    struct doc *d = open_doc(x, into, r);
    put_block(x, d, i, b, p->side[into]);
    add_notes(d, notes);
    p->side[into] = b;
    p->state = PAIR_CURRENT; /* the key says that it translates what stands there */
    r->used = true;
}

static void fill_pair(struct work_note *x, size_t i)
{
    for (int l = 0; l < LANG_N; l++) {
        struct pair *p = &x->note->pairs[i];
        const struct block *from = p->side[lang_other((enum lang)l)], *present = p->side[l];
        uint64_t source = from ? translation_hash_block(from) : 0;
        struct work_row *r = NULL;
        if (!from || p->excused) continue;
        r = find(x->w, (enum lang)l, source, present ? translation_hash_block(present) : 0);
        if (r) fill_side(x, i, (enum lang)l, r);
        if (!r && present && (r = find(x->w, (enum lang)l, source, 0))) r->done = true;
    }
}

/* A title that stands in one language's facts, and nowhere in the other. */
static void fill_title(struct work_note *x)
{
    for (int l = 0; l < LANG_N; l++) {
        const struct doc *from = x->note->doc[lang_other((enum lang)l)], *into = x->note->doc[l];
        if (!from || !from->front.title.n || from->front.title_from_heading) continue;
        struct work_row *r = find(x->w, (enum lang)l, translation_hash(from->front.title), 0);
        if (!r) continue;
        if (into && into->front.title.n) {
            r->done = true;
            continue;
        }
        struct doc *d = open_doc(x, (enum lang)l, r);
        d->front.title = r->text;
        d->front.title_place = r->place;
        r->used = true;
    }
}

void work_list_note(struct work_list *w, struct note *note)
{
    if (!w) return;
    struct work_note x = {.w = w, .note = note};
    for (size_t i = 0; i < note->npairs; i++) fill_pair(&x, i);
    fill_title(&x);
    for (int l = 0; l < LANG_N; l++)
        if (x.doc[l] && !x.doc[l]->front.title.n) note_title(w->job, x.doc[l]);
}

/* -- what is left -- */

void work_list_tell(struct work_list *w)
{
    for (size_t i = 0; w && i < w->rows.n; i++) {
        const struct work_row *r = &w->rows.at[i], *first = map_get_str(&w->by_key, r->key);
        if (first->used) continue;
        diag_tell(w->job->diags, first->done ? DIAG_TODO_DONE : DIAG_TODO_CHANGED, r->place, {0});
    }
}

bool work_list_is_filled(struct job *job, struct str bytes)
{
    struct job quiet = *job;
    quiet.diags = diags_new(job->scratch);
    const struct source *s = encoding_source(&quiet, STR("todo.csv"), bytes);
    struct work_list w = {.job = &quiet};
    if (s) read_rows(&w, s);
    return w.rows.n > 0;
}
