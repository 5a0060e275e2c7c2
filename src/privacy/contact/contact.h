/* contact: where e-mail addresses, accounts and telephone numbers stand in a text. Pure. */
#ifndef SASTRA_PRIVACY_CONTACT_H
#define SASTRA_PRIVACY_CONTACT_H

#include "base/str.h"

struct name_index;
struct contact; /* what is looked for, in an arena */

/* names: what people are called. */
struct contact *contact_new(struct arena *a, const struct name_index *names);
/* The next address, account of a messenger, or number that begins at or after from, as bytes; *mail tells
 * that it is no number. False where there is none. */
bool contact_next(const struct contact *c, struct str text, size_t from, size_t *begin, size_t *end,
                  bool *mail);

#endif
