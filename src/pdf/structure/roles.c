#include "pdf/structure/roles.h"

static const char *const NAMES[TAGS] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_SECT] = "Sect",
    [TAG_DIV] = "Div",
    [TAG_BLOCKQUOTE] = "BlockQuote",
    [TAG_CAPTION] = "Caption",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_H5] = "H5",
    [TAG_H6] = "H6",
    [TAG_P] = "P",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_SPAN] = "Span",
    [TAG_REFERENCE] = "Reference",
    [TAG_NOTE] = "Note",
    [TAG_CODE] = "Code",
    [TAG_LINK] = "Link",
    [TAG_FIGURE] = "Figure",
    [TAG_FORM] = "Form",
};

/* Roles that are not here hold others and say nothing themselves (pair, side, opening, keep, grid, question,
 * fields), or are drawn alone (divider, rule). */
static const struct role_tags OF_ROLE[ROLES] = {
    [ROLE_ROOT] = {TAG_DOCUMENT, TAG_NONE, TAG_NONE},
    [ROLE_SECT] = {TAG_SECT, TAG_NONE, TAG_NONE},
    [ROLE_COVER] = {TAG_SECT, TAG_NONE, TAG_NONE},
    [ROLE_COVER_NATION] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_COVER_MINISTRY] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_COVER_TITLE] = {TAG_H1, TAG_NONE, TAG_NONE},
    [ROLE_COVER_SUBTITLE] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_COVER_LINE] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_COVER_STATUS] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_TITLE] = {TAG_H1, TAG_NONE, TAG_NONE},
    [ROLE_H1] = {TAG_H1, TAG_NONE, TAG_NONE},
    [ROLE_H2] = {TAG_H2, TAG_NONE, TAG_NONE},
    [ROLE_H3] = {TAG_H3, TAG_NONE, TAG_NONE},
    [ROLE_H4] = {TAG_H4, TAG_NONE, TAG_NONE},
    [ROLE_H5] = {TAG_H5, TAG_NONE, TAG_NONE},
    [ROLE_P] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_PROMPT] = {TAG_H2, TAG_NONE, TAG_NONE},
    [ROLE_LEAD] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_KIND] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_SMALL] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_DETAIL] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_TOTAL] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_VOICE] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_SIGNER] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_FAULT] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_MISSING] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_CODE] = {TAG_P, TAG_NONE, TAG_CODE},
    [ROLE_CAPTION] = {TAG_CAPTION, TAG_NONE, TAG_NONE},
    [ROLE_CREDIT] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_LIST] = {TAG_L, TAG_NONE, TAG_NONE},
    [ROLE_ITEM] = {TAG_LI, TAG_LBODY, TAG_NONE},
    [ROLE_FACTS] = {TAG_L, TAG_NONE, TAG_NONE},
    [ROLE_FACT] = {TAG_LI, TAG_LBODY, TAG_NONE},
    [ROLE_NUMBERED] = {TAG_LI, TAG_LBODY, TAG_NONE},
    [ROLE_QUOTE] = {TAG_BLOCKQUOTE, TAG_NONE, TAG_NONE},
    [ROLE_PULL_QUOTE] = {TAG_BLOCKQUOTE, TAG_NONE, TAG_NONE},
    [ROLE_BOX] = {TAG_DIV, TAG_NONE, TAG_NONE},
    [ROLE_SOURCE] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_TABLE] = {TAG_TABLE, TAG_NONE, TAG_NONE},
    [ROLE_ROW] = {TAG_TR, TAG_NONE, TAG_NONE},
    [ROLE_CELL] = {TAG_TD, TAG_NONE, TAG_NONE},
    [ROLE_FIGURE] = {TAG_FIGURE, TAG_NONE, TAG_NONE},
    [ROLE_CHART] = {TAG_FIGURE, TAG_NONE, TAG_NONE},
    [ROLE_QR] = {TAG_FIGURE, TAG_NONE, TAG_NONE},
    [ROLE_TOC] = {TAG_TOC, TAG_NONE, TAG_NONE},
    [ROLE_TOC_ITEM] = {TAG_TOCI, TAG_NONE, TAG_REFERENCE},
    [ROLE_NOTE] = {TAG_NOTE, TAG_NONE, TAG_NONE},
    [ROLE_FIELD] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_LINES] = {TAG_P, TAG_NONE, TAG_NONE},
    [ROLE_OPTIONS] = {TAG_L, TAG_NONE, TAG_NONE},
    [ROLE_OPTION] = {TAG_LI, TAG_LBODY, TAG_NONE},
    [ROLE_SCALE] = {TAG_P, TAG_NONE, TAG_NONE},
};

const char *roles_name(enum tag tag)
{
    return NAMES[tag];
}

struct role_tags roles_of(enum role role)
{
    return OF_ROLE[role];
}

int roles_heading(enum role role)
{
    switch (role) {
    case ROLE_COVER_TITLE:
    case ROLE_TITLE: return 0;
    case ROLE_PROMPT: return 2;
    default: return role >= ROLE_H1 && role <= ROLE_H5 ? (int)(role - ROLE_H1) + 1 : -1;
    }
}

/* A part that only stands in one kind of whole. */
static enum tag whole_of(enum tag child)
{
    switch (child) {
    case TAG_LI: return TAG_L;
    case TAG_LBODY: return TAG_LI;
    case TAG_TR: return TAG_TABLE;
    case TAG_TH:
    case TAG_TD: return TAG_TR;
    case TAG_TOCI: return TAG_TOC;
    default: return TAG_NONE;
    }
}

enum tag roles_between(enum tag parent, enum tag child)
{
    enum tag whole = whole_of(child);
    bool captioned = parent == TAG_L || parent == TAG_TABLE || parent == TAG_TOC;
    if (whole == parent && whole) return TAG_NONE;
    if (captioned && child == TAG_CAPTION) return TAG_NONE;
    if (parent == TAG_TOC) return child == TAG_TOC ? TAG_NONE : TAG_TOCI;
    if (parent == TAG_L) return TAG_LI;
    if (parent == TAG_LI) return child == TAG_LBL ? TAG_NONE : TAG_LBODY;
    if (parent == TAG_TABLE) return TAG_TR;
    if (parent == TAG_TR) return TAG_TD;
    return whole;
}

bool roles_is_text(enum tag tag)
{
    return (tag >= TAG_H1 && tag <= TAG_P) || tag == TAG_LBL ||
           (tag >= TAG_SPAN && tag != TAG_NOTE && tag != TAG_FIGURE);
}

bool roles_is_blank(enum role role)
{
    return role >= ROLE_FIELDS && role <= ROLE_SCALE;
}
