/* inlines: text as it comes out of a block, piece by piece, to spans with places of birth.
 *
 * cmark does not say where a piece stands (nor, always, in which line), so each is looked for in the source,
 * forward from the last one. One span never holds text of two lines. A line end between two Khmer letters is
 * a possible break (ZWSP), else a space. Footnotes' marks are found here; prepass's signs are taken out;
 * Khmer is put in its normal order. */
#ifndef SASTRA_READ_NOTE_INLINES_H
#define SASTRA_READ_NOTE_INLINES_H

#include "read/note/footnote.h"

struct inlines {
    struct job *job;
    const struct source *source;
    struct footnote_table *notes; /* NULL: no marks are looked for */
    VEC(struct span) spans;       /* in scratch */
    struct buf text, clean;       /* of the span at hand, in scratch */
    struct span now;
    bool open, line_end; /* a span is at hand; a line has ended */
    uint32_t last;       /* the last character */
    size_t at, end;      /* where in the source the next piece is looked for */
    size_t styled;       /* so many pieces of this block have a style */
};

void inlines_init(struct inlines *s, struct job *job, const struct source *source,
                  struct footnote_table *notes);
/* A block's text begins, somewhere in source->text[from … to). */
void inlines_start(struct inlines *s, size_t from, size_t to);
void inlines_text(struct inlines *s, struct str text, unsigned style, struct str href);
/* Text with \n in it: a SPAN_BREAK for each but the last. */
void inlines_lines(struct inlines *s, struct str text, unsigned style);
void inlines_line_end(struct inlines *s);
void inlines_break(struct inlines *s);
/* The same where the line goes on in the source. */
void inlines_break_here(struct inlines *s);
void inlines_picture(struct inlines *s, const struct picture *picture, struct str alt, struct str href,
                     struct place place);
/* Moves on past a text that is not shown, where it stands near. */
void inlines_pass(struct inlines *s, struct str text);
/* Moves on past a link's ](address) or ][label]. */
void inlines_pass_link(struct inlines *s, struct str address);
/* Where the next piece is looked for. */
struct place inlines_place(const struct inlines *s);
/* The spans, in job->keep. */
struct spans inlines_done(struct inlines *s);
/* Text without prepass's signs, Khmer in normal order, in job->keep. */
struct str inlines_clean(struct inlines *s, struct str text);

#endif
