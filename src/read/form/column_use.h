/* column_use: what a column of a table of answers holds, by its head.
 *
 * A head is a prompt's id or words, one of its options with it (q2/talks, q2[talks], "Question [Option]",
 * "Question - Option"), a field of ours (form_no, session, quote_ok …), or what form services add. */
#ifndef SASTRA_READ_FORM_COLUMN_USE_H
#define SASTRA_READ_FORM_COLUMN_USE_H

#include "read/form/answer_key.h"

enum column_use_field {
    USE_NONE,
    USE_SERVICE,
    USE_NUMBER,
    USE_SESSION,
    USE_LANG,
    USE_ROLE,
    USE_THEMES,
    USE_QUOTE,
    USE_LEGIBLE,
    USE_ANSWER,
    USE_OPTION, /* one option: ticked or not, or Other's words */
    USE_TRANSLATION,
    USE_FIELDS
};

struct column_use {
    enum column_use_field field;
    size_t prompt;
    int option;     /* -1: words for Other, which the form lacks */
    enum lang lang; /* of a translation */
    bool by_words;  /* the prompt's own words, not its id: nobody typed this head here */
    bool among;     /* its words stand among others */
    bool services;  /* only a form service adds such a column */
};

struct column_use_form {
    const struct form *form;
    const struct answer_key *keys;
};

/* Uses the arena. */
struct column_use column_use_of(struct arena *a, const struct column_use_form *f, struct str head);
/* The id, field or words that an unknown head is nearly; those that are taken are passed over. Empty where
 * none is near. */
struct str column_use_near(struct arena *a, const struct column_use_form *f, const bool *taken_prompts,
                           const bool *taken_fields, struct str head);
/* A head for a message: one line, not too long. In the arena. */
struct str column_use_name(struct arena *a, struct str head);

#endif
