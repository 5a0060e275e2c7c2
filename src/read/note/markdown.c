#include "read/note/markdown.h"

#include "read/dialect/dialect.h"
#include "read/note/chart_fence.h"
#include "read/note/fence.h"
#include "read/note/markdown_inlines.h"
#include "read/note/note_table.h"
#include "read/note/stray_markup.h"

#include <cmark.h>

enum { TRIES = 4 };

/* A list or quote of cmark's that is open. */
struct markdown_open {
    struct block *block;  /* list: the one that takes items */
    struct block *before; /* quote: what stands before it in its parent */
    long next;            /* list: the number that the next item is to have */
    bool alike;           /* list: each item so far has the first one's number: 1. 1. 1. */
    bool mixed;           /* list: there is more in it than the items of one list of ours */
};

struct markdown_reader {
    struct job *job;
    const struct dialect *dialect;
    const struct source *source; /* as the dialect left it */
    enum lang lang;
    struct prepass *prepass;
    struct footnote_table *notes;
    struct footnote **of_mark; /* by the mark's index: the footnote of a definition */
    struct inlines spanner;
    struct note_table tables;
    struct block *root, *at;
    size_t skipped; /* containers open that are too deep */
    bool told_deep;
    VEC(struct markdown_open) open;
};

static struct str literal(cmark_node *node)
{
    return str_of(cmark_node_get_literal(node));
}

static size_t start_line(cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    return line > 0 ? (size_t)line : 1;
}

static size_t start_byte(cmark_node *node)
{
    int column = cmark_node_get_start_column(node);
    return column > 0 ? (size_t)column - 1 : 0;
}

/* cmark ends what a later line closed at column 0 of that line. */
static size_t end_line(cmark_node *node)
{
    int line = cmark_node_get_end_line(node) - (cmark_node_get_end_column(node) == 0);
    size_t first = start_line(node);
    return line > 0 && (size_t)line > first ? (size_t)line : first;
}

static struct place place_of(const struct markdown_reader *r, cmark_node *node)
{
    return prepass_place(r->prepass, start_line(node), start_byte(node));
}

static size_t source_end(const struct markdown_reader *r, size_t line)
{
    struct str s = source_line(r->source, r->prepass->first + line - 1);
    return (size_t)(s.s - r->source->text.s) + s.n;
}

/* -- parse until prepass and cmark agree -- */

static bool is_leaf(cmark_node *node)
{
    cmark_node_type t = cmark_node_get_type(node);
    return t != CMARK_NODE_DOCUMENT && t != CMARK_NODE_BLOCK_QUOTE && t != CMARK_NODE_LIST &&
           t != CMARK_NODE_ITEM;
}

/* The next block in order, inlines left out. */
static cmark_node *next_block(cmark_node *node)
{
    if (!is_leaf(node) && cmark_node_first_child(node)) return cmark_node_first_child(node);
    while (node && !cmark_node_next(node)) node = cmark_node_parent(node);
    return node ? cmark_node_next(node) : NULL;
}

static void show_lines(unsigned char *lines, size_t n, cmark_node *node)
{
    cmark_node_type t = cmark_node_get_type(node);
    bool verbatim = t == CMARK_NODE_CODE_BLOCK || t == CMARK_NODE_HTML_BLOCK;
    size_t last = end_line(node), from = start_line(node);
    /* A paragraph can begin with link definitions, which show nothing. */
    if (t == CMARK_NODE_PARAGRAPH && !str_starts(literal(cmark_node_first_child(node)), "[")) from++;
    for (size_t line = from; line <= last && line <= n; line++)
        lines[line] = verbatim ? PREPASS_VERBATIM : PREPASS_SHOWN;
}

static bool is_chart(cmark_node *node)
{
    return chart_fence_is(str_of(cmark_node_get_fence_info(node)));
}

static bool is_csv(cmark_node *node)
{
    return fence_is_csv(str_of(cmark_node_get_fence_info(node))) || is_chart(node);
}

/* A csv fence that nothing closes ends at its first blank line, or else the rest of the note would be its
 * rows. */
static bool close_csv(struct markdown_reader *r, cmark_node *node)
{
    size_t line = r->prepass->first + start_line(node) - 1, lines = fence_lines(literal(node));
    bool top = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
    if (!top || !is_csv(node) || fence_closes(r->source, line + 1 + lines)) return false;
    size_t blank = fence_blank(r->source, line + 1, lines);
    if (blank) prepass_close(r->prepass, blank - r->prepass->first + 1, fence_marks(r->source, line));
    return blank > 0;
}

