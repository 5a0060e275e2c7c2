#include "read/word/word_note.h"

#include "base/map.h"
#include "khmer/letter.h"
#include "read/format/encoding.h"
#include "read/format/image.h"
#include "read/format/link_address.h"
#include "read/office/legacy_font.h"
#include "read/word/word_font.h"
#include "read/word/word_habits.h"
#include "read/word/word_runs.h"
#include "read/word/word_source.h"

struct word_told { /* told once, at the first place */
    enum diag_code code;
    struct place place;
    size_t count;
    struct str what;
};

struct word_shown { /* a picture, and its description as it was given */
    struct picture *picture;
    struct str alt;
};

struct word_caption { /* a paragraph over what may be its table */
    struct block *before, *block;
    struct spans words; /* without the number that a program counts */
};

struct word_note {
    struct word_source out;
    struct job *job;
    struct buf text;
    VEC(uint32_t) starts;
    struct block *container; /* the root, or a footnote's body */
    struct word_list lists;
    struct block *quote; /* open */

    struct word_note_paragraph now;
    struct word_runs runs;
    bool open;
    VEC(const struct picture *) before, behind; /* pictures beside the paragraph's text */

    struct word_caption over; /* the last block, or nothing */
    struct word_table *table;
    unsigned tables; /* how deep */
    struct word_table_cell cell;
    struct place cell_place;
    VEC(struct span) cell_spans;
    enum align cell_align;

    struct map by_name; /* footnotes */
    struct footnote **tail;
    size_t nnotes;
    VEC(struct word_shown) pictures;
    VEC(struct word_told) told;
    size_t legacy; /* the paragraph that was told last, from 1 */
    bool spoken;   /* something was told of the paragraph that is open */
};

struct word_note *word_note_new(struct job *job, struct str path)
{
    struct word_note *w = ARENA_ONE(job->keep, struct word_note);
    w->job = job;
    w->text = BUF(job->keep);
    w->by_name = MAP(job->keep);
    w->out.source = (struct source){.kind = SOURCE_PARAGRAPHS, .path = str_copy(job->keep, path)};
    w->container = w->out.root = block_new(job->keep, NULL, BLOCK_ROOT, place_in(&w->out.source, 0));
    w->runs = (struct word_runs){.a = job->keep, .source = &w->out.source, .text = &w->text};
    w->tail = &w->out.notes;
    return w;
}

static struct place here(const struct word_note *w)
{
    return place_in(&w->out.source, w->open ? w->runs.start : w->text.n);
}

/* -- what is told -- */

void word_note_tell(struct word_note *w, enum diag_code code, struct str what)
{
    w->spoken = true;
    for (size_t i = 0; i < w->told.n; i++)
        if (w->told.at[i].code == code) {
            w->told.at[i].count++;
            return;
        }
    struct word_told told = {code, here(w), 1, str_copy(w->job->keep, what)};
    VEC_ADD(w->job->keep, w->told, told);
}

void word_note_tell_each(struct word_note *w, enum diag_code code, struct str what)
{
    w->spoken = true;
    diag_tell(w->job->diags, code, here(w), what);
}

/* Paragraphs that follow one another are told at the first. */
void word_note_font(struct word_note *w, struct str font, struct str text)
{
    size_t paragraph = w->starts.n + 1;
    if (w->legacy == paragraph || !legacy_font_is(font) || !legacy_font_text(text)) return;
    if (!w->legacy || w->legacy + 1 < paragraph) word_note_tell_each(w, DIAG_WORD_LEGACY_FONT, font);
    w->legacy = paragraph;
    w->out.legacy = true;
}

/* -- a paragraph -- */

void word_note_begin(struct word_note *w, const struct word_note_paragraph *p)
{
    w->now = *p;
    w->open = true;
    w->spoken = false;
    w->before.n = w->behind.n = 0;
    word_runs_start(&w->runs);
    if (w->tables && p->item.level && !p->item.goes_on)
        word_runs_text(&w->runs, word_list_mark(w->job->keep, &p->item), 0, (struct str){0});
}

bool word_note_is_open(const struct word_note *w)
{
    return w->open;
}

void word_note_rule(struct word_note *w)
{
    w->now.role = WORD_RULE;
}

void word_note_text(struct word_note *w, struct str text, unsigned style, struct str href)
{
    if (w->open) word_runs_text(&w->runs, text, style, href);
}

