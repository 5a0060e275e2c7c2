/* no_answer: signs and words that people type where there is no answer. Pure. */
#ifndef SASTRA_READ_FORM_NO_ANSWER_H
#define SASTRA_READ_FORM_NO_ANSWER_H

#include "base/str.h"

/* "N/A", "-", "…", "?", "none", "not applicable", "គ្មាន" as a whole. An empty text is none of them. */
bool no_answer_is(struct arena *scratch, struct str text);

#endif
