/* guard: what may not be read out of what people wrote on forms.
 *
 * Promises: e-mail addresses, accounts, telephone numbers and participants' names in a text become a word
 * in brackets: names in either script, in either order, with or without spaces, near misses of Latin
 * spellings, and parts of a name behind an honorific. What was masked is told by place and kind, never by its
 * text. Where the list of participants could not be read, every text is one such word. */
#ifndef SASTRA_PRIVACY_MASK_H
#define SASTRA_PRIVACY_MASK_H

#include "compose/builder.h"

enum guard_kind { GUARD_MAIL = 1, GUARD_PHONE = 2, GUARD_NAME = 4 };

struct guarded {
    struct str text; /* the same slice where nothing was masked */
    unsigned kinds;  /* guard_kind */
    size_t left;     /* bytes of it that are the writer's */
};

/* lang: of the words put in. */
struct guarded guard_text(struct pen *p, struct str text, enum lang lang);
void guard_tell(struct pen *p, struct place place, unsigned kinds);
/* Looks through every answer and translation of all forms, and tells what is masked. */
void guard_tell_all(struct pen *p);

#endif
