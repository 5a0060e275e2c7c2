/* inline_reader: one pass over a note's text: where it is, and what is written. */
#ifndef SASTRA_READ_DIALECT_INLINE_READER_H
#define SASTRA_READ_DIALECT_INLINE_READER_H

#include "base/job.h"
#include "base/map.h"
#include "read/dialect/held_pictures.h"
#include "read/dialect/rewriting.h"
#include "read/html/html_items.h"

enum { INLINE_READER_NEST = 8, INLINE_READER_REACH = 4000 };

struct inline_reader_note {
    size_t from, to; /* an inline footnote's words */
};

struct inline_reader {
    struct job *job;
    struct rewriting *r;
    struct str text;
    size_t from, to; /* the line at hand */
    size_t round;    /* where its next ) was found; .from: it was not looked for */
    struct held_pictures *pictures;
    VEC(struct inline_reader_note) notes;
    struct map examples, labels; /* pandoc's: place + 1 → number; label → number */
    size_t nexamples;
    struct str marks[INLINE_READER_NEST]; /* [words]{.class} that are open: what closes them */
    size_t highlight_end;                 /* where the == stands that closes one; 0: none is open */
    size_t inserted_end;                  /* the same of ++ */
    size_t nmarks, link_end;              /* link_end: the </a> of an open <a href>, or 0 */
    struct str href;
    struct html_items items; /* of lists in the line */
};

#endif
