/* unlisted_name: a name behind a title, whoever it is: nobody of the list. */
#ifndef SASTRA_PRIVACY_UNLISTED_NAME_H
#define SASTRA_PRIVACY_UNLISTED_NAME_H

#include "privacy/name/name_text.h"

/* The end of the name that begins at a letter, behind a title that begins at i; kinds: name_index_kind, of
 * the title. 0 where there is none. */
size_t unlisted_name(struct name_text *x, size_t i, size_t title, unsigned kinds);

/* Behind the words with capitals that follow a name. */
size_t unlisted_name_more(const struct name_text *x, size_t end);

#endif
