/* said: what people wrote on forms, as it may be printed. Made by privacy/gate.h, once a run; const after.
 *
 * Names, addresses and numbers in it are masked already. An open answer that may not be quoted is here by its
 * being given alone: its words and their translations are empty. */
#ifndef SASTRA_MODEL_SAID_H
#define SASTRA_MODEL_SAID_H

#include "model/prompt.h"

/* What the gate does not know itself: the documents' words. */
struct said_words {
    struct bi mail, phone, name; /* what stands for something masked */
    const struct bi *roles;      /* of those who write on forms: a teacher … */
    size_t nroles;
};

struct said_answer {
    struct place place; /* nowhere: the table has no such column */
    bool given;         /* something countable was typed */
    bool lost;          /* something was typed that cannot be counted */
    struct str text;    /* open: in the language of the sheet (or found) */
    struct str translation[LANG_N];
    enum lang lang; /* of .text; LANG_NONE: open ones are in none */
    bool masked;    /* in .text, or in its translation into the other language */
    size_t left;    /* bytes of .text that are the writer's */
    struct prompt_answer closed;
};

struct said_reply { /* one transcribed form */
    struct place place;
    struct bi number; /* empty where it is longer than a number is, or would have to be masked */
    struct bi role;   /* in both languages where it is known, else as typed */
    struct str session;
    enum lang lang;
    bool quote_ok, legible;
    bool quotable;               /* both, and masks can be relied on */
    struct said_answer *answers; /* one a prompt */
    uint64_t themes;             /* bit i: theme i */
};

struct said_form {
    const struct form *form;
    struct said_reply *replies; /* as many as the form has, in their order */
};

struct said {
    struct said_form *forms; /* as many as the corpus has, in their order */
    size_t texts;            /* looked through for what is masked, each once */
};

#endif
