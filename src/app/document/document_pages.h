/* document_pages: a document's tree to pages, when they are asked for: whoever has built it before knows how
 * many they are, and may need no more. */
#ifndef SASTRA_APP_DOCUMENT_DOCUMENT_PAGES_H
#define SASTRA_APP_DOCUMENT_DOCUMENT_PAGES_H

#include "app/work.h"

/* Names the version at hand: all that its pages and files depend on. */
void document_pages_name(struct work *w);
/* What is kept of it. */
struct memo_key document_pages_key(const struct work *w, enum memo_kind kind, uint64_t which);
/* Lays the version out, if it is not yet. */
void document_pages_need(struct work *w);
/* How many sides its pages come to; known: what builds before found will do. */
size_t document_pages_sides(struct work *w, bool known);

#endif
