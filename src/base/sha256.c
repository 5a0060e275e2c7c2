#include "base/sha256.h"

#include <nettle/base16.h>

void sha256_end(struct sha256_ctx *sum, char digits[SHA256_DIGITS + 1])
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(sum, sizeof digest, digest);
    base16_encode_update(digits, sizeof digest, digest);
    digits[SHA256_DIGITS] = 0;
}

struct str sha256_digits(struct arena *a, struct str bytes)
{
    char *digits = arena_get(a, SHA256_DIGITS + 1);
    struct sha256_ctx sum;
    sha256_init(&sum);
    sha256_update(&sum, bytes.n, (const uint8_t *)bytes.s);
    sha256_end(&sum, digits);
    return (struct str){digits, SHA256_DIGITS};
}