/* last: link definitions stay as they are, for what is shown of them can hide others. */
static bool unsettled(struct markdown_reader *r, cmark_node *doc, bool last)
{
    struct prepass *p = r->prepass;
    cmark_node *end = cmark_node_last_child(doc);
    bool open = end && !last && cmark_node_get_type(end) == CMARK_NODE_CODE_BLOCK && close_csv(r, end);
    if (open || !p->unsettled) return open;
    unsigned char *lines = ARENA_MANY(r->job->scratch, unsigned char, p->n + 1);
    for (cmark_node *node = doc; node; node = next_block(node)) {
        cmark_node_type t = cmark_node_get_type(node);
        if (t == CMARK_NODE_ITEM || t == CMARK_NODE_HEADING)
            prepass_take(p, start_line(node), start_byte(node));
        if (is_leaf(node)) show_lines(lines, p->n, node);
    }
    return prepass_settle(p, lines, last);
}

static cmark_node *parse(struct markdown_reader *r)
{
    for (int tries = 1;; tries++) {
        struct str text = prepass_text(r->prepass);
        cmark_node *doc = cmark_parse_document(text.s, text.n, CMARK_OPT_DEFAULT);
        if (tries == TRIES || !unsettled(r, doc, tries + 1 == TRIES)) return doc;
        cmark_node_free(doc);
    }
}

/* -- inlines -- */

static struct spans inlines(struct markdown_reader *r, cmark_node *block, size_t from, size_t to, size_t skip)
{
    struct markdown_inlines m = {r->job, &r->spanner, r->dialect, r->lang};
    return markdown_inlines_read(&m, block, from, to, skip);
}

static struct spans block_inlines(struct markdown_reader *r, cmark_node *node, struct place place)
{
    return inlines(r, node, place.offset, source_end(r, end_line(node)), 0);
}

/* -- tables -- */

static bool as_table(struct markdown_reader *r, cmark_node *node)
{
    size_t last = r->prepass->first - 1 + end_line(node), from = place_of(r, node).offset;
    bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
    if (!memchr(r->source->text.s + from, '|', source_end(r, end_line(node)) - from)) return false;
    return note_table_pipes(&r->tables, r->at, from, last, heading);
}

static void tell_open(struct markdown_reader *r, cmark_node *node, struct place place)
{
    size_t end = r->prepass->first + start_line(node) + fence_lines(literal(node));
    if (!fence_closes(r->source, end)) diag_tell(r->job->diags, DIAG_FENCE_OPEN, place);
}

/* What stands behind the kind of chart is its caption. */
static void mark_chart(struct markdown_reader *r, cmark_node *node, struct block *table)
{
    struct str said = chart_fence_mark(r->job, table, str_of(cmark_node_get_fence_info(node)));
    inlines_start(&r->spanner, table->place.offset, r->source->text.n);
    inlines_text(&r->spanner, said, 0, (struct str){0});
    table->spans = inlines_done(&r->spanner);
}

static bool csv_table(struct markdown_reader *r, cmark_node *node, struct place place)
{
    tell_open(r, node, place);
    size_t first = r->prepass->first + start_line(node);
    size_t heads = fence_heads(str_of(cmark_node_get_fence_info(node)));
    struct block *before = r->at->last;
    if (!note_table_csv(&r->tables, r->at, place, first, fence_lines(literal(node)), heads)) return false;
    if (r->at->last == before)
        diag_tell(r->job->diags, DIAG_FENCE_EMPTY, place);
    else if (is_chart(node))
        mark_chart(r, node, r->at->last);
    return true;
}

static void fill_cuts(struct markdown_reader *r)
{
    if (!r->tables.cuts.n) return;
    const struct note_table_cut *c = r->tables.cuts.at, *end = c + r->tables.cuts.n;
    struct str text = note_table_text(&r->tables, r->prepass);
    cmark_node *doc = cmark_parse_document(text.s, text.n, CMARK_OPT_DEFAULT);
    for (cmark_node *node = cmark_node_first_child(doc); node; node = cmark_node_next(node)) {
        while (c < end && c->line < start_line(node)) c++;
        if (c == end || c->line != start_line(node)) continue;
        c->block->spans = inlines(r, node, c->from, c->to, NOTE_TABLE_SKIP);
        stray_markup_tell(r->job, &c->block->spans);
    }
    cmark_node_free(doc);
}