struct str word_note_address(struct word_note *w, struct str address)
{
    struct str whole = str_trim(address);
    if (!whole.n || whole.s[0] == '#') return (struct str){0};
    if (link_address_is_good(whole) && str_find(whole, STR(":"), 0) != SIZE_MAX)
        return str_copy(w->job->keep, whole);
    word_note_tell_each(w, DIAG_WORD_LINK, (struct str){0});
    return (struct str){0};
}

void word_note_break(struct word_note *w)
{
    if (w->open) word_runs_put(&w->runs, (struct span){.kind = SPAN_BREAK}, STR("\n"));
}

void word_note_picture(struct word_note *w, const struct word_note_picture *p, struct str href)
{
    struct str path = str_fmt(w->job->keep, "%.*s/%.*s", STR_ARGS(w->out.source.path), STR_ARGS(p->name));
    struct picture *picture = p->bytes.s ? image_bytes(w->job, path, p->bytes, here(w)) : NULL;
    struct str alt = str_copy(w->job->keep, str_trim(p->alt));
    if (!picture) {
        w->spoken = true;
        word_note_text(w, alt, SPAN_EMPH, href);
        return;
    }
    VEC_ADD(w->job->keep, w->pictures, (struct word_shown){picture, alt});
    if (!w->open) return;
    if (!p->apart)
        word_runs_put(&w->runs,
                      (struct span){.kind = SPAN_PICTURE, .picture = picture, .text = alt, .href = href},
                      (struct str){0});
    else if (w->runs.list.n)
        VEC_ADD(w->job->keep, w->behind, picture);
    else
        VEC_ADD(w->job->keep, w->before, picture);
}

/* -- footnotes -- */

static struct footnote *footnote_of(struct word_note *w, struct str name)
{
    void **at = map_at_str(&w->by_name, name);
    struct footnote *n = *at;
    if (n) return n;
    *at = n = ARENA_ONE(w->job->keep, struct footnote);
    n->label = str_fmt(w->job->keep, "%zu", ++w->nnotes);
    n->place = here(w);
    n->body = block_new(w->job->keep, NULL, BLOCK_ROOT, n->place);
    *w->tail = n;
    w->tail = &n->next;
    return n;
}

void word_note_mark(struct word_note *w, struct str name)
{
    if (!w->open) return;
    struct footnote *n = footnote_of(w, name);
    struct str shown = str_fmt(w->job->scratch, "[^%.*s]", STR_ARGS(n->label));
    word_runs_put(&w->runs, (struct span){.kind = SPAN_NOTE, .note = n}, shown);
}

static void move_to(struct word_note *w, struct block *container)
{
    w->container = container;
    w->lists.n = 0;
    w->quote = NULL;
}

bool word_note_footnote(struct word_note *w, struct str name)
{
    struct footnote *n = map_get_str(&w->by_name, name);
    if (!n || n->body->first) return false;
    move_to(w, n->body);
    n->place = here(w);
    return true;
}

void word_note_footnote_end(struct word_note *w)
{
    word_habits_settle(w->job, w->container, false);
    move_to(w, w->out.root);
}

/* -- a paragraph's block -- */

static struct block *add(struct word_note *w, struct block *parent, enum block_kind kind)
{
    return block_new(w->job->keep, parent, kind, place_in(&w->out.source, w->runs.start));
}

static void put_figures(struct word_note *w, struct block *parent, const struct picture *const *at, size_t n)
{
    for (size_t i = 0; i < n; i++) add(w, parent, BLOCK_FIGURE)->picture = at[i];
}

/* 1. or • typed; in front of all that is bold, a number is a heading's. */
static void find_typed(struct word_note *w)
{
    struct word_list_item item;
    const struct word_run *first = &w->runs.list.at[0];
    if (w->now.role != WORD_PLAIN || w->now.item.level || first->span.kind != SPAN_TEXT) return;
    struct str text = {w->text.s + first->from, w->text.n - first->from};
    size_t n = word_list_typed(text, &item);
    if (!n || (item.counter != COUNTER_BULLET && word_runs_strong(&w->runs))) return;
    w->now.item = item;
    word_runs_skip(&w->runs, n);
}

