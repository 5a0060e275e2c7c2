/* The sums that FIPS 180-4's examples tell, in digits; in pieces the same as at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"

static void known_sums(void **state)
{
    (void)state;
    static const char *const KNOWN[][2] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"}};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        struct str digits = sha256_digits(a, str_of(KNOWN[i][0]));
        assert_int_equal(digits.n, SHA256_DIGITS);
        assert_string_equal(digits.s, KNOWN[i][1]);
    }
    arena_free(a);
}

static void sums_in_pieces_are_the_same(void **state)
{
    static uint8_t bytes[5000];
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)(i * i * 31 + i / 7);
    for (size_t n = 1; n <= sizeof bytes; n += n < 300 ? 1 : 97)
        for (size_t piece = 1; piece <= n; piece = piece * 3 + 1) {
            char digits[SHA256_DIGITS + 1];
            struct sha256_ctx sum;
            sha256_init(&sum);
            for (size_t at = 0; at < n; at += piece)
                sha256_update(&sum, n - at < piece ? n - at : piece, bytes + at);
            sha256_end(&sum, digits);
            assert_string_equal(digits, sha256_digits(a, (struct str){(const char *)bytes, n}).s);
        }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_sums),
        cmocka_unit_test(sums_in_pieces_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
