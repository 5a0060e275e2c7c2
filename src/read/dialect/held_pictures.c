#include "read/dialect/held_pictures.h"

static const char SHORT[] = "\xEF\xB7\x97"; /* U+FDD7, a noncharacter, which no text holds */

struct str held_pictures_add(struct held_pictures *held, struct arena *a, struct str address)
{
    VEC_ADD(a, held->addresses, address);
    return str_fmt(a, "%s%zu", SHORT, held->addresses.n);
}

struct str held_pictures_address(const struct held_pictures *held, struct str address)
{
    size_t i = 0;
    if (!str_starts(address, SHORT)) return (struct str){0};
    for (size_t at = sizeof SHORT - 1; at < address.n; at++) {
        unsigned digit = (unsigned)address.s[at] - '0';
        if (digit > 9 || i > held->addresses.n) return (struct str){0};
        i = i * 10 + digit;
    }
    return i && i <= held->addresses.n ? held->addresses.at[i - 1] : (struct str){0};
}