static bool is_figures(const struct word_note *w)
{
    for (size_t i = 0; i < w->runs.list.n; i++) {
        const struct span *s = &w->runs.list.at[i].span;
        const struct word_run *run = &w->runs.list.at[i];
        struct str text = {w->text.s + run->from, run->to - run->from};
        if (s->kind != SPAN_PICTURE && (s->kind == SPAN_NOTE || str_trim(text).n)) return false;
    }
    return w->runs.list.n > 0;
}

static void put_heading(struct word_note *w, bool title)
{
    struct block *b = add(w, w->container, BLOCK_HEADING);
    b->level = title ? 0 : w->now.level < 1 ? 1 : w->now.level > 6 ? 6 : w->now.level;
    if (word_runs_strong(&w->runs)) word_runs_lighten(&w->runs);
    b->spans = word_runs_spans(&w->runs);
    if (title && !w->out.titles++) w->out.title = b;
}

/* "Figure 1: ": the report counts its figures itself. */
static void skip_number(struct word_note *w)
{
    size_t from = w->runs.list.at[0].from, at = from, end = w->text.n - 1, next;
    struct str s = {w->text.s, end};
    bool digit = false;
    for (; at < end; at = next) {
        next = at;
        uint32_t c = utf8_next(s, &next);
        bool here = khmer_digit_value(c) >= 0;
        bool sign = (c < 0x80 && memchr(".:- \t", (int)c, 5)) || c == 0x17D6 || c == 0x2013 || c == 0xA0;
        if (digit && !here && !sign) break;
        digit = digit || here;
    }
    if (digit) word_runs_skip(&w->runs, at - from);
}

/* Of a table: what its program counts, and does not call a figure. */
static bool is_of_table(const struct word_note *w)
{
    struct str said = {w->text.s + w->runs.list.at[0].from, w->text.n - w->runs.list.at[0].from};
    bool figure = str_starts_fold(said, "fig") || str_starts_fold(said, "ill") || str_starts(said, "រូប");
    return w->now.role == WORD_CAPTION && w->now.counted && !figure;
}

/* Of the picture or the table that stands above. */
static bool as_caption(struct word_note *w)
{
    struct block *of = w->container->last;
    if (w->now.role != WORD_CAPTION || !of || of->spans.n) return false;
    if (of->kind != BLOCK_FIGURE && (of->kind != BLOCK_TABLE || !is_of_table(w))) return false;
    if (w->now.counted) skip_number(w);
    of->spans = word_runs_spans(&w->runs);
    return true;
}

/* Text, which the table may have as its caption that comes next. */
static void put_text(struct word_note *w, struct block *parent)
{
    struct block *before = parent->last, *b = add(w, parent, BLOCK_PARA);
    b->spans = word_runs_spans(&w->runs);
    if (!is_of_table(w)) return;
    skip_number(w);
    w->over = (struct word_caption){before, b, word_runs_spans(&w->runs)};
}

/* The table that was just made takes the caption right above it. */
static void take_caption(struct word_note *w)
{
    struct block *table = w->container->last, *b = w->over.block;
    if (!b || !table || table->kind != BLOCK_TABLE || b->next != table || b->parent != w->container) return;
    if (w->over.before)
        w->over.before->next = table;
    else
        w->container->first = table;
    table->spans = w->over.words;
}

static struct block *parent_of(struct word_note *w)
{
    struct place place = place_in(&w->out.source, w->runs.start);
    struct block *item =
        w->now.item.level ? word_list_take(w->job->keep, &w->lists, w->container, &w->now.item, place) : NULL;
    if (!item) w->lists.n = 0;
    if (item || w->now.role != WORD_QUOTE) w->quote = NULL;
    if (item) return item;
    if (w->now.role == WORD_QUOTE && !w->quote) w->quote = add(w, w->container, BLOCK_QUOTE);
    return w->quote ? w->quote : w->container;
}

static void put_block(struct word_note *w)
{
    if (w->runs.list.n && is_figures(w)) {
        for (size_t i = 0; i < w->runs.list.n; i++)
            if (w->runs.list.at[i].span.picture)
                VEC_ADD(w->job->keep, w->before, w->runs.list.at[i].span.picture);
        w->runs.list.n = 0;
    }
    bool heading = w->now.role == WORD_HEADING || w->now.role == WORD_TITLE;
    if (heading) w->now.item.level = 0;
    struct block *parent = parent_of(w);
    put_figures(w, parent, w->before.at, w->before.n);
    if (w->runs.list.n && heading)
        put_heading(w, w->now.role == WORD_TITLE && w->container == w->out.root);
    else if (w->runs.list.n && !as_caption(w))
        put_text(w, parent);
    put_figures(w, parent, w->behind.at, w->behind.n);
}

