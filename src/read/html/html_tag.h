/* html_tag: one tag of raw HTML: what it is, and its attributes. */
#ifndef SASTRA_READ_HTML_HTML_TAG_H
#define SASTRA_READ_HTML_HTML_TAG_H

#include "base/str.h"

enum html_tag_kind {
    HTML_TAG_NONE, /* no tag, or one that is shown as typed */
    HTML_TAG_BREAK,
    HTML_TAG_UNDERLINE,
    HTML_TAG_STRONG,
    HTML_TAG_EMPH,
    HTML_TAG_RAISED,
    HTML_TAG_LOWERED,
    HTML_TAG_IMAGE,
    HTML_TAG_RULE,
    HTML_TAG_FRAME, /* parts the text, and shows nothing: <div>, <p> */
    HTML_TAG_PLAIN, /* shows nothing: <span>, <font>, <a name> */
    HTML_TAG_TABLE,
    HTML_TAG_ROW,
    HTML_TAG_CELL,
    HTML_TAG_HEAD_CELL,
    HTML_TAG_CAPTION,
    HTML_TAG_ITEM,
    HTML_TAG_LIST,
    HTML_TAG_HEADING,
    HTML_TAG_QUOTE,
    HTML_TAG_HEAD, /* thead */
    HTML_TAG_GROUP /* tbody, tfoot, colgroup, col */
};

struct html_tag {
    enum html_tag_kind kind;
    bool closing;
    size_t n;               /* bytes from < to > */
    struct str name, inner; /* inner: what stands between the name and the > */
};

/* The tag at a byte; n is 0 where there is none. */
struct html_tag html_tag_read(struct str text, size_t at);
/* An attribute's value as typed, quotation marks taken off; empty where it has none. */
struct str html_tag_value(const struct html_tag *tag, const char *name);

#endif
