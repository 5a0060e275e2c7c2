/* bi: a text in both languages. An empty side has n == 0. Pure. */
#ifndef SASTRA_MODEL_BI_H
#define SASTRA_MODEL_BI_H

#include "base/diag.h"

struct bi {
    struct str t[LANG_N];
    struct place at[LANG_N];
};

/* An initialiser, where both texts are known when the program is built. */
#define BI(km, en)                                                                                           \
    {                                                                                                        \
        .t = { STR_INIT(km), STR_INIT(en) }                                                                  \
    }

bool bi_empty(struct bi b);
/* The side in this language, or the other where it is empty. *used tells which. */
struct str bi_get(struct bi b, enum lang lang, enum lang *used);
/* One text for both languages: typed by someone in whichever. */
struct bi bi_same(struct str text);
/* The same, but "KHMER / ENGLISH", in either order, is parted. */
struct bi bi_typed(struct str text);
/* Its digits in those of each language, where they are all there is to it. */
struct bi bi_digits(struct arena *a, struct str text);
/* A number in each language's digits, without marks of thousands. */
struct bi bi_number(struct arena *a, long value);
struct bi bi_texts(const struct str text[LANG_N], const struct place at[LANG_N]);
/* A complaint's message, as it stands behind a place and as a sentence of its own; its cure. */
struct bi bi_message(struct arena *a, const struct diag *d);
struct bi bi_sentence(struct arena *a, const struct diag *d);
struct bi bi_cure(struct arena *a, const struct diag *d);
/* Whether all sides say the same; the order of lists: by the last language, then by those before it. */
bool bi_is_same(struct bi b);
int bi_cmp(struct bi a, struct bi b);

#endif
