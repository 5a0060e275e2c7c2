/* face: one font file, looked over and opened. The inside of text/: no other room includes this.
 *
 * Takes: a TrueType file or a face of a collection (OpenType 1.9). Promises: every table that is read here or
 * by HarfBuzz lies within the file; outlines are glyf; there is a Unicode cmap. Tables that make HarfBuzz
 * leave OpenType shaping (morx, mort, kerx, feat, trak) are hidden. */
#ifndef SASTRA_TEXT_FACE_H
#define SASTRA_TEXT_FACE_H

#include "text/font_set.h"
#include "text/hyphen.h"

#include <hb-ot.h>
#include <hb.h>

struct face {
    struct face_info info;
    struct str file, legacy, full; /* names it may be wished by: "X.ttf", name IDs 1 and 4 */
    hb_face_t *raw, *hb;           /* as it is; with tables hidden */
    hb_font_t *font;
    int32_t letter[LANG_N]; /* height of Khmer base letters, of Latin capitals; 1/1000 em, 0: has none */
    hb_codepoint_t circle;  /* the glyph of U+25CC, or 0 */
    bool variable;
};

enum face_fault { FACE_GOOD, FACE_DAMAGED, FACE_OUTLINES, FACE_NO_UNICODE };

/* How many faces a font file holds; 0: none. */
unsigned face_count(hb_blob_t *blob);
/* Nothing is open in *f after a fault. Names are copied to a. */
enum face_fault face_open(struct face *f, struct arena *a, hb_blob_t *blob, unsigned index);
void face_close(struct face *f);
/* Default_Ignorable_Code_Point: shows nothing where a font lacks it. */
bool face_ignores(uint32_t cp);
/* The face has a glyph for the character, or needs none. */
bool face_has(const struct face *f, uint32_t cp);
hb_codepoint_t face_glyph(const struct face *f, uint32_t cp);

/* -- the set, for shape.c and subset.c -- */

enum { FACE_NONE = UINT16_MAX };

const struct face *font_set_at(const struct font_set *f, size_t face);
/* Shared by all who set with these fonts. */
struct hyphen *font_set_hyphen(const struct font_set *f);
/* A face that has all n characters, by the order of a style: its own, its pair's, other uses', symbols, all
 * others in order of file names. FACE_NONE where there is none. */
uint16_t font_set_find(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic,
                       const uint32_t *cp, size_t n);
/* What stands for a character that no face has. */
uint16_t font_set_box(const struct font_set *f, hb_codepoint_t *glyph);
/* Millionths by which a run's size is multiplied for a face's letters; khmer: letters of Khmer. */
int64_t font_set_scale(const struct font_set *f, enum lang lang, enum font_use use, size_t face, bool khmer);

#endif
