#include "compare/section_list.h"

#include "base/map.h"
#include "base/sha256.h"
#include "compare/cells.h"

enum { COLUMNS = 7, DIGITS = 64 };

static const char HEAD[] = "anchor\tlevel\tnumber\ttitle\tfirst_page\tlast_page\tsha256";

struct section_walk {
    struct arena *a;
    struct section *at;
    struct map sections; /* a bookmark's node → its number, from 1 */
    struct map of;       /* a node that shows something → its section's number */
    struct map notes;    /* a footnote → its node */
    struct map said;     /* nodes of footnotes that were said: one may refer to itself */
    size_t now;          /* the section at hand, from 1 */
    struct buf text;     /* of it, so far; of the first one: */
    struct buf first;    /* what stands before all others, on the covers and beside them */
    bool covers;         /* it is such a page that is walked over */
};

/* -- what is said ---------------------------------------------------------------------------------------- */

static struct buf *text_of(struct section_walk *w)
{
    return w->covers || w->now <= 1 ? &w->first : &w->text;
}

/* Parts are told from one another. */
static void say(struct section_walk *w, struct str s)
{
    if (!s.n) return;
    buf_add(text_of(w), s);
    buf_byte(text_of(w), '\n');
}

static void say_number(struct section_walk *w, long n)
{
    buf_fmt(text_of(w), "%ld\n", n);
}

static void say_below(struct section_walk *w, const struct node *top);

static void say_span(struct section_walk *w, const struct span *s)
{
    if (s->kind != SPAN_NOTE) buf_add(text_of(w), s->text);
    if (s->kind == SPAN_BREAK) buf_byte(text_of(w), '\n');
    if (s->href.n && s->href.s[0] != '#') say(w, s->href); /* an address outside is what it says, too */
    const struct node *note = s->note ? map_get(&w->notes, map_pointer(s->note)) : NULL;
    if (!note || map_number(&w->said, map_pointer(note))) return;
    map_put_number(&w->said, map_pointer(note), 1);
    say_below(w, note);
}

static void say_spans(struct section_walk *w, struct spans s)
{
    for (size_t i = 0; i < s.n; i++) say_span(w, &s.at[i]);
    if (s.n) buf_byte(text_of(w), '\n');
}

static void say_chart(struct section_walk *w, const struct chart *c)
{
    for (size_t i = 0; i < c->nbars; i++) {
        say_spans(w, c->bars[i].label);
        say_number(w, c->bars[i].value);
        say_number(w, c->bars[i].lighter);
    }
}

/* The number before a paragraph is its first span, and its label; it tells what came before, as does that of
 * a footnote. */
static struct spans own_spans(const struct node *n)
{
    bool numbered = (n->role == ROLE_P || n->role == ROLE_SOURCE) && n->label.n && n->spans.n;
    return numbered ? (struct spans){n->spans.at + 1, n->spans.n - 1} : n->spans;
}

static void say_node(struct section_walk *w, const struct node *n)
{
    if (n->role == ROLE_ITEM || n->role == ROLE_NUMBERED || n->role == ROLE_FACT) say(w, n->label);
    say_spans(w, own_spans(n));
    if (n->chart) say_chart(w, n->chart);
    for (int l = 0; l < LANG_N; l++) say(w, n->alt[l]);
    say_spans(w, n->low);
    say_spans(w, n->high);
}

/* -- the walk -------------------------------------------------------------------------------------------- */

static void end_section(struct section_walk *w)
{
    if (w->now > 1) w->at[w->now - 1].digits = sha256_digits(w->a, buf_str(&w->text));
    w->text.n = 0;
}

/* The section that a node begins, from 1; 0: none. Bookmarks lead to no other roles: most nodes need not be
 * looked up. */
static size_t begun_by(const struct section_walk *w, const struct node *n)
{
    bool may = (n->role >= ROLE_H1 && n->role <= ROLE_H5) || n->role == ROLE_COVER_TITLE;
    return may ? map_number(&w->sections, map_pointer(n)) : 0;
}

/* The back cover has no heading, nor has the page beside it: they are of the cover's section, not of its
 * pages. */
static void enter(struct section_walk *w, const struct node *n)
{
    size_t number = begun_by(w, n);
    if (n->parent && !n->parent->parent) w->covers = n->role == ROLE_COVER || n->spare;
    if (number) {
        end_section(w);
        w->now = number;
    } else {
        say_node(w, n);
    }
    bool shown = n->spans.n || n->picture || n->chart; /* what holds others has no text of its own */
    if (shown && w->now && (!w->covers || w->now == 1)) map_put_number(&w->of, map_pointer(n), w->now);
}

