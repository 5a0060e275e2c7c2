/* note_table: a note's tables to blocks, drawn with | or typed as csv.
 *
 * A csv cell is plain text; one that is ^ goes on the cell above, one that is < that to its left. What is
 * drawn with | holds Markdown: its cells are cut out here, and read by markdown when all blocks are there.
 * Rows that differ in their number of cells are told, once a table; none is cut off. */
#ifndef SASTRA_READ_NOTE_NOTE_TABLE_H
#define SASTRA_READ_NOTE_NOTE_TABLE_H

#include "read/note/inlines.h"
#include "read/note/prepass.h"

/* Text of a cell, or of lines before a table in one paragraph with it. */
struct note_table_cut {
    struct block *block;
    struct str text;
    size_t from, to; /* in the source */
    size_t line;     /* of the text that note_table_text makes of all of them */
};

struct note_table {
    struct job *job;
    const struct source *source;
    struct inlines *spanner;
    struct source *unquoted; /* the source, > before the lines of csv fences blanked; NULL: none yet */
    VEC(struct note_table_cut) cuts; /* in scratch */
    bool signs;                      /* of the table at hand is told that its ^ and < join nothing */
};

enum {
    NOTE_TABLE_SKIP = PREPASS_SIGN + 1
}; /* bytes that begin each paragraph of the text and are none of the cut's */

/* A table in a paragraph from a byte to the last line, or (heading) in a heading that is underlined, as cmark
 * takes a rule typed right under a table. False where there is none. */
bool note_table_pipes(struct note_table *t, struct block *parent, size_t from, size_t last, bool heading);
/* A csv fence whose content is so many lines of the source, from the first; heads: so many of its rows are
 * the head, and those that go on theirs. Nothing where they are blank. False where that is no table anyone
 * could set. */
bool note_table_csv(struct note_table *t, struct block *parent, struct place place, size_t first,
                    size_t lines, size_t heads);
/* All that was cut out as paragraphs, each at its .line, with the note's link definitions after them. */
struct str note_table_text(struct note_table *t, const struct prepass *prepass);

#endif
