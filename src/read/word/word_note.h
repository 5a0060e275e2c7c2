/* word_note: a word processor's note, paragraph by paragraph, to blocks: what .docx and .odt share, so that
 * both give the same tree.
 *
 * The reader of a format says what it finds, in order: paragraphs with runs, pictures and marks in them,
 * tables of rows of cells of paragraphs, then the footnotes' paragraphs. Promises: no shown text is dropped;
 * every span has the paragraph it was found in; lists nest no deeper than DOC_DEPTH. All lives in job->keep.
 */
#ifndef SASTRA_READ_WORD_WORD_NOTE_H
#define SASTRA_READ_WORD_WORD_NOTE_H

#include "base/job.h"
#include "model/doc.h"
#include "read/word/word_list.h"
#include "read/word/word_table.h"

enum word_role { WORD_PLAIN, WORD_HEADING, WORD_TITLE, WORD_QUOTE, WORD_CAPTION, WORD_RULE };

struct word_note_paragraph {
    enum word_role role;
    int level; /* heading: from 1 */
    struct word_list_item item;
    enum align align; /* what a column of a table takes from its cells */
    bool counted;     /* caption: a number stands in it that its program counts */
};

struct word_note_picture {
    struct str name;  /* told where it cannot be set */
    struct str bytes; /* .s == NULL: its file holds none */
    struct str alt;
    bool apart; /* beside the text, not a sign in a line of it */
};

struct word_note;

struct word_note *word_note_new(struct job *job, struct str path);

/* A paragraph begins, its text, and it ends: one that shows nothing leaves nothing. */
void word_note_begin(struct word_note *w, const struct word_note_paragraph *p);
void word_note_end(struct word_note *w);
bool word_note_is_open(const struct word_note *w);
/* Where nothing else stands in it, a rule is drawn. */
void word_note_rule(struct word_note *w);
/* Text of a run; \t parts columns. */
void word_note_text(struct word_note *w, struct str text, unsigned style, struct str href);
void word_note_break(struct word_note *w);
void word_note_picture(struct word_note *w, const struct word_note_picture *picture, struct str href);
/* Where a footnote is called, by any name that its body has too. */
void word_note_mark(struct word_note *w, struct str name);

/* A link's address, in keep; empty where it leads to nothing that a report can open. */
struct str word_note_address(struct word_note *w, struct str address);

/* Tables within a cell are read as the cell's paragraphs. */
void word_note_table(struct word_note *w);
void word_note_row(struct word_note *w, bool head);
void word_note_cell(struct word_note *w, const struct word_table_cell *cell);
void word_note_cell_end(struct word_note *w);
void word_note_table_end(struct word_note *w);

/* The paragraphs up to its end are the body of the footnote called by this name; false where no mark calls
 * it: then there is nothing to end. */
bool word_note_footnote(struct word_note *w, struct str name);
void word_note_footnote_end(struct word_note *w);

/* Told once, where it was met first, with how often it was met and what first; {1}, {2}. */
void word_note_tell(struct word_note *w, enum diag_code code, struct str what);
/* Told at each place, with what. */
void word_note_tell_each(struct word_note *w, enum diag_code code, struct str what);
/* Text set in a font: told where that is one that shows Latin letters as Khmer. */
void word_note_font(struct word_note *w, struct str font, struct str text);

/* All is there: the source, which the blocks go with. */
const struct source *word_note_done(struct word_note *w);

#endif
