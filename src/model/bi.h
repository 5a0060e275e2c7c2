/* bi: a text in both languages. An empty side has n == 0. Pure. */
#ifndef SASTRA_MODEL_BI_H
#define SASTRA_MODEL_BI_H

#include "base/lang.h"
#include "base/source.h"

struct bi {
    struct str t[LANG_N];
    struct place at[LANG_N];
};

bool bi_empty(struct bi b);
/* The side in this language, or the other where it is empty. *used tells which. */
struct str bi_get(struct bi b, enum lang lang, enum lang *used);
/* One text for both languages: typed by someone in whichever. */
struct bi bi_same(struct str text);
/* The same, but "KHMER / ENGLISH", in either order, is parted. */
struct bi bi_typed(struct str text);
/* Its digits in those of each language, where they are all there is to it. */
struct bi bi_digits(struct arena *a, struct str text);
/* A text's language by its letters: Khmer where it has any. */
enum lang bi_lang_of(struct str text);

#endif
