/* titled_name: a name behind a title that begins at a letter. */
#ifndef SASTRA_PRIVACY_TITLED_NAME_H
#define SASTRA_PRIVACY_TITLED_NAME_H

#include "privacy/name/name_text.h"

/* The end of the name, and *from where it begins; 0 where there is none. */
size_t titled_name(struct name_text *x, size_t i, size_t *from);

#endif
