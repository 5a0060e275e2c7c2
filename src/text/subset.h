/* subset: which clusters a document uses, as codes of one subset font a face (hb-subset, and composites of
 * our own).
 *
 * One code a cluster. A cluster of several glyphs, or of one out of its place, becomes one composite glyph
 * with one advance; its whole text stands in ToUnicode. Where the text after the first code point holds a
 * nonspacing mark, two codes: the first draws all and maps to the first code point, the second is empty, of
 * no width, and maps to the rest (pdf.js takes a glyph whose Unicode holds a nonspacing mark for one of no
 * width, and invents spaces). Codes are CIDs from 1, in order of first use or, after subset_rank, of how
 * often they are used; CID 0 is .notdef, unused. */
#ifndef SASTRA_TEXT_SUBSET_H
#define SASTRA_TEXT_SUBSET_H

#include "text/font_set.h"
#include "text/glyph.h"

struct subset; /* one for each document */

struct subset_font {
    struct str program;    /* TrueType: glyf head hhea hmtx loca maxp, glyphs renumbered, no hints */
    struct str cid_to_gid; /* big-endian uint16 a CID */
    int32_t *widths;       /* 1/1000 em a CID */
    struct str *unicode;   /* UTF-8 text a CID; never empty but for CID 0 */
    size_t ncids, space;   /* space: the CID of U+0020; 0: it is not used */
    char name[8];          /* "ABCDEF+": subset tag from the contents */
};

struct subset_entry { /* what a cluster is called */
    const struct cluster_glyphs *glyphs;
    uint16_t n, codes[2]; /* n: one or two of them */
    uint16_t written[2];  /* how they stand in the document: whoever writes it says so */
    int32_t advance;      /* what a reader moves on after the first, 1/1000 em; after the second, nothing */
    size_t uses;
};

struct subset *subset_new(struct arena *a, const struct font_set *fonts);
/* A cluster's codes in its face. A cluster's own width may differ from the advance (kerning): place each by
 * its x, with numbers in TJ where the pen is not there already. NULL: it has no glyphs, or the face's 60,000
 * codes are used up; then a second subset must be begun for what follows. */
struct subset_entry *subset_find(struct subset *s, const struct cluster_glyphs *c);
/* All that were found, in order of first use. */
struct subset_entry **subset_entries(const struct subset *s, size_t *n);
/* Numbers the codes again: those that were asked for most come first. From now on no cluster is new:
 * subset_find gives NULL for one that was not asked for before. */
void subset_rank(struct subset *s);
/* How many CIDs a face has, .notdef among them; 0 where it is not used. */
size_t subset_ncids(const struct subset *s, size_t face);
/* What a code maps to. */
struct str subset_text(const struct subset *s, size_t face, uint16_t code);
/* The CID of a face that maps to U+0020; 0: none does. */
size_t subset_space(const struct subset *s, size_t face);
bool subset_used(const struct subset *s, size_t face);
/* False where the face cannot be subset: unused, damaged, or past 65,535 glyphs (told by the caller). memo
 * (NULL: none): what was made before; the font may lie there. */
bool subset_font(struct subset *s, struct memo *memo, size_t face, struct subset_font *out);

#endif