/* The contents repeat what others say. */
static bool goes_down(const struct node *n)
{
    return n->first && n->role != ROLE_TOC;
}

static void say_below(struct section_walk *w, const struct node *top)
{
    for (const struct node *n = top;;) {
        enter(w, n);
        if (goes_down(n)) {
            n = n->first;
            continue;
        }
        while (n != top && !n->next) n = n->parent;
        if (n == top) return;
        n = n->next;
    }
}

/* -- where it stands ------------------------------------------------------------------------------------- */

static void note_page(struct section_walk *w, size_t number, size_t page)
{
    struct section *s = &w->at[number - 1];
    if (page > s->last) s->last = page;
}

static void find_pages(struct section_walk *w, const struct pages *pages)
{
    const struct node *last = NULL;
    size_t number = 0;
    for (size_t p = 0; p < pages->list.n; p++)
        for (size_t i = 0; i < pages->list.at[p].items.n; i++) {
            const struct item *it = &pages->list.at[p].items.at[i];
            if (!it->node || it->artifact || (it->kind != ITEM_TEXT && it->kind != ITEM_PICTURE)) continue;
            if (it->node != last) number = map_number(&w->of, map_pointer(it->node));
            last = it->node;
            if (number) note_page(w, number, p + 1);
        }
}

static size_t take_bookmarks(struct section_walk *w, const struct pages *pages)
{
    size_t n = 0;
    for (size_t i = 0; i < pages->bookmarks.n; i++) {
        const struct bookmark *b = &pages->bookmarks.at[i];
        w->at[n++] = (struct section){.anchor = b->node->anchor,
                                      .level = b->level,
                                      .number = b->number,
                                      .title = b->words,
                                      .first = b->page + 1,
                                      .last = b->page + 1};
        map_put_number(&w->sections, map_pointer(b->node), n);
    }
    return n;
}

struct section_list section_list_of(struct arena *a, const struct tree *tree, const struct pages *pages)
{
    struct section_walk w = {.a = a,
                             .sections = MAP(a),
                             .of = MAP(a),
                             .notes = MAP(a),
                             .said = MAP(a),
                             .text = BUF(a),
                             .first = BUF(a)};
    w.at = ARENA_MANY(a, struct section, pages->bookmarks.n + 1);
    size_t n = take_bookmarks(&w, pages);
    for (const struct node *note = tree->notes; note; note = note->next)
        *map_at(&w.notes, map_pointer(note->note)) = (void *)(uintptr_t)note;
    say_below(&w, tree->root);
    end_section(&w);
    if (n) w.at[0].digits = sha256_digits(a, buf_str(&w.first));
    find_pages(&w, pages);
    return (struct section_list){w.at, n};
}

/* -- as a table ------------------------------------------------------------------------------------------ */

static void put_cell(struct buf *b, struct str s)
{
    cells_put(b, s);
    buf_byte(b, '\t');
}

struct str section_list_text(struct arena *a, struct section_list list)
{
    struct buf b = BUF(a);
    buf_fmt(&b, "%s\n", HEAD);
    for (size_t i = 0; i < list.n; i++) {
        const struct section *s = &list.at[i];
        put_cell(&b, s->anchor);
        buf_fmt(&b, "%d\t", s->level);
        put_cell(&b, s->number);
        put_cell(&b, s->title);
        buf_fmt(&b, "%zu\t%zu\t%.*s\n", s->first, s->last, STR_ARGS(s->digits));
    }
    return buf_str(&b);
}

static bool is_sum(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (str_hex(s.s[i]) < 0) return false;
    return s.n == DIGITS;
}

static bool read_line(struct str line, struct section *s)
{
    struct str cells[COLUMNS];
    size_t n = 0, level;
    while (n < COLUMNS && str_cut(&line, '\t', &cells[n])) n++;
    if (n < COLUMNS || !cells_number(cells[1], &level) || level > 9) return false;
    *s = (struct section){.anchor = cells[0], .level = (int)level, .number = cells[2], .title = cells[3]};
    s->digits = cells[6];
    return cells_number(cells[4], &s->first) && cells_number(cells[5], &s->last) && is_sum(s->digits);
}

bool section_list_read(struct arena *a, struct str text, struct section_list *list)
{
    VEC(struct section) all = {0};
    struct str line;
    struct section s;
    if (utf8_bad(text) < text.n || !str_cut(&text, '\n', &line) || !str_starts(line, HEAD)) return false;
    while (str_cut(&text, '\n', &line)) {
        if (!line.n) continue;
        if (!read_line(line, &s)) return false;
        VEC_ADD(a, all, s);
    }
    *list = (struct section_list){all.at, all.n};
    return true;
}
