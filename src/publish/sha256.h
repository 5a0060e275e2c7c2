/* sha256: SHA-256 (FIPS 180-4) of much at once: libmd's, with the processor's own instructions where it has
 * them. */
#ifndef SASTRA_PUBLISH_SHA256_H
#define SASTRA_PUBLISH_SHA256_H

#include <stddef.h>
#include <sys/types.h>

#include <sha2.h>

/* As libmd's SHA256Update. */
void sha256_update(SHA2_CTX *sum, const void *bytes, size_t n);

#endif
