/* SHA-256 by the processor's instructions is libmd's, at any length and in any pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"

static void sums_are_the_same(void **state)
{
    static uint8_t bytes[5000];
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)(i * i * 31 + i / 7);
    for (size_t n = 0; n <= sizeof bytes; n += n < 300 ? 1 : 97)
        for (size_t piece = 1; piece <= n + 1; piece = piece * 3 + 1) {
            char digits[SHA256_DIGEST_STRING_LENGTH], wanted[SHA256_DIGEST_STRING_LENGTH];
            SHA2_CTX sum;
            SHA256Init(&sum);
            for (size_t at = 0; at < n; at += piece)
                sha256_update(&sum, bytes + at, n - at < piece ? n - at : piece);
            SHA256End(&sum, digits);
            SHA256Data(bytes, n, wanted);
            assert_string_equal(digits, wanted);
        }
}

static void a_known_sum(void **state)
{
    char digits[SHA256_DIGEST_STRING_LENGTH];
    SHA2_CTX sum;
    (void)state;
    SHA256Init(&sum);
    sha256_update(&sum, "abc", 3);
    SHA256End(&sum, digits);
    assert_string_equal(digits, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_the_same),
        cmocka_unit_test(a_known_sum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
