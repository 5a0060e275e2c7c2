/* woff: a font as browsers load it (W3C WOFF File Format 1.0). */
#ifndef SASTRA_WEB_FILE_WOFF_H
#define SASTRA_WEB_FILE_WOFF_H

#include "base/buf.h"

/* A TrueType font's tables, each deflated where that makes it smaller. Empty where it is none. */
struct str woff(struct arena *a, struct str font);

#endif
