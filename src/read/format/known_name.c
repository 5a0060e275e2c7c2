#include "read/format/known_name.h"

static int next_letter(struct str s, size_t *at)
{
    while (*at < s.n) {
        unsigned char c = (unsigned char)s.s[(*at)++];
        if (c >= 'A' && c <= 'Z') return c + 32;
        if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
    }
    return -1;
}

bool known_name_same(struct str a, struct str b)
{
    for (size_t i = 0, j = 0;;) {
        int x = next_letter(a, &i), y = next_letter(b, &j);
        if (x != y) return false;
        if (x < 0) return true;
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
