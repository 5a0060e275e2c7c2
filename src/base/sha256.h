/* sha256: SHA-256 (FIPS 180-4), by Nettle, which takes the processor's own instructions where it has them. */
#ifndef SASTRA_BASE_SHA256_H
#define SASTRA_BASE_SHA256_H

#include "base/str.h"

#include <nettle/sha2.h>

enum { SHA256_DIGITS = 2 * SHA256_DIGEST_SIZE };

/* In digits, with a NUL after them; the sum begins anew. */
void sha256_end(struct sha256_ctx *sum, char digits[SHA256_DIGITS + 1]);
/* Of the bytes, in SHA256_DIGITS digits; in the arena. */
struct str sha256_digits(struct arena *a, struct str bytes);

#endif
