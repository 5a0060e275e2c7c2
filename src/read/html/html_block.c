#include "read/html/html_block.h"

#include <stdio.h>

#include "read/dialect/verbatim.h"
#include "read/html/html_items.h"

/* WIDTH: columns of a list's sign with the blanks behind it, so that numbers of three digits fit. */
enum { NEST_MOST = 8, WIDTH = 5, HEADING_LEVELS = 6 };

enum html_around { AROUND_LIST, AROUND_ITEM, AROUND_QUOTE };

struct html_container { /* what the text at hand stands in, from the outermost on */
    enum html_around around;
    long number; /* a list's next item; 0: bullets */
    char sign[WIDTH + 1];
    bool signed_; /* its sign is put */
};

enum html_parting { PARTING_NONE, PARTING_LINE, PARTING_BLANK };

struct html_blocks {
    struct html_block *out;
    struct str text;
    struct html_container in[NEST_MOST];
    size_t depth;
    size_t level; /* of the heading that is open; 0: none */
    enum html_parting parting;
    bool failed;
};

static void put(struct html_blocks *h, struct str signs)
{
    VEC_ADD(h->out->arena, h->out->pieces, (struct html_block_piece){.put = signs});
}

/* -- text -- */

/* What stands before a line's text. */
static void put_prefix(struct html_blocks *h, bool signs)
{
    struct buf b = BUF(h->out->arena);
    for (size_t i = 0; i < h->depth; i++) {
        struct html_container *c = &h->in[i];
        if (c->around == AROUND_QUOTE) buf_put(&b, "> ");
        if (c->around == AROUND_ITEM) buf_put(&b, c->signed_ || !signs ? "     " : c->sign);
        c->signed_ |= signs;
    }
    put(h, buf_str(&b));
}

static void part(struct html_blocks *h, enum html_parting parting)
{
    if (parting > h->parting) h->parting = parting;
}

static void put_line(struct html_blocks *h, size_t from, size_t to)
{
    bool first = !h->out->pieces.n;
    if (h->parting == PARTING_BLANK && !first) {
        put(h, STR("\n"));
        put_prefix(h, false);
    }
    if (h->parting == PARTING_NONE) {
        put(h, STR(" "));
    } else {
        if (!first) put(h, STR("\n"));
        put_prefix(h, true);
        if (h->level) put(h, str_sub(STR("###### "), HEADING_LEVELS - h->level, HEADING_LEVELS + 1));
    }
    struct html_block_piece piece = {{0}, from, to};
    VEC_ADD(h->out->arena, h->out->pieces, piece);
    h->parting = PARTING_NONE;
}

/* Text between tags. Behind a blank line it may be Markdown: its lines and paragraphs stay. */
static void take_text(struct html_blocks *h, size_t from, size_t to)
{
    struct str rest = str_sub(h->text, from, to), line;
    bool markdown = false, blank = false, begun = false;
    for (bool first = true; str_cut(&rest, '\n', &line); first = false) {
        size_t at = (size_t)(line.s - h->text.s), end = at + line.n;
        at = verbatim_skip(h->text, at, end);
        while (end > at && strchr(" \t\r", h->text.s[end - 1])) end--;
        blank |= at == end && !first;
        if (at == end) continue;
        markdown |= blank;
        h->failed |= h->level && begun && blank; /* nothing closes the heading */
        if (begun && markdown) part(h, blank ? PARTING_BLANK : PARTING_LINE);
        put_line(h, at, end);
        begun = true;
        blank = false;
    }
}

/* -- tags -- */

static struct html_container *open_container(struct html_blocks *h, enum html_around around)
{
    h->failed |= h->depth == NEST_MOST;
    if (h->failed) return NULL;
    h->in[h->depth] = (struct html_container){.around = around};
    return &h->in[h->depth++];
}

/* The innermost of a kind is closed, with all in it that was left open. */
static void close_container(struct html_blocks *h, enum html_around around, enum html_around bound)
{
    for (size_t i = h->depth; i-- > 0 && h->in[i].around != bound;)
        if (h->in[i].around == around) {
            h->depth = i;
            return;
        }
}

static void on_list(struct html_blocks *h, const struct html_tag *tag)
{
    part(h, h->depth ? PARTING_LINE : PARTING_BLANK);
    if (tag->closing) {
        close_container(h, AROUND_LIST, AROUND_QUOTE);
        part(h, PARTING_BLANK);
        return;
    }
    struct html_container *list = open_container(h, AROUND_LIST);
    long start = html_items_start(tag);
    if (start > 1) part(h, PARTING_BLANK); /* else it would go on with the paragraph above it */
    if (list) list->number = start;
}

