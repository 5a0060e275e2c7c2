/* mail_address: e-mail addresses, as they are and as people write them so that no program shall read them.
 * Pure. */
#ifndef SASTRA_PRIVACY_MAIL_ADDRESS_H
#define SASTRA_PRIVACY_MAIL_ADDRESS_H

#include "base/str.h"

/* Is an address recognized at a place, by its sign, its provider or its first letter? From and to in bytes,
 * not before least. An account (@name) is one, too. */
bool mail_address(struct str text, size_t least, size_t at, size_t *from, size_t *to);
/* Bytes of the sign between name and domain that stands at a place; else 0. */
size_t mail_address_sign(struct str text, size_t at);

#endif
