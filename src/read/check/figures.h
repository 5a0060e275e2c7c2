/* figures: the numbers and months that a text tells, in digits or in words, in whatever language. */
#ifndef SASTRA_READ_CHECK_FIGURES_H
#define SASTRA_READ_CHECK_FIGURES_H

#include "model/doc.h"

/* One in digits. Marks between them are no part of it – 1,234 is 1.234 and ១ ២៣៤ –, nor are zeros before it
 * or at the end of a fraction. */
struct figure {
    struct str digits, typed;
    struct place place;
};

struct figures {
    VEC(struct figure) told; /* in digits */
    VEC(struct str) words; /* what else the text may mean: in words, parts of a number, in names such as A1 */
    VEC(struct figure) months; /* 1 to 12, of dates */
    bool scaled;               /* million, ពាន់: numbers may lack their zeros */
};

/* Is there any digit? */
bool figures_any(const struct block *b);
/* All in a block and what stands in it, but in code and addresses. */
struct figures figures_of(struct arena *a, const struct block *b);
/* Does the text tell this number, in any way? */
bool figures_has(const struct figures *f, struct figure x);

#endif
