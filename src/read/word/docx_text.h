/* docx_text: a paragraph's runs, to the note; and what docx's two files share while one is read. */
#ifndef SASTRA_READ_WORD_DOCX_TEXT_H
#define SASTRA_READ_WORD_DOCX_TEXT_H

#include "base/map.h"
#include "read/word/docx_numbering.h"

struct docx_field {
    struct buf code;
    bool in_code, hidden; /* its code is being read; its result is none of the text */
    bool contents;        /* hidden, over many paragraphs */
    bool form;            /* what was chosen is shown already: its result is none */
    struct str href;
};

struct docx_boxes {
    VEC(const struct element *) list;
};

struct docx_reader {
    struct job *job;
    struct arena *a; /* scratch: the parts, until all is read */
    struct archive *archive;
    struct word_note *note;
    struct docx_styles *styles;
    struct docx_numbering *numbering;
    struct str part;      /* that is being read */
    struct map relations; /* of that part: id → element */
    VEC(struct docx_field) fields;
    size_t fields_over;      /* open in the innermost of them: past the limit, in this paragraph */
    struct docx_boxes boxes; /* that the paragraph at hand holds */
    struct docx_run around;  /* the paragraph's */
};

/* The runs within an element, to the note. */
void docx_text_read(struct docx_reader *d, const struct element *within);
/* Of what a newer and an older program are given each in its own way, one: never both. */
const struct element *docx_text_choice(const struct element *alternate);
/* Is this part of the text a tracked change that is not there when all are accepted? It is told. */
bool docx_text_deleted(struct docx_reader *d, const struct element *e);
/* Are runs at this place the code of a field, or a result that is not shown? */
bool docx_text_hidden(const struct docx_reader *d);
/* A field that never ended ends here, unless its result may go on: it would hide all that comes. */
void docx_text_paragraph_ends(struct docx_reader *d);

#endif
