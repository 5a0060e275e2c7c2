/* bilingual_text: one block's text, and which of the two languages it is in: by its letters alone.
 *
 * Khmer letters stand against Latin ones. What both languages write alike counts for neither: acronyms, names
 * with capitals inside (GeoGebra), single letters, addresses, code, numbers. A text that says the same in
 * both – parted by a line end, a stroke, or where a sentence ends – is parted there. */
#ifndef SASTRA_MODEL_BILINGUAL_TEXT_H
#define SASTRA_MODEL_BILINGUAL_TEXT_H

#include "model/doc.h"

struct bilingual_text {
    size_t letters[LANG_N];
    enum lang lang; /* that nearly all of it is in; LANG_NONE: none, or both */
    bool parted;    /* both, and bilingual_text_side knows where one ends */
};

/* Of the block's own spans, not of blocks in it. */
struct bilingual_text bilingual_text_read(struct arena *scratch, const struct block *b);
/* What a parted block says in a language; in keep, each span with its place. Of any other block: its spans.
 */
struct spans bilingual_text_side(struct arena *keep, struct arena *scratch, const struct block *b,
                                 enum lang lang);
/* The language that three quarters of the letters are in. */
enum lang bilingual_text_lang(const struct bilingual_text *t);
size_t bilingual_text_letters(const struct bilingual_text *t);
/* Of a heading or a line that says English or ភាសាខ្មែរ, in either language or both, and no more: that
 * language. */
enum lang bilingual_text_label(struct arena *scratch, const struct block *b);
/* Bytes at the start of a text, through all its spans, that name its language alone: "English: ", "(KH) "; 0.
 */
size_t bilingual_text_label_spans(const struct spans *s, enum lang lang);

#endif
