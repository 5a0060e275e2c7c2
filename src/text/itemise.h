/* itemise: a paragraph's runs to pieces that are shaped each by itself: one run, one script, no break a line
 * would like inside. The first of the four calls. Inside of text/.
 *
 * Characters that leave no glyph (ZWSP, WJ, soft hyphen, BOM, bidi controls, control characters) are taken
 * out; the breaks they stand for stay. A mark stays with the letter before it, even where a run begins
 * between them. */
#ifndef SASTRA_TEXT_ITEMISE_H
#define SASTRA_TEXT_ITEMISE_H

#include "khmer/breaks.h"
#include "text/text_run.h"

#include <hb.h>

struct piece {
    uint32_t from, to; /* bytes of the itemised text */
    uint32_t run;
    hb_script_t script; /* never Common or Inherited */
    bool space;         /* one space; from == to: one that stands for an empty line */
    bool forced;        /* a line ends after it */
};

struct itemised {
    struct str text;    /* all runs', less what leaves no glyph; spaces of all kinds as they were typed */
    unsigned char *brk; /* the break just before each byte, and at the end */
    struct piece *at;
    size_t n;
};

/* In the arena. */
struct itemised itemise(struct arena *a, const struct words *words, const struct text_run *runs,
                        size_t nruns);
/* A character that never begins a cluster: marks, joiners, format characters. */
bool itemise_follows(uint32_t cp);

enum { ITEMISE_COENG = 0x17D2, ITEMISE_FOLLOWERS = 16 /* more of them after one letter make a new piece */ };

#endif