/* -- blocks -- */

/* Code, and HTML, which is shown as it was typed. */
static void verbatim(struct markdown_reader *r, cmark_node *node, struct place place, enum block_kind kind)
{
    struct block *b = block_new(r->job->keep, r->at, kind, place);
    bool fenced = kind == BLOCK_CODE && cmark_node_get_fence_info(node) &&
                  strchr("`~", r->source->text.s[place.offset < r->source->text.n ? place.offset : 0]);
    size_t line = place_position(place).line;
    struct str text = literal(node);
    if (fenced) tell_open(r, node, place);
    if (kind == BLOCK_CODE && !fenced) diag_tell(r->job->diags, DIAG_CODE_INDENT, place);
    size_t from = fenced ? place_at_line(r->source, line + 1, 0).offset : place.offset;
    inlines_start(&r->spanner, from, r->source->text.n);
    inlines_lines(&r->spanner, str_sub(text, 0, text.n - str_ends(text, "\n")),
                  kind == BLOCK_CODE ? SPAN_CODE : 0);
    b->spans = inlines_done(&r->spanner);
}

static bool as_figure(struct markdown_reader *r, cmark_node *node, struct place place)
{
    cmark_node *image = cmark_node_first_child(node);
    if (!image || cmark_node_next(image) || cmark_node_get_type(image) != CMARK_NODE_IMAGE) return false;
    struct spans all = block_inlines(r, node, place);
    bool figure = all.n == 1 && all.at[0].kind == SPAN_PICTURE;
    struct block *b = block_new(r->job->keep, r->at, figure ? BLOCK_FIGURE : BLOCK_PARA, place);
    if (figure)
        b->picture = all.at[0].picture;
    else
        b->spans = all;
    if (!figure) return true;
    inlines_start(&r->spanner, place.offset, source_end(r, end_line(node)));
    inlines_text(&r->spanner, str_of(cmark_node_get_title(image)), 0, (struct str){0});
    b->spans = inlines_done(&r->spanner);
    return true;
}

static void text_block(struct markdown_reader *r, cmark_node *node, struct place place)
{
    const struct prepass_mark *mark = prepass_at(r->prepass, start_line(node), start_byte(node));
    bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING && !(mark && mark->kind == PREPASS_SHOW);
    if (as_table(r, node) || (!heading && as_figure(r, node, place))) return;
    struct block *b = block_new(r->job->keep, r->at, heading ? BLOCK_HEADING : BLOCK_PARA, place);
    if (heading) b->level = cmark_node_get_heading_level(node);
    b->spans = block_inlines(r, node, place);
    stray_markup_tell(r->job, &b->spans);
}

static void leaf(struct markdown_reader *r, cmark_node *node)
{
    struct place place = place_of(r, node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_CODE_BLOCK:
        if (!is_csv(node) || !csv_table(r, node, place)) verbatim(r, node, place, BLOCK_CODE);
        break;
    case CMARK_NODE_HTML_BLOCK:
        if (str_starts_fold(literal(node), "<table")) diag_tell(r->job->diags, DIAG_TABLE_TAGS, place);
        verbatim(r, node, place, BLOCK_PARA);
        break;
    case CMARK_NODE_THEMATIC_BREAK: block_new(r->job->keep, r->at, BLOCK_RULE, place); break;
    default: text_block(r, node, place); break;
    }
}

static enum counter counter_of(const struct prepass_mark *mark, cmark_node *list)
{
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) return COUNTER_BULLET;
    static const enum counter COUNTERS[] = {
        [PREPASS_BULLET] = COUNTER_BULLET,      [PREPASS_NUMBER] = COUNTER_DECIMAL,
        [PREPASS_DECIMAL] = COUNTER_KM_DECIMAL, [PREPASS_LETTER] = COUNTER_KM_LETTER,
        [PREPASS_ALPHA] = COUNTER_ALPHA,        [PREPASS_UPPER] = COUNTER_UPPER_ALPHA,
        [PREPASS_ROMAN] = COUNTER_ROMAN};
    bool own = mark && mark->kind > PREPASS_BULLET && mark->kind <= PREPASS_ROMAN;
    return own ? COUNTERS[mark->kind] : COUNTER_DECIMAL;
}

