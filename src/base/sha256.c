#include "base/sha256.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

enum {
    BLOCK = SHA256_BLOCK_LENGTH,
    GROUPS = 16 /* of four rounds */,
    GIVEN = 4 /* groups that a block holds */
};

/* The first 32 bits of the cube roots' fractions of the first 64 primes (4.2.2). */
static const uint32_t K[4 * GROUPS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static bool has_instructions(void)
{
    enum { SSSE3_SSE41 = 1 << 9 | 1 << 19, SHA = 1 << 29 };
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & SSSE3_SSE41) != SSSE3_SSE41) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && b & SHA;
}

/* state: A to H; the instructions want them as ABEF and CDGH. */
__attribute__((target("sha,ssse3,sse4.1"))) static void add_blocks(uint32_t state[8], const uint8_t *p,
                                                                   size_t n)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; n--; p += BLOCK) {
        __m128i w[GIVEN], before[2] = {abef, cdgh};
        for (int i = 0; i < GIVEN; i++)
            w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(p + 16 * i)), big_endian);
        for (int r = 0; r < GROUPS; r++) {
            __m128i *now = &w[r % 4], last = w[(r + 3) % 4];
            __m128i m = _mm_add_epi32(*now, _mm_loadu_si128((const __m128i *)(K + 4 * r)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, m);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(m, 0x0E));
            __m128i next = _mm_sha256msg1_epu32(*now, w[(r + 1) % 4]);
            next = _mm_add_epi32(next, _mm_alignr_epi8(last, w[(r + 2) % 4], 4));
            *now = _mm_sha256msg2_epu32(next, last);
        }
        abef = _mm_add_epi32(abef, before[0]);
        cdgh = _mm_add_epi32(cdgh, before[1]);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

/* Whole blocks, where none waits for the rest of one; how many bytes they were. */
static size_t add_whole(SHA2_CTX *sum, const void *bytes, size_t n)
{
    size_t whole = n / BLOCK * BLOCK;
    if (!whole || sum->bitcount[0] % (8 * BLOCK) || !has_instructions()) return 0;
    add_blocks(sum->state.st32, bytes, whole / BLOCK);
    sum->bitcount[0] += (uint64_t)whole * 8;
    return whole;
}

#else

static size_t add_whole(SHA2_CTX *sum, const void *bytes, size_t n)
{
    (void)sum, (void)bytes, (void)n;
    return 0;
}

#endif

void sha256_update(SHA2_CTX *sum, const void *bytes, size_t n)
{
    size_t done = add_whole(sum, bytes, n);
    if (n > done) SHA256Update(sum, (const uint8_t *)bytes + done, n - done);
}

struct str sha256_digits(struct arena *a, struct str bytes)
{
    char *digits = arena_get(a, SHA256_DIGEST_STRING_LENGTH);
    SHA2_CTX sum;
    SHA256Init(&sum);
    sha256_update(&sum, bytes.s, bytes.n);
    SHA256End(&sum, digits);
    return (struct str){digits, SHA256_DIGEST_STRING_LENGTH - 1};
}
