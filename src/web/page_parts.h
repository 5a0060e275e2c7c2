/* page_parts: what a page and a book have in common besides the tree's nodes. */
#ifndef SASTRA_WEB_PAGE_PARTS_H
#define SASTRA_WEB_PAGE_PARTS_H

#include "base/job.h"
#include "web/writing.h"

/* A document that is begun, with what is found in its tree: anchors, footnotes, the sheet. How words,
 * addresses and empty elements are written is the caller's. Lives in job->keep. */
struct writing page_parts_begin(struct job *job, const struct tree *tree, struct web_store *store);
/* Words that stand in no tree, in the document's languages. */
void page_parts_said(struct writing *w, struct bi text);
/* The document's title in its languages. */
struct str page_parts_title(struct arena *a, const struct tree *t);
/* A list of contents' items, for the headings below a node. */
void page_parts_entries(struct writing *w, const struct node *n);
/* That it is a sample, or a draft; the footnotes. Nothing where there is none. */
void page_parts_mark(struct writing *w);
void page_parts_notes(struct writing *w);

#endif
