/* section_list: a report's sections: what they are called, on which pages they stand, what their text sums up
 * to; so that two reports can be compared without their texts.
 *
 * A section is what the bookmarks lead to. Its own text is what stands behind its heading, up to the next
 * one: what is printed and what is read out to those who cannot see a picture. What tells where it stands and
 * not what it says is left out: numbers of sections, paragraphs and footnotes, and the contents.
 */
#ifndef SASTRA_COMPARE_SECTION_LIST_H
#define SASTRA_COMPARE_SECTION_LIST_H

#include "layout/page.h"

#define SECTION_LIST_NAME "sections.tsv" /* that a report carries it under */
#define SECTION_LIST_TYPE "text/tab-separated-values"

struct section {
    struct str anchor;  /* that links lead to; may be empty */
    int level;          /* 1 … */
    struct str number;  /* as printed, of the first language; may be empty */
    struct str title;   /* as printed, without the number */
    size_t first, last; /* pages of its own text, from 1 */
    struct str digits;  /* SHA-256 of its own text */
};

struct section_list {
    struct section *at;
    size_t n;
};

/* Of a document that was laid out: in the order of its bookmarks; in the arena, titles borrowed. */
struct section_list section_list_of(struct arena *a, const struct tree *tree, const struct pages *pages);
/* As a table: a line of names, then a line a section, cells parted by tabs: anchor, level, number, title,
 * first_page, last_page, sha256. */
struct str section_list_text(struct arena *a, struct section_list list);
/* Reads such a table; columns that later versions add are passed over. False where it is none. Borrowed. */
bool section_list_read(struct arena *a, struct str text, struct section_list *list);

#endif
