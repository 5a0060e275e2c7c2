/* roles: standard structure types (ISO 32000-1, 14.8.4), which of them a role becomes, and how they may nest.
 */
#ifndef SASTRA_PDF_STRUCTURE_ROLES_H
#define SASTRA_PDF_STRUCTURE_ROLES_H

#include "model/tree.h"

enum tag {
    TAG_NONE, /* no element: what is painted is an artifact, children hang on the parent's */
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_DIV,
    TAG_BLOCKQUOTE,
    TAG_CAPTION,
    TAG_TOC,
    TAG_TOCI,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_SPAN,
    TAG_REFERENCE,
    TAG_NOTE,
    TAG_CODE,
    TAG_LINK,
    TAG_FIGURE,
    TAG_FORM,
    TAGS
};

struct role_tags {
    enum tag outer;    /* TAG_NONE: passed over */
    enum tag children; /* inside it, for the node's children; TAG_NONE: the outer */
    enum tag content;  /* inside that of the children, for what the node itself paints; TAG_NONE: the same */
};

const char *roles_name(enum tag tag);
struct role_tags roles_of(enum role role);
/* 0 for titles, 1 to 4 for H1 to H4, 2 for PROMPT, -1 for what is no heading. */
int roles_heading(enum role role);
/* What must stand between a parent and a child so that both are where the standard allows them; TAG_NONE:
 * nothing. */
enum tag roles_between(enum tag parent, enum tag child);
/* Holds lines of text: no block goes in. */
bool roles_is_text(enum tag tag);
/* Lines to write on, boxes to tick. */
bool roles_is_blank(enum role role);

#endif
