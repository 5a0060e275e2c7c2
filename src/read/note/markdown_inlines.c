#include "read/note/markdown_inlines.h"

#include "read/format/image.h"
#include "read/format/link_address.h"
#include "read/html/html_tag.h"

#include <cmark.h>

static struct str literal(cmark_node *node)
{
    return str_of(cmark_node_get_literal(node));
}

struct markdown_inline_state {
    unsigned strong, emph, images;
    unsigned tags[HTML_TAG_GROUP + 1]; /* open ones of raw HTML, by their kind */
    struct str href;
    struct str refused; /* a link's address that is shown as text */
    struct buf alt;
};

static void enter_link(const struct markdown_inlines *r, struct markdown_inline_state *in, cmark_node *node)
{
    struct str url = inlines_clean(r->spanner, str_of(cmark_node_get_url(node)));
    in->href = in->refused = (struct str){0};
    if (!url.n) return;
    if (link_address_is_good(url))
        in->href = url;
    else
        in->refused = url;
}

/* A link without words has the name of what it leads to; what is outside, its address. */
static void name_link(const struct markdown_inlines *r, const struct markdown_inline_state *in)
{
    bool outside = memchr(in->href.s, ':', in->href.n), part = in->href.s[0] == '#';
    struct str typed = str_fmt(r->job->keep, "[](%.*s)", STR_ARGS(in->href));
    if (outside || part)
        inlines_text(r->spanner, str_sub(in->href, part, in->href.n), 0, in->href);
    else
        inlines_text(r->spanner, typed, SPAN_REFERENCE, in->href);
}

/* (address) after the text, unless the text is the address. */
static void leave_link(const struct markdown_inlines *r, struct markdown_inline_state *in, cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);
    struct str url = str_of(cmark_node_get_url(node));
    bool shown = child && !cmark_node_next(child) && str_eq(literal(child), url);
    if (!child && in->href.n) name_link(r, in);
    if (!shown) inlines_pass_link(r->spanner, url);
    if (in->refused.n) {
        diag_tell(r->job->diags, DIAG_LINK_PLAIN, inlines_place(r->spanner));
        if (!shown)
            inlines_text(r->spanner, str_fmt(r->job->scratch, " (%.*s)", STR_ARGS(in->refused)), 0,
                         (struct str){0});
    }
    in->href = in->refused = (struct str){0};
}

static struct picture *picture_of(const struct markdown_inlines *r, cmark_node *node, struct str alt,
                                  struct place place)
{
    struct str path = inlines_clean(r->spanner, str_of(cmark_node_get_url(node)));
    struct str data = held_pictures_address(&r->dialect->pictures, path);
    struct picture *picture = data.n ? image_read_data(r->job, data, dialect_place(r->dialect, place))
                                     : image_read(r->job, path, place);
    if (!picture) return NULL;
    if (alt.n) picture->alt[r->lang] = alt; /* else what a drawing says itself */
    picture->alt_place[r->lang] = place;
    return picture;
}

/* Where the picture's ! stands. */
static struct place picture_place(const struct markdown_inlines *r)
{
    inlines_pass(r->spanner, STR("!["));
    struct place p = inlines_place(r->spanner);
    if (p.offset >= 2 && str_eq(str_sub(r->spanner->source->text, p.offset - 2, p.offset), STR("![")))
        p.offset -= 2;
    return p;
}

/* A picture that cannot be had leaves its description, or else its name. */
static void leave_image(const struct markdown_inlines *r, struct markdown_inline_state *in, cmark_node *node)
{
    struct place place = picture_place(r);
    struct str alt = inlines_clean(r->spanner, buf_str(&in->alt)), url = str_of(cmark_node_get_url(node));
    const struct picture *picture = picture_of(r, node, alt, place);
    if (picture) {
        inlines_picture(r->spanner, picture, alt, in->href, place);
        inlines_pass(r->spanner, alt);
    } else {
        struct str data = held_pictures_address(&r->dialect->pictures, url);
        struct str name = data.n ? image_data_name(data) : url;
        inlines_text(r->spanner, alt.n ? alt : name, SPAN_EMPH, in->href);
    }
    inlines_pass_link(r->spanner, url);
}

