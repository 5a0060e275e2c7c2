/* replies: what people wrote on forms, as it was read: names, telephone numbers and all.
 *
 * src/ROOMS lets in only those who read it, mask it and look for key words in it. What may be printed of it
 * is a struct said (said.h). */
#ifndef SASTRA_MODEL_REPLIES_H
#define SASTRA_MODEL_REPLIES_H

#include "model/prompt.h"

/* What one sheet says to one prompt. */
struct answer {
    struct place place; /* nowhere: the table has no such column */
    bool given;         /* something countable was typed */
    bool lost;          /* something was typed that cannot be counted: it was told */
    struct str text;    /* open: as typed, in the language of the sheet (or found) */
    struct str translation[LANG_N];
    enum lang lang;
    struct prompt_answer closed;
};

struct reply { /* one transcribed form */
    struct place place;
    struct str number, session, role;
    enum lang lang;
    bool quote_ok, legible;
    struct answer *answers; /* one a prompt */
    uint64_t themes;        /* bit i: theme i */
};

#endif
