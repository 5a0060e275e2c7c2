/* note_link: which note an address typed in a note means: "d1s02-policy.en.md#way-forward". Pure. */
#ifndef SASTRA_MODEL_NOTE_LINK_H
#define SASTRA_MODEL_NOTE_LINK_H

#include "model/corpus.h"

/* A file's name without folders, ending, and what stands behind a #. */
struct str note_link_bare(struct str address);
/* By its file in any language, its stem or its session; NULL: the address means none. */
const struct note *note_link_find(const struct corpus *corpus, struct str address);

#endif
