/* docx_styles: what a paragraph or a run is, by what stands at it and by its styles (ECMA-376 part 1, 17.7).
 */
#ifndef SASTRA_READ_WORD_DOCX_STYLES_H
#define SASTRA_READ_WORD_DOCX_STYLES_H

#include "read/word/element.h"
#include "read/word/word_note.h"

struct docx_run { /* each -1: not said */
    int bold, italic, hidden, struck, raised, lowered;
    struct str font;
};

struct docx_paragraph {
    enum word_role role;
    int level;        /* heading, from 1 */
    bool contents;    /* of a table of contents: its entries, its title */
    bool continues;   /* a style made for further paragraphs of an item */
    long list, depth; /* numId and ilvl; list -1: not said, 0: none; depth -1: not said */
    struct str style; /* its id */
    long indent;      /* 1/20 pt; LONG_MIN: not said */
    enum align align;
    struct docx_run run; /* of all its runs */
};

struct docx_styles;

/* styles: the outermost element of styles.xml, or NULL. All in the arena. */
struct docx_styles *docx_styles_new(struct arena *a, const struct element *styles);
/* properties: w:pPr, or NULL. */
struct docx_paragraph docx_styles_paragraph(const struct docx_styles *s, const struct element *properties);
/* properties: w:rPr, or NULL; around: the paragraph's. */
struct docx_run docx_styles_run(const struct docx_styles *s, const struct element *properties,
                                const struct docx_run *around);
/* The numId that a style carries; -1: none. */
long docx_styles_list(const struct docx_styles *s, struct str style);

#endif
