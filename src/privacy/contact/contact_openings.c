#include "privacy/contact/contact_openings.h"

static unsigned char key_of(const char *at, size_t n)
{
    unsigned char c = (unsigned char)str_low(at[0]);
    return (c & 0xF0) == 0xE0 && n > 2 ? (unsigned char)at[2] : c;
}

void contact_openings_add(struct contact_openings *o, const char *word)
{
    o->by[key_of(word, strlen(word))] = true;
}

bool contact_openings_has(const struct contact_openings *o, struct str text, size_t at)
{
    return o->by[key_of(text.s + at, text.n - at)];
}
