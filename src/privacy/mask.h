/* mask: what may not be read out of what people wrote on forms. Pure.
 *
 * Promises: e-mail addresses, accounts, telephone numbers and those of cards and accounts, participants'
 * names and anybody's behind a title become a word in brackets (privacy/contact/contact.h,
 * privacy/name/name_search.h). Where the list of participants could not be read, every text is one such word.
 */
#ifndef SASTRA_PRIVACY_MASK_H
#define SASTRA_PRIVACY_MASK_H

#include "base/job.h"
#include "model/said.h"

enum mask_kind { MASK_MAIL = 1, MASK_PHONE = 2 /* or another number of somebody's */, MASK_NAME = 4 };

struct mask; /* the participants' names, in the job's arenas */

struct masked {
    struct str
        text[LANG_N]; /* by the language of the words put in; the same slice where nothing was masked */
    unsigned kinds;   /* mask_kind */
    size_t left;      /* bytes of it that are the writer's */
};

struct mask *mask_new(struct job *job, const struct corpus *corpus, const struct said_words *words);
struct masked mask_text(struct mask *m, struct str text);
/* How many texts were looked through; empty ones are not. */
size_t mask_count(const struct mask *m);

#endif
