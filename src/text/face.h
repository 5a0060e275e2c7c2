/* face: one font file, looked over and opened. The inside of text/: no other room includes this.
 *
 * Takes: a TrueType file or a face of a collection (OpenType 1.9). Promises: every table that is read here or
 * by HarfBuzz lies within the file; outlines are glyf; there is a Unicode cmap. Tables that make HarfBuzz
 * leave OpenType shaping (morx, mort, kerx, feat, trak) are hidden. */
#ifndef SASTRA_TEXT_FACE_H
#define SASTRA_TEXT_FACE_H

#include "base/arena.h"
#include "base/lang.h"
#include "text/face_info.h"

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

/* No face: of an index in a set. */
enum { FACE_NONE = UINT16_MAX };

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

#endif
