/* contact: where e-mail addresses, accounts and telephone numbers stand in a text. Pure. */
#ifndef SASTRA_PRIVACY_CONTACT_H
#define SASTRA_PRIVACY_CONTACT_H

#include "base/str.h"

struct name_index;

/* The next address, account of a messenger, or number that begins at or after from, as bytes; *mail tells
 * that it is no number. names: what people are called. False where there is none. */
bool contact_next(const struct name_index *names, struct str text, size_t from, size_t *begin, size_t *end,
                  bool *mail);

#endif
