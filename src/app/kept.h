/* kept: what a build leaves for the next of the same folder in the same process: the fonts with their tables,
 * the event's words and all that was shaped with them, and the memo of what was made (base/memo.h).
 *
 * Each is as good as made anew: fonts while their files are the same ones, words while the same are known. */
#ifndef SASTRA_APP_KEPT_H
#define SASTRA_APP_KEPT_H

#include "khmer/breaks.h"
#include "text/font_set.h"
#include "text/shape_store.h"

struct kept {
    struct memo *memo;
    struct arena *of_fonts, *of_words;
    struct font_set *fonts; /* NULL: there are none */
    struct memo_key fonts_state;
    bool again;         /* what opening them told is told again as it was */
    struct diags *told; /* by opening them */
    struct words *words;
    struct shape_store *shaped; /* NULL where there are no fonts */
};

/* All empty, in the arena. */
struct kept *kept_new(struct arena *a);
void kept_free(struct kept *k); /* NULL is fine */

/* The fonts, told as font_set_open tells them. */
void kept_fonts(struct kept *k, struct job *job, const struct font_wish *wish);
/* Takes the words, and the arena that they live in; those before stay where they are the same. After the
 * fonts. */
void kept_words(struct kept *k, struct arena *a, struct words *words);
/* As build_mend. */
bool kept_mend(struct kept *k, struct job *job, const struct font_wish *wish);
/* All that fonts and words decide. */
struct memo_key kept_state(const struct kept *k);

#endif