static struct block *new_list(struct markdown_reader *r, cmark_node *list, const struct prepass_mark *mark,
                              int start, struct place place)
{
    struct block *b = block_new(r->job->keep, r->at, BLOCK_LIST, place);
    enum counter counter = counter_of(mark, list);
    b->counter = counter;
    b->start = counter == COUNTER_BULLET ? 0 : start;
    b->delimiter = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.';
    if (mark && mark->bracket) b->delimiter = '(';
    if (counter == COUNTER_BULLET) b->delimiter = 0;
    b->tight = true;
    return b;
}

static struct footnote *definition(const struct markdown_reader *r, const struct prepass_mark *mark)
{
    return mark && mark->kind == PREPASS_NOTE ? r->of_mark[mark - r->prepass->marks.at] : NULL;
}

static bool is_note(const struct markdown_reader *r, cmark_node *item)
{
    return item && definition(r, prepass_at(r->prepass, start_line(item), start_byte(item)));
}

/* Is the line before a node's first one blank, quote marks left out? */
static bool blank_before(const struct markdown_reader *r, cmark_node *node)
{
    size_t line = r->prepass->first + start_line(node) - 2;
    struct str s = source_line(r->source, line);
    for (size_t i = 0; i < s.n; i++)
        if (!strchr(" \t>", s.s[i])) return false;
    return line > 0;
}

/* An item goes into the list at hand; into a new one where its counter is another, or leaps. */
static void enter_item(struct markdown_reader *r, cmark_node *node)
{
    const struct prepass_mark *mark = prepass_at(r->prepass, start_line(node), start_byte(node));
    struct footnote *note = definition(r, mark);
    struct markdown_open *list = &r->open.at[r->open.n - 1];
    if (note) {
        note->body->parent = r->at;
        r->at = note->body;
        list->mixed = true;
        return;
    }
    cmark_node *above = cmark_node_parent(node);
    enum counter counter = counter_of(mark, above);
    bool first = !list->block, own = mark && mark->kind > PREPASS_BULLET && mark->kind <= PREPASS_ROMAN;
    long start = own ? mark->number : cmark_node_get_list_start(above);
    bool again = !first && list->alike && start == list->block->start;
    bool leap = !first && own && !again && start != list->next;
    bool bracket = !first && own && mark->bracket != (list->block->delimiter == '(');
    bool other = !first && (leap || bracket || list->block->counter != counter);
    if (first || other) {
        list->block = new_list(r, above, mark, (int)start, place_of(r, node));
        list->next = start;
        list->alike = true;
        list->mixed |= other;
    } else if (blank_before(r, node)) {
        list->block->tight = false;
    }
    list->alike &= (own ? start : list->next) == list->block->start;
    list->next++;
    r->at = block_new(r->job->keep, list->block, BLOCK_ITEM, place_of(r, node));
}

/* A blank line between two blocks of an item loosens its list (CommonMark 5.3); one before footnotes does
 * not. */
static void loosen(struct markdown_reader *r, cmark_node *node)
{
    bool notes = cmark_node_get_type(node) == CMARK_NODE_LIST && is_note(r, cmark_node_first_child(node));
    if (r->at->kind != BLOCK_ITEM || notes || !cmark_node_previous(node)) return;
    if (blank_before(r, node)) r->at->parent->tight = false;
}

static void leave_item(struct markdown_reader *r)
{
    struct block *b = r->at;
    if (b->kind == BLOCK_ITEM) {
        r->at = b->parent->parent;
    } else {
        r->at = b->parent;
        b->parent = NULL;
    }
}

static bool too_deep(struct markdown_reader *r, cmark_node *node)
{
    if (!r->skipped && r->open.n < DOC_DEPTH) return false;
    if (!r->told_deep)
        diag_tell(r->job->diags, DIAG_NOTE_DEEP, place_of(r, node), str_fmt(r->job->keep, "%d", DOC_DEPTH));
    r->told_deep = true;
    return true;
}

static void enter_container(struct markdown_reader *r, cmark_node *node)
{
    cmark_node_type t = cmark_node_get_type(node);
    if (r->skipped || (t != CMARK_NODE_ITEM && too_deep(r, node))) {
        r->skipped++;
        return;
    }
    if (t == CMARK_NODE_ITEM) {
        enter_item(r, node);
        return;
    }
    loosen(r, node);
    struct markdown_open o = {.before = r->at->last};
    if (t == CMARK_NODE_BLOCK_QUOTE)
        r->at = o.block = block_new(r->job->keep, r->at, BLOCK_QUOTE, place_of(r, node));
    VEC_ADD(r->job->scratch, r->open, o);
}

