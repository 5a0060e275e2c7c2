/* column_type: what the cells of a column hold, as far as that tells them from those of another. Pure. */
#ifndef SASTRA_READ_TABLE_COLUMN_TYPE_H
#define SASTRA_READ_TABLE_COLUMN_TYPE_H

#include "read/format/csv.h"

enum column_kind {
    COLUMN_WORDS,   /* anything */
    COLUMN_WRITTEN, /* words in one language, by their letters; or no letters at all */
    COLUMN_YESNO,
    COLUMN_CONSENT, /* a yes or no that only a row in step can give */
    COLUMN_SESSION,
    COLUMN_ID, /* one word with a digit */
    COLUMN_NUMBER,
    COLUMN_TIME,
    COLUMN_DATE,
    COLUMN_EMAIL,
    COLUMN_FILE, /* a file's name, or an address */
    COLUMN_OWN,  /* what fits() says */
    COLUMN_KINDS
};

struct column_type {
    enum column_kind kind;
    enum lang lang; /* of COLUMN_WRITTEN */
    bool named;     /* figures alone are none: names of people */
    bool unticked;  /* of words: a yes or no is none of them */
    bool several;   /* of COLUMN_OWN: a cell may hold a list, whose commas may have parted it */
    bool yesno;     /* of COLUMN_OWN: a yes or no, by a tick or a cross too */
    bool (*fits)(const void *of, struct str text);
    const void *of;
};

/* May this text, which is not empty, stand in such a column? Scratch is used. */
bool column_type_fits(struct arena *scratch, const struct column_type *type, struct str text);
/* Does a column of this type hold words, so that a comma in them may have parted a cell? */
bool column_type_is_words(const struct column_type *type);
/* Types by what the rows hold that have as many cells as the head: one that they do not keep to holds words.
 * rows: those behind the head. */
void column_type_settle(struct arena *scratch, struct column_type *types, size_t wide,
                        const struct csv_row *rows, size_t n);

#endif
