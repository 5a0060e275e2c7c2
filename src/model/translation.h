/* translation: what stands for what in the other language: a text's fingerprint, and all short texts of the
 * corpus that have two sides.
 *
 * The fingerprint is of the words alone: blanks, line ends, U+200B and Markdown's * _ ` are not in it, so
 * that a paragraph that is moved or wrapped anew keeps it. */
#ifndef SASTRA_MODEL_TRANSLATION_H
#define SASTRA_MODEL_TRANSLATION_H

#include "model/corpus.h"

uint64_t translation_hash(struct str text);
/* Of a block and all in it, with the footnotes that it calls. */
uint64_t translation_hash_block(const struct block *b);
/* Any letter, of either language. */
bool translation_has_words(struct str text);
bool translation_block_has_words(const struct block *b);
/* What a block wants to be filled in by: LANG-HASH of what is to be translated, into LANG. With present, the
 * fingerprint of a translation that is out of date, LANG-HASH-HASH. In the arena. */
struct str translation_key(struct arena *a, enum lang into, uint64_t source, uint64_t present);
/* A block as Markdown, as short as a translator would write it: no marks before a heading or a paragraph. */
void translation_write(struct buf *out, const struct block *b);

/* A short text of a table, a form or event.yml: name is its column's, or its key's. */
typedef void translation_visitor(void *with, struct bi *text, const char *name, struct place row);
void translation_visit(struct corpus *c, translation_visitor *visit, void *with);
void translation_visit_form(struct form *f, translation_visitor *visit, void *with);

#endif
