/* number_evidence: do two texts tell of the same numbers? Translations do, in whichever digits. */
#ifndef SASTRA_READ_PAIR_NUMBER_EVIDENCE_H
#define SASTRA_READ_PAIR_NUMBER_EVIDENCE_H

#include "base/arena.h"
#include "base/str.h"

struct number_evidence {
    size_t told, shared; /* numbers of both texts; those of them that the other has as well */
};

/* One-digit numbers are left out: they may be words in the other language. */
struct number_evidence number_evidence_of(struct arena *scratch, struct str a, struct str b);
/* So many that differ that nobody took one text for a translation of the other. */
bool number_evidence_against(const struct number_evidence *n);

#endif
