/* docx_numbering: a list's levels, and the numbers that its paragraphs have got so far (ECMA-376 part
 * 1, 17.9). */
#ifndef SASTRA_READ_WORD_DOCX_NUMBERING_H
#define SASTRA_READ_WORD_DOCX_NUMBERING_H

#include "read/word/docx_styles.h"

struct docx_numbering;

/* numbering: the outermost element of numbering.xml, or NULL. All in the arena. */
struct docx_numbering *docx_numbering_new(struct arena *a, const struct element *numbering,
                                          const struct docx_styles *styles);
/* The next number of the paragraph's list. False where it is in none, or in one that shows nothing. */
bool docx_numbering_take(struct docx_numbering *n, const struct docx_paragraph *p,
                         struct word_list_item *item);
/* Words that stand beside the number just taken (“Chapter 2”): those before it and behind it; false: none. */
bool docx_numbering_words(const struct docx_numbering *n, struct str *before, struct str *behind);
/* How far in the text of the item stands that was taken last: 1/20 pt; 0: nobody knows. */
long docx_numbering_indent(const struct docx_numbering *n);

#endif
