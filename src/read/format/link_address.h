/* link_address: what a link leads to. */
#ifndef SASTRA_READ_FORMAT_LINK_ADDRESS_H
#define SASTRA_READ_FORMAT_LINK_ADDRESS_H

#include "base/map.h"
#include "base/str.h"

/* http, https, mailto, or no scheme at all (RFC 3986, 3.1): a link that a report may hold. */
bool link_address_is_good(struct str url);
/* The bytes of a picture's file name with spaces in it, as people type it in ![…](my photo.jpg): from
 * s.s[at], up to the ) that ends it. 0 where it is none: no space, a < or a title, or no ending of a picture.
 */
size_t link_address_spaced(struct str s, size_t at);

/* Whatever stands in [ ] in a line, but for the brackets that open at own: a link definition's label.
 * SIZE_MAX: none. */
void link_address_uses(struct map *used, struct str line, size_t own);
bool link_address_used(const struct map *used, struct str label);

#endif
