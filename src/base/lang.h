/* lang: the two languages. Arrays by language have LANG_N places. */
#ifndef SASTRA_BASE_LANG_H
#define SASTRA_BASE_LANG_H

enum lang { LANG_KM, LANG_EN, LANG_N, LANG_NONE = LANG_N };

/* BCP 47 tags. */
static inline const char *lang_tag(enum lang l)
{
    return l == LANG_KM ? "km" : l == LANG_EN ? "en" : "";
}

#endif
