#include "read/dialect/inline_html.h"

#include "read/dialect/verbatim.h"
#include "read/html/html_tag.h"

static const char FLANK[] =
    "\xEF\xB7\x90"; /* prepass's U+FDD0: before a tag that would begin a block of HTML */

static bool begins_line(const struct inline_reader *n, size_t at)
{
    return verbatim_is_blank(n->text, n->from, at);
}

static bool ends_line(const struct inline_reader *n, size_t to)
{
    return verbatim_is_blank(n->text, to, n->to);
}

/* Does the line stand outside lists, quotes and tables? */
static bool is_plain(const struct inline_reader *n)
{
    return n->from < n->to && n->text.s[n->from] == '<';
}

/* Parts what stands before it from what stands after it. */
static size_t put_frame(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    size_t to = at + tag->n;
    bool first = begins_line(n, at), last = ends_line(n, to);
    struct str parting = !is_plain(n)    ? (first || last ? STR("") : STR(" "))
                         : first || last ? STR("\n")
                                         : STR("\n\n");
    return rewriting_replace(n->r, at, to, parting);
}

static size_t put_style(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    bool breaks = tag->kind == HTML_TAG_BREAK && begins_line(n, at) && ends_line(n, at + tag->n);
    if (breaks) return rewriting_replace(n->r, at, at + tag->n, STR(""));
    if (begins_line(n, at)) rewriting_replace(n->r, at, at, str_of(FLANK));
    return at + tag->n;
}

static void keep(struct inline_reader *n, struct str part)
{
    size_t from = (size_t)(part.s - n->text.s);
    if (part.n) rewriting_keep(n->r, from, from + part.n);
}

static size_t put_image(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    struct str src = str_trim(html_tag_value(tag, "src")), alt = html_tag_value(tag, "alt");
    rewriting_replace(n->r, at, at + tag->n, STR("!["));
    bool words = alt.n && !memchr(alt.s, ']', alt.n) && !memchr(alt.s, '\n', alt.n);
    if (words) keep(n, alt);
    rewriting_put(n->r, STR("]("), at);
    size_t from = src.n ? (size_t)(src.s - n->text.s) : at;
    if (src.n > 5 && str_eq_fold(str_sub(src, 0, 5), STR("data:"))) {
        rewriting_put(n->r, held_pictures_add(n->pictures, n->job->scratch, src), from);
    } else {
        rewriting_put(n->r, STR("<"), from);
        keep(n, src);
        rewriting_put(n->r, STR(">"), from);
    }
    rewriting_put(n->r, STR(")"), at);
    return n->r->done;
}

/* <a href="x">words</a> is a link; <a name="x"></a> is nothing that shows. */
static size_t put_plain(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    size_t to = at + tag->n;
    bool anchor = str_eq_fold(tag->name, STR("a"));
    if (anchor && tag->closing && n->link_end == at) {
        rewriting_replace(n->r, at, to, STR("](<"));
        keep(n, n->href);
        rewriting_put(n->r, STR(">)"), at);
        n->link_end = 0;
        return n->r->done;
    }
    struct str href = anchor && !tag->closing ? str_trim(html_tag_value(tag, "href")) : (struct str){0};
    size_t reach = to + INLINE_READER_REACH < n->to ? to + INLINE_READER_REACH : n->to;
    size_t end = href.n ? str_find(str_sub(n->text, 0, reach), STR("</a>"), to) : SIZE_MAX;
    bool opens = end != SIZE_MAX && end > to && href.s[0] != '#' && n->link_end < n->from;
    if (opens) n->link_end = end, n->href = href;
    return rewriting_replace(n->r, at, to, opens ? STR("[") : STR(""));
}

static size_t put_rule(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    bool alone = begins_line(n, at) && ends_line(n, at + tag->n);
    return rewriting_replace(n->r, at, at + tag->n, alone ? STR("\n***\n") : STR(" "));
}

static bool ends_with_words(struct str s)
{
    while (s.n && strchr(" \t", s.s[s.n - 1])) s.n--;
    return s.n && !strchr("|\n", s.s[s.n - 1]);
}

/* Do words stand before it, in its line or its cell of a table? */
static bool follows_words(const struct inline_reader *n, size_t at)
{
    size_t from = n->r->done > n->from ? n->r->done : n->from;
    if (!verbatim_is_blank(n->text, from, at)) return ends_with_words(str_sub(n->text, from, at));
    return from > n->from && ends_with_words(buf_str(&n->r->out));
}

/* A list in a line, as in a cell of a table: its items as lines of it. */
static size_t put_list(struct inline_reader *n, size_t at, const struct html_tag *tag)
{
    struct str sign = html_items_take(&n->items, n->job->scratch, tag);
    bool alone = tag->kind == HTML_TAG_LIST && is_plain(n) && verbatim_is_blank(n->text, at + tag->n, n->to);
    if (alone && begins_line(n, at)) return 0; /* one that no block is made of */
    bool breaks = sign.n && follows_words(n, at);
    rewriting_replace(n->r, at, at + tag->n, breaks ? STR("<br>") : STR(""));
    rewriting_put(n->r, sign, at);
    return n->r->done;
}

static size_t (*const PUT[HTML_TAG_GROUP + 1])(struct inline_reader *, size_t, const struct html_tag *) = {
    [HTML_TAG_BREAK] = put_style, [HTML_TAG_UNDERLINE] = put_style, [HTML_TAG_STRONG] = put_style,
    [HTML_TAG_EMPH] = put_style,  [HTML_TAG_RAISED] = put_style,    [HTML_TAG_LOWERED] = put_style,
    [HTML_TAG_IMAGE] = put_image, [HTML_TAG_RULE] = put_rule,       [HTML_TAG_FRAME] = put_frame,
    [HTML_TAG_PLAIN] = put_plain, [HTML_TAG_LIST] = put_list,       [HTML_TAG_ITEM] = put_list};

size_t inline_html_read(struct inline_reader *n, size_t at)
{
    struct html_tag tag = html_tag_read(str_sub(n->text, 0, n->to), at);
    if (tag.n && PUT[tag.kind]) return PUT[tag.kind](n, at, &tag);
    struct str rest = str_sub(n->text, at + 1, n->to);
    if (!str_starts(rest, "http") && !str_starts(rest, "mailto:")) return 0;
    const char *end = memchr(rest.s, '>', rest.n);
    return end ? (size_t)(end - n->text.s) + 1 : 0;
}
