/* mask: what may not be read out of what people wrote on forms.
 *
 * Promises: e-mail addresses, accounts, telephone numbers and participants' names in a text become a word
 * in brackets: names in either script, in either order, with or without spaces, near misses of Latin
 * spellings, and parts of a name behind an honorific. What was masked is told by place and kind, never by its
 * text. Where the list of participants could not be read, every text is one such word. */
#ifndef SASTRA_PRIVACY_MASK_H
#define SASTRA_PRIVACY_MASK_H

#include "compose/builder.h"

enum mask_kind { MASK_MAIL = 1, MASK_PHONE = 2, MASK_NAME = 4 };

struct masked {
    struct str text; /* the same slice where nothing was masked */
    unsigned kinds;  /* mask_kind */
    size_t left;     /* bytes of it that are the writer's */
};

/* lang: of the words put in. */
struct masked mask_text(struct builder *p, struct str text, enum lang lang);
void mask_tell(struct builder *p, struct place place, unsigned kinds);
/* Looks through every answer and translation of all forms, and tells what is masked. */
void mask_tell_all(struct builder *p);

#endif
