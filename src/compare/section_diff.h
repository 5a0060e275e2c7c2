/* section_diff: what changed between two reports, section by section.
 *
 * Sections are the same by their anchors, or by their titles below the same one, or by their texts. One has
 * changed where its own text or its title has; it has moved where it stands before or after others than it
 * did, and not only with the section that it is a part of. */
#ifndef SASTRA_COMPARE_SECTION_DIFF_H
#define SASTRA_COMPARE_SECTION_DIFF_H

#include "compare/section_list.h"

enum section_change_kind { SECTION_CHANGED, SECTION_ADDED, SECTION_GONE, SECTION_MOVED, SECTION_CHANGES };

struct section_change {
    enum section_change_kind kind; /* what has changed and moved is changed */
    bool moved;
    const struct section *was, *now; /* NULL: it was not there, is not */
    struct str title;                /* with number, below those that tell what it is a part of */
};

struct section_diff {
    struct section_change *at; /* in the order of the newer report, then what is gone in that of the older */
    size_t n;
};

/* In the arena; the lists' sections and texts are borrowed. */
struct section_diff section_diff_of(struct arena *a, struct section_list was, struct section_list now);
/* "2 sections changed (p. 12, 15), 1 added (p. 20)"; no line end. */
void section_diff_sum(struct buf *b, const struct section_diff *d, enum lang lang);
/* A line a change: kind, pages, title. */
void section_diff_lines(struct buf *b, const struct section_diff *d, enum lang lang);

#endif
