/* account: accounts of messengers and networks: an address of theirs, or a name behind the service's. Pure.
 */
#ifndef SASTRA_PRIVACY_ACCOUNT_H
#define SASTRA_PRIVACY_ACCOUNT_H

#include "privacy/contact/contact_openings.h"

struct name_index;

/* How what these two find may begin: at other places they find nothing. */
void account_openings(struct contact_openings *o);
/* facebook.com/name, with what stands before it, at a place; from and to in bytes, not before least. */
bool account_site(struct str text, size_t least, size_t at, size_t *from, size_t *to);
/* Telegram: name, where the service begins at a place; names: what people are called. */
bool account(const struct name_index *names, struct str text, size_t least, size_t at, size_t *from,
             size_t *to);

#endif