/* One with nothing in it (but a footnote, perhaps) goes again. */
static void leave_quote(struct markdown_reader *r, const struct markdown_open *o)
{
    r->at = o->block->parent;
    if (o->block->first) return;
    r->at->last = o->before;
    if (o->before)
        o->before->next = NULL;
    else
        r->at->first = NULL;
}

static void leave_container(struct markdown_reader *r, cmark_node *node)
{
    cmark_node_type t = cmark_node_get_type(node);
    if (r->skipped) {
        r->skipped--;
        return;
    }
    if (t == CMARK_NODE_ITEM) {
        leave_item(r);
        return;
    }
    r->open.n--;
    const struct markdown_open *o = &r->open.at[r->open.n];
    if (t == CMARK_NODE_BLOCK_QUOTE)
        leave_quote(r, o);
    else if (o->block && !o->mixed)
        o->block->tight = cmark_node_get_list_tight(node);
}

/* Down and up the tree without recursion: lists and quotes may lie as deep as a writer (or an attacker)
 * likes. */
static void walk(struct markdown_reader *r, cmark_node *doc)
{
    cmark_node *node = cmark_node_first_child(doc);
    while (node) {
        if (is_leaf(node)) {
            loosen(r, node);
            leaf(r, node);
        } else {
            enter_container(r, node);
            if (cmark_node_first_child(node)) {
                node = cmark_node_first_child(node);
                continue;
            }
            leave_container(r, node);
        }
        while (!cmark_node_next(node)) {
            node = cmark_node_parent(node);
            if (node == doc) return;
            leave_container(r, node);
        }
        node = cmark_node_next(node);
    }
}

static void define_notes(struct markdown_reader *r)
{
    const struct prepass *p = r->prepass;
    r->of_mark = ARENA_MANY(r->job->scratch, struct footnote *, p->marks.n + 1);
    if (p->crowded)
        diag_tell(r->job->diags, DIAG_BRACKETS_OPEN, place_at_line(r->source, p->first + p->crowded - 1, 0),
                  str_fmt(r->job->keep, "%d", PREPASS_OPEN_MOST));
    for (size_t i = 0; i < p->marks.n; i++) {
        const struct prepass_mark *m = &p->marks.at[i];
        struct place place = place_at_line(r->source, p->first + m->line - 1, m->was);
        if (m->refused) continue;
        if (m->kind == PREPASS_NOTE) r->of_mark[i] = footnote_define(r->notes, m->label, place);
        if (m->kind == PREPASS_HEADING) diag_tell(r->job->diags, DIAG_HEADING_JOINED, place);
        if (m->kind == PREPASS_SHOW) diag_tell(r->job->diags, DIAG_LINK_PROSE, place, m->label);
    }
    for (size_t i = 0; i < p->links.n; i++) {
        const struct prepass_link *l = &p->links.at[i];
        struct place place = place_at_line(r->source, p->first + l->line - 1, l->at);
        if (l->idle) diag_tell(r->job->diags, DIAG_LINK_UNUSED, place, l->label);
    }
}

struct block *markdown_read(struct job *job, const struct source *source, size_t from, enum lang lang,
                            struct footnote **notes)
{
    struct arena_mark mark = arena_mark(job->scratch);
    const struct dialect *dialect = dialect_new(job, source, from, lang);
    struct markdown_reader r = {.job = job, .dialect = dialect, .source = dialect->source, .lang = lang};
    r.notes = footnote_table(job, dialect);
    r.prepass = prepass_new(job->scratch, r.source, from, r.source->text.n);
    r.root = r.at = block_new(job->keep, NULL, BLOCK_ROOT, place_in(r.source, from));
    inlines_init(&r.spanner, job, r.source, r.notes);
    r.tables = (struct note_table){.job = job, .source = r.source, .spanner = &r.spanner};
    cmark_node *doc = parse(&r);
    define_notes(&r);
    walk(&r, doc);
    cmark_node_free(doc);
    fill_cuts(&r);
    *notes = footnote_finish(r.notes, r.root);
    dialect_lead_back(dialect, job, r.root, *notes);
    arena_reset(job->scratch, mark);
    return r.root;
}