static unsigned tag_style(const struct markdown_inline_state *in)
{
    static const unsigned STYLES[HTML_TAG_GROUP + 1] = {[HTML_TAG_UNDERLINE] = SPAN_EMPH,
                                                        [HTML_TAG_STRONG] = SPAN_STRONG,
                                                        [HTML_TAG_EMPH] = SPAN_EMPH,
                                                        [HTML_TAG_RAISED] = SPAN_RAISED,
                                                        [HTML_TAG_LOWERED] = SPAN_LOWERED};
    unsigned style = 0;
    for (size_t i = 0; i <= HTML_TAG_GROUP; i++) style |= in->tags[i] ? STYLES[i] : 0u;
    return style;
}

static void put(const struct markdown_inlines *r, struct markdown_inline_state *in, struct str text,
                unsigned style)
{
    style |= (in->strong ? SPAN_STRONG : 0u) | (in->emph ? SPAN_EMPH : 0u) | tag_style(in);
    if (in->images)
        buf_add(&in->alt, text);
    else
        inlines_text(r->spanner, text, style, in->href);
}

/* A tag that means something is not shown, any other is text. */
static void put_tag(const struct markdown_inlines *r, struct markdown_inline_state *in, struct str text)
{
    struct html_tag tag = html_tag_read(text, 0);
    bool known = tag.n && tag.kind < HTML_TAG_IMAGE;
    if (!known) {
        put(r, in, text, 0);
        return;
    }
    inlines_pass(r->spanner, text);
    if (tag.kind == HTML_TAG_BREAK && !in->images)
        inlines_break_here(r->spanner);
    else if (!tag.closing)
        in->tags[tag.kind]++;
    else if (in->tags[tag.kind])
        in->tags[tag.kind]--;
}

static void enter(const struct markdown_inlines *r, struct markdown_inline_state *in, cmark_node *node,
                  size_t skip)
{
    struct str text = literal(node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT: put(r, in, str_sub(text, skip, text.n), 0); break;
    case CMARK_NODE_HTML_INLINE: put_tag(r, in, text); break;
    case CMARK_NODE_CODE: put(r, in, text, SPAN_CODE); break;
    case CMARK_NODE_STRONG: in->strong++; break;
    case CMARK_NODE_EMPH: in->emph++; break;
    case CMARK_NODE_LINK:
        if (!in->images) enter_link(r, in, node);
        break;
    case CMARK_NODE_IMAGE:
        if (!in->images++) in->alt.n = 0;
        break;
    case CMARK_NODE_SOFTBREAK:
        if (in->images)
            buf_byte(&in->alt, ' ');
        else
            inlines_line_end(r->spanner);
        break;
    case CMARK_NODE_LINEBREAK:
        if (in->images)
            buf_byte(&in->alt, ' ');
        else
            inlines_break(r->spanner);
        break;
    default: break;
    }
}

static void leave(const struct markdown_inlines *r, struct markdown_inline_state *in, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG: in->strong--; break;
    case CMARK_NODE_EMPH: in->emph--; break;
    case CMARK_NODE_LINK:
        if (!in->images) leave_link(r, in, node);
        break;
    case CMARK_NODE_IMAGE:
        if (!--in->images) leave_image(r, in, node);
        break;
    default: break;
    }
}

struct spans markdown_inlines_read(const struct markdown_inlines *r, cmark_node *block, size_t from,
                                   size_t to, size_t skip)
{
    struct markdown_inline_state in = {.alt = BUF(r->job->scratch)};
    cmark_iter *iter = cmark_iter_new(block);
    inlines_start(r->spanner, from, to);
    for (cmark_event_type e = cmark_iter_next(iter); e != CMARK_EVENT_DONE; e = cmark_iter_next(iter)) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (node == block) continue;
        if (e == CMARK_EVENT_ENTER)
            enter(r, &in, node, skip), skip = 0;
        else
            leave(r, &in, node);
    }
    cmark_iter_free(iter);
    return inlines_done(r->spanner);
}