/* In a cell, paragraphs are lines. */
static void put_in_cell(struct word_note *w)
{
    struct span line_end = {.kind = SPAN_BREAK, .lang = LANG_NONE, .place = here(w)};
    for (size_t i = 0; i < w->before.n + w->behind.n; i++) {
        const struct picture *p = i < w->before.n ? w->before.at[i] : w->behind.at[i - w->before.n];
        word_runs_put(&w->runs, (struct span){.kind = SPAN_PICTURE, .picture = p}, (struct str){0});
    }
    struct spans spans = word_runs_spans(&w->runs);
    if (w->cell_spans.n) VEC_ADD(w->job->keep, w->cell_spans, line_end);
    if (!w->cell_spans.n) w->cell_align = w->now.align;
    for (size_t i = 0; i < spans.n; i++) {
        spans.at[i].text = word_habits_less_tabs(w->job->keep, spans.at[i].text);
        VEC_ADD(w->job->keep, w->cell_spans, spans.at[i]);
    }
}

/* Counted are the paragraphs that hold something, and those of which something was told. */
static void count_paragraph(struct word_note *w)
{
    VEC_ADD(w->job->keep, w->starts, (uint32_t)w->runs.start);
    buf_byte(&w->text, '\n');
}

void word_note_end(struct word_note *w)
{
    if (!w->open) return;
    bool text = word_runs_trim(&w->runs), any = text || w->before.n || w->behind.n;
    if (any) {
        count_paragraph(w);
        if (text && !w->tables) find_typed(w);
        if (w->tables)
            put_in_cell(w);
        else
            put_block(w);
    } else {
        w->text.n = w->runs.start;
        if (w->spoken) count_paragraph(w);
        if (w->now.role == WORD_RULE && !w->tables) add(w, w->container, BLOCK_RULE);
    }
    w->open = false;
}

/* -- tables -- */

void word_note_table(struct word_note *w)
{
    if (w->tables++) return;
    w->lists.n = 0;
    w->quote = NULL;
    w->table = word_table_new(w->job->keep, here(w));
}

void word_note_row(struct word_note *w, bool head)
{
    if (w->tables == 1) word_table_row(w->table, head, here(w));
}

void word_note_cell(struct word_note *w, const struct word_table_cell *cell)
{
    if (w->tables != 1) return;
    w->cell = *cell;
    w->cell_place = here(w);
    w->cell_spans.at = NULL;
    w->cell_spans.n = w->cell_spans.cap = 0;
    w->cell_align = ALIGN_DEFAULT;
}

void word_note_cell_end(struct word_note *w)
{
    if (w->tables != 1) return;
    struct spans spans = {w->cell_spans.at, w->cell_spans.n};
    word_table_put(w->table, &w->cell, w->cell_place, spans, w->cell_align);
}

void word_note_table_end(struct word_note *w)
{
    if (!w->tables || --w->tables) return;
    word_table_done(w->table, w->container);
    take_caption(w);
    w->over.block = NULL;
}

/* -- all of it -- */

const struct source *word_note_done(struct word_note *w)
{
    struct source *s = &w->out.source;
    struct arena *a = w->job->keep;
    if (!w->starts.n) VEC_ADD(a, w->starts, 0);
    struct str text = buf_str(&w->text);
    if (!text.s) text = STR("");
    *s = *source_paragraphs(a, s->path, text, w->starts.at, w->starts.n);
    for (size_t i = 0; i < w->told.n; i++) {
        const struct word_told *t = &w->told.at[i];
        diag_tell(w->job->diags, t->code, t->place, str_fmt(a, "%zu", t->count), t->what);
    }
    if (!w->out.legacy) encoding_check(w->job, s);
    word_habits_settle(w->job, w->out.root, true);
    w->out.taken = ARENA_MANY(a, bool, w->starts.n);
    w->out.pictures = ARENA_MANY(a, struct word_source_picture, w->pictures.n);
    for (size_t i = 0; i < w->pictures.n; i++)
        w->out.pictures[i] = (struct word_source_picture){w->pictures.at[i].picture, w->pictures.at[i].alt};
    w->out.npictures = w->pictures.n;
    return s;
}
