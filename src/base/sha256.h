/* sha256: SHA-256 (FIPS 180-4) of much at once: libmd's, with the processor's own instructions where it has
 * them. */
#ifndef SASTRA_BASE_SHA256_H
#define SASTRA_BASE_SHA256_H

#include "base/str.h"

#include <sys/types.h>

#include <sha2.h>

/* As libmd's SHA256Update. */
void sha256_update(SHA2_CTX *sum, const void *bytes, size_t n);
/* Of the bytes, in 64 digits; in the arena. */
struct str sha256_digits(struct arena *a, struct str bytes);

#endif
