/* odt_styles: what a paragraph or a run is by its styles, and what a list's levels show (OpenDocument 1.3,
 * 16). */
#ifndef SASTRA_READ_WORD_ODT_STYLES_H
#define SASTRA_READ_WORD_ODT_STYLES_H

#include "read/word/element.h"
#include "read/word/word_note.h"

struct odt_text { /* each -1: not said */
    int bold, italic, raised, lowered, hidden, struck;
    struct str font;
};

struct odt_paragraph {
    enum word_role role;
    int level; /* heading, from 1; 0: not said */
    enum align align;
    struct odt_text text;
};

struct odt_styles;

struct odt_styles *odt_styles_new(struct arena *a);
/* Those of a part: content.xml, styles.xml. */
void odt_styles_add(struct odt_styles *s, const struct element *part);
/* What the named style of a family ("text", "paragraph") says, by itself and by those it is made from. */
struct odt_text odt_styles_text(const struct odt_styles *s, const char *family, struct str name);
struct odt_paragraph odt_styles_paragraph(const struct odt_styles *s, struct str name);
bool odt_styles_shaded(const struct odt_styles *s, struct str cell_style);
/* The item of a list at a level, from 1: all but its number. False where its level shows nothing. */
bool odt_styles_item(const struct odt_styles *s, struct str list_style, unsigned level,
                     struct word_list_item *item, long *start);
/* The list style of a paragraph's style; empty: none. */
struct str odt_styles_list(const struct odt_styles *s, struct str paragraph_style);

#endif
