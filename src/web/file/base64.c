#include "web/file/base64.h"

void base64_put(struct buf *b, struct str s)
{
    static const char SIGNS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < s.n; i += 3) {
        size_t n = s.n - i < 3 ? s.n - i : 3;
        uint32_t v = 0;
        for (size_t k = 0; k < 3; k++) v = v << 8 | (k < n ? (unsigned char)s.s[i + k] : 0);
        for (size_t k = 0; k < 4; k++) buf_byte(b, k <= n ? SIGNS[v >> (18 - 6 * k) & 63] : '=');
    }
}
