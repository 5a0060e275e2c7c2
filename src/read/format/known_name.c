#include "read/format/known_name.h"

enum { FULL_WIDTH = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, KHMER_SIGN = 0x17D4, KHMER_SIGN_LAST = 0x17D6 };

/* In lower case, the full-width forms as those of ASCII; 0 at the end. */
static uint32_t next_letter(struct str s, size_t *at)
{
    while (*at < s.n) {
        uint32_t c = utf8_next(s, at);
        if (c >= FULL_WIDTH && c <= FULL_WIDTH_LAST) c -= FULL_WIDTH - '!';
        if (c >= 'A' && c <= 'Z') return c + 32;
        bool sign = utf8_blank(c) || (c >= KHMER_SIGN && c <= KHMER_SIGN_LAST);
        if ((c >= 0x80 && !sign) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
    }
    return 0;
}

bool known_name_same(struct str a, struct str b)
{
    for (size_t i = 0, j = 0;;) {
        uint32_t x = next_letter(a, &i), y = next_letter(b, &j);
        if (x != y) return false;
        if (!x) return true;
    }
}

struct str known_name_nearest(struct str typed, const char *const *known, size_t n)
{
    size_t best = typed.n / 2 < 3 ? typed.n / 2 : 3;
    struct str nearest = {0};
    for (size_t i = 0; i < n; i++) {
        size_t d = str_distance(typed, str_of(known[i]), best);
        if (d <= best && (!nearest.s || d < best)) best = d, nearest = str_of(known[i]);
    }
    return nearest;
}
