/* workbook: what the sheets of an .xlsx file (ECMA-376) share: their list, the texts, the formats of numbers.
 */
#ifndef SASTRA_READ_OFFICE_WORKBOOK_H
#define SASTRA_READ_OFFICE_WORKBOOK_H

#include "read/office/archive.h"
#include "read/office/number_format.h"
#include "read/office/sheet.h"

struct workbook_text {
    struct str text;
    bool plain;  /* letters that may be of an old font, with no font of their own: the cell's counts */
    bool legacy; /* some of it has a font from before Unicode */
};

struct workbook_style {
    struct number_format format;
    bool legacy;
};

struct workbook {
    struct job *job;
    struct archive *archive;
    bool is_1904; /* days count from there */
    VEC(struct workbook_text) texts;
    VEC(struct workbook_style) styles;
};

/* Texts in pieces, as shared and inline ones are: <t>, runs with fonts, and what is pronounced, left out. */
struct workbook_run {
    struct buf text, piece;
    int phonetic;
    bool inside, own_font, legacy_font;
    struct workbook_text made; /* but for its text */
};

void workbook_run_start(struct workbook_run *r, struct str name, struct str font);
void workbook_run_end(struct workbook_run *r, struct str name);
void workbook_run_text(struct workbook_run *r, struct str text);
/* The text so far, in the arena; the next one begins. */
struct workbook_text workbook_run_take(struct workbook_run *r, struct arena *a);

/* Its sheets to the list. NULL, told, where it cannot be read; without complaint an empty list, where the
 * archive is none of .xlsx. All in scratch. */
struct workbook *workbook_open(struct job *job, struct archive *archive, struct sheet_list *list);

#endif
