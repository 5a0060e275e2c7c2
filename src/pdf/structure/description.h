/* description: what is said in place of what is shown: alternative text of figures, and of a form's blanks
 * what they ask for (/Alt; PrintField's /Desc: ISO 32000-1, 14.8.5.6). */
#ifndef SASTRA_PDF_STRUCTURE_DESCRIPTION_H
#define SASTRA_PDF_STRUCTURE_DESCRIPTION_H

#include "model/tree.h"

struct description {
    struct str text;
    enum lang lang; /* of its beginning */
};

/* Both languages in a bilingual document, its main one first, else one: the document's, or where it says
 * nothing the other. */
struct description description_both(struct arena *a, const struct tree *tree, const struct str text[LANG_N]);
/* Of a FIGURE, CHART or another node with .alt or .picture; never empty. */
struct description description_shown(struct arena *a, const struct tree *tree, const struct node *n);
/* Of a blank (FIELD, LINES, OPTION, SCALE): its prompt (NULL: none), and of a box what it stands for; with
 * neither, what one does there. at: which of a scale's boxes, from 1. */
struct description description_blank(struct arena *a, const struct tree *tree, const struct node *prompt,
                                     const struct node *blank, int at);

#endif