static void on_item(struct html_blocks *h, const struct html_tag *tag)
{
    close_container(h, AROUND_ITEM, AROUND_LIST); /* </li> may be left out */
    part(h, PARTING_LINE);
    struct html_container *list = h->depth ? &h->in[h->depth - 1] : NULL;
    h->failed |= !list || list->around != AROUND_LIST;
    struct html_container *item = tag->closing || h->failed ? NULL : open_container(h, AROUND_ITEM);
    if (!item) return;
    char sign[24] = "-";
    if (list->number) snprintf(sign, sizeof sign, "%ld.", list->number++);
    h->failed |= strlen(sign) > WIDTH - 1;
    snprintf(item->sign, sizeof item->sign, "%-4.4s ", sign);
}

static void on_quote(struct html_blocks *h, const struct html_tag *tag)
{
    if (tag->closing)
        close_container(h, AROUND_QUOTE, AROUND_LIST);
    else
        open_container(h, AROUND_QUOTE);
    part(h, PARTING_BLANK);
}

static void on_heading(struct html_blocks *h, const struct html_tag *tag)
{
    h->level = tag->closing ? 0 : (size_t)(tag->name.s[1] - '0');
    part(h, PARTING_BLANK);
}

static void on_frame(struct html_blocks *h, const struct html_tag *tag)
{
    (void)tag;
    const struct html_container *in = h->depth ? &h->in[h->depth - 1] : NULL;
    if (!in || in->around != AROUND_ITEM || in->signed_) part(h, PARTING_BLANK);
}

static void on_table(struct html_blocks *h, const struct html_tag *tag)
{
    (void)tag;
    h->failed = true;
}

static void (*const ON[HTML_TAG_GROUP + 1])(struct html_blocks *, const struct html_tag *) = {
    [HTML_TAG_LIST] = on_list,       [HTML_TAG_ITEM] = on_item,   [HTML_TAG_QUOTE] = on_quote,
    [HTML_TAG_HEADING] = on_heading, [HTML_TAG_FRAME] = on_frame, [HTML_TAG_TABLE] = on_table,
    [HTML_TAG_CELL] = on_table};

/* -- all of it -- */

bool html_block_begins(const struct html_tag *tag)
{
    enum html_tag_kind kind = tag->kind;
    return !tag->closing && (kind == HTML_TAG_LIST || kind == HTML_TAG_QUOTE || kind == HTML_TAG_HEADING);
}

size_t html_block_read(struct str text, size_t at, struct html_block *b)
{
    struct html_blocks h = {.out = b, .text = text, .parting = PARTING_LINE};
    struct html_tag tag = html_tag_read(text, at);
    size_t from = at, done = at;
    if (!html_block_begins(&tag)) return 0;
    while (!h.failed && at < text.n) {
        const char *open = memchr(text.s + at, '<', text.n - at);
        if (!open) return 0;
        at = (size_t)(open - text.s);
        tag = html_tag_read(text, at);
        if (!tag.n || !ON[tag.kind]) {
            at++;
            continue;
        }
        take_text(&h, done, at);
        h.failed |= h.level && tag.kind != HTML_TAG_FRAME && !(tag.kind == HTML_TAG_HEADING && tag.closing);
        ON[tag.kind](&h, &tag);
        done = at += tag.n;
        if (tag.closing && !h.depth && !h.level) return h.failed ? 0 : at - from;
    }
    return 0;
}

/* Where the next text was typed, which signs belong to. */
static size_t next_text(const struct html_block *b, size_t i, size_t at)
{
    while (i < b->pieces.n && !b->pieces.at[i].to) i++;
    return i < b->pieces.n ? b->pieces.at[i].from : at;
}

void html_block_put(const struct html_block *b, struct rewriting *r, size_t at)
{
    rewriting_put(r, STR("\n"), at);
    for (size_t i = 0; i < b->pieces.n; i++) {
        const struct html_block_piece *p = &b->pieces.at[i];
        if (!i || b->pieces.at[i - 1].to) at = next_text(b, i, at);
        if (p->to)
            rewriting_keep(r, p->from, p->to);
        else
            rewriting_put(r, p->put, at);
    }
    rewriting_put(r, STR("\n\n"), at);
}
