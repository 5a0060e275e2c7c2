/* known_name: a key, column or word as typed, against the names that are known. Pure. */
#ifndef SASTRA_READ_FORMAT_KNOWN_NAME_H
#define SASTRA_READ_FORMAT_KNOWN_NAME_H

#include "base/str.h"

/* Names compare by letters and digits alone, in any capitals. */
bool known_name_same(struct str a, struct str b);
/* The nearest of n names to one that is not among them; empty where none is near. */
struct str known_name_nearest(struct str typed, const char *const *known, size_t n);

#endif
